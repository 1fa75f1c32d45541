"""The ``losses`` format: one party's daily claim of what its enemy has lost, as running counts in JSON.

As Petro Ivaniuk publishes the figures of the Ukrainian General Staff: one file of equipment by item, one of personnel,
and one of signed corrections. An item is a thing and no person. Personnel lost are killed and wounded in one figure,
which stays one. A correction of day D says by how much what had been counted up to the day before was wrong.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from desk.imports.change import Change, KeyWords
from desk.imports.claims import HEADER, PERSONNEL, Claims, Figure
from desk.imports.read_line import ReadLine
from ledger.domain.commands import PublishedChange
from ledger.domain.events import TollRevised
from ledger.domain.toll import Toll, TollState
from ledger.domain.toll_rules import NO_REASON
from ledger.domain.values import Basis, Harm, Precision, Reason, ReasonCode
from ledger.errors import ImportLineUnfit
from ledger.log import Recorded


@dataclass(frozen=True, slots=True)
class Claimed:
    """Who claims it, of whose losses, where, since when; ``published`` is when the files stood so."""

    source: str
    place: str
    affiliation: str
    period_start: date
    published: datetime

    def key(self, name: str) -> KeyWords:
        people = name == PERSONNEL
        group, harm = ("all", Harm.CASUALTIES) if people else (name, Harm.EQUIPMENT_LOST)
        where = (self.source, self.place, group, self.affiliation, harm)
        return KeyWords(*where, None, None, self.period_start, Basis.ESTIMATED)


@dataclass(frozen=True, slots=True)
class SpokenOf:
    """What was said of a day: the last value (null = none was), by how much a correction made it so, and when.

    ``counts`` says whether the day has a value now. What reviewers made of the value is theirs, and is left alone.
    """

    value: int | None = None
    corrected_by: int = 0
    last: datetime | None = None
    counts: bool = False


Known = Callable[[KeyWords, date], SpokenOf]


class Spoken:
    """What a toll holds as it stands, by day; ``recorded`` are the entries of its stream."""

    def __init__(self, toll: TollState, recorded: Sequence[Recorded]) -> None:
        self._toll = toll
        self._corrections = {
            it.version: sum(why.amount or 0 for why in it.event.reasons if why.code is ReasonCode.SOURCE_CORRECTED)
            for it in recorded
            if isinstance(it.event, TollRevised)
        }

    def of(self, day: date) -> SpokenOf:
        said = self._toll.statements.get(day, ()) if isinstance(self._toll, Toll) else ()
        last = next((it for it in reversed(said) if it.count is not None), None)
        if last is None or last.count is None or not isinstance(self._toll, Toll):
            return SpokenOf()
        by = self._corrections.get(last.version, 0)
        return SpokenOf(last.count.best, by, self._toll.last_stated_at(day), day in self._toll.days)


def read_losses(claims: Claims, claimed: Claimed, known: Known) -> Iterator[ReadLine]:
    """What the publisher did since what is known, day by day: values added and corrected, and what cannot be taken."""
    yield from claims.unfit
    made = [
        (day, name, line)
        for name in {*claims.figures, *claims.corrections}
        for day, line in _of_field(name, claims, claimed, known)
    ]
    made.sort(key=lambda it: it[:2])  # of a day and a field the correction stays before the value
    yield from (line for _, _, line in made)


def _of_field(name: str, claims: Claims, claimed: Claimed, known: Known) -> Iterator[tuple[date, ReadLine]]:
    figures, corrections = claims.figures[name], claims.corrections[name]
    days = sorted(figures)
    before = dict(zip(days[1:], days, strict=False))
    unused = {day: it for day, it in corrections.items() if day not in before}
    for day, it in unused.items():
        cell = f"{it.value:+d}"
        why = (
            "corrects what no day before it in the files gives"
            if day in figures
            else "is of a day that is not in the files"
        )
        fix = "give the whole series with its corrections"
        raw = [it.file, day.isoformat(), name, cell]
        yield day, ReadLine(it.entry, HEADER, raw, ImportLineUnfit(name, cell, why, fix).at(it.file))
    corrected = {before[day]: (day, it) for day, it in corrections.items() if day in before}
    for day in days:
        yield from _of_day(claimed.key(name), day, figures[day], corrected.get(day), claimed, known)


def _of_day(
    key: KeyWords,
    day: date,
    figure: Figure,
    corrected: tuple[date, Figure] | None,
    claimed: Claimed,
    known: Known,
) -> Iterator[tuple[date, ReadLine]]:
    """What was done to one counted day: given on that day, corrected on a later one, or changed since what is known."""
    said = known(key, day)
    by = corrected[1].value if corrected else 0
    as_said = {figure.value, figure.value + by, *((figure.value + said.corrected_by,) if corrected is None else ())}
    if said.value is not None and said.value not in as_said:
        op = PublishedChange.REVISE if said.counts else PublishedChange.ADD
        at = max(claimed.published, said.last or claimed.published)
        yield day, _line(key, day, figure, op, figure.value + by, at, NO_REASON)
        return
    if said.value is None:
        yield day, _line(key, day, figure, PublishedChange.ADD, figure.value, _midnight(day), NO_REASON)
    if corrected is not None and figure.value + by != said.value:
        on, correction = corrected
        at = max(_midnight(on), said.last or _midnight(on))
        reason = Reason(code=ReasonCode.SOURCE_CORRECTED, amount=by)
        if figure.value + by < 0:
            why = f"would correct {figure.value} to a number below zero"
            unfit = ImportLineUnfit(key.group, f"{by:+d}", why, "check the correction").at(correction.file)
            yield on, ReadLine(correction.entry, HEADER, [correction.file, on.isoformat(), key.group, str(by)], unfit)
            return
        yield on, _line(key, day, figure, PublishedChange.REVISE, figure.value + by, at, reason, of=correction)


def _line(
    key: KeyWords,
    day: date,
    figure: Figure,
    op: PublishedChange,
    value: int,
    at: datetime,
    reason: Reason,
    *,
    of: Figure | None = None,
) -> ReadLine:
    change = Change(key, at, day, op, value, reason, qualifier=figure.qualifier, precision=Precision.DAY)
    where = of or figure
    return ReadLine(where.entry, HEADER, [where.file, day.isoformat(), key.group, str(value)], change)


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time.min, UTC)


def series_of(claims: Claims, claimed: Claimed) -> Mapping[str, KeyWords]:
    """The key of each field that the files speak of."""
    return {name: claimed.key(name) for name in sorted({*claims.figures, *claims.corrections})}
