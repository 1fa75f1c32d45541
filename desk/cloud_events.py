"""An entry of the log as a CloudEvent 1.0, and back: everything that its leaf vouches for, byte for byte.

``data`` is the stored payload, as JSON where writing it again gives the same bytes, else in base64. ``envelope`` is
what the leaf hashes and ``salt`` opens the commitments in it. ``time`` is when the source said it (else when it was
recorded), ``recordedtime`` when the ledger wrote it. Each line says how long the log was and its root (``logsize``,
``logroot``), so that a file that was cut is known by its last line.
"""

from __future__ import annotations

from base64 import b64decode
from binascii import Error as NotBase64
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

import orjson
from cloudevents.core.exceptions import CloudEventValidationError
from cloudevents.core.formats.json import JSONFormat
from cloudevents.core.v1.event import CloudEvent

from ledger.adopting import Foreign
from ledger.codec import Row, from_micros, to_micros
from ledger.domain.values import parse_moment

KIND = "incident-ledger."
SEQUENCE_DIGITS = 20
_FORMAT = JSONFormat()


class LineUnfit(ValueError):
    """A line is no entry of ours, or not as it was exported; the text says why."""


@dataclass(frozen=True, slots=True)
class Whole:
    """The log that is exported: its name, how many entries it has, and the root over them in hex."""

    source: str
    size: int
    root: str


def line_of(row: Row, fingerprint: bytes | None, whole: Whole) -> str:
    """One JSON line. ``id`` is the entry's own, for ever; ``sequence`` its position, with zeros before it."""
    attributes: dict[str, object] = {
        "specversion": "1.0",
        "id": f"{row.stream_id}/{row.version}",
        "source": whole.source,
        "type": KIND + row.kind,
        "subject": row.stream_id,
        "datacontenttype": "application/json",
        "recordedtime": _time(from_micros(row.recorded_at)),
        "sequence": f"{row.position:0{SEQUENCE_DIGITS}}",
        "correlationid": row.correlation or row.command_id or f"{row.stream_id}/{row.version}",
        "causationid": row.causation or row.command_id or f"{row.stream_id}/{row.version}",
        "streamversion": row.version,
        "schemaversion": row.schema_version,
        "codebook": row.codebook,
        "salt": row.salt.hex(),
        "envelope": row.envelope.decode(),
        "leaf": row.leaf.hex(),
        "logsize": whole.size,
        "logroot": whole.root,
    }
    given = {"memberid": row.member_id, "commandid": row.command_id, "fingerprint": fingerprint and fingerprint.hex()}
    attributes |= {name: value for name, value in given.items() if value}
    fields = _json(row.payload)
    attributes["time"] = _said_at(fields) or from_micros(row.recorded_at)
    return _FORMAT.write(CloudEvent(attributes, row.payload if fields is None else fields)).decode() + "\n"


def entry_of(line: bytes) -> tuple[Foreign, Whole]:
    """The entry that a line holds, and the log it is from. Raises ``LineUnfit``."""
    try:
        fields = orjson.loads(line)
    except orjson.JSONDecodeError as error:
        raise LineUnfit("it is no line of JSON") from error
    if not isinstance(fields, dict):
        raise LineUnfit("it is no JSON object")
    payload = _payload(fields)
    try:
        CloudEvent({name: _checked(name, value) for name, value in fields.items()})
    except (CloudEventValidationError, ValueError) as error:
        raise LineUnfit("it is no CloudEvent 1.0") from error
    try:
        row = _row(fields, payload)
        whole = Whole(str(fields["source"]), _number(fields["logsize"]), str(fields["logroot"]))
        fingerprint = bytes.fromhex(fields["fingerprint"]) if "fingerprint" in fields else None
        foreign = Foreign(row, fingerprint)
        envelope, leaf = row.envelope, row.leaf.hex()
    except (KeyError, ValueError, TypeError, AttributeError, OverflowError) as error:
        raise LineUnfit(f"it lacks what an entry has, or has it in another form ({error})"[:200]) from error
    if envelope != str(fields.get("envelope")).encode() or leaf != fields.get("leaf"):
        raise LineUnfit("what it says is not what its leaf in the log vouches for")
    return foreign, whole


def _row(fields: dict[str, object], payload: bytes) -> Row:
    envelope = orjson.loads(str(fields["envelope"]))
    kind = str(fields["type"])
    if not kind.startswith(KIND):
        raise LineUnfit("it is no entry of an incident ledger")
    return Row(
        position=int(str(fields["sequence"])),
        stream_id=str(fields["subject"]),
        version=_number(fields["streamversion"]),
        kind=kind.removeprefix(KIND),
        schema_version=_number(fields["schemaversion"]),
        codebook=str(fields["codebook"]),
        recorded_at=to_micros(parse_moment(str(fields["recordedtime"]))),
        member_id=_words(fields.get("memberid")),
        command_id=_words(fields.get("commandid")),
        correlation=_words(envelope.get("correlation")),
        causation=_words(envelope.get("causation")),
        payload=payload,
        payload_hash=sha256(payload).digest(),
        salt=bytes.fromhex(str(fields["salt"])),
    )


def _payload(fields: dict[str, object]) -> bytes:
    if "data_base64" in fields:
        try:
            return b64decode(str(fields.pop("data_base64")), validate=True)
        except (NotBase64, ValueError) as error:
            raise LineUnfit("its data is no base64") from error
    if "data" not in fields:
        raise LineUnfit("it has no data")
    return orjson.dumps(fields.pop("data"))


def _json(payload: bytes) -> dict[str, object] | None:
    """The payload as JSON, where that gives the same bytes when it is written again."""
    try:
        fields = orjson.loads(payload)
    except orjson.JSONDecodeError:
        return None
    return fields if isinstance(fields, dict) and orjson.dumps(fields) == payload else None


def _said_at(fields: dict[str, object] | None) -> datetime | None:
    stated = (fields or {}).get("stated")
    said = stated.get("stated_at") if isinstance(stated, dict) else (fields or {}).get("stated_at")
    try:
        return parse_moment(said) if isinstance(said, str) else None
    except ValueError:
        return None


def _checked(name: str, value: object) -> object:
    return parse_moment(value) if name == "time" and isinstance(value, str) else value


def _time(moment: datetime) -> str:
    return moment.isoformat().replace("+00:00", "Z")


def _number(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise LineUnfit(f"{str(value)[:40]!r} is no number of an entry")
    return value


def _words(value: object) -> str | None:
    return None if value is None else str(value)
