"""The course of a toll: which of its values make the line, where it breaks, and what stands beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import groupby

OUTLYING = 3  # a figure no longer standing that is so many times the largest standing one is left off the scale


@dataclass(frozen=True, slots=True)
class ChartValue:
    """One value (or withdrawal) of a counted day; all three figures null = given in words, or nothing to show.

    ``revised_from`` is the figure it replaced, of that day or the one known before, where it fell or was corrected.
    ``superseded``: the day has another value now. ``known_from`` decides between two that are not superseded.
    """

    counted_to: date
    low: int | None
    best: int | None
    high: int | None
    qualifier: str | None
    known_from: datetime
    revised_from: int | None = None
    superseded: bool = False
    withdrawn: bool = False

    @property
    def figure(self) -> int | None:
        """The height at which it is drawn: the figure a reader quotes, else the only bound there is."""
        given = (self.best, self.low, self.high)
        return next((number for number in given if number is not None), None)


@dataclass(frozen=True, slots=True)
class Step:
    """A current value as drawn: from ``day`` to ``until`` (ordinals), with the bounds that were given."""

    day: int
    until: int
    figure: int
    floor: int
    ceiling: int
    value: ChartValue

    @property
    def open_above(self) -> bool:
        return self.value.high is None

    @property
    def open_below(self) -> bool:
        """Whether it may be fewer: "about" says so as much as a missing lower bound."""
        return self.value.low is None or (self.value.qualifier == "about" and self.value.high is None)

    @property
    def fell(self) -> bool:
        return self.value.revised_from is not None and self.value.revised_from > self.figure

    @property
    def rose(self) -> bool:
        return self.value.revised_from is not None and self.value.revised_from < self.figure


@dataclass(frozen=True, slots=True)
class Gap:
    """A withdrawn day, up to the next value that stands.

    ``height`` is the figure that was withdrawn where it is known, else where the line broke off, if it had begun.
    """

    day: int
    until: int
    height: int | None


@dataclass(frozen=True, slots=True)
class Course:
    """Unbroken stretches of steps, gaps between them, replaced values, and values that have no number."""

    stretches: tuple[tuple[Step, ...], ...]
    gaps: tuple[Gap, ...]
    replaced: tuple[ChartValue, ...]
    worded: tuple[ChartValue, ...]

    @property
    def steps(self) -> tuple[Step, ...]:
        return tuple(step for stretch in self.stretches for step in stretch)

    @property
    def days(self) -> tuple[int, int] | None:
        """First and last ordinal that is drawn."""
        drawn = [step.day for step in self.steps] + [gap.day for gap in self.gaps]
        drawn += [value.counted_to.toordinal() for value in self.replaced]
        return (min(drawn), max(drawn)) if drawn else None

    @property
    def scale_top(self) -> int:
        """The largest number that the scale must hold; a figure no longer standing may be too large for it."""
        standing = max((step.ceiling for step in self.steps), default=0)
        replaced = [value.figure or 0 for value in self.replaced] + [gap.height or 0 for gap in self.gaps]
        within = [number for number in replaced if not standing or number <= OUTLYING * standing]
        return max([standing, *within, 1])

    @property
    def off_scale(self) -> tuple[tuple[date, int], ...]:
        """Day and figure of what is marked at the upper end of the scale because it is larger."""
        gone = [(value.counted_to, value.figure or 0) for value in self.replaced]
        gone += [(date.fromordinal(gap.day), gap.height or 0) for gap in self.gaps]
        return tuple(sorted((day, figure) for day, figure in gone if figure > self.scale_top))


def course(values: Sequence[ChartValue]) -> Course:
    """Order values by counted day and sort out which stand; of one day the value known last does."""
    days: list[ChartValue] = []
    replaced: list[ChartValue] = []
    ordered = sorted(values, key=lambda value: (value.counted_to, value.known_from))
    for _, found in groupby(ordered, key=lambda value: value.counted_to):
        of_day = list(found)
        standing = [value for value in of_day if not value.superseded][-1:]
        earlier = [value for value in of_day if value not in standing and value.figure is not None]
        if standing and standing[0].withdrawn and standing[0].figure is None:
            # The withdrawal's own mark stands for the figure that it took back.
            standing, earlier = [replace(value, withdrawn=True) for value in earlier[-1:]] or standing, earlier[:-1]
        replaced += earlier
        days += standing
    worded = tuple(value for value in days if value.figure is None and not value.withdrawn)
    stretches, gaps = _drawn([value for value in days if value.withdrawn or value.figure is not None])
    return Course(stretches, gaps, tuple(replaced), worded)


def _drawn(days: list[ChartValue]) -> tuple[tuple[tuple[Step, ...], ...], tuple[Gap, ...]]:
    """Steps in unbroken stretches, and gaps; each lasts until the next day in ``days``."""
    stretches: list[list[Step]] = [[]]
    gaps: list[Gap] = []
    height: int | None = None
    for at, value in enumerate(days):
        day = value.counted_to.toordinal()
        until = days[at + 1].counted_to.toordinal() if at + 1 < len(days) else day
        if value.withdrawn or value.figure is None:
            gaps.append(Gap(day, until, height if value.figure is None else value.figure))
            stretches.append([])
            continue
        height = value.figure
        given = [bound for bound in (value.low, value.best, value.high) if bound is not None]
        stretches[-1].append(Step(day, until, height, min(given), max(given), value))
    return tuple(tuple(stretch) for stretch in stretches if stretch), tuple(gaps)
