"""Proofs against the vectors of transparency-dev/merkle, and against trees built the slow way."""

from __future__ import annotations

import base64
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.transparency.proof import (
    ProofUnsound,
    check_consistency,
    check_inclusion,
    consistency_spans,
    inclusion_spans,
    prove,
    root_over,
)
from ledger.transparency.tree import EMPTY_ROOT, leaf_hash, root_of

VECTORS = Path(__file__).parents[2] / "data" / "merkle"


class Leaves:
    """Subtrees over leaf hashes that are all in memory."""

    def __init__(self, count: int) -> None:
        self.hashes = [leaf_hash(str(number).encode()) for number in range(count)]

    def perfect(self, start: int, height: int) -> bytes:
        assert start % (1 << height) == 0
        assert start + (1 << height) <= len(self.hashes)
        return root_of(self.hashes[start : start + (1 << height)])


def vectors(kind: str) -> list[object]:
    lines = (VECTORS / f"{kind}.jsonl").read_text(encoding="utf-8").splitlines()
    cases = [json.loads(line) for line in lines]
    assert len(cases) == 98
    return [pytest.param(case, id=case["name"]) for case in cases]


def raw(encoded: str | None) -> bytes:
    return base64.b64decode(encoded or "")


def raws(encoded: list[str] | None) -> list[bytes]:
    return [raw(each) for each in encoded or []]


def holds(check: object, *arguments: object) -> bool:
    try:
        check(*arguments)  # type: ignore[operator]
    except ProofUnsound:
        return False
    return True


@pytest.mark.parametrize("case", vectors("inclusion"))
def test_inclusion_as_the_vectors_say(case: dict[str, object]) -> None:
    given_ = (raw(case["leafHash"]), case["leafIdx"], case["treeSize"], raws(case["proof"]), raw(case["root"]))  # type: ignore[arg-type]
    assert holds(check_inclusion, *given_) is not case["wantErr"]


@pytest.mark.parametrize("case", vectors("consistency"))
def test_consistency_as_the_vectors_say(case: dict[str, object]) -> None:
    roots = raw(case["root1"]), raw(case["root2"])  # type: ignore[arg-type]
    given_ = (case["size1"], case["size2"], raws(case["proof"]), *roots)  # type: ignore[arg-type]
    assert holds(check_consistency, *given_) is not case["wantErr"]


def test_every_leaf_of_every_small_tree_is_proved_and_no_other() -> None:
    for size in range(1, 40):
        tree = Leaves(size)
        root = root_of(tree.hashes)
        for index in range(size):
            proof = prove(tree, inclusion_spans(index, size))
            check_inclusion(tree.hashes[index], index, size, proof, root)
            for other in range(size):
                if other != index:
                    assert not holds(check_inclusion, tree.hashes[index], other, size, proof, root)


def test_every_small_tree_begins_with_every_smaller_one() -> None:
    tree = Leaves(40)
    for size in range(41):
        root = root_of(tree.hashes[:size])
        for old in range(size + 1):
            proof = prove(tree, consistency_spans(old, size))
            before = root_of(tree.hashes[:old])
            if old == 0:
                assert proof == ()
                assert not holds(check_consistency, old, size, proof, before, root)
                continue
            check_consistency(old, size, proof, before, root)
            assert not holds(check_consistency, old, size, proof, leaf_hash(b"another"), root)
            if old < size:
                assert not holds(check_consistency, old, size, proof, before, leaf_hash(b"another"))
                assert not holds(check_consistency, old, size, [*proof, before], before, root)
                assert not holds(check_consistency, old, size, proof[:-1], before, root)


@given(st.integers(1, 3000), st.data())
def test_trees_of_any_size(size: int, data: st.DataObject) -> None:
    tree = Leaves(size)
    root = root_of(tree.hashes)
    index, old = data.draw(st.integers(0, size - 1)), data.draw(st.integers(1, size))
    proof = prove(tree, inclusion_spans(index, size))
    check_inclusion(tree.hashes[index], index, size, proof, root)
    check_consistency(old, size, prove(tree, consistency_spans(old, size)), root_of(tree.hashes[:old]), root)
    assert len(proof) <= size.bit_length()


def test_a_root_over_some_leaves() -> None:
    tree = Leaves(13)
    assert root_over(tree, 0, 0) == EMPTY_ROOT
    assert root_over(tree, 0, 13) == root_of(tree.hashes)
    assert root_over(tree, 8, 13) == root_of(tree.hashes[8:13])


@pytest.mark.parametrize("asked", [(-1, 3), (3, 3), (0, 0)])
def test_a_leaf_outside_the_tree_has_no_proof(asked: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="is not in a tree"):
        inclusion_spans(*asked)


def test_a_larger_tree_is_no_beginning() -> None:
    with pytest.raises(ValueError, match="does not begin"):
        consistency_spans(4, 3)
