"""The same words of the same member on the same day are the same report, unless the member says that they are not."""

from __future__ import annotations

from datetime import timedelta

from bot.incoming import Incoming
from bot.replies import NOTHING, Outcome, Reply, button, rows
from bot.reports import shown
from bot.room import Room, Who
from bot.sheets import Sheet, State
from bot.texts import plain
from ledger.intake.text.normalise import fold

_LOOKED_BACK = timedelta(days=2)
"""More than a day, since a report is of the day it was sent on and may be handled later."""


def earlier(room: Room, sheet: Sheet) -> Sheet | None:
    """The newest other sheet of the same words and day, open or recorded.

    None for a channel's post: its moment of publication tells it from others, whoever forwards it.
    """
    if sheet.channel:
        return None
    alike = (
        it
        for it in room.sheets.recent(sheet.member_id, sheet.made_at - _LOOKED_BACK)
        if it.sheet_id != sheet.sheet_id and it.state in (State.OPEN, State.RECORDED)
    )
    return next((it for it in alike if _told(it) == _told(sheet)), None)


def asked(room: Room, who: Who, sheet: Sheet, before: Sheet) -> Reply:
    """Hold the sheet and ask whether it is another report."""
    held = sheet.model_copy(update={"state": State.HELD, "same_as": before.sheet_id})
    room.sheets.keep(held)
    return _question(who, held, before)


def shown_again(room: Room, who: Who, sheet: Sheet) -> Outcome:
    """The card or question of a message that is handled anew after a crash; nothing once it is closed."""
    if sheet.state is State.OPEN:
        return Outcome((shown(room, who, sheet),))
    before = room.sheets.get(sheet.same_as or "")
    return Outcome((_question(who, sheet, before),)) if sheet.state is State.HELD and before else NOTHING


def answered(room: Room, who: Who, sheet: Sheet, incoming: Incoming, action: str) -> Outcome:
    """``same`` adds nothing and shows what stands; ``new`` shows a card of its own, in place of the question."""
    before = room.sheets.get(sheet.same_as or "")
    stands = before is not None and before.state in (State.OPEN, State.RECORDED)
    if action != "same" or before is None or not stands:
        return Outcome((shown(room, who, sheet.changed(state=State.OPEN), recast=incoming.message_id),))
    room.sheets.keep(sheet.changed(state=State.DISCARDED))
    if before.state is State.OPEN:
        return Outcome((shown(room, who, before, who.texts("repeat-waiting"), recast=incoming.message_id),))
    text = who.texts("repeat-same", id=before.report_id or "")
    return Outcome((who.reply(text, about=sheet.sheet_id, recasts=True, message_id=incoming.message_id),))


def _question(who: Who, sheet: Sheet, before: Sheet) -> Reply:
    recorded = before.state is State.RECORDED
    text = who.texts("repeat-recorded", id=before.report_id or "") if recorded else who.texts("repeat-open")
    keys = [
        button(plain(who.texts(f"button-{answer}")), "s", sheet.sheet_id, sheet.version, answer)
        for answer in ("same", "new")
    ]
    return who.reply(text, rows(keys), about=sheet.sheet_id, answers=sheet.message_id)


def _told(sheet: Sheet) -> tuple[object, ...]:
    """What makes two sheets the same report: whose source, which day, which words."""
    words = fold(sheet.text).lower.split()
    return sheet.source, sheet.published, " ".join(words).rstrip(" .!؟?،,")
