"""Drafts in words, for a person who is to confirm them."""

from __future__ import annotations

from collections.abc import Iterator

from desk.prepared import Prepared, PreparedDraft
from desk.telling.answers import difference_words, key_words
from desk.telling.words import casualties_words, count_words, day_words, reasons_words
from ledger.actors import Actors
from ledger.domain import events
from ledger.gazetteer import Gazetteer
from ledger.intake.drafts import Draft, DraftKind, Phrase, Reading

_LONGEST_QUOTE = 300
_KIND_WORDS = {DraftKind.TOLL_STATED: "toll", DraftKind.CONTROL_CHANGE: "change of control", DraftKind.OTHER: "claim"}


def draft_lines(found: Reading) -> Iterator[str]:
    """All drafts of a reading, each as a block of lines."""
    for draft in found.drafts:
        yield from lines_of(draft)


def lines_of(draft: Draft) -> Iterator[str]:
    """One draft: what, where, when, who, how many, and the words it was read from."""
    yield f"{draft.number:>3}  {kind_words(draft.kind)}{_certainty(draft)}"
    for label, words in _facts(draft):
        yield f"     {label:<10} {words}"
    quote = " ".join(draft.quote.split())
    yield f"     {'words':<10} “{quote[:_LONGEST_QUOTE]}{'…' if len(quote) > _LONGEST_QUOTE else ''}”"


def brief_words(draft: Draft) -> str:
    """A draft on one line: what, where, to how many."""
    place = f", {draft.place.text}" if draft.place else ""
    harmed = (("killed", draft.killed), ("injured", draft.injured), ("affected", draft.affected))
    harm = ", ".join(f"{count_words(count)} {word}" for word, count in harmed if count is not None)
    whose = f" of {draft.affiliation}" if draft.affiliation else ""
    who = f", {draft.group}{whose}" if draft.group != "all" else ""
    return f"{kind_words(draft.kind)}{who}{place}{f': {harm}' if harm else ''}"


def kind_words(kind: DraftKind) -> str:
    return _KIND_WORDS.get(kind, kind.value.replace("_", " "))


def prepared_lines(prepared: Prepared, gazetteer: Gazetteer, actors: Actors) -> Iterator[str]:
    """All drafts of a prepared report, each with what recording it would do, and the tolls to choose between."""
    for it in prepared.drafts:
        yield from lines_of(it.draft)
        for words in _effects(it):
            yield f"     {'→':<10} {words}"
        yield from _offers(it, gazetteer, actors)


def _offers(it: PreparedDraft, gazetteer: Gazetteer, actors: Actors) -> Iterator[str]:
    """The tolls that may be meant, numbered, each with what differs; a new one is the last."""
    if not it.is_undecided:
        return
    number, said = it.draft.number, "which toll is it? answer with one of these:"
    yield f"     {'?':<10} {said}"
    for at, near in enumerate(it.near, 1):
        stands = f"stands at {count_words(near.current)}" if near.current else "has no figure"
        what = key_words(near.kept, gazetteer, actors)
        yield f"     {'':<10} {number}={at}  {near.kept.id}  {what}; {stands}"
        yield f"     {'':<10}      {difference_words(near, gazetteer, actors)}"
    yield f"     {'':<10} {number}={len(it.near) + 1}  a new toll"


def _certainty(draft: Draft) -> str:
    return "" if draft.certainty.value in ("asserted", "reported") else f" ({draft.certainty.value})"


def _facts(draft: Draft) -> Iterator[tuple[str, str]]:
    if draft.place:
        yield "place", _phrase(draft.place)
    when = _when(draft)
    if when:
        yield "when", when
    if draft.actor:
        yield "by", _phrase(draft.actor)
    if draft.target:
        yield "against", _phrase(draft.target)
    if draft.means:
        yield "with", draft.means.text
    for label, count in (("killed", draft.killed), ("injured", draft.injured), ("affected", draft.affected)):
        if count is not None:
            yield label, count_words(count)
    if draft.group != "all":
        yield "group", draft.group + (f", {draft.affiliation}" if draft.affiliation else "")
    if draft.cause:
        yield "cause", draft.cause
    if draft.attribution:
        yield "says who", draft.attribution
    if draft.reasons:
        yield "because", reasons_words(draft.reasons)
    if draft.flags:
        yield "note", ", ".join(flag.replace("_", " ") for flag in draft.flags)


def _phrase(phrase: Phrase) -> str:
    if phrase.candidates:
        return f"{phrase.text} (one of: {', '.join(phrase.candidates)})"
    return f"{phrase.text} [{phrase.id}]" if phrase.id else f"{phrase.text} (not in the list)"


def _when(draft: Draft) -> str:
    if draft.kind is DraftKind.TOLL_STATED:
        since = f"since {day_words(draft.period_start)}" if draft.period_start else ""
        until = f"counted to {day_words(draft.counted_to)}" if draft.counted_to else ""
        return ", ".join(part for part in (since, until) if part)
    occurred = draft.occurred
    if occurred is None or not (occurred.start or occurred.end):
        return ""
    start, end = occurred.start or occurred.end, occurred.end or occurred.start
    if start == end:
        return day_words(start)
    return f"{day_words(start)} to {day_words(end)}"


def _effects(it: PreparedDraft) -> Iterator[str]:
    if it.refusal is not None and not (it.is_undecided and it.choices):
        yield f"refused: {it.refusal}"
        return
    if it.continues:
        yield f"continues {it.continues}"
    if it.is_undecided:
        return
    if it.beside:
        yield f"a new toll beside {', '.join(it.beside)}, which {_has(it.beside)} another cause, side or window"
    if it.again:
        yield "recorded before; nothing is added"
        return
    if not it.events:
        yield "known already; nothing is added"
    for event in it.events:
        words = event_words(event)
        if words:
            yield words


def _has(ids: tuple[str, ...]) -> str:
    return "has" if len(ids) == 1 else "have"


def event_words(event: events.Event) -> str:
    """What an event does, in words; empty where there is nothing to say."""
    match event:
        case events.TollOpened():
            return "opens a toll"
        case events.TollStated():
            return f"states {count_words(event.count)}"
        case events.TollRestated():
            return f"cites one more report for {count_words(event.count)}"
        case events.TollRevised():
            return f"revises {event.old.in_short} to {event.new.in_short}"
        case events.TollRevisionProposed():
            needed = "one reviewer" if event.needed == 1 else f"{event.needed} reviewers"
            return f"a fall, {event.old.in_short} to {event.new.in_short}: waits for {needed} who did not report it"
        case events.ClaimNoted():
            return "noted as a claim, no incident: its figures are not counted"
        case events.IncidentReported():
            harm = casualties_words(event.casualties)
            return "records an incident" + (f": {harm}" if harm else "")
        case _:
            return ""
