"""The figures as a part of a page: between two marks, so that it is written anew and by nobody's hand."""

from __future__ import annotations

import re
from pathlib import Path

from bench.reading.judge import Verdict
from bench.reading.speed import Speed
from bench.reading.targets import OVERLAP, figures

BEGIN, END = "<!-- measured: make bench-reading WRITE=docs/reading.md -->", "<!-- end of what was measured -->"
_ROWS = {
    "drafts, F1": "draft_f1",
    "death counts of tolls, F1": "toll_count_f1",
    "death counts of events, F1": "event_count_f1",
    "breakdown, F1": "breakdown_f1",
    "days right": "date_acc",
    "start of the window right": "period_acc",
    "place, shared words": "place_f1",
    "overlap of quotes": OVERLAP,
}


class NoPlaceForFigures(Exception):
    """Raised where a page lacks the marks between which the figures stand."""


def written(found: dict[str, Verdict], speed: Speed) -> str:
    """Two tables of Markdown: scores by set, and speed."""
    told = {name: figures(verdict) for name, verdict in found.items()}
    rows = [[f"{verdict.name} ({len(verdict.documents)})" for verdict in found.values()]]
    rows += [[f"{told[name][score]:.2f}" for name in found] for score in _ROWS.values()]
    rows += [[f"{told[name]['negatives_hit']:.0f} of {verdict.negatives}" for name, verdict in found.items()]]
    scores = _table(["", *_ROWS, "drafts on passages that are no event"], rows)
    times = [list(speed.reports)]
    times += [[f"{told.middle:.0f} ms ({told.low:.0f}–{told.high:.0f})" for told in speed.reports.values()]]
    times += [[f"{grown.seconds:.1f} s" for grown in lengths] for lengths in zip(*speed.growths.values(), strict=True)]
    lengths = [grown.length for grown in next(iter(speed.growths.values()))]
    measured = _table(["processor time", "report of 2 KB, median (10–90 %)", *lengths], times)
    return f"{scores}\n\n{measured}\n\nFrom starting Python to the first report read: {speed.start / 1000:.1f} s."


def write(page: Path, found: dict[str, Verdict], speed: Speed) -> None:
    """Put the figures between the marks of the page. Raises ``NoPlaceForFigures``."""
    parts = re.split(f"{re.escape(BEGIN)}.*?{re.escape(END)}", page.read_text(encoding="utf-8"), flags=re.DOTALL)
    if len(parts) != 2:
        raise NoPlaceForFigures(page)
    page.write_text(f"{parts[0]}{BEGIN}\n{written(found, speed)}\n{END}{parts[1]}", encoding="utf-8")


def _table(heads: list[str], rows: list[list[str]]) -> str:
    """A table of Markdown; the first row heads the columns."""
    lines = [f"| {head} | " + " | ".join(row) + " |" for head, row in zip(heads, rows, strict=True)]
    lines.insert(1, "|---|" + "--:|" * len(rows[0]))
    return "\n".join(lines)
