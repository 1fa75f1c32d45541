"""Incidents as they stood at a moment: status, figures, place, and what the public is told of those taken back."""

from __future__ import annotations

import pytest

from ledger.domain import commands
from ledger.domain.commands import Outcome
from ledger.domain.values import Actor, Casualties, Place, Precision, Status, When, exactly
from ledger.errors import NoSuchStream
from projections.moments import AsOf, Audience
from tests.ledger.domain.samples import AUGUST_1, AUGUST_2, JULY_31, NADIM, OMAR, OPERATOR, SALMA, YARA, on, said
from tests.projections.scene import ERROR, FOUR_FOUND, MEMBERS, PUBLIC, STATED, Scene

BASIN = "syr/daraa/syr.daraa.yarmouk-basin/"
SIX = Casualties(killed=exactly(6))
NINE = Casualties(killed=exactly(9))


def pictured(
    scene: Scene, as_of: AsOf | None = None, audience: Audience = MEMBERS, place: str | None = None
) -> list[str]:
    return [row.incident_id for row in scene.queries.picture(place, as_of or scene.now, audience).incidents]


def test_an_incident_is_told_with_all_that_was_said_of_it(scene: Scene) -> None:
    report = scene.report(SALMA, "one")
    strike = scene.incident(
        SALMA,
        "strike",
        stated=said(report=report),
        occurred=When(start=JULY_31, end=AUGUST_1, precision=Precision.FEW_DAYS),
        casualties=SIX,
        perpetrator=Actor(text="regime forces"),
        means="barrel bombs",
    )
    line = scene.queries.incident(strike, scene.now).line()
    assert line["kind"] == "strike_reported"
    assert line["occurred"] == {"start": "2018-07-31", "end": "2018-08-01", "precision": "few_days"}
    assert line["place"] == {"id": "syr.daraa.yarmouk-basin", "text": "Yarmouk Basin"}
    killed = {"low": 6, "best": 6, "high": 6, "qualifier": "exact", "breakdown": []}
    assert line["casualties"] == {"killed": killed, "injured": None, "affected": None}
    assert (line["status"], line["report_id"], line["sources"], line["closed"]) == ("received", report, 1, None)
    assert line["perpetrator"] == {"id": None, "text": "regime forces"}


def test_incidents_come_newest_first_by_when_they_happened(scene: Scene) -> None:
    old = scene.incident(SALMA, "old", occurred=When(start=JULY_31))
    new = scene.incident(SALMA, "new", occurred=When(start=AUGUST_2))
    unknown = scene.incident(SALMA, "unknown day, said on 1 August")
    assert pictured(scene) == [new, unknown, old]


def test_the_public_sees_an_incident_from_its_review_on(scene: Scene) -> None:
    strike = scene.incident(SALMA, "strike")
    received = scene.now
    assert pictured(scene, audience=PUBLIC) == []
    with pytest.raises(NoSuchStream):
        scene.queries.incident(strike, scene.now, PUBLIC)
    scene.about(YARA, commands.ReviewIncident, strike, outcome=Outcome.ACCEPT)
    assert pictured(scene, audience=PUBLIC) == [strike]
    assert pictured(scene, received, PUBLIC) == []


@pytest.mark.parametrize("outcome", [Outcome.REJECT, Outcome.UNVERIFIABLE])
def test_what_was_rejected_is_in_no_picture_and_what_cannot_be_verified_in_that_of_members(
    scene: Scene, outcome: Outcome
) -> None:
    strike = scene.incident(OPERATOR, "strike")
    scene.about(YARA, commands.ReviewIncident, strike, outcome=outcome)
    assert pictured(scene, audience=PUBLIC) == []
    assert pictured(scene) == ([strike] if outcome is Outcome.UNVERIFIABLE else [])
    assert scene.queries.incident(strike, scene.now).status in (Status.REJECTED, Status.UNVERIFIABLE)


def test_a_retracted_incident_leaves_the_picture_and_stays_readable_for_whoever_was_told(scene: Scene) -> None:
    strike = scene.incident(OPERATOR, "strike")
    told = scene.now
    scene.about(YARA, commands.RetractIncident, strike)
    assert pictured(scene) == [strike]
    scene.about(NADIM, commands.RetractIncident, strike)
    assert (pictured(scene), pictured(scene, told)) == ([], [strike])
    row = scene.queries.incident(strike, scene.now, PUBLIC)
    assert (row.status, row.closed) == (Status.WITHDRAWN, "retracted")


def test_a_retracted_incident_that_was_never_public_is_not_told_to_strangers(scene: Scene) -> None:
    strike = scene.incident(SALMA, "strike")
    scene.about(YARA, commands.RetractIncident, strike)
    scene.about(NADIM, commands.RetractIncident, strike)
    with pytest.raises(NoSuchStream):
        scene.queries.incident(strike, scene.now, PUBLIC)


def test_a_merged_incident_points_to_the_one_that_stands_for_it(scene: Scene) -> None:
    one, two = scene.incident(OPERATOR, "one"), scene.incident(OPERATOR, "two")
    scene.about(YARA, commands.MergeIncident, two, into=one)
    assert pictured(scene) == [one]
    row = scene.queries.incident(two, scene.now)
    assert (row.closed, row.merged_into) == (f"merged into {one}", one)


def test_figures_and_sources_are_those_known_then(scene: Scene) -> None:
    strike = scene.incident(OPERATOR, "strike", casualties=SIX)
    first = scene.now
    scene.about(OMAR, commands.CiteSource, strike, stated=said(AUGUST_2))
    scene.about(OPERATOR, commands.ReviseCasualties, strike, new=NINE, reasons=(FOUR_FOUND,), stated=said(AUGUST_2))
    then, now = scene.queries.incident(strike, first), scene.queries.incident(strike, scene.now)
    assert (then.facts.casualties, then.sources) == (SIX, 1)
    assert (now.facts.casualties, now.sources, now.stated_at) == (NINE, 1, on(AUGUST_2))
    assert [len(it.statements) for it in now.by_source] == [3]


def test_on_the_stated_clock_later_figures_are_left_out_though_a_review_came_after_them(scene: Scene) -> None:
    strike = scene.incident(SALMA, "strike", casualties=SIX)
    scene.about(OMAR, commands.CiteSource, strike, stated=said(AUGUST_2))
    scene.about(OMAR, commands.ReviseCasualties, strike, new=NINE, reasons=(ERROR,), stated=said(AUGUST_2))
    scene.about(YARA, commands.ReviewIncident, strike, outcome=Outcome.CONFIRM)
    row = scene.queries.incident(strike, scene.stated_by(on(AUGUST_1)))
    assert (row.facts.casualties, row.status, row.sources) == (SIX, Status.CONFIRMED, 1)
    with pytest.raises(NoSuchStream):
        scene.queries.incident(strike, scene.stated_by(on(JULY_31)))
    assert pictured(scene, scene.queries.moment(as_of="2018-07-31", clock=STATED)) == []


def test_a_corrected_place_moves_an_incident_from_one_place_to_the_other(scene: Scene) -> None:
    strike = scene.incident(OPERATOR, "strike")
    before = scene.now
    scene.about(YARA, commands.CorrectPlace, strike, new=Place(text="Hayt"))
    assert pictured(scene, place=BASIN) == []
    assert pictured(scene, place="~hayt/") == [strike]
    assert pictured(scene, before, place="syr/daraa/") == [strike]
    assert pictured(scene, before, place="~hayt/") == []


def test_time_and_actor_are_corrected_too(scene: Scene) -> None:
    strike = scene.incident(OPERATOR, "strike", perpetrator=Actor(text="unknown"))
    when = When(start=JULY_31, precision=Precision.DAY)
    scene.about(YARA, commands.CorrectTime, strike, new=when)
    scene.about(YARA, commands.CorrectActor, strike, new=None)
    scene.about(YARA, commands.DeclareDistinct, strike, other=scene.incident(OPERATOR, "other"))
    row = scene.queries.incident(strike, scene.now)
    assert (row.facts.occurred, row.facts.perpetrator) == (when, None)


def test_an_incident_without_a_place_is_found_under_no_place(scene: Scene) -> None:
    strike = scene.incident(OPERATOR, "strike", place=None)
    scene.incident(OPERATOR, "placed")
    assert pictured(scene, place="") == [strike]
