"""The facts of an incident as later events leave them: for the state that decides and the rows that answer."""

from __future__ import annotations

from ledger.domain import events
from ledger.domain.events import KINDS, Event, IncidentReported, RowParts
from ledger.domain.values import folded


def amended(facts: IncidentReported, event: Event) -> IncidentReported:
    """The facts after ``event``; unchanged where it says nothing of them. Copies, never refuses."""
    match event:
        case events.CasualtiesRevised() if folded(event.stated.source) == folded(facts.stated.source):
            return facts.model_copy(update={"casualties": event.new})  # another source's figures stand beside these
        case events.PlaceCorrected():
            return facts.model_copy(update={"place": event.new})
        case events.TimeCorrected():
            return facts.model_copy(update={"occurred": event.new})
        case events.ActorCorrected():
            return facts.model_copy(update={"perpetrator": event.new})
        case events.RecordRevised():
            return _of_kind(event.new, facts)
        case _:
            return facts


def by_publisher(event: Event) -> bool:
    """Whether the publisher of a row did it, in an import, and not a member here."""
    match event:
        case events.RecordRevised():
            return True
        case events.CasualtiesRevised() | events.PlaceCorrected() | events.TimeCorrected() | events.ActorCorrected():
            return event.by_publisher
        case _:
            return False


def republished(row: IncidentReported, event: Event) -> IncidentReported:
    """The row as its publisher put it by ``event``, and when it did."""
    put = amended(row, event)
    return put.model_copy(update={"stated": event.stated}) if isinstance(event, events.RecordRevised) else put


def row_parts(facts: IncidentReported) -> RowParts | None:
    """What ``RecordRevised`` tells of; null for an incident that comes from no row."""
    if facts.record is None:
        return None
    return RowParts(
        incident=facts.kind,
        target=facts.target,
        means=facts.means,
        flags=facts.flags,
        parties=facts.parties,
        record=facts.record,
    )


def _of_kind(parts: RowParts, facts: IncidentReported) -> IncidentReported:
    told = {name: getattr(parts, name) for name in ("target", "means", "flags", "parties", "record")}
    kind = KINDS.get(parts.incident, type(facts))
    if kind is type(facts) or not issubclass(kind, IncidentReported):
        return facts.model_copy(update=told)
    return kind(**{name: getattr(facts, name) for name in IncidentReported.model_fields} | told)
