"""``demo``: the main job on example reports, from a fresh home to a replay that agrees."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from desk.cli.session import Json, emit, say
from desk.demo import EXAMPLES, run


def add_to(app: typer.Typer) -> None:
    app.command("demo")(demo)


def demo(
    out: Annotated[
        Path | None, typer.Option("--out", metavar="DIR", help="The fresh home; else demo-home, demo-home-2 … here.")
    ] = None,
    examples: Annotated[
        Path | None,
        typer.Option("--examples", metavar="DIR", help="Other reports, with a demo.yaml as in examples/."),
    ] = None,
    as_json: Json = False,
) -> None:
    """Record the example reports in a fresh home and show what can be asked of them; the home is kept.

    Example: ledger demo --out /tmp/demo
    """
    for part in run(examples or EXAMPLES, out):
        if as_json:
            for line in part.json_lines:
                emit({"section": part.title, **line})
            continue
        say()
        say(part.title)
        say("─" * len(part.title))
        for words in part.lines:
            say(words)
