"""Place phrases of a sentence: the whole wording ("Tafas city in the western countryside of Daraa")."""

from __future__ import annotations

from dataclasses import dataclass

from ledger.gazetteer import Gazetteer
from ledger.intake.clauses import Sentence
from ledger.intake.drafts import Phrase
from ledger.intake.place_names import AREA_NOUNS, ARTICLES, BESIDE, COMPASS, Names
from ledger.intake.tokens import Token
from ledger.names import without_article, word_set
from ledger.place_words import KINDS, NOT_NAMES

_WIDE = word_set("countryside rural province governorate desert ريف محافظه ريفي")
_LED_BY = word_set("in of at on near nearby to the and north south east west northern")
_BRIDGES = word_set("in of at on near nearby to the which lies located situated west east north south beside")
_PLAIN_AREA = word_set("areas area parts positions sections اماكن مناطق")
_ORIGINS = word_set("from towards leaving toward heading stationed based originally باتجاه المنحدر نازحين")
_NEWS = word_set("reports news information word reported heard انباء اخبار معلومات")
_ARABIC_AROUND = word_set("شمال جنوب شرق غرب شمالي جنوبي شرقي غربي محيط اطراف طريق سجن مشفي سوق ضواحي")
_ORDINALS = word_set("first second third fourth last old new")
_DIRECTIONS = word_set(
    "الشرقي الغربي الشمالي الجنوبي الشرقيه الغربيه الشماليه الجنوبيه شرقي غربي شمالي جنوبي الاوسط وريفها وريفه"
)
_REACH = 9  # tokens from one name of a phrase to the next


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


def find_places(sentence: Sentence, taken: set[int], gazetteer: Gazetteer) -> list[PlacePhrase]:
    """Place phrases in order, not overlapping; ``taken`` tokens belong to parties, sources and dates."""
    names = Names(sentence, taken, gazetteer)
    found: list[PlacePhrase] = []
    at = 0
    while at < len(sentence.tokens):
        length = 0 if _is_dateline(names, at) else names.at(at)
        same = _same_place(names, at) if not length else 0
        if same:
            found.append(PlacePhrase(at, same, at, False, is_reference=True))
        if not length:
            at = same or at + 1
            continue
        phrase = _phrase(names, at, at + length, found[-1].last if found else 0)
        found.append(phrase)
        at = max(phrase.last, at + 1)
    return found


def _is_dateline(names: Names, at: int) -> bool:
    """ "BEIRUT (Agency) -", "GAZA:": where the report was filed, not where anything happened."""
    tokens = names.sentence.tokens
    if at > 4 or len(tokens[at].text) < 3 or not tokens[at].text.isupper():
        return False
    return any(token.text in "(:-–" for token in tokens[at + 1 : at + 5])


def _same_place(names: Names, at: int) -> int:
    """The end of "the same areas", "المنطقة ذاتها"; 0 where there is no such phrase."""
    tokens = names.sentence.tokens
    words = [token.word for token in tokens[at : at + 3]]
    if len(words) == 3 and words[:2] == ["the", "same"] and (words[2] in AREA_NOUNS or words[2] in KINDS):
        return at + 3
    kind = len(words) > 1 and tokens[at].text[0] >= "\u0600" and names.words[at] in KINDS
    return at + 2 if kind and words[1] in ("ذاتها", "نفسها", "ذاته", "نفسه", "المذكوره") else 0


def _phrase(names: Names, head: int, last: int, floor: int) -> PlacePhrase:
    tokens = names.sentence.tokens
    last = _kinds_after(names, last)
    listed = 1
    while True:
        longer = _list_member(names, last)
        if longer and _is_wide(names, head, last) and _is_narrow(names, last, longer):
            longer = 0  # "in the countryside of Aleppo, Kafr Amma village": the second lies in the first
        if longer:
            last, listed = longer, listed + 1
            continue
        longer = _around(names, last)
        if not longer:
            break
        last = longer
    first = _leftward(names, head, floor)
    before = {token.word for token in tokens[max(floor, first - 3) : first]}
    told = "from" in before and bool(_NEWS & {t.word for t in tokens[:first]} or tokens[0].word == "from")
    near = before & _ORIGINS and not told and not {"areas", "raids", "strikes", "shelling"} & before
    return PlacePhrase(first, last, head, bool(near), listed == 1 and _is_wide(names, head, last), listed)


def _is_wide(names: Names, head: int, last: int) -> bool:
    """Whether the name is that of a countryside or province, and nothing narrower stands with it."""
    words = {names.words[n] for n in range(max(0, head - 2), last)}
    return bool(_WIDE & words) and not _is_narrow(names, max(0, head - 2), last)


def _is_narrow(names: Names, first: int, last: int) -> bool:
    return any(names.words[n] in KINDS and names.words[n] not in _WIDE | {"of", "in"} for n in range(first, last))


def _kinds_after(names: Names, last: int) -> int:
    tokens = names.sentence.tokens
    while last < len(tokens) and last not in names.taken:
        word = tokens[last].word
        plain = tokens[last].is_word and _is_kind(tokens[last])
        if not (plain or word in _DIRECTIONS or word in BESIDE):
            break
        last += 1
    return last


def _is_kind(token: Token) -> bool:
    """A word for a kind of place that has no preposition glued to it."""
    return token.word in KINDS or without_article(token.word) in KINDS


def _list_member(names: Names, last: int) -> int:
    """The end of ", B" or "and B town" after a name; 0 where the list ends."""
    tokens = names.sentence.tokens
    if last >= len(tokens) or last in names.taken:
        return 0
    word = tokens[last].word
    if tokens[last].text[:1] == "و" and names.known(last):
        return _kinds_after(names, last + names.known(last))
    if word == "and" and last + 1 < len(tokens) and tokens[last + 1].word == "on":
        return 0
    if tokens[last].text in "-–" and last + 1 < len(tokens) and tokens[last + 1].start > tokens[last].end:
        return _kinds_after(names, last + 1 + names.at(last + 1)) if names.at(last + 1) else 0  # "A - B road"
    if [token.word for token in tokens[last : last + 3]] == ["as", "well", "as"]:
        last += 2
    elif tokens[last].text == "," and last + 1 < len(tokens) and tokens[last + 1].word == "and":
        last += 1
    elif word != "and" and tokens[last].text != ",":
        return 0
    start = last + 1
    while start < len(tokens) and (tokens[start].word == "the" or names.words[start] in ("town", "city", "village")):
        start += 1
    if start >= len(tokens) or start in names.taken:
        return 0
    if tokens[start].word == "other" and start + 1 < len(tokens) and names.words[start + 1] in KINDS:
        return start + 2  # "A, B and other towns"
    length = names.at(start)
    end = start + length if length else names.run(start)
    if end == start:
        return 0
    following = tokens[end] if end < len(tokens) else None
    closes = following is None or following.text in ",.;)" or following.word in ("and", "in", "on")
    if not length and not closes and names.words[end] not in KINDS:
        return 0
    return _kinds_after(names, end)


def _around(names: Names, last: int) -> int:
    """The end of "in the western countryside of B" after a name; 0 where nothing of the kind follows."""
    tokens = names.sentence.tokens
    place = last
    while place < len(tokens) and place not in names.taken and place - last < _REACH:
        token = tokens[place]
        if place > last and names.at(place) and _is_bridge(names, last, place):
            return _kinds_after(names, place + names.at(place))
        fits = (token.text in ",-" and place == last) or (
            token.is_word and (names.words[place] in NOT_NAMES or token.word in _BRIDGES or token.word in AREA_NOUNS)
        )
        distance = token.is_number or token.word in ("kilometers", "kilometres", "km")
        if not (fits or distance) or token.word in ("from", "by", "where", "after", "since", "is", "are", "was", "for"):
            return 0
        place += 1
    if place < len(tokens) and place > last and names.at(place) and place not in names.taken:
        return _kinds_after(names, place + names.at(place)) if _is_bridge(names, last, place) else 0
    return 0


def _is_bridge(names: Names, first: int, last: int) -> bool:
    """Whether the words between two names put the first into the second, and are more than a comma and "to"."""
    tokens = names.sentence.tokens[first:last]
    words = [token.word for token in tokens if token.is_word]
    if not words:
        glued = names.sentence.tokens[last]
        return not tokens and glued.text[0] in "بل" and glued.text[0] >= "\u0600"
    if words in (["to"], ["on"], ["over"], ["the"], ["and"]) or words[0] in ("and", "over", "into", "against"):
        return False
    return not (tokens[0].text == "," and words[0] in ("on", "to") and not set(words) & (COMPASS | AREA_NOUNS))


def _leftward(names: Names, head: int, floor: int) -> int:
    """Where the phrase begins: "valleys in the vicinity of", "the western countryside of", without plain "areas in"."""
    tokens, first, place = names.sentence.tokens, head, head
    while place > floor and place - 1 not in names.taken and tokens[place - 1].is_word:
        word, before = tokens[place - 1].word, tokens[place - 2].word if place - 2 >= floor else ""
        ordinal = word in _ORDINALS and first < head
        article = word in ARTICLES and place == head and tokens[place].glued
        arabic = tokens[place - 1].text[0] >= "\u0600" and names.words[place - 1] in _ARABIC_AROUND
        if (
            article
            or arabic
            or ordinal
            or word in AREA_NOUNS
            or word in COMPASS
            or names.words[place - 1] in KINDS - {"of", "in"}
        ):
            first = place = place - 1
        elif word in _LED_BY and (before in AREA_NOUNS or before in _LED_BY or word == "al"):
            place -= 1
        elif word == "and" and before in COMPASS:
            first = place = place - 1
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
    best = gazetteer.one(text, context=context)
    if best is not None:
        return Phrase(text=text, id=best.id)
    close = [c.place.id for c in candidates if c.score >= 0.6 and candidates[0].score - c.score < 0.1]
    return Phrase(text=text, candidates=tuple(close))
