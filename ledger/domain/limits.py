"""What no statement may exceed, whatever it is about: the future, and the number of people of any war."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from ledger.domain.commands import Acting
from ledger.domain.values import Casualties, Count
from ledger.errors import ImplausibleCount, InTheFuture

CLOCK_SKEW = timedelta(days=1)
"""A day ahead of our clock is still today somewhere on Earth."""

LARGEST_PLAUSIBLE = 10_000_000
"""More people than this in one figure is a misreading: the deadliest single toll of our sources is below it."""


def not_ahead(field: str, when: date | None, acting: Acting) -> None:
    """Refuse a day or moment that has not come yet anywhere. Raises ``InTheFuture``."""
    if when is None:
        return
    latest = acting.at + CLOCK_SKEW
    ahead = when > latest if isinstance(when, datetime) else when > latest.date()
    if ahead:
        raise InTheFuture(field, (when.date() if isinstance(when, datetime) else when).isoformat())


def plausible(*counts: Count | None) -> None:
    """Refuse a figure beyond any war's, in a breakdown too. Raises ``ImplausibleCount``."""
    for count in counts:
        if count is None:
            continue
        parts = [bound for part in count.breakdown for bound in (part.low, part.high)]
        for number in (count.low, count.best_given, count.high, *parts):
            if number is not None and number > LARGEST_PLAUSIBLE:
                raise ImplausibleCount(number, LARGEST_PLAUSIBLE)


def plausible_harm(casualties: Casualties) -> None:
    """``plausible`` for everyone harmed in one incident."""
    plausible(casualties.killed, casualties.injured, casualties.affected)
