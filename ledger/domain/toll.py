"""A toll: one running count for one key, its values by counted day, and the falls that wait for a reviewer.

State and ``evolve`` here; the rules are in ``decide`` of ``toll_rules``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from types import MappingProxyType

from ledger.domain import events
from ledger.domain.events import Event
from ledger.domain.values import Count, Reason, Stated, Status, TollKey

_NO_DAYS: Mapping[date, DayValue] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class DayValue:
    """The value known for one counted day, and the version of the event that gave it."""

    count: Count
    stated_at: datetime
    version: int
    status: Status
    claims: tuple[Stated, ...] = ()


@dataclass(frozen=True, slots=True)
class Proposal:
    """A fall that waits: ``proposer`` may not agree to it; ``agreed`` are the reviewers who have."""

    counted_to: date
    new: Count
    reasons: tuple[Reason, ...]
    unexplained: int | None
    stated: Stated
    needed: int
    proposer: str
    agreed: tuple[str, ...] = ()
    open: bool = True


@dataclass(frozen=True, slots=True)
class StatedValue:
    """One event that stated a value: who stated it, for which day, and where it stands now."""

    member_id: str
    counted_to: date
    status: Status


@dataclass(frozen=True, slots=True)
class NoToll:
    """No count is kept for this key yet."""


@dataclass(frozen=True, slots=True)
class Toll:
    """A running count as it stands. ``days`` holds what counts now; withdrawn days lie in ``withdrawn``."""

    key: TollKey
    days: Mapping[date, DayValue] = field(default_factory=lambda: _NO_DAYS)
    proposals: Mapping[int, Proposal] = field(default_factory=dict)
    statements: Mapping[int, StatedValue] = field(default_factory=dict)
    withdrawing: Mapping[date, str] = field(default_factory=dict)
    withdrawn: Mapping[date, DayValue] = field(default_factory=dict)
    disjoint_from: frozenset[str] = frozenset()

    @property
    def latest_day(self) -> date | None:
        """The latest counted day with a value; its value is the current toll."""
        return max(self.days, default=None)

    def known_for(self, day: date) -> DayValue | None:
        """The value of ``day``, or of the nearest earlier day: what a fall is judged against."""
        if day in self.days:
            return self.days[day]
        earlier = [known for known in self.days if known < day]
        return self.days[max(earlier)] if earlier else None


TollState = NoToll | Toll


def evolve(state: TollState, event: Event, version: int, member_id: str) -> TollState:
    """The state after ``event`` at ``version`` by ``member_id``; copies, never refuses."""
    if isinstance(state, NoToll):
        return Toll(event.key) if isinstance(event, events.TollOpened) else state
    match event:
        case events.TollStated() | events.TollRestated() | events.TollReinstated():
            return _with_value(state, event.counted_to, event.count, event.stated, event.status, version, member_id)
        case events.TollRevised():
            after = _with_value(state, event.counted_to, event.new, event.stated, event.status, version, member_id)
            return _closed(after, event.proposal, member_id)
        case events.TollRevisionProposed():
            return replace(state, proposals={**state.proposals, version: _proposal(event, member_id)})
        case events.TollRevisionSeconded():
            waiting = state.proposals[event.proposal]
            seconded = replace(waiting, agreed=(*waiting.agreed, member_id))
            return replace(state, proposals={**state.proposals, event.proposal: seconded})
        case events.TollRevisionRejected():
            return _closed(state, event.proposal, member_id)
        case events.TollReviewed():
            return _reviewed(state, event)
        case events.TollWithdrawalProposed():
            return replace(state, withdrawing={**state.withdrawing, event.counted_to: member_id})
        case events.TollWithdrawn():
            return _withdrawn(state, event.counted_to)
        case events.DeclaredDisjoint():
            return replace(state, disjoint_from=state.disjoint_from | {event.other})
        case _:
            return state


def _with_value(
    state: Toll, day: date, count: Count, stated: Stated, status: Status, version: int, member_id: str
) -> Toll:
    """The toll with one more statement; of two for one day the later stated counts, whichever came first."""
    known = state.days.get(day)
    statements = {**state.statements, version: StatedValue(member_id, day, status)}
    withdrawn = {other: value for other, value in state.withdrawn.items() if other != day}
    if known is not None and stated.stated_at < known.stated_at:
        return replace(state, statements=statements)
    claims = (*known.claims, stated) if known else (stated,)
    value = DayValue(count, stated.stated_at, version, status, claims)
    return replace(state, days={**state.days, day: value}, statements=statements, withdrawn=withdrawn)


def _proposal(event: events.TollRevisionProposed, member_id: str) -> Proposal:
    return Proposal(
        event.counted_to, event.new, event.reasons, event.unexplained, event.stated, event.needed, member_id
    )


def _closed(state: Toll, proposal: int | None, member_id: str) -> Toll:
    if proposal is None:
        return state
    waiting = state.proposals[proposal]
    done = replace(waiting, open=False, agreed=(*waiting.agreed, member_id))
    return replace(state, proposals={**state.proposals, proposal: done})


def _reviewed(state: Toll, event: events.TollReviewed) -> Toll:
    stated = state.statements[event.version]
    statements = {**state.statements, event.version: replace(stated, status=event.status)}
    known = state.days.get(stated.counted_to)
    if known is None or known.version != event.version:
        return replace(state, statements=statements)
    days = dict(state.days)
    if event.status is Status.REJECTED:
        del days[stated.counted_to]
    else:
        days[stated.counted_to] = replace(known, status=event.status)
    return replace(state, days=days, statements=statements)


def _withdrawn(state: Toll, day: date) -> Toll:
    days = {other: value for other, value in state.days.items() if other != day}
    withdrawing = {other: who for other, who in state.withdrawing.items() if other != day}
    kept = {**state.withdrawn, day: state.days[day]} if day in state.days else state.withdrawn
    return replace(state, days=days, withdrawing=withdrawing, withdrawn=kept)
