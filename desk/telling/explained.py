"""Why each draft is there, and what was not drafted, for a person at a terminal.

Offsets stand before the words, and the words last on their line, so that Arabic runs undisturbed.
"""

from __future__ import annotations

from collections.abc import Iterator

from desk.telling.drafts import lines_of
from ledger.intake.drafts import Evidence, Explained, Passage, Reading

_LONGEST = 160
_FIELDS = {"actor": "by", "target": "against", "means": "with", "attribution": "says who", "period_start": "since"}


def explained_lines(found: Reading, text: str) -> Iterator[str]:
    """Each draft with the rule and the words behind it; then passages that a rule kept out, and numbers left out."""
    why = found.explanation
    if why is None:
        return
    for draft, explained in zip(found.drafts, why.drafts, strict=True):
        yield from lines_of(draft)
        yield from _draft(explained, text)
    if why.vetoed:
        yield "Kept from becoming a draft"
    for it in why.vetoed:
        yield f"     {it.rule}: {it.means}"
        if it.word is not None and it.word.passage is not None:
            yield f"       {'by':<10} {_lists(it.word)}{_said(it.word.passage, text)}"
        yield f"       {'passage':<10} {_said(it.passage, text)}"
    if why.left_out:
        yield "Numbers of people that no draft took"
    for left in why.left_out:
        yield f"     {'number':<12} {_said(left.number, text)}"
        yield f"       {'in':<10} {_said(left.around, text)}"


def _draft(explained: Explained, text: str) -> Iterator[str]:
    yield f"     {'why':<10} rule “{explained.rule}”: {explained.means}"
    for it in (*([explained.word] if explained.word else ()), *explained.evidence):
        yield from _evidence(it, text)
    for flag, meaning in explained.flags:
        yield f"       {'flag':<10} {flag}: {meaning}"
    for passage in explained.joined:
        yield f"       {'told again':<10} {_said(passage, text)}"


def _evidence(it: Evidence, text: str) -> Iterator[str]:
    about = " · ".join(part for part in (it.meaning, it.rule) if part)
    said = f"{_lists(it)}{_said(it.passage, text)}" if it.passage else "not told here"
    yield f"       {_FIELDS.get(it.field, it.field):<10} {about + ' · ' if about else ''}{said}"


def _lists(it: Evidence) -> str:
    return f"[{', '.join(it.lists)}] " if it.lists else ""


def _said(passage: Passage, text: str) -> str:
    """Offsets, line and words of a passage, the words last."""
    start, end = passage.span
    line = text.count("\n", 0, start) + 1
    words = " ".join(passage.words.split())
    return f"{start}-{end} (line {line}) “{words[:_LONGEST]}{'…' if len(words) > _LONGEST else ''}”"
