"""A figure that misses a kept toll by one part of the key, and not by much, is put to a person; nothing is guessed."""

from __future__ import annotations

from datetime import date

import pytest

from desk.near_tolls import near_tolls
from desk.running_tolls import RunningToll
from desk.telling.answers import difference_words
from ledger.actors import default_actors
from ledger.domain.values import Actor, Basis, Harm, Place, TollKey, exactly
from ledger.gazetteer import default_gazetteer
from tests.desk.scene import Scene, toll

LATER = "2018-08-02"
BASIN, DARAA, SYRIA = Place(id="sy-yarmouk-basin"), Place(id="sy12"), Place(id="sy")
KEPT = TollKey(
    source="SOHR",
    place=BASIN,
    cause="bombardment and shelling",
    perpetrator=Actor(id="regime-forces"),
    period_start=date(2018, 7, 19),
)


def near(stated: TollKey, kept: TollKey = KEPT, *, inferred: bool = False) -> tuple[str, ...]:
    """The parts by which what is stated nearly misses what is kept."""
    running = [RunningToll(kept, exactly(62))]
    found = near_tolls(stated, running, default_gazetteer(), default_actors(), place_inferred=inferred)
    return tuple(it.part for it in found)


@pytest.mark.parametrize(
    ("part", "value"),
    [
        ("period_start", date(2018, 7, 20)),
        ("period_start", date(2018, 7, 16)),
        ("place", DARAA),
        ("cause", "airstrikes"),
        ("cause", "clashes and bombardment and shelling"),
        ("perpetrator", Actor(id="regime-warplanes")),
        ("perpetrator", Actor(text="the warplanes")),
        ("affiliation", "Jaysh Khalid ibn al-Walid"),
    ],
)
def test_one_part_that_is_close_or_that_the_kept_toll_does_not_give_is_near(part: str, value: object) -> None:
    assert near(KEPT.model_copy(update={part: value})) == (part,)


@pytest.mark.parametrize(
    ("part", "value"),
    [
        ("period_start", date(2018, 7, 23)),
        ("place", Place(id="sy-jasim")),
        ("place", SYRIA),
        ("place", Place(text="the valley")),
        ("group", "civilians"),
        ("cause", "execution"),
        ("perpetrator", Actor(id="islamic-state")),
        ("source", "SNHR"),
        ("harm", Harm.INJURED),
    ],
)
def test_what_differs_more_or_in_another_way_is_a_toll_of_its_own(part: str, value: object) -> None:
    assert near(KEPT.model_copy(update={part: value})) == ()


def test_two_parts_that_differ_are_not_near() -> None:
    assert near(KEPT.model_copy(update={"period_start": date(2018, 7, 20), "cause": "airstrikes"})) == ()


def test_a_part_that_the_text_leaves_out_is_no_difference() -> None:
    bare = TollKey(source="SOHR", place=BASIN, period_start=date(2018, 7, 20))
    assert near(bare) == ("period_start",)


def test_a_figure_of_everybody_may_be_of_the_one_group_that_is_kept() -> None:
    assert near(KEPT, KEPT.model_copy(update={"group": "civilians"})) == ("group",)


def test_the_scope_of_a_report_is_no_place_that_differs() -> None:
    stated = KEPT.model_copy(update={"place": DARAA, "period_start": date(2018, 7, 20)})
    assert near(stated, inferred=True) == ("period_start",)


def test_a_toll_that_stands_at_nothing_is_not_put() -> None:
    stated = KEPT.model_copy(update={"period_start": date(2018, 7, 20)})
    gone = [RunningToll(KEPT, None)]
    assert near_tolls(stated, gone, default_gazetteer(), default_actors(), place_inferred=False) == ()


@pytest.mark.parametrize(
    ("update", "words"),
    [
        ({"period_start": date(2018, 7, 20)}, "counted from 20 July 2018, not 19 July 2018"),
        ({"place": DARAA}, "in Daraa, Syria, not Yarmouk Basin, Ash-Shajara"),
        ({"cause": "airstrikes"}, "killed by airstrikes, not bombardment and shelling"),
        ({"perpetrator": Actor(id="regime-warplanes")},
         "attributed to Syrian regime air force, not Syrian regime forces"),
        ({"basis": Basis.COUNTED}, "basis counted; there it is not given"),
    ],
)  # fmt: skip
def test_what_differs_is_said_in_words(update: dict[str, object], words: str) -> None:
    running = [RunningToll(KEPT, exactly(62))]
    (found,) = near_tolls(
        KEPT.model_copy(update=update), running, default_gazetteer(), default_actors(), place_inferred=False
    )
    assert difference_words(found, default_gazetteer(), default_actors()) == words


# ── From the draft to the log ───────────────────────────────────────────────────────────────────────────────


def test_a_near_toll_is_offered_and_going_on_with_it_moves_its_figure(scene: Scene) -> None:
    scene.submit(toll(62))
    (key_id,) = scene.figures()
    off = toll(70, period_start=date(2018, 7, 20))
    asked = scene.prepare(off, day=LATER, text="seventy").drafts[0]
    assert (asked.is_undecided, asked.options, asked.refusal, asked.beside) == (True, (key_id,), None, ())
    scene.submit(off, day=LATER, text="seventy", chosen={1: key_id})
    assert scene.figures() == {key_id: 70}


def test_the_same_report_again_goes_where_it_went(scene: Scene) -> None:
    scene.submit(toll(62))
    (key_id,) = scene.figures()
    off = toll(70, period_start=date(2018, 7, 20))
    scene.submit(off, day=LATER, text="seventy", chosen={1: key_id})
    again = scene.prepare(off, day=LATER, text="seventy").drafts[0]
    assert (again.again, again.continues, again.is_undecided) == (True, key_id, False)


def test_a_new_toll_may_be_opened_instead_and_is_then_the_one_that_fits(scene: Scene) -> None:
    scene.submit(toll(62))
    off = toll(70, period_start=date(2018, 7, 20))
    scene.submit(off, day=LATER, text="seventy", chosen={1: "new"})
    assert sorted(scene.figures().values()) == [62, 70]
    more = scene.prepare(toll(71, period_start=date(2018, 7, 20)), day="2018-08-03", text="seventy-one").drafts[0]
    assert not more.is_undecided
    assert more.continues is not None
    assert scene.figures()[more.continues] == 70


def test_the_injured_of_the_same_draft_go_with_its_dead(scene: Scene) -> None:
    scene.submit(toll(62, injured=exactly(9)))
    (dead,) = scene.figures()
    (injured,) = scene.figures(Harm.INJURED)
    off = toll(70, injured=exactly(12), period_start=date(2018, 7, 20))
    scene.submit(off, day=LATER, text="seventy", chosen={1: dead})
    assert (scene.figures(), scene.figures(Harm.INJURED)) == ({dead: 70}, {injured: 12})


def test_a_toll_that_another_draft_of_the_report_goes_on_with_is_not_offered_to_a_second(scene: Scene) -> None:
    scene.submit(toll(62))
    both = scene.prepare(toll(70), toll(40, 2, cause="airstrikes"), day=LATER, text="both").drafts
    assert both[0].continues is not None
    assert (both[1].continues, both[1].near) == (None, ())
