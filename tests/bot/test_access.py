"""Each door of the bot, knocked at by each role: every cell of the table of access, as it is enforced; and mid-talk."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.cabinet import Cabinet
from bot.handlers.dispatch import handle
from bot.incoming import Incoming, Kind
from bot.knocks import Knocks
from bot.outbox import Outbox
from bot.replies import Outcome
from bot.room import Room
from bot.sheets import Sheets
from desk.desk import opened
from ledger.domain.access import DOORS
from ledger.domain.values import Role
from tests.bot.handlers.test_review import FALL, TOLL, all_accepted, waiting
from tests.bot.stage import Stage, settings, words
from tests.clock import Clock

DOORS_OF_THE_BOT = [door.removeprefix("bot ") for door in DOORS if door.startswith("bot ")]
ACCOUNTS = {role: 700_000_000 + number for number, role in enumerate(Role)}
STRANGER = 700_000_099
NOT_OPEN = ("not open to your role", "Reports are taken from members only", "This bot answers questions")
TAPS = {"s": "s:none:1:ok", "q": "q:T-0000000000/1:ok", "t": "t:T-0000000000", "h": "h:T-0000000000",
        "p": "p:t:sy", "l": "l:en", "f": "f:no"}  # fmt: skip


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Room]:
    """The bot's surroundings, without a bot, with one member of each role."""
    clock = Clock()
    with opened(settings(tmp_path_factory.mktemp("access") / "home"), clock=clock) as desk:
        for role, account in ACCOUNTS.items():
            desk.people.redeem(desk.people.invite(role, desk.people.operator()).code, account)
        cabinet = Cabinet(desk.vault, clock)
        yield Room(desk, cabinet, Sheets(cabinet), Outbox(cabinet), Knocks(cabinet), 1, "LedgerBot")


def knock(room: Room, door: str, account: int) -> Outcome:
    """What somebody hears who comes to a door in a private chat."""
    number = DOORS_OF_THE_BOT.index(door) + 1
    kind, text, carried = Kind.MESSAGE, TOLL, ""
    if door.startswith("/"):
        text = f"{door} T-0000000000 entry_error"
    elif door == "edit":
        kind = Kind.EDIT
    elif door.startswith("button "):
        kind, carried = Kind.TAP, TAPS[door.removeprefix("button ")]
    sent_at = room.cabinet.now()
    return handle(
        room,
        Incoming(
            update_id=number, kind=kind, chat_id=account, private=True, user_id=account, language="en",
            message_id=number, sent_at=sent_at, text=text, tap_id="1" if carried else None, carried=carried,
        ),
    )  # fmt: skip


def refused(outcome: Outcome) -> bool:
    """Whether nothing came of it but that it is not open; a message that somebody edited is passed over in silence."""
    said = " ".join([*(reply.text for reply in outcome.replies), outcome.toast])
    return any(words in said for words in NOT_OPEN) or not said


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("door", DOORS_OF_THE_BOT)
def test_a_door_is_refused_to_the_roles_that_the_table_leaves_out(room: Room, door: str, role: Role) -> None:
    before = room.desk.log.head().position
    outcome = knock(room, door, ACCOUNTS[role])
    # A draft that is nobody's is not open either; what the button does to one's own is tried below.
    expected = role not in DOORS[f"bot {door}"]
    assert refused(outcome) == expected, outcome
    assert room.desk.log.head().position == before or not expected


@pytest.mark.parametrize("door", DOORS_OF_THE_BOT)
def test_a_stranger_passes_the_doors_of_a_reader(room: Room, door: str) -> None:
    outcome = knock(room, door, STRANGER + DOORS_OF_THE_BOT.index(door))
    if Role.READER not in DOORS[f"bot {door}"]:
        assert refused(outcome), outcome


def test_a_command_that_has_no_row_is_unknown_to_everybody(room: Room) -> None:
    for name in ("/nonsense", "/rebuild", "/"):
        asked = Incoming(
            update_id=1, kind=Kind.MESSAGE, chat_id=1, private=True, user_id=ACCOUNTS[Role.ADMIN], language="en",
            message_id=1, sent_at=room.cabinet.now(), text=name,
        )  # fmt: skip
        (reply,) = handle(room, asked).replies or (None,)
        assert reply is None or "do not know" in reply.text


async def test_a_reviewer_whose_role_is_taken_back_cannot_use_the_buttons_they_were_shown(stage: Stage) -> None:
    salma, omar = await stage.joined("Salma", Role.MONITOR), await stage.joined("Omar", Role.REVIEWER)
    await stage.recorded(salma, TOLL)
    await all_accepted(stage, omar)
    await stage.recorded(salma, FALL)
    (item,) = await waiting(stage, omar)
    people = stage.desk.people
    people.revoke(people.member_id("Omar"), Role.REVIEWER, people.operator())
    before = stage.desk.log.head().position
    assert "not open to your role" in await stage.tap(omar, item, "Accept")
    assert stage.desk.log.head().position == before


async def test_a_monitor_whose_role_is_taken_back_cannot_confirm_the_draft_they_were_shown(stage: Stage) -> None:
    salma = await stage.joined("Salma", Role.MONITOR)
    card = await stage.tell(salma, TOLL)
    people = stage.desk.people
    people.revoke(people.member_id("Salma"), Role.MONITOR, people.operator())
    before = stage.desk.log.head().position
    assert "not open to your role" in await stage.tap(salma, card, "✓")
    assert "This bot answers questions" in words(await stage.tell(salma, TOLL))
    assert stage.desk.log.head().position == before


async def test_a_member_asks_to_be_forgotten_and_two_admins_do_it(stage: Stage) -> None:
    salma = await stage.joined("Salma", Role.MONITOR)
    question = await stage.tell(salma, "/forgetme")
    await stage.tap(salma, question, "No")
    assert "Everything stays" in words(await stage.last(salma))
    question = await stage.tell(salma, "/forgetme")
    await stage.tap(salma, question, "Yes, forget me")
    assert "Two admins have to agree; until then" in words(await stage.last(salma))
    stage.desk.catch_up()
    member_id = stage.desk.people.member_id("Salma")
    (row,) = [it for it in stage.desk.queries.members() if it.member_id == member_id]
    assert (row.forgetting, row.forgotten) == ("asked", False)
    people = stage.desk.people
    for admin in (people.operator(), people.admin_by_telegram(stage.ada.id)):
        people.forget(member_id, admin)
    assert "do not know" in words(await stage.tell(salma, "/forgetme"))


async def test_who_lost_every_role_may_still_ask_to_be_forgotten_and_a_stranger_learns_nothing(stage: Stage) -> None:
    salma = await stage.joined("Salma", Role.MONITOR)
    people = stage.desk.people
    people.revoke(people.member_id("Salma"), Role.MONITOR, people.operator())
    assert "be destroyed" in words(await stage.tell(salma, "/forgetme"))
    stranger = stage.server.person("Rana")
    assert "do not know" in words(await stage.tell(stranger, "/forgetme"))


def test_the_table_of_taps_covers_every_button() -> None:
    assert {f"button {kind}" for kind in TAPS} == {door for door in DOORS_OF_THE_BOT if door.startswith("button ")}
