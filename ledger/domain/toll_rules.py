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
from ledger.domain.limits import not_ahead, plausible
from ledger.domain.movement import explains_fall, falls, reviewers_needed, unexplained
from ledger.domain.toll import DayValue, NoToll, Toll, TollState
from ledger.domain.toll_review import decide_review
from ledger.domain.values import Count, Reason, ReasonCode, Status
from ledger.errors import (
    DayAlreadyKnown,
    DayUnknown,
    EmptyToll,
    FallWithoutReason,
    KeyOfAnotherToll,
    NoSuchStream,
    PublishedBackwards,
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


def _check_days(command: StateToll | RecordPublished, acting: Acting) -> None:
    not_ahead("published", command.stated.stated_at, acting)
    not_ahead("counted_to", command.counted_to, acting)
    start = command.key.period_start
    if start is not None and start > command.counted_to:
        raise WindowAfterDay(start.isoformat(), command.counted_to.isoformat())


def _check_count(count: Count | None) -> Count:
    if count is None or count.states_nothing:
        raise EmptyToll
    plausible(count)
    return count


def _opening(state: TollState, command: StateToll | RecordPublished) -> tuple[Event, ...]:
    if isinstance(state, NoToll):
        inferred = isinstance(command, StateToll) and command.place_inferred
        return (events.TollOpened(key=command.key, place_inferred=inferred),)
    if state.key != command.key and state.key.parts != command.key.parts:
        raise KeyOfAnotherToll(command.key.id)
    return ()


def _state(state: TollState, command: StateToll, acting: Acting) -> tuple[Event, ...]:
    _check_days(command, acting)
    _check_count(command.count)
    opening = _opening(state, command)
    status = Status.UNCORROBORATED if acting.by_operator else Status.RECEIVED
    if isinstance(state, NoToll):
        return (*opening, _first_value(command, status, None))
    if _said_before(state, command):
        return ()
    day, now = command.counted_to, state.days.get(command.counted_to)
    if now is None and day < (state.latest_day or day):
        return (_first_value(command, status, None),)  # a backfill is never a fall
    if now is not None and command.count.says_again(now.count):
        return (_moved(command, now, now, status),)
    # Late news of a day lands at its true time: it is judged by what had been stated when its source spoke.
    late = now is not None and command.stated.stated_at < now.stated_at
    by = command.stated.stated_at if late else None
    against = state.known_for(day, by)
    if against is None:
        return (_first_value(command, status, None),)
    return (_moved(command, against, state.number_for(day, by) or against, status),)


def _first_value(command: StateToll, status: Status, against: DayValue | None) -> Event:
    return events.TollStated(
        counted_to=command.counted_to,
        count=command.count,
        stated=command.stated,
        status=status,
        reasons=command.reasons,
        unexplained=unexplained(against.count, command.count, command.reasons) if against else None,
    )


def _said_before(toll: Toll, command: StateToll) -> bool:
    """Whether this very passage has been recorded here as this value: standing, waiting, or decided upon."""
    claim = command.stated.claim
    if claim is None:
        return False
    said = [(it.stated, it.count) for it in toll.statements.get(command.counted_to, ())]
    said += [(it.stated, it.new) for it in toll.proposals.values() if it.counted_to == command.counted_to]
    return any(stated and stated.claim == claim and count and command.count.says_again(count) for stated, count in said)


def _moved(command: StateToll, against: DayValue, number: DayValue, status: Status) -> Event:
    """The event of a value that follows ``against``; ``number`` is the last known in figures."""
    old, new = against.count, command.count
    if new.says_again(old):
        again = _again(old, new)
        return events.TollRestated(counted_to=command.counted_to, count=again, stated=command.stated, status=status)
    if falls(number.count, new):
        return _proposed(command, number.count)
    if against.counted_to != command.counted_to:
        return _first_value(command, status, against)
    return events.TollRevised(
        counted_to=command.counted_to,
        old=old,
        new=new,
        reasons=command.reasons,
        unexplained=unexplained(old, new, command.reasons),
        stated=command.stated,
        status=status,
    )


def _again(old: Count, new: Count) -> Count:
    """A number told again takes nothing back: its bound and breakdown stay where the report leaves them out."""
    return old.model_copy(update={"breakdown": new.breakdown or old.breakdown})


def _proposed(command: StateToll, old: Count) -> Event:
    new = command.count
    if not explains_fall(command.reasons, command.key.harm):
        raise FallWithoutReason(old.in_short, new.in_short)
    return events.TollRevisionProposed(
        counted_to=command.counted_to,
        old=old,
        new=new,
        reasons=command.reasons,
        unexplained=unexplained(old, new, command.reasons),
        stated=command.stated,
        needed=reviewers_needed(old, new),
    )


def _record_published(state: TollState, command: RecordPublished, acting: Acting) -> tuple[Event, ...]:
    """An import records what the publisher did, as it was done; nothing waits, and falls are listed for a reviewer."""
    _check_days(command, acting)
    count = None if command.change is PublishedChange.WITHDRAW else _check_count(command.count)
    opening = _opening(state, command)
    day, toll = command.counted_to, state if isinstance(state, Toll) else Toll(command.key)
    known, last = toll.days.get(day), toll.last_stated_at(day)
    if command.change is PublishedChange.ADD and known is not None:
        raise DayAlreadyKnown(day.isoformat())
    if command.change is not PublishedChange.ADD and known is None:
        raise DayUnknown(day.isoformat())
    if last is not None and command.stated.stated_at < last:
        raise PublishedBackwards(day.isoformat(), command.stated.stated_at.isoformat(), last.isoformat())
    if count is None or known is None:
        return (*opening, _published_withdrawal(command, known) if known else _published_day(toll, command))
    if count.same_figure(known.count):
        return (events.TollRestated(counted_to=day, count=count, stated=command.stated, status=Status.UNCORROBORATED),)
    revised = events.TollRevised(
        counted_to=day,
        old=known.count,
        new=count,
        reasons=command.reasons,
        unexplained=unexplained(known.count, count, command.reasons),
        stated=command.stated,
        status=Status.UNCORROBORATED,
        to_review=falls(known.count, count),
    )
    return (revised,)


def _published_day(toll: Toll, command: RecordPublished) -> Event:
    """A publisher's value for a new day; for an earlier day than the latest it is a backfill, which is no fall."""
    count = _check_count(command.count)
    backfill = command.counted_to < (toll.latest_day or command.counted_to)
    before = None if backfill and command.daily is None else toll.number_for(command.counted_to)
    given = () if command.reasons == (NO_REASON,) else command.reasons
    reasons = (command.parts if before is not None else ()) or given
    fell = before is not None and not backfill and falls(before.count, count)
    differs = left = None
    if before is not None and command.daily is not None:
        differs = unexplained(before.count, count, (Reason(code=ReasonCode.NONE_GIVEN, amount=command.daily),)) or None
    if before is not None and (reasons or fell):
        left = unexplained(before.count, count, reasons)
    return events.TollStated(
        counted_to=command.counted_to,
        count=count,
        stated=command.stated,
        status=Status.UNCORROBORATED,
        reasons=reasons,
        unexplained=left if reasons or differs is None else differs,
        daily=command.daily,
        to_review=bool(differs) or fell,
    )


def _published_withdrawal(command: RecordPublished, known: DayValue) -> Event:
    return events.TollWithdrawn(
        counted_to=command.counted_to,
        old=known.count,
        reason=command.reason,
        stated_at=command.stated.stated_at,
        to_review=True,
    )


NO_REASON = Reason(code=ReasonCode.NONE_GIVEN)
"""What an import records where the publisher gave no reason."""
