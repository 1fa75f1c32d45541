"""``hxl``: tables of tolls with HXL hashtags, ours and other people's, read by libhxl [HXL 1.1].

Ours name each change. Of another table each figure is a toll as it stood on the row's day: a day that is known gets a
new value, another one its first.
"""

from __future__ import annotations

import csv
import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol
from zipfile import BadZipFile

import hxl
from hxl.input import HXLTagsNotFoundException, InputOptions

from desk.imports import cells
from desk.imports.change import Change, KeyWords
from desk.imports.hxl_rows import Defaults, Told, own_change, told_of
from desk.imports.importing import Import
from desk.imports.read_line import ReadLine
from desk.spreadsheets import as_meant
from ledger.domain.commands import PublishedChange
from ledger.domain.toll import Toll
from ledger.domain.toll_rules import NO_REASON
from ledger.domain.values import Count
from ledger.errors import ColumnsUnfit, ImportLineUnfit, ImportUnreadable

logging.getLogger("hxl").setLevel(logging.CRITICAL)  # what it stumbles over is told once, as a refusal of ours

OWN = "#meta+change"
USUAL = "#date,#meta+source,#loc+name,#affected+killed"

Known = Callable[[Told], Count | None]
"""The figure that is known of a toll for the day that a row is about."""


class _Column(Protocol):
    def get_display_tag(self) -> str: ...


class _Row(Protocol):
    columns: list[_Column]
    values: list[str]
    source_row_number: int


@dataclass(slots=True)
class HxlTable:
    """One file on its way in; ``seen`` are the days of tolls that its rows have told of."""

    path: Path
    defaults: Defaults
    known: Known
    seen: dict[int, Count] = field(default_factory=dict)

    def lines(self) -> Iterator[ReadLine]:
        """Every row as the changes it tells of, or as what is wrong with it.

        Raises ``ImportUnreadable`` or ``ColumnsUnfit`` for the file as a whole.
        """
        tags: tuple[str, ...] | None = None
        for row in _rows(self.path):
            if tags is None:
                tags = tuple(column.get_display_tag() for column in row.columns)
                own = OWN in tags
                if not own:
                    self._check(tags)
            values = [as_meant(str(value)) for value in row.values]
            if any(value.strip() for value in values):
                yield from self._read(row.source_row_number + 1, tags, values, own)

    def _read(self, number: int, tags: tuple[str, ...], values: list[str], own: bool) -> Iterator[ReadLine]:
        try:
            if len(values) != len(tags):
                why = f"has {len(values)} cells, and the row of hashtags names {len(tags)}"
                raise ImportLineUnfit("", ",".join(values)[:80], why, "give one for each column")
            for tag, value in zip(tags, values, strict=True):
                _check_cell(tag, value)
            changes = [own_change(tags, values, self.defaults)] if own else self._changes(tags, values)
        except ImportLineUnfit as unfit:
            yield ReadLine(number, tags, values, unfit)
            return
        yield from (ReadLine(number, tags, values, change) for change in changes)

    def _changes(self, tags: tuple[str, ...], values: list[str]) -> list[Change]:
        return [change for told in told_of(tags, values, self.defaults) if (change := self._change(told)) is not None]

    def _change(self, told: Told) -> Change | None:
        """What a figure does to its day: the first value, another one, or nothing new."""
        at = hash((told.key, told.day))
        known = self.seen.get(at) or self.known(told)
        self.seen[at] = told.count
        if known is not None and told.count.same_figure(known):
            return None
        return Change(
            key=told.key,
            stated_at=told.stated.at,
            counted_to=told.day,
            op=PublishedChange.ADD if known is None else PublishedChange.REVISE,
            value=None,
            reason=NO_REASON,
            precision=told.stated.precision,
            count=told.count,
        )

    def _check(self, tags: tuple[str, ...]) -> None:
        """Raises ``ColumnsUnfit`` where a table lacks what no toll can do without."""
        named = [tag.split("+") for tag in tags]
        lacking = []
        if not any(tag[0] == "#affected" for tag in named):
            lacking.append("figures (#affected+killed)")
        if not any(tag[0] == "#date" for tag in named):
            lacking.append("days (#date)")
        if self.defaults.source is None and not any(tag[0] == "#meta" and "source" in tag for tag in named):
            lacking.append("sources (#meta+source, or --source)")
        if lacking:
            raise ColumnsUnfit(str(self.path), f"lacks {', '.join(lacking)}", USUAL)


def _rows(path: Path) -> Iterator[_Row]:
    """The rows that libhxl finds. It takes Excel and JSON too, and what it stumbles over there is no table to us."""
    name = str(path)
    try:
        with path.open("rb") as file:
            if not file.peek(1):
                raise ImportUnreadable(name, "is empty")
            table = hxl.data(file, InputOptions(encoding="utf-8-sig"))
            if not table.columns:
                raise HXLTagsNotFoundException
            yield from table
    except HXLTagsNotFoundException as error:
        raise ColumnsUnfit(name, "has no row of hashtags in its first 25 rows", USUAL) from error
    except (hxl.HXLException, csv.Error, BadZipFile, ValueError, LookupError, TypeError, AttributeError) as error:
        cause = " ".join(str(error).split())[:80]
        raise ImportUnreadable(name, f"is no table that can be read ({cause})") from error
    except OSError as error:
        cause = f"cannot be read ({error.strerror})" if error.strerror else "cannot be read as a table"
        raise ImportUnreadable(name, cause, "check the path") from error


def known_figures(importing: Import) -> Known:
    """What the ledger knows of the toll and the day of each figure."""
    ids: dict[KeyWords, str] = {}

    def known(told: Told) -> Count | None:
        if told.key not in ids:
            ids[told.key] = importing.keys([told.key])[told.key].id
        toll = importing.desk.ledger.toll(ids[told.key])
        day = toll.days.get(told.day) if isinstance(toll, Toll) else None
        return day.count if day else None

    return known


def _check_cell(tag: str, value: str) -> None:
    if "\ufffd" in value:
        raise ImportLineUnfit(tag, value, "is no UTF-8 text", "save the file as CSV UTF-8")
    if len(value) > cells.LONGEST_CELL and not tag.startswith("#indicator+breakdown"):
        why = f"… has {len(value)} letters, and no cell of this format has more than {cells.LONGEST_CELL}"
        raise ImportLineUnfit(tag, value, why, "check the quotes")
