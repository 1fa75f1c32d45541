"""A person's correction of a draft, in the words of their language: "place Jasim", "killed at least 5", "not injured".

Pure: a draft and words give another draft. Each correction begins with the part it is about; several stand on lines of
their own or after a comma or semicolon. Numbers and days are read by the rules that read reports.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from desk.correction_names import actor_phrase, gazetteer_phrase
from desk.correction_words import KINDS, NOT, PARTS, REASONS
from ledger.actors import Actors, Situation
from ledger.domain.values import Count, GroupCount, Harm, Precision, Reason, ReasonCode
from ledger.errors import CorrectionUnclear
from ledger.gazetteer import Gazetteer
from ledger.intake.count.counts import find_figures
from ledger.intake.count.figures import Figure
from ledger.intake.drafts import Draft, DraftKind, Occurred
from ledger.intake.text.clauses import sentences
from ledger.intake.text.normalise import fold
from ledger.intake.time.dates import find_moments
from ledger.intake.time.moment import Moment

_LEADS = re.compile(r"^(?:[\s:=–>]|-(?!\d))+|[\s.!]+$")
_STOPS = re.compile(r"[;\n؛]+|[,،](?!\d)")
_ARROW = re.compile(r"^.*(?:->|→|=>)")
_RAISES = frozenset(
    {ReasonCode.NEW_DEATHS, ReasonCode.LATE_REPORT, ReasonCode.MISSING_TO_DEAD, ReasonCode.DIED_OF_WOUNDS,
     ReasonCode.BODY_RECOVERED}
)  # fmt: skip


def corrected(draft: Draft, words: str, published: date | None, gazetteer: Gazetteer, actors: Actors) -> Draft:
    """The draft with what ``words`` say of it. Raises ``CorrectionUnclear``, naming the words, with examples."""
    found = draft
    for piece in _pieces(words):
        found = _one(found, piece, _Lists(published, gazetteer, actors))
    if found == draft and not _pieces(words):
        raise CorrectionUnclear(words)
    return found


def corrections_in(words: str) -> int:
    """How many corrections the words can be read as; 0 where any of them is none."""
    pieces = _pieces(words)
    return len(pieces) if all(_part_of(piece) is not None for piece in pieces) else 0


def _pieces(words: str) -> list[str]:
    """One correction each: at commas only where what follows begins with a part again ("30 July, 2018" is one day)."""
    pieces: list[str] = []
    last = 0
    for stop in [*_STOPS.finditer(words), None]:
        piece = words[last : stop.start() if stop else len(words)]
        last = stop.end() if stop else last
        if pieces and piece.strip() and _part_of(piece) is None:
            pieces[-1] += f", {piece}"
        elif piece.strip():
            pieces.append(piece)
    return pieces


def _part_of(piece: str) -> tuple[str, str, bool] | None:
    """The part that a correction is about, what it should be, and whether it should go."""
    words = _LEADS.sub("", piece)
    taken_back = False
    plain = fold(words)
    first = re.match(r"[^\s:=]+", plain.lower)
    if first and first[0] in NOT:
        taken_back = True
        words = _LEADS.sub("", words[plain.span(0, first.end())[1] :])
        plain = fold(words)
    for name, part in PARTS:
        if plain.lower.startswith(name) and not plain.lower[len(name) : len(name) + 1].isalnum():
            end = plain.span(0, len(name))[1]
            return part, _LEADS.sub("", words[end:]), taken_back
    led = re.match(r"(?:[^\d\s]+\s+){0,3}\d[\d,]*\s+(\S+)$", plain.lower)  # "5 killed", "at least 5 killed"
    if led and not taken_back:
        for name, part in PARTS:
            if led[1] == name and part in _COUNTS:
                return part, words[: plain.span(0, led.start(1))[1] - 1], False
    return None


def _one(draft: Draft, piece: str, lists: _Lists) -> Draft:
    found = _part_of(piece)
    if found is None:
        raise CorrectionUnclear(" ".join(piece.split())[:80])
    part, value, taken_back = found
    if taken_back or fold(value).lower in NOT:
        return draft.model_copy(update=_nothing(part, draft))
    if not value:
        raise CorrectionUnclear(" ".join(piece.split())[:80])
    said = _Said(draft, value, lists)
    if part in _COUNTS:
        update = _counted(part, said)
    elif part in _GROUPS:
        update = _group(part, said)
    else:
        update = _CHANGES[part](said)
    if update is None:
        raise CorrectionUnclear(" ".join(piece.split())[:80])
    return draft.model_copy(update=update)


Update = dict[str, object]


@dataclass(frozen=True, slots=True)
class _Lists:
    """What a correction is read by."""

    published: date | None
    gazetteer: Gazetteer
    actors: Actors


@dataclass(frozen=True, slots=True)
class _Said:
    """What a correction says of a part, and what is needed to read it."""

    draft: Draft
    value: str
    by: _Lists


_COUNTS: dict[str, Harm | None] = {
    "killed": None, "injured": None, "missing": Harm.MISSING, "abducted": Harm.ABDUCTED, "detained": Harm.DETAINED,
    "displaced": Harm.DISPLACED, "released": Harm.RELEASED,
}  # fmt: skip
_GROUPS = frozenset({"children", "women", "men", "civilians", "elderly", "medics"})


def _counted(part: str, said: _Said) -> Update | None:
    draft, count = said.draft, _count(said.value)
    if count is None:
        return None
    harm = _COUNTS[part]
    if harm is not None:
        return {"affected": count, "harm": harm}
    if not count.breakdown:
        before = draft.killed if part == "killed" else draft.injured
        count = count.model_copy(update={"breakdown": before.breakdown if before else ()})
    return {part: count}


def _count(value: str) -> Count | None:
    """The first number of the words; numbers of groups named after it are its breakdown."""
    figures = _figures(_ARROW.sub("", value))
    if not figures or figures[0].is_negative:
        return None
    whole, *rest = figures
    parts = [it.entry() for it in ([whole] if whole.group else []) + rest if it.group]
    return whole.count(tuple(parts))


def _figures(value: str) -> list[Figure]:
    plain = fold(value)
    return [it for sentence in sentences(plain.text, plain.lower, 0, len(plain.text))
            for it in find_figures(sentence, set())]  # fmt: skip


def _group(group: str, said: _Said) -> Update | None:
    """A group's number among the killed, or among the injured where only those are given."""
    draft, figures = said.draft, _figures(said.value)
    field = "killed" if draft.killed is not None or draft.injured is None else "injured"
    whole = draft.killed if field == "killed" else draft.injured
    if not figures or figures[0].is_negative:
        return None
    entry: GroupCount = figures[0].entry(group)
    if whole is None:
        return {field: Count(breakdown=(entry,))}
    others = tuple(it for it in whole.breakdown if it.group != group)
    return {field: whole.model_copy(update={"breakdown": (*others, entry)})}


def _place(said: _Said) -> Update | None:
    return {"place": gazetteer_phrase(said.value, said.by.gazetteer)}


def _moment(said: _Said) -> Moment | None:
    plain = fold(said.value)
    found = find_moments(plain.lower, 0, len(plain.lower), said.by.published)
    return found[0] if len(found) == 1 and found[0].first else None


def _day(said: _Said) -> Update | None:
    found = _moment(said)
    if found is None:
        return None
    end = found.last or found.first
    if said.draft.kind is not DraftKind.TOLL_STATED:
        return {"occurred": Occurred(start=found.first, end=end, text=said.value, precision=found.precision)}
    return {"counted_to": end, "occurred": Occurred(start=said.draft.period_start, end=end, precision=Precision.DAY)}


def _since(said: _Said) -> Update | None:
    found = _moment(said)
    return {"period_start": found.first} if found else None


def _actor(said: _Said) -> Update | None:
    place = said.draft.place.id if said.draft.place else None
    country = said.by.gazetteer.path(place).split("/")[:1] if place else []
    situation = Situation(frozenset(country), said.by.published)
    return {"actor": actor_phrase(said.value, said.by.actors, situation)}


def _kind(said: _Said) -> Update | None:
    kind = KINDS.get(fold(said.value).lower)
    return {"kind": DraftKind(kind)} if kind else None


def _reason(said: _Said) -> Update | None:
    plain = fold(said.value).lower
    code = next((code for name, code in REASONS if name in plain), None)
    if code is None:
        return None
    figures = _figures(said.value)
    amount = figures[0].low if figures else None
    if amount is not None and ReasonCode(code) not in _RAISES:
        amount = -amount
    return {"reasons": (Reason(code=ReasonCode(code), amount=amount),)}


Change = Callable[[_Said], Update | None]


_CHANGES: dict[str, Change] = {
    "place": _place, "date": _day, "since": _since, "actor": _actor, "kind": _kind, "reason": _reason,
}  # fmt: skip


def _nothing(part: str, draft: Draft) -> Update:
    """What a draft has of a part that is taken back."""
    if part in _GROUPS:
        field = "killed" if draft.killed is not None else "injured"
        whole = draft.killed if field == "killed" else draft.injured
        kept = tuple(it for it in whole.breakdown if it.group != part) if whole else ()
        return {field: whole.model_copy(update={"breakdown": kept}) if whole else None}
    gone: dict[str, Update] = {
        "place": {"place": None}, "actor": {"actor": None}, "since": {"period_start": None},
        "date": {"occurred": None, "counted_to": None}, "reason": {"reasons": ()}, "kind": {"kind": DraftKind.OTHER},
        "killed": {"killed": None}, "injured": {"injured": None},
    }  # fmt: skip
    return gone.get(part, {"affected": None, "harm": None})
