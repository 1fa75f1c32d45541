"""Questions for a toll: one screen, a menu where several fit, nothing unreviewed for strangers; charts."""

from __future__ import annotations

import pytest

from ledger.domain.values import Role
from tests.bot.handlers.test_review import TOLL, all_accepted
from tests.bot.stage import Stage, words


async def test_a_toll_is_told_on_one_screen(stage: Stage) -> None:
    salma = await stage.joined("Salma", Role.MONITOR)
    await stage.recorded(salma, TOLL)
    answer = await stage.tell(salma, "/toll Yarmouk Basin")
    for line in (
        "Yarmouk Basin, Daraa – killed: at least 62",
        "Of them: children 11",
        "Cause: bombardment and shelling",
        "From 19 July 2018 to 1 August 2018",
        "Source: Field monitors",
        "Status: received, not reviewed yet",
        "Stated 1 August 2018, 12:00 UTC · recorded 1 August 2018, 12:00 UTC",
        "The true number may be higher",
        "position @",
    ):
        assert line in words(answer)


async def test_where_two_tolls_fit_a_menu_asks_which(stage: Stage) -> None:
    salma = await stage.joined("Salma", Role.MONITOR)
    await stage.recorded(salma, TOLL)
    await stage.recorded(salma, "At least 48 civilians executed in Yarmouk Basin since 25 July 2018")
    menu = await stage.tell(salma, "/toll Yarmouk Basin")
    assert "2 tolls fit Yarmouk Basin, Daraa. They are kept apart and never summed." in words(menu)
    await stage.tap(salma, menu, "killed at least 48")
    assert "killed: at least 48" in words(await stage.last(salma))


async def test_strangers_see_reviewed_values_only(stage: Stage) -> None:
    salma, omar = await stage.joined("Salma", Role.MONITOR), await stage.joined("Omar", Role.REVIEWER)
    await stage.recorded(salma, TOLL)
    stranger = stage.server.person("Nobody")
    assert "No reviewed toll is recorded for Yarmouk Basin" in words(await stage.tell(stranger, "/toll Yarmouk Basin"))
    await all_accepted(stage, omar)
    answer = words(await stage.tell(stranger, "toll in Yarmouk Basin?"))
    assert "killed: at least 62" in answer
    assert "Status: accepted, not corroborated" in answer


async def test_the_history_of_a_toll_is_a_picture(stage: Stage) -> None:
    salma = await stage.joined("Salma", Role.MONITOR)
    await stage.recorded(salma, TOLL)
    picture = await stage.tell(salma, "/history Yarmouk Basin")
    assert picture.file is not None
    assert picture.file.content.startswith(b"\x89PNG")
    assert "Yarmouk Basin, Daraa – killed: at least 62" in words(picture)
    answer = await stage.tell(salma, "/toll Yarmouk Basin")
    await stage.tap(salma, answer, "History")
    assert (await stage.last(salma)).file is not None


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("/toll", "Which place?"),
        ("/history", "Of which place?"),
        ("/toll Qwertyuiop", "I know no place called Qwertyuiop."),
        ("/toll Hayt", "No toll is recorded for Hayt, Daraa."),
        ("/history T-0000000000", "There is nothing by that id"),
        ("/nonsense", "I do not know this command."),
    ],
)
async def test_a_question_that_finds_nothing_is_answered(stage: Stage, asked: str, expected: str) -> None:
    assert expected in words(await stage.tell(stage.ada, asked))


async def test_where_two_places_share_a_name_a_menu_asks_which(stage: Stage) -> None:
    menu = await stage.tell(stage.ada, "/toll Tadif")
    if menu.buttons:
        await stage.tap(stage.ada, menu, menu.buttons[0].text)
        assert "No toll is recorded" in words(await stage.last(stage.ada))
