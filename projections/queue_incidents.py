"""What the queue says of an incident: in short, what one source said of it, and who may not decide it."""

from __future__ import annotations

import orjson
from pydantic import JsonValue
from sqlalchemy import Connection, Row, select

from ledger.domain.values import Casualties
from projections import tables
from projections.current_picture import read_facts
from projections.lines import Line, casualties_line, named_line, when_line


def about_incident(
    connection: Connection, row: Row[tuple[object, ...]], move: Row[tuple[object, ...]] | None
) -> Line | None:
    """The incident in short, as it stood when this began to wait; of a fall also the figures asked for."""
    column = tables.incident_versions.c
    query = select(tables.incident_versions).where(column.incident_id == row.stream_id, column.position <= row.position)
    stood = connection.execute(query.order_by(column.position.desc()).limit(1)).one_or_none()
    if stood is None:
        return None
    facts = read_facts(stood.kind, stood.facts)
    asked: JsonValue = orjson.loads(move.new) if move is not None and move.new else None
    return {
        "kind": stood.kind,
        "place": named_line(facts.place),
        "occurred": when_line(facts.occurred),
        "perpetrator": named_line(facts.perpetrator),
        "casualties": casualties_line(facts.casualties),
        "asked": asked,
        **_statement(connection, row),
    }


def _statement(connection: Connection, row: Row[tuple[object, ...]]) -> Line:
    """Of what one source said: who, whom it repeats, and its own figures in place of the first source's."""
    column = tables.incident_statements.c
    mine = (column.incident_id == row.stream_id, column.version == row.version)
    said = connection.execute(select(tables.incident_statements).where(*mine)).one_or_none()
    if said is None:
        return {}
    line: Line = {"source": said.source, "repeats": said.origin}
    if row.event_kind in ("source_cited", "casualties_revised"):
        harmed = Casualties.model_validate_json(said.casualties) if said.casualties else Casualties()
        line["casualties"] = casualties_line(harmed)
    return line


def incident_reporters(connection: Connection, incident_id: str) -> set[str]:
    """Everyone who reported, cited or revised an incident, or one merged into it."""
    column = tables.incident_statements.c
    found: set[str] = set()
    seen: set[str] = set()
    ahead = {incident_id}
    while ahead:
        seen |= ahead
        query = select(column.reporter, column.merged_from).where(column.incident_id.in_(ahead))
        rows = connection.execute(query).all()
        found |= {row.reporter for row in rows if row.reporter}
        ahead = {row.merged_from for row in rows if row.merged_from} - seen
    return found
