"""Phrases that words for a time part, in sentences of our own."""

from __future__ import annotations

import pytest

from tests.ledger.intake.reader import kinds


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The army withdrew yesterday from Tafas.", "control_change"),
        ("The army withdrew on Monday evening from Tafas.", "control_change"),
        ("The third round of talks on Nawa ended on Friday without result.", "negotiation_failed"),
        ("انسحبت قوات النظام أمس من بلدة تفس.", "control_change"),
    ],
)
def test_a_time_may_part_a_phrase(text: str, kind: str) -> None:
    assert kinds(text) == [kind]


def test_other_words_may_not() -> None:
    assert kinds("The army withdrew its claims from the file on Tafas.") == []
