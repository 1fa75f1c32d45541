"""Files that went through a chat: their ids, their bytes, and the paths under which a bot fetches them.

As at Telegram, a ``file_id`` is new with every message and a ``file_unique_id`` stays the same for the same bytes; a
path is made by getFile and good for an hour. Sizes of pictures are read from PNG, JPEG and GIF headers.
"""

from __future__ import annotations

import hashlib
import mimetypes
import re
from dataclasses import dataclass

from bot.local.chats import Fields, given
from bot.local.refusals import bad_request

DOWNLOAD_LIMIT = 20 * 1024 * 1024
PHOTO_LIMIT = 10 * 1024 * 1024
PATH_LIFETIME = 3600
_UNKNOWN_SIZE = (90, 90)


@dataclass(frozen=True, slots=True)
class StoredFile:
    """One file as it was sent: ``folder`` is photos or documents; ``width`` and ``height`` in pixels, 0 if none."""

    file_id: str
    unique_id: str
    folder: str
    content: bytes
    name: str | None = None
    mime: str | None = None
    width: int = 0
    height: int = 0

    def photo_fields(self) -> Fields:
        return self.fields() | {"width": self.width, "height": self.height}

    def document_fields(self) -> Fields:
        return self.fields() | given(file_name=self.name, mime_type=self.mime)

    def fields(self) -> Fields:
        return {"file_id": self.file_id, "file_unique_id": self.unique_id, "file_size": len(self.content)}


class Shelf:
    """All files of one server, by id and by path."""

    def __init__(self) -> None:
        self._files: dict[str, StoredFile] = {}
        self._paths: dict[str, tuple[StoredFile, int]] = {}

    def photo(self, content: bytes) -> list[StoredFile]:
        """The sizes Telegram makes of a picture, the largest last; the bytes are the same in all."""
        width, height = picture_size(content) or _UNKNOWN_SIZE
        scale = max(width, height) / 90
        sizes = [(max(round(width / scale), 1), max(round(height / scale), 1)), (width, height)]
        if sizes[0] == sizes[1] or scale < 1:
            sizes = sizes[1:]
        return [self._keep(content, "photos", mime="image/jpeg", size=size) for size in sizes]

    def document(self, content: bytes, name: str | None, mime: str | None = None) -> StoredFile:
        return self._keep(content, "documents", name=name, mime=mime or mimetypes.guess_type(name or "")[0])

    def find(self, file_id: str) -> StoredFile | None:
        return self._files.get(file_id)

    def path(self, file_id: str, now: int) -> Fields:
        """A File with the path at which it can be fetched for an hour from ``now``."""
        file = self._files.get(file_id)
        if file is None:
            raise bad_request("invalid file_id")
        if len(file.content) > DOWNLOAD_LIMIT:
            raise bad_request("file is too big")
        ending = ".jpg" if file.folder == "photos" else "".join(re.findall(r"\.\w+$", file.name or ""))
        path = f"{file.folder}/file_{len(self._paths)}{ending}"
        self._paths[path] = (file, now)
        return file.fields() | {"file_path": path}

    def at(self, path: str, now: int) -> StoredFile | None:
        file, since = self._paths.get(path, (None, 0))
        return file if now - since < PATH_LIFETIME else None

    def _keep(
        self,
        content: bytes,
        folder: str,
        *,
        name: str | None = None,
        mime: str | None = None,
        size: tuple[int, int] = (0, 0),
    ) -> StoredFile:
        seal = hashlib.sha256(f"{folder}{size}".encode() + content).hexdigest()
        prefix = "AgACAgIAAxk" if folder == "photos" else "BQACAgIAAxk"
        file = StoredFile(
            f"{prefix}{len(self._files):04d}-{seal[:24]}", f"AQAD{seal[:12]}", folder, content, name, mime, *size
        )
        self._files[file.file_id] = file
        return file


def picture_size(content: bytes) -> tuple[int, int] | None:
    """Width and height of a PNG, GIF or JPEG from its header, or None for anything else."""
    if content.startswith(b"\x89PNG\r\n\x1a\n") and content[12:16] == b"IHDR":
        return int.from_bytes(content[16:20], "big"), int.from_bytes(content[20:24], "big")
    if content[:6] in {b"GIF87a", b"GIF89a"}:
        return int.from_bytes(content[6:8], "little"), int.from_bytes(content[8:10], "little")
    return _jpeg_size(content) if content.startswith(b"\xff\xd8") else None


def _jpeg_size(content: bytes) -> tuple[int, int] | None:
    at = 2
    while at + 9 < len(content) and content[at] == 0xFF:
        marker, length = content[at + 1], int.from_bytes(content[at + 2 : at + 4], "big")
        # Start of frame, of any coding; C4, C8 and CC are tables between them.
        if 0xC0 <= marker <= 0xCF and marker not in {0xC4, 0xC8, 0xCC}:
            height, width = content[at + 5 : at + 7], content[at + 7 : at + 9]
            return int.from_bytes(width, "big"), int.from_bytes(height, "big")
        at += 2 + length
    return None
