"""``explain``, ``diff``, ``changes``: what lies behind a number, and what moved."""

from __future__ import annotations

from typing import Annotated

import typer

from desk.cli.session import (
    AsOfTime,
    AtPosition,
    ClockChoice,
    Json,
    emit,
    moment_of,
    one_moment,
    remark,
    say,
    session_of,
)
from desk.telling.trail import change_words, difference_words, entry_lines
from projections.moments import AsOf, Clock


def add_to(app: typer.Typer) -> None:
    app.command("explain")(explain)
    app.command("diff")(diff)
    app.command("changes")(changes)


def explain(
    context: typer.Context,
    any_id: Annotated[
        str, typer.Argument(metavar="ID", help="A toll T-…, one of its values T-…/3, an incident I-…, a report R-…")
    ],
    as_of: AsOfTime = None,
    at: AtPosition = None,
    clock: ClockChoice = Clock.RECORDED,
    as_json: Json = False,
) -> None:
    """Everything behind a number: its entries, reports, reasons, code-book version, and people by role only.

    Example: ledger explain T-8m2k4q9xwe
    """
    session = session_of(context)
    with session.desk() as desk:
        found = desk.queries.explain(any_id, moment_of(desk, as_of, at, clock))
        if as_json:
            emit(found.line())
            return
        say(f"{found.id}  {found.what}, read at @{found.position}")
        for entry in found.entries:
            for line in entry_lines(entry):
                say(f"  {line}")
        if found.report_ids:
            say(f"  from {', '.join(found.report_ids)}")
        if found.leads_to:
            say(f"  see {', '.join(found.leads_to)}")


def diff(
    context: typer.Context,
    before: Annotated[str, typer.Argument(metavar="M1", help="A moment: @POSITION, a day, or a time with its offset.")],
    after: Annotated[str, typer.Argument(metavar="M2", help="A later one.")],
    place: Annotated[str | None, typer.Option("--place", help="Only there, and in what lies in it.")] = None,
    clock: ClockChoice = Clock.RECORDED,
    as_json: Json = False,
) -> None:
    """What was known differently at two moments, and why.

    Example: ledger diff @12 @15
    """
    session = session_of(context)
    with session.desk() as desk:
        path = desk.place(place).path if place else None
        one, other = in_order(one_moment(desk, before, clock), one_moment(desk, after, clock))
        found = desk.queries.difference(one, other, path)
        for it in found:
            if as_json:
                emit(it.line())
            else:
                say(difference_words(it))
        if not found:
            remark(f"nothing differs between @{one.position} and @{other.position}")


def changes(
    context: typer.Context,
    since: Annotated[
        str | None, typer.Option("--since", metavar="MOMENT", help="Only behind this: @POSITION, a day, a time.")
    ] = None,
    as_of: AsOfTime = None,
    at: AtPosition = None,
    as_json: Json = False,
) -> None:
    """Corrections in the order they were recorded: old, new, why, who agreed by role, and what waits.

    Example: ledger changes --since 2018-08-01
    """
    session = session_of(context)
    with session.desk() as desk:
        caller = session.caller(desk)
        moment = moment_of(desk, as_of, at, Clock.RECORDED)
        first = one_moment(desk, since, Clock.RECORDED).position if since else 0
        found = desk.queries.changes(first, moment, desk.audience(caller))
        for row in found:
            if as_json:
                emit(row.line())
            else:
                say(change_words(row))
        if not found:
            remark(f"nothing was corrected between @{first} and @{moment.position}")


def in_order(one: AsOf, other: AsOf) -> tuple[AsOf, AsOf]:
    """Two moments, the earlier first, however they were given."""
    moments = (one, other)
    return moments if (one.position, one.stated_micros) <= (other.position, other.stated_micros) else (other, one)
