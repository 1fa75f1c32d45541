"""What tests of reviewing share: a decision by somebody, what then waits, and things to decide on."""

from __future__ import annotations

from desk.decisions import Decision, Verb
from desk.people import Caller
from desk.reviewing import Decided
from ledger.domain.values import Reason, ReasonCode
from tests.desk.scene import FOUR_ALIVE, Scene, strike, toll

ERROR = Reason(code=ReasonCode.ENTRY_ERROR)


def decide(scene: Scene, verb: Verb, item_id: str, by: Caller | None = None, **about: object) -> Decided:
    scene.clock.tick()
    (decided,) = scene.desk.reviewing.decide(Decision(verb, item_id, ERROR, **about), by or scene.yara)
    scene.desk.catch_up()
    return decided


def waiting(scene: Scene) -> list[str]:
    return [item.item_id for item in scene.desk.queries.queue()]


def reported(scene: Scene, number: int = 1, by: Caller | None = None) -> str:
    """The id of an incident that a monitor reported."""
    submitted = scene.submit(strike(number), by=by or scene.salma, text=f"report {number}")
    return submitted.drafts[0].stream_ids[0]


def fall(scene: Scene, old: int, new: int) -> str:
    """A monitor proposes a fall of what the operator entered; the item that waits."""
    scene.submit(toll(old))
    scene.submit(toll(new, reasons=(FOUR_ALIVE,)), by=scene.salma, day="2018-08-02", text="the fall")
    (item,) = waiting(scene)
    return item


def status(scene: Scene, incident_id: str) -> str:
    return scene.desk.queries.incident(incident_id, scene.desk.queries.moment()).status.value
