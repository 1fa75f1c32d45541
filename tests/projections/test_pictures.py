"""The picture of a place: incidents, what was claimed and is no incident, and tolls, all at one position."""

from __future__ import annotations

from ledger.domain.values import Place
from tests.ledger.domain.samples import AUGUST_1, AUGUST_2, KEY, OPERATOR, SALMA, on, said
from tests.projections.scene import PUBLIC, Scene

BASIN = "syr/daraa/syr.daraa.yarmouk-basin/"


def test_a_picture_holds_all_of_a_place_at_one_position(scene: Scene) -> None:
    report = scene.report(SALMA, "one")
    scene.state(OPERATOR, 62)
    strike = scene.incident(OPERATOR, "strike")
    scene.note(report, place=Place(id="syr.daraa.yarmouk-basin"))
    picture = scene.queries.picture(BASIN, scene.now)
    assert [row.incident_id for row in picture.incidents] == [strike]
    assert [row.key_id for row in picture.tolls] == [KEY.id]
    assert [(row.claim.about, row.report_id) for row in picture.claims] == [("more raids", report)]
    assert {line["position"] for line in picture.lines()} == {picture.position} == {scene.now.position}
    assert [line["what"] for line in picture.lines()] == ["incident", "claim", "toll"]
    whole = picture.line()
    assert (whole["position"], len(whole["incidents"]), len(whole["tolls"])) == (picture.position, 1, 1)  # type: ignore[arg-type]


def test_what_lies_elsewhere_is_left_out(scene: Scene) -> None:
    scene.state(OPERATOR, 62, key=KEY.model_copy(update={"place": Place(text="Hayt")}))
    scene.incident(OPERATOR, "strike", place=Place(text="Hayt"))
    scene.note(scene.report(SALMA, "one"))
    picture = scene.queries.picture(BASIN, scene.now)
    assert (picture.incidents, picture.claims, picture.tolls) == ((), (), ())
    everywhere = scene.queries.picture(None, scene.now)
    assert (len(everywhere.incidents), len(everywhere.claims), len(everywhere.tolls)) == (1, 1, 1)
    assert len(scene.queries.picture("", scene.now).claims) == 1


def test_strangers_are_told_no_claims_since_nobody_has_reviewed_them(scene: Scene) -> None:
    scene.note(scene.report(SALMA, "one"))
    assert scene.queries.picture(None, scene.now, PUBLIC).claims == ()


def test_claims_are_those_noted_and_stated_by_the_moment_newest_first(scene: Scene) -> None:
    report = scene.report(SALMA, "one")
    scene.note(report)
    before = scene.now
    scene.note(report, about="a massacre", certainty="denied", stated=said(AUGUST_2))
    assert [row.claim.about for row in scene.queries.picture(None, scene.now).claims] == ["a massacre", "more raids"]
    assert [row.claim.about for row in scene.queries.picture(None, before).claims] == ["more raids"]
    by_then = scene.queries.picture(None, scene.stated_by(on(AUGUST_1)))
    assert [row.claim.about for row in by_then.claims] == ["more raids"]
    line = scene.queries.picture(None, scene.now).claims[0].line()
    assert (line["certainty"], line["source"], line["place"]) == ("denied", "SOHR", None)
