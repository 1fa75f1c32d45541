"""Addresses, user names, bold print, hashtags, emoji and list numbers: marks of a message and no words of a report."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ledger.intake import read
from ledger.intake.text.marks import unmarked
from ledger.intake.text.normalise import fold
from tests.ledger.intake.reader import DAY, bounds, drafts, only


def words(raw: str) -> list[str]:
    return unmarked(fold(raw)).text.split()


@pytest.mark.parametrize(
    ("raw", "left"),
    [
        ("Shelling on Tasil https://example.org/2-710-killed", ["Shelling", "on", "Tasil"]),
        ("see www.example.org/a?b=5, then", ["see", "then"]),
        ("example.org/en/5-dead-10-hurt 2 killed", ["2", "killed"]),
        ("[3 killed in Nawa](https://example.org/en/3-killed)", ["3", "killed", "in", "Nawa"]),
        ("RT @DeskOne: 2 killed", ["2", "killed"]),
        ("write to desk@example.org", ["write", "to"]),
        ("write to 44@example.org", ["write", "to"]),
        ("*Killed:* 5", ["Killed:", "5"]),
        ("__Nawa__ ~~4~~ 5", ["Nawa", "4", "5"]),
        ("k*illed", ["k*illed"]),
        ("~5 killed, ~10 hurt", ["~5", "killed,", "~10", "hurt"]),
        ("## Casualties", ["Casualties"]),
        ("#Hayt #ريف_درعا", ["Hayt", "ريف", "درعا"]),
        ("#YarmoukBasin #Daraa2018", ["Yarmouk", "Basin", "Daraa"]),
        ("#5 and 5 killed 😢 in Nawa", ["#5", "and", "5", "killed", "in", "Nawa"]),
        ("1/3 strike\n2/3 two dead\nmore 3/3", ["strike", "two", "dead", "more"]),
        ("1/8 strike", ["1/8", "strike"]),
        ("62 ➡ 58", ["62", "➡", "58"]),
    ],
)
def test_marks_are_left_out_and_words_and_figures_stay(raw: str, left: list[str]) -> None:
    assert words(raw) == left


@pytest.mark.parametrize(
    "raw", ["1. Hayt: 2\n2. Nawa: 3", "1) Hayt: 2\n2) Nawa: 3", "1️⃣ Hayt: 2\n2️⃣ Nawa: 3", "(1) Hayt: 2\n(2) Nawa: 3"]
)
def test_numbers_that_count_the_lines_of_a_list_become_bullets(raw: str) -> None:
    assert words(raw) == ["•", "Hayt:", "2", "•", "Nawa:", "3"]


@pytest.mark.parametrize("raw", ["5. Hayt was hit", "5️⃣ killed in Hayt"])
def test_a_number_that_counts_no_lines_stays_a_figure(raw: str) -> None:
    assert unmarked(fold(raw)).text.startswith("5")


@given(st.text(alphabet="ab5A #@*_/.\n\u20e3📍[](:ق", max_size=60))
@settings(max_examples=200, deadline=None, derandomize=True)
def test_every_letter_kept_leads_back_to_its_origin(raw: str) -> None:
    left = unmarked(fold(raw))
    assert len(left.text) == len(left.lower)
    for place, letter in enumerate(left.text):
        first, last = left.span(place, place + 1)
        assert 0 <= first < last <= len(raw)
        if not letter.isspace() and letter != "•":
            assert fold(raw[first:last]).text == letter


def test_a_quote_keeps_the_marks_of_the_text() -> None:
    raw = "🔴 *Shelling* on #YarmoukBasin, 3 killed"
    draft = only(raw)
    assert draft.quote == raw[slice(*draft.span)]
    assert "#YarmoukBasin" in draft.quote
    assert draft.place is not None
    assert (draft.place.id, draft.place.text) == ("sy-yarmouk-basin", "YarmoukBasin")


def test_an_address_states_nothing() -> None:
    assert drafts("https://example.org/2-710-martyrs-and-12-592-wounded") == []
    draft = only("Toll of the war: 2,710 killed https://example.org/4-000-killed")
    assert bounds(draft.killed) == (2710, 2710, "exact")


@pytest.mark.parametrize("text", ["https://example.org/4-000-killed", "@desk https://example.org", "🔴🔴"])
def test_a_message_without_words_says_why_nothing_was_read(text: str) -> None:
    assert "no words of its own" in read(text, published=DAY).notes[0]
