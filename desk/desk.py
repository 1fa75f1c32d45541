"""The one door for front ends: opens log, vault and read models together, reads reports, records, answers.

report → read → prepare → (a person confirms) → submit → follower → queries → answer
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path

from sqlalchemy.exc import SQLAlchemyError

from desk.incidents import Incidents
from desk.lists import Lists, lists_of
from desk.people import Caller, People
from desk.places import AS_WRITTEN, Asked, asked_place
from desk.reviewing import Reviewing
from desk.settings import Settings
from desk.submission import Submission
from ledger.application import Ledger
from ledger.codec import Row
from ledger.database import file_of
from ledger.domain.access import check_door
from ledger.domain.values import Role
from ledger.errors import HomeIncomplete, PlaceAmbiguous, PlaceUnknown, StoreUnreachable
from ledger.intake.drafts import Reading
from ledger.intake.reading import read
from ledger.log import Log
from ledger.store import SqlLog
from ledger.vault import Vault
from projections.follower import Follower
from projections.itemised import Reconciliation
from projections.moments import AsOf, Audience
from projections.queries import Queries
from projections.tolls import KeyFilter

Clock = Callable[[], datetime]


def utc_now() -> datetime:
    """The clock of this machine: the only place where the product looks at it."""
    return datetime.now(UTC)


class Desk:
    """An open home. Thread-safe; any number of processes may have the same home open.

    ``people``, ``submission`` and ``reviewing`` record; ``queries`` answer, once ``catch_up`` was called.
    """

    def __init__(self, settings: Settings, log: SqlLog, vault: Vault, clock: Clock, lists: Lists) -> None:
        self.settings = settings
        self.clock = clock
        self.log: Log = log
        self.stored = log
        self.vault = vault
        self.gazetteer, self.actors = lists.gazetteer, lists.actors
        self.ledger = Ledger(log, clock=clock)
        self.follower = Follower(log, log.engine, self.gazetteer)
        self.queries = Queries(log.reading, log, self.gazetteer)
        self.people = People(self.ledger, vault, clock)
        self.submission = Submission(self.ledger, log, vault, self.queries, lists)
        self.reviewing = Reviewing(self.ledger, log, vault, self.queries, clock)
        self.incidents = Incidents(self.reviewing)

    @classmethod
    def open(cls, settings: Settings, *, clock: Clock = utc_now, unsafe: bool = False) -> Desk:
        """Open the home that the settings name, or make it. Raises ``Unavailable`` with the cause, and what a list of
        one's own raises before anything is opened.
        """
        lists = lists_of(settings)
        make_folder(settings.home)
        log_file, vault_file = file_of(settings.log_place), file_of(settings.vault_place)
        if vault_file.exists() and not log_file.exists():  # the log is made first
            raise HomeIncomplete(str(log_file), str(vault_file))
        log = SqlLog.open(settings.log_place, clock=clock, unsafe=unsafe)
        try:
            if log.head().position > 0 and not vault_file.exists():  # the vault is made before the first event
                raise HomeIncomplete(str(vault_file), str(log_file))
            vault = Vault.open(settings.vault_place, settings.keys_folder, clock=clock, unsafe=unsafe)
        except BaseException:
            log.close()
            raise
        desk = cls(settings, log, vault, clock, lists)
        try:
            desk.follower.prepare()
            desk.people.operator()
            desk.catch_up()
            desk.people.finish_forgetting([it.member_id for it in desk.queries.members() if it.forgotten])
        except BaseException:
            desk.close()
            raise
        return desk

    def close(self) -> None:
        """Give everything back; nothing is lost by not calling it."""
        self.vault.close()
        self.log.close()

    def catch_up(self) -> int:
        """Bring the read models up to the log; the position reached. Before each read."""
        return self.follower.catch_up()

    def reached(self, position: int) -> bool:
        """Whether the read models have come to ``position``, within two seconds; else answers are STALE.

        What is recorded stays recorded where they cannot be written, as on a full disk.
        """
        try:
            return self.follower.wait(position)
        except SQLAlchemyError:
            return False

    def read(self, text: str, *, published: date | None, source: str | None = None, explain: bool = False) -> Reading:
        """The drafts of a text; nothing is recorded."""
        return read(
            text,
            published=published,
            source=source,
            explain=explain,
            gazetteer=self.gazetteer,
            actors=self.actors,
        )

    def row(self, position: int) -> Row | None:
        """The entry at a position as it is stored, for whoever proves it."""
        return next(self.stored.rows(position - 1, until=position), None)

    def place(self, words: str) -> Asked:
        """The one place that is asked about. Raises ``PlaceAmbiguous``, or ``PlaceUnknown`` with names alike."""
        try:
            asked = asked_place(words, self.gazetteer)
        except PlaceAmbiguous as several:
            written = AS_WRITTEN + " ".join(words.split())
            if not self._has(asked_place(written, self.gazetteer).path):
                raise
            raise PlaceAmbiguous(words, [*several.places, f"{written} (as reports wrote it)"]) from several
        if asked.place_id is None and not self._has(asked.path):
            alike = [found.place.name_en for found in self.gazetteer.resolve(words)[:3]]
            raise PlaceUnknown(words, alike)
        return asked

    def audience(self, caller: Caller) -> Audience:
        """Members see what was received, with its status; whoever holds no role sees what was reviewed."""
        return Audience.MEMBERS if self.people.roles(caller.member_id) - {Role.READER} else Audience.PUBLIC

    def permit(self, door: str, caller: Caller) -> None:
        """Raises ``RoleForbids`` unless the caller's roles open this door of ``ledger.domain.access``."""
        check_door(door, self.people.roles(caller.member_id))

    def reconciled(self, key_id: str, as_of: AsOf, caller: Caller) -> Reconciliation:
        """A stated toll beside the incidents it would count. Raises ``NoSuchStream``.

        Of an informal area no list says which towns lie in it: those around it are listed as what may belong to it.
        """
        kept = self.queries.toll_keys(KeyFilter(key_id=key_id), as_of)
        named = kept[0].key.place.id if kept and kept[0].key.place else None
        place = self.gazetteer.get(named) if named else None
        of_an_area = place is not None and place.kind == "area"
        return self.queries.reconciled(key_id, as_of, self.audience(caller), of_an_area=of_an_area)

    def _has(self, path: str) -> bool:
        """Whether anything is recorded of a place that no gazetteer knows."""
        now = self.queries.moment()
        if self.queries.toll_keys(KeyFilter(place_path=path), now):
            return True
        return bool(self.queries.picture(path, now).incidents)


@contextmanager
def opened(settings: Settings, *, clock: Clock = utc_now, unsafe: bool = False) -> Iterator[Desk]:
    """A desk for as long as the block runs."""
    desk = Desk.open(settings, clock=clock, unsafe=unsafe)
    try:
        yield desk
    finally:
        desk.close()


def make_folder(folder: Path) -> None:
    """Make the home for its owner only. Raises ``StoreUnreachable``."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise StoreUnreachable(str(folder), error.strerror or "it cannot be made") from error
