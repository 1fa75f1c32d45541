"""The parts of a stated toll's key: whose dead, of what, by whom, since when; and why it moved."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from ledger.actors import actor_name
from ledger.domain.values import Harm, Precision
from ledger.intake.count.counts import IMPLAUSIBLE
from ledger.intake.count.figures import Figure
from ledger.intake.drafts import DraftKind, Occurred, Phrase
from ledger.intake.event.parties import actor_span, cause_of, means_of
from ledger.intake.people.other_harm import other_harm
from ledger.intake.people.victims import add_counted_people
from ledger.intake.time.moment import Moment
from ledger.intake.time.toll_times import day_stated, is_until, toll_moments
from ledger.intake.toll.frames import TollFrame

if TYPE_CHECKING:
    from ledger.intake.page import Scene
    from ledger.intake.sketches import Sketch

_KEY_GROUPS = frozenset(
    {"combatants", "civilians", "children", "women", "men", "medical", "press", "elderly", "refugees", "detainees"}
)


def describe_toll(scene: Scene, sketch: Sketch, frame: TollFrame) -> None:
    """Fill in the parts of the toll's key from the words that state it."""
    sentence, page = scene.sentence, scene.page
    sketch.cumulative = True
    sketch.harm = other_harm(sentence, frame) if frame.role not in ("killed", "injured") else Harm(frame.role)
    set_period(scene, sketch, frame)
    _people(scene, sketch, frame)
    sketch.cause = cause_of(sentence, frame.first, frame.last)
    means = means_of(sentence, frame.first, frame.last)
    if means:
        sketch.means = Phrase(text=page.words(sentence, means.first, means.last)[0], id=means.value)
    found = actor_span(sentence, frame.first, frame.last, scene.mains, frame.figure.at, agent_only=True)
    if found and (sketch.cause or found[0] in ("israeli-forces", "russian-forces")):
        sketch.actor = Phrase(text=page.words(sentence, found[1], found[2])[0], id=found[0])
    _inherit(scene, sketch)
    _move(sketch, frame)
    if frame.figure.low is not None and frame.figure.low > IMPLAUSIBLE:
        sketch.flags.append("implausible_number")
    if sentence.has("may_rise"):
        sketch.flags.append("toll_expected_to_rise")


def _move(sketch: Sketch, frame: TollFrame) -> None:
    """What the toll was before, why it moved, or that it was taken back."""
    move = frame.move
    if frame.moves or move.is_correction or move.reasons:
        sketch.flags.append("updates_earlier_toll")
    elif move.is_restated and not move.is_withdrawal:
        sketch.flags.append("restates_earlier_toll")
    sketch.previous = move.previous.low if move.previous else None
    sketch.reasons = move.coded(frame.moves)
    if move.is_withdrawal and not move.is_correction:
        sketch.flags.append("toll_withdrawn")
        sketch.previous, sketch.killed, sketch.injured = frame.figure.low, None, None


def _inherit(scene: Scene, sketch: Sketch) -> None:
    """ ", where it rose to N …" goes on about the executions just told: same place, cause and party."""
    before = scene.page.sketches[-1] if scene.page.sketches else None
    if before is None or before.kind is not DraftKind.EXECUTION:
        return
    if before.sentence != sketch.sentence and (sketch.cause != "execution" or before.sentence < sketch.sentence - 1):
        return
    if sketch.actor is None and sketch.cause in (None, "execution"):
        sketch.actor, sketch.cause = before.actor, "execution"
        if not sketch.place_given and before.place:
            sketch.place = before.place
            sketch.flags = [flag for flag in sketch.flags if flag != "place_not_given"] + ["place_by_reference"]


def set_period(scene: Scene, sketch: Sketch, frame: TollFrame) -> None:
    page = scene.page
    moments = toll_moments(scene, frame)
    until = next((m for m in moments if is_until(scene, m)), None) or day_stated(scene, frame.figure, moments)
    since = next((m for m in moments if begins_period(scene, m)), None)
    window = next((m for m in moments if m.is_window), None)
    point = next((m for m in moments if not (m.is_since or m.is_window)), None)
    end = (until.last if until else None) or page.published
    if since is not None:
        if since.first and since.precision is not Precision.FEW_DAYS and not _is_today(since, page.published):
            sketch.period_start = since.first
    elif (window is not None and window.same_period) or (_only_relative(moments) and _refers_back(scene, frame)):
        sketch.period_start = page.last_period
    elif window is not None:
        if "relative_date" not in window.flags:
            sketch.period_start = window.first
        end = window.last or end
    elif until is None and point is not None and point.last:
        end = point.last
    if not moments and sketch.period_start is None and scene.sentence.is_item:
        sketch.period_start = page.list_period
    until = until or next((m for m in moments if m is not since and m.last and _until_before(scene, m)), None)
    end = until.last if until else end
    if sketch.period_start:
        page.last_period = sketch.period_start
    named = since or window or until or point
    sketch.counted_to = end
    if sketch.period_start and end and sketch.period_start > end:
        sketch.flags.append("future_date")
        sketch.counted_to = end
    words = page.text.raw[slice(*page.text.span(named.start, named.end))] if named else None
    start = window.first if window and not since else sketch.period_start
    if named is not None and named in (until, point) and not named.is_since:
        start = named.first
    sketch.occurred = Occurred(
        start=_not_after(start, end), end=end, text=words, precision=named.precision if named else Precision.UNKNOWN
    )
    if named:
        sketch.flags += named.flags


def _only_relative(moments: list[Moment]) -> bool:
    return all("relative_date" in moment.flags for moment in moments)


def _refers_back(scene: Scene, frame: TollFrame) -> bool:
    """ "In these murders 78 people have died": the period is the one told with them."""
    for tag in scene.sentence.named("demonstrative", first=frame.first, last=frame.figure.first):
        if scene.sentence.has("thing", "attack", first=tag.last, last=tag.last + 2):
            return True
    return False


def _is_today(moment: Moment, published: date | None) -> bool:
    return "relative_date" in moment.flags and moment.first == published


def begins_period(scene: Scene, moment: Moment) -> bool:
    """Whether a count runs from the moment on."""
    return moment.is_since or _since_before(scene, moment)


def _since_before(scene: Scene, moment: Moment) -> bool:
    """ "Since the operation began on 24 February": the word stands some way before the date."""
    text = scene.page.text.lower[max(0, moment.start - 70) : moment.start]
    tail = text.rsplit(",", 1)[-1].rsplit(".", 1)[-1]
    return "since " in tail or "منذ " in tail


def _until_before(scene: Scene, moment: Moment) -> bool:
    """ "Since … and until yesterday evening"."""
    before = scene.page.text.lower[max(0, moment.start - 8) : moment.start]
    return before.rstrip().endswith(("until", "حتي", "لغايه"))


def _not_after(start: date | None, end: date | None) -> date | None:
    return end if start and end and start > end else start


def _people(scene: Scene, sketch: Sketch, frame: TollFrame) -> None:
    """Whose dead: fighters of one side, civilians only, or everyone."""
    figure: Figure = frame.figure
    add_counted_people(scene, sketch, figure, frame.role, frame.first, frame.last)
    if figure.group == "combatants":
        near = scene.sentence.named("actor", first=figure.at, last=figure.end + 12)
        party = figure.affiliation or (near[0].value if near else None)
        sketch.affiliation = actor_name(party, "en") if party else None
    if figure.group in _KEY_GROUPS:
        sketch.group = figure.group or "all"
