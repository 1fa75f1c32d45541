"""What every format gives pass 1: one change, or why it is none, and where in the file it stands."""

from __future__ import annotations

from dataclasses import dataclass

from desk.imports.change import Change
from ledger.errors import LedgerError


@dataclass(frozen=True, slots=True)
class ReadLine:
    """``number`` is the line, or the entry of a list, counted from 1; ``raw`` are its cells, ``header`` their names."""

    number: int
    header: tuple[str, ...]
    raw: list[str]
    change: Change | LedgerError
