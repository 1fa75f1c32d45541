"""Files as the bot fetches them, whole, slow or cut."""

from __future__ import annotations

import asyncio

from aiohttp import web

from bot.local.faults import FILE, Fault, Faults, Plan
from bot.local.refusals import ApiError
from bot.local.wires import broken, refusal, reset
from bot.local.world import World

_PIECES = 8


async def download(request: web.Request, world: World, faults: Faults) -> web.StreamResponse:
    """The file at the path of the request: 404 if it is not there or its hour is over."""
    path = request.match_info["path"]
    fault = faults.take(FILE, {"file_path": path}, Fault)
    if fault is not None and fault.kind not in {Fault.SLOW_FILE, Fault.CUT_FILE}:
        return await broken(request, fault, world)
    file = world.shelf.at(path, world.now())
    if file is None:
        return refusal(ApiError(404, "Not Found"))
    if fault is None:
        return web.Response(body=file.content, content_type="application/octet-stream")
    return await _limping(request, file.content, fault)


async def _limping(request: web.Request, content: bytes, fault: Plan) -> web.StreamResponse:
    response = web.StreamResponse(headers={"Content-Length": str(len(content))})
    await response.prepare(request)
    if fault.kind is Fault.CUT_FILE:
        await response.write(content[: len(content) // 2])
        return reset(request)
    size = max(len(content) // _PIECES, 1)
    for at in range(0, len(content), size):
        await response.write(content[at : at + size])
        await asyncio.sleep(fault.pause)
    return response
