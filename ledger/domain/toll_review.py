"""Reviewing tolls: who may agree to a fall, judge a stated value, withdraw a counted day, and when.

Nobody reviews what they reported (rule 4); large falls and withdrawals need two members besides the reporter.
"""

from __future__ import annotations

from ledger.domain import events
from ledger.domain.commands import (
    Acting,
    AnswerProposal,
    DeclareTollsDisjoint,
    Outcome,
    ReinstateToll,
    ReviewToll,
    TollCommand,
    WithdrawToll,
)
from ledger.domain.events import Event
from ledger.domain.movement import unexplained
from ledger.domain.toll import Proposal, Toll
from ledger.domain.values import Status
from ledger.errors import AlreadyDecided, DayUnknown, NothingToReview, ReviewerIsReporter, SecondReviewerIsFirst

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
            return _reinstate(toll, command)
        case DeclareTollsDisjoint():
            if command.other in toll.disjoint_from:
                return ()
            return (events.DeclaredDisjoint(other=command.other, reason=command.reason),)
        case _:
            raise NotImplementedError(type(command).__name__)


def _answer(toll: Toll, command: AnswerProposal, acting: Acting) -> tuple[Event, ...]:
    what = f"{command.toll_id}/{command.proposal}"
    waiting = toll.proposals.get(command.proposal)
    if waiting is None:
        raise NothingToReview(what)
    if not waiting.open:
        raise AlreadyDecided(what)
    if acting.member_id == waiting.proposer:
        raise ReviewerIsReporter(what)
    if not command.agree:
        return (events.TollRevisionRejected(proposal=command.proposal, reason=command.reason, words=command.words),)
    if acting.member_id in waiting.agreed:
        raise SecondReviewerIsFirst(what)
    if len(waiting.agreed) + 1 < waiting.needed:
        return (events.TollRevisionSeconded(proposal=command.proposal, words=command.words),)
    return (_accepted(toll, waiting, command),)


def _accepted(toll: Toll, waiting: Proposal, command: AnswerProposal) -> Event:
    """The fall takes effect; ``old`` is what is known now, which may have moved since it was proposed."""
    known = toll.known_for(waiting.counted_to)
    old = known.count if known else waiting.new
    return events.TollRevised(
        counted_to=waiting.counted_to,
        old=old,
        new=waiting.new,
        reasons=waiting.reasons,
        unexplained=unexplained(old, waiting.new, waiting.reasons),
        stated=waiting.stated,
        status=Status.UNCORROBORATED,
        proposal=command.proposal,
    )


def _review(toll: Toll, command: ReviewToll, acting: Acting) -> tuple[Event, ...]:
    what = f"{command.toll_id}/{command.version}"
    stated = toll.statements.get(command.version)
    if stated is None:
        raise NothingToReview(what)
    if stated.member_id == acting.member_id:
        raise ReviewerIsReporter(what)
    status = STATUS_BY_OUTCOME[command.outcome]
    if stated.status is status or stated.status is Status.REJECTED:
        raise AlreadyDecided(f"{what} ({stated.status.value})")
    return (events.TollReviewed(version=command.version, status=status, reason=command.reason, words=command.words),)


def _withdraw(toll: Toll, command: WithdrawToll, acting: Acting) -> tuple[Event, ...]:
    known = toll.days.get(command.counted_to)
    if known is None:
        raise DayUnknown(command.counted_to.isoformat())
    what = f"{command.toll_id} on {command.counted_to.isoformat()}"
    if toll.statements[known.version].member_id == acting.member_id:
        raise ReviewerIsReporter(what)
    first = toll.withdrawing.get(command.counted_to)
    fields = {
        "counted_to": command.counted_to,
        "reason": command.reason,
        "stated_at": acting.at,
        "words": command.words,
    }
    if first is None:
        return (events.TollWithdrawalProposed.model_validate(fields),)
    if first == acting.member_id:
        raise SecondReviewerIsFirst(f"the withdrawal of {what}")
    return (events.TollWithdrawn.model_validate({**fields, "old": known.count}),)


def _reinstate(toll: Toll, command: ReinstateToll) -> tuple[Event, ...]:
    gone = toll.withdrawn.get(command.counted_to)
    if gone is None:
        raise DayUnknown(command.counted_to.isoformat())
    return (
        events.TollReinstated(
            counted_to=command.counted_to,
            count=gone.count,
            reason=command.reason,
            stated=command.stated,
            status=Status.UNCORROBORATED,
        ),
    )
