"""One spelling for the many in which a party's name is written, by rule: no list of variants is kept.

Latin letters: articles, apostrophes and hyphens go, doubled letters count once, and vowels that are heard alike are one
("Jaysh Khalid ibn al-Walid", "Jaish Khaled bin al-Waleed"). Arabic: article and hamza go, and the endings by which a
word is masculine or feminine, or a plural is in one case or another ("الحوثيون", "الحوثيين"; "روسي", "الروسية").
"""

from __future__ import annotations

import re
from functools import lru_cache

from ledger.names import name_words, without_article

_SHORTEST = 4  # letters; acronyms and the like are compared as they are
_SON = {"bin": "ibn", "ben": "ibn", "بن": "ابن"}
_HEARD_ALIKE = (
    ("dj", "j"), ("q", "k"), ("ee", "i"), ("oo", "u"), ("ou", "u"), ("ei", "ay"), ("ey", "ay"), ("au", "aw"),
    ("e", "i"), ("o", "u"), ("ai", "ay"), ("iya", "ia"), ("iyya", "ia"),
)  # fmt: skip
_PIECES = re.compile(r"\d+|[^\W\d]+")  # "4th" is two words in a text
_DOUBLED = re.compile(r"(.)\1")
_HAMZA = str.maketrans({"ئ": "ي", "ؤ": "و", "ء": "", "أ": "ا", "إ": "ا", "آ": "ا", "ى": "ي", "ة": "ه"})
_MILITIA = re.compile("^مليش")
_PLURALS = ("يون", "يين", "ون", "ين")
_LEFT = 3  # letters of a word without its ending


def spelled_words(name: str) -> tuple[str, ...]:
    """The comparable words of a name, each in one spelling."""
    return tuple(spelled(piece) for word in name_words(name) for piece in _PIECES.findall(word))


@lru_cache(maxsize=100_000)
def spelled(word: str) -> str:
    """A folded word in the one spelling that stands for all of its spellings."""
    if word in _SON:
        return _SON[word]
    if "\u0600" <= word[:1] <= "\u06ff":
        return _arabic(word)
    return _latin(word) if len(word) >= _SHORTEST and word.isascii() else word


def _latin(word: str) -> str:
    for written, heard in _HEARD_ALIKE:
        word = word.replace(written, heard)
    word = _DOUBLED.sub(r"\1", word)
    return word[:-1] if word.endswith("ah") else word


def _arabic(word: str) -> str:
    word = _MILITIA.sub("ميليش", without_article(word).translate(_HAMZA))
    for ending in _PLURALS:
        bare = word.removesuffix(ending)
        if bare != word and len(bare) >= _LEFT:
            return bare + "ي" * (len(ending) == 3)
    if len(word) > _LEFT + 1 and word.endswith(("يه", "يا")):
        return word[:-1]
    return word[:-1] if len(word) > _LEFT and word.endswith("ه") else word
