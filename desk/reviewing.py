"""A reviewer's words on what waits: decided, recorded, and said whether another reviewer must agree first."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID, uuid5

from desk.decisions import Correction, Decision, Decisions
from desk.drafting import SPACE
from desk.people import Caller
from ledger.application import Ledger
from ledger.domain.commands import (
    Command,
    DeclareTollsDisjoint,
    DeclareTollsOverlapping,
    MergeIncident,
    ReinstateToll,
)
from ledger.domain.incident import Incident
from ledger.domain.toll import Toll
from ledger.domain.values import Precision, Reason, Stated
from ledger.errors import DaysWithdrawn, NothingToReview
from ledger.log import Log, Receipt, Recorded
from ledger.vault import Vault
from projections.queries import Queries

_WAITING = frozenset(
    {
        "toll_revision_seconded",
        "toll_withdrawal_proposed",
        "incident_retraction_proposed",
        "casualties_revision_proposed",
    }
)


@dataclass(frozen=True, slots=True)
class Decided:
    """What one decision recorded; ``waits`` says that another reviewer must agree before it takes effect."""

    item_id: str
    receipt: Receipt
    entries: tuple[Recorded, ...]
    waits: bool


class Reviewing:
    """Decides for a caller. Raises ``Refused`` and ``Forbidden`` as the ledger's rules say."""

    def __init__(self, ledger: Ledger, log: Log, vault: Vault, queries: Queries, clock: Callable[[], datetime]) -> None:
        self._ledger = ledger
        self._log = log
        self._vault = vault
        self._queries = queries
        self._clock = clock
        self._decisions = Decisions(ledger, log)

    def decide(self, decision: Decision, caller: Caller) -> tuple[Decided, ...]:
        """Record a decision on an item, or on all that waits of a report (``R-…``): all of it or nothing."""
        decisions = [replace(decision, item_id=item_id) for item_id in self._items(decision.item_id)]
        command_ids = [self._command_id(it, caller) for it in decisions]
        pairs = list(zip(decisions, command_ids, strict=True))

        def commands(words: str | None) -> list[Command]:
            return [self._decisions.command(it, command_id, words) for it, command_id in pairs]

        receipts = self._act(commands, decision.words, command_ids[0], caller)
        return tuple(self._decided(it.item_id, receipt) for it, receipt in zip(decisions, receipts, strict=True))

    def merge(self, incident_id: str, into: str, reason: Reason, caller: Caller, words: str | None = None) -> Decided:
        """State that an incident is the same as another; its id leads there from then on."""
        for named in (incident_id, into):
            if not (named.startswith("I-") and isinstance(self._ledger.incident(named), Incident)):
                raise NothingToReview(named)
        command_id = self._id("merge", incident_id, into, caller.member_id)

        def commands(kept: str | None) -> list[Command]:
            return [MergeIncident(command_id=command_id, incident_id=incident_id, into=into, reason=reason, words=kept)]

        (receipt,) = self._act(commands, words, command_id, caller)
        return self._decided(incident_id, receipt)

    def reinstate(self, toll_id: str, day: date | None, reason: Reason, caller: Caller) -> Decided:
        """Let a counted day that was taken back count again; null = the one there is.

        Raises ``NothingToReview``, ``DayNotWithdrawn``, or ``SeveralWaiting`` where several days were taken back.
        """
        toll = self._toll(toll_id)
        gone = [it for it in sorted(toll.statements) if toll.withdrawn_at(it) and toll.withdrawn_from(it)]
        if day is None:
            if len(gone) > 1:
                raise DaysWithdrawn(toll_id, [it.isoformat() for it in gone])
            if not gone:
                raise NothingToReview(toll_id)
            (day,) = gone
        asked = ReinstateToll(
            command_id=self._id("reinstate", toll_id, day.isoformat(), caller.member_id),
            toll_id=toll_id,
            counted_to=day,
            reason=reason,
            stated=Stated(source=toll.key.source, stated_at=self._clock(), precision=Precision.EXACT),
        )
        (receipt,) = self._ledger.execute([asked], caller.member_id, by_operator=caller.by_operator)
        return self._decided(toll_id, receipt)

    def declare_disjoint(
        self, one: str, other: str, reason: Reason, caller: Caller, words: str | None = None
    ) -> Decided:
        """State that nobody is counted in both of two tolls, so that they may be summed."""
        for named in (one, other):
            self._toll(named)
        command_id = self._id("disjoint", one, other, caller.member_id)

        def commands(kept: str | None) -> list[Command]:
            return [DeclareTollsDisjoint(command_id=command_id, toll_id=one, other=other, reason=reason, words=kept)]

        (receipt,) = self._act(commands, words, command_id, caller)
        return self._decided(one, receipt)

    def declare_overlapping(
        self, one: str, other: str, reason: Reason, caller: Caller, words: str | None = None
    ) -> tuple[Decided, ...]:
        """Take back that two tolls are disjoint, wherever it was declared. Raises ``NothingToReview``."""
        held = [it for it in ((one, other), (other, one)) if it[1] in self._toll(it[0]).disjoint_from]
        if not held:
            raise NothingToReview(f"{one} and {other}, which are not declared disjoint")
        first = self._id("overlapping", one, other, caller.member_id)

        def commands(kept: str | None) -> list[Command]:
            return [
                DeclareTollsOverlapping(
                    command_id=uuid5(first, toll_id), toll_id=toll_id, other=beside, reason=reason, words=kept
                )
                for toll_id, beside in held
            ]

        receipts = self._act(commands, words, first, caller)
        return tuple(self._decided(toll_id, receipt) for (toll_id, _), receipt in zip(held, receipts, strict=True))

    def _toll(self, toll_id: str) -> Toll:
        toll = self._ledger.toll(toll_id) if toll_id.startswith("T-") else None
        if not isinstance(toll, Toll):
            raise NothingToReview(toll_id)
        return toll

    def correct(self, correction: Correction, caller: Caller) -> tuple[Decided, ...]:
        """Record what is known better of an incident; all parts together or none."""
        found = self._queries.incident(correction.incident_id, self._queries.moment())
        stated = Stated(source=found.facts.stated.source, stated_at=self._clock())
        place, time, actor, harm = (
            self._id(part, correction.incident_id, caller.member_id) for part in ("place", "time", "actor", "harm")
        )
        commands = self._decisions.corrections(correction, (place, time, actor, harm), stated)
        receipts = self._ledger.execute(commands, caller.member_id, by_operator=caller.by_operator)
        return tuple(self._decided(correction.incident_id, receipt) for receipt in receipts)

    def _items(self, item_id: str) -> list[str]:
        if not item_id.startswith("R-"):
            return [item_id]
        waiting = [item.item_id for item in self._queries.queue() if item.report_id == item_id]
        if not waiting:
            raise NothingToReview(item_id)
        return waiting

    def _act(
        self, commands: Callable[[str | None], list[Command]], words: str | None, first: UUID, caller: Caller
    ) -> tuple[Receipt, ...]:
        kept = None
        if words:
            # The rules are asked first, so that a refusal leaves no words behind.
            self._ledger.preview(commands("0" * 64), caller.member_id, by_operator=caller.by_operator)
            kept = self._vault.keep(f"W-{first}", words.encode(), member_id=caller.member_id, kind="review")
        return self._ledger.execute(commands(kept), caller.member_id, by_operator=caller.by_operator)

    def _decided(self, item_id: str, receipt: Receipt) -> Decided:
        found = self._log.after(receipt.first - 1, until=receipt.last) if receipt.first else iter(())
        entries = tuple(entry for entry in found if isinstance(entry, Recorded))
        return Decided(item_id, receipt, entries, any(entry.kind in _WAITING for entry in entries))

    def _command_id(self, decision: Decision, caller: Caller) -> UUID:
        """From the request where it is named, so that a repeated tap is the same command; else from the moment."""
        parts = (decision.verb, decision.item_id)
        if decision.request is not None:
            return uuid5(SPACE, " ".join(("review", decision.request, *parts)))
        return self._id(*parts, caller.member_id)

    def _id(self, *about: str) -> UUID:
        return uuid5(SPACE, " ".join(("review", *about, self._clock().isoformat())))
