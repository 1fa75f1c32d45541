"""What a person is waiting for an answer to: a tapped button, an inline query."""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.local.bell import Bell
from bot.local.chats import Fields, User
from bot.local.messages import Message
from bot.local.refusals import ApiError, bad_request

PRESS_LIFETIME = 150
INQUIRY_LIFETIME = 30


@dataclass(frozen=True, slots=True)
class Toast:
    """What answerCallbackQuery shows: nothing, a line at the top, or an alert to be closed."""

    text: str = ""
    show_alert: bool = False
    url: str | None = None


@dataclass(slots=True, eq=False)
class Press:
    """One tap on a button; ``answer`` stays None until the bot answers."""

    id: str
    person: User
    message: Message
    text: str
    at: int
    bell: Bell = field(repr=False)
    answer: Toast | None = None

    async def answered(self, timeout: float = 5) -> Toast:
        """Wait for the answer; raises TimeoutError."""
        await self.bell.until(lambda: self.answer is not None, timeout)
        if self.answer is None:
            raise TimeoutError(f"[{self.text}] was tapped and not answered within {timeout} s")
        return self.answer


@dataclass(slots=True, eq=False)
class Inquiry:
    """One inline query; ``results`` stays None until the bot answers, ``button`` is the one above the results."""

    id: str
    person: User
    query: str
    at: int
    bell: Bell = field(repr=False)
    results: list[Fields] | None = None
    button: Fields | None = None
    is_personal: bool = False

    async def answered(self, timeout: float = 5) -> list[Fields]:
        """Wait for the results; raises TimeoutError."""
        await self.bell.until(lambda: self.results is not None, timeout)
        if self.results is None:
            raise TimeoutError(f"the inline query {self.query!r} was not answered within {timeout} s")
        return self.results


class Queries:
    """All that was asked, by id. An id can be answered once, and only while it is young."""

    def __init__(self) -> None:
        self.presses: dict[str, Press] = {}
        self.inquiries: dict[str, Inquiry] = {}

    def next_id(self) -> str:
        return str(4_000_000_000_000_000_000 + len(self.presses) + len(self.inquiries))

    def press(self, query_id: str | None, now: int) -> Press:
        press = self.presses.get(query_id or "")
        if press is None or press.answer is not None or now - press.at >= PRESS_LIFETIME:
            raise _too_old()
        return press

    def inquiry(self, query_id: str | None, now: int) -> Inquiry:
        inquiry = self.inquiries.get(query_id or "")
        if inquiry is None or inquiry.results is not None or now - inquiry.at >= INQUIRY_LIFETIME:
            raise _too_old()
        return inquiry


def _too_old() -> ApiError:
    return bad_request("query is too old and response timeout expired or query ID is invalid")
