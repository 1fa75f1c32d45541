"""The places that come with us, read from their files in one go and understood one by one, when asked for."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from importlib.resources import files
from importlib.resources.abc import Traversable
from zlib import crc32

from ledger.places.entry import COLUMNS, PlaceEntry, entry, joined

BUILT = ("syria.csv", "palestine.csv", "lebanon.csv", "iraq.csv", "ukraine.csv", "elsewhere.csv")
COUNTRIES = "countries.csv"
BY_HAND = "by_hand.csv"
"""Rows of this file are laid over those of the others: filled cells count, aliases are added."""
NAMES, SOUNDS = "names.txt", "sounds.txt"
"""The index of all names, and how they are heard; made of the rows by ``python -m tools.places``."""


def folder() -> Traversable:
    """Where the files lie."""
    return files("ledger").joinpath("data", "places")


class PlaceRows(Mapping[str, PlaceEntry]):
    """Places by id. A row is kept as its line and read when its place is asked for, since most never are."""

    def __init__(self, lines: Iterable[str], header: Iterable[str] = COLUMNS) -> None:
        self._header = tuple(header)
        self._lines = {line.partition(",")[0]: line for line in lines if line}
        self._over: dict[str, str] = {}
        self.checksum = 0
        """Of the files the rows come from: another one where any row is."""
        self._known: dict[str, PlaceEntry] = {}

    def lay_over(self, lines: Iterable[str]) -> None:
        """Add rows whose filled cells count before those of the same id, or that are new."""
        for line in filter(None, lines):
            place_id = line.partition(",")[0]
            (self._over if place_id in self._lines else self._lines)[place_id] = line

    def row(self, place_id: str) -> dict[str, str]:
        """The cells of a place by column. Raises ``KeyError`` for an id that is not in the list."""
        row = self._cells(self._lines[place_id])
        over = self._over.get(place_id)
        return joined(row, self._cells(over)) if over else row

    def _cells(self, line: str) -> dict[str, str]:
        return dict(zip(self._header, next(csv.reader((line,))), strict=False))

    def __getitem__(self, place_id: str) -> PlaceEntry:
        known = self._known.get(place_id)
        if known is None:
            known = self._known[place_id] = entry(self.row(place_id))
        return known

    def __contains__(self, place_id: object) -> bool:
        return place_id in self._lines

    def __iter__(self) -> Iterator[str]:
        return iter(self._lines)

    def __len__(self) -> int:
        return len(self._lines)


def shipped_rows() -> PlaceRows:
    """Every place of the files, without their names being looked at."""
    texts = [text_of(name) for name in (COUNTRIES, *BUILT)]
    by_hand = text_of(BY_HAND)
    rows = PlaceRows(line for text in texts for line in text.split("\n")[1:])
    rows.lay_over(by_hand.split("\n")[1:])
    for text in (*texts, by_hand):
        rows.checksum = crc32(text.encode(), rows.checksum)
    return rows


def text_of(name: str) -> str:
    """What one of the files says."""
    return folder().joinpath(name).read_text("utf-8")
