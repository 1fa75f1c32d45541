"""What sources tell of one place is one row, and a place keeps the id it had."""

from __future__ import annotations

import pytest

from tools.places.merge import give_ids, merged
from tools.places.row import Told, plain, slug


def told(source: str, name: str, lat: float, lon: float, **more: object) -> Told:
    return Told(source, name, lat=lat, lon=lon, parent="sy12", **more)  # type: ignore[arg-type]


TOWN = told("geonames:1", "Kafr Samrun", 32.70, 36.10, name_ar="كفر سمرون", kind="town")
SAME = told("ged:Kafar Samroun village@32.71,36.11", "Kafar Samroun", 32.71, 36.11)


def test_one_name_near_one_point_is_one_place_with_the_names_of_both() -> None:
    (place,) = merged([TOWN, SAME])
    row = place.row()
    assert (row["name_en"], row["name_ar"], row["kind"]) == ("Kafr Samrun", "كفر سمرون", "town")
    assert row["source"] == "geonames:1|ged:Kafar Samroun village@32.71,36.11"
    assert row["aliases"] == "Kafar Samroun"


@pytest.mark.parametrize(
    "other",
    [
        told("b", "Kafr Samrun", 32.80, 36.10),
        told("b", "Kafr Nahrin", 32.71, 36.11),
        told("b", "Kafr Samrun", 32.70, 36.10, kind="site"),
    ],
)
def test_the_same_name_far_away_another_name_and_another_sort_of_place_stay_apart(other: Told) -> None:
    assert len(merged([TOWN, other])) == 2


def test_a_place_keeps_the_id_that_any_of_its_sources_had_and_a_new_one_gets_its_own() -> None:
    places = merged([TOWN, told("c", "Kafr Samrun", 33.5, 36.1), told("d", "Kafr Samrun", 34.5, 36.1)])
    give_ids(places, {"geonames:1": "sy-old"}, {"sy-old", "sy-kafr-samrun"})
    assert [place.id for place in places] == ["sy-old", "sy-kafr-samrun-sy12", "sy-kafr-samrun-sy12-2"]


def test_an_official_code_is_the_id() -> None:
    places = merged([Told("ocha:SY12", "Daraa", kind="governorate", parent="sy", pcode="SY12")])
    give_ids(places, {}, set())
    assert places[0].id == "sy12"


def test_names_are_written_in_plain_letters() -> None:
    assert plain("Khān Yūnis") == "Khan Yunis"
    assert plain("Ma‘arratmişrīn") == "Maarratmisrin"
    assert slug("Al-Rai (Choban Bey)") == "al-rai-choban-bey"
