"""The tree against the definition in RFC 6962, vectors of its own, and a public log's checkpoints."""

from __future__ import annotations

from base64 import b64decode
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.transparency.tree import EMPTY_ROOT, Frontier, leaf_hash, node_hash, root_of
from tests.ledger.naive_tree import naive_root

# Entries and roots that the test vectors of Certificate Transparency have had since 2013.
ENTRIES = [
    bytes.fromhex(entry)
    for entry in ("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f")
]
ROOTS = [
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]


def test_the_root_of_nothing_is_the_hash_of_nothing() -> None:
    assert Frontier().root == root_of([]) == EMPTY_ROOT == sha256(b"").digest()


def test_the_roots_of_one_to_eight_entries_are_the_known_ones() -> None:
    leaves = [leaf_hash(entry) for entry in ENTRIES]
    assert [root_of(leaves[:size]).hex() for size in range(1, 9)] == ROOTS


def test_leaves_and_nodes_are_told_apart() -> None:
    left, right = leaf_hash(b"a"), leaf_hash(b"b")
    assert node_hash(left, right) != leaf_hash(left + right)


@given(st.integers(0, 70), st.integers(0, 70))
def test_however_leaves_arrive_the_root_is_that_of_the_definition(first: int, second: int) -> None:
    leaves = [leaf_hash(str(index).encode()) for index in range(first + second)]
    frontier = Frontier().extended(leaves[:first])
    stored = Frontier.from_bytes(frontier.size, frontier.to_bytes()).extended(leaves[first:])
    assert stored.size == first + second
    assert stored.root == root_of(iter(leaves)) == naive_root(leaves)


@pytest.mark.parametrize(("size", "nodes"), [(3, b"\0" * 32), (0, b"\0" * 32), (1, b"\0" * 31), (-1, b"")])
def test_a_frontier_that_does_not_fit_its_size_is_refused(size: int, nodes: bytes) -> None:
    with pytest.raises(ValueError):
        Frontier.from_bytes(size, nodes)


def test_a_public_log_has_the_root_that_its_checkpoints_state() -> None:
    log = Path(__file__).parents[2] / "data" / "merkle" / "log"
    tile = max((log / "tile/0/000.p").iterdir(), key=lambda partial: int(partial.name)).read_bytes()
    leaves = [tile[at : at + 32] for at in range(0, len(tile), 32)]
    compared = 0
    for checkpoint in log.glob("checkpoint*"):
        _origin, size, root = checkpoint.read_text().splitlines()[:3]
        if int(size) <= len(leaves):
            assert root_of(leaves[: int(size)]) == b64decode(root)
            compared += 1
    assert compared >= 16
