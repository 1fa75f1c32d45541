"""Inclusion and consistency proofs of RFC 6962: what they are made of, and how they are checked.

A proof is a list of hashes of subtrees. Which subtrees, follows from sizes alone (2.1.1 and 2.1.2); their hashes come
from whoever holds the tree. Checking needs no tree: it is the algorithm of RFC 9162, 2.1.3.2 and 2.1.4.2.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from ledger.transparency.tree import EMPTY_ROOT, HASH_SIZE, node_hash

Span = tuple[int, int]
"""Leaves [start, end) of a subtree."""


class ProofUnsound(Exception):
    """A proof does not lead to the root that it should; the text says why."""


class Subtrees(Protocol):
    """Where hashes of subtrees come from."""

    def perfect(self, start: int, height: int) -> bytes:
        """The root over the 2**height leaves from ``start`` on, which is a multiple of that."""
        ...


def inclusion_spans(index: int, size: int) -> list[Span]:
    """The subtrees beside the way from leaf ``index`` up to the root over ``size`` leaves, the leaf's sibling first."""
    if not 0 <= index < size:
        raise ValueError(f"leaf {index} is not in a tree of {size}")
    spans: list[Span] = []
    start, end = 0, size
    while end - start > 1:
        middle = start + _left_part(end - start)
        if index < middle:
            spans.append((middle, end))
            end = middle
        else:
            spans.append((start, middle))
            start = middle
    return spans[::-1]


def consistency_spans(old: int, size: int) -> list[Span]:
    """The subtrees that show a tree of ``size`` leaves to begin with one of ``old``; none for 0 and for itself."""
    if not 0 <= old <= size:
        raise ValueError(f"a tree of {size} does not begin with one of {old}")
    if old in (0, size):
        return []
    spans: list[Span] = []
    start, end, whole = 0, size, True  # whole: the old tree is this subtree, whose root the verifier knows
    while old != end:
        middle = start + _left_part(end - start)
        if old <= middle:
            spans.append((middle, end))
            end = middle
        else:
            spans.append((start, middle))
            start, whole = middle, False
    if not whole:
        spans.append((start, end))
    return spans[::-1]


def root_over(subtrees: Subtrees, start: int, end: int) -> bytes:
    """The Merkle tree hash over leaves [start, end), from perfect subtrees; ``start`` is one's own left edge."""
    if start == end:
        return EMPTY_ROOT
    parts = []
    while start < end:
        height = (end - start).bit_length() - 1
        parts.append(subtrees.perfect(start, height))
        start += 1 << height
    root = parts.pop()
    while parts:
        root = node_hash(parts.pop(), root)
    return root


def prove(subtrees: Subtrees, spans: Sequence[Span]) -> tuple[bytes, ...]:
    """The hashes of a proof."""
    return tuple(root_over(subtrees, start, end) for start, end in spans)


def check_inclusion(leaf: bytes, index: int, size: int, proof: Sequence[bytes], root: bytes) -> None:
    """Raises ``ProofUnsound`` unless the leaf hash stands at ``index`` in the tree of ``size`` leaves with ``root``."""
    if not 0 <= index < size:
        raise ProofUnsound(f"leaf {index} is not in a tree of {size}")
    _are_hashes(leaf, root, *proof)
    at, last, found = index, size - 1, leaf
    for beside in proof:
        if last == 0:
            raise ProofUnsound("the proof has hashes left over")
        if at & 1 or at == last:
            found = node_hash(beside, found)
            while not at & 1 and at:
                at, last = at >> 1, last >> 1
        else:
            found = node_hash(found, beside)
        at, last = at >> 1, last >> 1
    if last != 0:
        raise ProofUnsound("the proof lacks hashes")
    if found != root:
        raise ProofUnsound("the proof leads to another root")


def check_consistency(old: int, size: int, proof: Sequence[bytes], old_root: bytes, root: bytes) -> None:
    """Raises ``ProofUnsound`` unless the tree of ``size`` leaves begins with that of ``old`` leaves.

    Every tree begins with the empty one; that is for the caller to know, and here no proof.
    """
    if not 0 < old <= size:
        raise ProofUnsound(f"nothing shows that a tree of {size} begins with one of {old}")
    if old == size:
        if proof:
            raise ProofUnsound("the proof has hashes where none are needed")
        if old_root != root:
            raise ProofUnsound("one size has two roots")
        return
    _are_hashes(old_root, root, *proof)
    hashes = [old_root, *proof] if old & (old - 1) == 0 else list(proof)
    if not hashes:
        raise ProofUnsound("the proof lacks hashes")
    at, last = old - 1, size - 1
    while at & 1:
        at, last = at >> 1, last >> 1
    found_old = found = hashes[0]
    for beside in hashes[1:]:
        if last == 0:
            raise ProofUnsound("the proof has hashes left over")
        if at & 1 or at == last:
            found_old, found = node_hash(beside, found_old), node_hash(beside, found)
            while not at & 1 and at:
                at, last = at >> 1, last >> 1
        else:
            found = node_hash(found, beside)
        at, last = at >> 1, last >> 1
    if last != 0:
        raise ProofUnsound("the proof lacks hashes")
    if found_old != old_root:
        raise ProofUnsound("the proof leads to another root of the smaller tree")
    if found != root:
        raise ProofUnsound("the proof leads to another root of the larger tree")


def _are_hashes(*given: bytes) -> None:
    if any(len(each) != HASH_SIZE for each in given):
        raise ProofUnsound(f"a hash is {HASH_SIZE} bytes")


def _left_part(size: int) -> int:
    """The largest power of two below ``size``, for a size of two and more."""
    return int(1 << ((size - 1).bit_length() - 1))
