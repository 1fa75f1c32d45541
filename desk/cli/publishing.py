"""``publish``: the public site as static files, for any web server."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from desk import proving
from desk.cli.progress import bar
from desk.cli.session import Json, emit, say, session_of
from desk.desk import utc_now
from desk.exports.output import not_into_home


def add_to(app: typer.Typer) -> None:
    app.command("publish")(publish)


def publish(
    context: typer.Context,
    out: Annotated[Path, typer.Argument(help="A new folder, or one of an earlier time, which is written over.")],
    as_json: Json = False,
) -> None:
    """Write the public site: reviewed tolls with charts and corrections, in English and Arabic, and the means to check.

    The head of the log is signed first, and everything is told as of that checkpoint. The pages ask no other site for
    anything; a reader's own browser can check each figure, and that the log begins with a checkpoint they kept.

    Example: ledger publish public/
    """
    session = session_of(context)
    not_into_home(out, session.settings)
    proving.sign(session.settings, utc_now, unsafe=session.unsafe)
    with session.desk() as desk, bar() as told:
        session.caller(desk)
        from desk.publishing.site import publish as written  # with the charts' libraries

        it = written(desk, out, told)
    if as_json:
        emit({"folder": str(it.folder), "position": it.position, "tolls": it.tolls, "corrections": it.corrections})
        return
    say(f"{it.tolls} tolls and {it.corrections} corrections as of @{it.position}, in {it.folder}")
    say(f"look at it: python3 -m http.server --bind 127.0.0.1 --directory {it.folder}")
