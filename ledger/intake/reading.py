"""Reading a report: text in, drafts out."""

from __future__ import annotations

from datetime import date

from ledger.gazetteer import Gazetteer
from ledger.intake.drafts import Reading


def read(
    text: str,
    *,
    published: date | None,
    source: str | None = None,
    explain: bool = False,
    gazetteer: Gazetteer | None = None,
) -> Reading:
    """Drafts of what ``text`` reports; never raises, whatever the text.

    ``published`` is the report's own day, without which relative dates stay open; ``source`` is who sent it.
    """
    return Reading(source=source, notes=("nothing was read",))
