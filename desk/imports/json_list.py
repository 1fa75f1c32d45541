"""A publisher's JSON file that is one list: read whole, with a bound, or refused with what is wrong with it."""

from __future__ import annotations

from pathlib import Path

import orjson

from ledger.errors import ImportUnreadable

LARGEST = 64 * 1024 * 1024
"""Bytes of a file, which is read whole: a thousand days have some 600 thousand."""


def listed_in(path: Path) -> list[object]:
    """What the list holds. Raises ``ImportUnreadable``."""
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except OSError as error:
        raise ImportUnreadable(str(path), f"cannot be read ({error.strerror})", "check the path") from error
    if len(content) > LARGEST:
        raise ImportUnreadable(str(path), f"has more than {LARGEST} bytes", "check that it is the daily series")
    content = content.removeprefix(b"\xef\xbb\xbf")
    if not content.strip():
        raise ImportUnreadable(str(path), "is empty")
    try:
        listed = orjson.loads(content)
    except orjson.JSONDecodeError as error:
        raise ImportUnreadable(str(path), f"is no JSON ({error})", "give the publisher's file as it is") from error
    if not isinstance(listed, list):
        raise ImportUnreadable(str(path), "is no list of days", "give the publisher's file as it is")
    return listed
