"""An incident: reported, cited, corrected, reviewed, retracted, merged."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import assert_never

from ledger.domain import events
from ledger.domain.commands import (
    FIRST_DECISIONS,
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
from ledger.domain.facts import amended, by_publisher
from ledger.domain.limits import not_ahead, plausible_harm
from ledger.domain.movement import gives_reason, harm_falls, reviewers_needed
from ledger.domain.values import Casualties, Certainty, Role, SourceGrade, Stated, Status
from ledger.errors import (
    AlreadyDecided,
    FallNeedsReviewer,
    FallWithoutReason,
    IdTaken,
    IncidentClosed,
    NoSuchStream,
    NotAnIncident,
    ReviewerIsReporter,
    SecondReviewerIsFirst,
    UnknownIncidentKind,
)


@dataclass(frozen=True, slots=True)
class NoIncident:
    """Nothing was reported under this id."""


@dataclass(frozen=True, slots=True)
class Incident:
    """An incident as it stands; ``reporters`` reported, cited or revised it and may not review it.

    ``retraction_by`` and ``fall_by`` name the first of the two members that a retraction or a large fall needs.
    """

    facts: IncidentReported
    status: Status
    reporters: frozenset[str]
    cited: tuple[Stated, ...]
    grades: tuple[tuple[str, SourceGrade], ...] = ()
    reviewed: bool = False
    retraction_by: str | None = None
    fall_by: tuple[str, Casualties] | None = None
    closed: str | None = None  # "retracted", "merged into I-…", "split into …"
    distinct_from: frozenset[str] = frozenset()
    published: IncidentReported | None = None  # what the publisher of its row says, whatever was corrected here


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
            row = event if event.record else None
            return Incident(event, event.status, frozenset({member_id}), (event.stated,), published=row)
        return state
    if by_publisher(event) and state.published is not None:
        state = replace(state, published=amended(state.published, event))
    state = replace(state, facts=amended(state.facts, event))
    match event:
        case events.SourceCited():
            return replace(state, cited=(*state.cited, event.stated), reporters=state.reporters | {member_id})
        case events.CasualtiesRevised():
            return replace(state, reporters=state.reporters | {member_id}, fall_by=None)
        case events.CasualtiesRevisionProposed():
            return replace(state, fall_by=(member_id, event.new))
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
            return replace(state, status=STATUS_AFTER.get(type(event), state.status), reviewed=True)
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
            not_ahead("published", command.stated.stated_at, acting)
            cited = events.SourceCited(stated=command.stated, origin=command.origin)
            return () if command.stated in state.cited else (cited,)
        case ReviseCasualties():
            return _revise(state, command, acting)
        case CorrectPlace() | CorrectTime() | CorrectActor():
            return _correct(state, command, acting)
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
    plausible_harm(command.casualties)
    not_ahead("published", command.stated.stated_at, acting)
    not_ahead("occurred", command.occurred.start, acting)
    not_ahead("occurred", command.occurred.end, acting)
    status = Status.UNCORROBORATED if acting.by_operator else Status.RECEIVED
    fields = {
        name: getattr(command, name) for name in IncidentReported.model_fields if name in type(command).model_fields
    }
    reported = event_type(status=status, **fields)
    if isinstance(state, Incident):
        first = state.facts.stated
        if first.claim != command.stated.claim or (first.claim is None and first != command.stated):
            raise IdTaken(command.incident_id)
        return ()
    return (reported,)


def _revise(state: Incident, command: ReviseCasualties, acting: Acting) -> tuple[Event, ...]:
    old, new = state.facts.casualties, command.new
    if old == new:
        return ()
    plausible_harm(new)
    not_ahead("published", command.stated.stated_at, acting)
    fields = {"old": old, "new": new, "reasons": command.reasons, "stated": command.stated}
    revised = (events.CasualtiesRevised.model_validate(fields),)
    fallen = harm_falls(old, new)
    if not fallen:
        return revised
    before, after = fallen[0]
    if acting.member_id in state.reporters or not acting.roles & {Role.REVIEWER, Role.ADMIN}:
        raise FallNeedsReviewer(before.in_short, after.in_short)
    if not gives_reason(command.reasons):
        raise FallWithoutReason(before.in_short, after.in_short)
    if max(reviewers_needed(was, now) for was, now in fallen) == 1:
        return revised
    first = state.fall_by
    if first is None or first[0] in state.reporters or first[1] != new:
        return (events.CasualtiesRevisionProposed.model_validate(fields),)
    if first[0] == acting.member_id:
        raise SecondReviewerIsFirst(f"the fall of {command.incident_id}")
    return revised


def _correct(state: Incident, command: CorrectPlace | CorrectTime | CorrectActor, acting: Acting) -> tuple[Event, ...]:
    facts = state.facts
    match command:
        case CorrectPlace():
            if facts.place == command.new:
                return ()
            return (events.PlaceCorrected(old=facts.place, new=command.new, reason=command.reason),)
        case CorrectTime():
            if facts.occurred == command.new:
                return ()
            not_ahead("occurred", command.new.start, acting)
            not_ahead("occurred", command.new.end, acting)
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
            if state.status is status or (command.outcome in FIRST_DECISIONS and state.reviewed):
                raise AlreadyDecided(f"{command.incident_id} ({status.value})")
            return (reviewed(reason=reason, words=words),)
        case RetractIncident():
            if state.retraction_by is None or state.retraction_by in state.reporters:
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
