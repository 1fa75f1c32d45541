"""Events to stored bytes and back, and the envelope that a Merkle leaf is made of.

The stored name is the event's ``kind``; a kind outside the closed registry is never imported, whatever a row says.
Bytes are hashed as stored and never serialised again. The envelope is canonical JSON as of RFC 8785: ASCII keys,
integers and strings only, sorted.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from hashlib import sha256
from uuid import UUID

import orjson
from pydantic import ValidationError

from ledger.domain.events import KINDS, Event
from ledger.domain.upcast import STEPS, Fields, upcast
from ledger.transparency.tree import leaf_hash

FOREIGN = "stock:"
"""Prefix of the kinds that a stock eventsourcing application recorded; ours to keep, never ours to read."""

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
_HOUR_MICROS = 3_600_000_000


class Undecodable(Exception):
    """The stored bytes are not an event of a known kind; the text says why."""


def to_micros(moment: datetime) -> int:
    """Microseconds since 1970-01-01T00:00Z, exact. ``moment`` has an offset."""
    return (moment - _EPOCH) // _MICROSECOND


def from_micros(micros: int) -> datetime:
    """Inverse of ``to_micros``, in UTC."""
    return _EPOCH + micros * _MICROSECOND


def encode(event: Event) -> bytes:
    """The bytes to store. Raises ``ValueError`` for a class that is not in the registry under its own kind."""
    if KINDS.get(event.kind) is not type(event):
        raise ValueError(f"{type(event).__name__} is not the event of kind {event.kind!r}")
    return event.model_dump_json().encode()


def decode(kind: str, schema_version: int, payload: bytes, payload_hash: bytes) -> Event:
    """The event of a stored row. Raises ``Undecodable``."""
    event_class = KINDS.get(kind)
    if event_class is None:
        raise Undecodable("recorded by another application" if kind.startswith(FOREIGN) else "unknown kind")
    if schema_version > event_class.schema_version:
        raise Undecodable(f"schema {schema_version} is newer than this program")
    if sha256(payload).digest() != payload_hash:
        raise Undecodable("the bytes are not those that were recorded")
    try:
        if schema_version == event_class.schema_version:
            return event_class.model_validate_json(payload)
        return event_class.model_validate(upcast(kind, schema_version, _fields(payload), STEPS))
    except (ValidationError, orjson.JSONDecodeError, LookupError, TypeError) as error:  # the last two: an upcast
        raise Undecodable(f"the bytes do not make a {kind}") from error


def _fields(payload: bytes) -> Fields:
    parsed = orjson.loads(payload)
    if not isinstance(parsed, dict):
        raise Undecodable("the bytes are not a JSON object")
    return parsed


@dataclass(frozen=True, slots=True)
class Row:
    """One event as stored, with its place in the log; ``salt`` opens the commitments in its leaf."""

    position: int
    stream_id: str
    version: int
    kind: str
    schema_version: int
    codebook: str
    recorded_at: int
    member_id: str | None
    command_id: str | None
    correlation: str | None
    causation: str | None
    payload: bytes
    payload_hash: bytes
    salt: bytes

    @property
    def envelope(self) -> bytes:
        """Canonical JSON of everything the leaf vouches for; absent parts have no key."""
        parts: dict[str, int | str] = {
            "index": self.position - 1,
            "stream": self.stream_id,
            "version": self.version,
            "kind": self.kind,
            "schema": self.schema_version,
            "codebook": self.codebook,
            "payload": self.payload_hash.hex(),
            "hour": _hour(self.recorded_at // _HOUR_MICROS),
            "time": committed(self.salt, "time", str(self.recorded_at)),
        }
        if self.member_id is not None:
            parts["member"] = committed(self.salt, "member", self.member_id)
        if self.command_id is not None:
            parts["command"] = committed(self.salt, "command", self.command_id)
        if self.correlation is not None:
            parts["correlation"] = self.correlation
        if self.causation is not None:
            parts["causation"] = self.causation
        return orjson.dumps(parts, option=orjson.OPT_SORT_KEYS)

    @property
    def leaf(self) -> bytes:
        """RFC 6962 leaf hash of the envelope."""
        return leaf_hash(self.envelope)


@lru_cache(maxsize=64)  # whoever reads a log meets thousands of entries of one hour
def _hour(hours: int) -> str:
    return from_micros(hours * _HOUR_MICROS).strftime("%Y-%m-%dT%HZ")


def committed(salt: bytes, tag: str, value: str) -> str:
    """SHA-256(salt ‖ tag ‖ 0x00 ‖ value) in hex: binds the value and tells nobody what it is without the salt."""
    return sha256(salt + tag.encode() + b"\x00" + value.encode()).hexdigest()


def command_text(command_id: UUID) -> str:
    """A command id as stored and committed to: 36 lower-case characters."""
    return str(command_id)
