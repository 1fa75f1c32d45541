"""Numbers as written: digits, number words in both languages, ranges."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ledger.domain.values import LARGEST_COUNT
from ledger.intake.normalise import fold
from ledger.intake.tokens import Token

_UNITS_EN = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_TENS_EN = "twenty thirty forty fifty sixty seventy eighty ninety"
_ARABIC: dict[int, str] = {
    1: "واحد واحده", 2: "اثنان اثنين اثنتان اثنتين", 3: "ثلاثه ثلاث", 4: "اربعه اربع", 5: "خمسه خمس", 6: "سته ست",
    7: "سبعه سبع", 8: "ثمانيه ثمان ثماني", 9: "تسعه تسع", 10: "عشره عشر", 20: "عشرون عشرين", 30: "ثلاثون ثلاثين",
    40: "اربعون اربعين", 50: "خمسون خمسين", 60: "ستون ستين", 70: "سبعون سبعين", 80: "ثمانون ثمانين",
    90: "تسعون تسعين", 100: "مئه مائه", 200: "مئتان مئتين مائتان مائتين",
}  # fmt: skip
WORDS: dict[str, int] = {word: value for value, word in enumerate(_UNITS_EN.split())}
WORDS |= {word: 20 + 10 * place for place, word in enumerate(_TENS_EN.split())}
WORDS |= {fold(word).text: value for value, words in _ARABIC.items() for word in words.split()}
_SCALES = {
    "dozen": 12,
    "hundred": 100,
    "thousand": 1000,
    "million": 10**6,
    "الف": 1000,
    "الاف": 1000,
    "مليون": 10**6,
    "مئه": 100,
}
_SCALES |= dict.fromkeys(("billion", "مليار", "مليارا", "مليارات", "بليون"), 10**9) | {"trillion": 10**12}
_ORDINALS = frozenset({"st", "nd", "rd", "th"})
_LEAST, _ALONE = 100, 10**6  # words for a scale that "a" may lead, and that need nothing before them in Arabic
_PLAIN = re.compile(r"\d+(?:\.\d+)?")


def number_at(tokens: Sequence[Token], at: int) -> tuple[int, int] | None:
    """The number that begins at a token, and the token after it; ``None`` where there is none that counts."""
    token = tokens[at]
    if token.text == "/" and at + 2 < len(tokens) and tokens[at + 1].is_number and tokens[at + 2].text == "/":
        inner = number_at(tokens, at + 1)
        return (inner[0], at + 3) if inner and inner[1] == at + 2 else None
    if token.is_number:
        return None if _is_designation(tokens, at) else _digits(tokens, at)
    if token.is_word:
        return _rounded(tokens, at) or _in_words(tokens, at)
    return None


def _is_designation(tokens: Sequence[Token], at: int) -> bool:
    """ "F-16", "Mi-24", "M777", "mid-2018": the number is part of a Latin name, and of what hangs on it."""
    before = tokens[at - 1] if at else None
    if before is None or not tokens[at].glued:
        return False
    return before.is_word and before.text[0].isascii() and tokens[at].text.isdigit()


def _rounded(tokens: Sequence[Token], at: int) -> tuple[int, int] | None:
    """ "A dozen", "a hundred", "half a dozen"."""
    words = [token.word for token in tokens[at : at + 3]]
    if words == ["half", "a", "dozen"]:
        return 6, at + 3
    whole = len(words) > 1 and words[0] == "a" and words[1] in ("dozen", "hundred", "thousand", "million")
    return (_SCALES[words[1]], at + 2) if whole else None


def _digits(tokens: Sequence[Token], at: int) -> tuple[int, int] | None:
    plain = tokens[at].text.replace(",", "")
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if following and following.glued and following.is_word and following.word in _ORDINALS:
        return None
    scale = _SCALES.get(following.word, 1) if following and following.is_word else 1
    if not _PLAIN.fullmatch(plain):
        return None
    if scale == 1 and ("." in plain or len(plain) > 18):
        return (LARGEST_COUNT, at + 1) if "." not in plain else None
    value = round(float(plain) * scale) if scale > 1 and len(plain) < 10 else int(plain.split(".")[0][:18])
    return min(value, LARGEST_COUNT), at + (2 if scale > 1 else 1)


def _in_words(tokens: Sequence[Token], at: int) -> tuple[int, int] | None:
    total = current = 0
    place, seen = at, False
    while place < len(tokens) and tokens[place].is_word:
        word = tokens[place]
        value = next((WORDS[form] for form in word.forms if form in WORDS), None)
        led = seen or _is_led(tokens, at)
        scale = next((_SCALES[form] for form in word.forms if form in _SCALES), None) if led else None
        if scale is not None and scale > 1:
            current = max(current, 1) * scale
            if scale >= 1000:
                total, current = total + current, 0
        elif value is not None and (not seen or _continues(tokens, place, current, value)):
            current += value
        elif not (
            seen
            and word.word == "and"
            and place + 1 < len(tokens)
            and current % 100 == 0
            and current
            and tokens[place + 1].word in WORDS
        ):
            break
        seen = True
        place += 1
    return (min(total + current, LARGEST_COUNT), place) if seen else None


def _is_led(tokens: Sequence[Token], at: int) -> bool:
    """ "A million people", "مليار": a word for a scale that counts by itself."""
    alone = any(_SCALES.get(form, 0) >= _ALONE for form in tokens[at].forms) and tokens[at].text[0] >= "\u0600"
    return alone or (at > 0 and tokens[at - 1].word == "a" and _SCALES.get(tokens[at].word, 0) >= _LEAST)


def _continues(tokens: Sequence[Token], place: int, current: int, value: int) -> bool:
    """ "Twenty five", "hundred and five", "خمسة وعشرين": a part of another size follows the last one."""
    arabic = tokens[place].word.startswith("و")
    if arabic:
        return value >= 20 > current or (current >= 100 and value < 100)
    return (value < 10 <= 20 <= current % 100 and current % 10 == 0) or (
        current >= 100 and current % 100 == 0 and value < 100
    )
