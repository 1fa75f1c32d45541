"""Rows of a list of parties, checked: the one that comes with us, and a file of one's own that adds to it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from importlib.resources import as_file, files
from pathlib import Path
from typing import TypeVar

from pydantic import TypeAdapter, ValidationError

from ledger.actors.entries import ActorEntry, ActorKind, Allegiance, allegiance, first_day, last_day
from ledger.actors.listing import Actors
from ledger.actors.spelling import spelled_words
from ledger.domain.values import CodedText
from ledger.own_lists import OwnRow, all_fit, own_rows

COLUMNS = ("id", "name_en", "name_ar", "parent", "allegiance", "kind", "countries", "since", "until", "aliases",
           "local_names")  # fmt: skip
SETTING = "LEDGER_ACTORS_FILE"
LONGEST_NAME = 10  # words
_ID = re.compile(r"[a-z][a-z0-9-]{1,59}")
_COUNTRY = re.compile(r"[a-z]{2}")
_DAY = "2016-05-21, 2016-05 or 2016"
_FIT_TEXT: TypeAdapter[str] = TypeAdapter(CodedText)

Read = TypeVar("Read")


@lru_cache(maxsize=1)
def default_actors() -> Actors:
    """The parties that come with us, read once."""
    return Actors(_listed().values())


def actors_with(path: Path | None) -> Actors:
    """The parties that come with us and those of a file of one's own. A row of a known id extends it: names are added,
    any other cell that is filled in takes the place of ours.

    Raises ``SettingUnusable`` where the file cannot be read, ``OwnListUnfit`` for a row that does not fit.
    """
    if path is None:
        return default_actors()
    return Actors(joined(_listed(), own_rows(path, SETTING, COLUMNS, ("id",))).values())


@lru_cache(maxsize=1)
def _listed() -> dict[str, ActorEntry]:
    with as_file(files("ledger") / "data" / "actors.csv") as path:
        return joined({}, own_rows(path, SETTING, COLUMNS, COLUMNS[:3]))


def joined(known: Mapping[str, ActorEntry], rows: Sequence[OwnRow]) -> dict[str, ActorEntry]:
    """``known`` parties by id, with those of the rows added or extended. Raises ``OwnListUnfit``."""
    ids = {row.fields["id"] for row in rows} | set(known)
    checks = _Checks(dict(known), frozenset(ids), _names_of(known.values()), set())
    made = all_fit(rows, checks.entry)
    parties = dict(known) | {entry.id: entry for entry in made}
    all_fit(rows, lambda row: _without_circle(row, parties))
    return parties


def _names_of(entries: Iterable[ActorEntry]) -> dict[tuple[str, ...], str]:
    return {spelled_words(name): entry.id for entry in entries for name in entry.names}


@dataclass
class _Checks:
    """What a row is held against: parties known, ids that may be referred to, names taken, ids seen in the file."""

    known: dict[str, ActorEntry]
    ids: frozenset[str]
    taken: dict[tuple[str, ...], str]
    seen: set[str]

    def entry(self, row: OwnRow) -> ActorEntry:
        self._id(row)
        before = self.known.get(row.fields["id"])
        if before is None and not (row.fields["name_en"] or row.fields["name_ar"]):
            raise row.unfit("name_en", "is empty, as is name_ar", "give a new party a name", "Jaysh al-Thuwar")
        given = {
            "name_en": self._name(row, "name_en"),
            "name_ar": self._name(row, "name_ar"),
            "parent": self._party(row, "parent", row.fields["parent"]) or None,
            "allegiance": self._allegiance(row),
            "kind": _kind(row),
            "countries": _countries(row),
            "since": _day(row, "since", first_day),
            "until": _day(row, "until", last_day),
        }
        names = {column: self._names(row, column) for column in ("aliases", "local_names")}
        filled = {name: value for name, value in given.items() if value}
        old = before or ActorEntry(id=row.fields["id"], name_en="", name_ar="")
        more = {name: tuple(dict.fromkeys((*getattr(old, name), *added))) for name, added in names.items()}
        kept = (old.name_en, old.name_ar) if before else ()  # a name that is replaced still means the party
        more["aliases"] = tuple(dict.fromkeys(filter(None, (*more["aliases"], *kept))))
        made = old.model_copy(update={**filled, **more})
        return _consistent(row, made)

    def _id(self, row: OwnRow) -> None:
        actor_id = row.fields["id"]
        if not _ID.fullmatch(actor_id):
            raise row.unfit("id", "is no id", "use small letters, digits and hyphens", "jaysh-al-thuwar")
        if actor_id in self.seen:
            raise row.unfit("id", "is there twice", "put everything about a party into one row")
        self.seen.add(actor_id)

    def _name(self, row: OwnRow, column: str) -> str:
        name = row.fields[column]
        if name:
            self._fit(row, column, name)
        return name

    def _names(self, row: OwnRow, column: str) -> tuple[str, ...]:
        names = [name.strip() for name in row.fields[column].split("|") if name.strip()]
        for name in names:
            self._fit(row, column, name)
        return tuple(names)

    def _fit(self, row: OwnRow, column: str, name: str) -> None:
        words = spelled_words(name)
        if not any(word[0].isalpha() for word in words):
            raise row.unfit(column, f"has no letters in {name!r}", "give a name in letters", "Jaysh al-Thuwar")
        if len(words) > LONGEST_NAME:
            raise row.unfit(column, f"has more than {LONGEST_NAME} words in {name[:60]!r}", "give a shorter name")
        try:
            _FIT_TEXT.validate_python(name)
        except ValidationError:
            raise row.unfit(column, "holds a phone number, link or user name", "leave it out") from None
        bearer = self.taken.get(words)
        if column != "local_names" and bearer not in (None, row.fields["id"]):
            raise row.unfit(
                column, f"has {name!r}, which is a name of {bearer}",
                f"extend {bearer} by its id, or put the name under local_names with countries",
            )  # fmt: skip

    def _party(self, row: OwnRow, column: str, actor_id: str) -> str:
        if actor_id and actor_id not in self.ids:
            raise row.unfit(
                column, f"names {actor_id!r}, which is no id of the list or this file", "give the id of a party", "sdf"
            )
        return actor_id

    def _allegiance(self, row: OwnRow) -> tuple[Allegiance, ...]:
        found = []
        for written in filter(None, (part.strip() for part in row.fields["allegiance"].split("|"))):
            made = _read(row, "allegiance", written, allegiance, "islamic-state@2016-05-21/2018-07-31")
            self._party(row, "allegiance", made.to)
            found.append(made)
        return tuple(found)


def _read(row: OwnRow, column: str, written: str, reader: Callable[[str], Read], example: str) -> Read:
    try:
        return reader(written)
    except ValueError:
        raise row.unfit(column, f"cannot be read at {written!r}", "write it in this form", example) from None


def _kind(row: OwnRow) -> ActorKind | None:
    words = row.fields["kind"]
    if words and words not in set(ActorKind):
        raise row.unfit("kind", "is no kind of party", f"give one of {', '.join(ActorKind)}", "armed_group")
    return ActorKind(words) if words else None


def _countries(row: OwnRow) -> frozenset[str]:
    codes = [code.strip() for code in row.fields["countries"].split("|") if code.strip()]
    for code in codes:
        if not _COUNTRY.fullmatch(code):
            raise row.unfit(
                "countries", f"has {code!r}, which is no country", "give ISO 3166 codes of two small letters", "sy|iq"
            )
    return frozenset(codes)


def _day(row: OwnRow, column: str, reader: Callable[[str], date]) -> date | None:
    written = row.fields[column]
    return _read(row, column, written, reader, _DAY) if written else None


def _consistent(row: OwnRow, made: ActorEntry) -> ActorEntry:
    if made.local_names and not made.countries:
        raise row.unfit("countries", "is empty while there are local_names", "say where they mean it", "sy|iq")
    if made.since and made.until and made.since > made.until:
        raise row.unfit("until", f"lies before {made.since}", "let until be the last day, since the first", _DAY)
    return made


def _without_circle(row: OwnRow, parties: Mapping[str, ActorEntry]) -> None:
    at, seen = row.fields["id"], set()
    while at and at not in seen:
        seen.add(at)
        at = parties[at].parent or ""
    if at:
        raise row.unfit("parent", "makes a circle of parents", "let no party be a part of itself")
