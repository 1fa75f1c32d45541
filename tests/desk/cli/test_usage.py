"""Usage errors are one line with a code; help has an example; a home that cannot be used says so."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
import typer

from desk.cli import app
from ledger.vault import Vault
from tests.desk.cli.terminal import STRIKE, Terminal

LEDGER = Path(sys.executable).with_name("ledger")


def commands(group: typer.core.TyperGroup, *above: str) -> list[tuple[str, ...]]:
    """Every command by its words."""
    found: list[tuple[str, ...]] = []
    for name, command in group.commands.items():
        inside = getattr(command, "commands", None)
        found += commands(command, *above, name) if inside else [(*above, name)]  # type: ignore[arg-type]
    return found


COMMANDS = commands(typer.main.get_command(app))  # type: ignore[arg-type]


def run(home: Path, *arguments: str | Path, **about: object) -> subprocess.CompletedProcess[str]:
    """A command in a process of its own."""
    environment = {"PATH": os.environ["PATH"], "LEDGER_HOME": str(home)}
    words = [str(LEDGER), *map(str, arguments)]
    given: dict[str, object] = {"stdin": subprocess.DEVNULL, "env": environment, "cwd": home.parent, **about}
    done = subprocess.run(words, capture_output=True, text=True, timeout=60, check=False, **given)  # type: ignore[call-overload]
    assert "Traceback" not in done.stderr
    return done


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_help_of_every_command_has_an_example_and_needs_no_home(command: tuple[str, ...], terminal: Terminal) -> None:
    said = terminal.done(*command, "--help")
    assert "Example: ledger " in " ".join(said.out.split())
    assert not terminal.home.exists()


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_every_command_prints_json_lines(command: tuple[str, ...], terminal: Terminal) -> None:
    assert "--json" in terminal.done(*command, "--help").out


@pytest.mark.parametrize(
    "arguments",
    [
        ("frobnicate",),
        ("--frobnicate",),
        ("toll", "--frobnicate"),
        ("toll", "one", "two"),
        ("toll", "--as-of"),
        ("toll", "--clock", "sideways"),
        ("report",),
        ("report", "a.txt", "--without", "many"),
        ("history", "--chart"),
        ("explain",),
        ("diff", "@1"),
        ("review", "frobnicate"),
        ("review", "accept"),
        ("review", "merge", "I-abcdefghjk"),
        ("review", "correct", "I-abcdefghjk", "--killed", "-1"),
        ("review", "correct", "I-abcdefghjk", "--killed", "many"),
        ("member", "invite"),
        ("member", "invite", "salma", "--role", "king"),
        ("replay", "--clock", "wall"),
    ],
    ids=" ".join,
)
def test_what_is_no_command_is_one_line_with_where_to_look(terminal: Terminal, arguments: tuple[str, ...]) -> None:
    line = terminal.refused("E-USAGE-01", *arguments)
    assert line.endswith("--help")
    assert "; see: ledger" in line


@pytest.mark.parametrize("arguments", [(), ("review",), ("member",)])
def test_no_command_is_answered_with_help(terminal: Terminal, arguments: tuple[str, ...]) -> None:
    said = terminal(*arguments)
    assert said.status == 2
    assert "Usage:" in said.err + said.out


def test_a_home_that_is_a_file_is_unavailable(terminal: Terminal) -> None:
    terminal.home.write_text("not a folder")
    for command in ("toll", "status", "replay", "picture"):
        assert str(terminal.home) in terminal.refused("E-STORE-05", command, status=3)


@pytest.mark.parametrize("home", ["/proc/nowhere", "/dev/null/home", "/sys/home"])
def test_a_home_that_cannot_be_made_is_unavailable(terminal: Terminal, home: str) -> None:
    terminal.home = Path(home)
    terminal.refused("E-STORE-05", "status", status=3)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_home_that_may_not_be_written_is_unavailable(terminal: Terminal) -> None:
    terminal.done("status")
    terminal.home.chmod(0o500)
    said = terminal("member", "invite", "salma")
    terminal.home.chmod(0o700)
    assert (said.status, said.out) == (3, "")


@pytest.mark.parametrize("name", ["ledger.db", "vault.db"])
def test_a_database_that_is_none_is_unavailable(terminal: Terminal, name: str) -> None:
    terminal.done("status")
    for path in terminal.home.glob(f"{name}*"):
        path.unlink()
    (terminal.home / name).write_bytes(b"this is no database, and never was one\n" * 100)
    (terminal.home / name).chmod(0o600)
    said = terminal("toll")
    assert (said.status, said.out) == (3, "")
    assert said.err.startswith("E-STORE-0")


def test_a_vault_whose_keys_are_gone_is_not_taken_for_empty(terminal: Terminal) -> None:
    terminal.done("status")
    for key in (terminal.home / "keys").iterdir():
        key.unlink()
    said = terminal("status")
    assert said.status == 3
    assert said.err.startswith("E-KEY-0")


def test_a_setting_that_cannot_be_used_is_named(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LEDGER_ADMIN_IDS", "one,two")
    assert "LEDGER_ADMIN_IDS" in terminal.refused("E-SET-01", "status")


def test_who_acts_is_named_by_option_or_setting(staffed: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    staffed.refused("E-FIND-02", "--as", "nobody", "toll")
    monkeypatch.setenv("LEDGER_MEMBER", "nobody")
    staffed.refused("E-FIND-02", "toll")
    assert staffed("--as", "yara", "toll").status == 0
    monkeypatch.setenv("LEDGER_MEMBER", "salma")
    staffed.refused("E-ACCESS-01", "member", "invite", "rami")


def test_the_installed_command_does_the_same_in_a_process_of_its_own(tmp_path: Path) -> None:
    home = tmp_path / "home"
    (tmp_path / "report.txt").write_text(STRIKE)
    recorded = run(home, "report", tmp_path / "report.txt", "--source", "SOHR", "--published", "2018-08-01", "--yes")
    assert (recorded.returncode, recorded.stderr) == (0, "")
    assert "1 of 1 drafts are new" in recorded.stdout
    closed = run(home, "report", tmp_path / "report.txt", "--source", "SOHR", "--published", "2018-08-02")
    assert closed.returncode == 2
    assert "E-READ-08" in closed.stderr
    unknown = run(home, "frobnicate")
    assert (unknown.returncode, unknown.stderr.split()[0]) == (2, "E-USAGE-01")


def test_arabic_is_printed_whatever_the_terminal_speaks(tmp_path: Path) -> None:
    report = tmp_path / "report.txt"
    report.write_text("قصف مدفعي على بلدة حيط أدى إلى مقتل 3 أشخاص صباح اليوم.\n", encoding="utf-8")
    latin = {"PATH": os.environ["PATH"], "PYTHONIOENCODING": "latin-1", "LEDGER_HOME": str(tmp_path / "home")}
    for arguments in (("extract", report, "--published", "2018-08-01"), ("report", report, "--yes"), ("picture",)):
        assert run(tmp_path / "home", *arguments, env=latin).returncode == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no full disk to write to")
def test_a_full_disk_behind_the_answer_is_said(tmp_path: Path) -> None:
    environment = {"PATH": os.environ["PATH"], "LEDGER_HOME": str(tmp_path / "home")}
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [LEDGER, "status"], stdout=full, stderr=subprocess.PIPE, text=True, env=environment, timeout=60, check=False
        )
    assert "Traceback" not in done.stderr
    assert (done.returncode, done.stderr.split()[0]) == (1, "E-USAGE-02")


def test_a_reader_who_stops_reading_ends_it_quietly(tmp_path: Path) -> None:
    environment = {"PATH": os.environ["PATH"], "LEDGER_HOME": str(tmp_path / "home")}
    with subprocess.Popen(
        [LEDGER, "status"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert "Traceback" not in process.stderr.read()


def test_a_stop_at_the_keyboard_is_no_refusal_and_no_traceback(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Vault, "open", stopped)
    assert terminal("status").status == 130
