"""Values of the ledger in the reader's words: counts, days, places, parties, groups, reasons. Pure."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time

from bot.texts import Html, Texts, capital
from desk.things import thing_words
from ledger.domain.values import (
    Actor,
    Count,
    GroupCount,
    Place,
    Precision,
    Quantifier,
    Reason,
    TollKey,
    When,
)
from ledger.gazetteer import Gazetteer
from ledger.intake.drafts import Occurred, Phrase
from ledger.sources import source_name

_NAMED = {
    Quantifier.AT_LEAST: "at-least",
    Quantifier.MORE_THAN: "more-than",
    Quantifier.ABOUT: "about",
    Quantifier.TENS: "tens",
    Quantifier.HUNDREDS: "hundreds",
    Quantifier.THOUSANDS: "thousands",
}


def figure(texts: Texts, count: Count | GroupCount) -> Html:
    """A number with its bound: "at least 62", "between 4 and 6", "hundreds"."""
    low, high, qualifier = count.low, count.high, count.qualifier
    shown = {"low": _number(low), "high": _number(high)}
    name = _NAMED.get(qualifier) if qualifier else None
    if name is not None and (
        low is not None or qualifier in (Quantifier.TENS, Quantifier.HUNDREDS, Quantifier.THOUSANDS)
    ):
        return texts(f"count-{name}", **shown)
    if low is None:
        return texts("count-unknown") if high is None else texts("count-up-to", **shown)
    if high is None:
        return texts("count-at-least", **shown)
    return texts("count-exact" if low == high else "count-between", **shown)


def _number(number: int | None) -> str:
    return "" if number is None else f"{number:,}"


def harm_line(texts: Texts, harm: str, count: Count) -> Html:
    """A harm with its count on a line of its own: "Killed: at least 5"."""
    return texts("draft-count", harm=capital(texts(f"harm-{harm}")), count=full_count(texts, count))


def breakdown(texts: Texts, parts: tuple[GroupCount, ...], whole: Count) -> Html | None:
    """The parts of a count that its source names, one that is all of it without its number; None for no parts."""
    named = [
        texts("group-whole", group=group(texts, it.group, it.affiliation))
        if is_whole(it, whole)
        else texts("group-figure", count=figure(texts, it), group=group(texts, it.group, it.affiliation))
        for it in parts
    ]
    return texts.listed(named) if named else None


def is_whole(part: GroupCount, whole: Count) -> bool:
    """Whether a part is everyone who is counted, as the civilians of "62 civilians"."""
    return (part.low, part.high, part.qualifier) == (whole.low, whole.high, whole.qualifier)


def full_count(texts: Texts, count: Count) -> Html:
    """A count with its breakdown in brackets; the number of the only group of all is not said twice."""
    whole, parts = figure(texts, count), breakdown(texts, count.breakdown, count)
    return Html(f"{whole} ({parts})") if parts else whole


def group(texts: Texts, name: str, affiliation: str | None = None) -> Html:
    words = texts.one_of("group", name)
    if not texts.has(f"group-{name}") and name.count(" and ") == 1:
        one, other = name.split(" and ")
        words = texts("group-and", one=texts.one_of("group", one), other=texts.one_of("group", other))
    return texts("group-of", group=words, affiliation=party(texts, affiliation)) if affiliation else words


def party(texts: Texts, name: str) -> Html:
    """A party by its id in the list, or by the words of the report."""
    return Html(texts.shown(texts.actors.name(name, texts.language)))


def actor(texts: Texts, found: Phrase | Actor) -> Html:
    return party(texts, found.id) if found.id else Html(texts.shown(found.text or ""))


def place(texts: Texts, gazetteer: Gazetteer, found: Phrase | Place | None) -> Html:
    """A place by its name in the reader's language with the province around it, or the words of the report."""
    if found is None:
        return texts("draft-no-place")
    if found.id is None:
        return Html(texts.shown(found.text or ""))
    return place_name(texts, gazetteer, found.id)


def place_name(texts: Texts, gazetteer: Gazetteer, place_id: str) -> Html:
    name = gazetteer.name(place_id, texts.language)
    wider = [gazetteer.get(it) for it in gazetteer.ancestors(place_id)]
    province = next((it.id for it in wider if it is not None and it.kind == "governorate"), None)
    around = gazetteer.name(province, texts.language) if province else ""
    return texts.listed([Html(texts.shown(name)), Html(texts.shown(around))]) if around else Html(texts.shown(name))


def day(texts: Texts, found: date) -> Html:
    return texts("day", day=str(found.day), month=texts(f"month-{found.month}"), year=str(found.year))


def moment(texts: Texts, found: datetime) -> Html:
    """A moment to the minute; midnight exactly is a day that is known no better."""
    at = found.astimezone(UTC)
    if at.time() == time.min:
        return day(texts, at.date())
    return texts("moment", day=day(texts, at.date()), time=at.strftime("%H:%M"))


def when(texts: Texts, found: Occurred | When) -> Html | None:
    """Days with their precision; None where nothing is known of them."""
    start, end = found.start, found.end
    if start and end and start != end:
        days = texts("days", start=day(texts, start), end=day(texts, end))
    elif start and end:
        days = day(texts, start)
    elif end:
        days = texts("days-until", end=day(texts, end))
    elif start:
        days = texts("days-from", start=day(texts, start))
    else:
        return None
    name = f"precision-{found.precision.value}"
    return texts(name, when=days) if texts.has(name) and found.precision is not Precision.UNKNOWN else days


def reasons(texts: Texts, given: tuple[Reason, ...]) -> Html:
    """Coded reasons with the people they explain, signed as the toll moves."""
    return texts.listed([_reason(texts, it) for it in given])


def _reason(texts: Texts, reason: Reason) -> Html:
    words = texts(f"reason-{reason.code.value}")
    return words if reason.amount is None else texts("reason-amount", reason=words, amount=signed(reason.amount))


def signed(amount: int) -> str:
    return f"+{amount:,}" if amount > 0 else f"−{-amount:,}"


def why(texts: Texts, given: tuple[Reason, ...]) -> Html:
    """Reasons in brackets after a figure; empty for none."""
    return Html(f" ({reasons(texts, given)})") if given else Html("")


def cause(texts: Texts, words: str) -> Html:
    """A cause by its name in the reader's language, or in the words of the report."""
    name = "cause-" + re.sub(r"\W+", "-", words.casefold())
    return texts(name) if texts.has(name) else Html(texts.shown(words))


def source(texts: Texts, name: str) -> Html:
    """Who says so: the desk's own monitors, and a source of the list, by the name the reader knows it by."""
    message = "source-" + re.sub(r"\W+", "-", name.casefold())
    return texts(message) if texts.has(message) else Html(texts.shown(source_name(name, texts.language)))


def whom(texts: Texts, key: TollKey) -> Html:
    """Who is counted, or what: "children", "tanks (Russian forces)"."""
    if key.harm.of_people:
        return group(texts, key.group, key.affiliation)
    things = Html(texts.shown(thing_words(key.group, texts.language)))
    return texts("group-of", group=things, affiliation=party(texts, key.affiliation)) if key.affiliation else things


def about(texts: Texts, key: TollKey) -> Html:
    """What tells one toll of a place from another: whom, by what, by whom, since when."""
    parts: list[Html] = []
    if key.group != "all" or key.affiliation or not key.harm.of_people:
        parts.append(whom(texts, key))
    if key.cause:
        parts.append(cause(texts, key.cause))
    if key.perpetrator:
        parts.append(actor(texts, key.perpetrator))
    if key.period_start:
        parts.append(texts("since", day=day(texts, key.period_start)))
    return texts.listed(parts) if parts else group(texts, "all")


def toll_of(texts: Texts, gazetteer: Gazetteer, key: TollKey) -> Html:
    """A toll in a few words: where, which harm, and what tells it from others."""
    return Html(f"{place(texts, gazetteer, key.place)} – {texts(f'harm-{key.harm.value}')} ({about(texts, key)})")
