"""Start here: ``ledger-bot``. Answers to SIGTERM from the first line on, before the rest is even loaded."""

from __future__ import annotations

import sys

from bot.stopping import end_quietly


def main(arguments: list[str] | None = None) -> None:
    """Run; exit 0 when stopped, 2 for bad input, 3 when Telegram or the disk gave out."""
    end_quietly()
    # Loading all of it takes a second or two: here, so that a keeper that changes its mind meets no traceback.
    from bot.command import status_of

    sys.exit(status_of(arguments))


if __name__ == "__main__":
    main()
