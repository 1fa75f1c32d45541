"""docs/events.md, written from the closed registry of events: ``python -m tests.house.events_doc``."""

from __future__ import annotations

import inspect
from collections.abc import Iterable

from ledger.domain.events import CODEBOOK, KINDS, Event
from tests.house.tree import REPOSITORY

PAGE = REPOSITORY / "docs" / "events.md"

HEAD = f"""# Events

Everything that can be recorded. Written from `ledger/domain/events.py` by `python -m tests.house.events_doc`; a test
fails when the two differ. Events are coded under code book {CODEBOOK}.

The envelope of every event: position, stream and version, kind, schema version, code book, recorded time, member id,
command id, correlation (the report it belongs to) and causation (the event it follows from).

| stored kind | event | schema | says | fields |
|---|---|---|---|---|
"""


def page(events: Iterable[type[Event]]) -> str:
    return HEAD + "".join(_row(event) for event in events)


def _row(event: type[Event]) -> str:
    words = " ".join((inspect.getdoc(event) or "").split("\n\n")[0].split()).replace("``", "`").replace("|", "\\|")
    # In brackets what may be absent.
    fields = [f"`{name}`" if field.is_required() else f"[`{name}`]" for name, field in event.model_fields.items()]
    return f"| `{event.kind}` | {event.__name__} | {event.schema_version} | {words} | {', '.join(fields)} |\n"


if __name__ == "__main__":
    PAGE.write_text(page(KINDS.values()), encoding="utf-8")
