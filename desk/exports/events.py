"""``events``: the log itself, one CloudEvent a line; another home can hold the same entries under the same root."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from desk.cloud_events import Whole, line_of
from desk.exports.exporting import Export
from ledger.codec import Row
from ledger.errors import ReplayDiffers

_PAGE = 500


def as_cloud_events(export: Export) -> Iterator[str]:
    """Every entry up to the moment. Raises ``ReplayDiffers`` where an entry is not the one that was recorded."""
    log, last = export.desk.stored, export.as_of.position
    rows, leaves = log.rows(0, until=last), log.leaves(last)
    whole: Whole | None = None
    while page := list(islice(rows, _PAGE)):
        known = log.fingerprints([row.command_id for row in page if row.command_id])
        for row, leaf in zip(export.counted(page), islice(leaves, len(page)), strict=True):
            if row.leaf != leaf:
                raise ReplayDiffers(row.position)
            # The first leaf is salted: it names this log and no other, wherever the log is taken.
            whole = whole or Whole(f"urn:incident-ledger:{leaf.hex()[:20]}", last, log.root_at(last).hex())
            yield line_of(row, known.get(row.command_id or ""), whole)
            _tell(export, row)


def _tell(export: Export, row: Row) -> None:
    if row.position % 100 == 0:
        export.progress("entries", row.position, export.as_of.position)
