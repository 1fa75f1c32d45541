"""Reviewers decide what waits, each item once, never their own; large falls take two of them."""

from __future__ import annotations

import pytest

from desk.decisions import Decision, Verb
from ledger.errors import (
    AlreadyDecided,
    IncidentClosed,
    NothingToReview,
    ReviewerIsReporter,
    RoleForbids,
    SecondReviewerIsFirst,
    VerbUnfit,
)
from projections.tolls import KeyFilter
from tests.desk.decided import decide, fall, reported, status, waiting
from tests.desk.scene import Scene, on_disk, strike, toll

CANARY = "I asked the hospital myself and they showed me the register"


@pytest.mark.parametrize(
    ("verb", "becomes"),
    [
        (Verb.ACCEPT, "uncorroborated"),
        (Verb.CONFIRM, "confirmed"),
        (Verb.CONTEST, "contested"),
        (Verb.REJECT, "rejected"),
        (Verb.UNVERIFIABLE, "unverifiable"),
    ],
)
def test_a_verb_gives_an_incident_its_status_and_takes_it_off_the_queue(scene: Scene, verb: Verb, becomes: str) -> None:
    incident_id = reported(scene)
    assert waiting(scene) == [incident_id]
    decided = decide(scene, verb, incident_id)
    assert (status(scene, incident_id), waiting(scene), decided.waits) == (becomes, [], False)


@pytest.mark.parametrize("verb", [Verb.ACCEPT, Verb.CORROBORATE, Verb.CONFIRM, Verb.CONTEST, Verb.UNVERIFIABLE])
def test_a_verb_gives_a_stated_value_its_status(scene: Scene, verb: Verb) -> None:
    scene.submit(toll(62), by=scene.salma)
    decide(scene, verb, waiting(scene)[0])
    (row,) = scene.desk.queries.tolls(KeyFilter(), scene.desk.queries.moment())
    assert row.status.value == {"accept": "uncorroborated", "corroborate": "corroborated", "confirm": "confirmed",
                                "contest": "contested", "unverifiable": "unverifiable"}[verb]  # fmt: skip


def test_a_value_rejected_counts_no_more_and_the_one_before_stands(scene: Scene) -> None:
    scene.submit(toll(62))
    scene.submit(toll(90), by=scene.salma, day="2018-08-02", text="ninety")
    decide(scene, Verb.REJECT, waiting(scene)[0])
    assert scene.figure() == 62


def test_all_that_waits_of_a_report_is_decided_at_once(scene: Scene) -> None:
    submitted = scene.submit(strike(1), strike(2), toll(62, 3), by=scene.salma)
    decided = scene.desk.reviewing.decide(Decision(Verb.ACCEPT, submitted.report_id), scene.yara)
    scene.desk.catch_up()
    assert (len(decided), waiting(scene)) == (3, [])
    with pytest.raises(NothingToReview):
        scene.desk.reviewing.decide(Decision(Verb.ACCEPT, submitted.report_id), scene.yara)


def test_of_a_report_either_all_is_decided_or_nothing(scene: Scene) -> None:
    scene.submit(toll(62), by=scene.yara, text="by a reviewer, who reports too")
    submitted = scene.submit(strike(1), toll(62, 2), by=scene.salma, text="the same figure by somebody else")
    before = scene.position
    with pytest.raises(ReviewerIsReporter):
        scene.desk.reviewing.decide(Decision(Verb.ACCEPT, submitted.report_id), scene.yara)
    assert scene.position == before


def test_nobody_reviews_what_they_reported(scene: Scene) -> None:
    incident_id = reported(scene, by=scene.yara)
    for verb in Verb:
        with pytest.raises(ReviewerIsReporter) as refused:
            decide(scene, verb, incident_id, scene.yara)
        assert refused.value.code == "E-REVIEW-01"


def test_a_second_tap_is_told_that_it_is_decided(scene: Scene) -> None:
    incident_id = reported(scene)
    decide(scene, Verb.ACCEPT, incident_id)
    for verb in (Verb.ACCEPT, Verb.REJECT):
        with pytest.raises(AlreadyDecided) as refused:
            decide(scene, verb, incident_id, scene.nadim)
        assert refused.value.code == "E-REVIEW-02"


def test_the_same_tap_delivered_twice_decides_once(scene: Scene) -> None:
    incident_id = reported(scene)
    first = decide(scene, Verb.ACCEPT, incident_id, request="update 17")
    again = decide(scene, Verb.ACCEPT, incident_id, request="update 17")
    assert (again.receipt.last, again.receipt.again) == (first.receipt.last, True)


def test_the_same_tap_in_two_processes_at_once_decides_once(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    incident_id = reported(scene)
    first = decide(scene, Verb.ACCEPT, incident_id, request="update 17")
    receipt, not_yet = scene.desk.log.receipt, iter([None])
    # The other process records between our look for a receipt and our look at the incident.
    monkeypatch.setattr(scene.desk.log, "receipt", lambda command_id: next(not_yet, receipt(command_id)))
    again = decide(scene, Verb.ACCEPT, incident_id, request="update 17")
    assert (again.receipt.last, again.receipt.again) == (first.receipt.last, True)


def test_a_monitor_reviews_nothing(scene: Scene) -> None:
    with pytest.raises(RoleForbids):
        decide(scene, Verb.ACCEPT, reported(scene), scene.omar)


def test_a_fall_takes_effect_when_a_reviewer_agrees(scene: Scene) -> None:
    item = fall(scene, 62, 58)
    assert scene.figure() == 62
    decided = decide(scene, Verb.ACCEPT, item)
    assert ([entry.kind for entry in decided.entries], decided.waits) == (["toll_revised"], False)
    assert (scene.figure(), waiting(scene)) == (58, [])


def test_a_fall_rejected_leaves_the_figure(scene: Scene) -> None:
    item = fall(scene, 62, 58)
    decide(scene, Verb.REJECT, item)
    assert (scene.figure(), waiting(scene)) == (62, [])
    with pytest.raises(AlreadyDecided):
        decide(scene, Verb.ACCEPT, item, scene.nadim)


@pytest.mark.parametrize("verb", [Verb.CONTEST, Verb.UNVERIFIABLE, Verb.RETRACT])
def test_a_fall_is_agreed_to_or_not_and_nothing_else(scene: Scene, verb: Verb) -> None:
    item = fall(scene, 62, 58)
    with pytest.raises(VerbUnfit):
        decide(scene, verb, item)


@pytest.mark.parametrize(("old", "new", "needed"), [(100, 91, 1), (100, 90, 2), (20, 17, 1), (20, 16, 2), (4, 3, 2)])
def test_falls_of_ten_or_of_a_fifth_take_two_reviewers(scene: Scene, old: int, new: int, needed: int) -> None:
    item = fall(scene, old, new)
    first = decide(scene, Verb.ACCEPT, item)
    assert first.waits is (needed == 2)
    assert scene.figure() == (old if needed == 2 else new)
    if needed == 2:
        with pytest.raises(SecondReviewerIsFirst):
            decide(scene, Verb.ACCEPT, item)
        assert decide(scene, Verb.ACCEPT, item, scene.nadim).waits is False
    assert scene.figure() == new


def test_an_incident_is_taken_back_by_two_and_stays_readable(scene: Scene) -> None:
    incident_id = reported(scene)
    first = decide(scene, Verb.RETRACT, incident_id)
    assert (first.waits, waiting(scene)) == (True, [incident_id, f"{incident_id}/1"])
    with pytest.raises(SecondReviewerIsFirst):
        decide(scene, Verb.RETRACT, incident_id)
    with pytest.raises(VerbUnfit):
        decide(scene, Verb.REJECT, f"{incident_id}/1", scene.nadim)
    decide(scene, Verb.ACCEPT, f"{incident_id}/1", scene.nadim)
    assert (status(scene, incident_id), waiting(scene)) == ("withdrawn", [])
    with pytest.raises(IncidentClosed):
        decide(scene, Verb.ACCEPT, incident_id, scene.nadim)


def test_a_counted_day_is_taken_back_by_two(scene: Scene) -> None:
    scene.submit(toll(62))
    scene.submit(toll(66), day="2018-08-02", text="more")
    (key_id,) = scene.figures()
    assert decide(scene, Verb.RETRACT, key_id).waits
    assert scene.figure() == 66
    (item,) = waiting(scene)
    with pytest.raises(VerbUnfit):
        decide(scene, Verb.CONTEST, item, scene.nadim)
    decide(scene, Verb.ACCEPT, item, scene.nadim)
    assert (scene.figure(), waiting(scene)) == (62, [])


def test_a_reviewers_words_lie_in_the_vault_under_the_commitment_of_their_entry(scene: Scene) -> None:
    decided = decide(scene, Verb.CONTEST, reported(scene), words=CANARY)
    (entry,) = decided.entries
    words_id = f"W-{decided.receipt.command_id}"
    assert scene.desk.vault.read(words_id) == CANARY.encode()
    assert scene.desk.vault.commitment_holds(words_id, entry.event.words)
    assert all(CANARY.encode() not in content for content in on_disk(scene.settings.home).values())


def test_a_refused_decision_leaves_no_words(scene: Scene) -> None:
    incident_id = reported(scene, by=scene.yara)
    with pytest.raises(ReviewerIsReporter):
        decide(scene, Verb.CONTEST, incident_id, words=CANARY)
    with scene.desk.vault.reading.connect() as connection:
        kept = connection.exec_driver_sql("select count(*) from words where words_id like 'W-%'").scalar_one()
    assert kept == 0
