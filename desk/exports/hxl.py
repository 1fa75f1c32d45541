"""``hxl``: the history of tolls as a table with HXL hashtags, one row for each change of a counted day [HXL 1.1]."""

from __future__ import annotations

from collections.abc import Iterator

import orjson

from desk.exports.exporting import Export
from desk.exports.table import Cell, csv_text
from desk.hxl_columns import BOUNDS, COLUMNS, figure_tag
from ledger.domain.commands import PublishedChange
from ledger.domain.events import CODEBOOK
from ledger.domain.values import Count, Place, Reason, TollKey
from ledger.gazetteer import Gazetteer
from projections.lines import breakdown_line
from projections.toll_rows import HistoryRow
from projections.tolls import KeptKey

_LEVELS = {"country": "#country", "governorate": "#adm1", "district": "#adm2", "subdistrict": "#adm3"}

Row = dict[str, Cell]


def as_hxl(export: Export) -> Iterator[str]:
    """A note, the headings, the hashtags, then the changes of each toll by counted day as they were stated."""
    note: list[Cell] = [export.words]
    yield from csv_text([note, [column.heading for column in COLUMNS], [column.tag for column in COLUMNS]])
    yield from csv_text([row.get(column.tag) for column in COLUMNS] for row in export.counted(_rows(export)))


def _rows(export: Export) -> Iterator[Row]:
    for kept, history in export.histories():
        key = _key_cells(kept, export.desk.gazetteer)
        before: HistoryRow | None = None
        for row in history:
            goes_on = before is not None and before.counted_to == row.counted_to and not before.withdrawn
            change = PublishedChange.REVISE if goes_on else PublishedChange.ADD
            yield {**key, **_change_cells(row, change), **_figure_cells(kept.key, row.count)}
            if row.withdrawn and row.known_until is not None:
                yield {**key, **_withdrawal_cells(row)}
            before = row


def _key_cells(kept: KeptKey, gazetteer: Gazetteer) -> Row:
    key = kept.key
    return {
        "#meta+id+toll": kept.key_id,
        "#meta+source": key.source,
        "#date+start+window": key.period_start.isoformat() if key.period_start else None,
        **_place_cells(key.place, gazetteer),
        "#population+group": key.group,
        "#group+affiliation": key.affiliation,
        "#group+name+perpetrator": key.perpetrator.text if key.perpetrator else None,
        "#group+code+perpetrator": key.perpetrator.id if key.perpetrator else None,
        "#cause": key.cause,
        "#meta+basis": key.basis.value if key.basis else None,
        "#indicator+harm": key.harm.value,
    }


def _place_cells(place: Place | None, gazetteer: Gazetteer) -> Row:
    """The raw words, and beside them the place of the list with the P-codes of what it lies in [OCHA]."""
    if place is None:
        return {}
    cells: Row = {"#loc+name": place.text, "#loc+code+ledger": place.id}
    listed = gazetteer.get(place.id) if place.id else None
    for place_id in (listed.id, *gazetteer.ancestors(listed.id)) if listed else ():
        entry = gazetteer.get(place_id)
        tag = _LEVELS.get(entry.kind) if entry else None
        if entry is not None and tag is not None:
            cells |= {f"{tag}+name": entry.name_en, f"{tag}+code": entry.pcode}
    return cells


def _change_cells(row: HistoryRow, change: PublishedChange) -> Row:
    return {
        "#meta+change": change.value,
        "#date+stated": row.stated_at.isoformat(),
        "#date+end+window": row.counted_to.isoformat(),
        "#meta+reasons": _reasons(row.reasons),
        **_entry_cells(row),
    }


def _withdrawal_cells(row: HistoryRow) -> Row:
    return {
        "#meta+change": PublishedChange.WITHDRAW.value,
        "#date+stated": row.known_until.isoformat() if row.known_until else None,
        "#date+end+window": row.counted_to.isoformat(),
        "#meta+reasons": _reasons(row.withdrawal_reasons),
        **_entry_cells(row),
    }


def _entry_cells(row: HistoryRow) -> Row:
    return {
        "#status": row.status.value,
        "#date+recorded": row.recorded_at.isoformat(),
        "#meta+id+entry": f"{row.key_id}/{row.version}",
        "#meta+position": row.position,
        "#meta+codebook": CODEBOOK,
    }


def _figure_cells(key: TollKey, count: Count) -> Row:
    figures = {"best": count.best, "low": count.low, "high": count.high}
    parts = orjson.dumps(breakdown_line(count.breakdown)).decode() if count.breakdown else None
    return {
        **{f"{figure_tag(key.harm)}+{key.harm.value}+{bound}": figures[bound] for bound in BOUNDS},
        "#indicator+qualifier": count.qualifier.value if count.qualifier else None,
        "#indicator+breakdown": parts,
    }


def _reasons(reasons: tuple[Reason, ...]) -> str:
    return "; ".join(it.code.value if it.amount is None else f"{it.code.value}={it.amount:+d}" for it in reasons)
