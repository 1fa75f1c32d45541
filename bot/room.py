"""What every handler works with: the desk, the bot's own tables, who is asking and in which language."""

from __future__ import annotations

from dataclasses import dataclass

from bot.cabinet import Cabinet
from bot.knocks import Knocks
from bot.outbox import Outbox
from bot.replies import Outcome, Reply, Rows
from bot.sheets import Sheets
from bot.texts import Html, Texts, capital
from desk.desk import Desk
from desk.people import Caller
from ledger.domain.access import DOORS, may
from ledger.domain.values import Role
from ledger.errors import LedgerError
from projections.moments import Audience


@dataclass(frozen=True, slots=True)
class Room:
    """One bot's surroundings; thread-safe, since everything in it is."""

    desk: Desk
    cabinet: Cabinet
    sheets: Sheets
    outbox: Outbox
    knocks: Knocks
    bot_id: int
    username: str


@dataclass(frozen=True, slots=True)
class Who:
    """Who wrote or tapped, as the ledger knows them now; ``caller`` is None for strangers and in groups."""

    chat_id: int
    caller: Caller | None
    roles: frozenset[Role]
    texts: Texts

    def may(self, door: str) -> bool:
        """Whether one of their roles opens a door of the bot, as ``/queue`` or ``button q``."""
        return may(DOORS.get(f"bot {door}"), self.roles)

    @property
    def may_report(self) -> bool:
        return self.may("report")

    @property
    def may_review(self) -> bool:
        return self.may("/queue")

    @property
    def may_invite(self) -> bool:
        return self.may("/invite")

    @property
    def audience(self) -> Audience:
        return Audience.MEMBERS if self.roles - {Role.READER} else Audience.PUBLIC

    def reply(
        self, text: str, buttons: Rows = (), *, about: str | None = None, recasts: bool = False,
        message_id: int | None = None, answers: int | None = None,
    ) -> Reply:  # fmt: skip
        """A reply to the chat that is being answered."""
        member_id = self.caller.member_id if self.caller else None
        return Reply(
            chat_id=self.chat_id, text=text, buttons=buttons, member_id=member_id, about=about, recasts=recasts,
            message_id=message_id, answers=answers,
        )  # fmt: skip

    def says(self, text: str, buttons: Rows = ()) -> Outcome:
        """An outcome of one message."""
        return Outcome((self.reply(text, buttons),))

    def refuses(self, error: LedgerError) -> Outcome:
        """A refusal as a message of its own."""
        return self.says(capital(refusal(self.texts, error)))


def refusal(texts: Texts, error: LedgerError) -> Html:
    """A refusal in the reader's language, by its code."""
    name = f"error-{error.code}"
    if texts.has(name):
        return texts(name, value=str(error.value if error.value is not None else ""))
    return texts("error-other", message=error.message, code=error.code)
