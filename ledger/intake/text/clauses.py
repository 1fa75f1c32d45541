"""Sentences and clauses: reports before 2020 put many events into one sentence, so connectors separate them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from operator import attrgetter

from ledger.actors import ActorCandidate, Actors
from ledger.intake.count.numerals import joined_numerals
from ledger.intake.text.cuts import cuts
from ledger.intake.text.lexicon import Tag, lexicon
from ledger.intake.text.tokens import Token, tokenise
from ledger.names import word_set

_TRAILING = word_set("and also و which who that where while")
_TITLES = (
    "mr mrs dr ms st sh prof rev hon gen col maj lt brig capt cmdr cpl sgt pvt adm gov govt dept est no vs e.g i.e"
)
_SHORTENED = word_set("approx incl inc est ca abt")  # words of counting: their point is no sign of anything
_ABBREVIATED = re.compile(
    rf"(?:\b[A-Za-z]|\b(?:{'|'.join(map(re.escape, [*_TITLES.split(), *sorted(_SHORTENED)]))}))$", re.IGNORECASE
)
_SHORT_MONTHS = word_set("jan feb mar apr jun jul aug sep sept oct nov dec")
_END_MARKS = frozenset("!?|.")
_LONGEST_SENTENCE = 900  # tokens; what runs on longer is cut


PLACE = attrgetter("first", "last")
"""Text order of tags."""


@dataclass(slots=True)
class Clause:
    """Tokens [first, last) of a sentence; ``opener`` is the connector it begins with ("" for none)."""

    first: int
    last: int
    opener: str = ""


@dataclass
class Sentence:
    """Tokens of one sentence with the phrases and clauses found in them."""

    tokens: list[Token]
    tags: list[Tag]
    clauses: list[Clause]
    is_headline: bool = False
    is_item: bool = False
    by_name: dict[str, list[Tag]] = field(default_factory=dict)
    by_token: dict[int, list[Tag]] = field(default_factory=dict)
    timed: set[int] = field(default_factory=set)  # tokens that tell a time
    meant: dict[int, tuple[ActorCandidate, ...]] = field(default_factory=dict)  # by the first token of a party's name

    def __post_init__(self) -> None:
        for tag in self.tags:
            self.by_token.setdefault(tag.first, []).append(tag)
            self.by_name.setdefault(tag.name, []).append(tag)

    def forget(self, name: str, taken: set[int]) -> None:
        """Drop tags of the name that lie in ``taken`` tokens: "dawn" is no explosion in "since dawn today"."""
        gone = {id(tag) for tag in self.by_name.get(name, ()) if tag.first in taken}
        if not gone:
            return
        self.by_name[name] = [tag for tag in self.by_name.get(name, ()) if id(tag) not in gone]
        for first, tags in self.by_token.items():
            self.by_token[first] = [tag for tag in tags if id(tag) not in gone]

    def add(self, tag: Tag) -> None:
        """Enter a phrase that was found later."""
        for tags in (self.by_name.setdefault(tag.name, []), self.by_token.setdefault(tag.first, [])):
            tags.append(tag)
            tags.sort(key=lambda it: it.first)

    def exchange(self, others: dict[Tag, Tag]) -> None:
        """Put other tags in the place of some, where what a name means has become known."""
        for index in (self.by_name, self.by_token):
            for tags in index.values():
                tags[:] = [others.get(tag, tag) for tag in tags]

    def named(self, *names: str, first: int = 0, last: int = 10**9) -> list[Tag]:
        """Tags of these names that lie within tokens [first, last), in text order."""
        if len(names) == 1:
            return [tag for tag in self.by_name.get(names[0], ()) if first <= tag.first and tag.last <= last]
        if self.by_name.keys().isdisjoint(names):  # mostly so
            return []
        held = [self.by_name[name] for name in names if name in self.by_name]
        found = [tag for tags in held for tag in tags if first <= tag.first and tag.last <= last]
        return sorted(found, key=PLACE) if len(held) > 1 else found

    def by_name_within(self, first: int, last: int) -> dict[str, list[Tag]]:
        """All tags that lie within tokens [first, last), by name, as they are now."""
        found: dict[str, list[Tag]] = {}
        for name, tags in self.by_name.items():
            within = [tag for tag in tags if first <= tag.first and tag.last <= last]
            if within:
                found[name] = within
        return found

    def word_at(self, token: int) -> str:
        """The word of the token; empty where the sentence has ended."""
        return self.tokens[token].word if token < len(self.tokens) else ""

    def starting(self, token: int) -> list[Tag]:
        """Tags that begin at the token."""
        return self.by_token.get(token, [])

    def has(self, *names: str, first: int = 0, last: int = 10**9) -> bool:
        if self.by_name.keys().isdisjoint(names):
            return False
        held = [self.by_name[name] for name in names if name in self.by_name]
        return any(first <= tag.first and tag.last <= last for tags in held for tag in tags)

    def join_clauses(self, held: set[int]) -> None:
        """Undo cuts within tokens that belong together (``held``: the later tokens of a time expression)."""
        joined: list[Clause] = []
        for clause in self.clauses:
            if joined and clause.first in held:
                joined[-1].last = clause.last
            else:
                joined.append(clause)
        self.clauses = joined

    def clause_at(self, token: int) -> int:
        """Index of the clause that holds the token."""
        for at, clause in enumerate(self.clauses):
            if token < clause.last:
                return at
        return len(self.clauses) - 1


def trimmed(sentence: Sentence, first: int, last: int) -> int:
    """``last`` without punctuation and connectors that end the stretch [first, last)."""
    tokens = sentence.tokens
    while last - 1 > first and not (tokens[last - 1].text[0].isalnum() or tokens[last - 1].text in '")/'):
        last -= 1
    while last - 1 > first and tokens[last - 1].word in _TRAILING:
        last -= 1
    return last


def sentences(text: str, lower: str, start: int, end: int, parties: Actors | None = None) -> Iterator[Sentence]:
    """Sentences of ``text[start:end]``, tagged (``parties``: with these names) and cut into clauses."""
    words = lexicon(parties)
    tokens = _without_points(joined_numerals(tokenise(text, lower, words.hidden, start, end), text))
    first = 0
    for at in range(len(tokens)):
        ends = at + 1 == len(tokens) or (tokens[at].text in _END_MARKS and _ends(tokens, at, first))
        if ends or at - first >= _LONGEST_SENTENCE:
            piece = tokens[first : at + 1]
            first = at + 1
            if any(t.is_word or t.is_number for t in piece):
                tags = words.tags(piece)
                yield Sentence(piece, tags, _clauses(piece, tags))


def _without_points(tokens: list[Token]) -> list[Token]:
    """The tokens without the point of "approx. 20" and "incl. two"."""
    return [
        token
        for at, token in enumerate(tokens)
        if not (at and token.text == "." and token.glued and tokens[at - 1].word in _SHORTENED)
    ]


def _ends(tokens: list[Token], at: int, first: int) -> bool:
    token, following = tokens[at], tokens[at + 1]
    if token.text in "!?" or (token.text == "|" and not following.glued):
        return True
    if token.text != "." or following.start == token.end:
        return False
    before = tokens[at - 1] if at else None
    if before and before.word in _SHORT_MONTHS and following.is_number:  # "on Oct. 7"
        return False
    if before and len(before.text) == 1 and before.text >= "\u0621":
        return False  # "الفتى م. خ."
    if before and before.is_word and _ABBREVIATED.search(before.text):
        return len(before.text) == 1 and before.text.islower() and following.is_capital
    small = following.is_word and following.text[0].islower()
    return not small or tokens[first].text[0].islower()  # who begins with a small letter goes on with one


def _clauses(tokens: list[Token], tags: list[Tag]) -> list[Clause]:
    return [Clause(first, last, opener) for first, last, opener in cuts(tokens, tags)]
