"""The queue: what waits for review, for how many members, and for which of them it does not."""

from __future__ import annotations

import pytest

from ledger.domain import commands
from ledger.domain.commands import Outcome
from ledger.domain.values import Casualties, exactly
from projections.lines import casualties_line
from projections.moments import Audience, Clock
from projections.queue_rows import QueueItem
from projections.tolls import KeyFilter
from tests.ledger.domain.samples import AUGUST_1, AUGUST_2, KEY, NADIM, OMAR, OPERATOR, SALMA, YARA, on, said
from tests.projections.scene import ERROR, FOUR_FOUND, NEW_DEATHS, Scene

THIRTY, TEN = Casualties(killed=exactly(30)), Casualties(killed=exactly(10))


def waiting(scene: Scene) -> list[QueueItem]:
    return scene.queries.queue()


def test_a_received_value_waits_until_it_is_reviewed(scene: Scene) -> None:
    report = scene.report(SALMA, "one")
    stated = scene.state(SALMA, 62, report_id=report)
    (item,) = waiting(scene)
    assert (item.item_id, item.waits, item.needed, item.agreed) == (f"{KEY.id}/1", "value", 1, 0)
    assert (item.old, item.new, item.counted_to, item.report_id) == (None, exactly(62), AUGUST_1, report)
    assert (item.recorded_at, item.key) == (stated.recorded_at, KEY)
    scene.review(YARA, 1, Outcome.ACCEPT)
    assert waiting(scene) == []


def test_what_the_operator_entered_does_not_wait(scene: Scene) -> None:
    scene.state(OPERATOR, 62)
    scene.incident(OPERATOR, "strike")
    assert waiting(scene) == []


def test_a_rise_that_waits_tells_what_it_rose_from(scene: Scene) -> None:
    scene.state(OPERATOR, 62)
    scene.state(SALMA, 70, reasons=(NEW_DEATHS,), said_at=on(AUGUST_2))
    (item,) = waiting(scene)
    assert (item.old, item.new, item.reasons) == (exactly(62), exactly(70), (NEW_DEATHS,))


def test_a_large_fall_waits_for_two_and_counts_who_agreed(scene: Scene) -> None:
    scene.state(OPERATOR, 62)
    scene.state(SALMA, 40, reasons=(ERROR,), said_at=on(AUGUST_2))
    (item,) = waiting(scene)
    assert (item.waits, item.old, item.new, item.needed, item.agreed) == ("fall", exactly(62), exactly(40), 2, 0)
    before = scene.now.position
    scene.answer(YARA, 2)
    assert [(it.needed, it.agreed) for it in waiting(scene)] == [(2, 1)]
    assert [it.agreed for it in scene.queries.queue(before)] == [0]
    scene.answer(NADIM, 2)
    assert waiting(scene) == []
    (closed,) = scene.queries.queue(include_closed=True)
    assert (closed.outcome, closed.agreed) == ("accepted", 2)


def test_nobody_is_asked_about_what_they_said_or_agreed_to(scene: Scene) -> None:
    scene.state(OPERATOR, 62)
    scene.state(SALMA, 40, reasons=(ERROR,), said_at=on(AUGUST_2))
    scene.state(OMAR, 40, reasons=(ERROR,), said_at=on(AUGUST_2, 13))
    first = f"{KEY.id}/2"
    for who, asked in ((SALMA, False), (OMAR, False), (YARA, True), (NADIM, True)):
        assert (first in [it.item_id for it in scene.queries.queue(excluding=who)]) is asked, who
    scene.answer(YARA, 2)
    assert first not in [it.item_id for it in scene.queries.queue(excluding=YARA)]
    assert first in [it.item_id for it in scene.queries.queue(excluding=NADIM)]


def test_who_said_the_same_number_is_not_asked_about_it(scene: Scene) -> None:
    scene.state(SALMA, 62)
    scene.state(YARA, 62, said_at=on(AUGUST_2))
    assert [it.item_id for it in scene.queries.queue(excluding=NADIM)] == [f"{KEY.id}/1", f"{KEY.id}/2"]
    assert scene.queries.queue(excluding=YARA) == scene.queries.queue(excluding=SALMA) == []


def test_a_withdrawal_waits_for_the_second_member_and_for_its_own_day_only(scene: Scene) -> None:
    scene.state(OPERATOR, 62)
    scene.state(OPERATOR, 70, AUGUST_2)
    scene.withdraw(YARA, AUGUST_1)
    scene.withdraw(YARA, AUGUST_2)
    one, two = waiting(scene)
    assert (one.waits, one.counted_to, one.old, one.new) == ("withdrawal", AUGUST_1, exactly(62), None)
    assert (one.needed, one.agreed, one.reasons) == (2, 1, (ERROR,))
    assert scene.queries.queue(excluding=YARA) == []
    scene.withdraw(NADIM, AUGUST_2)
    assert [it.item_id for it in waiting(scene)] == [one.item_id]
    assert two.counted_to == AUGUST_2


def test_a_received_incident_waits_until_it_is_reviewed(scene: Scene) -> None:
    strike = scene.incident(SALMA, "strike", casualties=TEN)
    (item,) = waiting(scene)
    assert (item.item_id, item.waits, item.key) == (strike, "incident", None)
    assert item.about is not None
    assert (item.about["kind"], item.about["casualties"]) == ("strike_reported", casualties_line(TEN))
    assert scene.queries.queue(excluding=SALMA) == []
    scene.about(YARA, commands.CiteSource, strike, stated=said(AUGUST_2))
    assert scene.queries.queue(excluding=YARA) == []
    scene.about(NADIM, commands.ReviewIncident, strike, outcome=Outcome.CONFIRM)
    assert [it.item_id for it in waiting(scene)] == [f"{strike}/1"]
    scene.about(NADIM, commands.ReviewStatement, strike, version=1, outcome=Outcome.ACCEPT)
    assert waiting(scene) == []
    outcomes = [it.outcome for it in scene.queries.queue(include_closed=True)]
    assert outcomes == ["confirmed", "uncorroborated"]


def test_a_retraction_and_a_large_fall_of_an_incident_wait_for_the_second_member(scene: Scene) -> None:
    strike = scene.incident(OPERATOR, "strike", casualties=THIRTY)
    fall = {"new": TEN, "reasons": (ERROR,), "stated": said(AUGUST_2)}
    scene.about(YARA, commands.ReviseCasualties, strike, **fall)
    (item,) = waiting(scene)
    assert (item.waits, item.needed, item.agreed, item.reasons) == ("casualties fall", 2, 1, (ERROR,))
    assert item.about is not None
    assert item.about["asked"] == {"killed": {"high": 10, "low": 10, "qualifier": "exact", "breakdown": []}}
    assert scene.queries.queue(excluding=YARA) == []
    scene.about(NADIM, commands.ReviseCasualties, strike, **fall)
    assert waiting(scene) == []
    scene.about(YARA, commands.RetractIncident, strike)
    assert [it.waits for it in waiting(scene)] == ["retraction"]


def test_what_waits_for_an_incident_is_closed_with_it(scene: Scene) -> None:
    strike, other = scene.incident(SALMA, "strike"), scene.incident(SALMA, "other")
    scene.about(YARA, commands.RetractIncident, strike)
    scene.about(NADIM, commands.MergeIncident, strike, into=other)
    assert [(it.item_id, it.waits) for it in waiting(scene)] == [(other, "incident"), (f"{other}/1", "statement")]


def test_a_refused_fall_no_longer_waits(scene: Scene) -> None:
    scene.state(OPERATOR, 62)
    scene.state(SALMA, 58, reasons=(FOUR_FOUND,), said_at=on(AUGUST_2))
    scene.answer(YARA, 2, agree=False)
    assert waiting(scene) == []
    assert [it.outcome for it in scene.queries.queue(include_closed=True)] == ["rejected"]


def test_the_oldest_waits_first_and_a_line_names_no_member(scene: Scene) -> None:
    scene.incident(SALMA, "strike")
    scene.state(SALMA, 62)
    items = waiting(scene)
    assert [it.waits for it in items] == ["incident", "value"]
    assert all(it.member_id == SALMA for it in items)
    assert "M-" not in str([it.line() for it in items])
    assert set(items[1].line()) >= {"item_id", "kind", "needed", "agreed", "recorded_at", "old", "new", "reasons"}


def test_what_a_publisher_lowered_or_took_back_is_listed_though_it_counts(scene: Scene) -> None:
    scene.publish("add", 62, AUGUST_1, on(AUGUST_1))
    assert waiting(scene) == []
    scene.publish("revise", 58, AUGUST_1, on(AUGUST_2))
    scene.publish("withdraw", None, AUGUST_1, on(AUGUST_2, 13))
    fall, withdrawal = waiting(scene)
    assert (fall.kind, fall.waits, fall.old, fall.new, fall.needed) == (
        "toll_revised", "value", exactly(62), exactly(58), 1,
    )  # fmt: skip
    assert (withdrawal.kind, withdrawal.waits, withdrawal.old, withdrawal.new) == (
        "toll_withdrawn", "withdrawal", exactly(58), None,
    )  # fmt: skip
    assert scene.queries.queue(excluding=OPERATOR) == []
    assert (scene.queries.waiting().count, scene.queries.waiting().oldest) == (2, fall.recorded_at)
    assert scene.queries.waiting(since=fall.entry_position).count == 1
    scene.review(YARA, 2, Outcome.ACCEPT)
    scene.review(YARA, 3, Outcome.REJECT)
    assert waiting(scene) == []
    assert (scene.queries.waiting().count, scene.queries.waiting().oldest) == (0, None)


@pytest.mark.parametrize("clock", list(Clock))
@pytest.mark.parametrize("audience", list(Audience))
def test_a_withdrawal_that_a_reviewer_rejects_is_as_if_never_said(
    scene: Scene, clock: Clock, audience: Audience
) -> None:
    scene.publish("add", 62, AUGUST_1, on(AUGUST_1))
    scene.publish("withdraw", None, AUGUST_1, on(AUGUST_2))
    gone = scene.queries.moment(clock=clock)
    assert scene.queries.tolls(KeyFilter(), gone, audience) == []
    scene.review(YARA, 2, Outcome.REJECT)
    back = scene.queries.moment(clock=clock)
    assert [row.count for row in scene.queries.tolls(KeyFilter(), back, audience)] == [exactly(62)]
    assert scene.queries.history(KEY.id, back, audience)[-1].known_until is None
    assert scene.queries.tolls(KeyFilter(), gone, audience) == []
    (_, rejected) = scene.queries.changes(0, back)
    assert (rejected.outcome, rejected.old, rejected.new) == ("rejected", None, None)
