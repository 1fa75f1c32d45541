"""What a person says to correct a draft is understood in both languages, or refused with examples."""

from __future__ import annotations

import contextlib
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desk.corrections import corrected, corrections_in
from ledger.actors import default_actors
from ledger.domain.values import Harm, Quantifier, ReasonCode
from ledger.errors import CorrectionUnclear
from ledger.gazetteer import default_gazetteer
from ledger.intake.drafts import Draft, DraftKind
from ledger.intake.reading import read

PUBLISHED = date(2018, 8, 1)
SHELLING = read("Shelling on Hayt, 3 killed and 7 injured", published=PUBLISHED).drafts[0]
TOLL = read("The toll in Yarmouk Basin has fallen from 62 to 58, four were found alive", published=PUBLISHED).drafts[0]


def after(words: str, draft: Draft = SHELLING) -> Draft:
    return corrected(draft, words, PUBLISHED, default_gazetteer(), default_actors())


@pytest.mark.parametrize("words", ["place Jasim", "Place: Jasim.", "where Jasim", "المكان جاسم", "مكان: جاسم"])
def test_the_place_is_the_one_that_is_named(words: str) -> None:
    place = after(words).place
    assert place is not None
    assert place.id == "sy-jasim"


def test_a_place_that_no_gazetteer_knows_is_kept_in_its_words() -> None:
    place = after("place Nowhereville").place
    assert place is not None
    assert (place.text, place.id) == ("Nowhereville", None)


@pytest.mark.parametrize(
    ("words", "low", "high", "qualifier"),
    [
        ("killed 5", 5, 5, Quantifier.EXACT),
        ("5 killed", 5, 5, Quantifier.EXACT),
        ("killed at least 5", 5, None, Quantifier.AT_LEAST),
        ("killed 62 -> 58", 58, 58, Quantifier.EXACT),
        ("killed between 4 and 6", 4, 6, Quantifier.BETWEEN),
        ("killed hundreds", None, None, Quantifier.HUNDREDS),
        ("القتلى 5", 5, 5, Quantifier.EXACT),
        ("القتلى ٥", 5, 5, Quantifier.EXACT),
        ("القتلى 5 على الأقل", 5, None, Quantifier.AT_LEAST),
    ],
)
def test_the_killed_are_counted_as_worded(words: str, low: int | None, high: int | None, qualifier: Quantifier) -> None:
    killed = after(words).killed
    assert killed is not None
    assert (killed.low, killed.high, killed.qualifier) == (low, high, qualifier)


def test_a_party_is_named_by_words_or_id_and_one_of_several_is_not_guessed() -> None:
    assert [(it.text, it.id) for it in (after("actor Jaish Khaled").actor, after("actor rsf").actor) if it] == [
        ("Jaish Khaled", "jaysh-khalid"),
        ("Rapid Support Forces", "rsf"),
    ]
    here, nowhere = (
        after("actor the army").actor,
        after("actor the army", SHELLING.model_copy(update={"place": None})).actor,
    )
    assert here is not None
    assert here.id == "regime-forces"
    assert nowhere is not None
    assert nowhere.id is None
    assert {"regime-forces", "sudanese-army"} <= set(nowhere.candidates)


def test_a_correction_touches_nothing_else() -> None:
    assert after("killed 5").model_copy(update={"killed": SHELLING.killed}) == SHELLING


@pytest.mark.parametrize("words", ["not killed", "no killed", "killed unknown", "بدون قتلى", "القتلى لا"])
def test_a_figure_is_taken_back(words: str) -> None:
    assert after(words).killed is None
    assert after(words).injured == SHELLING.injured


def test_several_corrections_stand_in_one_message() -> None:
    draft = after("place Jasim, killed 5\ndate 30 July, 2018")
    assert draft.place is not None
    assert draft.killed is not None
    assert draft.occurred is not None
    assert (draft.place.id, draft.killed.low, draft.occurred.start) == ("sy-jasim", 5, date(2018, 7, 30))


@pytest.mark.parametrize("words", ["date 30 July", "التاريخ 30 تموز", "date 2018-07-30"])
def test_the_day_of_a_toll_is_the_day_it_counts_to(words: str) -> None:
    assert after(words, TOLL).counted_to == date(2018, 7, 30)
    occurred = after(words).occurred
    assert occurred is not None
    assert occurred.start == date(2018, 7, 30)


def test_parts_of_the_killed_are_named_by_group() -> None:
    killed = after("killed 5 including 2 children, women 1").killed
    assert killed is not None
    assert [(it.group, it.low) for it in killed.breakdown] == [("children", 2), ("women", 1)]
    fewer = corrected(after("children 2"), "not children", PUBLISHED, default_gazetteer(), default_actors()).killed
    assert fewer is not None
    assert fewer.breakdown == ()


def test_people_held_or_missing_have_their_harm() -> None:
    draft = after("missing 4")
    assert draft.affected is not None
    assert (draft.affected.low, draft.harm) == (4, Harm.MISSING)


@pytest.mark.parametrize("words", ["type air strike", "النوع غارة جوية"])
def test_the_kind_of_event_can_be_named(words: str) -> None:
    assert after(words).kind is DraftKind.STRIKE


@pytest.mark.parametrize("words", ["reason found alive 4", "السبب العثور على 4 أحياء"])
def test_a_reason_for_a_fall_is_signed_as_the_toll_moves(words: str) -> None:
    (reason,) = after(words, TOLL).reasons
    assert (reason.code, reason.amount) == (ReasonCode.FOUND_ALIVE, -4)


def test_the_party_is_resolved_by_any_of_its_names() -> None:
    actor = after("by regime forces").actor
    assert actor is not None
    assert actor.id == "regime-forces"


@pytest.mark.parametrize(
    "words", ["hello", "", "killed", "killed many", "killed -3", "not a strike", "yesterday", "place"]
)
def test_unclear_words_are_refused_with_examples(words: str) -> None:
    with pytest.raises(CorrectionUnclear) as refused:
        after(words)
    assert "killed at least 5" in refused.value.example


@pytest.mark.parametrize("words", ["Shelling on Hayt, 3 killed", "هدوء في نوى اليوم", "62 -> 58, four found alive"])
def test_a_report_is_no_correction(words: str) -> None:
    assert corrections_in(words) == 0


@given(st.text(max_size=200))
@settings(max_examples=150, derandomize=True, deadline=None)
def test_any_words_correct_or_are_refused(words: str) -> None:
    with contextlib.suppress(CorrectionUnclear):
        assert isinstance(after(words), Draft)
