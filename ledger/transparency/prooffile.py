"""Proof files (c2sp.org/tlog-proof): everything that shows an entry to be in a log, in one text, checked offline.

The extra line carries the entry itself, as JSON: ``entry`` is the envelope that the leaf is made of, ``payload`` what
was recorded, whose hash the envelope names. Neither is believed; both follow from the leaf or the proof is none.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from typing import Self

import orjson

from ledger.transparency.checkpoint import Checkpoint, opened_checkpoint
from ledger.transparency.note import NoteUnsound, Verifier, decoded
from ledger.transparency.proof import ProofUnsound, check_inclusion
from ledger.transparency.tree import leaf_hash

FIRST_LINE = "c2sp.org/tlog-proof@v1"
LARGEST = 1_000_000
_INDEX = re.compile(r"0|[1-9][0-9]{0,18}")


@dataclass(frozen=True, slots=True)
class ProofFile:
    """The entry at ``index`` (its envelope, and its payload where that is told) under a signed checkpoint."""

    index: int
    hashes: tuple[bytes, ...]
    checkpoint: str
    entry: bytes
    payload: bytes | None = None

    def __str__(self) -> str:
        told = {"entry": self.entry.decode()} | ({"payload": self.payload.decode()} if self.payload is not None else {})
        extra = base64.b64encode(orjson.dumps(told)).decode()
        lines = [FIRST_LINE, f"extra {extra}", f"index {self.index}"]
        lines += [base64.b64encode(each).decode() for each in self.hashes]
        return "\n".join([*lines, "", self.checkpoint])

    @classmethod
    def parse(cls, written: str) -> Self:
        """Raises ``ProofUnsound`` for what is no such file."""
        head, blank, checkpoint = written[:LARGEST].partition("\n\n")
        lines = head.split("\n")
        if lines[0] != FIRST_LINE or not blank or len(written) > LARGEST:
            raise ProofUnsound(f"it does not begin with {FIRST_LINE}, or has no checkpoint")
        extra = lines.pop(1) if len(lines) > 1 and lines[1].startswith("extra ") else None
        index = lines[1].removeprefix("index ") if len(lines) > 1 and lines[1].startswith("index ") else ""
        if extra is None or not _INDEX.fullmatch(index):
            raise ProofUnsound("it lacks the entry, or its index")
        entry, payload = _told(extra.removeprefix("extra "))
        try:
            return cls(int(index), tuple(decoded(line) for line in lines[2:]), checkpoint, entry, payload)
        except ValueError as error:
            raise ProofUnsound("a hash is no base64") from error

    def check(self, log: Iterable[Verifier]) -> Checkpoint:
        """The checkpoint under which the entry stands. Raises ``ProofUnsound``."""
        try:
            checkpoint = opened_checkpoint(self.checkpoint, log)
        except NoteUnsound as error:
            raise ProofUnsound(f"its checkpoint does not count: {error}") from error
        check_inclusion(leaf_hash(self.entry), self.index, checkpoint.size, self.hashes, checkpoint.root)
        envelope = self.envelope
        if envelope.get("index") != self.index:
            raise ProofUnsound("the entry says another index of itself")
        if self.payload is not None and sha256(self.payload).hexdigest() != envelope.get("payload"):
            raise ProofUnsound("the payload is not the one that was recorded")
        return checkpoint

    @property
    def envelope(self) -> dict[str, int | str]:
        """What the leaf vouches for. Raises ``ProofUnsound``."""
        try:
            found = orjson.loads(self.entry)
        except orjson.JSONDecodeError as error:
            raise ProofUnsound("the entry is no JSON") from error
        if not isinstance(found, dict):
            raise ProofUnsound("the entry is no JSON object")
        return found


def _told(extra: str) -> tuple[bytes, bytes | None]:
    try:
        told = orjson.loads(decoded(extra))
        payload = told.get("payload")
        return told["entry"].encode(), None if payload is None else payload.encode()
    except (ValueError, AttributeError, KeyError, TypeError) as error:
        raise ProofUnsound("what it tells of the entry is not as this program writes it") from error
