"""An import of incidents in two passes: every row checked into a staging table, and only then recorded, in batches.

A row is known by its publisher's id. What is recorded of it is compared by a digest: the same row adds nothing, another
one is what its publisher changed. An import that was killed is finished by running it again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from desk.desk import Desk
from desk.imports.importing import Progress
from desk.imports.incident_staging import IncidentStaging, StagedRow
from desk.imports.published_incident import row_command_id, stated_on
from desk.imports.read_row import ReadRow
from desk.imports.rejects import rejects_of
from desk.imports.staging import Counts
from desk.people import Caller
from desk.reports import Said
from ledger.domain.commands import Command
from ledger.domain.values import Precision, Stated
from ledger.errors import ImportLinesBad, LedgerError


@dataclass(frozen=True, slots=True)
class ImportedIncidents:
    """What an import came to. ``again`` rows said nothing new, ``revised`` of those recorded changed what was known."""

    lines: int
    recorded: int
    revised: int
    again: int
    bad: int
    rejects: Path | None
    position: int


@dataclass(slots=True)
class IncidentImport:
    """One file of ``source`` on its way into an open home; ``said`` is when the file stood so, null = not told."""

    desk: Desk
    caller: Caller
    file: Path
    progress: Progress
    source: str
    id_column: str
    said: Said | None = None
    revised: int = 0

    def check(self, staged: IncidentStaging, rows: Iterable[ReadRow]) -> Counts:
        """Pass 1: every row read, what is recorded already settled, what cannot be taken told.

        Raises what the format raises for a file as a whole.
        """
        for row in rows:
            staged.header = row.header
            if isinstance(row.incident, LedgerError):
                staged.reject(row.number, row.raw, _placed(row.incident, row.number))
            else:
                staged.add(row.number, row.raw, row.incident)
        staged.check_repeated(self.id_column)
        self._settle_recorded(staged)
        self._try_out(staged)
        return staged.counts()

    def record(self, staged: IncidentStaging, counts: Counts, *, skip_bad: bool) -> ImportedIncidents:
        """Pass 2: what is left, in the order of the file.

        Raises ``ImportLinesBad`` where lines cannot be taken and may not be left out, ``RejectsUnwritable``, and what
        the ledger's rules say of a row that something else has overtaken since pass 1; earlier batches stay.
        """
        if counts.bad and not skip_bad:
            raise ImportLinesBad(str(self.file), counts.bad, counts.lines)
        rejects = rejects_of(self.file, staged.header, staged.bad()) if counts.bad else None
        done, stated = 0, self._stated(staged)
        for page in staged.in_order():
            self._record_page(page, stated)
            self.desk.catch_up()
            done += len(page)
            self.progress("recording", done, counts.fresh)
        return ImportedIncidents(
            lines=counts.lines,
            recorded=done,
            revised=self.revised,
            again=counts.again,
            bad=counts.bad,
            rejects=rejects,
            position=self.desk.log.head().position,
        )

    def _record_page(self, page: list[StagedRow], stated: Stated) -> None:
        commands = [row.command(stated) for row in page]
        try:
            self.desk.ledger.execute(commands, self.caller.member_id, by_operator=self.caller.by_operator)
        except LedgerError as refusal:
            raise refusal.at(f"lines {page[0].line} to {page[-1].line}") from refusal

    def _settle_recorded(self, staged: IncidentStaging) -> None:
        done, total = 0, staged.counts().fresh
        for page in staged.in_order():
            known = self.desk.queries.rows_known([row.incident_id for row in page])
            same = {row.id for row in page if row.incident_id in known and known[row.incident_id].digest == row.digest}
            staged.settle(sorted(same))
            left = [row for row in page if row.id not in same]
            self.revised += sum(row.incident_id in known for row in left)
            at = {row.id: known[row.incident_id].position if row.incident_id in known else 0 for row in left}
            staged.name_commands({row.id: row_command_id(row.incident_id, at[row.id], row.digest) for row in left})
            done += len(page)
            self.progress("comparing", done, total)

    def _try_out(self, staged: IncidentStaging) -> None:
        """Ask the ledger's rules of every row, without recording anything."""
        done, total, stated = 0, staged.counts().fresh, self._stated(staged)
        for page in staged.in_order():
            commands: Iterator[Command] = (row.command(stated) for row in page)
            member_id, by_operator = self.caller.member_id, self.caller.by_operator
            refusals = self.desk.ledger.trial(commands, member_id, by_operator=by_operator)
            for row, refusal in zip(page, refusals, strict=True):
                if refusal is not None:
                    staged.reject_row(row, _placed(refusal, row.line))
            done += len(page)
            self.progress("checking", done, total)

    def _stated(self, staged: IncidentStaging) -> Stated:
        """When the file stood so: as told, else the last day in it, before which it cannot have."""
        if self.said is not None:
            return Stated(source=self.source, stated_at=self.said.at, precision=self.said.precision)
        last = staged.last_day()
        return stated_on(self.source, date.fromisoformat(last) if last else date.min, Precision.UNKNOWN)


def _placed(why: LedgerError, line: int) -> LedgerError:
    """A refusal that says where in the file it stands."""
    column = f", column {why.field}" if why.field else ""
    return why.at(f"line {line}{column}")
