"""From a read report to recorded entries: prepare shows what each draft would do, submit records what is confirmed.

The words go into the vault first, then all commands of a report to the log in one transaction: all of what was
confirmed, or nothing. The same report confirmed again finds its receipts and adds nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from uuid import UUID

from desk.continuing import Continuing
from desk.drafting import Origin, cited, commands_of, identified, place_of
from desk.lists import Lists
from desk.people import Caller
from desk.prepared import Prepared, PreparedDraft, RecordedDraft, Submitted
from desk.reports import IncomingReport, report_id
from desk.running_tolls import NEW, NearToll
from ledger.application import Ledger
from ledger.domain.commands import Command, ReceiveReport, StateToll
from ledger.domain.events import Event, ReportReceived
from ledger.domain.values import Reason, Stated
from ledger.errors import (
    DraftUnknown,
    EmptyToll,
    LedgerError,
    NegativeCount,
    NothingToRecord,
    NumberUnclear,
    TollChoiceNeeded,
    TollDoesNotFit,
    WasForgotten,
)
from ledger.intake.drafts import Draft, DraftKind, Reading
from ledger.log import Log, Receipt, Recorded
from ledger.vault import Vault
from projections.queries import Queries

NEGATIVE_NUMBER = "negative_number"
"""The flag of a draft in which the reader found a number of people below zero."""

NUMBER_UNCLEAR = "number_unclear"
"""The flag of a draft whose number of people could be read in more than one way, and so was not."""

_NOT_KEPT = "0" * 64
"""Stands for the commitment of words that a preview does not keep."""


class Submission:
    """Prepares and records reports for a caller."""

    def __init__(self, ledger: Ledger, log: Log, vault: Vault, queries: Queries, lists: Lists) -> None:
        self._ledger = ledger
        self._log = log
        self._vault = vault
        self._continuing = Continuing(ledger, log, queries, lists)

    def prepare(
        self,
        report: IncomingReport,
        reading: Reading,
        caller: Caller,
        *,
        chosen: Mapping[int, str] | None = None,
        reasons: Sequence[Reason] = (),
        same: Mapping[int, str] | None = None,
    ) -> Prepared:
        """What each draft would record. ``chosen`` maps a draft's number to the toll it continues, or ``new``.

        ``reasons`` explain a movement where the text itself gives none. ``same`` maps a draft's number to the incident
        that it tells of once more: its source is cited there, with its own figures.
        """
        name = report_id(report, self._vault)
        origin = self._origin(name, report, reading)
        drafts = tuple(
            self._prepared(
                draft,
                origin,
                report,
                reading,
                caller,
                (chosen or {}).get(draft.number),
                tuple(reasons),
                (same or {}).get(draft.number),
            )
            for draft in reading.drafts
        )
        return Prepared(name, report, reading, _told_apart(drafts))

    def submit(self, prepared: Prepared, caller: Caller, numbers: Sequence[int] | None = None) -> Submitted:
        """Record the drafts of these numbers (None = all), together with their report, or nothing.

        Raises ``NothingToRecord``, ``DraftUnknown``, and what the ledger's rules raise for the first draft refused.
        """
        confirmed = [it for it in prepared.drafts if numbers is None or it.draft.number in numbers]
        unknown = set(numbers or ()) - {it.draft.number for it in prepared.drafts}
        if unknown:
            raise DraftUnknown(min(unknown), len(prepared.drafts))
        if not confirmed:
            raise NothingToRecord
        refused = next((it for it in confirmed if it.refusal is not None), None)
        if refused is not None and refused.refusal is not None:
            alone = len(prepared.drafts) == 1
            raise refused.refusal if alone else refused.refusal.at(f"draft {refused.draft.number}")
        content = self._keep(prepared, caller)
        commands = [self._receiving(prepared.report_id, prepared.report, prepared.reading, content)]
        commands += [command for it in confirmed for command in it.commands]
        receipts = self._ledger.execute(commands, caller.member_id, by_operator=caller.by_operator)
        return self._submitted(prepared.report_id, confirmed, receipts)

    def _prepared(
        self,
        draft: Draft,
        origin: Origin,
        report: IncomingReport,
        reading: Reading,
        caller: Caller,
        chosen: str | None,
        reasons: tuple[Reason, ...],
        same: str | None,
    ) -> PreparedDraft:
        made: list[Command] = []
        continues: str | None = None
        choices: tuple[str, ...] = ()
        beside: tuple[str, ...] = ()
        near: tuple[NearToll, ...] = ()
        for command in commands_of(draft, origin):
            if isinstance(command, StateToll):
                match = self._continuing.match(command, draft.previous, chosen)
                continues = continues or (match.key.id if match.continues else None)
                choices, beside, near = choices or match.choices, beside or match.beside, near or match.near
                update = {"key": match.key, "reasons": command.reasons or reasons}
                if match.key.id != command.key.id:
                    update["place_inferred"] = False
                made.append(identified(command.model_copy(update=update)))
            else:
                made.append(command if same is None else cited(command, same, reasons))
        events: tuple[Event, ...] = ()
        refusal = _refused_by_reading(draft) or _refused_choice(draft, made, chosen, choices)
        again = all(self._ledger.recorded(command.command_id) is not None for command in made)
        try:
            receiving = self._receiving(origin.report_id, report, reading, _NOT_KEPT)
            previews = self._ledger.preview([receiving, *made], caller.member_id, by_operator=caller.by_operator)
            events = tuple(event for it in previews[1:] for event in it.events)
        except LedgerError as error:
            refusal = refusal or error
        return PreparedDraft(draft, tuple(made), events, refusal, continues, choices, beside, again, near)

    def _origin(self, name: str, report: IncomingReport, reading: Reading) -> Origin:
        stated = Stated(source=report.originator, stated_at=report.said.at, precision=report.said.precision)
        return Origin(name, 0, stated.source, stated, place_of(reading.scope))

    def _keep(self, prepared: Prepared, caller: Caller) -> str:
        report = prepared.report
        owner = None if report.public else caller.member_id
        try:
            return self._vault.keep(
                prepared.report_id, report.content, member_id=owner, kind="report", public=report.public
            )
        except WasForgotten:
            # Who sent this bulletin first was forgotten, and the words with them; it is on record all the same.
            stream = self._log.stream(prepared.report_id)
            received = next((it.event for it in stream if isinstance(it.event, ReportReceived)), None)
            if received is None:
                raise
            return received.content

    def _receiving(self, name: str, report: IncomingReport, reading: Reading, content: str) -> Command:
        return identified(
            ReceiveReport(
                command_id=UUID(int=0),
                report_id=name,
                source=report.originator,
                stated_at=report.said.at,
                precision=report.said.precision,
                sent_at=report.sent_at,
                language=reading.language,
                length=len(report.text),
                content=content,
                public=report.public,
                scope=place_of(reading.scope),
            )
        )

    def _submitted(self, name: str, confirmed: Sequence[PreparedDraft], receipts: Sequence[Receipt]) -> Submitted:
        recorded, waiting = [], list(receipts[1:])
        for it in confirmed:
            mine, waiting = waiting[: len(it.commands)], waiting[len(it.commands) :]
            streams = tuple(dict.fromkeys(command.stream_id for command in it.commands))
            entries = tuple(entry for receipt in mine for entry in self._entries(receipt))
            recorded.append(RecordedDraft(it.draft, entries, all(receipt.again for receipt in mine), streams))
        head = self._log.head()
        newest = max((receipt for receipt in receipts), key=lambda receipt: receipt.last)
        return Submitted(name, head.position, newest.recorded_at, tuple(recorded))

    def _entries(self, receipt: Receipt) -> list[Recorded]:
        if receipt.first == 0:
            return []
        found = self._log.after(receipt.first - 1, until=receipt.last)
        return [entry for entry in found if isinstance(entry, Recorded)]


def _told_apart(drafts: Sequence[PreparedDraft]) -> tuple[PreparedDraft, ...]:
    """Without the near tolls that another draft of the report goes on with: a report does not state one toll twice."""
    gone_on = {it.continues for it in drafts if it.continues}
    return tuple(replace(it, near=tuple(near for near in it.near if near.kept.id not in gone_on)) for it in drafts)


def _refused_choice(
    draft: Draft, made: Sequence[Command], chosen: str | None, choices: tuple[str, ...]
) -> LedgerError | None:
    """A toll was picked that the draft cannot continue, or several fit and none was picked."""
    if chosen not in (None, NEW, *(command.stream_id for command in made)):
        return TollDoesNotFit(draft.number, chosen or "")
    return TollChoiceNeeded(draft.number, choices) if choices else None


def _refused_by_reading(draft: Draft) -> LedgerError | None:
    """What the reader saw and no count can hold: fewer than nobody, or a number that may be another one."""
    words = " ".join(draft.quote.split())[:120]
    if NEGATIVE_NUMBER in draft.flags:
        return NegativeCount(words)
    uncounted = draft.killed is None and draft.injured is None and draft.affected is None
    if uncounted and NUMBER_UNCLEAR in draft.flags:
        return NumberUnclear(words)
    return EmptyToll() if uncounted and draft.kind is DraftKind.TOLL_STATED else None
