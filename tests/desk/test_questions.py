"""A question about tolls names parts of a key; what fits is answered, what is unclear is asked back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from desk.questions import KeyParts, one_key
from ledger.domain.values import exactly
from ledger.errors import NoSuchStream, NoTollFits, PartUnclear, PlaceAmbiguous, PlaceUnknown, TollsAmbiguous
from ledger.intake.drafts import Phrase
from tests.desk.scene import Scene, shared_name, staged, toll

DARAA, HAYT = Phrase(text="Daraa Province", id="sy12"), Phrase(text="Hayt", id="sy-hayt")


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory, settled: Path) -> Iterator[Scene]:
    with staged(tmp_path_factory.mktemp("asked"), settled) as playing:
        playing.submit(
            toll(62, 1, injured=exactly(9)),
            toll(48, 2, cause="execution", period_start=None),
            toll(297, 3, place=DARAA, group="combatants", affiliation="Jaysh Khalid ibn al-Walid"),
            toll(5, 4, place=HAYT),
            toll(7, 5, place=None, cause=None),
        )
        yield playing


def figures(scene: Scene, **parts: str) -> list[int | None]:
    found = scene.desk.queries.tolls(KeyParts(**parts).filter(scene.desk), scene.desk.queries.moment())
    return sorted(row.count.measure or 0 for row in found)


def one(scene: Scene, **parts: str) -> int | None:
    moment = scene.desk.queries.moment()
    kept = one_key(scene.desk, None, KeyParts(**parts), moment)
    return scene.desk.queries.history(kept.key_id, moment)[0].count.measure


def test_parts_left_out_match_anything(scene: Scene) -> None:
    assert figures(scene) == [5, 7, 9, 48, 62, 297]


@pytest.mark.parametrize(
    ("parts", "found"),
    [
        ({"harm": "injured"}, [9]),
        ({"harm": "Killed"}, [5, 7, 48, 62, 297]),
        ({"cause": "execution"}, [48]),
        ({"cause": "none"}, [7]),
        ({"period_start": "2018-07-19"}, [5, 7, 9, 62, 297]),
        ({"period_start": "none"}, [48]),
        ({"group": "combatants"}, [297]),
        ({"affiliation": "jaysh khalid IBN al-walid"}, [297]),
        ({"affiliation": "none", "harm": "killed"}, [5, 7, 48, 62]),
        ({"source": "SOHR", "group": "combatants"}, [297]),
        ({"source": "Enab Baladi"}, []),
        ({"basis": "none", "harm": "injured"}, [9]),
        ({"basis": "identified"}, []),
        ({"perpetrator": "none", "harm": "injured"}, [9]),
        ({"place": "none"}, [7]),
        ({"place": "Yarmouk Basin"}, [9, 48, 62]),
        ({"place": "sy-hayt"}, [5]),
        ({"place": "Daraa Province"}, [5, 9, 48, 62, 297]),
    ],
)
def test_parts_given_narrow_the_answer(scene: Scene, parts: dict[str, str], found: list[int]) -> None:
    assert figures(scene, **parts) == found


@pytest.mark.parametrize(
    ("parts", "named"),
    [({"harm": "murdered"}, "harm"), ({"basis": "guessed"}, "basis"), ({"period_start": "July"}, "period_start")],
)
def test_a_part_with_a_list_of_values_is_refused_outside_it(scene: Scene, parts: dict[str, str], named: str) -> None:
    with pytest.raises(PartUnclear) as refused:
        figures(scene, **parts)
    assert refused.value.field == named


def test_a_place_that_is_unclear_or_unknown_is_refused(scene: Scene) -> None:
    with pytest.raises(PlaceAmbiguous):
        figures(scene, place=shared_name())
    with pytest.raises(PlaceUnknown):
        figures(scene, place="Nowhere at all")


def test_one_toll_is_meant_by_parts_that_only_it_has(scene: Scene) -> None:
    assert one(scene, harm="injured") == 9
    assert one(scene, place="Hayt") == 5


def test_a_place_named_is_first_of_all_itself(scene: Scene) -> None:
    assert one(scene, place="Daraa Province", harm="killed") == 297


def test_several_tolls_that_fit_are_listed(scene: Scene) -> None:
    with pytest.raises(TollsAmbiguous) as menu:
        one(scene, place="Yarmouk Basin", harm="killed")
    listed = str(menu.value)
    assert listed.startswith("E-TOLL-07 2 tolls fit: T-")


def test_no_toll_that_fits_and_no_toll_by_an_id_are_said_so(scene: Scene) -> None:
    with pytest.raises(NoTollFits):
        one(scene, group="children", harm="displaced")
    for key_id in ("T-abcdefghjk", "foo", "", "T-%"):
        with pytest.raises(NoSuchStream):
            one_key(scene.desk, key_id, KeyParts(), scene.desk.queries.moment())


def test_a_toll_is_known_only_from_when_it_was_stated(scene: Scene) -> None:
    before = scene.desk.queries.moment(at="@1")
    with pytest.raises(NoTollFits):
        one_key(scene.desk, None, KeyParts(harm="injured"), before)
