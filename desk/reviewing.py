"""A reviewer's words on what waits: decided, recorded, and said whether another reviewer must agree first."""

from __future__ import annotations

import re
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
    IncidentCommand,
    ReinstateToll,
)
from ledger.domain.incident import Incident
from ledger.domain.toll import Toll
from ledger.domain.values import Precision, Reason, Stated
from ledger.errors import DaysWithdrawn, NothingToReview
from ledger.log import Log, Receipt, Recorded
from ledger.vault import Vault
from projections.queries import Queries

INCIDENT_ID = re.compile(r"I-[0-9a-z]{10}")

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
        decisions = [replace(decision, item_id=item_id) for item_id in map(self._led, self._items(decision.item_id))]
        command_ids = [self._command_id(it, caller) for it in decisions]
        pairs = list(zip(decisions, command_ids, strict=True))

        def commands(words: str | None) -> list[Command]:
            return [self._decisions.command(it, command_id, words) for it, command_id in pairs]

        receipts = self._act(commands, decision.words, command_ids[0], caller)
        return tuple(self._decided(it.item_id, receipt) for it, receipt in zip(decisions, receipts, strict=True))

    def on_incident(
        self,
        about: tuple[str, ...],
        made: Callable[[UUID, str | None], IncidentCommand],
        caller: Caller,
        words: str | None = None,
    ) -> Decided:
        """Record one command on an incident; ``about`` names what is asked, ``made`` takes an id and the words kept."""
        command_id = self._id(*about, caller.member_id)
        (receipt,) = self._act(lambda kept: [made(command_id, kept)], words, command_id, caller)
        return self._decided(made(command_id, None).incident_id, receipt)

    def is_incident(self, named: str) -> bool:
        """Whether something is recorded under this id, as it is written in full."""
        return INCIDENT_ID.fullmatch(named) is not None and isinstance(self._ledger.incident(named), Incident)

    def standing(self, incident_id: str) -> str:
        """The incident that an id stands for now: itself, or what it was merged into in the end."""
        state = self._ledger.incident(incident_id) if incident_id.startswith("I-") else None
        while isinstance(state, Incident) and state.merged_into is not None:
            incident_id = state.merged_into
            state = self._ledger.incident(incident_id)
        return incident_id

    def _led(self, item_id: str) -> str:
        """An item as it is named now: the id of a merged incident leads to the one that stands for it."""
        return item_id if "/" in item_id else self.standing(item_id)

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
        correction = replace(correction, incident_id=self.standing(correction.incident_id))
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
        stream_id = item_id.partition("/")[0]  # a merge is told in two streams, and decided in one
        entries = tuple(it for it in found if isinstance(it, Recorded) and it.stream_id == stream_id)
        return Decided(item_id, receipt, entries, any(entry.kind in _WAITING for entry in entries))

    def _command_id(self, decision: Decision, caller: Caller) -> UUID:
        """From the request where it is named, so that a repeated tap is the same command; else from the moment."""
        parts = (decision.verb, decision.item_id)
        if decision.request is not None:
            return uuid5(SPACE, " ".join(("review", decision.request, *parts)))
        return self._id(*parts, caller.member_id)

    def _id(self, *about: str) -> UUID:
        return uuid5(SPACE, " ".join(("review", *about, self._clock().isoformat())))
