"""The ``ministry`` format: a health ministry's daily counts, as Tech For Palestine publishes them in JSON.

One entry a day; running counts end in ``_cum``, and ``killed`` and ``injured`` are the day's own. The file says how the
publisher's series stands, not what was done to it: each value is compared with what the ledger knows, and what differs
is what the publisher did. Fields that begin with ``ext_`` are filled in by arithmetic and are left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path

from desk.imports import cells
from desk.imports.change import Change, KeyWords
from desk.imports.json_list import listed_in
from desk.imports.read_line import ReadLine
from ledger.domain.commands import PublishedChange
from ledger.domain.toll import Toll, TollState
from ledger.domain.toll_rules import NO_REASON
from ledger.domain.values import Harm, Precision, Reason, ReasonCode
from ledger.errors import ColumnsUnfit, ImportLineUnfit

HEADER = ("report_date", "field", "value")

COUNTED: dict[str, tuple[str, Harm, str | None]] = {
    "killed_cum": ("all", Harm.KILLED, None),
    "injured_cum": ("all", Harm.INJURED, None),
    "killed_children_cum": ("children", Harm.KILLED, None),
    "killed_women_cum": ("women", Harm.KILLED, None),
    "med_killed_cum": ("medics", Harm.KILLED, None),
    "press_killed_cum": ("press", Harm.KILLED, None),
    "civdef_killed_cum": ("civil defence", Harm.KILLED, None),
    "famine_cum": ("all", Harm.KILLED, "famine"),
    "child_famine_cum": ("children", Harm.KILLED, "famine"),
    "aid_seeker_killed_cum": ("aid seekers", Harm.KILLED, None),
    "aid_seeker_injured_cum": ("aid seekers", Harm.INJURED, None),
}
"""Running counts of people: group, harm and cause of their tolls."""

DAILY = {"killed_cum": "killed", "injured_cum": "injured"}
"""Running counts beside which the publisher gives the day's own."""

PARTS = {
    "killed_recovered": ReasonCode.BODY_RECOVERED,
    "killed_succumbed": ReasonCode.DIED_OF_WOUNDS,
    "killed_truce_new": ReasonCode.NEW_DEATHS,
    "killed_committee": ReasonCode.LATE_REPORT,
}
"""What the publisher says a day's count of killed is made of; a committee adds deaths of earlier days by decree."""

_NOT_TOLLS = frozenset({"report_date", "report_source", "report_period", "massacres_cum", "killed", "injured", *PARTS})


@dataclass(frozen=True, slots=True)
class Entry:
    """What the publisher gives for one day: numbers by field; ``number`` counts the entries of the file from 1."""

    number: int
    day: date
    figures: dict[str, int]
    unfit: tuple[ReadLine, ...] = ()


@dataclass(frozen=True, slots=True)
class Series:
    """Whose counts they are, of which place, since when; ``published`` is when the file stood so."""

    source: str
    place: str
    period_start: date
    published: datetime

    def key(self, field: str) -> KeyWords:
        group, harm, cause = COUNTED[field]
        return KeyWords(self.source, self.place, group, None, harm, cause, None, self.period_start, None)


@dataclass(frozen=True, slots=True)
class KnownDay:
    """What the ledger knows of a day: ``value`` null where nothing counts; ``imported``: no report but an import.

    ``spoken_of`` says whether the source ever said anything of the day.
    """

    value: int | None
    imported: bool
    spoken_of: bool


def known_day(toll: TollState, day: date) -> KnownDay:
    """What a toll as it stands says of a day."""
    spoken = toll.statements.get(day, ()) if isinstance(toll, Toll) else ()
    value = toll.days.get(day) if isinstance(toll, Toll) else None
    reported = any(said.claim is not None for said in value.claims) if value else False
    return KnownDay(value.count.best if value else None, value is not None and not reported, bool(spoken))


Known = Callable[[KeyWords, date], KnownDay]


def entries_of(path: Path) -> list[Entry]:
    """The entries of a file by day. Raises ``ImportUnreadable`` or ``ColumnsUnfit`` for the file as a whole."""
    listed = listed_in(path)
    unknown = sorted({name for entry in listed if isinstance(entry, dict) for name in entry if not _is_field(name)})
    if unknown:
        cause = f"has fields not known: {', '.join(repr(name[:40]) for name in unknown[:10])}"
        raise ColumnsUnfit(str(path), cause, ",".join(["report_date", "killed", *COUNTED]))
    entries, days = [], set()
    for number, given in enumerate(listed, start=1):
        entry = _entry(number, given)
        if entry.day in days and not entry.unfit:
            fix = "keep the one that holds"
            twice = ImportLineUnfit("report_date", entry.day.isoformat(), "is given by two entries", fix)
            entry = Entry(number, entry.day, {}, (_bad(number, given, twice),))
        days.add(entry.day)
        entries.append(entry)
    return sorted(entries, key=lambda entry: entry.day)


def read_ministry(entries: Sequence[Entry], series: Series, known: Known) -> Iterator[ReadLine]:
    """What the publisher did to each running count since what the ledger knows, and the entries that say nothing."""
    for entry in entries:
        yield from entry.unfit
        for field in COUNTED if not entry.unfit else ():
            change = _change(entry, field, series, known)
            if change is not None:
                raw = [entry.day.isoformat(), field, "" if change.value is None else str(change.value)]
                yield ReadLine(entry.number, HEADER, raw, change)


def _change(entry: Entry, field: str, series: Series, known: Known) -> Change | None:
    value, key = entry.figures.get(field), series.key(field)
    before = known(key, entry.day)
    if value == before.value or (value is None and not before.imported):
        return None  # a day that a report spoke of is not taken back because this publisher leaves it out
    op = PublishedChange.WITHDRAW if value is None else PublishedChange.REVISE
    op = PublishedChange.ADD if before.value is None else op
    on_the_day = op is PublishedChange.ADD and not before.spoken_of
    return Change(
        key=key,
        stated_at=_midnight(entry.day) if on_the_day else series.published,
        counted_to=entry.day,
        op=op,
        value=value,
        reason=NO_REASON,
        daily=entry.figures.get(DAILY.get(field, "")) if op is PublishedChange.ADD else None,
        parts=_parts(entry) if op is PublishedChange.ADD and field == "killed_cum" else (),
        precision=Precision.DAY,
    )


def _parts(entry: Entry) -> tuple[Reason, ...]:
    """The parts of a day's count, as reasons with amounts; a part of nobody is none."""
    given = ((code, entry.figures.get(name, 0)) for name, code in PARTS.items())
    return tuple(Reason(code=code, amount=amount) for code, amount in given if amount)


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time.min, UTC)


def _is_field(name: str) -> bool:
    return name in COUNTED or name in _NOT_TOLLS or name.startswith("ext_")


def _entry(number: int, given: object) -> Entry:
    if not isinstance(given, dict):
        unfit = ImportLineUnfit("", str(given), "is no entry of a day", "give an object with its report_date")
        return Entry(number, date.min, {}, (_bad(number, given, unfit),))
    try:
        day = cells.day("report_date", str(given.get("report_date", "")))
        named = [*COUNTED, *DAILY.values(), *PARTS, "massacres_cum"]
        return Entry(
            number, day, {name: _figure(name, given[name]) for name in named if given.get(name) not in ("", None)}
        )
    except ImportLineUnfit as unfit:
        return Entry(number, date.min, {}, (_bad(number, given, unfit),))


def _figure(field: str, value: object) -> int:
    if isinstance(value, int) and not isinstance(value, bool):
        return cells.number(field, str(value))
    raise ImportLineUnfit(field, str(value), "is no whole number", "give digits alone, without quotes", "1529")


def _bad(number: int, given: object, why: ImportLineUnfit) -> ReadLine:
    day = given.get("report_date", "") if isinstance(given, dict) else ""
    return ReadLine(number, HEADER, [str(day)[:80], why.field, str(why.value)[:300]], why)
