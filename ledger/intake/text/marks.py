"""Marks that are no words of the report: web addresses, user names, bold print, hashtags, emoji, thread numbers.

What is left out becomes spaces of the same length, so that nothing else moves; only a hashtag of several words
("#YarmoukBasin") gains spaces between them. Quotes are cut from the text as given and keep the marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from ledger.intake.text.normalise import Folded

EMOJI = "\u2600-\u2793\u2b00-\u2b04\u2b06-\u2bff\U0001f000-\U0001faff"
"""Symbols without a meaning of their own, for a character class; arrows are none of them ("62 ➡ 58")."""

SYMBOL = re.compile(f"[{EMOJI}]")

_WEB = r"(?:https?://|www\.|\b(?:t|wa|telegram)\.me/)[^\s<>\"]+"
_ENDINGS = "(?:com|org|net|info|gov|edu|int|io|ly|gl)"
_BARE = rf"(?<![\w@/.])(?:[a-z0-9-]{{1,63}}\.){{1,9}}{_ENDINGS}(?:\.[a-z]{{2}})?/[^\s<>\"]*"
_ADDRESS = f"{_WEB}|{_BARE}"
_LINK = re.compile(rf"\[(?P<words>[^\[\]\n]*)\]\((?:{_ADDRESS}|#[^\s()]*)\)?", re.IGNORECASE)
_NO_WORDS = [
    (re.compile(sign), re.compile(pattern, re.IGNORECASE))
    for sign, pattern in (
        ("@", r"(?:\bRT +)?(?<![\w/.])@\w[\w.]*:?|(?<![\w.])[\w.+-]{1,64}@[\w-]+\.[\w.-]+"),
        (r"://|www\.|\.me/", _WEB),
        (r"\.[a-z]{2,4}/", _BARE),
        (r"\\", r"\\(?=[*_~#>\[\]().!+-])"),  # an escape before a mark
        ("#", r"(?m:^[ \t]*\#{1,6}(?=[ \t]))"),  # a heading
        ("[*_~]", r"(?m:[ \t][*_~]+[ \t]*$)"),
    )
]
"""What is no word, each kind with what stands in it wherever it does, in small letters."""

_BOLD = re.compile(r"(?<![\w*_~])(?P<open>[*_~]{1,3})(?=\S)[^\n*]{1,300}?(?<=\S)(?P<close>(?P=open))(?![\w*~])")
_TAG = re.compile(r"#(?=[^\W\d])\w+")
_IN_TAG = re.compile(r"[_\d]")
_CASE_TURNS = re.compile(r"(?<=[a-z])(?=[A-Z])")
_INLINE = re.compile(rf"(?<=\S)[ \t]*[{EMOJI}]+")
_BOX = "\u20e3"
_BOXED = re.compile(f"(?<=[0-9]){_BOX}")
_NUMBERED = re.compile(r"^[ \t]*(?P<mark>\(?(?P<number>\d{1,2})(?:\u20e3|[.)](?=[ \t]*[^\W\d])))", re.MULTILINE)
_THREAD = re.compile(
    r"^[ \t]*[(\[]?(?P<at>\d{1,2})/(?P<of>\d{1,2})(?=[)\] \t:.-])[)\]]?"
    r"|(?<=\s)[(\[]?(?P<at2>\d{1,2})/(?P<of2>\d{1,2})[)\]]?[ \t]*$",
    re.MULTILINE,
)


def unmarked(folded: Folded) -> Folded:
    """The text with such marks as spaces, and one bullet for the numbers of a numbered list."""
    text = folded.text
    left_out = [*_links(text), *(_thread_numbers(text) if "/" in text else ())]
    left_out += _spans(_INLINE, text) if SYMBOL.search(text) else []
    for sign, pattern in _NO_WORDS:
        left_out += _spans(pattern, text) if sign.search(folded.lower) else []
    left_out += _bold(_blanked(text, left_out)) if any(sign in text for sign in "*_~") else []
    items = list(_list_numbers(text))
    left_out += [*items, *(_spans(_BOXED, text) if _BOX in text else ())]
    tags = _spans(_TAG, _blanked(text, left_out))
    for start, end in tags:
        left_out.append((start, start + 1))
        left_out += [(start + at.start(), start + at.end()) for at in _IN_TAG.finditer(text[start:end])]
    turns = [start + at.start() for start, end in tags for at in _CASE_TURNS.finditer(text[start:end])]
    if not left_out:
        return folded
    bullets = [start for start, _ in items]
    plain = _blanked(text, left_out, bullets), _blanked(folded.lower, left_out, bullets)
    return replace(folded, text=plain[0], lower=plain[1]).opened(turns)


def _spans(pattern: re.Pattern[str], text: str) -> list[tuple[int, int]]:
    return [found.span() for found in pattern.finditer(text)]


def _blanked(text: str, spans: Iterable[tuple[int, int]], bullets: Iterable[int] = ()) -> str:
    letters = list(text)
    for start, end in spans:
        letters[start:end] = " " * (end - start)
    for at in bullets:
        letters[at] = "•"
    return "".join(letters)


def _links(text: str) -> Iterator[tuple[int, int]]:
    """What surrounds the words of a link: "[words](address)"."""
    for found in _LINK.finditer(text):
        yield found.start(), found.start("words")
        yield found.end("words"), found.end()


def _bold(text: str) -> Iterator[tuple[int, int]]:
    for found in _BOLD.finditer(text):
        yield found.span("open")
        yield found.span("close")


def _list_numbers(text: str) -> Iterator[tuple[int, int]]:
    """ "1.", "2)", "3" in a box at the head of lines that count on by one; any other number is a figure."""
    found = list(_NUMBERED.finditer(text))
    counted = [int(match["number"]) for match in found]
    for at, match in enumerate(found):
        if counted[at] - 1 in counted[max(0, at - 1) : at] or counted[at] + 1 in counted[at + 1 : at + 2]:
            yield match.span("mark")


def _thread_numbers(text: str) -> Iterator[tuple[int, int]]:
    """ "1/3", "2/3", "3/3" at the ends of lines; a single one may as well be a day, and is kept."""
    found = [(int(m["at"] or m["at2"]), int(m["of"] or m["of2"]), m.span()) for m in _THREAD.finditer(text)]
    told = {(at, of) for at, of, _ in found}
    for at, of, span in found:
        if at <= of and ((at - 1, of) in told or (at + 1, of) in told):
            yield span
