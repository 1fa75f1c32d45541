"""Numbers as written: digits, number words in both languages, both mixed ("41 ألفا و500")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction

from ledger.domain.values import LARGEST_COUNT
from ledger.intake.count.number_words import (
    BEGIN,
    COMPOUND_ONLY,
    DUAL_BEFORE_NOUN,
    HUNDRED,
    SCALES,
    SHARES,
    WORDS,
    after_and,
    is_arabic,
    is_counted,
    known_at,
    last_step,
    plain_at,
    scale_at,
)
from ledger.intake.text.tokens import Token

_ORDINALS = frozenset({"st", "nd", "rd", "th"})
_DECIMAL = re.compile(r"(?<!\d)(\d++),(\d\d?)$")
_PLAIN = re.compile(r"\d+(?:\.\d+)?")
_LARGEST_SCALE = 10**12
_DOZEN, _SMALLEST_LEFT = 12, 100  # what follows a scale in digits has three of them: "ألفا و500"
_SMALLEST_GLUED = 10  # "38 ألفا و47", but "ألف و5" may as well count on
_MOST_DIGITS = 18
_ENGLISH = {word: value for word, value in WORDS.items() if word.isascii()}
_GO_ON = frozenset({"dozen", "and"})
_ARTICLES = frozenset({"a", "an"})
_PART_OF = frozenset({"of", "among"})  # "two thousand, five hundred of them children"

Found = tuple[int, int]
"""A number, and the token after it."""


def number_at(tokens: Sequence[Token], at: int) -> Found | None:
    """The number that begins at a token, and the token after it; ``None`` where there is none that counts."""
    token = tokens[at]
    if token.is_word and token.word not in _ARTICLES and not known_at(tokens, at):
        return None
    if token.text == "/" and at + 2 < len(tokens) and tokens[at + 1].is_number and tokens[at + 2].text == "/":
        inner = number_at(tokens, at + 1)
        return (inner[0], at + 3) if inner and inner[1] == at + 2 else None
    if token.is_number and _is_designation(tokens, at):
        return None
    found = _plain(tokens, at) or _rounded(tokens, at) or _whole(tokens, at)
    if found and known_at(tokens, found[1]) in SHARES:
        share = _rounded(tokens, found[1])
        found = (found[0] * share[0], share[1]) if share else found  # "three quarters of a million"
    return (min(found[0], LARGEST_COUNT), found[1]) if found else None


def _is_designation(tokens: Sequence[Token], at: int) -> bool:
    """ "F-16", "Mi-24", "M777", "mid-2018": the number is part of a Latin name, and of what hangs on it."""
    before = tokens[at - 1] if at else None
    if before is None or not tokens[at].glued:
        return False
    return before.is_word and before.text[0].isascii() and tokens[at].text.isdigit()


def _plain(tokens: Sequence[Token], at: int) -> Found | None:
    """ "62 people", "five people": what no word goes on with, as most numbers are."""
    text, number = tokens[at].text, _ENGLISH.get(tokens[at].word)
    if number is None and not (tokens[at].is_number and text.isdecimal() and len(text) <= _MOST_DIGITS):
        return None
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    goes_on = (
        following is not None
        and following.is_word
        and (following.glued or not following.word.isascii() or following.word in _GO_ON or following.word in BEGIN)
    )
    return None if goes_on else (int(text) if number is None else number, at + 1)


def _rounded(tokens: Sequence[Token], at: int) -> Found | None:
    """ "A dozen", "a hundred and five", "half a million", "a quarter of a million", "نصف مليون"."""
    words = [token.word for token in tokens[at : at + 2]]
    if words[0] in _ARTICLES and len(words) > 1:
        if words[1] in SHARES:
            return _rounded(tokens, at + 1)
        if words[1] == "dozen":
            return _DOZEN, at + 2
        return _whole(tokens, at + 1, is_led=True) if words[1] in SCALES or words[1] in HUNDRED else None
    share = SHARES.get(known_at(tokens, at))
    if share is None:
        return None
    place = at + 1
    while place < len(tokens) and tokens[place].word in ("of", "a"):
        place += 1
    word = plain_at(tokens, place)
    scale = SCALES.get(word, 1) if word else _DOZEN if place < len(tokens) and tokens[place].word == "dozen" else 1
    return (scale // share, place + 1) if scale > 1 and word not in ("الاف", "ملايين", "مليارات") else None


def _whole(tokens: Sequence[Token], at: int, *, is_led: bool = False) -> Found | None:
    """Groups of falling size: "two million three hundred thousand and six", "41 ألفا و500"."""
    found = _group(tokens, at, is_led=is_led)
    while found is not None:
        total, end = found
        if total < 1000 or scale_at(tokens, end) < 1000:
            return found
        following = _next_group(tokens, end, total)
        if following is None:
            return found
        found = total + following[0], following[1]
    return None


def _next_group(tokens: Sequence[Token], end: int, total: int) -> Found | None:
    """The smaller group after a round number, where one goes on with it."""
    comma = end + 1 < len(tokens) and tokens[end].text == ","
    place = after_and(tokens, end)
    begin = place if place is not None else end + comma
    if begin >= len(tokens) or (place is None and is_arabic(tokens[end - 1].text)):
        return None
    if tokens[begin].is_number and place is None and not _is_scaled(tokens, begin):
        return None
    group = _group(tokens, begin)
    if group is None or group[0] >= last_step(total) or not group[0]:
        return None
    least = _SMALLEST_GLUED if tokens[begin - 1].text == "و" else _SMALLEST_LEFT
    if tokens[begin].is_number and group[1] == begin + 1 and group[0] < least:
        return None
    if comma and place is None and not _is_told_whole(tokens, begin, group[1]):
        return None
    return group


def _is_scaled(tokens: Sequence[Token], at: int) -> bool:
    return plain_at(tokens, at + 1) in SCALES


def _is_told_whole(tokens: Sequence[Token], begin: int, end: int) -> bool:
    """ "One thousand, two hundred people"; not "two thousand, five hundred of them children"."""
    large = any(tokens[place].word in SCALES or tokens[place].word in HUNDRED for place in range(begin, end))
    return large and not (end < len(tokens) and tokens[end].word in _PART_OF)


def _group(tokens: Sequence[Token], at: int, *, is_led: bool = False) -> Found | None:
    """A number below a thousand, or one in digits, with the scale it is told in."""
    begun = _digits(tokens, at) if tokens[at].is_number else _below_thousand(tokens, at, is_led=is_led)
    if begun is None:
        begun = _bare_scale(tokens, at, is_led=is_led)
    if begun is None:
        return None
    value, end = begun
    split = None if scale_at(tokens, end) >= 1000 else _half_after(tokens, end)
    if split and plain_at(tokens, split) in SCALES:
        value, end = value + Fraction(1, 2), split
    scale = 1
    while scale < _LARGEST_SCALE and plain_at(tokens, end) in SCALES:
        scale *= SCALES[plain_at(tokens, end)]
        end += 1
    if scale_at(tokens, end) >= 1000:
        split = _half_after(tokens, end)
        if split:
            value += Fraction(scale_at(tokens, end), 2 * scale)
            end = split + (known_at(tokens, split) in SCALES)
    whole = value * scale
    is_decimal = tokens[at].is_number and not tokens[at].text.replace(",", "").isdecimal()
    return (round(whole), end) if scale > 1 or (whole.denominator == 1 and not is_decimal) else None


def _half_after(tokens: Sequence[Token], at: int) -> int | None:
    """The token after "and a half" or "ونصف"; ``None`` where they do not stand here."""
    place = after_and(tokens, at)
    if place is None:
        return None
    if [token.word for token in tokens[place : place + 2]] == ["a", "half"]:
        return place + 2
    return place + 1 if known_at(tokens, place) == "نصف" else None


def _bare_scale(tokens: Sequence[Token], at: int, *, is_led: bool) -> tuple[Fraction, int] | None:
    """ "مليون", "ألفان", "a thousand"; "آلاف" and "thousand" alone are no number."""
    word = known_at(tokens, at)
    if is_arabic(word or "a"):
        value = WORDS.get(word, 0)
        if word in DUAL_BEFORE_NOUN and at + 1 < len(tokens) and is_counted(tokens[at + 1]):
            value *= 2
        return (Fraction(value), at + 1) if value >= 1000 else None
    led = is_led or (at > 0 and tokens[at - 1].word in _ARTICLES)
    return (Fraction(SCALES[word]), at + 1) if led and word in SCALES else None


def _digits(tokens: Sequence[Token], at: int) -> tuple[Fraction, int] | None:
    plain = _DECIMAL.sub(r"\1.\2", tokens[at].text).replace(",", "")
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if not _PLAIN.fullmatch(plain):
        return None
    if following and following.glued and following.word in _ORDINALS:
        return None
    if len(plain) > _MOST_DIGITS:
        return (Fraction(LARGEST_COUNT), at + 1) if "." not in plain else None
    word = plain_at(tokens, at + 1)
    if word in HUNDRED:
        return Fraction(plain) * 100, at + 2
    if following and following.word == "dozen":
        return Fraction(plain) * _DOZEN, at + 2
    return Fraction(plain), at + 1


def _below_thousand(tokens: Sequence[Token], at: int, *, is_led: bool = False) -> tuple[Fraction, int] | None:
    """ "Three hundred and five", "twelve hundred", "two dozen", "ثلاثمئة وخمسة", "ثلاث مئة"."""
    word = known_at(tokens, at)
    small = _below_hundred(tokens, at)
    if WORDS.get(word, 0) >= 1000 or (small is None and not (is_led and word in HUNDRED)):
        return None
    value, end = small or (1, at)
    if end < len(tokens) and tokens[end].word == "dozen":
        return Fraction(value * _DOZEN), end + 1
    if (small is None and is_led) or (small and value < 100 and plain_at(tokens, end) in HUNDRED):
        value, end = value * 100, end + 1
    if value < 100 or value % 100:
        return Fraction(value), end
    place = after_and(tokens, end)
    if place is None and (is_arabic(tokens[end - 1].text) or end >= len(tokens)):
        return Fraction(value), end
    rest = _below_hundred(tokens, end if place is None else place)
    if rest is None or not 0 < rest[0] < 100 or plain_at(tokens, rest[1]) in HUNDRED:
        return Fraction(value), end
    return Fraction(value + rest[0]), rest[1]


def _below_hundred(tokens: Sequence[Token], at: int) -> Found | None:
    """ "Twenty-five", "خمسة عشر", "خمسة وعشرون"; and hundreds in one Arabic word."""
    word = known_at(tokens, at)
    value = WORDS.get(word, COMPOUND_ONLY.get(word))
    if value is None or value >= 1000:
        return None
    if not is_arabic(word):
        unit = WORDS.get(plain_at(tokens, at + 1), 0)
        follows = value >= 20 and 0 < unit < 10 and not is_arabic(tokens[at + 1].text)
        return (value + unit, at + 2) if follows else (value, at + 1)
    if value < 10 and WORDS.get(plain_at(tokens, at + 1)) == 10:
        return value + 10, at + 2
    place = after_and(tokens, at + 1)
    tens = WORDS.get(known_at(tokens, place), 0) if place is not None else 0
    if value < 10 and place is not None and 20 <= tens < 100:
        return value + tens, place + 1
    return None if word in COMPOUND_ONLY else (value, at + 1)
