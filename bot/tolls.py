"""One toll on one screen: the number with its bound, who says so, its status, what it was and why it moved. Pure."""

from __future__ import annotations

from bot import phrases
from bot.texts import Html, Texts, lines
from ledger.gazetteer import Gazetteer
from projections.toll_rows import TollRow


def screen(texts: Texts, gazetteer: Gazetteer, row: TollRow) -> Html:
    key = row.key
    named = tuple(part for part in row.count.breakdown if not phrases.is_whole(part, row.count))
    parts = phrases.breakdown(texts, named, row.count)
    return lines(
        texts(
            "toll-head",
            place=phrases.place(texts, gazetteer, key.place),
            harm=texts(f"harm-{key.harm.value}"),
            count=phrases.figure(texts, row.count),
        ),
        texts("toll-breakdown", breakdown=parts) if parts else None,
        texts("toll-whom", group=phrases.whom(texts, key)),
        texts("toll-cause", cause=phrases.cause(texts, key.cause)) if key.cause else None,
        texts("toll-by", actor=phrases.actor(texts, key.perpetrator)) if key.perpetrator else None,
        _window(texts, row),
        texts("toll-source", source=phrases.source(texts, key.source)),
        texts("toll-status", status=texts(f"status-{row.status.value}")),
        texts("toll-inferred") if row.place_inferred else None,
        texts(
            "toll-times",
            stated=phrases.moment(texts, row.stated_at),
            recorded=phrases.moment(texts, row.recorded_at),
        ),
        *_moved(texts, row),
        texts("toll-caveat" if key.harm.of_people else "toll-caveat-things"),
        texts("toll-stale") if row.stale else None,
        texts("toll-position", id=row.key_id, position=str(row.position)),
    )


def _window(texts: Texts, row: TollRow) -> Html:
    day = phrases.day(texts, row.counted_to)
    if row.key.period_start is None:
        return texts("toll-to", day=day)
    return texts("toll-window", since=phrases.day(texts, row.key.period_start), day=day)


def _moved(texts: Texts, row: TollRow) -> list[Html]:
    """The figure before and why it moved; nothing where there was none."""
    if row.previous is None:
        return []
    before = row.previous
    said = [
        texts("toll-previous", count=phrases.figure(texts, before.count), day=phrases.day(texts, before.counted_to))
    ]
    why = [phrases.reasons(texts, row.reasons)] if row.reasons else []
    if row.unexplained:
        why.append(texts("toll-unexplained", amount=phrases.signed(row.unexplained)))
    return [*said, texts("toll-why", reasons=texts.listed(why))] if why else said
