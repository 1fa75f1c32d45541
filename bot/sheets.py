"""Reports on their way to being recorded: what was read, what the person changed, and how far it has come.

A sheet belongs to one message of one member and is sealed under the member's key, so that forgetting the member
destroys it. Each change makes a new version; a button names the version it was made for.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from enum import StrEnum

from pydantic import AwareDatetime, BaseModel, ConfigDict
from sqlalchemy import ColumnElement, Row, delete, func, select
from sqlalchemy.dialects.sqlite import insert as upsert

from bot.cabinet import Cabinet
from bot.tables import sheets
from ledger.codec import to_micros
from ledger.domain.values import short_id
from ledger.intake.drafts import Draft, Reading

LASTS = timedelta(hours=24)
KEPT_FOR = timedelta(days=30)


class State(StrEnum):
    """``held``: the same words came before, and whether this is another report has yet to be said."""

    OPEN = "open"
    HELD = "held"
    RECORDED = "recorded"
    DISCARDED = "discarded"
    EXPIRED = "expired"


class Sheet(BaseModel):
    """One report in hand. ``chosen`` maps a draft's number to the toll it continues, or ``new``.

    ``channel`` marks a forward from a channel, whose words these are; ``public`` one with a public name.
    ``shown`` is a digest of what the card said would be recorded, ``again`` that all of it had been before;
    ``same_as`` the sheet of the same words that this one is held for.
    """

    model_config = ConfigDict(frozen=True)

    sheet_id: str
    chat_id: int
    message_id: int
    member_id: str
    version: int = 1
    state: State = State.OPEN
    made_at: AwareDatetime
    text: str
    source: str
    channel: bool = False
    public: bool = False
    said_at: AwareDatetime
    sent_at: AwareDatetime
    reading: Reading
    left_out: tuple[int, ...] = ()
    chosen: dict[int, str] = {}
    page: int = 0
    shown: str = ""
    again: bool = False
    report_id: str | None = None
    same_as: str | None = None

    @property
    def published(self) -> date:
        return self.said_at.date()

    @property
    def kept(self) -> tuple[Draft, ...]:
        """Drafts that are not left out."""
        return tuple(draft for draft in self.reading.drafts if draft.number not in self.left_out)

    def changed(self, **changes: object) -> Sheet:
        """The next version, with these changes."""
        return self.model_copy(update={"version": self.version + 1, **changes})

    def with_draft(self, draft: Draft) -> Sheet:
        """The next version, with a draft in place of the one of its number."""
        drafts = tuple(draft if it.number == draft.number else it for it in self.reading.drafts)
        chosen = {number: key for number, key in self.chosen.items() if number != draft.number}
        return self.changed(reading=self.reading.model_copy(update={"drafts": drafts}), chosen=chosen)


class Sheets:
    def __init__(self, cabinet: Cabinet) -> None:
        self._cabinet = cabinet

    def id_of(self, chat_id: int, message_id: int) -> str:
        """The id of the sheet of a message: the same after a crash, and no way back to the chat."""
        return short_id("S", self._cabinet.identify(f"sheet {chat_id} {message_id}".encode()).encode())

    def keep(self, sheet: Sheet) -> None:
        """Store a sheet in place of its former version. Raises ``StoreUnwritable``."""
        body = self._cabinet.seal(sheet.member_id, f"sheet {sheet.sheet_id}", sheet.model_dump_json().encode())
        changing = {"version": sheet.version, "state": sheet.state.value, "sealed": body}
        row = {
            "sheet_id": sheet.sheet_id, "chat": self._cabinet.chat_key(sheet.chat_id), "message_id": sheet.message_id,
            "member_id": sheet.member_id, "made_at": to_micros(sheet.made_at), **changing,
        }  # fmt: skip
        written = upsert(sheets).values(row)
        with self._cabinet.write() as connection:
            connection.execute(written.on_conflict_do_update(index_elements=["sheet_id"], set_=changing))

    def get(self, sheet_id: str) -> Sheet | None:
        """A sheet as it stands; None when there is none, or its member was forgotten."""
        with self._cabinet.read() as connection:
            row = connection.execute(select(sheets).where(sheets.c.sheet_id == sheet_id)).one_or_none()
        return None if row is None else self._opened(row)

    def open_in(self, chat_id: int, member_id: str, *states: State) -> list[Sheet]:
        """A member's open sheets in a chat, or those in certain states, the newest first."""
        mine = (sheets.c.chat == self._cabinet.chat_key(chat_id)) & (sheets.c.member_id == member_id)
        return self._listed(mine & sheets.c.state.in_([it.value for it in states or (State.OPEN,)]))

    def recent(self, member_id: str, since: datetime) -> list[Sheet]:
        """All that a member has sent since a moment, the newest first."""
        return self._listed((sheets.c.member_id == member_id) & (sheets.c.made_at > to_micros(since)))

    def overdue(self) -> list[Sheet]:
        """Open sheets that have lasted too long."""
        return self._listed((sheets.c.state == State.OPEN.value) & (sheets.c.made_at <= self._before(LASTS)))

    def overdue_now(self, sheet: Sheet) -> bool:
        return to_micros(sheet.made_at) <= self._before(LASTS)

    def made_since(self, member_id: str, since: datetime) -> int:
        """How many reports a member has sent since a moment."""
        recent = (sheets.c.member_id == member_id) & (sheets.c.made_at > to_micros(since))
        with self._cabinet.read() as connection:
            return connection.execute(select(func.count()).select_from(sheets).where(recent)).scalar_one()

    def sweep(self) -> None:
        """Forget sheets that were closed long ago."""
        with self._cabinet.write() as connection:
            connection.execute(
                delete(sheets).where(sheets.c.made_at < self._before(KEPT_FOR), sheets.c.state != State.OPEN.value)
            )

    def _before(self, span: timedelta) -> int:
        return self._cabinet.micros() - span // timedelta(microseconds=1)

    def _listed(self, which: ColumnElement[bool]) -> list[Sheet]:
        with self._cabinet.read() as connection:
            query = select(sheets).where(which).order_by(sheets.c.made_at.desc(), sheets.c.message_id.desc())
            rows = connection.execute(query).all()
        return [sheet for row in rows if (sheet := self._opened(row)) is not None]

    def _opened(self, row: Row[tuple[object, ...]]) -> Sheet | None:
        body = self._cabinet.open_sealed(row.member_id, f"sheet {row.sheet_id}", row.sealed)
        return None if body is None else Sheet.model_validate_json(body)
