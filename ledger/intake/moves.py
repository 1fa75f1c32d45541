"""Why, and from what, a stated toll moved."""

from __future__ import annotations

from ledger.intake.clauses import Sentence
from ledger.intake.counts import Figure
from ledger.intake.lexicon import Tag


def previous_of(sentence: Sentence, figure: Figure) -> int | None:
    """The 62 of "from 62 to 58"; the 359 of "revised down …, who had put it at 359"."""
    tokens = sentence.tokens
    for at in range(max(0, figure.first - 4), figure.first):
        if tokens[at].word in ("from", "من") and at + 1 < len(tokens) and tokens[at + 1].is_number:
            return _plain(tokens[at + 1].text)
    for at in range(figure.last, len(tokens) - 2):
        if tokens[at].word in ("put", "previous", "earlier", "سابقه") and any(t.is_number for t in tokens[at : at + 6]):
            return _plain(next(t.text for t in tokens[at : at + 6] if t.is_number))
    return None


def _plain(text: str) -> int | None:
    digits = text.replace(",", "")
    return int(digits) if digits.isdigit() and len(digits) < 10 else None


def reasons_of(sentence: Sentence, toll: Figure, mains: list[Figure]) -> list[tuple[Tag, Figure | None]]:
    """Words for why the total moved, each with the figure next to it."""
    found: list[tuple[Tag, Figure | None]] = []
    for tag in sentence.named("reason", first=toll.end):
        near = [
            figure
            for figure in mains
            if figure.at >= toll.end
            and figure.low is not None
            and figure.low == figure.high
            and figure.at <= tag.last + 4
            and tag.first - figure.last <= 6
        ]
        found.append((tag, near[-1] if near else None))
        for figure in near[-1:]:
            figure.role = ""
    return found
