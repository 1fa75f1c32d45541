"""A witness cosigns what only grows, and answers everything else as c2sp.org/tlog-witness says."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from ledger.errors import KeysUnusable
from ledger.transparency.checkpoint import Checkpoint, cosigned_at
from ledger.transparency.note import Note, Signer
from ledger.transparency.proof import consistency_spans, prove
from ledger.transparency.tree import leaf_hash, root_of
from ledger.transparency.witness import PUBLIC, SIZE_TYPE, Answer, Witnessing, request_of
from tests.ledger.log_contract import NOON, TurnableClock
from tests.ledger.transparency.test_proof import Leaves

LOG = Signer.fresh("ledger.example/one")
TREE = Leaves(40)
Ask = Callable[..., Answer]


@pytest.fixture
def witness(tmp_path: Path) -> Witnessing:
    return Witnessing.open(tmp_path / "keys", "witness.example/w1", [LOG.verifier], TurnableClock())


def head(size: int, log: Signer = LOG, origin: str | None = None) -> Note:
    return Checkpoint(origin or log.name, size, root_of(TREE.hashes[:size])).signed(log)


def grown(old: int, size: int) -> bytes:
    return request_of(old, prove(TREE, consistency_spans(old, size)), head(size))


def test_a_log_that_grows_is_cosigned_each_time(witness: Witnessing) -> None:
    for old, size in ((0, 5), (5, 5), (5, 23), (23, 40)):
        answer = witness.add_checkpoint(grown(old, size))
        assert answer.status == 200, answer
        both = Note.parse(f"{head(size).text}\n{answer.text}")
        assert cosigned_at(both, witness.signer.verifier) == int(NOON.timestamp())


def test_an_empty_log_is_cosigned_and_then_one_that_is_not(witness: Witnessing) -> None:
    assert witness.add_checkpoint(grown(0, 0)).status == 200
    assert witness.add_checkpoint(grown(0, 7)).status == 200


def test_another_old_size_is_answered_with_the_one_that_is_known(witness: Witnessing) -> None:
    witness.add_checkpoint(grown(0, 5))
    for old in (0, 4):
        assert witness.add_checkpoint(grown(old, 23)) == Answer(409, "5\n", SIZE_TYPE)
    assert witness.add_checkpoint(grown(5, 23)).status == 200


def test_another_history_is_not_cosigned(witness: Witnessing) -> None:
    witness.add_checkpoint(grown(0, 5))
    other = Checkpoint(LOG.name, 5, leaf_hash(b"other")).signed(LOG)
    assert witness.add_checkpoint(request_of(5, (), other)).status == 409
    longer = Checkpoint(LOG.name, 23, leaf_hash(b"other")).signed(LOG)
    proof = prove(TREE, consistency_spans(5, 23))
    assert witness.add_checkpoint(request_of(5, proof, longer)).status == 422
    assert witness.add_checkpoint(request_of(5, proof[1:], head(23))).status == 422
    assert witness.add_checkpoint(grown(5, 23)).status == 200, "what was refused is not remembered"


def test_a_first_head_comes_without_a_proof(witness: Witnessing) -> None:
    assert witness.add_checkpoint(request_of(0, [leaf_hash(b"")], head(5))).status == 422


def test_an_unknown_log_and_a_forged_signature(witness: Witnessing) -> None:
    stranger = Signer.fresh("ledger.example/two")
    assert witness.add_checkpoint(request_of(0, (), head(5, stranger))).status == 404
    assert witness.add_checkpoint(request_of(0, (), head(5, stranger, LOG.name))).status == 403
    namesake = Signer.fresh(LOG.name)
    assert witness.add_checkpoint(request_of(0, (), head(5, namesake))).status == 403


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"\xff",
        b"old 0\n",
        b"old 00\n\n",
        b"old -1\n\n" + str(head(5)).encode(),
        b"young 0\n\n" + str(head(5)).encode(),
        b"old 0\nno hash\n\n" + str(head(5)).encode(),
        b"old 0\n\n" + head(5).text.encode(),
        b"old 6\n\n" + str(head(5)).encode(),
        b"old 0\n" + b"AAAA\n" * 64 + b"\n" + str(head(5)).encode(),
        b"old 0\n\n" + b"x" * 300_000,
        b"old 0\n\n" + str(Note("no checkpoint\n").signed(LOG)).encode(),
    ],
)
def test_what_is_no_request(witness: Witnessing, body: bytes) -> None:
    assert witness.add_checkpoint(body).status == 400


def test_what_was_cosigned_is_known_after_a_new_start(witness: Witnessing, tmp_path: Path) -> None:
    witness.add_checkpoint(grown(0, 23))
    again = Witnessing.open(tmp_path / "keys", None, [LOG.verifier], TurnableClock())
    assert again.signer.verifier == witness.signer.verifier
    assert again.add_checkpoint(grown(0, 5)).status == 409


def test_a_memory_that_cannot_be_read_cosigns_nothing(witness: Witnessing, tmp_path: Path) -> None:
    witness.add_checkpoint(grown(0, 5))
    (kept,) = (tmp_path / "keys").glob("*.head")
    kept.write_text("5\n", encoding="utf-8")
    with pytest.raises(KeysUnusable, match="cosigned last"):
        witness.add_checkpoint(grown(5, 23))
    (tmp_path / "keys" / PUBLIC).write_text("no key\n", encoding="utf-8")
    with pytest.raises(KeysUnusable, match="no public key of a witness"):
        Witnessing.open(tmp_path / "keys", None, [LOG.verifier], TurnableClock())
