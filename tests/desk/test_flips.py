"""One bit, anywhere in the files of a log: what changes the record is found, and what changes nothing is no alarm."""

from __future__ import annotations

import random
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from desk.proving import sign, verify_log
from desk.settings import Settings
from ledger.errors import CheckpointUnfit
from ledger.transparency.note import Verifier
from ledger.transparency.signing import SIGNED, public_key
from tests.ledger.log_contract import TurnableClock
from tests.ledger.transparency.logs import grow, open_log

FLIPS = 300
FILES = ("ledger.db", "ledger.db-wal", "tiles/checkpoint", f"keys/{SIGNED}", "kept.txt", "tiles/tile/0/000.p/40")


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A signed log of which a part is in the file and a part in the write-ahead log."""
    home = tmp_path_factory.mktemp("flips")
    log = open_log(home)
    grow(log, 25)
    log.database.tidy()
    grow(log, 15)
    note = sign(Settings(home=home), TurnableClock()).note
    (home / "kept.txt").write_text(str(note), encoding="utf-8")
    copied = home.with_name("copied")
    shutil.copytree(home, copied)  # while it is open, so that the write-ahead log stays
    log.close()
    return copied


def key(home: Path) -> Verifier:
    found = public_key(home / "keys")
    assert found is not None
    return found


def record(home: Path) -> object:
    """What the files say; None where they cannot be read."""
    try:
        connection = sqlite3.connect(home / "ledger.db")
        try:
            tables = ("events", "head", "commands")
            kept = "command_id, first, last"
            return [
                connection.execute(f"SELECT {kept if it == 'commands' else '*'} FROM {it}").fetchall() for it in tables
            ]
        finally:
            connection.close()
    except sqlite3.Error:
        return None


def flipped(home: Path, folder: Path, chance: random.Random) -> Iterator[tuple[str, int]]:
    """The home copied to ``folder`` with one bit turned over, again and again."""
    for number in range(FLIPS):
        name = FILES[number % 2] if number % 3 else chance.choice(FILES)
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(home, folder)
        content = bytearray((folder / name).read_bytes())
        bit = chance.randrange(len(content) * 8)
        content[bit // 8] ^= 1 << bit % 8
        (folder / name).write_bytes(content)
        yield name, bit


def test_every_bit_that_changes_the_record_is_found(home: Path, tmp_path: Path) -> None:
    believed, before, changed = key(home), record_of_copy(home, tmp_path / "sound"), 0
    folder = tmp_path / "flipped"
    for name, bit in flipped(home, folder, random.Random(6962)):
        found = verify(folder, believed)
        after = record_of_copy(folder, tmp_path / "read")
        if name.endswith("txt") or "checkpoint" in name:
            assert found, (name, bit)
        elif after != before:
            changed += 1
            assert found, (name, bit)
        elif not name.startswith("ledger.db"):
            assert not found, (name, bit, found)  # a tile only helps to name the entry
    assert changed > FLIPS // 10


def test_sound_logs_give_no_alarm(tmp_path: Path) -> None:
    for seed in range(25):
        home = tmp_path / str(seed)
        home.mkdir()
        log = open_log(home)
        grow(log, seed)
        sign(Settings(home=home), TurnableClock())
        grow(log, seed % 3)
        log.close()
        assert not verify(home, key(home), kept=())


def record_of_copy(home: Path, folder: Path) -> object:
    """As ``record``, leaving the files as they are."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(home, folder)
    return record(folder)


def verify(home: Path, believed: Verifier, kept: tuple[str, ...] = ("kept.txt",)) -> list[str]:
    try:
        verified, _ = verify_log(Settings(home=home), TurnableClock(), [home / it for it in kept], believed)
    except CheckpointUnfit as unfit:
        return [str(unfit)]
    return [str(finding) for finding in verified.findings]
