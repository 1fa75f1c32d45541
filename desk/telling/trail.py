"""Entries, corrections, differences and steps in words; people by role only."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime

from pydantic import JsonValue

from desk.telling.answers import why_words
from desk.telling.words import bound_words, count_words, harm_word, moment_words, reasons_words, signed
from desk.things import thing_words
from ledger.domain.values import Quantifier
from projections.changes import ChangeRow
from projections.differences import Difference
from projections.entries import Entry
from projections.queue_rows import WHY, QueueItem
from projections.steps import Step


def figure_words(line: JsonValue) -> str:
    """A count as it stands in a JSON line; anything else by its parts."""
    if not isinstance(line, Mapping):
        return "nothing"
    if "low" in line:
        low, high, qualifier = line.get("low"), line.get("high"), line.get("qualifier")
        return bound_words(
            low if isinstance(low, int) else None,
            high if isinstance(high, int) else None,
            Quantifier(qualifier) if isinstance(qualifier, str) else None,
        )
    if "killed" in line:
        told = [f"{figure_words(line[harm])} {harm}" for harm in ("killed", "injured", "affected") if line.get(harm)]
        return ", ".join([*told, *([f"repeats {line['origin']}"] if line.get("origin") else [])])
    return ", ".join(
        f"{part.replace('_', ' ')} {_plain(value)}" for part, value in line.items() if value not in (None, [], {})
    )


def _plain(value: JsonValue) -> str:
    if isinstance(value, Mapping):
        if "low" in value or "killed" in value:
            return figure_words(value)
        return "/".join(str(part) for part in value.values() if part is not None)
    if isinstance(value, list):
        return ", ".join(_plain(part) for part in value)
    return str(value)


def role_words(role: str) -> str:
    """Somebody by their role, with the article it takes."""
    return f"an {role}" if role[0] in "aeiou" else f"a {role}"


def entry_lines(entry: Entry) -> Iterator[str]:
    """One entry: where and when it was recorded, what it says, by whom."""
    kind = entry.kind.replace("_", " ")
    yield f"@{entry.position} {_time(entry.recorded_at)}  {kind} by {role_words(entry.who)} ({entry.entry_id})"
    said = entry.said
    if said.old is not None and said.new is not None:
        yield f"    {figure_words(said.old)} → {figure_words(said.new)}"
    elif said.new is not None and figure_words(said.new):
        yield f"    {figure_words(said.new)}"
    details = []
    if said.counted_to:
        details.append(f"counted to {said.counted_to.isoformat()}")
    if said.stated:
        details.append(f"{said.stated.source} stated it {moment_words(said.stated.stated_at)}")
    if said.reasons or said.unexplained:
        details.append(why_words(reasons_words(said.reasons), said.unexplained))
    if said.refers_to:
        details.append("about " + ", ".join(_named(entry, it) for it in said.refers_to))
    if entry.report_id:
        details.append(f"report {entry.report_id}")
    if said.status:
        details.append(said.status.replace("_", " "))
    details.append(f"code book {entry.codebook}")
    yield "    " + "; ".join(details)


def _named(entry: Entry, other: int | str) -> str:
    return f"{entry.stream_id}/{other}" if isinstance(other, int) else other


def change_words(row: ChangeRow) -> str:
    """One correction on one line."""
    day = f" for {row.counted_to.isoformat()}" if row.counted_to else ""
    moved = f"{figure_words(row.old)} → {figure_words(row.new)}"
    if row.old is None:  # not a figure that moved, but what became of an incident
        moved = figure_words(row.new) if row.new is not None else row.kind.replace("_", " ")
    why = why_words(reasons_words(row.reasons), row.unexplained)
    who = role_words(row.who) + (f", reported by {role_words(row.reporter)}" if row.reporter else "")
    return f"@{row.position} {_time(row.recorded_at)}  {row.entry_id}{day}: {moved}; {why}; {row.outcome} by {who}"


def difference_words(it: Difference) -> str:
    """One thing that two moments put differently, on one line."""
    first, second = it.positions
    reasons = it.why.get("reasons")
    why = ""
    if isinstance(reasons, list) and reasons:
        words = [str(reason.get("code")).replace("_", " ") for reason in reasons if isinstance(reason, Mapping)]
        why = f" ({', '.join(words)})"
    return f"{it.what} {it.id} {it.change}: @{first} {_side(it.old)} → @{second} {_side(it.new)}{why}"


def _side(line: Mapping[str, JsonValue] | None) -> str:
    if line is None:
        return "not known"
    if "low" in line:
        return f"{figure_words(dict(line))} counted to {line.get('counted_to')}, {line.get('status')}"
    return f"{str(line.get('kind')).replace('_', ' ')}, {line.get('status')}"


def step_lines(step: Step) -> Iterator[str]:
    """One entry of a toll: what was known of its day before and after, why, who by role."""
    entry = step.entry
    yield f"@{entry.position} {_time(entry.recorded_at)}  {entry.kind.replace('_', ' ')} by {role_words(entry.who)}"
    moved = []
    if step.counted_to:
        moved.append(step.counted_to.isoformat())
    old, new = (count_words(known) if known else "not known" for known in (step.old, step.new))
    if entry.said.status == "waiting":
        asked = f", {figure_words(entry.said.new)} is asked for" if entry.said.new else ""
        moved.append(f"{old} stands{asked}")
    elif step.old is not None or step.new is not None:
        moved.append(f"{old} → {new}")
    if entry.said.reasons or entry.said.unexplained:
        moved.append(why_words(reasons_words(entry.said.reasons), entry.said.unexplained))
    if moved:
        yield "    " + "; ".join(moved)


def queue_words(item: QueueItem, now: datetime) -> str:
    """One thing that waits, on one line."""
    what = item.waits
    if item.old is not None and item.new is not None:
        what += f" {item.old.in_short} → {item.new.in_short}"
    elif item.new is not None:
        what += f" {count_words(item.new)}"
    if item.key is not None:
        place = item.key.place
        lost = "" if item.key.harm.of_people else f"{thing_words(item.key.group)} "
        what += f", {lost}{harm_word(item.key.harm)}" + (f", {place.text or place.id}" if place else "")
    if item.about:
        what += f": {_incident_words(item.about)}"
        if item.waits == "statement":
            repeats = f", which repeats {item.about['repeats']}" if item.about.get("repeats") else ""
            what += f", as {item.about.get('source')} says{repeats}"
    why = f" ({why_words(reasons_words(item.reasons), item.unexplained)})" if item.reasons else ""
    why += f"; {_listed_words(item)}"
    done = f", {item.outcome}" if item.outcome else ""
    return (
        f"{item.item_id}  {what}{why}; {age_words(item.recorded_at, now)}, {item.agreed} of {item.needed} agreed{done}"
    )


def _listed_words(item: QueueItem) -> str:
    """Why it is listed, with the numbers that do not agree."""
    figure = item.new.measure if item.new else None
    if figure is None or item.moved is None or item.why not in ("daily_differs", "published_fall"):
        return WHY[item.why]
    moved = f"{figure - item.moved:,} → {figure:,}"
    if item.why == "published_fall":
        return f"{WHY[item.why]}, {moved}"
    daily = f"its publisher's count of the day is {item.daily:,}"
    return f"{daily}, and the running count moved by {signed(item.moved)}, {moved}"


def _incident_words(about: Mapping[str, JsonValue]) -> str:
    """An incident in short: what, where, when, by whom, to how many, and what is asked of its figures."""
    place, party, occurred = about.get("place"), about.get("perpetrator"), about.get("occurred")
    told = [str(about.get("kind")).removesuffix("_reported").replace("_", " ")]
    told += [str(it.get("text") or it.get("id")) for it in (place,) if isinstance(it, Mapping)]
    if isinstance(occurred, Mapping) and occurred.get("end"):
        told.append(str(occurred["end"]))
    told += [f"by {it.get('text') or it.get('id')}" for it in (party,) if isinstance(it, Mapping)]
    harm, asked = figure_words(about.get("casualties")), about.get("asked")
    told += [harm] if harm else []
    told += [f"asked: {figure_words(asked)}"] if isinstance(asked, Mapping) else []
    return ", ".join(told)


def age_words(since: datetime, now: datetime) -> str:
    """How long something has waited, in its largest unit."""
    minutes = max(0, int((now - since).total_seconds() // 60))
    if minutes < 60:
        return f"{minutes} min"
    if minutes < 48 * 60:
        return f"{minutes // 60} h"
    return f"{minutes // (24 * 60)} days"


def _time(moment: datetime) -> str:
    return f"{moment:%Y-%m-%d %H:%M}"
