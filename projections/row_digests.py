"""What is known of rows of published data sets: how each stands now, by its digest, and since which position."""

from __future__ import annotations

from typing import NamedTuple

import orjson
from sqlalchemy import Connection, func, select

from projections import tables
from projections.toll_entries import chunks


class RowKnown(NamedTuple):
    """Its data set, its digest as its publisher last put it, and the position of the newest entry of its incident."""

    dataset: str
    digest: str
    position: int


def rows_known(connection: Connection, incident_ids: list[str]) -> dict[str, RowKnown]:
    """Those of the incidents that are recorded from a row."""
    table = tables.incident_versions
    found: dict[str, RowKnown] = {}
    for some in chunks(incident_ids):
        newest = (
            select(table.c.incident_id, func.max(table.c.position).label("position"))
            .where(table.c.incident_id.in_(some))
            .group_by(table.c.incident_id)
            .subquery()
        )
        same = (table.c.incident_id == newest.c.incident_id) & (table.c.position == newest.c.position)
        for row in connection.execute(select(table.c.incident_id, table.c.position, table.c.facts).join(newest, same)):
            record = orjson.loads(row.facts).get("record")
            if record is not None:
                found[row.incident_id] = RowKnown(record["dataset"], record["digest"], row.position)
    return found
