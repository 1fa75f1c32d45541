"""Reasons as people and files write them: a code, and the number it explains."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ledger.domain.values import Reason, ReasonCode
from ledger.errors import ReasonUnknown

_AMOUNT = re.compile(r"[+−-]?\d{1,9}")
_LOWERS = frozenset(
    {
        ReasonCode.FOUND_ALIVE,
        ReasonCode.DUPLICATE_REMOVED,
        ReasonCode.SOURCE_WITHDREW,
    }
)
"""Reasons that can only lower a number: an amount without a sign means that many fewer."""


def reasons_of(given: Sequence[str] | None) -> tuple[Reason, ...]:
    """``found_alive=4`` to a coded reason; raises ``ReasonUnknown`` with the list of codes."""
    return tuple(_reason(words) for words in given or ())


def _reason(words: str) -> Reason:
    name, equals, amount = words.partition("=")
    code = name.strip().casefold().replace("-", "_").replace(" ", "_").replace("→", "to")
    known = [reason.value for reason in ReasonCode]
    if code not in known or (equals and not _AMOUNT.fullmatch(amount.strip())):
        raise ReasonUnknown(words, known)
    if not equals:
        return Reason(code=ReasonCode(code))
    number = int(amount.strip().replace("−", "-"))
    if not amount.strip().startswith(("+", "-", "−")) and ReasonCode(code) in _LOWERS:
        number = -number
    return Reason(code=ReasonCode(code), amount=number)
