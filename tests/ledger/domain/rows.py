"""Samples of what an import of incidents records: a row of a published data set, as it stands and as it moved."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

from ledger.domain.events import RecordRevised, RowParts
from ledger.domain.values import (
    Actor,
    Casualties,
    Count,
    Place,
    PlacePrecision,
    Point,
    Precision,
    PublishedRecord,
    Stated,
    When,
)

PARTIES = (Actor(text="Government of Syria"), Actor(id="islamic-state", text="IS"))
UCDP_ROW = PublishedRecord(dataset="UCDP GED", id="214797", digest="0" * 63 + "1", cells=(("adm_1", "Daraa"),))
IN_BASIN = Place(
    text="Ayn Dhikr",
    within="syr.daraa.yarmouk-basin",
    point=Point(latitude=Decimal("32.750"), longitude=Decimal("35.9")),
    precision=PlacePrecision.EXACT,
)
_STATED = Stated(source="UCDP", stated_at=datetime(2018, 8, 2, 12, tzinfo=UTC))

REVISED = RecordRevised(
    old=RowParts(incident="violence_reported", parties=PARTIES, record=UCDP_ROW),
    new=RowParts(incident="violence_reported", target=PARTIES[0], means="shells", record=UCDP_ROW),
    stated=_STATED,
)
ROW: dict[str, object] = {
    "kind": "violence_reported",
    "stated": _STATED,
    "place": IN_BASIN,
    "occurred": When(start=date(2018, 7, 31), end=date(2018, 8, 1), precision=Precision.FEW_DAYS),
    "casualties": Casualties(killed=Count(low=3, best_given=2, high=4, out_of_order=True)),
    "parties": PARTIES,
    "record": UCDP_ROW,
}
