"""``member`` invites, grants, revokes and forgets; names are for the operator's eyes only."""

from __future__ import annotations

import pytest

from tests.desk.cli.terminal import STRIKE, Terminal


def roles(terminal: Terminal) -> dict[str, list[str]]:
    return {row["name"]: row["roles"] for row in terminal.done("member", "list", "--json").lines}


def test_an_invitation_shows_its_code_once(terminal: Terminal) -> None:
    line = terminal.done("member", "invite", "salma", "--role", "reviewer", "--json").line
    assert set(line) == {"member_id", "name", "role", "code", "expires_at", "position"}
    assert (line["name"], line["role"], len(line["code"])) == ("salma", "reviewer", 26)
    told = "".join(terminal.done(*command).out for command in (("member", "list"), ("status",), ("changes",)))
    assert line["code"] not in told
    again = terminal.done("member", "invite", "salma", "--role", "reviewer")
    assert "Code, shown once: " in again.out
    assert line["code"] not in again.out


def test_who_is_invited_joins_by_acting(terminal: Terminal) -> None:
    terminal.done("member", "invite", "salma", "--role", "reviewer")
    assert "invited as reviewer" in terminal.done("member", "list").out
    terminal.done("--as", "salma", "toll")
    assert roles(terminal) == {"operator": ["admin"], "salma": ["reviewer"]}


def test_roles_are_granted_and_revoked(staffed: Terminal) -> None:
    assert "has the role auditor" in staffed.done("member", "grant", "salma", "--role", "auditor").out
    assert roles(staffed)["salma"] == ["auditor", "monitor"]
    assert staffed.done("member", "revoke", "salma", "--role", "monitor", "--json").line["position"]
    assert roles(staffed)["salma"] == ["auditor"]
    path = staffed.written("report.txt", STRIKE)
    staffed.refused("E-ACCESS-01", "--as", "salma", "report", path, "--source", "SOHR", "--yes")
    staffed.refused("E-MEMBER-05", "member", "revoke", "salma", "--role", "monitor")
    staffed.refused("E-MEMBER-01", "member", "grant", "salma", "--role", "auditor")
    staffed.refused("E-MEMBER-04", "member", "grant", "operator", "--role", "auditor")


def test_names_are_shown_to_the_operator_alone(staffed: Terminal) -> None:
    staffed.done("member", "grant", "yara", "--role", "admin")
    listed = staffed.done("--as", "yara", "member", "list", "--json").lines
    assert {row["name"] for row in listed} == {None}
    assert "salma" not in staffed.done("--as", "yara", "member", "list").out
    staffed.refused("E-ACCESS-01", "--as", "salma", "member", "list")


@pytest.mark.parametrize(
    "command", ["invite rami", "grant yara --role admin", "revoke yara --role reviewer", "forget yara -y"]
)
def test_only_an_admin_administers(staffed: Terminal, command: str) -> None:
    before = roles(staffed)
    staffed.refused("E-ACCESS-01", "--as", "salma", "member", *command.split())
    assert roles(staffed) == before


def test_a_member_is_forgotten_after_a_question(staffed: Terminal) -> None:
    staffed.report(STRIKE, by="salma")
    for typed in ("n\n", "", "\n"):
        said = staffed("member", "forget", "salma", typed=typed)
        assert (said.status, "salma" in roles(staffed)) == (2, True)
    staffed.done("member", "invite", "rana", "--role", "admin")
    staffed.done("member", "forget", "salma", typed="y\n")
    assert "salma" in roles(staffed)
    staffed.done("--as", "rana", "member", "forget", "salma", typed="y\n")
    assert "salma" not in roles(staffed)
    assert "forgotten" in staffed.done("member", "list").out
    staffed.refused("E-FIND-02", "--as", "salma", "toll")
    assert len(staffed.done("picture", "--json").lines) == 1
    assert staffed.done("replay", "--json").line["agrees"] is True


def test_one_admin_does_not_forget_alone_not_even_the_operator(staffed: Terminal) -> None:
    said = staffed.done("member", "forget", "salma", "--reason", "danger", "-y")
    assert "a second admin has to agree" in said.out
    assert "member forget MEMBER" in said.err
    staffed.refused("E-MEMBER-08", "member", "forget", "salma", "-y")
    assert "to be forgotten (danger): a second admin has to agree" in staffed.done("member", "list").out
    row = next(it for it in staffed.done("member", "list", "--json").lines if it["name"] == "salma")
    assert (row["forgetting"], row["forgetting_reason"], row["forgotten"]) == ("proposed", "danger", False)
    staffed.done("member", "invite", "rana", "--role", "admin")
    assert staffed.done("--as", "rana", "member", "forget", "salma", "-y", "--json").line["forgotten"] is True
    events = [it for it in staffed.done("member", "list", "--json").lines if it["forgotten"]]
    assert [(it["name"], it["forgetting"]) for it in events] == [(None, None)]


def test_a_member_asks_to_be_forgotten_and_an_admin_may_decline(staffed: Terminal) -> None:
    assert "two admins have to agree" in staffed.done("--as", "salma", "member", "forget-me").out
    assert "asks to be forgotten" in staffed.done("member", "list").out
    assert "1 to be forgotten, see: ledger member list" in staffed.done("status").out
    staffed.refused("E-ACCESS-01", "--as", "salma", "member", "forget", "salma", "--decline")
    assert "is off" in staffed.done("member", "forget", "salma", "--decline").out
    assert "asks to be forgotten" not in staffed.done("member", "list").out
    assert staffed.done("status", "--json").line["wishes_to_be_forgotten"] == 0
    staffed.refused("E-MEMBER-09", "member", "forget", "salma", "--decline")


def test_who_has_lost_every_role_may_still_ask_to_be_forgotten(staffed: Terminal) -> None:
    staffed.done("member", "revoke", "salma", "--role", "monitor")
    staffed.done("--as", "salma", "member", "forget-me")
    assert "asks to be forgotten" in staffed.done("member", "list").out


def test_nobody_by_a_name_is_said_so(terminal: Terminal) -> None:
    for command in ("grant nobody --role admin", "revoke nobody --role admin", "forget nobody -y"):
        terminal.refused("E-FIND-02", "member", *command.split())


def test_nobody_is_invited_under_no_name(terminal: Terminal) -> None:
    terminal.refused("E-WORDS-01", "member", "invite", " ")


def test_names_and_words_of_members_are_in_no_file(terminal: Terminal) -> None:
    terminal.done("member", "invite", "Abu Nadim of the upper mill", "--role", "monitor")
    terminal.report(STRIKE, "2018-08-01", by="Abu Nadim of the upper mill")
    for path in terminal.home.rglob("*"):
        if path.is_file():
            content = path.read_bytes()
            assert b"upper mill" not in content, path
            assert b"this morning killed" not in content, path
    assert terminal.home.stat().st_mode & 0o077 == 0
    assert (terminal.home / "vault.db").stat().st_mode & 0o077 == 0
