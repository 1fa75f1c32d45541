"""Numbers that count dead and injured in one, or people counted already: figures of no harm of their own."""

from __future__ import annotations

from itertools import pairwise

from ledger.intake.count.figures import Figure
from ledger.intake.count.number_words import WORDS
from ledger.intake.count.numbers import number_at
from ledger.intake.people.parts import leads_on
from ledger.intake.text.clauses import Sentence
from ledger.intake.text.lexicon import Tag
from ledger.names import word_set

_BOTH = word_set("casualties casualty causalities victims harmed ضحيه ضحايا الضحايا خسائر متضررا")
_BOTH_REACH = 8  # tokens
_PARTS_OF_A_SUM = 8  # figures that may stand between a sum and the last of its two parts


def drop_sums(sentence: Sentence, mains: list[Figure]) -> None:
    """ "1,240 casualties: 240 killed and 1,000 injured": the first counts both, and neither."""
    for at, whole in reversed(list(enumerate(mains))):
        after = [figure for figure in mains[at + 1 : at + 1 + _PARTS_OF_A_SUM] if figure.first >= whole.last]
        hurt = next((figure for figure in after if figure.role == "injured" and figure.low is not None), None)
        dead = next((figure for figure in after if figure.role == "killed" and figure.low is not None), None)
        both = _names_both(sentence, whole)
        if both and (dead is None or not _adds_up(whole, dead, hurt)):
            dead = next((part for part in whole.parts if part.group is None and _adds_up(whole, part, hurt)), None)
        if (whole.role or both) and dead is not None and hurt is not None and _adds_up(whole, dead, hurt):
            if dead in whole.parts:  # "casualties, comprising 240 deaths and 1,000 injuries"
                _take_out(whole, dead)
                mains.insert(at + 1, dead)
            whole.role, whole.is_lumped = "", True
            dead.group, hurt.group = dead.group or whole.group, hurt.group or whole.group
        elif whole.role and _is_lumped(sentence, whole):
            whole.role, whole.is_lumped = "", True


def _adds_up(whole: Figure, dead: Figure, hurt: Figure | None) -> bool:
    return hurt is not None and bool(dead.low and hurt.low) and whole.low == (dead.low or 0) + (hurt.low or 0)


def _names_both(sentence: Sentence, whole: Figure) -> bool:
    """ "Casualties" near the number, which may count dead and injured."""
    near = sentence.tokens[max(0, whole.first - _BOTH_REACH) : whole.last + 1]
    return any(form in _BOTH for token in near for form in token.forms)


def _take_out(whole: Figure, dead: Figure) -> None:
    """Make a part of the whole a count of dead, with the parts that are told behind it."""
    dead.role, dead.is_part = "killed", False
    dead.parts += [part for part in whole.parts if part.first > dead.first]
    whole.parts = [part for part in whole.parts if part.first < dead.first]


def _is_lumped(sentence: Sentence, figure: Figure) -> bool:
    """ "40 were killed or wounded", "killed and wounded dozens": one number for both, and for neither."""
    near = sentence.named("killed", "injured", first=max(0, figure.first - 6), last=figure.end + 8)
    for first, second in pairwise(near):
        between = [token.word for token in sentence.tokens[first.last : second.first]]
        if first.name == second.name or between not in (["and"], ["or"], ["and", "or"]):
            continue
        before = second.last <= figure.first and figure.first - second.last <= 1
        before = before and not _is_told_of(sentence, first, second)
        after = (
            first.first >= figure.at and not leads_on(sentence, second) and not _counts_before(sentence, figure, first)
        )
        if before or after:
            return True
    return False


def _is_told_of(sentence: Sentence, first: Tag, second: Tag) -> bool:
    """ "Left 4 men dead and injured 10": "dead" closes what was counted, and only the verb counts on."""
    following = sentence.tokens[second.last] if second.last < len(sentence.tokens) else None
    return sentence.tokens[first.first].word == "dead" and following is not None and following.text != ":"


def _counts_before(sentence: Sentence, figure: Figure, tag: Tag) -> bool:
    """Whether another number stands between the figure and the word for harm."""
    return any(token.is_number or token.word in WORDS for token in sentence.tokens[figure.last : tag.first])


def is_told_before(sentence: Sentence, figure: Figure) -> bool:
    """ "The same 11 patients", "29 of the dead", "nine in ten of these": people who were counted already."""
    tokens = sentence.tokens
    before = [token.word for token in tokens[max(0, figure.first - 2) : figure.first]]
    if before == ["the", "same"]:
        return True
    if before == ["of", "the"] and sentence.has("killed", "injured", first=figure.behind, last=figure.last + 1):
        return True  # "two of the 13 wounded died"
    at = figure.behind
    words = [token.word for token in tokens[at : at + 2]]
    if words[:1] == ["in"] and at + 1 < len(tokens) and number_at(tokens, at + 1) is not None:
        words, at = [token.word for token in tokens[at + 2 : at + 4]], at + 2
    of_them = len(words) == 2 and words[0] == "of" and words[1] in ("the", "these", "those")
    return of_them and sentence.has("killed", "injured", first=at + 2, last=at + 4) and not sentence.has("reason")
