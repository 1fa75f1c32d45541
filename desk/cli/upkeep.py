"""``replay``, ``rebuild``, ``status``: whether what is shown follows from what was recorded."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

import typer
from pydantic import JsonValue

from desk.cli.session import ClockChoice, Json, emit, moment_of, one_moment, say, session_of
from desk.desk import Desk
from desk.proving import signed_last
from desk.replaying import replay as replayed
from desk.telling.answers import key_words
from desk.telling.trail import age_words, step_lines
from ledger.errors import NoSuchStream, ReplayDiffers
from projections.moments import AsOf, Clock
from projections.tolls import KeyFilter


def add_to(app: typer.Typer) -> None:
    app.command("replay")(replay)
    app.command("rebuild")(rebuild)
    app.command("status")(status)


def replay(
    context: typer.Context,
    until: Annotated[
        str | None, typer.Option("--until", metavar="MOMENT", help="Up to this: @POSITION, a day, a time.")
    ] = None,
    key: Annotated[
        str | None, typer.Option("--key", metavar="KEY-ID", help="Step through one toll, entry by entry, instead.")
    ] = None,
    clock: ClockChoice = Clock.RECORDED,
    as_json: Json = False,
) -> None:
    """Build the picture again from the log alone and compare it with what is answered; exit 1 when they differ.

    Prints the position, the log's root hash there, and a digest of the picture.

    Example: ledger replay --until 2018-08-01
    """
    session = session_of(context)
    with session.desk() as desk:
        caller = session.caller(desk)
        moment = one_moment(desk, until, clock) if until else moment_of(desk, None, None, clock)
        if key is not None:
            desk.permit("ledger replay --key", caller)
            _steps(desk, key, moment, as_json)
            return
        found = replayed(desk, moment)
        if as_json:
            emit(
                {
                    "position": found.position,
                    "root": found.root,
                    "digest": found.digest,
                    "live_digest": found.live_digest,
                    "agrees": found.agrees,
                }
            )
        else:
            say(f"position @{found.position}")
            say(f"root     {found.root}")
            say(f"digest   {found.digest}")
            say("replay equals what is shown" if found.agrees else f"shown    {found.live_digest}")
        if not found.agrees:
            raise ReplayDiffers(found.position)


def _steps(desk: Desk, key_id: str, moment: AsOf, as_json: bool) -> None:
    kept = desk.queries.toll_keys(KeyFilter(key_id=key_id), moment)
    if not kept:
        raise NoSuchStream(f"toll {key_id}")
    if not as_json:
        say(f"{key_id}  {key_words(kept[0].key, desk.gazetteer, desk.actors)}; {kept[0].key.source}")
    for step in desk.queries.steps(key_id, moment):
        if as_json:
            emit(step.line())
        for line in () if as_json else step_lines(step):
            say(f"  {line}")


def rebuild(context: typer.Context, as_json: Json = False) -> None:
    """Throw the read models away and build them again from the log; readers see before or after, never between.

    Example: ledger rebuild
    """
    session = session_of(context)
    with session.desk() as desk:
        position = desk.follower.rebuild()
        stale = desk.queries.stale()
        if as_json:
            emit({"position": position, "stale": dict(stale)})
            return
        say(f"rebuilt to @{position}")
        for stream_id, cause in stale.items():
            say(f"STALE {stream_id}: {cause}")


def status(context: typer.Context, as_json: Json = False) -> None:
    """Where the ledger stands: position and root, lag and STALE of the read models, what waits, the last checkpoint.

    Example: ledger status
    """
    session = session_of(context)
    with session.desk() as desk:
        head, lag, queue = desk.log.head(), desk.follower.lag(), desk.queries.waiting()
        signed = signed_last(desk.settings)
        line: dict[str, JsonValue] = {
            "home": str(desk.settings.home),
            "position": head.position,
            "recorded_at": head.recorded_at.isoformat() if head.recorded_at else None,
            "root": head.root.hex(),
            "read_models": lag.position,
            "behind": lag.behind,
            "stale": dict(lag.stale),
            "waiting": queue.count,
            "oldest_waiting_since": queue.oldest.isoformat() if queue.oldest else None,
            "wishes_to_be_forgotten": sum(it.forgetting is not None for it in desk.queries.members()),
            "checkpoint": signed[0] if signed else None,
            "checkpoint_signed_at": signed[1].isoformat() if signed else None,
        }
        if as_json:
            emit(line)
            return
        say(f"home         {line['home']}")
        say(f"position     @{head.position}, recorded {line['recorded_at']}")
        say(f"root         {line['root']}")
        say(f"read models  @{lag.position}, {lag.behind} behind")
        waits = f", the oldest for {age_words(queue.oldest, desk.clock())}" if queue.oldest else ""
        say(f"review       {queue.count} waiting{waits}")
        if line["wishes_to_be_forgotten"]:
            say(f"members      {line['wishes_to_be_forgotten']} to be forgotten, see: ledger member list")
        say(f"checkpoint   {_signed_words(signed, head.position, desk.clock())}")
        for stream_id, cause in lag.stale.items():
            say(f"STALE        {stream_id}: {cause}")


def _signed_words(signed: tuple[int, datetime] | None, position: int, now: datetime) -> str:
    """How much of the log a signature covers, and how old that is."""
    if signed is None:
        return "none; see: ledger checkpoint"
    size, at = signed
    behind = f", {position - size} entries later" if position > size else ""
    return f"@{size}, signed {age_words(at, now)} ago{behind}"
