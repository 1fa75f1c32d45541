"""The log's port held in memory, written by hand and apart from the store, for tests of what is built upon it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from hashlib import sha256
from uuid import UUID

from ledger.codec import Row, encode, to_micros
from ledger.domain.events import CODEBOOK
from ledger.errors import CommandIdReused, StreamMoved
from ledger.log import Entry, Head, Receipt, Recorded, Unreadable
from tests.ledger.naive_tree import naive_root


class MemoryLog:
    """``ledger.log.Log`` in lists."""

    def __init__(self, *, clock: Callable[[], datetime]) -> None:
        self._clock = clock
        self._events: list[Recorded] = []
        self._leaves: list[bytes] = []
        self._receipts: dict[UUID, tuple[bytes, Receipt]] = {}
        self._lock = threading.RLock()

    def append(self, entries: Sequence[Entry]) -> tuple[Receipt, ...]:
        with self._lock:
            before = (list(self._events), list(self._leaves), dict(self._receipts))
            try:
                return tuple(self._append_one(entry) for entry in entries)
            except (CommandIdReused, StreamMoved, ValueError):
                self._events, self._leaves, self._receipts = before
                raise

    def _append_one(self, entry: Entry) -> Receipt:
        if entry.command_id in self._receipts:
            fingerprint, receipt = self._receipts[entry.command_id]
            if fingerprint != entry.fingerprint:
                raise CommandIdReused(entry.command_id)
            return replace(receipt, again=True)
        first = len(self._events) + 1
        for fresh in entry.events:
            stands_at = sum(recorded.stream_id == fresh.stream_id for recorded in self._events)
            if fresh.version != stands_at:
                raise StreamMoved(fresh.stream_id, fresh.version, stands_at)
            recorded = Recorded(
                position=len(self._events) + 1,
                stream_id=fresh.stream_id,
                version=fresh.version,
                kind=fresh.event.kind,
                schema_version=fresh.event.schema_version,
                codebook=CODEBOOK,
                recorded_at=self._next_moment(),
                member_id=entry.member_id,
                command_id=entry.command_id,
                correlation=entry.correlation,
                causation=entry.causation,
                event=fresh.event,
            )
            self._events.append(recorded)
            self._leaves.append(_leaf(recorded))
        if entry.events:
            receipt = Receipt(entry.command_id, first, len(self._events), self._events[-1].recorded_at)
        else:
            receipt = Receipt(entry.command_id, 0, 0, None)
        self._receipts[entry.command_id] = (entry.fingerprint, receipt)
        return receipt

    def _next_moment(self) -> datetime:
        now = self._clock()
        return max(now, self._events[-1].recorded_at + timedelta(microseconds=1)) if self._events else now

    def receipt(self, command_id: UUID) -> Receipt | None:
        known = self._receipts.get(command_id)
        return replace(known[1], again=True) if known else None

    def receipts(self, command_ids: Sequence[UUID]) -> dict[UUID, Receipt]:
        return {each: known for each in command_ids if (known := self.receipt(each)) is not None}

    def stream(self, stream_id: str, since: int = 0) -> list[Recorded]:
        return [each for each in list(self._events) if each.stream_id == stream_id and each.version >= since]

    def after(
        self, position: int, limit: int | None = None, until: int | None = None
    ) -> Iterator[Recorded | Unreadable]:
        until = len(self._events) if until is None else min(until, len(self._events))
        if limit is not None:
            until = min(until, position + limit)
        for index in range(position, until):
            yield self._events[index]

    def head(self) -> Head:
        with self._lock:
            moment = self._events[-1].recorded_at if self._events else None
            return Head(len(self._events), moment, naive_root(self._leaves))

    def root_at(self, position: int) -> bytes:
        return naive_root(self._leaves[:position])

    def position_at(self, moment: datetime) -> int:
        return sum(recorded.recorded_at <= moment for recorded in list(self._events))

    def close(self) -> None:
        pass


def _leaf(recorded: Recorded) -> bytes:
    payload = encode(recorded.event)
    return Row(
        position=recorded.position,
        stream_id=recorded.stream_id,
        version=recorded.version,
        kind=recorded.kind,
        schema_version=recorded.schema_version,
        codebook=recorded.codebook,
        recorded_at=to_micros(recorded.recorded_at),
        member_id=recorded.member_id,
        command_id=str(recorded.command_id),
        correlation=recorded.correlation,
        causation=recorded.causation,
        payload=payload,
        payload_hash=sha256(payload).digest(),
        salt=sha256(str(recorded.position).encode()).digest()[:16],
    ).leaf
