"""A report arrives: read, put before its reporter as a card, or asked about; nothing is recorded here."""

from __future__ import annotations

from datetime import timedelta

from bot.handlers import repeat
from bot.handlers.correct import closed, written
from bot.incoming import Incoming
from bot.replies import NOTHING, Outcome, Reply
from bot.reports import shown
from bot.room import Room, Who
from bot.sheets import Sheet, State
from ledger.intake.drafts import Reading
from ledger.sources import canonical_source

MOST_IN_TEN_MINUTES, MOST_IN_A_DAY = 20, 200
LONGEST = 100_000
"""Code points of one message; Telegram's own limit is below, a file's text is not."""


def report(room: Room, who: Who, incoming: Incoming) -> Outcome:
    """Take a message as a report."""
    if who.caller is None or not who.may_report:
        return who.says(who.texts("not-open"))
    sheet_id = room.sheets.id_of(incoming.chat_id, incoming.message_id)
    known = room.sheets.get(sheet_id)
    if known is not None and known.text == incoming.text:
        return repeat.shown_again(room, who, known)
    reading = _read(room, incoming)
    if not reading.drafts:
        return who.says(who.texts("nothing-found"))
    if _floods(room, who):
        return who.says(who.texts("limit-reports"))
    sheet = _sheet(room, who, incoming, reading, sheet_id)
    before = repeat.earlier(room, sheet)
    card = repeat.asked(room, who, sheet, before) if before else shown(room, who, sheet)
    return Outcome((card, *_unread(room, who, incoming)))


def _floods(room: Room, who: Who) -> bool:
    if who.caller is None:
        return True
    now, member_id = room.cabinet.now(), who.caller.member_id
    few = room.sheets.made_since(member_id, now - timedelta(minutes=10)) < MOST_IN_TEN_MINUTES
    return not few or room.sheets.made_since(member_id, now - timedelta(days=1)) >= MOST_IN_A_DAY


def first_of_album(room: Room, incoming: Incoming) -> bool:
    """Whether nothing was said yet of the album a picture came in, if it came in one."""
    return incoming.album is None or room.knocks.allowed(incoming.chat_id, f"album {incoming.album}", 1)


def _unread(room: Room, who: Who, incoming: Incoming) -> tuple[Reply, ...]:
    """What is said of a picture or file whose caption was read."""
    if not incoming.content or not first_of_album(room, incoming):
        return ()
    words = who.texts("unsupported-caption", content=content_name(who, incoming.content))
    return (who.reply(words),)


def content_name(who: Who, content: str) -> str:
    name = {"audio": "voice", "video_note": "video", "animation": "video", "venue": "location"}.get(content, content)
    return who.texts(f"content-{name}" if who.texts.has(f"content-{name}") else "content-other")


def _read(room: Room, incoming: Incoming) -> Reading:
    """The drafts of a message, by the day it was said on: a forward's own, else the day it was sent."""
    forwarded = incoming.forwarded
    said_at = forwarded.said_at if forwarded else incoming.sent_at
    return room.desk.read(incoming.text[:LONGEST], published=said_at.date(), source=_source(room, incoming))


def _source(room: Room, incoming: Incoming) -> str:
    title = incoming.forwarded.title if incoming.forwarded else None
    return canonical_source(title) if title else room.desk.settings.field_source


def _sheet(room: Room, who: Who, incoming: Incoming, reading: Reading, sheet_id: str) -> Sheet:
    forwarded = incoming.forwarded
    from_channel = forwarded is not None and forwarded.title is not None
    known = room.sheets.get(sheet_id)
    return Sheet(
        sheet_id=sheet_id,
        chat_id=incoming.chat_id,
        message_id=incoming.message_id,
        member_id=who.caller.member_id if who.caller else "",
        version=known.version + 1 if known else 1,
        made_at=room.cabinet.now(),
        text=incoming.text[:LONGEST],
        source=_source(room, incoming),
        channel=from_channel,
        public=from_channel and forwarded is not None and forwarded.public,
        said_at=forwarded.said_at if forwarded and from_channel else incoming.sent_at,
        sent_at=incoming.sent_at,
        reading=reading,
    )


def edited(room: Room, who: Who, incoming: Incoming) -> Outcome:
    """The author changed a message: read again while nothing of it is recorded, else say what can be done."""
    sheet = room.sheets.get(room.sheets.id_of(incoming.chat_id, incoming.message_id))
    if who.caller is None or not who.may_report:
        return NOTHING
    if sheet is None or sheet.member_id != who.caller.member_id:
        return written(room, who, incoming) or report(room, who, incoming)
    if sheet.text == incoming.text:
        return NOTHING  # Telegram sends edits for reasons other than the author's
    if sheet.state is State.RECORDED:
        return who.says(who.texts("edit-recorded", id=sheet.report_id or ""))
    reading = _read(room, incoming)
    if not reading.drafts:
        room.sheets.keep(sheet.changed(state=State.DISCARDED, text=incoming.text))
        return Outcome((closed(who, sheet), who.reply(who.texts("nothing-found"))))
    again = _sheet(room, who, incoming, reading, sheet.sheet_id)
    superseded = (closed(who, sheet),) if sheet.state in (State.OPEN, State.HELD) else ()
    return Outcome((*superseded, shown(room, who, again, who.texts("edit-reread"))))
