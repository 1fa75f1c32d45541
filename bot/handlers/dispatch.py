"""From an update to the handler of its feature: who it is, what they want. The one table of commands."""

from __future__ import annotations

from bot import questions
from bot.handlers import confirm, correct, forgetting, history, languages, members, review, start, submit, toll
from bot.incoming import Incoming, Kind
from bot.replies import NOTHING, Outcome
from bot.room import Room, Who
from bot.texts import capital, plain
from desk.people import Caller
from ledger.domain.access import DOORS
from ledger.domain.values import Role

ANSWERS_TO_STRANGERS = 5
TAPS_OF_STRANGERS = 20
"""An hour."""

_IN_GROUPS = frozenset({"toll", "history", "help", "start"})


def handle(room: Room, incoming: Incoming) -> Outcome:
    """All that one update leads to. Raises ``Unavailable`` when it should be tried again."""
    if incoming.kind is Kind.MEMBERSHIP:
        room.outbox.mark_dormant(room.cabinet.chat_key(incoming.chat_id), dormant=incoming.blocked)
        return NOTHING
    if incoming.kind is Kind.OTHER or incoming.user_id is None:
        return NOTHING  # nobody in particular: channels, anonymous admins, kinds that were not asked for
    chat = room.cabinet.chat_key(incoming.chat_id)
    if incoming.private and room.outbox.is_dormant(chat):
        room.outbox.mark_dormant(chat, dormant=False)  # who writes is back
    if not incoming.private and incoming.kind is not Kind.TAP and _command(room, incoming.text)[0] not in _IN_GROUPS:
        return NOTHING  # what people say to one another there counts for nothing
    who = identified(room, incoming)
    if not who.roles and not _within_limits(room, incoming):
        return _limited(room, who, incoming)
    if incoming.kind is Kind.TAP:
        return _tapped(room, who, incoming)
    if incoming.kind is Kind.EDIT:
        ignored = incoming.text.startswith("/") or not incoming.private or not who.may("edit")
        return NOTHING if ignored else submit.edited(room, who, incoming)
    return _message(room, who, incoming)


def identified(room: Room, incoming: Incoming) -> Who:
    """Who it is by their account, with the roles they hold now; in groups nobody has any."""
    caller: Caller | None = None
    if incoming.private and incoming.user_id is not None:
        people = room.desk.people
        is_first = incoming.user_id in room.desk.settings.admin_ids
        caller = people.admin_by_telegram(incoming.user_id) if is_first else people.by_telegram(incoming.user_id)
    roles = room.desk.people.roles(caller.member_id) if caller else frozenset[Role]()
    caller = caller if roles else None
    if caller is not None:
        languages.remember_client(room, caller, incoming)
    texts = languages.texts_for(room, caller, incoming.chat_id, incoming.language)
    return Who(incoming.chat_id, caller, roles, texts)


def _within_limits(room: Room, incoming: Incoming) -> bool:
    if incoming.kind is Kind.TAP:
        return room.knocks.allowed(incoming.chat_id, "tap", TAPS_OF_STRANGERS)
    return room.knocks.allowed(incoming.chat_id, "message", ANSWERS_TO_STRANGERS)


def _limited(room: Room, who: Who, incoming: Incoming) -> Outcome:
    """Say once an hour that the limit is reached, and nothing after that."""
    if not room.knocks.allowed(incoming.chat_id, "limit", 1):
        return NOTHING
    text = who.texts("limit-stranger")
    return Outcome(toast=plain(text)) if incoming.kind is Kind.TAP else who.says(text)


def _message(room: Room, who: Who, incoming: Incoming) -> Outcome:
    command, words = _command(room, incoming.text)
    if not incoming.private:
        return _commanded(room, who, incoming, command, words)
    if command is not None:
        return _commanded(room, who, incoming, command, words)
    if not incoming.text:
        if incoming.content == "service" or not submit.first_of_album(room, incoming):
            return NOTHING
        return who.says(who.texts("unsupported", content=submit.content_name(who, incoming.content)))
    if incoming.forwarded is None and (answer := _answered(room, who, incoming)) is not None:
        return answer
    if not who.may_report:
        return who.says(who.texts("start-stranger" if not who.roles else "not-open"))
    return submit.report(room, who, incoming)


def _answered(room: Room, who: Who, incoming: Incoming) -> Outcome | None:
    """Words that answer the bot, correct its card or ask it for a toll; None for those that stand alone."""
    answer = review.reasoned(room, who, incoming) or correct.written(room, who, incoming)
    if answer is not None:
        return answer
    asked = questions.place_asked(incoming.text)
    return toll.toll(room, who, asked) if asked is not None else review.to_be_tapped(room, who, incoming)


def _command(room: Room, text: str) -> tuple[str | None, str]:
    """A command and the words after it; one that names another bot is none of ours."""
    if not text.startswith("/"):
        return None, text
    head, _, words = text.partition(" ") if " " in text else text.partition("\n")
    name, _, bot = head[1:].partition("@")
    if bot and bot.casefold() != room.username.casefold():
        return "", words
    return name.casefold(), words.strip()


def _commanded(room: Room, who: Who, incoming: Incoming, command: str | None, words: str) -> Outcome:
    if not command:
        return NOTHING
    if f"bot /{command}" not in DOORS:
        return who.says(who.texts("command-unknown"))
    if not who.may(f"/{command}"):
        return who.says(capital(who.texts("error-E-ACCESS-01")))
    match command:
        case "start":
            return start.start(room, who, incoming, words)
        case "help":
            return start.help_for(who)
        case "cancel":
            return start.cancel(room, who)
        case "language":
            return start.language(room, who, words)
        case "toll":
            return toll.toll(room, who, words)
        case "history":
            return _history(room, who, words)
        case "queue":
            return review.queue(room, who)
        case "accept":
            return review.accept(room, who, incoming, words)
        case "reject":
            return review.reject(room, who, incoming, words)
        case "invite":
            return members.invite(room, who, words)
        case "forgetme":
            return forgetting.ask(room, who, incoming)
        case _:
            raise NotImplementedError(f"/{command} has a row in the table of access and no handler")


def _history(room: Room, who: Who, words: str) -> Outcome:
    if not words:
        return who.says(who.texts("history-usage"))
    return history.charted(room, who, words) if words.startswith("T-") else toll.at_place(room, who, words, "h")


def _not_open(who: Who) -> Outcome:
    return Outcome(toast=plain(capital(who.texts("error-E-ACCESS-01"))), alarm=True)


def _tapped(room: Room, who: Who, incoming: Incoming) -> Outcome:
    """By the first letter of what the button carries."""
    kind, *parts = incoming.carried.split(":")
    if not who.may(f"button {kind}"):
        return NOTHING if f"bot button {kind}" not in DOORS else _not_open(who)
    match kind, parts:
        case "s", [_, *_]:
            return confirm.tapped(room, who, incoming, parts)
        case "q", [_, *_]:
            return review.tapped(room, who, incoming, parts)
        case "t" | "h", [key_id]:
            return toll.one_toll(room, who, key_id, kind)
        case "p", [then, place_id]:
            return toll.at_place(room, who, place_id, then)
        case "f", [answer]:
            return forgetting.tapped(room, who, incoming, answer)
        case "l", [language]:
            return start.language(room, who, language)
        case _:
            return NOTHING
