"""A reason in words, as a reviewer may type it instead of tapping it: its code or its name in either language. Pure."""

from __future__ import annotations

import re

from bot.texts import LANGUAGES, texts_in
from desk.correction_words import REASONS
from ledger.domain.values import ReasonCode
from ledger.intake.text.normalise import fold

REJECT_REASONS = (ReasonCode.ENTRY_ERROR, ReasonCode.DUPLICATE_REMOVED, ReasonCode.RECLASSIFIED,
                  ReasonCode.SOURCE_CORRECTED, ReasonCode.SOURCE_WITHDREW, ReasonCode.SCOPE_CHANGED,
                  ReasonCode.NONE_GIVEN)  # fmt: skip

_LONGEST = 5
"""Words; more are a report or a remark."""

_MORE = (("no reason", ReasonCode.NONE_GIVEN), ("بلا سبب", ReasonCode.NONE_GIVEN), ("بدون سبب", ReasonCode.NONE_GIVEN))


def reason_of(words: str) -> ReasonCode | None:
    """The reason that the words name; None where they name none, or say more than that."""
    said = " ".join(re.findall(r"\w+", fold(words).lower))
    if said in _NAMES:
        return _NAMES[said]
    if not said or len(said.split()) > _LONGEST:
        return None
    return next((code for name, code in _NAMED if re.search(rf"(?:^| )(?:ال)?{re.escape(name)}", said)), None)


def _names() -> dict[str, ReasonCode]:
    """Codes and what buttons call them."""
    labels = [(texts_in(language)(f"reason-{code.value}"), code) for language in LANGUAGES for code in ReasonCode]
    named = [
        *labels,
        *((code.value, code) for code in ReasonCode),
        *((c.value.replace("_", " "), c) for c in ReasonCode),
    ]
    return {" ".join(re.findall(r"\w+", fold(name).lower)): code for name, code in [*named, *_MORE]}


_NAMES = _names()
_NAMED = [(fold(name).lower, ReasonCode(code)) for name, code in REASONS if ReasonCode(code) in REJECT_REASONS]
