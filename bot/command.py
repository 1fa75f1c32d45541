"""What ``ledger-bot`` does: opens the desk, then serves Telegram, or with ``--local`` a chat in the terminal."""

from __future__ import annotations

import asyncio
import contextlib
import signal
from typing import Annotated

import typer
from typer.exceptions import Abort, Exit, TyperException

from bot.pace import Pace
from bot.redaction import log_safely, told
from bot.service import TEMPO, Tempo, serving
from bot.stopping import end_quietly
from bot.terminal import chat
from desk.desk import Desk, opened
from desk.settings import Settings, load_settings
from ledger.errors import BotTokenMissing, LedgerError, UsageUnclear

_ENDING = (signal.SIGTERM, signal.SIGINT)

app = typer.Typer(
    name="ledger-bot",
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.command()
def ledger_bot(
    local: Annotated[
        bool, typer.Option("--local", help="Chat in this terminal, without Telegram and without a token.")
    ] = False,
    unsafe: Annotated[
        bool, typer.Option("--unsafe", help="Go on where the disk may lose what it acknowledged.")
    ] = False,
) -> None:
    """The Telegram bot of the incident ledger, until it is stopped by SIGTERM or Ctrl-C.

    Needs TELEGRAM_BOT_TOKEN; LEDGER_ADMIN_IDS names the first admins.

    Example: TELEGRAM_BOT_TOKEN=… LEDGER_ADMIN_IDS=1234567 ledger-bot

    Example: ledger-bot --local
    """
    settings = load_settings()
    if local:
        chat(settings, unsafe=unsafe)
    else:
        serve(settings, unsafe=unsafe)


def serve(settings: Settings, *, unsafe: bool = False, tempo: Tempo = TEMPO) -> None:
    """Serve Telegram until stopped. Raises ``BotTokenMissing`` and what ``serving`` and polling raise."""
    token = settings.telegram_bot_token.get_secret_value().strip() if settings.telegram_bot_token else ""
    if not token:
        raise BotTokenMissing
    log_safely(token)
    with opened(settings, unsafe=unsafe) as desk:
        try:
            asyncio.run(_served(desk, token, settings.telegram_api_url, tempo))
        finally:
            end_quietly()  # the loop has taken its own handler along


async def _served(desk: Desk, token: str, api_url: str | None, tempo: Tempo) -> None:
    """One run of the service; the first signal ends it wherever it is, the greeting of Telegram included."""
    task, loop = asyncio.current_task(), asyncio.get_running_loop()

    def end() -> None:
        for again in _ENDING:
            loop.add_signal_handler(again, int)  # what is in work is finished, however often it is asked
        if task is not None:
            task.cancel()

    for signalled in _ENDING:
        loop.add_signal_handler(signalled, end)
    with contextlib.suppress(asyncio.CancelledError):
        async with serving(desk, token, api_url, Pace(), tempo) as service:
            await service.run()


def status_of(arguments: list[str] | None = None) -> int:
    """Run; gives 0 when stopped, 2 for bad input, 3 when Telegram or the disk gave out."""
    try:
        status = app(arguments, standalone_mode=False, prog_name="ledger-bot")
    except LedgerError as refusal:
        typer.echo(str(refusal), err=True)
        return refusal.exit_status
    except TyperException as unclear:
        typer.echo(str(UsageUnclear(unclear.format_message(), "ledger-bot")), err=True)
        return UsageUnclear.exit_status
    except (Abort, KeyboardInterrupt):
        return 130
    except Exit as end:
        return end.exit_code
    except Exception as fault:  # noqa: BLE001 - a traceback could hold a token or somebody's words
        typer.echo(f"ledger-bot stopped: {told(type(fault), fault.__traceback__)}", err=True)
        return 3
    return status if isinstance(status, int) else 0
