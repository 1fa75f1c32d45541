"""The words of both languages under common names, and where they stand in a text.

The word lists are ``ledger/data/english.yaml`` and ``arabic.yaml``: a name, then phrases. One pass of dictionary
look-ups finds them all, so that reading takes time in proportion to the text.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

import yaml

from ledger.actors import Actors, Written, default_actors
from ledger.actors.spelling import spelled
from ledger.intake.text.adverbs import past_adverbs
from ledger.intake.text.normalise import fold
from ledger.intake.text.tokens import Token, every_form, tokenise
from ledger.sources import source_names

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_CAPITALS_ONLY = frozenset({"un", "who", "ocha"})  # sources whose names are also common words
_ARTICLES = frozenset({"al", "the", "ar", "as", "an", "ad", "ash", "el"})

_MOST_KEPT = 50_000  # words whose phrases are kept at hand


class Tag(NamedTuple):
    """A phrase of the lexicon at tokens [first, last) of a sentence."""

    name: str
    value: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class _Entry:
    words: tuple[str, ...]
    name: str
    value: str

    @property
    def is_name(self) -> bool:
        """Whether the entry names a source."""
        return self.name == "source"


_Begun = tuple[tuple[tuple[str, _Entry], ...], tuple[Written, ...]]
"""Phrases, each with the form of a word that it begins with, and names of parties."""


class Lexicon:
    """All phrases by their first word, longest first: those of sentences, or the labels of forms and tables.

    With ``parties`` their names are found too, in any of their spellings.
    """

    def __init__(self, parties: Actors | None = None, *, of_forms: bool = False) -> None:
        self._of_forms = of_forms
        self._parties: defaultdict[str, list[Written]] = defaultdict(list)
        self._by_first: defaultdict[str, list[_Entry]] = defaultdict(list)
        self._by_forms: dict[tuple[str, ...], _Begun] = {}
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
            self._by_first[words[0]].append(_Entry(tuple(words), name, value))

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
        words = {form for token in tokens for form in token.forms}
        for first, token in enumerate(tokens):
            if not (token.is_word or token.is_number) or not any(self._begun(token.forms)):
                continue
            for tag in self._at(tokens, first, words):
                if reached.get(tag.name, 0) < tag.last:
                    reached[tag.name] = tag.last
                    found.append(tag)
        return found

    def first_named(self, tokens: Sequence[Token], name: str) -> Tag | None:
        """The first phrase of the name in the tokens."""
        words = {form for token in tokens for form in token.forms}
        for first, token in enumerate(tokens):
            if (token.is_word or token.is_number) and any(
                entry.name == name for _, entry in self._begun(token.forms)[0]
            ):
                found = next((tag for tag in self._at(tokens, first, words) if tag.name == name), None)
                if found is not None:
                    return found
        return None

    def _at(self, tokens: Sequence[Token], first: int, words: set[str]) -> Iterator[Tag]:
        """The longest phrase of each name that begins at a token; ``words`` are all forms of all tokens."""
        seen: set[str] = set()
        begun, parties = self._begun(tokens[first].forms)
        for form, entry in begun:
            if entry.name in seen or (len(entry.words) > 1 and entry.words[1] not in words):
                continue
            last = _match(entry, tokens, first)
            if last and not (form in _CAPITALS_ONLY and not tokens[first].text.isupper() and entry.is_name):
                seen.add(entry.name)
                yield Tag(entry.name, entry.value, first, last)
        for name in parties:
            last = _match_spelled(name.words, tokens, first)
            if last and _stands(name, tokens, first):
                yield Tag("actor", name.bearers, first, last)
                return

    def _begun(self, forms: tuple[str, ...]) -> _Begun:
        """What may begin with a token of these forms; kept for the next such token."""
        begun = self._by_forms.get(forms)
        if begun is None:
            phrases = tuple((form, entry) for form in every_form(forms) for entry in self._by_first.get(form, ()))
            begun = phrases, tuple(name for form in spellings(forms) for name in self._parties.get(form, ()))
            if len(self._by_forms) < _MOST_KEPT:
                self._by_forms[forms] = begun
        return begun


@lru_cache(maxsize=_MOST_KEPT)
def spellings(forms: tuple[str, ...]) -> tuple[str, ...]:
    """What the forms of a word may be compared as in a party's name."""
    return tuple(dict.fromkeys(spelled(form) for form in forms))


def _match(entry: _Entry, tokens: Sequence[Token], first: int) -> int:
    """The token after the phrase, or 0; a time may part it, and quotes, articles and a stray comma a name."""
    at = first + 1
    for word in entry.words[1:]:
        while (
            at < len(tokens)
            and (
                tokens[at].text == '"' or (entry.is_name and (tokens[at].text in ",()" or tokens[at].word in _ARTICLES))
            )
            and word not in tokens[at].forms
        ):
            at += 1
        if at < len(tokens) and word not in tokens[at].forms and not entry.is_name:
            at = past_adverbs(tokens, at)
        if at >= len(tokens) or word not in tokens[at].forms:
            return 0
        at += 1
    return at


def _match_spelled(words: Sequence[str], tokens: Sequence[Token], first: int) -> int:
    """The token after a party's name, or 0; quotes, articles, brackets and a stray comma may stand inside it."""
    at = first + 1
    for word in words[1:]:
        while at < len(tokens) and (tokens[at].text in ',()"' or tokens[at].word in _ARTICLES):
            at += 1
        if at >= len(tokens) or word not in spellings(tokens[at].forms):
            return 0
        at += 1
    return at


def _stands(name: Written, tokens: Sequence[Token], first: int) -> bool:
    """Whether a name that needs capitals or an article has them."""
    token = tokens[first]
    if name.capitals and not token.text.isupper():
        return False
    if not name.definite:
        return True
    if token.text[0] >= "\u0600":
        return any(form.startswith("ال") for form in token.forms)
    before = [word.word for word in tokens[max(0, first - 2) : first] if word.text != '"']
    return before[-1:] == ["the"]


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
