"""A party and what is known of it: names, the one it is part of, whom it follows, where and when it acts."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from enum import StrEnum

from pydantic import BaseModel, ConfigDict


class ActorKind(StrEnum):
    """What sort of party it is. ``unidentified``: a text says that nobody knows who it was, which is not the same as
    a text that names nobody."""

    STATE = "state"
    SECURITY = "security"
    ARMED_GROUP = "armed_group"
    MILITIA = "militia"
    PEACEKEEPERS = "peacekeepers"
    CIVIL_BODY = "civil_body"
    CIVILIANS = "civilians"
    UNIDENTIFIED = "unidentified"


class Allegiance(BaseModel):
    """Whom a party has sworn to, fights for or is armed by without being part of it, and in which days (inclusive)."""

    model_config = ConfigDict(frozen=True)

    to: str
    since: date | None = None
    until: date | None = None

    def holds(self, on: date | None) -> bool:
        """Whether it stood on the day; without a day, whether it ever did."""
        return on is None or ((self.since or on) <= on <= (self.until or on))


class ActorEntry(BaseModel):
    """A party of the list.

    ``parent`` is the party it is part of. ``aliases`` mean it wherever they stand; ``local_names`` ("the army") mean it
    only in its ``countries`` (ISO 3166 codes in lower case). ``since`` and ``until``: the days in which it exists.
    """

    model_config = ConfigDict(frozen=True)

    id: str
    name_en: str
    name_ar: str
    parent: str | None = None
    allegiance: tuple[Allegiance, ...] = ()
    kind: ActorKind = ActorKind.ARMED_GROUP
    countries: frozenset[str] = frozenset()
    since: date | None = None
    until: date | None = None
    aliases: tuple[str, ...] = ()
    local_names: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Every name that means this party wherever it stands."""
        return tuple(dict.fromkeys(filter(None, (self.name_en, self.name_ar, *self.aliases))))

    @property
    def is_unidentified(self) -> bool:
        return self.kind is ActorKind.UNIDENTIFIED

    def existed(self, on: date) -> bool:
        return (self.since or on) <= on <= (self.until or on)

    def followed(self, on: date | None = None) -> tuple[str, ...]:
        """The ids of the parties it follows on a day; without one, those it ever followed."""
        return tuple(it.to for it in self.allegiance if it.holds(on))


def first_day(written: str) -> date:
    """The first day of ``2016``, ``2016-05`` or ``2016-05-21``. Raises ``ValueError``."""
    parts = written.split("-")
    if len(parts) > 3:
        raise ValueError(written)
    year, month, day = (*parts, "1", "1")[:3]
    return date(_number(year, 4), _number(month), _number(day))


def last_day(written: str) -> date:
    """The last day of ``2018``, ``2018-07`` or ``2018-07-31``. Raises ``ValueError``."""
    parts = written.split("-")
    if len(parts) > 2:
        return first_day(written)
    year, month = _number(parts[0], 4), _number(parts[1]) if len(parts) == 2 else 12
    return date(year, month, monthrange(year, month)[1])


def allegiance(written: str) -> Allegiance:
    """``islamic-state`` or ``islamic-state@2016-05-21/2018-07-31``, either day left out where it is not known.

    Raises ``ValueError``.
    """
    to, at, days = written.partition("@")
    since, slash, until = days.partition("/")
    if not to or (at and not slash):
        raise ValueError(written)
    return Allegiance(to=to, since=first_day(since) if since else None, until=last_day(until) if until else None)


def _number(digits: str, length: int = 0) -> int:
    if not (digits.isascii() and digits.isdigit()) or (length and len(digits) != length):
        raise ValueError(digits)
    return int(digits)
