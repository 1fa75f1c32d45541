"""How places named by others resolve: to the right governorate, to several, to none, or wrong."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from ledger.gazetteer import CLOSE, SURE, Gazetteer

_PRECISE = 3
"""Beyond this precision (UCDP's where_prec) a name stands for a region or the country."""


@dataclass(frozen=True)
class Named:
    """A place as UCDP names it; ``right`` are the governorate it gives and the one around its point, as our ids."""

    words: str
    governorate: str
    right: frozenset[str]


def of_file(path: Path) -> list[Named]:
    """The places of UCDP's list, or of the sample of it here."""
    with path.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    if "where_prec" not in rows[0]:
        return [_named(row, "adm_1", "adm1_pcode", "adm1_pcode_of_point") for row in rows]
    exact = [row for row in rows if int(row["where_prec"]) <= _PRECISE and row["where_coordinates"]]
    return [_named(row, "ged_adm_1", "adm1_pcode_from_ged_name", "adm1_pcode_pip") for row in exact]


def _named(row: dict[str, str], governorate: str, *pcodes: str) -> Named:
    right = frozenset(row[pcode].lower() for pcode in pcodes if row[pcode])
    return Named(row["where_coordinates"], row[governorate], right)


def verdict(named: Named, gazetteer: Gazetteer, *, with_context: bool) -> str:
    """``right``, also where several places of the one governorate may be meant; ``open`` where places of several
    governorates are offered, the right one among them; ``none``, or ``wrong``."""
    found = gazetteer.resolve(named.words, context=(named.governorate or None) if with_context else None)
    likely = [it.place.id for it in found if it.score >= SURE and found[0].score - it.score < CLOSE]
    if not likely:
        return "none"
    inside = {any(gazetteer.contains(pcode, place) for pcode in named.right) for place in likely}
    return "right" if inside == {True} else "open" if True in inside else "wrong"


def shares(places: Iterable[Named], gazetteer: Gazetteer, *, with_context: bool) -> dict[str, float]:
    """The share of each verdict."""
    counts = Counter(verdict(place, gazetteer, with_context=with_context) for place in places)
    return {name: count / counts.total() for name, count in counts.items()}
