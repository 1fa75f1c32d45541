"""Witnesses over HTTP: being one, and asking others to cosign a checkpoint."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import httpx
from aiohttp import web

from ledger.errors import PortTaken
from ledger.transparency.checkpoint import Checkpoint
from ledger.transparency.note import Note, NoteUnsound, Signature
from ledger.transparency.policy import Policy, Witness
from ledger.transparency.proof import consistency_spans, prove
from ledger.transparency.tiles import TileReader
from ledger.transparency.witness import LARGEST, SIZE_TYPE, Witnessing, request_of

SECONDS = 10.0
"""How long one witness is waited for."""


async def serve(witness: Witnessing, host: str, port: int) -> tuple[web.AppRunner, str]:
    """Listen; the runner to stop it with, and the address to give to logs. Raises ``PortTaken``."""

    async def add_checkpoint(request: web.Request) -> web.Response:
        body = await request.read()
        answer = await asyncio.to_thread(witness.add_checkpoint, body)
        return web.Response(status=answer.status, text=answer.text, content_type=answer.content_type)

    app = web.Application(client_max_size=LARGEST)
    app.router.add_post("/add-checkpoint", add_checkpoint)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    try:
        site = web.TCPSite(runner, host, port)
        await site.start()
    except OSError as error:
        await runner.cleanup()
        raise PortTaken(f"{host}:{port}", error.strerror or "it cannot be listened on") from error
    taken = runner.addresses[0][1]
    return runner, f"http://{host}:{taken}"


def cosign(note: Note, policy: Policy, tiles: TileReader) -> tuple[Note, dict[str, str]]:
    """The checkpoint with the cosignatures of all witnesses that answered, and why the others did not give any."""
    failed: dict[str, str] = {}
    with httpx.Client(timeout=SECONDS) as client:
        for name, witness in policy.witnesses.items():
            if witness.url is None or note.by(witness.key):
                continue
            try:
                line = _asked(client, witness, note, tiles)
            except (httpx.HTTPError, NoteUnsound, ValueError) as error:
                failed[name] = str(error) or type(error).__name__
                continue
            note = replace(note, signatures=(*note.signatures, line))
    return note, failed


def _asked(client: httpx.Client, witness: Witness, note: Note, tiles: TileReader) -> Signature:
    """The cosignature of one witness; where it knows another size, it is asked once more from there."""
    head, old = Checkpoint.parse(note.text), 0
    for _attempt in range(2):
        proof = prove(tiles, consistency_spans(old, head.size))
        answer = client.post(f"{(witness.url or '').rstrip('/')}/add-checkpoint", content=request_of(old, proof, note))
        if answer.status_code == 409 and answer.headers.get("content-type", "").startswith(SIZE_TYPE):
            known = int(answer.text)
            if known == old or known > head.size:
                raise ValueError(f"it knows another history, of {known} entries")
            old = known
            continue
        if answer.status_code != 200:
            raise ValueError(f"it answered {answer.status_code}: {answer.text.strip()[:200]}")
        both = Note.parse(f"{note.text}\n{answer.text}")
        found = both.by(witness.key)
        if found is None or Policy((), {witness.name: witness}, {}).seen_by(both) == {}:
            raise ValueError("it answered with a signature that is not its own")
        return found
    raise ValueError("it keeps naming another size")
