"""Times as the public is told them."""

from __future__ import annotations

from datetime import UTC, datetime

from desk.exports.hours import to_the_hour
from projections.changes import ChangeRow

WRITTEN = datetime(2018, 8, 1, 14, 32, 5, 7, tzinfo=UTC)
THE_HOUR = datetime(2018, 8, 1, 14, tzinfo=UTC)
ROW = ChangeRow(
    position=6, id="T-0000000001", entry_id="T-0000000001/3", kind="toll_revised", outcome="recorded", counted_to=None,
    old=None, new=None, reasons=(), unexplained=None, who="admin", reporter=None, stated_at=WRITTEN,
    recorded_at=WRITTEN, report_id=None, read_at=6,
)  # fmt: skip


def test_what_a_publisher_states_of_its_own_time_stays() -> None:
    told = to_the_hour(ROW, by_monitor=False)
    assert (told.recorded_at, told.stated_at) == (THE_HOUR, WRITTEN)


def test_when_a_monitor_wrote_is_told_to_the_hour() -> None:
    told = to_the_hour(ROW, by_monitor=True)
    assert (told.recorded_at, told.stated_at) == (THE_HOUR, THE_HOUR)
