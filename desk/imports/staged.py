"""A staged change, and the command it is: what many changes share is made once."""

from __future__ import annotations

from datetime import date, datetime
from functools import lru_cache
from typing import NamedTuple
from uuid import UUID

from pydantic import TypeAdapter

from ledger.domain.commands import PublishedChange, RecordPublished
from ledger.domain.values import Count, Precision, Quantifier, Reason, Stated, TollKey, exactly

_REASONS = TypeAdapter(tuple[Reason, ...])


class Staged(NamedTuple):
    """One row of the staging table with its toll's key; times and days in ISO form, reasons and key as JSON."""

    id: int
    line: int
    stated_at: str
    precision: str
    counted_to: str
    op: str
    value: int | None
    reasons: bytes
    daily: int | None
    qualifier: str | None
    parts: str | None
    counted: str | None
    command_id: str
    toll_key: str

    @property
    def command(self) -> RecordPublished:
        """What recording the change asks of the ledger."""
        key, reasons = _key(self.toll_key), _reasons(self.reasons)
        return RecordPublished(
            command_id=UUID(self.command_id),
            key=key,
            counted_to=_day(self.counted_to),
            change=PublishedChange(self.op),
            count=self._count,
            stated=_stated(key.source, self.stated_at, self.precision),
            reason=reasons[0],
            more_reasons=reasons[1:],
            daily=self.daily,
            parts=_parts(self.parts) if self.parts else (),
        )

    @property
    def _count(self) -> Count | None:
        if self.counted is not None:
            return Count.model_validate_json(self.counted)
        return None if self.value is None else _count(self.value, self.qualifier)


@lru_cache(maxsize=4096)
def _key(packed: str) -> TollKey:
    return TollKey.model_validate_json(packed)


@lru_cache(maxsize=4096)
def _day(text: str) -> date:
    return date.fromisoformat(text)


@lru_cache(maxsize=4096)
def _count(value: int, qualifier: str | None) -> Count:
    return Count(low=value, qualifier=Quantifier(qualifier)) if qualifier else exactly(value)


@lru_cache(maxsize=4096)
def _stated(source: str, at: str, precision: str) -> Stated:
    return Stated(source=source, stated_at=datetime.fromisoformat(at), precision=Precision(precision))


@lru_cache(maxsize=64)
def _reasons(packed: bytes) -> tuple[Reason, ...]:
    return _REASONS.validate_json(packed)


def packed_parts(parts: tuple[Reason, ...]) -> str | None:
    """Parts of a movement for the staging table; null where there are none."""
    return _REASONS.dump_json(parts).decode() if parts else None


def _parts(packed: str) -> tuple[Reason, ...]:
    return _REASONS.validate_json(packed)
