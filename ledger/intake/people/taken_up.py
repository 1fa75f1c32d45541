"""Harm told of people by an English pronoun: "fired at a man and killed him", "a boy was hit and he died"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ledger.intake.count.figures import Figure
from ledger.intake.text.clauses import Sentence
from ledger.names import word_set

_ONE, _MANY = word_set("him her he she"), word_set("them they")
_PRONOUNS = _ONE | _MANY
_OBJECTS = word_set("him her them")
_NOT_DONE = word_set("not without of from to if threatened threatening threat nearly almost before instead")
_DIES = word_set("died dies perished succumbed")
_REACH = 40  # tokens from the people to the pronoun
_BESIDE = 4  # tokens from "he" to "was killed"


def taken_up(sentence: Sentence, figures: Sequence[Figure]) -> Iterator[tuple[Figure, str]]:
    """Figures of no harm yet, each with the harm that a pronoun after it tells of the same people."""
    for at, token in enumerate(sentence.tokens):
        if token.word not in _PRONOUNS:
            continue
        role = _done_to(sentence, at) if token.word in _OBJECTS else _suffered(sentence, at)
        before = [f for f in figures if f.unit == "person" and f.last <= at <= f.last + _REACH]
        fits = [f for f in before if (f.low == 1) == (token.word in _ONE) and f.group != "families"]
        if role and fits:
            yield fits[-1], role


def _done_to(sentence: Sentence, at: int) -> str:
    """ "Killed him": the verb stands right before, and nobody is counted right after ("her two sons")."""
    for name in ("killed", "injured"):
        for tag in sentence.named(f"{name}_before", first=max(0, at - 3), last=at):
            before = {token.word for token in sentence.tokens[max(0, tag.first - 2) : tag.first]}
            done = sentence.tokens[tag.last - 1].word.endswith(("ed", "ing", "s")) and not before & _NOT_DONE
            if tag.last == at and done and not sentence.has("person", first=at + 1, last=at + 4):
                return name
    return ""


def _suffered(sentence: Sentence, at: int) -> str:
    """ "He was killed", "they died"."""
    for name in ("killed", "injured"):
        for tag in sentence.named(name, first=at + 1, last=at + 1 + _BESIDE):
            passive = any(found.last == tag.first for found in sentence.named("passive", first=at, last=tag.first))
            if passive or sentence.tokens[tag.first].word in _DIES:
                return name
    return ""
