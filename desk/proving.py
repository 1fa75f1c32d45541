"""What an auditor asks of a home: sign its head, verify it against heads kept elsewhere, prove one entry."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy.exc import SQLAlchemyError

from desk.desk import Desk
from desk.replaying import replay
from desk.settings import Settings
from ledger.codec import Row
from ledger.database import cause_of, file_of
from ledger.errors import CheckpointUnfit, LedgerError, NoLedgerHere, NoSuchStream, NotYetSigned, PolicyWrong
from ledger.store import SqlLog
from ledger.transparency.checkpoint import Checkpoint, opened_checkpoint
from ledger.transparency.note import KeyUnfit, Note, NoteUnsound, Verifier
from ledger.transparency.policy import Policy, PolicyUnfit
from ledger.transparency.proof import inclusion_spans, prove
from ledger.transparency.prooffile import ProofFile
from ledger.transparency.signing import CHECKPOINT, SIGNED, LogSigner, public_key
from ledger.transparency.tiles import TileReader
from ledger.transparency.verifying import Finding, Found, SignedHead, Verified, verify


@dataclass(frozen=True, slots=True)
class Signed:
    """A checkpoint and the key to it; ``failed`` says which witnesses did not cosign and why."""

    note: Note
    key: Verifier
    failed: Mapping[str, str] = field(default_factory=dict)
    enough: bool = True


_LONGEST = 15
"""Digits of a position or version; no log comes near it, and databases take no number of any length."""

OWN = "this ledger itself"
PUBLISHED = "its published tiles"
"""Who kept a checkpoint that is the operator's own word."""


def sign(
    settings: Settings,
    clock: Callable[[], datetime],
    policy: Policy | None = None,
    *,
    whole: bool = True,
    unsafe: bool = False,
) -> Signed:
    """A checkpoint of the log as it stands, cosigned by the witnesses of a policy.

    Raises ``LogNotSigned``, ``KeysUnusable`` or ``NoLedgerHere``.
    """
    log = open_log(settings, clock, unsafe=unsafe)
    try:
        signer = signer_of(settings)
        note = signer.sign(log, whole=whole)
    finally:
        log.close()
    if policy is None:
        return Signed(note, signer.signer.verifier)
    from desk.witnessing import cosign  # which needs an HTTP client, and most checkpoints do not

    size = Checkpoint.parse(note.text).size
    note, failed = cosign(signer.published(note) or note, policy, TileReader(settings.tiles_folder, size))
    signer.publish(note)
    return Signed(note, signer.signer.verifier, failed, enough=policy.has_quorum(policy.seen_by(note)))


def policy_of(path: Path | None) -> Policy | None:
    """The trust policy in a file. Raises ``PolicyWrong``."""
    if path is None:
        return None
    try:
        return Policy.parse(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise PolicyWrong(str(path), error.strerror or "it cannot be read") from error
    except (UnicodeDecodeError, PolicyUnfit) as error:
        raise PolicyWrong(str(path), str(error)) from error


def signer_of(settings: Settings) -> LogSigner:
    """The log's key of a home, made on first use."""
    return LogSigner.open(settings.keys_folder, settings.tiles_folder, settings.origin)


def signed_last(settings: Settings) -> tuple[int, datetime] | None:
    """How many entries the last checkpoint covers, and when it was signed; None where none was, or none can be read."""
    path = settings.keys_folder / SIGNED
    try:
        size = Checkpoint.parse(Note.parse(path.read_text(encoding="utf-8")).text).size
        return size, datetime.fromtimestamp(path.stat().st_mtime, UTC)
    except (OSError, UnicodeDecodeError, NoteUnsound):
        return None


def open_log(settings: Settings, clock: Callable[[], datetime], *, unsafe: bool = False) -> SqlLog:
    """The log alone, which must be there. Raises ``NoLedgerHere``."""
    if not file_of(settings.log_place).exists():
        raise NoLedgerHere(str(settings.log_place))
    return SqlLog.open(settings.log_place, clock=clock, unsafe=unsafe)


def key_of(settings: Settings, given: str | None) -> Verifier | None:
    """The key that checkpoints are believed under: given as text or as a file, else this ledger's own.

    Raises ``CheckpointUnfit``.
    """
    if given is None:
        return public_key(settings.keys_folder)
    try:
        written = Path(given).read_text(encoding="utf-8") if "+" not in given else given
        return Verifier.parse(written)
    except (OSError, UnicodeDecodeError, KeyUnfit) as error:
        raise CheckpointUnfit("the key", str(error)) from error


def verify_log(
    settings: Settings,
    clock: Callable[[], datetime],
    trusted: Sequence[Path],
    key: Verifier | None,
    policy: Policy | None = None,
) -> tuple[Verified, list[SignedHead]]:
    """Every entry of the log, against the heads in files and the one this ledger signed last.

    ``policy`` says which of those in files count, else ``key`` does. Raises ``CheckpointUnfit`` or ``NoLedgerHere``.
    """
    heads, unsigned = _heads(settings, trusted, key, policy)
    try:
        log = open_log(settings, clock, unsafe=True)
    except NoLedgerHere:
        raise
    except LedgerError as error:
        gone = Finding(Found.UNREADABLE, None, f"the log cannot be opened ({error.message})")
        return Verified(0, b"", (*unsigned, gone)), heads
    try:
        last = max((head.checkpoint.size for head in heads), default=0)
        found = verify(log, heads, TileReader(settings.tiles_folder, last) if last else None)
    finally:
        log.close()
    return Verified(found.size, found.root, (*unsigned, *found.findings)), heads


def verify_picture(settings: Settings, clock: Callable[[], datetime]) -> list[Finding]:
    """Whether what is shown follows from the log: a replay beside the read models."""
    try:
        desk = Desk.open(settings, clock=clock, unsafe=True)
        try:
            stale = desk.queries.stale()
            differs = not replay(desk, desk.queries.moment()).agrees
        finally:
            desk.close()
    except (LedgerError, SQLAlchemyError) as error:
        cause = error.message if isinstance(error, LedgerError) else cause_of(error)
        return [Finding(Found.UNREADABLE, None, f"the read models cannot be asked ({cause})")]
    found = [Finding(Found.STALE, None, f"{stream_id} is held back: {cause}") for stream_id, cause in stale.items()]
    if differs:
        found.append(Finding(Found.PROJECTION_DIFFERS, None, "what is shown is not what follows from the log"))
    return found


def prove_entry(desk: Desk, any_id: str, *, with_payload: bool) -> ProofFile:
    """That an entry is in the log, under the checkpoint signed last. Raises ``NoSuchStream`` or ``NotYetSigned``."""
    row = _row(desk, any_id)
    note = signer_of(desk.settings).last()
    checkpoint = Checkpoint.parse(note.text) if note else None
    if note is None or checkpoint is None or row.position > checkpoint.size:
        raise NotYetSigned(any_id, row.position)
    tiles = TileReader(desk.settings.tiles_folder, checkpoint.size)
    hashes = prove(tiles, inclusion_spans(row.position - 1, checkpoint.size))
    return ProofFile(row.position - 1, hashes, str(note), row.envelope, row.payload if with_payload else None)


def _row(desk: Desk, any_id: str) -> Row:
    """The stored entry that ``T-…/3``, ``@6``, or the newest one that a stream's id alone means."""
    stream_id, slash, version = any_id.partition("/")
    number = stream_id.removeprefix("@") if stream_id.startswith("@") and not slash else version
    if (slash or number) and not (number.isascii() and number.isdigit() and len(number) <= _LONGEST):
        raise NoSuchStream(f"entry {any_id}")
    if stream_id.startswith("@"):
        position: int | None = int(number or 0)
    else:
        events = desk.log.stream(stream_id, int(version) if slash else 0)
        asked = events[:1] if slash else events[-1:]
        position = next((it.position for it in asked if not slash or it.version == int(version)), None)
    row = desk.row(position) if position else None
    if row is None:
        raise NoSuchStream(f"entry {any_id}")
    return row


def _heads(
    settings: Settings, trusted: Sequence[Path], key: Verifier | None, policy: Policy | None
) -> tuple[list[SignedHead], list[Finding]]:
    heads, unsigned = [], []
    for path in trusted:
        written = _written(path)
        try:
            head = policy.opened(written) if policy else _opened(written, key)
            heads.append(SignedHead(head, str(path)))
        except NoteUnsound as error:
            unsigned.append(Finding(Found.BAD_SIGNATURE, None, f"the checkpoint in {path} does not count: {error}"))
    own = {OWN: settings.keys_folder / SIGNED, PUBLISHED: settings.tiles_folder / CHECKPOINT}
    for kept_by, path in own.items():
        try:
            if path.exists():
                heads.append(SignedHead(_opened(_written(path), public_key(settings.keys_folder)), kept_by))
        except (NoteUnsound, LedgerError) as error:
            unsigned.append(Finding(Found.BAD_SIGNATURE, None, f"the checkpoint of {kept_by} does not count: {error}"))
    return heads, unsigned


def _opened(written: str, key: Verifier | None) -> Checkpoint:
    if key is None:
        raise NoteUnsound("there is no key to believe it under")
    return opened_checkpoint(written, [key])


def _written(path: Path) -> str:
    """A checkpoint's text. Raises ``CheckpointUnfit`` for a file that cannot hold one."""
    try:
        written = path.read_text(encoding="utf-8")
        Checkpoint.parse(Note.parse(written).text)
    except OSError as error:
        raise CheckpointUnfit(str(path), error.strerror or "cannot be read") from error
    except UnicodeDecodeError as error:
        raise CheckpointUnfit(str(path), "it is no UTF-8 text") from error
    except NoteUnsound as error:
        raise CheckpointUnfit(str(path), str(error)) from error
    return written
