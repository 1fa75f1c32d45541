"""Lists under a heading: "Killed today: • Nawa: 3 • Tasil: 1", and the "Total: 4" that sums them up."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ledger.intake.form.blocks import Form, heading_above
from ledger.intake.form.fields import Field, fields_of
from ledger.intake.form.keys import HARMS, Key, key_of
from ledger.intake.text.layout import Paragraph
from ledger.intake.text.lexicon import lexicon
from ledger.intake.text.tokens import tokenise

_NAMED = re.compile(
    r"(?P<name>[^\W\d][^\d:=–\n]{1,40}?)[ \t]*(?:[:=–,(][ \t]*|[ \t]-[ \t]*|[ \t])(?P<count>[<>~+]?\d[^\n]{0,40})$"
    r"|(?P<count2>\d[\d,]*(?:[ \t]+[^\W\d]+)?)[ \t]+(?:in|at|from|في|[:–-])[ \t]*(?P<name2>[^\d:\n]{2,40})$"
)
_FEWEST = 2  # items
_LONGEST = 120  # code points of a heading or an item


def find_lists(text: str, lower: str, paragraphs: Sequence[Paragraph], taken: frozenset[int]) -> list[Form]:
    """A form for each item that names a place and a bare figure, and for each total below a list."""
    found: list[Form] = []
    at = 0
    while at < len(paragraphs):
        last = at
        while last < len(paragraphs) and last not in taken and paragraphs[last].is_item:
            last += 1
        if last - at >= _FEWEST:
            found += _list(text, lower, paragraphs, at, last)
        at = max(last, at + 1)
    return found


def _list(text: str, lower: str, paragraphs: Sequence[Paragraph], first: int, last: int) -> list[Form]:
    total_at = last if _total(text, lower, paragraphs, last) else last - 1
    total = _total(text, lower, paragraphs, total_at)
    items = range(first, last - (total is not None and total_at < last))
    above = _harms(text, lower, paragraphs[first - 1]) if first and _heads(text, paragraphs[first - 1]) else []
    own = sorted({harm for at in items for harm in _harms(text, lower, paragraphs[at])})
    heading = heading_above(text, paragraphs, first)
    rows: list[Form] = []
    if len(above) == 1 and not own and not _counts(text, paragraphs[first - 1]):
        named = [_NAMED.match(text, paragraphs[at].start, paragraphs[at].end) for at in items]
        if all(match is not None and not _is_label(text, lower, match) for match in named):
            rows = [
                Form(_fields(match, above[0]), at, at + 1, True, False, heading, above[0], total is not None)
                for at, match in zip(items, named, strict=True)
                if match is not None
            ]
    harms = above if len(above) == 1 else own
    if total is None or not harms:
        return rows
    span = paragraphs[first].start, paragraphs[items[-1]].end
    role = harms[0] if len(harms) == 1 else "both"
    return [*rows, Form(total, total_at, total_at + 1, True, True, heading, role, parts=span)]


def _is_label(text: str, lower: str, match: re.Match[str]) -> bool:
    """ "Children: 2" names whom, and no place."""
    start, end = match.span("name" if match["name"] else "name2")
    return key_of(tokenise(text, lower, lexicon().hidden, start, end)) is not None


def _fields(match: re.Match[str], harm: str) -> list[Field]:
    name, count = ("name", "count") if match["name"] else ("name2", "count2")
    return [
        Field(Key("place"), match.span(name), *match.span(name)),
        Field(Key(harm), match.span(name), *match.span(count)),
    ]


def _total(text: str, lower: str, paragraphs: Sequence[Paragraph], at: int) -> list[Field] | None:
    """The line as a plain "Total: 4"; ``None`` where it says more, as a total of the dead does."""
    if at >= len(paragraphs) or paragraphs[at].end - paragraphs[at].start > _LONGEST:
        return None
    fields = fields_of(text, lower, paragraphs[at].start, paragraphs[at].end, None)
    plain = len(fields) == 1 and fields[0].key.name == "total" and fields[0].label[0] == paragraphs[at].start
    said = plain and not _harms(text, lower, paragraphs[at])
    return fields if said else None


def _heads(text: str, paragraph: Paragraph) -> bool:
    line = text[paragraph.start : paragraph.end].rstrip()
    return not paragraph.is_item and len(line) <= _LONGEST and not line.endswith((".", "!", "?"))


def _counts(text: str, paragraph: Paragraph) -> bool:
    """Whether the heading gives a figure of its own, beside which the items are its parts."""
    return re.search(r"\d", text[paragraph.start : paragraph.end]) is not None


def _harms(text: str, lower: str, paragraph: Paragraph) -> list[str]:
    if paragraph.end - paragraph.start > _LONGEST:
        return []
    tokens = tokenise(text, lower, lexicon().hidden, paragraph.start, paragraph.end)
    names = {tag.name for tag in lexicon().tags(tokens)}
    return [harm for harm in HARMS if harm in names]
