"""Records a batch of commands in one transaction: what is known is skipped, what moved on is a conflict."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from sqlalchemy import Connection, func, insert, select

from ledger import schema
from ledger.codec import command_text, encode, from_micros
from ledger.domain.events import CODEBOOK
from ledger.errors import CommandIdReused, StreamMoved
from ledger.log import Entry, Receipt
from ledger.tail import Unplaced, extend, tail

_IN_ONE_QUERY = 500


@dataclass(frozen=True, slots=True)
class Known:
    """A command that is in the log already."""

    fingerprint: bytes
    receipt: Receipt


def known_commands(connection: Connection, texts: Sequence[str]) -> dict[str, Known]:
    """Those of the command ids (as text) that are recorded, each with the receipt it has had since."""
    columns = schema.commands.c
    known = {}
    for chunk in _chunks(texts):
        for row in connection.execute(select(schema.commands).where(columns.command_id.in_(chunk))):
            recorded_at = from_micros(row.recorded_at) if row.first else None
            receipt = Receipt(UUID(row.command_id), row.first, row.last, recorded_at, again=True)
            known[row.command_id] = Known(row.fingerprint, receipt)
    return known


def unplaced(entry: Entry) -> list[Unplaced]:
    """The events of a command as they will be stored."""
    return [
        Unplaced(
            stream_id=fresh.stream_id,
            version=fresh.version,
            kind=fresh.event.kind,
            payload=encode(fresh.event),
            schema_version=fresh.event.schema_version,
            codebook=CODEBOOK,
            member_id=entry.member_id,
            command_id=command_text(entry.command_id),
            correlation=entry.correlation,
            causation=entry.causation,
        )
        for fresh in entry.events
    ]


def record(
    connection: Connection, entries: Sequence[Entry], stored: Sequence[list[Unplaced]], now: int
) -> tuple[Receipt, ...]:
    """Write what is new of ``entries`` (``stored`` are their events); ``now`` is in microseconds.

    Raises ``CommandIdReused`` or ``StreamMoved``; the caller's transaction is then to be rolled back.
    """
    known = known_commands(connection, [command_text(entry.command_id) for entry in entries])
    end = tail(connection)
    fresh: list[Unplaced] = []
    receipts: list[Receipt] = []
    for entry, events in zip(entries, stored, strict=True):
        text = command_text(entry.command_id)
        if text in known:
            if known[text].fingerprint != entry.fingerprint:
                raise CommandIdReused(entry.command_id)
            receipts.append(known[text].receipt)
            continue
        first = end.position + len(fresh) + 1 if events else 0
        last = end.position + len(fresh) + len(events) if events else 0
        receipt = Receipt(entry.command_id, first, last, None)
        known[text] = Known(entry.fingerprint, replace(receipt, again=True))
        receipts.append(receipt)
        fresh += events
    _check_versions(connection, fresh)
    times = {row.position: row.recorded_at for row in extend(connection, fresh, now, end)}
    written = [(entry, receipt) for entry, receipt in zip(entries, receipts, strict=True) if not receipt.again]
    if written:
        connection.execute(
            insert(schema.commands),
            [
                {
                    "command_id": command_text(entry.command_id),
                    "fingerprint": entry.fingerprint,
                    "first": receipt.first,
                    "last": receipt.last,
                    "recorded_at": times.get(receipt.last, now),
                }
                for entry, receipt in written
            ],
        )
    return tuple(
        replace(receipt, recorded_at=from_micros(times[receipt.last])) if receipt.last in times else receipt
        for receipt in receipts
    )


def _check_versions(connection: Connection, fresh: Sequence[Unplaced]) -> None:
    """Raise ``StreamMoved`` unless every event is the next of its stream, counting those before it in the batch."""
    expected = _next_versions(connection, list({event.stream_id for event in fresh}))
    for event in fresh:
        stands_at = expected.get(event.stream_id, 0)
        if event.version != stands_at:
            raise StreamMoved(event.stream_id, event.version, stands_at)
        expected[event.stream_id] = stands_at + 1


def _next_versions(connection: Connection, stream_ids: Sequence[str]) -> dict[str, int]:
    columns = schema.events.c
    versions: dict[str, int] = {}
    for chunk in _chunks(stream_ids):
        query = select(columns.stream_id, func.max(columns.version)).where(columns.stream_id.in_(chunk))
        for stream_id, version in connection.execute(query.group_by(columns.stream_id)):
            versions[stream_id] = version + 1
    return versions


def _chunks(items: Sequence[str]) -> Iterator[Sequence[str]]:
    for at in range(0, len(items), _IN_ONE_QUERY):
        yield items[at : at + _IN_ONE_QUERY]
