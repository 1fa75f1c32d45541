"""Buttons of a card: confirm, leave out, choose, discard. Each tap is authorised anew, with state and version."""

from __future__ import annotations

from bot.handlers import repeat
from bot.handlers.recorded import recorded
from bot.incoming import Incoming
from bot.replies import Outcome
from bot.reports import card_of, digest, prepared, shown
from bot.room import Room, Who
from bot.sheets import Sheet, State
from bot.texts import plain
from desk.correction_names import gazetteer_phrase
from ledger.domain.values import Reason, ReasonCode
from ledger.errors import FallWithoutReason
from ledger.intake.drafts import Draft


def tapped(room: Room, who: Who, incoming: Incoming, parts: list[str]) -> Outcome:
    """``parts``: sheet, version, action and what it is about."""
    sheet = room.sheets.get(parts[0]) if len(parts) >= 3 else None
    if sheet is None or who.caller is None or sheet.member_id != who.caller.member_id or not who.may_report:
        return Outcome(toast=plain(who.texts("sheet-not-yours")), alarm=True)
    action, about = parts[2], parts[3:]
    if sheet.state is State.RECORDED and action == "ok":
        return _confirmed(room, who, sheet, incoming.message_id)  # a repeated tap: the same receipt again
    if sheet.state is State.HELD:
        held = not room.sheets.overdue_now(sheet)
        return repeat.answered(room, who, sheet, incoming, action) if held else expire(room, who, sheet)
    if sheet.state is not State.OPEN:
        return Outcome(
            toast=plain(who.texts("expired" if sheet.state is State.EXPIRED else "sheet-closed")), alarm=True
        )
    if room.sheets.overdue_now(sheet):
        return expire(room, who, sheet)
    if parts[1] != str(sheet.version):
        changed = plain(who.texts("changed"))
        return Outcome((shown(room, who, sheet, recast=incoming.message_id),), toast=changed, alarm=True)
    if action == "ok":
        return _confirmed(room, who, sheet, incoming.message_id)
    if action == "no":
        return discard(room, who, sheet, incoming.message_id)
    after = _after(room, who, sheet, action, about)
    return Outcome((shown(room, who, after, recast=incoming.message_id),))


def _confirmed(room: Room, who: Who, sheet: Sheet, message_id: int) -> Outcome:
    """Record what the card showed; where that has changed meanwhile, show it again instead."""
    if who.caller is None:
        return Outcome()
    card = card_of(room, who, sheet, prepared(room, who, sheet))
    fresh = [it for it in card.ready if not it.again]
    if not card.ready or (fresh and len(fresh) == len(card.ready) and digest(card) != sheet.shown):
        note = plain(who.texts("changed"))
        return Outcome((shown(room, who, sheet.changed(), note, recast=message_id),), toast=note, alarm=True)
    numbers = [it.draft.number for it in card.ready]
    submitted = room.desk.submission.submit(card.prepared, who.caller, numbers)
    if sheet.state is State.OPEN:
        room.sheets.keep(sheet.changed(state=State.RECORDED, report_id=submitted.report_id))
    text = recorded(who.texts, room.desk.gazetteer, submitted, again=sheet.again)
    return Outcome((who.reply(text, about=sheet.sheet_id, recasts=True, message_id=message_id),))


def discard(room: Room, who: Who, sheet: Sheet, message_id: int | None) -> Outcome:
    """Drop a sheet; nothing of it was recorded."""
    room.sheets.keep(sheet.changed(state=State.DISCARDED))
    text = who.texts("discarded")
    return Outcome((who.reply(text, about=sheet.sheet_id, recasts=True, message_id=message_id),))


def expire(room: Room, who: Who, sheet: Sheet) -> Outcome:
    """Close a sheet that has lasted too long, and say so in its card."""
    room.sheets.keep(sheet.changed(state=State.EXPIRED))
    return Outcome((who.reply(who.texts("expired"), about=sheet.sheet_id, recasts=True),))


def _after(room: Room, who: Who, sheet: Sheet, action: str, about: list[str]) -> Sheet:
    """The sheet after a choice; one that makes no sense changes nothing."""
    number = int(about[0]) if about and about[0].isdigit() else -1
    draft = next((it for it in sheet.reading.drafts if it.number == number), None)
    match action, about:
        case "page", [page] if page.isdigit():
            return sheet.changed(page=int(page))
        case "out", [_] if draft is not None:
            left = set(sheet.left_out) ^ {number}
            return sheet.changed(left_out=tuple(sorted(left)))
        case "place", [_, index] if draft is not None and index.isdigit():
            return _with_place(room, sheet, draft, int(index))
        case "toll", [_, which] if draft is not None:
            return _with_toll(room, who, sheet, draft, which)
        case "why", [_, code] if draft is not None and code in set(ReasonCode):
            return _with_reason(room, who, sheet, draft, ReasonCode(code))
        case _:
            return sheet


def _with_place(room: Room, sheet: Sheet, draft: Draft, index: int) -> Sheet:
    candidates = draft.place.candidates if draft.place else ()
    if draft.place is None or index >= len(candidates):
        return sheet
    chosen = gazetteer_phrase(candidates[index], room.desk.gazetteer)
    return sheet.with_draft(draft.model_copy(update={"place": chosen.model_copy(update={"text": draft.place.text})}))


def _with_toll(room: Room, who: Who, sheet: Sheet, draft: Draft, which: str) -> Sheet:
    found = next((it for it in prepared(room, who, sheet).drafts if it.draft.number == draft.number), None)
    choices = found.options if found else ()
    key_id = which if which == "new" else choices[int(which)] if which.isdigit() and int(which) < len(choices) else None
    return sheet if key_id is None else sheet.changed(chosen={**sheet.chosen, draft.number: key_id})


def _with_reason(room: Room, who: Who, sheet: Sheet, draft: Draft, code: ReasonCode) -> Sheet:
    """The reason, with the number it explains where both figures are numbers."""
    found = next((it for it in prepared(room, who, sheet).drafts if it.draft.number == draft.number), None)
    amount = None
    if found and isinstance(found.refusal, FallWithoutReason):
        old, new = found.refusal.old, found.refusal.new
        amount = int(new) - int(old) if old.isdigit() and new.isdigit() else None
    return sheet.with_draft(draft.model_copy(update={"reasons": (Reason(code=code, amount=amount),)}))
