"""The sum of tolls that were declared disjoint: bounds, never a midpoint, and every part beside it.

A part in words ("hundreds") or without an upper bound leaves the sum a lower bound; what a part does not give is not
made up. Parts of one harm and one basis only: killed and injured together, or people and things, count no one thing.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from pydantic import JsonValue
from sqlalchemy import Connection

from ledger.domain.movement import has_number
from ledger.domain.values import Count, Quantifier
from ledger.errors import SumPartUnknown, SumUndeclared, SumUnlike
from projections.disjoint import Pair, undeclared
from projections.lines import Line, day_line, figure_line
from projections.moments import AsOf, Audience
from projections.toll_answers import toll_rows
from projections.toll_rows import TollRow
from projections.tolls import KeyFilter

_OPEN_ABOVE = frozenset({Quantifier.AT_LEAST, Quantifier.MORE_THAN, Quantifier.TENS, Quantifier.HUNDREDS,
                         Quantifier.THOUSANDS})  # fmt: skip


def is_open_above(count: Count) -> bool:
    """Whether a count says that there may be any number more; "about 100" does not."""
    return count.qualifier in _OPEN_ABOVE or (count.high is None and count.qualifier is not Quantifier.ABOUT)


@dataclass(frozen=True, slots=True)
class Sum:
    """What disjoint tolls come to at a moment. ``in_words`` are parts that give a word for a number and add none.

    ``declared`` says at which entry each pair was declared disjoint; ``lower_bound`` that more may have been counted.
    """

    count: Count
    parts: tuple[TollRow, ...]
    declared: dict[Pair, int]
    in_words: tuple[str, ...]
    position: int

    @property
    def lower_bound(self) -> bool:
        return any(is_open_above(part.count) for part in self.parts)

    @property
    def counted_to(self) -> tuple[date, date]:
        """The earliest and the latest day up to which its parts count."""
        days = [part.counted_to for part in self.parts]
        return min(days), max(days)

    def line(self) -> Line:
        first, last = self.counted_to
        pairs: list[JsonValue] = [
            {"keys": [one, other], "declared_at": at} for (one, other), at in sorted(self.declared.items())
        ]
        parts: list[JsonValue] = [part.line() for part in self.parts]
        return {
            "kind": "sum",
            **figure_line(self.count),
            "lower_bound": self.lower_bound,
            "in_words": list(self.in_words),
            "harm": self.parts[0].key.harm.value,
            "counted_to_earliest": day_line(first),
            "counted_to_latest": day_line(last),
            "key_ids": [part.key_id for part in self.parts],
            "parts": parts,
            "disjoint": pairs,
            "position": self.position,
            "stale": any(part.stale for part in self.parts),
        }


def sum_of(connection: Connection, key_ids: list[str], as_of: AsOf, audience: Audience) -> Sum:
    """The sum of tolls as known at a moment.

    Raises ``SumPartUnknown`` for a toll without a value then, ``SumUnlike`` for tolls of several harms or bases,
    ``SumUndeclared`` with every pair that nobody had declared disjoint by then.
    """
    rows = [_part(connection, key_id, as_of, audience) for key_id in key_ids]
    for name, values in (
        ("harm", {row.key.harm.value for row in rows}),
        ("basis", {row.key.basis.value if row.key.basis else "not given" for row in rows}),
    ):
        if len(values) > 1:
            raise SumUnlike(name, sorted(values))
    stand, missing = undeclared(connection, key_ids, as_of.position)
    if missing:
        raise SumUndeclared(missing)
    in_words = tuple(row.key_id for row in rows if not has_number(row.count))
    return Sum(added([row.count for row in rows]), tuple(rows), stand, in_words, as_of.position)


def _part(connection: Connection, key_id: str, as_of: AsOf, audience: Audience) -> TollRow:
    rows = toll_rows(connection, KeyFilter(key_id=key_id), as_of, audience)
    if not rows:
        raise SumPartUnknown(key_id, as_of.position)
    return rows[0]


def added(counts: list[Count]) -> Count:
    """The sum of counts of different people: each bound where every part gives it.

    "At least 62" and "hundreds" are at least 62; "up to 5" adds nothing to the lower bound; "about" makes it about.
    """
    low = sum(count.low or 0 for count in counts)
    highs = [None if is_open_above(count) else count.high for count in counts]
    high = None if None in highs else sum(it for it in highs if it is not None)
    bests = [count.best for count in counts]
    best = None if None in bests else sum(it for it in bests if it is not None)
    exact = high == low
    if exact:
        qualifier = Quantifier.EXACT
    elif any(count.qualifier is Quantifier.ABOUT for count in counts):
        qualifier, high = Quantifier.ABOUT, None
    else:
        qualifier = Quantifier.AT_LEAST if high is None else Quantifier.BETWEEN
    return Count(low=low, high=high, qualifier=qualifier, best_given=best if best != low else None)
