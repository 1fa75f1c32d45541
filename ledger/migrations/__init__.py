"""The schemas of log and vault from one version to the next; read models are rebuilt instead.

A change to ``ledger/schema.py`` or ``ledger/vault/tables.py`` needs a new file in ``versions`` and its name at the end
of the list here; a test says which lines are missing. A revision is never edited once it has been released.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class History:
    """The revisions of one schema, oldest first; the first is how files looked before there were revisions."""

    folder: Path
    revisions: tuple[str, ...]

    @property
    def first(self) -> str:
        return self.revisions[0]

    @property
    def newest(self) -> str:
        return self.revisions[-1]


LOG = History(FOLDER / "log", ("0001",))
VAULT = History(FOLDER / "vault", ("0001",))
