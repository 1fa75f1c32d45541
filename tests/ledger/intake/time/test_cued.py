"""A pattern with cues finds all that it would find without them."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ledger.intake.time import arabic_date_patterns, date_patterns, window_patterns
from ledger.intake.time.cued import Cued, Passage, cued

PATTERNS = {
    f"{module.__name__.rpartition('.')[2]}.{name}": pattern
    for module in (arabic_date_patterns, date_patterns, window_patterns)
    for name, pattern in vars(module).items()
    if isinstance(pattern, Cued)
}
PATTERNS |= {
    f"date_patterns.RELATIVE.{at}": pattern
    for at, (pattern, *_) in enumerate(date_patterns.RELATIVE)
    if isinstance(pattern, Cued)
}
MONTHS_OF_A_STRETCH = ("m1", "k1", "m2", "k2")  # without one of them it is no time


def is_told(pattern: Cued, found: re.Match[str]) -> bool:
    names = {window_patterns.STRETCH: MONTHS_OF_A_STRETCH, window_patterns.LASTING: MONTHS_OF_A_STRETCH[:2]}.get(
        pattern
    )
    return names is None or any(found[name] for name in names)


def matches(pattern: Cued, text: str) -> list[re.Match[str]]:
    return list(Passage(text, 0, len(text)).matches(pattern))


@pytest.mark.parametrize("name", PATTERNS)
def test_whatever_a_pattern_matches_holds_one_of_its_cues(name: str) -> None:
    """Where this fails, the pattern was widened and its cues were not."""
    pattern = PATTERNS[name]

    @given(st.from_regex(pattern.pattern))
    @settings(max_examples=100, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
    def check(drawn: str) -> None:
        text = "".join(str(unicodedata.decimal(letter, letter)) for letter in drawn)  # as a text is folded
        plain = [found.span() for found in pattern.pattern.finditer(text) if is_told(pattern, found)]
        assert [found.span() for found in matches(pattern, text) if is_told(pattern, found)] == plain

    check()


def test_a_pattern_that_was_widened_without_its_cue_is_caught() -> None:
    narrow = Cued(("today",), re.compile("today|tonight"))
    assert matches(narrow, "struck tonight") == []
    assert [found[0] for found in matches(cued(("today", "tonight"), "today|tonight"), "struck tonight")]


def test_a_cue_counts_only_within_the_passage() -> None:
    assert list(Passage("june, and then may", 0, 4).matches(cued(("may",), "may|june"))) == []


def test_a_word_is_a_cue_however_it_is_joined_and_a_name_only_as_a_whole_word() -> None:
    assert matches(cued(("امس",), "امس"), "وامس")
    assert matches(cued(("may",), "may|x"), "x, as he may")
    assert not matches(cued(("may",), "may|x"), "x, to his dismay")
    assert matches(cued(("since ",), "since|x"), "x since then")
    assert not matches(cued(("since ",), "since|x"), "x sinces")


def test_all_words_of_a_cue_must_stand_in_the_passage() -> None:
    pattern = cued(("this morning",), "this morning|x")
    assert matches(pattern, "x this morning")
    assert not matches(pattern, "x this evening")


def test_what_stands_beside_a_cue_is_asked_for_too() -> None:
    pattern = cued(("may",), r"may|\d", also=tuple("0123456789"))
    assert matches(pattern, "5 may")
    assert not matches(pattern, "may")


def test_a_word_without_end_is_looked_through_and_not_kept() -> None:
    assert matches(cued(("tonight",), "tonight"), "5" * 100 + "tonight")


def test_no_time_begins_within_a_word() -> None:
    assert matches(cued(("may",), r"may(?: \d{4})?"), "to his dismay 2018 people") == []
