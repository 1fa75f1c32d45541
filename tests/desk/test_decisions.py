"""A decision names one thing in the ledger, by any of its ids, or is refused."""

from __future__ import annotations

from datetime import date

import pytest

from desk.decisions import Correction, Verb
from ledger.domain.values import Actor, Casualties, Place, Precision, Reason, ReasonCode, When, exactly
from ledger.errors import InTheFuture, NothingToReview, SeveralWaiting
from tests.desk.decided import ERROR, decide, reported, waiting
from tests.desk.scene import FOUR_ALIVE, Scene, toll


def test_a_toll_of_which_several_things_wait_is_decided_one_by_one(scene: Scene) -> None:
    scene.submit(toll(62), by=scene.salma)
    scene.submit(toll(66), by=scene.salma, day="2018-08-02", text="more")
    (key_id,) = scene.figures()
    with pytest.raises(SeveralWaiting, match=f"{key_id}/1, {key_id}/2"):
        decide(scene, Verb.ACCEPT, key_id)
    decide(scene, Verb.ACCEPT, f"{key_id}/1")
    decide(scene, Verb.ACCEPT, key_id)
    assert waiting(scene) == []


def test_a_fall_and_a_value_that_both_wait_are_not_taken_for_one_another(scene: Scene) -> None:
    scene.submit(toll(62), by=scene.salma)
    scene.submit(toll(58, reasons=(FOUR_ALIVE,)), by=scene.salma, day="2018-08-02", text="four alive")
    (key_id,) = scene.figures()
    with pytest.raises(SeveralWaiting):
        decide(scene, Verb.ACCEPT, key_id)
    assert len(waiting(scene)) == 2


def test_two_incidents_that_are_one_are_merged_and_lead_there(scene: Scene) -> None:
    one, other = reported(scene, 1), reported(scene, 2)
    scene.desk.incidents.merge(one, other, Reason(code=ReasonCode.MERGED), scene.yara)
    scene.desk.catch_up()
    found = scene.desk.queries.incident(one, scene.desk.queries.moment())
    assert found.closed == f"merged into {other}"
    shown = scene.desk.queries.picture(None, scene.desk.queries.moment()).incidents
    assert [row.incident_id for row in shown] == [other]


@pytest.mark.parametrize("named", ["I-abcdefghjk", "T-abcdefghjk", "foo", "", "I-", "M-abc", "R-0123456789"])
def test_what_is_no_incident_is_merged_with_nothing(scene: Scene, named: str) -> None:
    incident_id = reported(scene)
    for one, other in ((incident_id, named), (named, incident_id)):
        with pytest.raises(NothingToReview):
            scene.desk.incidents.merge(one, other, ERROR, scene.yara)


IDS_OF_NOTHING = (
    "I-abcdefghjk",
    "T-abcdefghjk",
    "T-abcdefghjk/1",
    "R-abcdefghjk",
    "M-abc",
    "foo",
    "",
    "/",
    "T-/1",
    "R-",
)


def test_an_id_of_nothing_has_nothing_to_review(scene: Scene) -> None:
    for item in IDS_OF_NOTHING:
        for verb in (Verb.ACCEPT, Verb.RETRACT):
            with pytest.raises(NothingToReview):
                decide(scene, verb, item)


@pytest.mark.parametrize("version", ["99", "9" * 30, "-1", "1.5", "٣", ""])
def test_a_version_that_is_not_there_has_nothing_to_review(scene: Scene, version: str) -> None:
    incident_id = reported(scene)
    scene.submit(toll(62), by=scene.salma)
    (key_id,) = scene.figures()
    for item in (f"{incident_id}/{version}", f"{key_id}/{version}"):
        with pytest.raises(NothingToReview):
            decide(scene, Verb.ACCEPT, item)


def test_the_opening_of_a_toll_has_nothing_to_review(scene: Scene) -> None:
    scene.submit(toll(62), by=scene.salma)
    (key_id,) = scene.figures()
    with pytest.raises(NothingToReview):
        decide(scene, Verb.ACCEPT, f"{key_id}/0")


def test_what_is_known_better_is_corrected_together_and_the_old_stays(scene: Scene) -> None:
    incident_id = reported(scene)
    day = When(start=date(2018, 7, 30), end=date(2018, 7, 30), precision=Precision.DAY)
    better = Correction(incident_id, ERROR, Place(text="the next village"), day, Actor(id="regime-forces"),
                        Casualties(killed=exactly(5)))  # fmt: skip
    before = scene.position
    decided = scene.desk.reviewing.correct(better, scene.yara)
    scene.desk.catch_up()
    assert [entry.kind for it in decided for entry in it.entries] == [
        "place_corrected", "time_corrected", "actor_corrected", "casualties_revised",
    ]  # fmt: skip
    facts = scene.desk.queries.incident(incident_id, scene.desk.queries.moment()).facts
    assert (facts.place, facts.occurred, facts.casualties.killed) == (better.place, day, exactly(5))
    then = scene.desk.queries.moment(at=f"@{before}")
    assert scene.desk.queries.incident(incident_id, then).facts.casualties.killed == exactly(3)


def test_of_a_correction_all_parts_are_recorded_or_none(scene: Scene) -> None:
    incident_id = reported(scene)
    before = scene.position
    ahead = When(start=date(2018, 9, 1), end=date(2018, 9, 1), precision=Precision.DAY)
    with pytest.raises(InTheFuture):
        scene.desk.reviewing.correct(Correction(incident_id, ERROR, Place(text="elsewhere"), ahead), scene.yara)
    assert scene.position == before
