"""Names to places in both languages: homonyms stay open, kinds and areas decide, one place has one id."""

from __future__ import annotations

import pytest

from ledger.gazetteer import CLOSE, Gazetteer, PlaceEntry, default_gazetteer

GAZETTEER = default_gazetteer()


def one(text: str, context: str | None = None) -> str | None:
    found = GAZETTEER.one(text, context)
    return found.id if found else None


@pytest.mark.parametrize(
    ("names", "place"),
    [
        (("Hayt", "Heit", "Hayt town", "حيط", "بلدة حيط"), "sy-hayt"),
        (("Yarmouk Basin", "the Yarmouk basin", "حوض اليرموك"), "sy-yarmouk-basin"),
        (("Tafas", "Tafas city", "Tafass", "طفس", "مدينة طفس"), "sy-tafas"),
        (("Jasim", "Jassem", "Jasem town", "جاسم", "مدينة جاسم"), "sy-jasim"),
        (("Douma", "Duma", "Douma city", "دوما", "مدينة دوما"), "sy-douma"),
        (("Khan Shaykhun", "Khan Sheikhoun", "Khan Shaikhoon", "خان شيخون", "خانشيخون"), "sy-khan-shaykhun"),
        (("Ghouta", "al-Ghouta", "Ghouta of Damascus", "الغوطة", "غوطة دمشق"), "sy-ghouta"),
        (("Eastern Ghouta", "the Eastern Ghouta", "الغوطة الشرقية"), "sy-eastern-ghouta"),
        (("Western Ghouta", "West Ghouta", "الغوطة الغربية"), "sy-western-ghouta"),
        (("Jabal al-Zawiya", "Jabal az-Zawiyah", "جبل الزاوية"), "sy-jabal-al-zawiya"),
        (("Lajat", "al-Lajah", "اللجاة"), "sy-al-lajat"),
        (("Houran", "Hauran", "حوران"), "sy-houran"),
        (("the Badia", "Syrian Desert", "البادية السورية", "البادية"), "sy-badia"),
        (("east of the Euphrates", "شرق الفرات"), "sy-euphrates-east-bank"),
        (("55-km area", "منطقة 55"), "sy-55-km-area"),
        (("Gaza", "غزة", "قطاع غزة", "Gaza Strip"), "ps02"),
        (("West Bank", "الضفة الغربية"), "ps01"),
        (("Al-Shifa hospital", "Shifa medical complex", "مجمع الشفاء الطبي"), "ps-shifa-hospital"),
        (("Dahiyeh", "Dahieh", "الضاحية الجنوبية"), "lb-southern-suburbs-of-beirut"),
        (("South Lebanon", "جنوب لبنان"), "lb6"),
        (("Donbas", "Donbass", "دونباس"), "ua-donbas"),
        (("Kyiv oblast",), "ua32"),
        (("Kafr Zita", "Kafr Zita town", "كفرزيتا", "كفر زيتا"), "sy-kafr-zayta"),
        (("Daraa", "Dar'a", "Deraa", "درعا", "Daraa Province", "محافظة درعا"), "sy12"),
        (("Daraa city", "مدينة درعا"), "sy-daraa-city"),
        (("Rif Dimashq", "ريف دمشق", "Damascus countryside"), "sy03"),
        (("Damascus", "دمشق"), "sy01"),
        (("Tall Rifaat", "Tell Refaat", "تل رفعت"), "sy-tall-rifat"),
        (("Al-Bukamal", "البوكمال"), "sy-albu-kamal"),
    ],
)
def test_the_names_of_a_place_in_both_languages_have_one_id(names: tuple[str, ...], place: str) -> None:
    assert {name: one(name) for name in names} == dict.fromkeys(names, place)


def test_a_name_that_places_share_is_left_open_with_all_of_them() -> None:
    found = GAZETTEER.resolve("Yarmouk")
    likely = {candidate.place.id for candidate in found if found[0].score - candidate.score < CLOSE}
    assert likely == {"sy-yarmouk-basin", "sy-yarmouk-camp", "sy-yarmouk-valley"}
    assert one("Yarmouk") is None
    assert one("اليرموك") is None


@pytest.mark.parametrize(
    ("text", "context", "place"),
    [
        ("Yarmouk camp", None, "sy-yarmouk-camp"),
        ("Yarmouk", "sy01", "sy-yarmouk-camp"),
        ("Yarmouk in Damascus", None, "sy-yarmouk-camp"),
    ],
)
def test_kind_and_area_decide_between_homonyms(text: str, context: str | None, place: str) -> None:
    assert one(text, context) == place


def test_an_unknown_name_is_no_place() -> None:
    assert one("Zzyzxville") is None
    assert one("") is None


def test_a_place_known_only_by_what_is_around_it_is_not_resolved_to_that() -> None:
    assert one("Zzyzxville in Daraa") is None


def test_whole_and_parts_of_an_area_lie_in_one_another() -> None:
    assert GAZETTEER.contains("sy-ghouta", "sy-eastern-ghouta")
    assert GAZETTEER.contains("sy03", "sy-western-ghouta")
    assert GAZETTEER.contains("ps-gaza-city", "ps-shifa-hospital")


@pytest.mark.parametrize(
    ("text", "place"),
    [("Yarmuk Basin", "sy-yarmouk-basin"), ("Al-Shuhail", "sy-shuhayl"), ("Syria's Idlib province", "sy07")],
)
def test_a_slip_of_the_pen_is_forgiven_and_a_name_written_as_it_is_heard(text: str, place: str) -> None:
    assert one(text) == place


def test_containment_runs_up_to_the_country() -> None:
    assert GAZETTEER.contains("sy12", "sy-hayt")
    assert GAZETTEER.contains("sy-hayt", "sy-hayt")
    assert not GAZETTEER.contains("sy-hayt", "sy12")
    assert GAZETTEER.ancestors("sy-hayt")[-1] == "sy"
    assert GAZETTEER.path("sy-hayt").startswith("sy/sy12/")


def test_names_are_given_in_either_language() -> None:
    assert (GAZETTEER.name("sy-hayt", "en"), GAZETTEER.name("sy-hayt", "ar")) == ("Hayt", "حيط")
    assert GAZETTEER.name("sy-nowhere", "en") == "sy-nowhere"


def test_of_places_in_one_another_with_one_name_the_one_usually_meant_is_chosen() -> None:
    small = Gazetteer(
        [
            PlaceEntry(id="x", name_en="Xland", name_ar="", kind="country"),
            PlaceEntry(id="x1", name_en="Foo", name_ar="فو", kind="subdistrict", parent="x"),
            PlaceEntry(id="x1-foo", name_en="Foo", name_ar="فو", kind="town", parent="x1"),
        ]
    )
    found = small.one("Foo")
    assert found is not None
    assert found.id == "x1-foo"
