"""Several sources on one incident, side by side: as known then, for members and the public, and through a merge."""

from __future__ import annotations

from typing import Any

import pytest

from ledger.domain import commands
from ledger.domain.commands import Outcome
from ledger.domain.values import Casualties, ClaimRef, Reliability, SourceGrade, Stated, Status, exactly
from ledger.log import Receipt
from projections.incidents import IncidentRow
from projections.moments import AsOf, Audience
from tests.ledger.domain.samples import AUGUST_1, AUGUST_2, JULY_31, NADIM, OMAR, OPERATOR, SALMA, YARA, on
from tests.projections.scene import ERROR, MEMBERS, PUBLIC, Scene


def killed(number: int) -> Casualties:
    return Casualties(killed=exactly(number))


def cite(scene: Scene, who: str, incident_id: str, source: str, harm: Casualties | None = None, **more: Any) -> Receipt:
    """A source is cited on an incident; it spoke on 2 August unless ``said_at`` says otherwise."""
    stated = Stated(source=source, stated_at=more.pop("said_at", on(AUGUST_2)), claim=more.pop("claim", None))
    return scene.about(who, commands.CiteSource, incident_id, stated=stated, casualties=harm, **more)


def row(scene: Scene, incident_id: str, as_of: AsOf | None = None, audience: Audience = MEMBERS) -> IncidentRow:
    return scene.queries.incident(incident_id, as_of or scene.now, audience)


def figures(found: IncidentRow) -> dict[str, int | None]:
    return {
        it.source: it.casualties.killed.measure if it.casualties and it.casualties.killed else None
        for it in found.by_source
    }


@pytest.fixture
def strike(scene: Scene) -> str:
    """SOHR's five, entered by the operator."""
    return scene.incident(OPERATOR, "strike", casualties=killed(5))


def test_sources_stand_side_by_side_and_the_first_ones_figures_are_the_incidents(scene: Scene, strike: str) -> None:
    one = scene.now
    cite(scene, OPERATOR, strike, "SANA", killed(2), origin="Reuters")
    found = row(scene, strike)
    assert figures(found) == {"SOHR": 5, "SANA": 2}
    assert (found.facts.casualties, found.sources, found.voices, found.figures_differ) == (killed(5), 2, 2, True)
    assert (figures(row(scene, strike, one)), row(scene, strike, one).figures_differ) == ({"SOHR": 5}, False)
    line = found.line()
    assert [(it["source"], it["repeats"]) for it in line["by_source"]] == [("SOHR", []), ("SANA", ["Reuters"])]
    assert (line["sources"], line["independent"]) == (2, 2)


def test_a_source_that_only_repeats_is_no_second_voice(scene: Scene, strike: str) -> None:
    cite(scene, OPERATOR, strike, "SANA", origin="SOHR")
    assert (row(scene, strike).sources, row(scene, strike).voices) == (2, 1)


def test_the_public_is_told_of_a_source_from_its_review_on(scene: Scene, strike: str) -> None:
    cite(scene, OMAR, strike, "SANA", killed(50))
    assert figures(row(scene, strike)) == {"SOHR": 5, "SANA": 50}
    assert figures(row(scene, strike, audience=PUBLIC)) == {"SOHR": 5}
    assert scene.queries.picture(None, scene.now, PUBLIC).incidents[0].sources == 1
    scene.about(YARA, commands.ReviewStatement, strike, version=1, outcome=Outcome.ACCEPT)
    assert figures(row(scene, strike, audience=PUBLIC)) == {"SOHR": 5, "SANA": 50}


def test_a_monitors_raise_is_no_public_figure_until_it_is_reviewed(scene: Scene, strike: str) -> None:
    cite(scene, OMAR, strike, "SOHR", killed(500))
    waits = scene.now
    assert (figures(row(scene, strike)), figures(row(scene, strike, audience=PUBLIC))) == ({"SOHR": 500}, {"SOHR": 5})
    assert scene.queries.changes(0, waits, PUBLIC) == []
    accepted = scene.about(YARA, commands.ReviewStatement, strike, version=1, outcome=Outcome.ACCEPT)
    assert figures(row(scene, strike, audience=PUBLIC)) == {"SOHR": 500}
    (told,) = scene.queries.changes(0, scene.now, PUBLIC)
    assert (told.kind, told.position) == ("casualties_revised", accepted.last)
    assert scene.queries.changes(0, waits, PUBLIC) == []


def test_what_was_rejected_is_as_if_never_said_and_nobody_outside_hears_of_it(scene: Scene, strike: str) -> None:
    cite(scene, OMAR, strike, "SOHR", killed(500))
    scene.about(YARA, commands.ReviewStatement, strike, version=1, outcome=Outcome.REJECT)
    assert figures(row(scene, strike)) == {"SOHR": 5}
    assert scene.queries.changes(0, scene.now, PUBLIC) == []
    assert [it.outcome for it in scene.queries.changes(0, scene.now)] == ["recorded", "rejected"]
    cite(scene, OPERATOR, strike, "SANA", killed(9))
    scene.about(YARA, commands.ReviewStatement, strike, version=3, outcome=Outcome.REJECT)
    assert [it.kind for it in scene.queries.changes(0, scene.now, PUBLIC)] == ["statement_reviewed"]


def test_on_the_stated_clock_only_those_who_had_spoken_are_heard(scene: Scene, strike: str) -> None:
    cite(scene, OPERATOR, strike, "SANA", killed(2), said_at=on(JULY_31))
    cite(scene, OPERATOR, strike, "Reuters", killed(3))
    early = row(scene, strike, scene.stated_by(on(JULY_31)))
    assert (figures(early), early.facts.casualties, early.facts.stated.source) == ({"SANA": 2}, killed(2), "SANA")
    assert figures(row(scene, strike, scene.stated_by(on(AUGUST_1)))) == {"SOHR": 5, "SANA": 2}


def test_an_older_word_that_arrives_late_moves_no_figure(scene: Scene, strike: str) -> None:
    cite(scene, OPERATOR, strike, "SOHR", killed(1), said_at=on(JULY_31))
    assert figures(row(scene, strike)) == {"SOHR": 5}
    assert figures(row(scene, strike, scene.stated_by(on(JULY_31)))) == {"SOHR": 1}


def test_a_merge_brings_every_source_with_its_figures_and_reporter(scene: Scene, strike: str) -> None:
    other = scene.incident(SALMA, "other", casualties=killed(7))
    cite(scene, OMAR, other, "SANA", killed(2))
    before = scene.now
    scene.about(YARA, commands.ReviewIncident, other, outcome=Outcome.ACCEPT)
    scene.about(YARA, commands.MergeIncident, other, into=strike)
    found = row(scene, strike)
    assert figures(found) == {"SOHR": 7, "SANA": 2}
    assert [it.status for it in found.by_source] == [Status.UNCORROBORATED, Status.RECEIVED]
    assert found.line()["by_source"][1]["merged_from"] == [other]
    assert figures(row(scene, strike, audience=PUBLIC)) == {"SOHR": 7}
    assert figures(row(scene, strike, before)) == {"SOHR": 5}
    (item,) = scene.queries.queue()
    assert (item.item_id, item.waits) == (f"{strike}/2", "statement")
    assert item.may_not >= {SALMA, OMAR, OPERATOR}
    assert YARA not in item.may_not
    assert scene.queries.explain(strike, scene.now).leads_to == (other,)


def test_grades_are_of_one_source_and_the_newest_stands(scene: Scene, strike: str) -> None:
    cite(scene, OPERATOR, strike, "SANA")
    for credibility in (2, 4):
        grade = SourceGrade(reliability=Reliability.B, credibility=credibility)
        scene.about(YARA, commands.GradeSource, strike, source="sana", grade=grade)
    assert [it["grade"] for it in row(scene, strike).line()["by_source"]] == [
        None,
        {"reliability": "B", "credibility": 4},
    ]


def test_what_came_of_a_report_names_the_incidents_it_cites(scene: Scene, strike: str) -> None:
    report = scene.report(SALMA, "second")
    cite(scene, SALMA, strike, "SANA", claim=ClaimRef(report_id=report, start=0, end=9))
    assert scene.queries.report(report).leads_to == (strike,)


def test_followed_and_folded_at_once_are_the_same(scene: Scene, strike: str) -> None:
    other = scene.incident(SALMA, "other", casualties=killed(7))
    cite(scene, OMAR, other, "SANA", killed(2))
    scene.about(YARA, commands.MergeIncident, other, into=strike)
    scene.about(NADIM, commands.ReviewStatement, strike, version=2, outcome=Outcome.CONTEST, reason=ERROR)
    for position in range(scene.log.head().position + 1):
        at = scene.at(position)
        assert scene.queries.digest(at) == scene.folded_at_once().digest(at)
