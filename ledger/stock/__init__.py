"""A stock application of the eventsourcing library on the tables of the log.

``PERSISTENCE_MODULE=ledger.stock`` and ``LEDGER_DATABASE_URL`` (a path or URL) are all its environment needs. What
it records gets positions, times and leaves like everything else. Its topics are stored as ``stock:<topic>``, which
our own codec never reads or imports; our kinds appear to it as topics by their own name. UUID ids are stored as
``urn:uuid:…``, string ids as they are; those shaped like ours (``T-…``) are refused. Snapshots are no truth and have
no leaf: they and the tracking positions lie in tables of their own.
"""

from ledger.stock.factory import LedgerFactory
from ledger.stock.recorders import (
    SqlAggregateRecorder,
    SqlApplicationRecorder,
    SqlProcessRecorder,
    SqlSnapshotRecorder,
    SqlTrackingRecorder,
)

__all__ = [
    "LedgerFactory",
    "SqlAggregateRecorder",
    "SqlApplicationRecorder",
    "SqlProcessRecorder",
    "SqlSnapshotRecorder",
    "SqlTrackingRecorder",
]
