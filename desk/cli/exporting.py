"""``export``: what is known, written to a file that others read, one command for each format."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from desk.cli.progress import bar
from desk.cli.session import AsOfTime, AtPosition, ClockChoice, Json, emit, moment_of, remark, say, session_of
from desk.exports.exporting import Export
from desk.exports.output import STDOUT, not_into_home, write
from ledger.errors import ExportFormUnclear, ExportUnwritable
from projections.moments import Audience, Clock

app = typer.Typer(
    no_args_is_help=True,
    help="Write what is known to a file that others read: reviewed values only, with the position they were read at.",
    rich_markup_mode=None,
)

Out = Annotated[Path, typer.Argument(metavar="OUT", help="The file to write, whole or not at all; - is stdout.")]
InPlace = Annotated[str | None, typer.Option("--place", help="Only there, and in what lies in it.")]

Form = Callable[[Export], Iterator[str]]


class Asked(NamedTuple):
    """What is exported: as of when, on which clock, of where."""

    as_of: str | None
    at: str | None
    clock: Clock
    place: str | None = None
    restricted: bool = False


class CorrectionsForm(StrEnum):
    CSV = "csv"
    JSONL = "jsonl"
    JSON = "json"
    XML = "xml"
    ATOM = "atom"


@app.command("corrections")
def corrections(
    context: typer.Context,
    out: Out,
    form: Annotated[CorrectionsForm | None, typer.Option("--format", help="Else the ending of OUT says it.")] = None,
    as_of: AsOfTime = None,
    at: AtPosition = None,
    clock: ClockChoice = Clock.RECORDED,
    as_json: Json = False,
) -> None:
    """Everything that was corrected, withdrawn or retracted: old, new, why, and who agreed by role.

    A table (csv, jsonl), or a feed to subscribe to: JSON Feed 1.1 (json) or Atom 1.0 (xml, atom).

    Example: ledger export corrections corrections.atom
    """
    from desk.exports import corrections as written
    from desk.exports import feeds

    forms: dict[CorrectionsForm, Form] = {
        CorrectionsForm.CSV: written.as_table,
        CorrectionsForm.JSONL: written.as_lines,
        CorrectionsForm.JSON: feeds.as_json_feed,
        CorrectionsForm.XML: feeds.as_atom,
        CorrectionsForm.ATOM: feeds.as_atom,
    }
    chosen = form or _by_ending(out)
    run(context, "corrections", out, forms[chosen], Asked(as_of, at, clock), as_json)


@app.command("events")
def events(
    context: typer.Context, out: Out, as_of: AsOfTime = None, at: AtPosition = None, as_json: Json = False
) -> None:
    """The log itself, every entry as it was recorded (CloudEvents 1.0, JSON Lines), for an empty home or an auditor.

    For admins and auditors only: it holds member ids, and what nobody has reviewed. Names and words stay in the vault.

    Example: ledger export events events.jsonl
    """
    from desk.exports.events import as_cloud_events

    asked = Asked(as_of, at, Clock.RECORDED)
    run(context, "events", out, as_cloud_events, asked, as_json, Audience.MEMBERS)


@app.command("hxl")
def hxl(
    context: typer.Context,
    out: Out,
    place: InPlace = None,
    as_of: AsOfTime = None,
    at: AtPosition = None,
    clock: ClockChoice = Clock.STATED,
    as_json: Json = False,
) -> None:
    """The history of tolls as a table with HXL hashtags and P-codes, one row for each change of a counted day.

    Example: ledger export hxl tolls.hxl.csv --place Daraa
    """
    from desk.exports.hxl import as_hxl

    run(context, "hxl", out, as_hxl, Asked(as_of, at, clock, place), as_json)


@app.command("datapackage")
def datapackage(
    context: typer.Context,
    out: Annotated[Path, typer.Argument(metavar="FOLDER", help="The folder to write; not there yet, or empty.")],
    place: InPlace = None,
    as_of: AsOfTime = None,
    at: AtPosition = None,
    clock: ClockChoice = Clock.RECORDED,
    as_json: Json = False,
) -> None:
    """Tolls, their history, incidents, corrections and the code book as tables with their schemas (Data Package).

    Example: ledger export datapackage ledger-data
    """
    from desk.exports.datapackage import write_package

    if out == STDOUT:
        raise ExportUnwritable(str(out), "it is stdout, and a data package is a folder")
    _run(context, "datapackage", out, write_package, Asked(as_of, at, clock, place), as_json)


def run(
    context: typer.Context,
    what: str,
    out: Path,
    form: Form,
    asked: Asked,
    as_json: bool,
    audience: Audience = Audience.PUBLIC,
) -> None:
    """Write one export, and say what it came to. What is for members only is readable by its owner alone."""

    def put(export: Export, out: Path) -> int:
        return write(out, form(export), private=audience is Audience.MEMBERS)

    _run(context, what, out, put, asked, as_json, audience)


def _run(
    context: typer.Context,
    what: str,
    out: Path,
    put: Callable[[Export, Path], int],
    asked: Asked,
    as_json: bool,
    audience: Audience = Audience.PUBLIC,
) -> None:
    session = session_of(context)
    with session.desk() as desk, bar() as told:
        session.caller(desk)
        not_into_home(out, desk.settings)
        path = desk.place(asked.place).path if asked.place else None
        moment = moment_of(desk, asked.as_of, asked.at, asked.clock)
        export = Export(desk, moment, path, told, audience, asked.restricted)
        size = put(export, out)
        about = export.about if as_json else {}
    if as_json and out != STDOUT:
        emit(
            {
                "kind": "export",
                "format": what,
                "file": str(out),
                "rows": export.rows,
                "bytes": size,
                "left_out": export.left_out,
                **about,
            }
        )
    else:
        tell = remark if out == STDOUT else say
        tell(f"{what}: {export.rows} rows to {'stdout' if out == STDOUT else out}. {export.words}")


def _by_ending(out: Path) -> CorrectionsForm:
    ending = out.suffix.removeprefix(".").casefold()
    if ending in list(CorrectionsForm):
        return CorrectionsForm(ending)
    raise ExportFormUnclear(str(out), [it.value for it in CorrectionsForm])
