"""A monitor reports in a chat: read back, corrected, confirmed, recorded; in both languages."""

from __future__ import annotations

import pytest

from bot.local import origins
from ledger.domain.values import Role
from tests.bot.stage import Stage, words

ENGLISH = "Shelling on Hayt this morning, 3 killed, 2 of them children"
ARABIC = "قصف على حيط صباح اليوم أدى إلى مقتل 3 أشخاص"


async def test_a_report_is_read_back_and_recorded_once_confirmed(stage: Stage) -> None:
    salma = await stage.joined("Salma", Role.MONITOR)
    before = stage.facts()
    card = await stage.tell(salma, ENGLISH)
    assert "Is this right? Nothing is recorded yet." in words(card)
    for line in ("Shelling – Hayt, Daraa", "When: 1 August 2018", "Killed: 3 (children 2)", f"“{ENGLISH}”"):
        assert line in words(card)
    assert stage.facts() == before
    await stage.tap(salma, card, "Confirm")
    receipt = words(await stage.last(salma))
    assert receipt.startswith("Recorded R-")
    assert "(@" in receipt
    assert [kind for _, kind in stage.facts()] == ["report_received", "shelling_reported"]
    assert stage.facts()[-1][0] in receipt


async def test_the_same_in_arabic(stage: Stage) -> None:
    salma = await stage.joined("سلمى", Role.MONITOR, "ar")
    card = await stage.tell(salma, ARABIC)
    for line in ("هل هذا صحيح؟ لم يُسجَّل شيء بعد.", "قصف – حيط، درعا", "الوقت: 1 آب 2018", "القتلى: 3", f"«{ARABIC}»"):
        assert line in words(card)
    await stage.tap(salma, card, "تأكيد")
    assert words(await stage.last(salma)).startswith("سُجِّل R-")
    assert stage.facts()[-1][1] == "shelling_reported"


async def test_a_monitors_words_have_the_field_source_and_stay_private(stage: Stage) -> None:
    salma = await stage.joined("Salma", Role.MONITOR)
    receipt = await stage.recorded(salma, ENGLISH)
    report = stage.report(receipt)
    assert report.source == "Field monitors"
    assert report.public is False


async def test_discarding_records_nothing(stage: Stage) -> None:
    salma = await stage.joined("Salma", Role.MONITOR)
    card = await stage.tell(salma, ENGLISH)
    await stage.tap(salma, card, "Discard")
    assert "Nothing was recorded" in words(await stage.last(salma))
    assert "decided before" in await stage.tap(salma, card, "Confirm")
    await stage.tell(salma, ENGLISH.replace("3", "4"))
    assert "One draft is discarded" in words(await stage.tell(salma, "/cancel"))
    assert stage.facts() == []


async def test_an_old_draft_expires_and_says_so(stage: Stage) -> None:
    salma = await stage.joined("Salma", Role.MONITOR)
    card = await stage.tell(salma, ENGLISH)
    stage.clock.tick(25 * 3600)
    expired = await salma.heard_until(lambda it: "expired" in it.words)
    assert expired.id == card.id
    assert not expired.buttons
    assert "expired" in await stage.tap(salma, card, "Confirm")
    assert stage.facts() == []


async def test_an_edit_before_confirming_is_read_again(stage: Stage) -> None:
    salma = await stage.joined("Salma", Role.MONITOR)
    said = await salma.say(ENGLISH)
    await stage.heard(salma)
    await salma.edit(said, ENGLISH)
    assert await stage.heard(salma) == []  # Telegram sends edits for reasons of its own
    await salma.edit(said, ENGLISH.replace("3 killed", "4 killed"))
    card = await stage.last(salma)
    assert "I read it again" in words(card)
    assert "Killed: 4" in words(card)
    await stage.tap(salma, card, "Confirm")
    assert "Recorded R-" in words(await stage.last(salma))


async def test_an_edit_of_a_recorded_report_says_what_is_possible(stage: Stage) -> None:
    salma = await stage.joined("Salma", Role.MONITOR)
    said = await salma.say(ENGLISH)
    await stage.tap(salma, await stage.last(salma), "Confirm")
    await stage.heard(salma)
    recorded = stage.facts()
    await salma.edit(said, ENGLISH.replace("3", "9"))
    answer = words(await stage.last(salma))
    assert "editing it here changes nothing" in answer
    assert "fell from 62 to 58" in answer
    assert stage.facts() == recorded


async def test_a_channels_post_has_the_channel_as_its_source(stage: Stage) -> None:
    salma = await stage.joined("Salma", Role.MONITOR)
    channel = stage.server.channel("Daraa Martyrs Office")
    post = await channel.post(ENGLISH)
    await salma.forward(post)
    card = await stage.last(salma)
    assert "Source: Daraa Martyrs Office (forwarded)" in words(card)
    await stage.tap(salma, card, "Confirm")
    receipt = words(await stage.last(salma))
    assert stage.report(receipt).source == "Daraa Martyrs Office"


async def test_a_private_persons_origin_is_dropped(stage: Stage) -> None:
    salma = await stage.joined("Salma", Role.MONITOR)
    await salma.forward(ENGLISH, origin=origins.of_hidden("Khaled the doctor", stage.server.world.now()))
    card = await stage.last(salma)
    assert "Khaled" not in words(card)
    await stage.tap(salma, card, "Confirm")
    receipt = words(await stage.last(salma))
    assert stage.report(receipt).source == "Field monitors"


@pytest.mark.parametrize(
    ("content", "named"),
    [
        ({"voice": {"file_id": "v", "file_unique_id": "v1", "duration": 3}}, "voice messages"),
        ({"location": {"latitude": 32.7, "longitude": 35.9}}, "locations"),
    ],
)
async def test_what_cannot_be_read_is_answered(stage: Stage, content: dict[str, object], named: str) -> None:
    salma = await stage.joined("Salma", Role.MONITOR)
    await salma.show(content)  # type: ignore[arg-type]
    assert f"I cannot read {named} yet" in words(await stage.last(salma))


async def test_a_text_without_any_event_is_answered(stage: Stage) -> None:
    salma = await stage.joined("Salma", Role.MONITOR)
    assert "nothing is recorded" in words(await stage.tell(salma, "hello there"))


async def test_markup_in_a_report_is_shown_as_it_was_written(stage: Stage) -> None:
    salma = await stage.joined("Salma", Role.MONITOR)
    text = "Shelling on Hayt <b>today</b> & tonight, 3 killed \u202eevil"
    card = words(await stage.tell(salma, text))
    assert "<b>today</b> & tonight" in card
    assert "\u202e" not in card


@pytest.mark.parametrize("number", [10**9, 10**12])
async def test_an_absurd_number_is_refused_in_words(stage: Stage, number: int) -> None:
    salma = await stage.joined("Salma", Role.MONITOR)
    card = await stage.tell(salma, f"Shelling on Hayt, {number} people killed")
    assert "check the number" in words(card) or "number not given" in words(card)
    assert stage.facts() == []


async def test_reports_are_limited(stage: Stage) -> None:
    salma = await stage.joined("Salma", Role.MONITOR)
    for number in range(20):
        await salma.say(f"Shelling on Hayt, {number + 3} killed")
    assert "Is this right?" in words(await stage.last(salma))
    assert "many reports at once" in words(await stage.tell(salma, "Shelling on Hayt, 50 killed"))
    stage.clock.tick(11 * 60)
    assert "Is this right?" in words(await stage.tell(salma, "Shelling on Hayt, 51 killed"))


async def test_an_album_is_answered_once_and_its_caption_read(stage: Stage) -> None:
    salma = await stage.joined("Salma", Role.MONITOR)
    await salma.album([b"\xff\xd8one", b"\xff\xd8two", b"\xff\xd8three"], caption=ENGLISH)
    heard = [words(it) for it in await stage.heard(salma)]
    assert len(heard) == 2
    assert "Shelling – Hayt, Daraa" in heard[0]
    assert "the pictures itself" not in heard[1]
    assert "pictures" in heard[1]
