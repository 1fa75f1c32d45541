"""The key below the plot: only the marks that are in it, in one column or two."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from desk.charts.course import Course
from desk.charts.lettering import Lettering, directed
from desk.charts.marks import BAND, FADE, FALL, LINE, PALE, QUIET, RISE
from desk.charts.words import Words

if TYPE_CHECKING:
    from matplotlib.figure import Figure

SIGN_WIDTH, SIGN_GAP, COLUMN_GAP = 52.0, 18.0, 30.0


class Sign(Enum):
    COUNT = "count"
    BAND = "band"
    FADE = "fade"
    FALL = "fall"
    RISE = "rise"
    REPLACED = "replaced"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Key:
    """Entries in reading order, down the first column and then the second; ``room`` is the width in pixels."""

    entries: tuple[tuple[Sign, str], ...]
    lettering: Lettering
    room: float
    right_to_left: bool

    @property
    def columns(self) -> int:
        half = (self.room - COLUMN_GAP) / 2 - SIGN_WIDTH - SIGN_GAP
        return 2 if all(self.lettering.width(text) <= half for _, text in self.entries) else 1

    @property
    def row_height(self) -> float:
        return self.lettering.line_height * 1.05

    @property
    def height(self) -> float:
        return self.row_height * -(-len(self.entries) // self.columns)

    def draw(self, figure: Figure, left: float, top: float) -> None:
        """Draw all entries below ``top`` and from ``left`` on, in pixels."""
        page_width, page_height = figure.bbox.size
        rows = -(-len(self.entries) // self.columns)
        for at, (sign, text) in enumerate(self.entries):
            column, row = divmod(at, rows)
            offset = column * (self.room + COLUMN_GAP) / 2
            x = left + self.room - offset - SIGN_WIDTH if self.right_to_left else left + offset
            y = top - (row + 0.5) * self.row_height
            _sign(figure, sign, x / page_width, (x + SIGN_WIDTH) / page_width, y, page_height)
            beside = x - SIGN_GAP if self.right_to_left else x + SIGN_WIDTH + SIGN_GAP
            figure.text(
                beside / page_width,
                (y - self.lettering.line_height * 0.22) / page_height,
                directed(text, right_to_left=self.right_to_left),
                fontproperties=self.lettering.font,
                color=QUIET,
                ha="right" if self.right_to_left else "left",
                va="baseline",
                parse_math=False,
            )


def entries(shown: Course, said: Words) -> tuple[tuple[Sign, str], ...]:
    """What the plot of ``shown`` has in it."""
    steps = shown.steps
    present = (
        (Sign.COUNT, said.count, bool(steps)),
        (Sign.BAND, said.band, any(step.floor < step.ceiling for step in steps)),
        (Sign.FADE, said.fade, any(step.open_above or step.open_below for step in steps)),
        (Sign.FALL, said.fall, any(step.fell for step in steps)),
        (Sign.RISE, said.rise, any(step.rose for step in steps)),
        (Sign.REPLACED, said.replaced, bool(shown.replaced)),
        (Sign.WITHDRAWN, said.withdrawn, bool(shown.gaps)),
    )
    return tuple((sign, text) for sign, text, is_there in present if is_there)


def _sign(figure: Figure, sign: Sign, x0: float, x1: float, y: float, page_height: float) -> None:
    """One sign between the shares ``x0`` and ``x1`` of the width, around ``y`` pixels."""
    if sign in (Sign.BAND, Sign.FADE):
        heights = [28.0] if sign is Sign.BAND else [28.0 * layer / 6 for layer in range(1, 7)]
        alpha = BAND if sign is Sign.BAND else FADE / 3
        for height in heights:
            _block(figure, (x0, (y - 14) / page_height), (x1, (y - 14 + height) / page_height), LINE, alpha)
        if sign is Sign.FADE:
            _arrow(figure, (x0 + x1) / 2, (y - 14) / page_height, (y + 8) / page_height)
        return
    if sign is Sign.WITHDRAWN:
        _block(figure, (x0, (y - 14) / page_height), (x1, (y + 14) / page_height), PALE, 0.45)
    marker, color, size = {
        Sign.COUNT: ("o", LINE, 7),
        Sign.FALL: ("v", FALL, 11),
        Sign.RISE: ("^", RISE, 11),
        Sign.REPLACED: ("o", QUIET, 6),
        Sign.WITHDRAWN: ("X", QUIET, 9),
    }[sign]
    inside = "white" if sign is Sign.REPLACED else color
    if sign is Sign.COUNT:
        _line(figure, (x0, x1), (y / page_height,) * 2, color=LINE, linewidth=2.4)
    _line(
        figure,
        ((x0 + x1) / 2,),
        (y / page_height,),
        marker=marker,
        markersize=size,
        markerfacecolor=inside,
        markeredgecolor=color,
        alpha=0.6 if sign is Sign.REPLACED else 1.0,
    )


def _line(figure: Figure, xs: Sequence[float], ys: Sequence[float], **style: str | float) -> None:
    from matplotlib.lines import Line2D

    figure.add_artist(Line2D(xs, ys, **style))  # type: ignore[arg-type]


def _block(figure: Figure, low: tuple[float, float], high: tuple[float, float], color: str, alpha: float) -> None:
    from matplotlib.patches import Rectangle

    figure.add_artist(Rectangle(low, high[0] - low[0], high[1] - low[1], color=color, alpha=alpha, linewidth=0))


def _arrow(figure: Figure, x: float, low: float, high: float) -> None:
    _line(figure, (x, x), (low, high), color=LINE, alpha=0.55, linewidth=1.6)
    _line(figure, (x,), (high,), color=LINE, alpha=0.75, marker="^", markersize=5)
