"""/history PLACE: how a toll moved, as a picture with what it says now."""

from __future__ import annotations

from bot import phrases
from bot.replies import Outcome
from bot.room import Room, Who
from bot.texts import capital, lines
from desk.charting import chart_of
from ledger.errors import NoSuchStream
from projections.tolls import KeyFilter


def charted(room: Room, who: Who, key_id: str) -> Outcome:
    """The chart of one toll. Drawn in the thread of the chat's lane, so that nobody else waits for it."""
    room.desk.catch_up()
    queries, now, texts = room.desk.queries, room.desk.queries.moment(), who.texts
    kept = queries.toll_keys(KeyFilter(key_id=key_id), now, who.audience)
    current = queries.tolls(KeyFilter(key_id=key_id), now, who.audience)
    try:
        rows = queries.history(key_id, now, who.audience)
    except NoSuchStream:
        rows = []
    if not kept or not rows:
        return who.says(capital(texts("error-E-FIND-01")))
    key, gazetteer = kept[0].key, room.desk.gazetteer
    picture = chart_of(kept[0], rows, now, texts.language, gazetteer)
    count = phrases.figure(texts, current[0].count) if current else texts("status-withdrawn")
    text = lines(
        texts(
            "history-caption",
            place=phrases.place(texts, gazetteer, key.place),
            harm=texts(f"harm-{key.harm.value}"),
            count=count,
        ),
        phrases.about(texts, key),
        texts("chart-caption", source=phrases.source(texts, key.source), id=key_id, position=str(now.position)),
    )
    return Outcome((who.reply(text).model_copy(update={"picture": picture}),))
