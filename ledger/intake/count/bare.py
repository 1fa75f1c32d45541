"""Numbers with no noun that count people all the same: "another 198 have been injured", "a family of six"."""

from __future__ import annotations

from ledger.intake.count.numbers import number_at
from ledger.intake.text.clauses import Sentence

_MORE = frozenset({"another", "further", "additional", "other"})


def counts_people(sentence: Sentence, first: int, end: int) -> bool:
    """Whether the number at tokens [first, end) counts people by what stands beside it."""
    return _is_family(sentence, first) or _of_those(sentence, end) or _is_befallen(sentence, first, end)


def _is_befallen(sentence: Sentence, first: int, at: int) -> bool:
    """ "Another 198 have been injured": people, since that is what befell them."""
    more = first and sentence.tokens[first - 1].word in _MORE
    if not more and sentence.word_at(at) not in ("more", "others"):
        return False
    return sentence.has("killed", "injured", first=at, last=at + 4) and sentence.has("passive", first=at, last=at + 3)


def _is_family(sentence: Sentence, at: int) -> bool:
    """ "A family of six": all of them."""
    return [token.word for token in sentence.tokens[max(0, at - 2) : at]] == ["family", "of"]


def _of_those(sentence: Sentence, at: int) -> bool:
    """ "Two of the five were freed": people, as those are whom the second number counts."""
    words = [token.word for token in sentence.tokens[at : at + 2]]
    return words == ["of", "the"] and at + 2 < len(sentence.tokens) and number_at(sentence.tokens, at + 2) is not None
