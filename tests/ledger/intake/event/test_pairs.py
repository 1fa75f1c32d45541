"""Events told by two words that stand apart."""

from __future__ import annotations

import pytest

from tests.ledger.intake.reader import kinds


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("A truce took effect in Hayt at midnight.", "agreement"),
        ("The two sides agreed to a 72-hour truce in Hayt.", "agreement"),
        ("A deal between the elders and the army was signed on Monday.", "agreement"),
        ("The talks over the captives, which elders had led since May, came to nothing.", "negotiation_failed"),
        ("Negotiations in Hayt broke up on Friday.", "negotiation_failed"),
        ("The organization put two men to death in Mayadin.", "execution"),
        ("Rebels took the village of Hayt on Monday.", "control_change"),
        ("The army recaptured Hayt on Monday.", "control_change"),
        ("Soldiers captured five people in Nawa.", "detention"),
        ("Police took 14 young men into custody in Nawa.", "detention"),
        ("Gunmen attacked a post near Jasim, killing four soldiers.", "clash"),
        ("A soldier was shot dead in Nawa during a raid.", "violence"),
    ],
)
def test_the_kind_is_known_by_both_words(text: str, kind: str) -> None:
    assert kinds(text) == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "The rebels denied having signed any truce.",
        "No truce was announced.",
        "Rescuers pulled 14 people alive from the rubble.",
        "The fighting enters its fourth month.",
        "Aid agencies are planning for 100,000 displaced people.",
    ],
)
def test_denials_rescues_and_plans_are_no_drafts(text: str) -> None:
    assert kinds(text) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The previous meeting, on Thursday, broke up without any result.", "negotiation_failed"),
        ("Consultations on Nawa ended on Monday without a breakthrough.", "negotiation_failed"),
        ("The agreement which the factions and the army reached on Monday lets the fighters leave.", "agreement"),
    ],
)
def test_meetings_fail_and_agreements_are_reached_in_other_words(text: str, kind: str) -> None:
    assert kinds(text) == [kind]


def test_a_meeting_alone_is_none() -> None:
    assert kinds("A meeting of elders took place in Nawa.") == []


def test_a_new_round_begins_talks() -> None:
    assert kinds("A new round of negotiations began in Geneva today.") == ["negotiation_started"]
