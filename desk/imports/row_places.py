"""From the words, areas and coordinates of a row to a place: an id where there is no doubt, else what it lies in."""

from __future__ import annotations

from math import asin, cos, radians, sin, sqrt

from ledger.domain.values import Place, PlacePrecision, Point
from ledger.gazetteer import SURE, Gazetteer
from ledger.places.entry import PlaceEntry

FARTHEST_KM = 30.0
"""A place of the list that lies farther from the row's own point is another one of the same name."""

_WIDE = frozenset({"country", "governorate", "district", "subdistrict"})
_KINDS = {
    PlacePrecision.DISTRICT: frozenset({"district"}),
    PlacePrecision.GOVERNORATE: frozenset({"governorate"}),
    PlacePrecision.COUNTRY: frozenset({"country"}),
    PlacePrecision.AREA: frozenset({"area", "valley"}),
}
_EARTH_KM = 6371.0


class RowPlaces:
    """Resolves the places of one file; the same words are looked up once."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._wide: dict[tuple[str, str], PlaceEntry | None] = {}

    def place(
        self, words: str | None, areas: tuple[str, ...], precision: PlacePrecision | None, point: Point | None
    ) -> Place | None:
        """The place of a row. ``areas`` are the names of what it lies in, widest first, empty where not given."""
        lies = self._lies_in(areas)
        if words is None:
            return Place(id=lies.id, point=point, precision=precision) if lies else None
        found = self._named(words, areas, precision)
        told = any(areas[1:])  # a governorate or less; a country alone says little
        inside = found is not None and (lies is None or self._gazetteer.contains(lies.id, found.id))
        if found is not None and inside and (lies is not None or not told) and _near(found, point):
            return Place(id=found.id, text=words, point=point, precision=precision)
        return Place(text=words, within=lies.id if lies else None, point=point, precision=precision)

    def area(self, name: str, kind: str, around: str | None = None) -> PlaceEntry | None:
        """The one area of a kind that bears the name, in what lies around it."""
        at = (name, f"{kind}/{around}")
        if name and at not in self._wide:
            found = [it.place for it in self._gazetteer.resolve(name, context=around) if it.score >= SURE]
            fit = {it.id: it for it in found if it.kind == kind and (not around or self._inside(around, it))}
            self._wide[at] = next(iter(fit.values())) if len(fit) == 1 else None
        return self._wide.get(at)

    def _lies_in(self, areas: tuple[str, ...]) -> PlaceEntry | None:
        """The narrowest of the areas that is known and lies in the wider ones."""
        found: PlaceEntry | None = None
        for name, kind in zip(areas, ("country", "governorate", "district"), strict=False):
            found = self.area(name, kind, found.id if found else None) or found
        return found

    def _named(self, words: str, areas: tuple[str, ...], precision: PlacePrecision | None) -> PlaceEntry | None:
        around = next((area for area in reversed(areas[:2]) if area), None)
        kinds = _KINDS.get(precision) if precision else None
        if kinds is not None and kinds <= _WIDE:
            wider = self.area(areas[1], "governorate") if len(areas) > 1 else None
            inside = wider.id if wider and precision is PlacePrecision.DISTRICT else None
            return self.area(words, next(iter(kinds)), inside)
        found = self._gazetteer.one(words, around)
        fits = found is not None and (found.kind in kinds if kinds else found.kind not in _WIDE)
        return found if fits else None

    def _inside(self, around: str, place: PlaceEntry) -> bool:
        return self._gazetteer.contains(around, place.id)


def _near(place: PlaceEntry, point: Point | None) -> bool:
    if point is None or place.lat is None or place.lon is None:
        return True
    latitude, longitude = float(point.latitude), float(point.longitude)
    return _kilometres(latitude, longitude, place.lat, place.lon) <= FARTHEST_KM


def _kilometres(latitude: float, longitude: float, other_latitude: float, other_longitude: float) -> float:
    north, east = radians(other_latitude - latitude), radians(other_longitude - longitude)
    chord = sin(north / 2) ** 2 + cos(radians(latitude)) * cos(radians(other_latitude)) * sin(east / 2) ** 2
    return 2 * _EARTH_KM * asin(sqrt(min(chord, 1.0)))
