"""A figure "over a period": a toll where its period is named near it, and no event told with place and weapon."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ledger.domain.values import Precision, Quantifier
from ledger.intake.count.figures import Figure
from ledger.intake.event.surroundings import Surroundings
from ledger.intake.text.clauses import Sentence
from ledger.intake.text.units import Unit
from ledger.intake.time.moment import Moment
from ledger.intake.toll.frames import TollFrame
from ledger.intake.toll.onsets import runs_on
from ledger.names import word_set

_BRIEF = 20  # tokens

if TYPE_CHECKING:
    from ledger.intake.page import Scene

_WARS = word_set("war wars conflict الحرب حرب نزاع صراع")
_GOES_ON = word_set("and و")
_ONE = word_set("a an another single")
_MANY = word_set("airstrikes strikes raids attacks bombs bombings rockets shells missiles shelling")
_THEN = word_set("; and و while")
_BEFORE_FRONT = word_set(", ; but and that while yet")


def is_toll(scene: Scene, frame: TollFrame) -> bool:
    """Whether the frame states a toll: not where its figure is the dead of an event told with its place."""
    if of_whole_war(scene.sentence, frame.figure):
        return False
    if frame.rule == "documented" and _counted_there(scene, frame):
        return False
    if frame.rule != "over a period":
        return True
    return _window_near(scene, frame) and not _concrete(scene, frame)


def of_whole_war(sentence: Sentence, figure: Figure) -> bool:
    """ "The war has killed tens of thousands": what everybody knows of a war, with no number and no window."""
    if figure.qualifier is not Quantifier.THOUSANDS or figure.low is not None:
        return False
    return any(set(token.forms) & _WARS for token in sentence.tokens)


def _window_near(scene: Scene, frame: TollFrame) -> bool:
    """Whether the period is named in the figure's own unit, or heads the sentence."""
    unit = next((u for u in scene.parts if u.first <= frame.figure.at < u.last), None)
    if unit is None or scene.sentence.has("cumulative_cue", first=unit.first, last=unit.last):
        return True
    for before in scene.parts:  # "In May, warplanes hit X and killed 3": the day of an event, not a period
        around = Surroundings(scene.sentence, before.first, before.last, scene.mains, scene.places)
        if before.last <= frame.figure.at and around.named("hit", "air_means") and around.placed:
            return False
    if unit.opener in ("after", "following") and not scene.moments_in(unit.first, unit.last):
        return False  # "calm since midnight, after shelling that killed 7": the time is that of the calm
    head = scene.sentence.tokens[min(11, len(scene.sentence.tokens) - 1)].start
    start = scene.sentence.tokens[frame.figure.first].start  # "since 29 April, when …, more than 350 were killed"
    near = [*scene.moments_in(unit.first, unit.last), *(m for m in scene.moments if m.start < head)]
    near += [m for m in scene.moments if m.is_since and m.start < start and _is_fronted(scene, m)]
    near += _of_injured(scene, frame, unit)
    return any(
        (runs_on(scene, moment) or moment.is_window) and not _of_relative(scene, frame, moment) for moment in near
    )


def _of_injured(scene: Scene, frame: TollFrame, unit: Unit) -> list[Moment]:
    """ "Killed 15 people, four children among them, and injured 398 in July": the time told last is that of both."""
    following = next((other for other in scene.parts if other.first >= unit.last), None)
    if frame.role != "killed" or following is None or following.opener not in _GOES_ON:
        return []
    hurt = next(
        (f for f in scene.frames if following.first <= f.figure.at < following.last and f.role == "injured"), None
    )
    if hurt is None:
        return []
    later = [f.first for f in scene.frames if f.figure.first > hurt.figure.first]
    return scene.moments_in(following.first, min([following.last, *later]))


def _is_fronted(scene: Scene, moment: Moment) -> bool:
    """Whether the time opens its clause: "…, but since 29 April, when …,"."""
    before = next((token for token in reversed(scene.sentence.tokens) if token.end <= moment.start), None)
    return before is None or before.text in _BEFORE_FRONT


def _of_relative(scene: Scene, frame: TollFrame, moment: Moment) -> bool:
    """ "…, which spoke of the heaviest bombardment since February": the time is that of something else."""
    between = [t.word for t in scene.sentence.tokens[frame.figure.end :] if t.start < moment.start]
    return "which" in between and "," in between


def _concrete(scene: Scene, frame: TollFrame) -> bool:
    """A total "over a period" that is one event told with its place and weapon is that event."""
    at = next((u for u in scene.parts if u.first <= frame.figure.at < u.last), None)
    told = scene.moments_in(at.first, at.last) if at else scene.moments
    on_a_day = any(not (m.is_since or m.is_window) for m in told)  # "in the same period …, on 30 July"
    runs = [m for m in scene.moments if runs_on(scene, m) or (m.same_period and not on_a_day)]
    since = [m for m in runs if not _of_relative(scene, frame, m)]
    if frame.rule != "over a period" or since:
        return False
    unit = next((u for u in scene.parts if u.first <= frame.figure.at < u.last), None)
    if unit is None:
        return False
    around = Surroundings(scene.sentence, unit.first, unit.main, scene.mains, scene.places)
    armed = bool(around.named("air_means", "ground_means", "blast_means"))
    return (
        (bool(around.named("hit")) and around.placed and armed)
        or _told_so_far(scene, frame)
        or _on_a_day(scene, around)
        or _is_one_attack(scene, around, bool(since))
        or _happened_then(scene, around)
        or _is_of_one_event(scene, unit.last)
    )


def _on_a_day(scene: Scene, around: Surroundings) -> bool:
    """ "In the same period two were killed in an attack in X on 4 February": one attack, though a period heads it."""
    days = [m for m in scene.moments_in(around.first, around.last) if m.precision is Precision.DAY and not m.is_since]
    return bool(days) and around.placed and bool(around.named("attack", "shot"))


def _is_one_attack(scene: Scene, around: Surroundings, counts_on: bool) -> bool:
    """ "A car bomb killed 3 people in Nawa last month": one attack, whose day is not told."""
    if counts_on or not around.placed or scene.sentence.has("cumulative_cue"):
        return False
    arms = around.named("blast_means", "air_means", "ground_means", "bombing", "attack")
    led = {scene.sentence.tokens[max(around.first, tag.first - n)].word for tag in arms for n in (1, 2)}
    many = any(scene.sentence.tokens[tag.last - 1].word in _MANY for tag in arms)
    return "twin" in led or (bool(led & _ONE) and not many)


def _happened_then(scene: Scene, around: Surroundings) -> bool:
    """ "Clashes between X and Y in Nawa last month killed 12": words that may date an event, and count no period."""
    windows = [m for m in scene.moments if m.is_window or m.is_since]
    loose = all(scene.page.text.lower[m.start : m.end].startswith("last ") for m in windows)
    events = around.named("clash", "hit", "bombing", "attack", "air_means", "ground_means", "blast_means")
    return bool(windows) and loose and around.placed and bool(events)


def _told_so_far(scene: Scene, frame: TollFrame) -> bool:
    """ "Explosion in Nawa, 3 dead so far": the dead of the event at the head of the message, who may become more."""
    sentence = scene.sentence
    if any(m.is_since or m.is_window for m in scene.moments) or sentence.has("counted", "document", "rise"):
        return False
    if sentence.has("killed_before", "injured_before", first=max(0, frame.figure.first - 3), last=frame.figure.first):
        return False  # "the shelling of Nawa has killed 62 so far"
    head = Surroundings(sentence, 0, frame.figure.first, scene.mains, scene.places)
    armed = bool(head.named("air_means", "ground_means", "blast_means", "bombing"))
    return armed and head.placed and len(sentence.tokens) <= _BRIEF


def _is_of_one_event(scene: Scene, end: int) -> bool:
    """ "18 people have so far been found dead after a truck bomb went off at noon in Nawa": the dead of that."""
    following = next((u for u in scene.parts if u.first >= end), None)
    windows = [m for m in scene.moments if m.is_window and not m.same_period]
    if following is None or following.opener not in ("after", "when") or windows:
        return False
    around = Surroundings(scene.sentence, following.first, following.last, scene.mains, scene.places)
    return around.placed and bool(around.named("hit", "air_means", "ground_means", "blast_means"))


def _counted_there(scene: Scene, frame: TollFrame) -> bool:
    """ "Warplanes bombed Nawa, where doctors counted 16 dead": the dead of the event just told, with no period."""
    unit = next((u for u in scene.parts if u.first <= frame.figure.at < u.last), None)
    if unit is None or scene.sentence.has("cumulative_cue", first=unit.first):
        return False
    if any(m.is_since or m.is_window for m in scene.moments_in(unit.first, unit.last)):
        return False
    before = _event_in(scene, unit, frame) or next((u for u in reversed(scene.parts) if u.last <= unit.first), None)
    if before is None or (unit.opener != "where" and before.first != unit.first and not _goes_on_about(scene, unit)):
        return False
    around = Surroundings(scene.sentence, before.first, before.last, scene.mains, scene.places)
    armed = around.named("hit", "air_means", "ground_means", "blast_means", "bombing", "attack")
    return bool(armed) and around.placed and not around.harmed


def _event_in(scene: Scene, unit: Unit, frame: TollFrame) -> Unit | None:
    """ "Shells fell on Nawa and doctors counted 12 dead", told in one breath."""
    counts = scene.sentence.named("document", first=unit.first, last=frame.figure.first)
    if not counts or not scene.sentence.has("hit", "bombing", first=unit.first, last=counts[-1].first):
        return None
    return None if scene.moments_in(counts[-1].first, unit.last) else replace(unit, last=counts[-1].first)


def _goes_on_about(scene: Scene, unit: Unit) -> bool:
    """ "Jets bombed Nawa on Monday; medics counted 12 dead": the clause names no place, and the sentence no period."""
    placed = any(unit.first <= p.first < unit.last and not (p.is_reference or p.is_described) for p in scene.places)
    periods = any(m.is_since or m.is_window for m in scene.moments)
    return unit.opener in _THEN and not placed and not periods and not scene.sentence.has("counted", first=unit.first)
