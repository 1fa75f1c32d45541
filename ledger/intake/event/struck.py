"""Places hit by what the text does not name: "a school was hit", "its forces struck a depot", "the second hit …"."""

from __future__ import annotations

from ledger.intake.drafts import DraftKind
from ledger.intake.event.surroundings import Surroundings, Trigger
from ledger.intake.text.lexicon import Tag
from ledger.names import word_set

_BLOWS = word_set("hit hits hitting struck strikes striking targeted targets targeting")
_UNDER = word_set("attack bombardment")
_NO_WAR = word_set(
    "earthquake quake earthquakes flood floods flooding storm storms cyclone hurricane tornado lightning drought "
    "famine cholera virus pandemic covid crisis inflation poverty recession shortage shortages sanctions outage "
    "outages strike strikers wave waves accident hard hardest record"
)
_SINGLES = word_set("first second third fourth fifth sixth another other others one two three last")
_SUBJECT_REACH = 8  # tokens from who acts to the blow
_OBJECT_REACH = 7  # tokens from the blow to the name of what it hit
_PASSIVE_REACH = 16  # tokens from the thing hit to "was hit"
_GROUND_KINDS = (DraftKind.STRIKE, DraftKind.SHELLING)


def struck(around: Surroundings) -> Trigger | None:
    """A blow on a building, a vehicle or a place, told without a weapon: from the air, or as the fire told before."""
    tokens = around.sentence.tokens
    if not around.named("hit") or not _NO_WAR.isdisjoint(around.words):
        return None
    if any(tag.value == "combatants" and tag.last <= around.first + 3 for tag in _armed(around)):
        return None
    if around.objects and not around.placed:
        return None  # "six hospitals were hit": a count of what was hit over time
    kind = around.fire_told if around.fire_told in _GROUND_KINDS else DraftKind.STRIKE
    for tag in around.named("hit"):
        word = tokens[tag.last - 1].word
        if tokens[tag.first].word == "fired" and _from_tank(around) and (around.placed or _named_before(around, tag)):
            return Trigger(DraftKind.SHELLING, tag.first, "struck")
        if tokens[tag.first].word.endswith(("came", "comes")) and word in _UNDER and _named_before(around, tag):
            return Trigger(kind, tag.first, "struck")
        if word in _BLOWS and (_is_passive(around, tag) or _is_dealt(around, tag)):
            return Trigger(kind, tag.first, "struck")
    return None


def _from_tank(around: Surroundings) -> bool:
    """ "Was fired at by a tank"."""
    return bool({"tank", "tanks"} & {token.word for token in around.sentence.tokens[around.first : around.last]})


def _armed(around: Surroundings) -> list[Tag]:
    """Armed people without a party who act: "gunmen targeted a car" is no strike."""
    tokens = around.sentence.tokens
    return [tag for tag in around.named("person") if tokens[tag.first].word.startswith(("gunm", "assail", "attackers"))]


def _is_passive(around: Surroundings, tag: Tag) -> bool:
    """ "A building was hit": what is hit stands before, and who was hit is no person."""
    tokens = around.sentence.tokens
    before = tokens[max(around.first, tag.first - 3) : tag.first]
    be = any(token.word in ("was", "were", "been", "being") for token in before)
    be = be or tokens[tag.first].word in ("was", "were")
    by = tokens[tag.last].word in ("by", "with") if tag.last < around.last else False
    return be and not by and _named_before(around, tag)


def _named_before(around: Surroundings, tag: Tag) -> bool:
    """Whether a building or a known place is what stands before the blow."""
    first = max(around.first, tag.first - _PASSIVE_REACH)
    return bool(around.sentence.named("structure", first=first, last=tag.first))


def _is_dealt(around: Surroundings, tag: Tag) -> bool:
    """ "Russian forces struck a depot": who struck stands before, and a building or a place right behind the blow."""
    tokens = around.sentence.tokens
    first = max(around.first, tag.first - _SUBJECT_REACH)
    first = max([first, *(n for n in range(first, tag.first) if tokens[n].text in ",;")])
    before = {token.word for token in tokens[first : tag.first]}
    armed = [t for t in around.sentence.named("person", first=first, last=tag.first) if t.value == "combatants"]
    agent = around.sentence.named("actor", "carrier", first=first, last=tag.first) or armed
    if not (agent or before & (_SINGLES | {"forces", "army", "military"})):
        return False
    last = min(tag.last + _OBJECT_REACH, around.last)
    if any(tokens[n].text in ",;" for n in range(tag.last, min(tag.last + 2, last))):
        return False
    place = any(tag.last <= p.first <= tag.last + 2 and not p.is_origin for p in around.places)
    return place or bool(around.sentence.named("structure", first=tag.last, last=last))
