"""Tables: a header row that names the columns, and a report in each row below it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ledger.intake.form.blocks import Form, heading_above
from ledger.intake.form.fields import Field
from ledger.intake.form.keys import COUNTS, OTHER, Key, is_of_labels, key_of
from ledger.intake.text.layout import Paragraph
from ledger.intake.text.lexicon import lexicon
from ledger.intake.text.tokens import WORD, tokenise

_DELIMITERS = ("\t", "|", ";", ",", "  ")
_WORD = re.compile(WORD)
_RULE = re.compile(r"[\s|:+=-]+$")
_LONGEST_HEADER = 300  # code points
_LONGEST_ROW = 600


def find_tables(text: str, lower: str, paragraphs: Sequence[Paragraph]) -> list[Form]:
    """One form for each row of the tables among the paragraphs; a row without a figure is none."""
    rows: list[Form] = []
    at = 0
    while at < len(paragraphs):
        found = _table(text, lower, paragraphs, at)
        rows += found
        at = found[-1].last if found else at + 1
    return rows


def _table(text: str, lower: str, paragraphs: Sequence[Paragraph], at: int) -> list[Form]:
    """The rows below the header at paragraph ``at``; none where it is no header."""
    head = paragraphs[at]
    start, end = _line(text, head)
    if end - start > _LONGEST_HEADER or any(letter.isdigit() for letter in text[start:end]):
        return []
    for delimiter in _DELIMITERS:
        cells = _cells(text, start, end, delimiter)
        if not cells or not _row_follows(text, paragraphs, at, delimiter, len(cells)):
            continue
        keys = [_key(text, lower, *cell) for cell in cells]
        if not _is_header(keys):
            continue
        rows = _rows(text, lower, paragraphs, at, delimiter, keys)
        if rows:
            rows[0].first = at
            return rows
    return []


def _row_follows(text: str, paragraphs: Sequence[Paragraph], at: int, delimiter: str, cells: int) -> bool:
    """Whether the line below, or the one below a rule, has as many cells: hardly ever so in prose."""
    for start, end in (_line(text, paragraph) for paragraph in paragraphs[at + 1 : at + 3]):
        if not _RULE.match(text, start, end):
            return len(_cells(text, start, end, delimiter)) == cells
    return False


def _is_header(keys: Sequence[Key]) -> bool:
    names = {key.name for key in keys}
    known = [key for key in keys if key is not OTHER]
    return len(known) > 1 and 2 * len(known) > len(keys) and bool(names & COUNTS)


def _key(text: str, lower: str, start: int, end: int) -> Key:
    words = _WORD.findall(lower, start, end)
    if not all(map(is_of_labels, words)) and "-" not in lower[start:end]:  # "k-illed" is one word
        return OTHER
    return key_of(tokenise(text, lower, lexicon().hidden, start, end)) or OTHER if words else OTHER


def _rows(
    text: str, lower: str, paragraphs: Sequence[Paragraph], at: int, delimiter: str, keys: Sequence[Key]
) -> list[Form]:
    rows: list[Form] = []
    heading = heading_above(text, paragraphs, at)
    for nth in range(at + 1, len(paragraphs)):
        start, end = _line(text, paragraphs[nth])
        if _RULE.match(text, start, end) and nth == at + 1:
            continue
        cells = _cells(text, start, end, delimiter) if end - start <= _LONGEST_ROW else []
        if len(cells) != len(keys):
            break
        fields = [Field(key, cell, *cell) for key, cell in zip(keys, cells, strict=True)]
        named = next((cell for key, cell in zip(keys, cells, strict=True) if not key.counts), cells[0])
        is_total = _is_total(text, lower, *named) or _is_total(text, lower, *cells[0])
        if is_total:
            fields = [replace(one, key=OTHER) if (one.start, one.end) in (named, cells[0]) else one for one in fields]
        rows.append(Form(fields, nth, nth + 1, True, is_total, heading))
    for row in rows:
        row.is_part = not row.is_total and any(other.is_total for other in rows)
    return rows


def _is_total(text: str, lower: str, start: int, end: int) -> bool:
    """Whether the cell says that the row sums up the others."""
    tokens = tokenise(text, lower, lexicon().hidden, start, end) if start < end else []
    key = key_of(tokens) if tokens else None
    return key is not None and (key.name == "total" or key.is_total)


def _line(text: str, paragraph: Paragraph) -> tuple[int, int]:
    """The whole line: a first cell may look like a bullet."""
    start = text.rfind("\n", 0, paragraph.start) + 1
    return start, paragraph.end


def _cells(text: str, start: int, end: int, delimiter: str) -> list[tuple[int, int]]:
    """Where each cell of the line stands, without spaces and quotes around it; bars at the ends close no cell."""
    if text.find(delimiter, start, end) < 0:
        return []
    edges = [start]
    quoted = False
    at = start
    while at < end:
        quoted ^= text[at] == '"'
        if not quoted and text.startswith(delimiter, at):
            edges += [at, at + len(delimiter)]
            at += len(delimiter)
            while delimiter == "  " and at < end and text[at] == " ":
                edges[-1] = at = at + 1
            continue
        at += 1
    edges.append(end)
    cells = [_stripped(text, first, last) for first, last in zip(edges[::2], edges[1::2], strict=True)]
    if delimiter in ("|", "  "):
        cells = cells[1:] if cells and cells[0][0] == cells[0][1] else cells
        cells = cells[:-1] if cells and cells[-1][0] == cells[-1][1] else cells
    return cells if len(cells) > 1 else []


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and (text[start].isspace() or text[start] == '"'):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] == '"'):
        end -= 1
    return start, end
