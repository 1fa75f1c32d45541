"""An incident as it stands: what was reported, which sources say so with which figures, what reviewers made of it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ledger.domain import events
from ledger.domain.commands import Outcome
from ledger.domain.events import Event, IncidentReported
from ledger.domain.facts import amended, by_publisher, republished
from ledger.domain.values import COUNTING, Casualties, SourceGrade, Stated, Status, folded


@dataclass(frozen=True, slots=True)
class NoIncident:
    """Nothing was reported under this id."""


@dataclass(frozen=True, slots=True)
class Statement:
    """What one source said of an incident, at the stream's ``version``; ``casualties`` null = it gives no figures.

    ``status`` null: it is the first report, or was recorded before statements were reviewed; it stands with the
    incident. ``by`` brought it in.
    """

    version: int
    stated: Stated
    origin: str | None
    casualties: Casualties | None
    status: Status | None
    by: str

    @property
    def source(self) -> str:
        """The source, as sources are compared."""
        return folded(self.stated.source)

    @property
    def vouched(self) -> bool:
        """Whether it may bear others out: it was entered by the operator, or a reviewer let it stand."""
        return self.status is None or self.status in COUNTING


@dataclass(frozen=True, slots=True)
class Incident:
    """An incident as it stands; ``reporters`` reported, cited or revised it and may not review it.

    ``retraction_by`` and ``fall_by`` name the first of the two members that a retraction or a large fall needs.
    ``absorbed`` are incidents merged into this one, whose reporters may not review it either.
    """

    facts: IncidentReported
    status: Status
    reporters: frozenset[str]
    statements: tuple[Statement, ...]
    grades: tuple[tuple[str, SourceGrade], ...] = ()
    reviewed: bool = False
    retraction_by: str | None = None
    fall_by: tuple[str, str, Casualties] | None = None  # who, which source's figures, to what
    closed: str | None = None  # "retracted", "merged into I-…", "split into …"
    merged_into: str | None = None
    distinct_from: frozenset[str] = frozenset()
    published: IncidentReported | None = None  # what the publisher of its row says, whatever was corrected here
    absorbed: frozenset[str] = frozenset()

    def figures_of(self, source: str) -> Statement | None:
        """The newest statement of a source (folded) that gives figures and was not rejected; its own clock decides."""
        said = [it for it in self.statements if it.source == source and it.casualties is not None]
        said = [it for it in said if it.status is not Status.REJECTED]
        return max(said, key=lambda it: (it.stated.stated_at, it.version), default=None)

    def statement(self, version: int) -> Statement | None:
        """What was said at a version of the stream."""
        return next((it for it in self.statements if it.version == version), None)


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
            first = Statement(version, event.stated, None, event.casualties, None, member_id)
            row = event if event.record else None
            return Incident(event, event.status, frozenset({member_id}), (first,), published=row)
        return state
    if by_publisher(event) and state.published is not None:
        state = replace(state, published=republished(state.published, event))
    state = replace(state, facts=amended(state.facts, event))
    match event:
        case events.SourceCited():
            said = Statement(version, event.stated, event.origin, event.casualties, event.status, member_id)
            return _cited(state, said, event.merged_from)
        case events.CasualtiesRevised():
            said = Statement(version, event.stated, None, event.new, event.status, member_id)
            return replace(_cited(state, said, None), fall_by=None)
        case events.CasualtiesRevisionProposed():
            return replace(state, fall_by=(member_id, folded(event.stated.source), event.new))
        case events.StatementReviewed():
            told = (replace(it, status=event.status) if it.version == event.version else it for it in state.statements)
            return replace(state, statements=tuple(told))
        case events.SourceGraded():
            return replace(state, grades=(*state.grades, (event.source, event.grade)))
        case events.IncidentRetractionProposed():
            return replace(state, retraction_by=member_id)
        case events.IncidentRetracted():
            return replace(state, status=Status.WITHDRAWN, closed="retracted")
        case events.IncidentMerged():
            return replace(state, closed=f"merged into {event.into}", merged_into=event.into)
        case events.IncidentSplit():
            return replace(state, closed="split into " + ", ".join(event.parts))
        case events.DeclaredDistinct():
            return replace(state, distinct_from=state.distinct_from | {event.other})
        case events.Reviewed():
            return replace(state, status=STATUS_AFTER.get(type(event), state.status), reviewed=True)
        case _:
            return state


def _cited(state: Incident, said: Statement, merged_from: str | None) -> Incident:
    """Whoever merges brings no statement of their own: those who reported the merged incident did."""
    told = (*state.statements, said)
    if merged_from is not None:
        return replace(state, statements=told, absorbed=state.absorbed | {merged_from})
    return replace(state, statements=told, reporters=state.reporters | {said.by})
