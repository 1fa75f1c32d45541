"""Pictures made for tests: a PNG of any size, all of one grey."""

from __future__ import annotations

import struct
import zlib


def png(width: int = 120, height: int = 60) -> bytes:
    """A valid grey PNG of this many pixels."""
    rows = zlib.compress(b"".join(b"\0" + b"\x7f" * width for _ in range(height)))
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", header) + _chunk(b"IDAT", rows) + _chunk(b"IEND", b"")


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


PNG = png()
