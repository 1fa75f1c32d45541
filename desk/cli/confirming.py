"""The question before anything is recorded: show the drafts, hear yes, no, numbers, or a correction of one."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

import typer

from desk.cli.session import remark
from desk.corrections import corrected
from desk.desk import Desk
from desk.people import Caller
from desk.prepared import Prepared
from desk.reports import IncomingReport
from desk.running_tolls import NEW
from desk.telling.drafts import prepared_lines
from ledger.domain.values import Reason
from ledger.errors import DraftUnknown, LedgerError, NothingToRecord, TollChoiceNeeded, UsageUnclear
from ledger.intake.drafts import Reading

_YES, _NO = ("y", "yes", "نعم"), ("n", "no", "لا")
_ONE_DRAFT = re.compile(r"\s*(\d+)\s*[:=]?\s+(.*\D.*)", re.DOTALL)
_WHICH_TOLL = re.compile(r"(?:(\d+)\s*=\s*)?(T-[0-9a-z]{10}|new)|(\d+)\s*=\s*(\d+)")
QUESTION = "Record {these}? yes, no, the numbers to record, or a correction (1 place Jasim)"


@dataclass(frozen=True, slots=True)
class Wishes:
    """What was said beforehand: drafts to leave out, tolls to go on with, corrections, reasons, incidents."""

    without: frozenset[int] = frozenset()
    continues: dict[int, str] = field(default_factory=dict)
    corrections: tuple[str, ...] = ()
    reasons: tuple[Reason, ...] = ()
    same: dict[int, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Confirming:
    """One report on its way to being confirmed by somebody at a terminal."""

    desk: Desk
    caller: Caller
    report: IncomingReport
    reading: Reading
    wishes: Wishes

    def prepared(self) -> Prepared:
        """The drafts as they stand, each with what it would record."""
        return self.desk.submission.prepare(
            self.report,
            self.reading,
            self.caller,
            chosen=self.wishes.continues,
            reasons=self.wishes.reasons,
            same=self.wishes.same,
        )

    def numbers(self) -> list[int]:
        """The drafts that are not left out. Raises ``DraftUnknown`` or ``NothingToRecord``."""
        known = [draft.number for draft in self.reading.drafts]
        unknown = {*self.wishes.without, *self.wishes.continues, *self.wishes.same} - set(known)
        if known and unknown:
            raise DraftUnknown(min(unknown), len(known))
        found = [number for number in known if number not in self.wishes.without]
        if not found:
            raise NothingToRecord
        return found

    def with_corrections(self) -> Confirming:
        """With what was said beforehand. Raises ``CorrectionUnclear``, ``DraftUnknown`` or ``UsageUnclear``."""
        made = self
        for words in self.wishes.corrections:
            made = made.corrected(words)
        return made

    def corrected(self, words: str) -> Confirming:
        """The drafts with one of them corrected: ``1 place Jasim``."""
        found = _ONE_DRAFT.fullmatch(words)
        if found is None:
            raise UsageUnclear(f"{words!r} is no correction of a draft, as: 1 place Jasim", "ledger report")
        number = int(found[1])
        if all(draft.number != number for draft in self.reading.drafts):
            raise DraftUnknown(number, len(self.reading.drafts))
        day, places, parties = self.report.said.day, self.desk.gazetteer, self.desk.actors
        drafts = tuple(
            corrected(draft, found[2], day, places, parties) if draft.number == number else draft
            for draft in self.reading.drafts
        )
        return replace(self, reading=self.reading.model_copy(update={"drafts": drafts}))

    def asked(self, *, quiet: bool) -> tuple[Prepared, list[int]]:
        """Show, ask and hear until it is clear. With ``quiet`` the drafts are shown on stderr, beside the answer."""
        current = self
        while True:
            prepared, numbers = current.prepared(), current.numbers()
            for line in prepared_lines(prepared, self.desk.gazetteer, self.desk.actors):
                typer.echo(line, err=quiet)
            question = QUESTION.format(these=_drafts(len(numbers), len(prepared.drafts)))
            answer = str(typer.prompt(question, default="no", err=True)).strip()
            try:
                chosen = _chosen(answer, prepared)
                if chosen:
                    wishes = replace(current.wishes, continues={**current.wishes.continues, **chosen})
                    current = replace(current, wishes=wishes)
                    continue
                if _ONE_DRAFT.fullmatch(answer):
                    current = current.corrected(answer)
                    continue
                return prepared, _decided(prepared, _picked(answer, numbers))
            except LedgerError as unclear:
                remark(str(unclear))


def _chosen(answer: str, prepared: Prepared) -> dict[int, str]:
    """``2=T-…``, ``2=new`` or ``2=1``, the first of the tolls that were put to the person; the toll alone where one
    draft only asks which it goes on with. Raises ``UsageUnclear`` for a number that was not put.
    """
    found = _WHICH_TOLL.fullmatch(answer)
    asking = [it.draft.number for it in prepared.drafts if it.is_undecided]
    if found is not None and found[3]:
        return {int(found[3]): _offered(prepared, int(found[3]), int(found[4]))}
    if found is None or (found[1] is None and len(asking) != 1):
        return {}
    return {int(found[1]) if found[1] else asking[0]: found[2]}


def _offered(prepared: Prepared, number: int, which: int) -> str:
    options = next((it.options for it in prepared.drafts if it.draft.number == number and it.is_undecided), ())
    if not options or not 1 <= which <= len(options) + 1:
        raise UsageUnclear(f"{number}={which} is none of the choices", "ledger report")
    return (*options, NEW)[which - 1]


def _decided(prepared: Prepared, numbers: list[int]) -> list[int]:
    """The drafts to record. Raises ``TollChoiceNeeded`` while it is open which toll one of them is of."""
    for it in prepared.drafts:
        if it.draft.number in numbers and it.is_undecided:
            raise TollChoiceNeeded(it.draft.number, it.options)
    return numbers


def _drafts(these: int, everything: int) -> str:
    if these < everything:
        return f"{these} of {everything} drafts"
    return "this draft" if these == 1 else f"these {these} drafts"


def _picked(answer: str, numbers: list[int]) -> list[int]:
    word = answer.casefold()
    if word in _YES:
        return numbers
    if word in _NO:
        raise typer.Abort
    parts = word.replace(",", " ").replace("،", " ").split()
    if not parts or not all(part.isdecimal() for part in parts):
        raise UsageUnclear(f"{answer!r} is neither yes, no, numbers nor a correction", "ledger report")
    return [int(part) for part in parts]
