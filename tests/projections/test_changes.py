"""The corrections feed: old, new, why and who, from a position on; for the public only what it was told."""

from __future__ import annotations

from ledger.domain import commands
from ledger.domain.commands import Outcome
from ledger.domain.values import Casualties, Place, exactly
from projections.changes import ChangeRow
from projections.lines import casualties_line, count_line
from tests.ledger.domain.samples import AUGUST_1, AUGUST_2, KEY, NADIM, OMAR, OPERATOR, SALMA, YARA, on, said
from tests.projections.scene import ERROR, FOUR_FOUND, NEW_DEATHS, PUBLIC, Scene

SIX = Casualties(killed=exactly(6))


def outcomes(rows: list[ChangeRow]) -> list[tuple[str, str]]:
    return [(row.kind, row.outcome) for row in rows]


def test_a_fall_is_in_the_feed_when_asked_for_and_when_accepted(scene: Scene) -> None:
    report = scene.report(SALMA, "one")
    scene.state(OPERATOR, 62)
    scene.state(SALMA, 58, reasons=(FOUR_FOUND,), said_at=on(AUGUST_2), report_id=report)
    accepted = scene.answer(YARA, 2).last
    waiting, done = scene.queries.changes(0, scene.now)
    assert outcomes([waiting, done]) == [("toll_revision_proposed", "waiting"), ("toll_revised", "accepted")]
    assert (done.old, done.new) == (count_line(exactly(62)), count_line(exactly(58)))
    assert (done.reasons, done.unexplained, done.report_id) == ((FOUR_FOUND,), 0, report)
    assert (done.who, done.reporter, done.position, done.id) == ("reviewer", "monitor", accepted, KEY.id)
    assert (done.entry_id, done.read_at, done.counted_to) == (f"{KEY.id}/3", scene.now.position, AUGUST_1)
    assert done.line()["old"] == count_line(exactly(62))


def test_the_feed_goes_on_behind_a_position_and_ends_at_the_moment(scene: Scene) -> None:
    scene.state(OPERATOR, 62)
    first = scene.publish("revise", 60, AUGUST_1, on(AUGUST_2)).last
    second = scene.publish("revise", 58, AUGUST_1, on(AUGUST_2, 13)).last
    assert [row.position for row in scene.queries.changes(0, scene.now)] == [first, second]
    assert [row.position for row in scene.queries.changes(first, scene.now)] == [second]
    assert scene.queries.changes(second, scene.now) == []
    assert [row.position for row in scene.queries.changes(0, scene.at(first))] == [first]
    assert [row.position for row in scene.queries.changes(0, scene.stated_by(on(AUGUST_2)))] == [first]


def test_a_rise_for_a_new_day_tells_what_it_rose_from_and_what_stays_unexplained(scene: Scene) -> None:
    scene.state(OPERATOR, 62)
    scene.state(OPERATOR, 70, AUGUST_2, reasons=(NEW_DEATHS,))
    (row,) = scene.queries.changes(0, scene.now)
    assert (row.old, row.new, row.reasons) == (count_line(exactly(62)), count_line(exactly(70)), (NEW_DEATHS,))
    assert row.unexplained is None
    scene.state(OPERATOR, 75, on(AUGUST_2).date().replace(day=3))
    assert scene.queries.changes(row.position, scene.now)[0].unexplained == 5


def test_withdrawals_reinstatements_and_rejections_are_corrections(scene: Scene) -> None:
    scene.state(OPERATOR, 62)
    scene.withdraw(YARA)
    scene.withdraw(NADIM)
    scene.reinstate(YARA, scene.clock.now)
    scene.state(SALMA, 70, reasons=(NEW_DEATHS,), said_at=scene.clock.now)
    scene.review(YARA, 5, Outcome.REJECT)
    rows = scene.queries.changes(0, scene.now)
    assert outcomes(rows) == [
        ("toll_withdrawn", "withdrawn"),
        ("toll_reinstated", "reinstated"),
        ("toll_revised", "recorded"),
        ("toll_reviewed", "rejected"),
    ]
    assert [(row.old, row.new) for row in rows] == [
        (count_line(exactly(62)), None),
        (None, count_line(exactly(62))),
        (count_line(exactly(62)), count_line(exactly(70))),
        (count_line(exactly(70)), None),
    ]
    assert rows[3].entry_id == rows[2].entry_id == f"{KEY.id}/5"


def test_a_refused_fall_is_told_to_members(scene: Scene) -> None:
    scene.state(OPERATOR, 62)
    scene.state(SALMA, 58, reasons=(FOUR_FOUND,), said_at=on(AUGUST_2))
    scene.answer(YARA, 2, agree=False)
    (_, refused) = scene.queries.changes(0, scene.now)
    assert (refused.outcome, refused.reasons, refused.entry_id) == ("rejected", (ERROR,), f"{KEY.id}/2")
    assert (refused.who, refused.reporter) == ("reviewer", "monitor")
    assert scene.queries.changes(0, scene.now, PUBLIC) == []


def test_corrections_of_incidents_are_in_the_feed(scene: Scene) -> None:
    strike, other = scene.incident(OPERATOR, "strike"), scene.incident(OPERATOR, "other")
    scene.about(OPERATOR, commands.ReviseCasualties, strike, new=SIX, reasons=(ERROR,), stated=said(AUGUST_2))
    scene.about(YARA, commands.CorrectPlace, strike, new=Place(text="Hayt"))
    scene.about(YARA, commands.MergeIncident, other, into=strike)
    for who in (YARA, NADIM):
        scene.about(who, commands.RetractIncident, strike)
    rows = scene.queries.changes(0, scene.now)
    assert outcomes(rows) == [
        ("casualties_revised", "recorded"),
        ("place_corrected", "recorded"),
        ("incident_merged", "recorded"),
        ("incident_retracted", "withdrawn"),
    ]
    assert (rows[0].old, rows[0].new) == (casualties_line(Casualties()), casualties_line(SIX))
    assert rows[1].new == {"text": "Hayt"}
    assert rows[2].new == {"merged_into": strike}
    assert outcomes(scene.queries.changes(0, scene.now, PUBLIC)) == outcomes(rows)


def test_a_fall_of_an_incident_is_told_to_the_public_when_it_takes_effect(scene: Scene) -> None:
    strike = scene.incident(OPERATOR, "strike", casualties=Casualties(killed=exactly(30)))
    fall = {"new": SIX, "reasons": (ERROR,), "stated": said(AUGUST_2)}
    scene.about(YARA, commands.ReviseCasualties, strike, **fall)
    assert outcomes(scene.queries.changes(0, scene.now)) == [("casualties_revision_proposed", "waiting")]
    assert scene.queries.changes(0, scene.now, PUBLIC) == []
    scene.about(NADIM, commands.ReviseCasualties, strike, **fall)
    assert outcomes(scene.queries.changes(0, scene.now, PUBLIC)) == [("casualties_revised", "recorded")]


def test_the_public_feed_has_a_change_from_the_review_that_let_it_count(scene: Scene) -> None:
    scene.state(OPERATOR, 62)
    scene.state(OMAR, 70, reasons=(NEW_DEATHS,), said_at=on(AUGUST_2))
    seen = scene.now.position
    assert scene.queries.changes(0, scene.now, PUBLIC) == []
    accepted = scene.review(YARA, 2, Outcome.ACCEPT).last
    (row,) = scene.queries.changes(seen, scene.now, PUBLIC)
    assert (row.position, row.new) == (accepted, count_line(exactly(70)))
    scene.review(NADIM, 2, Outcome.CONFIRM)
    assert scene.queries.changes(accepted, scene.now, PUBLIC) == []


def test_the_public_is_not_told_of_what_was_rejected_or_withdrawn_before_it_knew(scene: Scene) -> None:
    scene.state(SALMA, 62)
    scene.review(YARA, 1, Outcome.REJECT)
    strike = scene.incident(SALMA, "strike")
    scene.about(YARA, commands.ReviewIncident, strike, outcome=Outcome.REJECT)
    scene.state(SALMA, 9, key=KEY.model_copy(update={"group": "women"}))
    for who in (YARA, NADIM):
        scene.withdraw(who, key=KEY.model_copy(update={"group": "women"}))
    assert [row.outcome for row in scene.queries.changes(0, scene.now)] == ["rejected", "rejected", "withdrawn"]
    assert scene.queries.changes(0, scene.now, PUBLIC) == []


def test_the_public_is_told_when_what_it_knew_is_rejected(scene: Scene) -> None:
    scene.state(OPERATOR, 62)
    scene.review(YARA, 1, Outcome.REJECT)
    strike = scene.incident(OPERATOR, "strike")
    scene.about(YARA, commands.ReviewIncident, strike, outcome=Outcome.REJECT)
    rows = scene.queries.changes(0, scene.now, PUBLIC)
    assert outcomes(rows) == [("toll_reviewed", "rejected"), ("incident_rejected", "rejected")]
