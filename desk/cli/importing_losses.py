"""``import losses``: one party's daily claim of its enemy's losses, with the corrections that its publisher signed."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from desk.cli.importing import SkipBad, run
from desk.cli.progress import bar
from desk.cli.session import Json, session_of
from desk.imports import cells
from desk.imports.claims import claims_of
from desk.imports.importing import Import, rarely_collected
from desk.imports.losses import Claimed, Spoken, read_losses, series_of
from desk.imports.staging import staging
from desk.reports import published
from ledger.sources import canonical_source

GENERAL_STAFF = "Ukrainian General Staff"


def add_to(imports: typer.Typer) -> None:
    imports.command("losses")(losses)


def losses(
    context: typer.Context,
    files: Annotated[list[Path], typer.Argument(metavar="FILE…", help="Running counts by day, as JSON; one or more.")],
    corrections: Annotated[
        Path | None, typer.Option("--corrections", metavar="FILE", help="Signed corrections by day, as JSON.")
    ] = None,
    source: Annotated[str, typer.Option("--source", metavar="NAME", help="Who claims it.")] = GENERAL_STAFF,
    place: Annotated[str, typer.Option("--place", help="Where it was lost.")] = "Ukraine",
    affiliation: Annotated[str, typer.Option("--affiliation", help="Whose losses they are.")] = "Russian forces",
    period_start: Annotated[str, typer.Option("--period-start", help="The day the counts began.")] = "2022-02-24",
    item: Annotated[
        list[str] | None,
        typer.Option("--item", metavar="NAME", help="One more item that the files count; may be repeated."),
    ] = None,
    published_on: Annotated[
        str | None,
        typer.Option("--published", metavar="DATE", help="When the files stood so; else the last day in them."),
    ] = None,
    skip_bad: SkipBad = False,
    as_json: Json = False,
) -> None:
    """Record what one party claims that its enemy lost: things by item, and people, killed and wounded in one figure.

    A correction of a day revises what had been counted up to the day before, with its amount; the next value follows.

    Example: ledger import losses equipment.json personnel.json --corrections equipment_correction.json
    """
    session = session_of(context)
    claims = claims_of(files, corrections, [name for given in item or () if (name := cells.words("item", given))])
    said = published(published_on or (claims.last.isoformat() if claims.last else period_start))
    start = cells.day("period_start", period_start)
    claimed = Claimed(canonical_source(source), place, affiliation, start, said.at)
    with session.desk() as desk, bar() as told, staging() as staged, rarely_collected():
        importing = Import(desk, session.caller(desk), files[0], told, "entry")
        keys = importing.keys(series_of(claims, claimed).values())
        spoken = {words: Spoken(desk.ledger.toll(key.id), desk.log.stream(key.id)) for words, key in keys.items()}
        lines = read_losses(claims, claimed, lambda key, day: spoken[key].of(day))
        run(importing, staged, lines, skip_bad, as_json)
