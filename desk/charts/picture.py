"""The whole picture: the question on top, the course of the toll, key, notes and caveat below, as high as they need."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desk.charts import labels, marks
from desk.charts.axis import TimeAxis, time_axis
from desk.charts.course import ChartValue, Course, course
from desk.charts.key import Key, entries
from desk.charts.lettering import DPI, Lettering, directed
from desk.charts.scales import number_marks
from desk.charts.words import Words, number, words

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

WIDTH, HEIGHT = 1080, 1350  # pixels: what a phone shows upright; long words make it higher
PLOT_HEIGHT = 560  # at least
GRAIN = 45  # heights are whole multiples, a quarter of an inch, so that inches give back whole pixels
MARGIN, EDGE, GAP = 54.0, 9.0, 26.0
TITLE, SUBTITLE, LABEL, CAPTION = 17.0, 12.0, 11.0, 10.0  # points of 2.5 pixels


@dataclass(frozen=True, slots=True)
class Page:
    """A figure with its words; all places in pixels from the lower left."""

    figure: Figure
    said: Words
    height: int

    def write(self, lines: Sequence[str], lettering: Lettering, top: float, color: str) -> float:
        """Write lines below ``top``, flush with the side where reading begins; returns where they end."""
        right_to_left = self.said.right_to_left
        for line in lines:
            top -= lettering.line_height
            self.figure.text(
                (WIDTH - MARGIN if right_to_left else MARGIN) / WIDTH,
                (top + lettering.line_height * 0.28) / self.height,
                directed(line, right_to_left=right_to_left),
                fontproperties=lettering.font,
                color=color,
                ha="right" if right_to_left else "left",
                va="baseline",
                parse_math=False,
            )
        return top


def toll_figure(values: Sequence[ChartValue], *, title: str, subtitle: str, caption: str, language: str) -> Figure:
    """The picture before it is made into bytes; call it within ``lettering.drawing``."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    said, shown = words(language), course(values)
    figure = Figure(figsize=(WIDTH / DPI, HEIGHT / DPI), dpi=DPI, facecolor="white")
    renderer = FigureCanvasAgg(figure).get_renderer()  # type: ignore[no-untyped-call]
    heading, below = Lettering(TITLE, renderer, bold=True), Lettering(SUBTITLE, renderer)
    label, fine = Lettering(LABEL, renderer), Lettering(CAPTION, renderer)
    room = WIDTH - 2 * MARGIN
    title_lines, subtitle_lines = heading.wrapped(title, room), below.wrapped(subtitle, room)
    caption_lines = fine.wrapped(caption, room)
    key = Key(entries(shown, said), fine, room, said.right_to_left)
    notes = _notes(shown, said)
    # One more note may follow, on changes without figures, once the labels have found their places.
    reserved = sum(len(fine.wrapped(note, room)) for note in notes) + _may_lack_figures(shown)

    above = MARGIN * 0.7 + len(title_lines) * heading.line_height + len(subtitle_lines) * below.line_height + GAP * 1.4
    under = 2 * label.line_height + GAP + key.height + GAP / 2
    under += (reserved + len(caption_lines)) * fine.line_height + GAP / 2 + MARGIN * 0.6
    height = math.ceil(max(HEIGHT, above + PLOT_HEIGHT + under) / GRAIN) * GRAIN
    figure.set_size_inches(WIDTH / DPI, height / DPI)

    page = Page(figure, said, height)
    top = page.write(title_lines, heading, height - MARGIN * 0.7, marks.INK)
    page.write(subtitle_lines, below, top, marks.QUIET)
    missing = _plot(page, shown, label, below=under, above=above)
    key.draw(figure, MARGIN, under - 2 * label.line_height - GAP)
    if missing:
        notes.append(said.unlabelled.format(n=number(missing)))
    top = under - 2 * label.line_height - GAP - key.height - GAP / 2
    top = page.write([line for note in notes for line in fine.wrapped(note, room)], fine, top, marks.INK)
    page.write(caption_lines, fine, MARGIN * 0.6 + len(caption_lines) * fine.line_height, marks.QUIET)
    return figure


def _notes(shown: Course, said: Words) -> list[str]:
    notes = [said.worded(shown.worded)] if shown.worded else []
    return notes + ([said.beyond(shown.off_scale)] if shown.off_scale else [])


def _may_lack_figures(shown: Course) -> bool:
    return any(step.fell or step.rose for step in shown.steps)


def _plot(page: Page, shown: Course, lettering: Lettering, *, below: float, above: float) -> int:
    """Axes, marks and labels; returns how many changes are marked without their figures."""
    top = shown.scale_top * 1.2
    figures = number_marks(int(top))
    left = MARGIN + max(lettering.width(number(figure)) for figure in figures) + 14
    box = labels.Box(left, below, WIDTH - MARGIN, page.height - above)
    shares = (left / WIDTH, below / page.height, (box.x1 - left) / WIDTH, (box.y1 - below) / page.height)
    axes = page.figure.add_axes(shares)
    if shown.days is None:
        _say_nothing(axes, page.said, lettering)
        return 0
    times = time_axis(shown.days, page.said, lettering, (box.x0, box.x1), (EDGE, WIDTH - EDGE))
    _dress(axes, figures, top, times, lettering)
    marks.draw(axes, shown, top)
    large = Lettering(SUBTITLE, lettering.renderer, bold=True)
    return labels.write(axes, shown, page.said, lettering, large, box)


def _dress(axes: Axes, figures: list[int], top: float, times: TimeAxis, lettering: Lettering) -> None:
    axes.set_xlim(*times.limits)
    axes.set_ylim(0, top)
    axes.set_yticks(
        figures, [number(figure) for figure in figures], va="center", fontproperties=lettering.font, color=marks.QUIET
    )
    axes.set_xticks(times.places, times.labels, linespacing=0.95, fontproperties=lettering.font, color=marks.QUIET)
    axes.tick_params(axis="y", length=0, pad=6)
    axes.tick_params(axis="x", length=6, pad=5, color=marks.QUIET)
    axes.grid(axis="y", color=marks.PALE, linewidth=0.8)
    axes.set_axisbelow(True)
    axes.spines[["top", "left", "right"]].set_visible(False)
    axes.spines["bottom"].set_color(marks.QUIET)


def _say_nothing(axes: Axes, said: Words, lettering: Lettering) -> None:
    axes.set_axis_off()
    axes.text(
        0.5,
        0.5,
        directed(said.nothing, right_to_left=said.right_to_left),
        fontproperties=Lettering(TITLE, lettering.renderer).font,
        color=marks.QUIET,
        ha="center",
        va="center",
    )
