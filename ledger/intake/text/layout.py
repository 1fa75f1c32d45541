"""What of a page is the report: paragraphs without furniture, its headline, and the province it opens with."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from ledger.intake.text.furniture import furniture_in
from ledger.intake.text.marks import EMOJI, SYMBOL
from ledger.names import word_set

_SCOPE = re.compile(
    r"(?P<scope>[^\W\d][^\n:,–-]{1,40}?(?: -?[^\n:,–-]{1,20})?? (?:province|countryside|governorate)|"
    r"محافظه [^\n:,–-]{2,25})"
    r"(?: ?[,–-]+ ?(?:the )?[^\W\d][^\n:,.\d]{2,45})? ?:{1,3} ?",  # who says it
    re.IGNORECASE,
)
_BULLET = re.compile(rf"[ \t]*(?:[•·*▪▫◾◽◦‣●○■□►▶{EMOJI}]+|[-–](?= )|\d{{1,2}} ?[-–)](?! ?\d))\s*")
_COUNT_LINE = re.compile(
    r"(?:[^\W\d][^\d\n:.]{2,60}:|(?:(?:total )?number|total|count|عدد|العدد|اجمالي|مجموع)\b[^\d\n:.]{0,60})"
    r"[ \t]*\d[\d,]*(?![\w%])[^\d\n]{0,30}$",
    re.IGNORECASE,
)
_BODY = 30  # code points of a line that may be the report itself
_LINE = re.compile(
    r"(?:[^ \t\n]++|(?!(?<=[^\s])[ \t]+[•▪●‣*][ \t])[ \t])+"
)  # "Killed: 5 • Injured: 12" has lost a line break
_LONGEST_HEADLINE = 260
_MOST_TITLES = 3  # lines of a headline and what stands under it, at most; one more is a message
_SHORTEST, _NARROW, _WIDEST, _RAGGED = 20, 40, 110, 12  # code points of a line that was broken to fit
_EVEN = 3  # lines of a block of Arabic, at least
_LEADS_ON = word_set("and or of the a an at in on by to from with while least than about over near between")
_ENDS = (".", "!", "?", ":", ";", "؟", "؛", "|")


@dataclass(frozen=True)
class Paragraph:
    """A line of the report from ``start`` to ``end`` of the folded text."""

    start: int
    end: int
    is_headline: bool = False
    is_item: bool = False
    is_message: bool = False  # of short lines without end marks, none of which heads the others
    scope: tuple[int, int] | None = None
    is_furniture: bool = False
    symbol: str = ""  # an emoji that the line begins with


def unwrapped(text: str) -> str:
    """The text with line breaks inside hard-wrapped sentences as spaces; as long as before."""
    pieces: list[str] = []
    for block in re.split(r"(\n[ \t]*\n\s*)", text):
        lines = block.split("\n")
        width = max(map(len, lines))
        if not _is_even(lines, width):
            pieces.append(block)
            continue
        even = sum(len(line) + _RAGGED > width for line in lines) > 1
        pieces.append(lines[0])
        for line, following in pairwise(lines):
            pieces.append(
                (" " if _goes_on(line, following, width if even else 0, lines[0][:1].isupper()) else "\n") + following
            )
    return "".join(pieces)


def _is_even(lines: list[str], width: int) -> bool:
    """Whether the lines may have been broken to fit; Arabic ones have no capitals to tell, and must be of one width."""
    if not any(line[:1] >= "\u0600" for line in lines[1:]):
        return True
    return len(lines) > _EVEN and all(len(line) > width * 0.75 for line in lines[:-1])


def _goes_on(line: str, following: str, width: int, is_cased: bool) -> bool:
    """Whether the next word had no room on the line: not after an end mark, nor before a bullet or a heading."""
    first = following.split(maxsplit=1)
    if not first or width > _WIDEST or len(line) > _WIDEST or line.rstrip().endswith(_ENDS) or _BULLET.match(following):
        return False
    full = width > _NARROW and len(line.rstrip()) + 1 + len(first[0]) > width
    lower = following[0].islower() and is_cased
    hangs = bool(_LEADS_ON & set(line.lower().split()[-1:]))
    return (full and len(line) > _NARROW) or ((lower or hangs) and len(line) > _SHORTEST)


def paragraphs(text: str) -> list[Paragraph]:
    """The lines that report something, in order, headline lines marked."""
    return [line for line in lines_of(text) if not line.is_furniture]


def lines_of(text: str) -> list[Paragraph]:
    """All lines with words in order, furniture and headlines marked: "Date: 5 May" may be part of a form."""
    spans = [m.span() for m in _LINE.finditer(text) if not m[0].isspace()]
    furniture = furniture_in(text, spans)
    kept = _listed([_paragraph(text, start, end) for start, end in spans if start not in furniture])
    titled = bool(spans) and bool(kept) and spans[0][0] in furniture  # the site's name stood above
    left_out = [Paragraph(start, end, is_furniture=True) for start, end in spans if start in furniture]
    return sorted([*_with_headline(text, kept, titled), *left_out], key=lambda line: line.start)


def _listed(found: list[Paragraph]) -> list[Paragraph]:
    """The lines, of those led by an emoji only such as items that stand beside another led by the same one."""
    symbols = ["", *(paragraph.symbol for paragraph in found), ""]
    return [
        replace(paragraph, is_item=False) if paragraph.symbol and paragraph.symbol not in (before, after) else paragraph
        for before, paragraph, after in zip(symbols, found, symbols[2:], strict=False)
    ]


def _paragraph(text: str, start: int, end: int) -> Paragraph:
    bullet = _BULLET.match(text, start, end)
    first = bullet.end() if bullet else start
    while first < end and text[first].isspace():
        first += 1
    scope = _SCOPE.match(text, first, min(end, first + 160))
    if scope is None:
        heads = text[first:end].rstrip().endswith(":")  # "🔴 Since the truce:" heads a list and is no part of one
        symbol = SYMBOL.match(bullet[0].strip()) if bullet else None
        return Paragraph(first, end, is_item=bullet is not None and not heads, symbol=symbol[0] if symbol else "")
    return Paragraph(scope.end(), end, scope=scope.span("scope"))


def _with_headline(text: str, found: list[Paragraph], titled: bool) -> list[Paragraph]:
    """Lines before the body that do not end like a sentence are headlines; so is a line repeated in part."""
    if len(found) < 2:
        return found
    marked: list[Paragraph] = []
    last_long = max((at for at, paragraph in enumerate(found) if paragraph.end - paragraph.start > _BODY), default=0)
    above = True  # nothing but headlines so far
    for at, paragraph in enumerate(found):
        line = text[paragraph.start : paragraph.end].strip()
        title = (
            above
            and len(line) < _LONGEST_HEADLINE
            and not (line.endswith((".", "!", ":")) and not (titled and at == 0 and line.endswith(".")))
            and at < last_long
            and not (is_count_line(line) or paragraph.is_item)
        ) or _is_repeated(text, line, found[at + 1 : at + 2])
        above = above and title
        if title:
            marked.append(replace(paragraph, is_headline=True))
        else:
            marked.append(paragraph)
    return _as_message(text, marked)


def _as_message(text: str, marked: list[Paragraph]) -> list[Paragraph]:
    """Short messages end their lines with no mark: several such lines that run on, without a gap, are no headlines."""
    leading = next((at for at, paragraph in enumerate(marked) if not paragraph.is_headline), len(marked))
    runs_on = all(text[a.end : b.start].count("\n") == 1 for a, b in pairwise(marked[: leading + 1]))
    if leading <= _MOST_TITLES or not runs_on:
        return marked
    return [replace(paragraph, is_headline=False, is_message=True) for paragraph in marked]


def is_count_line(line: str) -> bool:
    """Whether the line is a label with its number: "Number of injuries: 60 injuries."."""
    return _COUNT_LINE.match(line.strip()) is not None


def _is_repeated(text: str, line: str, following: list[Paragraph]) -> bool:
    return len(line) > 30 and any(text.startswith(line[:-5], nxt.start, nxt.end) for nxt in following)
