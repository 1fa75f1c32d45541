"""The words of both languages under common names, and where they stand in a text.

The word lists are ``ledger/data/english.yaml`` and ``arabic.yaml``: a name, then phrases. One pass of dictionary
look-ups finds them all, so that reading takes time in proportion to the text.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Sequence
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

import yaml

from ledger.actors import Actors, Written, default_actors
from ledger.actors.spelling import spelled
from ledger.intake.text.normalise import fold
from ledger.intake.text.phrases import MOST_KEPT, Begun, Entry, begun, spellings
from ledger.intake.text.tokens import Token, every_form, tokenise
from ledger.sources import source_names

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Tag(NamedTuple):
    """A phrase of the lexicon at tokens [first, last) of a sentence."""

    name: str
    value: str
    first: int
    last: int


class Lexicon:
    """All phrases by their first word, longest first: those of sentences, or the labels of forms and tables.

    With ``parties`` their names are found too, in any of their spellings.
    """

    def __init__(self, parties: Actors | None = None, *, of_forms: bool = False) -> None:
        self._of_forms = of_forms
        self._parties: defaultdict[str, list[Written]] = defaultdict(list)
        self._by_first: defaultdict[str, list[Entry]] = defaultdict(list)
        self._by_forms: dict[tuple[str, ...], Begun | None] = {}
        self.hidden: frozenset[str] = frozenset()
        for language in ("english", "arabic"):
            self._load(language)
        if not of_forms:
            for words, source in source_names().items():
                self._enter(_words(" ".join(words)), "source", source)
        for written in parties.written() if parties else ():
            self._parties[written.words[0]].append(written)
        for entries in self._by_first.values():
            entries.sort(key=lambda entry: -len(entry.words))
        for names in self._parties.values():
            names.sort(key=lambda name: -len(name.words))

    def _load(self, language: str) -> None:
        text = files("ledger").joinpath("data", f"{language}.yaml").read_text("utf-8")
        listed: dict[str, str | dict[str, str]] = yaml.load(text, Loader=_LOADER)
        for name, given in listed.items():
            if (name == "form") != self._of_forms:
                continue
            groups = given.items() if isinstance(given, dict) else [(name, given)]
            for value, phrases in groups:
                for phrase in phrases.split(","):
                    self._enter(_words(phrase), name, str(value))
            if name == "hidden" and isinstance(given, str):
                self.hidden |= frozenset(word.strip() for word in given.split(","))

    def _enter(self, words: Sequence[str], name: str, value: str) -> None:
        if words and name != "hidden":
            self._by_first[words[0]].append(Entry(tuple(words), name, value, name == "source"))

    def words_of(self, names: Container[str], most: int | None = None) -> frozenset[str]:
        """Every word of the phrases of these names, or the first ``most`` words of each."""
        phrases = (entry for entries in self._by_first.values() for entry in entries if entry.name in names)
        return frozenset(word for entry in phrases for word in entry.words[:most])

    def begins(self, word: str) -> bool:
        """Whether any phrase or name begins with the word as it stands."""
        return (
            word in self._by_first
            or (word.startswith("ال") and word[2:] in self._by_first)
            or spelled(word) in self._parties
        )

    def tags(self, tokens: Sequence[Token]) -> list[Tag]:
        """Every phrase in the tokens; within one name a longer phrase hides the shorter ones in it."""
        found: list[Tag] = []
        reached: dict[str, int] = {}
        for first, token in enumerate(tokens):
            start = self._begun(token.forms) if token.is_word or token.is_number else None
            for name, value, length in start.found(tokens, first) if start is not None else ():
                if reached.get(name, 0) < first + length:
                    reached[name] = first + length
                    found.append(Tag(name, value, first, first + length))
        return found

    def first_named(self, tokens: Sequence[Token], name: str) -> Tag | None:
        """The first phrase of the name in the tokens."""
        for first, token in enumerate(tokens):
            start = self._begun(token.forms) if token.is_word or token.is_number else None
            if start is not None and any(entry.name == name for _, entry in start.phrases.every):
                found = next((phrase for phrase in start.found(tokens, first) if phrase[0] == name), None)
                if found is not None:
                    return Tag(name, found[1], first, first + found[2])
        return None

    def _begun(self, forms: tuple[str, ...]) -> Begun | None:
        """What may begin with a token of these forms, if anything may; kept for the next such token."""
        try:
            return self._by_forms[forms]
        except KeyError:
            pass
        phrases = tuple((form, entry) for form in every_form(forms) for entry in self._by_first.get(form, ()))
        parties = tuple(name for form in spellings(forms) for name in self._parties.get(form, ()))
        found = begun(phrases, parties) if phrases or parties else None
        if len(self._by_forms) < MOST_KEPT:
            self._by_forms[forms] = found
        return found


def _words(phrase: str) -> tuple[str, ...]:
    folded = fold(phrase.strip())
    return tuple(
        token.word for token in tokenise(folded.text, folded.lower, frozenset()) if token.is_word or token.is_number
    )


@lru_cache(maxsize=4)
def lexicon(parties: Actors | None = None) -> Lexicon:
    """The word lists with ``parties``, or with those that come with us; made once for each list."""
    return Lexicon(parties or default_actors())


@lru_cache(maxsize=1)
def form_words() -> Lexicon:
    """The labels of forms and headers of tables ("location", "date"), which mean nothing in a sentence."""
    return Lexicon(of_forms=True)
