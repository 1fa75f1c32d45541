"""Cells of an import to values; each refusal names the column, the cell, what is wrong and what would be taken."""

from __future__ import annotations

import unicodedata
from datetime import UTC, date, datetime
from enum import StrEnum
from functools import lru_cache
from typing import TypeVar

from desk.coded_words import fit_words
from desk.reasons import reasons_of
from ledger.domain.toll_rules import NO_REASON
from ledger.domain.values import Reason, folded, parse_moment
from ledger.errors import ImportLineUnfit, ReasonUnknown, WordsUnfit

LONGEST_CELL = 300
"""Letters of one cell; no name or number of the format is longer."""

LARGEST_NUMBER_DIGITS = 15

_Chosen = TypeVar("_Chosen", bound=StrEnum)


def words(column: str, cell: str) -> str | None:
    """Words fit for an event, null for an empty cell. Raises ``ImportLineUnfit``."""
    if not cell.strip():
        return None
    try:
        return fit_words(column, cell)
    except WordsUnfit as unfit:
        why = "is too long, or holds a phone number, link or user name"
        raise ImportLineUnfit(column, cell, why, "give a short name") from unfit


def needed(column: str, cell: str, example: str) -> str:
    """As ``words``, where the cell may not be empty."""
    given = words(column, cell)
    if given is None:
        raise ImportLineUnfit(column, cell, "is empty", f"every line gives its {column}", example)
    return given


@lru_cache(maxsize=1024)
def moment(column: str, cell: str) -> datetime:
    """A full timestamp with its offset, in UTC. Raises ``ImportLineUnfit``."""
    try:
        return parse_moment(_western(cell)).astimezone(UTC)
    except (ValueError, OverflowError) as unclear:
        why, fix = "is no time with its offset", "give day, time and offset"
        raise ImportLineUnfit(column, cell, why, fix, "2024-01-15T12:11:40-05:00") from unclear


@lru_cache(maxsize=4096)
def day(column: str, cell: str) -> date:
    """A day as YYYY-MM-DD. Raises ``ImportLineUnfit``."""
    try:
        if len(cell.strip()) != 10:  # 20240115 and 2024-W03-1 are days to Python
            raise ValueError(cell)
        return date.fromisoformat(_western(cell))
    except ValueError as unclear:
        raise ImportLineUnfit(column, cell, "is no day", "give it as YYYY-MM-DD", "2024-01-15") from unclear


def number(column: str, cell: str) -> int:
    """A number of people, in Western or Arabic digits. Raises ``ImportLineUnfit``."""
    plain = _western(cell)
    if plain.isascii() and plain.isdigit() and len(plain) <= LARGEST_NUMBER_DIGITS:
        return int(plain)
    if plain[:1] in ("-", "−") and plain[1:].isdigit():
        why = "is a number below zero, and no number of people is"
        raise ImportLineUnfit(column, cell, why, "give the running count itself, not how it moved", "62")
    why = "is empty" if not plain else "is no whole number"
    raise ImportLineUnfit(column, cell, why, "give digits alone, without separators", "1529")


def one_of(column: str, cell: str, choices: type[_Chosen]) -> _Chosen:
    """One of the words of a list. Raises ``ImportLineUnfit``."""
    given = cell.strip().casefold()
    known = [choice.value for choice in choices]
    if given not in known:
        why = "is empty" if not given else "is none of the list"
        raise ImportLineUnfit(column, cell, why, f"give one of {', '.join(known)}", known[0])
    return choices(given)


def reason(column: str, cell: str) -> Reason:
    """A coded reason, with the number it explains if given; empty is ``none_given``. Raises ``ImportLineUnfit``."""
    if not folded(cell):
        return NO_REASON
    try:
        (given,) = reasons_of([cell])
    except ReasonUnknown as unknown:
        why = "is no reason of the list"
        raise ImportLineUnfit(column, cell, why, "leave it empty, or give a code", "found_alive=4") from unknown
    return given


def _western(cell: str) -> str:
    """A cell without spaces around it, its Arabic or Persian digits as 0 to 9."""
    plain = cell.strip()
    return plain if plain.isascii() else "".join(str(unicodedata.decimal(letter, letter)) for letter in plain)
