"""One change that a publisher made to one counted day, as an import reads it; and what it is called by."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from uuid import UUID, uuid5

from ledger.domain.commands import PublishedChange
from ledger.domain.values import Basis, Count, Harm, Precision, Quantifier, Reason, folded

SPACE = UUID("0c6e8a52-6f1d-4c39-9f4b-8a4b1f0f3a77")
"""Namespace of the command ids of imported changes: the same change has the same id wherever it is read again."""


@dataclass(frozen=True, slots=True)
class KeyWords:
    """The nine parts of a toll key in the publisher's own words, null = not given; days as ``YYYY-MM-DD``."""

    source: str
    place: str | None
    group: str
    affiliation: str | None
    harm: Harm
    cause: str | None
    perpetrator: str | None
    period_start: date | None
    basis: Basis | None
    place_id: str | None = None
    perpetrator_id: str | None = None
    """Ids of the lists, where the file gives them beside the words."""

    @property
    def normalised(self) -> str:
        """What two keys are compared by: words folded, days in ISO form."""
        words = (self.source, self.place, self.group, self.affiliation, self.cause, self.perpetrator)
        coded = (self.harm.value, self.period_start, self.basis.value if self.basis else None)
        ids = [f"{which}:{it}" for which, it in (("place", self.place_id), ("by", self.perpetrator_id)) if it]
        return "\x1f".join([*(folded(it) if it else "" for it in words), *(str(it or "") for it in coded), *ids])


@dataclass(frozen=True, slots=True)
class Change:
    """What was done to one counted day. ``value`` is null in a withdrawal; ``stated_at`` is aware.

    ``daily`` is the publisher's own count of the day beside the running one, where it gives one, and ``parts`` what it
    says that is made of; ``qualifier`` null = exactly ``value``; ``precision`` says how well ``stated_at`` is known.
    ``count`` is the whole figure where it is more than a number and a word: bounds, parts of its own.
    """

    key: KeyWords
    stated_at: datetime
    counted_to: date
    op: PublishedChange
    value: int | None
    reason: Reason
    daily: int | None = None
    qualifier: Quantifier | None = None
    parts: tuple[Reason, ...] = ()
    precision: Precision = Precision.EXACT
    count: Count | None = None
    more_reasons: tuple[Reason, ...] = ()


def change_id(change: Change, key: str) -> UUID:
    """The id of the first such change of a file; ``key`` is its normalised key."""
    moment = change.stated_at.astimezone(UTC).isoformat()
    why = (change.reason.code.value, change.reason.amount)
    fields: tuple[object, ...] = (moment, key, change.counted_to, change.op.value, change.value, *why, change.daily)
    fields += (change.qualifier.value,) if change.qualifier else ()
    fields += tuple(f"{part.code.value}={part.amount}" for part in change.parts)
    fields += tuple(f"{it.code.value}={it.amount}" for it in change.more_reasons)
    fields += (change.count.model_dump_json(exclude_none=True),) if change.count else ()
    return uuid5(SPACE, "\x1e".join("" if it is None else str(it) for it in fields))


def repeated_id(first: UUID, count: int) -> UUID:
    """The id of the ``count``-th among equal changes of a file."""
    return first if count == 1 else uuid5(first, str(count))
