"""``import``: what publishers did, from their files, one command for each format."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Annotated

import typer
from pydantic import JsonValue

from desk.cli.progress import bar
from desk.cli.session import LAGGING, Json, emit, remark, say, session_of
from desk.imports import cells
from desk.imports.bad_lines import BadLine, BadLines
from desk.imports.consistency import Question, questions
from desk.imports.importing import Import, Imported, rarely_collected
from desk.imports.ministry import COUNTED, Series, entries_of, known_day, read_ministry
from desk.imports.read_line import ReadLine
from desk.imports.staging import Staging, staging
from desk.imports.tolls import read_tolls
from desk.reports import published
from ledger.sources import canonical_source

MINISTRY = "Gaza Ministry of Health"

MOST_TOLD = 100
"""Bad lines told one by one; of more, how many there are. With --skip-bad all of them are in the file of rejects."""

app = typer.Typer(
    no_args_is_help=True,
    help="Record what publishers did, from their files. The same file again adds nothing, a longer one what is new.",
    rich_markup_mode=None,
)

SkipBad = Annotated[
    bool,
    typer.Option("--skip-bad", help="Leave bad lines out, and write them beside the input, to FILE.rejects.csv."),
]


@app.command("tolls")
def tolls(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help="A CSV file, one line per change; see docs/importing.md.")],
    skip_bad: SkipBad = False,
    as_json: Json = False,
) -> None:
    """Record every change that a publisher made to its running counts: added, revised, withdrawn.

    All lines are checked before any is recorded. Falls and withdrawals count at once, and are listed for a reviewer.

    Example: ledger import tolls gaza.csv
    """
    session = session_of(context)
    size = file.stat().st_size if file.is_file() else 0
    with session.desk() as desk, bar() as told, staging() as staged, rarely_collected():
        importing = Import(desk, session.caller(desk), file, told)
        run(importing, staged, read_tolls(file, lambda done: told("reading", done, size)), skip_bad, as_json)


@app.command("ministry")
def ministry(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help="Tech For Palestine's casualties_daily.json.")],
    source: Annotated[str, typer.Option("--source", metavar="NAME", help="Whose counts they are.")] = MINISTRY,
    place: Annotated[str, typer.Option("--place", help="Where they were counted.")] = "Gaza Strip",
    period_start: Annotated[str, typer.Option("--period-start", help="The day the counts began.")] = "2023-10-07",
    published_on: Annotated[
        str | None,
        typer.Option("--published", metavar="DATE", help="When the file stood so; else the last day in it."),
    ] = None,
    skip_bad: SkipBad = False,
    as_json: Json = False,
) -> None:
    """Record a health ministry's running counts, day by day, and ask what does not agree within them.

    Each value is compared with what is known: what differs is what the publisher did. A day's own count that is not
    what the running count moved by, and a running count that falls, are questions for a reviewer, not errors.

    Example: ledger import ministry casualties_daily.json
    """
    session = session_of(context)
    entries = entries_of(file)
    last = max((entry.day for entry in entries), default=None)
    said = published(published_on or (last.isoformat() if last else period_start))
    series = Series(canonical_source(source), place, cells.day("period_start", period_start), said.at)
    with session.desk() as desk, bar() as told, staging() as staged, rarely_collected():
        importing = Import(desk, session.caller(desk), file, told, "entry")
        keys = importing.keys(series.key(field) for field in COUNTED)
        tolls = {words: desk.ledger.toll(key.id) for words, key in keys.items()}
        lines = read_ministry(entries, series, lambda key, day: known_day(tolls[key], day))
        run(importing, staged, lines, skip_bad, as_json, tuple(questions(entries)))


def run(
    importing: Import,
    staged: Staging,
    lines: Iterable[ReadLine],
    skip_bad: bool,
    as_json: bool,
    asked: Sequence[Question] = (),
) -> None:
    """Both passes, and what is told of them."""
    counts = importing.check(staged, lines)
    tell_bad(staged, as_json)
    imported = importing.record(staged, counts, skip_bad=skip_bad)
    if not importing.desk.reached(imported.position):
        remark(LAGGING)
    for question in asked:
        if as_json:
            emit(question.line)
        else:
            say(f"question: {question.words}")
    tell(importing.file, imported, as_json)


def tell_bad(staged: BadLines, as_json: bool) -> None:
    """Name the bad lines: on stderr, and with ``--json`` as objects on stdout too."""
    more = 0
    for at, line in enumerate(staged.bad()):
        if as_json:
            emit(_bad_line(line))
        if at < MOST_TOLD:
            remark(line.told)
        else:
            more += 1
    if more:
        remark(f"… and {more} more")


def _bad_line(line: BadLine) -> dict[str, JsonValue]:
    return {
        "kind": "bad_line",
        "line": line.line,
        "column": line.column or None,
        "value": line.value,
        "code": line.code,
        "reason": line.told,
    }


def tell(file: Path, it: Imported, as_json: bool) -> None:
    """What the import came to."""
    if as_json:
        emit({
            "kind": "import",
            "file": str(file),
            "lines": it.lines,
            "recorded": it.recorded,
            "again": it.again,
            "bad": it.bad,
            "rejects": str(it.rejects) if it.rejects else None,
            "tolls": it.tolls,
            "listed": it.listed,
            "position": it.position,
        })  # fmt: skip
        return
    say(f"{file}: {it.lines} changes of {it.tolls} tolls, {it.recorded} recorded, {it.again} recorded before")
    if it.rejects:
        say(f"left out: {it.bad}, written to {it.rejects}")
    if it.listed:
        say(f"listed for a reviewer: {it.listed} changes; see: ledger review list")
    say(f"position @{it.position}")
