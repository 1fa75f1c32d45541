"""Verifies a log: every entry from its stored bytes, and the whole against heads that were signed before.

What a log says of itself can be rewritten together with it. Only a checkpoint that somebody else kept shows that: the
findings say what was found, and whoever reports them must say whether anything from outside was compared at all.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from hashlib import sha256

from ledger.codec import FOREIGN, Row
from ledger.domain.events import KINDS
from ledger.errors import StoreUnreachable
from ledger.store import PAGE, SqlLog
from ledger.transparency.checkpoint import Checkpoint
from ledger.transparency.tiles import TileReader, TileUnfit
from ledger.transparency.tree import EMPTY_ROOT, HASH_SIZE, Frontier

_NO_LEAF = bytes(HASH_SIZE)

MOST_MOVED = 100
"""Rows that are not what their leaf was made from, up to which it is asked whether they changed places."""


class Found(StrEnum):
    """What can be wrong with a log."""

    EDITED = "edited"
    DELETED = "deleted"
    REORDERED = "reordered"
    EXTRA = "extra"
    TRUNCATED = "truncated"
    REWRITTEN = "rewritten"
    BAD_SIGNATURE = "bad_signature"
    SPLIT_VIEW = "split_view"
    STALE = "stale"
    UNREADABLE = "unreadable"
    PROJECTION_DIFFERS = "projection_differs"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong, at the index (from 0) of the entry where it is seen; null = of no single entry."""

    code: Found
    index: int | None
    what: str


@dataclass(frozen=True, slots=True)
class SignedHead:
    """A checkpoint whose signature was checked, and who kept it."""

    checkpoint: Checkpoint
    kept_by: str


@dataclass(frozen=True, slots=True)
class Verified:
    """``size`` entries were read, and their ``root`` is this; nothing wrong with them = no findings."""

    size: int
    root: bytes
    findings: tuple[Finding, ...]


def verify(log: SqlLog, heads: Sequence[SignedHead] = (), tiles: TileReader | None = None) -> Verified:
    """Read the log from its first entry to its last and compare it with heads that were signed.

    ``tiles`` only help to say which entry was the first that is not what it was. Never raises for what a log holds.
    """
    reading = _Reading([head.checkpoint.size for head in heads])
    try:
        head = log.head()
        for row, stored in log.stored(until=head.position):
            reading.add(row, stored)
        reading.finish(head.position, head.root, log.behind_head())
        stray = log.stray_command()
        if stray is not None:
            reading.note(Found.EDITED, stray - 1, "the list of commands does not fit the entries")
    except (StoreUnreachable, TypeError, ValueError, OverflowError) as error:
        reading.note(Found.UNREADABLE, reading.reached, f"what follows cannot be read ({error})")
    found = [*reading.findings, *_compared(log, reading, heads, tiles)]
    return Verified(reading.reached, reading.root, tuple(found))


class _Reading:
    """One pass over the rows: what is wrong with them, and the roots that are asked for."""

    def __init__(self, sizes: Sequence[int]) -> None:
        self.findings: list[Finding] = []
        self.reached = 0
        self.roots: dict[int, bytes] = {0: EMPTY_ROOT}
        self._frontier = Frontier()
        self._leaves: list[bytes] = []
        self._wanted = frozenset(sizes)
        self._versions: dict[str, int] = {}
        self._time = 0
        self._changed: list[tuple[Row, bytes, str]] = []

    def note(self, code: Found, index: int | None, what: str) -> None:
        self.findings.append(Finding(code, index, what))

    def add(self, row: Row, stored: bytes) -> None:
        index = row.position - 1
        if index > self.reached:
            self.note(Found.DELETED, self.reached, f"{index - self.reached} entries are not there")
        leaf, cause = leaf_of(row)
        if leaf != stored:
            self._changed.append((row, stored, cause or "it is not what its leaf was made from"))
        elif row.kind not in KINDS and not row.kind.startswith(FOREIGN):
            self.note(Found.UNREADABLE, index, "its kind is not known to this program")
        self._in_order(row, index)
        # A leaf vouches for what stood here even where it stands no more, so that one edit is one finding.
        self._leaves.append(stored if _is_hash(stored) else leaf or _NO_LEAF)
        self.reached = row.position
        if self.reached in self._wanted:
            self.roots[self.reached] = self.root
        elif len(self._leaves) == PAGE:
            self._grow()

    @property
    def root(self) -> bytes:
        """The root over what was read so far."""
        self._grow()
        return self._frontier.root

    def _grow(self) -> None:
        self._frontier = self._frontier.extended(self._leaves)
        self._leaves.clear()

    def _in_order(self, row: Row, index: int) -> None:
        if not (_is_number(row.recorded_at) and _is_number(row.version)):
            return  # which is a finding already
        if row.recorded_at <= self._time:
            self.note(Found.REORDERED, index, "it was recorded no later than an entry in front of it")
        self._time = max(self._time, row.recorded_at)
        expected = self._versions.get(row.stream_id, 0)
        if row.version != expected:
            self.note(
                Found.DELETED, index, f"version {expected} of its stream is not there before version {row.version}"
            )
        self._versions[row.stream_id] = row.version + 1

    def finish(self, head: int, root: bytes, behind: int | None) -> None:
        """What the rows together are wrong in: ``head`` and ``root`` are what the log says of itself."""
        self.findings += _changed_places(self._changed)
        if behind is not None:
            self.note(Found.EXTRA, behind - 1, f"it stands behind the head of the log, which is at {head}")
        if self.reached < head:
            self.note(Found.TRUNCATED, self.reached, f"the log ends here, and its head is at {head}")
        elif not self.findings and self.root != root:
            self.note(Found.EDITED, None, "the head of the log does not follow from its entries")


def _is_number(stored: object) -> bool:
    return isinstance(stored, int)


def _is_hash(stored: object) -> bool:
    return isinstance(stored, bytes) and len(stored) == HASH_SIZE


def leaf_of(row: Row) -> tuple[bytes, str]:
    """The leaf of a row from its bytes as they are stored; else nothing, and why."""
    try:
        if sha256(row.payload).digest() != row.payload_hash:
            return b"", "its bytes are not those that were recorded"
        return row.leaf, ""
    except (TypeError, ValueError, AttributeError, OverflowError):  # SQLite holds any type in any column
        return b"", "it has a field of a type that no entry has"


def _changed_places(changed: Sequence[tuple[Row, bytes, str]]) -> Iterator[Finding]:
    """Tell rows that changed places from rows that were changed."""
    for row, _stored, cause in changed:
        others = changed[:MOST_MOVED] if not leaf_of(row)[1] else ()
        moved = (replace(row, position=other.position).leaf == leaf for other, leaf, _ in others if other is not row)
        if any(moved):
            yield Finding(Found.REORDERED, row.position - 1, "what stands here was recorded as another entry")
        else:
            yield Finding(Found.EDITED, row.position - 1, cause)


def _compared(
    log: SqlLog, reading: _Reading, heads: Sequence[SignedHead], tiles: TileReader | None
) -> Iterator[Finding]:
    """What the signed heads say against the log, and against each other."""
    unlike = []
    for head in heads:
        size = head.checkpoint.size
        if size > reading.reached:
            what = f"the log ends here, and {size} entries were signed in the checkpoint of {head.kept_by}"
            yield Finding(Found.TRUNCATED, reading.reached, what)
        elif reading.roots.get(size) != head.checkpoint.root:
            unlike.append(head)
            index = _first_unlike(log, tiles, head.checkpoint)
            what = f"the first {size} entries are not those of the checkpoint of {head.kept_by}"
            yield Finding(Found.REWRITTEN, index, what)
    like = [head for head in heads if reading.roots.get(head.checkpoint.size) == head.checkpoint.root]
    for head in unlike:
        other = next((it for it in like if it.checkpoint.size >= head.checkpoint.size > 0), None)
        if other is not None:
            what = f"one key signed the checkpoints of {head.kept_by} and of {other.kept_by}, which cannot both be true"
            yield Finding(Found.SPLIT_VIEW, None, what)
    for at, head in enumerate(heads):
        for other in heads[at + 1 :]:
            same_size = other.checkpoint.size == head.checkpoint.size
            if same_size and other.checkpoint.root != head.checkpoint.root:
                what = f"the checkpoints of {head.kept_by} and of {other.kept_by} give one size two roots"
                yield Finding(Found.SPLIT_VIEW, None, what)


def _first_unlike(log: SqlLog, tiles: TileReader | None, head: Checkpoint) -> int | None:
    """The first entry that is not what the tiles have, where the tiles are those of the signed head."""
    if tiles is None or tiles.size < head.size:
        return None
    try:
        if tiles.root(head.size) != head.root:
            return None
        for row in log.rows(until=head.size):
            if leaf_of(row)[0] != tiles.leaf(row.position - 1):
                return row.position - 1
    except (TileUnfit, StoreUnreachable):
        return None
    return None
