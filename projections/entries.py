"""Entries: what a person sees of one recorded event, whoever made it named by role only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from pydantic import JsonValue

from ledger.domain import events
from ledger.domain.events import Event, IncidentReported
from ledger.domain.incident import STATUS_AFTER
from ledger.domain.values import Reason, Stated, Status, Value
from ledger.log import Recorded
from projections.lines import Line, casualties_line, count_line, day_line, key_line, moment_line, reason_lines


@dataclass(frozen=True, slots=True)
class Said:
    """What an event says, in the terms all entries share; ``refers_to`` are versions or ids it is about."""

    old: Line | None = None
    new: Line | None = None
    reasons: tuple[Reason, ...] = ()
    unexplained: int | None = None
    counted_to: date | None = None
    stated: Stated | None = None
    stated_at: datetime | None = None
    status: str | None = None
    refers_to: tuple[int | str, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """One recorded event. ``who`` is the role of the member who made it, at that position."""

    stream_id: str
    version: int
    position: int
    kind: str
    recorded_at: datetime
    codebook: str
    who: str
    report_id: str | None
    said: Said

    @property
    def entry_id(self) -> str:
        return f"{self.stream_id}/{self.version}"

    @property
    def stated_at(self) -> datetime | None:
        return self.said.stated.stated_at if self.said.stated else self.said.stated_at

    def line(self) -> Line:
        said = self.said
        refers_to: list[JsonValue] = [
            f"{self.stream_id}/{other}" if isinstance(other, int) else other for other in said.refers_to
        ]
        return {
            "entry_id": self.entry_id,
            "position": self.position,
            "kind": self.kind,
            "recorded_at": moment_line(self.recorded_at),
            "stated_at": moment_line(self.stated_at),
            "source": said.stated.source if said.stated else None,
            "who": self.who,
            "report_id": self.report_id,
            "counted_to": day_line(said.counted_to),
            "old": said.old,
            "new": said.new,
            "reasons": reason_lines(said.reasons),
            "unexplained": said.unexplained,
            "status": said.status,
            "refers_to": refers_to,
            "codebook": self.codebook,
        }


def entry_of(recorded: Recorded, who: str) -> Entry:
    """The entry of a recorded event."""
    said = _said(recorded.event)
    claim = said.stated.claim if said.stated else None
    return Entry(
        stream_id=recorded.stream_id,
        version=recorded.version,
        position=recorded.position,
        kind=recorded.kind,
        recorded_at=recorded.recorded_at,
        codebook=recorded.codebook,
        who=who,
        report_id=claim.report_id if claim else recorded.correlation,
        said=said,
    )


def _said(event: Event) -> Said:
    match event:
        case IncidentReported():
            return Said(new=_dumped(event, "stated", "status"), stated=event.stated, status=event.status.value)
        case events.Reviewed():
            return _reviewed(event)
        case _:
            return _of_toll(event) or _of_incident(event) or _of_report(event) or Said()


def _of_toll(event: Event) -> Said | None:
    match event:
        case events.TollOpened():
            return Said(new=key_line(event.key))
        case events.TollStated() as it:
            new, status = count_line(it.count), it.status.value
            return Said(None, new, it.reasons, it.unexplained, it.counted_to, it.stated, status=status)
        case events.TollRestated() as it:
            refers_to = () if it.proposal is None else (it.proposal,)
            new, status = count_line(it.count), it.status.value
            return Said(new=new, counted_to=it.counted_to, stated=it.stated, status=status, refers_to=refers_to)
        case events.TollReinstated() as it:
            new, status = count_line(it.count), it.status.value
            return Said(new=new, reasons=(it.reason,), counted_to=it.counted_to, stated=it.stated, status=status)
        case events.TollRevised() | events.TollRevisionProposed():
            return _moved(event)
        case events.TollRevisionSeconded():
            return Said(status="waiting", refers_to=(event.proposal,))
        case events.TollRevisionRejected():
            return Said(reasons=(event.reason,), status="rejected", refers_to=(event.proposal,))
        case events.TollReviewed():
            return Said(reasons=(event.reason,), status=event.status.value, refers_to=(event.version,))
        case events.TollWithdrawalProposed():
            day, at = event.counted_to, event.stated_at
            return Said(reasons=(event.reason,), counted_to=day, stated_at=at, status="waiting")
        case events.TollWithdrawn():
            old, day, at = count_line(event.old), event.counted_to, event.stated_at
            return Said(old, reasons=(event.reason,), counted_to=day, stated_at=at, status="withdrawn")
        case events.DeclaredDisjoint() | events.DeclaredOverlapping():
            return Said(reasons=(event.reason,), refers_to=(event.other,))
        case _:
            return None


def _moved(event: events.TollRevised | events.TollRevisionProposed) -> Said:
    proposal = event.proposal if isinstance(event, events.TollRevised) else None
    return Said(
        old=count_line(event.old),
        new=count_line(event.new),
        reasons=event.reasons,
        unexplained=event.unexplained,
        counted_to=event.counted_to,
        stated=event.stated,
        status=event.status.value if isinstance(event, events.TollRevised) else "waiting",
        refers_to=() if proposal is None else (proposal,),
    )


def _of_incident(event: Event) -> Said | None:
    match event:
        case events.SourceCited() as it:
            figures = casualties_line(it.casualties) if it.casualties else {}
            new: Line = {**figures, **({"origin": it.origin} if it.origin else {})}
            standing = it.status.value if it.status else None
            merged = (it.merged_from,) if it.merged_from else ()
            return Said(new=new or None, stated=it.stated, status=standing, refers_to=merged)
        case events.StatementReviewed() as it:
            return Said(reasons=(it.reason,), status=it.status.value, refers_to=(it.version,))
        case events.CasualtiesRevised() | events.CasualtiesRevisionProposed() as it:
            status: str | None = "waiting"
            if isinstance(it, events.CasualtiesRevised):
                status = it.status.value if it.status else None
            old, new = casualties_line(it.old), casualties_line(it.new)
            return Said(old, new, it.reasons, stated=it.stated, status=status)
        case events.PlaceCorrected() | events.TimeCorrected() | events.ActorCorrected() as it:
            return Said(_dumped(it.old), _dumped(it.new), (it.reason,))
        case events.RecordRevised() as it:
            return Said(_dumped(it.old), _dumped(it.new), stated=it.stated)
        case events.SourceGraded() as it:
            return Said(new={"source": it.source, **(_dumped(it.grade) or {})})
        case _:
            return None


def _reviewed(event: events.Reviewed) -> Said:
    status = STATUS_AFTER.get(type(event))
    refers_to: tuple[str, ...] = ()
    new: Line | None = None
    match event:
        case events.IncidentMerged():
            refers_to, new = (event.into,), {"merged_into": event.into}
        case events.IncidentSplit():
            refers_to, new = event.parts, {"split_into": list(event.parts)}
        case events.DeclaredDistinct():
            refers_to = (event.other,)
        case events.IncidentRetracted():
            status = Status.WITHDRAWN
        case _:
            pass
    return Said(new=new, reasons=(event.reason,), status=status.value if status else None, refers_to=refers_to)


def _of_report(event: Event) -> Said | None:
    match event:
        case events.ReportReceived():
            return Said(new=_dumped(event, "content", "stated_at", "length"), stated_at=event.stated_at)
        case events.ReportEdited():
            return Said(new={"revision": event.revision})
        case events.ReportWithdrawn():
            return Said(reasons=(event.reason,), status="withdrawn")
        case events.ClaimNoted():
            return Said(new=_dumped(event, "stated"), stated=event.stated)
        case _:
            return None


def _dumped(value: Value | None, *without: str) -> Line | None:
    """All parts of a value that are given, as JSON."""
    if value is None:
        return None
    return value.model_dump(mode="json", exclude=set(without), exclude_none=True)
