"""Reviewing incidents: a status, what one source said, a grade; merged, split, declared distinct, retracted.

Nobody reviews what they reported (rule 4), nor what was merged with it. Corroboration is internal coherence first, then
an independent cross-check [ECW p.25]: no reviewer's word stands for the second source.
"""

from __future__ import annotations

from collections.abc import Mapping

from ledger.domain import events
from ledger.domain.commands import (
    FIRST_DECISIONS,
    Acting,
    DeclareDistinct,
    GradeSource,
    IncidentCommand,
    MergeIncident,
    Outcome,
    RetractIncident,
    ReviewIncident,
    ReviewStatement,
    SplitIncident,
)
from ledger.domain.events import Event
from ledger.domain.incident import OUTCOMES, Incident, IncidentState, Statement
from ledger.domain.origins import independent
from ledger.domain.values import COUNTING, Status, folded
from ledger.errors import (
    AlreadyDecided,
    IncidentClosed,
    IncidentWithItself,
    NoSuchStream,
    NothingToReview,
    OneOriginOnly,
    ReviewerIsReporter,
    SecondReviewerIsFirst,
    SourceSilent,
    VerbUnfit,
)

Beside = Mapping[str, IncidentState]

OF_A_STATEMENT = frozenset({Outcome.ACCEPT, Outcome.CONTEST, Outcome.REJECT, Outcome.UNVERIFIABLE})
"""What may be said of one source's words. That it is borne out, or proven, is said of the incident."""


def everyone_behind(incident: Incident, beside: Beside) -> frozenset[str]:
    """All who reported, cited or revised an incident or one merged into it: nobody among them reviews it."""
    found = incident.reporters
    for other in incident.absorbed:
        merged = beside.get(other)
        if isinstance(merged, Incident):
            found |= everyone_behind(merged, beside)
    return found


def origins_of(incident: Incident) -> frozenset[str]:
    """The independent voices that say so, of statements that a reviewer or the operator let stand."""
    return independent((it.stated.source, it.origin) for it in incident.statements if it.vouched)


def decide_review(state: Incident, command: IncidentCommand, acting: Acting, beside: Beside) -> tuple[Event, ...]:
    """What a reviewer's command makes of an open incident. Raises ``Refused`` with the rule it breaks."""
    if acting.member_id in everyone_behind(state, beside):
        raise ReviewerIsReporter(command.incident_id)
    match command:
        case ReviewIncident():
            return _review(state, command)
        case ReviewStatement():
            return _statement(state, command)
        case GradeSource():
            return _grade(state, command)
        case RetractIncident():
            reason, words = command.reason, command.words
            if state.retraction_by is None or state.retraction_by in everyone_behind(state, beside):
                return (events.IncidentRetractionProposed(reason=reason, words=words),)
            if state.retraction_by == acting.member_id:
                raise SecondReviewerIsFirst(f"the retraction of {command.incident_id}")
            return (events.IncidentRetracted(reason=reason, words=words),)
        case MergeIncident():
            survivor = _other(command.incident_id, command.into, beside)
            if acting.member_id in everyone_behind(survivor, beside):
                raise ReviewerIsReporter(command.into)
            return (events.IncidentMerged(into=command.into, reason=command.reason, words=command.words),)
        case SplitIncident():
            return _split(command, beside)
        case DeclareDistinct():
            other = _other(command.incident_id, command.other, beside)
            if command.other in state.distinct_from or command.incident_id in other.distinct_from:
                return ()
            if acting.member_id in everyone_behind(other, beside):
                raise ReviewerIsReporter(command.other)
            return (events.DeclaredDistinct(other=command.other, reason=command.reason, words=command.words),)
        case _:
            raise NotImplementedError(type(command).__name__)


def carried_over(incident_id: str, merged: Incident) -> tuple[Event, ...]:
    """What the survivor of a merge is told: each statement of the merged incident, with its source's own figures.

    What no reviewer had let stand waits for one there, too.
    """
    return tuple(
        events.SourceCited(
            stated=it.stated,
            origin=it.origin,
            casualties=it.casualties,
            status=_standing(merged, it),
            merged_from=incident_id,
        )
        for it in merged.statements
    )


def _standing(merged: Incident, said: Statement) -> Status:
    if said.status is not None and said.status is not Status.UNCORROBORATED:
        return said.status
    return Status.UNCORROBORATED if merged.status in COUNTING else merged.status


def _review(state: Incident, command: ReviewIncident) -> tuple[Event, ...]:
    reviewed, status = OUTCOMES[command.outcome]
    if state.status is status or (command.outcome in FIRST_DECISIONS and state.reviewed):
        raise AlreadyDecided(f"{command.incident_id} ({status.value})")
    voices = origins_of(state)
    if command.outcome is Outcome.CORROBORATE and len(voices) < 2:
        sources = {it.stated.source for it in state.statements if it.vouched}
        raise OneOriginOnly(command.incident_id, sorted(sources))
    return (reviewed(reason=command.reason, words=command.words),)


def _statement(state: Incident, command: ReviewStatement) -> tuple[Event, ...]:
    item = f"{command.incident_id}/{command.version}"
    said = state.statement(command.version)
    if said is None or command.version == 0:
        raise NothingToReview(item)
    if command.outcome not in OF_A_STATEMENT:
        raise VerbUnfit(command.outcome, item)
    status = OUTCOMES[command.outcome][1]
    decided = said.status is not Status.RECEIVED
    if said.status is status or (decided and command.outcome is Outcome.ACCEPT):
        raise AlreadyDecided(f"{item} ({(said.status or status).value})")
    return (
        events.StatementReviewed(version=command.version, status=status, reason=command.reason, words=command.words),
    )


def _grade(state: Incident, command: GradeSource) -> tuple[Event, ...]:
    """Reliability of the source and credibility of what it says here: two judgements, each for itself [NATO]."""
    named = {folded(it.stated.source): it.stated.source for it in state.statements}
    if folded(command.source) not in named:
        raise SourceSilent(command.source, command.incident_id, sorted(named.values()))
    before = [grade for source, grade in state.grades if folded(source) == folded(command.source)]
    return () if command.grade in before[-1:] else (events.SourceGraded(source=command.source, grade=command.grade),)


def _split(command: SplitIncident, beside: Beside) -> tuple[Event, ...]:
    for part in command.parts:
        if command.parts.count(part) > 1:
            raise IncidentWithItself(part)
        _other(command.incident_id, part, beside)
    return (events.IncidentSplit(parts=command.parts, reason=command.reason, words=command.words),)


def _other(incident_id: str, named: str, beside: Beside) -> Incident:
    """The open incident that a command names beside its own; what is closed stands for nothing any more."""
    if named == incident_id:
        raise IncidentWithItself(incident_id)
    other = beside.get(named)
    if not isinstance(other, Incident):
        raise NoSuchStream(f"incident {named}")
    if other.closed:
        raise IncidentClosed(named, other.closed, other.merged_into)
    return other
