"""What the list of places lacks is said on its page."""

from __future__ import annotations

from ledger.gazetteer import Gazetteer, PlaceEntry, default_gazetteer
from tests.house.tree import REPOSITORY
from tools.places.gaps import table


def test_the_page_of_places_says_what_is_lacking_now() -> None:
    """Else: ``python -m tools.places --gaps``, and its table into docs/places.md."""
    page = (REPOSITORY / "docs" / "places.md").read_text(encoding="utf-8")
    assert "\n".join(table(default_gazetteer())) in page


def test_a_name_in_arabic_letters_among_the_aliases_is_no_gap() -> None:
    places = [
        PlaceEntry(id="sy", name_en="Syria", name_ar="سوريا", kind="country"),
        PlaceEntry(id="sy-a", name_en="A", name_ar="", kind="village", parent="sy", aliases=("ألف",)),
        PlaceEntry(id="sy-b", name_en="B", name_ar="", kind="town", parent="sy"),
    ]
    row = next(line for line in table(Gazetteer(places)) if line.startswith("| Syria"))
    assert row == "| Syria | – | – | – | 1 of 2 | – | – |"
