"""/invite ROLE [NAME]: a link by which one person becomes a member, once."""

from __future__ import annotations

from bot import phrases
from bot.replies import Outcome
from bot.room import Room, Who
from bot.texts import Html, capital, texts_in
from ledger.domain.values import Role
from ledger.errors import LedgerError

_OFFERED = (Role.MONITOR, Role.REVIEWER, Role.AUDITOR, Role.ADMIN)


def invite(room: Room, who: Who, words: str) -> Outcome:
    """Make an invitation. Not given again when the update is repeated after a crash: the old link was never shown."""
    if who.caller is None or not who.may_invite:
        return who.says(capital(who.texts("error-E-ACCESS-01")))
    asked = words.split(maxsplit=1)
    role = _role(asked[0]) if asked else None
    if role is None:
        return who.says(who.texts("invite-usage"))
    name = " ".join(asked[1].split()) if len(asked) > 1 else None
    try:
        invitation = room.desk.people.invite(role, who.caller, name)
    except LedgerError as error:
        return who.refuses(error)
    link = f"https://t.me/{room.username}?start={invitation.code}"
    until = phrases.moment(who.texts, invitation.expires_at)
    shown = who.texts("invite-made", role=who.texts(f"role-{role.value}"), until=until, link=Html(link))
    return who.says(shown)


def _role(word: str) -> Role | None:
    """A role by its name in either language."""
    for role in _OFFERED:
        names = {role.value, *(texts_in(language)(f"role-{role.value}") for language in ("en", "ar"))}
        if word.casefold() in names:
            return role
    return None
