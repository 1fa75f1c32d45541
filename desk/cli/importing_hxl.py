"""``import hxl``: tables of tolls with HXL hashtags."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from desk.cli.importing import SkipBad, run
from desk.cli.progress import bar
from desk.cli.session import Json, session_of
from desk.imports import cells
from desk.imports.importing import Import, rarely_collected
from desk.imports.staging import staging
from desk.reports import published as said
from ledger.sources import canonical_source


def add_to(imports: typer.Typer) -> None:
    imports.command("hxl")(hxl)


def hxl(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help="A table with a row of HXL hashtags: CSV, JSON or Excel.")],
    source: Annotated[
        str | None, typer.Option("--source", metavar="NAME", help="Whose figures, where no column says it.")
    ] = None,
    place: Annotated[str | None, typer.Option("--place", help="Where, where no column says it.")] = None,
    period_start: Annotated[
        str | None, typer.Option("--period-start", help="The day the counts began, where no column says it.")
    ] = None,
    published: Annotated[
        str | None,
        typer.Option(
            "--published", metavar="DATE", help="When it was said, where no column says it; else the row's day."
        ),
    ] = None,
    skip_bad: SkipBad = False,
    as_json: Json = False,
) -> None:
    """Record tolls from a table with HXL hashtags: what ledger export hxl wrote, or another organisation's.

    Of another's table, each figure (#affected+killed) is a running count up to the day of its row (#date).

    Example: ledger import hxl casualties.csv --source "Ministry of Health" --period-start 2023-10-07
    """
    from desk.imports.hxl import HxlTable, known_figures
    from desk.imports.hxl_rows import Defaults

    session = session_of(context)
    with session.desk() as desk, bar() as told, staging() as staged, rarely_collected():
        importing = Import(desk, session.caller(desk), file, told, "row")
        defaults = Defaults(
            gazetteer=desk.gazetteer,
            actors=desk.actors,
            pcodes={
                entry.pcode.casefold(): it for it in desk.gazetteer if (entry := desk.gazetteer.get(it)) and entry.pcode
            },
            source=canonical_source(source) if source else None,
            place=place,
            period_start=cells.day("--period-start", period_start) if period_start else None,
            said=said(published) if published else None,
        )
        table = HxlTable(file, defaults, known_figures(importing))
        run(importing, staged, table.lines(), skip_bad, as_json)
