"""Which times of a sentence bound a toll: those of its own clause, or ones that stand outside every event."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from ledger.domain.values import Precision
from ledger.intake.count.figures import Figure
from ledger.intake.time.moment import Moment
from ledger.intake.toll.frames import TollFrame
from ledger.names import word_set

if TYPE_CHECKING:
    from ledger.intake.page import Scene

_PART = r"(?:(?:the )?(?:very )?(?:end|start|close|morning|evening|night|dawn|noon|midnight|afternoon) (?:of )?)?"
_UNTIL = re.compile(
    rf"\b(?:as of|as at|until|till|up to|up until|by|through|to|ending|ended) (?:on )?(?:the )?{_PART}$"
    r"|(?<!\w)(?:و?حتي|ولغايه|لغايه|الي|وحتي) (?:يوم |مساء |صباح |فجر |ليل |ظهر |نهايه |تاريخ )*$"
)
_FROM = re.compile(
    rf"\b(?:from|between|starting|beginning) (?:on )?(?:the )?{_PART}$|(?<!\w)(?:من|بين) (?:يوم |تاريخ )*$"
)
_EVENTFUL = (
    "hit",
    "air_means",
    "ground_means",
    "blast_means",
    "bombing",
    "carrier",
    "clash",
    "execution",
    "abduction",
    "detention",
    "displacement",
    "release",
)
_PART_OF = r"(?:(?:the )?(?:early )?(?:dawn|morning|noon|afternoon|evening|night|end|beginning) of )?"
_CLAUSE = 70  # code points before a day, in which "since" may stand
_REACH = 40  # code points before a time that may lead to it
_RANKS = word_set(
    "deadliest worst heaviest bloodiest largest biggest highest lowest fiercest الاعنف الاكبر الاسوا الاعلي"
)
_COMPARES = word_set("against compared compares versus than مقارنه مقابل")
_MOVED_FROM = (("down", "from"), ("up", "from"), ("fall", "on"), ("rise", "on"), ("increase", "on"), ("drop", "on"))
_RANK_REACH = 8  # tokens
_HEAD = 6  # tokens at the start of a sentence within which "as of …" bounds all that follows
_LEAD = 5  # tokens of ", as of the evening of"
_NEAR = 1  # tokens between a total and its day


def is_until(scene: Scene, moment: Moment) -> bool:
    """ "As of 3 August", "until the evening of 3 August": the count goes up to that day."""
    return not moment.is_window and _led(scene, moment, _UNTIL)


def with_ranges(lower: str, moments: list[Moment], start: int) -> list[Moment]:
    """The times with "from 19 July until 3 August" as one window; ``start`` is where the sentence begins."""
    ranged: list[Moment] = []
    for moment in moments:
        first = ranged[-1] if ranged else None
        if first is None or not _is_range(lower, first, moment, start):
            ranged.append(moment)
            continue
        flags = tuple(dict.fromkeys([*first.flags, *(flag for flag in moment.flags if flag != "relative_date")]))
        ranged[-1] = replace(
            first, end=moment.end, last=moment.last, precision=Precision.FEW_DAYS, is_since=False, is_window=True,
            flags=flags,
        )  # fmt: skip
    return ranged


def _is_range(lower: str, first: Moment, last: Moment, start: int) -> bool:
    if first.is_window or last.is_window or first.first is None or last.last is None or first.first > last.last:
        return False
    between = lower[first.end : last.start].strip()
    lead = lower[max(start, first.start - _CLAUSE) : first.start]
    if re.search(r"\bbetween (?:the )?$|\bبين $", lead):
        return between in ("and", "and the", "و")
    since = "since " in re.split(r"[,.;]", lead)[-1]  # "since it declared its state on 29/6/2014 until …"
    begins = first.is_since or since or _FROM.search(_before(lower, first, start)) is not None
    if between in ("-", "–") and "(" in lower[max(start, first.start - 2) : first.start]:
        return True  # "the period (30 July – 5 August)"
    return (
        begins
        and re.fullmatch(
            rf"[ ,]*(?:and |و)?(?:{_UNTIL.pattern.replace('$', '')}){_PART_OF}", lower[first.end : last.start]
        )
        is not None
    )


def _led(scene: Scene, moment: Moment, words: re.Pattern[str]) -> bool:
    return words.search(_before(scene.page.text.lower, moment, scene.sentence.tokens[0].start)) is not None


def _before(lower: str, moment: Moment, start: int) -> str:
    """The words that may lead to a time, its own preposition included."""
    told = re.match(r"(?:on|by|the|يوم) ", lower[moment.start : moment.end])
    at = moment.start + (told.end() if told else 0)
    return lower[max(start, at - _REACH) : at]


def toll_moments(scene: Scene, frame: TollFrame) -> list[Moment]:
    """The times that bound the toll: its own, else those outside all tolls and events; "as of …" at the head too."""
    own = own_moments(scene, frame)
    outside = [m for m in _outside(scene) if not (_is_ranked(scene, m) or _is_compared(scene, frame, m))]
    until = [m for m in outside if is_until(scene, m) and (_at_head(scene, m) or _right_after(scene, frame, m))]
    return [*until, *own] if own else [*until, *(m for m in outside if (m.is_since or m.is_window))]


def _before_bracket(scene: Scene, frame: TollFrame) -> Moment | None:
    """The April of "fewer than in April (at least 19 killed)"."""
    tokens, at = scene.sentence.tokens, frame.figure.first
    if not at or tokens[at - 1].text != "(":
        return None
    return next((m for m in scene.moments if m.end <= tokens[at - 1].start <= m.end + 1), None)


def _is_compared(scene: Scene, frame: TollFrame, moment: Moment) -> bool:
    """ "14 dead, as against nine in December": the time of what the count is compared with."""
    return stands_compared(scene, moment, frame.figure.end)


def stands_compared(scene: Scene, moment: Moment, first: int = 0) -> bool:
    """Whether a word for a comparison stands between the token ``first`` and the time."""
    after = [token.word for token in scene.sentence.tokens[first:] if token.end <= moment.start]
    moved = any(pair in _MOVED_FROM for pair in pairwise(after))  # "60, down from 75 in November"
    return moved or any(word in _COMPARES for word in after)


def _is_ranked(scene: Scene, moment: Moment) -> bool:
    """ "The deadliest attack since November": the time of a comparison, and not of a count."""
    if not (moment.is_since or moment.is_window):
        return False
    before = [token.word for token in scene.sentence.tokens if token.end <= moment.start][-_RANK_REACH:]
    stop = max((at for at, word in enumerate(before) if word in ("to", "of", "than")), default=-1)
    return any(word in _RANKS for word in before[stop + 1 :])


def own_moments(scene: Scene, frame: TollFrame) -> list[Moment]:
    """The times told with the toll itself, without those of what it is compared with."""
    bracketed = _before_bracket(scene, frame)
    if bracketed is not None:
        return [bracketed]
    inside = scene.moments_in(frame.first, frame.last)
    return [m for m in inside if not (_is_ranked(scene, m) or _is_compared(scene, frame, m))]


def day_stated(scene: Scene, figure: Figure, moments: list[Moment]) -> Moment | None:
    """The day of "… was 65 on 3 August", right after the number."""
    tokens = scene.sentence.tokens
    last = tokens[min(figure.end + _NEAR, len(tokens) - 1)].start
    return next((m for m in moments if _is_day(m) and tokens[figure.end - 1].end <= m.start <= last), None)


def _is_day(moment: Moment) -> bool:
    return not (moment.is_since or moment.is_window or "relative_date" in moment.flags) and moment.last is not None


def _outside(scene: Scene) -> list[Moment]:
    """Times that no total of the sentence has for itself and no event of it, as "…, and this since 7 October"."""
    own = [moment for frame in scene.frames for moment in scene.moments_in(frame.first, frame.last)]
    return [m for m in scene.moments if m not in own and not _tells_event(scene, m)]


def _tells_event(scene: Scene, moment: Moment) -> bool:
    """Whether the clause that holds the time tells of an event: "they shelled X since dawn"."""
    tokens = scene.sentence.tokens
    at = next(n for n, token in enumerate(tokens) if token.end > moment.start)
    clause = scene.sentence.clauses[scene.sentence.clause_at(at)]
    counts = scene.sentence.has("document", "counted", first=clause.first, last=clause.last)
    return not counts and scene.sentence.has(*_EVENTFUL, first=clause.first, last=clause.last)


def _right_after(scene: Scene, frame: TollFrame, moment: Moment) -> bool:
    """ "… since 19 July, as of 3 August": nothing but the words that lead to it stands between."""
    tokens = scene.sentence.tokens[max(frame.last, frame.figure.end) :]
    between = [token for token in tokens if token.end <= moment.start]
    return bool(tokens) and tokens[0].start <= moment.start and len(between) <= _LEAD


def _at_head(scene: Scene, moment: Moment) -> bool:
    tokens = scene.sentence.tokens
    return moment.start <= tokens[min(_HEAD, len(tokens) - 1)].start
