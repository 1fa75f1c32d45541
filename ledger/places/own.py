"""Places of one's own: a file in the columns of our list, which adds places and gives known ones more names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from ledger.domain.values import CodedText
from ledger.names import name_words
from ledger.own_lists import OwnRow, all_fit, own_rows
from ledger.place_words import NOT_NAMES
from ledger.places.entry import COLUMNS, MOVED, RANKS, PlaceEntry, entry, joined

SETTING = "LEDGER_PLACES_FILE"
LONGEST_NAME = 10  # words
_ID = re.compile(r"[a-z][a-z0-9-]{1,59}")
_FIXED = ("kind", "parent", "pcode", "lat", "lon")
_EXAMPLE = "sy-west-mill"
_FIT_TEXT: TypeAdapter[str] = TypeAdapter(CodedText)


class Extended(Mapping[str, PlaceEntry]):
    """Our places with those of one's own laid over them."""

    def __init__(self, ours: Mapping[str, PlaceEntry], own: Mapping[str, PlaceEntry]) -> None:
        self._ours, self._own = ours, own
        self._new = [place_id for place_id in own if place_id not in ours]

    def __getitem__(self, place_id: str) -> PlaceEntry:
        return self._own[place_id] if place_id in self._own else self._ours[place_id]

    def __contains__(self, place_id: object) -> bool:
        return place_id in self._own or place_id in self._ours

    def __iter__(self) -> Iterator[str]:
        yield from self._ours
        yield from self._new

    def __len__(self) -> int:
        return len(self._ours) + len(self._new)


def own_places(path: Path, known: Mapping[str, PlaceEntry]) -> dict[str, PlaceEntry]:
    """The places that the rows of a file add to ``known`` ones, and those that they extend, by id.

    A row of a known id adds names; a place that people's ledgers speak of is never moved. Raises ``SettingUnusable``
    where the file cannot be read, ``OwnListUnfit`` for a row that does not fit.
    """
    rows = own_rows(path, SETTING, COLUMNS, ("id",))
    checks = _Checks(known, frozenset(row.fields["id"] for row in rows))
    made = {place.id: place for place in all_fit(rows, checks.place)}
    all_fit(rows, lambda row: _without_circle(row, Extended(known, made)))
    return made


@dataclass
class _Checks:
    """What a row is held against: the places known, the ids of the file, and those seen so far."""

    known: Mapping[str, PlaceEntry]
    ids: frozenset[str]
    seen: set[str] = field(default_factory=set)

    def place(self, row: OwnRow) -> PlaceEntry:
        self._id(row)
        for column in ("name_en", "name_ar"):
            _fit_name(row, column, row.fields[column])
        row.fields["aliases"] = "|".join(_aliases(row))
        before = self.known.get(row.fields["id"])
        if before is not None:
            return _extended(row, before)
        if not (row.fields["name_en"] or row.fields["name_ar"]):
            raise row.unfit("name_en", "is empty, as is name_ar", "give a new place a name", "West Mill")
        self._kind(row)
        self._parent(row)
        _point(row)
        return entry(row.fields)

    def _id(self, row: OwnRow) -> None:
        place_id = row.fields["id"]
        if not _ID.fullmatch(place_id):
            raise row.unfit("id", "is no id", "use small letters, digits and hyphens", _EXAMPLE)
        if place_id in self.seen:
            raise row.unfit("id", "is there twice", "put everything about a place into one row")
        self.seen.add(place_id)

    def _kind(self, row: OwnRow) -> None:
        kinds = [kind for kind in RANKS if kind != MOVED]
        if row.fields["kind"] not in kinds:
            raise row.unfit("kind", "is no kind of place", f"give one of {', '.join(kinds)}", "village")

    def _parent(self, row: OwnRow) -> None:
        parent = row.fields["parent"]
        if not parent and row.fields["kind"] != "country":
            raise row.unfit("parent", "is empty", "give the id of the next wider place", "sy120003")
        if parent and parent not in self.known and parent not in self.ids:
            raise row.unfit(
                "parent", "is no id of the list or this file", "give the id of the next wider place", "sy12"
            )


def _extended(row: OwnRow, before: PlaceEntry) -> PlaceEntry:
    """A known place with more names; where it lies and what it is stays as it is."""
    ours = {column: "" if value is None else str(value) for column, value in before.model_dump().items()}
    ours["aliases"] = "|".join(before.aliases)
    for column in _FIXED:
        if row.fields[column] not in ("", ours[column]):
            raise row.unfit(
                column, f"is not {ours[column]!r}, as it is for {before.id} in our list",
                "leave it empty: a known place is given names only", ours[column],
            )  # fmt: skip
    return entry(joined(ours, row.fields))


def _aliases(row: OwnRow) -> Sequence[str]:
    found = [name.strip() for name in row.fields["aliases"].split("|") if name.strip()]
    for name in found:
        _fit_name(row, "aliases", name)
    return found


def _fit_name(row: OwnRow, column: str, name: str) -> None:
    if not name:
        return
    words = name_words(name)
    if not any(word[:1].isalpha() for word in words):
        raise row.unfit(column, f"has no letters in {name!r}", "give a name in letters", "West Mill")
    if NOT_NAMES.issuperset(words):
        raise row.unfit(
            column, f"holds {name!r}, a word for places and no name of one", "give its whole name", "West Mill"
        )
    if len(words) > LONGEST_NAME:
        raise row.unfit(column, f"has more than {LONGEST_NAME} words in {name[:60]!r}", "give a shorter name")
    if "\t" in name or ("," in name and column == "aliases"):
        raise row.unfit(column, f"has a comma in {name!r}", "part names by |", "West Mill|Old Mill")
    try:
        _FIT_TEXT.validate_python(name)
    except ValidationError:
        raise row.unfit(column, "holds a phone number, link or user name", "leave it out") from None


def _point(row: OwnRow) -> None:
    """Both coordinates in degrees, or neither."""
    for column, limit in (("lat", 90.0), ("lon", 180.0)):
        written = row.fields[column]
        try:
            fits = abs(float(written)) <= limit if written else not (row.fields["lat"] or row.fields["lon"])
        except ValueError:
            fits = False
        if not fits:
            raise row.unfit(
                column, "is no coordinate", f"give degrees from -{limit:g} to {limit:g}, or neither", "32.75"
            )


def _without_circle(row: OwnRow, places: Mapping[str, PlaceEntry]) -> None:
    at, seen = row.fields["id"], set[str]()
    while at and at not in seen:
        seen.add(at)
        at = places[at].parent or ""
    if at:
        raise row.unfit("parent", "makes a circle of parents", "let no place lie in itself")
