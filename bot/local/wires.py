"""Answers on the wire, good and broken."""

from __future__ import annotations

import socket
import struct

from aiohttp import web

from bot.local.chats import Fields
from bot.local.faults import HANGING, Plan
from bot.local.refusals import ApiError
from bot.local.world import World

_GATEWAY_PAGE = "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>nginx</body>\r\n</html>\r\n"


def answer(result: object) -> web.Response:
    body: Fields = {"ok": True, "result": result}
    return web.json_response(body)


def refusal(error: ApiError) -> web.Response:
    if error.status == 502:
        # What stands before Telegram's servers speaks no JSON.
        return web.Response(status=502, text=_GATEWAY_PAGE, content_type="text/html")
    return web.json_response(error.body(), status=error.status)


async def broken(request: web.Request, plan: Plan, world: World) -> web.Response:
    """What a fault does to the connection: an error, a reset, or silence until the server stops."""
    error = plan.error()
    if error is not None:
        return refusal(error)
    if plan.kind in HANGING:
        await world.bell.until(lambda: world.closed or request.transport is None, None)
    return reset(request)


def reset(request: web.Request) -> web.Response:
    """Drop the connection so that the other side sees a reset, not an end."""
    transport = request.transport
    if transport is not None:
        wire = transport.get_extra_info("socket")
        wire.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        transport.abort()
    return web.Response()
