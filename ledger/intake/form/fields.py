"""Labels with their values in a line: "Killed: 5 / Injured: 12 / Location: Hayt"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ledger.intake.form.keys import OTHER, Key, is_of_labels, key_of
from ledger.intake.text.lexicon import lexicon
from ledger.intake.text.tokens import WORD, Token, tokenise
from ledger.intake.time.dates import find_moments
from ledger.intake.time.moment import Moment

_WORD = rf"(?<![^\W\d_'*])(?P<word>{WORD})"
_MARKED = re.compile(rf"(?:{_WORD}|\d)\)?[ \t]*(?:[:=|?]|\t| [-–] )")
_MARK = re.compile(r"[:=|?\t]| [-–] ")
_DIGIT = re.compile(r"\d")
_NUMBERED = re.compile(rf"{_WORD}[ \t]+\d")
_MARKS = frozenset(":=|?")
_STRONG = frozenset(":=?")
_DASHES = frozenset("-–")
_APART = _MARKS | _DASHES
_DELIMITERS = frozenset("/,;|-–.•·")
_TRIMMED = " \t/,;|-–•·\\"
_REACH = 14  # tokens of a label, a date in it included
_LONGEST = 400  # code points of a line of fields
_LONGEST_TIME = 9  # tokens
_BARE = 80  # of one whose label has no mark: "Killed 5"
_UNKNOWN = re.compile(r"[^\W\d][^:=|\n]{0,40}?[ \t]*[:=|][ \t]*(?P<value>[^\n]*)")


@dataclass(frozen=True, slots=True)
class Field:
    """A label and its value, which stands at ``start``..``end`` of the folded text; ``start == end`` = left blank."""

    key: Key
    label: tuple[int, int]
    start: int
    end: int
    since: Moment | None = None  # of "Killed since 19 July: 62"


def fields_of(text: str, lower: str, start: int, end: int, published: date | None) -> list[Field]:
    """The fields of the line ``text[start:end]``, in order; none where it has no label that is known."""
    likely = end - start <= _LONGEST and _ends_label(_MARKED, lower, start, min(end + 1, len(text)), _MARK)
    if not likely and not (end - start <= _BARE and _ends_label(_NUMBERED, lower, start, end, _DIGIT)):
        return []
    tokens = tokenise(text, lower, lexicon().hidden, start, end)
    labels = list(_labels(text, lower, tokens, published))
    found: list[Field] = []
    for at, (first, mark, key, since) in enumerate(labels):
        value = tokens[mark].end if tokens[mark].text in _APART else tokens[mark - 1].end
        last = tokens[labels[at + 1][0]].start if at + 1 < len(labels) else end
        begin, stop = _trimmed(text, value, last)
        found.append(Field(key, (tokens[first].start, tokens[mark - 1].end), begin, stop, since))
    return found


def _ends_label(pattern: re.Pattern[str], lower: str, start: int, end: int, mark: re.Pattern[str]) -> bool:
    """Whether a mark stands behind a word of labels, or behind what may be the day in one: told without tokens."""
    if not mark.search(lower, start, end):
        return False  # most lines, and soon told
    for found in pattern.finditer(lower, start, end):
        word, before = found["word"], lower[start : found.start()]
        if word is None or is_of_labels(word) or before.endswith("-") or any(map(str.isdigit, before)):
            return True  # "k-illed" is one word, and told by its tokens only
    return False


def unknown_field(text: str, start: int, end: int) -> Field | None:
    """The line as a field whose label is not known."""
    found = _UNKNOWN.match(text, start, end)
    if found is None:
        return None
    return Field(OTHER, (start, found.start("value")), *_trimmed(text, found.start("value"), end))


def _labels(
    text: str, lower: str, tokens: list[Token], published: date | None
) -> Iterator[tuple[int, int, Key, Moment | None]]:
    """First token, token of the mark, key and time of every label."""
    floor = 0
    for mark in range(1, len(tokens) + 1):
        kind = _mark(text, tokens, mark)
        if not kind:
            continue
        firsts = [at for at in range(max(floor, mark - _REACH), mark) if _may_begin(text, tokens, at, kind, floor)]
        for first in sorted(firsts, key=lambda at: (not _is_led(text, tokens, at, floor), at)):
            if _says_more(tokens, first, mark):
                continue
            since = _since(lower, tokens[first].start, tokens[mark - 1].end, published)
            dated = frozenset(
                at for at, token in enumerate(tokens[first:mark]) if since and since.start <= token.start < since.end
            )
            key = key_of(tokens[first:mark], dated)
            if key is not None:
                yield first, mark, key, since
                floor = mark + 1
                break


def _says_more(tokens: list[Token], first: int, mark: int) -> bool:
    """Whether the words are more than a label and a time in it, as most are: told before a time is looked for."""
    words = [at for at in range(first, mark) if tokens[at].is_word]
    unknown = [at for at in words if not is_of_labels(tokens[at].word)]
    return len(unknown) == len(words) or (bool(unknown) and unknown[-1] - unknown[0] > _LONGEST_TIME)


def _mark(text: str, tokens: list[Token], at: int) -> str:
    """What parts a label from its value here: ":", "=", "|", "?", a dash set apart, a tab, or that a number follows."""
    before = tokens[at - 1]
    if at == len(tokens):
        return ""
    token = tokens[at]
    if token.text in _MARKS:
        return token.text if token.text != "?" or at + 1 < len(tokens) else ""
    apart = text[before.end : token.start]
    if token.text in _DASHES and apart:
        return "-"
    if token.is_number and before.is_word and not _in_label(tokens, at):
        return "5"
    return "\t" if "\t" in apart else ""


def _in_label(tokens: list[Token], at: int) -> bool:
    """Whether the number is part of a label whose mark follows: "Killed since 19 July 2018:", "Phone 2:"."""
    for mark in range(at + 1, min(at + _REACH, len(tokens))):
        if tokens[mark].text in _DELIMITERS:
            return False
        if tokens[mark].text in _STRONG:
            return key_of(tokens[at + 1 : mark]) is None
    return False


def _may_begin(text: str, tokens: list[Token], at: int, kind: str, floor: int) -> bool:
    """A label begins a line or follows a delimiter; one with a colon may also follow a value right away."""
    return tokens[at].is_word and (kind in _STRONG or _is_led(text, tokens, at, floor))


def _is_led(text: str, tokens: list[Token], at: int, floor: int) -> bool:
    if at == floor and at == 0:
        return True
    before = tokens[at - 1]
    gap = text[before.end : tokens[at].start]
    return before.text in _DELIMITERS or "\t" in gap or len(gap) > 1


def _since(lower: str, start: int, end: int, published: date | None) -> Moment | None:
    """The time named in a label."""
    if not any(letter.isdigit() for letter in lower[start:end]):
        return None
    return next((m for m in find_moments(lower, start, end, published) if m.first is not None), None)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The value without spaces and delimiters around it; a sign before a number is part of it."""
    while start < end and (text[start].isspace() or (text[start] in _TRIMMED and not _is_sign(text, start, end))):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in _TRIMMED + "."):
        end -= 1
    return start, max(start, end)


def _is_sign(text: str, at: int, end: int) -> bool:
    return text[at] in "-–" and at + 1 < end and text[at + 1].isdigit()
