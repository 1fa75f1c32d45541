"""How waiting is done here: something happens, the bell rings, and whoever waits looks again."""

from __future__ import annotations

import asyncio
from collections.abc import Callable


class Bell:
    """Rung after every change. Everything runs on one event loop, so that nothing changes while somebody looks."""

    def __init__(self) -> None:
        self._rung = asyncio.Event()

    def ring(self) -> None:
        self._rung.set()
        self._rung = asyncio.Event()

    async def until(self, ready: Callable[[], bool], timeout: float | None) -> bool:
        """Wait until ``ready`` says yes, at most ``timeout`` seconds of real time; whether it did."""
        try:
            async with asyncio.timeout(timeout):
                while not ready():
                    await self._rung.wait()
        except TimeoutError:
            return ready()
        return True
