"""Reports as they stand and what came of them; members by id and role."""

from __future__ import annotations

import pytest

from ledger.domain import commands
from ledger.domain.values import Role
from ledger.errors import NoSuchStream
from tests.ledger.domain.samples import AUGUST_1, KEY, NADIM, NOW, OMAR, OPERATOR, SALMA, YARA, on, said
from tests.projections.admins import forget
from tests.projections.scene import ERROR, Scene

NEWCOMER = "M-" + "newcomer".ljust(26, "0")


def test_a_report_tells_what_came_of_it(scene: Scene) -> None:
    report = scene.report(SALMA, "one")
    scene.state(SALMA, 62, report_id=report)
    strike = scene.incident(SALMA, "strike", stated=said(report=report))
    scene.note(report)
    row = scene.queries.report(report)
    assert (row.source, row.language, row.public, row.stated_at) == ("SOHR", "en", False, on(AUGUST_1))
    assert (row.revisions, row.withdrawn, row.claims, row.leads_to) == (1, False, 1, (KEY.id, strike))
    assert row.recorded_at > NOW
    assert row.line()["leads_to"] == [KEY.id, strike]
    assert "M-" not in str(row.line())


def test_an_edited_and_a_withdrawn_report_say_so(scene: Scene) -> None:
    report = scene.report(SALMA, "one")
    edited = commands.EditReport(command_id=scene.next_id(), report_id=report, length=9, content="cd" * 32)
    scene.do(SALMA, edited)
    assert scene.queries.report(report).revisions == 2
    scene.do(SALMA, commands.WithdrawReport(command_id=scene.next_id(), report_id=report, reason=ERROR))
    assert scene.queries.report(report).withdrawn


def test_a_report_that_never_came_in_is_not_found(scene: Scene) -> None:
    with pytest.raises(NoSuchStream):
        scene.queries.report("R-0000000000")


def test_a_member_finds_their_own_newest_reports_first(scene: Scene) -> None:
    one, two, three = (scene.report(SALMA, name) for name in ("one", "two", "three"))
    scene.report(OMAR, "other")
    assert [row.report_id for row in scene.queries.reports_of(SALMA, 2)] == [three, two]
    assert [row.report_id for row in scene.queries.reports_of(SALMA, 9)] == [three, two, one]
    assert scene.queries.reports_of(YARA, 9) == []


def test_members_are_told_by_id_and_role(scene: Scene) -> None:
    roles = {row.member_id: row.roles for row in scene.queries.members()}
    assert roles[OPERATOR] == {Role.ADMIN}
    assert roles[SALMA] == {Role.MONITOR}
    assert roles[NADIM] == {Role.REVIEWER}
    assert set(scene.queries.members()[0].line()) == {
        "member_id",
        "roles",
        "invited_to",
        "forgotten",
        "forgetting",
        "forgetting_reason",
    }


def test_an_invitation_becomes_a_role_when_it_is_taken_up_and_forgetting_leaves_the_id(scene: Scene) -> None:
    def newcomer() -> tuple[set[Role], Role | None, bool]:
        row = next(row for row in scene.queries.members() if row.member_id == NEWCOMER)
        return set(row.roles), row.invited_to, row.forgotten

    invite = commands.InviteMember(command_id=scene.next_id(), member_id=NEWCOMER, role=Role.MONITOR)
    scene.do(OPERATOR, invite)
    assert newcomer() == (set(), Role.MONITOR, False)
    scene.do(NEWCOMER, commands.JoinLedger(command_id=scene.next_id(), member_id=NEWCOMER))
    assert newcomer() == ({Role.MONITOR}, None, False)
    scene.do(OPERATOR, commands.GrantRole(command_id=scene.next_id(), member_id=NEWCOMER, role=Role.AUDITOR))
    scene.do(OPERATOR, commands.RevokeRole(command_id=scene.next_id(), member_id=NEWCOMER, role=Role.MONITOR))
    assert newcomer() == ({Role.AUDITOR}, None, False)
    forget(scene, NEWCOMER)
    assert newcomer() == (set(), None, True)


def test_an_invitation_that_was_taken_back_is_gone(scene: Scene) -> None:
    for kind in (commands.InviteMember, commands.RevokeRole):
        scene.do(OPERATOR, kind(command_id=scene.next_id(), member_id=NEWCOMER, role=Role.MONITOR))
    assert scene.queries.members()[-1].invited_to is None
