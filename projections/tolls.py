"""Which tolls a question means: keys by their parts, compared folded, and by where their place lies."""

from __future__ import annotations

from dataclasses import dataclass, field

from sqlalchemy import ColumnElement, Connection, and_, select

from ledger.actors import Actors, default_actors
from ledger.domain.values import TollKey, folded
from ledger.sources import canonical_source
from projections import tables

KEY_PARTS = ("source", "place", "group", "affiliation", "harm", "cause", "perpetrator", "period_start", "basis")
NOT_GIVEN = "none"


@dataclass(frozen=True, slots=True)
class KeyFilter:
    """Parts a key must have; a part left out matches anything, ``none`` matches "not given".

    ``parts`` are words as a person gives them, by the names of ``KEY_PARTS``; places and parties by id or by words.
    ``place_path`` is the path (``Queries.place_path``) that a key's place must be at or lie in, empty = no place;
    with ``exact_place`` only at. ``actors`` is the list by which names of parties are understood.
    """

    parts: dict[str, str] = field(default_factory=dict)
    key_id: str | None = None
    place_path: str | None = None
    exact_place: bool = False
    actors: Actors = field(default_factory=default_actors, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class KeptKey:
    """A toll key as the read models hold it."""

    key_id: str
    key: TollKey
    place_inferred: bool


def keys(connection: Connection, wanted: KeyFilter, position: int) -> list[KeptKey]:
    """The keys opened by ``position`` that match, in the order they were opened."""
    return [kept for _, kept in keys_behind(connection, wanted, position)]


def keys_behind(
    connection: Connection, wanted: KeyFilter, position: int, since: int = 0, limit: int | None = None
) -> list[tuple[int, KeptKey]]:
    """As ``keys``, a page of those opened behind ``since``, each with the position at which it was opened."""
    table = tables.toll_keys
    query = select(table.c.position, table.c.key_id, table.c.key, table.c.place_inferred)
    query = query.where(table.c.position > since, table.c.position <= position)
    if wanted.key_id is not None:
        query = query.where(table.c.key_id == wanted.key_id)
    if wanted.place_path is not None:
        exact = wanted.exact_place or wanted.place_path == ""
        query = query.where(at(table.c.place_path, wanted.place_path) if exact else within(table.c.place_path, wanted))
    for part, value in wanted.parts.items():
        column = table.c[part]
        stored = set() if value == NOT_GIVEN else _stored(connection, part, value, wanted.actors)
        query = query.where(column.in_(stored) if stored else column.is_(None))
    rows = connection.execute(query.order_by(table.c.position).limit(limit))
    return [
        (row.position, KeptKey(row.key_id, TollKey.model_validate_json(row.key), row.place_inferred)) for row in rows
    ]


def at(column: ColumnElement[str], path: str) -> ColumnElement[bool]:
    return column == path


def within(column: ColumnElement[str], wanted: KeyFilter | str) -> ColumnElement[bool]:
    """Whether a path is, or lies in, another: paths end in ``/``, and the next letter after it is ``0``."""
    path = (wanted.place_path or "") if isinstance(wanted, KeyFilter) else wanted
    return and_(column >= path, column < path[:-1] + "0")


def _stored(connection: Connection, part: str, value: str, actors: Actors) -> set[str]:
    """What a part may be stored as, if it is what a person calls ``value``."""
    match part:
        case "source":
            return {folded(value), *_other_names(connection, value)}
        case "place":
            return {value, "~" + folded(value)}
        case "perpetrator":
            return {value, "~" + folded(value), *(it.actor.id for it in actors.resolve(value))}
        case "affiliation":
            return affiliations(value, actors)
        case "harm" | "basis":
            return {value.casefold()}
        case "period_start":
            return {value}
        case _:
            return {folded(value)}


def affiliations(words: str, actors: Actors) -> set[str]:
    """The folded words that a side may be kept under, whichever of its names a person gives."""
    meant = [it.actor for it in actors.resolve(words)]
    return {folded(words), *(folded(name) for it in meant for name in (it.name_en, it.id))}


def _other_names(connection: Connection, source: str) -> list[str]:
    """The sources of tolls that are the same originator under another of its known names."""
    meant = canonical_source(source)
    kept = connection.execute(select(tables.toll_keys.c.source).distinct()).scalars()
    return [name for name in kept if canonical_source(name) == meant]
