"""Reasons that stand in another sentence than the toll: "Four people were found alive. The toll is now 58."."""

from __future__ import annotations

from dataclasses import replace

from ledger.domain.values import Reason
from ledger.intake.drafts import DraftKind
from ledger.intake.event.circumstances import set_place
from ledger.intake.page import Page, Scene
from ledger.intake.sketches import Sketch
from ledger.intake.toll.moves import Move

_REACH = 2  # sentences


def with_carried(page: Page, move: Move) -> Move:
    """The move with the reasons that the sentences just before gave without a toll."""
    if not page.open_reasons or page.sentence - page.open_since > _REACH:
        return move
    return replace(move, carried=page.open_reasons)


def carry_reasons(scene: Scene) -> None:
    """Give a sentence's reasons to the toll stated right before, else keep them for the one that follows."""
    page = scene.page
    own = replace(scene.move, carried=())
    if not own.is_correction:
        return
    reasons = own.coded(0)
    if all(reason.amount is None for reason in reasons):
        return
    before = page.sketches[-1] if page.sketches else None
    if before and _counts_dead(before) and before.sentence == page.sentence - 1:
        known = {reason.code for reason in before.reasons if reason.amount is not None}
        added = tuple(reason for reason in reasons if reason.code not in known)
        before.reasons = (*(r for r in before.reasons if r.code not in {a.code for a in added}), *added)
        before.flags.append("updates_earlier_toll")
        return
    page.open_reasons, page.open_since = reasons, page.sentence
    sketch = _without_total(scene, reasons)
    page.last_place = sketch.place or page.last_place


def _counts_dead(sketch: Sketch) -> bool:
    """Whether the draft is a toll that such reasons can move: one of injured alone is none."""
    return sketch.kind is DraftKind.TOLL_STATED and (sketch.killed is not None or sketch.injured is None)


def _without_total(scene: Scene, reasons: tuple[Reason, ...]) -> Sketch:
    """A claim to note: the reason is known, the new total is not. A toll that follows takes its place."""
    page, tokens = scene.page, scene.sentence.tokens
    _, start, end = page.words(scene.sentence, 0, len(tokens))
    sketch = Sketch(DraftKind.OTHER, start, end, page.sentence, "reason without a total", scene.sentence.is_headline)
    sketch.reasons = reasons
    sketch.previous = scene.move.previous.low if scene.move.previous else None
    sketch.flags += ["updates_earlier_toll", "total_not_given"]
    set_place(scene, sketch, 0, len(tokens))
    page.sketches.append(sketch)
    return sketch


def take_open_reasons(page: Page) -> None:
    """A toll has been stated: the claim that waited for it is told with it."""
    page.open_reasons = ()
    page.sketches[:] = [sketch for sketch in page.sketches if "total_not_given" not in sketch.flags]
