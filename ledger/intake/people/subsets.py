"""Numbers that can only be a part of the people told before: "of whom 60 …", "145 of children"."""

from __future__ import annotations

from collections.abc import Sequence

from ledger.intake.count.figures import Figure
from ledger.intake.count.nouns import group_of, starting
from ledger.intake.text.clauses import Sentence
from ledger.names import word_set

_THEM = word_set("whom which them these those منهم بينهم منها")
_DIES = word_set("died die succumbed dead killed")
_LEADS_AGE = word_set("of them whom were are was all aged those who")
_AGES = word_set("18 eighteen 17 seventeen 16 sixteen 15 fifteen")
_AGED = 10  # tokens from a number to its age
_ASIDE = 4  # tokens from the whole to the number behind a comma
_FAR = 40  # tokens


def is_bare_subset(sentence: Sentence, main: Figure, figure: Figure) -> bool:
    """ "171 members, among whom are 2 who …": a number without a noun right behind the words for a part.

    Of the wounded who died none is a part: "40 wounded, of whom 3 died" tells of three further dead.
    """
    if figure.unit != "bare" or main.low is None or figure.low is None or figure.low > main.low:
        return False
    if figure.first - main.last > _FAR or sentence.tokens[figure.first].text[0] >= "\u0600":
        return False
    led = [tag for tag in sentence.named("include", first=main.last, last=figure.first) if tag.last == figure.first]
    told = any({token.word for token in sentence.tokens[tag.first : tag.last]} & _THEM for tag in led)
    aside = figure.first - main.end <= _ASIDE and sentence.tokens[figure.first - 1].text == ","
    told = told or (figure.is_subset and aside)
    if not told:
        return False
    after = {token.word for token in sentence.tokens[figure.last : figure.last + 3]}
    return not (main.role == "injured" and after & _DIES)


def is_minor(sentence: Sentence, figure: Figure) -> bool:
    """ "19 of them under 18", "of whom 19 were below the age of eighteen"."""
    words = [token.word for token in sentence.tokens[figure.last : figure.last + _AGED]]
    at = next((n for n, word in enumerate(words) if word in ("under", "below")), None)
    if at is None or any(word not in _LEADS_AGE for word in words[:at]):
        return False
    return any(word in _AGES for word in words[at + 1 :])


def is_of_group(sentence: Sentence, figure: Figure) -> bool:
    """ "723 civilian deaths, 145 of children": lives, by whose they were."""
    tokens, at = sentence.tokens, figure.behind
    if at + 1 >= len(tokens) or tokens[at].word != "of" or tokens[figure.at - 1].text != ",":
        return False
    return any(group_of(tag.value) is not None for tag in starting(sentence, at + 1, "person"))


def leading_part(sentence: Sentence, mains: Sequence[Figure]) -> list[Figure]:
    """ "Six were children and two women", "Two of the dead were children": a sentence about those told before."""
    if not mains or mains[0].first > 0:
        return []
    figure, tokens = mains[0], sentence.tokens
    at = figure.behind
    if [token.word for token in tokens[at : at + 2]] in (["of", "the"], ["of", "those"]):
        at = next((tag.last for tag in sentence.named("killed", first=at + 2, last=at + 4)), at)
    if at + 1 >= len(tokens) or tokens[at].word not in ("were", "are"):
        return []
    groups = [tag for tag in starting(sentence, at + 1, "person") if group_of(tag.value)]
    if not groups or sentence.has("killed", "injured", first=at + 1, last=groups[0].last + 2):
        return []
    figure.unit, figure.group, figure.last, figure.is_lumped = "person", groups[0].value, groups[0].last, False
    found = [figure]
    for other in mains[1:]:
        between = {token.text for token in tokens[found[-1].last : other.first]}
        if other.role or not other.group or not between <= {"and", ",", "another"}:
            break
        found.append(other)
    return found
