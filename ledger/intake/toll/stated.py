"""A stated toll entered on the page: a draft of its own, or the injured of the toll or event told before."""

from __future__ import annotations

from ledger.intake.drafts import DraftKind
from ledger.intake.event.aftermath import only_toll, told_before
from ledger.intake.event.circumstances import set_place
from ledger.intake.event.stance import attribution_of, certainty_of, told_with
from ledger.intake.page import Scene
from ledger.intake.sketches import Sketch
from ledger.intake.text.clauses import trimmed
from ledger.intake.time.toll_times import own_moments
from ledger.intake.toll.carried import take_open_reasons
from ledger.intake.toll.frames import TollFrame
from ledger.intake.toll.listed import dead_listed_above
from ledger.intake.toll.periods import set_period
from ledger.intake.toll.totals import describe_toll


def add_toll(scene: Scene, frame: TollFrame) -> None:
    """Enter the toll that the frame states."""
    page, sentence = scene.page, scene.sentence
    frame.last = max(frame.figure.end, trimmed(sentence, frame.first, frame.last))
    _, start, end = page.words(sentence, frame.first, frame.last)
    sketch = Sketch(DraftKind.TOLL_STATED, start, end, page.sentence, frame.rule, sentence.is_headline)
    earlier = next((it for it in reversed(page.told_within(0)) if it.kind is DraftKind.TOLL_STATED), None)
    listed = dead_listed_above(scene) if frame.role == "injured" and earlier is None else None
    alone = frame.role == "injured" and earlier is None and not own_moments(scene, frame)
    if alone and (frame.rule == "totals told before" or not any(not p.is_reference for p in scene.places)):
        listed = listed or only_toll(scene, told_before(scene, [frame.figure]))
    if listed is not None:
        listed.add("injured", frame.figure)
        listed.end = max(listed.end, end)
        return
    if earlier is not None and frame.role == "killed" and frame.figure.is_subset and earlier.killed is None:
        earlier.add("killed", frame.figure)  # "1250 wounded, of whom 162 died"
        earlier.end = max(earlier.end, end)
        return
    joins = frame.role == "injured" and earlier is not None and earlier.injured is None and not _is_apart(scene, frame)
    if joins and earlier is not None:
        earlier.add("injured", frame.figure)
        earlier.end = max(earlier.end, end)
        if earlier.occurred is None or earlier.occurred.text is None:
            set_period(scene, earlier, frame)
        if not earlier.place_given and any(frame.first <= p.head < frame.last for p in scene.places):
            earlier.flags = [flag for flag in earlier.flags if not flag.startswith("place_")]
            set_place(scene, earlier, frame.first, frame.last)
        return
    if page.open_reasons and frame.move.carried:
        take_open_reasons(page)
    sketch.add(frame.role, frame.figure)
    _add_injured(scene, sketch, frame)
    set_place(scene, sketch, frame.first, frame.last)
    describe_toll(scene, sketch, frame)
    sketch.certainty = certainty_of(sentence, *told_with(scene, frame), toll=True)
    sketch.attribution = attribution_of(page, sentence)
    page.sketches.append(sketch)


def _add_injured(scene: Scene, sketch: Sketch, frame: TollFrame) -> None:
    """ "4 dead and 10 wounded, the toll of …": the injured named in the same breath."""
    framed = {id(other.figure) for other in scene.frames}
    for figure in scene.mains:
        if figure.role == "injured" and id(figure) not in framed and frame.first <= figure.at < frame.last:
            sketch.add("injured", figure)
            return


def _is_apart(scene: Scene, frame: TollFrame) -> bool:
    """Whether "also" sets the injured apart from the toll before, unless they are counted "in the same period"."""
    if any(moment.same_period for moment in own_moments(scene, frame)):
        return False
    unit = next((u for u in scene.parts if u.first <= frame.figure.at < u.last), None)
    return unit is not None and unit.opener in ("also", "كما")
