"""One spelling for matching, with the way back to every code point of the text as given."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

_SAME = {
    "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‟": '"', "″": '"',
    "‘": "'", "’": "'", "‚": "'", "`": "'", "´": "'", "ʼ": "'",
    "–": "–", "—": "–", "−": "-", "‐": "-", "‑": "-",
    "،": ",", "؛": ";", "؟": "?", "٬": ",", "٫": ".", "٪": "%", "…": ".",
    "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ی": "ي", "ة": "ه", "ک": "ك", "ڪ": "ك", "ھ": "ه", "ہ": "ه",
    "ۀ": "ه", "ۃ": "ه", "ە": "ه", "ے": "ي", "۔": ".", "ʿ": "'", "ʾ": "'", "ʻ": "'", "\r": "\n",
    "\u2028": "\n", "\u2029": "\n", "\u0085": "\n", "\v": "\n", "\f": "\n",
}  # fmt: skip

_HIDDEN = re.compile(
    "[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u0300-\u036f\u0610-\u061a\u0640\u064b-\u065f\u0670"
    "\u06d6-\u06ed\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff\ufff9-\uffff]+"
    "|(?<=\u0640) (?=\u0640)"  # a word hidden from filters: "مقـ ـتل"
)
"""Controls, direction marks, vowel signs and tatweel: nothing that a word is told apart by here."""

_SHAPED = re.compile("[\ufb00-\ufb06\ufb50-\ufdfd\ufe70-\ufefc\uff01-\uff5e]")
"""Letters that are another one in some shape: joined Latin, Arabic as it is drawn in a word, full width."""

_SEATED = {"ي": "ئ", "ى": "ئ", "ی": "ئ", "و": "ؤ"}
_HAMZA = re.compile("([يىیو])([\u0610-\u061a\u064b-\u0653\u0655-\u065f\u0670]*\u0654)")
"""A hamza written apart from the letter it sits on."""

_SPLIT_COUNT = re.compile(r":[ \t]*\n\s*(?=\d[\d,]*[ \t]*(?:\n|$))|\n[ \t]*(?=: ?\d)")
"""A label at the end of a line whose number stands alone on the next one, or whose colon does."""


@dataclass(frozen=True)
class Folded:
    """A text in one spelling; ``text`` keeps its case, ``lower`` is as long as ``text``."""

    raw: str
    text: str
    lower: str
    _kept: tuple[int, ...]  # where each kept run starts in ``text``
    _from: tuple[int, ...]  # and in ``raw``

    def origin(self, place: int) -> int:
        """The code point of ``raw`` that stands at ``place`` of ``text``."""
        run = bisect_right(self._kept, place) - 1
        return self._from[run] + place - self._kept[run]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Code points [start, end) of ``raw`` for a passage of ``text``, its last letter's marks included."""
        first, last = self.origin(start), self.origin(end - 1) + 1
        marks = _HIDDEN.match(self.raw, last)
        if marks and unicodedata.category(self.raw[last]) == "Mn":
            last += 1
        return first, last

    def place(self, first: int, last: int) -> tuple[int, int]:
        """The passage of ``text`` that code points [first, last) of ``raw`` were read as."""
        return self._read_as(first), self._read_as(last - 1) + 1

    def _read_as(self, origin: int) -> int:
        run = bisect_right(self._from, origin) - 1
        end = self._kept[run + 1] if run + 1 < len(self._kept) else len(self.text)
        return min(self._kept[run] + origin - self._from[run], max(end - 1, 0))

    def opened(self, places: Sequence[int]) -> Folded:
        """With a space put in before each of these places (rising) of ``text``; no letter leads anywhere else."""
        if not places:
            return self
        kept = [at + bisect_right(places, at) for at in self._kept]
        runs = [*zip(kept, self._from, strict=True)]
        runs += [(at + nth, self.origin(at)) for nth, at in enumerate(places, 1)]
        runs = sorted(dict(sorted(runs)).items())
        return Folded(
            self.raw, _spaced(self.text, places), _spaced(self.lower, places),
            tuple(at for at, _ in runs), tuple(origin for _, origin in runs),
        )  # fmt: skip


def _spaced(text: str, places: Sequence[int]) -> str:
    edges = [0, *places, len(text)]
    return " ".join(text[first:last] for first, last in pairwise(edges))


def fold(raw: str) -> Folded:
    """Read every digit as 0-9 (not superscripts), every quote and space as one, letters in one spelling.

    Letters with an accent, of full width, and Arabic ones in the shape they have in a word (as a PDF gives them) are
    the plain ones; one that stands for two ("ﻻ") is both, and both lead back to it.
    """
    table, wide = _letters(raw)
    plain = _HAMZA.sub(lambda seat: _SEATED[seat[1]] + seat[2], raw) if "\u0654" in raw else raw
    plain = plain.translate(table)
    cut = re.compile(f"{_HIDDEN.pattern}|[{''.join(wide)}]") if wide else _HIDDEN
    kept, origin, pieces, length, last = [0], [0], [], 0, 0
    for found in cut.finditer(plain):
        pieces.append(plain[last : found.start()])
        length += found.start() - last
        last = found.end()
        for letter in wide.get(found[0], ""):
            kept.append(length)
            origin.append(found.start())
            pieces.append(letter)
            length += 1
        kept.append(length)
        origin.append(last)
    pieces.append(plain[last:])
    text = _SPLIT_COUNT.sub(lambda gap: gap[0].replace("\n", " "), "".join(pieces))
    lower = text.lower()
    if len(lower) != len(text):
        lower = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    return Folded(raw, text, lower, tuple(kept), tuple(origin))


def _letters(raw: str) -> tuple[dict[int, str], dict[str, str]]:
    """What each letter beyond ASCII in the text is read as, and those that are read as several."""
    table: dict[int, str] = {13: "\n"}
    wide: dict[str, str] = {}
    for letter in set(raw):
        if letter < "\x80":
            continue
        decimal = unicodedata.decimal(letter, None)
        if decimal is not None:
            table[ord(letter)] = str(decimal)
        elif letter in _SAME:
            table[ord(letter)] = _SAME[letter]
        elif unicodedata.category(letter) == "Zs":
            table[ord(letter)] = " "
        elif len(read := _plain(letter)) == 1:
            table[ord(letter)] = read
        else:
            wide[letter] = read
    return table, wide


def _plain(letter: str) -> str:
    """The letter, or letters, without accent, full width or the shape that it has in a word."""
    if (letter < "\u0250" or "\u1e00" <= letter <= "\u1eff") and letter.isalpha():
        base = unicodedata.normalize("NFD", letter)[0]
    elif _SHAPED.match(letter) and unicodedata.category(letter)[0] in "LP":
        base = _HIDDEN.sub("", unicodedata.normalize("NFKC", letter)).strip()
    else:
        return letter
    return "".join(_SAME.get(part, part) for part in base)
