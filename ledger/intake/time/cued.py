"""Patterns that are tried only where words stand without which they cannot match: most passages tell no time at all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from ledger.intake.time.calendar import MONTHS, WEEKDAYS


class Cues:
    """Words of which one stands in whatever a pattern matches; of the same ones, several patterns ask in turn."""

    def __init__(self, words: tuple[str, ...], exact: re.Pattern[str] | None = None) -> None:
        self.words = words
        self._latin = tuple(word for word in words if word.isascii())
        self._exact = exact
        self._told = ("", False)

    def stand_in(self, passage: str) -> bool:
        """Whether one of them stands in the passage."""
        asked, told = self._told
        if asked != passage:
            told = self._look(passage)
            self._told = (passage, told)
        return told

    def _look(self, passage: str) -> bool:
        for word in self._latin if passage.isascii() else self.words:
            if word in passage:
                return self._exact is None or self._exact.search(passage) is not None
        return False


class Cued:
    """A pattern, and ``cues``, one of which stands in whatever the pattern matches."""

    def __init__(self, cues: tuple[str, ...], pattern: re.Pattern[str]) -> None:
        self.pattern = pattern
        self._cues = _cues(cues)

    @property
    def cues(self) -> tuple[str, ...]:
        return self._cues.words

    def finditer(self, text: str, start: int, end: int) -> Iterator[re.Match[str]]:
        """The matches in ``text[start:end]``, in order."""
        if self._cues.stand_in(text[start:end]):
            return self.pattern.finditer(text, start, end)
        return iter(())


@cache
def _cues(words: tuple[str, ...]) -> Cues:
    if not _WHOLE_WORDS.issuperset(words):
        return Cues(words)
    names = "|".join(sorted(map(re.escape, _WHOLE_WORDS), key=len, reverse=True))
    return Cues(words, re.compile(rf"(?<![a-z])(?:{names})(?![a-z])"))


TimePattern = Cued | re.Pattern[str]
"""What times are looked for with; a pattern that costs little needs no cue."""


def cued(cues: Iterable[str], pattern: str) -> Cued:
    """The pattern with its cues, of which those that hold another one are left out: "jan" stands in "january".

    No time begins within a word in Latin letters: the "may" of "dismay" is none.
    """
    given = sorted(set(cues), key=lambda cue: (len(cue), cue))
    fewest = [cue for at, cue in enumerate(given) if not any(shorter in cue for shorter in given[:at])]
    return Cued(tuple(fewest), re.compile(f"(?<![a-z])(?:{pattern})"))


MONTH_CUES = tuple(MONTHS)
ARABIC_MONTH_CUES = tuple(name for name in MONTHS if not name.isascii())
WEEKDAY_CUES = tuple(WEEKDAYS)
_WHOLE_WORDS = frozenset((*MONTHS, *WEEKDAYS))
"""Names that patterns look for as whole words: "may" does not stand in "dismay", nor "mar" in "market"."""

YEAR_CUES = ("19", "20")
