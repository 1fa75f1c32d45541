"""The door to what is compared: incidents that may be one, values that disagree, a toll beside what is itemised."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, Engine

from projections.conflicts import Conflict, conflicts
from projections.duplicates import LikelyPair, LikelySame, likely_pairs, likely_same
from projections.itemised import Reconciliation, reconciled
from projections.likeness import Sighting
from projections.moments import AsOf, Audience


class Comparing:
    """Questions to the read models on ``engine`` that set one thing against another, each read in one snapshot."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def likely_same(self, seen: Sighting, as_of: AsOf) -> list[LikelySame]:
        """Standing incidents of other reports that one may be the same as, the likeliest first. For members."""
        with self._reading() as connection:
            return likely_same(connection, seen, as_of)

    def likely_pairs(self, as_of: AsOf, place_path: str | None = None) -> Iterator[LikelyPair]:
        """Pairs of standing incidents that may be one, by day, read as they are asked for. For members."""
        with self._reading() as connection:
            yield from likely_pairs(connection, as_of, place_path)

    def conflicts(
        self, as_of: AsOf, audience: Audience = Audience.MEMBERS, place_path: str | None = None, harm: str | None = None
    ) -> list[Conflict]:
        """Where two values stand for one thing at the moment: between sources, of one source, in an incident."""
        with self._reading() as connection:
            return list(conflicts(connection, as_of, audience, place_path, harm))

    def reconciled(
        self, key_id: str, as_of: AsOf, audience: Audience = Audience.MEMBERS, *, of_an_area: bool = False
    ) -> Reconciliation:
        """A stated toll beside the incidents it would count, at the moment. Raises ``NoSuchStream``."""
        with self._reading() as connection:
            return reconciled(connection, key_id, as_of, audience, of_an_area=of_an_area)

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with self._engine.connect() as connection:
            yield connection
