"""What holds of every answer of the reader, whatever the text."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator
from datetime import date

from pydantic import BaseModel

from ledger.domain.values import Count, GroupCount
from ledger.gazetteer import default_gazetteer
from ledger.intake import Draft, Reading, read
from ledger.intake.drafts import Passage
from ledger.intake.text.normalise import fold

HALF = re.compile("[\ud800-\udfff]")
MOST = 10**18
"""More than any number of people; what is larger was not read as a number but taken over."""


def faults(text: str, published: date | None, found: Reading, *, again: bool = True) -> list[str]:
    """What is wrong with an answer, in words; nothing for a right one. ``again`` reads once more, with rules named."""
    quotable = HALF.sub("\ufffd", text)
    return [
        *(fault for draft in found.drafts for fault in _of_draft(quotable, published, draft)),
        *_of_all(found),
        *(_of_reading_again(text, published, found) if again else ()),
    ]


def _of_draft(text: str, published: date | None, draft: Draft) -> Iterator[str]:
    start, end = draft.span
    if not 0 <= start < end <= len(text):
        yield f"span {draft.span} is not within {len(text)}"
    if text[start:end] != draft.quote:
        yield f"quote {draft.quote!r} is not {text[start:end]!r}"
    for name in ("killed", "injured", "affected"):
        count: Count | None = getattr(draft, name)
        for entry in (count, *count.breakdown) if count else ():
            yield from _of_count(name, entry)
    if draft.objects:
        yield from _of_count("objects", draft.objects.count)
    if draft.previous is not None and not 0 <= draft.previous <= MOST:
        yield f"previous {draft.previous}"
    yield from _of_days(published, draft)
    for phrase in (draft.place, draft.actor, draft.target, draft.means):
        if phrase and phrase.id and phrase.candidates:
            yield f"{phrase} is resolved and ambiguous"
    if draft.place and draft.place.id and default_gazetteer().get(draft.place.id) is None:
        yield f"place {draft.place.id} is unknown"
    if len(set(draft.flags)) != len(draft.flags):
        yield f"a flag twice in {draft.flags}"
    if json.loads(draft.model_dump_json())["quote"] != draft.quote or draft.line()["quote"] != draft.quote:
        yield "the line loses the quote"


def _of_count(name: str, count: Count | GroupCount) -> Iterator[str]:
    bounds = [bound for bound in (count.low, count.high) if bound is not None]
    if any(not 0 <= bound <= MOST for bound in bounds) or bounds != sorted(bounds):
        yield f"{name} from {count.low} to {count.high}"


def _of_days(published: date | None, draft: Draft) -> Iterator[str]:
    occurred = draft.occurred
    days = [day for day in (occurred.start, occurred.end) if day] if occurred else []
    if days != sorted(days):
        yield f"occurred from {days[0]} to {days[1]}"
    told = [*days, *filter(None, (draft.period_start, draft.counted_to))]
    if published and "future_date" not in draft.flags and any(day > published for day in told):
        yield f"{max(told)} is after publication and not flagged"


def _of_all(found: Reading) -> Iterator[str]:
    if [draft.number for draft in found.drafts] != list(range(1, len(found.drafts) + 1)):
        yield "drafts are not numbered from one"
    bare = [draft.model_dump_json(exclude={"number"}) for draft in found.drafts]
    if len(set(bare)) != len(bare):
        yield "one draft twice"
    if not found.drafts and not found.notes:
        yield "no draft, and no note that says why"


def _of_reading_again(text: str, published: date | None, found: Reading) -> Iterator[str]:
    """Read once more and explained, a text gives the same, and each passage of the explanation stands in it."""
    again = read(text, published=published, explain=True)
    if again.drafts != found.drafts or again.notes != found.notes:
        yield "read again, the answer is another"
    explained = [it.number for it in again.explanation.drafts] if again.explanation else []
    if explained != [draft.number for draft in found.drafts]:
        yield "not every draft is explained"
    quotable = HALF.sub("\ufffd", text)
    for passage in _passages(again.explanation):
        start, end = passage.span
        if not 0 <= start < end <= len(text) or passage.words != quotable[start:end]:
            yield f"{passage} is not there"


def _passages(explained: object) -> Iterator[Passage]:
    """Every passage that an explanation names, however deep."""
    if isinstance(explained, Passage):
        yield explained
    elif isinstance(explained, BaseModel):
        for _, value in explained:
            yield from _passages(value)
    elif isinstance(explained, tuple):
        for value in explained:
            yield from _passages(value)


def offset_faults(text: str) -> list[str]:
    """What is wrong with the way back from the folded text; nothing where every letter leads to its own."""
    folded = fold(text)
    origins = [folded.origin(place) for place in range(len(folded.text))]
    found = []
    if len(folded.lower) != len(folded.text):
        found.append("lower case is of another length")
    if origins != sorted(origins) or any(not 0 <= origin < len(text) for origin in origins):
        return [*found, "origins are not in order, or outside"]
    for letter, origin in zip(folded.text, origins, strict=True):
        given = text[origin]
        value = unicodedata.decimal(given, None)
        if value is not None and letter != str(value):
            found.append(f"digit {given!r} is read as {letter!r}")
        elif given.isascii() and given.isalnum() and letter != given:
            found.append(f"{given!r} is read as {letter!r}")
    for place in range(len(origins)):
        start, end = folded.span(place, place + 1)
        if not start <= origins[place] < end <= len(text):
            found.append(f"span {start, end} of place {place} misses its letter")
    return found
