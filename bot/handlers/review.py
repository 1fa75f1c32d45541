"""/queue and its buttons, /accept ID, /reject ID REASON: a reviewer decides, and the reporter hears of it."""

from __future__ import annotations

from dataclasses import replace

from bot.handlers.languages import texts_for
from bot.incoming import Incoming
from bot.queue_cards import decided_text, item_card, reason_keys, told_text
from bot.reasons import REJECT_REASONS, reason_of
from bot.replies import Outcome, Reply
from bot.room import Room, Who, refusal
from bot.texts import capital, plain
from desk.decisions import Decision, Verb
from desk.people import Caller
from desk.reviewing import Decided
from ledger.domain.values import Reason, ReasonCode
from ledger.errors import AlreadyDecided, CommandIdReused, LedgerError, NothingToReview
from projections.queue_rows import QueueItem

SHOWN_AT_ONCE = 5
_WHY = "why "
"""Before an item's id: the message asks why that is rejected."""


def queue(room: Room, who: Who) -> Outcome:
    """What waits for this reviewer, each with its buttons; never what they reported themselves."""
    if who.caller is None or not who.may_review:
        return who.says(capital(who.texts("error-E-ACCESS-01")))
    room.desk.catch_up()
    waiting = room.desk.queries.queue(excluding=who.caller.member_id)
    if not waiting:
        return who.says(who.texts("queue-empty"))
    replies = [who.reply(who.texts("queue-count", count=len(waiting)))]
    for item in waiting[:SHOWN_AT_ONCE]:
        text, keys = item_card(who.texts, room.desk.gazetteer, item, passage(room, item))
        replies.append(who.reply(text, keys, about=item.item_id))
    if len(waiting) > SHOWN_AT_ONCE:
        replies.append(who.reply(who.texts("queue-more")))
    return Outcome(tuple(replies))


def accept(room: Room, who: Who, incoming: Incoming, words: str) -> Outcome:
    if not words:
        return who.says(who.texts("accept-usage"))
    return _decide(room, who, incoming, Decision(Verb.ACCEPT, words.split()[0]))


def reject(room: Room, who: Who, incoming: Incoming, words: str) -> Outcome:
    item_id, _, said = words.partition(" ")
    code = reason_of(said)
    if not item_id or code is None:
        return who.says(who.texts("reject-usage", reasons=_reasons(who)))
    return _decide(room, who, incoming, Decision(Verb.REJECT, item_id, Reason(code=code)))


def reasoned(room: Room, who: Who, incoming: Incoming) -> Outcome | None:
    """A reason in words where the bot has just asked for one, as good as a tap; None for any other message."""
    item_id, code = _asked_why(room, who, incoming), reason_of(incoming.text)
    if item_id is None or code is None:
        return None
    outcome = _decide(room, who, incoming, Decision(Verb.REJECT, item_id, Reason(code=code)))
    text = who.texts("reject-answered", item=item_id, reason=who.texts(f"reason-{code.value}"))
    question = who.reply(text, about=_WHY + item_id, recasts=True)  # its buttons are of no use any more
    return replace(outcome, replies=(question, *outcome.replies))


def to_be_tapped(room: Room, who: Who, incoming: Incoming) -> Outcome | None:
    """What is said of words that can only be meant as a reason, but give none or answer no question."""
    asked, code = _asked_why(room, who, incoming), reason_of(incoming.text)
    if not who.may_review or (asked is None and code is None):
        return None
    if room.desk.read(incoming.text, published=incoming.sent_at.date()).drafts:
        return None
    if asked is None:
        return who.says(who.texts("reject-first"))
    return who.says(who.texts("reject-tap", item=asked, reasons=_reasons(who)))


def _asked_why(room: Room, who: Who, incoming: Incoming) -> str | None:
    """What the bot asked a reason for in the message replied to, else in the newest that is about anything."""
    if not who.may_review or incoming.forwarded is not None:
        return None
    chat_id, replied_to = incoming.chat_id, incoming.replied_to
    about = room.outbox.newest(chat_id) if replied_to is None else room.outbox.shown(chat_id, replied_to)
    return about.removeprefix(_WHY) if about and about.startswith(_WHY) else None


def _reasons(who: Who) -> str:
    return who.texts.listed([who.texts(f"reason-{code.value}") for code in REJECT_REASONS])


def tapped(room: Room, who: Who, incoming: Incoming, parts: list[str]) -> Outcome:
    """``parts``: item, ``ok``, ``no`` (asks why) or ``why``, and the reason's code."""
    item_id, action = (parts[0], parts[1]) if len(parts) > 1 else ("", "")
    if who.caller is None or not who.may_review:
        return Outcome(toast=plain(capital(who.texts("error-E-ACCESS-01"))), alarm=True)
    if action == "no":
        text, keys = who.texts("reject-why", item=item_id), reason_keys(who.texts, item_id)
        return Outcome((who.reply(text, keys, about=_WHY + item_id, recasts=True, message_id=incoming.message_id),))
    if action == "why" and len(parts) > 2 and parts[2] in set(ReasonCode):
        decision = Decision(Verb.REJECT, item_id, Reason(code=ReasonCode(parts[2])))
        return _decide(room, who, incoming, decision)
    if action == "ok":
        return _decide(room, who, incoming, Decision(Verb.ACCEPT, item_id))
    return Outcome()


def _decide(room: Room, who: Who, incoming: Incoming, decision: Decision) -> Outcome:
    """Decide once, however often the same update is handled; a tap shows the outcome in place of its message."""
    if who.caller is None or not who.may_review:
        return who.says(capital(who.texts("error-E-ACCESS-01")))
    message_id = incoming.message_id if incoming.tap_id else None
    request = f"{room.bot_id}:{incoming.update_id}:{incoming.identity}"
    asked = replace(decision, request=request)
    room.desk.catch_up()
    try:
        decided = room.desk.reviewing.decide(asked, who.caller)
    except LedgerError as error:
        return _refused(who, decision.item_id, error, message_id)
    room.desk.catch_up()
    told = [reply for it in decided for reply in _told(room, who, it, asked)]
    text = decided_text(who.texts, decided, asked)
    shown = who.reply(text, about=decision.item_id, recasts=message_id is not None, message_id=message_id)
    return Outcome((shown, *told))


def _refused(who: Who, item_id: str, error: LedgerError, message_id: int | None) -> Outcome:
    words = capital(refusal(who.texts, error))
    if message_id is None:
        return who.says(words)
    lost = isinstance(error, AlreadyDecided | NothingToReview | CommandIdReused)
    text = who.texts("decided-before", item=item_id)
    shown = (who.reply(text, about=item_id, recasts=True, message_id=message_id),) if lost else ()
    return Outcome(shown, toast=plain(words), alarm=True)


def _told(room: Room, who: Who, decided: Decided, decision: Decision) -> list[Reply]:
    """What the reporter hears, in their language; nothing while a second reviewer is awaited."""
    item = _item(room, decided.item_id)
    if item is None or decided.waits or (who.caller and item.member_id == who.caller.member_id):
        return []
    chat_id = room.desk.vault.telegram_of(item.member_id)
    if chat_id is None:
        return []
    texts = texts_for(room, Caller(item.member_id), chat_id, None)
    text = told_text(texts, room.desk.gazetteer, item, decision)
    return [Reply(chat_id=chat_id, member_id=item.member_id, text=text)]


def _item(room: Room, item_id: str) -> QueueItem | None:
    waiting = room.desk.queries.queue(include_closed=True)
    found = [it for it in waiting if it.item_id == item_id or it.stream_id == item_id]
    return found[-1] if found else None


def passage(room: Room, item: QueueItem) -> str | None:
    """The words that an item was read from, for reviewers only; None where they are gone."""
    recorded = room.desk.log.stream(item.stream_id, since=item.version)
    stated = getattr(recorded[0].event, "stated", None) if recorded else None
    claim = getattr(stated, "claim", None)
    words = room.desk.vault.read(claim.report_id) if claim else None
    if words is None or claim is None:
        return None
    return words.decode()[claim.start : claim.end]
