"""``extract`` and ``extract-batch``: what would be read from reports; nothing is recorded."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import orjson
import typer
from pydantic import BaseModel, JsonValue
from rich.console import Console
from rich.progress import track

from desk.cli.session import Json, emit, remark, say, session_of
from desk.lists import lists_of
from desk.reports import published, read_file
from desk.telling.drafts import draft_lines
from desk.telling.explained import explained_lines
from ledger.errors import BatchUnreadable, LedgerError
from ledger.intake.drafts import Reading
from ledger.intake.reading import read

LISTING = "documents.jsonl"


def add_to(app: typer.Typer) -> None:
    app.command("extract")(extract)
    app.command("extract-batch")(extract_batch)


def extract(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help="A report, as UTF-8 text.")],
    published_on: Annotated[
        str | None, typer.Option("--published", metavar="DATE", help="The day it was published; dates hang on it.")
    ] = None,
    source: Annotated[str | None, typer.Option("--source", metavar="NAME", help="Who published it.")] = None,
    explain: Annotated[
        bool, typer.Option("--explain", help="Say which rule and which words gave what, and what was not read.")
    ] = False,
    as_json: Json = False,
) -> None:
    """Read one report into drafts and show them; nothing is recorded.

    Example: ledger extract report.txt --published 2018-08-01
    """
    text = read_file(file)
    day = published(published_on).day if published_on else None
    lists = lists_of(session_of(context).settings)
    found = read(text, published=day, source=source, explain=explain, gazetteer=lists.gazetteer, actors=lists.actors)
    for line in _json_lines(found) if as_json else ():
        emit(line)
    for words in () if as_json else explained_lines(found, text) if explain else draft_lines(found):
        say(words)
    for note in found.notes:
        remark(note)


def _json_lines(found: Reading) -> Iterator[dict[str, JsonValue]]:
    """The drafts, with ``--explain`` each with its explanation, then what is no draft under a name of its own."""
    explained = found.explanation
    if explained is None:
        yield from (draft.line() for draft in found.drafts)
        return
    for draft, why in zip(found.drafts, explained.drafts, strict=True):
        yield {**draft.line(), "explanation": _dumped(why)}
    yield from ({"vetoed": _dumped(it)} for it in explained.vetoed)
    yield from ({"left_out": _dumped(it)} for it in explained.left_out)


def _dumped(it: BaseModel) -> JsonValue:
    return it.model_dump(mode="json")


def extract_batch(
    context: typer.Context,
    folder: Annotated[Path, typer.Argument(help=f"A folder with a {LISTING}.")],
    as_json: Annotated[bool, typer.Option("--json", help="As it always does: JSON Lines.")] = True,
) -> None:
    """Read every document that the folder's documents.jsonl lists; JSON Lines, each with its document.

    A document that cannot be read is a line on stderr and the others go on; the exit status is then 1.

    Example: ledger extract-batch corpus/
    """
    del as_json  # accepted, as every command does; there is no other form
    lists = lists_of(session_of(context).settings)
    failed = False
    listed = list(_listed(folder))
    console = Console(stderr=True)
    for document in track(listed, "reading", console=console, disable=not sys.stderr.isatty(), transient=True):
        if isinstance(document, LedgerError):
            failed = True
            remark(str(document))
            continue
        try:
            text = read_file(folder / document.file)
            day = published(document.published).day if document.published else None
            found = read(text, published=day, gazetteer=lists.gazetteer, actors=lists.actors)
        except LedgerError as refusal:
            failed = True
            remark(f"{document.name}: {refusal}")
            continue
        for draft in found.drafts:
            emit({"document": document.name, **draft.line()})
    if failed:
        raise typer.Exit(1)


@dataclass(frozen=True, slots=True)
class Listed:
    """One line of the listing: ``file`` is relative to the folder, ``published`` may be null."""

    name: str
    file: str
    published: str | None


def _listed(folder: Path) -> Iterator[Listed | LedgerError]:
    listing = folder / LISTING
    lines = read_file(listing).split("\n")
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        where = f"{listing} line {number}"
        try:
            fields = orjson.loads(line)
        except orjson.JSONDecodeError:
            yield BatchUnreadable(where, "is not JSON")
            continue
        yield _document(fields, where)


def _document(fields: object, where: str) -> Listed | LedgerError:
    if not isinstance(fields, dict):
        return BatchUnreadable(where, "is no object")
    name, file, day = fields.get("document"), fields.get("file"), fields.get("published")
    if not isinstance(name, str) or not isinstance(file, str) or not isinstance(day, str | None):
        return BatchUnreadable(where, "lacks document or file, or published is no text")
    return Listed(name, file, day)
