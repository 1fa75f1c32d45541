"""/start, /help, /cancel, /language: who the bot is, what it may be asked, and in which language."""

from __future__ import annotations

from bot.handlers.confirm import discard
from bot.handlers.languages import keep_language
from bot.incoming import Incoming
from bot.replies import NOTHING, Outcome, button, rows
from bot.room import Room, Who
from bot.sheets import State
from bot.texts import LANGUAGES, Html, lines, texts_in
from ledger.domain.values import Role
from ledger.errors import LedgerError

BAD_TRIES = 5
"""Invitations that do not hold, in an hour; then silence."""

_WELCOME = "welcome"
"""What the first greeting is about, so that a later one knows of it."""
_ROLES = (Role.ADMIN, Role.REVIEWER, Role.AUDITOR, Role.MONITOR)
_NAMES = {"en": "English", "ar": "العربية"}


def start(room: Room, who: Who, incoming: Incoming, words: str) -> Outcome:
    """Warn plainly of what Telegram sees; with a code, take up the invitation."""
    if words and incoming.private and incoming.user_id is not None:
        return _redeem(room, who, incoming, words)
    if who.caller is None or not who.roles:
        return who.says("\n\n".join((who.texts("start-stranger"), who.texts("start-warning"))))
    back = room.outbox.newest(incoming.chat_id, (_WELCOME,)) is not None
    return _welcomed(who, who.texts("start-member") if back else who.texts("start-first", role=_role(who)))


def _redeem(room: Room, who: Who, incoming: Incoming, code: str) -> Outcome:
    if not room.knocks.allowed(incoming.chat_id, "invitation", BAD_TRIES) or incoming.user_id is None:
        return NOTHING
    try:
        caller = room.desk.people.redeem(code, incoming.user_id)
    except LedgerError as error:
        return who.refuses(error)
    roles = room.desk.people.roles(caller.member_id)
    joined = Who(who.chat_id, caller, roles, who.texts)
    return _welcomed(joined, who.texts("start-joined", role=_role(joined)))


def _welcomed(who: Who, greeting: str) -> Outcome:
    parts = [greeting, who.texts("start-warning"), *([who.texts("start-report")] if who.may_report else [])]
    return Outcome((who.reply("\n\n".join(parts), about=_WELCOME),))


def _role(who: Who) -> Html:
    """The widest of their roles, by its name."""
    role = next((it for it in _ROLES if it in who.roles), Role.READER)
    return who.texts(f"role-{role.value}")


def help_for(who: Who) -> Outcome:
    """What this role may do, and nothing of what others may."""
    names = ["title"]
    names += ["report", "correct", "edit", "cancel"] if who.may_report else []
    names += ["toll", "history"]
    names += ["queue", "accept", "reject"] if who.may_review else []
    names += ["invite"] if who.may_invite else []
    names += ["forgetme"] if who.caller is not None else []
    return who.says(lines(*(who.texts(f"help-{name}") for name in [*names, "language"])))


def cancel(room: Room, who: Who) -> Outcome:
    """Discard all that is open in this chat."""
    states = (State.OPEN, State.HELD)
    open_sheets = room.sheets.open_in(who.chat_id, who.caller.member_id, *states) if who.caller else []
    if not open_sheets:
        return who.says(who.texts("cancel-nothing"))
    closed = [reply for sheet in open_sheets for reply in discard(room, who, sheet, None).replies]
    return Outcome((*closed, who.reply(who.texts("cancel-done", count=len(open_sheets)))))


def language(room: Room, who: Who, words: str) -> Outcome:
    """Ask for a language, or speak it from now on."""
    wanted = next((it for it in LANGUAGES if words.casefold() in (it, _NAMES[it].casefold())), None)
    if wanted is None:
        keys = rows([button(_NAMES[it], "l", it) for it in LANGUAGES])
        return who.says(who.texts("language-ask"), keys)
    keep_language(room, who, wanted)
    chosen = Who(who.chat_id, who.caller, who.roles, texts_in(wanted, room.desk.actors))
    return chosen.says(Html(chosen.texts("language-set")))
