"""Numbers that tell a share of people, and so count none of them: "20 %", "two thirds of the dead", "20 في المئة"."""

from __future__ import annotations

from collections.abc import Sequence

from ledger.intake.count.number_words import PER_CENT
from ledger.intake.text.tokens import Token
from ledger.names import word_set

_PARTS = word_set(
    "half third thirds quarter quarters fifth fifths sixth sixths tenth tenths percent pct ارباع اخماس اسداس اعشار"
)
_PAIRS = frozenset({("per", "cent"), ("في", "المئه"), ("في", "المائه"), ("في", "الميه")})


def is_share(tokens: Sequence[Token], end: int) -> bool:
    """Whether the number that ends before token ``end`` tells a share."""
    words = [token.word for token in tokens[end : end + 2]]
    return bool(words) and (words[0] == "%" or words[0] in _PARTS | PER_CENT or tuple(words) in _PAIRS)
