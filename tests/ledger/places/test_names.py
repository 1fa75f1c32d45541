"""Names are found by comparable words, whichever way they are written, and ordinary words are told apart."""

from __future__ import annotations

import pytest

from ledger.places.entry import PlaceEntry
from ledger.places.names import NameIndex, bare_words, index_of, spellings

MILL = PlaceEntry(
    id="xx-mill", name_en="West Mill town", name_ar="الطاحونة الغربية", kind="town", aliases=("Milltown",)
)
GATE = PlaceEntry(id="xx-gate", name_en="The Gate", name_ar="البوابة", kind="village")
LAND = PlaceEntry(id="xx-land", name_en="Rif Fooville", name_ar="", kind="governorate")
FOO = PlaceEntry(id="xx-foo", name_en="Fooville", name_ar="", kind="city")


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Akash/Ukash village", {"Akash/Ukash village", "Akash", "Ukash village"}),
        ("Al-Rai (Choban Bey)", {"Al-Rai (Choban Bey)", "Al-Rai", "Choban Bey"}),
        ("Foo/Bar border", {"Foo/Bar border"}),
        ("Plain", {"Plain"}),
    ],
)
def test_a_name_made_of_two_is_known_by_each(name: str, found: set[str]) -> None:
    assert set(spellings(name)) == found


def test_words_for_kinds_are_no_part_of_a_name() -> None:
    assert bare_words("Homs city") == ("homs",)
    assert bare_words("City") == ("city",)


def test_the_longest_name_in_a_row_of_words_is_found() -> None:
    index = index_of([MILL, PlaceEntry(id="xx-west", name_en="West", name_ar="", kind="area")])
    assert index.longest(["west", "mill", "road"], 0) == 2
    assert index.longest(["west", "road"], 0) == 1
    assert index.longest(["road"], 0) == 0


def test_a_name_that_is_a_word_too_counts_only_on_asking() -> None:
    index = index_of([GATE, MILL], frozenset({"gate"}))
    assert index.longest(["gate"], 0) == 1
    assert index.longest(["gate"], 0, words_too=False) == 0
    assert index.longest(["milltown"], 0, words_too=False) == 1
    assert (index.is_word("gate"), index.is_word("milltown")) == (True, False)


def test_the_countryside_of_a_town_is_another_place_than_the_town() -> None:
    index = index_of([LAND, FOO])
    assert index.fitting("fooville", around=True) == ("xx-land",)
    assert index.fitting("fooville", around=False) == ("xx-foo",)
    assert set(index.ids("fooville")) == {"xx-land", "xx-foo"}


def test_a_kind_of_place_is_no_name_and_a_moved_id_bears_none() -> None:
    quarter = PlaceEntry(id="xx-q", name_en="City Centre", name_ar="المدينة", kind="neighbourhood")
    moved = PlaceEntry(id="xx-old", name_en="Oldmill", name_ar="", kind="moved", parent="xx-mill")
    assert list(index_of([quarter, moved])) == []


def test_an_index_reads_what_it_wrote() -> None:
    index = index_of([MILL, GATE, LAND, FOO], frozenset({"gate"}))
    assert list(NameIndex.read("\n".join(index.lines())).lines()) == list(index.lines())


def test_a_copy_takes_up_names_that_the_first_does_not_get() -> None:
    index = index_of([MILL])
    copied = index.copy()
    copied.enter(FOO)
    assert ("fooville" in copied, "fooville" in index) == (True, False)
    assert copied.begins("fooville")
