"""Places of spoken Arabic: glued to "on", or at the head of a message without a word before them."""

from __future__ import annotations

import pytest

from tests.ledger.intake.reader import drafts, only


@pytest.mark.parametrize("text", ["قصف عنوى ٣ شهداء", "قصف ع نوى ٣ شهداء", "وقصف عنوى ٣ شهداء", "قصف على نوى ٣ شهداء"])
def test_on_may_be_glued_to_the_name(text: str) -> None:
    draft = only(text)
    assert draft.place is not None
    assert (draft.place.text, draft.place.id) == ("نوى", "sy-nawa")
    assert draft.quote == text[slice(*draft.span)]


@pytest.mark.parametrize("text", ["نوى ٣ شهداء", "نوى شهيد وجريحين", "حيط هادية اليوم", "نوى قصف من الصبح"])
def test_a_known_name_may_open_a_brief_message(text: str) -> None:
    draft = only(text)
    assert draft.place is not None
    assert draft.place.id in ("sy-nawa", "sy-hayt")


@pytest.mark.parametrize("text", ["قصف عنيف في تسيل", "عدد القتلى في تسيل ٣", "قصف عربي في تسيل"])
def test_words_that_begin_with_the_letter_are_no_places(text: str) -> None:
    assert {draft.place.id for draft in drafts(text) if draft.place} == {"sy-tasil"}


def test_a_place_and_the_wider_one_it_lies_in_are_one_place() -> None:
    draft = only("Airstrike on #Hayt, #Daraa, killed 4")
    assert draft.place is not None
    assert draft.place.id == "sy-hayt"
    assert "several_places" not in draft.flags
    assert "several_places" in only("2 killed in Hayt, Nawa and Tasil").flags
