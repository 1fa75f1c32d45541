"""A witness (c2sp.org/tlog-witness): cosigns heads of logs it knows, each only if it continues the last it cosigned.

It keeps nothing of a log but its last head. What it cosigned is on the disk before the cosignature is handed out.
"""

from __future__ import annotations

import base64
import fcntl
import os
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from ledger.errors import KeysUnusable
from ledger.files import write_whole
from ledger.transparency.checkpoint import Checkpoint, cosigned
from ledger.transparency.note import COSIGNATURE, KeyUnfit, Note, NoteUnsound, Signer, Verifier, decoded, opened
from ledger.transparency.proof import ProofUnsound, check_consistency
from ledger.vault.keys import check_folder, secret_file

SECRET = "witness.key"
PUBLIC = "witness.pub"
SIZE_TYPE = "text/x.tlog.size"
LARGEST = 256 * 1024
"""Bytes of a request: 63 hashes and a checkpoint need a tenth of it."""

_OLD = re.compile(r"old (0|[1-9][0-9]{0,18})")
_MOST_HASHES = 63


@dataclass(frozen=True, slots=True)
class Answer:
    """What a request is answered: an HTTP status and a text."""

    status: int
    text: str
    content_type: str = "text/plain"


@dataclass(frozen=True, slots=True)
class Witnessing:
    """One witness: its key, the logs it knows, and a folder for the last head of each."""

    folder: Path
    signer: Signer
    logs: tuple[Verifier, ...]
    clock: Callable[[], datetime]

    @classmethod
    def open(
        cls, folder: Path, name: str | None, logs: Sequence[Verifier], clock: Callable[[], datetime]
    ) -> Witnessing:
        """The witness whose key lies in ``folder``, made there on first use under ``name``. Raises ``KeysUnusable``."""
        try:
            check_folder(folder)
            public = folder / PUBLIC
            secret = Ed25519PrivateKey.from_private_bytes(secret_file(folder / SECRET, make=not public.exists()))
            known = Verifier.parse(public.read_text(encoding="utf-8")) if public.exists() else None
            signer = Signer(known.name if known else name or f"witness/{_short(secret)}", secret, COSIGNATURE)
            if known is None:
                Verifier.parse(signer.verifier.text)
                write_whole(public, f"{signer.verifier.text}\n".encode())
            elif known != signer.verifier:
                raise KeysUnusable(str(public), f"is not the public key of {SECRET}")
        except OSError as error:
            raise KeysUnusable(str(error.filename or folder), f"cannot be used ({error.strerror})") from error
        except (KeyUnfit, UnicodeDecodeError) as error:
            raise KeysUnusable(str(folder / PUBLIC), f"is no public key of a witness ({error})") from error
        return cls(folder, signer, tuple(logs), clock)

    def add_checkpoint(self, body: bytes) -> Answer:
        """What ``POST add-checkpoint`` is answered; the statuses are the specification's."""
        try:
            old, proof, note, head = _request(body)
        except (NoteUnsound, ValueError) as error:
            return Answer(400, f"{error}\n")
        keys = [key for key in self.logs if key.name == head.origin]
        if not keys:
            return Answer(404, "this witness does not know that log\n")
        try:
            opened(str(note), keys)
        except NoteUnsound as error:
            return Answer(403, f"{error}\n")
        if old > head.size:
            return Answer(400, "the old size is larger than the checkpoint's\n")
        with self._alone(head.origin) as path:
            last = _last(path)
            if old != (last.size if last else 0):
                return Answer(409, f"{last.size if last else 0}\n", SIZE_TYPE)
            if last and old == head.size and last.root != head.root:
                return Answer(409, f"{last.size}\n", SIZE_TYPE)
            try:
                _check(last, head, proof)
            except ProofUnsound as error:
                return Answer(422, f"{error}\n")
            write_whole(path, note.text.encode(), 0o600)
            line = cosigned(note.text, self.signer, int(self.clock().timestamp())).line
        return Answer(200, line)

    @contextmanager
    def _alone(self, origin: str) -> Iterator[Path]:
        """The file with the last head of a log, for one request at a time."""
        path = self.folder / f"{sha256(origin.encode()).hexdigest()}.head"
        lock = os.open(self.folder / ".lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield path
        finally:
            os.close(lock)


def request_of(old: int, proof: Sequence[bytes], note: Note) -> bytes:
    """The body of a request to a witness."""
    lines = [f"old {old}", *(base64.b64encode(each).decode() for each in proof), "", str(note)]
    return "\n".join(lines).encode()


def _request(body: bytes) -> tuple[int, list[bytes], Note, Checkpoint]:
    if len(body) > LARGEST:
        raise ValueError("the request is too long")
    head, blank, written = body.decode().partition("\n\n")
    first, *hashes = head.split("\n")
    old = _OLD.fullmatch(first)
    if old is None or not blank:
        raise ValueError("the request does not begin with the old size, or has no checkpoint")
    if len(hashes) > _MOST_HASHES:
        raise ValueError(f"a proof has at most {_MOST_HASHES} hashes")
    note = Note.parse(written)
    return int(old[1]), [decoded(each) for each in hashes], note, Checkpoint.parse(note.text)


def _check(last: Checkpoint | None, head: Checkpoint, proof: Sequence[bytes]) -> None:
    if last is None or last.size == 0:
        if proof:
            raise ProofUnsound("what continues nothing needs no proof")
        return
    check_consistency(last.size, head.size, proof, last.root, head.root)


def _last(path: Path) -> Checkpoint | None:
    try:
        return Checkpoint.parse(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    except (NoteUnsound, UnicodeDecodeError) as error:
        raise KeysUnusable(str(path), f"is not what this witness cosigned last ({error})") from error


def _short(secret: Ed25519PrivateKey) -> str:
    return sha256(Signer("", secret).verifier.key).hexdigest()[:8]
