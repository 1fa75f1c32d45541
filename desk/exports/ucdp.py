"""``ucdp``: the incidents that came from UCDP in UCDP's own columns, with what was corrected here since.

What UCDP did not number has no id there and is left out; ``geojson`` has every incident. Articles are not given back.
"""

from __future__ import annotations

from collections.abc import Iterator

from desk.exports.exporting import Export
from desk.exports.table import csv_text
from desk.published import ucdp
from desk.published.codes import ucdp_place, ucdp_time
from ledger.actors import Actors
from ledger.domain.events import IncidentReported
from ledger.domain.values import Actor, Place, PlacePrecision, PublishedRecord
from ledger.gazetteer import Gazetteer

COLUMNS = (*ucdp.CORE, *ucdp.KEPT)
Cells = dict[str, str]

_BY_KIND = {
    "country": PlacePrecision.COUNTRY,
    "governorate": PlacePrecision.GOVERNORATE,
    "district": PlacePrecision.DISTRICT,
    "subdistrict": PlacePrecision.DISTRICT,
    "area": PlacePrecision.AREA,
}


def as_table(export: Export) -> Iterator[str]:
    """CSV, one event a row; what is unknown is an empty cell."""
    yield from csv_text([COLUMNS])
    yield from csv_text(export.counted(_rows(export)))


def _rows(export: Export) -> Iterator[list[str]]:
    for row in export.incidents():
        record = row.facts.record
        if record is not None and record.dataset == ucdp.DATASET:
            cells = _cells(row.facts, record, export.desk.gazetteer, export.desk.actors)
            yield [cells.get(column, "") for column in COLUMNS]


def _cells(facts: IncidentReported, record: PublishedRecord, places: Gazetteer, actors: Actors) -> Cells:
    occurred = facts.occurred
    start, end = occurred.start or occurred.end, occurred.end or occurred.start
    cells = dict(record.cells)
    cells |= _sides(facts, cells, actors) | _figures(facts) | place_cells(facts.place, places)
    cells |= {
        "id": record.id,
        "event_clarity": "2" if ucdp.SUMMARY in facts.flags else "1",
        "date_prec": ucdp_time(occurred.precision),
        "date_start": start.isoformat() if start else "",
        "date_end": end.isoformat() if end else "",
    }
    return {"conflict_name": cells["dyad_name"], "year": cells["date_start"][:4]} | cells


def _sides(facts: IncidentReported, cells: Cells, actors: Actors) -> Cells:
    sides = (facts.perpetrator, facts.target) if cells.get("type_of_violence") == ucdp.ONE_SIDED else facts.parties
    named = [party_words(it, actors) for it in sides]
    side_a, side_b, *_ = [*named, "", ""]
    return {"side_a": side_a, "side_b": side_b, "dyad_name": cells.get("dyad_name") or f"{side_a} - {side_b}"}


def _figures(facts: IncidentReported) -> Cells:
    killed = facts.casualties.killed
    if killed is None:
        return {}
    bounds = {"low": killed.low, "best": killed.best, "high": killed.high}
    sides = ucdp.sides_of(killed)
    given = bounds | ({side: sides.get(side, 0) for side in ucdp.SIDES} if sides else {})
    return {column: str(number) for column, number in given.items() if number is not None}


def party_words(party: Actor | None, actors: Actors) -> str:
    """A party as its publisher calls it, else by its name in the list."""
    if party is None:
        return ""
    return party.text or (actors.name(party.id, "en") if party.id else "")


def place_cells(place: Place | None, places: Gazetteer) -> Cells:
    """A place as the publisher gave it; one that was corrected here as the list of places has it."""
    if place is None:
        return {}
    entry = places.get(place.id) if place.id else None
    precision = place.precision or (_BY_KIND.get(entry.kind, PlacePrecision.EXACT) if entry else None)
    told = {"where_coordinates": place.text or (entry.name_en if entry else ""), "where_prec": ucdp_place(precision)}
    if place.point is not None:
        return told | {"latitude": str(place.point.latitude), "longitude": str(place.point.longitude)}
    if place.precision is None and entry is not None:
        told |= {"latitude": str(entry.lat or ""), "longitude": str(entry.lon or ""), "adm_1": "", "adm_2": ""}
        for column, kind in (("adm_1", "governorate"), ("adm_2", "district")):
            wider = (places.get(it) for it in (entry.id, *places.ancestors(entry.id)))
            told[column] = next((it.name_en for it in wider if it is not None and it.kind == kind), "")
    return told
