"""Who the figures of a sentence count: killed, injured, or part of another figure."""

from __future__ import annotations

from ledger.intake.clauses import Sentence
from ledger.intake.figures import Figure
from ledger.intake.lexicon import Tag
from ledger.intake.numbers import WORDS
from ledger.names import word_set

_JOINS = word_set(
    'and , plus besides as well in addition to also the with و " at least : another a of those under over age aged '
    "years old"
)
_REACH_BEFORE = 5
_REACH_AFTER = 30


def assign_harm(sentence: Sentence, figures: list[Figure]) -> list[Figure]:
    """Set role and parts of the figures that count people; returns those that are not part of another."""
    people = [figure for figure in figures if figure.unit in ("person", "bare") and not figure.is_negative]
    mains: list[Figure] = []
    in_list = False
    for figure in people:
        main = mains[-1] if mains else None
        if len(mains) > 1 and _ends_list(sentence, mains[-2], figure):
            mains[-2].parts.append(mains.pop())
            main = mains[-1]
            main.parts[-1].is_part, main.parts[-1].role = True, ""
        if main is not None and _is_part(sentence, main, figure, in_list):
            if figure.group is None and figure.unit == "bare":
                _name_party(sentence, figure)
            main.parts.append(figure)
            figure.is_part = in_list = True
            continue
        in_list = False
        figure.role = _role(sentence, figure, mains)
        mains.append(figure)
    for at, figure in reversed(list(enumerate(mains))):
        if not figure.role:
            stop = mains[at + 1].first if at + 1 < len(mains) else len(sentence.tokens)
            figure.role = _role_after(sentence, figure, stop)
            following = mains[at + 1] if at + 1 < len(mains) else None
            if not figure.role and following and _joined(sentence, figure, following):
                figure.role = following.role
    return mains


def _joined(sentence: Sentence, figure: Figure, following: Figure) -> bool:
    """ "5 men and 3 children were wounded": one predicate for both."""
    between = sentence.tokens[figure.end : following.first]
    plain = len(between) == 1 and between[0].word == "and"
    return figure.unit == "person" and (plain or (not between and sentence.tokens[following.first].text[0] == "و"))


def _is_part(sentence: Sentence, main: Figure, figure: Figure, in_list: bool) -> bool:
    if _is_listed(sentence, main, figure):
        return True
    if figure.unit != "person" or not (figure.group or figure.is_subset):
        return False
    previous = main.parts[-1].last if main.parts else main.last
    between = sentence.tokens[previous : figure.first]
    if figure.is_subset and len(between) < 12:
        return True
    after = sentence.named("include", first=figure.last, last=figure.last + 5)
    if any(tag.first == figure.last and sentence.tokens[tag.first].word in _SAYS_PART for tag in after):
        return True
    if _own_harm(sentence, previous, figure):
        return False
    included = sentence.named("include", first=max(0, previous - 1), last=figure.first)
    if (
        included
        and figure.first - included[-1].last <= 3
        and len(between) < 22
        and _same_run(sentence, included[-1].first, figure.first)
    ):
        return main.low is None or figure.low is None or figure.low <= main.low
    named = {
        at for tag in sentence.named("actor", first=previous, last=figure.first) for at in range(tag.first, tag.last)
    }
    listed = all(
        previous + at in named
        or token.text in _JOINS
        or token.word in _JOINS
        or token.forms[-1] in _JOINS
        or token.is_number
        for at, token in enumerate(between)
    )
    if listed and len(between) - len(named) < 8 and in_list:
        return True
    colon = any(token.text == ":" for token in between) and len(between) < 12
    dead = [
        token
        for token in between
        if not any(
            tag.name == "killed"
            for at in range(previous, figure.first)
            for tag in sentence.starting(at)
            if sentence.tokens[at] is token
        )
    ]
    beside = (
        not dead
        and len(between) <= 1
        and main.role == "killed"
        and main.low is not None
        and (figure.low or 0) <= main.low
    )
    return (colon and main.low is not None) or beside


def _name_party(sentence: Sentence, figure: Figure) -> None:
    """ "Of the Lebanese Hezbollah 15": fighters of the party that stands beside the number."""
    near = sentence.named("actor", first=max(0, figure.first - 6), last=figure.last + 6)
    after = [tag for tag in near if tag.first >= figure.last and sentence.tokens[figure.last].word == "of"]
    figure.group, figure.affiliation = "combatants", (after or near)[0].value if near else None


def _ends_list(sentence: Sentence, whole: Figure, figure: Figure) -> bool:
    """ "62 people, 11 children and 10 women among them": the words that make parts stand at the end of the list."""
    after = sentence.named("include", first=figure.last, last=figure.last + 3)
    said = any(tag.first == figure.last and sentence.tokens[tag.first].word in _SAYS_PART for tag in after)
    between = sentence.tokens[whole.last : figure.first]
    return said and whole.low is not None and len(between) < 14 and not any(token.text in ";." for token in between)


def _is_listed(sentence: Sentence, main: Figure, figure: Figure) -> bool:
    """ "They are 18 civilians, 63 fighters and, of the 5th Corps, 6": what follows "they are" divides the whole."""
    cues = sentence.named("listing", first=main.last, last=figure.first)
    if not cues or main.low is None or (figure.low or 0) > main.low or figure.role:
        return False
    between = sentence.tokens[cues[0].last : figure.first]
    told_anew = any(
        c.opener in ("while", "where", "when", "و") and cues[0].last < c.first <= figure.at for c in sentence.clauses
    )
    named = figure.unit == "person" or sentence.has("actor", first=max(0, figure.first - 6), last=figure.last + 6)
    return named and not told_anew and len(between) < 120 and not _own_harm(sentence, cues[0].last, figure)


def _same_run(sentence: Sentence, first: int, last: int) -> bool:
    return not any(token.text == ";" for token in sentence.tokens[first:last])


def _own_harm(sentence: Sentence, first: int, figure: Figure) -> bool:
    """Whether the figure has a harm of its own ("and 5 injured")."""
    return any(
        tag.first <= figure.last + 1
        and not _leads_on(sentence, tag)
        and not sentence.has("killed_before", first=figure.last, last=tag.first)
        and not any(token.is_number for token in sentence.tokens[figure.last : tag.first])
        for tag in sentence.named("injured", first=figure.at, last=figure.last + 2)
    ) or sentence.has("injured_before", first=max(first, figure.first - 3), last=figure.first)


def _role(sentence: Sentence, figure: Figure, mains: list[Figure]) -> str:
    after, is_open = _role_beside(sentence, figure)
    if after and not is_open:
        return after
    before = _role_before(sentence, figure)
    if before or after:
        return before or after
    if mains and mains[-1].role and figure.unit == "person":
        between = sentence.tokens[mains[-1].end : figure.first]
        joined = all(t.word in ("and", "or", "و", "as", "well") or t.text == "," for t in between)
        if len(between) <= 2 and joined and not _role_after(sentence, figure, figure.last + 6):
            return mains[-1].role
    return ""


def _role_beside(sentence: Sentence, figure: Figure) -> tuple[str, bool]:
    """The harm named in or right after the figure, and whether the next number may claim that word for itself."""
    start = figure.at + (0 if figure.is_article or figure.is_dual else 1)
    for name in ("injured", "killed"):
        for tag in sentence.named(name, first=start, last=figure.last + 4):
            gap = range(figure.last, tag.first)
            if tag.first < figure.last or all(sentence.starting(at) and _light(sentence, at) for at in gap):
                return name, tag.first >= figure.last and _leads_on(sentence, tag)
    return "", False


def _leads_on(sentence: Sentence, tag: Tag) -> bool:
    """Whether a number follows the word for a harm and claims it: "4 children, and wounding more than 40"."""
    following = sentence.tokens[tag.last : tag.last + 1]
    begins = {found.name for found in sentence.starting(tag.last)} & _BEGINS
    return bool(begins) or any(token.is_number or token.word in WORDS for token in following)


def _light(sentence: Sentence, at: int) -> bool:
    return any(tag.name in ("passive", "at_least", "state") for tag in sentence.starting(at))


def _role_before(sentence: Sentence, figure: Figure) -> str:
    reach = max(0, figure.first - _REACH_BEFORE - 3)
    best = ""
    nearest = -1
    for name in ("killed_before", "injured_before"):
        for tag in sentence.named(name, first=reach, last=figure.first):
            gap = sentence.tokens[tag.last : figure.first]
            aside = [t for t in gap if t.text == "," or t.word in _ASIDE]
            if len(gap) - len(aside) > _REACH_BEFORE or any(
                (t.text in ",;." and len(aside) < 3) or t.word in ("who", "when", "by", "since") for t in gap
            ):
                continue
            if any(token.is_number for token in gap):
                continue
            word = sentence.tokens[tag.first].word
            if word in ("left", "leaving", "took", "سقط", "سقوط", "خلف", "خلفت", "فقد"):
                role = _left_role(sentence, figure)
            elif _is_passive(sentence, tag.first) and word in ("killed", "injured", "wounded", "executed"):
                continue
            else:
                role = name.removesuffix("_before")
            if role and tag.last > nearest:
                best, nearest = role, tag.last
    return best


def _left_role(sentence: Sentence, figure: Figure) -> str:
    for name in ("injured", "killed"):
        if sentence.has(name, first=figure.at, last=figure.last + 5):
            return name
    return ""


def _is_passive(sentence: Sentence, at: int) -> bool:
    return any(tag.last in (at, at - 1) for tag in sentence.named("passive", first=at - 3, last=at))


def _role_after(sentence: Sentence, figure: Figure, stop: int) -> str:
    start = figure.end
    found = [
        (tag.first, name)
        for name in ("killed", "injured")
        for tag in sentence.named(name, first=start, last=min(stop, start + _REACH_AFTER))
        if _is_passive(sentence, tag.first) or sentence.tokens[tag.first].word in _ALWAYS_AFTER
    ]
    if not found or figure.unit != "person":
        return ""
    at, role = min(found)
    if any(clause.opener in _BREAKS and start < clause.first <= at for clause in sentence.clauses):
        return ""
    return role


_ALWAYS_AFTER = word_set("died lost lose loses perished fell قتلوا قضوا فقدوا اصيبوا استشهدوا قضي لقوا")
_SAYS_PART = word_set("among one is was بينهم")
_BEGINS = frozenset({"dual", "at_least", "more_than", "about", "up_to", "between", "vague"})
_ASIDE = word_set("as reported reportedly allegedly apparently")
_BREAKS = word_set("; whereas when meanwhile as while where amid also but")
