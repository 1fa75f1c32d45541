"""Reviewing tolls: who may agree to a fall, judge a stated value, withdraw a counted day, and when.

Nobody reviews what they reported (rule 4); large falls and withdrawals need two members besides the reporter.
"""

from __future__ import annotations

from ledger.domain import events
from ledger.domain.commands import (
    FIRST_DECISIONS,
    Acting,
    AnswerProposal,
    DeclareTollsDisjoint,
    DeclareTollsOverlapping,
    Outcome,
    ReinstateToll,
    ReviewToll,
    TollCommand,
    WithdrawToll,
)
from ledger.domain.events import Event
from ledger.domain.limits import not_ahead
from ledger.domain.movement import falls, reviewers_needed, unexplained
from ledger.domain.toll import Proposal, Toll
from ledger.domain.values import Count, Status
from ledger.errors import (
    AlreadyDecided,
    DayNotWithdrawn,
    DayUnknown,
    NothingToReview,
    ReinstatedFall,
    ReviewerIsReporter,
    SecondReviewerIsFirst,
    TollWithItself,
)

STATUS_BY_OUTCOME = {
    Outcome.ACCEPT: Status.UNCORROBORATED,
    Outcome.CORROBORATE: Status.CORROBORATED,
    Outcome.CONFIRM: Status.CONFIRMED,
    Outcome.CONTEST: Status.CONTESTED,
    Outcome.REJECT: Status.REJECTED,
    Outcome.UNVERIFIABLE: Status.UNVERIFIABLE,
}


def decide_review(toll: Toll, command: TollCommand, acting: Acting) -> tuple[Event, ...]:
    match command:
        case AnswerProposal():
            return _answer(toll, command, acting)
        case ReviewToll():
            return _review(toll, command, acting)
        case WithdrawToll():
            return _withdraw(toll, command, acting)
        case ReinstateToll():
            return _reinstate(toll, command, acting)
        case DeclareTollsDisjoint():
            if command.other == command.toll_id:
                raise TollWithItself(command.toll_id)
            if command.other in toll.disjoint_from:
                return ()
            return (events.DeclaredDisjoint(other=command.other, reason=command.reason, words=command.words),)
        case DeclareTollsOverlapping():
            if command.other not in toll.disjoint_from:
                return ()
            return (events.DeclaredOverlapping(other=command.other, reason=command.reason, words=command.words),)
        case _:
            raise NotImplementedError(type(command).__name__)


def _answer(toll: Toll, command: AnswerProposal, acting: Acting) -> tuple[Event, ...]:
    what = f"{command.toll_id}/{command.proposal}"
    waiting = toll.proposals.get(command.proposal)
    if waiting is None:
        raise NothingToReview(what)
    if not waiting.open:
        raise AlreadyDecided(what)
    reporters = toll.reporters_of(waiting.counted_to, waiting.new) | {waiting.proposer}
    if acting.member_id in reporters:
        raise ReviewerIsReporter(what)
    if not command.agree:
        return (events.TollRevisionRejected(proposal=command.proposal, reason=command.reason, words=command.words),)
    if acting.member_id in waiting.agreed:
        raise SecondReviewerIsFirst(what)
    old = _fallen_from(toll, waiting)
    needed = max(waiting.needed, reviewers_needed(old, waiting.new))
    agreed = {member_id for member_id in waiting.agreed if member_id not in reporters} | {acting.member_id}
    if len(agreed) < needed:
        return (events.TollRevisionSeconded(proposal=command.proposal, words=command.words),)
    return (_accepted(waiting, old, command.proposal),)


def _fallen_from(toll: Toll, waiting: Proposal) -> Count:
    """What the fall is from, which may have moved since it was proposed; what it was proposed against, if gone."""
    day, at = waiting.counted_to, waiting.stated.stated_at
    now = toll.days.get(day)
    by = at if now and at < now.stated_at else None
    known = toll.known_for(day, by)
    if known is not None and known.count.same_figure(waiting.new):
        return known.count
    number = toll.number_for(day, by)
    return number.count if number else waiting.old


def _accepted(waiting: Proposal, old: Count, proposal: int) -> Event:
    """The fall takes effect; where another report has brought the same figure meanwhile, this one is cited for it."""
    if old.same_figure(waiting.new):
        return events.TollRestated(
            counted_to=waiting.counted_to,
            count=waiting.new,
            stated=waiting.stated,
            status=Status.UNCORROBORATED,
            proposal=proposal,
        )
    return events.TollRevised(
        counted_to=waiting.counted_to,
        old=old,
        new=waiting.new,
        reasons=waiting.reasons,
        unexplained=unexplained(old, waiting.new, waiting.reasons),
        stated=waiting.stated,
        status=Status.UNCORROBORATED,
        proposal=proposal,
    )


def _review(toll: Toll, command: ReviewToll, acting: Acting) -> tuple[Event, ...]:
    what = f"{command.toll_id}/{command.version}"
    stated = toll.statement(command.version)
    first = command.outcome in FIRST_DECISIONS
    if stated is None or (stated.count is None and not first):
        raise NothingToReview(what)
    reporters = toll.reporters_of(stated.counted_to, stated.count) if stated.count else {stated.member_id}
    if acting.member_id in reporters:
        raise ReviewerIsReporter(what)
    status = STATUS_BY_OUTCOME[command.outcome]
    if stated.count is None and command.outcome is Outcome.ACCEPT:
        status = Status.WITHDRAWN  # the publisher took the day back, and that stands
    again = stated.status is status and not (stated.to_review and not stated.reviewed)
    if again or stated.status is Status.REJECTED or (first and stated.reviewed):
        raise AlreadyDecided(f"{what} ({stated.status.value})")
    return (events.TollReviewed(version=command.version, status=status, reason=command.reason, words=command.words),)


def _withdraw(toll: Toll, command: WithdrawToll, acting: Acting) -> tuple[Event, ...]:
    known = toll.days.get(command.counted_to)
    if known is None:
        raise DayUnknown(command.counted_to.isoformat())
    what = f"{command.toll_id} on {command.counted_to.isoformat()}"
    reporters = toll.reporters_of(command.counted_to, known.count)
    if acting.member_id in reporters:
        raise ReviewerIsReporter(what)
    first = toll.withdrawing.get(command.counted_to)
    fields = {
        "counted_to": command.counted_to,
        "reason": command.reason,
        "stated_at": max(acting.at, known.stated_at),  # a source's clock may run ahead of ours by the day's zone
        "words": command.words,
    }
    if first is None or first in reporters:
        return (events.TollWithdrawalProposed.model_validate(fields),)
    if first == acting.member_id:
        raise SecondReviewerIsFirst(f"the withdrawal of {what}")
    return (events.TollWithdrawn.model_validate({**fields, "old": known.count}),)


def _reinstate(toll: Toll, command: ReinstateToll, acting: Acting) -> tuple[Event, ...]:
    not_ahead("published", command.stated.stated_at, acting)
    day = command.counted_to
    gone, taken_back_at = toll.withdrawn_from(day), toll.withdrawn_at(day)
    if gone is None or taken_back_at is None:
        raise DayNotWithdrawn(day.isoformat())
    if acting.member_id in toll.reporters_of(day, gone.count):
        raise ReviewerIsReporter(f"{command.toll_id} on {day.isoformat()}")
    known = toll.number_for(day) if day >= (toll.latest_day or day) else None  # of an earlier day it is a backfill
    if known is not None and falls(known.count, gone.count):
        raise ReinstatedFall(day.isoformat(), known.count.in_short, gone.count.in_short)
    # On every clock a day counts again only after it was taken back.
    stated = command.stated.model_copy(update={"stated_at": max(command.stated.stated_at, taken_back_at)})
    return (
        events.TollReinstated(
            counted_to=day,
            count=gone.count,
            reason=command.reason,
            stated=stated,
            status=Status.UNCORROBORATED,
        ),
    )
