"""The files of places agree with one another, and with the ids that were given out."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest

from ledger.domain.values import Place
from ledger.gazetteer import default_gazetteer
from ledger.places.alike import Sounds
from ledger.places.entry import COLUMNS, MOVED, RANKS, PlaceEntry
from ledger.places.lists import BUILT, BY_HAND, COUNTRIES, NAMES, SOUNDS, PlaceRows, shipped_rows, text_of
from ledger.places.names import index_of
from ledger.places.sounds import heard

GAZETTEER = default_gazetteer()
FIRST_IDS = Path(__file__).parents[2] / "data" / "places" / "first_ids.csv"


def rows(name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(text_of(name).splitlines()))


def places() -> Iterator[PlaceEntry]:
    return (place for place_id in GAZETTEER if (place := GAZETTEER.get(place_id)) is not None)


def test_every_place_has_a_kind_a_name_and_a_parent_and_none_lies_in_itself() -> None:
    found = list(places())
    assert len(found) > 9_000
    for place in found:
        assert place.kind in RANKS, place.id
        assert place.names, place.id
        assert place.parent is None or GAZETTEER.get(place.parent) is not None, place.id
        assert place.parent is not None or place.kind == "country", place.id
        assert place.id not in GAZETTEER.ancestors(place.id)
        assert Place(id=place.id).key == place.id


def test_no_id_is_given_twice() -> None:
    ids = [row["id"] for name in (COUNTRIES, *BUILT) for row in rows(name)]
    assert len(ids) == len(set(ids))
    by_hand = [row["id"] for row in rows(BY_HAND)]
    assert len(by_hand) == len(set(by_hand))


def test_the_index_is_that_of_the_rows() -> None:
    """After a change by hand: ``python -m tools.places``."""
    words_too = frozenset(row["name"] for row in rows("ordinary_words.csv") if row["why"] != "a place")
    names = index_of(shipped_rows().values(), words_too)
    assert text_of(NAMES).splitlines() == list(names.lines())
    sounds_too = {heard(name) for name in words_too} | {row["name"] for row in rows("ordinary_sounds.csv")}
    assert text_of(SOUNDS).splitlines() == list(Sounds.of(names, sounds_too).lines())


def test_every_id_that_was_given_out_means_the_place_it_meant() -> None:
    with FIRST_IDS.open(encoding="utf-8", newline="") as lines:
        first = list(csv.DictReader(lines))
    assert len(first) == 1878
    for row in first:
        place = GAZETTEER.get(row["id"])
        assert place is not None, row["id"]
        path = GAZETTEER.path(row["id"]).split("/")
        assert path[0] == row["country"], row["id"]
        assert not row["governorate"] or row["governorate"] in path, row["id"]
        assert place.kind == MOVED or any(same(row["name_en"], name) for name in place.names), row["id"]


def same(one: str, other: str) -> bool:
    plain, longer = (name.casefold().replace("'", "").replace("ê", "e") for name in (one, other))
    return longer.startswith(plain)


@pytest.mark.parametrize(
    ("moved", "meant"),
    [("sy-tadmur-palmyra", "sy-tadmur"), ("sy-kobane-ayn-al-arab", "sy-ayn-al-arab"), ("lb-chouf", "lb33")],
)
def test_an_id_given_by_mistake_leads_to_the_place_it_means_and_is_offered_for_no_name(moved: str, meant: str) -> None:
    assert GAZETTEER.path(moved).endswith(f"/{meant}/{moved}")
    name = GAZETTEER.name(moved, "en")
    found = [it.place.id for it in GAZETTEER.resolve(name)]
    assert meant in found
    assert moved not in found


def test_a_row_laid_over_another_adds_names_and_loses_none() -> None:
    under = PlaceRows(["xx-a,Alpha,,village,xx,,Alfa,1,2", "xx-b,Beta,,village,xx,,,,"])
    under.lay_over(["xx-a,,ألفا,town,,,Olpha,,", "xx-c,Gamma,,village,xx,,,,"])
    assert under["xx-a"] == PlaceEntry(
        id="xx-a", name_en="Alpha", name_ar="ألفا", kind="town", parent="xx", aliases=("Olpha", "Alfa"), lat=1, lon=2
    )
    assert (list(under), len(under), "xx-c" in under) == (["xx-a", "xx-b", "xx-c"], 3, True)
    assert set(under.row("xx-b")) == set(COLUMNS)
