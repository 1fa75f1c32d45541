"""The door: invitations, strangers, languages, what each role may do."""

from __future__ import annotations

import re

import pytest

from ledger.domain.values import Role
from tests.bot.stage import Stage, words

LIMIT = "This chat has reached its limit for the hour. Please ask again later."


async def test_an_invitation_makes_a_member_once(stage: Stage) -> None:
    invitation = words(await stage.tell(stage.ada, "/invite monitor Salma"))
    assert "https://t.me/ledger_bot?start=" in invitation
    code = re.findall(r"start=(\w+)", invitation)[0]
    salma, thief = stage.server.person("Salma"), stage.server.person("Thief")
    await salma.start(code)
    welcome = words(await stage.last(salma))
    assert "You have joined as monitor" in welcome
    assert "Telegram sees who you are" in welcome
    await thief.start(code)
    refused = words(await stage.last(thief))
    assert "This invitation was used before." in refused
    assert "Salma" not in refused


async def test_bad_codes_are_answered_five_times_an_hour_and_then_not(stage: Stage) -> None:
    thief = stage.server.person("Thief")
    for number in range(7):
        await thief.start(f"guess{number}")
    refused = "This invitation does not hold. Check the link, or ask for a new one."
    assert [words(it) for it in await stage.heard(thief)] == [*[refused] * 5, LIMIT]


@pytest.mark.parametrize("language", ["en", "ar"])
async def test_a_stranger_gets_a_neutral_answer_and_no_hint_of_others(stage: Stage, language: str) -> None:
    stranger = stage.server.person("Nobody", language=language)
    first = words(await stage.tell(stranger, "/start"))
    report = words(await stage.tell(stranger, "Shelling on Hayt, 3 killed"))
    helped = words(await stage.tell(stranger, "/help"))
    assert stage.facts() == []
    for told in (first, report, helped):
        for hint in ("monitor", "reviewer", "report", "invit", "راصد", "مراجع", "تقرير", "دعوة"):
            assert hint not in told.lower()
    assert "/toll" in first + report


async def test_a_stranger_is_answered_five_times_an_hour_then_told_so_once(stage: Stage) -> None:
    stranger = stage.server.person("Nobody")
    for _ in range(9):
        await stranger.say("/toll Hayt")
    answers = [words(it) for it in await stage.heard(stranger)]
    assert answers == [*["No reviewed toll is recorded for Hayt, Daraa."] * 5, LIMIT]
    stage.clock.tick(3601)
    assert words(await stage.tell(stranger, "/toll Hayt")) == answers[0]


async def test_what_a_group_says_among_itself_counts_for_nothing(stage: Stage) -> None:
    salma = await stage.joined("Salma", Role.MONITOR)
    group = stage.server.group("Friends", salma)
    for _ in range(9):
        await salma.say("good morning @ledger_bot", chat=group)
    await salma.say("/toll Hayt", chat=group)
    await stage.settled()
    assert [words(it) for it in salma.unheard(chat=group)] == ["No reviewed toll is recorded for Hayt, Daraa."]


@pytest.mark.parametrize(
    ("language", "first", "later"),
    [
        ("en", "Welcome. You are here as admin.", "Good to have you back."),
        ("ar", "أهلاً بك. صفتك هنا: مشرف.", "أهلاً بك من جديد."),
    ],
)
async def test_a_first_admin_is_welcomed_and_later_welcomed_back(
    stage: Stage, language: str, first: str, later: str
) -> None:
    await stage.tell(stage.ada, f"/language {language}")
    assert words(await stage.tell(stage.ada, "/start")).startswith(first)
    assert words(await stage.tell(stage.ada, "/start")).startswith(later)


async def test_who_joined_by_a_link_is_welcomed_back_afterwards(stage: Stage) -> None:
    salma = await stage.joined("Salma", Role.MONITOR)
    assert words(await stage.tell(salma, "/start")).startswith("Good to have you back.")


@pytest.mark.parametrize(
    ("role", "may", "may_not"),
    [
        (Role.MONITOR, "Write a report", "/queue"),
        (Role.REVIEWER, "/queue", "/invite"),
        (Role.AUDITOR, "/toll", "Write a report"),
    ],
)
async def test_help_shows_what_the_role_may_do(stage: Stage, role: Role, may: str, may_not: str) -> None:
    member = await stage.joined("Member", role)
    answer = words(await stage.tell(member, "/help"))
    assert may in answer
    assert may_not not in answer
    assert "/invite ROLE NAME" in words(await stage.tell(stage.ada, "/help"))


async def test_the_language_is_the_clients_until_another_is_chosen(stage: Stage) -> None:
    salma = await stage.joined("Salma", Role.MONITOR, "ar-SY")
    assert "ما يمكنك فعله هنا" in words(await stage.tell(salma, "/help"))
    menu = await stage.tell(salma, "/language")
    await stage.tap(salma, menu, "English")
    assert "I speak English" in words(await stage.last(salma))
    assert "What you can do here" in words(await stage.tell(salma, "/help"))
    stranger = stage.server.person("Nobody", language="fr")
    assert "This bot answers" in words(await stage.tell(stranger, "/start"))
    await stage.tell(stranger, "/language ar")
    assert "يجيب هذا البوت" in words(await stage.tell(stranger, "/start"))


async def test_only_admins_invite_and_only_to_roles_there_are(stage: Stage) -> None:
    salma = await stage.joined("Salma", Role.MONITOR)
    assert "not open to your role" in words(await stage.tell(salma, "/invite monitor Rana"))
    assert "Invite whom as what?" in words(await stage.tell(stage.ada, "/invite king Rana"))
    assert "start=" in words(await stage.tell(stage.ada, "/invite راصد رنا"))


async def test_a_forgotten_member_is_a_stranger(stage: Stage) -> None:
    salma = await stage.joined("Salma", Role.MONITOR)
    await stage.tell(salma, "Shelling on Hayt, 3 killed")
    people = stage.desk.people
    for admin in (people.operator(), people.admin_by_telegram(stage.ada.id)):
        people.forget(people.member_id("Salma"), admin)
    answer = words(await stage.tell(salma, "Shelling on Hayt, 3 killed"))
    assert "This bot answers questions" in answer


async def test_in_a_group_only_public_answers_are_given(stage: Stage) -> None:
    salma = await stage.joined("Salma", Role.MONITOR)
    await stage.recorded(salma, "At least 62 civilians killed by bombardment in Yarmouk Basin since 19 July 2018")
    group = stage.server.group("Friends", salma)
    await salma.say("/toll Yarmouk Basin", chat=group)
    await stage.settled()
    told = [words(it) for it in salma.unheard(chat=group)]
    assert told == ["No reviewed toll is recorded for Yarmouk Basin, Daraa."]
    await salma.say("/queue", chat=group)
    await stage.settled()
    assert salma.unheard(chat=group) == []
