"""A toll that nearly fits is put to the reporter with what differs, as buttons; a new one is one of them."""

from __future__ import annotations

import pytest

from ledger.domain.values import Role
from tests.bot.stage import Stage, words

KEPT = "The number of people killed in Hayt since 19 July 2018 by shelling rose to 62"
NEAR = "The number of people killed in Hayt since 20 July 2018 by shelling rose to 70"
KEPT_IN_ARABIC = "ارتفع إلى 62 عدد القتلى في حيط منذ 19 تموز 2018 جراء القصف المدفعي"
NEAR_IN_ARABIC = "ارتفع إلى 70 عدد القتلى في حيط منذ 20 تموز 2018 جراء القصف المدفعي"


async def test_what_differs_is_said_and_the_toll_goes_on_by_a_tap(stage: Stage) -> None:
    salma = await stage.joined("Salma", Role.MONITOR)
    await stage.recorded(salma, KEPT)
    card = await stage.tell(salma, NEAR)
    told = words(card)
    assert "Which toll is this? Choose below." in told
    assert "1. Hayt, Daraa – killed (shelling, since 19 July 2018): 62" in told
    assert "≠ start of the count: 20 July 2018 – there 19 July 2018" in told
    labels = [button.text for button in card.buttons]
    assert labels[:2] == ["1. start of the count there: 19 July 2018", "1: a new toll"]
    assert not any(label.startswith("✓") for label in labels)
    await stage.tap(salma, card, "1. start of the count")
    chosen = await stage.last(salma)
    assert "62 → 70" in words(chosen)
    await stage.tap(salma, chosen, "Confirm")
    assert [kind for _, kind in stage.facts()].count("toll_opened") == 1


async def test_a_new_toll_is_opened_by_a_tap(stage: Stage) -> None:
    salma = await stage.joined("Salma", Role.MONITOR)
    await stage.recorded(salma, KEPT)
    card = await stage.tell(salma, NEAR)
    await stage.tap(salma, card, "a new toll")
    await stage.tap(salma, await stage.last(salma), "Confirm")
    assert [kind for _, kind in stage.facts()].count("toll_opened") == 2


async def test_the_same_in_arabic(stage: Stage) -> None:
    salma = await stage.joined("سلمى", Role.MONITOR, "ar")
    card = await stage.tell(salma, KEPT_IN_ARABIC)
    await stage.tap(salma, card, "تأكيد")
    await stage.last(salma)
    card = await stage.tell(salma, NEAR_IN_ARABIC)
    told = words(card)
    assert "أي حصيلة يكمل هذا؟ اختر أدناه." in told
    assert "≠ بداية العدّ: 20 تموز 2018 – وهناك 19 تموز 2018" in told
    await stage.tap(salma, card, "بداية العدّ هناك")
    await stage.tap(salma, await stage.last(salma), "تأكيد")
    assert [kind for _, kind in stage.facts()].count("toll_opened") == 1


@pytest.mark.parametrize("language", ["en", "ar"])
async def test_a_toll_that_fits_is_not_asked_about(stage: Stage, language: str) -> None:
    salma = await stage.joined("Salma", Role.MONITOR, language)
    card = await stage.tell(salma, KEPT)
    await stage.tap(salma, card, "✓")
    await stage.last(salma)
    card = await stage.tell(salma, KEPT.replace("62", "70"))
    assert any(button.text.startswith("✓") for button in card.buttons)
