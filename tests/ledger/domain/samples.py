"""One sample of every event kind and of every command, and the people and moments the tests speak of.

Other tests build on these: the facts are those of an invented week in the Yarmouk Basin.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from uuid import UUID, uuid5

from ledger.domain import commands, events
from ledger.domain.commands import Acting, Command, Outcome, PublishedChange
from ledger.domain.events import Event
from ledger.domain.values import (
    Actor,
    Basis,
    Casualties,
    Certainty,
    ClaimRef,
    Count,
    ForgettingReason,
    GroupCount,
    Place,
    Precision,
    Quantifier,
    Reason,
    ReasonCode,
    Reliability,
    Role,
    SourceGrade,
    Stated,
    Status,
    TollKey,
    When,
    exactly,
)
from tests.ledger.domain.rows import PARTIES, REVISED, ROW, UCDP_ROW

SALMA, YARA, NADIM, OMAR, OPERATOR = (
    "M-" + name.ljust(26, "0") for name in ("salma", "yara", "nadim", "omar", "operator")
)
"""Salma and Omar monitor, Yara and Nadim review; the operator sits at the command line."""

NOW = datetime(2018, 8, 10, 9, 0, tzinfo=UTC)
REPORT, OTHER_REPORT = "R-0123456789", "R-abcdefghjk"
INCIDENT, OTHER_INCIDENT, THIRD_INCIDENT = "I-0123456789", "I-abcdefghjk", "I-zyxwvtsrqp"
OTHER_TOLL = "T-abcdefghjk"
WORDS = "ab" * 32
BASIN = Place(id="syr.daraa.yarmouk-basin", text="Yarmouk Basin")
KEY = TollKey(source="SOHR", place=BASIN, cause="shelling", period_start=date(2018, 7, 19), basis=Basis.COUNTED)
TOLL = KEY.id
FOUND = Reason(code=ReasonCode.FOUND_ALIVE, amount=-4)
ERROR = Reason(code=ReasonCode.ENTRY_ERROR)
JULY_31, AUGUST_1, AUGUST_2 = date(2018, 7, 31), date(2018, 8, 1), date(2018, 8, 2)

_SPACE = UUID("6f0a4f4e-9a0f-4d5e-8f5c-0c1d5e7a9b3d")


def command_id(name: str) -> UUID:
    """The same name gives the same id, so that a test is the same each time."""
    return uuid5(_SPACE, name)


def acting(member_id: str, *roles: Role, at: datetime = NOW, by_operator: bool = False) -> Acting:
    """Somebody acting, as a monitor unless other roles are named."""
    return Acting(member_id=member_id, roles=frozenset(roles or {Role.MONITOR}), at=at, by_operator=by_operator)


def on(day: date, hour: int = 12) -> datetime:
    return datetime(day.year, day.month, day.day, hour, tzinfo=UTC)


def said(day: date = AUGUST_1, *, hour: int = 12, report: str | None = None, at: int = 0) -> Stated:
    """SOHR speaking on a day; with ``report``, the passage of it that begins at ``at``."""
    claim = ClaimRef(report_id=report, start=at, end=at + 20) if report else None
    return Stated(source="SOHR", stated_at=on(day, hour), claim=claim)


AT_LEAST_62 = Count(
    low=62,
    qualifier=Quantifier.AT_LEAST,
    breakdown=(GroupCount(group="children", low=11, high=11), GroupCount(group="women", low=10)),
)
HARMED = Casualties(killed=exactly(62), injured=Count(qualifier=Quantifier.HUNDREDS))
FEWER = Casualties(killed=exactly(58), injured=Count(qualifier=Quantifier.HUNDREDS))


def _incidents() -> list[Event]:
    return [
        kind(
            stated=said(report=REPORT),
            status=Status.RECEIVED,
            place=BASIN,
            occurred=When(start=JULY_31, end=AUGUST_1, precision=Precision.FEW_DAYS),
            perpetrator=Actor(text="regime forces"),
            target=Actor(id="jaysh-khalid"),
            means="barrel bombs",
            casualties=HARMED,
            certainty=Certainty.REPORTED,
            flags=("sum differs",),
            parties=PARTIES,
            record=UCDP_ROW,
        )
        for kind in events.INCIDENT_KINDS
    ]


_reviewed: dict[str, object] = {"reason": ERROR, "words": WORDS}

EVENTS: dict[str, Event] = {
    event.kind: event
    for event in [
        events.ReportReceived(
            source="SOHR",
            stated_at=on(AUGUST_1),
            precision=Precision.DAY,
            language="en",
            length=1200,
            content=WORDS,
            public=True,
            scope=BASIN,
        ),
        events.ReportEdited(revision=1, sent_at=on(AUGUST_2), length=1190, content="cd" * 32),
        events.ReportWithdrawn(reason=ERROR),
        events.ClaimNoted(stated=said(report=REPORT), certainty=Certainty.FEARED, about="more raids", place=BASIN),
        *_incidents(),
        events.SourceCited(
            stated=said(AUGUST_2, report=OTHER_REPORT),
            origin="SANA",
            casualties=FEWER,
            status=Status.RECEIVED,
            merged_from=OTHER_INCIDENT,
        ),
        events.CasualtiesRevised(
            old=HARMED, new=FEWER, reasons=(FOUND,), stated=said(AUGUST_2), status=Status.UNCORROBORATED
        ),
        events.CasualtiesRevisionProposed(old=HARMED, new=FEWER, reasons=(FOUND,), stated=said(AUGUST_2)),
        events.PlaceCorrected(old=BASIN, new=Place(text="Hayt"), reason=ERROR),
        events.TimeCorrected(old=When(), new=When(start=AUGUST_1, precision=Precision.DAY), reason=ERROR),
        events.ActorCorrected(old=Actor(text="regime forces"), new=None, reason=ERROR),
        REVISED,
        events.SourceGraded(source="SOHR", grade=SourceGrade(reliability=Reliability.B, credibility=2)),
        *(
            kind.model_validate(_reviewed)
            for kind in (
                events.IncidentAccepted,
                events.IncidentCorroborated,
                events.IncidentConfirmed,
                events.IncidentContested,
                events.IncidentRejected,
                events.IncidentMarkedUnverifiable,
                events.IncidentRetractionProposed,
                events.IncidentRetracted,
            )
        ),
        events.StatementReviewed(version=2, status=Status.CONTESTED, reason=ERROR, words=WORDS),
        events.IncidentMerged(into=OTHER_INCIDENT, reason=ERROR, words=WORDS),
        events.IncidentSplit(parts=(OTHER_INCIDENT, THIRD_INCIDENT), reason=ERROR, words=WORDS),
        events.DeclaredDistinct(other=OTHER_INCIDENT, reason=ERROR, words=WORDS),
        events.TollOpened(key=KEY, place_inferred=True),
        events.TollStated(counted_to=AUGUST_1, count=AT_LEAST_62, stated=said(), status=Status.RECEIVED),
        events.TollRestated(counted_to=AUGUST_2, count=AT_LEAST_62, stated=said(AUGUST_2), status=Status.RECEIVED),
        events.TollRevised(
            counted_to=AUGUST_1,
            old=AT_LEAST_62,
            new=exactly(58),
            reasons=(FOUND,),
            unexplained=0,
            stated=said(AUGUST_2),
            status=Status.UNCORROBORATED,
            proposal=2,
        ),
        events.TollRevisionProposed(
            counted_to=AUGUST_1,
            old=AT_LEAST_62,
            new=exactly(58),
            reasons=(FOUND,),
            unexplained=0,
            stated=said(AUGUST_2),
            needed=1,
        ),
        events.TollRevisionSeconded(proposal=2, words=WORDS),
        events.TollRevisionRejected(proposal=2, reason=ERROR, words=WORDS),
        events.TollReviewed(version=1, status=Status.CONFIRMED, reason=ERROR, words=WORDS),
        events.TollWithdrawalProposed(counted_to=AUGUST_1, reason=ERROR, stated_at=NOW, words=WORDS),
        events.TollWithdrawn(counted_to=AUGUST_1, old=AT_LEAST_62, reason=ERROR, stated_at=NOW, words=WORDS),
        events.TollReinstated(
            counted_to=AUGUST_1, count=AT_LEAST_62, reason=ERROR, stated=said(), status=Status.UNCORROBORATED
        ),
        events.DeclaredDisjoint(other=OTHER_TOLL, reason=ERROR),
        events.DeclaredOverlapping(other=OTHER_TOLL, reason=ERROR),
        events.MemberInvited(role=Role.MONITOR, by_operator=True),
        events.MemberJoined(),
        events.RoleGranted(role=Role.REVIEWER, by_operator=False),
        events.RoleRevoked(role=Role.REVIEWER, by_operator=False),
        events.ForgettingAsked(),
        events.ForgettingProposed(reason=ForgettingReason.DANGER, by_operator=True),
        events.ForgettingDeclined(by_operator=False),
        events.MemberForgotten(by_operator=True, reason=ForgettingReason.OWN_WISH),
        events.RestoreRecorded(lost_from=7, lost_to=9),
    ]
}
"""One event of every kind, by kind."""


GRADE = SourceGrade(reliability=Reliability.B, credibility=2)


def _commands() -> list[Command]:
    report = {"command_id": command_id("report"), "report_id": REPORT}
    received = {"source": "SOHR", "stated_at": on(AUGUST_1), "language": "en", "length": 9, "content": WORDS}
    incident = {"command_id": command_id("incident"), "incident_id": INCIDENT, "reason": ERROR}
    toll = {"command_id": command_id("toll"), "toll_id": TOLL, "reason": ERROR}
    member = {"command_id": command_id("member"), "member_id": SALMA, "role": Role.MONITOR}
    value = {"command_id": command_id("value"), "key": KEY, "counted_to": AUGUST_1, "count": exactly(62)}
    fields: dict[type[Command], dict[str, object]] = {
        commands.ReceiveReport: report | received,
        commands.EditReport: {**report, "length": 8, "content": "cd" * 32},
        commands.WithdrawReport: {**report, "reason": ERROR},
        commands.NoteClaim: {**report, "stated": said(), "certainty": "feared", "about": "more raids"},
        commands.ReportIncident: {**incident, "kind": "strike_reported", "stated": said(report=REPORT)},
        commands.RecordPublishedIncident: {**incident, **ROW},
        commands.CiteSource: {**incident, "stated": said(AUGUST_2)},
        commands.ReviseCasualties: {**incident, "new": HARMED, "reasons": (FOUND,), "stated": said(AUGUST_2)},
        commands.CorrectPlace: {**incident, "new": Place(text="Hayt")},
        commands.CorrectTime: {**incident, "new": When(start=AUGUST_1)},
        commands.CorrectActor: {**incident, "new": None},
        commands.GradeSource: {**incident, "source": "SOHR", "grade": GRADE},
        commands.ReviewIncident: {**incident, "outcome": Outcome.ACCEPT},
        commands.ReviewStatement: {**incident, "version": 1, "outcome": Outcome.ACCEPT},
        commands.RetractIncident: incident,
        commands.MergeIncident: {**incident, "into": OTHER_INCIDENT},
        commands.SplitIncident: {**incident, "parts": (OTHER_INCIDENT, THIRD_INCIDENT)},
        commands.DeclareDistinct: {**incident, "other": OTHER_INCIDENT},
        commands.StateToll: {**value, "stated": said(report=REPORT)},
        commands.RecordPublished: {
            **value,
            "change": PublishedChange.ADD,
            "stated": said(),
            "reason": Reason(code=ReasonCode.NONE_GIVEN),
        },
        commands.AnswerProposal: {**toll, "proposal": 2, "agree": True},
        commands.ReviewToll: {**toll, "version": 1, "outcome": Outcome.ACCEPT},
        commands.WithdrawToll: {**toll, "counted_to": AUGUST_1},
        commands.ReinstateToll: {**toll, "counted_to": AUGUST_1, "stated": said(AUGUST_2)},
        commands.DeclareTollsDisjoint: {**toll, "other": OTHER_TOLL},
        commands.DeclareTollsOverlapping: {**toll, "other": OTHER_TOLL},
        **dict.fromkeys(commands.MemberCommand.__subclasses__(), member),
    }
    return [kind.model_validate(_only_fields(kind, given)) for kind, given in fields.items()]


def _only_fields(kind: type[Command], given: dict[str, object]) -> dict[str, object]:
    return {name: value for name, value in given.items() if name in kind.model_fields}


COMMANDS: dict[type[Command], Command] = {type(command): command for command in _commands()}
"""One command of every class, by class."""
