"""``export ucdp``, ``export acled`` and ``export geojson``: incidents, one each."""

from __future__ import annotations

from typing import Annotated

import typer

from desk.cli.exporting import Asked, InPlace, Out, run
from desk.cli.session import AsOfTime, AtPosition, ClockChoice, Json
from projections.moments import Clock

Decimals = Annotated[
    int,
    typer.Option("--decimals", min=0, max=5, help="Decimals of a degree that points are rounded to; 2: a kilometre."),
]
Restricted = Annotated[
    bool,
    typer.Option(
        "--with-restricted", help="Also what its publisher (ACLED) does not let others pass on: with leave only."
    ),
]


def add_to(exports: typer.Typer) -> None:
    exports.command("ucdp")(ucdp)
    exports.command("acled")(acled)
    exports.command("geojson")(geojson)


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


def acled(
    context: typer.Context,
    out: Out,
    place: InPlace = None,
    restricted: Restricted = False,
    as_of: AsOfTime = None,
    at: AtPosition = None,
    clock: ClockChoice = Clock.RECORDED,
    as_json: Json = False,
) -> None:
    """Incidents in ACLED's columns. What came from ACLED is left out: its terms do not let others pass it on.

    Example: ledger export acled incidents.csv --place Daraa
    """
    from desk.exports import acled as written

    run(context, "acled", out, written.as_table, Asked(as_of, at, clock, place, restricted), as_json)


def geojson(
    context: typer.Context,
    out: Out,
    place: InPlace = None,
    decimals: Decimals = 2,
    restricted: Restricted = False,
    as_of: AsOfTime = None,
    at: AtPosition = None,
    clock: ClockChoice = Clock.RECORDED,
    as_json: Json = False,
) -> None:
    """Incidents, and tolls whose place has a point, as GeoJSON (RFC 7946), with status, source and position.

    Points are those of the list of places, else those a public data set published, rounded to about a kilometre.

    Example: ledger export geojson incidents.geojson --place Daraa
    """
    from desk.exports.geojson import as_collection

    asked = Asked(as_of, at, clock, place, restricted)
    run(context, "geojson", out, lambda export: as_collection(export, decimals), asked, as_json)
