"""The measurements as tables on a terminal."""

from __future__ import annotations

from collections.abc import Sequence

from rich.table import Table

from bench.reading.judge import Verdict
from bench.reading.messages import Totals
from bench.reading.speed import LIMIT, LINEAR, MEDIAN_MS, Speed
from bench.reading.spread import Spread
from bench.reading.targets import LANGUAGES_APART, Target, figures

_ALIKE = ("draft_f1", "toll_count_f1", "event_count_f1", "breakdown_f1", "date_acc", "period_acc", "place_f1")


def verdict_mark(is_met: bool) -> str:
    return "[green]met[/]" if is_met else "[red]not met[/]"


def score_table(verdict: Verdict, targets: Sequence[Target], word: str = "") -> Table:
    """Every score of a set, with its target (``word`` says what to call it) beside it where there is one."""
    columns = ("score", "value", word, "") if targets else ("score", "value")
    table = _table(f"{verdict.name}, {len(verdict.documents)} reports", *columns)
    bounds = {target.score: target for target in targets}
    for name, value in figures(verdict).items():
        if name == "documents":
            continue
        target = bounds.get(name)
        shown = f"{value:.0f} of {verdict.negatives}" if name == "negatives_hit" else f"{value:.2f}"
        beside = (str(target), verdict_mark(target.is_met(value))) if target else ("", "")
        table.add_row(name, shown, *(beside if targets else ()))
    return table


def messages_table(found: Sequence[Totals]) -> Table:
    """Messages of health offices held against what a person entered from them."""
    table = _table(
        "messages with the figures a person entered", "territory", "messages", "all right", "right", "wrong",
        "not in the text", "the editor's own",
    )  # fmt: skip
    for told in found:
        counted = (str(told.outcomes[name]) for name in ("right", "wrong", "not stated", "noted"))
        table.add_row(told.territory, str(told.messages), str(told.whole), *counted)
    return table


def language_table(name: str, english: dict[str, float], arabic: dict[str, float]) -> Table:
    """English and Arabic side by side: no score of Arabic may be more than a tenth lower."""
    table = _table(f"{name}: languages", "score", "English", "Arabic", f"≤ {LANGUAGES_APART:.2f} lower")
    for score in _ALIKE:
        lower = round(english[score] - arabic[score], 2)
        mark = verdict_mark(lower <= LANGUAGES_APART) if lower == lower else "nothing to compare"
        table.add_row(score, f"{english[score]:.2f}", f"{arabic[score]:.2f}", mark)
    return table


def spread_table(name: str, folds: dict[str, Spread], resampled: dict[str, Spread], whole: dict[str, float]) -> Table:
    """Median and 10–90 % of each score over folds held out and over reports drawn with repetition."""
    table = _table(
        f"{name}: how far it depends on which reports are in it",
        "score", "all", "fold held out", "10–90 %", "drawn again", "10–90 %",
    )  # fmt: skip
    for score, fold in folds.items():
        drawn = resampled[score]
        table.add_row(
            score, f"{whole[score]:.2f}", f"{fold.middle:.2f}", f"{fold.low:.2f}–{fold.high:.2f}",
            f"{drawn.middle:.2f}", f"{drawn.low:.2f}–{drawn.high:.2f}",
        )  # fmt: skip
    return table


def speed_table(speed: Speed) -> Table:
    """Milliseconds for a report, growth with length, and the start."""
    table = _table("Speed", "what", "measured", "target", "")
    for name, times in speed.reports.items():
        told = f"median {times.middle:.1f} ms, 10–90 % {times.low:.1f}–{times.high:.1f} ms of {times.reports} reports"
        table.add_row(f"2 KB, {name}", told, f"≤ {MEDIAN_MS:.0f} ms", verdict_mark(times.middle <= MEDIAN_MS))
    for name, grown in speed.growths.items():
        for length in grown:
            told = f"{length.seconds:.2f} s, {length.ratio:.2f} times per KB, {length.drafts} drafts"
            longest = length is grown[-1]
            target = f"≤ {LIMIT:.0f} s, ≤ {LINEAR:g} times" if longest else ""
            mark = verdict_mark(length.seconds <= LIMIT and length.ratio <= LINEAR) if longest else ""
            table.add_row(f"{length.length}, {name}", told, target, mark)
    table.add_row("start to first report", f"{speed.start:.0f} ms", "", "")
    return table


def _table(title: str, *columns: str) -> Table:
    table = Table(title=title, title_justify="left", title_style="bold", header_style="dim")
    for at, column in enumerate(columns):
        table.add_column(column, justify="right" if at else "left")
    return table
