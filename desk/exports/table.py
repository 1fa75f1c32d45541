"""Tables as CSV text, a row at a time; what a spreadsheet would run as a formula is defused."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from desk.spreadsheets import defused

Cell = str | int | float | bool | None


def csv_text(rows: Iterable[Sequence[Cell]]) -> Iterator[str]:
    """Each row as one line of CSV [RFC 4180]; null is an empty cell, true and false are words."""
    buffer = io.StringIO()
    writer = csv.writer(buffer)
    for row in rows:
        writer.writerow([_text(cell) for cell in row])
        yield buffer.getvalue()
        buffer.seek(0)
        buffer.truncate()


def _text(cell: Cell) -> str:
    match cell:
        case None:
            return ""
        case bool():
            return "true" if cell else "false"
        case str():
            return defused(cell)
        case _:
            return str(cell)
