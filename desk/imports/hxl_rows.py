"""The cells of one row with hashtags to what it says of tolls."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import orjson
from pydantic import TypeAdapter, ValidationError

from desk.hxl_columns import figure_tag
from desk.imports import cells
from desk.imports.change import Change, KeyWords
from desk.imports.tagged import TaggedRow
from desk.reasons import reasons_of
from desk.reports import Said, published
from ledger.actors import Actors
from ledger.domain.commands import PublishedChange
from ledger.domain.toll_rules import NO_REASON
from ledger.domain.values import Basis, Count, GroupCount, Harm, Quantifier, Reason, exactly
from ledger.errors import ImportLineUnfit, LedgerError, ReasonUnknown
from ledger.gazetteer import Gazetteer
from ledger.sources import canonical_source

_GROUPS = {
    "children": "children", "women": "women", "men": "men", "civilians": "civilians", "combatants": "combatants",
    "elderly": "elderly", "medics": "medics", "press": "press", "infants": "infants", "adults": "adults",
    "f": "women and girls", "m": "men and boys",
}  # fmt: skip
_PLACES = ("#loc", "#adm5", "#adm4", "#adm3", "#adm2", "#adm1", "#country")
"""Narrow before wide."""

_BREAKDOWN = TypeAdapter(tuple[GroupCount, ...])


@dataclass(frozen=True, slots=True)
class Defaults:
    """What holds where a table does not say it, and the lists that its codes are of."""

    gazetteer: Gazetteer
    actors: Actors
    pcodes: Mapping[str, str]
    source: str | None = None
    place: str | None = None
    period_start: date | None = None
    said: Said | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """One figure of a row: the toll it is of, the day it counts to, and when it was said."""

    key: KeyWords
    day: date
    stated: Said
    count: Count


def own_change(tags: Sequence[str], values: Sequence[str], defaults: Defaults) -> Change:
    """The change that a row of our own table tells of. Raises ``ImportLineUnfit``."""
    row = TaggedRow(tags, values)
    op = cells.one_of(*row.first("#meta", "change"), PublishedChange)
    reason, *more = _reasons(*row.first("#meta", "reasons"))
    return Change(
        key=_own_key(row, defaults),
        stated_at=cells.moment(*row.first("#date", "stated")),
        counted_to=cells.day(*row.first("#date", "end")),
        op=op,
        value=None,
        reason=reason,
        count=None if op is PublishedChange.WITHDRAW else _own_count(row),
        more_reasons=tuple(more),
    )


def told_of(tags: Sequence[str], values: Sequence[str], defaults: Defaults) -> list[Told]:
    """The figures of a row of somebody else's table. Raises ``ImportLineUnfit``."""
    row = TaggedRow(tags, values)
    column, words = row.first("#date", without=("start", "stated", "published", "reported", "recorded", "updated"))
    day = _day(column, words)
    stated = _stated(row, defaults, day)
    bounds: dict[tuple[Harm, str], dict[str, int]] = {}
    for column, attributes, value in row.figures():
        harm, group, bound = _kind(column, attributes)
        bounds.setdefault((harm, group), {})[bound] = cells.number(column, value)
    if not bounds:
        column = next((tag for tag in tags if tag.startswith("#affected")), "#affected")
        raise ImportLineUnfit(
            column, "", "is empty, and the row gives no other figure", "give one, or leave out the row"
        )
    return [
        Told(_key(row, defaults, harm, group), day, stated, _count(column, given))
        for (harm, group), given in bounds.items()
    ]


def _own_key(row: TaggedRow, defaults: Defaults) -> KeyWords:
    start, basis = row.first("#date", "start"), row.first("#meta", "basis")
    return KeyWords(
        source=canonical_source(cells.needed(*row.first("#meta", "source"), "Gaza Ministry of Health")),
        place=cells.words(*row.first("#loc", "name")),
        group=cells.words(*row.first("#population", "group")) or "all",
        affiliation=cells.words(*row.first("#group", "affiliation")),
        harm=cells.one_of(*row.first("#indicator", "harm"), Harm),
        cause=cells.words(*row.first("#cause")),
        perpetrator=cells.words(*row.first("#group", "name", "perpetrator")),
        period_start=cells.day(*start) if start[1] else None,
        basis=cells.one_of(*basis, Basis) if basis[1] else None,
        place_id=_listed(*row.first("#loc", "code", "ledger"), defaults.gazetteer, "places"),
        perpetrator_id=_listed(*row.first("#group", "code", "perpetrator"), defaults.actors, "parties"),
    )


def _listed(column: str, value: str, entries: Gazetteer | Actors, what: str) -> str | None:
    if value and entries.get(value) is None:
        raise ImportLineUnfit(
            column, value, f"is in no list of {what}", "add it to a list of your own, or empty the cell"
        )
    return value or None


def _own_count(row: TaggedRow) -> Count:
    harm = cells.one_of(*row.first("#indicator", "harm"), Harm)
    column, parts = row.first("#indicator", "breakdown")
    qualifier = row.first("#indicator", "qualifier")
    given = {bound: row.first(figure_tag(harm), harm.value, bound) for bound in ("low", "best", "high")}
    figures = {bound: cells.number(*cell) if cell[1] else None for bound, cell in given.items()}
    try:
        return Count(
            low=figures["low"],
            high=figures["high"],
            best_given=None if figures["best"] == figures["low"] else figures["best"],
            qualifier=cells.one_of(*qualifier, Quantifier) if qualifier[1] else None,
            breakdown=_breakdown(parts),
        )
    except ValidationError as unfit:
        shown = ", ".join(f"{bound} {cell[1] or 'empty'}" for bound, cell in given.items())
        why = "are no figure: low, best and high run upwards, and an exact figure has all three"
        raise ImportLineUnfit(given["best"][0], shown, why, "mend them, or what is worded") from unfit
    except (orjson.JSONDecodeError, TypeError, AttributeError) as unfit:
        raise ImportLineUnfit(
            column, parts, "is no list of parts", "copy it as it was exported, or empty it"
        ) from unfit


def _breakdown(parts: str) -> tuple[GroupCount, ...]:
    if not parts:
        return ()
    return _BREAKDOWN.validate_python([
        {name: value for name, value in part.items() if name != "best"} for part in orjson.loads(parts)
    ])  # fmt: skip


def _reasons(column: str, cell: str) -> tuple[Reason, ...]:
    try:
        return reasons_of([part for part in cell.split(";") if part.strip()]) or (NO_REASON,)
    except ReasonUnknown as unknown:
        why = "holds a reason that is not of the list"
        raise ImportLineUnfit(
            column, cell, why, "leave it empty, or give codes", "found_alive=-4; late_report"
        ) from unknown


def _key(row: TaggedRow, defaults: Defaults, harm: Harm, group: str) -> KeyWords:
    place, place_id = _place(row, defaults)
    source = row.first("#meta", "source")[1] or defaults.source or ""
    start = row.first("#date", "start")
    return KeyWords(
        source=canonical_source(cells.needed("#meta+source", source, "Gaza Ministry of Health")),
        place=place,
        group=group,
        affiliation=cells.words(*row.first("#group", "affiliation")),
        harm=harm,
        cause=cells.words(*row.first("#cause")),
        perpetrator=cells.words(*row.first("#group", "perpetrator", without=("code",))),
        period_start=_day(*start) if start[1] else defaults.period_start,
        basis=None,
        place_id=place_id,
    )


def _place(row: TaggedRow, defaults: Defaults) -> tuple[str | None, str | None]:
    """The narrowest place that a row names, in its words, and the place of the list that its P-code is of [OCHA]."""
    for tag in _PLACES:
        column, name = row.first(tag, without=("code", "lat", "lon", "coord"))
        code = row.first(tag, "code")[1].strip()
        if name or code:
            return cells.words(column, name or code), defaults.pcodes.get(code.casefold())
    return (cells.words("--place", defaults.place) if defaults.place else None), None


def _stated(row: TaggedRow, defaults: Defaults, day: date) -> Said:
    for kind in ("stated", "published", "reported"):
        column, words = row.first("#date", kind)
        if words:
            return _published(column, words)
    return defaults.said or published(day.isoformat())


def _published(column: str, words: str) -> Said:
    try:
        return published(words.strip())
    except LedgerError as unclear:
        raise ImportLineUnfit(column, words, "is no day or time", "give it as YYYY-MM-DD", "2024-01-15") from unclear


def _day(column: str, words: str) -> date:
    """A day, or the day of a time."""
    given = words.strip()
    return cells.day(column, given[:10] if "T" in given[10:11] or " " in given[10:11] else given)


def _kind(column: str, attributes: frozenset[str]) -> tuple[Harm, str, str]:
    harms = [harm for harm in Harm if harm.of_people and harm.value in attributes]
    if len(harms) != 1:
        why = "says of no harm, or of several, what it counts"
        harms_known = ", ".join(harm.value for harm in Harm if harm.of_people)
        raise ImportLineUnfit(column, column, why, f"name one of {harms_known}", "#affected+killed")
    groups = [name for attribute, name in _GROUPS.items() if attribute in attributes]
    if len(groups) > 1:
        raise ImportLineUnfit(column, column, "names several groups", "name one", "#affected+killed+children")
    bound = next((it for it in ("low", "high", "min", "max") if it in attributes), "best")
    return harms[0], groups[0] if groups else "all", {"min": "low", "max": "high"}.get(bound, bound)


def _count(column: str, given: Mapping[str, int]) -> Count:
    low, best, high = given.get("low"), given.get("best"), given.get("high")
    if low is None and high is None and best is not None:
        return exactly(best)
    try:
        return Count(low=best if low is None else low, high=high, best_given=None if low is None else best)
    except ValidationError as unfit:
        shown = ", ".join(f"{bound} {value}" for bound, value in given.items())
        raise ImportLineUnfit(column, shown, "do not run from low over best to high", "mend them") from unfit
