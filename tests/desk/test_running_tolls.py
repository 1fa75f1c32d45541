"""A figure goes on with the toll it was said of; where that is in doubt, a person is asked."""

from __future__ import annotations

from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from desk.running_tolls import NEW, Continuation, RunningToll, continuation
from ledger.domain.commands import StateToll
from ledger.domain.values import (
    Actor,
    Basis,
    Count,
    Harm,
    Place,
    Quantifier,
    Reason,
    ReasonCode,
    Stated,
    TollKey,
    exactly,
)
from tests.desk.scene import FOUR_ALIVE

BASIN, HAYT = Place(id="sy-yarmouk-basin", text="the basin"), Place(id="sy-hayt")
FULL = TollKey(
    source="SOHR",
    place=BASIN,
    affiliation="Jaysh Khalid",
    cause="shelling",
    perpetrator=Actor(id="regime-forces"),
    period_start=date(2018, 7, 19),
    basis=Basis.COUNTED,
)
BARE = TollKey(source="SOHR", place=BASIN)
BY_FIRE, BY_SIEGE = BARE.model_copy(update={"cause": "shelling"}), BARE.model_copy(update={"cause": "siege"})


def stated(
    key: TollKey, count: Count | int = 70, *, inferred: bool = False, reasons: tuple[Reason, ...] = ()
) -> StateToll:
    return StateToll(
        command_id=UUID(int=0),
        key=key,
        counted_to=date(2018, 8, 1),
        count=exactly(count) if isinstance(count, int) else count,
        stated=Stated(source=key.source, stated_at=datetime(2018, 8, 1, tzinfo=UTC)),
        reasons=reasons,
        place_inferred=inferred,
    )


def kept(key: TollKey, count: Count | int | None = 62, *, told: bool = False) -> RunningToll:
    return RunningToll(key, exactly(count) if isinstance(count, int) else count, told)


def go_on(key: TollKey, *running: RunningToll, previous: int | None = None, chosen: str | None = None) -> Continuation:
    return continuation(stated(key), running, previous, chosen)


def test_the_same_key_goes_on() -> None:
    assert go_on(FULL, kept(FULL)) == Continuation(FULL, continues=True)


def test_a_figure_of_nothing_known_opens_a_toll_of_its_own() -> None:
    assert go_on(FULL) == Continuation(FULL, continues=False)


def test_a_figure_that_leaves_parts_out_goes_on_with_the_one_toll_that_has_them() -> None:
    assert go_on(BARE, kept(FULL)) == Continuation(FULL, continues=True)


@pytest.mark.parametrize("part", ["affiliation", "cause", "perpetrator", "period_start", "basis"])
def test_each_part_but_the_first_ones_may_be_left_out(part: str) -> None:
    assert go_on(FULL.model_copy(update={part: None}), kept(FULL)).key == FULL


@pytest.mark.parametrize(
    ("part", "other"),
    [
        ("source", "Enab Baladi"),
        ("group", "children"),
        ("harm", Harm.INJURED),
        ("place", HAYT),
        ("affiliation", "regime forces"),
        ("cause", "execution"),
        ("perpetrator", Actor(id="loyal-militia")),
        ("period_start", date(2018, 7, 20)),
        ("basis", Basis.IDENTIFIED),
    ],
)
def test_a_part_that_is_given_otherwise_never_fits(part: str, other: object) -> None:
    key = FULL.model_copy(update={part: other})
    for found in (go_on(key, kept(FULL), previous=62), go_on(key, kept(FULL), chosen=FULL.id)):
        assert (found.key, found.continues, found.choices) == (key, False, ())


def test_where_several_fit_a_person_is_asked_which() -> None:
    found = go_on(BARE, kept(BY_FIRE, 62), kept(BY_SIEGE, 40))
    assert (found.continues, found.key) == (False, BARE)
    assert set(found.choices) == {BY_FIRE.id, BY_SIEGE.id}


def test_the_figure_it_had_before_decides_between_several() -> None:
    assert go_on(BARE, kept(BY_FIRE, 62), kept(BY_SIEGE, 40), previous=40).key == BY_SIEGE


def test_a_figure_before_that_several_have_decides_nothing() -> None:
    assert len(go_on(BARE, kept(BY_FIRE, 62), kept(BY_SIEGE, 62), previous=62).choices) == 2


def test_reasons_with_amounts_imply_the_figure_before() -> None:
    four_fewer = stated(BARE, 58, reasons=(FOUR_ALIVE,))
    assert continuation(four_fewer, [kept(BY_FIRE, 62), kept(BY_SIEGE, 40)], None).key == BY_FIRE
    some_fewer = stated(BARE, 58, reasons=(Reason(code=ReasonCode.FOUND_ALIVE),))
    assert continuation(some_fewer, [kept(BY_FIRE, 62), kept(BY_SIEGE, 40)], None).choices


def test_the_same_number_again_goes_to_the_toll_that_stands_at_it() -> None:
    assert continuation(stated(BARE, 40), [kept(BY_FIRE, 62), kept(BY_SIEGE, 40)], None).key == BY_SIEGE


def test_the_figure_before_weighs_more_than_the_same_key() -> None:
    assert go_on(BARE, kept(BARE, 40), kept(BY_FIRE, 62), previous=62).key == BY_FIRE
    assert go_on(BARE, kept(BARE, 40), kept(BY_FIRE, 62)).key == BARE


def test_a_total_of_the_whole_area_goes_on_with_no_part_of_it_unless_the_figures_say_so() -> None:
    daraa = BARE.model_copy(update={"place": Place(id="sy12")})
    inferred = stated(daraa, 70, inferred=True)
    assert continuation(inferred, [kept(BARE, 62)], None) == Continuation(daraa, continues=False)
    assert continuation(inferred, [kept(BARE, 62)], 62).key == BARE
    assert continuation(inferred, [kept(daraa, 62)], None) == Continuation(daraa, continues=True)


def test_a_total_without_any_place_goes_on_with_none_by_itself_and_asks_where_it_may_be_meant() -> None:
    nowhere = BARE.model_copy(update={"place": None})
    assert go_on(nowhere, kept(BARE, 62)).choices == (BARE.id,)
    assert go_on(nowhere, kept(BARE, 62), previous=62).key == BARE


def test_what_a_person_picks_is_followed() -> None:
    running = (kept(BY_FIRE, 62), kept(BY_SIEGE, 40))
    assert go_on(BARE, *running, chosen=BY_SIEGE.id) == Continuation(BY_SIEGE, continues=True)
    assert go_on(BARE, *running, chosen=BY_SIEGE.id, previous=62).key == BY_SIEGE


def test_a_person_may_say_that_it_is_a_new_toll() -> None:
    assert go_on(BARE, kept(BY_FIRE, 62), chosen=NEW) == Continuation(BARE, continues=False)
    assert go_on(BARE, kept(BARE, 62), chosen=NEW) == Continuation(BARE, continues=True)


def test_a_toll_picked_by_mistake_is_not_followed() -> None:
    assert go_on(BARE, kept(BY_FIRE), kept(BY_SIEGE), chosen="T-abcdefghjk").continues is False


def test_a_passage_told_before_goes_where_it_went_whatever_has_moved_since() -> None:
    moved = (kept(BY_FIRE, 90, told=True), kept(BY_SIEGE, 62))
    assert go_on(BARE, *moved, previous=62).key == BY_FIRE
    assert go_on(BARE, *moved, chosen=NEW).key == BY_FIRE
    assert go_on(BARE, kept(BY_FIRE, None, told=True), kept(BY_SIEGE, 62), previous=62).key == BY_FIRE


def test_a_passage_told_of_another_place_is_told_anew() -> None:
    hayt = BARE.model_copy(update={"place": HAYT})
    assert go_on(hayt, kept(BY_FIRE, told=True)) == Continuation(hayt, continues=False)


def test_a_toll_of_which_nothing_counts_any_more_is_gone_on_with_by_nobody() -> None:
    assert go_on(BARE, kept(BY_FIRE, None)) == Continuation(BARE, continues=False)


def test_a_count_in_words_goes_on_as_any_other() -> None:
    hundreds = stated(BARE, Count(qualifier=Quantifier.HUNDREDS))
    assert continuation(hundreds, [kept(BY_FIRE, 62)], None).key == BY_FIRE
    assert len(continuation(hundreds, [kept(BY_FIRE, 62), kept(BY_SIEGE, 62)], None).choices) == 2


def test_a_figure_of_no_group_goes_on_with_that_of_a_group_only_by_the_figure_before() -> None:
    civilians = BARE.model_copy(update={"group": "civilians"})
    assert go_on(BARE, kept(civilians), previous=62) == Continuation(civilians, continues=True)
    assert continuation(stated(BARE, 58, reasons=(FOUR_ALIVE,)), [kept(civilians)], None).key == civilians
    for number in (62, 70):
        assert continuation(stated(BARE, number), [kept(civilians)], None) == Continuation(BARE, continues=False)
    assert go_on(civilians, kept(BARE), previous=62) == Continuation(civilians, continues=False)


def test_a_toll_that_differs_in_what_is_given_opens_beside_those_of_the_same_place_and_people() -> None:
    elsewhere = BY_FIRE.model_copy(update={"place": HAYT})
    found = go_on(BY_SIEGE, kept(BY_FIRE), kept(elsewhere))
    assert (found.key, found.continues, found.beside) == (BY_SIEGE, False, (BY_FIRE.id,))
