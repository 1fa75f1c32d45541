"""Whether an incident was likely reported before: in another report, at the same place and time. It stops nobody."""

from __future__ import annotations

from collections.abc import Iterable

from desk.prepared import PreparedDraft
from ledger.domain.events import IncidentReported
from ledger.domain.values import IncidentId
from ledger.errors import NoSuchStream
from projections.duplicates import LikelySame, sighting_of, sighting_of_facts
from projections.queries import Queries
from projections.queue_rows import QueueItem

MOST_NAMED = 3
"""As many are put to a person; the rest are in ``ledger review duplicates``."""


def likely_reported(it: PreparedDraft, queries: Queries) -> list[LikelySame]:
    """The incidents that a draft which would be a new one may have been reported as already."""
    facts = next((event for event in it.events if isinstance(event, IncidentReported)), None)
    if facts is None or it.again:
        return []
    incident_id: IncidentId = it.commands[0].stream_id
    seen = sighting_of_facts(incident_id, facts, queries.place_path(facts.place))
    return queries.likely_same(seen, queries.moment())[:MOST_NAMED]


def likely_waiting(item: QueueItem, queries: Queries) -> list[LikelySame]:
    """The incidents that one which waits for a reviewer may be the same as."""
    if item.waits != "incident":
        return []
    now = queries.moment()
    try:
        row = queries.incident(item.stream_id, now)
    except NoSuchStream:
        return []
    return [] if row.closed else queries.likely_same(sighting_of(row), now)[:MOST_NAMED]


def likely_words(found: Iterable[LikelySame]) -> str:
    """Ids with score and reasons: "I-… (85: same place, same day, same kind)"."""
    return "; ".join(f"{it.row.incident_id} ({it.likeness.score}: {reason_words(it.likeness.reasons)})" for it in found)


def reason_words(reasons: Iterable[str]) -> str:
    """Why two are alike, as it is read."""
    return ", ".join(reason.replace("_", " ") for reason in reasons)
