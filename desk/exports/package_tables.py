"""The columns of the tables of a data package, as Table Schema describes them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import orjson
from pydantic import JsonValue

from ledger.domain.values import Basis, Certainty, Harm, Precision, Quantifier, Status


@dataclass(frozen=True, slots=True)
class Field:
    """One column: its type in Table Schema, whether each row has it, and the list that its words are of."""

    name: str
    kind: str = "string"
    required: bool = False
    words: type[StrEnum] | None = None

    @property
    def described(self) -> JsonValue:
        constraints: dict[str, JsonValue] = {}
        if self.required:
            constraints["required"] = True
        if self.words is not None:
            constraints["enum"] = [word.value for word in self.words]
        described: dict[str, JsonValue] = {"name": self.name, "type": self.kind}
        if self.kind == "datetime":
            described["format"] = "any"
        return {**described, "constraints": constraints} if constraints else described


def flat(value: JsonValue) -> str | int | float | bool | None:
    """A value as one cell: what has parts is JSON, and nothing of nothing is empty."""
    if isinstance(value, dict | list):
        return orjson.dumps(value).decode() if value else None
    return value


def _text(*names: str) -> tuple[Field, ...]:
    return tuple(Field(name) for name in names)


def _figure(prefix: str = "") -> tuple[Field, ...]:
    numbers = tuple(Field(f"{prefix}{bound}", "integer") for bound in ("low", "best", "high"))
    return (*numbers, Field(f"{prefix}qualifier", words=Quantifier), Field(f"{prefix}breakdown", "array"))


def _times(*names: str) -> tuple[Field, ...]:
    return tuple(Field(name, "datetime", True) for name in names)


_STATUS = Field("status", required=True, words=Status)
_WHY = (Field("reasons", "array"), Field("unexplained", "integer"))
_READ = Field("position", "integer", True)

TOLLS = (
    Field("key_id", required=True),
    Field("source", required=True),
    *_text("place", "place_id"),
    Field("group", required=True),
    Field("affiliation"),
    Field("harm", required=True, words=Harm),
    *_text("cause", "perpetrator", "perpetrator_id"),
    Field("period_start", "date"),
    Field("basis", words=Basis),
    Field("counted_to", "date", True),
    *_figure(),
    _STATUS,
    *_times("stated_at", "recorded_at"),
    Field("previous_counted_to", "date"),
    Field("previous_best", "integer"),
    *_WHY,
    Field("stale", "boolean", True),
    _READ,
)
HISTORY = (
    Field("key_id", required=True),
    Field("counted_to", "date", True),
    *_figure(),
    Field("known_from", "datetime", True),
    Field("known_until", "datetime"),
    Field("from_position", "integer", True),
    Field("until_position", "integer"),
    *_WHY,
    _STATUS,
    Field("withdrawn", "boolean", True),
    Field("withdrawal_reasons", "array"),
    *_times("stated_at", "recorded_at"),
    Field("stale", "boolean", True),
    _READ,
)
INCIDENTS = (
    Field("incident_id", required=True),
    Field("kind", required=True),
    Field("occurred_start", "date"),
    Field("occurred_end", "date"),
    Field("occurred_precision", required=True, words=Precision),
    *_text("place", "place_id", "perpetrator", "perpetrator_id", "target", "target_id", "means"),
    *(field for harm in ("killed", "injured", "affected") for field in _figure(f"{harm}_")),
    Field("certainty", required=True, words=Certainty),
    Field("flags", "array"),
    Field("source", required=True),
    Field("sources", "integer", True),
    _STATUS,
    *_times("stated_at", "recorded_at"),
    Field("stale", "boolean", True),
    _READ,
)
CORRECTIONS = (
    Field("position", "integer", True),
    Field("id", required=True),
    Field("entry_id", required=True),
    Field("kind", required=True),
    Field("outcome", required=True),
    Field("counted_to", "date"),
    *_text("old", "new"),
    *_WHY,
    *_text("who", "reporter"),
    *_times("stated_at", "recorded_at"),
    Field("report_id"),
    Field("read_at", "integer", True),
)
CODES = (Field("list", required=True), Field("code", required=True), Field("meaning", required=True))
