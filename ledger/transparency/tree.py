"""The Merkle tree of RFC 6962: leaf and node hashes, and the root kept up from its frontier as leaves are added.

The frontier of ``size`` leaves is the roots of the perfect subtrees that the leaves fall into, largest first: one
for each bit set in ``size``. It is all that the next append needs to know.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256

HASH_SIZE = 32

EMPTY_ROOT = sha256(b"").digest()
"""Root of a tree without leaves: SHA-256 of nothing (RFC 6962, 2.1)."""


def leaf_hash(entry: bytes) -> bytes:
    """SHA-256(0x00 ‖ entry)."""
    return sha256(b"\x00" + entry).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """SHA-256(0x01 ‖ left ‖ right)."""
    return sha256(b"\x01" + left + right).digest()


@dataclass(frozen=True, slots=True)
class Frontier:
    """The right edge of a tree of ``size`` leaves; ``nodes`` are its perfect subtrees' roots, largest first."""

    size: int = 0
    nodes: tuple[bytes, ...] = ()

    def __post_init__(self) -> None:
        if self.size < 0 or len(self.nodes) != self.size.bit_count():
            raise ValueError(f"a tree of {self.size} leaves has {self.size.bit_count()} nodes, not {len(self.nodes)}")
        if any(len(node) != HASH_SIZE for node in self.nodes):
            raise ValueError(f"a node is {HASH_SIZE} bytes")

    def extended(self, leaves: Iterable[bytes]) -> Frontier:
        """The frontier after more leaf hashes."""
        size, nodes = self.size, list(self.nodes)
        for leaf in leaves:
            node, full = leaf, size
            while full & 1:
                node = node_hash(nodes.pop(), node)
                full >>= 1
            nodes.append(node)
            size += 1
        return Frontier(size, tuple(nodes))

    @property
    def root(self) -> bytes:
        """The root over all leaves so far; ``EMPTY_ROOT`` when there are none."""
        if not self.nodes:
            return EMPTY_ROOT
        *rest, root = self.nodes
        for node in reversed(rest):
            root = node_hash(node, root)
        return root

    def to_bytes(self) -> bytes:
        """The nodes one behind the other, 32 bytes each; the size is kept beside them."""
        return b"".join(self.nodes)

    @classmethod
    def from_bytes(cls, size: int, nodes: bytes) -> Frontier:
        """Inverse of ``to_bytes``. Raises ``ValueError`` when the bytes do not fit the size."""
        if len(nodes) % HASH_SIZE:
            raise ValueError(f"nodes are {HASH_SIZE} bytes each")
        return cls(size, tuple(nodes[at : at + HASH_SIZE] for at in range(0, len(nodes), HASH_SIZE)))


def root_of(leaves: Iterable[bytes]) -> bytes:
    """The root over leaf hashes, which are streamed."""
    return Frontier().extended(leaves).root
