"""Short texts made to break a reader: pieces of its own grammar in eight scripts and all digits; a seed replays one."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from functools import cache
from importlib.resources import files
from pathlib import Path
from random import Random

import yaml

from ledger.intake.time.calendar import MONTHS, WEEKDAYS
from ledger.places.lists import shipped_rows

KEPT = Path(__file__).resolve().parents[3] / "data" / "reading"
SCRIPTS = {
    "Latin": ("a", "z"),
    "Arabic": ("\u0621", "\u064a"),
    "Hebrew": ("\u05d0", "\u05ea"),
    "Cyrillic": ("\u0410", "\u044f"),
    "Greek": ("\u0391", "\u03c9"),
    "Han": ("\u4e00", "\u9fa5"),
    "Devanagari": ("\u0904", "\u0939"),
    "symbols": ("\U0001f300", "\U0001faff"),
}
DIGITS = tuple(
    "".join(chr(zero + n) for n in range(10))
    for zero in range(0x110000)
    if unicodedata.decimal(chr(zero), None) == 0 and unicodedata.decimal(chr(zero + 9), None) == 9
)
"""Every decimal digit system that Unicode knows."""

ODD_NUMBERS = tuple(
    "½ ² 10^9 1e9 ٪ 〇 Ⅻ ① 5️⃣ -0 −5 1,2,3 1.2.3 5- 2k 62² +963_944_123_456 ٣٫٥ 3- 1/2".replace("_", "\u00a0").split(" ")
)
CONTROLS = (
    *"\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200b\u200c\u200d\ufeff\u00ad\u0640",
    *"\x00\x1b\x7f\ud800\udfff\ufffe\U000e0041\U0010ffff",
)
COMBINING = tuple("\u0301\u064e\u0651\u0654\u05b8\u093c\u20e3\ufe0f\u0670\u1ab0")
SPACES = (" ", "  ", "\n", "\r\n", "\t", "\u00a0", "\u2009", "\u3000", "\n\n", "\u2028", "\x0b", "\x85", "")
MARKS = (
    *",.;:!?-–—/|()[]{}<>\"'“”«»‘’*_~#@%$€+=^\\•·▪،؛؟…",
    *("- ", "1. ", "(1) ", "::", "...", "https://a.b/c", "@who", "#SomeTag", "**", "[x](y)"),
)
SHAPES = ("ﷲ", "ﻻ", "ﬁ", "Ａ", "５", "ß", "İ", "ı", "Ǆ", "ŉ", "ﬀ", "ᾳ", "Å", "é", "ę", "\u0644\u0627", "ي\u0654")
FRAMES = (
    "{n} people were killed in {p}",
    "the toll rose to {n}, including {n} children",
    "{n} killed and {n} injured",
    "since {d}, the number of {w} rose to {n}",
    "shelling on {p} killed {n}",
    "between {n} and {n} {w}",
    "{d}: {p}: {n}",
    "at least {n} of {n}",
    "{p}: {n} {w}, {n} {w}",
    "from {d} to {d}",
    "no {w} in {p}",
    "the toll is {n} instead of {n}",
    "Date: {d}\nPlace: {p}\nKilled: {n}",
    "قتل {n} أشخاص في {p}",
    "ارتفعت الحصيلة إلى {n} بينهم {n} أطفال",
    "منذ {d} قتل {n} و{n}",
    "قصف على {p} و{p}",
    "بين {n} و{n}",
    "{n} شهداء و {n} إصابات",
    "عدد {w} {n}",
    "{w} ({n} {w}، {n} {w})",
)
UNITS = (
    *(
        "and 5 ",
        "5 and ",
        "((5) ",
        ", 5",
        "the ",
        "of the ",
        "at least ",
        "since 5 ",
        "five hundred ",
        "million ",
        "killed ",
    ),
    *("not ", "May ", "Aa, ", "Aa and ", "Aa: 5, ", "5 killed\n", "Killed: 5\n", "1/2\n", "1. a\n", "- 5\n", "5 | 5\t"),
    *("و", "و5 ", "بينهم 5 ", "منتصف ليل ", "خمسة و", "ـ ـ", "\u064e", "\u0640", "\u200f"),
    *("5-", "5–", "5/", "5.", "5,5", "a-", "a.", "a_", "a@", "#a", "* ", "_a ", "-a", "www.a", "e.g. ", *"([, '\"x"),
)
_LONGEST = 900


@cache
def phrases() -> tuple[str, ...]:
    """What the reader listens for, in both languages."""
    found: list[str] = []
    for language in ("english", "arabic"):
        listed = yaml.safe_load(files("ledger").joinpath("data", f"{language}.yaml").read_text("utf-8"))
        for given in listed.values():
            groups = given.values() if isinstance(given, dict) else [given]
            found += [phrase.strip() for group in groups for phrase in str(group).split(",")]
    return tuple(dict.fromkeys(filter(None, found)))


@cache
def places() -> tuple[str, ...]:
    """Names of places, in both languages."""
    return tuple(name for place in shipped_rows().values() for name in (place.name_en, place.name_ar) if name)


@cache
def reports() -> tuple[str, ...]:
    """The kept reports that were studied."""
    folders = (KEPT / "dev_en", KEPT / "dev_ar")
    return tuple(path.read_text("utf-8") for folder in folders for path in sorted(folder.glob("*.txt")))


def stretch(chance: Random) -> str:
    """A stretch of a kept report, which begins and ends anywhere."""
    report = chance.choice(reports())
    start = chance.randrange(len(report))
    return report[start : start + chance.choice((10, 40, 120, 300))]


def number(chance: Random) -> str:
    """A number of any size, in any digits or words."""
    if chance.random() < 0.15:
        return chance.choice(ODD_NUMBERS)
    size = chance.choice((1, 1, 2, 2, 3, 4, 7, 19, 60))
    plain = str(chance.randrange(10**size))
    if chance.random() < 0.3:
        plain = f"{int(plain):,}".replace(",", chance.choice(",. '٬"))
    digits = chance.choice(DIGITS) if chance.random() < 0.5 else "0123456789"
    return plain.translate(str.maketrans("0123456789", digits))


def day(chance: Random) -> str:
    """A day, possible or not, in one of the ways that reports tell it."""
    d, m, y = chance.randrange(40), chance.randrange(15), chance.choice((0, 18, 1066, 1445, 2018, 2031, 9999))
    month, weekday = chance.choice(tuple(MONTHS)), chance.choice(tuple(WEEKDAYS))
    return chance.choice(
        (
            *(f"{d} {month} {y}", f"{month} {d}, {y}", f"{y}-{m:02}-{d:02}", f"{d}/{m}/{y}", f"{d}.{m}.{y}", weekday),
            *(f"the {d}th of {month}", "yesterday", "أمس", f"منذ {d} {month}", f"{d} days ago", f"قبل {d} أيام"),
            f"{month} {y}",
        )
    )


def letters(chance: Random) -> str:
    """Letters of one script that mean nothing, at times very many without a space."""
    first, last = chance.choice(tuple(SCRIPTS.values()))
    size = chance.choice((1, 3, 6, 12, 400)) if chance.random() < 0.3 else 5
    return "".join(chr(chance.randint(ord(first), ord(last))) for _ in range(size))


def sentence(chance: Random) -> str:
    """A frame of the reader's own grammar, filled."""
    found = chance.choice(FRAMES)
    fillings: dict[str, Callable[[Random], str]] = {
        "{n}": number,
        "{d}": day,
        "{p}": lambda c: c.choice(places()),
        "{w}": lambda c: c.choice(phrases()),
    }
    for gap, filling in fillings.items():
        while gap in found:
            found = found.replace(gap, filling(chance), 1)
    return found


def repeated(chance: Random) -> str:
    """One or two pieces over and over: what makes a careless pattern try everything."""
    piece = "".join(chance.choice(UNITS) for _ in range(chance.choice((1, 1, 2, 3))))
    return piece * chance.randrange(1, max(2, 400 // len(piece)))


_PIECES: tuple[tuple[int, Callable[[Random], str]], ...] = (
    *((20, sentence), (12, stretch), (12, number), (8, day), (8, letters), (2, repeated)),
    *((25, lambda c: c.choice(phrases())), (12, lambda c: c.choice(places())), (6, lambda c: c.choice(MARKS))),
    *((3, lambda c: c.choice(CONTROLS)), (3, lambda c: c.choice(COMBINING)), (2, lambda c: c.choice(SHAPES))),
    (1, lambda c: chr(c.randrange(0x110000))),
)
_MAKERS = tuple(maker for _, maker in _PIECES)
_WEIGHTS = tuple(weight for weight, _ in _PIECES)


def hostile(seed: int) -> str:
    """The input of this seed: pieces with spaces, at times with marks strewn into it or letters doubled and lost."""
    chance = Random(seed)
    parts: list[str] = []
    for maker in chance.choices(_MAKERS, _WEIGHTS, k=chance.choice((1, 2, 4, 8, 14))):
        parts += [maker(chance), chance.choice(SPACES) if chance.random() < 0.3 else " "]
    text = "".join(parts)[:_LONGEST]
    return _spoilt(chance, text) if chance.random() < 0.4 else text


def _spoilt(chance: Random, text: str) -> str:
    found = list(text)
    for _ in range(chance.choice((1, 2, 5, 20))):
        at = chance.randrange(len(found) + 1)
        change = chance.choice(("mark", "mark", "lose", "double", "swap"))
        if change == "mark":
            found[at:at] = chance.choice((*CONTROLS, *COMBINING, *MARKS, *SPACES))
        elif change == "lose":
            del found[at : at + 1]
        elif change == "double":
            found[at:at] = found[at : at + 1] * chance.choice((1, 2, 30))
        else:
            found[at : at + 2] = reversed(found[at : at + 2])
    return "".join(found)
