"""What is other at two moments: tolls and incidents added, changed or gone, with why."""

from __future__ import annotations

from ledger.domain import commands
from ledger.domain.commands import Outcome
from ledger.domain.values import Place
from tests.ledger.domain.samples import AUGUST_1, AUGUST_2, KEY, NADIM, OPERATOR, SALMA, YARA, on
from tests.projections.scene import FOUR_FOUND, Scene

CHILDREN = KEY.model_copy(update={"group": "children"})


def test_nothing_is_other_at_one_moment(scene: Scene) -> None:
    scene.state(OPERATOR, 62)
    scene.incident(SALMA, "strike")
    assert scene.queries.difference(scene.now, scene.now) == []


def test_a_fall_shows_as_a_changed_toll_with_its_reasons(scene: Scene) -> None:
    scene.state(OPERATOR, 62)
    before = scene.now
    scene.state(OPERATOR, 9, key=CHILDREN)
    scene.state(SALMA, 58, reasons=(FOUR_FOUND,), said_at=on(AUGUST_2))
    accepted = scene.answer(YARA, 2).last
    changed, added = scene.queries.difference(before, scene.now)
    assert (changed.what, changed.change, changed.id) == ("toll", "changed", KEY.id)
    assert changed.old is not None
    assert changed.new is not None
    assert (changed.old["low"], changed.new["low"]) == (62, 58)
    assert changed.why["reasons"] == [{"code": "found_alive", "amount": -4}]
    assert changed.why["entry_position"] == accepted
    assert (added.change, added.id, added.old) == ("added", CHILDREN.id, None)
    assert changed.line()["positions"] == [before.position, scene.now.position]


def test_what_was_withdrawn_or_retracted_is_gone(scene: Scene) -> None:
    scene.state(OPERATOR, 62)
    strike = scene.incident(OPERATOR, "strike")
    before = scene.now
    for who in (YARA, NADIM):
        scene.withdraw(who)
        scene.about(who, commands.RetractIncident, strike)
    found = scene.queries.difference(before, scene.now)
    assert [(it.what, it.change, it.id, it.new) for it in found] == [
        ("toll", "gone", KEY.id, None),
        ("incident", "gone", strike, None),
    ]


def test_a_status_or_a_place_that_changed_is_a_difference(scene: Scene) -> None:
    strike = scene.incident(SALMA, "strike")
    before = scene.now
    scene.about(YARA, commands.ReviewIncident, strike, outcome=Outcome.CONFIRM)
    reviewed = scene.now
    scene.about(YARA, commands.CorrectPlace, strike, new=Place(text="Hayt"))
    (status,) = scene.queries.difference(before, reviewed)
    assert (status.change, status.new and status.new["status"]) == ("changed", "confirmed")
    (place,) = scene.queries.difference(reviewed, scene.now)
    assert (place.change, place.new and place.new["place"]) == ("changed", {"id": None, "text": "Hayt"})
    gone, added = (
        scene.queries.difference(reviewed, scene.now, "syr/daraa/"),
        scene.queries.difference(reviewed, scene.now, "~hayt/"),
    )
    assert ([it.change for it in gone], [it.change for it in added]) == (["gone"], ["added"])


def test_two_moments_of_the_stated_clock_are_compared_too(scene: Scene) -> None:
    scene.publish("add", 62, AUGUST_1, on(AUGUST_1))
    scene.publish("revise", 58, AUGUST_1, on(AUGUST_2))
    (changed,) = scene.queries.difference(scene.stated_by(on(AUGUST_1)), scene.stated_by(on(AUGUST_2)))
    assert (changed.old and changed.old["low"], changed.new and changed.new["low"]) == (62, 58)
