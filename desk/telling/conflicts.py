"""The conflict board, and stated against itemised, in words: values side by side, and what could not be counted."""

from __future__ import annotations

from collections.abc import Iterator

from desk.telling.answers import key_words
from desk.telling.standing import place_words, status_words
from desk.telling.words import bound_words, day_words, moment_words
from ledger.actors import Actors
from ledger.domain.values import Count
from ledger.gazetteer import Gazetteer
from projections.conflicts import Conflict, Side
from projections.itemised import Reconciliation, gap, reasons_of

UNDERCOUNT = "Figures are what each source documented; the true number may be higher."


def conflict_lines(it: Conflict, gazetteer: Gazetteer, actors: Actors) -> Iterator[str]:
    """A heading, then one line for each value, then the gap."""
    if it.key is not None:
        told = key_words(it.key, gazetteer, actors)
        yield f"{told}: {'two values of one source for one day' if it.what == 'one_source' else 'sources differ'}"
    elif it.incident is not None:
        kind = it.incident.kind.removesuffix("_reported").replace("_", " ")
        where = place_words(it.incident.facts.place, gazetteer)
        said = "two values of one source" if it.what == "one_source" else "sources differ"
        yield f"{it.incident.incident_id}  {kind}, {where}, {it.harm}: {said}"
    for side in it.sides:
        yield f"    {_side_words(side)}"
    days = "" if it.same_day else "; not counted to one day: later news may be all that lies between them"
    yield f"    gap {'not in numbers' if it.gap is None else f'{it.gap:,}'}{days}"


def _side_words(side: Side) -> str:
    figure = bound_words(side.count.low, side.count.high, side.count.qualifier)
    to = f", counted to {day_words(side.counted_to)}" if side.counted_to else ""
    stated = moment_words(side.stated_at)
    where = f"({side.id}, @{side.entry_position})"
    return f"{figure:<18} {side.source}{to}; {status_words(side.status)}; stated {stated} {where}"


def reconciliation_lines(found: Reconciliation, gazetteer: Gazetteer, actors: Actors) -> Iterator[str]:
    """The toll, what is itemised of it, the gap; then the incidents counted, those that were not, and why."""
    toll = found.toll
    yield f"{toll.key_id}  {key_words(toll.key, gazetteer, actors)}"
    yield f"    stated    {_figure(toll.count)} by {toll.key.source}, counted to {day_words(toll.counted_to)}"
    if toll.key.period_start is None:
        yield "    the toll names no first day: everything recorded up to that day is itemised"
    yield f"    itemised  {_itemised(found.itemised, len(found.items))}{_gap_words(gap(toll.count, found.itemised))}"
    own = sum(it.own for it in found.items)
    if own != len(found.items):
        of_own = _itemised(found.own_itemised, own)
        yield f"      by {toll.key.source} alone: {of_own}{_gap_words(gap(toll.count, found.own_itemised))}"
    for it in found.items:
        said = f"{_figure(it.count)} as {it.source.source} says"
        yield f"      {it.row.incident_id}  {said}; {status_words(it.row.status)}"
    for one, two, alike in found.twice:
        yield f"    may be one: {one} and {two} ({alike.score}); then somebody is counted twice"
    if found.left_out:
        because = ", ".join(f"{reason.replace('_', ' ')} {number}" for reason, number in reasons_of(found.left_out))
        yield f"    not counted: {len(found.left_out)} ({because})"
    for left in found.left_out:
        yield f"      {left.row.incident_id}  {', '.join(left.why).replace('_', ' ')}"
    yield f"Read at @{found.position}. Neither corrects the other. {UNDERCOUNT}"


def _figure(count: Count) -> str:
    return bound_words(count.low, count.high, count.qualifier)


def _itemised(count: Count | None, incidents: int) -> str:
    if count is None:
        return "nothing, which is not zero"
    return f"{_figure(count)} in {incidents} {'incident' if incidents == 1 else 'incidents'}"


def _gap_words(apart: int | None) -> str:
    if apart is None:
        return ""
    return "; the same number" if apart == 0 else f"; {abs(apart):,} {'fewer' if apart > 0 else 'more'} than stated"
