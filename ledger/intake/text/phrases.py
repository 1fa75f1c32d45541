"""The phrases and the names of parties that begin with a word, and which of them stand at a place of a text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

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
class Begun:
    """What may begin with a word: phrases, each with the form of the word that it begins with, and parties' names.

    Few words of a text go on as a longer phrase, so that those of one word are kept as they will be found.
    """

    phrases: tuple[tuple[str, Entry], ...]
    parties: tuple[Written, ...]
    alone: tuple[Found, ...]
    is_plain: bool  # what is found alone does not depend on capitals or articles
    seconds: frozenset[str]  # words with which the longer phrases go on
    spelled_seconds: frozenset[str]  # and the longer names of parties
    parting: frozenset[str]  # what may stand before either

    def found(self, tokens: Sequence[Token], first: int) -> Iterable[Found]:
        """The longest phrase of each name at the token ``first``, with which all of them begin."""
        ahead: tuple[str, ...] = ()
        if first + 1 < len(tokens):
            following, ahead = tokens[first + 1].word, tokens[first + 1].forms
            if following in self.parting or (following in ADVERBIAL and past_adverbs(tokens, first + 1) > first + 1):
                return self._longest(tokens, first, None)
        return self.alone if self.is_plain and not self._goes_on(ahead) else self._longest(tokens, first, ahead)

    def _goes_on(self, forms: tuple[str, ...]) -> bool:
        if not self.seconds.isdisjoint(forms):
            return True
        return bool(self.spelled_seconds) and not self.spelled_seconds.isdisjoint(spellings(forms))

    def _longest(self, tokens: Sequence[Token], first: int, ahead: tuple[str, ...] | None) -> Iterator[Found]:
        """``ahead`` are the words with which a phrase may go on; ``None`` = any that follow."""
        seen: set[str] = set()
        for form, entry in self.phrases:
            if entry.name in seen or (ahead is not None and len(entry.words) > 1 and entry.words[1] not in ahead):
                continue
            last = _match(entry, tokens, first)
            if last and not (form in _CAPITALS_ONLY and not tokens[first].text.isupper() and entry.is_name):
                seen.add(entry.name)
                yield entry.name, entry.value, last - first
        for name in self.parties:
            last = _match_spelled(name.words, tokens, first)
            if last and _stands(name, tokens, first):
                yield "actor", name.bearers, last - first
                return


def begun(phrases: tuple[tuple[str, Entry], ...], parties: tuple[Written, ...]) -> Begun:
    """These phrases and names, those that begin alike longest first."""
    alone: dict[str, str] = {}
    for _, entry in phrases:
        if len(entry.words) == 1:
            alone.setdefault(entry.name, entry.value)
    longer = [entry for _, entry in phrases if len(entry.words) > 1]
    longer_names = tuple(name for name in parties if len(name.words) > 1)
    by_looks = any(form in _CAPITALS_ONLY and entry.is_name for form, entry in phrases)
    return Begun(
        phrases,
        parties,
        tuple((name, value, 1) for name, value in alone.items()),
        not by_looks and longer_names == parties,
        frozenset(entry.words[1] for entry in longer),
        frozenset(name.words[1] for name in longer_names),
        _IN_NAMES if longer_names or any(entry.is_name for entry in longer) else _IN_PHRASES,
    )


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
