"""Replay: the read models built again beside the live ones, from the log alone, and compared."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from desk.desk import Desk
from ledger.database import open_database
from projections import tables
from projections.follower import Follower
from projections.moments import AsOf
from projections.queries import Queries


@dataclass(frozen=True, slots=True)
class Replay:
    """A position with the root of the log there and the digests of both pictures; equal = nothing differs."""

    position: int
    root: str
    digest: str
    live_digest: str

    @property
    def agrees(self) -> bool:
        return self.digest == self.live_digest


def replay(desk: Desk, as_of: AsOf) -> Replay:
    """Fold the log up to a position into a scratch file, and compare with what is answered for that moment."""
    with TemporaryDirectory(prefix="ledger-replay-") as folder:
        scratch = open_database(Path(folder) / "replay.db", tables=tables.metadata, schema=tables.VERSION, unsafe=True)
        try:
            follower = Follower(desk.log, scratch.engine, desk.gazetteer)
            follower.prepare()
            follower.catch_up(as_of.position)
            digest = Queries(scratch.reading, desk.log, desk.gazetteer).digest(as_of)
        finally:
            scratch.close()
    root = desk.log.root_at(as_of.position).hex()
    return Replay(as_of.position, root, digest, desk.queries.digest(as_of))
