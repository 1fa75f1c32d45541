"""A reviewer's words on what waits: decided, recorded, and said whether another reviewer must agree first."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID, uuid5

from desk.decisions import Correction, Decision, Decisions
from desk.drafting import SPACE
from desk.people import Caller
from ledger.application import Ledger
from ledger.domain.commands import Command, MergeIncident
from ledger.domain.incident import Incident
from ledger.domain.values import Reason, Stated
from ledger.errors import NothingToReview
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
