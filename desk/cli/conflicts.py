"""``conflicts`` and ``reconcile``: where two values stand for one thing, and a stated toll beside what is itemised."""

from __future__ import annotations

from typing import Annotated

import typer

from desk.cli.session import AsOfTime, AtPosition, ClockChoice, Json, emit, moment_of, remark, say, session_of
from desk.telling.conflicts import conflict_lines, reconciliation_lines
from ledger.domain.values import Harm
from projections.moments import Clock


def add_to(app: typer.Typer) -> None:
    app.command("conflicts")(conflicts)
    app.command("reconcile")(reconcile)


def conflicts(
    context: typer.Context,
    place: Annotated[str | None, typer.Argument(metavar="PLACE", help="Only there, and in what lies in it.")] = None,
    harm: Annotated[Harm | None, typer.Option("--harm", help="Only these people: killed, injured …")] = None,
    as_of: AsOfTime = None,
    at: AtPosition = None,
    clock: ClockChoice = Clock.RECORDED,
    as_json: Json = False,
) -> None:
    """Where two values stand for one thing now: sources side by side, with the gap, times and status.

    Tolls alike in all but the source; two values of one source for one day; incidents whose sources give other figures.

    Example: ledger conflicts "Yarmouk Basin" --harm killed
    """
    session = session_of(context)
    with session.desk() as desk:
        moment = moment_of(desk, as_of, at, clock)
        path = desk.place(place).path if place else None
        audience = desk.audience(session.caller(desk))
        found = desk.queries.conflicts(moment, audience, path, harm.value if harm else None)
        for it in found:
            if as_json:
                emit(it.line())
            for line in () if as_json else conflict_lines(it, desk.gazetteer, desk.actors):
                say(line)
        if not found:
            remark(f"no two values disagree, as of @{moment.position}")


def reconcile(
    context: typer.Context,
    key_id: Annotated[str, typer.Argument(metavar="T-…", help="The toll.")],
    as_of: AsOfTime = None,
    at: AtPosition = None,
    clock: ClockChoice = Clock.RECORDED,
    as_json: Json = False,
) -> None:
    """Stated against itemised: a toll beside the sum of the incidents in its place, window, harm, group and cause.

    Each incident is counted once, by one source; what cannot be counted is listed with why. Neither corrects the other.

    Example: ledger reconcile T-8m2k4q9xwe --as-of 2018-08-03
    """
    session = session_of(context)
    with session.desk() as desk:
        moment = moment_of(desk, as_of, at, clock)
        found = desk.reconciled(key_id, moment, session.caller(desk))
        if as_json:
            emit(found.line())
        for line in () if as_json else reconciliation_lines(found, desk.gazetteer, desk.actors):
            say(line)
