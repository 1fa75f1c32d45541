"""Sentences and clauses: reports before 2020 put many events into one sentence, so connectors separate them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from ledger.intake.count.numbers import number_at
from ledger.intake.count.numerals import joined_numerals
from ledger.intake.text.connectors import EVENT_NAMES, arabic_opener, event_follows, opens_other_event
from ledger.intake.text.lexicon import Tag, lexicon
from ledger.intake.text.tokens import Token, tokenise
from ledger.names import word_set

_STRONG = word_set(
    "where while whereas also but amid as though although meanwhile when until unless however whilst كما "
    "فيما بينما حيث وكما اذ لكن اما كذلك ايضا"
)
_WEAK = word_set(
    "which who whom whose after before because since with in so raising killing leaving causing wounding "
    "injuring under including due by for the through between during following despite among على علي بعد "
    "قبل جراء نتيجه بسبب الذي التي الذين خلال منذ مما ما من بينهم اثر حين عندما"
)
_VERBAL_AND = word_set(
    "it this these that they there he she a an the its their his in on at also another airstrikes clashes "
    "shelling information negotiations killed injured wounded left caused some other others more calm quiet relative "
    "gunmen warplanes helicopters fighting"
)
_FRONTS = word_set("after when following while بعد عقب اثر فيما بينما")
_PAST = word_set("took seized got fled freed left withdrew retook won let beheaded")
_PLAIN_AS = word_set("well a an far part of many result")
_PLAIN_AND = word_set("it this these that they killed left also caused")
_ARABIC_AFTER = word_set("بعد عقب اثر غداه")
_TRAILING = word_set("and also و which who that where while")
_FRONT_REACH = 25  # tokens
_ASIDE = 14  # tokens
_SPLICED = word_set("between it there in on the a an two three four five several regime warplanes")  # after ", "
_EVENTS_ALONE = frozenset(
    {"release", "detention", "abduction", "displacement", "calm", "control", "execution", "agreement", "clash"}
)
_ABBREVIATED = re.compile(r"(?:\b[A-Za-z]|\b(?:mr|mrs|dr|ms|st|sh|gen|col|no|vs|e\.g|i\.e))$", re.IGNORECASE)
_LONGEST_SENTENCE = 900  # tokens; what runs on longer is cut


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

    def __post_init__(self) -> None:
        for tag in self.tags:
            self.by_token.setdefault(tag.first, []).append(tag)
            self.by_name.setdefault(tag.name, []).append(tag)

    def forget(self, name: str, taken: set[int]) -> None:
        """Drop tags of the name that lie in ``taken`` tokens: "dawn" is no explosion in "since dawn today"."""
        gone = {id(tag) for tag in self.by_name.get(name, ()) if tag.first in taken}
        self.by_name[name] = [tag for tag in self.by_name.get(name, ()) if id(tag) not in gone]
        for first, tags in self.by_token.items():
            self.by_token[first] = [tag for tag in tags if id(tag) not in gone]

    def named(self, *names: str, first: int = 0, last: int = 10**9) -> list[Tag]:
        """Tags of these names that lie within tokens [first, last), in text order."""
        held = [self.by_name[name] for name in names if name in self.by_name]
        found = [tag for tags in held for tag in tags if first <= tag.first and tag.last <= last]
        return sorted(found, key=lambda tag: (tag.first, tag.last)) if len(held) > 1 else found

    def starting(self, token: int) -> list[Tag]:
        """Tags that begin at the token."""
        return self.by_token.get(token, [])

    def has(self, *names: str, first: int = 0, last: int = 10**9) -> bool:
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


def sentences(text: str, lower: str, start: int, end: int) -> Iterator[Sentence]:
    """Sentences of ``text[start:end]``, tagged and cut into clauses."""
    words = lexicon()
    tokens = joined_numerals(tokenise(text, lower, words.hidden, start, end), text)
    first = 0
    for at in range(len(tokens)):
        if at + 1 == len(tokens) or _ends(tokens, at) or at - first >= _LONGEST_SENTENCE:
            piece = tokens[first : at + 1]
            first = at + 1
            if any(t.is_word or t.is_number for t in piece):
                tags = words.tags(piece)
                yield Sentence(piece, tags, _clauses(piece, tags))


def _ends(tokens: list[Token], at: int) -> bool:
    token, following = tokens[at], tokens[at + 1]
    if token.text in "!?" or (token.text == "|" and not following.glued):
        return True
    if token.text != "." or following.start == token.end:
        return False
    before = tokens[at - 1] if at else None
    if before and before.is_word and _ABBREVIATED.search(before.text):
        return len(before.text) == 1 and before.text.islower() and following.is_capital
    return not (following.is_word and following.text[0].islower())


def _clauses(tokens: list[Token], tags: list[Tag]) -> list[Clause]:
    cuts = {0: ""}
    for at, token in enumerate(tokens[:-1]):
        opener = _cut(tokens, tags, at, token) or _new_subject(tokens, tags, at)
        if opener is not None:
            cuts[at + 1 if token.text in ",;:–" else at] = opener
    inside = {place for tag in tags if tag.name in ("actor", "source") for place in range(tag.first + 1, tag.last)}
    fronted = _fronted(tokens)
    if fronted:
        cuts.setdefault(fronted, ";")
    places = [*(place for place in sorted(cuts) if place not in inside), len(tokens)]
    return [Clause(a, b, cuts[a]) for a, b in pairwise(places) if a < b]


def _fronted(tokens: list[Token]) -> int:
    """Where the main clause begins after "After two days of calm, …"; 0 where the sentence opens otherwise."""
    if tokens[0].word not in _FRONTS:
        return 0
    comma = next((at for at, token in enumerate(tokens[:_FRONT_REACH]) if token.text == ","), 0)
    return comma + 1 if 3 < comma < len(tokens) - 2 else 0


def _cut(tokens: list[Token], tags: list[Tag], at: int, token: Token) -> str | None:
    """The connector that begins a clause at or after this token; ``None`` = no cut here."""
    following = tokens[at + 1]
    if token.text == "–" and at and all(t.word.startswith("ال") for t in (tokens[at - 1], following)):
        return None  # "الدولي – الإقليمي"
    ranged = at > 0 and tokens[at - 1].is_number and following.is_number  # "3 – 5 people"
    if token.text == "–" and (ranged or _is_paired(tokens, at)):  # "15 civilians – nine women and six men – were …"
        return None
    if token.text in ";–" or (token.text == ":" and not following.is_number):
        return ";"
    if token.text == ",":
        return _after_comma(tokens, at + 1)
    if not token.is_word or (token.word == "so" and following.word in ("called", "far", "many", "much")):
        return None
    if at and tokens[at - 1].text != "," and (joined := arabic_opener(tokens, at)) in ("بينما", "لكن"):
        return joined
    if opens_other_event(tokens, tags, at):
        return "و"
    if token.word in ("where", "while", "whereas", "amid", "because", "although", "so", "فيما", "بينما", "حيث") and at:
        return token.word
    if at and token.word in _ARABIC_AFTER and event_follows(tags, at):
        return token.word
    if token.word in ("after", "following", "when", "as", "without") and at and tokens[at - 1].text != ",":
        plain_as = token.word == "as" and (tokens[at - 1].word == "well" or following.word in _PLAIN_AS)
        return None if plain_as else token.word
    if token.word == "and" and (following.word in _PLAIN_AND or _new_verb(tokens, tags, at)):
        return "and"
    return None


def _is_paired(tokens: list[Token], at: int) -> bool:
    """Whether the dash opens or closes an aside of numbers: "15 civilians – nine women and six men – were …"."""
    dashes = [n for n in range(max(0, at - _ASIDE), min(at + _ASIDE, len(tokens))) if tokens[n].text == "–"]
    pairs = [(a, b) for a, b in pairwise(dashes) if b - a > 1 and at in (a, b)]
    return any(number_at(tokens, first + 1) is not None for first, _ in pairs)


def _new_subject(tokens: list[Token], tags: list[Tag], at: int) -> str | None:
    """ ", and X fired …": a verb of its own before the next comma makes it a clause of its own."""
    if tokens[at].text != "," or tokens[at + 1].word != "and":
        return None
    end = min(at + 9, len(tokens))
    stop = next((n for n in range(at + 2, end) if tokens[n].text == ","), end)
    verbs = {place for tag in tags if tag.name == "hit" for place in range(tag.first, tag.last)}
    if any(n in verbs for n in range(at + 3, stop)):
        return "and"
    told = {tag.name for tag in tags if tag.last <= at}
    fresh = [tag for tag in tags if tag.name in _EVENTS_ALONE and at + 2 <= tag.first <= at + 4]
    return "and" if any(tag.name not in told for tag in fresh) and told & _EVENTS_ALONE else None


def _new_verb(tokens: list[Token], tags: list[Tag], at: int) -> bool:
    """ "Raided X and captured five people": a verb of another event right after "and"."""
    fresh = [tag.name for tag in tags if tag.first == at + 1 and tag.name in _EVENTS_ALONE]
    following = tokens[at + 1].word
    if not fresh or not (following.endswith("ed") or following in _PAST):
        return False
    before = {tag.name for tag in tags if at - _ASIDE <= tag.first and tag.last <= at}
    return bool(before & (EVENT_NAMES | _EVENTS_ALONE | {"hit"}) - set(fresh))


def _after_comma(tokens: list[Token], at: int) -> str | None:
    word = tokens[at].word
    after = tokens[at + 1].word if at + 1 < len(tokens) else ""
    if joined := arabic_opener(tokens, at):
        return joined
    if word == "as" and after in ("well", "many", "part", "a"):
        return "as a" if after == "a" else None
    if word == "then" and at + 2 < len(tokens):
        return ";"
    if word == "in" and at + 2 < len(tokens) and tokens[at + 2].word in ("meantime", "related"):
        return "meanwhile"
    if tokens[at].is_capital and word in _SPLICED:
        return ";"
    if word in _STRONG or word in _WEAK:
        return word
    if word == "and" and after in _VERBAL_AND:
        return "and"
    if any(form in _STRONG or form in _WEAK for form in tokens[at].forms[1:]):
        return tokens[at].forms[-1]
    return "و" if word.startswith("و") and len(word) > 3 else None
