"""``import ucdp`` and ``import acled``: published data sets of incidents, one event a row."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from desk.cli.importing import SkipBad, tell_bad
from desk.cli.progress import bar
from desk.cli.session import LAGGING, Json, emit, remark, say, session_of
from desk.imports.acled import AcledRows
from desk.imports.importing import rarely_collected
from desk.imports.incident_staging import incident_staging
from desk.imports.incidents import ImportedIncidents, IncidentImport
from desk.imports.read_row import ReadRow
from desk.imports.row_parties import RowParties
from desk.imports.row_places import RowPlaces
from desk.imports.ucdp import UcdpRows
from desk.published import acled as data
from desk.published import ucdp as ged
from desk.reports import published

Published = Annotated[
    str | None,
    typer.Option("--published", metavar="DATE", help="When the file stood so; else the last day in it."),
]


def add_to(imports: typer.Typer) -> None:
    imports.command("ucdp")(ucdp)
    imports.command("acled")(acled)


def ucdp(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help="UCDP GED as CSV, in the short or the long form.")],
    country: Annotated[str, typer.Option("--country", help="Where it is, if no column says so.")] = "",
    published_on: Published = None,
    skip_bad: SkipBad = False,
    as_json: Json = False,
) -> None:
    """Record UCDP's events as incidents, figures and deaths by side as given; a changed row corrects its incident.

    All lines are checked before any is recorded. Bounds that contradict one another are kept and flagged.

    Example: ledger import ucdp ged_syria.csv --country Syria
    """
    said = published(published_on) if published_on else None
    session = session_of(context)
    with session.desk() as desk, bar() as told:
        importing = IncidentImport(desk, session.caller(desk), file, told, ged.SOURCE, "id", said)
        size = file.stat().st_size if file.is_file() else 0
        rows = UcdpRows(RowPlaces(desk.gazetteer), RowParties(desk.actors), country)
        run(importing, rows.read(file, lambda done: told("reading", done, size)), skip_bad, as_json)


def acled(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help="ACLED's event data as CSV.")],
    published_on: Published = None,
    skip_bad: SkipBad = False,
    as_json: Json = False,
) -> None:
    """Record ACLED's events as incidents; a changed row corrects its incident. Its notes are not stored.

    0 fatalities is kept as not given: ACLED writes 0 for none and for unknown. Protests and the like are passed over.
    ACLED's terms do not let others pass its data on, so that exports leave it out.

    Example: ledger import acled acled_syria.csv
    """
    said = published(published_on) if published_on else None
    session = session_of(context)
    with session.desk() as desk, bar() as told:
        importing = IncidentImport(desk, session.caller(desk), file, told, data.SOURCE, "event_id_cnty", said)
        size = file.stat().st_size if file.is_file() else 0
        rows = AcledRows(RowPlaces(desk.gazetteer), RowParties(desk.actors))
        run(importing, rows.read(file, lambda done: told("reading", done, size)), skip_bad, as_json)
    if rows.passed_over:
        remark(f"passed over: {rows.passed_over} rows of types that are no incidents here")


def run(importing: IncidentImport, rows: Iterator[ReadRow], skip_bad: bool, as_json: bool) -> None:
    """Both passes, and what is told of them."""
    with incident_staging() as staged, rarely_collected():
        counts = importing.check(staged, rows)
        tell_bad(staged, as_json)
        imported = importing.record(staged, counts, skip_bad=skip_bad)
    if not importing.desk.reached(imported.position):
        remark(LAGGING)
    tell(importing.file, imported, as_json)


def tell(file: Path, it: ImportedIncidents, as_json: bool) -> None:
    """What the import came to."""
    if as_json:
        emit({
            "kind": "import",
            "file": str(file),
            "lines": it.lines,
            "recorded": it.recorded,
            "revised": it.revised,
            "again": it.again,
            "bad": it.bad,
            "rejects": str(it.rejects) if it.rejects else None,
            "position": it.position,
        })  # fmt: skip
        return
    changed = f" ({it.revised} of them changed by their publisher)" if it.revised else ""
    say(f"{file}: {it.lines} incidents, {it.recorded} recorded{changed}, {it.again} recorded before")
    if it.rejects:
        say(f"left out: {it.bad}, written to {it.rejects}")
    say(f"position @{it.position}")
