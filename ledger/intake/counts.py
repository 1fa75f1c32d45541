"""Numbers with what they count: qualifier, head noun and the party that people belong to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from ledger.domain.values import Count, GroupCount, Quantifier
from ledger.intake.clauses import Sentence
from ledger.intake.lexicon import Tag
from ledger.intake.numbers import number_at
from ledger.names import word_set

IMPLAUSIBLE = 5_000_000
_QUALIFIERS = {"at_least": Quantifier.AT_LEAST, "more_than": Quantifier.MORE_THAN, "about": Quantifier.ABOUT,
               "up_to": Quantifier.UP_TO}  # fmt: skip
_VAGUE = {"tens": Quantifier.TENS, "hundreds": Quantifier.HUNDREDS, "thousands": Quantifier.THOUSANDS}
_STOPS = word_set(
    "in on at to by from for since after before during with while where when as than were was is are had "
    "have has and or but who which that whose whom the a an it he she they left died including another في "
    "من الي علي عن منذ بعد و ان كانوا"
)
_RANGE = frozenset(("to", "or", "and", "و", "الي", "او"))
_PLURALS = frozenset({"people", "men", "women", "children", "personnel", "press", "casualties"})


@dataclass(slots=True)
class Figure:
    """A count in a sentence: tokens [first, last), ``at`` its number; ``unit`` person, thing, other or bare."""

    first: int
    at: int
    last: int
    low: int | None
    high: int | None
    qualifier: Quantifier | None
    unit: str = "bare"
    group: str | None = None
    affiliation: str | None = None
    is_subset: bool = False
    is_article: bool = False
    is_negative: bool = False
    role: str = ""  # killed, injured, or "" while not known
    parts: list[Figure] = field(default_factory=list)
    is_part: bool = False

    def count(self, breakdown: tuple[GroupCount, ...] = ()) -> Count:
        return Count(low=self.low, high=self.high, qualifier=self.qualifier, breakdown=breakdown)

    @property
    def end(self) -> int:
        """The token after the figure and the parts named with it."""
        return max([self.last, *(part.end for part in self.parts)])

    def entry(self, group: str | None = None) -> GroupCount:
        """The figure as part of a larger one."""
        return GroupCount(
            group=group or self.group or "people",
            low=self.low,
            high=self.high,
            qualifier=self.qualifier,
            affiliation=self.affiliation,
        )


def find_figures(sentence: Sentence, taken: set[int]) -> list[Figure]:
    """Every count in the sentence, in order; ``taken`` tokens belong to dates."""
    found: list[Figure] = []
    at = 0
    while at < len(sentence.tokens):
        figure = None if at in taken else _figure(sentence, at)
        if figure is None:
            at += 1
            continue
        found.append(figure)
        at = max(figure.last, at + 1)
    return found


def _figure(sentence: Sentence, at: int) -> Figure | None:
    for tag in _starting(sentence, at, "dual"):
        return Figure(at, at, tag.last, 2, 2, Quantifier.EXACT, "person", _group(tag.value))
    for tag in _starting(sentence, at, "vague"):
        figure = Figure(at, at, tag.last, None, None, _VAGUE[tag.value])
        return _with_noun(sentence, figure, tag.last)
    number = number_at(sentence.tokens, at)
    if number is None:
        return _article(sentence, at) or _uncounted(sentence, at)
    value, end = number
    figure = Figure(at, at, end, value, value, Quantifier.EXACT)
    _range(sentence, figure)
    _qualify(sentence, figure)
    before = sentence.tokens[at - 1] if at else None
    if before and before.text == "-" and before.end == sentence.tokens[at].start:
        figure.is_negative = True
    if before and before.text in "$€£#":
        figure.unit = "other"
        return figure
    return _with_noun(sentence, figure, figure.last)


def _range(sentence: Sentence, figure: Figure) -> None:
    """Widen 4 to "between 4 and 6", "4 to 6", "4-6", "four or five"."""
    tokens, end = sentence.tokens, figure.last
    if end + 1 >= len(tokens) or figure.low is None:
        return
    joined = tokens[end].is_number and tokens[end].glued and sentence.tokens[end - 1].is_number
    between = any(tag.last == figure.at for tag in sentence.named("between", last=figure.at))
    word = tokens[end].word if tokens[end].is_word else ""
    stated_from = figure.at and tokens[figure.at - 1].word in ("from", "من")
    glued_and = between and word.startswith("و")
    if not (joined or glued_and or (word in _RANGE and not stated_from and (between or word in ("to", "or", "او")))):
        return
    second = number_at(tokens, end if joined or (glued_and and word != "و") else end + 1)
    if second is None or second[0] <= figure.low:
        return
    figure.high, figure.last, figure.qualifier = second[0], second[1], Quantifier.BETWEEN
    if between:
        figure.first = min(tag.first for tag in sentence.named("between", last=figure.at) if tag.last == figure.at)


def _qualify(sentence: Sentence, figure: Figure) -> None:
    if figure.qualifier is not Quantifier.EXACT:
        return
    for name, qualifier in _QUALIFIERS.items():
        before = [tag for tag in sentence.named(name, last=figure.first) if tag.last == figure.first]
        after = [tag for tag in sentence.named("at_least") if 0 <= tag.first - figure.last <= 3]
        if before:
            figure.first = before[0].first
            _bound(figure, qualifier)
            break
        if name == "at_least" and after and not _number_between(sentence, figure.last, after[0].first):
            _bound(figure, qualifier)
            break


def _number_between(sentence: Sentence, first: int, last: int) -> bool:
    return any(token.is_number or token.text in ",;" for token in sentence.tokens[first:last])


def _bound(figure: Figure, qualifier: Quantifier) -> None:
    figure.qualifier = qualifier
    if qualifier is Quantifier.UP_TO:
        figure.low = None
    else:
        figure.high = None


def _with_noun(sentence: Sentence, figure: Figure, start: int) -> Figure:
    """Find what is counted within the next five words."""
    tokens = sentence.tokens
    for at in range(start, min(start + 6, len(tokens))):
        token = tokens[at]
        if token.text == '"':
            continue
        if any(True for _ in _starting(sentence, at, "include")) and at <= start + 1:
            figure.is_subset = tokens[at].word in ("of", "among", "منهم", "من", "بينهم")
            if not figure.is_subset:
                break
            continue
        if not token.is_word or (token.word in _STOPS and not figure.is_subset and token.word not in ("of", "من")):
            break
        for tag in _starting(sentence, at, "not_people"):
            figure.unit, figure.last = "other", tag.last
            return figure
        if any(True for _ in _starting(sentence, at, "thing")) and not any(
            True for _ in _starting(sentence, at, "person")
        ):
            figure.unit, figure.last = "thing", at + 1
            return figure
        for tag in _starting(sentence, at, "person"):
            return _with_person(sentence, figure, tag.value, tag.last)
        if any(True for _ in _starting(sentence, at, "killed", "injured", "passive")):
            break
    return figure


def _with_person(sentence: Sentence, figure: Figure, group: str, end: int) -> Figure:
    figure.unit, figure.group, start = "person", _group(group), figure.last
    tokens = sentence.tokens
    if end + 1 < len(tokens) and tokens[end].word == "and" and figure.group:
        for tag in _starting(sentence, end + 1, "person"):
            if _group(tag.value) and tag.last - tag.first == 1:
                figure.group, end = f"{figure.group} and {tag.value}", tag.last
    for tag in _starting(sentence, end, "person"):  # "civilian deaths", "Iraqi refugees women"
        end = tag.last
    parties = sentence.named("actor", first=start, last=end) or [
        tag
        for tag in sentence.named("actor", first=end, last=end + 9)
        if tag.first <= end + 4 and _leads(sentence, end, tag.first)
    ]
    if parties and figure.group in (None, "combatants", "families"):
        figure.affiliation = parties[0].value
    figure.last = end
    if figure.qualifier is Quantifier.EXACT:
        _qualify(sentence, figure)
    return figure


def _leads(sentence: Sentence, first: int, last: int) -> bool:
    words = {token.word for token in sentence.tokens[first:last]}
    return bool(words & {"of", "from", "من"}) or any(
        "من" in t.forms or t.word.startswith("ل") for t in sentence.tokens[first : last + 1]
    )


def _article(sentence: Sentence, at: int) -> Figure | None:
    """ "A child", "an older man": one person."""
    if sentence.tokens[at].word not in ("a", "an", "one"):
        return None
    for place in range(at + 1, min(at + 5, len(sentence.tokens))):
        token = sentence.tokens[place]
        if not token.is_word or token.word in _STOPS or token.word == "of":
            return None
        for tag in _starting(sentence, place, "person"):
            noun = sentence.tokens[tag.last - 1].word
            if noun.endswith("s") or noun in _PLURALS:
                return None
            figure = Figure(at, at, at + 1, 1, 1, Quantifier.EXACT, is_article=True)
            return _with_person(sentence, figure, tag.value, tag.last)
    return None


def _uncounted(sentence: Sentence, at: int) -> Figure | None:
    for tag in _starting(sentence, at, "one"):
        return Figure(at, at, tag.last, 1, 1, Quantifier.EXACT, "person", _group(tag.value), is_article=True)
    for tag in _starting(sentence, at, "uncounted"):
        if at and sentence.tokens[at - 1].word == "the":
            return None  # "the number of" leads to a total
        figure = Figure(at, at, tag.last, None, None, None, is_article=True)
        figure = _with_noun(sentence, figure, tag.last)
        if figure.unit == "bare" and sentence.tokens[tag.last - 1].word in ("others", "اخرون", "اخرين"):
            figure.unit = "person"
        return figure if figure.unit == "person" else None
    return None


def _starting(sentence: Sentence, at: int, *names: str) -> Iterator[Tag]:
    return (tag for tag in sentence.starting(at) if tag.name in names)


def _group(value: str) -> str | None:
    return None if value == "people" else value
