"""``corrections`` as feeds: JSON Feed 1.1 and Atom 1.0 (RFC 4287), newest first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape

import orjson

from desk.exports.exporting import Export
from desk.telling.trail import change_words
from projections.changes import ChangeRow

TITLE = "Corrections of an incident ledger"
_EPOCH = "1970-01-01T00:00:00+00:00"


def as_json_feed(export: Export) -> Iterator[str]:
    """One JSON document; each item carries the correction itself under ``_ledger``."""
    rows = _newest_first(export)
    head = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": TITLE,
        "description": export.words,
        "language": "en",
        "_ledger": {"about": "https://jsonfeed.org/version/1.1#extensions", **export.about},
    }
    yield orjson.dumps(head).decode()[:-1] + ',"items":['
    name = _name(export)
    for number, row in enumerate(export.counted(rows)):
        item = {
            "id": _id(name, row),
            "title": _title(row),
            "content_text": change_words(row),
            "date_published": row.recorded_at.isoformat(),
            "authors": [{"name": row.who}],
            "tags": [row.kind, row.outcome, *(reason.code.value for reason in row.reasons)],
            "_ledger": row.line(),
        }
        yield ("," if number else "") + "\n" + orjson.dumps(item).decode()
    yield "\n]}\n"


def as_atom(export: Export) -> Iterator[str]:
    """One Atom document; authors are roles, and ids are those of the entries, for ever."""
    rows, name = _newest_first(export), _name(export)
    updated = max((row.recorded_at.isoformat() for row in rows), default=_EPOCH)
    yield (
        '<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">\n'
        f"<id>{_xml(name)}</id>\n<title>{_xml(TITLE)}</title>\n<subtitle>{_xml(export.words)}</subtitle>\n"
        f"<updated>{updated}</updated>\n<author><name>Incident Ledger</name></author>\n"
    )
    for row in export.counted(rows):
        tags = (row.kind, row.outcome, *(reason.code.value for reason in row.reasons))
        yield (
            f"<entry><id>{_xml(_id(name, row))}</id><title>{_xml(_title(row))}</title>"
            f"<updated>{row.recorded_at.isoformat()}</updated><author><name>{_xml(row.who)}</name></author>"
            + "".join(f'<category term="{_xml(tag)}"/>' for tag in tags)
            + f'<content type="text">{_xml(change_words(row))}</content></entry>\n'
        )
    yield "</feed>\n"


def _newest_first(export: Export) -> Sequence[ChangeRow]:
    return list(export.changes())[::-1]


def _name(export: Export) -> str:
    """The log's name: its first leaf is salted, so that no other log has it."""
    first = next(export.desk.stored.leaves(1), b"")
    return f"urn:incident-ledger:{first.hex()[:20]}:corrections"


def _id(name: str, row: ChangeRow) -> str:
    """A value may be reviewed more than once, each time by an entry of its own."""
    return f"{name}:{row.entry_id}:{row.position}"


def _title(row: ChangeRow) -> str:
    day = f" for {row.counted_to.isoformat()}" if row.counted_to else ""
    return f"{row.entry_id}{day}: {row.kind.replace('_', ' ')}, {row.outcome}"


def _xml(text: str) -> str:
    """Text as XML takes it: marked-up, without the few letters that XML cannot hold."""
    return escape("".join(c for c in text if c in "\t\n" or (c >= " " and c not in "\ufffe\uffff")), {'"': "&quot;"})
