"""The head of the log is signed where it follows from what was signed before, and refused where it does not."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from ledger.errors import KeysExposed, KeysUnusable, LogNotSigned
from ledger.store import SqlLog
from ledger.transparency.checkpoint import Checkpoint, opened_checkpoint
from ledger.transparency.note import Note
from ledger.transparency.proof import check_consistency, check_inclusion, consistency_spans, inclusion_spans, prove
from ledger.transparency.signing import CHECKPOINT, PUBLIC, SECRET, SIGNED, LogSigner, public_key
from ledger.transparency.tiles import Tile, TileReader, tiles_of
from tests.ledger.transparency.logs import grow, open_log, rebuild, tampering


@pytest.fixture
def log(tmp_path: Path) -> Iterator[SqlLog]:
    log = open_log(tmp_path)
    yield log
    log.close()


def signer(folder: Path, origin: str | None = None) -> LogSigner:
    return LogSigner.open(folder / "keys", folder / "tiles", origin)


def head(note: Note) -> Checkpoint:
    return Checkpoint.parse(note.text)


def test_a_checkpoint_states_the_head_of_the_log(tmp_path: Path, log: SqlLog) -> None:
    grow(log, 7)
    note = signer(tmp_path, "ledger.example/one").sign(log)
    key = public_key(tmp_path / "keys")
    assert key is not None
    assert opened_checkpoint(str(note), [key]) == Checkpoint("ledger.example/one", 7, log.head().root)
    assert (tmp_path / "tiles" / CHECKPOINT).read_text(encoding="utf-8") == str(note)
    assert Note.parse((tmp_path / "keys" / SIGNED).read_text(encoding="utf-8")) == note


def test_an_empty_log_has_a_checkpoint_too(tmp_path: Path, log: SqlLog) -> None:
    assert head(signer(tmp_path).sign(log)).size == 0


@pytest.mark.parametrize("whole", [True, False])
def test_a_log_that_grew_is_signed_again_and_begins_with_what_was_signed(
    tmp_path: Path, log: SqlLog, whole: bool
) -> None:
    heads = []
    for count in (3, 250, 20, 300):
        grow(log, count)
        heads.append(head(signer(tmp_path).sign(log, whole=whole)))
    reader = TileReader(tmp_path / "tiles", heads[-1].size)
    for before in heads[:-1]:
        proof = prove(reader, consistency_spans(before.size, reader.size))
        check_consistency(before.size, reader.size, proof, before.root, heads[-1].root)
    leaves = list(log.leaves())
    for index in (0, 2, 255, 256, 572):
        proof = prove(reader, inclusion_spans(index, reader.size))
        check_inclusion(leaves[index], index, reader.size, proof, heads[-1].root)
    assert all((tmp_path / "tiles" / tile.path).is_file() for tile in tiles_of(reader.size))
    assert all(TileReader(tmp_path / "tiles", it.size).root() == it.root for it in heads)


def test_nothing_new_is_signed_once(tmp_path: Path, log: SqlLog) -> None:
    grow(log, 5)
    note = signer(tmp_path).sign(log)
    assert signer(tmp_path).sign(log) == note == signer(tmp_path).sign(log, whole=False)


def test_a_key_is_for_its_owner_only(tmp_path: Path, log: SqlLog) -> None:
    signer(tmp_path).sign(log)
    assert (tmp_path / "keys" / SECRET).stat().st_mode & 0o777 == 0o600
    (tmp_path / "keys" / SECRET).chmod(0o644)
    with pytest.raises(KeysExposed):
        signer(tmp_path)


def test_an_edited_entry_is_not_signed(tmp_path: Path, log: SqlLog) -> None:
    grow(log, 5)
    with tampering(tmp_path) as file:
        file.execute("UPDATE events SET payload = CAST('{}' AS BLOB) WHERE position = 3")
    with pytest.raises(LogNotSigned, match="entry 2 is not as it was recorded"):
        signer(tmp_path).sign(log)


@pytest.mark.parametrize("whole", [True, False])
def test_a_log_that_was_cut_is_not_signed(tmp_path: Path, log: SqlLog, whole: bool) -> None:
    grow(log, 5)
    signer(tmp_path).sign(log)
    with tampering(tmp_path) as file:
        file.execute("DELETE FROM events WHERE position > 3")
        rebuild(file)
    with pytest.raises(LogNotSigned, match="it has 3 entries, and 5 were signed"):
        signer(tmp_path).sign(log, whole=whole)


def test_a_log_that_was_rewritten_is_not_signed(tmp_path: Path, log: SqlLog) -> None:
    grow(log, 5)
    signer(tmp_path).sign(log)
    with tampering(tmp_path) as file:
        file.execute("UPDATE events SET recorded_at = recorded_at - 1000000 WHERE position = 1")
        rebuild(file)
    grow(log, 5)
    with pytest.raises(LogNotSigned, match="its first 5 entries are not those that were signed"):
        signer(tmp_path).sign(log)


def test_what_was_signed_is_known_without_the_signers_own_note(tmp_path: Path, log: SqlLog) -> None:
    grow(log, 5)
    signer(tmp_path).sign(log)
    (tmp_path / "keys" / SIGNED).unlink()
    with tampering(tmp_path) as file:
        file.execute("DELETE FROM events WHERE position > 3")
        rebuild(file)
    with pytest.raises(LogNotSigned):
        signer(tmp_path).sign(log)


def test_a_log_whose_head_was_changed_is_not_signed(tmp_path: Path, log: SqlLog) -> None:
    grow(log, 5)
    with tampering(tmp_path) as file:
        file.execute("UPDATE head SET root = zeroblob(32)")
    with pytest.raises(LogNotSigned, match="do not make up its own head"):
        signer(tmp_path).sign(log)


def test_tiles_that_somebody_changed_are_written_anew(tmp_path: Path, log: SqlLog) -> None:
    grow(log, 300)
    signer(tmp_path).sign(log)
    (tmp_path / "tiles" / Tile(0, 0).path).write_bytes(b"x" * 8192)
    (tmp_path / "tiles" / Tile(0, 1, 44).path).unlink()
    grow(log, 1)
    note = signer(tmp_path).sign(log)
    assert TileReader(tmp_path / "tiles", 301).root() == head(note).root


def test_a_key_keeps_its_name(tmp_path: Path) -> None:
    assert signer(tmp_path, "ledger.example/one").signer.name == "ledger.example/one"
    assert signer(tmp_path).signer.name == "ledger.example/one"
    with pytest.raises(KeysUnusable, match=r"names the log ledger\.example/one"):
        signer(tmp_path, "ledger.example/two")


def test_a_log_without_a_name_of_its_own_is_named_after_its_key(tmp_path: Path) -> None:
    assert signer(tmp_path).signer.name.startswith("incident-ledger/")
    assert signer(tmp_path).signer.name == signer(tmp_path).signer.name


def test_a_name_that_no_checkpoint_can_hold(tmp_path: Path) -> None:
    with pytest.raises(KeysUnusable, match="cannot name a log"):
        signer(tmp_path, "two words")


def test_no_new_key_takes_the_place_of_one_that_is_lost(tmp_path: Path, log: SqlLog) -> None:
    signer(tmp_path).sign(log)
    (tmp_path / "keys" / SECRET).unlink()
    with pytest.raises(KeysUnusable):
        signer(tmp_path)
    assert not (tmp_path / "keys" / SECRET).exists()


@pytest.mark.parametrize("name", [PUBLIC, SIGNED])
def test_a_file_beside_the_key_that_is_none_of_its_own(tmp_path: Path, log: SqlLog, name: str) -> None:
    grow(log, 1)
    signer(tmp_path).sign(log)
    (tmp_path / "keys" / name).write_bytes(b"\xff\xfe")
    with pytest.raises(KeysUnusable):
        signer(tmp_path).sign(log)
