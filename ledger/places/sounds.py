"""Names as they are heard: one form for the many spellings of a name, by rule and not by list.

``heard`` tells names apart nearly as letters do: "Zaizoun" and "Zayzun", "Tell Refaat" and "Tal Rifat", "خان شيخون"
and "خانشيخون" are one. ``skeleton`` keeps the consonants only, the same for both scripts, so that a name known in one
script can be offered for its like in the other; it is too coarse to decide anything.
"""

from __future__ import annotations

import re
from functools import lru_cache

_WORDS = {
    heard: words.split()
    for heard, words in {
        "tal": "tall tell tal tel til till",
        "tulul": "tulul tlul tloul tuloul",
        "shayx": "sheikh shaykh sheik shekh sheykh cheikh chikh shikh shaikh shiekh",
        "kafr": "kafr kafar kafer kufr kufur kufer kefr kfar kafir kfr",
        "xirbat": "khirbat khirbet kherbet khurbat khirba khirbah khirbit kherbat khirbt",
        "dayr": "dayr deir der dair deyr dier",
        "jabal": "jabal jebel jabel djebel jabl gabal",
        "bayt": "bayt beit bet bait",
        "ayn": "ayn ain ein en ayin aain",
        "abu": "abu abou abo bu bou abi",
        "um": "umm um om oum omm",
        "marat": "maarrat maarat maaret maarret marat maarit maarrah",
        "hawsh": "hosh hawsh housh haush housh",
        "jisr": "jisr jisser jesr djisr",
        "burj": "burj borj bourj",
        "bir": "bir beer bi'r",
        "wadi": "wadi ouadi wady oued",
        "kalat": "qalat qalaat kalaat qalah qalaah",
        "mazrat": "mazraat mazraet mazrat mazraah",
        "bani": "bani beni",
        "jub": "jubb jub jibb jib jeb",
        "ras": "ras raas",
    }.items()
}
_ONE_WORD = {written: heard for heard, words in _WORDS.items() for written in words}
_ALIKE = (
    ("sch", "sh"), ("ch", "sh"), ("dj", "j"), ("ph", "f"), ("ck", "k"), ("q", "k"), ("kh", "x"), ("gh", "g"),
    ("dh", "d"), ("th", "t"), ("ou", "u"), ("oo", "u"), ("ow", "aw"), ("au", "aw"), ("o", "u"),
    ("ei", "ay"), ("ey", "ay"), ("ai", "ay"), ("ee", "i"), ("ie", "i"),
)  # fmt: skip
_END_YA = re.compile("[iy]+[ae]h?$")
_END_I = re.compile("(?<![aeiou])y$")
_END_A = re.compile("[ae]h?$")
_DOUBLED = re.compile(r"([^\W\d_])\1+")
_ARABIC_END = re.compile("[اه]$")
_HAMZA = str.maketrans("", "", "ء'")

_LETTERS = str.maketrans(
    {
        **dict(zip("بتثجحخدذرزسشصضطظغفقكلمنه", "btᵗjhxdzrzsʃsdtzgfkklmnh".replace("ᵗ", "t"), strict=True)),
        **dict.fromkeys("اعءآؤئ", ""),
        "و": "w",
        "ي": "y",
        "پ": "b",
        "چ": "j",
        "گ": "g",
        "ڤ": "f",
    }
)
_DIGRAPHS = (("sch", "ʃ"), ("sh", "ʃ"), ("ch", "ʃ"), ("kh", "x"), ("gh", "g"), ("th", "t"), ("dh", "z"), ("dj", "j"))
_ONE_SOUND = str.maketrans("qpvc", "kbfk")
_VOWELS = re.compile("(?<!^)[wy]|[aeiou]|(?<=.)h$")


@lru_cache(maxsize=50_000)
def _heard(word: str) -> str:
    if word in _ONE_WORD:
        return _ONE_WORD[word]
    if word[0] >= "\u0600":
        return _ARABIC_END.sub("ا", word.translate(_HAMZA))
    word = _END_YA.sub("ia", word)
    for written, heard in _ALIKE:
        if written in word:
            word = word.replace(written, heard)
    word = _END_I.sub("i", _DOUBLED.sub(r"\1", word))
    return _END_A.sub("a", word).replace("e", "i").replace("iy", "i")


def heard(words: str) -> str:
    """Comparable words, parted by spaces, as they are heard; spaces do not count."""
    return "".join(_heard(word) for word in words.split())


@lru_cache(maxsize=50_000)
def _skeleton(word: str) -> str:
    if word[0] < "\u0600":
        for written, sound in _DIGRAPHS:
            word = word.replace(written, sound)
        word = word.translate(_ONE_SOUND)
    else:
        word = word.translate(_LETTERS)
    return _DOUBLED.sub(r"\1", _VOWELS.sub("", _DOUBLED.sub(r"\1", word)))


def skeleton(words: str) -> str:
    """The consonants of comparable words in either script; empty where fewer than three are left."""
    found = "".join(_skeleton(word) for word in words.split())
    return found if len(found) > 2 else ""
