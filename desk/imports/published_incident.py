"""One row of a published data set, as an import reads it: what recording it asks of the ledger."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, time
from hashlib import sha256
from uuid import UUID, uuid5

from pydantic import AwareDatetime

from desk.imports.change import SPACE
from ledger.domain.commands import RecordPublishedIncident
from ledger.domain.values import (
    Actor,
    Casualties,
    CodedId,
    CodedText,
    Place,
    Precision,
    PublishedRecord,
    Stated,
    Value,
    When,
    short_id,
)


class PublishedIncident(Value):
    """An incident as its row gives it. ``stated_at`` is when its publisher last changed the row, where that is told."""

    kind: CodedId
    source: CodedText
    record: PublishedRecord
    place: Place | None = None
    occurred: When = When()
    perpetrator: Actor | None = None
    target: Actor | None = None
    means: CodedText | None = None
    casualties: Casualties = Casualties()
    flags: tuple[CodedText, ...] = ()
    parties: tuple[Actor, ...] = ()
    stated_at: AwareDatetime | None = None

    @property
    def incident_id(self) -> str:
        """Permanent: the same row has the same id in every ledger."""
        return short_id("I", f"{self.record.dataset}\x1f{self.record.id}".encode())

    def command(self, command_id: UUID, otherwise: Stated) -> RecordPublishedIncident:
        """What recording it asks; ``otherwise`` is when it was stated, where the row does not tell."""
        stated = otherwise
        if self.stated_at is not None:
            stated = Stated(source=self.source, stated_at=self.stated_at, precision=Precision.EXACT)
        fields = {name: getattr(self, name) for name in _SHARED}
        return RecordPublishedIncident(command_id=command_id, incident_id=self.incident_id, stated=stated, **fields)


_SHARED = tuple(it for it in PublishedIncident.model_fields if it in RecordPublishedIncident.model_fields)


def digest_of(cells: Iterable[tuple[str, str]]) -> str:
    """SHA-256, in hex, of columns and cells in the order given."""
    return sha256("\x1e".join(f"{column}\x1f{cell}" for column, cell in cells).encode()).hexdigest()


def row_command_id(incident_id: str, known_from: int, digest: str) -> UUID:
    """The id of recording a row over what was known of it since position ``known_from``, 0 = nothing.

    A row may go back to what it said before, and that is a change of its own.
    """
    return uuid5(SPACE, f"{incident_id}\x1e{known_from}\x1e{digest}")


def stated_on(source: str, day: date, precision: Precision) -> Stated:
    """A statement of a whole file; ``day`` at its start in UTC."""
    return Stated(source=source, stated_at=datetime.combine(day, time.min, UTC), precision=precision)
