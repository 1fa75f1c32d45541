"""``itemised``: totals of the incidents that one source told of, one by one."""

from __future__ import annotations

from typing import Annotated

import typer

from desk.cli.answers import BySource, PlaceName
from desk.cli.session import AsOfTime, AtPosition, ClockChoice, Json, emit, moment_of, say, session_of
from desk.itemised import By, ItemisedHarm, Total, the_source, totals
from desk.telling.answers import CAVEAT
from projections.moments import Clock


def add_to(app: typer.Typer) -> None:
    app.command("itemised")(itemised)


def itemised(
    context: typer.Context,
    place: PlaceName = None,
    source: BySource = None,
    by: Annotated[By, typer.Option("--by", help="What the totals are grouped by.")] = By.ADM1,
    harm: Annotated[ItemisedHarm, typer.Option("--harm", help="What was done to them.")] = ItemisedHarm.KILLED,
    as_of: AsOfTime = None,
    at: AtPosition = None,
    clock: ClockChoice = Clock.RECORDED,
    as_json: Json = False,
) -> None:
    """Totals of the incidents of one source: low, best, high, deaths by side where it gives them.

    Incidents of two sources may be of the same people and are never summed. A span of several months or years stands
    for itself.

    Example: ledger itemised --source UCDP --by year
    """
    session = session_of(context)
    with session.desk() as desk:
        moment, path = moment_of(desk, as_of, at, clock), desk.place(place).path if place else None
        named = the_source(desk.queries, source)
        audience = desk.audience(session.caller(desk))
        rows = desk.queries.each_incident(path, moment, audience)
        found = totals(rows, named, by, harm, desk.gazetteer)
    if as_json:
        for total in found:
            emit(total.line(by, harm, named, moment.position))
        return
    for total in found:
        say(_words(total, harm))
    events = sum(total.events for total in found)
    say(f"{events} incidents of {named}, read at @{moment.position}. {CAVEAT}")


def _words(total: Total, harm: ItemisedHarm) -> str:
    low, high = ("unknown" if bound_open else f"{bound:,}" for bound, bound_open in _bounds(total))
    said = (
        f"{total.name or 'not given'}: {total.best:,} {harm.value} (low {low}, high {high}), {total.events:,} incidents"
    )
    notes = (
        ("give no number", total.unknown),
        ("are summaries of several events", total.summaries),
        ("have bounds out of order", total.out_of_order),
    )
    told = ", ".join(f"{number:,} {what}" for what, number in notes if number)
    return f"{said}; {told}" if told else said


def _bounds(total: Total) -> tuple[tuple[int, int], tuple[int, int]]:
    return (total.low, total.low_open), (total.high, total.high_open)
