"""Named originators under one name each, so that the source of a toll key stays the same whatever its spelling."""

from __future__ import annotations

from functools import lru_cache

from ledger.names import name_words, table


@lru_cache(maxsize=1)
def source_names() -> dict[tuple[str, ...], str]:
    """Comparable words of every spelling to the canonical name."""
    names: dict[tuple[str, ...], str] = {}
    for row in table("sources.csv"):
        for spelling in (row["name"], *filter(None, row["aliases"].split("|"))):
            names.setdefault(name_words(spelling), row["name"])
    return names


def source_name(canonical: str, language: str) -> str:
    """A source as readers of a language know it: in ``ar`` the first Arabic spelling of the list, else its own name."""
    return (_arabic_names().get(canonical) if language.startswith("ar") else None) or canonical


@lru_cache(maxsize=1)
def _arabic_names() -> dict[str, str]:
    found = {}
    for row in table("sources.csv"):
        arabic = [name for name in row["aliases"].split("|") if "\u0600" <= name[:1] <= "\u06ff"]
        if arabic:
            found[row["name"]] = arabic[0]
    return found


def canonical_source(text: str) -> str:
    """The canonical name of a source, or its words with single spaces where it is not in the list."""
    plain = " ".join(text.split())
    return source_names().get(name_words(plain), plain)
