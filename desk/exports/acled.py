"""``acled``: incidents in ACLED's columns. What came from ACLED goes out only where whoever exports has leave.

Incidents of other sources have our permanent id. Kinds that ACLED does not have (calm, talks, releases) are left out. A
number that is not known is an empty cell, and 0 only where it was said; ACLED itself writes 0 for both.
"""

from __future__ import annotations

from collections.abc import Iterator

from desk.exports.exporting import Export
from desk.exports.table import csv_text
from desk.exports.ucdp import party_words
from desk.published import acled
from desk.published.codes import acled_place, acled_time
from ledger.actors import Actors
from ledger.domain.events import IncidentReported
from ledger.domain.values import Place
from ledger.gazetteer import Gazetteer
from projections.incidents import IncidentRow

Cells = dict[str, str]


def as_table(export: Export) -> Iterator[str]:
    """CSV, one event a row."""
    yield from csv_text([acled.COLUMNS])
    yield from csv_text(export.counted(_rows(export)))


def _rows(export: Export) -> Iterator[list[str]]:
    for row in export.incidents():
        cells = _cells(row, export.desk.gazetteer, export.desk.actors)
        if cells is not None:
            yield [cells.get(column, "") for column in acled.COLUMNS]


def _cells(row: IncidentRow, places: Gazetteer, actors: Actors) -> Cells | None:
    facts = row.facts
    record = facts.record if facts.record is not None and facts.record.dataset == acled.DATASET else None
    kept = dict(record.cells) if record else {}
    sub_type = kept.get("sub_event_type") or _sub_type(facts)
    day = facts.occurred.start or facts.occurred.end
    if sub_type is None or day is None:
        return None
    sides = (facts.perpetrator, facts.target) if facts.perpetrator or facts.target else facts.parties
    actor1, actor2, *_ = [*(party_words(it, actors) for it in sides), "", ""]
    return _place(facts.place, places, as_told=record is not None) | kept | {
        "event_id_cnty": record.id if record else row.incident_id,
        "event_date": day.isoformat(),
        "year": str(day.year),
        "time_precision": acled_time(facts.occurred.precision),
        "event_type": kept.get("event_type") or acled.event_type(sub_type),
        "sub_event_type": sub_type,
        "actor1": actor1,
        "actor2": actor2,
        "source": kept.get("source", "") if record else facts.stated.source,
        "fatalities": _fatalities(facts),
        "timestamp": str(int(row.stated_at.timestamp())),
    }  # fmt: skip


def _sub_type(facts: IncidentReported) -> str | None:
    if facts.kind == "violence_reported" and facts.parties:
        return "Armed clash"  # both sides fought, and nobody is said to have attacked the other
    return acled.sub_types().get(facts.kind)


def _fatalities(facts: IncidentReported) -> str:
    if acled.NO_DEATHS in facts.flags and facts.casualties.killed is None:
        return "0"
    killed = facts.casualties.killed
    best = killed.best if killed else None
    return "" if best is None else str(best)


def _place(place: Place | None, places: Gazetteer, *, as_told: bool) -> Cells:
    """Where it was, in the source's words, and what it lies in by the list of places unless the row told it."""
    if place is None:
        return {}
    known = place.id or place.within
    lies = [places.get(it) for it in (known, *places.ancestors(known))] if known else []
    entry = places.get(place.id) if place.id else None
    told = {"geo_precision": acled_place(place.precision), "location": place.text or (entry.name_en if entry else "")}
    lies = [] if as_told and place.point is not None else lies
    for column, kind in (("country", "country"), ("admin1", "governorate"), ("admin2", "district")):
        told[column] = next((it.name_en for it in lies if it is not None and it.kind == kind), "")
    if place.point is not None:
        return told | {"latitude": str(place.point.latitude), "longitude": str(place.point.longitude)}
    if entry is not None and entry.lat is not None and entry.lon is not None:
        told |= {"latitude": str(entry.lat), "longitude": str(entry.lon)}
    return told
