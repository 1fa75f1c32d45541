"""A file of one's own places adds to the list or gives known places names; what does not fit is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from ledger.errors import OwnListUnfit, SettingUnusable
from ledger.gazetteer import Gazetteer, default_gazetteer, gazetteer_with

HEAD = "id,name_en,name_ar,kind,parent,pcode,aliases,lat,lon\n"
MILL = "sy-west-mill,West Mill,الطاحونة الغربية,village,sy120003,,Mill of the West|Tahounat al-Gharb,32.75,35.9\n"


def listed(tmp_path: Path, rows: str, head: str = HEAD) -> Gazetteer:
    file = tmp_path / "places.csv"
    file.write_text(head + rows, encoding="utf-8")
    return gazetteer_with(file)


def meant(gazetteer: Gazetteer, words: str) -> str | None:
    found = gazetteer.one(words)
    return found.id if found else None


def test_without_a_file_the_places_are_those_that_come_with_us() -> None:
    assert gazetteer_with(None) is default_gazetteer()


def test_a_new_place_is_known_by_all_its_names_and_by_ear_and_lies_where_its_row_says(tmp_path: Path) -> None:
    gazetteer = listed(tmp_path, MILL)
    for words in (
        "West Mill",
        "Mill of the West",
        "Tahunat al-Gharb",
        "الطاحونة الغربية",
        "West Mill village in Daraa",
    ):
        assert meant(gazetteer, words) == "sy-west-mill", words
    assert gazetteer.path("sy-west-mill") == "sy/sy12/sy1200/sy120003/sy-west-mill"
    assert gazetteer.longest(["west", "mill"], 0) == 2
    assert meant(gazetteer, "Jasim") == meant(default_gazetteer(), "Jasim")
    assert default_gazetteer().get("sy-west-mill") is None
    assert len(list(gazetteer)) == len(list(default_gazetteer())) + 1


def test_a_known_place_is_given_more_names_and_stays_where_it_is(tmp_path: Path) -> None:
    gazetteer = listed(tmp_path, "sy-hayt,,,,,,The Old Wall|السور العتيق,,\n")
    ours, after = default_gazetteer().get("sy-hayt"), gazetteer.get("sy-hayt")
    assert ours is not None
    assert after == ours.model_copy(update={"aliases": ("The Old Wall", "السور العتيق", *ours.aliases)})
    assert (meant(gazetteer, "the Old Wall"), meant(gazetteer, "السور العتيق")) == ("sy-hayt", "sy-hayt")
    assert meant(gazetteer, "حيط") == "sy-hayt"


def test_a_name_is_given_in_the_language_there_is(tmp_path: Path) -> None:
    gazetteer = listed(tmp_path, "sy-mill,,طاحونة الوادي,village,sy12,,,,\n")
    assert (gazetteer.name("sy-mill", "en"), gazetteer.name("sy-mill", "ar")) == ("طاحونة الوادي", "طاحونة الوادي")


def test_a_parent_may_stand_in_the_same_file(tmp_path: Path) -> None:
    gazetteer = listed(tmp_path, "sy-mill,Mill Row,,village,sy-mills,,,,\nsy-mills,The Mills,,area,sy12,,,,\n")
    assert gazetteer.ancestors("sy-mill")[:2] == ("sy-mills", "sy12")


def test_places_that_lie_elsewhere_have_another_number(tmp_path: Path) -> None:
    trees = {
        default_gazetteer().tree,
        listed(tmp_path, MILL).tree,
        listed(tmp_path, MILL.replace("sy120003", "sy120005")).tree,
    }
    assert len(trees) == 3
    assert all(0 <= tree < 1_000_000 for tree in trees)
    assert listed(tmp_path, MILL).tree == listed(tmp_path, MILL).tree


@pytest.mark.parametrize(
    ("row", "column", "reason"),
    [
        ("West Mill,x,,village,sy12,,,,", "id", "is no id"),
        ("sy-mill,,,village,sy12,,,,", "name_en", "give a new place a name"),
        ("sy-mill,123,,village,sy12,,,,", "name_en", "no letters"),
        ("sy-mill,Northern Area,,village,sy12,,,,", "name_en", "no name of one"),
        ("sy-mill,Mill,,hamlet,sy12,,,,", "kind", "is no kind"),
        ("sy-mill,Mill,,moved,sy12,,,,", "kind", "is no kind"),
        ("sy-mill,Mill,,village,,,,,", "parent", "is empty"),
        ("sy-mill,Mill,,village,sy99,,,,", "parent", "is no id"),
        ("sy-mill,Mill,,village,sy-mill,,,,", "parent", "circle"),
        ("sy-mill,Mill,,village,sy12,,,91,36", "lat", "is no coordinate"),
        ("sy-mill,Mill,,village,sy12,,,32.7,", "lon", "is no coordinate"),
        ("sy-mill,Mill,,village,sy12,,,north,36", "lat", "is no coordinate"),
        ('sy-mill,Mill,,village,sy12,,"Old Mill, New Mill",,', "aliases", "comma"),
        ("sy-mill,Mill,,village,sy12,,call 0944 123 456,,", "aliases", "phone number"),
        (f"sy-mill,{'Mill ' * 11},,village,sy12,,,,", "name_en", "more than 10 words"),
        ("sy-hayt,,,,sy02,,,,", "parent", "in our list"),
        ("sy-hayt,,,city,,,,,", "kind", "in our list"),
        ("sy-hayt,,,,,,,1,2", "lat", "in our list"),
    ],
)
def test_what_does_not_fit_is_refused_with_line_column_value_reason_and_fix(
    tmp_path: Path, row: str, column: str, reason: str
) -> None:
    with pytest.raises(OwnListUnfit) as refused:
        listed(tmp_path, f"{MILL}{row}\n")
    assert (refused.value.code, refused.value.line, refused.value.field) == ("E-LIST-01", 3, column)
    assert reason in str(refused.value)
    assert refused.value.fix


def test_an_id_that_stands_there_twice_is_refused(tmp_path: Path) -> None:
    with pytest.raises(OwnListUnfit, match="twice"):
        listed(tmp_path, MILL + MILL)


def test_a_file_that_is_not_there_is_refused_by_its_setting(tmp_path: Path) -> None:
    with pytest.raises(SettingUnusable, match="LEDGER_PLACES_FILE"):
        gazetteer_with(tmp_path / "none.csv")
