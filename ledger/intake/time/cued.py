"""Patterns that are tried only where words stand without which they cannot match: most passages tell no time at all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from ledger.intake.time.calendar import MONTHS, WEEKDAYS


class _Cues:
    """Words of which one stands in whatever a pattern matches; of the same ones, several patterns ask in turn."""

    def __init__(self, words: tuple[str, ...], exact: re.Pattern[str] | None) -> None:
        self._words = words
        self._exact = exact
        self._told = ("", False)

    def stand_in(self, passage: str) -> bool:
        """Whether one of them stands in the passage."""
        asked, told = self._told
        if asked != passage:
            told = any(word in passage for word in self._words)
            told = told and (self._exact is None or self._exact.search(passage) is not None)
            self._told = (passage, told)
        return told


@dataclass(frozen=True, slots=True)
class Cued:
    """A pattern with its cues."""

    cues: _Cues
    pattern: re.Pattern[str]

    def finditer(self, text: str, start: int, end: int) -> Iterator[re.Match[str]]:
        """The matches in ``text[start:end]``, in order."""
        if self.cues.stand_in(text[start:end]):
            return self.pattern.finditer(text, start, end)
        return iter(())


TimePattern = Cued | re.Pattern[str]
"""What times are looked for with; a pattern that costs little needs no cue."""


def cued(cues: Iterable[str], pattern: str) -> Cued:
    """The pattern with its cues, of which those that hold another one are left out: "jan" stands in "january".

    No time begins within a word in Latin letters: the "may" of "dismay" is none.
    """
    return Cued(_cues(frozenset(cues)), re.compile(f"(?<![a-z])(?:{pattern})"))


@cache
def _cues(given: frozenset[str]) -> _Cues:
    ordered = sorted(given, key=lambda cue: (len(cue), cue))
    fewest = tuple(cue for at, cue in enumerate(ordered) if not any(shorter in cue for shorter in ordered[:at]))
    if not given <= _WHOLE_WORDS:
        return _Cues(fewest, None)
    names = "|".join(map(re.escape, ordered[::-1]))
    return _Cues(fewest, re.compile(rf"(?<![a-z])(?:{names})(?![a-z])"))


MONTH_CUES = tuple(MONTHS)
ARABIC_MONTH_CUES = tuple(name for name in MONTHS if not name.isascii())
WEEKDAY_CUES = tuple(WEEKDAYS)
_WHOLE_WORDS = frozenset((*MONTHS, *WEEKDAYS))
"""Names that patterns look for as whole words: "may" does not stand in "dismay", nor "mar" in "market"."""

YEAR_CUES = ("19", "20")
