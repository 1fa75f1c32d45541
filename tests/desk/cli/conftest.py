"""A terminal on a home of its own; and one on a home with a week in it, for tests that only ask."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from desk.desk import opened
from desk.settings import Settings
from tests.desk.cli.terminal import BULLETIN, FALLEN, SAID_AGAIN, STRIKE, Terminal


@pytest.fixture
def terminal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Terminal:
    monkeypatch.chdir(tmp_path)
    return Terminal(tmp_path / "home", monkeypatch)


@pytest.fixture
def staffed(terminal: Terminal, settled: Path) -> Terminal:
    """A terminal on a home where Salma and Omar monitor, Yara and Nadim review."""
    shutil.copytree(settled, terminal.home.parent, dirs_exist_ok=True)
    return terminal


@pytest.fixture(scope="session")
def week(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """62 on 1 August, said again on the 2nd, 58 proposed by Salma on the 3rd and agreed to by Yara; a strike waits."""
    home = tmp_path_factory.mktemp("week") / "home"
    with pytest.MonkeyPatch.context() as patch:
        at_work = Terminal(home, patch)
        at_work.people()
        at_work.report(BULLETIN)
        at_work.report(SAID_AGAIN, "2018-08-02")
        at_work.report(FALLEN, "2018-08-03", by="salma")
        with opened(Settings(home=home), unsafe=True) as desk:
            (item,) = desk.queries.queue()
        at_work.done("--as", "yara", "review", "accept", item.item_id, "--reason", "found_alive")
        at_work.report(STRIKE, "2018-08-03", by="salma")
    return home


@pytest.fixture
def asked(week: Path, monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """A terminal on the week; nothing may be recorded there."""
    return Terminal(week, monkeypatch)
