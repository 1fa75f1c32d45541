"""A command killed in the middle loses nothing it acknowledged, and leaves all of a report or nothing of it."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import orjson
import pytest

from desk.desk import opened
from desk.replaying import replay
from desk.settings import Settings
from ledger.log import Recorded
from tests.desk.cli.terminal import BULLETIN, Terminal

KILLED_AT_COMMIT = """
import os, signal, sys
from sqlalchemy import Engine, event
from desk.cli import status_of
commits, last = 0, int(sys.argv[1])
@event.listens_for(Engine, "commit")
def dies(_):
    global commits
    commits += 1
    if commits == last:
        os.kill(os.getpid(), signal.SIGKILL)
status_of(sys.argv[2:])
print(commits)
"""
LEDGER = str(Path(sys.executable).with_name("ledger"))
ARGUMENTS = ("report", "bulletin.txt", "--source", "SOHR", "--published", "2018-08-01", "--yes", "--json")


def at_commit(number: int) -> tuple[str, ...]:
    """A command that is killed as it begins its commit of this number (0 = never), and else prints how many it made."""
    return (sys.executable, "-c", KILLED_AT_COMMIT, str(number))


def start(home: Path, *command: str) -> subprocess.Popen[bytes]:
    environment = {"PATH": os.environ["PATH"], "LEDGER_HOME": str(home)}
    (home.parent / "bulletin.txt").write_text(BULLETIN)
    return subprocess.Popen(
        [*command, *ARGUMENTS], cwd=home.parent, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )


def acknowledged(stdout: bytes) -> list[int]:
    """Positions of every whole line that was printed."""
    whole = [line for line in stdout.splitlines(keepends=True) if line.endswith(b"\n")]
    return [position for line in whole for position in orjson.loads(line)["positions"]]


def holds(terminal: Terminal, settled: int, printed: list[int]) -> None:
    """Nothing acknowledged is lost; the home opens, replays, and takes the same report to the same end."""
    with opened(Settings(home=terminal.home), unsafe=True) as desk:
        recorded = [it for it in desk.log.after(settled) if isinstance(it, Recorded)]
        assert {it.position for it in recorded} >= set(printed)
        assert replay(desk, desk.queries.moment()).agrees
    outcomes = {line["outcome"] for line in terminal.report(BULLETIN).lines}
    assert outcomes == ({"again"} if recorded else {"recorded"})
    with opened(Settings(home=terminal.home), unsafe=True) as desk:
        kinds = [it.kind for it in desk.log.after(settled)]
        assert kinds.count("report_received") == 1
        assert kinds.count("toll_opened") == 4
        assert replay(desk, desk.queries.moment()).agrees
        assert desk.follower.lag().stale == {}


@pytest.fixture
def at(staffed: Terminal) -> int:
    """The position of the home before anything is reported."""
    return int(staffed.done("status", "--json").line["position"])


@pytest.fixture(scope="module")
def commits(tmp_path_factory: pytest.TempPathFactory, settled: Path) -> int:
    """How many commits a report makes: the last three keep its words, its events, its rows of the read models."""
    folder = shutil.copytree(settled, tmp_path_factory.mktemp("commits") / "all")
    with start(folder / "home", *at_commit(0)) as process:
        return int(process.communicate(timeout=60)[0].splitlines()[-1])


@pytest.mark.parametrize(
    ("back", "words", "events"), [(2, False, False), (1, True, False), (0, True, True)], ids=["words", "events", "rows"]
)
def test_killed_as_it_commits_it_leaves_all_or_nothing(
    staffed: Terminal, at: int, commits: int, back: int, words: bool, events: bool
) -> None:
    with start(staffed.home, *at_commit(commits - back)) as process:
        assert process.communicate(timeout=60)[0] == b""
    assert process.returncode == -signal.SIGKILL
    with opened(Settings(home=staffed.home), unsafe=True) as desk:
        with desk.vault.reading.connect() as connection:
            kept = connection.exec_driver_sql("select count(*) from words").scalar_one()
        assert (kept == 1, desk.log.head().position > at) == (words, events)
    holds(staffed, at, [])


@pytest.mark.parametrize("part", [0.5, 0.75, 0.9])
def test_killed_at_any_time_it_loses_nothing_acknowledged(
    staffed: Terminal, at: int, part: float, whole: float
) -> None:
    with start(staffed.home, LEDGER) as process:
        with suppress(subprocess.TimeoutExpired):
            process.wait(timeout=whole * part)
        process.kill()
        printed = acknowledged(process.communicate(timeout=60)[0])
    holds(staffed, at, printed)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> float:
    """Seconds that a report takes when nobody kills it."""
    home = tmp_path_factory.mktemp("whole") / "home"
    began = time.monotonic()
    with start(home, LEDGER) as process:
        process.communicate(timeout=60)
    assert process.returncode == 0
    return time.monotonic() - began
