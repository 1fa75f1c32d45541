"""A toll as the rules of the ledger say it, written anew with lists and plain numbers: no product code.

What a command does is told by the kinds of events it makes, or by ``None`` where a rule refuses it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

Made = tuple[str, ...] | None
"""The kinds of what was recorded; empty where there was nothing to add, null where it is refused."""

AGREED = {
    "accept": "uncorroborated", "corroborate": "corroborated", "confirm": "confirmed", "contest": "contested",
    "reject": "rejected", "unverifiable": "unverifiable",
}  # fmt: skip


@dataclass
class Said:
    """One statement about a counted day; ``value`` null = taken back. ``listed``: an import asks for a review of it."""

    at: datetime
    version: int
    day: date
    value: int | None
    by: str
    status: str
    reviewed: bool = False
    listed: bool = False


@dataclass
class Fall:
    day: date
    value: int
    at: datetime
    by: str
    old: int
    needed: int
    agreed: list[str] = field(default_factory=list)
    open: bool = True


def needed(old: int, new: int) -> int:
    """Ten people, or a fifth of them, take two."""
    return 2 if old - new >= 10 or (old - new) * 5 >= old else 1


@dataclass
class PlainToll:
    """One key. ``now`` is set to the time of each act before it; ``events`` counts what its stream holds."""

    now: datetime
    said: list[Said] = field(default_factory=list)
    falls: dict[int, Fall] = field(default_factory=dict)
    taking_back: dict[date, str] = field(default_factory=dict)
    events: int = 0

    def standing(self, day: date, by: datetime | None = None) -> list[Said]:
        spoken = [it for it in self.said if it.day == day and it.status != "rejected" and (by is None or it.at <= by)]
        return sorted(spoken, key=lambda it: (it.at, it.version))

    def counts(self, day: date, by: datetime | None = None) -> Said | None:
        spoken = self.standing(day, by)
        return spoken[-1] if spoken and spoken[-1].value is not None else None

    @property
    def days(self) -> dict[date, int | None]:
        found = {day: self.counts(day) for day in sorted({it.day for it in self.said})}
        return {day: it.value for day, it in found.items() if it is not None}

    def known(self, day: date, by: datetime | None = None) -> Said | None:
        """The value of the day, or of the nearest earlier one that counts, of what had been stated by then."""
        for earlier in sorted((it for it in self.days if it <= day), reverse=True):
            found = self.counts(earlier, by)
            if found is not None:
                return found
        return None

    def reporters(self, day: date, value: int) -> set[str]:
        said = {it.by for it in self.said if (it.day, it.value) == (day, value)}
        return said | {it.by for it in self.falls.values() if (it.day, it.value) == (day, value)}

    def _opens(self) -> tuple[str, ...]:
        if self.events:
            return ()
        self.events = 1
        return ("toll_opened",)

    def _says(
        self, kind: str, day: date, value: int | None, at: datetime, by: str, status: str, **more: bool
    ) -> tuple[str, ...]:
        before = self.days.get(day)
        self.said.append(Said(at, self.events, day, value, by, status, **more))
        self.events += 1
        self._void(day, before)
        return (kind,)

    def _void(self, day: date, before: int | None) -> None:
        """A withdrawal that was asked of another figure than stands now is asked no more."""
        if self.days.get(day) is None or self.days[day] != before:
            self.taking_back.pop(day, None)

    def state(self, by: str, value: int, day: date, at: datetime, *, explains_fall: bool, operator: bool) -> Made:
        status = "uncorroborated" if operator else "received"
        if not self.events:
            return (*self._opens(), *self._says("toll_stated", day, value, at, by, status))
        stands, latest = self.counts(day), max(self.days, default=None)
        if stands is None and latest is not None and day < latest:
            return self._says("toll_stated", day, value, at, by, status)
        if stands is not None and stands.value == value:
            return self._says("toll_restated", day, value, at, by, status)
        against = self.known(day, at if stands is not None and at < stands.at else None)
        if against is None or against.value is None:
            return self._says("toll_stated", day, value, at, by, status)
        if against.value == value:
            return self._says("toll_restated", day, value, at, by, status)
        if value < against.value:
            if not explains_fall:
                return None
            self.falls[self.events] = Fall(day, value, at, by, against.value, needed(against.value, value))
            self.events += 1
            return ("toll_revision_proposed",)
        return self._says("toll_stated" if against.day != day else "toll_revised", day, value, at, by, status)

    def answer(self, by: str, version: int, *, agree: bool) -> Made:
        fall = self.falls.get(version)
        if fall is None or not fall.open or by in self.reporters(fall.day, fall.value) | {fall.by}:
            return None
        if not agree:
            fall.open = False
            self.events += 1
            return ("toll_revision_rejected",)
        if by in fall.agreed:
            return None
        stands = self.counts(fall.day)
        known = self.known(fall.day, fall.at if stands is not None and fall.at < stands.at else None)
        old = fall.old if known is None or known.value is None else known.value
        enough = max(fall.needed, needed(old, fall.value))
        fall.agreed.append(by)
        if len(set(fall.agreed) - self.reporters(fall.day, fall.value)) < enough:
            self.events += 1
            return ("toll_revision_seconded",)
        fall.open = False
        kind = "toll_restated" if old == fall.value else "toll_revised"
        return self._says(kind, fall.day, fall.value, fall.at, fall.by, "uncorroborated", reviewed=True)

    def review(self, by: str, version: int, outcome: str) -> Made:
        found = next((it for it in self.said if it.version == version), None)
        first = outcome in ("accept", "reject")
        if found is None or (found.value is None and not (found.listed and first)):
            return None
        reporters = self.reporters(found.day, found.value) if found.value is not None else {found.by}
        becomes = "withdrawn" if found.value is None and outcome == "accept" else AGREED[outcome]
        again = found.status == becomes and not (found.listed and not found.reviewed)
        if by in reporters or again or found.status == "rejected" or (first and found.reviewed):
            return None
        before = self.days.get(found.day)
        found.status, found.reviewed = becomes, True
        self.events += 1
        self._void(found.day, before)
        return ("toll_reviewed",)

    def withdraw(self, by: str, day: date) -> Made:
        stands = self.counts(day)
        if stands is None or stands.value is None:
            return None
        reporters, first = self.reporters(day, stands.value), self.taking_back.get(day)
        if by in reporters or by == first:
            return None
        if first is None or first in reporters:
            self.taking_back[day] = by
            self.events += 1
            return ("toll_withdrawal_proposed",)
        return self._says("toll_withdrawn", day, None, max(self.now, stands.at), by, "withdrawn")

    def reinstate(self, by: str, day: date, at: datetime) -> Made:
        spoken = self.standing(day)
        values = [it.value for it in spoken if it.value is not None]
        if not spoken or spoken[-1].value is not None or not values or by in self.reporters(day, values[-1]):
            return None
        known = self.known(day) if day >= max(self.days, default=day) else None
        if known is not None and known.value is not None and values[-1] < known.value:
            return None
        return self._says("toll_reinstated", day, values[-1], max(at, spoken[-1].at), by, "uncorroborated")

    def publish(self, change: str, value: int | None, day: date, at: datetime, by: str) -> Made:
        stands, last = self.counts(day), max((it.at for it in self.said if it.day == day), default=at)
        if (change == "add") == (stands is not None) or at < last:
            return None
        if value is None:
            return self._says("toll_withdrawn", day, None, at, by, "withdrawn", listed=True)
        backfill = day < max(self.days, default=day)
        against = stands or (None if backfill else self.known(day))
        falls = against is not None and against.value is not None and value < against.value
        if stands is not None and stands.value == value:
            return self._says("toll_restated", day, value, at, by, "uncorroborated")
        kind = "toll_stated" if stands is None else "toll_revised"
        return (*self._opens(), *self._says(kind, day, value, at, by, "uncorroborated", listed=falls))
