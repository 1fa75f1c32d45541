"""Twelve ways to rewrite the past, what a look at the log alone finds of each, and what a kept checkpoint finds."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path

import pytest

from ledger.store import SqlLog
from ledger.transparency.checkpoint import Checkpoint
from ledger.transparency.signing import LogSigner
from ledger.transparency.tiles import TileReader
from ledger.transparency.tree import leaf_hash
from ledger.transparency.verifying import Finding, Found, SignedHead, Verified, verify
from tests.ledger.transparency.logs import grow, open_log, rebuild, tampering

SIZE = 30
Attack = Callable[[sqlite3.Connection], object]


@pytest.fixture
def log(tmp_path: Path) -> Iterator[SqlLog]:
    log = open_log(tmp_path)
    grow(log, SIZE)
    yield log
    log.close()


@pytest.fixture
def kept(tmp_path: Path, log: SqlLog) -> SignedHead:
    note = LogSigner.open(tmp_path / "keys", tmp_path / "tiles").sign(log)
    return SignedHead(Checkpoint.parse(note.text), "yours")


def codes(verified: Verified) -> set[Found]:
    return {finding.code for finding in verified.findings}


def edit(file: sqlite3.Connection) -> None:
    file.execute("UPDATE events SET payload = replace(payload, 'auditor', 'admin') WHERE position = 12")


def edit_hashed(file: sqlite3.Connection) -> None:
    edit(file)
    _hash_again(file)


def edit_rebuilt(file: sqlite3.Connection) -> None:
    edit_hashed(file)
    rebuild(file)


def edit_author(file: sqlite3.Connection) -> None:
    file.execute("UPDATE events SET member_id = 'M-0000000000000000000000000x' WHERE position = 12")


def delete(file: sqlite3.Connection) -> None:
    file.execute("DELETE FROM events WHERE position = 12")


def delete_rebuilt(file: sqlite3.Connection) -> None:
    delete(file)
    file.execute("UPDATE events SET position = -position WHERE position > 12")
    file.execute("UPDATE events SET position = -position - 1 WHERE position < 0")
    rebuild(file)


def truncate(file: sqlite3.Connection) -> None:
    file.execute("DELETE FROM events WHERE position > 20")


def truncate_rebuilt(file: sqlite3.Connection) -> None:
    truncate(file)
    rebuild(file)


def reorder(file: sqlite3.Connection) -> None:
    for old, new in ((12, 0), (13, 12), (0, 13)):
        file.execute("UPDATE events SET position = ? WHERE position = ?", (new, old))


def insert(file: sqlite3.Connection) -> None:
    columns = [row[1] for row in file.execute("PRAGMA table_info(events)")]
    values = ["31" if it == "position" else "11" if it == "version" else it for it in columns]
    file.execute(
        f"INSERT INTO events ({', '.join(columns)}) SELECT {', '.join(values)} FROM events WHERE position = 30"
    )


def backdate_rebuilt(file: sqlite3.Connection) -> None:
    file.execute("UPDATE events SET recorded_at = recorded_at - 86400000000 WHERE position = 12")
    rebuild(file)


def rewind(file: sqlite3.Connection) -> None:
    """As when an old copy is put in the place of the file, and goes on from there with another history."""
    truncate_rebuilt(file)
    file.execute("UPDATE events SET recorded_at = recorded_at + 1 WHERE position = 20")
    rebuild(file)


def _hash_again(file: sqlite3.Connection) -> None:
    for position, payload in file.execute("SELECT position, payload FROM events").fetchall():
        content = payload.encode() if isinstance(payload, str) else payload
        hashed = sha256(content).digest()
        file.execute("UPDATE events SET payload = ?, payload_hash = ? WHERE position = ?", (content, hashed, position))


ATTACKS: list[tuple[Attack, set[Found], set[Found]]] = [
    # the attack, what the log alone tells, what a kept checkpoint adds
    (edit, {Found.EDITED}, set()),
    (edit_hashed, {Found.EDITED}, set()),
    (edit_rebuilt, set(), {Found.REWRITTEN}),
    (edit_author, {Found.EDITED}, set()),
    (delete, {Found.DELETED}, {Found.REWRITTEN}),
    (delete_rebuilt, {Found.DELETED}, {Found.TRUNCATED}),
    (truncate, {Found.TRUNCATED}, {Found.TRUNCATED}),
    (truncate_rebuilt, set(), {Found.TRUNCATED}),
    (reorder, {Found.REORDERED}, {Found.REWRITTEN}),
    (insert, {Found.EXTRA}, set()),
    (backdate_rebuilt, {Found.REORDERED}, {Found.REWRITTEN}),
    (rewind, set(), {Found.TRUNCATED}),
]


def named(case: object) -> str | None:
    return case.__name__ if callable(case) else None


def test_a_sound_log_has_nothing_to_find(log: SqlLog, kept: SignedHead, tmp_path: Path) -> None:
    verified = verify(log, [kept], TileReader(tmp_path / "tiles", SIZE))
    assert verified == Verified(SIZE, log.head().root, ())
    grow(log, 5, "more")
    assert verify(log, [kept]).findings == ()


def test_an_empty_log_has_nothing_to_find(tmp_path: Path) -> None:
    empty = open_log(tmp_path)
    assert verify(empty, [SignedHead(Checkpoint("o", 0, empty.head().root), "yours")]).findings == ()
    empty.close()


@pytest.mark.parametrize(("attack", "alone", "with_head"), ATTACKS, ids=named)
def test_attacks(
    log: SqlLog, kept: SignedHead, tmp_path: Path, attack: Attack, alone: set[Found], with_head: set[Found]
) -> None:
    with tampering(tmp_path) as file:
        attack(file)
    assert codes(verify(log)) >= alone
    assert bool(verify(log).findings) is bool(alone)
    found = codes(verify(log, [kept]))
    assert found >= alone | with_head
    assert found


@pytest.mark.parametrize(("attack", "index"), [(edit_rebuilt, 11), (backdate_rebuilt, 11), (reorder, 11)], ids=named)
def test_the_first_entry_that_is_not_what_it_was_is_named(
    log: SqlLog, kept: SignedHead, tmp_path: Path, attack: Attack, index: int
) -> None:
    with tampering(tmp_path) as file:
        attack(file)
    found = verify(log, [kept], TileReader(tmp_path / "tiles", SIZE)).findings
    assert min(it.index for it in found if it.index is not None) == index
    assert {it.index for it in found if it.code is Found.REWRITTEN} == {index}


def test_an_entry_behind_the_head_is_named(log: SqlLog, tmp_path: Path) -> None:
    with tampering(tmp_path) as file:
        insert(file)
    found = [(it.code, it.index) for it in verify(log).findings]
    assert found == [(Found.EXTRA, 30), (Found.EDITED, 30)]  # nor does its command say that it recorded it


def test_a_head_that_was_changed_alone(log: SqlLog, tmp_path: Path) -> None:
    with tampering(tmp_path) as file:
        file.execute("UPDATE head SET root = zeroblob(32)")
    assert verify(log).findings == (
        Finding(Found.EDITED, None, "the head of the log does not follow from its entries"),
    )


def test_a_history_signed_twice_is_a_split_view(log: SqlLog, kept: SignedHead, tmp_path: Path) -> None:
    with tampering(tmp_path) as file:
        edit_rebuilt(file)
    theirs = SignedHead(Checkpoint(kept.checkpoint.origin, SIZE, log.head().root), "this ledger")
    assert codes(verify(log, [kept, theirs])) == {Found.REWRITTEN, Found.SPLIT_VIEW}
    other = SignedHead(Checkpoint(kept.checkpoint.origin, SIZE, leaf_hash(b"")), "another")
    assert Found.SPLIT_VIEW in codes(verify(log, [kept, other]))


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ("payload = 7", Found.EDITED),
        ("salt = 'text'", Found.EDITED),
        ("recorded_at = 'yesterday'", Found.EDITED),
        ("recorded_at = 9000000000000000000", Found.EDITED),
        ("stream_id = x'ff'", Found.EDITED),
        ("kind = 'os.system'", Found.EDITED),
        ("leaf_hash = x''", Found.EDITED),
        ("leaf_hash = 'text'", Found.EDITED),
        ("version = 'last'", Found.EDITED),
    ],
)
def test_any_value_in_any_column(log: SqlLog, tmp_path: Path, change: str, code: Found) -> None:
    with tampering(tmp_path) as file:
        file.execute(f"UPDATE events SET {change} WHERE position = 12")
    assert code in codes(verify(log))


def test_a_kind_that_nobody_knows_is_unreadable(log: SqlLog, tmp_path: Path) -> None:
    with tampering(tmp_path) as file:
        file.execute("UPDATE events SET kind = 'os.system' WHERE position = 12")
        rebuild(file)
    assert [(it.code, it.index) for it in verify(log).findings] == [(Found.UNREADABLE, 11)]
