"""``make bench-reading``: every score of the reader beside its target, its spread, and its speed."""

from __future__ import annotations

import os
from collections import Counter
from functools import partial
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import Progress

from bench.reading import speed, spread, targets
from bench.reading.judge import Judge, Tally, Verdict, judge_of, verdict
from bench.reading.messages import TERRITORIES, totals
from bench.reading.page import write
from bench.reading.tables import language_table, messages_table, score_table, speed_table, spread_table

REPOSITORY = Path(__file__).resolve().parents[2]
KEPT = REPOSITORY / "tests" / "data" / "reading"
SHARED = Path(os.environ.get("LEDGER_SHARED") or REPOSITORY.parent / "shared")
DEV = "the corpus beside the repository"
KEPT_SETS = {
    "dev_en": "kept English, studied",
    "dev_ar": "kept Arabic, studied",
    "val_en": "kept English, not looked at",
    "val_ar": "kept Arabic, not looked at",
}
UNSEEN = ("val_en", "val_ar")


def measured(progress: Progress) -> dict[str, Verdict]:
    """The verdicts by folder; empty where the judge does not lie beside the repository."""
    script = SHARED / "corpus" / "score.py"
    if not script.is_file():
        return {}
    folders = {"dev": (SHARED / "corpus" / "dev", DEV)} | {n: (KEPT / n, title) for n, title in KEPT_SETS.items()}
    task = progress.add_task("reading the sets", total=len(folders))
    found: dict[str, Verdict] = {}
    for name, (folder, title) in folders.items():
        found[name] = verdict(script, folder, title)
        progress.advance(task)
    return found


def by_language(judge: Judge, found: Verdict) -> dict[str, dict[str, float]]:
    """The scores of each language of a set."""
    totals: dict[str, Tally] = {}
    for language, tally in found.documents:
        totals.setdefault(language, Counter()).update(tally)
    return {language: judge.summary(tally) for language, tally in totals.items()}


def show_scores(console: Console, progress: Progress, found: dict[str, Verdict]) -> None:
    """The tables of all sets; of those that nobody may look at, totals only."""
    judge = judge_of(SHARED / "corpus" / "score.py")
    for name, told in found.items():
        bounds = targets.DEVELOPMENT if name == "dev" else targets.unseen(told.negatives) if name in UNSEEN else ()
        console.print(score_table(told, bounds, "target" if name == "dev" else "aim"))
        console.print(f"SCORE {told.line}\n", soft_wrap=True, highlight=False)
    languages = by_language(judge, found["dev"])
    console.print(language_table(DEV, languages["en"], languages["ar"]))
    console.print(language_table("the kept sets, studied", found["dev_en"].scores, found["dev_ar"].scores))
    console.print(language_table("the kept sets, not looked at", found["val_en"].scores, found["val_ar"].scores))
    for name in ("dev", "dev_en", "dev_ar"):
        told = found[name]
        tallies = [tally for _, tally in told.documents]
        task = progress.add_task(f"spread of {told.name}", total=spread.SEEDS + spread.RESAMPLES)
        folds = spread.held_out(judge, tallies, partial(progress.advance, task))
        drawn = spread.resampled(judge, tallies, partial(progress.advance, task))
        console.print(spread_table(told.name, folds, drawn, told.scores))


def show_speed(console: Console, progress: Progress) -> speed.Speed:
    """Measures and shows the speed; returns what was measured."""
    reports = {name: speed.texts(KEPT / folder) for name, folder in (("English", "dev_en"), ("Arabic", "dev_ar"))}
    task = progress.add_task("speed", total=speed.steps(reports))
    found = speed.measured(reports, partial(progress.advance, task))
    console.print(speed_table(found))
    return found


def show_messages(console: Console) -> list[str]:
    """The table of messages beside the repository; gives the target that they miss."""
    file = SHARED / "data" / "tfp_palestine" / "source_reports.jsonl"
    if not file.is_file():
        return []
    told = [totals(file, territory) for territory in TERRITORIES]
    console.print(messages_table(told))
    whole = told[0].whole
    return [] if whole >= targets.MESSAGES else [f"ministry messages all right ≥ {targets.MESSAGES}"]


def main(
    page: Annotated[Path | None, typer.Option("--write", help="Write the figures into this page.")] = None,
) -> None:
    """Measure reading. Ends with 1 where a target of the corpus, or the limit of a megabyte, is missed."""
    console = Console(width=None if os.isatty(1) else 110)
    missed: list[str] = []
    with Progress(console=Console(stderr=True), transient=True) as progress:
        found = measured(progress)
        if found:
            show_scores(console, progress, found)
            missed += [f"{target.score} {target}" for target in targets.missed(found["dev"], targets.DEVELOPMENT)]
        else:
            console.print(f"Skipped, as nothing judges the drafts: {SHARED} is not here. LEDGER_SHARED may name it.")
        missed += show_messages(console)
        times = show_speed(console, progress)
    missed += times.over_limit
    if page is not None and found:
        write(page, found, times)
    console.print(f"Missed: {'; '.join(missed)}" if missed else "Nothing that was measured misses a target that binds.")
    raise typer.Exit(bool(missed))


if __name__ == "__main__":
    typer.run(main)
