"""What several sources tell of one place becomes one row, under the id it has had since it was first listed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import chain, count

from rapidfuzz import fuzz

from ledger.places.sounds import skeleton
from tools.places.row import Told, apart, comparable, is_arabic, slug, sounding

_SAME_POINT, _SAME_NAME, _SAME_BONES, _LIKE_NAME = 0.05, 2.5, 0.6, 1.0
"""Kilometres within which two settlements are one: of any name, one name, the same consonants, names nearly alike."""

_LEAST_ALIKE = 90.0
_SETTLED = frozenset({"city", "town", "village", "neighbourhood", "camp"})
_WEIGHT = {"city": 4, "town": 3, "camp": 2, "area": 2, "site": 1, "village": 1, "neighbourhood": 0}


@dataclass
class Place:
    """One place with everything that is told of it, the most telling source first."""

    told: list[Told] = field(default_factory=list)
    id: str = ""

    @property
    def first(self) -> Told:
        return self.told[0]

    def row(self) -> dict[str, str]:
        """The row of the list, and where it comes from in a column of its own."""
        first = self.first
        arabic = next((it.name_ar for it in self.told if it.name_ar), "")
        names = [name for it in self.told for name in (it.name_en, it.name_ar, *it.aliases) if name]
        aliases = [name for name in dict.fromkeys(names) if name not in (first.name_en, arabic)]
        main = {it.name_en for it in self.told}
        return {
            "id": self.id,
            "name_en": first.name_en,
            "name_ar": arabic,
            "kind": max((it.kind for it in self.told), key=lambda kind: _WEIGHT.get(kind, 9)),
            "parent": max((len(it.parent), it.source.startswith("ged:"), it.parent) for it in self.told)[2],
            "pcode": first.pcode,
            "aliases": "|".join(_new_sounding(first.name_en, aliases, main)),
            "lat": "" if first.lat is None else _number(first.lat),
            "lon": "" if first.lon is None else _number(first.lon),
            "source": "|".join(dict.fromkeys(it.source for it in self.told)),
        }


def _number(value: float) -> str:
    return f"{value:.6f}".rstrip("0").rstrip(".")


def _new_sounding(name: str, aliases: Iterable[str], main: Collection[str]) -> list[str]:
    """Aliases that are not found by ear already, and the ``main`` names of every source in its own spelling."""
    sounds, kept = {sounding(name)}, []
    for alias in aliases:
        if alias in main or is_arabic(alias) or sounding(alias) not in sounds:
            kept.append(alias)
            sounds.add(sounding(alias))
    return kept


def merged(told: Iterable[Told]) -> list[Place]:
    """Places of what sources tell, in the order in which they are first told of."""
    places: list[Place] = []
    near: defaultdict[tuple[int, int], list[Place]] = defaultdict(list)
    for one in told:
        same = next((place for place in _around(near, one) if any(_is_one(it, one) for it in place.told)), None)
        if same is None:
            same = Place()
            places.append(same)
        same.told.append(one)
        if one.lat is not None and one.lon is not None:
            near[_cell(one.lat, one.lon)].append(same)
    return places


def _cell(lat: float, lon: float) -> tuple[int, int]:
    return int(lat * 20), int(lon * 20)


def _around(near: Mapping[tuple[int, int], list[Place]], one: Told) -> Iterable[Place]:
    if one.lat is None or one.lon is None:
        return ()
    row, column = _cell(one.lat, one.lon)
    cells = [(row + up, column + right) for up in (-1, 0, 1) for right in (-1, 0, 1)]
    return (place for cell in cells for place in near.get(cell, ()))


def _is_one(one: Told, other: Told) -> bool:
    if (one.kind in _SETTLED) != (other.kind in _SETTLED):
        return False
    far = apart(one, other)
    if far > _SAME_NAME:
        return False
    if one.sounds & other.sounds or (far < _SAME_BONES and _bones(one) & _bones(other)):
        return True
    nearness = fuzz.ratio(sounding(one.name_en), sounding(other.name_en))
    return far < _SAME_POINT or (far < _LIKE_NAME and nearness >= _LEAST_ALIKE)


def _bones(one: Told) -> set[str]:
    return {skeleton(comparable(one.name_en))} - {""}


def give_ids(places: Iterable[Place], known: Mapping[str, str], taken: set[str]) -> None:
    """Give each place the id that one of its sources had before, or a new one that nothing in ``taken`` has."""
    waiting = []
    for place in places:
        place.id = next((known[it.source] for it in place.told if it.source in known), "")
        if not place.id:
            waiting.append(place)
    for place in waiting:
        first = place.first
        country = first.parent[:2]
        if first.pcode:
            place.id = first.pcode.lower() if first.kind != "neighbourhood" else f"{country}-{first.pcode.lower()}"
        else:
            wanted = f"{country}-{slug(first.name_en)}"
            longer = f"{wanted}-{first.parent}"
            numbered = (f"{longer}-{number}" for number in count(2))
            place.id = next(it for it in chain((wanted, longer), numbered) if it not in taken)
        taken.add(place.id)
