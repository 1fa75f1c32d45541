"""Talks, truces and executions: events told by two words that may stand apart ("put two men to death")."""

from __future__ import annotations

from itertools import pairwise

from ledger.intake.drafts import DraftKind
from ledger.intake.event.agreed import is_agreed
from ledger.intake.event.surroundings import Surroundings, Trigger, points_back
from ledger.intake.text.lexicon import Tag
from ledger.names import word_set

_TALKS_REACH = 12  # tokens between "negotiations" and "resumed"
_FAIL_REACH = 10
_FAR = 28  # tokens, where the words for failing are said of talks only
_PACT_REACH = 9
_SURE_FAILURES = word_set(
    "came come ended broke broken fell collapsed collapse stalled yielded "
    "abandoned adjourned boycotted scrapped suspended"
)
_OBJECT_REACH = 9  # tokens
_MEETINGS = word_set("meeting meetings session sessions summit")
_PUT = word_set("put puts putting")
_PUT_REACH = 9


def talks(around: Surroundings) -> Trigger | None:
    failed = around.named("talks_fail")
    named = around.named("talks") or (_meetings(around) if failed else [])
    for fail in failed:
        if around.named("talks_resume") and _is_relative(around, fail):
            continue  # "resumed the talks that had stopped since June"
        goal = [
            tag
            for tag in around.named("talks_goal")
            if 0 <= tag.first - fail.last <= 1 or _falls_short(around, fail, tag)
        ]
        near = [tag for tag in named if abs(tag.first - fail.first) <= _reach(around, fail)]
        if goal or near:
            return Trigger(DraftKind.NEGOTIATION_FAILED, fail.first, "talks failed")
    if not named:
        return None
    for name, kind in (("talks_resume", DraftKind.NEGOTIATION_RESUMED), ("talks_start", DraftKind.NEGOTIATION_STARTED)):
        for tag in around.named(name):
            if around.sentence.word_at(tag.last - 1) in ("of", "round", "session") and around.named("talks_start"):
                continue  # "a new round of talks began"
            if abs(tag.first - named[0].first) <= _TALKS_REACH:
                at = tag.first if _is_to_come(around, tag) else min(tag.first, named[0].first)
                return Trigger(kind, at, name.replace("_", " "))
    return None


def _meetings(around: Surroundings) -> list[Tag]:
    """ "The meeting broke up without any result": what only the word for failing tells to be talks."""
    tokens = around.sentence.tokens
    return [Tag("talks", "talks", n, n + 1) for n in range(around.first, around.last) if tokens[n].word in _MEETINGS]


def _is_to_come(around: Surroundings, tag: Tag) -> bool:
    """ "Talks will resume": the verb of the future stands between."""
    return around.sentence.has("veto_future", first=max(around.first, tag.first - 2), last=tag.first)


def _falls_short(around: Surroundings, fail: Tag, goal: Tag) -> bool:
    """ "فشل اجتماع بين X وY في التوصل إلى": who failed stands between."""
    between = around.sentence.tokens[fail.last : goal.first]
    near = 0 < len(between) <= _FAIL_REACH and between[-1].word == "في"
    return near and not any(token.text in ",;" for token in between)


def _is_relative(around: Surroundings, tag: Tag) -> bool:
    before = around.sentence.tokens[tag.first - 1].word if tag.first > around.first else ""
    return before in ("التي", "الذي", "that", "which", "had")


def _reach(around: Surroundings, fail: Tag) -> int:
    """Talks that "came to nothing" may be named far before; what "failed" must stand near them."""
    return _FAR if around.sentence.tokens[fail.first].word in _SURE_FAILURES else _FAIL_REACH


def execution(around: Surroundings) -> Trigger | None:
    found = [tag for tag in around.named("execution") if not _carries_out(around, tag)]
    if not found:
        return _put_to_death(around)
    object_ = {token.word for token in around.sentence.tokens[found[0].last : found[0].last + 2]}
    told = points_back(around, found[0]) or (bool(object_ & {"him", "her", "them"}) and not around.placed)
    return Trigger(DraftKind.EXECUTION, found[0].first, "execution", told)


def _carries_out(around: Surroundings, tag: Tag) -> bool:
    """ "Executed 30 raids", "executed, since dawn, an attack": it is deeds that were carried out."""
    if not around.sentence.tokens[tag.first].word.startswith("execut"):
        return False
    objects = around.sentence.named("thing", "person", "air_means", first=tag.last, last=tag.last + _OBJECT_REACH)
    return bool(objects) and objects[0].name != "person"


def _put_to_death(around: Surroundings) -> Trigger | None:
    if _PUT.isdisjoint(around.words):
        return None
    tokens = around.sentence.tokens
    for at in range(around.first, min(around.last, len(tokens) - 2)):
        if tokens[at].word not in _PUT:
            continue
        words = [token.word for token in tokens[at + 1 : min(at + 1 + _PUT_REACH, around.last)]]
        if any(pair == ("to", "death") for pair in pairwise(words)):
            return Trigger(DraftKind.EXECUTION, at, "execution")
    return None


def agreement(around: Surroundings) -> Trigger | None:
    found = [tag for tag in around.named("agreement") if is_agreed(around, tag)]
    if found:
        return Trigger(DraftKind.AGREEMENT, found[0].first, "agreement")
    for pact in around.named("pact"):
        for made in around.named("pact_made"):
            gap = max(made.first - pact.last, pact.first - made.last)
            if 0 <= gap <= _PACT_REACH and not _crossed(around, pact, made):
                return Trigger(DraftKind.AGREEMENT, pact.first, "agreement")
    return None


def _crossed(around: Surroundings, pact: Tag, made: Tag) -> bool:
    """Whether a comma, a number or another clause parts the truce from the word for making it."""
    first, last = sorted((pact.last, made.first)) if pact.last <= made.first else (made.last, pact.first)
    between = around.sentence.tokens[first:last]
    words = [token.word for token in between]
    if words[:1] and words[0] in ("which", "that") and "no" not in words and "not" not in words:
        return False  # "the truce which A and B had reached"
    joined = "and" in words and "between" not in words
    return joined or any(token.text in ",;:" or token.word in ("but", "no", "not") for token in between)
