"""One number for the whole picture and every toll at a position: equal for followed, rebuilt and folded rows."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256

import orjson
from sqlalchemy import Connection

from projections.incidents import incident_rows
from projections.lines import Line, key_line
from projections.moments import AsOf, Audience
from projections.pictures import claim_rows
from projections.spans import spans
from projections.toll_answers import history_row
from projections.tolls import IN_ONE_QUERY, KeyFilter, keys, toll_entries


def digest_of(connection: Connection, as_of: AsOf) -> str:
    """SHA-256, in hex, over canonical JSON lines: incidents, claims, then the known days of each toll."""
    running = sha256()
    for line in _lines(connection, as_of):
        running.update(orjson.dumps(line, option=orjson.OPT_SORT_KEYS) + b"\n")
    return running.hexdigest()


def _lines(connection: Connection, as_of: AsOf) -> Iterator[Line]:
    yield {"position": as_of.position}
    for incident in incident_rows(connection, as_of):
        yield incident.line()
    for claim in claim_rows(connection, as_of):
        yield claim.line()
    kept = keys(connection, KeyFilter(), as_of.position)
    for first in range(0, len(kept), IN_ONE_QUERY):
        some = kept[first : first + IN_ONE_QUERY]
        said = toll_entries(connection, [key.key_id for key in some], as_of)
        for key in some:
            yield {"key_id": key.key_id, "key": key_line(key.key)}
            for span in spans(said.get(key.key_id, []), as_of, Audience.MEMBERS):
                yield history_row(span, as_of, stale=False).line()
