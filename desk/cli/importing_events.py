"""``import events``: another ledger's log into an empty home."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from desk.cli.progress import bar
from desk.cli.session import LAGGING, Json, emit, remark, say, session_of
from desk.desk import utc_now
from desk.people import OPERATOR
from ledger.database import file_of
from ledger.errors import LogNotEmpty, NoSuchMember


def add_to(imports: typer.Typer) -> None:
    imports.command("events")(events)


def events(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help="What ledger export events wrote.")],
    as_json: Json = False,
) -> None:
    """Take over another ledger's log, entry for entry under the same root, into a home that is not there yet.

    Every line is checked against its leaf; a file that was altered or cut leaves nothing behind.

    Example: ledger import events events.jsonl
    """
    from desk.imports.events import import_events

    session = session_of(context)
    asked = session.member or session.settings.member
    if asked != OPERATOR and not file_of(session.settings.log_place).exists():
        raise NoSuchMember(asked)
    try:
        with bar() as told:
            end = import_events(session.settings, file, clock=utc_now, progress=told, unsafe=session.unsafe)
    except LogNotEmpty:
        with session.desk():  # whoever may not ask is told that, and nothing else
            raise
    with session.desk() as desk:
        session.caller(desk)
        if not desk.reached(end.position):
            remark(LAGGING)
        root, unread = end.frontier.root.hex(), len(desk.queries.stale())
        if as_json:
            emit({
                "kind": "import",
                "file": str(file),
                "recorded": end.position,
                "position": end.position,
                "root": root,
                "stale": unread,
            })  # fmt: skip
            return
        say(f"{file}: {end.position} entries recorded")
        say(f"position @{end.position}")
        say(f"root     {root}")
        if unread:
            remark(f"{unread} streams are STALE: entries that this program cannot read; see: ledger status")
