"""A toll: one running count for one key, its values by counted day, and the falls that wait for a reviewer.

State and ``evolve`` here; the rules are in ``decide`` of ``toll_rules``. Every statement about a counted day is kept
in the order in which its source spoke, so that what a rejected or late one leaves behind is what was known before.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from ledger.domain import events
from ledger.domain.events import Event
from ledger.domain.movement import has_number
from ledger.domain.values import Count, Reason, Stated, Status, TollKey


@dataclass(frozen=True, slots=True)
class StatedValue:
    """One event that spoke of a counted day: who recorded it, what it said, where it stands now.

    ``count`` is null where the day was taken back. ``reviewed`` says that somebody else has decided on it,
    ``to_review`` that an import listed it for somebody to do so.
    """

    version: int
    member_id: str
    counted_to: date
    count: Count | None
    stated_at: datetime
    status: Status
    stated: Stated | None = None
    reviewed: bool = False
    to_review: bool = False


@dataclass(frozen=True, slots=True)
class DayValue:
    """The value known for one counted day, the version of the event that gave it, and who says the same."""

    counted_to: date
    count: Count
    stated_at: datetime
    version: int
    status: Status
    claims: tuple[Stated, ...] = ()


@dataclass(frozen=True, slots=True)
class Proposal:
    """A fall that waits: who reported it may not agree to it; ``agreed`` are the reviewers who have."""

    counted_to: date
    old: Count
    new: Count
    reasons: tuple[Reason, ...]
    stated: Stated
    needed: int
    proposer: str
    agreed: tuple[str, ...] = ()
    open: bool = True


@dataclass(frozen=True, slots=True)
class NoToll:
    """No count is kept for this key yet."""


@dataclass(frozen=True, slots=True)
class Toll:
    """A running count as it stands.

    ``statements`` holds all that was said of each counted day, by (stated_at, version); ``days`` what counts now:
    the last that was not rejected, unless that one took the day back. The value of ``latest_day``, the latest in
    ``days``, is the current toll. ``withdrawing`` names the member who first asked to take a day back.
    """

    key: TollKey
    days: Mapping[date, DayValue] = field(default_factory=dict)
    statements: Mapping[date, tuple[StatedValue, ...]] = field(default_factory=dict)
    proposals: Mapping[int, Proposal] = field(default_factory=dict)
    withdrawing: Mapping[date, str] = field(default_factory=dict)
    disjoint_from: frozenset[str] = frozenset()
    latest_day: date | None = None

    def statement(self, version: int) -> StatedValue | None:
        """What the event at ``version`` said of a day: a value, or that an import took it back; else None."""
        everything = (stated for spoken in self.statements.values() for stated in spoken)
        found = next((stated for stated in everything if stated.version == version), None)
        return found if found and (found.count is not None or found.to_review) else None

    def last_stated_at(self, day: date) -> datetime | None:
        """When the source last spoke of a day, in whatever way; None where it never did."""
        return next((it.stated_at for it in reversed(self.statements.get(day, ()))), None)

    def known_for(self, day: date, by: datetime | None = None) -> DayValue | None:
        """The value of ``day``, or of the nearest earlier day, of what had been stated ``by`` then (null = by now)."""
        return next(self._known(day, by), None)

    def number_for(self, day: date, by: datetime | None = None) -> DayValue | None:
        """As ``known_for``, looking behind values in mere words: what a fall is judged against."""
        if by is None and self.latest_day is not None and self.latest_day <= day:  # nearly always, and at once
            latest = self.days[self.latest_day]
            if has_number(latest.count):
                return latest
        return next(self._known(day, by, numbered=True), None)

    def withdrawn_from(self, day: date) -> DayValue | None:
        """What was known for a day before it was taken back; None where it was not."""
        standing = _standing(self.statements.get(day, ()))
        if not standing or standing[-1].count is not None:
            return None
        return next(_values(standing[:-1]), None)

    def withdrawn_at(self, day: date) -> datetime | None:
        """When a day was taken back, as stated; None where it counts or was never known."""
        standing = _standing(self.statements.get(day, ()))
        return standing[-1].stated_at if standing and standing[-1].count is None else None

    def reporters_of(self, day: date, count: Count) -> frozenset[str]:
        """Everyone who stated, restated or proposed this figure for this day: none of them may review it."""
        said = {it.member_id for it in self.statements.get(day, ()) if it.count and it.count.same_figure(count)}
        asked = {it.proposer for it in self.proposals.values() if it.counted_to == day and it.new.same_figure(count)}
        return frozenset(said | asked)

    def _known(self, day: date, by: datetime | None, *, numbered: bool = False) -> Iterator[DayValue]:
        for known in sorted((other for other in self.days if other <= day), reverse=True):
            spoken = _standing(self.statements[known])
            heard = [stated for stated in spoken if by is None or stated.stated_at <= by]
            for value in _values(heard, until_withdrawn=True):
                if has_number(value.count) or not numbered:
                    yield value


TollState = NoToll | Toll


def evolve(state: TollState, event: Event, version: int, member_id: str) -> TollState:
    """The state after ``event`` at ``version`` by ``member_id``; copies, never refuses."""
    if isinstance(state, NoToll):
        return Toll(event.key) if isinstance(event, events.TollOpened) else state
    match event:
        case events.TollStated() | events.TollRestated() | events.TollReinstated() | events.TollRevised():
            proposal = event.proposal if isinstance(event, events.TollRevised | events.TollRestated) else None
            waiting = state.proposals.get(proposal) if proposal is not None else None
            reporter = waiting.proposer if waiting else member_id  # who agrees to a fall did not report it
            after = _with_statement(state, _spoken(event, version, reporter, reviewed=waiting is not None))
            return _closed(after, proposal, member_id)
        case events.TollRevisionProposed():
            return replace(state, proposals={**state.proposals, version: _proposal(event, member_id)})
        case events.TollRevisionSeconded():
            return _seconded(state, event.proposal, member_id)
        case events.TollRevisionRejected():
            return _closed(state, event.proposal, member_id)
        case events.TollReviewed():
            return _reviewed(state, event)
        case events.TollWithdrawalProposed():
            return replace(state, withdrawing={**state.withdrawing, event.counted_to: member_id})
        case events.TollWithdrawn():
            gone = StatedValue(version, member_id, event.counted_to, None, event.stated_at, Status.WITHDRAWN)
            return _with_statement(state, replace(gone, to_review=event.to_review))
        case events.DeclaredDisjoint():
            return replace(state, disjoint_from=state.disjoint_from | {event.other})
        case events.DeclaredOverlapping():
            return replace(state, disjoint_from=state.disjoint_from - {event.other})
        case _:
            return state


def _spoken(
    event: events.TollStated | events.TollRestated | events.TollReinstated | events.TollRevised,
    version: int,
    member_id: str,
    *,
    reviewed: bool,
) -> StatedValue:
    count = event.new if isinstance(event, events.TollRevised) else event.count
    at, listed = event.stated.stated_at, isinstance(event, events.TollStated | events.TollRevised) and event.to_review
    return StatedValue(version, member_id, event.counted_to, count, at, event.status, event.stated, reviewed, listed)


def _with_statement(state: Toll, stated: StatedValue) -> Toll:
    spoken = (*state.statements.get(stated.counted_to, ()), stated)
    if len(spoken) > 1 and stated.stated_at < spoken[-2].stated_at:
        spoken = tuple(sorted(spoken, key=lambda it: (it.stated_at, it.version)))
    return _with_day(state, stated.counted_to, spoken)


def _with_day(state: Toll, day: date, spoken: tuple[StatedValue, ...]) -> Toll:
    """The toll with what was said of one day; a withdrawal asked for another figure than this one is void."""
    before, after = state.days.get(day), next(_values(_standing(spoken), until_withdrawn=True), None)
    days = dict(state.days)  # a plain copy takes a tenth of the time of one that leaves a day out
    latest = state.latest_day
    if after is not None:
        days[day] = after
        latest = max(latest or day, day)
    elif before is not None:
        del days[day]
        latest = max(days, default=None) if day == latest else latest
    withdrawing = state.withdrawing
    if day in withdrawing and not (before and after and before.count.same_figure(after.count)):
        withdrawing = {other: who for other, who in withdrawing.items() if other != day}
    statements = {**state.statements, day: spoken}
    return replace(state, days=days, statements=statements, withdrawing=withdrawing, latest_day=latest)


def _standing(spoken: tuple[StatedValue, ...]) -> list[StatedValue]:
    return [stated for stated in spoken if stated.status is not Status.REJECTED]


def _values(standing: list[StatedValue], *, until_withdrawn: bool = False) -> Iterator[DayValue]:
    """The values of one day, the last stated first; at most back to where the day was taken back, if so asked."""
    for stated in reversed(standing):
        if stated.count is None:
            if until_withdrawn:
                return
            continue
        same = (it.stated for it in standing if it.count and it.count.same_figure(stated.count))
        claims = tuple(said for said in same if said is not None)
        yield DayValue(stated.counted_to, stated.count, stated.stated_at, stated.version, stated.status, claims)


def _proposal(event: events.TollRevisionProposed, member_id: str) -> Proposal:
    return Proposal(event.counted_to, event.old, event.new, event.reasons, event.stated, event.needed, member_id)


def _seconded(state: Toll, proposal: int, member_id: str) -> Toll:
    waiting = state.proposals.get(proposal)
    if waiting is None:
        return state
    agreed = replace(waiting, agreed=(*waiting.agreed, member_id))
    return replace(state, proposals={**state.proposals, proposal: agreed})


def _closed(state: Toll, proposal: int | None, member_id: str) -> Toll:
    waiting = state.proposals.get(proposal) if proposal is not None else None
    if proposal is None or waiting is None:
        return state
    done = replace(waiting, open=False, agreed=(*waiting.agreed, member_id))
    return replace(state, proposals={**state.proposals, proposal: done})


def _reviewed(state: Toll, event: events.TollReviewed) -> Toll:
    stated = state.statement(event.version)
    if stated is None:
        return state
    judged = replace(stated, status=event.status, reviewed=True)
    spoken = tuple(judged if it.version == event.version else it for it in state.statements[stated.counted_to])
    return _with_day(state, stated.counted_to, spoken)
