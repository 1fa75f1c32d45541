"""The door: invitations, strangers, languages, what each role may do."""

from __future__ import annotations

import re

import pytest

from ledger.domain.values import Role
from tests.bot.stage import Stage, words


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
    answers = await stage.heard(thief)
    assert [words(it) for it in answers] == ["This invitation does not hold. Check the link, or ask for a new one."] * 5


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


async def test_a_stranger_is_answered_five_times_an_hour(stage: Stage) -> None:
    stranger = stage.server.person("Nobody")
    for _ in range(7):
        await stranger.say("/toll Hayt")
    assert len(await stage.heard(stranger)) == 5
    stage.clock.tick(3601)
    await stranger.say("/toll Hayt")
    assert len(await stage.heard(stranger)) == 1


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
    people.forget(people.member_id("Salma"), people.operator())
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
