"""Which tolls have been declared disjoint: nobody is counted in both, so that they may be summed."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations

from sqlalchemy import Connection, select

from ledger.domain import events
from ledger.log import Recorded
from projections import tables
from projections.rows import Rows

Pair = tuple[str, str]
"""Two toll ids, the smaller first."""


def pair_of(one: str, other: str) -> Pair:
    """The same pair whichever is named first."""
    return (one, other) if one < other else (other, one)


def fold(recorded: Recorded, rows: Rows) -> None:
    """Apply one event to ``toll_declarations``."""
    match recorded.event:
        case (events.DeclaredDisjoint() | events.DeclaredOverlapping()) as event:
            rows.add(
                tables.toll_declarations,
                key_id=recorded.stream_id,
                other=event.other,
                position=recorded.position,
                disjoint=isinstance(event, events.DeclaredDisjoint),
            )
        case _:
            pass


def declared(connection: Connection, position: int, key_ids: Iterable[str] | None = None) -> dict[Pair, int]:
    """The pairs (of these tolls, null = of all) that stood declared disjoint at a position, with where that was."""
    column = tables.toll_declarations.c
    query = select(tables.toll_declarations).where(column.position <= position)
    if key_ids is not None:
        wanted = list(key_ids)
        query = query.where(column.key_id.in_(wanted), column.other.in_(wanted))
    last: dict[Pair, int] = {}
    for row in connection.execute(query.order_by(column.position)):
        if row.disjoint:
            last[row.key_id, row.other] = row.position
        else:
            last.pop((row.key_id, row.other), None)
    found: dict[Pair, int] = {}
    for (one, other), at in last.items():  # either toll's stream may hold the declaration
        pair = pair_of(one, other)
        found[pair] = min(at, found.get(pair, at))
    return found


def undeclared(connection: Connection, key_ids: list[str], position: int) -> tuple[dict[Pair, int], list[Pair]]:
    """The declared pairs of these tolls, and those that nobody has declared, in the order given."""
    stand = declared(connection, position, key_ids)
    return stand, [(one, other) for one, other in combinations(key_ids, 2) if pair_of(one, other) not in stand]
