"""A home that has lost something is refused, never filled with empty files that would hide the loss."""

from __future__ import annotations

import os

import pytest

from desk.desk import Desk
from tests.desk.cli.terminal import BULLETIN, STRIKE, Terminal


@pytest.mark.parametrize("lost", ["ledger.db", "vault.db"])
def test_one_file_missing_beside_the_other_is_no_new_home(terminal: Terminal, lost: str) -> None:
    terminal.report(STRIKE)
    for path in terminal.home.glob(f"{lost}*"):
        path.unlink()
    said = terminal("toll")
    assert (said.status, said.err[:10]) == (3, "E-STORE-07")
    assert lost in said.err
    assert not (terminal.home / lost).exists()


def test_a_damaged_log_is_said_in_one_line(terminal: Terminal) -> None:
    terminal.report(BULLETIN)
    with (terminal.home / "ledger.db").open("r+b") as file:
        file.seek(8192)
        file.write(os.urandom(16) * 400)
    for command in ("toll", "status", "replay"):
        said = terminal(command)
        assert (said.status, said.err[:8]) == (3, "E-STORE-")


def test_what_is_recorded_is_said_so_though_the_read_models_lag(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = terminal.written("strike.txt", STRIKE)
    monkeypatch.setattr(Desk, "reached", lambda self, position: False)
    said = terminal.done("report", path, "--source", "SOHR", "--published", "2018-08-04", "--yes")
    assert "Recorded R-" in said.out
    assert "STALE: recorded" in said.err
