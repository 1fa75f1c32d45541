"""An incident: reported, cited, corrected, reviewed, retracted, merged."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import assert_never

from ledger.domain import events
from ledger.domain.commands import (
    Acting,
    CiteSource,
    CorrectActor,
    CorrectPlace,
    CorrectTime,
    DeclareDistinct,
    GradeSource,
    IncidentCommand,
    MergeIncident,
    Outcome,
    ReportIncident,
    RetractIncident,
    ReviewIncident,
    ReviseCasualties,
    SplitIncident,
)
from ledger.domain.events import Event, IncidentReported
from ledger.domain.report import CLOCK_SKEW
from ledger.domain.values import Casualties, Certainty, Count, Role, SourceGrade, Stated, Status
from ledger.errors import (
    AlreadyDecided,
    FallNeedsReviewer,
    IdTaken,
    ImplausibleCount,
    IncidentClosed,
    InTheFuture,
    NoSuchStream,
    NotAnIncident,
    ReviewerIsReporter,
    SecondReviewerIsFirst,
    UnknownIncidentKind,
)

LARGEST_PLAUSIBLE = 10_000_000
"""More people than this in one figure is a misreading: the deadliest single toll of our sources is below it."""


@dataclass(frozen=True, slots=True)
class NoIncident:
    """Nothing was reported under this id."""


@dataclass(frozen=True, slots=True)
class Incident:
    """An incident as it stands; ``reporters`` reported or cited it and may not review it."""

    facts: IncidentReported
    status: Status
    reporters: frozenset[str]
    cited: tuple[Stated, ...]
    grades: tuple[tuple[str, SourceGrade], ...] = ()
    retraction_by: str | None = None
    closed: str | None = None  # "retracted", "merged into I-…", "split into …"
    distinct_from: frozenset[str] = frozenset()


IncidentState = NoIncident | Incident

OUTCOMES: dict[Outcome, tuple[type[events.Reviewed], Status]] = {
    Outcome.ACCEPT: (events.IncidentAccepted, Status.UNCORROBORATED),
    Outcome.CORROBORATE: (events.IncidentCorroborated, Status.CORROBORATED),
    Outcome.CONFIRM: (events.IncidentConfirmed, Status.CONFIRMED),
    Outcome.CONTEST: (events.IncidentContested, Status.CONTESTED),
    Outcome.REJECT: (events.IncidentRejected, Status.REJECTED),
    Outcome.UNVERIFIABLE: (events.IncidentMarkedUnverifiable, Status.UNVERIFIABLE),
}
STATUS_AFTER: dict[type[Event], Status] = dict(OUTCOMES.values())


def evolve(state: IncidentState, event: Event, version: int, member_id: str) -> IncidentState:
    """The state after ``event``; copies, never refuses."""
    if isinstance(state, NoIncident):
        if isinstance(event, IncidentReported):
            return Incident(event, event.status, frozenset({member_id}), (event.stated,))
        return state
    facts = state.facts
    match event:
        case events.SourceCited():
            return replace(state, cited=(*state.cited, event.stated), reporters=state.reporters | {member_id})
        case events.CasualtiesRevised():
            return replace(state, facts=facts.model_copy(update={"casualties": event.new}))
        case events.PlaceCorrected():
            return replace(state, facts=facts.model_copy(update={"place": event.new}))
        case events.TimeCorrected():
            return replace(state, facts=facts.model_copy(update={"occurred": event.new}))
        case events.ActorCorrected():
            return replace(state, facts=facts.model_copy(update={"perpetrator": event.new}))
        case events.SourceGraded():
            return replace(state, grades=(*state.grades, (event.source, event.grade)))
        case events.IncidentRetractionProposed():
            return replace(state, retraction_by=member_id)
        case events.IncidentRetracted():
            return replace(state, status=Status.WITHDRAWN, closed="retracted")
        case events.IncidentMerged():
            return replace(state, closed=f"merged into {event.into}")
        case events.IncidentSplit():
            return replace(state, closed="split into " + ", ".join(event.parts))
        case events.DeclaredDistinct():
            return replace(state, distinct_from=state.distinct_from | {event.other})
        case events.Reviewed():
            return replace(state, status=STATUS_AFTER[type(event)])
        case _:
            return state


def decide(state: IncidentState, command: IncidentCommand, acting: Acting) -> tuple[Event, ...]:
    """The events a command makes. Raises ``Refused`` with the rule it breaks; no clock, no chance."""
    if isinstance(command, ReportIncident):
        return _report(state, command, acting)
    match state:
        case NoIncident():
            raise NoSuchStream(f"incident {command.incident_id}")
        case Incident():
            if state.closed:
                raise IncidentClosed(command.incident_id, state.closed)
        case _:
            assert_never(state)
    match command:
        case CiteSource():
            cited = events.SourceCited(stated=command.stated, origin=command.origin)
            return () if command.stated in state.cited else (cited,)
        case ReviseCasualties():
            return _revise(state, command, acting)
        case CorrectPlace() | CorrectTime() | CorrectActor():
            return _correct(state, command)
        case GradeSource():
            graded = events.SourceGraded(source=command.source, grade=command.grade)
            return () if (command.source, command.grade) in state.grades[-1:] else (graded,)
        case ReviewIncident() | RetractIncident() | MergeIncident() | SplitIncident() | DeclareDistinct():
            return _review(state, command, acting)
        case _:
            raise NotImplementedError(type(command).__name__)


def _report(state: IncidentState, command: ReportIncident, acting: Acting) -> tuple[Event, ...]:
    event_type = events.KINDS.get(command.kind)
    if event_type is None or not issubclass(event_type, IncidentReported):
        raise UnknownIncidentKind(command.kind)
    if command.certainty not in (Certainty.ASSERTED, Certainty.REPORTED):
        raise NotAnIncident(command.certainty)
    _plausible(command.casualties)
    latest = acting.at + CLOCK_SKEW
    if command.stated.stated_at > latest:
        raise InTheFuture("published", command.stated.stated_at.date().isoformat())
    for day in (command.occurred.start, command.occurred.end):
        if day is not None and day > latest.date():
            raise InTheFuture("occurred", day.isoformat())
    status = Status.UNCORROBORATED if acting.by_operator else Status.RECEIVED
    fields = {name: getattr(command, name) for name in IncidentReported.model_fields if name != "status"}
    reported = event_type(status=status, **fields)
    if isinstance(state, Incident):
        if state.facts.stated.claim != command.stated.claim:
            raise IdTaken(command.incident_id)
        return ()
    return (reported,)


def _plausible(casualties: Casualties) -> None:
    for count in (casualties.killed, casualties.injured, casualties.affected):
        plausible(count)


def plausible(count: Count | None) -> None:
    """Refuse a figure beyond any war's. Raises ``ImplausibleCount``."""
    for number in (count.low, count.high) if count else ():
        if number is not None and number > LARGEST_PLAUSIBLE:
            raise ImplausibleCount(number, LARGEST_PLAUSIBLE)


def _revise(state: Incident, command: ReviseCasualties, acting: Acting) -> tuple[Event, ...]:
    old, new = state.facts.casualties, command.new
    if old == new:
        return ()
    _plausible(new)
    before, after = (count.measure if count else None for count in (old.killed, new.killed))
    reviewing = Role.REVIEWER in acting.roles and acting.member_id not in state.reporters
    if before is not None and (after is None or after < before) and not reviewing:
        raise FallNeedsReviewer(before, after or 0)
    return (events.CasualtiesRevised(old=old, new=new, reasons=command.reasons, stated=command.stated),)


def _correct(state: Incident, command: CorrectPlace | CorrectTime | CorrectActor) -> tuple[Event, ...]:
    facts = state.facts
    match command:
        case CorrectPlace():
            if facts.place == command.new:
                return ()
            return (events.PlaceCorrected(old=facts.place, new=command.new, reason=command.reason),)
        case CorrectTime():
            if facts.occurred == command.new:
                return ()
            return (events.TimeCorrected(old=facts.occurred, new=command.new, reason=command.reason),)
        case CorrectActor():
            if facts.perpetrator == command.new:
                return ()
            return (events.ActorCorrected(old=facts.perpetrator, new=command.new, reason=command.reason),)
        case _:
            assert_never(command)


def _review(
    state: Incident,
    command: ReviewIncident | RetractIncident | MergeIncident | SplitIncident | DeclareDistinct,
    acting: Acting,
) -> tuple[Event, ...]:
    if acting.member_id in state.reporters:
        raise ReviewerIsReporter(command.incident_id)
    reason, words = command.reason, command.words
    match command:
        case ReviewIncident():
            reviewed, status = OUTCOMES[command.outcome]
            if state.status is status:
                raise AlreadyDecided(f"{command.incident_id} ({status.value})")
            return (reviewed(reason=reason, words=words),)
        case RetractIncident():
            if state.retraction_by is None:
                return (events.IncidentRetractionProposed(reason=reason, words=words),)
            if state.retraction_by == acting.member_id:
                raise SecondReviewerIsFirst(f"the retraction of {command.incident_id}")
            return (events.IncidentRetracted(reason=reason, words=words),)
        case MergeIncident():
            if command.into == command.incident_id:
                raise IdTaken(command.into)
            return (events.IncidentMerged(into=command.into, reason=reason, words=words),)
        case SplitIncident():
            return (events.IncidentSplit(parts=command.parts, reason=reason, words=words),)
        case DeclareDistinct():
            if command.other in state.distinct_from:
                return ()
            return (events.DeclaredDistinct(other=command.other, reason=reason, words=words),)
        case _:
            assert_never(command)
