"""What words name: the names found in them, as they are written, as they are heard, or nearly so."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from ledger.names import name_words
from ledger.place_words import COUNTRYSIDE, KINDS, NOT_NAMES, hints_of, unglued
from ledger.places.alike import Alike
from ledger.places.entry import PlaceEntry
from ledger.places.names import NameIndex

_NAME, _NEAR_IT, _HEARD, _ONLY_LIKE, _ONLY_AROUND = 1.0, 0.95, 0.9, 0.55, 0.45
_SPELT_ALIKE = 0.93  # one letter more or less in a name of seven
_GLUED = frozenset("بلوف")  # "in", "for", "and" at the head of an Arabic word
_SHORTEST = 3  # letters of words that are looked for by their sound

LONGEST_TEXT = 300
"""Code points of words that are looked at."""


class Found(NamedTuple):
    """Places that a name may mean, how sure it is that they bear it and why, kinds it may be of, words after it.

    ``name`` is the comparable name where one is written; ``around`` = with a word for the countryside around it.
    """

    ids: Sequence[str]
    score: float
    reason: str
    hint: frozenset[str] = frozenset()
    rest: Sequence[str] = ()
    name: str = ""
    around: bool = False


class Finder:
    """Looks for the names of places in words."""

    def __init__(self, places: Mapping[str, PlaceEntry], names: NameIndex, alike: Alike) -> None:
        self._places = places
        self._names = names
        self._alike = alike

    def find(self, text: str) -> Found | None:
        """The name that the words are, or else the first one in them, or else the one most like them."""
        words = [unglued(word) for word in name_words(text[:LONGEST_TEXT].replace("'s ", " ").replace("’s ", " "))]
        longest = self._names.longest
        if words and words[0][:1] in _GLUED and not longest(words, 0) and longest([words[0][1:], *words[1:]], 0):
            words[0] = words[0][1:]
        return self._whole(words) or self._head(words) or self._similar(words)

    def _whole(self, words: list[str]) -> Found | None:
        """The places that bear all the words as their name, however long it is: "Tanak oil field"."""
        bare = [word for word in words if word not in KINDS] or words
        name = " ".join(bare)
        if len(bare) < 2 or name not in self._names:
            return None
        at = next((at for at, word in enumerate(words) if word == bare[0]), 0)
        hint = hints_of([*reversed(words[max(0, at - 2) : at]), *words[-1:]])
        around = bool(COUNTRYSIDE & set(words))
        return Found(self._names.fitting(name, around), _NAME, "the name", hint, (), name, around)

    def _head(self, words: list[str]) -> Found | None:
        """The first name in the words."""
        for start in range(len(words)):
            length, heard = self._names.longest(words, start), self._alike.longest(words, start, words_too=True)
            by_ear = heard > length
            length = max(length, heard)
            if not length:
                continue
            after = words[start + length :]
            named = " ".join(words[start : start + length])
            if after and not (after[0] in NOT_NAMES or self._names.longest(after, 0)):
                continue
            before = [word for word in words[:start] if not self._names.longest([word], 0)]
            around = bool(COUNTRYSIDE & set(words))
            hint = hints_of([*reversed(words[max(0, start - 2) : start]), *after[:1]])
            ids = self._ids_of(self._alike.heard(named)) if by_ear else self._names.fitting(named, around)
            if after and self._names.longest(after, 0) and all(self._places[i].kind == "country" for i in ids):
                continue  # "Syria's Idlib province"
            if any(word not in NOT_NAMES for word in before):
                return Found(ids, _ONLY_AROUND, "only what lies around it is known", hint, after)
            if by_ear:
                return Found(ids, _HEARD, "heard as the name", hint, after)
            if start:
                return Found(ids, _NEAR_IT, "the name, near or in", hint, after, named, around)
            return Found(ids, _NAME, "the name", hint, after, named, around)
        return None

    def _similar(self, words: list[str]) -> Found | None:
        bare = " ".join(word for word in words if word not in NOT_NAMES)
        if len(bare) < _SHORTEST:
            return None
        hint = hints_of(words)
        alike = self._alike.heard(bare)
        if alike:
            return Found(self._ids_of(alike), _HEARD, "heard as the name", hint)
        alike, nearness = self._alike.written(bare)
        if alike and nearness >= _SPELT_ALIKE:
            return Found(self._ids_of(alike), round(nearness * _HEARD, 3), "a similar name", hint)
        across = self._alike.across(bare)
        if across:
            return Found(across, _ONLY_LIKE, "sounds like its name in Latin letters", hint)
        return Found(self._ids_of(alike), _ONLY_LIKE, "a name somewhat alike", hint) if alike else None

    def heard_too(self, found: Found) -> list[str]:
        """Places whose name is written otherwise, and heard as the one found."""
        alike = self._alike.heard(found.name) if found.name else ()
        others = [i for name in alike for i in self._names.fitting(name, found.around)]
        return [i for i in dict.fromkeys(others) if i not in found.ids]

    def _ids_of(self, names: Iterable[str]) -> list[str]:
        return list(dict.fromkeys(i for name in names for i in self._names.ids(name)))
