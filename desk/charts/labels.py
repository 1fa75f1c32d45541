"""Which numbers are written beside the marks, and where they stand in nothing's way."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from desk.charts.course import Course, Step
from desk.charts.lettering import Lettering, directed
from desk.charts.marks import FALL, INK, LINE, RISE, open_ends
from desk.charts.words import Words, change

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_MOST_CHANGES = 8
_MOST_FIGURES = 10
_DISTANCES = (16.0, 29.0, 48.0, 72.0, 104.0)  # pixels from the middle of a mark to its label, as far as it may go


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in pixels, left and bottom first."""

    x0: float
    y0: float
    x1: float
    y1: float

    def meets(self, other: Box) -> bool:
        return self.x0 < other.x1 and other.x0 < self.x1 and self.y0 < other.y1 and other.y0 < self.y1

    def holds(self, other: Box) -> bool:
        return self.x0 <= other.x0 and other.x1 <= self.x1 and self.y0 <= other.y0 and other.y1 <= self.y1


@dataclass(frozen=True, slots=True)
class Label:
    step: Step
    text: str
    color: str
    is_change: bool
    is_last: bool = False


def write(axes: Axes, shown: Course, said: Words, small: Lettering, large: Lettering, room: Box) -> int:
    """Write the labels within ``room``, the last value first; returns how many changes stay without figures."""
    taken = list(_marks(axes, shown))
    missing = 0
    wanted = wanted_labels(shown, said)
    for label in wanted:
        lettering = large if label.is_last else small
        size = (lettering.width(label.text), lettering.line_height * 0.8)
        places = [box for box in _places(axes, label, room, *size) if room.holds(box)]
        free = [box for box in places if not any(box.meets(other) for other in taken)]
        if not free and not label.is_last:
            missing += label.is_change
            continue
        place = (free or places)[0]  # the last value is what people came for: it is written whatever is below it
        taken.append(place)
        axes.figure.text(
            *_shares(axes, (place.x0 + place.x1) / 2, (place.y0 + place.y1) / 2),
            directed(label.text, right_to_left=said.right_to_left),
            fontproperties=lettering.font,
            color=label.color,
            ha="center",
            va="center_baseline",
            parse_math=False,
            zorder=6,
        )
    changed = sum(1 for step in shown.steps if step.fell or step.rose)
    return missing + changed - sum(1 for label in wanted if label.is_change)


def wanted_labels(shown: Course, said: Words) -> list[Label]:
    """The last value, the largest falls, the largest corrections upwards; while there are few, every new figure."""
    steps = shown.steps
    labels = [Label(step, said.figure(step.value), LINE, False, is_last=True) for step in steps[-1:]]
    changed = sorted(
        (step for step in steps if step.fell or step.rose), key=lambda step: (step.rose, -_moved(step), -step.day)
    )
    labels += [
        Label(step, change(step.value.revised_from or 0, step.figure), FALL if step.fell else RISE, True)
        for step in changed[:_MOST_CHANGES]
    ]
    if len(steps) <= _MOST_FIGURES:
        told = {id(label.step) for label in labels}
        for before, step in zip((None, *steps), steps, strict=False):
            is_new = before is None or said.figure(before.value) != said.figure(step.value)
            if is_new and id(step) not in told:
                labels.append(Label(step, said.figure(step.value), INK, False))
    return labels


def _moved(step: Step) -> int:
    return abs((step.value.revised_from or 0) - step.figure)


def _places(axes: Axes, label: Label, room: Box, width: float, height: float) -> Iterator[Box]:
    """Above, below, to the left, to the right of the mark, then the same further away.

    Above and below as much to one side as the room demands.
    """
    x, y = axes.transData.transform((label.step.day, label.step.figure))
    middle = min(max(x - width / 2, room.x0), room.x1 - width)
    for gap in _DISTANCES if label.is_last else _DISTANCES[:3] if label.is_change else _DISTANCES[:1]:
        for left, bottom in (
            (middle, y + gap),
            (x - width - gap, y + gap),
            (x + gap, y + gap),
            (middle, y - gap - height),
            (x - width - gap, y - height / 2),
            (x + gap, y - height / 2),
            (x - width - gap, y - gap - height),
            (x + gap, y - gap - height),
        ):
            yield Box(left, bottom, left + width, bottom + height)


def _marks(axes: Axes, shown: Course) -> Iterator[Box]:
    """The line, piece by piece, and the marks on it, as boxes that a label keeps off."""
    to_pixels = axes.transData.transform
    for stretch in shown.stretches:
        corners = [(day, step.figure) for step in stretch for day in (step.day, step.until)]
        for (x0, y0), (x1, y1) in pairwise(to_pixels(corners)):
            yield _around(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1), 5.0)
        for x, y in to_pixels([(step.day, step.figure) for step in stretch]):
            yield _around(x, y, x, y, 11.0)
    for step in (step for step in shown.steps if step.until == step.day):
        top = max([step.ceiling, *(tip for _, tip in open_ends(step, axes.get_ylim()[1]))])
        (x, low), (_, high) = to_pixels([(step.day, step.floor), (step.day, top)])
        yield _around(x, low, x, high, 10.0)
    for step in (step for step in shown.steps if step.fell or step.rose):
        (x, y0), (_, y1) = to_pixels([(step.day, step.figure), (step.day, step.value.revised_from or 0)])
        yield _around(x, min(y0, y1), x, max(y0, y1), 5.0)
    for gap in shown.gaps:
        x, y = to_pixels((gap.day, gap.height or 0))
        yield _around(x, y, x, y, 13.0)
    for value in shown.replaced:
        x, y = to_pixels((value.counted_to.toordinal(), value.figure or 0))
        yield _around(x, y, x, y, 8.0)


def _around(x0: float, y0: float, x1: float, y1: float, margin: float) -> Box:
    return Box(float(x0) - margin, float(y0) - margin, float(x1) + margin, float(y1) + margin)


def _shares(axes: Axes, x: float, y: float) -> tuple[float, float]:
    width, height = axes.figure.bbox.size
    return x / width, y / height
