"""Patterns that are tried only where words stand without which they cannot match: most passages tell no time at all."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from ledger.intake.time.calendar import MONTHS, WEEKDAYS

MONTH_CUES = tuple(MONTHS)
ENGLISH_MONTH_CUES = tuple(name for name in MONTHS if name.isascii())
ARABIC_MONTH_CUES = tuple(name for name in MONTHS if not name.isascii())
WEEKDAY_CUES = tuple(WEEKDAYS)
_WHOLE_WORDS = frozenset((*MONTHS, *WEEKDAYS, "now"))
"""Names that patterns look for as whole words: "may" does not stand in "dismay", nor "mar" in "market"."""

YEAR_CUES = ("19", "20")
DIGITS = tuple("0123456789")
_LONGEST_KEPT = 40  # letters of a word whose signs are kept at hand


@dataclass(frozen=True, slots=True)
class _Sign:
    """What a word of a text must hold for a piece of a cue to stand there; the piece has no space in it."""

    piece: str
    begins: bool  # the word, since a space stands before the piece in the cue
    ends: bool
    is_whole: bool

    def stands(self, word: str, at: int) -> bool:
        """Whether it stands in the word from the letter ``at``."""
        end = at + len(self.piece)
        if not word.startswith(self.piece, at) or (self.begins and at) or (self.ends and end < len(word)):
            return False
        return not (self.is_whole and ("a" <= word[at - 1 : at] <= "z" or "a" <= word[end : end + 1] <= "z"))


class Signs:
    """All signs of all cues, each with a bit of its own: what stands in a passage is one number."""

    def __init__(self) -> None:
        self._bits: dict[_Sign, int] = {}
        self._by_start: defaultdict[str, list[_Sign]] = defaultdict(list)  # by one or two letters
        self._kept = lru_cache(maxsize=20_000)(self._look)

    def of_cue(self, cue: str) -> int:
        """The bits of all pieces of a cue, which are entered."""
        pieces = cue.split(" ")
        last, bits = len(pieces) - 1, 0
        for at, piece in enumerate(pieces):
            if piece:
                bits |= self._bit(_Sign(piece, at > 0, at < last, cue in _WHOLE_WORDS))
        return bits

    def in_passage(self, passage: str) -> int:
        """The bits of all that stands in a passage."""
        bits = 0
        for word in passage.split():
            bits |= self._kept(word) if len(word) <= _LONGEST_KEPT else self._look(word)
        return bits

    def _bit(self, sign: _Sign) -> int:
        if sign not in self._bits:
            self._bits[sign] = 1 << len(self._bits)
            self._by_start[sign.piece[:2]].append(sign)
            self._kept.cache_clear()
        return self._bits[sign]

    def _look(self, word: str) -> int:
        bits = 0
        for at, letter in enumerate(word):
            for start in (letter, word[at : at + 2]):
                for sign in self._by_start.get(start, ()):
                    bits |= self._bits[sign] if sign.stands(word, at) else 0
        return bits


_SIGNS = Signs()


class Cued:
    """A pattern, and ``cues``, one of which stands in whatever the pattern matches, with one of ``also`` if given."""

    def __init__(self, cues: Iterable[str], pattern: re.Pattern[str], also: Iterable[str] = ()) -> None:
        self.pattern = pattern
        told = {_SIGNS.of_cue(cue) for cue in cues}
        self._one = sum(bits for bits in told if bits.bit_count() == 1)
        self._several = tuple(bits for bits in told if bits.bit_count() > 1)  # words of a cue that must all stand
        self._also = sum({_SIGNS.of_cue(cue) for cue in also})

    def is_cued(self, signs: int) -> bool:
        """Whether the cues stand in a passage with these signs."""
        cued = signs & self._one
        if not cued and self._several:
            cued = any(signs & bits == bits for bits in self._several)
        return bool(cued and (not self._also or signs & self._also))


class Passage:
    """Part of a text in small letters, in which times are looked for."""

    def __init__(self, lower: str, start: int, end: int) -> None:
        self.lower, self.start, self.end = lower, start, end
        self._signs = _SIGNS.in_passage(lower[start:end])

    def matches(self, pattern: Cued) -> Iterable[re.Match[str]]:
        """The matches of the pattern in the passage, in order."""
        if pattern.is_cued(self._signs):
            return pattern.pattern.finditer(self.lower, self.start, self.end)
        return ()


def cued(cues: Iterable[str], pattern: str, also: Iterable[str] = ()) -> Cued:
    """The pattern with its cues, and single words of which one stands beside them.

    No time begins within a word in Latin letters: the "may" of "dismay" is none.
    """
    return Cued(cues, re.compile(f"(?<![a-z])(?:{pattern})"), also)
