"""A place of UCDP's list is told by its words: what it is, and its name without that."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools.places.ged import places
from tools.places.ocha import levels, neighbourhoods

HEAD = (
    "where_coordinates,ged_adm_1,latitude,longitude,where_prec,adm3_pcode_pip,adm1_pcode_pip,adm1_pcode_from_ged_name\n"
)


@pytest.mark.parametrize(
    ("words", "name", "kind"),
    [
        ("Milltown town", "Milltown", "town"),
        ("Millham village", "Millham", "village"),
        ("Millham villge", "Millham", "village"),
        ("Old Mill camp", "Old Mill camp", "camp"),
        ("Mill gas field", "Mill gas field", "site"),
        ("Jabal Mill mountain", "Jabal Mill", "area"),
        ("Road between Milltown and Millham", "Road between Milltown and Millham", "area"),
        ("Millham", "Millham", "village"),
    ],
)
def test_the_last_word_says_what_it_is(tmp_path: Path, words: str, name: str, kind: str) -> None:
    row = f"{words},Daraa Governorate,32.7,36.1,1,SY120003,SY12,SY12\n"
    (tmp_path / "ged_places_with_pcodes.csv").write_text(HEAD + row, encoding="utf-8")
    (place,) = places(tmp_path)
    assert (place.name_en, place.kind, place.parent) == (name, kind, "sy120003")
    assert place.source == f"ged:{words}@32.700000,36.100000"


@pytest.mark.parametrize("words", ["Milltown district", "Northern Daraa Governorate", "Syria"])
def test_a_unit_of_administration_is_no_place_of_that_list(tmp_path: Path, words: str) -> None:
    row = f"{words},Daraa Governorate,32.7,36.1,1,SY120003,SY12,SY12\n"
    (tmp_path / "ged_places_with_pcodes.csv").write_text(HEAD + row, encoding="utf-8")
    assert places(tmp_path) == []


@pytest.mark.shared
def test_ochas_levels_and_neighbourhoods_are_read_whole(shared: Path) -> None:
    folder = shared / "data" / "places_syria"
    found = levels(folder)
    assert [sum(it.kind == kind for it in found) for kind in ("governorate", "district", "subdistrict")] == [
        14,
        62,
        272,
    ]
    assert all(it.name_ar for it in found)
    quarters = neighbourhoods(folder)
    assert len(quarters) == 414
    assert not any("<Null>" in it.name_en or "\n" in it.name_ar for it in quarters)
