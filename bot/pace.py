"""How fast Telegram lets a bot speak: 30 messages a second in all, one a second to a chat, a few at once."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from dataclasses import dataclass

from telegram.error import RetryAfter

_CHATS_REMEMBERED = 4096


@dataclass(slots=True)
class _Bucket:
    """Turns that may be taken now; negative = how many are queued for. ``at`` is in the loop's seconds."""

    turns: float
    at: float


class Pace:
    """Hands out turns. ``burst`` messages may follow one another at once in a chat that was silent before."""

    def __init__(self, *, overall: float = 30, each_chat: float = 1, burst: float = 4) -> None:
        self._overall = overall
        self._each_chat = each_chat
        self._burst = burst
        self._all = _Bucket(overall, 0)
        self._chats: OrderedDict[str, _Bucket] = OrderedDict()

    async def turn(self, chat: str) -> None:
        """Wait until a message may be sent to the chat."""
        now = asyncio.get_running_loop().time()
        bucket = self._chats.setdefault(chat, _Bucket(self._burst, now))
        self._chats.move_to_end(chat)
        if len(self._chats) > _CHATS_REMEMBERED:
            self._chats.popitem(last=False)
        waits = (
            _take(bucket, now, self._each_chat, self._burst),
            _take(self._all, now, self._overall, self._overall),
        )
        if max(waits) > 0:
            await asyncio.sleep(max(waits))


def seconds_of(error: RetryAfter) -> float:
    """How long Telegram wants us to wait."""
    wanted = error.retry_after
    return float(wanted) if isinstance(wanted, int) else wanted.total_seconds()


def _take(bucket: _Bucket, now: float, rate: float, most: float) -> float:
    """Take one turn and give the seconds to wait for it."""
    bucket.turns = min(most, bucket.turns + max(now - bucket.at, 0) * rate) - 1
    bucket.at = now
    return max(-bucket.turns / rate, 0)
