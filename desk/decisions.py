"""What a reviewer decides, and the command it asks: from a verb and an item's id to one command of the ledger.

Items are named as the queue shows them: ``T-…/3`` the third event of a toll, ``I-…`` an incident, ``I-…/5`` something
asked of one. A toll's id alone means what waits there, where only one thing does.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from ledger.application import Ledger
from ledger.domain import events
from ledger.domain.commands import (
    AnswerProposal,
    Command,
    CorrectActor,
    CorrectPlace,
    CorrectTime,
    Outcome,
    RetractIncident,
    ReviewIncident,
    ReviewStatement,
    ReviewToll,
    ReviseCasualties,
    WithdrawToll,
)
from ledger.domain.incident import Incident
from ledger.domain.toll import Toll
from ledger.domain.toll_rules import NO_REASON
from ledger.domain.values import Actor, Casualties, Place, Reason, Stated, Status, When
from ledger.errors import NothingToReview, SeveralWaiting, VerbUnfit
from ledger.log import Log

_LONGEST_VERSION = 9
"""Digits of a version; no stream comes near it, and databases take no number of any length."""


class Verb(StrEnum):
    """What a reviewer may say of an item."""

    ACCEPT = "accept"
    CORROBORATE = "corroborate"
    CONFIRM = "confirm"
    CONTEST = "contest"
    REJECT = "reject"
    UNVERIFIABLE = "unverifiable"
    RETRACT = "retract"


@dataclass(frozen=True, slots=True)
class Decision:
    """A verb on an item with its coded reason; ``words`` are the reviewer's own and stay in the vault.

    ``request`` names the tap or line this came from, so that the same one repeated decides once.
    """

    verb: Verb
    item_id: str
    reason: Reason = NO_REASON
    words: str | None = None
    request: str | None = None


@dataclass(frozen=True, slots=True)
class Correction:
    """What is known better of an incident; parts left out stay as they are."""

    incident_id: str
    reason: Reason
    place: Place | None = None
    occurred: When | None = None
    perpetrator: Actor | None = None
    casualties: Casualties | None = None


@dataclass(frozen=True, slots=True)
class Decisions:
    """Turns decisions into commands by looking at what stands in the ledger now."""

    ledger: Ledger
    log: Log

    def command(self, decision: Decision, command_id: UUID, words: str | None) -> Command:
        """The command a decision asks. Raises ``NothingToReview``, ``SeveralWaiting`` or ``VerbUnfit``."""
        stream_id, slash, number = decision.item_id.partition("/")
        if slash and not (number.isascii() and number.isdigit() and len(number) <= _LONGEST_VERSION):
            raise NothingToReview(decision.item_id)
        version = int(number) if slash else None
        if stream_id.startswith("I-") and isinstance(self.ledger.incident(stream_id), Incident):
            return self._on_incident(decision, stream_id, version, command_id, words)
        toll = self.ledger.toll(stream_id) if stream_id.startswith("T-") else None
        if not isinstance(toll, Toll):
            raise NothingToReview(decision.item_id)
        at = _waiting_in(toll, decision) if version is None else version
        if at in toll.proposals:
            return _answer(decision, stream_id, at, command_id, words)
        return self._on_value(decision, stream_id, toll, at, command_id, words)

    def corrections(self, correction: Correction, command_ids: tuple[UUID, ...], stated: Stated) -> list[Command]:
        """The commands of a correction, one for each part given."""
        incident_id, reason = correction.incident_id, correction.reason
        if not isinstance(self.ledger.incident(incident_id), Incident):
            raise NothingToReview(incident_id)
        made: list[Command] = []
        place_id, time_id, actor_id, harm_id = command_ids
        if correction.place:
            made.append(CorrectPlace(command_id=place_id, incident_id=incident_id, new=correction.place, reason=reason))
        if correction.occurred:
            made.append(
                CorrectTime(command_id=time_id, incident_id=incident_id, new=correction.occurred, reason=reason)
            )
        if correction.perpetrator:
            made.append(
                CorrectActor(command_id=actor_id, incident_id=incident_id, new=correction.perpetrator, reason=reason)
            )
        if correction.casualties:
            made.append(
                ReviseCasualties(
                    command_id=harm_id,
                    incident_id=incident_id,
                    new=correction.casualties,
                    reasons=(reason,),
                    stated=stated,
                )
            )
        return made

    def _on_incident(
        self, decision: Decision, incident_id: str, version: int | None, command_id: UUID, words: str | None
    ) -> Command:
        asked = None if version is None else self._event(incident_id, version)
        if version is not None and asked is None:
            raise NothingToReview(decision.item_id)
        retracting = isinstance(asked, events.IncidentRetractionProposed)
        if isinstance(asked, events.CasualtiesRevisionProposed):
            return self._second(decision, incident_id, asked, command_id)
        if version and isinstance(asked, events.SourceCited | events.CasualtiesRevised):
            if decision.verb is Verb.RETRACT:
                raise VerbUnfit(decision.verb, decision.item_id)
            return ReviewStatement(
                command_id=command_id,
                incident_id=incident_id,
                version=version,
                outcome=Outcome(decision.verb.value),
                reason=decision.reason,
                words=words,
            )
        if decision.verb is Verb.RETRACT or (retracting and decision.verb is Verb.ACCEPT):
            return RetractIncident(command_id=command_id, incident_id=incident_id, reason=decision.reason, words=words)
        if retracting:
            raise VerbUnfit(decision.verb, decision.item_id)
        return ReviewIncident(
            command_id=command_id,
            incident_id=incident_id,
            outcome=Outcome(decision.verb.value),
            reason=decision.reason,
            words=words,
        )

    def _second(
        self, decision: Decision, incident_id: str, asked: events.CasualtiesRevisionProposed, command_id: UUID
    ) -> Command:
        """Agreeing to a large fall in an incident is asking for the same: the second member makes it known."""
        if decision.verb is not Verb.ACCEPT:
            raise VerbUnfit(decision.verb, decision.item_id)
        return ReviseCasualties(
            command_id=command_id,
            incident_id=incident_id,
            new=asked.new,
            reasons=asked.reasons,
            stated=asked.stated,
        )

    def _on_value(
        self, decision: Decision, toll_id: str, toll: Toll, at: int, command_id: UUID, words: str | None
    ) -> Command:
        stated, event = toll.statement(at), self._event(toll_id, at)
        if isinstance(event, events.TollWithdrawalProposed):
            if decision.verb not in (Verb.ACCEPT, Verb.RETRACT):
                raise VerbUnfit(decision.verb, decision.item_id)
            return _withdrawal(decision, toll_id, event.counted_to, command_id, words)
        if stated and decision.verb is Verb.RETRACT:
            return _withdrawal(decision, toll_id, stated.counted_to, command_id, words)
        if stated is None:
            raise NothingToReview(decision.item_id)
        return ReviewToll(
            command_id=command_id,
            toll_id=toll_id,
            version=at,
            outcome=Outcome(decision.verb.value),
            reason=decision.reason,
            words=words,
        )

    def _event(self, stream_id: str, version: int) -> events.Event | None:
        found = self.log.stream(stream_id, since=version)
        return found[0].event if found else None


def _answer(decision: Decision, toll_id: str, proposal: int, command_id: UUID, words: str | None) -> Command:
    if decision.verb not in (Verb.ACCEPT, Verb.CONFIRM, Verb.CORROBORATE, Verb.REJECT):
        raise VerbUnfit(decision.verb, decision.item_id)
    return AnswerProposal(
        command_id=command_id,
        toll_id=toll_id,
        proposal=proposal,
        agree=decision.verb is not Verb.REJECT,
        reason=decision.reason,
        words=words,
    )


def _withdrawal(decision: Decision, toll_id: str, day: date, command_id: UUID, words: str | None) -> Command:
    return WithdrawToll(command_id=command_id, toll_id=toll_id, counted_to=day, reason=decision.reason, words=words)


def _waiting_in(toll: Toll, decision: Decision) -> int:
    """The one version of a toll that the verb can be about: what waits, else the value of the latest day."""
    falls = [version for version, proposal in toll.proposals.items() if proposal.open]
    spoken = [it for said in toll.statements.values() for it in said]
    received = [
        it.version for it in spoken if (it.count and it.status is Status.RECEIVED) or (it.to_review and not it.reviewed)
    ]
    waiting = sorted([*falls, *received])
    if len(waiting) > 1:
        raise SeveralWaiting(decision.item_id, waiting)
    if waiting:
        return waiting[0]
    if toll.latest_day is None:
        raise NothingToReview(decision.item_id)
    return toll.days[toll.latest_day].version
