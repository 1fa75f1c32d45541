"""The free words of a form ("Notes: shelling at dawn"): they name its event, and tell what its labels do not."""

from __future__ import annotations

from collections.abc import Sequence

from ledger.domain.values import Count
from ledger.intake.drafts import DraftKind
from ledger.intake.page import Page
from ledger.intake.sketches import Sketch


def join_note(page: Page, drafted: Sequence[Sketch], before: int) -> None:
    """Join the drafts made of a note (those from ``before`` on) with the form's event where they tell of it."""
    event = next((one for one in drafted if one.kind is not DraftKind.TOLL_STATED), None)
    for note in page.sketches[before:]:
        if event is not None and _is_same(event, note):
            _join(event, note)
            page.sketches.remove(note)


def _is_same(event: Sketch, note: Sketch) -> bool:
    """An event of the same kind, or where the form names none, with no figures or place of its own; or its dead."""
    unnamed = "event_or_toll" in event.flags and note.kind not in (DraftKind.OTHER, DraftKind.TOLL_STATED)
    if not (unnamed or note.kind is event.kind or note.rule == "harm alone"):
        return False
    elsewhere = note.place_given and note.place and event.place and note.place.id != event.place.id
    told = ((event.killed, note.killed), (event.injured, note.injured), (event.affected, note.affected))
    return not elsewhere and all(_agrees(mine, theirs) for mine, theirs in told)


def _agrees(mine: Count | None, theirs: Count | None) -> bool:
    if theirs is None or theirs.states_nothing:
        return True
    return mine is not None and mine.same_figure(theirs)


def _join(event: Sketch, note: Sketch) -> None:
    if "event_or_toll" in event.flags and note.rule != "harm alone":
        event.kind = note.kind
        event.flags.remove("event_or_toll")
    event.actor, event.means = event.actor or note.actor, event.means or note.means
    event.occurred, event.objects = event.occurred or note.occurred, event.objects or note.objects
    for harm in ("killed", "injured"):
        mine: Count | None = getattr(event, harm)
        theirs: Count | None = getattr(note, harm)
        if mine and theirs and theirs.breakdown and not mine.breakdown:
            setattr(event, harm, theirs)
