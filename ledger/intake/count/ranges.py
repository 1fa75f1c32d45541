"""The two numbers of a range that share a word: "between five hundred and one thousand", "two to three hundred"."""

from __future__ import annotations

from collections.abc import Sequence

from ledger.intake.count.number_words import after_and, known_at, scale_at
from ledger.intake.count.numbers import Found, number_at
from ledger.intake.text.tokens import Token

_JOINTS = frozenset({"and", "و", "a", ","})
_REACH = 30  # tokens


def bounds_at(tokens: Sequence[Token], at: int) -> tuple[Found, Found] | None:
    """The two numbers of "between five hundred and one thousand", which without "between" would be one, 501,000.

    The lower one ends at the first "and" after which all that is left is a larger number.
    """
    for place in range(at + 1, min(at + _REACH, len(tokens))):
        if not (tokens[place].is_number or tokens[place].word in _JOINTS or known_at(tokens, place)):
            return None
        begin = after_and(tokens, place)
        if begin is None:
            continue
        low, high = number_at(tokens[:place], at), number_at(tokens, begin)
        if low and high and low[1] == place and high[0] > low[0] and not _goes_on(tokens, high[1]):
            return low, high
    return None


def _goes_on(tokens: Sequence[Token], end: int) -> bool:
    """Whether a number word follows, so that what ends here is cut short: "105,000" at its first "and"."""
    begin = after_and(tokens, end)
    return bool(known_at(tokens, end if begin is None else begin))


def told_once(tokens: Sequence[Token], low: int, high: tuple[int, int]) -> int:
    """ "Two to three hundred", "5 إلى 6 آلاف": the scale after the second number is that of the first one too."""
    scaled = low * scale_at(tokens, high[1])
    return scaled if low < 100 and scaled < high[0] else low
