"""What Telegram answers instead of a result, in its own words.

These are the other side's refusals, sent over the wire for the bot to cope with; they are no LedgerError and have no
code of ours. Wording as in Telegram's open Bot API server and TDLib.
"""

from __future__ import annotations

from bot.local.chats import Fields, given


class ApiError(Exception):
    """An answer with ``ok`` false: an HTTP status, Telegram's description, and what it adds for machines.

    ``retry_after`` is in seconds; ``migrate_to_chat_id`` names the supergroup that a group became.
    """

    def __init__(
        self, status: int, description: str, *, retry_after: int | None = None, migrate_to_chat_id: int | None = None
    ) -> None:
        super().__init__(f"{status} {description}")
        self.status = status
        self.description = description
        self.parameters = given(retry_after=retry_after, migrate_to_chat_id=migrate_to_chat_id)

    def body(self) -> Fields:
        body: Fields = {"ok": False, "error_code": self.status, "description": self.description}
        return body | ({"parameters": self.parameters} if self.parameters else {})


def bad_request(words: str) -> ApiError:
    return ApiError(400, f"Bad Request: {words}")


def forbidden(words: str) -> ApiError:
    return ApiError(403, f"Forbidden: {words}")


def conflict(words: str) -> ApiError:
    return ApiError(409, f"Conflict: {words}")


def too_many(seconds: int) -> ApiError:
    return ApiError(429, f"Too Many Requests: retry after {seconds}", retry_after=seconds)
