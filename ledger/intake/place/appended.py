"""What English says of a place behind its name: "X and its countryside", "X, 60 km to the north", "X, a city in Y"."""

from __future__ import annotations

from ledger.intake.place.buildings import LANDMARKS
from ledger.intake.place.place_bounds import kinds_after
from ledger.intake.place.place_names import COMPASS, Names
from ledger.names import word_set
from ledger.place_words import KINDS

_LAND = word_set(
    "countryside outskirts surroundings vicinity suburbs environs perimeter hinterland suburb edge edges side part "
    "parts sector periphery fringes districts neighborhoods neighbourhoods villages areas farms sections"
)
_ITS = word_set("its their the")
_IN = word_set("in on at to")
_KILOMETRES = word_set("km kilometers kilometres kms miles")
_NOUNS = LANDMARKS | KINDS | word_set("capital hamlet settlement town enclave stronghold")
_BRIDGES = word_set("in of on near at the to from outside held rebel government regime controlled besieged")
_HELD = word_set("held controlled run besieged")
_HOLDERS = word_set("opposition government regime army rebels insurgents authorities coalition separatists")
_ADJECTIVES = 4
_REACH = 7  # tokens from the noun to the name of the wider place


def appended(names: Names, last: int) -> int:
    """The end of a place phrase with what is said of it behind; ``last`` where nothing is."""
    return (
        _surroundings(names, last) or _part(names, last) or _distance(names, last) or _apposition(names, last) or last
    )


def _land(names: Names, at: int) -> int:
    """The end of "western countryside"; 0 for none."""
    tokens = names.sentence.tokens
    end = at
    while end < len(tokens) and (tokens[end].word in COMPASS or tokens[end].glued):
        end += 1
    return end + 1 if end < len(tokens) and tokens[end].word in _LAND else 0


def _surroundings(names: Names, last: int) -> int:
    """ "X and its countryside"."""
    words = [token.word for token in names.sentence.tokens[last : last + 2]]
    return _land(names, last + 2) if words[:1] == ["and"] and words[1:] and words[1] in ("its", "their") else 0


def _part(names: Names, last: int) -> int:
    """ "X in the northern countryside", without whose countryside it is."""
    tokens = names.sentence.tokens
    at = last + 1 if last < len(tokens) and tokens[last].text == "," else last
    words = [token.word for token in tokens[at : at + 3]]
    if len(words) < 3 or words[0] not in _IN or words[1] not in _ITS:
        return 0
    if words[2] in COMPASS and at > last and words[0] == "to":
        return 0 if tokens[at + 3 : at + 4] and tokens[at + 3].word == "of" else at + 3
    end = _land(names, at + 2) if words[2] in COMPASS or words[1] == "its" else 0
    return 0 if end and end < len(tokens) and tokens[end].word == "of" else end


def _distance(names: Names, last: int) -> int:
    """ "X, 60 km to the north"."""
    tokens = names.sentence.tokens
    at = last + 1 if last < len(tokens) and tokens[last].text == "," else last
    at += at < len(tokens) and tokens[at].word in ("about", "some", "around", "nearly")
    if at + 1 >= len(tokens) or not tokens[at].is_number or tokens[at + 1].word not in _KILOMETRES:
        return 0
    at += 2
    words = [token.word for token in tokens[at : at + 3]]
    if words[:2] == ["to", "the"] and words[2:] and words[2] in COMPASS:
        return at + 3
    return at + 1 if words and words[0] in COMPASS else 0


def _apposition(names: Names, last: int) -> int:
    """ "X, a town in rebel-held Y", "X, the capital of Y", "X, a city held by the opposition"."""
    tokens = names.sentence.tokens
    if last + 2 >= len(tokens) or tokens[last].text != "," or tokens[last + 1].word not in ("a", "an", "the"):
        return 0
    noun = last + 2
    while noun < len(tokens) and noun - last - 2 < _ADJECTIVES and tokens[noun].word not in _NOUNS:
        if not tokens[noun].is_word or tokens[noun].word in _BRIDGES - _HELD | {"who"}:
            return 0
        noun += 1
    if noun >= len(tokens) or tokens[noun].word not in _NOUNS:
        return 0
    while noun < len(tokens) and tokens[noun].word in _NOUNS:
        noun += 1
    end = _wider(names, noun)
    return _holder(names, end or noun) or end


def _wider(names: Names, at: int) -> int:
    """The end of "in the countryside of Y" or "on the road to Y" from ``at``; 0 for none."""
    tokens = names.sentence.tokens
    if at >= len(tokens) or tokens[at].word not in ("in", "of", "on", "near", "outside"):
        return 0
    for place in range(at + 1, min(at + _REACH, len(tokens))):
        length = names.at(place)
        if length:
            return kinds_after(names, place + length)
        word = tokens[place].word
        if not (word in _BRIDGES or word in COMPASS or word in _NOUNS or word in _LAND):
            return 0
    return 0


def _holder(names: Names, at: int) -> int:
    """The end of "held by rebels" at ``at``; 0 for none."""
    tokens = names.sentence.tokens
    words = [token.word for token in tokens[at : at + 2]]
    if len(words) < 2 or words[0] not in _HELD or words[1] != "by":
        return 0
    end = next((n + 1 for n in range(at + 2, min(at + 4, len(tokens))) if tokens[n].word in _HOLDERS), 0)
    for tag in names.sentence.named("actor", "person", first=at + 2, last=at + 6):
        if not end or tag.first <= end:  # "Turkish factions"
            end = max(end, tag.last)
    return end
