"""A card is corrected in words, whether they reply to it or are just written while it is open."""

from __future__ import annotations

import re

from bot import questions
from bot.handlers.confirm import expire
from bot.incoming import Incoming
from bot.replies import Outcome, Reply
from bot.reports import shown
from bot.room import Room, Who
from bot.sheets import Sheet, State
from desk.correction_words import PARTS
from desk.corrections import corrected, corrections_in
from desk.numbered import numbered
from ledger.errors import CorrectionUnclear, LedgerError
from ledger.intake.drafts import Draft, DraftKind
from ledger.intake.text.normalise import fold

_WORDS_OF_ONE = 6
"""Words that a correction has at most where they could tell of an event as well."""

_COUNTED = frozenset({DraftKind.TOLL_STATED, DraftKind.VIOLENCE, DraftKind.OTHER})
_PLACE = "|".join(re.escape(name) for name, part in PARTS if part == "place")


def written(room: Room, who: Who, incoming: Incoming) -> Outcome | None:
    """The correction of the card that is replied to, else of the newest open one; None for any other message."""
    if who.caller is None or not who.may_report or incoming.forwarded is not None:
        return None
    sheet = _replied_to(room, who, incoming)
    if sheet is None:
        sheet = _newest(room, who, incoming)
        return correct(room, who, sheet, incoming.text) if sheet and _meant(room, sheet, incoming.text) else None
    if sheet.state is State.RECORDED and corrections_in(incoming.text):
        return who.says(who.texts("edit-recorded", id=sheet.report_id or ""))
    if sheet.state is not State.OPEN or (_asks(incoming.text) and not _fits(room, sheet, incoming.text)):
        return None
    return expire(room, who, sheet) if room.sheets.overdue_now(sheet) else correct(room, who, sheet, incoming.text)


def correct(room: Room, who: Who, sheet: Sheet, words: str) -> Outcome:
    """Correct an open draft by words; the new card stands below them, where the reader is looking."""
    number, rest = numbered(words)
    drafts: list[Draft] = [it for it in sheet.kept if number is None or it.number == number]
    if len(drafts) != 1:
        example = "1 القتلى 5" if who.texts.language == "ar" else "1 killed 5"
        return who.says(who.texts("correction-which", example=example))
    try:
        draft = corrected(drafts[0], rest, sheet.published, room.desk.gazetteer, room.desk.actors)
    except LedgerError as error:
        return who.refuses(error)
    return Outcome((closed(who, sheet), shown(room, who, sheet.with_draft(draft))))


def closed(who: Who, sheet: Sheet) -> Reply:
    """What an older card says once a newer one stands below it."""
    return who.reply(who.texts("card-superseded"), about=sheet.sheet_id, recasts=True)


def _replied_to(room: Room, who: Who, incoming: Incoming) -> Sheet | None:
    """The sheet of the card, or of the report, that a message replies to."""
    if incoming.replied_to is None or who.caller is None:
        return None
    about = room.outbox.shown(incoming.chat_id, incoming.replied_to)
    sheet = room.sheets.get(about or room.sheets.id_of(incoming.chat_id, incoming.replied_to))
    return sheet if sheet is not None and sheet.member_id == who.caller.member_id else None


def _newest(room: Room, who: Who, incoming: Incoming) -> Sheet | None:
    """The open sheet whose card was shown last."""
    found = room.sheets.open_in(incoming.chat_id, who.caller.member_id) if who.caller else []
    cards = {it.sheet_id: it for it in found if not room.sheets.overdue_now(it)}
    newest = room.outbox.newest(incoming.chat_id, list(cards)) if cards else None
    return cards.get(newest) if newest else None


def _meant(room: Room, sheet: Sheet, words: str) -> bool:
    """Whether words are a correction of an open card rather than a report or a question of their own.

    A report names its place, or takes a sentence to tell of an event; where neither can be said it is a correction.
    """
    found = corrections_in(words) or corrections_in(numbered(words)[1])
    if not found:
        return False
    drafts = room.desk.read(words, published=sheet.published).drafts
    told = any(it.place is not None and not _named(words, it.place.text) for it in drafts)
    sentence = any(it.kind not in _COUNTED for it in drafts) and len(words.split()) > _WORDS_OF_ONE * found
    if told or sentence:
        return False
    return _fits(room, sheet, words) or not (drafts or _asks(words))


def _named(words: str, place: str | None) -> bool:
    """Whether a place stands there as what the place should be: "place Jasim"."""
    said, name = fold(words).lower, re.escape(fold(place or "").lower)
    return re.search(rf"(?:^|[\s,،;؛])(?:{_PLACE})[\s:=–-]+{name}", said) is not None


def _asks(words: str) -> bool:
    return questions.place_asked(words) is not None


def _fits(room: Room, sheet: Sheet, words: str) -> bool:
    """Whether the words can be read as a correction to their end."""
    if not sheet.kept:
        return False
    try:
        corrected(sheet.kept[0], numbered(words)[1], sheet.published, room.desk.gazetteer, room.desk.actors)
    except CorrectionUnclear:
        return False
    except LedgerError:
        return True
    return True
