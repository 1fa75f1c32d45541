"""What a reader is told of a toll: the value of its latest counted day, its status, what was known before and why."""

from __future__ import annotations

from datetime import timedelta

from ledger.domain.commands import Outcome
from ledger.domain.values import Count, GroupCount, Quantifier, Reason, ReasonCode, Status, exactly
from projections.tolls import KeyFilter
from tests.ledger.domain.samples import (
    AT_LEAST_62,
    AUGUST_1,
    AUGUST_2,
    JULY_31,
    KEY,
    NADIM,
    OMAR,
    OPERATOR,
    SALMA,
    YARA,
    on,
)
from tests.projections.scene import ERROR, FOUR_FOUND, NEW_DEATHS, PUBLIC, Scene

CONTRACT = [
    *("key_id", "key", "counted_to", "low", "best", "high", "qualifier", "breakdown", "status", "stated_at"),
    *("recorded_at", "position", "previous", "reasons"),
]
PARTS = ["source", "place", "group", "affiliation", "harm", "cause", "perpetrator", "period_start", "basis"]


def test_a_row_has_the_keys_that_outside_checks_rely_on(scene: Scene) -> None:
    scene.state(OPERATOR, AT_LEAST_62)
    (row,) = scene.queries.tolls(KeyFilter(), scene.now)
    line = row.line()
    assert list(line)[: len(CONTRACT)] == CONTRACT
    key = line["key"]
    assert isinstance(key, dict)
    assert list(key) == PARTS
    assert key["place"] == {"id": "syr.daraa.yarmouk-basin", "text": "Yarmouk Basin"}
    assert (line["low"], line["best"], line["high"], line["qualifier"]) == (62, 62, None, "at_least")
    assert line["stated_at"] == "2018-08-01T12:00:00+00:00"
    children = {"group": "children", "affiliation": None, "low": 11, "best": 11, "high": 11, "qualifier": None}
    women = {"group": "women", "affiliation": None, "low": 10, "best": 10, "high": None, "qualifier": None}
    assert line["breakdown"] == [children, women]
    assert line["previous"] is None


def test_an_answer_carries_the_position_it_was_read_at_and_that_of_the_entry(scene: Scene) -> None:
    entered = scene.state(OPERATOR, 62).last
    scene.incident(SALMA, "strike")
    (row,) = scene.queries.tolls(KeyFilter(), scene.now)
    assert (row.position, row.entry_position) == (entered + 1, entered)
    (then,) = scene.queries.tolls(KeyFilter(), scene.at(entered))
    assert then.position == entered


def test_what_a_monitor_sent_is_told_to_members_with_its_status_and_to_strangers_when_reviewed(scene: Scene) -> None:
    received = scene.state(SALMA, 62).last
    assert scene.queries.tolls(KeyFilter(), scene.now)[0].status is Status.RECEIVED
    assert scene.toll(audience=PUBLIC) is None
    assert scene.queries.toll_keys(KeyFilter(), scene.now, PUBLIC) == []
    scene.review(YARA, 1, Outcome.ACCEPT)
    assert scene.toll(audience=PUBLIC) == 62
    assert scene.toll(scene.at(received), PUBLIC) is None


def test_a_value_that_is_rejected_leaves_what_was_known_before(scene: Scene) -> None:
    scene.state(OPERATOR, 62)
    scene.state(SALMA, 70, reasons=(NEW_DEATHS,), said_at=on(AUGUST_2))
    assert scene.toll() == 70
    before = scene.now.position
    scene.review(YARA, 2, Outcome.REJECT)
    assert scene.toll() == 62
    assert scene.toll(scene.at(before)) == 70


def test_a_fall_is_unknown_on_every_clock_until_accepted(scene: Scene) -> None:
    scene.state(OPERATOR, 62)
    proposed = scene.state(SALMA, 58, reasons=(FOUR_FOUND,), said_at=on(AUGUST_2)).last
    assert scene.toll() == 62
    assert scene.toll(scene.stated_by(on(AUGUST_2))) == 62
    accepted = scene.answer(YARA, 2).last
    assert scene.toll() == 58
    assert scene.toll(scene.at(accepted - 1)) == 62
    assert scene.toll(scene.stated_by(on(AUGUST_2))) == 58
    assert scene.toll(scene.stated_by(on(AUGUST_2) - timedelta(seconds=1))) == 62
    assert scene.toll(scene.stated_by(on(AUGUST_2), proposed)) == 62


def test_an_accepted_fall_tells_what_it_fell_from_and_why(scene: Scene) -> None:
    scene.state(OPERATOR, 62)
    scene.state(SALMA, 58, reasons=(FOUR_FOUND,), said_at=on(AUGUST_2))
    scene.answer(YARA, 2)
    (row,) = scene.queries.tolls(KeyFilter(), scene.now)
    assert row.previous is not None
    assert (row.previous.count, row.previous.counted_to) == (exactly(62), AUGUST_1)
    assert (row.reasons, row.unexplained) == ((FOUR_FOUND,), 0)


def test_a_large_fall_waits_for_the_second_reviewer_and_a_refused_one_changes_nothing(scene: Scene) -> None:
    scene.state(OPERATOR, 62)
    scene.state(SALMA, 40, reasons=(ERROR,), said_at=on(AUGUST_2))
    scene.answer(YARA, 2)
    assert scene.toll() == 62
    scene.answer(NADIM, 2)
    assert scene.toll() == 40
    scene.state(SALMA, 39, reasons=(ERROR,), said_at=on(AUGUST_2, 13))
    scene.answer(YARA, 5, agree=False)
    assert scene.toll() == 40


def test_the_current_value_is_that_of_the_latest_day_and_a_backfill_is_neither_that_nor_what_was_before(
    scene: Scene,
) -> None:
    scene.state(OPERATOR, 62)
    scene.state(OPERATOR, 40, JULY_31, said_at=on(AUGUST_2, 8))
    scene.state(OPERATOR, 70, AUGUST_2, reasons=(NEW_DEATHS,))
    (row,) = scene.queries.tolls(KeyFilter(), scene.now)
    assert (row.counted_to, row.count, row.reasons) == (AUGUST_2, exactly(70), (NEW_DEATHS,))
    assert row.previous is not None
    assert row.previous.count == exactly(62)


def test_late_news_lands_at_its_true_time(scene: Scene) -> None:
    scene.state(OPERATOR, 65, said_at=on(AUGUST_2))
    scene.state(OPERATOR, 62, said_at=on(AUGUST_1))
    assert scene.toll() == 65
    assert scene.toll(scene.stated_by(on(AUGUST_1))) == 62


def test_the_same_number_again_keeps_the_review_and_the_breakdown(scene: Scene) -> None:
    scene.state(SALMA, AT_LEAST_62)
    scene.review(YARA, 1, Outcome.CONFIRM)
    again = Count(low=62, qualifier=Quantifier.AT_LEAST)
    scene.state(OMAR, again, said_at=on(AUGUST_2))
    (row,) = scene.queries.tolls(KeyFilter(), scene.now)
    assert (row.status, row.count, row.previous) == (Status.CONFIRMED, AT_LEAST_62, None)
    scene.state(OPERATOR, again, said_at=on(AUGUST_2, 13))
    (row,) = scene.queries.tolls(KeyFilter(), scene.now)
    assert (row.status, row.count.breakdown) == (Status.UNCORROBORATED, AT_LEAST_62.breakdown)


def test_the_same_number_for_a_later_day_moves_the_day_and_not_the_number(scene: Scene) -> None:
    scene.state(OPERATOR, 60, JULY_31)
    scene.state(OPERATOR, 62, AUGUST_1, reasons=(NEW_DEATHS,))
    scene.state(OPERATOR, 62, AUGUST_2)
    (row,) = scene.queries.tolls(KeyFilter(), scene.now)
    assert (row.counted_to, row.count, row.reasons) == (AUGUST_2, exactly(62), (NEW_DEATHS,))
    assert row.previous is not None
    assert row.previous.count == exactly(60)


def test_a_number_told_again_without_its_bound_is_no_move(scene: Scene) -> None:
    scene.state(OPERATOR, 60, JULY_31)
    scene.state(OPERATOR, AT_LEAST_62, AUGUST_1)
    scene.state(OPERATOR, 62, AUGUST_2)
    (row,) = scene.queries.tolls(KeyFilter(), scene.now)
    assert (row.counted_to, row.count) == (AUGUST_2, AT_LEAST_62)
    assert row.previous is not None
    assert row.previous.count == exactly(60)


def test_a_withdrawn_day_gives_way_to_the_one_before_and_says_what_it_was(scene: Scene) -> None:
    scene.state(OPERATOR, 62)
    scene.state(OPERATOR, 70, AUGUST_2)
    scene.withdraw(YARA, AUGUST_2)
    assert scene.toll() == 70
    scene.withdraw(NADIM, AUGUST_2)
    (row,) = scene.queries.tolls(KeyFilter(), scene.now)
    assert (row.count, row.counted_to, row.reasons) == (exactly(62), AUGUST_1, (ERROR,))
    assert row.previous is not None
    assert (row.previous.count, row.previous.counted_to) == (exactly(70), AUGUST_2)


def test_a_toll_whose_only_day_was_withdrawn_is_not_told_until_it_is_reinstated(scene: Scene) -> None:
    scene.state(OPERATOR, 62)
    scene.withdraw(YARA)
    gone = scene.withdraw(NADIM).last
    assert scene.queries.tolls(KeyFilter(), scene.now) == []
    scene.reinstate(YARA, scene.clock.now)
    assert scene.toll() == 62
    assert scene.toll(scene.at(gone)) is None


def test_what_a_publisher_did_counts_at_once_falls_and_withdrawals_too(scene: Scene) -> None:
    scene.publish("add", 62, AUGUST_1, on(AUGUST_1))
    scene.publish("revise", 58, AUGUST_1, on(AUGUST_2))
    (row,) = scene.queries.tolls(KeyFilter(), scene.now, PUBLIC)
    assert (row.count, row.status) == (exactly(58), Status.UNCORROBORATED)
    assert row.reasons == (Reason(code=ReasonCode.NONE_GIVEN),)
    assert row.unexplained is None
    scene.publish("withdraw", None, AUGUST_1, on(AUGUST_2, 13))
    assert scene.toll() is None


def test_a_group_is_found_as_a_toll_and_as_a_part_that_another_toll_names(scene: Scene) -> None:
    own = KEY.model_copy(update={"group": "children"})
    scene.state(OPERATOR, AT_LEAST_62)
    scene.state(OPERATOR, 9, key=own)
    toll, part = scene.queries.tolls(KeyFilter({"group": "Children"}), scene.now)
    assert (toll.key_id, toll.of_which, toll.count) == (own.id, False, exactly(9))
    assert (part.key_id, part.of_which, part.key.group, part.count.low) == (KEY.id, True, "children", 11)
    assert (part.line()["of_which"], part.line()["breakdown"]) == (True, [])
    assert scene.queries.tolls(KeyFilter({"group": "elderly"}), scene.now) == []


def test_a_part_tells_the_number_it_had_before(scene: Scene) -> None:
    scene.state(OPERATOR, AT_LEAST_62)
    parts = (GroupCount(group="children", low=13, high=13),)
    scene.state(OPERATOR, Count(low=66, breakdown=parts), AUGUST_2)
    (part,) = scene.queries.tolls(KeyFilter({"group": "children"}), scene.now)
    assert (part.count.low, part.previous and part.previous.count.low) == (13, 11)


def test_a_part_is_told_with_its_affiliation(scene: Scene) -> None:
    parts = (GroupCount(group="combatants", low=5, affiliation="Jaysh Khalid"), GroupCount(group="combatants", low=2))
    scene.state(OPERATOR, Count(low=9, breakdown=parts))
    wanted = {"group": "combatants", "affiliation": "jaysh khalid"}
    assert [row.count.low for row in scene.queries.tolls(KeyFilter(wanted), scene.now)] == [5]
    wanted["affiliation"] = "none"
    assert [row.count.low for row in scene.queries.tolls(KeyFilter(wanted), scene.now)] == [2]
