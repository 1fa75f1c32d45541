"""Updates are rows: stored once, in order, sealed while they wait, gone when done with; bad ones put aside."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.cabinet import Cabinet
from bot.inbox import Inbox
from bot.outbox import Outbox
from bot.replies import Reply
from bot.tables import inbox as table
from ledger.vault import Vault
from tests.clock import Clock

CANARY = "the baker of Hayt"


def update(number: int, chat: int = 77, text: str = CANARY) -> dict[str, object]:
    return {"update_id": number, "message": {"message_id": 1, "date": 0, "chat": {"id": chat}, "text": text}}


@pytest.fixture
def vault(tmp_path: Path, clock: Clock) -> Iterator[Vault]:
    made = Vault.open(tmp_path / "vault.db", tmp_path / "keys", clock=clock)
    yield made
    made.close()


@pytest.fixture
def cabinet(vault: Vault, clock: Clock) -> Cabinet:
    return Cabinet(vault, clock)


@pytest.fixture
def outbox(cabinet: Cabinet) -> Outbox:
    return Outbox(cabinet)


@pytest.fixture
def inbox(cabinet: Cabinet, outbox: Outbox) -> Inbox:
    return Inbox(cabinet, 123, outbox)


def test_an_update_is_stored_once_however_often_it_comes(inbox: Inbox) -> None:
    first = inbox.keep([update(1), update(2)])
    assert len(first) == 2
    assert inbox.keep([update(1), update(2)]) == []
    assert inbox.waiting() == first


def test_the_same_id_with_another_body_is_another_update(inbox: Inbox) -> None:
    inbox.keep([update(1)])
    assert len(inbox.keep([update(1, text="something else")])) == 1


def test_what_a_former_run_left_is_read_again_in_order(inbox: Inbox, cabinet: Cabinet, outbox: Outbox) -> None:
    kept = inbox.keep([update(number) for number in range(1, 4)])
    inbox.finish(kept[0].row_id, ())
    again = Inbox(cabinet, 123, outbox)
    assert [again.read(it.row_id) for it in again.waiting()] == [update(2), update(3)]


def test_done_and_its_replies_are_stored_together_and_once(inbox: Inbox, outbox: Outbox, cabinet: Cabinet) -> None:
    (kept,) = inbox.keep([update(1)])
    for _ in range(2):
        inbox.finish(kept.row_id, (Reply(chat_id=77, text="Recorded"),))
    chat = cabinet.chat_key(77)
    first = outbox.next(chat)
    assert first is not None
    assert first.reply.text == "Recorded"
    outbox.sent(first.row_id, 5)
    assert outbox.next(chat) is None
    assert inbox.read(kept.row_id) is None


@pytest.mark.parametrize("bad", [None, 7, [], {}, {"update_id": "x"}, {"update_id": -3}, {"update_id": True}])
def test_what_is_no_update_is_put_aside_and_holds_up_no_other(inbox: Inbox, bad: object) -> None:
    kept = inbox.keep([bad, update(5)])
    assert [inbox.read(it.row_id) for it in kept] == [update(5)]


def test_neither_words_nor_chats_can_be_read_from_the_file(inbox: Inbox, cabinet: Cabinet, tmp_path: Path) -> None:
    (kept,) = inbox.keep([update(1, chat=777_777_777)])
    content = b"".join(it.read_bytes() for it in tmp_path.glob("vault.db*"))
    assert CANARY.encode() not in content
    assert b"777777777" not in content
    inbox.finish(kept.row_id, ())
    with cabinet.read() as connection:
        assert connection.execute(select(table.c.body)).scalar_one() is None


def test_a_reply_to_somebody_who_was_forgotten_is_dropped(
    inbox: Inbox, outbox: Outbox, cabinet: Cabinet, vault: Vault
) -> None:
    member_id = "M-" + "0" * 26
    vault.add_person(member_id, name="Salma", telegram_id=77, language=None)
    (kept,) = inbox.keep([update(1)])
    inbox.finish(kept.row_id, (Reply(chat_id=77, text=CANARY, member_id=member_id),))
    vault.forget(member_id)
    assert outbox.next(cabinet.chat_key(77)) is None
    assert outbox.chats_waiting() == []


def test_an_edit_finds_the_newest_message_about_the_same(outbox: Outbox, cabinet: Cabinet) -> None:
    chat = cabinet.chat_key(77)
    for message_id in (5, 6):
        outbox.put([Reply(chat_id=77, text="card", about="S-1")])
        waiting = outbox.next(chat)
        assert waiting is not None
        outbox.sent(waiting.row_id, message_id)
    outbox.put([Reply(chat_id=77, text="recorded", about="S-1", recasts=True)])
    waiting = outbox.next(chat)
    assert waiting is not None
    assert waiting.shown_in == 6
    assert outbox.shown(77, 5) == "S-1"
