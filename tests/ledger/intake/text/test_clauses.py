"""Sentences, and the clauses that connectors cut them into."""

from __future__ import annotations

import pytest

from ledger.intake.text.clauses import Sentence, sentences
from ledger.intake.text.normalise import fold


def read(text: str) -> list[Sentence]:
    folded = fold(text)
    return list(sentences(folded.text, folded.lower, 0, len(folded.text)))


def clauses(text: str) -> list[str]:
    (sentence,) = read(text)
    return [" ".join(token.text for token in sentence.tokens[c.first : c.last]) for c in sentence.clauses]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Shells hit Nawa. Calm prevails in Jasim.", 2),
        ("Mrs. R. A. was released. She is at home.", 2),
        ("3 killed incl. a child in Nawa", 1),
        ("Shells killed approx. 20 people in Nawa.", 1),
        ("Lt. Gen. Omar spoke of Nawa.", 1),
        ("strong smell over nawa. i saw nine dead", 2),
        ("Shells fell near the camp. of Nawa", 1),
        ("قصف على نوى. هدوء في جاسم.", 2),
    ],
)
def test_sentences_end_where_they_end(text: str, count: int) -> None:
    assert len(read(text)) == count


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("warplanes bombed Nawa, while regime forces shelled Jasim", 2),
        ("warplanes bombed Nawa where shells fell as well", 2),
        ("the SDF arrested 14 people, and released 3 of them", 2),
        ("calm prevails after the failure of the talks", 2),
        ("shells hit Nawa, Jasim and Inkhil", 1),
        ("ساد الهدوء بعد فشل المفاوضات", 2),
        ("قصف بعد منتصف الليل", 1),
    ],
)
def test_connectors_begin_a_clause_and_lists_do_not(text: str, parts: int) -> None:
    assert len(clauses(text)) == parts


def test_a_sentence_without_end_is_cut() -> None:
    assert len(read("shells hit Nawa " * 400)) > 1
