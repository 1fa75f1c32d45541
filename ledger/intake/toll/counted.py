"""What the words around a number count: dead, injured, people taken, or things."""

from __future__ import annotations

from itertools import pairwise

from ledger.intake.count.figures import Figure
from ledger.intake.count.nouns import group_of
from ledger.intake.count.number_words import WORDS
from ledger.intake.text.clauses import Sentence
from ledger.intake.text.lexicon import Tag
from ledger.names import word_set

SUBJECT_REACH = 48
"""Tokens from "the number of" to its verb: whom, by whom, since when and until when may stand between."""

_WHO = 20  # tokens from the people to "who died"
_SOME = word_set("most many some half several few third quarter all none one")
_TAKEN = ("detention", "abduction", "release", "displacement")
_LOST = word_set("lost lose loses losing")
_TOLL = frozenset({"حصيله", "محصله"})


def what_is_counted(sentence: Sentence, figure: Figure, first: int, *, ahead: bool = True) -> str:
    """Killed or injured, from the words for what is counted around the number."""
    after = sentence.named("counted", first=figure.last, last=figure.end + 25) if ahead else []
    regions = [(tag.first, tag.last + 14) for tag in after[:1]]
    regions += [
        (tag.first, figure.last + 1)
        for tag in sentence.named("counted", first=max(0, first - SUBJECT_REACH), last=figure.first)
    ][-1:]
    for start, stop in regions:
        harmed = sentence.named("killed", "injured", first=start, last=stop)
        if harmed:
            return harmed[0].name
        if _has_lost(sentence, start, stop):
            return "killed"
        if sentence.has(*_TAKEN, first=start, last=start + 4):
            return "affected"  # "the toll of arrests"
        if any(word.word in ("toll", "tolls") or _TOLL & set(word.forms) for word in sentence.tokens[start:stop]):
            return "killed"
    earlier = sentence.named("killed", "injured", first=max(0, first - 25), last=figure.first)
    return earlier[-1].name if earlier and regions else ""


def counts_dead_and_injured(sentence: Sentence, figure: Figure) -> bool:
    """ "The number of dead and wounded rose to 62": one number for both, and for neither."""
    for counted in sentence.named("counted", first=max(0, figure.first - SUBJECT_REACH), last=figure.first)[-1:]:
        harmed = sentence.named("killed", "injured", first=counted.first, last=figure.first)
        for first, second in pairwise(harmed):
            between = [token.word for token in sentence.tokens[first.last : second.first]]
            glued = not between and sentence.tokens[second.first].text[0] == "و"
            near = first.first <= counted.last + 1
            if near and first.name != second.name and (glued or between in (["and"], ["or"], ["and", "the"], ["او"])):
                return True
    return False


def _has_lost(sentence: Sentence, start: int, stop: int) -> bool:
    """ "The number of fighters whom the battalions lost": people lost are dead."""
    lost = any(sentence.tokens[t.first].word in _LOST for t in sentence.named("killed_before", first=start, last=stop))
    return lost and sentence.has("person", first=start, last=stop)


def is_named_thing(sentence: Sentence, counted: Tag) -> bool:
    if sentence.has("killed", "injured", first=counted.first, last=counted.last):
        return False  # "the total of the dead in the attack"
    words = sentence.named("thing", "person", "killed", first=counted.last, last=counted.last + 3)
    return bool(words) and words[0].name == "thing"


def is_partitive(sentence: Sentence, counted: Tag) -> bool:
    """ "Two of the dead", "most of those killed": some of them, and no word for a total."""
    at, tokens = counted.first, sentence.tokens
    if at < 2 or tokens[at - 1].word != "of":
        return False
    return tokens[at - 2].is_number or tokens[at - 2].word in WORDS or tokens[at - 2].word in _SOME


def people_befallen(sentence: Sentence, figure: Figure) -> bool:
    """ "Brings to 247 the civilians, 88 children among them, who died": the dead, told behind their number."""
    at = figure.last
    people = [tag for tag in sentence.starting(at + 1) if tag.name == "person"]
    if figure.unit != "bare" or not people or sentence.tokens[at].word != "the":
        return False
    who = next((n for n in range(at + 2, min(at + _WHO, len(sentence.tokens))) if sentence.tokens[n].word == "who"), 0)
    if not who or not sentence.has("killed", first=who + 1, last=who + 6):
        return False
    figure.group = figure.group or group_of(people[0].value)
    return True
