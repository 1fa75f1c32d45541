"""Reads one message as of a fixed day, for tests that look at a single draft."""

from __future__ import annotations

from datetime import date

from ledger.domain.values import Count
from ledger.intake import Draft, read

DAY = date(2018, 8, 2)  # a Thursday


def drafts(text: str, published: date | None = DAY) -> list[Draft]:
    return list(read(text, published=published).drafts)


def only(text: str, published: date | None = DAY) -> Draft:
    """The one draft of the text; fails where there are none or several."""
    found = drafts(text, published)
    assert len(found) == 1, [(draft.kind.value, draft.quote) for draft in found]
    return found[0]


def kinds(text: str) -> list[str]:
    return [draft.kind.value for draft in drafts(text)]


def bounds(count: Count | None) -> tuple[int | None, int | None, str | None] | None:
    """Low, high and wording of a count."""
    if count is None:
        return None
    return count.low, count.high, count.qualifier.value if count.qualifier else None


def groups(count: Count | None) -> dict[str, int | None]:
    """The entries of a count by their group."""
    return {entry.group: entry.low for entry in count.breakdown} if count else {}


def reasons(draft: Draft) -> list[tuple[str, int | None]]:
    return [(reason.code.value, reason.amount) for reason in draft.reasons]
