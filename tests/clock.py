"""A clock that stands still until a test moves it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

NOON = datetime(2018, 8, 1, 12, tzinfo=UTC)


class Clock:
    """Called, gives the same aware moment until ``tick`` or ``to`` moves it; goes wherever a clock is injected."""

    def __init__(self, now: datetime = NOON) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def tick(self, seconds: float = 1) -> datetime:
        """Go forward (back, if negative) and give the new moment."""
        self.now += timedelta(seconds=seconds)
        return self.now

    def to(self, now: datetime) -> datetime:
        """Go to a moment, which must be aware."""
        if now.tzinfo is None:
            raise ValueError("a clock shows aware moments only")
        self.now = now
        return now
