"""A time expression of a report, and the days that it stands for."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from operator import attrgetter

from ledger.domain.values import Precision
from ledger.intake.text.clauses import Sentence
from ledger.names import word_set


@dataclass(frozen=True, slots=True)
class Moment:
    """A time expression at ``start``..``end`` of the folded text; ``is_since`` = a period begins there."""

    start: int
    end: int
    first: date | None = None
    last: date | None = None
    precision: Precision = Precision.UNKNOWN
    is_since: bool = False
    is_window: bool = False  # "in the past 24 hours", "in August": what is counted, not when it struck
    same_period: bool = False
    flags: tuple[str, ...] = ()
    offset: int | None = None  # days from the day told before: "a week earlier" is -7


Reader = Callable[[re.Match[str], date | None], Moment | None]
"""What makes a time of the words that tell it and the day of publication, if they tell one."""

_START = attrgetter("start")
_SAID = word_set("said says told reported announced wrote added stated confirmed published released corrected")
_HEAD = 6  # tokens in which a line may tell where and when it was filed


def without_asides(sentence: Sentence, moments: list[Moment]) -> list[Moment]:
    """The times of what is told, without those at which the report was filed or somebody said so."""
    kept = [moment for moment in moments if not _is_dateline(sentence, moment)]
    told = [moment for moment in kept if not _is_said(sentence, moment)]
    return told or kept


def tokens_of(sentence: Sentence, moments: list[Moment]) -> tuple[set[int], set[int]]:
    """The tokens that tell the times, and those of them at which no clause may begin."""
    taken: set[int] = set()
    held: set[int] = set()
    for moment in moments:
        first, last = (bisect_left(sentence.tokens, at, key=_START) for at in (moment.start, moment.end))
        taken |= set(range(first, last))
        begins = first < last and sentence.tokens[first].start == moment.start
        after_comma = not first or sentence.tokens[first - 1].text == ","
        held |= set(range(first + (begins and after_comma), last))
    return taken, held


def _at(sentence: Sentence, moment: Moment) -> int:
    return next((n for n, token in enumerate(sentence.tokens) if token.start >= moment.start), 0)


def _is_dateline(sentence: Sentence, moment: Moment) -> bool:
    """ "KHANAQIN, Iraq, Oct 15 (Wire) -": when it was filed."""
    at, first = _at(sentence, moment), sentence.tokens[0]
    if at > _HEAD or not at or not first.text.isupper() or len(first.text) < 3:
        return False
    after = [token for token in sentence.tokens[at:] if token.start >= moment.end][:5]
    return any(token.text in "-–" for token in after) and after[0].text in "(-–:"


def _is_said(sentence: Sentence, moment: Moment) -> bool:
    """ "…, the government said on Monday": when somebody spoke."""
    at = _at(sentence, moment)
    return any(token.word in _SAID for token in sentence.tokens[max(0, at - 1) : at])
