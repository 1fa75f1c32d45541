"""Which figures are parts of another: "62 people, 11 children and 10 women among them"."""

from __future__ import annotations

from ledger.intake.count.figures import Figure
from ledger.intake.count.number_words import WORDS
from ledger.intake.people.appositions import in_aside
from ledger.intake.people.divided import BY_CAUSE, TOLD_ANEW, is_listed
from ledger.intake.people.joined import begins_anew
from ledger.intake.people.subsets import is_bare_subset, is_minor, is_of_group
from ledger.intake.text.clauses import Sentence
from ledger.intake.text.lexicon import Tag
from ledger.intake.text.tokens import Token
from ledger.names import word_set

_JOINS = word_set(
    'and , plus besides as well in addition to also the with و " at least : another a of those under over age aged '
    "years old above below younger older than "
    "عمره عمرها عمرهم عاما عام سنه سنوات اشهر شهرا ربيعا يبلغ تبلغ "
    "البالغ البالغه العمر من دون سن السن تحت فوق الثامنه عشره ال"
)
_TIME = 8  # tokens of "in the month of July 2018"
_FAR = 40  # tokens from a whole to the "including" or "of them" right beside its part
_SAYS_PART = word_set("among in one is was بينهم")
_WITH_WOUNDS = word_set("بجروح بجراح بجرح")
_BEGINS = frozenset({"dual", "at_least", "more_than", "about", "up_to", "between", "vague"})


def is_part(sentence: Sentence, main: Figure, figure: Figure, in_list: bool) -> bool:
    """Whether the figure counts some of the people of ``main``; ``in_list`` = the figure before it does."""
    if is_listed(sentence, main, figure) and not _own_harm(sentence, main.last, figure):
        return True
    if (main.low is not None and (figure.low or 0) > main.low) or _is_told_apart(sentence, main, figure):
        return False
    if is_bare_subset(sentence, main, figure):
        return True
    if figure.unit != "person" or not (figure.group or figure.is_subset):
        return False
    if figure.first and sentence.tokens[figure.first - 1].word == "one" and figure.is_article:
        return True  # "four citizens were killed, one a child"
    if in_aside(sentence, main, figure):
        return True
    previous = main.parts[-1].last if main.parts else main.last
    between = sentence.tokens[previous : figure.first]
    if figure.is_subset and len(between) < _FAR and _same_run(sentence, previous, figure.first):
        return not _dies_apart(sentence, figure)
    if is_of_group(sentence, figure) and len(between) <= _TIME:
        return True
    after = sentence.named("include", first=figure.last, last=figure.last + 5)
    if any(tag.first == figure.last and _says_part(sentence, tag) for tag in after):
        return True
    if _own_harm(sentence, previous, figure):
        return False
    included = sentence.named("include", "among_dead", first=max(0, previous - 1), last=figure.first)
    if (
        included
        and figure.first - included[-1].last <= 3
        and len(between) < (_FAR if included[-1].last == figure.first else 22)
        and _same_run(sentence, included[-1].first, figure.first)
        and not _told_anew(sentence, included[-1].first, figure)
    ):
        return main.low is None or figure.low is None or figure.low <= main.low
    if in_list and _only_joined(sentence, previous, figure) and not _is_other_side(main, figure):
        return True
    colon = any(token.text == ":" for token in between) and len(between) < 12
    colon = colon or (bool(between) and between[-1].text == ":" and not main.parts and len(between) < _FAR)
    return main.low is not None and (colon or _stands_beside(sentence, main, previous, figure))


def _is_other_side(main: Figure, figure: Figure) -> bool:
    """ "41 fighters, of whom 25 are jihadists, and 39 of the army": too many to be among them."""
    both = main.group == figure.group == "combatants"
    counted = sum(part.low or 0 for part in main.parts if part.group == figure.group)
    return both and main.low is not None and counted + (figure.low or 0) > main.low


def among_dead_between(sentence: Sentence, main: Figure, figure: Figure) -> bool:
    """ "… 3218 dead and 13907 wounded, and in this total 193 children": parts of the dead alone."""
    return sentence.has("among_dead", first=main.last, last=figure.first)


def _only_joined(sentence: Sentence, first: int, figure: Figure) -> bool:
    """Whether nothing but joints, ages and parties stands between a part and the next figure."""
    between = sentence.tokens[first : figure.first]
    tags = sentence.named("actor", first=first, last=figure.first)
    named = {at for tag in tags for at in range(tag.first, tag.last)}
    joined = all(
        first + at in named
        or token.text in _JOINS
        or token.word in _JOINS
        or token.forms[-1] in _JOINS
        or token.is_number
        or token.word in WORDS
        for at, token in enumerate(between)
    )
    return joined and len(between) - len(named) < 8


def _stands_beside(sentence: Sentence, main: Figure, first: int, figure: Figure) -> bool:
    """ "9 dead 4 children": a smaller group right after the dead, with at most the word for them between."""
    gap = figure.first - first
    if not gap and len(sentence.tokens[figure.first].forms) > 1 and sentence.tokens[figure.first].text[0] == "و":
        return False  # "مواطنان وطفلة" are three
    said = all(any(tag.name == "killed" for tag in sentence.starting(at)) for at in range(first, figure.first))
    return said and gap <= 1 and main.role == "killed" and (figure.low or 0) <= (main.low or 0)


def ends_list(sentence: Sentence, whole: Figure, last: Figure, figure: Figure) -> bool:
    """ "62 people, 11 children and 10 women among them": the words that make parts stand at the end of the list."""
    after = sentence.named("include", first=figure.last, last=figure.last + 3)
    said = any(tag.first == figure.last and _says_part(sentence, tag) for tag in after)
    between = sentence.tokens[whole.last : figure.first]
    if last.parts or last.role not in ("", whole.role) or (last.low or 0) > (whole.low or 0):
        return False  # "killing 10 and injuring 37, two children among them"
    return said and whole.low is not None and len(between) < 14 and not any(token.text in ";." for token in between)


def _says_part(sentence: Sentence, tag: Tag) -> bool:
    """ "… and 10 women among them"; but the Arabic "9 بينهم ضابط" leads on to a part of the nine."""
    leads = {found.name for found in sentence.starting(tag.last)} & {"person", "one", "dual"}
    counts = sentence.tokens[tag.first].text[0] >= "\u0600" and (bool(leads) or leads_on(sentence, tag))
    return sentence.tokens[tag.first].word in _SAYS_PART and not counts


def take_part(sentence: Sentence, main: Figure, figure: Figure) -> None:
    """Enter the figure among the parts; what divides a part by cause ("46 in raids, including 12 …") is its own."""
    if figure.group is None and figure.unit == "bare":
        if is_minor(sentence, figure):
            figure.group, figure.unit = "children", "person"
        elif not is_bare_subset(sentence, main, figure):
            _name_party(sentence, figure)
    last = main.parts[-1] if main.parts else None
    by_cause = last is not None and last.unit == "bare" and last.group is None
    led = sentence.has("include", first=last.last, last=figure.first) if last is not None else False
    led = led or (last is not None and any(token.text == "–" for token in sentence.tokens[last.last : figure.first]))
    (last if last is not None and by_cause and led else main).parts.append(figure)


def _name_party(sentence: Sentence, figure: Figure) -> None:
    """ "Of the Lebanese Hezbollah 15": fighters of the party that stands beside the number."""
    if sentence.word_at(figure.last) in BY_CAUSE:
        return  # "they are 46 in Russian raids, and 238 by barrel bombs": divided by what killed them
    near = sentence.named("actor", first=max(0, figure.first - 6), last=figure.last + 8)
    after = [tag for tag in near if tag.first >= figure.last and sentence.tokens[figure.last].word == "of"]
    figure.group, figure.affiliation = "combatants", ((after or near)[0].value or None) if near else None


def _is_told_apart(sentence: Sentence, main: Figure, figure: Figure) -> bool:
    """ "…, هم 14 استشهدوا في غارات على …, و12 …": events of their own, that a clause was cut for."""
    return any(
        main.last < clause.first <= figure.first and sentence.tokens[clause.first].word in ("هم", "وهم")
        for clause in sentence.clauses
    )


def _told_anew(sentence: Sentence, first: int, figure: Figure) -> bool:
    """ "… including 3 children, while X killed 7 civilians": another clause, with a harm of its own."""
    anew = any(c.opener in TOLD_ANEW - {"و"} and first < c.first <= figure.at for c in sentence.clauses)
    return anew and sentence.has("killed_before", "injured_before", first=first, last=figure.first)


def _same_run(sentence: Sentence, first: int, last: int) -> bool:
    return not any(token.text == ";" for token in sentence.tokens[first:last])


def _dies_apart(sentence: Sentence, figure: Figure) -> bool:
    """ "1250 wounded, 162 of them died": in Arabic the verb stands right before those who died."""
    return any(
        tag.last == figure.first and sentence.tokens[tag.first].text[0] >= "\u0600"
        for tag in sentence.named("killed_before", first=max(0, figure.first - 2), last=figure.first)
    )


def _own_harm(sentence: Sentence, first: int, figure: Figure) -> bool:
    """Whether the figure has a harm of its own ("and 5 injured")."""
    return any(
        tag.first <= figure.last + 1
        and not _of_the_whole(sentence, figure, tag)
        and sentence.tokens[tag.first].word not in _WITH_WOUNDS
        and not leads_on(sentence, tag)
        and not (tag.first >= figure.last and begins_anew(sentence, tag))
        and not sentence.has("killed_before", first=figure.last, last=tag.first)
        and not any(token.is_number for token in sentence.tokens[figure.last : tag.first])
        for tag in sentence.named("injured", first=figure.at, last=figure.last + 2)
    ) or any(
        tag.name == "injured_before" or begins_anew(sentence, tag)
        for tag in sentence.named(
            "injured_before", "killed_before", first=max(first, figure.first - 3), last=figure.first
        )
    )


def _of_the_whole(sentence: Sentence, figure: Figure, tag: Tag) -> bool:
    """ "Ten, including five women, injured by rockets": behind the comma the word is that of the ten."""
    return tag.first > figure.last and sentence.tokens[figure.last].text == ","


def leads_on(sentence: Sentence, tag: Tag) -> bool:
    """Whether a number follows the word for a harm and claims it: "4 children, and wounding more than 40"."""
    following = sentence.tokens[tag.last : tag.last + 1]
    begins = {found.name for found in sentence.starting(tag.last)} & _BEGINS
    return bool(begins) or any(token.is_number or token.word in WORDS for token in following)


def without_parties(sentence: Sentence, first: int, last: int) -> list[Token]:
    """The tokens [first, last) without "of the regime forces" and the like, which only say whose people they are."""
    named = {at for tag in sentence.named("actor", first=first, last=last) for at in range(tag.first, tag.last)}
    if not named:
        return sentence.tokens[first:last]
    light = ("of", "the", "from")
    return [t for at, t in enumerate(sentence.tokens[first:last], first) if at not in named and t.word not in light]
