"""Letters on a chart: the fonts that come with the product, and text that is wrapped, directed and never a surprise.

matplotlib shapes and orders Arabic itself; reshaping before it would reverse the letters.
"""

from __future__ import annotations

import logging
import os
import re
import sys
import tempfile
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from matplotlib.backends.backend_agg import RendererAgg
    from matplotlib.font_manager import FontProperties

DRAWING = RLock()
"""Held while drawing: matplotlib's settings and fonts belong to the whole interpreter."""

FONTS = Path(__file__).parents[1] / "fonts"
DPI = 180  # a point is 2.5 pixels
_FILES = ("NotoSans", "NotoSansArabic")
_WEIGHTS = ("Regular", "Bold")
_RIGHT_TO_LEFT_MARK, _LEFT_TO_RIGHT_MARK = "\u200f", "\u200e"
_NOT_DRAWN = "\u25a1"
# "19 July 2018" stays on one line: the space after a day's number, and the one before a year.
_IN_A_DATE = re.compile(r"(?<=\b\d) (?=[^\W\d])|(?<=\b\d\d) (?=[^\W\d])|(?<=[^\W\d]) (?=(?:19|20)\d\d\b)")
_CHANGE = re.compile(r"(?<![\u2066\u2067\u2068])(\d[\d.,]*) ?([→←]) ?(\d[\d.,]*)")


@contextmanager
def drawing() -> Iterator[None]:
    """matplotlib with its own settings, whatever the machine's ``matplotlibrc`` says; one chart at a time."""
    with DRAWING:
        families()
        import matplotlib

        with matplotlib.rc_context():
            matplotlib.rcdefaults()
            yield


@cache
def families() -> tuple[str, ...]:
    """Load matplotlib and name our fonts to it, Latin first; what both lack comes from matplotlib's own DejaVu.

    The names are ours alone, so that another version on the machine is never taken instead.
    """
    with DRAWING, _leaving_no_trace():
        import matplotlib
        from matplotlib import font_manager

        dejavu = Path(matplotlib.get_data_path(), "fonts", "ttf")
        sources = {f"ledger {name}": [FONTS / f"{name}-{weight}.ttf" for weight in _WEIGHTS] for name in _FILES}
        sources["ledger DejaVu"] = [dejavu / "DejaVuSans.ttf", dejavu / "DejaVuSans-Bold.ttf"]
        for name, paths in sources.items():
            for path in paths:
                entry = font_manager.ttfFontProperty(font_manager.get_font(path))
                font_manager.fontManager.ttflist.append(replace(entry, name=name))
        return tuple(sources)


@contextmanager
def _leaving_no_trace() -> Iterator[None]:
    """Import matplotlib without a cache in the user's home and without its remarks on where that could be.

    Where MPLCONFIGDIR is set, matplotlib keeps its list of the machine's fonts there, as asked.
    """
    logger = logging.getLogger("matplotlib")
    level, chosen = logger.level, os.environ.get("MPLCONFIGDIR")
    logger.setLevel(logging.ERROR)
    try:
        if chosen or "matplotlib" in sys.modules:
            yield
            return
        with tempfile.TemporaryDirectory(prefix="ledger-chart-") as folder:
            os.environ["MPLCONFIGDIR"] = folder
            import matplotlib

            matplotlib.get_configdir()  # asked for later, with styles, and then made; the answer is kept
            yield
    finally:
        logger.setLevel(level)
        if not chosen:
            os.environ.pop("MPLCONFIGDIR", None)


@cache
def _drawable() -> frozenset[int]:
    """Every code point that one of our fonts has, in the regular and in the bold."""
    from matplotlib import font_manager

    has: list[set[int]] = []
    for weight in ("normal", "bold"):
        paths = [
            font_manager.findfont(font_manager.FontProperties(family=name, weight=weight), fallback_to_default=False)
            for name in families()
        ]
        has.append(set().union(*(font_manager.get_font(path).get_charmap() for path in paths)))
    return frozenset(has[0] & has[1])


def plain(text: str) -> str:
    """``text`` with what no font can draw as an empty box, and no control characters but line ends."""
    known = _drawable()
    kept = (letter for letter in text if letter == "\n" or letter.isspace() or unicodedata.category(letter) != "Cc")
    return "".join(
        letter if letter.isspace() or unicodedata.category(letter) == "Cf" or ord(letter) in known else _NOT_DRAWN
        for letter in kept
    )


def directed(line: str, *, right_to_left: bool) -> str:
    """One line whose direction does not depend on its first word, and in which ``62 → 58`` never turns round."""
    held = _CHANGE.sub("\u2066\\1\u00a0\\2\u00a0\\3\u2069", line) if right_to_left else line
    return (_RIGHT_TO_LEFT_MARK if right_to_left else _LEFT_TO_RIGHT_MARK) + held


@dataclass(frozen=True, slots=True)
class Lettering:
    """A size in points and a weight, with the width of words in pixels."""

    size: float
    renderer: RendererAgg
    bold: bool = False

    @property
    def font(self) -> FontProperties:
        from matplotlib.font_manager import FontProperties

        return FontProperties(family=families(), size=self.size, weight="bold" if self.bold else "normal")

    @property
    def line_height(self) -> float:
        return self.size * DPI / 72 * 1.4

    def width(self, text: str) -> float:
        size: tuple[float, float, float] = self.renderer.get_text_width_height_descent(  # type: ignore[no-untyped-call]
            text, self.font, ismath=False
        )
        return size[0]

    def wrapped(self, text: str, width: float) -> list[str]:
        """``text`` in lines no wider than ``width`` pixels; a word that is wider by itself is broken."""
        lines: list[str] = []
        for paragraph in plain(text).split("\n"):
            line = ""
            for word in re.split(r"[^\S\u00a0]+", _IN_A_DATE.sub("\u00a0", paragraph.strip())):
                for piece in self._pieces(word, width):
                    longer = f"{line} {piece}" if line else piece
                    if line and self.width(longer) > width:
                        lines.append(line)
                        longer = piece
                    line = longer
            if line:
                lines.append(line)
        return lines

    def _pieces(self, word: str, width: float) -> list[str]:
        if self.width(word) <= width:
            return [word]
        pieces = [""]
        for letter in word:
            if pieces[-1] and self.width(pieces[-1] + letter) > width and not unicodedata.combining(letter):
                pieces.append("")
            pieces[-1] += letter
        return pieces
