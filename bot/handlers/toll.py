"""/toll PLACE and plain questions: one toll on one screen, or a menu where several fit; never a guess."""

from __future__ import annotations

from bot import phrases, tolls
from bot.handlers.history import charted
from bot.replies import Outcome, button, rows
from bot.room import Room, Who
from bot.texts import Html, capital, lines, plain
from desk.places import Asked
from ledger.errors import LedgerError, PlaceAmbiguous, PlaceUnknown
from projections.toll_rows import TollRow
from projections.tolls import KeyFilter

MOST_LISTED = 12


def toll(room: Room, who: Who, words: str) -> Outcome:
    """Answer for the place that the words name."""
    if not words.strip():
        return who.says(who.texts("toll-usage"))
    return at_place(room, who, words, "t")


def at_place(room: Room, who: Who, words: str, then: str) -> Outcome:
    """Find the place, then its toll; ``then`` is what a menu's buttons lead to: ``t`` the screen, ``h`` the chart."""
    room.desk.catch_up()
    try:
        asked = room.desk.place(words)
    except (PlaceAmbiguous, PlaceUnknown) as error:
        return _which_place(room, who, words, then, error)
    except LedgerError as error:
        return who.refuses(error)
    now = room.desk.queries.moment()
    found = room.desk.queries.tolls(KeyFilter(place_path=asked.path), now, who.audience)
    place = _asked_name(room, who, asked)
    if not found:
        public = "toll-none" if who.roles else "toll-none-public"
        return who.says(who.texts(public, place=place))
    if len(found) == 1:
        return one_toll(room, who, found[0].key_id, then)
    return _menu(room, who, found, place, then)


def one_toll(room: Room, who: Who, key_id: str, then: str) -> Outcome:
    """The toll of an id, as a screen or as a chart."""
    if then == "h":
        return charted(room, who, key_id)
    room.desk.catch_up()
    now = room.desk.queries.moment()
    found = room.desk.queries.tolls(KeyFilter(key_id=key_id), now, who.audience)
    if not found:
        return who.says(capital(who.texts("error-E-FIND-01")))
    text = tolls.screen(who.texts, room.desk.gazetteer, found[0])
    key = button(plain(who.texts("button-history")), "h", key_id)
    return who.says(text, rows([key]))


def _menu(room: Room, who: Who, found: list[TollRow], place: Html, then: str) -> Outcome:
    texts = who.texts
    listed = sorted(found, key=lambda row: -(row.count.measure or 0))[:MOST_LISTED]
    keys = [[button(plain(_label(room, who, row, place)), then, row.key_id)] for row in listed]
    more = texts("toll-menu-more", shown=str(MOST_LISTED)) if len(found) > MOST_LISTED else None
    return who.says(lines(texts("toll-menu", count=len(found), place=place), more), rows(*keys))


def _label(room: Room, who: Who, row: TollRow, place: Html) -> Html:
    texts = who.texts
    about = [phrases.about(texts, row.key)]
    inside = phrases.place(texts, room.desk.gazetteer, row.key.place)
    if inside != place:
        about.insert(0, inside)
    about.append(phrases.source(texts, row.key.source))
    return texts(
        "toll-choice",
        harm=texts(f"harm-{row.key.harm.value}"),
        count=phrases.figure(texts, row.count),
        about=texts.listed(about),
    )


def _asked_name(room: Room, who: Who, asked: Asked) -> Html:
    if asked.place_id is None:
        return Html(who.texts.shown(asked.words))
    return phrases.place_name(who.texts, room.desk.gazetteer, asked.place_id)


def _which_place(room: Room, who: Who, words: str, then: str, error: LedgerError) -> Outcome:
    """The places that share the name, or those alike, as buttons."""
    least = 0.6 if isinstance(error, PlaceAmbiguous) else 0.0
    found = [it.place.id for it in room.desk.gazetteer.resolve(words) if it.score >= least][:6]
    keys = [[button(plain(phrases.place_name(who.texts, room.desk.gazetteer, it)), "p", then, it)] for it in found]
    name = "place-menu" if isinstance(error, PlaceAmbiguous) else "place-alike" if found else "place-unknown"
    return who.says(who.texts(name, words=words), rows(*keys))
