"""Plain questions for a toll, in English and Arabic: "toll in Yarmouk Basin?", "حصيلة حوض اليرموك؟". Pure."""

from __future__ import annotations

import re

from ledger.intake.text.normalise import fold

_ENDS = re.compile(r"[\s?؟!.]+$")
_MARKED = re.compile(r"[?؟]\s*$")
_ASKS = re.compile(
    r"^(?:what(?:'s| is| was)? (?:the )?|what about (?:the )?|show (?:me )?(?:the )?|the )?"
    r"(?:(?:death |current )?toll|casualties|deaths|how many (?:people )?(?:were |have been |are )?"
    r"(?:killed|dead|died|injured|wounded))"
    r"(?: now)?(?: (?:in|of|for|at|from))? (?P<place>.+)$"
)
_ASKS_ARABIC = re.compile(
    r"^(?:(?:ما|كم|ماهي|ما هي) (?:هي )?)?"
    r"(?:حصيله|عدد|حصيله القتلي|قتلي|قتيل\w*|قتيلا|شهيد\w*|جريح\w*)(?: (?:القتلي|الضحايا|الشهداء|الجرحي|الحرب))?"
    r"(?: سقطوا| سقط)?(?: في| ب| الي)? (?P<place>.+)$"
)
_HOLDS_A_FIGURE = re.compile(r"\d")


def place_asked(text: str) -> str | None:
    """The words for a place where a text asks for its toll; None where it tells rather than asks."""
    if "\n" in text.strip() or len(text) > 200:
        return None
    plain = fold(text.strip())
    marked = bool(_MARKED.search(plain.text))
    if _HOLDS_A_FIGURE.search(plain.text) and not marked:
        return None
    bare = _ENDS.sub("", plain.lower)
    for pattern in (_ASKS, _ASKS_ARABIC):
        found = pattern.match(bare)
        if found and (marked or len(bare.split()) <= 6):
            start, end = plain.span(*found.span("place"))
            return plain.raw[start:end].strip() or None
    return None
