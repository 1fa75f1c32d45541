"""One source that gives two numbers for one day: both are kept, and an answer says that there are two."""

from __future__ import annotations

from ledger.domain.commands import Outcome
from ledger.domain.values import exactly
from projections.toll_rows import TollRow
from projections.tolls import KeyFilter
from tests.ledger.domain.samples import AUGUST_1, AUGUST_2, KEY, NADIM, OMAR, OPERATOR, SALMA, YARA, on
from tests.projections.scene import FOUR_FOUND, NEW_DEATHS, NO_REASON, PUBLIC, Scene

AT_ONCE = on(AUGUST_1)


def told(scene: Scene, *more: object) -> TollRow:
    (row,) = scene.queries.tolls(KeyFilter(key_id=KEY.id), scene.now, *more)  # type: ignore[arg-type]
    return row


def two(scene: Scene) -> None:
    scene.state(SALMA, 58, said_at=AT_ONCE)
    scene.state(OMAR, 62, said_at=AT_ONCE)


def test_the_second_number_stands_the_first_is_kept_and_both_are_told(scene: Scene) -> None:
    two(scene)
    row = told(scene)
    assert (row.count, row.also_stated) == (exactly(62), (exactly(58),))
    assert [it["best"] for it in row.line()["also_stated"]] == [58]  # type: ignore[union-attr, index, call-overload]
    assert [it.count for it in scene.queries.history(KEY.id, scene.now)] == [exactly(58), exactly(62)]


def test_a_lower_second_number_waits_like_any_fall(scene: Scene) -> None:
    scene.state(SALMA, 62, said_at=AT_ONCE)
    scene.state(OMAR, 58, said_at=AT_ONCE, reasons=(FOUR_FOUND,))
    assert (told(scene).count, told(scene).also_stated) == (exactly(62), ())
    (waits,) = [it for it in scene.queries.queue() if it.waits == "fall"]
    assert waits.new == exactly(58)
    scene.answer(YARA, waits.version)
    assert (told(scene).count, told(scene).also_stated) == (exactly(58), ())  # the reason says why


def test_a_number_that_says_why_it_is_another_or_comes_later_is_no_second_one(scene: Scene) -> None:
    scene.state(OPERATOR, 58, said_at=AT_ONCE)
    scene.state(OPERATOR, 62, said_at=AT_ONCE, reasons=(NEW_DEATHS,))
    assert told(scene).also_stated == ()
    scene.state(OPERATOR, 66, said_at=on(AUGUST_2))
    assert told(scene).also_stated == ()


def test_a_rejected_number_is_told_no_more_and_strangers_hear_of_reviewed_ones(scene: Scene) -> None:
    two(scene)
    scene.review(NADIM, 2, Outcome.ACCEPT)
    assert told(scene, PUBLIC).also_stated == ()
    scene.review(NADIM, 1, Outcome.ACCEPT)
    assert told(scene, PUBLIC).also_stated == (exactly(58),)
    before = scene.now
    scene.publish("add", 70, AUGUST_2, on(AUGUST_2))
    assert scene.queries.tolls(KeyFilter(key_id=KEY.id), scene.at(before.position))[0].also_stated == (exactly(58),)
    assert told(scene).also_stated == ()


def test_two_bulletins_of_a_publisher_for_one_day_are_told(scene: Scene) -> None:
    scene.publish("add", 4106, AUGUST_1, AT_ONCE)
    scene.publish("revise", 4230, AUGUST_1, AT_ONCE)
    assert NO_REASON.amount is None
    assert (told(scene).count, told(scene).also_stated) == (exactly(4230), (exactly(4106),))


def test_a_rejected_second_number_leaves_the_first_alone(scene: Scene) -> None:
    two(scene)
    scene.review(NADIM, 2, Outcome.REJECT)
    assert (told(scene).count, told(scene).also_stated) == (exactly(58), ())
