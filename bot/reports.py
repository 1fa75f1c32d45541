"""A sheet to what the desk prepares and records of it, and to its card. What a handler of reports is made of."""

from __future__ import annotations

from hashlib import sha256

from bot.cards import Card
from bot.replies import Reply
from bot.room import Room, Who
from bot.sheets import Sheet
from desk.prepared import Prepared
from desk.reports import IncomingReport, Said
from ledger.domain.values import Precision, TollKey
from projections.tolls import KeyFilter


def prepared(room: Room, who: Who, sheet: Sheet) -> Prepared:
    """What recording the sheet would do now; nothing is recorded."""
    if who.caller is None:
        raise PermissionError("a stranger has no sheets")
    room.desk.catch_up()
    report = IncomingReport(
        text=sheet.text,
        source=sheet.source,
        said=Said(sheet.said_at, Precision.EXACT),
        sent_at=sheet.sent_at,
        public=sheet.public,
        author=None if sheet.channel else sheet.member_id,
    )
    return room.desk.submission.prepare(report, sheet.reading, who.caller, chosen=sheet.chosen)


def card_of(room: Room, who: Who, sheet: Sheet, ready: Prepared) -> Card:
    """The card of a sheet, with the tolls that it speaks of."""
    ids = {it.continues for it in ready.drafts if it.continues}
    return Card(sheet, ready, who.texts, room.desk.gazetteer, _keys(room, ids))


def _keys(room: Room, key_ids: set[str]) -> dict[str, TollKey]:
    now = room.desk.queries.moment()
    found = [kept for key_id in key_ids for kept in room.desk.queries.toll_keys(KeyFilter(key_id=key_id), now)]
    return {kept.key_id: kept.key for kept in found}


def digest(card: Card) -> str:
    """Of all that confirming the card would record: another digest means that its reader saw something else."""
    said = [f"{command.command_id}" for it in card.ready for command in it.commands]
    said += [event.model_dump_json() for it in card.ready for event in it.events]
    return sha256("\n".join(said).encode()).hexdigest()


def recorded_before(card: Card) -> bool:
    """Whether all of it had been recorded already when the card was made."""
    return bool(card.drafts) and all(it.again for it in card.drafts)


def shown(room: Room, who: Who, sheet: Sheet, note: str = "", *, recast: int | None = None) -> Reply:
    """Keep the sheet as its card shows it, and give the card: a new message, or in place of message ``recast``."""
    card = card_of(room, who, sheet, prepared(room, who, sheet))
    room.sheets.keep(sheet.model_copy(update={"shown": digest(card), "again": recorded_before(card)}))
    return who.reply(
        card.text(note),
        card.buttons(),
        about=sheet.sheet_id,
        recasts=recast is not None,
        message_id=recast or None,
        answers=sheet.message_id if recast is None else None,
    )
