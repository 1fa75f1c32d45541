"""What a format of incidents gives pass 1: an incident, or why it is none; and the cells that all such formats have."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from pydantic import TypeAdapter, ValidationError

from desk.imports.published_incident import PublishedIncident
from ledger.domain.values import CellText, Point, RecordId
from ledger.errors import ImportLineUnfit, LedgerError

WITHHELD = "withheld"
"""Stands for a name in a list that may not enter an event: a number, a link into a page, a person's account."""

_LINK = re.compile(r"(?:https?://|\bwww\.)(?:www\.)?([^/;,\s]+)[^;,\s]*", re.IGNORECASE)
_CELL = TypeAdapter(CellText)
_ID = TypeAdapter(RecordId)


@dataclass(frozen=True, slots=True)
class ReadRow:
    """``number`` is the line, ``raw`` are its cells, ``header`` their names."""

    number: int
    header: tuple[str, ...]
    raw: list[str]
    incident: PublishedIncident | LedgerError


def kept_cell(cell: str) -> str:
    """A cell as it may be kept: links are cut to the site they name, and of a list what may not enter is withheld."""
    plain = _LINK.sub(r"\1", cell)
    if not plain or _fits(plain):
        return plain
    return ";".join(part if not part or _fits(part) else WITHHELD for part in plain.split(";"))


def record_id(column: str, cell: str, example: str) -> str:
    """The id that the publisher gave a row. Raises ``ImportLineUnfit``."""
    try:
        return _ID.validate_python(cell)
    except ValidationError as unfit:
        why = "is empty" if not cell else "is no id of a row"
        raise ImportLineUnfit(column, cell, why, "give the publisher's own id", example) from unfit


def code(column: str, cell: str, codes: str) -> str:
    """One of the digits of a list. Raises ``ImportLineUnfit``."""
    digit = cell.removesuffix(".0")
    if len(digit) != 1 or digit not in codes:
        why = "is empty" if not cell else "is no code of this column"
        raise ImportLineUnfit(column, cell, why, f"give one of {', '.join(codes)}", codes[0])
    return digit


def coordinates(north: str, latitude: str, east: str, longitude: str) -> Point | None:
    """Degrees with the decimals as given; null where neither is. Raises ``ImportLineUnfit``."""
    if not latitude and not longitude:
        return None
    degrees = [_degrees(north, latitude, 90), _degrees(east, longitude, 180)]
    return Point(latitude=degrees[0], longitude=degrees[1])


def _degrees(column: str, cell: str, most: int) -> Decimal:
    try:
        degrees = Decimal(cell)
        if not re.fullmatch(r"[+-]?\d{1,3}(\.\d{1,15})?", cell) or abs(degrees) > most:
            raise ValueError(cell)
    except (InvalidOperation, ValueError) as unfit:
        why = "is empty" if not cell else f"is no number of degrees between -{most} and {most}"
        raise ImportLineUnfit(column, cell, why, "give decimal degrees (WGS 84)", "32.61889") from unfit
    return degrees


def _fits(text: str) -> bool:
    try:
        _CELL.validate_python(text)
    except ValidationError:
        return False
    return True
