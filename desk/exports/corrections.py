"""``corrections``: what moved, from what to what, why, and who agreed by role, as a table or as JSON Lines."""

from __future__ import annotations

from collections.abc import Iterator

import orjson

from desk.exports.exporting import Export
from desk.exports.table import Cell, csv_text
from projections.changes import ChangeRow

COLUMNS = (
    "position", "id", "entry_id", "kind", "outcome", "counted_to", "old", "new", "reasons", "unexplained", "who",
    "reporter", "stated_at", "recorded_at", "report_id", "read_at",
)  # fmt: skip


def as_lines(export: Export) -> Iterator[str]:
    """JSON Lines, as ``ledger changes --json`` prints them."""
    for row in export.counted(export.changes()):
        yield orjson.dumps(row.line()).decode() + "\n"


def as_table(export: Export) -> Iterator[str]:
    """CSV with the same columns; values that have parts are JSON in their cell."""
    yield from csv_text([COLUMNS])
    yield from csv_text(map(_cells, export.counted(export.changes())))


def _cells(row: ChangeRow) -> list[Cell]:
    line = row.line()
    cells: list[Cell] = []
    for column in COLUMNS:
        value = line[column]
        cells.append(orjson.dumps(value).decode() if isinstance(value, dict | list) else value)
    return cells
