"""How answers are written as JSON: counts, moments in ISO 8601 UTC, places, parties, reasons, toll keys."""

from __future__ import annotations

from datetime import UTC, date, datetime

from pydantic import JsonValue

from ledger.domain.values import Actor, Casualties, Count, GroupCount, Place, PublishedRecord, Reason, TollKey, When

Line = dict[str, JsonValue]


def moment_line(moment: datetime | None) -> str | None:
    """ISO 8601 in UTC, exact to the microsecond where there are any."""
    return None if moment is None else moment.astimezone(UTC).isoformat()


def day_line(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def figure_line(count: Count | GroupCount) -> Line:
    """The bounds and how they were put; ``best`` is what a reader quotes."""
    best = count.best if isinstance(count, Count) else count.low
    qualifier = count.qualifier.value if count.qualifier else None
    return {"low": count.low, "best": best, "high": count.high, "qualifier": qualifier}


def breakdown_line(breakdown: tuple[GroupCount, ...]) -> list[JsonValue]:
    return [{"group": part.group, "affiliation": part.affiliation, **figure_line(part)} for part in breakdown]


def count_line(count: Count | None) -> Line | None:
    """A whole count, its breakdown too."""
    return None if count is None else {**figure_line(count), "breakdown": breakdown_line(count.breakdown)}


def casualties_line(casualties: Casualties) -> Line:
    return {
        "killed": count_line(casualties.killed),
        "injured": count_line(casualties.injured),
        "affected": count_line(casualties.affected),
    }


def named_line(named: Place | Actor | None) -> Line | None:
    """A place or a party: its id and the words of the report."""
    return None if named is None else {"id": named.id, "text": named.text}


def place_line(place: Place | None) -> Line | None:
    """A place and, as far as given, what it lies in, its precision, and coordinates as a publisher wrote them."""
    if place is None:
        return None
    point, precision = place.point, place.precision
    more: Line = {
        "within": place.within,
        "precision": precision.value if precision else None,
        "latitude": str(point.latitude) if point else None,
        "longitude": str(point.longitude) if point else None,
    }
    line: Line = {"id": place.id, "text": place.text}
    return line | {name: it for name, it in more.items() if it is not None}


def record_line(record: PublishedRecord | None) -> Line | None:
    """Which row of which published data set it comes from."""
    return None if record is None else {"dataset": record.dataset, "id": record.id}


def when_line(when: When) -> Line:
    return {"start": day_line(when.start), "end": day_line(when.end), "precision": when.precision.value}


def reason_lines(reasons: tuple[Reason, ...]) -> list[JsonValue]:
    return [{"code": reason.code.value, "amount": reason.amount} for reason in reasons]


def key_line(key: TollKey) -> Line:
    """The nine parts of a toll key, null = not given."""
    return {
        "source": key.source,
        "place": named_line(key.place),
        "group": key.group,
        "affiliation": key.affiliation,
        "harm": key.harm.value,
        "cause": key.cause,
        "perpetrator": named_line(key.perpetrator),
        "period_start": day_line(key.period_start),
        "basis": key.basis.value if key.basis else None,
    }
