"""The building, street or camp that English words put before a name: "the livestock market of X", "a clinic in X"."""

from __future__ import annotations

from ledger.intake.place.place_names import COMPASS
from ledger.intake.text.clauses import Sentence
from ledger.names import word_set
from ledger.place_words import KINDS

LANDMARKS = word_set(
    "market marketplace supermarket hypermarket mall bazaar hospital clinic school kindergarten university college "
    "institute mosque church monastery shrine temple camp checkpoint factory plant mill station substation refinery "
    "pipeline airport airbase airfield base barracks prison jail shelter center centre facility building block tower "
    "complex compound stadium square roundabout street road highway junction intersection crossing bridge tunnel dam "
    "cemetery graveyard bakery museum theatre theater library hotel restaurant cafe orphanage dormitory depot quarry "
    "farm farmland farmlands orchard orchards field fields mine park garden gardens port harbor harbour courthouse "
    "headquarters palace citadel castle oilfield gasfield reservoir well spring landfill flat apartment villa "
    "buildings hospitals schools markets clinics mosques factories camps shelters blocks flats farms"
)
"""Places that stand where they stand; a car, a house of somebody or a post is what was hit, and not where."""
_LEADS = word_set("in of at near inside outside on next beside opposite")
_OPENERS = word_set("a an the two three four five six seven its several")
_STOPS = word_set("his her their your my our this that these those s and or of in at on from by to near with which")
_VERBAL = frozenset(
    {"hit", "killed", "injured", "bombing", "attack", "shot", "control", "air_means", "ground_means", "clash", "person"}
)
_ADJECTIVES = 4
_NOUNS = LANDMARKS | KINDS | COMPASS


def building_before(sentence: Sentence, first: int, floor: int, taken: set[int]) -> int:
    """Where "a residential building in …" begins, for a phrase that starts at ``first``; ``first`` for none."""
    tokens = sentence.tokens
    if tokens[first].word in _NOUNS:  # "camp near X": the noun is in the phrase
        return _opened(sentence, first, floor, taken) or first
    lead = first - 1
    if lead > floor and tokens[lead].word == "to" and tokens[lead - 1].word == "next":
        lead -= 1
    noun = lead - 1
    if noun <= floor or tokens[lead].word not in _LEADS or noun in taken or tokens[noun].word not in LANDMARKS:
        return first
    opened = _opened(sentence, noun, floor, taken)
    if opened is None and tokens[noun].word.endswith("s") and tokens[lead].word != "of":
        return noun
    return first if opened is None else opened


def _opened(sentence: Sentence, noun: int, floor: int, taken: set[int]) -> int | None:
    """The article before a noun and its adjectives; ``None`` where it has none."""
    tokens, at = sentence.tokens, noun
    while at > floor and noun - at <= _ADJECTIVES:
        if tokens[at - 1].word in _OPENERS:
            return at - 1
        if not _describes(sentence, at - 1, taken):
            return None
        at -= 1
    return None


def _describes(sentence: Sentence, at: int, taken: set[int]) -> bool:
    """Whether the word before a building says of what kind it is: "nine-storey", "refugee", "Russian", "M10"."""
    token = sentence.tokens[at]
    if token.is_word and sentence.tokens[at + 1].glued:  # "rebel-held"
        return True
    plain = (token.is_word or token.is_number) and token.word not in _STOPS and at not in taken
    return plain and (token.word in COMPASS or not any(tag.name in _VERBAL for tag in sentence.starting(at)))
