"""What people and programs ask of the ledger, in the imperative; each carries the id that makes it happen once.

A command names its stream by ``stream_id``. Nothing here decides: the rules live in ``decide`` of report, incident,
toll and membership. No command holds a person's words: they go to the vault first, and only the commitment here.
One file, longer than the others, so that all that can be asked of the ledger is read in one sitting.
"""

from __future__ import annotations

import hashlib
from datetime import date
from enum import StrEnum
from typing import Annotated
from uuid import UUID

from pydantic import AwareDatetime, Field

from ledger.domain.events import Commitment, MemberId
from ledger.domain.values import (
    Actor,
    Casualties,
    Certainty,
    CodedText,
    Count,
    ForgettingReason,
    IncidentId,
    Language,
    Natural,
    Place,
    Precision,
    PublishedRecord,
    Reason,
    ReportId,
    Role,
    SourceGrade,
    Stated,
    TollId,
    TollKey,
    Value,
    When,
)


class Acting(Value):
    """Who acts, in which role, when (the injected clock), and whether at the command line."""

    member_id: str
    roles: frozenset[Role]
    at: AwareDatetime
    by_operator: bool = False


class Command(Value):
    """Base of all commands. ``fingerprint`` is what a repeated ``command_id`` is compared by."""

    command_id: UUID

    @property
    def stream_id(self) -> str:
        raise NotImplementedError

    @property
    def correlation(self) -> str | None:
        """The report this belongs to, where there is one."""
        return None

    @property
    def fingerprint(self) -> bytes:
        # What is left at its default is left out, so that a field added later leaves earlier commands what they were.
        content = type(self).__name__ + self.model_dump_json(exclude={"command_id"}, exclude_defaults=True)
        return hashlib.sha256(content.encode()).digest()


# ── Report ──────────────────────────────────────────────────────────────────────────────────────────────────


class ReportCommand(Command):
    report_id: ReportId

    @property
    def stream_id(self) -> str:
        return self.report_id

    @property
    def correlation(self) -> str | None:
        return self.report_id


class ReceiveReport(ReportCommand):
    source: CodedText
    stated_at: AwareDatetime
    precision: Precision = Precision.DAY
    sent_at: AwareDatetime | None = None
    language: Language
    length: Natural
    content: Commitment
    public: bool = False
    scope: Place | None = None


class EditReport(ReportCommand):
    sent_at: AwareDatetime | None = None
    length: Natural
    content: Commitment


class WithdrawReport(ReportCommand):
    reason: Reason


class NoteClaim(ReportCommand):
    stated: Stated
    certainty: Certainty
    about: CodedText
    place: Place | None = None
    actor: Actor | None = None
    when: When | None = None


# ── Incident ────────────────────────────────────────────────────────────────────────────────────────────────


class IncidentCommand(Command):
    incident_id: IncidentId

    @property
    def stream_id(self) -> str:
        return self.incident_id


class IncidentTold(IncidentCommand):
    """Base of what records an incident; ``kind`` is the stored kind of one of the incident events."""

    kind: str
    stated: Stated
    place: Place | None = None
    occurred: When = When()
    perpetrator: Actor | None = None
    target: Actor | None = None
    means: CodedText | None = None
    casualties: Casualties = Casualties()
    certainty: Certainty = Certainty.ASSERTED
    flags: tuple[CodedText, ...] = ()
    parties: tuple[Actor, ...] = ()

    @property
    def correlation(self) -> str | None:
        return self.stated.claim.report_id if self.stated.claim else None


class ReportIncident(IncidentTold):
    """A person says that it happened."""


class RecordPublishedIncident(IncidentTold):
    """An import records a row of a published data set: a new incident, or what its publisher changed in one."""

    record: PublishedRecord


class CiteSource(IncidentCommand):
    """One more source says so; ``reasons`` are for figures that move what the same source said before."""

    stated: Stated
    origin: CodedText | None = None
    casualties: Casualties | None = None
    reasons: tuple[Reason, ...] = ()

    @property
    def correlation(self) -> str | None:
        return self.stated.claim.report_id if self.stated.claim else None


class ReviseCasualties(IncidentCommand):
    new: Casualties
    reasons: tuple[Reason, ...]
    stated: Stated


class CorrectPlace(IncidentCommand):
    new: Place
    reason: Reason


class CorrectTime(IncidentCommand):
    new: When
    reason: Reason


class CorrectActor(IncidentCommand):
    new: Actor | None
    reason: Reason


class GradeSource(IncidentCommand):
    source: CodedText
    grade: SourceGrade


class Outcome(StrEnum):
    """A reviewer's word on an incident or on one stated value."""

    ACCEPT = "accept"
    CORROBORATE = "corroborate"
    CONFIRM = "confirm"
    CONTEST = "contest"
    REJECT = "reject"
    UNVERIFIABLE = "unverifiable"


FIRST_DECISIONS = frozenset({Outcome.ACCEPT, Outcome.REJECT})
"""What is asked of a reviewer once. Later words may corroborate, confirm, contest; taking back needs two members."""


class ReviewIncident(IncidentCommand):
    outcome: Outcome
    reason: Reason
    words: Commitment | None = None


class ReviewStatement(IncidentCommand):
    """A reviewer's word on what one source said of an incident, at the stream's ``version``."""

    version: Natural
    outcome: Outcome
    reason: Reason
    words: Commitment | None = None


class RetractIncident(IncidentCommand):
    reason: Reason
    words: Commitment | None = None


class MergeIncident(IncidentCommand):
    into: IncidentId
    reason: Reason
    words: Commitment | None = None


class SplitIncident(IncidentCommand):
    parts: Annotated[tuple[IncidentId, ...], Field(min_length=2)]
    reason: Reason
    words: Commitment | None = None


class DeclareDistinct(IncidentCommand):
    other: IncidentId
    reason: Reason
    words: Commitment | None = None


# ── Toll ────────────────────────────────────────────────────────────────────────────────────────────────────


class TollCommand(Command):
    toll_id: TollId

    @property
    def stream_id(self) -> str:
        return self.toll_id


class StateToll(Command):
    """A person says a source gave this value for the days up to ``counted_to``."""

    key: TollKey
    counted_to: date
    count: Count
    stated: Stated
    reasons: tuple[Reason, ...] = ()
    place_inferred: bool = False

    @property
    def stream_id(self) -> str:
        return self.key.id

    @property
    def correlation(self) -> str | None:
        return self.stated.claim.report_id if self.stated.claim else None


class PublishedChange(StrEnum):
    """What a publisher did to one counted day."""

    ADD = "add"
    REVISE = "revise"
    WITHDRAW = "withdraw"


class RecordPublished(Command):
    """An import records what a publisher did, falls and withdrawals included; ``count`` is null to withdraw.

    ``daily`` is the publisher's own count of the day, where it gives one beside the running count; ``parts`` are what
    it says that count is made of, as reasons with amounts; ``more_reasons`` follow the first where it gave several.
    """

    key: TollKey
    counted_to: date
    change: PublishedChange
    count: Count | None
    stated: Stated
    reason: Reason
    daily: Natural | None = None
    parts: tuple[Reason, ...] = ()
    more_reasons: tuple[Reason, ...] = ()

    @property
    def stream_id(self) -> str:
        return self.key.id

    @property
    def reasons(self) -> tuple[Reason, ...]:
        return (self.reason, *self.more_reasons)


class AnswerProposal(TollCommand):
    """A reviewer agrees or disagrees with a proposed fall (the stream's version ``proposal``)."""

    proposal: Natural
    agree: bool
    reason: Reason
    words: Commitment | None = None


class ReviewToll(TollCommand):
    """A reviewer's word on the value stated at the stream's ``version``."""

    version: Natural
    outcome: Outcome
    reason: Reason
    words: Commitment | None = None


class WithdrawToll(TollCommand):
    counted_to: date
    reason: Reason
    words: Commitment | None = None


class ReinstateToll(TollCommand):
    counted_to: date
    reason: Reason
    stated: Stated


class DeclareTollsDisjoint(TollCommand):
    other: TollId
    reason: Reason
    words: Commitment | None = None


class DeclareTollsOverlapping(TollCommand):
    """Take a declaration back that was made in this toll's stream."""

    other: TollId
    reason: Reason
    words: Commitment | None = None


# ── Membership ──────────────────────────────────────────────────────────────────────────────────────────────


class MemberCommand(Command):
    member_id: MemberId

    @property
    def stream_id(self) -> str:
        return self.member_id


class InviteMember(MemberCommand):
    role: Role


class JoinLedger(MemberCommand):
    """The invited person takes the invitation up; only they may."""


class GrantRole(MemberCommand):
    role: Role


class RevokeRole(MemberCommand):
    role: Role


class AskToBeForgotten(MemberCommand):
    """A member wishes to be erased; only they may."""


class ForgetMember(MemberCommand):
    """One admin's word that a member be erased; the second one's does it. The random id stays in the log.

    Without a reason that of the first admin holds, else the member's own wish.
    """

    reason: ForgettingReason | None = None


class DeclineForgetting(MemberCommand):
    """Call a wish or proposal to be forgotten off: another admin, or the member."""
