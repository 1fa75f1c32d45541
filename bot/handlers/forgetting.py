"""/forgetme: a member's wish that their key, contacts and words be destroyed; two admins have to agree."""

from __future__ import annotations

from bot.incoming import Incoming
from bot.replies import Outcome, button, rows
from bot.room import Room, Who
from desk.people import Caller
from ledger.errors import LedgerError


def ask(room: Room, who: Who, incoming: Incoming) -> Outcome:
    """Ask once more before it is recorded; nobody who holds an account here is a stranger to this, roles or none."""
    if _known(room, incoming) is None:
        return who.says(who.texts("command-unknown"))
    yes = button(who.texts("button-forget-me"), "f", "yes")
    no = button(who.texts("button-stay"), "f", "no")
    return who.says(who.texts("forget-me-ask"), rows([yes], [no]))


def tapped(room: Room, who: Who, incoming: Incoming, answer: str) -> Outcome:
    """Record the wish, or leave everything as it is, and say so in place of the question."""
    caller = _known(room, incoming)
    if caller is None or answer not in ("yes", "no"):
        return Outcome()
    text = who.texts("forget-me-left")
    if answer == "yes":
        try:
            room.desk.people.ask_to_be_forgotten(caller)
        except LedgerError as error:
            return who.refuses(error)
        text = who.texts("forget-me-recorded")
    return Outcome((who.reply(text, recasts=True, message_id=incoming.message_id),))


def _known(room: Room, incoming: Incoming) -> Caller | None:
    if not incoming.private or incoming.user_id is None:
        return None
    return room.desk.people.by_telegram(incoming.user_id)
