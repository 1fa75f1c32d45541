"""Signs that bound a number, as short messages write them: "~20", "20+", ">20", "≤20"."""

from __future__ import annotations

from ledger.domain.values import Quantifier
from ledger.intake.count.figures import Figure
from ledger.intake.count.nouns import bound
from ledger.intake.text.clauses import Sentence

_BEFORE = {
    "~": Quantifier.ABOUT, "≈": Quantifier.ABOUT, "±": Quantifier.ABOUT, ">": Quantifier.MORE_THAN,
    "≥": Quantifier.AT_LEAST, "<": Quantifier.UP_TO, "≤": Quantifier.UP_TO,
}  # fmt: skip
_QUOTES = frozenset({">", "<"})  # at the head of a line, the mark of a quotation


def bound_by_sign(sentence: Sentence, figure: Figure) -> None:
    """Take the bound from a sign that touches the number; a number with a bound in words keeps it."""
    tokens, at = sentence.tokens, figure.at
    before = tokens[at - 1] if at else None
    if figure.last < len(tokens) and tokens[figure.last].text == "+" and tokens[figure.last].glued:
        figure.last += 1
        sign = Quantifier.AT_LEAST
    elif (
        before and before.text in _BEFORE and before.end == tokens[at].start and (at > 1 or before.text not in _QUOTES)
    ):
        figure.first = min(figure.first, at - 1)
        sign = _BEFORE[before.text]
    else:
        return
    if figure.qualifier is Quantifier.EXACT:
        bound(figure, sign)
