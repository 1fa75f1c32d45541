"""The messages of health offices beside the repository, against the figures that a person entered from them."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from bench.reading.messages import drafted_beside, judge, messages

FILE = Path("data") / "tfp_palestine" / "source_reports.jsonl"


@pytest.mark.shared
def test_every_headline_figure_of_the_ministry_s_messages_is_right(shared: Path) -> None:
    listed = messages(shared / FILE, "gaza")
    wrong = [verdict for message in listed for verdict in judge(message) if verdict.outcome == "wrong"]
    assert len(listed) == 50
    assert wrong == []


@pytest.mark.shared
def test_what_is_not_in_the_ministry_s_messages_is_counted_apart(shared: Path) -> None:
    told = Counter(verdict.outcome for message in messages(shared / FILE, "gaza") for verdict in judge(message))
    assert told == {"right": 292, "not stated": 4, "noted": 4}


@pytest.mark.shared
def test_nothing_is_drafted_beside_the_figures_but_what_the_messages_say(shared: Path) -> None:
    """Where another figure was entered, the message's own; and once the dead of a collapsed building."""
    beside = [figure for message in messages(shared / FILE, "gaza") for figure in drafted_beside(message)]
    assert beside == [("killed", 2), ("injured", 17), ("killed", 7), ("killed", 33)]


@pytest.mark.shared
def test_the_totals_named_by_the_lebanese_links_are_right(shared: Path) -> None:
    told = [verdict for message in messages(shared / FILE, "lebanon") for verdict in judge(message)]
    assert [verdict for verdict in told if verdict.outcome == "wrong"] == []
    assert sum(verdict.outcome == "right" for verdict in told) == 224
