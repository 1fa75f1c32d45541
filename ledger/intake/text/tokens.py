"""Words, numbers and punctuation of a text, with the forms an Arabic word may have without what is glued to it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

WORD = r"[^\W\d_]++(?:['*][^\W\d_]++)*+"
"""A word in any script, for a pattern: with an apostrophe or a mark that hides it in it."""

_NUMBER = r"\d{1,3}(?:,\d{3})+(?!\d)|\d+,\d\d?(?= (?:مليون|ملايين|مليار|الف|الاف|million))|\d+(?:\.\d+)?"
_TOKEN = re.compile(rf"({WORD})|(?=\d)({_NUMBER})|[^\w\s]|\n+|_")
_IS_WORD, _IS_NUMBER = 1, 2  # groups
_ARABIC = re.compile("[\u0621-\u064a]")
_SHORT = frozenset({"وفي", "ففي", "ومن", "فمن", "وعن", "فعن"})  # "and in", "and of", whose "and" is no part of the word
_GLUED = frozenset({"بام", "بتل", "بود"})  # "in Umm …", "in Tell …"
_WHOLE = frozenset({"لاذا", "لاذوا", "لاذو", "لاذت"})  # "took to flight", which holds no "if"
_LONGEST_WORD = 60
_ENDINGS = ("هما", "هم", "هن", "ها", "نا", "ه", "ا")
_SHORTEST = 4  # letters that are left of a word without its ending
_JOINED = {"&": ("and",)}


@dataclass(slots=True, init=False)
class Token:
    """A piece of folded text from ``start`` to ``end``; ``forms`` are the lower-case words it may stand for."""

    text: str
    start: int
    end: int
    forms: tuple[str, ...]
    is_word: bool
    is_number: bool
    glued: bool  # nothing but a hyphen, or nothing at all, between it and the token before
    word: str  # the first of the forms; kept, since every rule asks for it
    is_capital: bool

    def __init__(
        self, text: str, start: int, end: int, forms: tuple[str, ...], is_word: bool, is_number: bool, glued: bool
    ) -> None:
        # By hand, since most of the time that a report takes is spent in making its tokens and asking them.
        self.text, self.start, self.end, self.forms = text, start, end, forms
        self.is_word, self.is_number, self.glued = is_word, is_number, glued
        self.word = forms[0]
        self.is_capital = is_word and text[0].isupper()


def tokenise(text: str, lower: str, hidden: frozenset[str], start: int = 0, end: int | None = None) -> list[Token]:
    """Tokens of ``text[start:end]``; words of ``hidden`` are recognised with a mark put inside them (``k-illed``)."""
    tokens: list[Token] = []
    before: Token | None = None
    last = -1
    for found in _TOKEN.finditer(text, start, len(text) if end is None else end):
        (first, stop), piece, kind = found.span(), found[0], found.lastindex
        if piece == "-" and last == first and stop < found.endpos and text[stop].isalnum():
            continue  # a hyphen inside a compound word
        glued = first == last or (first == last + 1 and text[last] == "-")
        last = stop
        if kind == _IS_WORD:
            word = word_of(lower, first, stop)
            joined = glued and before is not None and before.is_word and before.word + word in hidden
            if joined and before is not None and text[before.end : first] in "-*":
                tokens.pop()
                first, word, glued = before.start, before.word + word, before.glued
                piece = text[first:stop]
            token = Token(piece, first, stop, forms_of(word), True, False, glued)
        else:
            token = Token(piece, first, stop, _JOINED.get(piece, (piece,)), False, kind == _IS_NUMBER, glued)
        tokens.append(token)
        before = token
    return tokens


def word_of(lower: str, start: int, end: int) -> str:
    """The word at ``start``..``end`` as it is looked up."""
    return lower[start:end].replace("*", "")[:_LONGEST_WORD]


def first_tokens(text: str, lower: str, start: int, end: int, most: int) -> list[Token]:
    """The first so many tokens of ``text[start:end]``."""
    pieces = list(islice(_TOKEN.finditer(text, start, end), 2 * most))  # every other one may be a hyphen
    return tokenise(text, lower, frozenset(), start, pieces[-1].end())[:most] if pieces else []


@lru_cache(maxsize=20_000)
def forms_of(word: str) -> tuple[str, ...]:
    """What a lower-case word may stand for, itself first."""
    return arabic_forms(word) if _ARABIC.match(word) else _latin_forms(word)


def _latin_forms(word: str) -> tuple[str, ...]:
    if "'" not in word:
        return (word,)
    bare = word.removesuffix("'s")
    return (word, bare, word.replace("'", "")) if bare != word else (word, word.replace("'", ""))


def arabic_forms(word: str) -> tuple[str, ...]:
    """The word as it is, and without a glued "and", preposition and article, longest first."""
    if word.removeprefix("و") in _WHOLE:
        return (word, word.removeprefix("و")) if word[0] == "و" else (word,)
    forms = [word]
    rest = word
    if (len(rest) > 3 or rest in _SHORT) and rest[0] in "وف":
        rest = rest[1:]
        forms.append(rest)
    if len(rest) > 4 and rest.startswith("لل"):
        forms += ["ال" + rest[2:], rest[2:]]
    elif (len(rest) > 3 and rest[0] in "بلك") or rest in _GLUED:
        forms.append(rest[1:])
        if rest[1:3] == "ال" and len(rest) > 5:
            forms.append(rest[3:])
    if rest.startswith("ال") and len(rest) > 4:
        forms.append(rest[2:])
    return tuple(dict.fromkeys(forms))


def every_form(forms: tuple[str, ...]) -> tuple[str, ...]:
    """The forms of a word, and those without an Arabic ending."""
    return (*forms, *without_endings(forms))


def without_endings(forms: Sequence[str]) -> Iterator[str]:
    """Arabic words without a pronoun or case ending: "حصيلتها" is "حصيله", "اعدامهما" "اعدام", "استشهدا" "استشهد"."""
    if forms[0][0] < "\u0600":
        return
    for form in forms:
        for ending in _ENDINGS:
            bare = form.removesuffix(ending)
            if bare != form and len(bare) >= _SHORTEST:
                yield bare
                if bare.endswith("ت"):
                    yield bare[:-1] + "ه"
                break
