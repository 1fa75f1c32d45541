"""The chart of one toll: its history rows as values, with title, subtitle and caption in the reader's language."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from desk.chart_words import caption_words, subtitle_words, title_words
from desk.charts import ChartValue, toll_chart
from ledger.gazetteer import Gazetteer
from projections.moments import AsOf
from projections.toll_rows import HistoryRow
from projections.tolls import KeptKey


def chart_of(kept: KeptKey, rows: Sequence[HistoryRow], as_of: AsOf, language: str, gazetteer: Gazetteer) -> bytes:
    """A PNG of every value in ``rows``; those that a later one replaced are drawn faint."""
    return toll_chart(
        chart_values(rows),
        title=title_words(kept.key, language, gazetteer),
        subtitle=subtitle_words(kept.key, language),
        caption=caption_words(as_of, language, kept.key.harm),
        language=language,
    )


def chart_values(rows: Sequence[HistoryRow]) -> list[ChartValue]:
    """Rows as the chart draws them: a value that replaced another of its day, or a lower one, names what it was."""
    before: dict[date, HistoryRow] = {}
    values: list[ChartValue] = []
    current: HistoryRow | None = None
    for row in sorted(rows, key=lambda it: (it.known_from, it.from_position)):
        replaced = before.get(row.counted_to) or (
            current if current is not None and current.counted_to <= row.counted_to else None
        )
        moved = replaced is not None and _moved(replaced, row)
        values.append(
            ChartValue(
                counted_to=row.counted_to,
                low=row.count.low,
                best=row.count.best,
                high=row.count.high,
                qualifier=row.count.qualifier.value if row.count.qualifier else None,
                known_from=row.known_from,
                revised_from=replaced.count.measure if moved and replaced else None,
                superseded=row.known_until is not None,
                withdrawn=row.withdrawn,
            )
        )
        before[row.counted_to] = row
        if current is None or row.counted_to >= current.counted_to:
            current = row
    return values


def _moved(old: HistoryRow, new: HistoryRow) -> bool:
    """Whether the new value corrects the old one: another figure for its day, or a fall from an earlier day's."""
    was, now = old.count.measure, new.count.measure
    if was is None or now is None or was == now or old.withdrawn or new.withdrawn:
        return False
    return old.counted_to == new.counted_to or now < was
