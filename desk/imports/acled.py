"""The ``acled`` format: ACLED's event data as CSV, one event a line. What ACLED wrote (``notes``) is not stored.

Rows of types that are no incidents here (protests, bases) are passed over and counted. ACLED writes 0 fatalities where
nobody died and where it does not know; so 0 is kept as not given, flagged, and given back as 0 [ACLED codebook].
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

from desk.imports import cells
from desk.imports.lines import Read, csv_lines
from desk.imports.published_incident import PublishedIncident, digest_of
from desk.imports.read_row import ReadRow, code, coordinates, kept_cell, record_id
from desk.imports.row_parties import RowParties
from desk.imports.row_places import RowPlaces
from desk.published import acled
from desk.published.codes import ACLED_PLACES, ACLED_TIMES
from desk.spreadsheets import as_meant
from ledger.domain.values import Actor, Casualties, Count, PublishedRecord, When
from ledger.errors import ImportLineUnfit

LONGEST = 200_000
"""Letters of a cell: ACLED's notes are paragraphs."""

PASSED_OVER = ("notes", "data_id", "event_id_no_cnty", "iso3", "population_1km", "population_2km", "population_5km",
               "population_best")  # fmt: skip
_OPTIONAL = (*(column for column in acled.COLUMNS if column not in acled.NEEDED), *PASSED_OVER)
_MONTHS = {
    name: number
    for number, name in enumerate(
        ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
         "december"), start=1,
    )
}  # fmt: skip
_DIRECTED = ("explosions/remote violence", "violence against civilians")
"""Event types whose first actor did it to the second; elsewhere both are parties [ACLED codebook]."""

Cells = dict[str, str]


class AcledRows:
    """Reads the rows of one file; ``passed_over`` counts those that are no incidents here."""

    def __init__(self, places: RowPlaces, parties: RowParties) -> None:
        self._places, self._parties = places, parties
        self.passed_over = 0

    def read(self, path: Path, read: Read) -> Iterator[ReadRow]:
        """Every line as an incident, or as what is wrong with it. Raises ``ImportUnreadable`` or ``ColumnsUnfit``."""
        for line in csv_lines(path, acled.NEEDED, _OPTIONAL, read, longest=LONGEST):
            if line.unfit is not None:
                yield ReadRow(line.number, line.header, line.raw, line.unfit)
                continue
            given = {column: as_meant(" ".join(cell.split())) for column, cell in line.cells.items()}
            kind = acled.kinds().get(given["sub_event_type"].casefold())
            if kind is None and acled.event_type(given["sub_event_type"]):
                self.passed_over += 1
                continue
            try:
                yield ReadRow(line.number, line.header, line.raw, self._incident(given, kind))
            except ImportLineUnfit as unfit:
                yield ReadRow(line.number, line.header, line.raw, unfit)

    def _incident(self, row: Cells, kind: str | None) -> PublishedIncident:
        if kind is None:
            why = "is empty" if not row["sub_event_type"] else "is no sub-event type of ACLED's"
            fix = "correct it, or add it to desk/published/acled.yaml"
            raise ImportLineUnfit("sub_event_type", row["sub_event_type"], why, fix, "Air/drone strike")
        on = _day(row["event_date"])
        dead = cells.number("fatalities", row["fatalities"])
        actors = [self._actor(row, column, on) for column in ("actor1", "actor2")]
        directed = row["event_type"].casefold() in _DIRECTED
        precision = ACLED_PLACES[code("geo_precision", row["geo_precision"], "".join(ACLED_PLACES))]
        areas = (row["country"], row["admin1"], row.get("admin2", ""))
        point = coordinates("latitude", row["latitude"], "longitude", row["longitude"])
        return PublishedIncident(
            kind=kind,
            source=acled.SOURCE,
            record=_record(row),
            place=self._places.place(cells.words("location", row.get("location", "")), areas, precision, point),
            occurred=When(
                start=on,
                end=on,
                precision=ACLED_TIMES[code("time_precision", row["time_precision"], "".join(ACLED_TIMES))],
            ),
            perpetrator=actors[0] if directed else None,
            target=actors[1] if directed else None,
            parties=() if directed else tuple(it for it in actors if it is not None),
            casualties=Casualties(killed=Count(low=dead, high=dead) if dead else None),
            flags=() if dead else (acled.NO_DEATHS,),
            stated_at=_changed_at(row.get("timestamp", "")),
        )

    def _actor(self, row: Cells, column: str, on: date) -> Actor | None:
        words = cells.words(column, row[column])
        return self._parties.party(words, on) if words else None


def _record(row: Cells) -> PublishedRecord:
    kept = {column: kept_cell(row[column]) for column in acled.KEPT if row.get(column)}
    told = {column: row[column] for column in acled.NEEDED} | kept
    return PublishedRecord(
        dataset=acled.DATASET,
        id=record_id("event_id_cnty", row["event_id_cnty"], "SYR12345"),
        digest=digest_of(sorted((told | {"event_date": _day(row["event_date"]).isoformat()}).items())),
        cells=tuple(kept.items()),
    )


def _day(cell: str) -> date:
    """``2018-08-01``, or ``01 August 2018`` as older files have it."""
    words = cell.casefold().split()
    if len(words) == 3 and words[1] in _MONTHS and words[0].isdigit() and words[2].isdigit():
        return cells.day("event_date", f"{int(words[2]):04}-{_MONTHS[words[1]]:02}-{int(words[0]):02}")
    return cells.day("event_date", cell)


def _changed_at(cell: str) -> datetime | None:
    """When ACLED last changed the row: seconds since 1970."""
    if not cell:
        return None
    try:
        return datetime.fromtimestamp(cells.number("timestamp", cell), UTC)
    except (OverflowError, OSError, ValueError) as unfit:
        why = "is no moment"
        raise ImportLineUnfit("timestamp", cell, why, "give seconds since 1970", "1652129845") from unfit
