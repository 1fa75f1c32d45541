"""Names of places in comparable words, with the places that bear each of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from ledger.names import name_words
from ledger.place_words import COUNTRYSIDE, IN_NAMES, KINDS, NOT_NAMES
from ledger.places.entry import MOVED, PlaceEntry

LONGEST_NAME = 6
"""Words of the longest name that is looked for inside a text."""

_WORD = "?"  # before the ids of a name that is an ordinary word as well
_AROUND = "~"  # after the id of a place whose name is that of the countryside around it
_BETWEEN = re.compile(r"\b(?:road|border|between|highway)\b", re.IGNORECASE)
_BRACKETS = re.compile(r"\s*[(\[]([^)\]]*)[)\]]\s*")


def bare_words(name: str) -> tuple[str, ...]:
    """Comparable words without words for kinds of places ("city of"), unless nothing else is left."""
    words = name_words(name)
    bare = tuple(word for word in words if word not in KINDS or word in IN_NAMES)
    return bare or words


def spellings(name: str) -> Iterator[str]:
    """A name, and the names it is made of: "Akash / Ukash village", "Al-Rai (Choban Bey)"."""
    yield name
    outside, inside = _BRACKETS.sub(" ", name).strip(), [part for part in _BRACKETS.findall(name) if len(part) > 3]
    for whole in (outside, *inside):
        parts = [] if _BETWEEN.search(whole) else [part.strip() for part in whole.split("/")]
        if whole != name or len(parts) > 1:
            yield from (part for part in parts if len(part) > 2)


class NameIndex:
    """Comparable names, parted by spaces, to the ids of the places that bear them."""

    def __init__(self, ids_of: dict[str, str] | None = None) -> None:
        self._ids = ids_of if ids_of is not None else {}
        self._starts = {name.partition(" ")[0] for name in self._ids}

    @classmethod
    def read(cls, text: str) -> NameIndex:
        """An index from the lines that ``lines`` wrote."""
        pairs = (line.partition("\t") for line in text.split("\n") if line)
        return cls({name: ids for name, _, ids in pairs})

    def lines(self) -> Iterator[str]:
        """The index as text, in order."""
        return (f"{name}\t{ids}" for name, ids in sorted(self._ids.items()))

    def copy(self) -> NameIndex:
        return NameIndex(dict(self._ids))

    def enter(self, place: PlaceEntry, words_too: frozenset[str] = frozenset()) -> None:
        """Take up every name of a place; those in ``words_too`` are ordinary words as well."""
        if place.kind == MOVED:
            return
        for given in place.names:
            for name in spellings(given):
                around = _AROUND if COUNTRYSIDE & set(name_words(name)) else ""
                words = bare_words(name)
                if place.kind == "area" or not NOT_NAMES.issuperset(words):  # a quarter may be called "The City"
                    self._add(" ".join(words), place.id + around, words_too)

    def _add(self, name: str, place_id: str, words_too: frozenset[str]) -> None:
        known = self._ids.get(name)
        if known is None:
            self._ids[name] = (_WORD if name in words_too else "") + place_id
            self._starts.add(name.partition(" ")[0])
            return
        plain, around = place_id.rstrip(_AROUND), place_id.endswith(_AROUND)
        ids = known.lstrip(_WORD).split(",")
        if place_id in ids or (around and plain in ids):
            return
        ids = [*(it for it in ids if it != plain + _AROUND), place_id]
        self._ids[name] = (_WORD if known.startswith(_WORD) else "") + ",".join(ids)

    def ids(self, name: str) -> tuple[str, ...]:
        """The places that bear a name, in the order in which they were entered; empty = nobody does."""
        return tuple(it.rstrip(_AROUND) for it in self._ids.get(name, "").lstrip(_WORD).split(",") if it)

    def fitting(self, name: str, around: bool) -> tuple[str, ...]:
        """The places that bear a name with, or without, a word for countryside beside it; else all that bear it."""
        found = self._ids.get(name, "").lstrip(_WORD).split(",")
        fit = tuple(it.rstrip(_AROUND) for it in found if it and it.endswith(_AROUND) == around)
        return fit or self.ids(name)

    def is_word(self, name: str) -> bool:
        """Whether the name is an ordinary word as well ("The Gate", "Victory")."""
        return self._ids.get(name, "").startswith(_WORD)

    def __contains__(self, name: object) -> bool:
        return name in self._ids

    def __iter__(self) -> Iterator[str]:
        return iter(self._ids)

    def __len__(self) -> int:
        return len(self._ids)

    def begins(self, word: str) -> bool:
        """Whether a name begins with the word."""
        return word in self._starts

    def longest(self, words: Sequence[str], start: int, words_too: bool = True) -> int:
        """How many of ``words`` (comparable words) from ``start`` make the longest name known; 0 = none.

        Without ``words_too``, names that are ordinary words as well do not count.
        """
        if words[start] not in self._starts:
            return 0
        for length in range(min(LONGEST_NAME, len(words) - start), 0, -1):
            ids = self._ids.get(" ".join(words[start : start + length]))
            if ids and (words_too or ids[0] != _WORD):
                return length
        return 0


def index_of(places: Iterable[PlaceEntry], words_too: frozenset[str] = frozenset()) -> NameIndex:
    """The index of some places, made anew."""
    index = NameIndex()
    for place in places:
        index.enter(place, words_too)
    return index
