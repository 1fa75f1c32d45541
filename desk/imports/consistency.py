"""What does not agree within a publisher's own series: questions for a reviewer, not errors.

The rules are the publisher's [T4P, data integrity tests]: a day's own count is what the running count moved by since
the last day that had one, and no running count falls.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from pydantic import JsonValue

from desk.imports.ministry import DAILY, Entry

NEVER_FALL = (
    "killed_cum", "injured_cum", "killed_children_cum", "killed_women_cum", "massacres_cum", "civdef_killed_cum",
    "med_killed_cum", "press_killed_cum",
)  # fmt: skip
"""The running counts that the publisher itself holds to this; those of famine and of aid seekers it does not."""


@dataclass(frozen=True, slots=True)
class Question:
    """A day on which two figures of one publisher do not agree. ``daily`` is null where the running count fell."""

    day: date
    field: str
    old: int
    new: int
    daily: int | None

    @property
    def rule(self) -> str:
        return "fall" if self.daily is None else "daily_differs"

    @property
    def line(self) -> dict[str, JsonValue]:
        return {
            "kind": "question",
            "id": f"{self.day}:{self.field}",
            "rule": self.rule,
            "day": self.day.isoformat(),
            "field": self.field,
            "old": self.old,
            "new": self.new,
            "daily": self.daily,
        }

    @property
    def words(self) -> str:
        if self.daily is None:
            return f"{self.day} {self.field}: the running count falls from {self.old} to {self.new}"
        moved = f"the running count moves by {self.new - self.old}, {self.old} → {self.new}"
        return f"{self.day} {self.field}: the day's own count is {self.daily}, and {moved}"


def questions(entries: Sequence[Entry]) -> Iterator[Question]:
    """The questions of a series, by day; ``entries`` are in the order of their days."""
    last: dict[str, int] = {}
    for entry in entries:
        figures = entry.figures
        for running, daily in DAILY.items():
            if running in figures and running in last and daily in figures:
                old, new = last[running], figures[running]
                if new - old != figures[daily]:
                    yield Question(entry.day, daily, old, new, figures[daily])
        for running in NEVER_FALL:
            if figures.get(running, 0) < last.get(running, 0) and running in figures:
                yield Question(entry.day, running, last[running], figures[running], None)
        last |= figures
