"""Parts of the dead that a verb names: "the number of those killed includes 12 policemen", "وتضم الحصيلة 12 طفلا"."""

from __future__ import annotations

from collections.abc import Sequence

from ledger.intake.count.figures import Figure
from ledger.intake.sketches import Sketch
from ledger.intake.text.clauses import Sentence
from ledger.intake.text.lexicon import Tag
from ledger.names import word_set

_INCLUDES = word_set(
    "includes included include comprises comprised تضم يضم ضمت تضمنت تتضمن يتضمن شملت تشمل يشمل شمل تضمن ضم"
)
_HEAD = 10  # tokens before the verb, at most
_NEXT = 3  # tokens from an Arabic verb to what it is said of
_WHO = 4  # tokens from a number to "who were injured"


def toll_includes(sentence: Sentence, mains: Sequence[Figure]) -> list[Tag]:
    """The words by which a sentence without a total of its own says what the one told before includes."""
    if not mains or not sentence.has("counted", "killed", last=mains[0].first):
        return []
    for at in range(min(_HEAD, mains[0].first)):
        if sentence.tokens[at].word not in _INCLUDES and not any(f in _INCLUDES for f in sentence.tokens[at].forms):
            continue
        behind = sentence.named("counted", "killed", first=at + 1, last=min(at + _NEXT, mains[0].first))
        if sentence.has("counted", "killed", last=at) or (at == 0 and behind):
            return [Tag("among_dead", "", at, max([at + 1, *(tag.last for tag in behind)]))]
    return []


def take_injured(sentence: Sentence, toll: Sketch, parts: Sequence[Figure], mains: Sequence[Figure]) -> list[Figure]:
    """ "12 children who were killed and 51 who were injured": the group is told once for both."""
    known = toll.injured
    if known is None or known.measure is None or not parts or not parts[-1].group:
        return []
    for figure in mains:
        hurt = figure.role == "injured" or sentence.has("injured", first=figure.last, last=figure.last + _WHO)
        if figure.first < parts[-1].last or figure.unit != "bare" or not hurt or (figure.low or 0) > known.measure:
            continue
        toll.injured = known.model_copy(update={"breakdown": (*known.breakdown, figure.entry(parts[-1].group))})
        return [figure]
    return []
