"""What each number word of both languages is worth, in every case, gender and common spelling."""

from __future__ import annotations

from collections.abc import Sequence

from ledger.intake.text.normalise import fold
from ledger.intake.text.tokens import Token
from ledger.names import word_set

_BELOW_TWENTY = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_ARABIC: dict[int, str] = {
    1: "واحد واحده", 2: "اثنان اثنين اثنتان اثنتين اتنين تنين", 3: "ثلاثه ثلاث تلاته تلات", 4: "اربعه اربع",
    5: "خمسه خمس", 6: "سته ست", 7: "سبعه سبع", 8: "ثمانيه ثمان ثماني تمانيه تمن", 9: "تسعه تسع",
    10: "عشره عشر", 20: "عشرون عشرين",
    30: "ثلاثون ثلاثين تلاتين", 40: "اربعون اربعين", 50: "خمسون خمسين", 60: "ستون ستين", 70: "سبعون سبعين",
    80: "ثمانون ثمانين تمانين", 90: "تسعون تسعين", 100: "مئه مائه",
    200: "مئتان مئتين مئتا مئتي مائتان مائتين مائتا مائتي", 1000: "الف الفا", 2000: "الفان الفين الفي",
    10**6: "مليون مليونا", 2 * 10**6: "مليونان مليونين مليوني", 10**9: "مليار مليارا بليون",
    2 * 10**9: "ملياران مليارين ملياري",
}  # fmt: skip
_HUNDREDS = {3: "ثلاث تلات تلت", 4: "اربع ربع", 5: "خمس", 6: "ست", 7: "سبع", 8: "ثمان ثماني تمان تمن", 9: "تسع"}

WORDS: dict[str, int] = {word: value for value, word in enumerate(_BELOW_TWENTY.split())}
"""The words that are a number by themselves. "ميتين" is not one of them: it is "dead" as well as a spoken 200."""
WORDS |= {word: 20 + 10 * place for place, word in enumerate(_TENS.split())}
WORDS |= {fold(word).text: value for value, words in reversed(_ARABIC.items()) for word in words.split()}
WORDS |= {
    stem + hundred: value * 100
    for value, stems in _HUNDREDS.items()
    for stem in stems.split()
    for hundred in ("مئه", "مائه", "ميه")
}

COMPOUND_ONLY: dict[str, int] = {
    "احد": 1, "احدي": 1, "اثنا": 2, "اثني": 2, "اثنتا": 2, "اثنتي": 2, "اتنا": 2, "اتني": 2,
}  # fmt: skip
"""Words that count only before "عشر" or "وعشرين"; alone they are "one of" and Sunday."""

SCALES: dict[str, int] = {
    "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12,
    "الف": 10**3, "الفا": 10**3, "الاف": 10**3, "مليون": 10**6, "مليونا": 10**6, "ملايين": 10**6,
    "مليار": 10**9, "مليارا": 10**9, "مليارات": 10**9, "بليون": 10**9,
}  # fmt: skip
"""Words that multiply what stands before them. Plurals alone ("ملايين") are no number."""

DUAL_BEFORE_NOUN = frozenset({"الفا", "مليونا", "مليارا"})
"""Two thousand right before what is counted ("ألفا شخص"); one thousand elsewhere ("ألفا من …", "ألفا ومئة")."""
_LEADS_AWAY = word_set("من في علي عن الي حتي منذ خلال بعد قبل بين")

HUNDRED = frozenset({"hundred", "مئه", "مائه", "ميه", "مئات"})
"""The words for a hundred that follow their number as a word apart; in Arabic "ثلاث مئة"."""

SHARES: dict[str, int] = {"half": 2, "quarter": 4, "quarters": 4, "نصف": 2, "ربع": 4, "ارباع": 4}
"""The divisor of "half a million"."""

PER_CENT = frozenset({"بالمئه", "بالمائه", "بالميه"})
_KNOWN = WORDS.keys() | COMPOUND_ONLY.keys() | SCALES.keys() | SHARES.keys() | HUNDRED
BEGIN = frozenset({*_KNOWN, "a", "an", "وست"})
"""Every word that a number in words may begin with."""


def known_at(tokens: Sequence[Token], at: int) -> str:
    """The number word at a place without what is glued to it, or ""."""
    if not 0 <= at < len(tokens) or not tokens[at].is_word:
        return ""
    forms = tokens[at].forms
    if forms[0] in PER_CENT:
        return ""
    for form in forms:
        if form in _KNOWN:
            return form
    bare = forms[0].removeprefix("و")  # "وست": too short for its "and" to be taken off elsewhere
    return bare if bare in _KNOWN else ""


def after_and(tokens: Sequence[Token], at: int) -> int | None:
    """Where the next part begins after a glued "و", or a word "and" or "و"; ``None`` without one."""
    if at >= len(tokens) or not tokens[at].is_word:
        return None
    word = tokens[at].word
    if word in ("and", "و"):
        return at + 1 if at + 1 < len(tokens) else None
    if word[0] != "و":
        return None
    if word == "واحد":  # "one", but "and eleven" before "عشر"
        return at if WORDS.get(known_at(tokens, at + 1)) == 10 and tokens[at + 1].word[0] != "و" else None
    return at if known_at(tokens, at) not in ("", word) else None


def plain_at(tokens: Sequence[Token], at: int) -> str:
    """The number word at a place that nothing is glued to and no "and" leads to, or ""; "بالمئة" is no hundred."""
    word = tokens[at].word if at < len(tokens) and tokens[at].is_word else ""
    return word if word in _KNOWN and after_and(tokens, at) is None else ""


def is_counted(token: Token) -> bool:
    """Whether an Arabic noun may be what the number before it counts: no preposition and no "and …"."""
    return token.is_word and is_arabic(token.word) and token.word[0] != "و" and token.word not in _LEADS_AWAY


def is_arabic(word: str) -> bool:
    return word[0] >= "\u0600"


def last_step(number: int) -> int:
    """The power of ten that a number is round to: what is added to it in words is smaller ("ألف ومئة", 1100)."""
    step = 1
    while number and number % (step * 10) == 0:
        step *= 10
    return step


def scale_at(tokens: Sequence[Token], last: int) -> int:
    """What the word before token ``last`` multiplies its number by: 1000 in "six thousand"; 1 for other words."""
    word = known_at(tokens, last - 1)
    if word in HUNDRED:
        return 100
    value = WORDS.get(word, 0)
    return SCALES.get(word, last_step(value) if value >= 1000 else 1)
