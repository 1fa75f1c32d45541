"""Each command of the command line, knocked at by each role: every cell of the table of access, as it is enforced."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from ledger.domain.access import DOORS
from ledger.domain.values import Role
from tests.desk.cli.terminal import STRIKE, Terminal
from tests.house.access_doc import command_of
from tests.house.commands_doc import Command, commands, ledger_app

NOBODY = "nobody"
"""A member whose only role was taken back."""

LEAVES = {command.name: command for command in commands(ledger_app()) if not command.is_group}

ARGUMENTS = {
    "ledger extract": "report.txt --published 2018-08-01",
    "ledger extract-batch": ".",
    "ledger demo": "--out .",
    "ledger report": "report.txt --source SOHR --published 2018-08-01 --yes",
    "ledger diff": "@1 @2",
    "ledger replay --key": "--key T-0000000000",
    "ledger prove": "T-0000000000 --bare",
    "ledger prove without --bare": "T-0000000000",
    "ledger review contest": "T-0000000000 --reason entry_error",
    "ledger review reject": "T-0000000000 --reason entry_error",
    "ledger review retract": "T-0000000000 --reason entry_error",
    "ledger review merge": "I-0000000000 I-1111111111 --reason duplicate_removed",
    "ledger review split": "I-0000000000 I-1111111111 I-2222222222 --reason split",
    "ledger review distinct": "I-0000000000 I-1111111111 --reason none_given",
    "ledger review grade": "I-0000000000 --source SOHR --reliability B --credibility 3",
    "ledger cite": "I-0000000000 --source SOHR",
    "ledger review disjoint": "T-0000000000 T-1111111111 --reason scope_changed",
    "ledger review overlapping": "T-0000000000 T-1111111111 --reason scope_changed",
    "ledger member invite": "somebody-new",
    "ledger member grant": "missing --role reader",
    "ledger member revoke": "missing --role reader",
    "ledger member forget": "missing --yes",
    "ledger import tolls": "report.txt",
    "ledger import ministry": "counts.json",
    "ledger import losses": "counts.json",
    "ledger import ucdp": "report.txt",
    "ledger import acled": "report.txt",
    "ledger import hxl": "report.txt",
    "ledger export corrections": "- --format csv",
    "ledger export events": "-",
    "ledger export hxl": "-",
    "ledger export datapackage": ".",
}
"""How to give a command so that who asks is the first thing that can go wrong with it; else ``typed`` makes it up."""


FOR_THE_OPERATOR = "ledger import events"
"""It makes the home, so that there is nobody yet but who sits at the machine."""


def typed(door: str) -> list[str]:
    """The words that knock at a door."""
    name = command_of(door)
    if door in ARGUMENTS:
        return [*name.split()[1:], *ARGUMENTS[door].split()]
    return [*name.split()[1:], *_made_up(LEAVES[name])]


def _made_up(command: Command) -> list[str]:
    words = []
    for parameter in command.parameters:
        if parameter.required:
            words += ["T-0000000000"] if parameter.param_type_name == "argument" else [parameter.opts[0], "entry_error"]
    return words


@pytest.fixture(scope="module")
def everybody(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with one member of each role, and one whose role was taken back."""
    home = tmp_path_factory.mktemp("everybody") / "home"
    with pytest.MonkeyPatch.context() as patch:
        at_work = Terminal(home, patch)
        for role in Role:
            at_work.done("member", "invite", f"the-{role.value}", "--role", role.value)
            at_work.done("--as", f"the-{role.value}", "status")
        at_work.done("member", "invite", NOBODY, "--role", "monitor")
        at_work.done("--as", NOBODY, "status")
        at_work.done("member", "revoke", NOBODY, "--role", "monitor")
    return home


@pytest.mark.parametrize("door", [door for door in DOORS if door.startswith("ledger ") and door != FOR_THE_OPERATOR])
def test_a_command_is_refused_to_the_roles_that_the_table_leaves_out(
    door: str, everybody: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(everybody, tmp_path / "home")
    (tmp_path / "report.txt").write_text(STRIKE)
    (tmp_path / "counts.json").write_text("[]")
    monkeypatch.chdir(tmp_path)
    terminal = Terminal(tmp_path / "home", monkeypatch)
    for name, role in [(f"the-{role.value}", role) for role in Role] + [(NOBODY, Role.READER)]:
        said = terminal("--as", name, *typed(door))
        refused = "E-ACCESS-01" in said.err
        assert refused == (role not in DOORS[door]), (name, said)
        assert not refused or (said.status, said.out) == (2, "")


@pytest.mark.parametrize("role", list(Role))
def test_what_makes_a_home_is_for_the_operator_alone(terminal: Terminal, role: Role) -> None:
    path = terminal.written("events.jsonl", "")
    terminal.refused("E-FIND-02", "--as", f"the-{role.value}", *FOR_THE_OPERATOR.split()[1:], path)
    assert not terminal.home.exists()
