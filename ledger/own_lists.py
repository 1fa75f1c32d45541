"""A list of one's own, as a CSV file with a header: places or parties that a newsroom adds to those that come with us.

A file with one unfit row is refused whole, naming line, column, value, why and what would be taken: half a list would
leave out names in silence.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import TypeVar

from ledger.errors import OwnListUnfit, SettingUnusable

Made = TypeVar("Made")


@dataclass(frozen=True, slots=True)
class OwnRow:
    """One row: ``fields`` by column, without spaces around them, empty where the file has no such column."""

    file: str
    line: int
    fields: dict[str, str]

    def unfit(self, column: str, reason: str, fix: str, example: str = "") -> OwnListUnfit:
        """The refusal of what stands in a column."""
        return OwnListUnfit(self.file, self.line, column, self.fields.get(column, ""), reason, fix, example)


def own_rows(path: Path, setting: str, columns: Sequence[str], needed: Sequence[str]) -> list[OwnRow]:
    """The rows of the file that ``setting`` names; ``needed`` columns must be there and filled in each row.

    Raises ``SettingUnusable`` where the file cannot be read, ``OwnListUnfit`` for a header or row that does not fit.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise SettingUnusable(setting, f"{path}: {error.strerror or 'it cannot be read'}") from None
    except UnicodeDecodeError:
        raise SettingUnusable(setting, f"{path}: it is no UTF-8 text") from None
    return list(_rows(text, str(path), columns, needed))


def all_fit(rows: Sequence[OwnRow], made: Callable[[OwnRow], Made]) -> list[Made]:
    """What is made of each row. Raises the first ``OwnListUnfit``, saying how many more rows do not fit."""
    fit: list[Made] = []
    unfit: list[OwnListUnfit] = []
    for row in rows:
        try:
            fit.append(made(row))
        except OwnListUnfit as refusal:
            unfit.append(refusal)
    if unfit:
        raise unfit[0].and_more(len(unfit) - 1)
    return fit


def _rows(text: str, file: str, columns: Sequence[str], needed: Sequence[str]) -> Iterator[OwnRow]:
    lines = csv.reader(StringIO(text), strict=True)
    header: list[str] | None = None
    try:
        for cells in lines:
            if not any(cell.strip() for cell in cells):
                continue
            if header is None:
                header = _header(cells, file, lines.line_num, columns, needed)
                continue
            yield _row(cells, header, file, lines.line_num, columns, needed)
    except csv.Error as error:
        raise OwnListUnfit(
            file, lines.line_num, "?", "", f"is not read as CSV ({error})", "put a cell with a quote or comma in quotes"
        ) from None
    if header is None:
        raise OwnListUnfit(file, 1, columns[0], "", "is missing: the file is empty", "begin with the names of columns",
                           ",".join(columns))  # fmt: skip


def _header(cells: list[str], file: str, line: int, columns: Sequence[str], needed: Sequence[str]) -> list[str]:
    header = [cell.strip().casefold() for cell in cells]
    fix, example = f"the columns are {', '.join(columns)}", ",".join(columns)
    for name in header:
        if name not in columns:
            raise OwnListUnfit(file, line, name, name, "is no column of this list", fix, example)
        if header.count(name) > 1:
            raise OwnListUnfit(file, line, name, name, "is there twice", fix, example)
    for name in needed:
        if name not in header:
            raise OwnListUnfit(file, line, name, "", "is missing in the first line", fix, example)
    return header


def _row(
    cells: list[str], header: list[str], file: str, line: int, columns: Sequence[str], needed: Sequence[str]
) -> OwnRow:
    if len(cells) > len(header):
        extra = ",".join(cells[len(header) :])
        raise OwnListUnfit(
            file,
            line,
            str(len(header) + 1),
            extra,
            "stands beyond the last column",
            "put a cell with a comma in quotes",
        )
    fields = dict.fromkeys(columns, "") | {
        name: " ".join(cell.split()) for name, cell in zip(header, cells, strict=False)
    }
    row = OwnRow(file, line, fields)
    for name in needed:
        if not fields[name]:
            raise row.unfit(name, "is empty", "fill it in")
    return row
