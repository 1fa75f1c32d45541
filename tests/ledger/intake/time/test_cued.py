"""A pattern with cues finds all that it would find without them."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ledger.intake.time import arabic_date_patterns, date_patterns, window_patterns
from ledger.intake.time.cued import Cued, cued

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


@pytest.mark.parametrize("name", PATTERNS)
def test_whatever_a_pattern_matches_holds_one_of_its_cues(name: str) -> None:
    """Where this fails, the pattern was widened and its cues were not."""
    pattern = PATTERNS[name]

    @given(st.from_regex(pattern.pattern))
    @settings(max_examples=100, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
    def check(text: str) -> None:
        plain = [found.span() for found in pattern.pattern.finditer(text) if is_told(pattern, found)]
        assert [found.span() for found in pattern.finditer(text, 0, len(text)) if is_told(pattern, found)] == plain

    check()


def test_a_pattern_that_was_widened_without_its_cue_is_caught() -> None:
    narrow = Cued(("today",), re.compile("today|tonight"))
    assert list(narrow.finditer("struck tonight", 0, 14)) == []
    assert [found[0] for found in cued(("today", "tonight"), "today|tonight").finditer("struck tonight", 0, 14)]


def test_a_cue_counts_only_within_the_passage() -> None:
    assert list(cued(("may",), "may|june").finditer("june, and then may", 0, 4)) == []


def test_a_cue_that_holds_another_is_left_out() -> None:
    assert cued(("january", "jan", "may"), "x").cues == ("jan", "may")


def test_no_time_begins_within_a_word() -> None:
    assert list(cued(("may",), r"may(?: \d{4})?").finditer("to his dismay 2018 people", 0, 25)) == []
