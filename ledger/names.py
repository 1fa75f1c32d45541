"""Names as they are compared: one spelling for the many that reports use, in English and Arabic."""

from __future__ import annotations

import csv
from functools import lru_cache
from importlib.resources import files

from ledger.domain.values import folded

_APOSTROPHES = str.maketrans("", "", "'’‘`ʿʾʼ“”\"")


def word_set(words: str) -> frozenset[str]:
    """The words of a text, for look-ups."""
    return frozenset(words.split())


ARTICLES = word_set("al ar as ad an at az ash ath adh aj ul el er es ed en et ez ech esh eth the")
"""The Arabic article as it is written before a letter of the sun, in English or French spelling, and ours."""


def table(name: str) -> list[dict[str, str]]:
    """Rows of a CSV file under ``ledger/data``."""
    text = files("ledger").joinpath("data", name).read_text("utf-8")
    return list(csv.DictReader(text.splitlines()))


def without_article(word: str) -> str:
    """An Arabic word without a leading article; anything else as it is."""
    return word[2:] if word.startswith("ال") and len(word) > 4 else word


@lru_cache(maxsize=50_000)
def name_words(text: str) -> tuple[str, ...]:
    """The comparable words of a name: folded, without apostrophes, quotes and articles."""
    words = folded(text.translate(_APOSTROPHES)).replace("_", " ").split()
    kept = tuple(without_article(word) for word in words if word not in ARTICLES)
    return kept or tuple(words)
