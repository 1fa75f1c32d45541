"""What a report says of a running toll: the same again, more, fewer, or a question which toll is meant."""

from __future__ import annotations

import pytest

from desk.decisions import Decision, Verb
from ledger.domain.values import Harm, Reason, ReasonCode, exactly
from ledger.errors import FallWithoutReason, TollChoiceNeeded, TollDoesNotFit
from projections.tolls import KeyFilter
from tests.desk.scene import AT_LEAST_62, FOUR_ALIVE, JASIM, Scene, kinds, strike, toll

LATER = "2018-08-02"


def test_a_report_sent_again_after_its_toll_moved_on_still_adds_nothing(scene: Scene) -> None:
    scene.submit(toll(62))
    rose = toll(66, previous=62, cause=None)
    scene.submit(rose, day=LATER, text="it rose")
    scene.submit(toll(90), day="2018-08-03", text="and rose")
    scene.submit(toll(62, cause="siege"), day="2018-08-03", text="another toll now stands at the figure before")
    before = scene.position
    again = scene.submit(rose, day=LATER, text="it rose")
    assert (again.position, again.drafts[0].again) == (before, True)


def test_a_fall_sent_again_after_it_was_agreed_adds_nothing(scene: Scene) -> None:
    scene.submit(toll(62))
    fall = toll(58, reasons=(FOUR_ALIVE,))
    scene.submit(fall, day=LATER, text="four alive")
    (item,) = scene.desk.queries.queue()
    scene.desk.reviewing.decide(Decision(Verb.ACCEPT, item.item_id), scene.yara)
    before = scene.position
    assert scene.submit(fall, day=LATER, text="four alive").position == before
    assert scene.figure() == 58


def test_the_same_number_again_cites_one_more_report_and_adds_no_deaths(scene: Scene) -> None:
    scene.submit(toll(AT_LEAST_62))
    again = scene.submit(toll(AT_LEAST_62), day=LATER, text="sixty-two, they say again")
    assert kinds(again.drafts[0]) == ["toll_restated"]
    assert scene.figure() == 62
    (key_id,) = scene.figures()
    rows = scene.desk.queries.history(key_id, scene.desk.queries.moment())
    assert {row.count.measure for row in rows} == {62}
    assert len({report for row in rows for report in row.report_ids}) == 2


def test_a_rise_is_recorded_at_once_and_keeps_what_was_before(scene: Scene) -> None:
    scene.submit(toll(62))
    scene.submit(toll(66, reasons=(Reason(code=ReasonCode.BODY_RECOVERED, amount=3),)), day=LATER, text="more")
    (row,) = scene.desk.queries.tolls(KeyFilter(), scene.desk.queries.moment())
    assert row.previous is not None
    assert (row.previous.count.measure, row.count.measure, row.unexplained) == (62, 66, 1)


def test_a_fall_without_a_reason_is_refused_and_nothing_at_all_is_recorded(scene: Scene) -> None:
    scene.submit(toll(62))
    before = scene.position
    with pytest.raises(FallWithoutReason) as refused:
        scene.submit(strike(1), toll(58, 2), day=LATER, text="fifty-eight")
    assert refused.value.code == "E-TOLL-01"
    assert scene.position == before
    prepared = scene.prepare(strike(1), toll(58, 2), day=LATER, text="fifty-eight")
    assert scene.desk.vault.read(prepared.report_id) is None


def test_a_fall_with_its_reason_waits_and_the_figure_stands(scene: Scene) -> None:
    scene.submit(toll(62))
    submitted = scene.submit(toll(58, reasons=(FOUR_ALIVE,)), day=LATER, text="four alive")
    assert kinds(submitted.drafts[0]) == ["toll_revision_proposed"]
    assert scene.figure() == 62
    (item,) = scene.desk.queries.queue()
    assert (item.waits, item.needed, item.agreed) == ("fall", 1, 0)


def test_a_reason_given_beside_the_text_explains_a_fall_that_the_text_does_not(scene: Scene) -> None:
    scene.submit(toll(62))
    submitted = scene.submit(toll(58), day=LATER, text="fifty-eight", reasons=(FOUR_ALIVE,))
    assert kinds(submitted.drafts[0]) == ["toll_revision_proposed"]


def test_several_tolls_that_fit_are_asked_about_and_the_one_picked_goes_on(scene: Scene) -> None:
    scene.submit(toll(62), toll(40, 2, cause="siege"))
    rose = toll(70, cause=None)
    asked = scene.prepare(rose, day=LATER, text="seventy")
    assert isinstance(asked.drafts[0].refusal, TollChoiceNeeded)
    assert set(asked.drafts[0].choices) == set(scene.figures())
    picked = next(key_id for key_id, figure in scene.figures().items() if figure == 40)
    scene.submit(rose, day=LATER, text="seventy", chosen={1: picked})
    assert scene.figures()[picked] == 70


def test_a_toll_picked_that_counts_something_else_is_refused(scene: Scene) -> None:
    scene.submit(toll(62))
    (key_id,) = scene.figures()
    elsewhere = scene.prepare(toll(5, place=JASIM), day=LATER, text="five", chosen={1: key_id})
    assert isinstance(elsewhere.drafts[0].refusal, TollDoesNotFit)
    nowhere = scene.prepare(toll(70), day=LATER, text="seventy", chosen={1: "T-abcdefghjk"})
    assert isinstance(nowhere.drafts[0].refusal, TollDoesNotFit)


def test_a_toll_picked_for_the_dead_leaves_the_injured_to_their_own(scene: Scene) -> None:
    scene.submit(toll(62, injured=exactly(9)), toll(40, 2, cause="siege"))
    dead = next(key_id for key_id, figure in scene.figures().items() if figure == 62)
    scene.submit(toll(70, cause=None, injured=exactly(12)), day=LATER, text="seventy", chosen={1: dead})
    assert scene.figures()[dead] == 70
    assert list(scene.figures(Harm.INJURED).values()) == [12]


def test_a_new_toll_is_opened_where_a_person_says_so(scene: Scene) -> None:
    scene.submit(toll(62))
    scene.submit(toll(70, cause=None), day=LATER, text="seventy", chosen={1: "new"})
    assert sorted(scene.figures().values()) == [62, 70]
