"""Checkpoints (c2sp.org/tlog-checkpoint): origin, size and root of the tree in a signed note; and cosignatures on them.

The log's key name is its origin. A witness signs the same text together with a time (c2sp.org/tlog-cosignature).
"""

from __future__ import annotations

import base64
import re
import struct
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

from ledger.transparency.note import COSIGNATURE, Note, NoteUnsound, Signature, Signer, Verifier, decoded, opened
from ledger.transparency.tree import HASH_SIZE

_SIZE = re.compile(r"0|[1-9][0-9]{0,18}")
_TIMED = struct.Struct(">Q64s")
_LATEST = 2**63 - 1


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """The head of a log: ``root`` over its first ``size`` leaves; what ``extensions`` say is nobody's to check."""

    origin: str
    size: int
    root: bytes
    extensions: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """What is signed."""
        lines = [self.origin, str(self.size), base64.b64encode(self.root).decode(), *self.extensions]
        return "\n".join(lines) + "\n"

    @classmethod
    def parse(cls, text: str) -> Self:
        """The head that a note's text states. Raises ``NoteUnsound``."""
        lines = text.removesuffix("\n").split("\n")
        if not text.endswith("\n") or len(lines) < 3 or not all(lines):
            raise NoteUnsound("a checkpoint has three lines and more, none of them empty")
        origin, size, encoded, *extensions = lines
        if not _SIZE.fullmatch(size):
            raise NoteUnsound("the size of the tree is no number as checkpoints write it")
        try:
            root = decoded(encoded)
        except ValueError as error:
            raise NoteUnsound("the root is no base64") from error
        if len(root) != HASH_SIZE:
            raise NoteUnsound(f"the root is not {HASH_SIZE} bytes")
        return cls(origin, int(size), root, tuple(extensions))

    def signed(self, signer: Signer) -> Note:
        """The checkpoint under the log's own key."""
        return Note(self.text).signed(signer)


def opened_checkpoint(written: str, log: Iterable[Verifier]) -> Checkpoint:
    """The checkpoint of a note that one of the log's keys signed. Raises ``NoteUnsound``."""
    keys = list(log)
    checkpoint = Checkpoint.parse(opened(written, keys).text)
    if checkpoint.origin not in {key.name for key in keys}:
        raise NoteUnsound(f"it is a checkpoint of {checkpoint.origin}, whose key is not trusted here")
    return checkpoint


def cosigned(text: str, witness: Signer, seconds: int) -> Signature:
    """A witness's line under a checkpoint's text; ``seconds`` since 1970."""
    signed = _TIMED.pack(seconds, witness.sign(_timed(text, seconds)))
    return Signature(witness.name, witness.verifier.key_id, signed)


def cosigned_at(note: Note, witness: Verifier) -> int | None:
    """When a witness cosigned the note, in seconds since 1970; None where it did not. Raises ``NoteUnsound``."""
    if witness.kind != COSIGNATURE:
        raise ValueError("a witness has a key for cosignatures")
    signature = note.by(witness)
    if signature is None:
        return None
    if len(signature.signed) != _TIMED.size:
        raise NoteUnsound(f"the cosignature of {witness.name} is malformed")
    seconds, signed = _TIMED.unpack(signature.signed)
    if seconds > _LATEST or not witness.holds(_timed(note.text, seconds), signed):
        raise NoteUnsound(f"the cosignature of {witness.name} is not its own")
    return int(seconds)


def _timed(text: str, seconds: int) -> bytes:
    return f"cosignature/v1\ntime {seconds}\n{text}".encode()
