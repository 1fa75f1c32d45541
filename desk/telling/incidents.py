"""An incident in words: what, where, when, who to whom; and every source with its own figures, side by side."""

from __future__ import annotations

from collections.abc import Iterator

from desk.telling.standing import place_words, status_words
from desk.telling.words import casualties_words, day_words
from ledger.gazetteer import Gazetteer
from projections.incidents import IncidentRow
from projections.statements import SourceRow


def incident_lines(row: IncidentRow, gazetteer: Gazetteer) -> Iterator[str]:
    """One incident: what, where, when, who to whom, who says so."""
    facts = row.facts
    what = row.kind.removesuffix("_reported").replace("_", " ")
    yield f"{row.incident_id}  {what}, {place_words(facts.place, gazetteer)}, {_occurred(row)}"
    sides = [
        f"by {facts.perpetrator.text or facts.perpetrator.id}" if facts.perpetrator else "",
        f"against {facts.target.text or facts.target.id}" if facts.target else "",
        " and ".join(it.text or it.id or "" for it in facts.parties),
        f"with {facts.means}" if facts.means else "",
        casualties_words(facts.casualties),
    ]
    told = "; ".join(side for side in sides if side)
    if told:
        yield f"    {told}"
    if facts.record is not None and facts.flags:
        yield f"    flagged: {', '.join(facts.flags)}"
    sources = f" and {row.sources - 1} more ({_voices(row.voices)})" if row.sources > 1 else ""
    closed = f"; {row.closed}" if row.closed else ""
    yield f"    {facts.stated.source}{sources}, {status_words(row.status)}{closed}{' STALE' if row.stale else ''}"
    if row.sources > 1 or any(it.grade or it.repeats for it in row.by_source):
        yield from (f"      {source_words(it)}" for it in row.by_source)


def _voices(number: int) -> str:
    """How many of the sources do not repeat one another; what waits for a reviewer is no voice yet."""
    return f"{number} independent"


def source_words(it: SourceRow) -> str:
    """One source on one line: its figures, whom it repeats, how it stands, its grade."""
    figures = casualties_words(it.casualties) if it.casualties else ""
    parts = [figures or "gives no figures"]
    parts += [f"repeats {', '.join(it.repeats)}"] if it.repeats else []
    parts += [status_words(it.status)] if it.status else []
    parts += [f"graded {it.grade.reliability.value}{it.grade.credibility}"] if it.grade else []
    return f"{it.source}: {'; '.join(parts)}"


def _occurred(row: IncidentRow) -> str:
    start, end = row.facts.occurred.start, row.facts.occurred.end
    if start is None and end is None:
        return "day not given"
    if start == end or start is None or end is None:
        return day_words(end or start)
    return f"{day_words(start)} to {day_words(end)}"
