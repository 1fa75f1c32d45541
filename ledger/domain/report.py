"""A report: received, edited, withdrawn; and the claims noted from it that are no incidents."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import assert_never

from ledger.domain.commands import Acting, EditReport, NoteClaim, ReceiveReport, ReportCommand, WithdrawReport
from ledger.domain.events import ClaimNoted, Event, ReportEdited, ReportReceived, ReportWithdrawn
from ledger.domain.limits import not_ahead
from ledger.errors import NoSuchStream, NotYourReport


@dataclass(frozen=True, slots=True)
class NoReport:
    """Nothing has come in under this id."""


@dataclass(frozen=True, slots=True)
class Report:
    """A report as it stands; ``contents`` are the commitments of its revisions, first to last."""

    reporter: str
    contents: tuple[str, ...]
    claims: tuple[ClaimNoted, ...] = ()
    withdrawn: bool = False


ReportState = NoReport | Report


def evolve(state: ReportState, event: Event, version: int, member_id: str) -> ReportState:
    """The state after ``event``; copies, never refuses."""
    match state, event:
        case NoReport(), ReportReceived():
            return Report(member_id, (event.content,))
        case Report(), ReportEdited():
            return replace(state, contents=(*state.contents, event.content))
        case Report(), ReportWithdrawn():
            return replace(state, withdrawn=True)
        case Report(), ClaimNoted():
            return replace(state, claims=(*state.claims, event))
        case _:
            return state


def decide(state: ReportState, command: ReportCommand, acting: Acting) -> tuple[Event, ...]:
    """The events a command makes. Raises ``Refused`` with the rule it breaks; no clock, no chance."""
    match command:
        case ReceiveReport():
            return _receive(state, command, acting)
        case EditReport():
            report = _own(state, command, acting)
            if command.content == report.contents[-1]:
                return ()
            edited = ReportEdited(
                revision=len(report.contents),
                sent_at=command.sent_at,
                length=command.length,
                content=command.content,
            )
            return (edited,)
        case WithdrawReport():
            return () if _own(state, command, acting).withdrawn else (ReportWithdrawn(reason=command.reason),)
        case NoteClaim():
            return _note(state, command, acting)
        case _:
            raise NotImplementedError(type(command).__name__)


def _receive(state: ReportState, command: ReceiveReport, acting: Acting) -> tuple[Event, ...]:
    if isinstance(state, Report):
        return ()  # the same report twice is one report
    not_ahead("published", command.stated_at, acting)
    return (ReportReceived(**command.model_dump(exclude={"command_id", "report_id"})),)


def _own(state: ReportState, command: ReportCommand, acting: Acting) -> Report:
    match state:
        case NoReport():
            raise NoSuchStream(f"report {command.report_id}")
        case Report():
            if acting.member_id != state.reporter:
                raise NotYourReport(command.report_id)
            return state
        case _:
            assert_never(state)


def _note(state: ReportState, command: NoteClaim, acting: Acting) -> tuple[Event, ...]:
    if isinstance(state, NoReport):
        raise NoSuchStream(f"report {command.report_id}")
    not_ahead("published", command.stated.stated_at, acting)
    noted = _claim(command)
    return () if noted in state.claims else (noted,)


def _claim(command: NoteClaim) -> ClaimNoted:
    return ClaimNoted(
        stated=command.stated,
        certainty=command.certainty,
        about=command.about,
        place=command.place,
        actor=command.actor,
        when=command.when,
    )
