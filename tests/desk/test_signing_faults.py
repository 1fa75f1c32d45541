"""A checkpoint that is killed, or meets a failing disk, at any system call: never two heads, never a lost leaf.

``strace`` kills or fails the call; a sample of them on each change, all of them in ``make test-release``.
"""

from __future__ import annotations

import os
import random
import re
import shutil
import subprocess
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pytest

from desk.proving import sign, verify_log
from desk.settings import Settings
from ledger.transparency.checkpoint import Checkpoint, opened_checkpoint
from ledger.transparency.note import NoteUnsound
from ledger.transparency.signing import CHECKPOINT, SIGNED, public_key
from tests.house.tree import REPOSITORY
from tests.ledger.log_contract import TurnableClock
from tests.ledger.transparency.logs import grow, open_log

STRACE = shutil.which("strace")
SAMPLE = 40
FAILING = (
    "openat",
    "write",
    "fsync",
    "rename",
    "mkdir",
    "pread64",
    "pwrite64",
    "fchmod",
    "flock",
    "fcntl",
    "newfstatat",
)
"""Calls whose failure a program can see; one that is killed may be in any."""

# Everything is imported and done once on a home of its own before the marker, so that what follows is the signing.
SIGNS = """
import sys
from pathlib import Path
from ledger.transparency.signing import LogSigner
from tests.ledger.transparency.logs import open_log
def sign(home):
    log = open_log(home)
    print(LogSigner.open(home / "keys", home / "tiles").sign(log), end="")
    log.close()
warm, home = map(Path, sys.argv[1:3])
sys.stdout, out = open("/dev/null", "w"), sys.stdout
sign(warm)
sys.stdout = out
Path("begin-signing").exists()
sign(home)
"""

pytestmark = pytest.mark.skipif(STRACE is None, reason="strace is not here")


@dataclass(frozen=True)
class Call:
    """The ``ordinal``-th call of a name within a run."""

    name: str
    ordinal: int


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A log that was signed at 250 entries and has grown to 270, over the end of a tile."""
    home = tmp_path_factory.mktemp("signed") / "home"
    home.mkdir()
    log = open_log(home)
    grow(log, 250)
    sign(Settings(home=home), TurnableClock())
    grow(log, 20)
    log.close()
    return home


def run(home: Path, folder: Path, *traced: str) -> tuple[subprocess.CompletedProcess[str], Path]:
    """Sign a copy of the home under strace."""
    shutil.rmtree(folder, ignore_errors=True)
    for name in ("warm", "home"):
        shutil.copytree(home, folder / name)
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(REPOSITORY), "PYTHONHASHSEED": "0"}
    command = [str(STRACE), "-qq", "-o", str(folder / "trace"), *traced]
    command += [sys.executable, "-c", SIGNS, str(folder / "warm"), str(folder / "home")]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, timeout=60)
    return done, folder / "home"


@pytest.fixture(scope="module")
def calls(home: Path, tmp_path_factory: pytest.TempPathFactory) -> list[Call]:
    """Every system call of one signing, in order."""
    folder = tmp_path_factory.mktemp("traced")
    done, _ = run(home, folder)
    assert done.returncode == 0, done.stderr
    counted: Counter[str] = Counter()
    found, begun = [], False
    for line in (folder / "trace").read_text(encoding="utf-8", errors="replace").splitlines():
        if named := re.match(r"(\w+)\(", line):
            counted[named[1]] += 1
            begun = begun or "begin-signing" in line
            if begun:
                found.append(Call(named[1], counted[named[1]]))
    assert len(found) > 100
    return found


def holds(home: Path, done: subprocess.CompletedProcess[str], call: Call) -> None:
    """Whatever was handed out is true of the log, nothing contradicts it, and the next checkpoint continues it."""
    key = public_key(home / "keys")
    assert key is not None
    heads = [opened_checkpoint(done.stdout, [key])] if done.returncode == 0 else []
    for path in (home / "keys" / SIGNED, home / "tiles" / CHECKPOINT):
        heads.append(opened_checkpoint(path.read_text(encoding="utf-8"), [key]))
    after = sign(Settings(home=home), TurnableClock()).note
    heads.append(Checkpoint.parse(after.text))
    log = open_log(home)
    try:
        assert log.head().position == heads[-1].size == 270
        for head in heads:
            assert head.root == log.root_at(head.size), call
    finally:
        log.close()
    verified, _ = verify_log(Settings(home=home), TurnableClock(), [], None)
    assert verified.findings == (), call
    assert [path for path in home.rglob(".*") if path.name != ".log.lock" and done.returncode == 0] == []


def tried(home: Path, folder: Path, call: Call, fault: str) -> None:
    done, copy = run(home, folder, "-e", f"inject={call.name}:{fault}:when={call.ordinal}")
    try:
        holds(copy, done, call)
    except (NoteUnsound, FileNotFoundError) as error:
        raise AssertionError(f"{call}: {error}") from error


def sampled(calls: list[Call], count: int, seed: int) -> list[Call]:
    return random.Random(seed).sample(calls, min(count, len(calls)))


@pytest.mark.timeout(300)
def test_killed_at_any_call(home: Path, calls: list[Call], tmp_path: Path) -> None:
    for call in sampled(calls, SAMPLE // 2, 6962):
        tried(home, tmp_path / "copy", call, "signal=KILL")


@pytest.mark.timeout(300)
@pytest.mark.parametrize("error", ["EIO", "ENOSPC"])
def test_a_failing_disk(home: Path, calls: list[Call], tmp_path: Path, error: str) -> None:
    for call in sampled([it for it in calls if it.name in FAILING], SAMPLE // 4, 9162):
        tried(home, tmp_path / "copy", call, f"error={error}")


@pytest.mark.release
@pytest.mark.timeout(7200)
def test_every_call(home: Path, calls: list[Call], tmp_path: Path) -> None:
    for call in calls:
        tried(home, tmp_path / "copy", call, "signal=KILL")
        if call.name in FAILING:
            for error in ("EIO", "ENOSPC"):
                tried(home, tmp_path / "copy", call, f"error={error}")
