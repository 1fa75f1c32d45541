"""Answers in words on a terminal: a toll with all that makes it a figure, a history, a picture."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from desk.running_tolls import NearToll
from desk.telling.incidents import incident_lines
from desk.telling.standing import STALE, place_words, status_words
from desk.telling.words import (
    bound_words,
    breakdown_words,
    day_words,
    harm_word,
    moment_words,
    reasons_words,
    signed,
)
from desk.things import thing_words
from ledger.actors import Actors
from ledger.domain.values import TollKey
from ledger.gazetteer import Gazetteer
from projections.pictures import ClaimRow, Picture
from projections.toll_rows import HistoryRow, TollRow
from projections.tolls import KeptKey

_PART_NAMES = {"period_start": "counted from", "place": "in", "group": "counts", "affiliation": "of",
               "cause": "killed by", "perpetrator": "attributed to"}  # fmt: skip
_THINGS_CAVEAT = (
    "One party's claim of what its enemy lost; the true number may be higher or lower. Tolls are never added up."
)
CAVEAT = "Figures are what each source documented; the true number may be higher. Tolls are never added up."


def caveats(keys: Iterable[TollKey]) -> Iterator[str]:
    """What is said below figures of these tolls: that the true number may be higher [OHCHR]."""
    of_people = {key.harm.of_people for key in keys}
    yield from [CAVEAT] * (True in of_people) + [_THINGS_CAVEAT] * (False in of_people)


def key_words(key: TollKey, gazetteer: Gazetteer, actors: Actors) -> str:
    """What a toll counts: harm, group, place, window, cause, by whom."""
    parts = [f"{whom_words(key)}, {place_words(key.place, gazetteer)}"]
    if key.period_start:
        parts.append(f"since {day_words(key.period_start)}")
    if key.cause:
        parts.append(f"by {key.cause}")
    if key.perpetrator:
        named = actors.name(key.perpetrator.id, "en") if key.perpetrator.id else key.perpetrator.text
        parts.append(f"attributed to {named}")
    if key.basis:
        parts.append(key.basis.value)
    return ", ".join(parts)


def whom_words(key: TollKey) -> str:
    """Who or what is counted and what became of them: "people killed", "tanks of Russian forces lost"."""
    people = "people" if key.group == "all" else key.group
    who = people if key.harm.of_people else thing_words(key.group)
    return f"{who}{f' of {key.affiliation}' if key.affiliation else ''} {harm_word(key.harm)}"


def difference_words(near: NearToll, gazetteer: Gazetteer, actors: Actors) -> str:
    """What tells a stated figure from a toll that it nearly fits: "counted from 20 July 2018, not 19 July 2018"."""
    if not near.part:
        return "fits as it stands"
    here, there = (_part_words(key, near.part, gazetteer, actors) for key in (near.stated, near.kept))
    name = _PART_NAMES.get(near.part, near.part)
    return f"{name} {here}" + (f", not {there}" if there else "; there it is not given")


def _part_words(key: TollKey, part: str, gazetteer: Gazetteer, actors: Actors) -> str:
    match part:
        case "period_start":
            return day_words(key.period_start) if key.period_start else ""
        case "place":
            return place_words(key.place, gazetteer) if key.place else ""
        case "perpetrator":
            party = key.perpetrator
            return "" if party is None else actors.name(party.id, "en") if party.id else party.text or ""
        case "group":
            return (
                thing_words(key.group) if not key.harm.of_people else "everybody" if key.group == "all" else key.group
            )
        case _:
            return key.parts[part] or ""


def toll_lines(row: TollRow, gazetteer: Gazetteer, actors: Actors) -> Iterator[str]:
    """One toll: the figure with its bound, what it counts, who says so, how it stands, what it was before and why."""
    part = ", of which" if row.of_which else ""
    figure = bound_words(row.count.low, row.count.high, row.count.qualifier)
    of = " of" if figure in ("tens", "hundreds", "thousands") else ""
    yield f"{row.key_id}{part}  {figure}{of} {key_words(row.key, gazetteer, actors)}"
    breakdown = breakdown_words(row.count)
    if breakdown:
        yield f"    among them {breakdown}"
    if row.place_inferred:
        yield "    place taken from the report's heading"
    yield f"    {row.key.source}, counted to {day_words(row.counted_to)}; {status_words(row.status)}"
    if row.also_stated:
        others = ", ".join(bound_words(it.low, it.high, it.qualifier) for it in row.also_stated)
        yield f"    its source gave another number for this day at the same time: {others}"
    if row.previous:
        yield f"    {_moved(row)}"
    yield f"    stated {moment_words(row.stated_at)}, recorded {moment_words(row.recorded_at)}, read at @{row.position}"
    if row.stale:
        yield f"    {STALE}"


def _moved(row: TollRow) -> str:
    before = row.previous
    if before is None:
        return ""
    was = f"{before.count.in_short} → {row.count.in_short} (before: counted to {day_words(before.counted_to)})"
    return f"{was}: {why_words(reasons_words(row.reasons), row.unexplained)}"


def why_words(reasons: str, unexplained: int | None) -> str:
    """Reasons, and what they leave over."""
    if not reasons and not unexplained:
        return "no reason given"
    rest = f"unexplained {signed(unexplained)}" if unexplained else ""
    return ", ".join(part for part in (reasons, rest) if part)


def history_lines(kept: KeptKey, rows: Sequence[HistoryRow], gazetteer: Gazetteer, actors: Actors) -> Iterator[str]:
    """A heading, then one line for each value: the day, the figure, since when and until when it was known, why."""
    yield f"{kept.key_id}  {key_words(kept.key, gazetteer, actors)}; {kept.key.source}"
    for row in rows:
        yield "    " + _history_words(row)
    if rows and rows[0].stale:
        yield f"    {STALE}"
    position = rows[0].position if rows else 0
    yield f"    {len(rows)} values, read at @{position}. {CAVEAT if kept.key.harm.of_people else _THINGS_CAVEAT}"


def _history_words(row: HistoryRow) -> str:
    figure = bound_words(row.count.low, row.count.high, row.count.qualifier)
    known = f"known from {_when(row.known_from)} (@{row.from_position})"
    if row.known_until is not None:
        known += f" until {_when(row.known_until)} (@{row.until_position})"
    why = reasons_words(row.reasons)
    tail = f"; {why}" if why else ""
    if row.withdrawn:
        tail += f"; withdrawn: {reasons_words(row.withdrawal_reasons) or 'no reason given'}"
    return f"{row.counted_to.isoformat()}  {figure:<20} {known}; {status_words(row.status)}{tail}"


def _when(moment: datetime) -> str:
    return moment_words(moment)


def picture_lines(found: Picture, gazetteer: Gazetteer, actors: Actors) -> Iterator[str]:
    """Tolls first, then incidents, newest first, then claims that are no incidents."""
    if found.tolls:
        yield "Tolls, as their sources state them"
    for toll in found.tolls:
        yield from (f"  {line}" for line in toll_lines(toll, gazetteer, actors))
    if found.incidents:
        yield "Incidents"
    for incident in found.incidents:
        yield from (f"  {line}" for line in incident_lines(incident, gazetteer))
    if found.claims:
        yield "Claims, noted and no incidents"
    for claim in found.claims:
        yield f"  {_claim_words(claim, gazetteer)}"
    if not (found.tolls or found.incidents or found.claims):
        yield "Nothing is recorded of it. No report is not calm, and not zero."
    yield f"Read at @{found.position}. {CAVEAT}"


def _claim_words(row: ClaimRow, gazetteer: Gazetteer) -> str:
    claim = row.claim
    about = claim.about.replace("_", " ")
    return f"{row.report_id}  {about} {claim.certainty.value}, {place_words(claim.place, gazetteer)}"
