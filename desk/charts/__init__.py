"""A toll's history as a picture for a phone: values in, PNG bytes out.

matplotlib is loaded when the first picture is asked for, not before.
"""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

from desk.charts.course import ChartValue
from desk.charts.lettering import DPI, drawing
from desk.charts.picture import toll_figure

__all__ = ["ChartValue", "toll_chart"]


def toll_chart(values: Sequence[ChartValue], *, title: str, subtitle: str, caption: str, language: str) -> bytes:
    """A PNG 1080 pixels wide and 1350 high, or higher where the words need it; the same input gives the same bytes.

    ``language`` is a BCP 47 tag; Arabic is set from the right, time runs left to right in both. ``values`` may come
    in any order.
    """
    with drawing():
        figure = toll_figure(values, title=title, subtitle=subtitle, caption=caption, language=language)
        png = BytesIO()
        figure.savefig(png, format="png", dpi=DPI, metadata={"Software": None})
        return png.getvalue()
