"""Short words on their way into an event: fit as they are, or kept out because they could point at a person."""

from __future__ import annotations

from pydantic import ValidationError

from ledger.domain.values import CodedText, Value
from ledger.errors import WordsUnfit

LONGEST = 300


class _Words(Value):
    text: CodedText


def coded(text: str | None) -> str | None:
    """Words of a report fit for an event, shortened; None where they could identify somebody and stay in the vault."""
    if not text:
        return None
    try:
        return _Words(text=" ".join(text.split())[:LONGEST]).text
    except ValidationError:
        return None


def fit_words(field: str, text: str) -> str:
    """Words that a person types for an event, whole. Raises ``WordsUnfit`` naming the field."""
    try:
        return _Words(text=text).text
    except ValidationError as unfit:
        raise WordsUnfit(field, text) from unfit
