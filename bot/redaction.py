"""Logs that give nobody away: no token, no id, no word of a message, tracebacks included.

Our own messages hold only what is allowed here and pass with long numbers struck out; of what other libraries say only
their name, level and the kind of error are kept.
"""

from __future__ import annotations

import logging
import re
import sys
import traceback
import warnings
from types import TracebackType

from telegram.warnings import PTBDeprecationWarning

_OURS = ("bot", "desk", "projections", "ledger", "__main__")
_LONG_NUMBER = re.compile(r"-?\d{5,}(?::[\w-]{3,})?")
_TOKEN = re.compile(r"\d+:[\w-]{3,}")


class Redacting(logging.Filter):
    """Goes on handlers, so that it sees every logger's records."""

    def __init__(self, token: str = "") -> None:
        super().__init__()
        self._token = token

    def filter(self, record: logging.LogRecord) -> bool:
        where = ""
        if record.exc_info and record.exc_info[0] is not None:
            where = f" [{told(record.exc_info[0], record.exc_info[2])}]"
        ours = record.name.split(".")[0] in _OURS
        said = record.getMessage() if ours else f"a message of {record.name} is withheld"
        record.msg, record.args = self.redacted(said) + where, None
        record.exc_info = record.exc_text = record.stack_info = None
        return True

    def redacted(self, text: str) -> str:
        plain = text.replace(self._token, "‹token›") if self._token else text
        return _LONG_NUMBER.sub("‹number›", _TOKEN.sub("‹token›", plain))


def told(kind: type[BaseException], trace: TracebackType | None) -> str:
    """An error by its kind and the lines it went through; never its words, which may hold anybody's."""
    frames = traceback.extract_tb(trace)[-6:]
    return " < ".join([kind.__name__, *(f"{it.filename.rpartition('/')[2]}:{it.lineno}" for it in reversed(frames))])


def log_safely(token: str, level: int = logging.INFO) -> None:
    """Log to stderr, redacted; the HTTP and Telegram libraries from WARNING on."""
    handler = logging.StreamHandler(sys.stderr)
    handler.addFilter(Redacting(token))
    logging.basicConfig(
        format="%(asctime)s %(levelname)s %(name)s: %(message)s", level=level, handlers=[handler], force=True
    )
    warnings.filterwarnings("ignore", category=PTBDeprecationWarning)  # of its way from seconds to timedelta
    for name in ("httpx", "httpcore", "telegram", "aiohttp", "asyncio", "matplotlib"):
        logging.getLogger(name).setLevel(logging.WARNING)
