"""Words for kinds of places ("city", "بلدة") and what they say about which of several homonyms is meant."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from ledger.names import name_words

_SETTLED = frozenset({"town", "area", "camp"})
_PARTS = frozenset({"area", "town"})
_WIDE = frozenset({"governorate", "country", "area"})

_BY_KIND: dict[frozenset[str], str] = {
    _SETTLED: "city cities town towns village villages مدينه مدينتي بلده بلدتي بلدات قريه قريتي قرى قري مدن",
    frozenset({"camp"}): "camp camps مخيم مخيمات مخيمي",
    frozenset({"governorate", "country"}): "province provinces governorate governorates محافظه محافظات محافظتي",
    frozenset({"district", "subdistrict"}): "district subdistrict ناحيه ناحيتي",
    _WIDE: "countryside rural rif reef ريف ارياف باديه",
    _PARTS: "neighborhood neighborhoods neighbourhood neighbourhoods quarter حي احياء حيي",
    frozenset(): "area areas region منطقه مناطق منطقتي of in",
}

HINTS: dict[str, frozenset[str]] = {word: kinds for kinds, words in _BY_KIND.items() for word in words.split()}

KINDS = frozenset(HINTS) - {"of", "in"}
"""Words for kinds of places: no part of a name, so that "Homs city" is compared as Homs."""

_AROUND_NAMES = (
    "western eastern northern southern west east north south northwestern northeastern southwestern southeastern "
    "northwest northeast southwest southeast far extreme central outskirts vicinity surroundings perimeter suburbs "
    "entire whole most parts part valleys hills farms frontlines fronts positions road border last main over "
    "in of at to from and near by which where on after with since is are was for into inside around against between "
    "غربي شرقي شمالي جنوبي غربيه شرقيه شماليه جنوبيه غرب شرق شمال جنوب اقصى اقصي محيط اطراف ضواحي اماكن انحاء "
    "في من على علي و قرب داخل الي الى عند بين وسط قباله"
)
NOT_NAMES = KINDS | frozenset(_AROUND_NAMES.split())
"""Words that lead to a name or may follow one, without being part of it."""


def unglued(word: str) -> str:
    """An Arabic word without the preposition or "and" glued to it, where what is left is a word of this page."""
    bare = word[1:].removeprefix("ال")
    return bare if word[:1] in "بلوف" and bare in NOT_NAMES else word


@lru_cache(maxsize=20_000)
def plain_word(word: str) -> str:
    """The word as words of names are compared."""
    return unglued((name_words(word) or (word,))[-1])


def hints_of(words: Iterable[str]) -> frozenset[str]:
    """Kinds of places that the first word for a kind allows; empty = no word for one."""
    for word in words:
        kinds = HINTS.get(word)
        if kinds:
            return kinds
    return frozenset()


_HEARD_ALIKE = (
    ("ai", "ay"),
    ("ei", "ay"),
    ("ou", "u"),
    ("oo", "u"),
    ("ee", "i"),
    ("eh", "ah"),
    ("kh", "x"),
    ("dj", "j"),
)
_DOUBLED = re.compile(r"([a-z])\1")


def sound(name: str) -> str:
    """A name in Latin letters as it may be heard: "Shuhail" and "Shuhayl", "Zaizoun" and "Zayzun" are one."""
    for written, heard in _HEARD_ALIKE:
        name = name.replace(written, heard)
    return _DOUBLED.sub(r"\1", name)
