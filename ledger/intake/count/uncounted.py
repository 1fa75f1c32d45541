"""Numbers that count nobody: years, rates ("eight a month"), and numbers of things that stand in no word list."""

from __future__ import annotations

from ledger.intake.count.figures import Figure
from ledger.intake.text.clauses import Sentence
from ledger.names import word_set

_YEARS = range(1900, 2100)
_BEFORE_YEARS = word_set(
    "in since early late mid until till during before after end year summer spring winter autumn fall beginning start "
    "عام سنه العام لعام للعام منذ مطلع اواخر نهايه بدايه اوائل منتصف صيف شتاء ربيع خريف"
)
_UNITS = word_set("day days week weeks month months year years hour hours night nights")
_EACH = word_set("per every each")
_REGULARLY = word_set("daily weekly monthly yearly annually nightly يوميا شهريا اسبوعيا سنويا")
_ARABIC_EACH = frozenset({("كل", "يوم"), ("كل", "شهر"), ("كل", "اسبوع"), ("في", "اليوم"), ("في", "الشهر")})
_ARABIC_RATES = word_set("باليوم بالشهر بالاسبوع")
_AVERAGES = word_set("average averages averaging معدل بمعدل متوسط بمتوسط المعدل وسطيا")
_OF_A_TIME = word_set("after before earlier later ago since of long on when into")
"""Words after "a day" that make it a time: "killed two people a day after …"."""
_REACH = 4  # tokens from the people to "a month"
_BACK = 4  # tokens from "an average of" to the number
_FACILITIES = word_set("spaces centres centers clubs wards")
_REASON_REACH = 6  # tokens from a number to why a toll moved by it
_SHORTEST = 5  # letters of a plural that may be taken for the name of things


def is_uncounted(sentence: Sentence, figure: Figure) -> bool:
    """Whether the figure, which was taken for people or for a bare number, counts nobody."""
    return _is_year(sentence, figure) or _is_rate(sentence, figure) or _counts_things(sentence, figure)


def _is_year(sentence: Sentence, figure: Figure) -> bool:
    """ "By late 2025", "in 2024 six people": four digits with no noun of their own, after a word for a time."""
    token = sentence.tokens[figure.at]
    plain = figure.unit == "bare" and figure.low == figure.high and figure.low in _YEARS and len(token.text) == 4
    if not plain or not figure.at or figure.at + 1 != figure.last:
        return False
    before = sentence.tokens[figure.at - 1]
    return any(form in _BEFORE_YEARS for form in before.forms)


def _is_rate(sentence: Sentence, figure: Figure) -> bool:
    """ "Eight Palestinians per month", "an average of two injuries a day"."""
    tokens = sentence.tokens
    if any(token.word in _AVERAGES for token in tokens[max(0, figure.first - _BACK) : figure.first]):
        return not any(token.is_number for token in tokens[max(0, figure.first - _BACK) : figure.first])
    for at in range(figure.last, min(figure.last + _REACH, len(tokens))):
        if tokens[at].is_number or tokens[at].text in ",;.:()":
            return False
        if _says_how_often([token.word for token in tokens[at : at + 4]]):
            return True
    return False


def _says_how_often(words: list[str]) -> bool:
    first, second = words[0], words[1] if len(words) > 1 else ""
    if first in _REGULARLY or first in _ARABIC_RATES or (first, second) in _ARABIC_EACH:
        return True
    third = words[2] if len(words) > 2 else ""
    if first in _EACH:
        return second in _UNITS or third in _UNITS
    return first in ("a", "an") and second in _UNITS and not second.endswith("s") and third not in _OF_A_TIME


def _counts_things(sentence: Sentence, figure: Figure) -> bool:
    """ "19,800 pallets": a plural right behind a bare number that stands in no word list; "37 women's safe spaces"."""
    tokens = sentence.tokens
    following = tokens[figure.last] if figure.last < len(tokens) else None
    if following is None:
        return False
    if figure.unit == "person":
        return any(token.word in _FACILITIES for token in tokens[figure.last : figure.last + 2])
    word = following.word
    plural = following.is_word and word.isascii() and word.islower() and word.endswith("s") and not word.endswith("ss")
    known = bool(sentence.starting(figure.last)) or following.text[0].isupper()
    moved = sentence.has(
        "reason", first=figure.last, last=figure.last + _REASON_REACH
    )  # "two names were counted twice"
    return figure.unit == "bare" and plural and len(word) >= _SHORTEST and not (known or moved)
