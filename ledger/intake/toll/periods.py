"""From when until when a stated toll counts: its own words, a toll told before, or the month a report is about."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from ledger.domain.values import Precision
from ledger.intake.drafts import DraftKind, Occurred
from ledger.intake.time.moment import Moment
from ledger.intake.time.toll_times import day_stated, is_until, own_moments, stands_compared, toll_moments
from ledger.intake.toll.frames import TollFrame
from ledger.intake.toll.listed import take_list_time
from ledger.intake.toll.onsets import begins_period, is_begun, until_before
from ledger.names import word_set

if TYPE_CHECKING:
    from ledger.intake.page import Page, Scene
    from ledger.intake.sketches import Sketch

_LONG = 6  # days; a window as long as that may be what a whole report is about
_THEY = word_set("they it these those this هذه تلك هي")
_STRIFE = ("war", "conflict", "revolution", "uprising", "crisis", "حرب", "ثوره", "نزاع")
_THEN = ("then", "that day", "that date", "ذلك الحين", "ذلك اليوم", "ذلك التاريخ")
_ATTACK = ("attack", "assault", "raid", "storming", "since it began", "هجوم")
_OLDER = ("revolution", "uprising", "ثوره")
_REPORTED = ("report", "review", "bulletin", "update", "تقرير", "استعراض", "المشموله")
_REPORTS = word_set(
    "bulletin report update review digest snapshot overview sitrep summary brief briefing weekly biweekly fortnightly "
    "monthly نشره تقرير موجز ملخص حصاد الاسبوعي الشهري الاسبوعيه الشهريه النشره التقرير"
)
_PRONOUN_REACH = 4  # tokens at the head of a sentence
_COUNT_REACH = 5  # tokens from a number to the end of "the number of"


@dataclass(slots=True)
class _Times:
    """The times of one toll by what they do."""

    since: Moment | None = None
    window: Moment | None = None
    until: Moment | None = None
    point: Moment | None = None

    @property
    def named(self) -> Moment | None:
        return self.since or self.window or self.until or self.point


def set_period(scene: Scene, sketch: Sketch, frame: TollFrame) -> None:
    """Give the toll its first and last day, and the words that say so."""
    page, frame = scene.page, _told_with(scene, frame)
    if not toll_moments(scene, frame) and take_list_time(scene, sketch):
        return
    before = _toll_before(scene, sketch, frame)
    goes_on = before is not None and frame.role == "killed" and not own_moments(scene, frame)
    if before is not None and before.period_start and goes_on:
        take_over(sketch, before)
        return
    moments = toll_moments(scene, frame)
    times = _sorted(scene, frame, moments)
    sketch.period_start, end = _bounds(scene, frame, times, moments)
    until = times.until or next(
        (m for m in moments if m is not times.since and m.last and until_before(scene, m)), None
    )
    end = until.last if until else end
    if sketch.period_start:
        if times.since or times.window is None or not times.window.same_period:
            page.period_is_exact = times.since is None or "period_start_approx" not in times.since.flags
        page.last_period = sketch.period_start
        page.last_until = end if end != page.published else None
    sketch.counted_to = end
    if sketch.period_start and end and sketch.period_start > end:
        sketch.flags.append("future_date")
    _occurred(scene, sketch, times, end)


def _told_with(scene: Scene, frame: TollFrame) -> TollFrame:
    """The last of "84 rebels, 45 soldiers and 12 civilians were killed since …": what it says is said of them all."""
    for other in scene.frames:
        gap = scene.sentence.tokens[frame.figure.end : other.figure.first]
        joined = other.figure.first > frame.figure.first and {token.text for token in gap} <= {",", "and"}
        if joined and gap and frame.rule == other.rule and not own_moments(scene, frame):
            frame = other
    return frame


def _sorted(scene: Scene, frame: TollFrame, moments: list[Moment]) -> _Times:
    since = next((m for m in moments if is_begun(scene, m) or (not _is_range(m) and begins_period(scene, m))), None)
    others = [m for m in moments if m is not since]
    return _Times(
        since=since,
        window=next(iter(sorted((m for m in moments if m.is_window), key=lambda m: m.same_period)), None),
        until=next((m for m in others if is_until(scene, m)), None) or day_stated(scene, frame.figure, others),
        point=_point(scene, frame, [m for m in moments if not (m.is_since or m.is_window)]),
    )


def _point(scene: Scene, frame: TollFrame, days: list[Moment]) -> Moment | None:
    """The day of what is counted: "three bodies were found overnight, taking to 19 the dead of an attack on Friday"."""
    after = scene.sentence.tokens[frame.figure.last - 1].end
    counted = scene.sentence.has("counted", first=frame.figure.last, last=frame.figure.end + _COUNT_REACH)
    behind = [m for m in days if m.start >= after] if counted else []
    return next(iter(behind or days), None)


def _is_range(moment: Moment) -> bool:
    """ "From 29 June until 29 October": both ends are told."""
    return moment.is_window and moment.precision is Precision.FEW_DAYS


def _bounds(scene: Scene, frame: TollFrame, times: _Times, moments: list[Moment]) -> tuple[date | None, date | None]:
    """First and last day of the count; ``None`` for a first day that nothing tells."""
    page, since, window = scene.page, times.since, times.window
    end = (times.until.last if times.until else None) or page.published
    if since is not None:
        exact = since.precision is not Precision.FEW_DAYS or is_begun(scene, since)  # "launched on the night of 19–20"
        told = since.first and exact and not _is_today(since, page.published)
        return (since.first if told else None), end
    if window is not None and window.same_period:
        named = scene.page.text.lower[window.start : window.end]
        if any(word in named for word in _THEN):
            return _day_before(scene, window) or page.last_period, end
        if page.window and any(word in named for word in _REPORTED):
            return page.window
        if page.last_period is None and any(word in named for word in _ATTACK):
            return page.attack_day, end
        return (page.last_period if _may_be(page, named) else None), page.last_until or end
    if page.last_period and _only_relative(moments) and _refers_back(scene, frame):
        return page.last_period, end
    if window is not None:
        return (window.first if "relative_date" not in window.flags else None), window.last or end
    if times.until is None and times.point is not None and times.point.last:
        return None, times.point.last
    if not moments and scene.sentence.is_item and page.list_period:
        return page.list_period, end
    if not moments and page.window and not scene.sentence.is_headline:
        return page.window
    return None, end


def _day_before(scene: Scene, window: Moment) -> date | None:
    """The day that "since then" speaks of: the one named last before it."""
    days = [m.first for m in scene.moments if m.start < window.start and is_named_day(m)]
    return days[-1] if days else scene.page.named_day


def is_named_day(moment: Moment) -> bool:
    return moment.precision is Precision.DAY and "relative_date" not in moment.flags and moment.first is not None


def _may_be(page: Page, named: str) -> bool:
    """Whether "since the start of the war" may be the day told last: one that is exact, and of no older uprising."""
    if not any(word in named for word in _STRIFE):
        return True
    return page.period_is_exact and not any(word in named for word in _OLDER)


def _occurred(scene: Scene, sketch: Sketch, times: _Times, end: date | None) -> None:
    named, page = times.named, scene.page
    words = page.text.raw[slice(*page.text.span(named.start, named.end))] if named else None
    alone = times.window if times.window and not (times.since or times.window.same_period) else None
    start = alone.first if alone else sketch.period_start
    if named is not None and named in (times.until, times.point) and not named.is_since:
        start = named.first
    sketch.occurred = Occurred(
        start=_not_after(start, end), end=end, text=words, precision=named.precision if named else Precision.UNKNOWN
    )
    if named:
        sketch.flags += named.flags


def _toll_before(scene: Scene, sketch: Sketch, frame: TollFrame) -> Sketch | None:
    """The toll told right before in the same sentence, as in "…, and to 678 the number of fighters"."""
    before = scene.page.sketches[-1] if scene.page.sketches else None
    if before is None or before is sketch or before.kind is not DraftKind.TOLL_STATED:
        return None
    if before.sentence != scene.page.sentence or before.start > sketch.start:
        return None
    last = max((other.figure.end for other in scene.frames if other.figure.first < frame.figure.first), default=0)
    goes_on = any(token.word == "adding" for token in scene.sentence.tokens[last : frame.figure.first])
    said = scene.sentence.has("attribution", first=last, last=frame.figure.first) and not goes_on
    return None if said else before  # what another source says is not of that period


def take_over(sketch: Sketch, before: Sketch) -> None:
    """Give a toll the time that the one told before it counts over."""
    sketch.period_start, sketch.counted_to = before.period_start, before.counted_to
    sketch.occurred = before.occurred.model_copy(update={"text": None}) if before.occurred else None
    sketch.flags.append("period_by_reference")


def note_window(scene: Scene) -> None:
    """Remember the month or weeks that a report counts in, for its tolls without a time."""
    page = scene.page
    heads = scene.sentence.is_headline  # "The month of April in review"
    if not scene.frames and not heads and not scene.sentence.has("document", "counted"):
        return
    for moment in scene.moments:
        if not moment.is_window or moment.same_period or "relative_date" in moment.flags:
            continue
        if stands_compared(scene, moment) or (heads and not _is_reported_on(scene, moment)):
            continue
        if moment.first and moment.last and (moment.last - moment.first).days >= _LONG and page.window is None:
            page.window = (moment.first, moment.last)


def _is_reported_on(scene: Scene, moment: Moment) -> bool:
    """ "April in review", "Humanitarian bulletin, 27 June – 10 July": the time that the whole report is about."""
    words = {form for token in scene.sentence.tokens for form in token.forms}
    return moment.precision is Precision.MONTH or bool(words & _REPORTS)


def _only_relative(moments: list[Moment]) -> bool:
    return all("relative_date" in moment.flags for moment in moments)


def _refers_back(scene: Scene, frame: TollFrame) -> bool:
    """ "In these murders 78 people have died", "They left 27 dead": the period is the one told with them."""
    sentence = scene.sentence
    for tag in sentence.named("demonstrative", first=frame.first, last=frame.figure.first):
        if sentence.has("thing", "attack", first=tag.last, last=tag.last + 2):
            return True
    words = [token.word for token in sentence.tokens]
    inside = any(
        words[at : at + 2] in (["in", "them"], ["by", "them"]) for at in range(frame.first, frame.figure.first)
    )
    told = words[0] in _THEY and frame.first <= _PRONOUN_REACH and frame.rule != "documented"
    return inside or told


def _is_today(moment: Moment, published: date | None) -> bool:
    return "relative_date" in moment.flags and moment.first == published


def _not_after(start: date | None, end: date | None) -> date | None:
    return end if start and end and start > end else start
