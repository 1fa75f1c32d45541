"""Lines of a page that are no part of the report: names of sites, buttons, captions, headlines of other reports."""

from __future__ import annotations

import re
from collections.abc import Sequence

_HEAD = re.compile(
    r"the syrian observatory for human rights\.?$|recent news$|more to read$|"
    r"accept\b|(?:published|editing|translation ?editor|translation|"
    r"author|date|tags|share|read more|photo|image)\b ?:?.{0,60}$|"
    r"an? \w+ version of this|\w+, (?:agency|newswire)$|(?:analysis|international|staff|updates?|main points)$|"
    r"تقارير اخباريه$|تحرير ?:|المرصد السوري لحقوق الانسان$|"
    r"(?:اقرا|شاهد|طالع) (?:المزيد|ايضا)\b|مواضيع ذات صله|للمزيد\b|للاطلاع علي\b|انظر ايضا\b|"
    r"(?:read|see) (?:also|more)\b ?:|related(?: (?:news|articles?|posts?|links?))? ?:",
    re.IGNORECASE,
)
_INSIDE = re.compile(
    r"• ?the syrian observatory for human rights\.?$|\bcookies\b|\bagency photo$|\b[A-Z]{3,}/\w+$|\(photo ?:",
    re.IGNORECASE,
)
_SIGNS = ("•", "cookies", "photo", "/")  # one of which stands in whatever is furniture by what stands inside it
_CAPTION = re.compile(
    r"^(?:file |archive )?(?:photo|image|picture|image caption|photo caption|caption)s? ?: ?\S|^image caption\b|"
    r"(?:, ?|\()(?:archive|file|file photo|archive photo|file image)\)?(?:\. ?\w+)?\.?$",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(
    r"^(?:related(?: (?:posts?|news|stories|articles|topics|links|content|reading))?|most (?:viewed|read|popular)|"
    r"(?:read|see) (?:also|more)|also (?:read|see)|you (?:might|may) also (?:like|be interested in)|"
    r"more on this story|more stories|latest news|recommended(?: stories)?|trending|editors? picks|"
    r"اقرا ايضا|مواضيع ذات صله|اخبار ذات صله) ?:?$",
    re.IGNORECASE,
)
_ENDS = (".", "!", "?", ":", ";", "؟", "؛")
_LONGEST = 300  # code points of a line that may be furniture


def furniture_in(text: str, spans: Sequence[tuple[int, int]]) -> set[int]:
    """Where the lines begin that report nothing: those of the page, and links under "Related:" without an end mark."""
    found: set[int] = set()
    linked = False
    for start, end in spans:
        line = text[start : min(end, start + _LONGEST + 100)].strip()
        heads = _ELSEWHERE.match(line) is not None
        linked = heads or (linked and not line.endswith(_ENDS))
        if linked or _is_furniture(line):
            found.add(start)
    return found


def _is_furniture(line: str) -> bool:
    if len(line) >= _LONGEST:
        return False
    if _CAPTION.search(line) is not None:
        return True
    lower = line.lower()
    said = _HEAD.match(line) or (any(sign in lower for sign in _SIGNS) and _INSIDE.search(line))
    return bool(said) and "killed" not in lower
