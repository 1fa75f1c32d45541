"""The ``ucdp`` format: UCDP GED as CSV, one event a line, in the short form of 25 columns or the long one.

Kind is not given (``violence_reported``). Bounds out of order and parts that do not add up are kept as given and
flagged. Events are disjoint by construction: UCDP books each death to one event [UCDP GED codebook].
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from desk.imports import cells
from desk.imports.lines import Read, csv_lines
from desk.imports.published_incident import PublishedIncident, digest_of
from desk.imports.read_row import ReadRow, code, coordinates, kept_cell, record_id
from desk.imports.row_parties import RowParties
from desk.imports.row_places import RowPlaces
from desk.published import ucdp
from desk.published.codes import UCDP_PLACES, UCDP_TIMES
from desk.spreadsheets import as_meant
from ledger.domain.values import Actor, Casualties, Count, GroupCount, PublishedRecord, Quantifier, When, exactly
from ledger.errors import ImportLineUnfit
from ledger.sources import canonical_source

LONGEST = 200_000
"""Letters of a cell: a row lists every article it was read from."""

_MIDNIGHT = re.compile(r"[ T]00:00:00(?:\.0+)?$")
Cells = dict[str, str]


class UcdpRows:
    """Reads the rows of one file. ``country`` names the country of a file that has no column for it."""

    def __init__(self, places: RowPlaces, parties: RowParties, country: str) -> None:
        self._places, self._parties, self._country = places, parties, country

    def read(self, path: Path, read: Read) -> Iterator[ReadRow]:
        """Every line as an incident, or as what is wrong with it. Raises ``ImportUnreadable`` or ``ColumnsUnfit``."""
        for line in csv_lines(path, ucdp.CORE, (*ucdp.KEPT, *ucdp.PASSED_OVER), read, longest=LONGEST):
            if line.unfit is not None:
                yield ReadRow(line.number, line.header, line.raw, line.unfit)
                continue
            given = {column: as_meant(" ".join(cell.split())) for column, cell in line.cells.items()}
            try:
                yield ReadRow(line.number, line.header, line.raw, self._incident(given))
            except ImportLineUnfit as unfit:
                yield ReadRow(line.number, line.header, line.raw, unfit)

    def _incident(self, row: Cells) -> PublishedIncident:
        occurred = _occurred(row)
        sides = [self._side(row, column, occurred.start) for column in ("side_a", "side_b")]
        one_sided = code("type_of_violence", row["type_of_violence"], "123") == ucdp.ONE_SIDED
        killed, flags = _killed(row, one_sided)
        if code("event_clarity", row["event_clarity"], "12") == "2":
            flags.append(ucdp.SUMMARY)
        precision = UCDP_PLACES[code("where_prec", row["where_prec"], "".join(UCDP_PLACES))]
        areas = (row.get("country", "") or self._country, row["adm_1"], row["adm_2"])
        point = coordinates("latitude", row["latitude"], "longitude", row["longitude"])
        return PublishedIncident(
            kind="violence_reported",
            source=ucdp.SOURCE,
            record=_record(row),
            place=self._places.place(
                cells.words("where_coordinates", row["where_coordinates"]), areas, precision, point
            ),
            occurred=occurred,
            perpetrator=sides[0] if one_sided else None,
            target=sides[1] if one_sided else None,
            parties=() if one_sided else tuple(sides),
            casualties=Casualties(killed=killed),
            flags=tuple(flags),
        )

    def _side(self, row: Cells, column: str, on: date | None) -> Actor:
        return self._parties.party(cells.needed(column, row[column], "Government of Syria"), on)


def _occurred(row: Cells) -> When:
    start, end = (cells.day(column, _MIDNIGHT.sub("", row[column])) for column in ("date_start", "date_end"))
    if end < start:
        why = f"is before date_start, {start}"
        raise ImportLineUnfit("date_end", row["date_end"], why, "give the last day of the event")
    return When(start=start, end=end, precision=UCDP_TIMES[code("date_prec", row["date_prec"], "".join(UCDP_TIMES))])


def _killed(row: Cells, one_sided: bool) -> tuple[Count, list[str]]:
    """The dead with their bounds and by side, all as given; and what does not agree among them."""
    a, b, civilians, unknown, low, best, high = (cells.number(column, row[column]) for column in ucdp.FIGURES)
    by_side = [
        _part(a, ucdp.COMBATANTS, cells.words("side_a", row["side_a"])),
        _part(b, ucdp.COMBATANTS, cells.words("side_b", row["side_b"])),
        _part(civilians, ucdp.CIVILIANS),
        _part(unknown, ucdp.UNSPECIFIED),
    ]
    if one_sided and not b:
        del by_side[1]  # the other side are the civilians, counted as such
    flags = [] if low <= best <= high else [ucdp.OUT_OF_ORDER]
    if a + b + civilians + unknown != best:
        flags.append(ucdp.PARTS_DIFFER)
    if low == best == high:
        count = exactly(best).model_copy(update={"breakdown": tuple(by_side)})
    else:
        crossed = None if low <= best <= high else True
        count = Count(low=low, best_given=best, high=high, breakdown=tuple(by_side), out_of_order=crossed)
    return count, flags


def _part(number: int, group: str, affiliation: str | None = None) -> GroupCount:
    return GroupCount(group=group, affiliation=affiliation, low=number, high=number, qualifier=Quantifier.EXACT)


def _record(row: Cells) -> PublishedRecord:
    dyad = f"{row['side_a']} - {row['side_b']}"
    kept = {column: kept_cell(row[column]) for column in ucdp.CELLS}
    core = {column: _MIDNIGHT.sub("", row[column]) for column in ucdp.CORE} | kept
    kept["dyad_name"] = "" if row["dyad_name"] == dyad else kept_cell(row["dyad_name"])
    named = {"conflict_name": row["dyad_name"], "year": row["date_start"][:4]}
    for column in ucdp.KEPT:
        cell = row.get(column, "")
        if cell and cell != named.get(column):
            kept[column] = _originals(row) if column == "source_original" else kept_cell(cell)
    return PublishedRecord(
        dataset=ucdp.DATASET,
        id=record_id("id", row["id"], "214797"),
        digest=digest_of(core.items()),
        cells=tuple((column, cell) for column, cell in kept.items() if cell),
    )


def _originals(row: Cells) -> str:
    """Whom the articles quote, where all of them are organisations that we know; a person's name stays outside."""
    offices = {it.strip().casefold() for it in row["source_office"].split(";")}
    named = [it.strip() for it in re.split(r"[,;/]| and ", row["source_original"]) if it.strip()]
    known = (it.casefold() in offices or canonical_source(it) != it for it in named)
    return kept_cell(row["source_original"]) if all(known) else ""
