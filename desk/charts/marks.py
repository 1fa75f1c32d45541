"""The marks of a toll's course on the axes: line, bands, fades, falls, corrections, replaced and withdrawn values."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from desk.charts.course import Course, Step

if TYPE_CHECKING:
    from matplotlib.axes import Axes

INK, QUIET, PALE = "#1b1b1b", "#5c5c5c", "#d9d9d9"
LINE, FALL, RISE = "#14487a", "#b3261e", "#8a5a00"  # told apart by shape too, for whoever cannot by colour
BAND, FADE = 0.24, 0.16
FADE_HEIGHT = 0.075  # of the axis: the same whatever the number, since it stands for no number
FADE_LAYERS = 8
FEW = 40  # up to so many values each gets its own dot


def draw(axes: Axes, shown: Course, top: float) -> None:
    """All marks of ``shown``; ``top`` is where the number axis ends."""
    for gap in shown.gaps:
        axes.axvspan(gap.day, gap.until, color=PALE, alpha=0.45, linewidth=0, zorder=0)
    for stretch in shown.stretches:
        _bounds(axes, stretch, top)
        days, figures = outline(stretch, [step.figure for step in stretch])
        axes.plot(days, figures, color=LINE, linewidth=2.4 if _few(shown) else 1.6, clip_on=False, zorder=3)
    _replaced(axes, shown, top)
    _dots(axes, shown, top)
    _corrections(axes, shown, top)
    withdrawn = [(gap.day, min(gap.height or 0, top)) for gap in shown.gaps]
    _symbols(axes, withdrawn, "X", QUIET, 9 if _few(shown) else 6)


def outline(stretch: Sequence[Step], heights: Sequence[float]) -> tuple[list[int], list[float]]:
    """The corners of a stair that holds each height from its day until the next."""
    days = [day for step in stretch for day in (step.day, step.until)]
    return days, [height for height in heights for _ in range(2)]


def open_ends(step: Step, top: float) -> list[tuple[float, float]]:
    """Where an arrow begins and ends for each bound that was not given; a tie to an older figure takes its place."""
    ends: list[tuple[float, float]] = []
    if step.open_above and not step.fell:
        ends.append((step.ceiling, step.ceiling + FADE_HEIGHT * top))
    if step.open_below and not step.rose and step.floor > 0:
        ends.append((step.floor, max(0.0, step.floor - FADE_HEIGHT * top)))
    return ends


def _few(shown: Course) -> bool:
    return len(shown.steps) <= FEW


def _symbols(axes: Axes, places: Sequence[tuple[float, float]], marker: str, color: str, size: float) -> None:
    """One symbol at each place, rimmed in white so that it stands off the line."""
    axes.plot(
        [day for day, _ in places],
        [height for _, height in places],
        linestyle="none",
        marker=marker,
        markersize=size,
        color=color,
        markeredgecolor="white",
        markeredgewidth=1.0,
        clip_on=False,
        zorder=5,
    )


def _bounds(axes: Axes, stretch: Sequence[Step], top: float) -> None:
    """The band between bounds that were given, and a fade where one was not."""
    for run in _runs(stretch, [step.floor < step.ceiling for step in stretch]):
        days, floors = outline(run, [step.floor for step in run])
        ceilings = outline(run, [step.ceiling for step in run])[1]
        axes.fill_between(days, floors, ceilings, color=LINE, alpha=BAND, linewidth=0, zorder=1)
    for upwards in (True, False):
        open_ended = [step.open_above if upwards else step.open_below for step in stretch]
        for run in _runs(stretch, open_ended):
            _fade(axes, run, top, upwards=upwards)


def _fade(axes: Axes, run: Sequence[Step], top: float, *, upwards: bool) -> None:
    edge = [step.ceiling if upwards else step.floor for step in run]
    reach = FADE_HEIGHT * top * (1 if upwards else -1)
    for layer in range(FADE_LAYERS):
        days, near = outline(run, edge)
        far = [max(0.0, height + reach * (FADE_LAYERS - layer) / FADE_LAYERS) for height in near]
        axes.fill_between(days, near, far, color=LINE, alpha=FADE / FADE_LAYERS * 2, linewidth=0, zorder=1)


def _runs(stretch: Sequence[Step], chosen: Sequence[bool]) -> list[list[Step]]:
    """The chosen steps, neighbours together, so that no seam shows between them."""
    runs: list[list[Step]] = [[]]
    for step, is_chosen in zip(stretch, chosen, strict=True):
        if is_chosen:
            runs[-1].append(step)
        elif runs[-1]:
            runs.append([])
    return [run for run in runs if run]


def _dots(axes: Axes, shown: Course, top: float) -> None:
    """A dot for each value while there are few, else for the last."""
    dotted = shown.steps if _few(shown) else shown.steps[-1:]
    _symbols(axes, [(step.day, step.figure) for step in dotted if not step.fell and not step.rose], "o", LINE, 7)
    for step in dotted:
        if step.until == step.day:
            _bounds_of_one_day(axes, step, top)


def _bounds_of_one_day(axes: Axes, step: Step, top: float) -> None:
    """Bars and arrows for a value that no stretch of time is drawn for, such as the last."""
    day = (step.day, step.day)
    if step.floor < step.ceiling:
        bounds = (step.floor, step.ceiling)
        axes.plot(day, bounds, color=LINE, alpha=0.55, linewidth=2, marker="_", markersize=9, markeredgewidth=2)
    for edge, tip in open_ends(step, top):
        axes.plot(day, (edge, tip), color=LINE, alpha=0.55, linewidth=1.6, zorder=2)
        axes.plot(step.day, tip, color=LINE, alpha=0.75, marker="^" if tip > edge else "v", markersize=6, zorder=2)


def _replaced(axes: Axes, shown: Course, top: float) -> None:
    """Hollow circles; at the upper end of the axis an arrow instead, for a figure beyond the scale."""
    within = [value for value in shown.replaced if (value.figure or 0) <= shown.scale_top]
    beyond = [value for value in shown.replaced if (value.figure or 0) > shown.scale_top]
    for marker, values in (("o", within), ("^", beyond)):
        axes.plot(
            [value.counted_to.toordinal() for value in values],
            [min(value.figure or 0, top) for value in values],
            linestyle="none",
            marker=marker,
            markersize=6 if len(shown.replaced) <= FEW else 3,
            markerfacecolor="white",
            markeredgecolor=QUIET,
            markeredgewidth=1.2,
            alpha=0.75,
            clip_on=False,
            zorder=3.5,
        )


def _corrections(axes: Axes, shown: Course, top: float) -> None:
    """Triangles that point the way the figure went, each tied to the figure it came from."""
    size = 11 if _few(shown) else 7
    for steps, marker, color in (
        ([step for step in shown.steps if step.rose], "^", RISE),
        ([step for step in shown.steps if step.fell], "v", FALL),
    ):
        for step in steps:
            old = min(step.value.revised_from or 0, top)
            axes.plot((step.day, step.day), (old, step.figure), color=color, linewidth=1.2, linestyle=":", zorder=2.6)
        _symbols(axes, [(step.day, step.figure) for step in steps], marker, color, size)
