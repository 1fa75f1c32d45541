"""A report being read, and one sentence of it with everything found there."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from itertools import takewhile

from ledger.actors import Actors
from ledger.domain.values import Reason
from ledger.gazetteer import Gazetteer
from ledger.intake.count.figures import Figure
from ledger.intake.drafts import Occurred, Phrase
from ledger.intake.place.places import PlacePhrase
from ledger.intake.sketches import Sketch
from ledger.intake.text.clauses import Sentence
from ledger.intake.text.lexicon import lexicon
from ledger.intake.text.normalise import Folded
from ledger.intake.text.units import Unit
from ledger.intake.time.moment import Moment
from ledger.intake.toll.frames import TollFrame
from ledger.intake.toll.moves import Move

_OWNER = re.compile(r"(?:['’]s?)+$")
_GLUED = frozenset("وفبل")


@dataclass
class Page:
    """One report being read, with what later passages refer back to."""

    text: Folded
    published: date | None
    gazetteer: Gazetteer
    actors: Actors
    explain: bool = False
    scope: Phrase | None = None
    sketches: list[Sketch] = field(default_factory=list)
    vetoes: list[tuple[str, int, int]] = field(default_factory=list)  # rule and passage, in the folded text
    figures: list[Figure] = field(default_factory=list)  # all that were found, where the reading is to be explained
    last_place: Phrase | None = None
    place_name: str = ""  # the name of it alone, for later sentences
    place_sentence: int = 0
    headline_place: Phrase | None = None  # the one place that the headlines name
    named_place: Phrase | None = None  # the place that the sentence before names, whether it tells an event or not
    dateline: int = 0  # the sentence that was nothing but a place's name
    last_period: date | None = None
    attack_day: date | None = None  # of the first attack told, for "since the attack began"
    period_is_exact: bool = False  # "since 19 July", and not "since early 2023"
    named_day: date | None = None  # the last day given by its date
    last_until: date | None = None  # the day that the toll counted to, where it named one
    window: tuple[date, date] | None = None  # the month or weeks that the report counts in
    heading_period: date | None = None  # where the last sentence says since when
    last_day: date | None = None  # of the event told last
    open_reasons: tuple[Reason, ...] = ()  # why a toll moved that no sentence has stated yet
    open_since: int = 0
    sentence: int = 0
    named_parties: list[str] = field(default_factory=list)  # ids, as they were named so far
    country: str | None = None  # what the report is about; null until asked for, empty where it is not known
    toll_told: bool = False  # in a sentence before this one
    list_period: date | None = None  # since when the bullets count that stand under "since the truce (11 October):"
    heading_time: Occurred | None = None  # over what the last sentence says that something is counted
    list_time: Occurred | None = None  # and what the bullets under it count over: "in the past 24 hours:"
    list_head: str = ""  # what the bullets that follow belong to: "toll", "terms", or "" for reports of their own

    def words(self, sentence: Sentence, first: int, last: int) -> tuple[str, int, int]:
        """The words of tokens [first, last) as given, and their places in the folded text."""
        start, end = sentence.tokens[first].start, sentence.tokens[last - 1].end
        span = self.text.span(start, end)
        return self.text.raw[span[0] : span[1]], start, end

    def told_within(self, sentences: int) -> list[Sketch]:
        """The sketches of the sentence being read and of so many before it, in order."""
        near = takewhile(lambda sketch: self.sentence - sketch.sentence <= sentences, reversed(self.sketches))
        return list(near)[::-1]

    def own_words(self, sentence: Sentence, first: int, last: int) -> str:
        """The words of a name as given, without what Arabic glues to its head and without a last "'s"."""
        words = _OWNER.sub("", self.words(sentence, first, last)[0])
        head = sentence.tokens[first]
        glued = len(head.forms) > 1 and head.word[0] in _GLUED and not lexicon(self.actors).begins(head.word)
        if glued and head.word.startswith("لل"):
            return words[2:]
        return words[1:] if glued and len(words) > 1 else words

    def veto(self, rule: str, start: int, end: int) -> None:
        """Note that a rule kept a passage of the folded text from becoming a draft."""
        if self.explain:
            self.vetoes.append((rule, start, end))


@dataclass
class Scene:
    """One sentence with everything found in it."""

    page: Page
    sentence: Sentence
    parts: list[Unit]
    moments: list[Moment]
    figures: list[Figure]
    mains: list[Figure]
    places: list[PlacePhrase]
    move: Move
    frames: list[TollFrame] = field(default_factory=list)
    open_harm: list[tuple[Unit, list[Figure]]] = field(default_factory=list)

    def moments_in(self, first: int, last: int) -> list[Moment]:
        tokens = self.sentence.tokens
        return [m for m in self.moments if tokens[first].start <= m.start < tokens[last - 1].end]
