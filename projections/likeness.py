"""How alike two incidents are: a score from 0 to 100 with its reasons, each of them a code that people are shown. Pure.

Place, time and kind must fit; numbers, party and means then speak for or against. What is not given speaks for nothing.
Two that are alike may still be two: a reviewer says so, nobody else.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from pydantic import JsonValue

from ledger.domain.values import Casualties, Count, When
from projections.lines import Line

LIKELY = 75
"""From this score on two incidents are put before a reviewer; below it most pairs are two (tests measure it)."""

WIDE = 2
"""Places of so few parts in their path (a country, a governorate) hold too much: what lies in them is not the place."""

_LONG = timedelta(days=7)
_FIRE = frozenset({"strike_reported", "shelling_reported", "explosion_reported"})
_VIOLENT = _FIRE | {"clash_reported", "execution_reported"}


@dataclass(frozen=True, slots=True)
class Sighting:
    """What of an incident is compared. ``figures`` are those of each of its sources, ``reports`` where it was told.

    ``path`` is the place's ("sy/sy12/…/", "~words/"), ``dataset`` the published one that it is a row of.
    """

    incident_id: str
    kind: str
    path: str
    occurred: When
    said_on: date
    figures: tuple[Casualties, ...] = ()
    party: str | None = None
    means: str | None = None
    reports: frozenset[str] = frozenset()
    dataset: str | None = None

    @property
    def day(self) -> date:
        """The day it is looked for by: its last, else the one on which it was told."""
        return self.occurred.end or self.occurred.start or self.said_on


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two incidents are, and why."""

    score: int
    reasons: tuple[str, ...]

    def line(self) -> Line:
        reasons: list[JsonValue] = list(self.reasons)
        return {"score": self.score, "reasons": reasons}


Part = tuple[int, str]


def likeness(one: Sighting, other: Sighting) -> Likeness | None:
    """How alike two are; null where place, time or kind rule it out, or one report or data set tells of both."""
    if one.incident_id == other.incident_id or one.reports & other.reports:
        return None  # whoever writes of two in one breath means two
    if one.dataset is not None and one.dataset == other.dataset:
        return None
    needed = (_place(one.path, other.path), _time(one, other), _kind(one.kind, other.kind))
    found: list[Part] = [part for part in needed if part is not None]
    if len(found) < len(needed):
        return None
    found += _numbers("killed", one, other, 15)
    found += _numbers("injured", one, other, 8)
    if one.party and other.party:
        found.append((8, "same_party") if one.party == other.party else (-20, "other_party"))
    if one.means and one.means == other.means:
        found.append((4, "same_means"))
    score = sum(weight for weight, _ in found)
    return Likeness(max(0, min(100, score)), tuple(reason for _, reason in found))


def _place(one: str, other: str) -> Part | None:
    if not one or not other:
        return None
    if one == other:
        return (35, "same_place") if one.startswith("~") or one.count("/") > WIDE else (10, "same_wide_place")
    outer, inner = sorted((one, other), key=len)
    if not inner.startswith(outer) or outer.count("/") <= WIDE:
        return None
    return (
        (22, "one_place_in_the_other")
        if inner.count("/") - outer.count("/") == 1
        else (12, "one_place_far_in_the_other")
    )


def _time(one: Sighting, other: Sighting) -> Part | None:
    (start, end, given), (begin, finish, told) = _days(one), _days(other)
    if not (given and told):
        return (12, "told_of_on_the_same_days") if abs(one.day - other.day) <= timedelta(days=1) else None
    if start <= finish and begin <= end:
        if start == end == begin == finish:
            return 30, "same_day"
        return (18, "days_overlap") if max(end - start, finish - begin) <= _LONG else (5, "long_spans_overlap")
    apart = begin - end if begin > end else start - finish
    return (10, "a_day_apart") if apart == timedelta(days=1) else None


def _days(it: Sighting) -> tuple[date, date, bool]:
    start, end = it.occurred.start, it.occurred.end
    first, last = start or end or it.said_on, end or start or it.said_on
    return first, last, bool(start or end)


def _kind(one: str, other: str) -> Part | None:
    if one == other:
        return 20, "same_kind"
    if {one, other} <= _FIRE:
        return 10, "kindred_kind"
    if "violence_reported" in (one, other) and {one, other} & _VIOLENT:
        return 8, "kind_not_given"
    return None


def _numbers(harm: str, one: Sighting, other: Sighting, weight: int) -> list[Part]:
    """The nearest two figures of any of their sources: a second source seldom gives the number of the first."""
    pairs = [
        (mine, theirs)
        for mine in (getattr(it, harm) for it in one.figures)
        for theirs in (getattr(it, harm) for it in other.figures)
        if mine is not None and theirs is not None
    ]
    rated = [rating for mine, theirs in pairs if (rating := _near(mine, theirs)) is not None]
    if not rated:
        return []
    best = min(rated)
    return [((weight, f"{harm}_equal"), (weight // 2, f"{harm}_near"), (-25, f"{harm}_differ"))[best]]


def _near(one: Count, other: Count) -> int | None:
    """0 for equal figures, 1 for near ones, 2 for others, null where one of them is no number."""
    if one.measure is None or other.measure is None:
        return None
    if one.measure == other.measure:
        return 0
    low, high = sorted((one.measure, other.measure))
    return 1 if (high - low <= 2 and low > 0) or (high - low) * 5 <= high else 2
