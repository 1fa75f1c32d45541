"""Every event of the ledger, in the past tense, with its stored ``kind`` and schema version.

Nothing here is ever changed or removed: a correction is a new event. No event holds a person's name, Telegram id
or phone number; people are opaque member ids in the envelope, and their words lie in the vault, reached through
``ClaimRef`` and commitments. The table in docs/events.md is generated from this file. It is one file, longer than
the others, so that all that can ever be recorded is read in one sitting.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, ClassVar

from pydantic import AwareDatetime, Field

from ledger.domain.values import (
    Actor,
    Casualties,
    Certainty,
    CodedId,
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
    Role,
    SourceGrade,
    Stated,
    Status,
    TollId,
    TollKey,
    Value,
    When,
)

CODEBOOK = "2026.1"
"""Version of the definitions (docs/glossary.md) under which events are coded from now on."""

Commitment = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
"""Salted SHA-256, in hex, of words that the vault holds; the salt lies with the words and goes with them."""

MemberId = Annotated[str, Field(pattern=r"^M-[0-9a-z]{26}$")]


class Event(Value):
    """Base of all events. ``kind`` is the stored name; it never changes, whatever the class is called."""

    kind: ClassVar[str]
    schema_version: ClassVar[int] = 1


# ── Report ──────────────────────────────────────────────────────────────────────────────────────────────────


class ReportReceived(Event):
    """A published item or a member's message came in; its bytes are in the vault under this commitment."""

    kind = "report_received"
    source: CodedText
    stated_at: AwareDatetime
    precision: Precision
    sent_at: AwareDatetime | None = None
    language: Language
    length: Natural
    content: Commitment
    public: bool
    scope: Place | None = None


class ReportEdited(Event):
    """The author changed a report: revision ``revision``; earlier revisions stay."""

    kind = "report_edited"
    revision: Natural
    sent_at: AwareDatetime | None = None
    length: Natural
    content: Commitment


class ReportWithdrawn(Event):
    """The author took the report back; what was recorded from it stays readable and is marked."""

    kind = "report_withdrawn"
    reason: Reason


class ClaimNoted(Event):
    """A feared, denied, claimed or other statement a person kept: on record, never an incident."""

    kind = "claim_noted"
    stated: Stated
    certainty: Certainty
    about: CodedText
    place: Place | None = None
    actor: Actor | None = None
    when: When | None = None


# ── Incident ────────────────────────────────────────────────────────────────────────────────────────────────


class IncidentReported(Event):
    """Base of the reported incidents: what, where, when, by and to whom, with which harm, who says so.

    ``parties`` fought one another, and nothing says which of them did it to whom; ``record`` is the row of a
    published data set that it was taken from.
    """

    stated: Stated
    status: Status
    place: Place | None = None
    occurred: When = When()
    perpetrator: Actor | None = None
    target: Actor | None = None
    means: CodedText | None = None
    casualties: Casualties = Casualties()
    certainty: Certainty = Certainty.ASSERTED
    flags: tuple[CodedText, ...] = ()
    parties: tuple[Actor, ...] = ()
    record: PublishedRecord | None = None


class RowParts(Value):
    """What a row of a published data set says besides harm, place, time and perpetrator; ``incident`` is its kind."""

    incident: CodedId
    target: Actor | None = None
    means: CodedText | None = None
    flags: tuple[CodedText, ...] = ()
    parties: tuple[Actor, ...] = ()
    record: PublishedRecord


class StrikeReported(IncidentReported):
    """Something was hit from the air: by an aircraft, a drone or a missile."""

    kind = "strike_reported"


class ShellingReported(IncidentReported):
    """Something was hit from the ground: by artillery, mortars, rockets or tanks."""

    kind = "shelling_reported"


class ExecutionReported(IncidentReported):
    """People were put to death by those who held them."""

    kind = "execution_reported"


class ClashReported(IncidentReported):
    """Armed parties fought one another."""

    kind = "clash_reported"


class ExplosionReported(IncidentReported):
    """Something blew up where it lay or was carried: a mine, a car bomb, a remnant of war."""

    kind = "explosion_reported"


class AbductionReported(IncidentReported):
    """People were taken by force and held outside any law."""

    kind = "abduction_reported"


class DetentionReported(IncidentReported):
    """People were arrested or held by those who rule the place."""

    kind = "detention_reported"


class ReleaseReported(IncidentReported):
    """People who had been held came free."""

    kind = "release_reported"


class DisplacementReported(IncidentReported):
    """People left their homes, fleeing or moved out."""

    kind = "displacement_reported"


class ControlChanged(IncidentReported):
    """A place passed from one party to another."""

    kind = "control_changed"


class NegotiationStarted(IncidentReported):
    """Parties began to talk."""

    kind = "negotiation_started"


class NegotiationResumed(IncidentReported):
    """Talks that had stopped went on."""

    kind = "negotiation_resumed"


class NegotiationFailed(IncidentReported):
    """Talks, or a round of them, ended without agreement."""

    kind = "negotiation_failed"


class AgreementReached(IncidentReported):
    """Parties agreed on something; its terms are no incidents until they happen."""

    kind = "agreement_reached"


class CalmObserved(IncidentReported):
    """Somebody looked and it was calm; not the same as nothing heard, nor as zero."""

    kind = "calm_observed"


class NothingHeard(IncidentReported):
    """Nobody could say; not calm, not zero."""

    kind = "nothing_heard"


class ViolenceReported(IncidentReported):
    """Kind not given, as in UCDP rows."""

    kind = "violence_reported"


class SourceCited(Event):
    """One more source or report says the same incident happened; ``origin`` is the earlier source it repeats.

    ``casualties`` are this source's own figures, kept beside the others'; null = it gives none. ``status`` null is
    that of entries from before statements were reviewed. ``merged_from``: it came with an incident merged into this.
    """

    kind = "source_cited"
    stated: Stated
    origin: CodedText | None = None
    casualties: Casualties | None = None
    status: Status | None = None
    merged_from: IncidentId | None = None


class CasualtiesRevised(Event):
    """The source of ``stated`` now puts the people harmed at ``new``; its old figures stay readable."""

    kind = "casualties_revised"
    old: Casualties
    new: Casualties
    reasons: tuple[Reason, ...]
    stated: Stated
    by_publisher: bool = False
    status: Status | None = None


class CasualtiesRevisionProposed(Event):
    """A large fall in an incident needs two members besides its reporters: this is the first."""

    kind = "casualties_revision_proposed"
    old: Casualties
    new: Casualties
    reasons: tuple[Reason, ...]
    stated: Stated


class PlaceCorrected(Event):
    """The place of an incident was wrong or is known better."""

    kind = "place_corrected"
    old: Place | None
    new: Place
    reason: Reason
    by_publisher: bool = False


class TimeCorrected(Event):
    """The time of an incident was wrong or is known better."""

    kind = "time_corrected"
    old: When
    new: When
    reason: Reason
    by_publisher: bool = False


class ActorCorrected(Event):
    """Who did it was wrong or is known better; null = not known after all."""

    kind = "actor_corrected"
    old: Actor | None
    new: Actor | None
    reason: Reason
    by_publisher: bool = False


class RecordRevised(Event):
    """The publisher changed the row that an incident was taken from; what moved beside it stands in entries before."""

    kind = "record_revised"
    old: RowParts
    new: RowParts
    stated: Stated


class SourceGraded(Event):
    """A reviewer judged a source (A-F) and this piece of information (1-6), each for itself."""

    kind = "source_graded"
    source: CodedText
    grade: SourceGrade


class Reviewed(Event):
    """Base of a reviewer's decision on an incident; the reason's words are in the vault."""

    reason: Reason
    words: Commitment | None = None


class IncidentAccepted(Reviewed):
    """A reviewer found it fit to show: received → uncorroborated."""

    kind = "incident_accepted"


class IncidentCorroborated(Reviewed):
    """An independent source bears it out."""

    kind = "incident_corroborated"


class IncidentConfirmed(Reviewed):
    """The evidence meets the standard of proof that the desk works by."""

    kind = "incident_confirmed"


class IncidentContested(Reviewed):
    """A source or party disputes it; both sides are shown."""

    kind = "incident_contested"


class IncidentRejected(Reviewed):
    """A reviewer found that it is not so, or no incident."""

    kind = "incident_rejected"


class IncidentMarkedUnverifiable(Reviewed):
    """It can be neither borne out nor refuted."""

    kind = "incident_marked_unverifiable"


class StatementReviewed(Event):
    """A reviewer's decision on what one source said of an incident (the stream's ``version``): its status from then."""

    kind = "statement_reviewed"
    version: Natural
    status: Status
    reason: Reason
    words: Commitment | None = None


class IncidentRetractionProposed(Reviewed):
    """Taking an incident back needs two members besides the reporter: this is the first."""

    kind = "incident_retraction_proposed"


class IncidentRetracted(Reviewed):
    """The second member agreed: the incident is taken back, and stays readable."""

    kind = "incident_retracted"


class IncidentMerged(Reviewed):
    """This incident is the same as ``into``; the permanent id redirects there."""

    kind = "incident_merged"
    into: IncidentId


class IncidentSplit(Reviewed):
    """One entry covered several incidents; ``parts`` are the ids that stand for them now."""

    kind = "incident_split"
    parts: tuple[IncidentId, ...]


class DeclaredDistinct(Reviewed):
    """A reviewer states that this and ``other`` are two incidents, however alike."""

    kind = "declared_distinct"
    other: IncidentId


# ── Toll ────────────────────────────────────────────────────────────────────────────────────────────────────


class TollOpened(Event):
    """A running count began to be kept for a key."""

    kind = "toll_opened"
    key: TollKey
    place_inferred: bool = False


class TollStated(Event):
    """A source's value for a counted day that had none (a new day, a backfill), or had none yet when it was stated.

    ``daily`` is the source's own count of the day beside the running one; ``to_review`` marks what an import recorded
    at once and listed for a reviewer: a fall, or a movement that ``daily`` does not explain.
    """

    kind = "toll_stated"
    counted_to: date
    count: Count
    stated: Stated
    status: Status
    reasons: tuple[Reason, ...] = ()
    unexplained: int | None = None
    daily: Natural | None = None
    to_review: bool = False


class TollRestated(Event):
    """The same number again: one more citing report, perhaps a later counted day, never more deaths.

    ``proposal`` is the version of an accepted proposal that by then changed nothing any more; else null.
    """

    kind = "toll_restated"
    counted_to: date
    count: Count
    stated: Stated
    status: Status
    proposal: Natural | None = None


class TollRevised(Event):
    """The value of a counted day moved from ``old`` to ``new``; ``unexplained`` is what the reasons leave over.

    ``proposal`` is the version of the accepted proposal in this stream; null for rises and imports. ``to_review``
    marks a fall that an import recorded at once, as its publisher did it.
    """

    kind = "toll_revised"
    counted_to: date
    old: Count
    new: Count
    reasons: tuple[Reason, ...]
    unexplained: int | None = None
    stated: Stated
    status: Status
    proposal: Natural | None = None
    to_review: bool = False


class TollRevisionProposed(Event):
    """A fall: it is unknown on every clock until accepted; ``needed`` reviewers besides the reporter must agree."""

    kind = "toll_revision_proposed"
    counted_to: date
    old: Count
    new: Count
    reasons: tuple[Reason, ...]
    unexplained: int | None = None
    stated: Stated
    needed: Annotated[int, Field(ge=1, le=2)]


class TollRevisionSeconded(Event):
    """The first of two reviewers agreed; the fall still waits for the second."""

    kind = "toll_revision_seconded"
    proposal: Natural
    words: Commitment | None = None


class TollRevisionRejected(Event):
    """A reviewer did not agree to a fall; the value known before stays."""

    kind = "toll_revision_rejected"
    proposal: Natural
    reason: Reason
    words: Commitment | None = None


class TollReviewed(Event):
    """A reviewer's decision on one stated value (the stream's ``version``): its status from now on."""

    kind = "toll_reviewed"
    version: Natural
    status: Status
    reason: Reason
    words: Commitment | None = None


class TollWithdrawalProposed(Event):
    """Taking a counted day back needs two members besides the reporter: this is the first."""

    kind = "toll_withdrawal_proposed"
    counted_to: date
    reason: Reason
    stated_at: AwareDatetime
    words: Commitment | None = None


class TollWithdrawn(Event):
    """One counted day taken back; the old value stays readable. ``to_review``: by its publisher, in an import."""

    kind = "toll_withdrawn"
    counted_to: date
    old: Count
    reason: Reason
    stated_at: AwareDatetime
    words: Commitment | None = None
    to_review: bool = False


class TollReinstated(Event):
    """A counted day that had been taken back counts again."""

    kind = "toll_reinstated"
    counted_to: date
    count: Count
    reason: Reason
    stated: Stated
    status: Status


class DeclaredDisjoint(Event):
    """A reviewer states that nobody is counted in both tolls, so that they may be summed."""

    kind = "declared_disjoint"
    other: TollId
    reason: Reason
    words: Commitment | None = None


class DeclaredOverlapping(Event):
    """What was declared disjoint is not, or may not be: the two tolls are not summed from now on."""

    kind = "declared_overlapping"
    other: TollId
    reason: Reason
    words: Commitment | None = None


# ── Membership and ledger ───────────────────────────────────────────────────────────────────────────────────


class MemberInvited(Event):
    """An invitation to a role; the code itself is in the vault, hashed. ``by_operator``: at the command line."""

    kind = "member_invited"
    role: Role
    by_operator: bool


class MemberJoined(Event):
    """The invited person took the invitation up, and with it the role."""

    kind = "member_joined"


class RoleGranted(Event):
    """An admin gave a member one more role."""

    kind = "role_granted"
    role: Role
    by_operator: bool


class RoleRevoked(Event):
    """An admin took a role, or an invitation to it, back."""

    kind = "role_revoked"
    role: Role
    by_operator: bool


class ForgettingAsked(Event):
    """The person wishes to be forgotten; two admins have yet to agree."""

    kind = "forgetting_asked"


class ForgettingProposed(Event):
    """One admin agreed that a person be forgotten; another has to."""

    kind = "forgetting_proposed"
    reason: ForgettingReason
    by_operator: bool


class ForgettingDeclined(Event):
    """The wish or the proposal is off: another admin refused it, or the person thought better of it."""

    kind = "forgetting_declined"
    by_operator: bool


class MemberForgotten(Event):
    """The person's key was destroyed; the random id remains and every proof stands."""

    kind = "member_forgotten"
    by_operator: bool
    # Null in the events of a time when one admin was enough.
    reason: ForgettingReason | None = None


class RestoreRecorded(Event):
    """The ledger was restored from a backup; positions ``lost_from`` to ``lost_to`` were lost."""

    kind = "restore_recorded"
    lost_from: Natural
    lost_to: Natural


def _leaves(base: type[Event]) -> list[type[Event]]:
    children = base.__subclasses__()
    return [base] * (not children) + [leaf for child in children for leaf in _leaves(child)]


KINDS: dict[str, type[Event]] = {event.kind: event for event in _leaves(Event)}
"""The closed registry: stored kind → event. A kind that is not here is refused, never imported."""

INCIDENT_KINDS: tuple[type[IncidentReported], ...] = tuple(
    event for event in KINDS.values() if issubclass(event, IncidentReported)
)
