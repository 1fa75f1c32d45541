"""``geojson``: incidents, and tolls of a place that has a point, as one FeatureCollection [RFC 7946].

A point is that of the place in the list of places, else the one that a public data set published; nothing finer is
kept here. It is rounded, and how well the place is known stands beside it. Without a point the geometry is null, which
is not nowhere: the place is told in words.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import orjson
from geojson_pydantic import Feature, Point

from desk.exports.exporting import Export
from ledger.domain.values import Place
from ledger.gazetteer import Gazetteer
from projections.lines import Line

COARSE = 2
"""Decimals of a degree: about a kilometre."""

FINEST = 5

_AS_TOLD = (
    "kind", "occurred", "perpetrator", "target", "parties", "means", "casualties", "certainty", "flags", "source",
    "sources", "status", "record", "stated_at", "recorded_at", "position",
)  # fmt: skip
_OF_TOLLS = (
    "key", "counted_to", "low", "best", "high", "qualifier", "breakdown", "status", "stated_at", "recorded_at",
    "position",
)  # fmt: skip


def as_collection(export: Export, decimals: int = COARSE) -> Iterator[str]:
    """The collection, one feature a line; what the export says of itself are foreign members of it."""
    about = orjson.dumps({"type": "FeatureCollection", **export.about, "coordinates_rounded_to": decimals}).decode()
    yield f'{about[:-1]},"features":['
    before = "\n"
    for feature in export.counted(_features(export, decimals)):
        yield before + feature.model_dump_json()
        before = ",\n"
    yield "\n]}\n"


def _features(export: Export, decimals: int) -> Iterator[Feature[Point, dict[str, Any]]]:
    places = export.desk.gazetteer
    for incident in export.incidents():
        told = incident.line()
        properties: Line = {"what": "incident", **{name: told[name] for name in _AS_TOLD if name in told}}
        place = incident.facts.place
        yield _feature(incident.incident_id, _point(place, places, decimals), properties | _where(place, places))
    for toll in export.tolls():
        point = _point(toll.key.place, places, decimals)
        if point is not None and not toll.of_which:
            told = toll.line()
            properties = {"what": "toll", **{name: told[name] for name in _OF_TOLLS}}
            yield _feature(toll.key_id, point, properties | _where(toll.key.place, places))


def _feature(feature_id: str, point: Point | None, properties: Line) -> Feature[Point, dict[str, Any]]:
    return Feature[Point, dict[str, Any]](type="Feature", id=feature_id, geometry=point, properties=properties)


def _point(place: Place | None, places: Gazetteer, decimals: int) -> Point | None:
    if place is None:
        return None
    entry = places.get(place.id) if place.id else None
    if entry is not None and entry.lat is not None and entry.lon is not None:
        return _rounded(entry.lon, entry.lat, decimals)
    if place.point is not None:
        return _rounded(float(place.point.longitude), float(place.point.latitude), decimals)
    return None


def _rounded(east: float, north: float, decimals: int) -> Point:
    return Point(type="Point", coordinates=(round(east, decimals), round(north, decimals)))


def _where(place: Place | None, places: Gazetteer) -> Line:
    """The place in words and ids; ``within`` is what one that is in no list lies in."""
    entry = places.get(place.id) if place is not None and place.id else None
    around = places.get(place.within) if place is not None and place.within else None
    return {
        "place": entry.name_en if entry else place.text if place else None,
        "place_ar": entry.name_ar or None if entry else None,
        "place_as_written": place.text if place else None,
        "place_id": place.id if place else None,
        "pcode": entry.pcode if entry else None,
        "within": around.name_en if around else None,
        "place_precision": place.precision.value if place and place.precision else None,
    }
