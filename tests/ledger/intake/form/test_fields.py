"""Labels with their values, however a line sets them apart."""

from __future__ import annotations

from datetime import date

import pytest

from ledger.intake.form.fields import fields_of
from ledger.intake.text.marks import unmarked
from ledger.intake.text.normalise import fold


def fields(line: str) -> list[tuple[str, str]]:
    """Name and value of each field of a line."""
    folded = unmarked(fold(line))
    found = fields_of(folded.text, folded.lower, 0, len(folded.text), date(2018, 8, 2))
    return [(one.key.name, folded.text[one.start : one.end]) for one in found]


ALL = [("killed", "5"), ("injured", "12"), ("place", "Hayt")]


@pytest.mark.parametrize(
    "line",
    [
        "Killed: 5 / Injured: 12 / Location: Hayt",
        "Killed: 5, injured: 12, location: Hayt",
        "Killed: 5; Injured: 12; Location: Hayt",
        "Killed = 5 | Injured = 12 | Location = Hayt",
        "Killed - 5 / Injured - 12 / Location - Hayt",
        "Killed: 5 Injured: 12 Location: Hayt",
        "Killed? 5 Injured? 12 Where? Hayt",
        "*Killed:* 5, *Injured:* 12, *Location:* Hayt",
        "Killed:5,Injured:12,Location:Hayt",
        "Killed\t5\tInjured\t12\tLocation\tHayt",
    ],
)
def test_every_way_of_parting_labels_from_values(line: str) -> None:
    assert fields(line) == ALL


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("القتلى: ٥، الجرحى: ١٢، المكان: حيط", [("killed", "5"), ("injured", "12"), ("place", "حيط")]),
        ("عدد القتلى ٥، المكان: حيط", [("killed", "5"), ("place", "حيط")]),
        ("القتلى: ۵", [("killed", "5")]),
        ("Killed:", [("killed", "")]),
        ("Killed: ?", [("killed", "?")]),
        ("Killed: -3", [("killed", "-3")]),
        ("Killed/Injured: 5/12", [("both", "5/12")]),
        ("Time: 06:30, Place: Nawa", [("time", "06:30"), ("place", "Nawa")]),
        ("Location: Hayt town Date: 31 July", [("place", "Hayt town"), ("date", "31 July")]),
        ("Location: Nawa, Daraa, Syria", [("place", "Nawa, Daraa, Syria")]),
    ],
)
def test_values_are_kept_whole(line: str, found: list[tuple[str, str]]) -> None:
    assert fields(line) == found


def test_a_label_may_say_since_when_it_counts() -> None:
    folded = fold("Total killed since 19 July 2018: 62")
    (found,) = fields_of(folded.text, folded.lower, 0, len(folded.text), date(2018, 8, 2))
    assert found.key.is_running
    assert found.since is not None
    assert (found.since.first, folded.text[found.start : found.end]) == (date(2018, 7, 19), "62")


@pytest.mark.parametrize("line", ["Shells hit Nawa: 3 people were killed", "Nawa", "", "12:30", "Hayt - Nawa"])
def test_prose_has_no_fields(line: str) -> None:
    assert fields(line) == []
