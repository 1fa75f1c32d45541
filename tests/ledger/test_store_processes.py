"""The log on SQLite shared by several processes, and killed in the middle of writing."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

from ledger.log import Recorded
from ledger.store import SqlLog
from tests.ledger.log_contract import TurnableClock, entry
from tests.ledger.naive_tree import naive_root

ROOT = Path(__file__).parents[2]

_WRITER = """
import sys
from datetime import UTC, datetime
from ledger.store import SqlLog
from tests.ledger.log_contract import entry
log = SqlLog.open(sys.argv[1], clock=lambda: datetime.now(UTC))
name = sys.argv[2]
for at in range(int(sys.argv[3])):
    receipt, = log.append([entry(f"{name}-{at}", f"M-{name}", at)])
    print(receipt.command_id, receipt.last, flush=True)
"""


def writer(path: Path, name: str, count: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", _WRITER, str(path), name, str(count)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT)


def test_processes_that_start_together_share_a_new_file_and_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    writers = [writer(path, name, 40) for name in ("a", "b", "c")]
    told = [line.split() for process in writers for line in process.communicate()[0].splitlines()]
    assert [process.returncode for process in writers] == [0, 0, 0]
    log = SqlLog.open(path, clock=TurnableClock())
    recorded = [each for each in log.after(0) if isinstance(each, Recorded)]
    assert [each.position for each in recorded] == list(range(1, 121))
    assert {(str(each.command_id), str(each.position)) for each in recorded} == {(one, at) for one, at in told}
    assert log.root_at(120) == log.head().root
    log.close()


def test_a_writer_killed_in_the_middle_loses_nothing_it_acknowledged(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    acknowledged: dict[str, str] = {}
    for run, lines_before_the_kill in enumerate((1, 7, 30)):
        process = writer(path, f"run{run}", 100_000)
        assert process.stdout is not None
        for _ in range(lines_before_the_kill):
            name, position = process.stdout.readline().split()
            acknowledged[name] = position
        process.kill()  # SIGKILL, wherever it is just now
        rest = process.stdout.read().splitlines(keepends=True)
        for line in rest:
            if line.endswith("\n"):
                name, position = line.split()
                acknowledged[name] = position
        process.wait()
        process.stdout.close()
    log = SqlLog.open(path, clock=lambda: datetime.now(UTC))
    stored = {str(each.command_id): str(each.position) for each in log.after(0) if isinstance(each, Recorded)}
    assert acknowledged.items() <= stored.items()
    assert len(acknowledged) >= 38
    assert len(stored) <= len(acknowledged) + 3  # at most one a run was stored and not yet told
    head = log.head()
    assert naive_root([row.leaf for row in log.rows()]) == head.root == log.root_at(head.position)
    (receipt,) = log.append([entry(str(uuid4()), "M-new", 0)])
    assert receipt.first == head.position + 1
    log.close()
