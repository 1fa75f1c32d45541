"""The ``tolls`` format: CSV, one line per change of one counted day, in the order in which the changes became known."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from desk.imports import cells
from desk.imports.change import Change, KeyWords
from desk.imports.lines import Read, csv_lines
from desk.imports.read_line import ReadLine
from ledger.domain.commands import PublishedChange
from ledger.domain.values import Basis, Harm
from ledger.errors import ImportLineUnfit
from ledger.sources import canonical_source

COLUMNS = (
    "stated_at", "source", "place", "group", "harm", "cause", "period_start", "counted_to", "op", "value", "reason",
)  # fmt: skip
OPTIONAL = ("affiliation", "perpetrator", "basis")
_OF_KEY = ("source", "place", "group", "harm", "cause", "period_start", *OPTIONAL)


def read_tolls(path: Path, read: Read) -> Iterator[ReadLine]:
    """Every line of a file as a change, or as what is wrong with it.

    Raises ``ImportUnreadable`` or ``ColumnsUnfit`` for the file as a whole.
    """
    for line in csv_lines(path, COLUMNS, OPTIONAL, read):
        if line.unfit is not None:
            yield ReadLine(line.number, line.header, line.raw, line.unfit)
            continue
        try:
            yield ReadLine(line.number, line.header, line.raw, _change(line.cells))
        except ImportLineUnfit as unfit:
            yield ReadLine(line.number, line.header, line.raw, unfit)


def _change(given: dict[str, str]) -> Change:
    op = cells.one_of("op", given["op"], PublishedChange)
    return Change(
        key=_key(*(given.get(column, "") for column in _OF_KEY)),
        stated_at=cells.moment("stated_at", given["stated_at"]),
        counted_to=cells.day("counted_to", given["counted_to"]),
        op=op,
        value=_value(op, given["value"]),
        reason=cells.reason("reason", given["reason"]),
    )


def _value(op: PublishedChange, cell: str) -> int | None:
    if op is not PublishedChange.WITHDRAW:
        return cells.number("value", cell)
    if cell.strip():
        why = "is a value, and a withdrawal gives none"
        raise ImportLineUnfit("value", cell, why, "leave it empty, or use revise")
    return None


@lru_cache(maxsize=4096)  # a file has few keys and many lines
def _key(
    source: str,
    place: str,
    group: str,
    harm: str,
    cause: str,
    period_start: str,
    affiliation: str,
    perpetrator: str,
    basis: str,
) -> KeyWords:
    return KeyWords(
        source=canonical_source(cells.needed("source", source, "Gaza Ministry of Health")),
        place=cells.words("place", place),
        group=cells.words("group", group) or "all",
        affiliation=cells.words("affiliation", affiliation),
        harm=cells.one_of("harm", harm, Harm),
        cause=cells.words("cause", cause),
        perpetrator=cells.words("perpetrator", perpetrator),
        period_start=cells.day("period_start", period_start) if period_start.strip() else None,
        basis=cells.one_of("basis", basis, Basis) if basis.strip() else None,
    )
