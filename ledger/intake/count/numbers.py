"""Numbers as written: digits, number words in both languages, ranges."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ledger.domain.values import LARGEST_COUNT
from ledger.intake.text.normalise import fold
from ledger.intake.text.tokens import Token

_UNITS_EN = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_TENS_EN = "twenty thirty forty fifty sixty seventy eighty ninety"
_ARABIC: dict[int, str] = {
    1: "واحد واحده", 2: "اثنان اثنين اثنتان اثنتين اتنين تنين", 3: "ثلاثه ثلاث تلاته تلات", 4: "اربعه اربع",
    5: "خمسه خمس", 6: "سته ست", 7: "سبعه سبع", 8: "ثمانيه ثمان ثماني تمانيه تمن", 9: "تسعه تسع",
    10: "عشره عشر", 20: "عشرون عشرين",
    30: "ثلاثون ثلاثين", 40: "اربعون اربعين", 50: "خمسون خمسين", 60: "ستون ستين", 70: "سبعون سبعين",
    80: "ثمانون ثمانين", 90: "تسعون تسعين", 100: "مئه مائه", 200: "مئتان مئتين مئتا مئتي مائتان مائتين مائتا مائتي",
    1000: "الف الفا", 2000: "الفان الفين الفا الفي", 10**6: "مليون مليونا", 2 * 10**6: "مليونان مليونين مليوني",
}  # fmt: skip
_HUNDREDS = {3: "ثلاث", 4: "اربع", 5: "خمس", 6: "ست", 7: "سبع", 8: "ثمان ثماني", 9: "تسع"}
_TEENS: dict[str, int] = {"احد": 1, "احدي": 1, "اثنا": 2, "اثني": 2, "اثنتا": 2, "اثنتي": 2}
WORDS: dict[str, int] = {word: value for value, word in enumerate(_UNITS_EN.split())}
WORDS |= {word: 20 + 10 * place for place, word in enumerate(_TENS_EN.split())}
WORDS |= {fold(word).text: value for value, words in reversed(_ARABIC.items()) for word in words.split()}
WORDS |= {
    stem + hundred: value * 100
    for value, stems in _HUNDREDS.items()
    for stem in stems.split()
    for hundred in ("مئه", "مائه")
}
_SCALES = {
    "dozen": 12, "hundred": 100, "thousand": 1000, "million": 10**6, "مئه": 100, "مائه": 100, "الف": 1000, "الفا": 1000,
    "الاف": 1000, "مليون": 10**6, "مليونا": 10**6, "ملايين": 10**6,
}  # fmt: skip
_SCALES |= dict.fromkeys(("billion", "مليار", "مليارا", "مليارات", "بليون"), 10**9) | {"trillion": 10**12}
BEGIN = frozenset({*WORDS, *_TEENS, *_SCALES, "a", "half"})
"""Every word that a number in words may begin with."""
_ORDINALS = frozenset({"st", "nd", "rd", "th"})
_DECIMAL = re.compile(r"(?<!\d)(\d++),(\d\d?)$")
_LEAST, _ALONE = 100, 10**6  # words for a scale that "a" may lead, and that need nothing before them in Arabic
_PLAIN = re.compile(r"\d+(?:\.\d+)?")


def number_at(tokens: Sequence[Token], at: int) -> tuple[int, int] | None:
    """The number that begins at a token, and the token after it; ``None`` where there is none that counts."""
    token = tokens[at]
    if token.text == "/" and at + 2 < len(tokens) and tokens[at + 1].is_number and tokens[at + 2].text == "/":
        inner = number_at(tokens, at + 1)
        return (inner[0], at + 3) if inner and inner[1] == at + 2 else None
    if token.is_number:
        found = None if _is_designation(tokens, at) else _digits(tokens, at)
    else:
        found = (_rounded(tokens, at) or _in_words(tokens, at)) if token.is_word else None
    return found if found is None else _with_rest(tokens, *found)


def _with_rest(tokens: Sequence[Token], value: int, end: int) -> tuple[int, int]:
    """ "41 ألفا و500": what is left below the thousands, in digits."""
    rest = tokens[end + 1] if end + 1 < len(tokens) else None
    if value < 1000 or value % 1000 or rest is None or tokens[end].text != "و" or not tokens[end - 1].is_word:
        return value, end
    below = rest.text.replace(",", "")
    size = 10**6 if value % 10**6 == 0 else 1000
    if rest.is_number and rest.glued and below.isdecimal() and 100 <= int(below) < size:
        return value + int(below), end + 2
    return value, end


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
    plain = _DECIMAL.sub(r"\1.\2", tokens[at].text).replace(",", "")
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
        if value is None and place + 1 < len(tokens) and WORDS.get(tokens[place + 1].word) == 10:
            value = next((_TEENS[form] for form in word.forms if form in _TEENS), None)
        led = seen or _is_led(tokens, at)
        scale = next((_SCALES[form] for form in word.forms if form in _SCALES), None) if led else None
        if scale is not None and scale > 1:
            current = max(current, 1) * scale
            if scale >= 1000:
                total, current = total + current, 0
        elif value is not None and (not seen or _continues(tokens, place, total + current, value)):
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
    if tokens[place].word.startswith("و"):
        ones, tens = current % 10, current % 100
        return (20 <= value < 100 and 0 < tens == ones) or (
            tens == 0
            and current > 0
            and value < current
            and (value < 100 if current % 1000 else value < 1000 or current % 10**6 == 0)
        )
    if value == 10 and tokens[place].text[0] >= "\u0600":
        return 0 < current % 100 < 10  # "خمسة عشر"
    return (value < 10 <= 20 <= current % 100 and current % 10 == 0) or (
        current >= 100 and current % 100 == 0 and value < 100
    )
