"""A draft's number before a correction: "2 place Jasim", "2: killed 5", "٢ القتلى ٥"."""

from __future__ import annotations

import re

from ledger.intake.text.normalise import fold

_NUMBER = re.compile(r"^\s*[#(]?(\d{1,3})\s*[).:،,]?\s+(?=[^\W\d])")


def numbered(words: str) -> tuple[int | None, str]:
    """The number, None where there is none, and the words after it. "5 killed" is a figure, not a draft's number."""
    plain = fold(words)
    found = _NUMBER.match(plain.text)
    if not found:
        return None, words
    after = words[plain.span(0, found.end())[1] :]
    return (int(found[1]), after) if len(after.split()) > 1 else (None, words)
