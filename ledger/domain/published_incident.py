"""The rules of rows that an organisation publishes and changes: an import records what it did, falls included.

What a reviewer here has corrected since stays, unless the publisher changed that very part: a row that comes again is
compared with what its publisher said before, not with how the incident stands.
"""

from __future__ import annotations

from ledger.domain import events
from ledger.domain.commands import Acting, RecordPublishedIncident
from ledger.domain.events import Event, IncidentReported
from ledger.domain.facts import row_parts
from ledger.domain.incident import Incident, IncidentState
from ledger.domain.limits import not_ahead, plausible_harm
from ledger.domain.values import Actor, Place, Precision, Reason, ReasonCode, Status
from ledger.errors import IdTaken, IncidentClosed, PublishedBackwards, UnknownIncidentKind

CORRECTED = Reason(code=ReasonCode.SOURCE_CORRECTED)


def decide(state: IncidentState, command: RecordPublishedIncident, acting: Acting) -> tuple[Event, ...]:
    """The events that a row makes; none where it says what it said before.

    Raises ``IdTaken`` for a row of another incident, ``IncidentClosed`` for a changed row of one that was merged or
    taken back here, ``PublishedBackwards`` for an older release after a newer one, and what no statement may exceed.
    """
    row = _checked(command, acting)
    if not isinstance(state, Incident):
        return (row,)
    said = state.published
    if said is None or said.record is None or _named(said) != _named(row):
        raise IdTaken(command.incident_id)
    if said.record.digest == command.record.digest:
        return ()
    if state.closed:
        raise IncidentClosed(command.incident_id, state.closed)
    return tuple(_moved(state.facts, said, _in_order(row, said)))


def _checked(command: RecordPublishedIncident, acting: Acting) -> IncidentReported:
    kind = events.KINDS.get(command.kind)
    if kind is None or not issubclass(kind, IncidentReported):
        raise UnknownIncidentKind(command.kind)
    plausible_harm(command.casualties)
    not_ahead("published", command.stated.stated_at, acting)
    not_ahead("occurred", command.occurred.start, acting)
    not_ahead("occurred", command.occurred.end, acting)
    fields = {name: getattr(command, name) for name in IncidentReported.model_fields if name != "status"}
    return kind(status=Status.UNCORROBORATED, **fields)


def _in_order(row: IncidentReported, said: IncidentReported) -> IncidentReported:
    """A row that changed was not stated before what it changed; where nobody told when, it was at the same time."""
    last, at = said.stated.stated_at, row.stated.stated_at
    if at >= last:
        return row
    if row.stated.precision is not Precision.UNKNOWN:
        raise PublishedBackwards(f"row {row.record.id if row.record else ''}", at.isoformat(), last.isoformat())
    return row.model_copy(update={"stated": row.stated.model_copy(update={"stated_at": last})})


def _moved(now: IncidentReported, said: IncidentReported, row: IncidentReported) -> list[Event]:
    """What the publisher changed between two states of a row, as changes of how the incident stands ``now``."""
    moved: list[Event] = []
    if said.casualties != row.casualties:
        moved.append(
            events.CasualtiesRevised(
                old=now.casualties, new=row.casualties, reasons=(CORRECTED,), stated=row.stated, by_publisher=True
            )
        )
    if row.place is not None and _told(said.place) != _told(row.place):
        moved.append(events.PlaceCorrected(old=now.place, new=row.place, reason=CORRECTED, by_publisher=True))
    if said.occurred != row.occurred:
        moved.append(events.TimeCorrected(old=now.occurred, new=row.occurred, reason=CORRECTED, by_publisher=True))
    if _words(said.perpetrator) != _words(row.perpetrator):
        moved.append(
            events.ActorCorrected(old=now.perpetrator, new=row.perpetrator, reason=CORRECTED, by_publisher=True)
        )
    old, new = row_parts(now), row_parts(row)
    if old is not None and new is not None:
        moved.append(events.RecordRevised(old=old, new=new, stated=row.stated))
    return moved


def _named(facts: IncidentReported) -> tuple[str, str] | None:
    return (facts.record.dataset, facts.record.id) if facts.record else None


def _told(place: Place | None) -> tuple[object, ...] | None:
    """What the publisher itself says of a place: a list of places that grew here since is no correction of theirs."""
    return None if place is None else (place.text, place.point, place.precision)


def _words(actor: Actor | None) -> str | None:
    return actor.text if actor else None
