"""Names spelt nearly like a given one, found without comparing it with every name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from rapidfuzz import fuzz, process


class NearNames:
    """Names by their length: a name much shorter or longer than a word cannot be spelt nearly like it."""

    def __init__(self, names: Iterable[str], least: float) -> None:
        """``least`` is the lowest likeness from 0 to 100 (normalised indel similarity) that counts as near."""
        self._least = least
        self._by_length: defaultdict[int, list[str]] = defaultdict(list)
        for name in names:
            self._by_length[len(name)].append(name)

    def nearest(self, word: str) -> tuple[str, float] | None:
        """The name most like the word, with its likeness; ``None`` where none is near."""
        most = 200 / self._least - 1  # of two lengths a ≤ b the likeness is at most 200 a / (a + b)
        lengths = range(int(len(word) / most), int(len(word) * most) + 2)
        names = [name for length in lengths for name in self._by_length.get(length, ())]
        found = process.extractOne(word, names, scorer=fuzz.ratio, score_cutoff=self._least)
        return (found[0], found[1]) if found else None
