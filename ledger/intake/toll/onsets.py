"""The day on which a count begins, by the words on either side of it: "since", "from … to date", "launched on"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from ledger.domain.values import Precision
from ledger.intake.time.moment import Moment
from ledger.intake.time.window_patterns import BEGAN, ENDED, STRIFE

if TYPE_CHECKING:
    from ledger.intake.page import Scene

_BEFORE = 70  # code points before a day, in which "since" may stand
_CLAUSE = 110  # and in which "from the start of the operation that …, on" may
_AFTER = 26  # code points behind a day
_ON = (
    r"(?:,? (?:back |only |early |late |again )?(?:on|in|at|with|during|from)(?: the)?"
    r"(?: (?:early |late )?(?:morning|evening|night|dawn|hours|afternoon|eve|end|start|beginning) of(?: the)?)?)?"
)
_BEGUN = re.compile(
    rf"\b(?:{BEGAN}|(?:truce|ceasefire|moratorium|lull|calm|agreement)\b[\w ,]{{0,40}}\b(?:{ENDED}))"
    rf"(?: \w+ly)?{_ON}[ ,]+$"
)
_FROM_START = re.compile(
    r"\b(?:since|from) (?:the )?(?:very )?(?:first day|start|beginning|outbreak|launch|onset|eruption|outset) of "
    rf"(?:[\w'’“”\"-]+ ){{0,5}}?(?:{STRIFE})[^.;:]{{0,50}}$"
)
_TO_NOW = re.compile(
    r"[, ]+(?:and )?(?:(?:up )?(?:to|until|till|through)(?: and including)? (?:this (?:very )?(?:day|moment|hour|date)|"
    r"date|now|today|the (?:present|moment|time of writing|day of writing))|onwards?|on)\b"
)
_COUNTED_FROM = re.compile(
    r"\b(?:counting|starting|beginning|dating|reckoned|counted|running|extends|extending) from (?:the )?$"
)


def begins_period(scene: Scene, moment: Moment) -> bool:
    """Whether a count runs from the moment on."""
    return moment.is_since or _since_before(scene, moment) or _onward(scene, moment) or is_begun(scene, moment)


def runs_on(scene: Scene, moment: Moment) -> bool:
    """Whether the words of the time itself say that a count runs from it on, and not only what began on that day."""
    return moment.is_since or (moment.first is not None and not moment.is_window and _since_before(scene, moment))


def with_onsets(scene: Scene) -> list[Moment]:
    """The times of the sentence, those behind a "since" that stands apart ("since entering the war on …") marked."""
    return [m if m.is_window or not runs_on(scene, m) else replace(m, is_since=True) for m in scene.moments]


def is_begun(scene: Scene, moment: Moment) -> bool:
    """ "The operation, launched on 28 July", "from the start of the siege, on 28 July": its dead count from then."""
    if until_before(scene, moment):
        return False
    start = scene.sentence.tokens[0].start
    before = scene.page.text.lower[max(start, moment.start - _CLAUSE) : _words_begin(scene, moment)]
    return _BEGUN.search(before) is not None or _FROM_START.search(before) is not None


def remember_onset(scene: Scene) -> None:
    """Remember since when the sentence counts, or when what it tells of began, for "since it began" further on."""
    page = scene.page
    to_now = [
        m for m in scene.moments if m.is_window and m.precision is Precision.FEW_DAYS and m.last == page.published
    ]
    exact = [m for m in scene.moments if m.first and (m.is_since or m in to_now or is_begun(scene, m))]
    onset = next((m for m in exact if "relative_date" not in m.flags), None)
    if onset is None:
        days = [m for m in exact if m.first == m.last and m.first != page.published and not m.is_since]
        onset = days[0] if days else None
    attack = scene.sentence.has("attack", "control") and page.last_period is None
    if onset is None and attack and not scene.sentence.has("counted"):
        page.attack_day = page.attack_day or next((m.first for m in scene.moments if _is_day(m)), None)
    if onset is not None:
        page.last_period = onset.first
        page.period_is_exact = "period_start_approx" not in onset.flags


def _is_day(moment: Moment) -> bool:
    return moment.first is not None and moment.first == moment.last and not (moment.is_since or moment.is_window)


def until_before(scene: Scene, moment: Moment) -> bool:
    """ "Since … and until yesterday evening"."""
    before = scene.page.text.lower[max(0, moment.start - 8) : moment.start]
    return before.rstrip().endswith(("until", "حتي", "لغايه"))


def _words_begin(scene: Scene, moment: Moment) -> int:
    """Where the time stands without the preposition that it may hold."""
    told = re.match(r"(?:on|in|the) (?:the )?", scene.page.text.lower[moment.start : moment.end])
    return moment.start + (told.end() if told else 0)


def _since_before(scene: Scene, moment: Moment) -> bool:
    """ "Since the operation began on 24 February": the word stands some way before the date."""
    text = scene.page.text.lower[max(0, moment.start - _BEFORE) : moment.start]
    tail = text.rsplit(",", 1)[-1].rsplit(".", 1)[-1]
    if until_before(scene, moment):
        return False
    return "since " in tail or "منذ " in tail


def _onward(scene: Scene, moment: Moment) -> bool:
    """ "From the 15th of February onward", "from 26 April to this day", "counting from 5 June"."""
    lower = scene.page.text.lower
    before = lower[max(0, moment.start - _BEFORE) : _words_begin(scene, moment)]
    if _COUNTED_FROM.search(before) or (before.endswith("after ") and "relative_date" not in moment.flags):
        return True
    led = lower[moment.start : moment.start + 5] == "from " or "from" in before[-14:].split()
    return led and _TO_NOW.match(lower[moment.end : moment.end + _AFTER]) is not None
