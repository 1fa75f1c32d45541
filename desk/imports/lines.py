"""The lines of a CSV file, one at a time: cells by column, or why a line is none. Nothing is read twice or held.

Takes what publishers' programs write: UTF-8 with or without a byte-order mark, any line ends, newlines in quotes,
columns in any order. Bytes that are no UTF-8 make their own line bad and no other.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from desk.imports.cells import LONGEST_CELL
from ledger.errors import ColumnsUnfit, ImportLineUnfit, ImportUnreadable

LONGEST_LINE = 16 * 1024 * 1024
"""Bytes of a line and of a cell; beyond, the file is not in this format."""

REJECTED = "rejected_"
"""Begins the names of the columns that a file of rejects says more in; an import of it, mended, passes them over."""

Read = Callable[[int], None]
"""Told how many bytes of the file have been read."""


@dataclass(frozen=True, slots=True)
class CsvLine:
    """One record: the number of its first line (the header's is 1), its cells by column, and all of them as they stood.

    ``header`` are the names of the columns. ``unfit`` says why the cells cannot be told apart or taken, and ``cells``
    is then empty.
    """

    number: int
    header: tuple[str, ...]
    cells: dict[str, str]
    raw: list[str]
    unfit: ImportLineUnfit | None = None


def csv_lines(
    path: Path, columns: Sequence[str], optional: Sequence[str], read: Read, *, longest: int = LONGEST_CELL
) -> Iterator[CsvLine]:
    """Every line behind the header; no cell has more than ``longest`` letters.

    Raises ``ImportUnreadable`` or ``ColumnsUnfit``.
    """
    try:
        with path.open("rb") as file:
            yield from _records(file, str(path), columns, optional, read, longest)
    except OSError as error:
        raise ImportUnreadable(str(path), f"cannot be read ({error.strerror})", "check the path") from error


def _records(
    file: BinaryIO, name: str, columns: Sequence[str], optional: Sequence[str], read: Read, longest: int
) -> Iterator[CsvLine]:
    csv.field_size_limit(LONGEST_LINE)
    reader = csv.reader(_texts(file, name, read), strict=True)
    header: tuple[str, ...] | None = None
    while True:
        number = reader.line_num + 1
        try:
            raw = next(reader, None)
        except csv.Error as error:
            if header is None:
                raise ColumnsUnfit(name, f"has no header that can be read ({error})", ",".join(columns)) from error
            unfit = ImportLineUnfit("", "", f"is no line of CSV ({error})", "mend its quotes")
            yield CsvLine(number, header, {}, [], unfit)
            continue
        if raw is None:
            break
        if not raw or (header is None and not any(cell.strip() for cell in raw)):
            continue
        if header is None:
            header = _header(raw, name, columns, optional)
        else:
            yield _line(number, raw, header, longest)
    if header is None:
        raise ImportUnreadable(name, "is empty")


def _texts(file: BinaryIO, name: str, read: Read) -> Iterator[str]:
    """The physical lines; bytes that are no UTF-8 come through as surrogates, so that their cell can be named."""
    done = 0
    for number, line in enumerate(iter(lambda: file.readline(LONGEST_LINE), b""), start=1):
        if len(line) == LONGEST_LINE:
            raise ImportUnreadable(name, f"has a line {number} of more than {LONGEST_LINE} bytes")
        if number == 1:
            _refuse_other_encodings(line, name)
            line = line.removeprefix(b"\xef\xbb\xbf")
        done += len(line)
        if number % 1000 == 0:
            read(done)
        yield line.decode("utf-8", "surrogateescape")
    read(done)


def _refuse_other_encodings(line: bytes, name: str) -> None:
    if line.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\x00" in line:
        raise ImportUnreadable(name, "is no UTF-8 text, but UTF-16 or no text at all", "save it as CSV UTF-8")
    try:
        line.decode()
    except UnicodeDecodeError as error:
        cause = f"is no UTF-8 text (byte {error.start + 1} of the header)"
        raise ImportUnreadable(name, cause, "save it as CSV UTF-8") from error


def _header(raw: Sequence[str], name: str, columns: Sequence[str], optional: Sequence[str]) -> tuple[str, ...]:
    given = tuple(cell.strip().casefold() for cell in raw)
    missing = [column for column in columns if column not in given]
    unknown = [cell for cell in given if cell not in columns and cell not in optional and not cell.startswith(REJECTED)]
    twice = sorted({cell for cell in given if given.count(cell) > 1})
    causes = [
        f"{what} {', '.join(repr(it[:40]) for it in found[:20])}"
        for what, found in (("lacks the columns", missing), ("has columns not known:", unknown), ("names twice", twice))
        if found
    ]
    if causes:
        separated = next((it for it in (";", "\t", "|") if it in raw[0]), None)
        hint = f" (its cells seem to be separated with {separated!r}, not with commas)" if separated else ""
        raise ColumnsUnfit(name, " and ".join(causes) + hint, ",".join([*columns, *(f"[{it}]" for it in optional)]))
    return given


def _line(number: int, raw: list[str], header: tuple[str, ...], longest: int) -> CsvLine:
    try:
        return CsvLine(number, header, _cells(raw, header, longest), raw)
    except ImportLineUnfit as unfit:
        return CsvLine(number, header, {}, raw, unfit)


def _cells(raw: list[str], header: tuple[str, ...], longest: int) -> dict[str, str]:
    if len(raw) != len(header):
        why = f"has {len(raw)} cells, and the header names {len(header)}"
        raise ImportLineUnfit("", ",".join(raw)[:80], why, "give one for each column; quote those that hold a comma")
    cells = {column: cell for column, cell in zip(header, raw, strict=True) if not column.startswith(REJECTED)}
    for column, cell in cells.items():
        if len(cell) > longest:
            why = f"… has {len(cell)} letters, and no cell of this format has more than {longest}"
            raise ImportLineUnfit(column, cell, why, "check the quotes")
        if not cell.isascii() and any("\udc80" <= letter <= "\udcff" for letter in cell):
            shown = cell.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
            raise ImportLineUnfit(column, shown, "is no UTF-8 text", "save the file as CSV UTF-8")
    return cells
