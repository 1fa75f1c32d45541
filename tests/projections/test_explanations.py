"""What lies behind a number: entries in order, reports, reasons, people by role and never by id."""

from __future__ import annotations

import json

import pytest

from ledger.domain import commands
from ledger.domain.commands import Outcome
from ledger.domain.values import Role, exactly
from ledger.errors import NoSuchStream
from projections.lines import count_line
from tests.ledger.domain.samples import AUGUST_2, KEY, OMAR, OPERATOR, SALMA, YARA, on, said
from tests.projections.admins import forget
from tests.projections.scene import FOUR_FOUND, Scene


@pytest.fixture
def fallen(scene: Scene) -> tuple[Scene, str, str]:
    """62 by Salma, accepted; 58 by Omar, accepted: version 1 reviewed by 2, proposal 3 accepted by 4."""
    one, two = scene.report(SALMA, "one"), scene.report(OMAR, "two")
    scene.state(SALMA, 62, report_id=one)
    scene.review(YARA, 1, Outcome.ACCEPT)
    scene.state(OMAR, 58, reasons=(FOUR_FOUND,), said_at=on(AUGUST_2), report_id=two)
    scene.answer(YARA, 3)
    return scene, one, two


def test_a_toll_is_explained_by_its_entries_in_order_with_who_did_what(fallen: tuple[Scene, str, str]) -> None:
    scene, one, two = fallen
    told = scene.queries.explain(KEY.id, scene.now)
    assert [(entry.kind, entry.who, entry.report_id) for entry in told.entries] == [
        ("toll_opened", "monitor", one),
        ("toll_stated", "monitor", one),
        ("toll_reviewed", "reviewer", None),
        ("toll_revision_proposed", "monitor", two),
        ("toll_revised", "reviewer", two),
    ]
    assert (told.what, told.key, told.report_ids, told.position) == ("toll", KEY, (one, two), scene.now.position)


def test_an_entry_tells_old_new_reasons_status_clocks_and_code_book(fallen: tuple[Scene, str, str]) -> None:
    scene, _, two = fallen
    line = scene.queries.explain(KEY.id, scene.now).entries[-1].line()
    assert (line["old"], line["new"]) == (count_line(exactly(62)), count_line(exactly(58)))
    assert (line["reasons"], line["unexplained"]) == ([{"code": "found_alive", "amount": -4}], 0)
    assert (line["status"], line["refers_to"]) == ("uncorroborated", [f"{KEY.id}/3"])
    assert (line["stated_at"], line["source"], line["codebook"]) == ("2018-08-02T12:00:00+00:00", "SOHR", "2026.1")
    assert line["report_id"] == two


def test_one_value_is_explained_by_what_speaks_of_it(fallen: tuple[Scene, str, str]) -> None:
    scene, _, _ = fallen
    for version, about in (("1", [1, 2]), ("3", [3, 4]), ("4", [3, 4])):
        told = scene.queries.explain(f"{KEY.id}/{version}", scene.now)
        assert (told.what, [entry.version for entry in told.entries]) == ("value", about)


def test_a_report_is_explained_by_itself_and_all_that_came_of_it(fallen: tuple[Scene, str, str]) -> None:
    scene, one, two = fallen
    scene.note(two)
    strike = scene.incident(OMAR, "strike", stated=said(report=two))
    told = scene.queries.explain(two, scene.now)
    assert (told.what, told.leads_to) == ("report", (KEY.id, strike))
    assert [entry.kind for entry in told.entries] == [
        "report_received",
        "toll_revision_proposed",
        "toll_revised",
        "claim_noted",
        "strike_reported",
    ]
    assert scene.queries.explain(one, scene.now).leads_to == (KEY.id,)


def test_an_incident_is_explained_with_what_it_was_merged_into(scene: Scene) -> None:
    one, two = scene.incident(OPERATOR, "one"), scene.incident(OPERATOR, "two")
    scene.about(YARA, commands.MergeIncident, two, into=one)
    told = scene.queries.explain(two, scene.now)
    assert (told.what, told.leads_to) == ("incident", (one,))
    assert [entry.who for entry in told.entries] == ["admin", "reviewer"]
    assert told.entries[0].line()["new"] == {
        "certainty": "asserted",
        "casualties": {},
        "flags": [],
        "occurred": {"precision": "unknown"},
        "parties": [],
        "place": {"id": "syr.daraa.yarmouk-basin", "text": "Yarmouk Basin"},
    }


def test_an_explanation_of_then_tells_nothing_of_later(fallen: tuple[Scene, str, str]) -> None:
    scene, _, _ = fallen
    opened = scene.log.stream(KEY.id)[0].position
    told = scene.queries.explain(KEY.id, scene.at(opened + 1))
    assert [entry.version for entry in told.entries] == [0, 1]


def test_people_are_named_by_the_role_they_held_when_they_acted(fallen: tuple[Scene, str, str]) -> None:
    scene, one, _ = fallen
    for role in (Role.REVIEWER, Role.ADMIN):
        grant = commands.GrantRole(command_id=scene.next_id(), member_id=SALMA, role=role)
        scene.do(OPERATOR, grant)
    forget(scene, YARA)
    told = scene.queries.explain(KEY.id, scene.now)
    assert [entry.who for entry in told.entries][:3] == ["monitor", "monitor", "reviewer"]
    everything = json.dumps([told.line(), scene.queries.explain(one, scene.now).line()])
    assert "M-" not in everything


@pytest.mark.parametrize("nothing", ["T-0000000000", "I-0000000000", "R-0000000000", "X-1", "", "T", "T-0000000000/1"])
def test_an_id_that_stands_for_nothing_is_refused(scene: Scene, nothing: str) -> None:
    with pytest.raises(NoSuchStream):
        scene.queries.explain(nothing, scene.now)


@pytest.mark.parametrize("version", ["9", "-1", "x", "1/2", "٣"])
def test_a_version_that_the_toll_does_not_have_is_refused(scene: Scene, version: str) -> None:
    scene.state(OPERATOR, 62)
    with pytest.raises(NoSuchStream):
        scene.queries.explain(f"{KEY.id}/{version}", scene.now)


def test_a_member_is_never_explained(scene: Scene) -> None:
    with pytest.raises(NoSuchStream):
        scene.queries.explain(SALMA, scene.now)
