"""Figures that say how a toll moved: "decreased by 4 to 58", "change 62 to 58", "of the 62 dead, four …"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ledger.intake.count.figures import Figure
from ledger.intake.text.clauses import Sentence
from ledger.intake.text.lexicon import Tag
from ledger.names import word_set

_TO = frozenset({"to", "الي", "ل"})
_TOTALS = word_set(
    "toll total totals cumulative count counts tally list lists statistics statistic figure overall register records "
    "تراكمي تراكميه التراكمي التراكميه احصائيه الاحصائيه حصيله الحصيله العدد المجموع الاجمالي القائمه السجل السجلات"
)
_ADDS = frozenset({"died_of_wounds", "body_recovered", "missing_to_dead", "late_report", "reclassified"})
_ACTIVE = frozenset({"added", "adds"})
_INTO_REACH, _ADDED_REACH = 8, 9  # tokens


@dataclass(frozen=True, slots=True)
class Step:
    """The amount of a move, and the figure that it was made from, by the source's own arithmetic."""

    by: Figure
    before: Figure


@dataclass(frozen=True, slots=True)
class Added:
    """People entered into a total, and why: a reason told with them, else that they were reported late."""

    why: Tag
    people: Figure


def step_of(sentence: Sentence, figures: Sequence[Figure]) -> Step | None:
    """The step of "decreased by 4 to 58"; ``None`` where none is said."""
    for by in figures:
        verbs = [t for t in sentence.named("rise", "fall", last=by.first) if by.first - t.last <= 2]
        led = by.first > 0 and sentence.tokens[by.first - 1].word in ("by", "ب", "بمقدار")
        total = next((f for f in figures if f.first > by.first and _is_led(sentence, f, _TO)), None)
        if verbs and led and total is not None and total.low is not None and by.low is not None:
            before = total.low + by.low if verbs[-1].name == "fall" else total.low - by.low
            if before >= 0:
                return Step(by, replace(by, low=before, high=before, parts=[]))
    return None


def added_to_total(sentence: Sentence, figures: Sequence[Figure]) -> Added | None:
    """ "96 martyrs were added to the cumulative toll": why a total is what it is, and no toll of 96."""
    people = [f for f in figures if f.unit == "person" and f.low is not None and f.low == f.high and not f.is_article]
    for tag in sentence.named("added"):
        near = [f for f in people if abs(f.at - tag.first) <= _ADDED_REACH]
        if sentence.tokens[tag.first].word in _ACTIVE:  # "the ministry added 12 dead to its toll"
            near = [f for f in near if f.first == tag.last]
        last = max([tag.last, *(f.last for f in near if f.first >= tag.last)])
        into = sentence.tokens[tag.first + 1 : last + _INTO_REACH]
        if not any(form in _TOTALS for token in into for form in token.forms):
            continue
        if near:
            why = next((t for t in sentence.named("reason") if t.value in _ADDS), None)
            return Added(why or Tag("reason", "late_report", tag.first, tag.last), near[0])
    return None


def is_changed(sentence: Sentence, figure: Figure, following: Figure) -> bool:
    """Whether the text asks to change the one figure to the other."""
    asked = any(0 <= figure.first - tag.last <= 3 for tag in sentence.named("change", last=figure.first))
    return asked and following.first - figure.last <= 2 and _is_led(sentence, following, _TO)


def partitive(sentence: Sentence, figures: Sequence[Figure]) -> Figure | None:
    """The 62 of "Of the 62 dead, four were found alive": a whole told before, of which a part is taken."""
    if not any(tag.value in _TAKES_AWAY for tag in sentence.named("reason")):
        return None
    for part, whole in pairwise(figures):
        if _is_part_of(sentence, part, whole):
            return whole
    if len(figures) != 2:
        return None
    whole, part = figures
    before = [token.word for token in sentence.tokens[max(0, whole.first - 2) : whole.first]]
    partly = before in (["of", "the"], ["among", "the"]) or before[-1:] in (["من"], ["بين"])
    return whole if partly and (whole.low or 0) > (part.low or 0) else None


def _is_part_of(sentence: Sentence, part: Figure, whole: Figure) -> bool:
    """ "Four of the 62": nothing but "of" between a number and a larger one."""
    between = [form for token in sentence.tokens[part.behind : whole.at] for form in token.forms[:1]]
    led = between[:1] in (["of"], ["من"]) and all(word in _OF for word in between)
    return led and (whole.low or 0) > (part.low or 0) > 0


_OF = frozenset({"of", "the", "those", "all", "من", "اصل", "ال", "بين"})
_TAKES_AWAY = frozenset({"found_alive", "duplicate_removed", "entry_error", "reclassified"})


def _is_led(sentence: Sentence, figure: Figure, words: frozenset[str]) -> bool:
    return figure.first > 0 and any(form in words for form in sentence.tokens[figure.first - 1].forms)
