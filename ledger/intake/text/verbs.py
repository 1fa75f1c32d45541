"""Verbs that tell another event than the one told before them: "… shelled Nawa and arrested five people"."""

from __future__ import annotations

from collections.abc import Sequence

from ledger.intake.text.lexicon import Tag
from ledger.intake.text.tokens import Token
from ledger.names import word_set

_FAMILIES = {
    "hit": "fire", "bombing": "fire", "ground_means": "fire", "air_means": "fire", "blast_means": "fire",
    "clash": "fight", "attack": "fight", "detention": "taking", "abduction": "taking", "take": "taking",
    "release": "release", "displacement": "moving", "control": "control", "execution": "execution",
    "agreement": "agreement", "calm": "calm", "talks": "talks",
}  # fmt: skip
_VERBS = frozenset(_FAMILIES) - {"air_means", "blast_means", "calm", "talks"}
_BEFORE_VERB = word_set("had have has then later also were was subsequently reportedly")
_PAST = word_set("took seized got fled freed left withdrew retook won let beheaded struck hit")
_SEIZES = word_set("captured captures capturing seized")
_HARMS = word_set("killed wounded injured executed")
_COUNTS = ("at_least", "more_than", "about", "vague", "one")
_RAIDS = word_set("raided stormed raid storming raiding searched raids")
_REACH = 40  # tokens back to the event told before
_SUBJECT_REACH = 9  # tokens from the connector to the verb
_APART = frozenset({"hit", "control", "detention", "abduction", "release", "displacement", "calm", "agreement"})
_PEOPLE_REACH = 6  # tokens from "took" to the people taken


def tells_another(tokens: Sequence[Token], tags: Sequence[Tag], at: int) -> bool:
    """Whether a verb at the token, or behind its auxiliary, tells an event of another kind than those before it."""
    verb = at
    while verb < len(tokens) - 1 and verb - at < 3 and tokens[verb].word in _BEFORE_VERB:
        verb += 1
    if not (tokens[verb].word.endswith(("ed", "ing")) or tokens[verb].word in _PAST):
        return False
    named = {tag.name for tag in tags if tag.first == verb and tag.name in _VERBS and _acts(tags, tag)}
    fresh = {_FAMILIES[name] for name in named}
    if tokens[verb].word.endswith("ing"):
        fresh -= {"fire", "fight"}  # "shelling" and "fighting" are nouns
    told = {_FAMILIES[tag.name] for tag in _before(tags, at)}
    seizes = tokens[verb].word in _SEIZES and _has_people(tags, verb + 1)
    if ("taking" in fresh or seizes) and tells_of_raid(tokens, tags, at):
        return False
    return bool(fresh) and bool(told) and not fresh & told


def others_harm(tokens: Sequence[Token], tags: Sequence[Tag], at: int) -> bool:
    """ "The army killed 511 people and the rebels killed 142": behind "and" another party harms others."""
    at += tokens[at].word == "the"
    ends = [tag.last for tag in tags if tag.name == "actor" and tag.first == at]
    if not ends or max(ends) + 1 >= len(tokens) or tokens[max(ends)].word not in _HARMS:
        return False
    counted = tokens[max(ends) + 1].is_number or any(tag.first == max(ends) + 1 and tag.name in _COUNTS for tag in tags)
    return counted and any(tag.name == "killed_before" and at - _REACH <= tag.first < at for tag in tags)


def _acts(tags: Sequence[Tag], tag: Tag) -> bool:
    """Whether "took" takes people: nothing else that is taken is an event by that word alone."""
    return tag.name != "take" or _has_people(tags, tag.last)


def _has_people(tags: Sequence[Tag], at: int) -> bool:
    people = ("person", "vague", "uncounted")
    return any(other.name in people and at <= other.first <= at + _PEOPLE_REACH for other in tags)


def _before(tags: Sequence[Tag], at: int) -> list[Tag]:
    return [tag for tag in tags if at - _REACH <= tag.first and tag.last <= at and tag.name in _FAMILIES]


def tells_of_raid(tokens: Sequence[Token], tags: Sequence[Tag], at: int) -> bool:
    """ "Raided the village and arrested five": the raid is how they were arrested, unless it harmed somebody."""
    last = max((tag.first for tag in _before(tags, at)), default=0)
    raided = tokens[last].word in _RAIDS
    return raided and not any(tag.name in ("killed", "injured") and last <= tag.first < at for tag in tags)


def tells_apart(tokens: Sequence[Token], tags: Sequence[Tag], at: int) -> bool:
    """Whether "which", "on which" or ", and" at the token leads to an event and to no mere harm of the one told."""
    near = [tag for tag in tags if at < tag.first <= at + _SUBJECT_REACH]
    stop = next((n for n in range(at + 1, min(at + _SUBJECT_REACH, len(tokens))) if tokens[n].text in ",;"), 10**9)
    events = [tag for tag in near if tag.name in _APART and tag.first < stop]
    harm = [tag for tag in near if tag.name in ("killed", "injured") and tag.first < stop]
    return bool(events) and not harm
