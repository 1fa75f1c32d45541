"""Which of several places is meant is told by kind, area, spelling and renown, and the reason is given."""

from __future__ import annotations

import pytest

from ledger.gazetteer import Gazetteer, PlaceEntry


def place(place_id: str, name: str, kind: str, parent: str | None) -> PlaceEntry:
    return PlaceEntry(id=place_id, name_en=name, name_ar="", kind=kind, parent=parent)


PLACES = Gazetteer(
    [
        place("xx", "Xland", "country", None),
        place("yy", "Yland", "country", None),
        place("xx-n", "Northreach", "governorate", "xx"),
        place("xx-s", "Southreach", "governorate", "xx"),
        place("yy-e", "Eastreach", "governorate", "yy"),
        place("xx-n-tal", "Talbira", "village", "xx-n"),
        place("xx-s-tal", "Talbira", "town", "xx-s"),
        place("xx-n-zay", "Zaybura", "village", "xx-n"),
        place("xx-s-zay", "Zaibourah", "village", "xx-s"),
        place("yy-e-kos", "Kosmara", "town", "yy-e"),
        place("xx-n-low", "Lowmere", "village", "xx-n"),
        place("xx-s-low", "Lowmere", "village", "xx-s"),
    ]
)


def scores(words: str, context: str | None = None) -> dict[str, float]:
    return {it.place.id: it.score for it in PLACES.resolve(words, context=context)}


def one(words: str, context: str | None = None) -> str | None:
    found = PLACES.one(words, context)
    return found.id if found else None


def test_the_better_known_of_two_homonyms_is_meant_and_says_why() -> None:
    found = PLACES.resolve("Talbira")
    assert [it.place.id for it in found] == ["xx-s-tal", "xx-n-tal"]
    assert "less known" in found[1].reason
    assert one("Talbira") == "xx-s-tal"


def test_a_word_for_the_kind_outweighs_renown() -> None:
    assert one("Talbira village") == "xx-n-tal"
    assert one("Talbira town") == "xx-s-tal"


@pytest.mark.parametrize(("context", "meant"), [("xx-n", "xx-n-tal"), ("Northreach province", "xx-n-tal")])
def test_the_area_around_outweighs_renown(context: str, meant: str) -> None:
    assert one("Talbira", context) == meant
    assert one("Talbira in Northreach") == meant


def test_villages_alike_in_all_stay_open() -> None:
    assert scores("Lowmere") == {"xx-n-low": 1.0, "xx-s-low": 1.0}
    assert one("Lowmere") is None
    assert one("Lowmere", "xx-s") == "xx-s-low"


def test_a_name_heard_alike_is_offered_behind_the_one_that_is_written_so() -> None:
    assert one("Zaybura") == "xx-n-zay"
    assert set(scores("Zaybura")) == {"xx-n-zay", "xx-s-zay"}
    assert one("Zeibura") is None, "neither is written so"


@pytest.mark.parametrize("words", ["Lowmere in Nowheria", "Zaybura village of Nowheria"])
def test_a_little_place_is_not_taken_for_one_in_an_area_nobody_knows(words: str) -> None:
    assert one(words) is None
    assert all("outside" in it.reason for it in PLACES.resolve(words))


def test_a_place_abroad_is_not_taken_where_the_area_is_named() -> None:
    assert one("Kosmara") == "yy-e-kos"
    assert one("Kosmara", "xx-n") is None
