"""One number for the whole picture and every toll at a position: equal for followed, rebuilt and folded rows."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256

import orjson
from pydantic import JsonValue
from sqlalchemy import Connection, select

from projections import tables
from projections.disjoint import declared
from projections.incidents import incident_rows
from projections.lines import Line, key_line
from projections.moments import AsOf, Audience
from projections.pictures import claim_rows
from projections.spans import spans
from projections.toll_answers import history_row
from projections.toll_entries import chunks, entries_of
from projections.tolls import KEY_PARTS, KeyFilter, keys


def digest_of(connection: Connection, as_of: AsOf) -> str:
    """SHA-256, in hex, over canonical JSON lines: incidents, claims, then the known days of each toll."""
    running = sha256()
    for line in _lines(connection, as_of):
        running.update(orjson.dumps(line, option=orjson.OPT_SORT_KEYS) + b"\n")
    return running.hexdigest()


def _lines(connection: Connection, as_of: AsOf) -> Iterator[Line]:
    yield {"position": as_of.position}
    for incident in incident_rows(connection, as_of):
        yield {"place_path": incident.place_path, **incident.line()}
    for claim in claim_rows(connection, as_of):
        yield claim.line()
    kept = keys(connection, KeyFilter(), as_of.position)
    for (one, other), at in sorted(declared(connection, as_of.position).items()):
        yield {"disjoint": [one, other], "declared_at": at}
    searched = _searched(connection, as_of.position)
    for some in chunks(kept):
        said = entries_of(connection, [key.key_id for key in some], as_of)
        for key in some:
            yield {"key_id": key.key_id, "key": key_line(key.key), "searched": searched[key.key_id]}
            for span in spans(said.get(key.key_id, []), as_of, Audience.MEMBERS):
                figures: list[JsonValue] = [list(entry.figure) for entry in span.said]
                yield {**history_row(span, as_of, stale=False).line(), "figures": figures}


def _searched(connection: Connection, position: int) -> dict[str, JsonValue]:
    """By key id, what each key is found by: a wrong word there would hide a toll, though its figures were right."""
    table = tables.toll_keys
    parts = [table.c.place_path, *(table.c[part] for part in KEY_PARTS)]
    query = select(table.c.key_id, *parts).where(table.c.position <= position)
    return {key_id: list(words) for key_id, *words in connection.execute(query)}
