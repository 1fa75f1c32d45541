"""``events``: another ledger's log into an empty home, every entry under the leaf it had, or nothing at all."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from desk.cloud_events import LineUnfit, Whole, entry_of
from desk.desk import make_folder
from desk.imports.lines import LONGEST_LINE
from desk.people import OPERATOR, first_admin_id
from desk.settings import Settings
from ledger.adopting import Discontinuous, Foreign, adopt
from ledger.codec import command_text
from ledger.database import file_of
from ledger.errors import EntryUnfit, ImportUnreadable, LogNotEmpty, NameTaken
from ledger.store import SqlLog
from ledger.tail import Tail
from ledger.vault import Vault

Progress = Callable[[str, int, int], None]


@dataclass(slots=True)
class Reading:
    """A file of entries while it is read: which line, of which log, and whose home it was."""

    file: Path
    progress: Progress
    whole: Whole | None = None
    line: int = 0
    operator: str | None = None

    def entries(self) -> Iterator[Foreign]:
        """Each line's entry, in order. Raises ``EntryUnfit`` naming the line, or ``ImportUnreadable``."""
        try:
            size = self.file.stat().st_size
            with self.file.open("rb") as opened:
                done = 0
                for line in iter(lambda: opened.readline(LONGEST_LINE), b""):
                    self.line += 1
                    done += len(line)
                    if line.strip():
                        yield self._entry(line)
                    if self.line % 100 == 0:
                        self.progress("recording", done, size)
        except OSError as error:
            cause = f"cannot be read ({error.strerror})"
            raise ImportUnreadable(str(self.file), cause, "check the path") from error

    def _entry(self, line: bytes) -> Foreign:
        try:
            foreign, whole = entry_of(line)
        except LineUnfit as unfit:
            raise self.unfit(str(unfit)) from unfit
        if self.whole not in (None, whole):
            raise self.unfit("it is of another export than the lines before")
        self.whole = whole
        row = foreign.row
        if self.operator is None and row.command_id == _first_admin(row.member_id):
            self.operator = row.member_id
        return foreign

    def unfit(self, cause: str, among: Discontinuous | None = None) -> EntryUnfit:
        """The refusal of the line that was read last, or of one of several entries."""
        where = f"entries {among.first} to {among.last}" if among and among.first < among.last else f"line {self.line}"
        return EntryUnfit(str(self.file), where, cause)

    def check_whole(self, end: Tail) -> None:
        """Raises ``EntryUnfit`` where the log that the lines are from went on, or had another root."""
        if self.whole is None:
            raise ImportUnreadable(str(self.file), "is empty")
        if end.position < self.whole.size:
            raise self.unfit(f"the file ends here, with {end.position} of {self.whole.size} entries")
        if end.position > self.whole.size or end.frontier.root.hex() != self.whole.root:
            raise self.unfit("the root over all entries is not that of the log they are from")


def import_events(
    settings: Settings, file: Path, *, clock: Callable[[], datetime], progress: Progress, unsafe: bool = False
) -> Tail:
    """Record another ledger's entries in a home that nobody has opened; where its log ends then.

    The operator of the new home takes over the operator's place of the old one, since both are whoever sits at the
    machine: what either recorded, neither reviews. Nobody else is known here by name. Raises ``LogNotEmpty``,
    ``EntryUnfit``, ``ImportUnreadable``, and what opening a home raises; nothing is recorded then.
    """
    make_folder(settings.home)
    if not file_of(settings.log_place).exists() and file_of(settings.vault_place).exists():
        raise LogNotEmpty(str(file_of(settings.vault_place)))
    log = SqlLog.open(settings.log_place, clock=clock, unsafe=unsafe)
    try:
        if log.head().position:
            raise LogNotEmpty(log.database.where)
        vault = Vault.open(settings.vault_place, settings.keys_folder, clock=clock, unsafe=unsafe)
        try:
            return _adopt(log, vault, Reading(file, progress))
        finally:
            vault.close()
    finally:
        log.close()


def _adopt(log: SqlLog, vault: Vault, reading: Reading) -> Tail:
    def settle(end: Tail) -> None:
        reading.check_whole(end)
        if vault.member_named(OPERATOR) is not None:
            raise LogNotEmpty(vault.database.where)
        if reading.operator is not None:
            vault.add_person(reading.operator, name=OPERATOR, telegram_id=None, language=None)

    try:
        return adopt(log, reading.entries(), settle)
    except Discontinuous as broken:
        raise reading.unfit(broken.why, broken) from broken
    except NameTaken as taken:  # somebody opened the home meanwhile
        raise LogNotEmpty(vault.database.where) from taken


def _first_admin(member_id: str | None) -> str | None:
    return None if member_id is None else command_text(first_admin_id(member_id))
