"""Clauses grouped into units that tell one thing: a clause and what hangs on it."""

from __future__ import annotations

from dataclasses import dataclass

from ledger.intake.text.clauses import Sentence
from ledger.names import word_set

STRONG = word_set(
    "where while whereas also and but amid when meanwhile as so though although و فيما كما حيث بينما اما لكن كذلك "
    "ايضا ;"
)
"""Connectors after which something new is told."""

_HANGING = word_set(
    "which who whom whose with causing killing leaving wounding injuring in by under including among "
    "through between due the for on at during without الذي التي الذين من علي جراء نتيجه بسبب منذ خلال مما "
    "ما بينهم اثر"
)
_PRONOUNS = frozenset({"they", "he", "she", "it"})


@dataclass(slots=True)
class Unit:
    """Tokens [first, last) of a sentence; ``main`` ends before what only hangs on it."""

    first: int
    main: int
    last: int
    opener: str


def units(sentence: Sentence) -> list[Unit]:
    """The sentence's units in order."""
    found: list[Unit] = []
    for clause in sentence.clauses:
        start = clause.first
        if clause.opener and clause.opener != ";" and sentence.tokens[start].word in (clause.opener, "and"):
            start = min(start + 1, clause.last - 1) if clause.opener in STRONG else start
        if found and _hangs(sentence, clause.first, clause.opener):
            found[-1].last = clause.last
            continue
        found.append(Unit(start, clause.last, clause.last, clause.opener))
    return found


def _hangs(sentence: Sentence, first: int, opener: str) -> bool:
    if opener == "as" and first:
        clause = next(c for c in sentence.clauses if c.first == first)
        inside = {tag.name for tag in sentence.tags if clause.first <= tag.first < min(clause.last, clause.first + 8)}
        return bool(inside & {"source", "attribution"}) and not inside & {
            "hit",
            "air_means",
            "ground_means",
            "killed",
            "thing",
        }
    if opener == "where" and first + 2 < len(sentence.tokens):
        return sentence.tokens[first + 1].word in _PRONOUNS and sentence.tokens[first + 2].word in ("were", "was")
    return opener in _HANGING
