"""One person told by an article: "a child", "his 13-year-old son", "one of them a nurse"."""

from __future__ import annotations

from ledger.domain.values import Quantifier
from ledger.intake.count.figures import Figure
from ledger.intake.count.nouns import STOPS, starting, with_person
from ledger.intake.count.number_words import WORDS
from ledger.intake.text.clauses import Sentence
from ledger.names import word_set

WHOSE = frozenset({"his", "her", "their", "its"})
_HARMED = frozenset({"killed", "wounded", "injured", "dead"})
TAKERS = ("release", "abduction", "detention", "execution", "killed_before", "injured_before")
"""Phrases right behind which a word for one person counts: "released the young man", "the death of one man"."""
_PLURALS = word_set("family crew staff couple police people men women children personnel press casualties")


def one_person(sentence: Sentence, at: int) -> Figure | None:
    """ "A child", "an older man": one person."""
    taken = sentence.tokens[at].word == "the" and any(
        tag.last == at for tag in sentence.named(*TAKERS, last=at)
    )  # "released the young man"
    if [token.word for token in sentence.tokens[at : at + 2]] == ["a", "couple"]:
        following = sentence.tokens[at + 2].word if at + 2 < len(sentence.tokens) else ""
        return None if following == "of" else Figure(at, at, at + 2, 2, 2, Quantifier.EXACT, "person")
    kin = sentence.tokens[at].word in WHOSE and at > 0 and sentence.tokens[at - 1].word == "and"
    if sentence.tokens[at].word not in ("a", "an", "one") and not taken and not kin:
        return None
    for place in range(at + 1, min(at + 9, len(sentence.tokens))):
        token = sentence.tokens[place]
        if sentence.has("after_not_people", first=place, last=place + 5) and token.is_number:
            continue  # "his 13-year-old son"
        if token.text == "-":
            continue
        if sentence.tokens[place - 1].word == "old" and not token.is_word:  # "a 15-year-old, hit by a bullet"
            return Figure(at, at, place, 1, 1, Quantifier.EXACT, "person", is_article=True)
        if not token.is_word or token.word in STOPS or token.word == "of" or token.word in WORDS:
            return None
        if token.word in _HARMED and not sentence.has("person", first=place + 1, last=place + 2):
            return None  # "a landmine killed two"
        for tag in starting(sentence, place, "person"):
            noun = sentence.tokens[tag.last - 1].word
            if noun.endswith("s") or noun in _PLURALS:
                return None
            figure = Figure(at, at, at + 1, 1, 1, Quantifier.EXACT, is_article=True)
            return with_person(sentence, figure, tag.value, tag.last)
    return None


def is_one_of_them(sentence: Sentence, at: int) -> bool:
    """ "One of them a child", "four were killed, one a nurse": the noun behind it is the one that counts."""
    following = [token.word for token in sentence.tokens[at + 1 : at + 5]]
    if following[:1] in (["a"], ["an"]):
        return True
    partly = following[:2] in (["of", "them"], ["of", "whom"])
    return partly and following[2:3] in (["a"], ["an"], ["is"], ["was"]) and bool({"a", "an"} & set(following[2:4]))
