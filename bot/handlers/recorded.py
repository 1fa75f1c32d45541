"""The receipt: what was recorded, under which ids, at which position. Pure."""

from __future__ import annotations

from bot import phrases
from bot.texts import Html, Texts, lines
from desk.prepared import RecordedDraft, Submitted
from ledger.domain import events
from ledger.gazetteer import Gazetteer


def recorded(texts: Texts, gazetteer: Gazetteer, submitted: Submitted, *, again: bool) -> Html:
    name = "recorded-again" if again else "recorded-title"
    title = texts(name, id=submitted.report_id, position=str(submitted.position))
    told = [_line(texts, gazetteer, it) for it in submitted.drafts]
    falls = [_falls(it) for it in submitted.drafts]
    shown = texts("recorded-review") if not all(falls) else None
    return lines(title, *told, shown, texts("recorded-waits") if any(falls) else None)


def _falls(it: RecordedDraft) -> bool:
    return any(isinstance(entry.event, events.TollRevisionProposed) for entry in it.entries)


def _line(texts: Texts, gazetteer: Gazetteer, it: RecordedDraft) -> Html:
    named = {
        "kind": texts(f"kind-{it.draft.kind.value}"),
        "place": phrases.place(texts, gazetteer, it.draft.place),
    }
    for entry in it.entries:
        if isinstance(entry.event, events.TollRevisionProposed):
            old, new = phrases.figure(texts, entry.event.old), phrases.figure(texts, entry.event.new)
            item = f"{entry.stream_id}/{entry.version}"
            return texts("recorded-falls", id=item, old=old, new=new, needed=entry.event.needed, **named)
    same = it.entries and all(isinstance(entry.event, events.TollRestated) for entry in it.entries)
    ids = texts.listed([Html(texts.shown(stream)) for stream in it.stream_ids])
    return texts("recorded-same" if same else "recorded-line", ids=ids, **named)
