"""Tiles (c2sp.org/tlog-tiles): the tree's hashes and its entries as files that any web server can hand out.

A tile holds up to 256 hashes of one level; level L's are roots over 256**L leaves. Full tiles never change. A partial
one is named by its width and stays until the full one is there, so that each published checkpoint can be checked.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

from ledger.files import write_whole
from ledger.transparency.proof import root_over
from ledger.transparency.tree import HASH_SIZE, Frontier

WIDTH = 256
HEIGHT = 8
_LONGEST_ENTRY = 2**16 - 1


class TileUnfit(Exception):
    """A tile is not there, or not what it should be; the text says which and why."""


@dataclass(frozen=True, slots=True)
class Tile:
    """Which tile: level, index within it, and how many hashes it holds. Level -1 are the entries themselves."""

    level: int
    index: int
    width: int = WIDTH

    @property
    def path(self) -> str:
        """Where it lies below the log's prefix, ``tile/0/x001/234.p/17``."""
        level = "entries" if self.level < 0 else str(self.level)
        digits = f"{self.index:03d}"
        digits = digits.zfill(-(-len(digits) // 3) * 3)
        *above, last = [digits[at : at + 3] for at in range(0, len(digits), 3)]
        partial = f".p/{self.width}" if self.width < WIDTH else ""
        return "/".join(["tile", level, *(f"x{part}" for part in above), last + partial])


def tiles_of(size: int, since: int = 0) -> Iterator[Tile]:
    """The tiles of a tree of ``size`` leaves that one of ``since`` leaves did not have, lower levels first."""
    level = 0
    while size >> (HEIGHT * level):
        count, before = size >> (HEIGHT * level), since >> (HEIGHT * level)
        for index in range(before // WIDTH, -(-count // WIDTH)):
            width = min(WIDTH, count - index * WIDTH)
            if index * WIDTH + width > before:
                yield Tile(level, index, width)
        level += 1


@dataclass(slots=True)
class TileReader:
    """Hashes of subtrees out of the tiles of a tree of ``size`` leaves. Tiles once read are kept."""

    folder: Path
    size: int
    _read: dict[Tile, bytes] = field(default_factory=dict)

    def perfect(self, start: int, height: int) -> bytes:
        """See ``proof.Subtrees``. Raises ``TileUnfit``."""
        level, over = divmod(height, HEIGHT)
        first = start >> (HEIGHT * level)
        index, offset = divmod(first, WIDTH)
        hashes = self.hashes(level, index)[offset * HASH_SIZE : (offset + (1 << over)) * HASH_SIZE]
        return Frontier().extended(_split(hashes)).root

    def leaf(self, index: int) -> bytes:
        """The hash of one leaf. Raises ``TileUnfit``."""
        return self.perfect(index, 0)

    def root(self, size: int | None = None) -> bytes:
        """The root over the first leaves. Raises ``TileUnfit``."""
        return root_over(self, 0, self.size if size is None else size)

    def hashes(self, level: int, index: int) -> bytes:
        """The hashes of the tile as this tree has it; a full one that came later serves too. Raises ``TileUnfit``."""
        count = self.size >> (HEIGHT * level)
        tile = Tile(level, index, min(WIDTH, count - index * WIDTH))
        known = self._read.get(tile)
        if known is None:
            known = self._read[tile] = read_tile(self.folder, tile)
        return known


def read_tile(folder: Path, tile: Tile) -> bytes:
    """The hashes of a tile, or of the beginning of the full one. Raises ``TileUnfit``."""
    wanted = tile.width * HASH_SIZE
    for there in (tile, Tile(tile.level, tile.index)):
        try:
            content = (folder / there.path).read_bytes()
        except FileNotFoundError:
            continue
        except OSError as error:
            raise TileUnfit(f"{there.path} cannot be read ({error.strerror})") from error
        if len(content) != there.width * HASH_SIZE:
            raise TileUnfit(f"{there.path} has {len(content)} bytes instead of {there.width * HASH_SIZE}")
        return content[:wanted]
    raise TileUnfit(f"{tile.path} is not there")


class TileBuilder:
    """Puts tiles in their places as leaf hashes come: full ones at once, those begun when ``finish`` is called."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._levels: list[list[bytes]] = [[]]
        self._done = [0]

    @classmethod
    def resumed(cls, folder: Path, size: int) -> Self:
        """Goes on behind the first ``size`` leaves, whose tiles are there. Raises ``TileUnfit``."""
        builder, reader, level = cls(folder), TileReader(folder, size), 0
        while size >> (HEIGHT * level):
            count = size >> (HEIGHT * level)
            begun = reader.hashes(level, count // WIDTH) if count % WIDTH else b""
            builder._level(level)[:] = _split(begun)
            builder._done[level] = count // WIDTH
            level += 1
        return builder

    def add(self, leaf: bytes) -> None:
        """One more leaf hash."""
        level, node = 0, leaf
        while True:
            begun = self._level(level)
            begun.append(node)
            if len(begun) < WIDTH:
                return
            node = Frontier().extended(begun).root
            self._write(Tile(level, self._done[level]), begun)
            self._done[level] += 1
            begun.clear()
            level += 1

    def finish(self) -> None:
        """Write the tiles that are begun. Raises ``OSError``."""
        for level, begun in enumerate(self._levels):
            if begun:
                self._write(Tile(level, self._done[level], len(begun)), begun)

    def _level(self, level: int) -> list[bytes]:
        if level == len(self._levels):
            self._levels.append([])
            self._done.append(0)
        return self._levels[level]

    def _write(self, tile: Tile, hashes: list[bytes]) -> None:
        path, content = self._folder / tile.path, b"".join(hashes)
        if not (path.is_file() and path.read_bytes() == content):
            path.parent.mkdir(parents=True, exist_ok=True)
            write_whole(path, content)


def frontier_of(reader: TileReader) -> Frontier:
    """The right edge of the tree that the tiles hold. Raises ``TileUnfit``."""
    nodes, start = [], 0
    for height in reversed(range(reader.size.bit_length())):
        if reader.size >> height & 1:
            nodes.append(reader.perfect(start, height))
            start += 1 << height
    return Frontier(reader.size, tuple(nodes))


def _split(hashes: bytes) -> list[bytes]:
    return [hashes[at : at + HASH_SIZE] for at in range(0, len(hashes), HASH_SIZE)]


def bundled(entries: Sequence[bytes]) -> bytes:
    """Entries one behind the other, each with its length before it. Raises ``ValueError`` for one too long."""
    if any(len(entry) > _LONGEST_ENTRY for entry in entries):
        raise ValueError(f"an entry has at most {_LONGEST_ENTRY} bytes")
    return b"".join(len(entry).to_bytes(2, "big") + entry for entry in entries)


def unbundled(content: bytes) -> list[bytes]:
    """Inverse of ``bundled``. Raises ``TileUnfit``."""
    entries, at = [], 0
    while at < len(content):
        length = int.from_bytes(content[at : at + 2], "big")
        entry = content[at + 2 : at + 2 + length]
        if len(content) < at + 2 or len(entry) != length:
            raise TileUnfit("a bundle of entries ends within one")
        entries.append(entry)
        at += 2 + length
    return entries
