"""An import in two passes: everything is read and checked into a staging table, and only then recorded, in batches.

A batch is one transaction. An import that was killed is finished by running it again: each change has an id that
follows from what it says, so that what is recorded already is found and left alone. The rules are the ledger's own;
pass 1 asks them without recording anything.
"""

from __future__ import annotations

import gc
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from desk.desk import Desk
from desk.imports.change import KeyWords
from desk.imports.keys import places_of, toll_key
from desk.imports.read_line import ReadLine
from desk.imports.rejects import rejects_of
from desk.imports.staged import Staged
from desk.imports.staging import Counts, Staging
from desk.people import Caller
from ledger.domain.commands import Command
from ledger.domain.values import Place, TollKey, folded
from ledger.errors import ImportLinesBad, LedgerError
from projections.tolls import KeyFilter

Progress = Callable[[str, int, int], None]
"""Told what is being done, how far it is, and of how much."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import came to: lines read, changes recorded now and before, lines left out and where they were written.

    ``listed`` is how many were listed for a reviewer: falls, withdrawals, and what a daily count does not explain.
    """

    lines: int
    recorded: int
    again: int
    bad: int
    rejects: Path | None
    tolls: int
    listed: int
    position: int


@dataclass(frozen=True, slots=True)
class Import:
    """One file on its way into an open home, for a caller."""

    desk: Desk
    caller: Caller
    file: Path
    progress: Progress
    unit: str = "line"

    def check(self, staged: Staging, lines: Iterable[ReadLine]) -> Counts:
        """Pass 1: everything read into the staging table, what is recorded already settled, what cannot be taken told.

        Raises what the format raises for a file as a whole.
        """
        for line in lines:
            staged.header = line.header
            if isinstance(line.change, LedgerError):
                staged.reject(line.number, line.raw, self._placed(line.change, line.number))
            else:
                staged.add(line.number, line.raw, line.change)
        staged.count_repeated()
        self._name_keys(staged)
        self._settle_recorded(staged)
        self._try_out(staged)
        return staged.counts()

    def record(self, staged: Staging, counts: Counts, *, skip_bad: bool) -> Imported:
        """Pass 2: what is left, in the order of the file.

        Raises ``ImportLinesBad`` where lines cannot be taken and may not be left out, ``RejectsUnwritable``, and what
        the ledger's rules say of a change that something else has overtaken since pass 1; earlier batches stay.
        """
        if counts.bad and not skip_bad:
            raise ImportLinesBad(str(self.file), counts.bad, counts.lines)
        rejects = rejects_of(self.file, staged.header, staged.bad()) if counts.bad else None
        before, done = self.desk.catch_up(), 0
        for page in staged.in_order():
            self._record_page(page)
            self.desk.catch_up()
            done += len(page)
            self.progress("recording", done, counts.fresh)
        return Imported(
            lines=counts.lines,
            recorded=done,
            again=counts.again,
            bad=counts.bad,
            rejects=rejects,
            tolls=counts.tolls,
            listed=self.desk.queries.waiting(since=before).count,
            position=self.desk.log.head().position,
        )

    def _record_page(self, page: list[Staged]) -> None:
        commands = [change.command for change in page]
        try:
            self.desk.ledger.execute(commands, self.caller.member_id, by_operator=self.caller.by_operator)
        except LedgerError as refusal:
            raise refusal.at(f"{self.unit}s {page[0].line} to {page[-1].line}") from refusal

    def keys(self, words: Iterable[KeyWords]) -> dict[KeyWords, TollKey]:
        """The tolls that a publisher's words mean."""
        listed = list(words)
        places = places_of(listed, self._known_places({it.source for it in listed}), self.desk.gazetteer)
        return {it: toll_key(it, places, self.desk.actors) for it in listed}

    def _known_places(self, sources: Iterable[str]) -> dict[tuple[str, str], Place]:
        """What was recorded of these sources before, by the folded words for source and place."""
        known: dict[tuple[str, str], Place] = {}
        now = self.desk.queries.moment()
        for source in sources:
            for kept in self.desk.queries.toll_keys(KeyFilter(parts={"source": source}), now):
                place = kept.key.place
                if place is not None and folded(kept.key.source) == folded(source):
                    known[folded(source), folded(place.text or place.id or "")] = place
        return known

    def _name_keys(self, staged: Staging) -> None:
        known = self._known_places({words.source for _, words in staged.words()})
        places = places_of((words for _, words in staged.words()), known, self.desk.gazetteer)
        staged.name_keys((at, toll_key(words, places, self.desk.actors)) for at, words in staged.words())

    def _settle_recorded(self, staged: Staging) -> None:
        done, total = 0, staged.counts().fresh
        for page in staged.in_order():
            command_ids = {UUID(it.command_id): it.id for it in page}
            staged.settle([command_ids[recorded] for recorded in self.desk.log.receipts(list(command_ids))])
            done += len(page)
            self.progress("comparing", done, total)

    def _try_out(self, staged: Staging) -> None:
        """Ask the ledger's rules of every change, toll by toll; what they refuse is as if it did not stand there."""
        asked: deque[Staged] = deque()

        def commands() -> Iterator[Command]:
            for change in staged.by_toll():
                asked.append(change)
                yield change.command

        total = staged.counts().fresh
        member_id, by_operator = self.caller.member_id, self.caller.by_operator
        refusals = self.desk.ledger.trial(commands(), member_id, by_operator=by_operator)
        for done, refusal in enumerate(refusals, start=1):
            change = asked.popleft()
            if refusal is not None:
                staged.reject_change(change, self._placed(refusal, change.line))
            if done % 1000 == 0:
                self.progress("checking", done, total)

    def _placed(self, why: LedgerError, line: int) -> LedgerError:
        """A refusal that says where in the file it stands."""
        column = f", column {why.field}" if why.field else ""
        return why.at(f"{self.unit} {line}{column}")


@contextmanager
def rarely_collected() -> Iterator[None]:
    """Let the collector of garbage look less often: an import makes much that stays and no cycles."""
    before = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(100_000, 20, 50)
    try:
        yield
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()
