"""What the bot answers: messages with buttons, edits of its own messages, pictures. Nothing is sent here."""

from __future__ import annotations

from dataclasses import dataclass

from pydantic import BaseModel, ConfigDict

LONGEST_TEXT = 4096
LONGEST_CAPTION = 1024
LONGEST_DATA = 64
"""Bytes of what a button carries."""


class Button(BaseModel):
    """``carries`` comes back when it is pressed: opaque ids with the expected version, never anything private."""

    model_config = ConfigDict(frozen=True)

    label: str
    carries: str


Rows = tuple[tuple[Button, ...], ...]


def button(label: str, *parts: str | int) -> Button | None:
    """A button, or None where its parts do not fit into what Telegram carries."""
    carries = ":".join(str(part) for part in parts)
    return Button(label=label, carries=carries) if len(carries.encode()) <= LONGEST_DATA else None


def rows(*given: list[Button | None]) -> Rows:
    """Rows of buttons without the empty ones."""
    filled = (tuple(it for it in row if it is not None) for row in given)
    return tuple(row for row in filled if row)


class Reply(BaseModel):
    """One message to a chat; HTML, escaped. ``member_id`` is who it is for, under whose key it waits.

    ``about`` names what it shows. ``recasts``: the newest message about the same is edited instead, or the one named
    by ``message_id``; where there is none, a new one is sent. ``picture`` is a PNG, the text then its caption.
    """

    model_config = ConfigDict(frozen=True, ser_json_bytes="base64", val_json_bytes="base64")

    chat_id: int
    text: str
    member_id: str | None = None
    buttons: Rows = ()
    about: str | None = None
    recasts: bool = False
    message_id: int | None = None
    answers: int | None = None
    picture: bytes | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """All that handling one update leads to. ``toast`` is shown over the pressed button's chat."""

    replies: tuple[Reply, ...] = ()
    toast: str = ""
    alarm: bool = False


NOTHING = Outcome()


def parts(text: str, longest: int = LONGEST_TEXT) -> list[str]:
    """A long text in parts that Telegram takes, split between lines; a tag never spans two lines here."""
    found: list[str] = []
    for line in text.split("\n"):
        first, *rest = _pieces(line, longest)
        if found and _units(found[-1]) + 1 + _units(first) <= longest:
            found[-1] += "\n" + first
        else:
            found.append(first)
        found += rest
    return [part for part in found if part.strip()] or [text[:longest]]


def _pieces(line: str, longest: int) -> list[str]:
    half = longest // 2  # code points beyond the first plane are two of Telegram's units
    return [line] if _units(line) <= longest else [line[at : at + half] for at in range(0, len(line), half)]


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
