"""Patterns that are tried only where words stand without which they cannot match: most passages tell no time at all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ledger.intake.time.calendar import MONTHS, WEEKDAYS


@dataclass(frozen=True, slots=True)
class Cued:
    """A pattern, and ``cues``, one of which stands in whatever the pattern matches."""

    cues: tuple[str, ...]
    pattern: re.Pattern[str]

    def finditer(self, text: str, start: int, end: int) -> Iterator[re.Match[str]]:
        """The matches in ``text[start:end]``, in order."""
        passage = text[start:end]
        for cue in self.cues:
            if cue in passage:
                return self.pattern.finditer(text, start, end)
        return iter(())


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
YEAR_CUES = ("19", "20")
