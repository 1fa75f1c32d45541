"""Falls and values wait for a reviewer: buttons and commands, who may, who is told."""

from __future__ import annotations

import pytest

from bot.local import Message, Person
from ledger.domain.values import Role
from tests.bot.stage import Stage, words

TOLL = "At least 62 people killed by bombardment in Yarmouk Basin since 19 July 2018, including 11 children"
TOLL_AR = "ارتفعت حصيلة القتلى في حوض اليرموك إلى 62 منذ 19 تموز 2018"
FALL = "The toll in Yarmouk Basin has fallen from 62 to 58, four were found alive"
FALL_AR = "انخفضت حصيلة القتلى في حوض اليرموك من 62 إلى 58 بعد العثور على أربعة أحياء"


async def waiting(stage: Stage, reviewer: Person) -> list[Message]:
    """The messages of what waits for somebody."""
    await reviewer.say("/queue")
    return [it for it in await stage.heard(reviewer) if it.buttons]


async def all_accepted(stage: Stage, reviewer: Person) -> None:
    for message in await waiting(stage, reviewer):
        await stage.tap(reviewer, message, "✓")
    await stage.heard(reviewer)


async def test_a_fall_waits_is_accepted_by_button_and_everybody_hears(stage: Stage) -> None:
    salma, omar = await stage.joined("Salma", Role.MONITOR), await stage.joined("Omar", Role.REVIEWER)
    await stage.recorded(salma, TOLL)
    await all_accepted(stage, omar)
    await stage.heard(salma)
    card = await stage.tell(salma, FALL)
    assert "at least 62 → 58 (found alive −4): a fall, so a reviewer must agree." in words(card)
    await stage.tap(salma, card, "Confirm")
    assert "waits for a reviewer" in words(await stage.last(salma))
    assert "killed: at least 62" in words(await stage.tell(salma, "toll in Yarmouk Basin?"))
    (item,) = await waiting(stage, omar)
    assert "killed: at least 62 → 58" in words(item)
    assert "Why: found alive −4" in words(item)
    assert f"In the report: “{FALL}" in words(item)
    assert "Salma" not in words(item)
    await stage.tap(omar, item, "Accept")
    assert "accepted (@" in words(await stage.last(omar))
    assert "A reviewer accepted T-" in words(await stage.last(salma))
    answer = words(await stage.tell(salma, "/toll Yarmouk Basin"))
    for line in ("killed: 58", "Before: at least 62 (up to 1 August 2018)", "Why it moved: found alive −4"):
        assert line in answer


async def test_the_same_in_arabic(stage: Stage) -> None:
    salma = await stage.joined("سلمى", Role.MONITOR, "ar")
    omar = await stage.joined("عمر", Role.REVIEWER, "ar")
    await stage.recorded(salma, TOLL_AR)
    await all_accepted(stage, omar)
    await stage.heard(salma)
    card = await stage.tell(salma, FALL_AR)
    assert "من 62 إلى 58 (عُثر عليهم أحياء −4): انخفاض يحتاج إلى موافقة مراجع." in words(card)
    await stage.tap(salma, card, "تأكيد")
    assert "بانتظار مراجع" in words(await stage.last(salma))
    (item,) = await waiting(stage, omar)
    await stage.tap(omar, item, "قبول")
    assert words(await stage.last(omar)).startswith("قُبل T-")
    assert "قَبِل مراجع" in words(await stage.last(salma))
    answer = words(await stage.tell(salma, "حصيلة حوض اليرموك؟"))
    for line in ("حوض اليرموك، درعا – القتلى: 58", "قبل ذلك: 62", "سبب التغيّر: عُثر عليهم أحياء −4"):
        assert line in answer


@pytest.mark.parametrize("tapped", [True, False])
async def test_a_fall_without_a_reason_asks_why(stage: Stage, tapped: bool) -> None:
    salma, omar = await stage.joined("Salma", Role.MONITOR), await stage.joined("Omar", Role.REVIEWER)
    await stage.recorded(salma, TOLL)
    await all_accepted(stage, omar)
    await stage.heard(salma)
    card = await stage.tell(salma, "The toll in Yarmouk Basin fell from 62 to 58")
    assert "62 → 58 is a fall. Why?" in words(card)
    assert not [it for it in card.buttons if "Confirm" in it.text]
    if tapped:
        await stage.tap(salma, card, "counted twice")
    else:
        await salma.say("reason counted twice 4")
    again = await stage.last(salma)
    assert "62 → 58 (counted twice −4): a fall" in words(again)
    await stage.tap(salma, again, "Confirm")
    assert "waits for a reviewer" in words(await stage.last(salma))


async def test_a_rejection_asks_why_and_the_reporter_hears_the_reason(stage: Stage) -> None:
    salma, omar = await stage.joined("Salma", Role.MONITOR), await stage.joined("Omar", Role.REVIEWER)
    await stage.recorded(salma, TOLL)
    (item,) = await waiting(stage, omar)
    await stage.tap(omar, item, "Reject")
    asked = await stage.last(omar)
    assert "Why is T-" in words(asked)
    await stage.tap(omar, asked, "entry error")
    assert "rejected (@" in words(await stage.last(omar))
    told = words(await stage.last(salma))
    assert "did not accept" in told
    assert "Reason: entry error" in told
    assert "Omar" not in told


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("entry error", "entry error"),
        ("Duplicate!", "counted twice"),
        ("خطأ في الإدخال", "entry error"),
        ("مكرر", "counted twice"),
        ("no reason", "no reason given"),
    ],
)
@pytest.mark.parametrize("as_reply", [True, False])
async def test_a_reason_that_is_typed_is_as_good_as_a_tap(
    stage: Stage, typed: str, reason: str, as_reply: bool
) -> None:
    salma, omar = await stage.joined("Salma", Role.MONITOR), await stage.joined("Omar", Role.REVIEWER)
    await stage.recorded(salma, TOLL)
    (item,) = await waiting(stage, omar)
    await stage.tap(omar, item, "Reject")
    asked = await stage.last(omar)
    await omar.say(typed, reply_to=asked if as_reply else None)
    question, answer = await stage.heard(omar)
    assert (question.id, question.buttons) == (asked.id, ())
    assert f"rejected? – {reason}" in words(question)
    assert "rejected (@" in words(answer)
    assert f"Reason: {reason}." in words(await stage.last(salma))
    assert stage.desk.queries.queue() == []


async def test_words_that_are_no_reason_or_answer_no_question_are_told_what_to_tap(stage: Stage) -> None:
    salma, omar = await stage.joined("Salma", Role.MONITOR), await stage.joined("Omar", Role.REVIEWER)
    await stage.recorded(salma, TOLL)
    assert "tap ✗ Reject below it first" in words(await stage.tell(omar, "entry error"))
    (item,) = await waiting(stage, omar)
    await stage.tap(omar, item, "Reject")
    await stage.heard(omar)
    assert "Tap a reason above, or write it: entry error, counted twice" in words(await stage.tell(omar, "dunno"))
    assert "Is this right?" in words(await stage.tell(omar, "Shelling on Hayt, 3 killed"))
    assert "tap ✗ Reject below it first" in words(await stage.tell(omar, "entry error"))
    assert "nothing is recorded" in words(await stage.tell(salma, "entry error"))
    stage.desk.catch_up()
    assert len(stage.desk.queries.queue()) == 1


async def test_the_second_reviewers_tap_loses_and_is_told_so(stage: Stage) -> None:
    salma = await stage.joined("Salma", Role.MONITOR)
    omar, huda = await stage.joined("Omar", Role.REVIEWER), await stage.joined("Huda", Role.REVIEWER)
    await stage.recorded(salma, TOLL)
    (first,) = await waiting(stage, omar)
    (second,) = await waiting(stage, huda)
    await stage.tap(omar, first, "Accept")
    toast = await stage.tap(huda, second, "Accept")
    assert "Another reviewer has already decided" in toast
    shown = words(await stage.last(huda))
    assert "was decided before, by another reviewer" in shown
    assert "Omar" not in shown + toast
    accepted = [kind for _, kind in stage.facts() if kind == "toll_reviewed"]
    assert len(accepted) == 1


async def test_nobody_reviews_what_they_reported(stage: Stage) -> None:
    omar = await stage.joined("Omar", Role.REVIEWER)
    receipt = await stage.recorded(omar, TOLL)
    assert await waiting(stage, omar) == []
    stage.desk.catch_up()
    (item,) = stage.desk.queries.queue()
    assert item.report_id is not None
    assert item.report_id in receipt
    answer = words(await stage.tell(omar, f"/accept {item.item_id}"))
    assert "nobody reviews their own report" in answer


@pytest.mark.parametrize(
    ("command", "kind"),
    [("/accept {}", "accepted (@"), ("/reject {} entry_error", "rejected (@"), ("/reject {} مكرر", "counted")],
)
async def test_each_button_has_a_command_twin(stage: Stage, command: str, kind: str) -> None:
    salma, omar = await stage.joined("Salma", Role.MONITOR), await stage.joined("Omar", Role.REVIEWER)
    await stage.recorded(salma, TOLL)
    stage.desk.catch_up()
    (item,) = stage.desk.queries.queue()
    assert kind in words(await stage.tell(omar, command.format(item.item_id)))


async def test_a_role_taken_back_no_longer_decides(stage: Stage) -> None:
    salma, omar = await stage.joined("Salma", Role.MONITOR), await stage.joined("Omar", Role.REVIEWER)
    await stage.recorded(salma, TOLL)
    (item,) = await waiting(stage, omar)
    people = stage.desk.people
    people.revoke(people.member_id("Omar"), Role.REVIEWER, people.operator())
    assert "not open to your role" in await stage.tap(omar, item, "Accept")
    assert len(stage.desk.queries.queue()) == 1


@pytest.mark.parametrize(
    ("language", "refused"),
    [
        ("en", "This is not open to your role. /help shows what is."),
        ("ar", "هذا غير متاح لصفتك. اطلب /help لترى المتاح."),
    ],
)
async def test_reviewing_is_not_open_to_monitors(stage: Stage, language: str, refused: str) -> None:
    salma = await stage.joined("Salma", Role.MONITOR, language)
    await stage.recorded(salma, TOLL)
    stage.desk.catch_up()
    (item,) = stage.desk.queries.queue()
    for said in ("/queue", f"/accept {item.item_id}", f"/reject {item.item_id} entry_error", "/invite monitor Rana"):
        assert words(await stage.tell(salma, said)) == refused
    assert len(stage.desk.queries.queue()) == 1
