"""The time axis: as many days named as fit, by month names where they do, else in numbers; time runs left to right."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from desk.charts.lettering import Lettering, directed
from desk.charts.scales import TimeMarks, Unit, time_marks
from desk.charts.words import Words

_GAP = 22.0  # pixels between two labels
_PADDING = 0.06  # of the span, on either side


@dataclass(frozen=True, slots=True)
class TimeAxis:
    """Where it begins and ends and where it is marked, in ordinals of days."""

    limits: tuple[float, float]
    places: list[int]
    labels: list[str]


def time_axis(
    days: tuple[int, int], said: Words, lettering: Lettering, box: tuple[float, float], page: tuple[float, float]
) -> TimeAxis:
    """The axis for ``days`` drawn between the pixels ``box``; its labels stay within the pixels ``page``."""
    first, last = days
    padding = max((last - first) * _PADDING, 1.0)
    limits = (first - padding, last + padding)
    scale = (box[1] - box[0]) / (limits[1] - limits[0])
    for most, named in ((5, True), (4, True), (3, True), (4, False), (3, False), (2, False)):
        marked = time_marks(date.fromordinal(first), date.fromordinal(last), most)
        texts = _named(marked, said) if named else _numbered(marked)
        middles = [box[0] + (day.toordinal() - limits[0]) * scale for day in marked.days]
        if _fits(texts, middles, lettering, page):
            break
    lines = ["\n".join(directed(line, right_to_left=said.right_to_left) for line in text) for text in texts]
    return TimeAxis(limits, [day.toordinal() for day in marked.days], lines)


def _named(marked: TimeMarks, said: Words) -> list[list[str]]:
    """Day and month, with the year below where it is the first or a new one."""
    texts = []
    year = None
    for day in marked.days:
        text = [said.mark(day, marked.unit)]
        if marked.unit is not Unit.YEAR and day.year != year:
            text.append(str(day.year))
        year = day.year
        texts.append(text)
    return texts


def _numbered(marked: TimeMarks) -> list[list[str]]:
    """Year, month and day in digits, as far as the unit goes."""
    parts = {Unit.DAY: 3, Unit.MONTH: 2, Unit.YEAR: 1}[marked.unit]
    return [["/".join(day.isoformat().split("-")[:parts])] for day in marked.days]


def _fits(texts: list[list[str]], middles: list[float], lettering: Lettering, page: tuple[float, float]) -> bool:
    halves = [max(lettering.width(line) for line in text) / 2 for text in texts]
    spans = [(middle - half, middle + half) for middle, half in zip(middles, halves, strict=True)]
    inside = all(page[0] <= start and end <= page[1] for start, end in spans)
    return inside and all(end + _GAP <= start for (_, end), (start, _) in pairwise(spans))
