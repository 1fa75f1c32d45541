"""``review list``: what waits for a reviewer, a page at a time, with its age and why it is listed."""

from __future__ import annotations

from itertools import islice
from typing import Annotated

import typer
from pydantic import JsonValue

from desk.cli.session import Json, emit, remark, say, session_of
from desk.likely import likely_waiting, likely_words
from desk.telling.trail import queue_words

PAGE = 100
"""Items that are told at a time where no limit is given; ``--json`` tells all of them."""


def add_to(review: typer.Typer) -> None:
    review.command("list")(list_queue)


def list_queue(
    context: typer.Context,
    everything: Annotated[bool, typer.Option("--all", help="What has been decided, too.")] = False,
    mine: Annotated[bool, typer.Option("--mine", help="Only what you may decide: not what you reported.")] = False,
    limit: Annotated[
        int | None, typer.Option("--limit", min=0, help=f"How many at most, 0 for all; else {PAGE}, all with --json.")
    ] = None,
    after: Annotated[str | None, typer.Option("--after", metavar="ID", help="Go on behind this item.")] = None,
    as_json: Json = False,
) -> None:
    """What waits, oldest first, with its age, what it would change, and why it is listed.

    Example: ledger --as salma review list --limit 20
    """
    session = session_of(context)
    with session.desk() as desk:
        caller = session.caller(desk)
        now, told, last = desk.clock(), 0, after
        most = (0 if as_json else PAGE) if limit is None else limit
        excluding = caller.member_id if mine else None
        with desk.queries.queue_pages(include_closed=everything, excluding=excluding, after=after) as items:
            for item in islice(items, most or None):
                told, last = told + 1, item.item_id
                likely = likely_waiting(item, desk.queries)
                if as_json:
                    age = max(0, int((now - item.recorded_at).total_seconds()))
                    again: list[JsonValue] = [it.line() for it in likely]
                    emit({**item.line(), "age_seconds": age, "likely_same": again})
                else:
                    say(queue_words(item, now) + (f"; may be {likely_words(likely)}" if likely else ""))
            more = sum(1 for _ in items) if mine else desk.queries.queue_length(everything, after=last)
        if more and told == most:
            remark(f"{more} more; go on with: ledger review list --after {last}")
        if not told and not as_json:
            say("Nothing waits.")
