"""Tables: a report in each row, and the sum below them told as a sum."""

from __future__ import annotations

from datetime import date

import pytest

from tests.ledger.intake.reader import bounds, drafts

TABLES = [
    "Place,Killed,Injured\nHayt,5,12\nNawa,2,0",
    "Place;Killed;Injured\nHayt;5;12\nNawa;2;0",
    "Place\tKilled\tInjured\nHayt\t5\t12\nNawa\t2\t0",
    "| Place | Killed | Injured |\n|-------|-------:|---------|\n| Hayt | 5 | 12 |\n| Nawa | 2 | 0 |",
    "Place     Killed   Injured\nHayt      5        12\nNawa      2        0",
    "المكان | القتلى | الجرحى\nحيط | ٥ | ١٢\nنوى | ٢ | ٠",
    "المكان، القتلى، الجرحى\nحيط، ٥، ١٢\nنوى، ٢، ٠",
]


@pytest.mark.parametrize("text", TABLES)
def test_each_row_is_a_report_with_its_own_figures(text: str) -> None:
    told = [(d.place.id if d.place else None, bounds(d.killed), bounds(d.injured)) for d in drafts(text)]
    assert told == [
        ("sy-hayt", (5, 5, "exact"), (12, 12, "exact")),
        ("sy-nawa", (2, 2, "exact"), (0, 0, "exact")),
    ]


def test_rows_with_the_same_figures_are_two_reports() -> None:
    found = drafts("Village,Killed\nTell Onezero,3\nTell Twozero,3")
    assert [bounds(draft.killed) for draft in found] == [(3, 3, "exact"), (3, 3, "exact")]


@pytest.mark.parametrize("label", ["Total", "Sum", "Total killed", "المجموع"])
def test_the_sum_is_a_toll_of_no_place_and_its_rows_are_parts_of_it(label: str) -> None:
    first, second, total = drafts(f"Clashes in Jasim.\nPlace,Killed,Injured\nHayt,5,12\nNawa,2,3\n{label},7,15")[1:]
    assert (total.kind.value, bounds(total.killed), bounds(total.injured)) == (
        "toll_stated",
        (7, 7, "exact"),
        (15, 15, "exact"),
    )
    assert total.place is None
    assert ["subset_of_total" in draft.flags for draft in (first, second, total)] == [True, True, False]


def test_columns_for_day_and_event_are_read() -> None:
    first, second = drafts("Date;Place;Event;Killed\n2018-07-30;Hayt;shelling;5\n2018-07-31;Nawa;airstrike;2")
    assert (first.kind.value, second.kind.value) == ("shelling", "strike")
    assert first.occurred is not None
    assert second.occurred is not None
    assert (first.occurred.start, second.occurred.start) == (date(2018, 7, 30), date(2018, 7, 31))


def test_an_empty_cell_is_not_known_and_no_zero() -> None:
    first, second = drafts("Place,Killed,Injured\nHayt,,12\nNawa,2,-")
    assert (first.killed, bounds(first.injured)) == (None, (12, 12, "exact"))
    assert (bounds(second.killed), second.injured) == ((2, 2, "exact"), None)


def test_a_quoted_cell_may_hold_the_delimiter() -> None:
    (draft,) = drafts('Place,Killed\n"Hayt, Daraa",5')
    assert draft.place is not None
    assert (draft.place.id, bounds(draft.killed)) == ("sy-hayt", (5, 5, "exact"))


def test_the_heading_says_since_when_the_rows_count() -> None:
    found = drafts("Toll by town since 19 July 2018\nTown,Killed\nHayt,5\nNawa,2")
    assert [(d.kind.value, d.period_start) for d in found] == [("toll_stated", date(2018, 7, 19))] * 2


@pytest.mark.parametrize("text", ["Hayt, Nawa, Tasil\nwere shelled", "a,b,c\n1,2,3", "Killed, wounded, missing"])
def test_lines_with_commas_are_no_table(text: str) -> None:
    assert all(draft.killed is None for draft in drafts(text))
