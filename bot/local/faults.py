"""Faults to order: what goes wrong, on which method, how often, and when."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from bot.local.chats import Fields
from bot.local.refusals import ApiError, bad_request, conflict, forbidden, too_many
from bot.local.updates import number


class Fault(StrEnum):
    """What can go wrong. Those that name no effect happen before anything is done."""

    TOO_MANY = "429 with retry_after"
    BAD_REQUEST = "400"
    UNAUTHORIZED = "401, as Telegram gives now and then to a good token"
    FORBIDDEN = "403"
    NOT_FOUND = "404"
    CONFLICT = "409"
    SERVER_ERROR = "500"
    BAD_GATEWAY = "502 with a page instead of JSON"
    HANG = "no answer until the client gives up"
    HANG_AFTER = "done, but no answer until the client gives up"
    RESET = "connection reset before anything is done"
    RESET_AFTER = "done, then connection reset"
    DUPLICATE_UPDATE = "each update twice in one answer of getUpdates"
    REDELIVERED = "the updates of the answer before come again, though confirmed"
    OUT_OF_ORDER = "the updates of an answer backwards"
    POISON_UPDATE = "an update becomes one that no library can read, and stays so"
    SLOW_FILE = "a file in small pieces with pauses"
    CUT_FILE = "a file that breaks off half way"
    WEBHOOK_TWICE = "a webhook delivery made twice"


IN_UPDATES = frozenset({Fault.DUPLICATE_UPDATE, Fault.REDELIVERED, Fault.OUT_OF_ORDER, Fault.POISON_UPDATE})
IN_FILES = frozenset({Fault.SLOW_FILE, Fault.CUT_FILE})
HANGING = frozenset({Fault.HANG, Fault.HANG_AFTER})
AFTER = frozenset({Fault.HANG_AFTER, Fault.RESET_AFTER})

FILE = "file"
"""Stands for the download of a file where a method is named."""
WEBHOOK = "webhook"
"""Stands for a delivery to the bot where a method is named."""


@dataclass(slots=True, eq=False)
class Plan:
    """One ordered fault: ``left`` more times (None: until lifted), ``used`` so far.

    ``when`` looks at the parameters of the call; for faults in updates at each update, for files at its
    ``file_path``, for webhooks at the update. ``retry_after`` and ``pause`` are in seconds.
    """

    kind: Fault
    method: str | None = None
    left: int | None = 1
    retry_after: int = 1
    when: Callable[[Fields], bool] | None = None
    description: str | None = None
    pause: float = 0.05
    used: int = 0

    def lift(self) -> None:
        self.left = 0

    def covers(self, method: str, parameters: Fields) -> bool:
        if self.left == 0 or (self.method is not None and self.method.lower() != method.lower()):
            return False
        return self.when is None or self.when(parameters)

    def use(self) -> None:
        self.used += 1
        if self.left is not None:
            self.left -= 1

    def error(self) -> ApiError | None:
        """What is answered in place of a result, for the kinds that do answer."""
        match self.kind:
            case Fault.TOO_MANY:
                return too_many(self.retry_after)
            case Fault.BAD_REQUEST:
                return bad_request(self.description or "wrong parameter in request")
            case Fault.UNAUTHORIZED:
                return ApiError(401, self.description or "Unauthorized")
            case Fault.FORBIDDEN:
                return forbidden(self.description or "bot was blocked by the user")
            case Fault.NOT_FOUND:
                return ApiError(404, self.description or "Not Found")
            case Fault.CONFLICT:
                return conflict(self.description or "terminated by other getUpdates request")
            case Fault.SERVER_ERROR:
                return ApiError(500, self.description or "Internal Server Error")
            case Fault.BAD_GATEWAY:
                return ApiError(502, self.description or "Bad Gateway")
            case _:
                return None


class Faults:
    """The ordered faults, the earliest order first."""

    def __init__(self) -> None:
        self.plans: list[Plan] = []
        self.poisoned: set[int] = set()
        """Ids of the updates made unreadable, which no validation shall look at."""

    def take(self, method: str, parameters: Fields, kinds: Iterable[Fault] | None = None) -> Plan | None:
        """The next fault for this call, counted as used; None if it shall go well."""
        wanted = set(kinds) if kinds is not None else set(Fault) - IN_UPDATES - IN_FILES - {Fault.WEBHOOK_TWICE}
        for plan in self.plans:
            if plan.kind in wanted and plan.covers(method, parameters):
                plan.use()
                return plan
        return None

    def upset(self, updates: list[Fields], before: list[Fields]) -> list[Fields]:
        """An answer of getUpdates with what was ordered for it; ``before`` is the previous answer."""
        for plan in self.plans:
            hit = [update for update in updates if plan.kind in IN_UPDATES and plan.covers("getUpdates", update)]
            match plan.kind:
                case _ if not hit:
                    continue
                case Fault.DUPLICATE_UPDATE:
                    updates = [again for update in updates for again in [update] * (1 + (update in hit))]
                case Fault.REDELIVERED if before:
                    updates = before + updates
                case Fault.OUT_OF_ORDER if len(updates) > 1:
                    updates = updates[::-1]
                case Fault.POISON_UPDATE:
                    poison(hit[0])
                    self.poisoned.add(number(hit[0]))
                case _:
                    continue
            plan.use()
        return updates


def poison(update: Fields) -> None:
    """Make an update unreadable in place: its id stays, what it says becomes of the wrong shape."""
    for kind in set(update) - {"update_id"}:
        update[kind] = {"message_id": "seven", "from": [], "date": "yesterday", "chat": 7}
