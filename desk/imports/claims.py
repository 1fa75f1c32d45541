"""The files of the ``losses`` format: what one party claims, by item and day, that its enemy lost, and corrections."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from desk.imports import cells
from desk.imports.json_list import listed_in
from desk.imports.read_line import ReadLine
from desk.things import THINGS
from ledger.domain.values import Quantifier
from ledger.errors import ColumnsUnfit, ImportLineUnfit

HEADER = ("file", "date", "field", "value")
PERSONNEL = "personnel"

_QUALIFIED = "personnel*"
_QUALIFIERS = {"about": Quantifier.ABOUT, "more": Quantifier.MORE_THAN}
_NOT_TOLLS = frozenset({"date", "day", "POW", _QUALIFIED, "greatest losses direction"})
"""Prisoners are a stock and no toll; the direction of the greatest losses is words."""


@dataclass(frozen=True, slots=True)
class Figure:
    """What one entry gives for one field; ``entry`` is counted from 1 in its ``file``."""

    file: str
    entry: int
    value: int
    qualifier: Quantifier | None = None


@dataclass
class Claims:
    """All that the files of one publisher say: by field the figures by day, the corrections by day, what is unfit."""

    figures: dict[str, dict[date, Figure]] = field(default_factory=lambda: defaultdict(dict))
    corrections: dict[str, dict[date, Figure]] = field(default_factory=lambda: defaultdict(dict))
    unfit: list[ReadLine] = field(default_factory=list)

    @property
    def last(self) -> date | None:
        """The last day of any figure."""
        return max((day for days in self.figures.values() for day in days), default=None)


def claims_of(files: Sequence[Path], corrections: Path | None, more: Sequence[str] = ()) -> Claims:
    """What the files say; ``more`` are names of items beside those known.

    Raises ``ImportUnreadable`` or ``ColumnsUnfit`` for a file as a whole.
    """
    claims, names = Claims(), {PERSONNEL, *THINGS, *more}
    for path in files:
        _read(path, names, claims.figures, claims.unfit, signed=False)
    if corrections is not None:
        _read(corrections, names, claims.corrections, claims.unfit, signed=True)
    return claims


def _read(
    path: Path, names: set[str], into: dict[str, dict[date, Figure]], unfit: list[ReadLine], *, signed: bool
) -> None:
    listed = listed_in(path)
    unknown = sorted({name for it in listed if isinstance(it, dict) for name in it if name not in names | _NOT_TOLLS})
    if unknown:
        cause = (
            f"has fields not known: {', '.join(repr(name[:40]) for name in unknown[:10])}; if they are items, name them"
        )
        raise ColumnsUnfit(str(path), cause, "--item " + repr(unknown[0][:40]))
    for number, given in enumerate(listed, start=1):
        try:
            found = _entry(path.name, number, given, names, signed=signed)
            twice = next((name for name, (on, _) in found.items() if on in into[name]), None)
            if twice is not None:
                on = found[twice][0].isoformat()
                raise ImportLineUnfit("date", on, f"gives {twice} a second time", "keep the one that holds")
        except ImportLineUnfit as why:
            dated = str(given.get("date", ""))[:80] if isinstance(given, dict) else ""
            raw = [path.name, dated, why.field, str(why.value)[:300]]
            unfit.append(ReadLine(number, HEADER, raw, why.at(path.name)))
            continue
        for name, (day, figure) in found.items():
            into[name][day] = figure


def _entry(file: str, number: int, given: object, names: set[str], *, signed: bool) -> dict[str, tuple[date, Figure]]:
    if not isinstance(given, dict):
        raise ImportLineUnfit("", str(given)[:80], "is no entry of a day", "give an object with its date")
    day = cells.day("date", str(given.get("date", "")))
    found = {}
    for name in names & given.keys():
        value = given[name]
        if value in ("", None) or (signed and value == 0 and not isinstance(value, bool)):
            continue
        if not isinstance(value, int) or isinstance(value, bool):
            raise ImportLineUnfit(
                name, str(value)[:80], "is no whole number", "give digits alone, without quotes", "1529"
            )
        number_given = value if signed else cells.number(name, str(value))
        qualifier = None if signed or name != PERSONNEL else _qualifier(given.get(_QUALIFIED))
        found[name] = (day, Figure(file, number, number_given, qualifier))
    return found


def _qualifier(word: object) -> Quantifier | None:
    if word in ("", None):
        return None
    if word not in _QUALIFIERS:
        known = " or ".join(_QUALIFIERS)
        raise ImportLineUnfit(
            _QUALIFIED, str(word)[:80], "is no qualifier that is known", f"give {known}, or leave it empty"
        )
    return _QUALIFIERS[str(word)]
