"""Which tolls a question means: parts compared folded, places by where they lie, ``none`` = not given."""

from __future__ import annotations

import pytest

from ledger.domain.values import Actor, Place, TollKey
from projections.tolls import KeyFilter
from tests.ledger.domain.samples import KEY, OPERATOR
from tests.projections.scene import Scene

BY_NAME = KEY.model_copy(update={"cause": None, "basis": None, "period_start": None})
ELSEWHERE = TollKey(source="Ministry of Health", place=Place(text="Hayt  town"), harm="injured")
NOWHERE = TollKey(source="SOHR", affiliation="Jaysh Khalid", group="combatants", perpetrator=Actor(id="us-coalition"))
UNKNOWN = TollKey(source="SOHR", perpetrator=Actor(text="Masked men"))
KEYS = {"basin": KEY, "bare": BY_NAME, "hayt": ELSEWHERE, "nowhere": NOWHERE, "masked": UNKNOWN}


@pytest.fixture
def kept(scene: Scene) -> Scene:
    for key in KEYS.values():
        scene.state(OPERATOR, 9, key=key)
    return scene


def found(scene: Scene, wanted: KeyFilter) -> list[str]:
    names = {key.id: name for name, key in KEYS.items()}
    return [names[kept.key_id] for kept in scene.queries.toll_keys(wanted, scene.now)]


@pytest.mark.parametrize(
    ("parts", "names"),
    [
        ({}, ["basin", "bare", "hayt", "nowhere", "masked"]),
        ({"source": " sohr"}, ["basin", "bare", "nowhere", "masked"]),
        ({"cause": "SHELLING"}, ["basin"]),
        ({"cause": "none", "source": "SOHR"}, ["bare", "nowhere", "masked"]),
        ({"harm": "Injured"}, ["hayt"]),
        ({"group": "all", "period_start": "2018-07-19"}, ["basin"]),
        ({"basis": "counted"}, ["basin"]),
        ({"basis": "estimated"}, []),
        ({"affiliation": "jaysh khalid"}, ["nowhere"]),
        ({"perpetrator": "masked MEN"}, ["masked"]),
        ({"perpetrator": "us-coalition"}, ["nowhere"]),
        ({"place": "hayt town"}, ["hayt"]),
        ({"place": "syr.daraa.yarmouk-basin"}, ["basin", "bare"]),
        ({"place": "none"}, ["nowhere", "masked"]),
    ],
)
def test_parts_given_must_match_and_parts_left_out_match_anything(
    kept: Scene, parts: dict[str, str], names: list[str]
) -> None:
    assert found(kept, KeyFilter(parts)) == names


def test_a_source_is_found_by_any_of_its_known_names(scene: Scene) -> None:
    key = TollKey(source="SOHR")
    scene.state(OPERATOR, 9, key=key)
    wanted = KeyFilter({"source": "المرصد السوري لحقوق الإنسان"})
    assert [kept.key for kept in scene.queries.toll_keys(wanted, scene.now)] == [key]


def test_a_place_is_searched_with_all_that_lies_in_it(kept: Scene) -> None:
    province = kept.queries.place_path(Place(id="syr.daraa"))
    assert found(kept, KeyFilter(place_path=province)) == ["basin", "bare"]
    assert found(kept, KeyFilter(place_path=province, exact_place=True)) == []
    assert found(kept, KeyFilter(place_path=kept.queries.place_path(Place(id="syr.dar")))) == []


def test_an_unresolved_place_is_searched_by_its_words_and_no_place_by_none(kept: Scene) -> None:
    assert found(kept, KeyFilter(place_path=kept.queries.place_path(Place(text="HAYT town")))) == ["hayt"]
    assert found(kept, KeyFilter(place_path=kept.queries.place_path(None))) == ["nowhere", "masked"]


def test_a_key_is_found_by_its_id_once_it_is_open(kept: Scene) -> None:
    assert found(kept, KeyFilter(key_id=ELSEWHERE.id)) == ["hayt"]
    opened = kept.log.stream(ELSEWHERE.id)[0].position
    assert kept.queries.toll_keys(KeyFilter(key_id=ELSEWHERE.id), kept.at(opened - 1)) == []
