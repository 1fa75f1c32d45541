"""UCDP's sample, what it adds up to, and how it is imported, asked and given back at a terminal."""

from __future__ import annotations

import csv
import io
from collections import defaultdict
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from tests.conftest import SHARED
from tests.desk.cli.terminal import Terminal
from tests.desk.imports.oracle import REPOSITORY

SAMPLE = REPOSITORY / "tests/data/ucdp/ged_sample.csv"
ROWS = list(csv.DictReader(SAMPLE.read_text(encoding="utf-8").splitlines()))
FIGURES = ("low", "best", "high", "deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown")
Row = dict[str, str]
GED = SHARED / "data/ucdp_ged_syria"


def table(rows: Iterable[Row], columns: Iterable[str] = ()) -> str:
    written = io.StringIO()
    writer = csv.DictWriter(written, list(columns) or list(ROWS[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return written.getvalue()


def imported(terminal: Terminal, *arguments: str | Path) -> dict[str, Any]:
    *_, summary = terminal.done("import", "ucdp", *arguments, "--json").lines
    return summary


def totals(rows: Iterable[Row], name: Callable[[Row], str | None]) -> dict[str | None, dict[str, int]]:
    """What rows add up to, by walking them."""
    found: dict[str | None, dict[str, int]] = defaultdict(lambda: dict.fromkeys((*FIGURES, "events"), 0))
    for row in rows:
        total = found[name(row)]
        total["events"] += 1
        for figure in FIGURES:
            total[figure] += int(row[figure])
    return found


def itemised(terminal: Terminal, by: str) -> dict[str | None, dict[str, int]]:
    lines = terminal.done("itemised", "--source", "UCDP", "--by", by, "--json").lines
    return {line[by]: {part: line[part] or 0 for part in (*FIGURES, "events")} for line in lines}


def given_back(terminal: Terminal, *arguments: str) -> dict[str, Row]:
    out = terminal.home.parent / "back.csv"
    terminal.done("export", "ucdp", out, *arguments)
    return {row["id"]: row for row in csv.DictReader(out.read_text(encoding="utf-8").splitlines())}


def site_only(row: Row) -> Row:
    """A row as it may be kept: of a link the site, of a list what may enter an event."""
    offices = row["source_office"].replace("http://", "").replace("www.", "").replace("liveuamap.com/", "liveuamap.com")
    return row | {
        "source_office": ";".join("withheld" if "S/2016" in it else it.split("/en/")[0] for it in offices.split(";"))
    }


def differences(rows: Iterable[Row], back: dict[str, Row]) -> list[tuple[str, str, str, str]]:
    """Cells that are not given back as they were, but for spaces said twice and links cut to their site."""
    return [
        (row["id"], column, cell, back[row["id"]][column])
        for row in rows
        for column, cell in site_only(row).items()
        if back[row["id"]][column] != " ".join(cell.split())
    ]


def changed(row: Row, **cells: str) -> Row:
    return row | cells
