"""The phrases and the names of parties that begin with a word, and which of them stand at a place of a text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, TypeVar

from ledger.actors import Written
from ledger.actors.spelling import spelled
from ledger.intake.text.adverbs import ADVERBIAL, past_adverbs
from ledger.intake.text.tokens import Token

MOST_KEPT = 50_000
"""Words whose phrases, and whose spellings, are kept at hand."""

_CAPITALS_ONLY = frozenset({"un", "who", "ocha"})  # sources whose names are also common words
_ARTICLES = frozenset({"al", "the", "ar", "as", "an", "ad", "ash", "el"})
_IN_PHRASES = frozenset('"')
_IN_NAMES = _IN_PHRASES | _ARTICLES | frozenset(",()")
"""What may stand between the words of a phrase, beside times, and of a name."""

_MOST_PARTING = 8  # tokens of it, one behind the other

T = TypeVar("T")
Found = tuple[str, str, int]
"""Name and value of a phrase, and how many tokens it is."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A phrase of a word list, with the name that it stands under."""

    words: tuple[str, ...]
    name: str
    value: str
    is_name: bool  # of a source


@dataclass(frozen=True, slots=True)
class _Choice(Generic[T]):
    """Phrases or names that begin with the same word, by the word with which they go on."""

    every: tuple[T, ...]
    single: tuple[T, ...]  # of one word
    after: dict[str, tuple[T, ...]]  # with these, those that go on so, in the order of all

    def going_on(self, ahead: tuple[str, ...]) -> tuple[T, ...]:
        """Those of one word, and those that go on with one of the words ``ahead``."""
        seconds = [word for word in ahead if word in self.after]
        if not seconds:
            return self.single
        if len(seconds) == 1:
            return self.after[seconds[0]]
        kept = {id(it) for word in seconds for it in self.after[word]}
        return tuple(it for it in self.every if id(it) in kept)


def _choice(every: tuple[T, ...], words: Callable[[T], tuple[str, ...]]) -> _Choice[T]:
    seconds = {words(it)[1] for it in every if len(words(it)) > 1}
    after = {word: tuple(it for it in every if words(it)[1:2] in ((), (word,))) for word in seconds}
    return _Choice(every, tuple(it for it in every if len(words(it)) == 1), after)


@dataclass(frozen=True, slots=True)
class Begun:
    """What may begin with a word: phrases, each with the form of the word that it begins with, and parties' names.

    Few words of a text go on as a longer phrase, so that those of one word are kept as they will be found.
    """

    phrases: _Choice[tuple[str, Entry]]
    parties: _Choice[Written]
    alone: tuple[Found, ...]
    is_plain: bool  # what is found alone does not depend on capitals or articles
    parting: frozenset[str]  # what may stand before the next word of any of them, beside times

    def found(self, tokens: Sequence[Token], first: int) -> Iterable[Found]:
        """The longest phrase of each name at the token ``first``, with which all of them begin."""
        if self.is_plain and not (self.phrases.after or self.parties.after):
            return self.alone
        ahead = self._ahead(tokens, first + 1)
        phrases = self.phrases.going_on(ahead)
        parties = self.parties.going_on(spellings(ahead)) if self.parties.every else ()
        if self.is_plain and phrases is self.phrases.single and not parties:
            return self.alone
        return _longest(phrases, parties, tokens, first)

    def _ahead(self, tokens: Sequence[Token], first: int) -> tuple[str, ...]:
        """All forms of the words with which a phrase may go on at the token ``first``."""
        if first < len(tokens) and tokens[first].word not in self.parting and tokens[first].word not in ADVERBIAL:
            return tokens[first].forms  # mostly so
        ahead: tuple[str, ...] = ()
        for at in range(first, min(first + _MOST_PARTING, len(tokens))):
            word = tokens[at].word
            ahead += tokens[at].forms
            if word not in self.parting:
                past = past_adverbs(tokens, at) if word in ADVERBIAL else at
                return ahead + tokens[past].forms if at < past < len(tokens) else ahead
        return ahead


def begun(every: tuple[tuple[str, Entry], ...], parties: tuple[Written, ...]) -> Begun:
    """These phrases and names, those that begin alike longest first."""
    phrases = _choice(every, lambda phrase: phrase[1].words)
    alone: dict[str, str] = {}
    for _, entry in phrases.single:
        alone.setdefault(entry.name, entry.value)
    by_looks = any(form in _CAPITALS_ONLY and entry.is_name for form, entry in every)
    names = _choice(parties, lambda name: name.words)
    of_names = bool(names.after) or any(entry.is_name for _, entry in every if len(entry.words) > 1)
    return Begun(
        phrases,
        names,
        tuple((name, value, 1) for name, value in alone.items()),
        not (by_looks or names.single),
        _IN_NAMES if of_names else _IN_PHRASES,
    )


def _longest(
    phrases: Sequence[tuple[str, Entry]], parties: Sequence[Written], tokens: Sequence[Token], first: int
) -> Iterator[Found]:
    seen: set[str] = set()
    for form, entry in phrases:
        if entry.name in seen:
            continue
        last = _match(entry, tokens, first) if len(entry.words) > 1 else first + 1
        if last and not (form in _CAPITALS_ONLY and not tokens[first].text.isupper() and entry.is_name):
            seen.add(entry.name)
            yield entry.name, entry.value, last - first
    for name in parties:
        last = _match_spelled(name.words, tokens, first)
        if last and _stands(name, tokens, first):
            yield "actor", name.bearers, last - first
            return


@lru_cache(maxsize=MOST_KEPT)
def spellings(forms: tuple[str, ...]) -> tuple[str, ...]:
    """What the forms of a word may be compared as in a party's name."""
    return tuple(dict.fromkeys(spelled(form) for form in forms))


def _match(entry: Entry, tokens: Sequence[Token], first: int) -> int:
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
