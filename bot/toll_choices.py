"""The tolls that a draft may be meant for, put to a reader: each with what tells it from the draft. Pure."""

from __future__ import annotations

from bot import phrases
from bot.texts import Html, Texts
from desk.running_tolls import NearToll
from ledger.domain.values import TollKey
from ledger.gazetteer import Gazetteer

MOST = 6
"""Tolls put to a reader at once."""


def option(texts: Texts, gazetteer: Gazetteer, at: int, near: NearToll) -> Html:
    """A line of the card: the toll with its figure, and what differs."""
    figure = phrases.figure(texts, near.current) if near.current else texts("near-none")
    return texts(
        "draft-toll-option",
        at=str(at),
        what=phrases.toll_of(texts, gazetteer, near.kept),
        figure=figure,
        differs=difference(texts, gazetteer, near),
    )


def label(texts: Texts, gazetteer: Gazetteer, at: int, near: NearToll) -> Html:
    """What its button says: the number of the line, and what it has that the draft has not."""
    if not near.part:
        return texts("near-button", at=str(at), about=phrases.about(texts, near.kept))
    there = _part(texts, gazetteer, near.kept, near.part)
    return texts(
        "near-button", at=str(at), about=texts("near-there", part=texts(f"near-part-{near.part}"), there=there)
    )


def difference(texts: Texts, gazetteer: Gazetteer, near: NearToll) -> Html:
    """ "Start of the count: 20 July 2018 – there 19 July 2018"."""
    if not near.part:
        return texts("near-fits")
    here, there = (_part(texts, gazetteer, key, near.part) for key in (near.stated, near.kept))
    return texts("near-differs", part=texts(f"near-part-{near.part}"), here=here, there=there)


def _part(texts: Texts, gazetteer: Gazetteer, key: TollKey, part: str) -> Html:
    if key.parts[part] is None:
        return texts("near-none")
    match part:
        case "period_start" if key.period_start:
            return phrases.day(texts, key.period_start)
        case "place":
            return phrases.place(texts, gazetteer, key.place)
        case "cause" if key.cause:
            return phrases.cause(texts, key.cause)
        case "perpetrator" if key.perpetrator:
            return phrases.actor(texts, key.perpetrator)
        case "affiliation" if key.affiliation:
            return phrases.party(texts, key.affiliation)
        case "group":
            return phrases.whom(texts, key.model_copy(update={"affiliation": None}))
        case _:
            return Html(texts.shown(key.parts[part] or ""))
