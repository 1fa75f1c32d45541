"""Moments: the position an answer is read at, and on the stated clock also the time up to which sources had spoken."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from enum import StrEnum

from ledger.domain.values import Value, parse_moment
from ledger.errors import UnclearMoment, UnknownPosition
from ledger.log import Log
from projections.rows import micros

_NO_LIMIT = 2**62  # microseconds; later than any statement


class Clock(StrEnum):
    """Which clock a question is about: when the ledger wrote it, or when the source said it."""

    RECORDED = "recorded"
    STATED = "stated"


class Audience(StrEnum):
    """Members see what was received with its status; the public sees reviewed values only."""

    MEMBERS = "members"
    PUBLIC = "public"


class AsOf(Value):
    """One moment of knowledge. ``stated_until`` null = no limit on the stated clock; times in UTC.

    ``asked`` is false for "now": history then shows every value ever.
    """

    position: int
    clock: Clock = Clock.RECORDED
    stated_until: datetime | None = None
    asked: bool = False

    @property
    def stated_micros(self) -> int:
        """The stated limit in microseconds, or the largest there is."""
        return _NO_LIMIT if self.stated_until is None else micros(self.stated_until)


def parse_time(text: str) -> datetime:
    """A timestamp with offset, or a bare date, which is the end of that day in UTC. Raises ``UnclearMoment``."""
    try:
        return datetime.combine(date.fromisoformat(text), time.max, UTC)
    except ValueError:
        pass
    try:
        return parse_moment(text)
    except ValueError as unclear:
        raise UnclearMoment(text) from unclear


def parse_position(text: str, head: int) -> int:
    """``@123`` or ``123``, between 0 and the head. Raises ``UnknownPosition``."""
    digits = text.removeprefix("@")
    if not (digits.isascii() and digits.isdigit()) or len(digits) > 18 or int(digits) > head:
        raise UnknownPosition(text, head)
    return int(digits)


def moment_of(log: Log, reached: int, as_of: str | None, at: str | None, clock: Clock) -> AsOf:
    """The moment that ``--as-of``, ``--at`` and ``--clock`` name; ``reached`` is where the read models stand.

    On the recorded clock T becomes a position; on the stated clock T limits what sources had said, as this ledger
    knew at the position. Raises ``UnclearMoment`` or ``UnknownPosition``.
    """
    position = parse_position(at, reached) if at is not None else reached
    asked = at is not None or as_of is not None
    if as_of is None:
        return AsOf(position=position, clock=clock, asked=asked)
    until = parse_time(as_of)
    if clock is Clock.STATED:
        return AsOf(position=position, clock=clock, stated_until=until, asked=True)
    return AsOf(position=min(position, log.position_at(until)), clock=clock, asked=True)
