"""A place of the list, and how it is written in one row of a CSV file."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import BaseModel, ConfigDict

COLUMNS = ("id", "name_en", "name_ar", "kind", "parent", "pcode", "aliases", "lat", "lon")
"""Columns of a list of places; aliases are parted by ``|``, coordinates are degrees (WGS 84)."""

MOVED = "moved"
"""Kind of an id that was given by mistake to a place which has another: its parent is the id to use."""

RANKS = {
    "country": 5,
    "governorate": 4,
    "city": 3,
    "town": 2,
    "camp": 2,
    "area": 2,
    "district": 2,
    "subdistrict": 2,
    "valley": 2,
    "village": 1,
    "neighbourhood": 1,
    "site": 1,
    MOVED: 0,
}
"""Kinds of places, with how widely known such a place is: of two that share a name, the better known is meant."""


class PlaceEntry(BaseModel):
    """A place of the list; ``parent`` is the next wider one."""

    model_config = ConfigDict(frozen=True)

    id: str
    name_en: str
    name_ar: str
    kind: str
    parent: str | None = None
    pcode: str | None = None
    aliases: tuple[str, ...] = ()
    lat: float | None = None
    lon: float | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """Every name it is known by, the main ones first."""
        return tuple(name for name in (self.name_en, self.name_ar, *self.aliases) if name)


def entry(row: Mapping[str, str]) -> PlaceEntry:
    """The place that a row of ``COLUMNS`` tells of."""
    return PlaceEntry(
        id=row["id"],
        name_en=row["name_en"],
        name_ar=row["name_ar"],
        kind=row["kind"],
        parent=row["parent"] or None,
        pcode=row["pcode"] or None,
        aliases=tuple(filter(None, row["aliases"].split("|"))),
        lat=float(row["lat"]) if row["lat"] else None,
        lon=float(row["lon"]) if row["lon"] else None,
    )


def joined(below: Mapping[str, str], above: Mapping[str, str]) -> dict[str, str]:
    """One row of two for the same id: cells filled in above count, and no name of either is lost."""
    row = {column: above[column] or below[column] for column in COLUMNS}
    named = [above["aliases"], below["aliases"], below["name_en"], below["name_ar"]]
    others = dict.fromkeys(filter(None, "|".join(named).split("|")))
    row["aliases"] = "|".join(name for name in others if name not in (row["name_en"], row["name_ar"]))
    return row
