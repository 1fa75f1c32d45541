"""Place phrases of a sentence: the whole wording ("Tafas city in the western countryside of Daraa")."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise

from ledger.gazetteer import CLOSE, SURE, Gazetteer
from ledger.intake.drafts import Phrase
from ledger.intake.place.appended import appended
from ledger.intake.place.buildings import building_before
from ledger.intake.place.described import described
from ledger.intake.place.landmarks import landmark_before
from ledger.intake.place.origins import is_arabic_origin
from ledger.intake.place.place_bounds import around, kinds_after, list_member
from ledger.intake.place.place_names import AREA_NOUNS, ARTICLES, COMPASS, Names
from ledger.names import word_set
from ledger.place_words import KINDS

_WIDE = word_set("countryside rural province governorate desert ريف محافظه ريفي")
_LED_BY = word_set("in of at on near nearby to the and north south east west northern")
_PLAIN_AREA = word_set("areas area parts positions sections اماكن مناطق")
_ORIGINS = word_set("from towards leaving toward heading stationed based originally باتجاه المنحدر نازحين")
_SPOTS = word_set("places sectors axes sites points spots positions location locations fronts targets")
_ROAD_WORDS = word_set("road highway which that leads leading links linking connects connecting between to from the of")
_ROAD_REACH = 7  # tokens
_SAME = AREA_NOUNS | _SPOTS | KINDS
_NEWS = word_set("reports news information word reported heard انباء اخبار معلومات")
_ARABIC_AROUND = word_set("شمال جنوب شرق غرب شمالي جنوبي شرقي غربي محيط اطراف طريق سجن مشفي سوق ضواحي")
_MOVED = word_set("displaced moved transferred sent deported evacuated fled heading went taken driven")
_QUARTERS = word_set("احياء اجزاء قري بلدات مناطق شوارع")  # "أحياء من مدينة حلب"
_ORDINALS = word_set("first second third fourth last old new")


@dataclass(frozen=True, slots=True)
class PlacePhrase:
    """Tokens [first, last) that name a place: its name begins at ``head``; ``is_origin`` = not where it happened.

    ``is_wide`` = a province or countryside, beside which a narrower place is meant; ``names`` counts those of a list.
    """

    first: int
    last: int
    head: int
    is_origin: bool
    is_wide: bool = False
    names: int = 1
    is_reference: bool = False  # "the same areas": the place told last
    is_described: bool = False  # "the jails of the regime": told by what it is
    name: int = 0  # where the name begins with its kind, and
    core: int = 0  # where it ends, without what lies around it


def find_places(names: Names) -> list[PlacePhrase]:
    """Place phrases in order, not overlapping."""
    found: list[PlacePhrase] = []
    at = 0
    while at < len(names.sentence.tokens):
        length = names.at(at) if names.may_begin(at) and not _is_dateline(names, at) else 0
        same = _same_place(names, at) if not length else 0
        if same:
            found.append(PlacePhrase(at, same, at, False, is_reference=True))
        if not length:
            at = same or at + 1
            continue
        phrase = _phrase(names, at, at + length, found[-1].last if found else 0)
        found.append(phrase)
        at = max(phrase.last, at + 1)
    return _with_described(names, found)


def _with_described(names: Names, found: list[PlacePhrase]) -> list[PlacePhrase]:
    """The places found and, between them, those told by what they are."""
    covered = {at for place in found for at in range(place.first, place.last)}
    at, told = 0, list(found)
    while at < len(names.sentence.tokens):
        end = described(names, at) if at not in covered else 0
        joined = next((place for place in told if end and place.first == end and _is_glued(names, end)), None)
        if joined is not None:  # "السوق الشعبي بمعرة مصرين"
            told[told.index(joined)] = replace(joined, first=at)
            at = end
            continue
        if end and not covered & set(range(at, end)):
            told.append(PlacePhrase(at, end, at, False, is_described=True))
        at = max(at + 1, end)
    return sorted(told, key=lambda place: place.first)


def _is_glued(names: Names, at: int) -> bool:
    token = names.sentence.tokens[at]
    return token.word[:1] == "ب" and len(token.forms) > 1


def _is_dateline(names: Names, at: int) -> bool:
    """ "BEIRUT (Agency) -", "GAZA:": where the report was filed, not where anything happened."""
    tokens = names.sentence.tokens
    if tokens[at].text[0] >= "\u0600":  # "الخرطوم (وكالة) - أكد …"
        after = at + names.known(at) if at < 3 else len(tokens)
        opened = after < len(tokens) and tokens[after].text in "(/"
        return opened and any(b.text in "-–" for a, b in pairwise(tokens[: at + 9]) if a.text == ")")
    if at > 4 or len(tokens[at].text) < 3 or not tokens[at].text.isupper():
        return False
    return any(token.text in "(:-–" for token in tokens[at + 1 : at + 5])


def _same_place(names: Names, at: int) -> int:
    """The end of "the same areas", "المنطقة ذاتها"; 0 where there is no such phrase."""
    tokens = names.sentence.tokens
    if tokens[at].word != "the" and tokens[at].text[0] < "\u0600":
        return 0
    words = [token.word for token in tokens[at : at + 3]]
    if len(words) == 3 and words[:2] == ["the", "same"] and (words[2] in _SAME):
        return at + 3
    kind = len(words) > 1 and tokens[at].text[0] >= "\u0600" and names.words[at] in KINDS
    return at + 2 if kind and words[1] in ("ذاتها", "نفسها", "ذاته", "نفسه", "المذكوره") else 0


def _phrase(names: Names, head: int, last: int, floor: int) -> PlacePhrase:
    tokens = names.sentence.tokens
    last = core = kinds_after(names, last)
    listed = 1
    while True:
        longer = list_member(names, last)
        if longer and _is_wide(names, head, last) and _is_narrow(names, last, longer):
            longer = 0  # "in the countryside of Aleppo, Kafr Amma village": the second lies in the first
        if longer:
            listed += not _lies_in(names, head, last, longer)
            last = core = longer
            continue
        longer = 0 if is_arabic_origin(names.sentence, _leftward(names, head, floor)) else around(names, last)
        if not longer:
            break
        last = longer
    last = appended(names, last)
    first = max(floor, landmark_before(names.sentence, _leftward(names, head, floor), names.taken))
    first = building_before(names.sentence, first, floor, names.taken)
    first, last = _with_road(names, first, last, floor)
    before = {token.word for token in tokens[max(floor, first - 3) : first]}
    told = "from" in before and bool(_NEWS & {t.word for t in tokens[:first]} or tokens[0].word == "from")
    sheltered = tokens[first - 1].word == "في" if first else False  # "مدرسة تؤوي نازحين في بلدة …"
    near = (
        before & (_ORIGINS - {"نازحين"} if sheltered else _ORIGINS)
        and not told
        and not {"areas", "raids", "strikes", "shelling"} & before
    )
    leaves = tokens[first - 1].word == "to" and bool(before & _MOVED) if first else False
    leaves = leaves or is_arabic_origin(names.sentence, first)
    wide = listed == 1 and _is_wide(names, head, last)
    return PlacePhrase(
        first, last, head, bool(near or leaves), wide, listed, name=_kind_before(names, head, first), core=core
    )


def _lies_in(names: Names, head: int, last: int, longer: int) -> bool:
    """ "Hayt, Daraa": the second is the wider place that the first lies in, and no further one."""
    tokens, known = names.sentence.tokens, names.gazetteer
    if tokens[last].text != ",":
        return False
    near = known.one(" ".join(token.text for token in tokens[head:last]))
    wide = known.one(" ".join(token.text for token in tokens[last + 1 : longer]))
    return near is not None and wide is not None and wide.id in known.ancestors(near.id)


def _with_road(names: Names, first: int, last: int, floor: int) -> tuple[int, int]:
    """ "The road that links A to B", "the highway between A and B": the road is the place, with both its ends."""
    tokens = names.sentence.tokens
    at = first
    while at > max(floor, first - _ROAD_REACH) and tokens[at - 1].word in _ROAD_WORDS:
        at -= 1
    if at == first or not {"road", "highway"} & {token.word for token in tokens[at:first]}:
        return first, last
    if at > floor and tokens[at - 1].word == "the":
        at -= 1
    joined = last + 1 < len(tokens) and tokens[last].word in ("to", "and", "with") and names.at(last + 1)
    ends = {"links", "linking", "connects", "connecting", "between"} & {token.word for token in tokens[at:first]}
    return at, kinds_after(names, last + 1 + names.at(last + 1)) if joined and ends else last


def _kind_before(names: Names, head: int, first: int) -> int:
    """Where "the town of X" begins."""
    at = head
    while at > first and (names.words[at - 1] in KINDS or names.sentence.tokens[at - 1].word in ("of", "the")):
        at -= 1
    has_kind = any(names.words[n] in KINDS for n in range(at, head))
    return at if has_kind else head


def _is_wide(names: Names, head: int, last: int) -> bool:
    """Whether the name is that of a countryside or province, and nothing narrower stands with it."""
    words = {names.words[n] for n in range(max(0, head - 2), last)}
    return bool(_WIDE & words) and not _is_narrow(names, max(0, head - 2), last)


def _is_narrow(names: Names, first: int, last: int) -> bool:
    return any(names.words[n] in KINDS and names.words[n] not in _WIDE for n in range(first, last))


def _leftward(names: Names, head: int, floor: int) -> int:
    """Where the phrase begins: "valleys in the vicinity of", "the western countryside of", without plain "areas in"."""
    tokens, first, place = names.sentence.tokens, head, head
    while place > floor and place - 1 not in names.taken and tokens[place - 1].is_word:
        word, before = tokens[place - 1].word, tokens[place - 2].word if place - 2 >= floor else ""
        ordinal = word in _ORDINALS and first < head
        article = word in ARTICLES and place == head and tokens[place].glued
        arabic = tokens[place - 1].text[0] >= "\u0600" and names.words[place - 1] in _ARABIC_AROUND
        if article or arabic or ordinal or word in AREA_NOUNS or word in COMPASS or names.words[place - 1] in KINDS:
            first = place = place - 1
        elif word in _LED_BY and (before in AREA_NOUNS or before in _LED_BY or word == "al"):
            place -= 1
        elif word == "and" and before in COMPASS:
            first = place = place - 1
        elif word == "من" and place - 2 >= floor and names.words[place - 2] in _QUARTERS:
            first = place = place - 2
        else:
            break
    while first + 2 < head and tokens[first].word in _PLAIN_AREA and tokens[first + 1].word in ("in", "of", "on"):
        first += 2
    if tokens[first].word in _PLAIN_AREA and first + 1 < head and tokens[first + 1].word in ("in", "of", "on"):
        first += 2
    if first < head and tokens[first].word == "the":
        return first
    return first - 1 if first > floor and tokens[first - 1].word == "the" and first - 1 not in names.taken else first


def resolve_place(text: str, gazetteer: Gazetteer, context: str | None) -> Phrase:
    """The words with the place they mean, or with all that they may mean."""
    candidates = gazetteer.resolve(text, context=context)
    best = gazetteer.surest(candidates)
    if best is not None:
        return Phrase(text=text, id=best.id)
    close = [c.place.id for c in candidates if c.score >= SURE and candidates[0].score - c.score < CLOSE]
    return Phrase(text=text, candidates=tuple(close))
