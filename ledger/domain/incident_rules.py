"""The rules of incidents: what may be reported, cited, revised and corrected, and by whom."""

from __future__ import annotations

from collections.abc import Mapping
from typing import assert_never

from ledger.domain import events
from ledger.domain.commands import (
    Acting,
    CiteSource,
    CorrectActor,
    CorrectPlace,
    CorrectTime,
    IncidentCommand,
    ReportIncident,
    ReviseCasualties,
)
from ledger.domain.events import Event, IncidentReported
from ledger.domain.incident import Incident, IncidentState, NoIncident
from ledger.domain.incident_review import decide_review, everyone_behind
from ledger.domain.limits import not_ahead, plausible_harm
from ledger.domain.movement import gives_reason, harm_falls, reviewers_needed
from ledger.domain.values import Casualties, Certainty, Reason, Role, Stated, Status, folded
from ledger.errors import (
    FallNeedsReviewer,
    FallWithoutReason,
    IdTaken,
    IncidentClosed,
    NoSuchStream,
    NotAnIncident,
    ReviewerIsReporter,
    SecondReviewerIsFirst,
    SourceRepeatsItself,
    UnknownIncidentKind,
)

_ALONE: Mapping[str, IncidentState] = {}


def decide(
    state: IncidentState, command: IncidentCommand, acting: Acting, beside: Mapping[str, IncidentState] = _ALONE
) -> tuple[Event, ...]:
    """The events a command makes. Raises ``Refused`` with the rule it breaks; no clock, no chance.

    ``beside`` holds the other incidents that matter, by id: those the command names, and those merged into this one.
    """
    if isinstance(command, ReportIncident):
        return _report(state, command, acting)
    match state:
        case NoIncident():
            raise NoSuchStream(f"incident {command.incident_id}")
        case Incident():
            if state.closed:
                raise IncidentClosed(command.incident_id, state.closed, state.merged_into)
        case _:
            assert_never(state)
    reporters = everyone_behind(state, beside)
    match command:
        case CiteSource():
            return _cite(state, command, acting, reporters)
        case ReviseCasualties():
            return _revise(state, command, acting, reporters)
        case CorrectPlace() | CorrectTime() | CorrectActor():
            return _correct(state, command, acting, reporters)
        case _:
            return decide_review(state, command, acting, beside)


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


def _cite(state: Incident, command: CiteSource, acting: Acting, reporters: frozenset[str]) -> tuple[Event, ...]:
    """One more source beside the others; where it has spoken before and now says otherwise, that is a revision."""
    stated, origin, given = command.stated, command.origin, command.casualties
    not_ahead("published", stated.stated_at, acting)
    if given is not None:
        plausible_harm(given)
    if origin is not None and folded(origin) == folded(stated.source):
        raise SourceRepeatsItself(stated.source)
    told = [it.casualties for it in state.statements if (it.stated, it.origin) == (stated, origin)]
    if told and given in (None, *told):
        return ()
    status = Status.UNCORROBORATED if acting.by_operator else Status.RECEIVED
    known = state.figures_of(folded(stated.source))
    if given is None or known is None or known.casualties is None or stated.stated_at < known.stated.stated_at:
        return (events.SourceCited(stated=stated, origin=origin, casualties=given, status=status),)
    now = _with(known.casualties, given)
    moved = _moved(state, known.casualties, now, command.incident_id, stated, command.reasons, acting, reporters)
    if origin is None and moved:
        return moved
    cited = events.SourceCited(stated=stated, origin=origin, status=status)
    return (cited, *moved)


def _with(known: Casualties, given: Casualties) -> Casualties:
    """What a source says now, and what it said before of those it is silent about now: silence takes back nothing."""
    told = {name: count for name in Casualties.model_fields if (count := getattr(given, name)) is not None}
    return known.model_copy(update=told)


def _revise(state: Incident, command: ReviseCasualties, acting: Acting, reporters: frozenset[str]) -> tuple[Event, ...]:
    known = state.figures_of(folded(command.stated.source))
    old = known.casualties if known is not None and known.casualties is not None else Casualties()
    plausible_harm(command.new)
    not_ahead("published", command.stated.stated_at, acting)
    return _moved(state, old, command.new, command.incident_id, command.stated, command.reasons, acting, reporters)


def _moved(
    state: Incident,
    old: Casualties,
    new: Casualties,
    incident_id: str,
    stated: Stated,
    reasons: tuple[Reason, ...],
    acting: Acting,
    reporters: frozenset[str],
) -> tuple[Event, ...]:
    """One source's figures move; a fall needs a reviewer and a reason, a large one two besides the reporters."""
    if old == new:
        return ()
    judges = acting.member_id not in reporters and bool(acting.roles & {Role.REVIEWER, Role.ADMIN})
    status = Status.UNCORROBORATED if acting.by_operator or judges else Status.RECEIVED
    fields = {"old": old, "new": new, "reasons": reasons, "stated": stated}
    revised = (events.CasualtiesRevised.model_validate({**fields, "status": status}),)
    fallen = harm_falls(old, new)
    if not fallen:
        return revised
    before, after = fallen[0]
    if not judges:
        raise FallNeedsReviewer(before.in_short, after.in_short)
    if not gives_reason(reasons):
        raise FallWithoutReason(before.in_short, after.in_short)
    if max(reviewers_needed(was, now) for was, now in fallen) == 1:
        return revised
    first = state.fall_by
    if first is None or first[0] in reporters or first[1:] != (folded(stated.source), new):
        return (events.CasualtiesRevisionProposed.model_validate(fields),)
    if first[0] == acting.member_id:
        raise SecondReviewerIsFirst(f"the fall of {incident_id}")
    return revised


def _correct(
    state: Incident,
    command: CorrectPlace | CorrectTime | CorrectActor,
    acting: Acting,
    reporters: frozenset[str],
) -> tuple[Event, ...]:
    """Where, when, by whom: known better. What the public is shown already, its own reporter does not change."""
    if acting.member_id in reporters and not acting.by_operator and state.status is not Status.RECEIVED:
        raise ReviewerIsReporter(command.incident_id)
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
