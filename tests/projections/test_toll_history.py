"""The history of one toll: every value ever, from when to when it was known, on either clock; or as known then."""

from __future__ import annotations

import pytest

from ledger.domain.commands import Outcome
from ledger.domain.values import Count, GroupCount, Quantifier, Status, exactly
from ledger.errors import NoSuchStream
from projections.moments import AsOf
from projections.toll_rows import HistoryRow
from tests.ledger.domain.samples import AUGUST_1, AUGUST_2, JULY_31, KEY, NADIM, OMAR, OPERATOR, SALMA, YARA, on
from tests.projections.scene import FOUR_FOUND, MEMBERS, NEW_DEATHS, PUBLIC, STATED, Scene

CONTRACT = [
    *("key_id", "counted_to", "low", "best", "high", "qualifier", "known_from", "known_until"),
    *("from_position", "until_position", "reasons", "status"),
]


def history(scene: Scene, as_of: AsOf | None = None, *, public: bool = False) -> list[HistoryRow]:
    return scene.queries.history(KEY.id, as_of or scene.now, PUBLIC if public else MEMBERS)


def known(rows: list[HistoryRow]) -> list[tuple[int | None, int, int | None]]:
    """Value, and the positions between which it was known."""
    return [(row.count.measure, row.from_position, row.until_position) for row in rows]


def test_a_row_has_the_keys_that_outside_checks_rely_on(scene: Scene) -> None:
    first = scene.state(OPERATOR, 62)
    scene.publish("revise", 58, AUGUST_1, on(AUGUST_2))
    line = history(scene)[0].line()
    assert [key for key in line if key in CONTRACT] == CONTRACT
    assert {"position", "withdrawn"} <= set(line)
    assert first.recorded_at is not None
    assert line["known_from"] == first.recorded_at.isoformat()


def test_every_value_ever_is_told_with_what_followed_it(scene: Scene) -> None:
    first = scene.state(OPERATOR, 62).last
    scene.state(SALMA, 58, reasons=(FOUR_FOUND,), said_at=on(AUGUST_2))
    accepted = scene.answer(YARA, 2).last
    backfilled = scene.state(OPERATOR, 40, JULY_31).last
    assert known(history(scene)) == [(40, backfilled, None), (62, first, accepted), (58, accepted, None)]
    assert history(scene)[2].reasons == (FOUR_FOUND,)


def test_on_the_stated_clock_values_are_known_from_when_their_source_spoke(scene: Scene) -> None:
    first = scene.state(OPERATOR, 62).last
    scene.state(SALMA, 58, reasons=(FOUR_FOUND,), said_at=on(AUGUST_2))
    accepted = scene.answer(YARA, 2).last
    rows = history(scene, scene.queries.moment(clock=STATED))
    assert [(row.known_from, row.known_until) for row in rows] == [
        (on(AUGUST_1), on(AUGUST_2)),
        (on(AUGUST_2), None),
    ]
    assert known(rows) == [(62, first, accepted), (58, accepted, None)]


def test_at_a_moment_asked_for_there_is_one_row_for_each_counted_day_as_known_then(scene: Scene) -> None:
    scene.state(OPERATOR, 40, JULY_31)
    first = scene.state(OPERATOR, 62).last
    scene.publish("revise", 58, AUGUST_1, on(AUGUST_2))
    then = history(scene, scene.at(first))
    assert [(row.counted_to, row.count.measure, row.until_position) for row in then] == [
        (JULY_31, 40, None),
        (AUGUST_1, 62, None),
    ]
    assert scene.days(scene.at(scene.now.position)) == {JULY_31: 40, AUGUST_1: 58}


def test_a_withdrawn_day_keeps_its_values_and_is_left_out_of_what_is_known_then(scene: Scene) -> None:
    first = scene.state(OPERATOR, 62).last
    scene.withdraw(YARA)
    gone = scene.withdraw(NADIM).last
    (row,) = history(scene)
    assert (row.withdrawn, known([row])) == (True, [(62, first, gone)])
    assert history(scene, scene.at(gone)) == []
    assert scene.days(scene.at(gone - 1)) == {AUGUST_1: 62}


def test_the_public_is_told_that_a_day_was_withdrawn(scene: Scene) -> None:
    scene.state(OPERATOR, 62)
    before = scene.now.position
    for who in (YARA, NADIM):
        scene.withdraw(who)
    assert [row.withdrawn for row in history(scene, public=True)] == [True]
    stated = scene.queries.moment(clock=STATED)
    assert [row.withdrawn for row in history(scene, stated, public=True)] == [True]
    assert (scene.toll(audience=PUBLIC), scene.days(scene.at(scene.now.position), PUBLIC)) == (None, {})
    assert scene.toll(scene.at(before), PUBLIC) == 62


def test_a_reinstated_day_is_known_again_from_then_on(scene: Scene) -> None:
    first = scene.state(OPERATOR, 62).last
    scene.withdraw(YARA)
    gone = scene.withdraw(NADIM).last
    again = scene.reinstate(YARA, scene.clock.now).last
    assert known(history(scene)) == [(62, first, gone), (62, again, None)]


def test_a_rejected_value_was_known_until_it_was_rejected_and_then_the_old_one_again(scene: Scene) -> None:
    first = scene.state(OPERATOR, 62).last
    wrong = scene.state(SALMA, 70, reasons=(NEW_DEATHS,), said_at=on(AUGUST_2)).last
    rejected = scene.review(YARA, 2, Outcome.REJECT).last
    rows = history(scene)
    assert known(rows) == [(62, first, wrong), (70, wrong, rejected), (62, rejected, None)]
    assert [row.status for row in rows][1] is Status.REJECTED
    on_the_stated_clock = history(scene, scene.queries.moment(clock=STATED))
    assert [(row.count.measure, row.known_until == row.known_from) for row in on_the_stated_clock] == [
        (62, False),
        (70, True),
    ]


def test_the_public_knows_a_value_from_its_review_on_and_never_one_that_was_not_reviewed(scene: Scene) -> None:
    scene.state(SALMA, 62)
    with pytest.raises(NoSuchStream):
        history(scene, public=True)
    accepted = scene.review(YARA, 1, Outcome.ACCEPT).last
    scene.state(SALMA, 70, reasons=(NEW_DEATHS,), said_at=on(AUGUST_2))
    assert known(history(scene, public=True)) == [(62, accepted, None)]
    assert [row.count.measure for row in history(scene)] == [62, 70]


def test_the_same_number_again_adds_a_report_and_no_row(scene: Scene) -> None:
    one, two = scene.report(SALMA, "one"), scene.report(OMAR, "two")
    first = scene.state(SALMA, 62, report_id=one).last
    scene.state(OMAR, 62, report_id=two, said_at=on(AUGUST_2))
    (row,) = history(scene)
    assert (known([row]), row.report_ids) == ([(62, first, None)], (one, two))


def test_a_review_stands_though_the_same_number_comes_again_unreviewed(scene: Scene) -> None:
    scene.state(SALMA, 62)
    scene.review(YARA, 1, Outcome.CONFIRM)
    scene.state(OMAR, 62, said_at=on(AUGUST_2))
    assert [(row.status, row.version) for row in history(scene)] == [(Status.CONFIRMED, 1)]


def test_another_breakdown_of_the_same_number_is_another_value(scene: Scene) -> None:
    scene.state(OPERATOR, 62)
    parts = (GroupCount(group="children", low=11),)
    scene.state(OPERATOR, Count(low=62, high=62, qualifier=Quantifier.EXACT, breakdown=parts), said_at=on(AUGUST_2))
    assert [len(row.count.breakdown) for row in history(scene)] == [0, 1]


def test_late_news_is_on_record_though_it_never_counted(scene: Scene) -> None:
    known_already = scene.state(OPERATOR, 65, said_at=on(AUGUST_2)).last
    late = scene.state(OPERATOR, 62, said_at=on(AUGUST_1)).last
    assert known(history(scene)) == [(65, known_already, None), (62, late, late)]
    on_the_stated_clock = history(scene, scene.queries.moment(clock=STATED))
    assert known(on_the_stated_clock) == [(62, late, known_already), (65, known_already, None)]


def test_what_sources_had_said_by_a_time_is_told_as_known_at_a_position(scene: Scene) -> None:
    before = scene.state(OPERATOR, 65, said_at=on(AUGUST_2)).last
    scene.state(OPERATOR, 62, said_at=on(AUGUST_1))
    assert scene.days(scene.stated_by(on(AUGUST_1), before)) == {}
    assert scene.days(scene.stated_by(on(AUGUST_1))) == {AUGUST_1: 62}
    assert scene.days(scene.stated_by(on(AUGUST_2))) == {AUGUST_1: 65}


def test_a_number_in_words_is_a_value_like_any_other(scene: Scene) -> None:
    scene.state(OPERATOR, Count(qualifier=Quantifier.HUNDREDS))
    scene.state(OPERATOR, 120, said_at=on(AUGUST_2))
    rows = history(scene)
    assert [row.count for row in rows] == [Count(qualifier=Quantifier.HUNDREDS), exactly(120)]
    assert (rows[0].line()["low"], rows[0].line()["qualifier"]) == (None, "hundreds")


def test_a_toll_that_was_not_open_then_is_not_found(scene: Scene) -> None:
    opened = scene.state(OPERATOR, 62).last - 1
    with pytest.raises(NoSuchStream):
        history(scene, scene.at(opened - 1))
    with pytest.raises(NoSuchStream):
        scene.queries.history("T-0000000000", scene.now)
