"""Signs the head of the log: recomputes it from the stored bytes, checks it against what was signed before, signs.

What was signed last is kept beside the key, apart from the database, and is on the disk before a signature is handed
out. So a log that was rewritten, cut, or put back from a backup is not signed, and no two heads contradict each other.
"""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from ledger.codec import Row
from ledger.errors import KeysUnusable, LogNotSigned
from ledger.files import write_whole
from ledger.store import SqlLog
from ledger.transparency.checkpoint import Checkpoint, opened_checkpoint
from ledger.transparency.note import KeyUnfit, Note, NoteUnsound, Signer, Verifier
from ledger.transparency.tiles import TileBuilder, TileReader, TileUnfit, frontier_of
from ledger.transparency.tree import EMPTY_ROOT, Frontier
from ledger.vault.keys import check_folder, secret_file

SECRET = "log.key"
PUBLIC = "log.pub"
SIGNED = "log.checkpoint"
"""Beside the vault's keys: 32 secret bytes, the public key as signed notes write it, and the last signed checkpoint."""

CHECKPOINT = "checkpoint"
"""Beside the tiles: the checkpoint for everybody to fetch."""


@dataclass(frozen=True, slots=True)
class LogSigner:
    """The log's key and what it signed last; ``tiles`` is the folder that is published."""

    folder: Path
    tiles: Path
    signer: Signer

    @classmethod
    def open(cls, folder: Path, tiles: Path, origin: str | None = None) -> LogSigner:
        """The key in ``folder``, made on first use, named ``origin`` or else after itself.

        Raises ``KeysExposed`` or ``KeysUnusable``.
        """
        try:
            check_folder(folder)
            secret = Ed25519PrivateKey.from_private_bytes(
                secret_file(folder / SECRET, make=not (folder / PUBLIC).exists())
            )
            signer = Signer(_origin(folder, secret, origin), secret)
        except OSError as error:
            raise KeysUnusable(str(error.filename or folder), f"cannot be used ({error.strerror})") from error
        return cls(folder, tiles, signer)

    def last(self) -> Note | None:
        """What was signed last. Raises ``KeysUnusable`` where that cannot be read as this key's."""
        path = self.folder / SIGNED
        try:
            written = (path if path.exists() else self.tiles / CHECKPOINT).read_text(encoding="utf-8")
            opened_checkpoint(written, [self.signer.verifier])
            return Note.parse(written)
        except FileNotFoundError:
            return None
        except (OSError, UnicodeDecodeError, NoteUnsound) as error:
            raise KeysUnusable(str(path), f"is no checkpoint of this key ({error})") from error

    def sign(self, log: SqlLog, *, whole: bool = True) -> Note:
        """A checkpoint of the log as it stands; ``whole`` recomputes all of it, else what came since the last one.

        Raises ``LogNotSigned`` where the log does not hold what was signed or does not agree with itself.
        """
        with self._alone():
            note = self.last()
            last = Checkpoint.parse(note.text) if note else Checkpoint(self.signer.name, 0, EMPTY_ROOT)
            root, size = self._recomputed(log, last, whole)
            if note is None or size > last.size:
                self._publish_tiles(log, last.size, size, root)
                note = Checkpoint(self.signer.name, size, root).signed(self.signer)
                write_whole(self.folder / SIGNED, str(note).encode(), 0o600)
            self.publish(note)
            return note

    def _recomputed(self, log: SqlLog, last: Checkpoint, whole: bool) -> tuple[bytes, int]:
        head = log.head()
        if head.position < last.size:
            raise LogNotSigned(f"it has {head.position} entries, and {last.size} were signed")
        frontier = Frontier() if whole else self._signed_frontier(last)
        frontier = frontier.extended(_leaves(log, frontier.size, last.size))
        if frontier.size != last.size or frontier.root != last.root:
            raise LogNotSigned(f"its first {last.size} entries are not those that were signed")
        frontier = frontier.extended(_leaves(log, last.size, head.position))
        if frontier.size != head.position or frontier.root != head.root:
            raise LogNotSigned("its entries do not make up its own head")
        return frontier.root, frontier.size

    def _signed_frontier(self, last: Checkpoint) -> Frontier:
        try:
            frontier = frontier_of(TileReader(self.tiles, last.size))
        except TileUnfit:
            return Frontier()
        return frontier if frontier.root == last.root else Frontier()

    def _publish_tiles(self, log: SqlLog, since: int, size: int, root: bytes) -> None:
        try:
            builder = TileBuilder.resumed(self.tiles, since)
        except TileUnfit:
            builder, since = TileBuilder(self.tiles), 0
        for leaf in log.leaves(size, since):
            builder.add(leaf)
        builder.finish()
        try:
            if TileReader(self.tiles, size).root() == root:
                return
        except TileUnfit:
            pass
        if since == 0:
            raise LogNotSigned("its stored hashes are not those of its entries")
        self._publish_tiles(log, 0, size, root)  # tiles that somebody else changed are written anew

    def published(self, note: Note) -> Note | None:
        """The same checkpoint as it is published, perhaps with cosignatures; None where another or none is."""
        try:
            there = Note.parse((self.tiles / CHECKPOINT).read_text(encoding="utf-8"))
        except (OSError, NoteUnsound, UnicodeDecodeError):
            return None
        return there if there.text == note.text else None

    def publish(self, note: Note) -> None:
        """Put a checkpoint beside the tiles, for everybody to fetch; cosignatures it has there stay."""
        there = self.published(note)
        if there is None or not set(there.signatures) >= set(note.signatures):
            self.tiles.mkdir(parents=True, exist_ok=True)
            write_whole(self.tiles / CHECKPOINT, str(note).encode())

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """One signature at a time, whoever asks for it."""
        opened = os.open(self.folder / ".log.lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(opened, fcntl.LOCK_EX)
            yield
        finally:
            os.close(opened)


def public_key(folder: Path) -> Verifier | None:
    """The log's own public key, where one was made. Raises ``KeysUnusable``."""
    path = folder / PUBLIC
    try:
        return Verifier.parse(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError, KeyUnfit) as error:
        raise KeysUnusable(str(path), f"is no public key ({error})") from error


def _origin(folder: Path, secret: Ed25519PrivateKey, wanted: str | None) -> str:
    """The name that this key has had from its first day on; kept with the public key."""
    known = public_key(folder)
    try:
        given = known.name if known else wanted or f"incident-ledger/{_named(secret)}"
        verifier = Signer(given, secret).verifier
        if known is None:
            write_whole(folder / PUBLIC, f"{Verifier.parse(verifier.text).text}\n".encode())
    except KeyUnfit as error:
        raise KeysUnusable(f"the origin {wanted!r}", f"cannot name a log ({error})") from error
    if known is not None and known.key != verifier.key:
        raise KeysUnusable(str(folder / PUBLIC), f"is not the public key of {SECRET}")
    if known is not None and wanted not in (None, known.name):
        raise KeysUnusable(str(folder / PUBLIC), f"names the log {known.name}, and it cannot be {wanted} any more")
    return given


def _named(secret: Ed25519PrivateKey) -> str:
    return sha256(Signer("", secret).verifier.key).hexdigest()[:8]


def _leaves(log: SqlLog, since: int, until: int) -> Iterator[bytes]:
    for size, row in enumerate(log.rows(since, until=until), start=since):
        yield _leaf(row, size)


def _leaf(row: Row, size: int) -> bytes:
    """The leaf of a row, from its bytes as they are stored. Raises ``LogNotSigned``."""
    if row.position != size + 1:
        raise LogNotSigned(f"entry {size} is not there")
    try:
        if sha256(row.payload).digest() == row.payload_hash:
            return row.leaf
    except (TypeError, ValueError, AttributeError, OverflowError):  # SQLite holds any type in any column
        pass
    raise LogNotSigned(f"entry {size} is not as it was recorded")
