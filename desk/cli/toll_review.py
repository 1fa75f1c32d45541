"""``review reinstate``, ``disjoint``, ``overlapping``: a word on whole tolls; and ``sum``, which rests on it."""

from __future__ import annotations

from typing import Annotated

import typer

from desk.cli.options import Reasons
from desk.cli.review import Words, one_reason, tell_decided
from desk.cli.session import AsOfTime, AtPosition, ClockChoice, Json, emit, moment_of, say, session_of
from desk.reports import published
from desk.telling.sums import sum_lines
from ledger.errors import UsageUnclear
from projections.moments import Clock

MOST_PARTS = 200
"""Tolls in one sum: every pair of them must have been declared disjoint by somebody."""

One = Annotated[str, typer.Argument(metavar="T-…", help="A toll.")]
Other = Annotated[str, typer.Argument(metavar="T-…", help="Another toll.")]


def add_to(app: typer.Typer, review: typer.Typer) -> None:
    app.command("sum")(sum_tolls)
    review.command("reinstate")(reinstate)
    review.command("disjoint")(disjoint)
    review.command("overlapping")(overlapping)


def reinstate(
    context: typer.Context,
    toll_id: Annotated[str, typer.Argument(metavar="T-…", help="The toll.")],
    day: Annotated[str | None, typer.Option("--date", help="The counted day, where several were taken back.")] = None,
    reason: Reasons = None,
    as_json: Json = False,
) -> None:
    """Let a counted day that was taken back count again: its source has returned to its figure.

    Never your own figure, and never a fall: report that anew. Known again from now on, on both clocks.

    Example: ledger --as salma review reinstate T-8m2k4q9xwe --date 2018-08-03 --reason source_corrected
    """
    session = session_of(context)
    with session.desk() as desk:
        why = one_reason(reason, needs_reason=True)
        counted_to = published(day).day if day else None
        tell_decided(desk, [desk.reviewing.reinstate(toll_id, counted_to, why, session.caller(desk))], as_json)


def disjoint(
    context: typer.Context, one: One, other: Other, reason: Reasons = None, words: Words = None, as_json: Json = False
) -> None:
    """State that nobody is counted in both of two tolls, so that they may be summed.

    Example: ledger --as salma review disjoint T-8m2k4q9xwe T-2c7d9f1gh3 --reason none_given --words "two towns"
    """
    session = session_of(context)
    with session.desk() as desk:
        why = one_reason(reason, needs_reason=True)
        decided = desk.reviewing.declare_disjoint(one, other, why, session.caller(desk), words)
        tell_decided(desk, [decided], as_json)


def overlapping(
    context: typer.Context, one: One, other: Other, reason: Reasons = None, words: Words = None, as_json: Json = False
) -> None:
    """Take back that two tolls are disjoint: somebody may be counted in both, and they are summed no more.

    Example: ledger --as salma review overlapping T-8m2k4q9xwe T-2c7d9f1gh3 --reason entry_error
    """
    session = session_of(context)
    with session.desk() as desk:
        why = one_reason(reason, needs_reason=True)
        decided = desk.reviewing.declare_overlapping(one, other, why, session.caller(desk), words)
        tell_decided(desk, decided, as_json)


def sum_tolls(
    context: typer.Context,
    key_ids: Annotated[list[str], typer.Argument(metavar="T-… T-…", help="The tolls to add up, two or more.")],
    as_of: AsOfTime = None,
    at: AtPosition = None,
    clock: ClockChoice = Clock.RECORDED,
    as_json: Json = False,
) -> None:
    """Add up tolls of which a reviewer has declared that nobody is counted in two of them; refused for any others.

    Bounds are added as they are given. A word ("hundreds") adds no number, and leaves the sum a lower bound.

    Example: ledger sum T-8m2k4q9xwe T-2c7d9f1gh3 --as-of 2018-08-03
    """
    asked = list(dict.fromkeys(key_ids))
    if not 2 <= len(asked) == len(key_ids) <= MOST_PARTS:
        raise UsageUnclear(f"a sum is of 2 to {MOST_PARTS} tolls, each named once", "ledger sum")
    session = session_of(context)
    with session.desk() as desk:
        moment = moment_of(desk, as_of, at, clock)
        found = desk.queries.sum(asked, moment, desk.audience(session.caller(desk)))
        if as_json:
            emit(found.line())
            return
        for line in sum_lines(found, desk.gazetteer, desk.actors):
            say(line)
