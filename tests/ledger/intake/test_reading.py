"""A whole bulletin, in English and in Arabic: four tolls of dead, the events around them, nothing that was not."""

from __future__ import annotations

from datetime import date

import pytest

from ledger.domain.values import Harm
from ledger.intake import Draft, Reading, read
from tests.ledger.intake.bulletins import ARABIC, ENGLISH, PUBLISHED
from tests.ledger.intake.reader import bounds, groups

JULY_19 = date(2018, 7, 19)
BULLETINS = pytest.mark.parametrize("text", [ENGLISH, ARABIC], ids=["en", "ar"])


def reading(text: str) -> Reading:
    return read(text, published=PUBLISHED)


def dead(text: str) -> list[Draft]:
    return [draft for draft in reading(text).drafts if draft.kind.value == "toll_stated" and draft.killed]


def key(draft: Draft) -> tuple[object, ...]:
    """The parts of the toll's key that the text gives."""
    place, actor = draft.place, draft.actor
    return (
        place.id if place else None,
        draft.group,
        draft.affiliation,
        draft.harm,
        draft.cause,
        actor.id if actor else None,
        draft.period_start,
    )


@BULLETINS
def test_a_bulletin_states_four_separate_tolls_of_dead(text: str) -> None:
    assert [draft.killed.low for draft in dead(text) if draft.killed] == [62, 48, 297, 110]


@BULLETINS
def test_what_is_broken_down_stays_as_the_source_broke_it_down(text: str) -> None:
    bombed, executed, *_ = dead(text)
    assert bounds(bombed.killed) == (62, None, "at_least")
    assert groups(bombed.killed) == {"children": 11, "women": 10}
    assert groups(executed.killed)["women and boys"] == 8


@BULLETINS
def test_the_window_of_a_toll_is_taken_from_the_words_or_from_the_toll_before(text: str) -> None:
    assert [draft.period_start for draft in dead(text)] == [JULY_19, None, JULY_19, JULY_19]


@BULLETINS
def test_fighters_are_counted_apart_with_their_party(text: str) -> None:
    _, _, jaysh, regime = dead(text)
    assert (jaysh.group, jaysh.affiliation) == ("combatants", "Jaysh Khalid ibn al-Walid")
    assert (regime.group, regime.affiliation) == ("combatants", "Syrian regime forces")


def test_a_toll_told_in_arabic_has_the_key_of_the_same_toll_told_in_english() -> None:
    assert [key(draft) for draft in dead(ARABIC)] == [key(draft) for draft in dead(ENGLISH)]


def test_the_key_of_the_bombed_names_place_cause_and_perpetrator() -> None:
    assert key(dead(ENGLISH)[0]) == (
        "sy-yarmouk-basin", "all", None, Harm.KILLED, "bombardment and shelling", "regime-forces", JULY_19,
    )  # fmt: skip


@BULLETINS
def test_the_events_around_the_tolls_are_drafted(text: str) -> None:
    told = [draft.kind.value for draft in reading(text).drafts if draft.kind.value != "toll_stated"]
    assert told == ["strike", "shelling", "execution", "calm_observed", "negotiation_failed"]


@BULLETINS
def test_presence_threats_demands_and_terms_are_no_drafts(text: str) -> None:
    counted = {
        count.measure
        for draft in reading(text).drafts
        for count in (draft.killed, draft.injured, draft.affected)
        if count is not None
    }
    assert not counted & {100, 30, 517}
    assert "release" not in {draft.kind.value for draft in reading(text).drafts}


def test_hundreds_of_injured_are_a_toll_of_their_own_in_words() -> None:
    (injured,) = [d for d in reading(ENGLISH).drafts if d.kind.value == "toll_stated" and d.killed is None]
    assert bounds(injured.injured) == (None, None, "hundreds")
    assert injured.harm is Harm.INJURED


@BULLETINS
def test_every_quote_is_exactly_the_text_at_its_span(text: str) -> None:
    for draft in reading(text).drafts:
        assert text[draft.span[0] : draft.span[1]] == draft.quote


def test_the_province_that_opens_the_report_is_its_scope_and_the_source_is_named() -> None:
    found = reading(ENGLISH)
    assert found.scope is not None
    assert (found.scope.text, found.scope.id) == ("Daraa Province", "sy12")
    assert found.source == "Syrian Observatory for Human Rights"
    assert (found.language, reading(ARABIC).language) == ("en", "ar")


def test_the_line_of_a_draft_has_the_scorers_keys() -> None:
    line = dead(ENGLISH)[0].line()
    assert line["kind"] == "toll_stated"
    assert isinstance(line["span"], list)
    assert line["killed"] == {
        "low": 62, "high": None, "qualifier": "at_least",
        "breakdown": [
            {"group": "children", "low": 11, "high": 11, "qualifier": "exact", "affiliation": None},
            {"group": "women", "low": 10, "high": 10, "qualifier": "exact", "affiliation": None},
        ],
    }  # fmt: skip


def test_explaining_names_the_rules_that_made_a_draft_or_kept_one_from_being_made() -> None:
    found = read(ENGLISH, published=PUBLISHED, explain=True)
    assert found.explanation is not None
    assert [it.number for it in found.explanation.drafts] == [draft.number for draft in found.drafts]
    assert found.explanation.vetoed
    assert read(ENGLISH, published=PUBLISHED).explanation is None


@pytest.mark.parametrize(
    "name",
    [
        "Jaysh Khalid ibn al-Walid",
        "Jaysh Khaled Ibn Al-Waleed",
        "the Khaled Army",
        "Khalid Bin Al-Walid Army",
        "جيش خالد بن الوليد",
        "جيش خالد",
    ],
)
def test_one_party_under_many_spellings_is_one_id(name: str) -> None:
    (draft,) = read(f"Shelling by {name} on Hayt today", published=PUBLISHED).drafts
    assert draft.actor is not None
    assert draft.actor.id == "jaysh-khalid"
