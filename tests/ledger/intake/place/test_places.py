"""Place phrases as worded, and what they are resolved to."""

from __future__ import annotations

import pytest

from ledger.intake import Phrase
from tests.ledger.intake.reader import drafts, only


def place_of(text: str) -> Phrase:
    place = only(text).place
    assert place is not None
    return place


@pytest.mark.parametrize(
    ("text", "words", "place"),
    [
        ("Warplanes bombed Nawa", "Nawa", "sy-nawa"),
        ("Warplanes bombed areas in Nawa town", "Nawa town", "sy-nawa"),
        ("Warplanes bombed Tafas city in the western countryside of Daraa",
         "Tafas city in the western countryside of Daraa", "sy-tafas"),
        ("Shells fell on the vicinity of Yarmouk Valley", "the vicinity of Yarmouk Valley", "sy-yarmouk-valley"),
        ("Shelling of Hayt area west of Daraa", "Hayt area west of Daraa", "sy-hayt"),
        ("Clashes around Saham al-Jawlan", "Saham al-Jawlan", "sy-saham-al-jawlan"),
        ("Strikes on the town of Tell Refaat", "the town of Tell Refaat", "sy-tall-rifat"),
        ("Strikes on Al-Bukamal", "Al-Bukamal", "sy-albu-kamal"),
        ("قصف على بلدة حيط بريف درعا الغربي", "بلدة حيط بريف درعا الغربي", "sy-hayt"),
        ("غارات على مدينة نوى", "مدينة نوى", "sy-nawa"),
        ("غارات على البوكمال", "البوكمال", "sy-albu-kamal"),
        ("غارات على كفرزيتا", "كفرزيتا", "sy-kafr-zayta"),
        ("غارة على سوق مدينة سرمين", "سوق مدينة سرمين", "sy-sarmin"),
    ],
)  # fmt: skip
def test_the_whole_wording_is_kept_and_resolved(text: str, words: str, place: str) -> None:
    found = place_of(text)
    assert (found.text, found.id) == (words, place)


@pytest.mark.parametrize("text", ["Shelling killed 3 people in Yarmouk", "قصف على اليرموك"])
def test_a_name_that_places_share_is_not_resolved_and_all_of_them_are_offered(text: str) -> None:
    found = place_of(text)
    assert found.id is None
    assert set(found.candidates) == {"sy-yarmouk-basin", "sy-yarmouk-camp", "sy-yarmouk-valley"}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Shelling killed 3 people in Yarmouk camp", "sy-yarmouk-camp"),
        ("Shelling killed 3 people in Yarmouk Basin", "sy-yarmouk-basin"),
        ("قصف على مخيم اليرموك", "sy-yarmouk-camp"),
        ("قصف على حوض اليرموك", "sy-yarmouk-basin"),
    ],
)
def test_words_for_the_kind_of_place_decide_between_them(text: str, place: str) -> None:
    assert place_of(text).id == place


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Warplanes bombed Zurzuq village", "Zurzuq village"),
        ("Warplanes bombed the village of Zurzuq", "the village of Zurzuq"),
        ("Shells fell on Zurzuq al-Sharqi in the northern countryside of Daraa",
         "Zurzuq al-Sharqi in the northern countryside of Daraa"),
        ("قصف على بصرالحرير الجديدة", "بصرالحرير الجديدة"),
    ],
)  # fmt: skip
def test_an_unknown_name_is_kept_in_its_words(text: str, words: str) -> None:
    found = place_of(text)
    assert (found.text, found.id) == (words, None)


def test_a_longer_name_is_not_taken_for_the_shorter_one_in_it() -> None:
    assert place_of("Strikes on Tal Qarqur").id != "sy-at-tall"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Warplanes bombed Nawa and Jasim", "Nawa and Jasim"),
        ("Shells fell on the towns of Nawa, Jasim and Inkhil in Daraa", "the towns of Nawa, Jasim and Inkhil in Daraa"),
        ("غارات على نوى وجاسم", "نوى وجاسم"),
        ("قصف على قرى زرزوق وبلقيق وطربون بريف إدلب الجنوبي", "قرى زرزوق وبلقيق وطربون بريف إدلب الجنوبي"),
    ],
)
def test_a_list_of_places_is_one_phrase_without_an_id(text: str, words: str) -> None:
    draft = only(text)
    assert draft.place == Phrase(text=words)
    assert "several_places" in draft.flags


def test_the_narrower_of_two_places_is_where_it_happened() -> None:
    found = place_of("In the western countryside of Daraa, Hayt town was targeted by shells")
    assert found.id == "sy-hayt"


def test_where_fire_or_people_come_from_is_not_the_place() -> None:
    found = place_of("A man from Jasim was killed by shelling on Nawa")
    assert found.id == "sy-nawa"


def test_where_a_report_was_filed_is_not_the_place() -> None:
    found = place_of("BEIRUT (Agency) - Russian air strikes on Nawa left 3 people dead")
    assert found.id == "sy-nawa"


def test_the_province_that_opens_the_report_stands_in_where_no_place_is_named() -> None:
    draft = only("Daraa Province, the Syrian Observatory for Human Rights: warplanes carried out 6 raids this morning")
    assert draft.place is not None
    assert draft.place.id == "sy12"
    assert "place_from_scope" in draft.flags


def test_a_total_without_a_place_is_not_given_the_provinces() -> None:
    (draft,) = drafts("Daraa Province, SOHR: the number of fighters of the SDF killed since 19 July 2018 rose to 297")
    assert draft.place is None
    assert "place_not_given" in draft.flags


def test_the_same_area_is_the_place_told_last() -> None:
    first, second = drafts("Warplanes bombed Nawa, while regime forces shelled the same area")
    assert first.place is not None
    assert second.place == Phrase(text="the same area", id=first.place.id)
    assert "place_by_reference" in second.flags


def test_the_area_of_the_report_decides_between_homonyms() -> None:
    text = "Damascus Province, SOHR: shelling on Yarmouk killed 3 people"
    (draft,) = drafts(text)
    assert draft.place is not None
    assert draft.place.id == "sy-yarmouk-camp"


def test_a_country_beside_a_province_is_left_aside() -> None:
    assert place_of("Air strikes on Syria's Idlib province").id == "sy07"


def test_a_list_that_ends_with_its_kind_begins_with_its_first_name() -> None:
    found = place_of("Regime forces shelled with artillery Zurzuq, Balqiq and Tarbun villages")
    assert found.text == "Zurzuq, Balqiq and Tarbun villages"
