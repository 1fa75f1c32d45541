"""The port of the append-only log: what the application and the followers ask of a store.

Positions are dense and 1-based: position = leaf index + 1 = tree size after the event. Recorded time never goes
back. ``ledger/store.py`` implements this on the eventsourcing library and SQLAlchemy; tests hold every
implementation to one contract suite.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from uuid import UUID

from ledger.domain.events import Event


@dataclass(frozen=True, slots=True)
class Fresh:
    """An event not yet recorded, for stream ``stream_id`` at ``version`` (0-based, dense per stream)."""

    stream_id: str
    version: int
    event: Event


@dataclass(frozen=True, slots=True)
class Entry:
    """The events one command makes, written together or not at all.

    ``fingerprint`` is SHA-256 of the command as recorded: the same ``command_id`` with another fingerprint is
    refused. ``correlation`` is the report the command belongs to, ``causation`` the event id that led to it.
    """

    command_id: UUID
    fingerprint: bytes
    member_id: str
    events: tuple[Fresh, ...]
    correlation: str | None = None
    causation: str | None = None


@dataclass(frozen=True, slots=True)
class Recorded:
    """One event as it stands in the log, with its envelope."""

    position: int
    stream_id: str
    version: int
    kind: str
    schema_version: int
    codebook: str
    recorded_at: datetime
    member_id: str
    command_id: UUID
    correlation: str | None
    causation: str | None
    event: Event


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A stored row whose kind is unknown or whose bytes do not parse; followers mark its stream STALE."""

    position: int
    stream_id: str
    version: int
    kind: str
    recorded_at: datetime
    cause: str


@dataclass(frozen=True, slots=True)
class Receipt:
    """Where a command stands in the log; ``again`` is true when it had been recorded before.

    ``first`` and ``last`` are positions; both 0 for a command that had nothing to add.
    """

    command_id: UUID
    first: int
    last: int
    recorded_at: datetime | None
    again: bool = False


@dataclass(frozen=True, slots=True)
class Head:
    """The newest position, its recorded time (None when empty) and the RFC 6962 root of all leaves so far."""

    position: int
    recorded_at: datetime | None
    root: bytes


class Log(Protocol):
    """Append, read a stream, read on from a position."""

    def append(self, entries: Sequence[Entry]) -> tuple[Receipt, ...]:
        """Write all entries in one transaction, with their leaves; one receipt each, in order.

        An entry whose ``command_id`` is known is not written again (its receipt says ``again``). Raises ``Conflict``
        when a stream has grown past an expected version, ``Refused`` when a known command_id comes with other
        content, ``Unavailable`` when the store cannot be written; in each case nothing is recorded.
        """
        ...

    def receipt(self, command_id: UUID) -> Receipt | None:
        """Where a command was recorded, or None."""
        ...

    def receipts(self, command_ids: Sequence[UUID]) -> dict[UUID, Receipt]:
        """Those of the commands that were recorded, with where: one look for many."""
        ...

    def stream(self, stream_id: str, since: int = 0) -> list[Recorded]:
        """The events of a stream from version ``since`` on. Raises ``Refused`` E-STORE-02 for an unreadable row."""
        ...

    def after(
        self, position: int, limit: int | None = None, until: int | None = None
    ) -> Iterator[Recorded | Unreadable]:
        """Events behind ``position`` in order, up to ``until`` inclusive; streams, never a list of everything."""
        ...

    def head(self) -> Head:
        """The newest position, time and root, read together."""
        ...

    def root_at(self, position: int) -> bytes:
        """RFC 6962 root over the first ``position`` leaves (SHA-256 of nothing at 0)."""
        ...

    def position_at(self, moment: datetime) -> int:
        """The last position recorded at or before ``moment`` (0 when there is none): one index seek."""
        ...

    def close(self) -> None: ...
