"""``witness``: look after other people's logs, and cosign what only grew."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Annotated

import typer

from desk import proving
from desk.cli.session import Json, emit, say, session_of
from desk.desk import utc_now
from ledger.transparency.witness import Witnessing


def add_to(app: typer.Typer) -> None:
    app.command("witness")(witness)


def witness(
    context: typer.Context,
    policy: Annotated[Path, typer.Option("--policy", metavar="FILE", help="The logs to look after: `log KEY` a line.")],
    host: Annotated[
        str, typer.Option("--host", help="Where to listen; put a web server with TLS in front.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", min=0, max=65535, help="0 = any that is free.")] = 8095,
    keys: Annotated[
        Path | None, typer.Option("--keys", metavar="DIR", help="This witness's key and memory; else LEDGER_KEYS.")
    ] = None,
    name: Annotated[str | None, typer.Option("--name", help="What it is called, before it has a key.")] = None,
    as_json: Json = False,
) -> None:
    """Cosign checkpoints of the logs in a policy, each only where it continues the last one (c2sp.org/tlog-witness).

    It needs no ledger, and learns nothing of one but sizes and roots. It runs until it is stopped.

    Example: ledger witness --policy logs.txt --name witness.example/salma
    """
    session = session_of(context)
    logs = proving.policy_of(policy)
    watching = Witnessing.open(keys or session.settings.keys_folder, name, logs.logs if logs else (), utc_now)
    asyncio.run(_run(watching, host, port, as_json))


async def _run(watching: Witnessing, host: str, port: int, as_json: bool) -> None:
    from desk.witnessing import serve  # the HTTP libraries, which no other command should wait for

    runner, address = await serve(watching, host, port)
    if as_json:
        emit({"address": address, "key": watching.signer.verifier.text, "logs": [it.name for it in watching.logs]})
    else:
        say(f"witness {watching.signer.verifier.text}")
        say(f"listens at {address}/add-checkpoint, for {', '.join(it.name for it in watching.logs) or 'no log'}")
    try:
        await asyncio.Event().wait()
    finally:
        await runner.cleanup()
