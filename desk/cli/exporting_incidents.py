"""``export ucdp``, ``export acled`` and ``export geojson``: incidents, one each."""

from __future__ import annotations

import typer

from desk.cli.exporting import Asked, InPlace, Out, run
from desk.cli.session import AsOfTime, AtPosition, ClockChoice, Json
from projections.moments import Clock


def add_to(exports: typer.Typer) -> None:
    exports.command("ucdp")(ucdp)


def ucdp(
    context: typer.Context,
    out: Out,
    place: InPlace = None,
    as_of: AsOfTime = None,
    at: AtPosition = None,
    clock: ClockChoice = Clock.RECORDED,
    as_json: Json = False,
) -> None:
    """Give UCDP's events back in UCDP's columns, with what was corrected here since. CC BY 4.0: cite UCDP.

    Example: ledger export ucdp ged.csv
    """
    from desk.exports import ucdp as written

    run(context, "ucdp", out, written.as_table, Asked(as_of, at, clock, place), as_json)
