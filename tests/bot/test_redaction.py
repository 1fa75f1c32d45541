"""No token, no id and no word of a message enters a log, tracebacks included."""

from __future__ import annotations

import io
import logging

import pytest

from bot.redaction import Redacting

TOKEN = "7123456789:AAF-secret_part-of-it"
CANARY = "the baker of Hayt"


@pytest.fixture
def heard() -> io.StringIO:
    return io.StringIO()


@pytest.fixture
def handler(heard: io.StringIO) -> logging.Handler:
    handler = logging.StreamHandler(heard)
    handler.addFilter(Redacting(TOKEN))
    return handler


def logger(name: str, handler: logging.Handler) -> logging.Logger:
    made = logging.getLogger(f"{name}.under_test")
    made.handlers, made.propagate, made.level = [handler], False, logging.DEBUG
    return made


def test_our_own_messages_lose_tokens_and_long_numbers(handler: logging.Handler, heard: io.StringIO) -> None:
    logger("bot", handler).warning("chat %d of %s at %s", -1001234567890, "123:abc", f"/bot{TOKEN}/sendMessage")
    assert heard.getvalue() == "chat ‹number› of ‹token› at /bot‹token›/sendMessage\n"


def test_other_libraries_are_heard_by_name_only(handler: logging.Handler, heard: io.StringIO) -> None:
    logger("httpx", handler).warning("POST %s %s", TOKEN, CANARY)
    assert heard.getvalue() == "a message of httpx.under_test is withheld\n"


def test_a_traceback_tells_where_and_never_what(handler: logging.Handler, heard: io.StringIO) -> None:
    try:
        raise ValueError(f"{CANARY} {TOKEN}")
    except ValueError:
        logger("bot", handler).exception("a handler failed")
    said = heard.getvalue()
    assert said.startswith("a handler failed [ValueError < test_redaction.py:")
    assert CANARY not in said
    assert TOKEN not in said
