"""The Bot API by hand: one POST for each call, no library's opinion in between."""

from __future__ import annotations

from types import TracebackType
from typing import Any, Self

import httpx

from bot.local import LocalServer


class Raw:
    """``await raw("sendMessage", chat_id=1, text="x")`` gives the result; ``refused`` gives status and words."""

    def __init__(self, server: LocalServer, token: str = "123:abc") -> None:
        self.base = f"{server.base_url}/bot{token}"
        self.files = f"{server.base_url}/file/bot{token}"
        self._queue = server.world.updates
        self._offset = 0
        self.client = httpx.AsyncClient(timeout=5)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, e: BaseException | None, t: TracebackType | None
    ) -> None:
        await self.client.aclose()

    async def __call__(self, method: str, **parameters: object) -> Any:
        body = await self.body(method, **parameters)
        assert body["ok"], body
        return body["result"]

    async def body(self, method: str, **parameters: object) -> Any:
        return (await self.client.post(f"{self.base}/{method}", json=parameters)).json()

    async def refused(self, method: str, **parameters: object) -> tuple[int, str]:
        response = await self.client.post(f"{self.base}/{method}", json=parameters)
        body = response.json()
        assert not body["ok"], body
        assert body["error_code"] == response.status_code
        return response.status_code, body["description"]

    async def news(self) -> list[Any]:
        """What has come up since the last time, fetched and confirmed.

        Each time by another low offset, since the same one again in haste gives one update only.
        """
        self._offset += 1
        updates: list[Any] = await self("getUpdates", offset=self._offset)
        self._queue.pending.clear()
        return updates

    async def send(self, method: str, file: tuple[str, bytes], **parameters: object) -> Any:
        """With a file, as multipart; ``file`` is the name of its part and its bytes."""
        name, content = file
        form = {key: str(value) for key, value in parameters.items()}
        response = await self.client.post(f"{self.base}/{method}", data=form, files={name: (f"{name}.bin", content)})
        return response.json()
