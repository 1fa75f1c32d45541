"""Answers about tolls: the figure of each toll, or of a part that a larger one names, and the history of one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import Connection

from ledger.actors import Actors
from ledger.domain.movement import gives_reason
from ledger.domain.values import Count, GroupCount, folded
from ledger.errors import NoSuchStream
from projections.headlines import Headline, headline
from projections.moments import AsOf, Audience
from projections.rows import moment
from projections.spans import Span, spans
from projections.staleness import stale_streams
from projections.toll_entries import Mark, TollEntry, entries_at, entries_of, marks_of
from projections.toll_rows import Figure, HistoryRow, TollRow
from projections.tolls import NOT_GIVEN, KeptKey, KeyFilter, affiliations, keys

EVERYTHING = KeyFilter()


def toll_rows(connection: Connection, wanted: KeyFilter, as_of: AsOf, audience: Audience) -> list[TollRow]:
    """The current figure of every toll that matches, then the parts of other tolls that match by group."""
    found = keys(connection, wanted, as_of.position)
    wider = _wider(connection, wanted, as_of, {kept.key_id for kept in found})
    return rows_of(connection, found, as_of, audience, wider, wanted)


def rows_of(
    connection: Connection,
    found: list[KeptKey],
    as_of: AsOf,
    audience: Audience,
    wider: Sequence[KeptKey] = (),
    wanted: KeyFilter = EVERYTHING,
) -> list[TollRow]:
    """The current figure of each of these tolls that has one, then of the parts of ``wider`` ones that match."""
    marks = marks_of(connection, [kept.key_id for kept in (*found, *wider)], as_of)
    known = {key_id: line for key_id, of in marks.items() if (line := headline(of, as_of, audience)) is not None}
    needed = {mark.position for line in known.values() for mark in _told_of(line)}
    needed |= {mark.position for kept in wider if kept.key_id in known for mark in known[kept.key_id].course}
    entries = entries_at(connection, sorted(needed), as_of)
    stale = stale_streams(connection, as_of.position)
    rows = [
        _row(kept, known[kept.key_id], entries, as_of, stale=kept.key_id in stale)
        for kept in found
        if kept.key_id in known
    ]
    for kept in wider:
        if kept.key_id in known:
            whole = _row(kept, known[kept.key_id], entries, as_of, stale=kept.key_id in stale)
            course = [entries[mark.position] for mark in known[kept.key_id].course]
            rows += [_part_row(whole, part, course) for part in _parts(whole.count.breakdown, wanted, kept)]
    return rows


def _told_of(line: Headline) -> list[Mark]:
    return [line.change, *([line.previous] if line.previous else []), *line.run, *line.rivals]


def _row(kept: KeptKey, line: Headline, entries: dict[int, TollEntry], as_of: AsOf, *, stale: bool) -> TollRow:
    value, change = entries[line.value.position], entries[line.change.position]
    given = (entries[mark.position].count.breakdown for mark in (line.value, *line.run))
    breakdown = next((parts for parts in given if parts), ())
    return TollRow(
        key_id=kept.key_id,
        key=kept.key,
        counted_to=value.counted_to,
        count=value.count.model_copy(update={"breakdown": breakdown}),
        status=value.status,
        stated_at=moment(value.stated_at),
        recorded_at=moment(value.recorded_at),
        position=as_of.position,
        previous=_figure(entries[line.previous.position]) if line.previous else None,
        reasons=change.reasons,
        unexplained=change.unexplained,
        entry_position=value.position,
        change_position=change.position,
        version=value.version,
        report_id=value.report_id,
        place_inferred=kept.place_inferred,
        also_stated=tuple(entries[mark.position].count for mark in line.rivals if not _explained(mark, line, entries)),
        of_which=False,
        stale=stale,
    )


def _explained(rival: Mark, line: Headline, entries: dict[int, TollEntry]) -> bool:
    """Whether the later of two numbers for one day says why it is another."""
    later = max(rival, line.value, key=lambda mark: mark.position)
    return gives_reason(entries[later.position].reasons)


def _figure(entry: TollEntry, count: Count | None = None) -> Figure:
    return Figure(entry.counted_to, count or entry.count, moment(entry.stated_at), entry.position)


def _wider(connection: Connection, wanted: KeyFilter, as_of: AsOf, found: set[str]) -> list[KeptKey]:
    """Keys that match but for the group, in whose breakdown it may stand."""
    group = wanted.parts.get("group")
    if group is None or wanted.key_id is not None or folded(group) == "all":
        return []
    others = {part: value for part, value in wanted.parts.items() if part not in ("group", "affiliation")}
    return [
        kept for kept in keys(connection, replace(wanted, parts=others), as_of.position) if kept.key_id not in found
    ]


def _parts(breakdown: tuple[GroupCount, ...], wanted: KeyFilter, kept: KeptKey) -> list[GroupCount]:
    affiliation = wanted.parts.get("affiliation")
    return [
        part
        for part in breakdown
        if folded(part.group) == folded(wanted.parts["group"])
        and (affiliation is None or _is(part.affiliation or kept.key.affiliation, affiliation, wanted.actors))
    ]


def _is(given: str | None, wanted: str, actors: Actors) -> bool:
    if wanted == NOT_GIVEN:
        return given is None
    return given is not None and folded(given) in affiliations(wanted, actors)


def _part_row(whole: TollRow, part: GroupCount, course: list[TollEntry]) -> TollRow:
    """A part as a row of its own; its previous figure is the last other one that the toll gave for the part."""
    affiliation = part.affiliation or whole.key.affiliation
    previous = None
    for entry in reversed(course):
        before = next((it for it in entry.count.breakdown if _same_part(it, part)), None)
        if before is not None and _count(before) != _count(part):
            previous = _figure(entry, _count(before))
            break
    return replace(
        whole,
        key=whole.key.model_copy(update={"group": part.group, "affiliation": affiliation}),
        count=_count(part),
        previous=previous,
        also_stated=(),
        of_which=True,
    )


def _same_part(one: GroupCount, other: GroupCount) -> bool:
    return (folded(one.group), one.affiliation) == (folded(other.group), other.affiliation)


def _count(part: GroupCount) -> Count:
    return Count.model_construct(low=part.low, high=part.high, qualifier=part.qualifier)


def known_keys(connection: Connection, wanted: KeyFilter, as_of: AsOf, audience: Audience) -> list[KeptKey]:
    """Keys that match, of which something was said by the moment that this audience is told."""
    found = keys(connection, wanted, as_of.position)
    if audience is Audience.MEMBERS and as_of.stated_until is None:
        return found
    said = marks_of(connection, [kept.key_id for kept in found], as_of)
    return [kept for kept in found if _told(said.get(kept.key_id, []), audience)]


def _told(said: Sequence[TollEntry | Mark], audience: Audience) -> bool:
    return any(not entry.withdrawn and (audience is Audience.MEMBERS or entry.shown(audience)) for entry in said)


def history_rows(connection: Connection, key_id: str, as_of: AsOf, audience: Audience) -> list[HistoryRow]:
    """Every value of a toll; where a moment was asked for, the one of each counted day as known then.

    Raises ``NoSuchStream`` for a toll that was not open by then, or of which this audience is told nothing.
    """
    if not keys(connection, KeyFilter(key_id=key_id), as_of.position):
        raise NoSuchStream(f"toll {key_id}")
    rows = histories_of(connection, [key_id], as_of, audience).get(key_id)
    if rows is None:
        raise NoSuchStream(f"toll {key_id}")
    return rows


def histories_of(
    connection: Connection, key_ids: list[str], as_of: AsOf, audience: Audience
) -> dict[str, list[HistoryRow]]:
    """The history of each of these tolls of which this audience is told something."""
    whenever = as_of.model_copy(update={"stated_until": None})
    said = entries_of(connection, key_ids, whenever)
    stale = stale_streams(connection, as_of.position)
    found = {}
    for key_id in key_ids:
        entries = said.get(key_id, [])
        if audience is Audience.MEMBERS or _told(entries, audience):
            entries = [entry for entry in entries if entry.stated_at <= as_of.stated_micros]
            known = spans(entries, as_of, audience)
            wanted = [span for span in known if not as_of.asked or span.end is None]
            found[key_id] = [history_row(span, as_of, stale=key_id in stale) for span in wanted]
    return found


def history_row(span: Span, as_of: AsOf, *, stale: bool) -> HistoryRow:
    value = span.value
    reports = dict.fromkeys(said.report_id for said in span.said if said.report_id)
    return HistoryRow(
        key_id=value.key_id,
        counted_to=value.counted_to,
        count=span.count,
        known_from=moment(span.start.at),
        known_until=moment(span.end.at) if span.end else None,
        from_position=span.start.position,
        until_position=span.end.position if span.end else None,
        reasons=span.first.reasons,
        unexplained=span.first.unexplained,
        status=value.status,
        withdrawn=span.withdrawal is not None,
        withdrawal_reasons=span.withdrawal.reasons if span.withdrawal else (),
        position=as_of.position,
        version=value.version,
        entry_kind=span.first.event_kind,
        stated_at=moment(value.stated_at),
        recorded_at=moment(value.recorded_at),
        report_ids=tuple(reports),
        stale=stale,
    )
