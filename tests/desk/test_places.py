"""A question about a place is about one place, or comes back with a menu."""

from __future__ import annotations

import pytest

from desk.places import Asked, asked_place
from ledger.errors import PlaceAmbiguous, PlaceUnknown
from ledger.gazetteer import Gazetteer, PlaceEntry, default_gazetteer
from ledger.intake.drafts import Phrase
from tests.desk.scene import JASIM, Scene, strike, toll

PLACES = Gazetteer(
    [
        PlaceEntry(id="xx", name_en="Country", name_ar="بلد", kind="country"),
        PlaceEntry(id="xx-north", name_en="Northland", name_ar="الشمالية", kind="governorate", parent="xx"),
        PlaceEntry(id="xx-south", name_en="Southland", name_ar="الجنوبية", kind="governorate", parent="xx"),
        PlaceEntry(id="xx-tall-n", name_en="Talltown", name_ar="التلة", kind="town", parent="xx-north"),
        PlaceEntry(id="xx-tall-s", name_en="Talltown", name_ar="التلة", kind="town", parent="xx-south"),
        PlaceEntry(id="xx-lone", name_en="Lonetown", name_ar="الوحيدة", kind="town", parent="xx-south"),
    ]
)


@pytest.mark.parametrize("words", ["Lonetown", "  lonetown ", "LONETOWN", "الوحيدة", "xx-lone"])
def test_a_name_in_either_language_or_an_id_is_the_place(words: str) -> None:
    asked = asked_place(words, PLACES)
    assert (asked.place_id, asked.path) == ("xx-lone", "xx/xx-south/xx-lone/")


@pytest.mark.parametrize("words", ["Talltown", "التلة"])
def test_a_name_that_two_places_share_comes_back_with_both_ids(words: str) -> None:
    with pytest.raises(PlaceAmbiguous) as menu:
        asked_place(words, PLACES)
    assert "xx-tall-n" in str(menu.value)
    assert "xx-tall-s" in str(menu.value)
    assert menu.value.example in ("xx-tall-n", "xx-tall-s")


def test_each_id_of_the_menu_is_then_the_place() -> None:
    assert asked_place("xx-tall-s", PLACES).path == "xx/xx-south/xx-tall-s/"


def test_words_of_no_list_are_looked_for_as_they_stand() -> None:
    assert asked_place("Nowhere  at all", PLACES) == Asked("~nowhere at all/", None, "Nowhere at all")


@pytest.mark.parametrize("words", ["", "   ", "\t\n"])
def test_no_words_are_no_place(words: str) -> None:
    with pytest.raises(PlaceUnknown):
        asked_place(words, PLACES)


def test_a_place_of_which_nothing_is_known_and_no_list_knows_is_refused(scene: Scene) -> None:
    with pytest.raises(PlaceUnknown):
        scene.desk.place("Nowhere at all")


def test_names_alike_are_offered(scene: Scene) -> None:
    with pytest.raises(PlaceUnknown) as refused:
        scene.desk.place("Yarmouk Basn Vally")
    assert refused.value.code == "E-PLACE-02"


def test_a_place_of_no_list_is_found_by_its_words_once_something_is_recorded_of_it(scene: Scene) -> None:
    scene.submit(toll(5, 1, place=Phrase(text="Nowhere at all")), strike(2, place=Phrase(text="the old mill")))
    assert scene.desk.place("nowhere AT all").place_id is None
    assert scene.desk.place("The Old Mill").path == "~the old mill/"


def test_every_place_of_the_list_is_found_by_its_id() -> None:
    gazetteer = default_gazetteer()
    assert asked_place(JASIM.id or "", gazetteer).place_id == JASIM.id
