"""The rules of tolls: what a statement becomes, when a fall waits, who may agree to it.

Rule 2 of the ledger: a toll may fall, with a reason, when reviewers who did not report it agree. Rule 3: the same
number again adds a citing report, not deaths. Rule 5: late news lands at its true time.
"""

from __future__ import annotations

from ledger.domain import events
from ledger.domain.commands import (
    Acting,
    Command,
    PublishedChange,
    RecordPublished,
    StateToll,
    TollCommand,
)
from ledger.domain.events import Event
from ledger.domain.incident import plausible
from ledger.domain.movement import falls, reviewers_needed, unexplained
from ledger.domain.report import CLOCK_SKEW
from ledger.domain.toll import DayValue, NoToll, Toll, TollState
from ledger.domain.toll_review import decide_review
from ledger.domain.values import Count, Reason, ReasonCode, Stated, Status
from ledger.errors import (
    DayAlreadyKnown,
    DayUnknown,
    EmptyToll,
    FallWithoutReason,
    InTheFuture,
    KeyOfAnotherToll,
    NoSuchStream,
    WindowAfterDay,
)


def decide(state: TollState, command: Command, acting: Acting) -> tuple[Event, ...]:
    """The events a command makes. Raises ``Refused`` with the rule it breaks; no clock, no chance."""
    match command:
        case StateToll():
            return _state(state, command, acting)
        case RecordPublished():
            return _record_published(state, command, acting)
        case TollCommand():
            if isinstance(state, NoToll):
                raise NoSuchStream(f"toll {command.toll_id}")
            return decide_review(state, command, acting)
        case _:
            raise NotImplementedError(type(command).__name__)


def _check_statement(command: StateToll | RecordPublished, count: Count, acting: Acting) -> None:
    if count.low is None and count.high is None and count.qualifier is None:
        raise EmptyToll
    plausible(count)
    latest = acting.at + CLOCK_SKEW
    if command.stated.stated_at > latest:
        raise InTheFuture("published", command.stated.stated_at.date().isoformat())
    if command.counted_to > latest.date():
        raise InTheFuture("counted_to", command.counted_to.isoformat())
    start = command.key.period_start
    if start is not None and start > command.counted_to:
        raise WindowAfterDay(start.isoformat(), command.counted_to.isoformat())


def _opening(state: TollState, command: StateToll | RecordPublished) -> tuple[Event, ...]:
    if isinstance(state, NoToll):
        inferred = isinstance(command, StateToll) and command.place_inferred
        return (events.TollOpened(key=command.key, place_inferred=inferred),)
    if state.key.parts != command.key.parts:
        raise KeyOfAnotherToll(command.key.id)
    return ()


def _state(state: TollState, command: StateToll, acting: Acting) -> tuple[Event, ...]:
    _check_statement(command, command.count, acting)
    opening = _opening(state, command)
    status = Status.UNCORROBORATED if acting.by_operator else Status.RECEIVED
    if isinstance(state, NoToll):
        return (*opening, _first_value(command, status, None))
    if _said_before(state, command.stated):
        return ()
    known = state.days.get(command.counted_to)
    if known is not None and command.stated.stated_at < known.stated_at:
        return (_first_value(command, status, None),)  # late news of an earlier statement
    if known is None and command.counted_to < (state.latest_day or command.counted_to):
        return (_first_value(command, status, None),)  # a backfill is never a fall
    against = known or state.known_for(command.counted_to)
    if against is None:
        return (_first_value(command, status, None),)
    return (_moved(command, against, known is not None, status),)


def _first_value(command: StateToll, status: Status, against: DayValue | None) -> Event:
    return events.TollStated(
        counted_to=command.counted_to,
        count=command.count,
        stated=command.stated,
        status=status,
        reasons=command.reasons,
        unexplained=unexplained(against.count, command.count, command.reasons) if against else None,
    )


def _said_before(toll: Toll, stated: Stated) -> bool:
    """Whether this very passage has been recorded here, accepted or waiting."""
    if stated.claim is None:
        return False
    said = [claim for day in toll.days.values() for claim in day.claims]
    said += [waiting.stated for waiting in toll.proposals.values()]
    return any(earlier.claim == stated.claim for earlier in said)


def _moved(command: StateToll, against: DayValue, same_day: bool, status: Status) -> Event:
    old, new = against.count, command.count
    left_over = unexplained(old, new, command.reasons)
    if new.same_figure(old):
        return events.TollRestated(counted_to=command.counted_to, count=new, stated=command.stated, status=status)
    if falls(old, new):
        if not command.reasons:
            raise FallWithoutReason(old.measure or 0, new.measure or 0)
        return events.TollRevisionProposed(
            counted_to=command.counted_to,
            old=old,
            new=new,
            reasons=command.reasons,
            unexplained=left_over,
            stated=command.stated,
            needed=reviewers_needed(old, new),
        )
    if not same_day:
        return _first_value(command, status, against)
    return events.TollRevised(
        counted_to=command.counted_to,
        old=old,
        new=new,
        reasons=command.reasons,
        unexplained=left_over,
        stated=command.stated,
        status=status,
    )


def _record_published(state: TollState, command: RecordPublished, acting: Acting) -> tuple[Event, ...]:
    """An import records what the publisher did, as it was done; nothing waits."""
    if command.count is not None:
        _check_statement(command, command.count, acting)
    opening = _opening(state, command)
    known = state.days.get(command.counted_to) if isinstance(state, Toll) else None
    day = command.counted_to.isoformat()
    if command.change is PublishedChange.ADD:
        if known is not None:
            raise DayAlreadyKnown(day)
        if command.count is None:
            raise EmptyToll
        added = events.TollStated(
            counted_to=command.counted_to,
            count=command.count,
            stated=command.stated,
            status=Status.UNCORROBORATED,
        )
        return (*opening, added)
    if known is None:
        raise DayUnknown(day)
    if command.change is PublishedChange.WITHDRAW:
        withdrawn = events.TollWithdrawn(
            counted_to=command.counted_to,
            old=known.count,
            reason=command.reason,
            stated_at=command.stated.stated_at,
        )
        return (withdrawn,)
    if command.count is None:
        raise EmptyToll
    revised = events.TollRevised(
        counted_to=command.counted_to,
        old=known.count,
        new=command.count,
        reasons=(command.reason,),
        unexplained=unexplained(known.count, command.count, (command.reason,)),
        stated=command.stated,
        status=Status.UNCORROBORATED,
    )
    return (revised,)


NO_REASON = Reason(code=ReasonCode.NONE_GIVEN)
"""What an import records where the publisher gave no reason."""
