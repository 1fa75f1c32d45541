"""The places of each file of the list, from the sources that tell of its country."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from tools.places import ged, geonames, ocha
from tools.places.merge import Place, merged
from tools.places.row import Told, apart, comparable, is_arabic, sounding

_SEAT_KM = 25.0
_NEIGHBOURS, _NEIGHBOUR_KM = 3, 6.0
_WHOLE = {"PS": "palestine", "LB": "lebanon", "IQ": "iraq", "UA": "ukraine"}


def all_countries(folder: Path) -> dict[str, list[Place]]:
    """The places of each built file, by the name of the file without its ending."""
    found = {"syria": _syria(folder)}
    levels = ocha.second_levels(folder)
    for code, file in _WHOLE.items():
        known = levels[code.lower()]
        towns = geonames.country(code)
        _put_into_second_level(towns, known)
        _name_after_seats(known, towns)
        found[file] = [*_each(known), *merged(towns)]
    found["elsewhere"] = [
        place for code, least in geonames.ELSEWHERE.items() for place in merged(geonames.country(code, least))
    ]
    return found


def _each(told: list[Told]) -> list[Place]:
    return [Place([one]) for one in told]


def _syria(folder: Path) -> list[Place]:
    levels, events = ocha.levels(folder), ged.places(folder)
    towns = geonames.syria(folder, {name for it in levels for name in (it.name_ar, *it.aliases)})
    seats = {(name, it.parent[:4]): it for it in levels if it.kind == "subdistrict" for name in _both_names(it)}
    for town in towns:
        seat = next((seats[name, town.parent] for name in _both_names(town) if (name, town.parent) in seats), None)
        if seat is not None and apart(seat, town) < _SEAT_KM:
            town.parent = seat.pcode.lower()
        else:
            town.parent = _subdistrict_around(town, events)
    _name_seats_in_arabic(events, levels)
    settled = merged([*towns, *events])
    return [*_each(levels), *_each(ocha.neighbourhoods(folder)), *settled]


def _name_seats_in_arabic(events: list[Told], levels: list[Told]) -> None:
    """A settlement that bears the name of the subdistrict it lies in is its seat, and bears its Arabic name as well."""
    inside = {(it.pcode.lower(), sounding(it.name_en)): it for it in levels if it.kind == "subdistrict"}
    for place in events:
        level = inside.get((place.parent, sounding(place.name_en)))
        if level is not None and place.kind in ("town", "village"):
            place.name_ar = next(iter(level.aliases), level.name_ar)


def _both_names(told: Told) -> list[str]:
    """How a place is heard in English, and its names in Arabic letters."""
    arabic = [name for name in (told.name_ar, *told.aliases) if is_arabic(name)]
    return [sounding(told.name_en), *(comparable(name) for name in arabic)]


def _subdistrict_around(town: Told, events: list[Told]) -> str:
    """The subdistrict in which the nearest points lie that are known to lie in one, where they agree."""
    near = sorted((it for it in events if len(it.parent) == len("sy120003")), key=lambda it: apart(town, it))
    inside = Counter(it.parent for it in near[:_NEIGHBOURS] if apart(town, it) < _NEIGHBOUR_KM)
    agreed = len(inside) == 1 and inside.total() == _NEIGHBOURS and min(inside).startswith(town.parent)
    return min(inside) if agreed else town.parent


def _put_into_second_level(towns: list[Told], levels: list[Told]) -> None:
    """A town that a second level is named after lies in it; of others only the first level is known."""
    by_name = {(_stem(it.name_en), it.parent): it for it in levels if it.kind == "district"}
    inside = {it.pcode.lower(): it.parent for it in levels if it.kind == "district"}
    for town in towns:
        found = by_name.get((_stem(town.name_en), town.parent))
        if found is not None and inside.get(found.pcode.lower()) == town.parent:
            town.parent = found.pcode.lower()


def _name_after_seats(levels: list[Told], towns: list[Told]) -> None:
    """A second level takes the Arabic name of the town that it is named after, and no other."""
    seats = {(town.parent, _stem(town.name_en)): town for town in sorted(towns, key=lambda it: it.people)}
    for level in levels:
        seat = seats.get((level.pcode.lower(), _stem(level.name_en)))
        if seat is not None and not level.name_ar:
            level.name_ar = seat.name_ar


def _stem(name: str) -> str:
    """A name as it is heard, without the ending that makes a Ukrainian district of a town: "Bakhmutskyi"."""
    sound = sounding(name)
    for ending in ("ivskyi", "skyi", "zkyi", "tskyi"):
        if name.endswith(ending):
            return sounding(name.removesuffix(ending))[:6]
    return sound
