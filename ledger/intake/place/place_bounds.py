"""How far a place phrase reaches past its name: kinds, lists, and the wider place around it."""

from __future__ import annotations

from ledger.intake.place.arabic_names import listed
from ledger.intake.place.place_names import AREA_NOUNS, BESIDE, COMPASS, Names
from ledger.intake.text.tokens import Token
from ledger.names import without_article, word_set
from ledger.place_words import KINDS, NOT_NAMES

_BRIDGES = word_set("in of at on near nearby to the which lies located situated west east north south beside")
_DIRECTIONS = word_set(
    "الشرقي الغربي الشمالي الجنوبي الشرقيه الغربيه الشماليه الجنوبيه الاوسط وريفها وريفه "
    "العسكري العسكريه المدني الدولي الحدودي للاجئين للنازحين"
)
_SIDES = word_set("شرقي غربي شمالي جنوبي شرق غرب شمال جنوب وسط")
_WHOLES = word_set("القطاع العاصمه المدينه البلاد الضفه المحافظه البلده القطر")
_AND_IN = frozenset({"وفي", "ففي", "وعلي", "وعلى", "وقرب"})  # another place, with something of its own to tell
_UNITS = word_set(
    "kilometers kilometres kilometer kilometre km kms kilo miles mile meters metres "
    "كم كيلومترا كيلومتر كيلو مترا متر ميلا"
)
_SHORT = 3  # letters
_BRACKET = 5  # tokens in which a second name stands
_REACH = 9  # tokens from one name of a phrase to the next


def kinds_after(names: Names, last: int) -> int:
    """The end of a name with the words for its kind, its part or its second name: "X (Y) village", "X's south"."""
    tokens = names.sentence.tokens
    if last < len(tokens) and tokens[last].text == "(":
        close = next((at for at in range(last, min(last + _BRACKET, len(tokens))) if tokens[at].text == ")"), 0)
        if close and close + 1 < len(tokens) and _is_kind(tokens[close + 1]):
            last = close + 1
    elif last < len(tokens) and tokens[last - 1].word.endswith("'s") and tokens[last].word in COMPASS:
        last += 1
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


def list_member(names: Names, last: int) -> int:
    """The end of ", B" or "and B town" after a name; 0 where the list ends."""
    tokens = names.sentence.tokens
    if last >= len(tokens) or last in names.taken:
        return 0
    word = tokens[last].word
    if tokens[last].text[:1] == "و" and names.known(last):
        return kinds_after(names, last + names.known(last))
    if tokens[last].text[:1] == "و" and _is_short_name(names, last):
        return kinds_after(names, last + 1)
    if tokens[last].text[:1] == "و" and (more := listed(names, last)):
        return kinds_after(names, last + more)
    if word == "and" and last + 1 < len(tokens) and tokens[last + 1].word == "on":
        return 0
    if tokens[last].text in "-–" and last + 1 < len(tokens) and tokens[last + 1].start > tokens[last].end:
        return kinds_after(names, last + 1 + names.at(last + 1)) if names.at(last + 1) else 0  # "A - B road"
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
    return kinds_after(names, end)


def _is_short_name(names: Names, at: int) -> bool:
    """ "إدلب وحلب": a name of three letters, which elsewhere must stand behind a preposition."""
    bare = names.sentence.tokens[at].forms[1:2]
    free = bool(bare) and len(bare[0]) == _SHORT and not names.sentence.starting(at)
    return free and names.gazetteer.one(bare[0]) is not None


def around(names: Names, last: int) -> int:
    """The end of "in the western countryside of B" after a name; 0 where nothing of the kind follows."""
    tokens = names.sentence.tokens
    if last + 1 < len(tokens) and tokens[last].word in _SIDES and tokens[last + 1].word in _WHOLES:
        return last + 2  # "مدينة رفح جنوبي القطاع"
    place = last
    while place < len(tokens) and place not in names.taken and place - last < _REACH:
        token = tokens[place]
        if token.text in _AND_IN:
            return 0
        if place > last and names.at(place) and _is_bridge(names, last, place):
            return 0 if _is_country(names, place) else kinds_after(names, place + names.at(place))
        fits = (token.text in ",-" and place == last) or (
            token.is_word and (names.words[place] in NOT_NAMES or token.word in _BRIDGES or token.word in AREA_NOUNS)
        )
        distance = token.word in _UNITS or (token.is_number and _measures(tokens, place))
        if not (fits or distance) or token.word in ("from", "by", "where", "after", "since", "is", "are", "was", "for"):
            return 0
        place += 1
    if place < len(tokens) and place > last and names.at(place) and place not in names.taken:
        near = _is_bridge(names, last, place) and not _is_country(names, place)
        return kinds_after(names, place + names.at(place)) if near else 0
    return 0


def _measures(tokens: list[Token], place: int) -> bool:
    """Whether a number is one of kilometres, and not of people: "41 were killed in Idlib, 20 in Aleppo"."""
    return place + 1 < len(tokens) and tokens[place + 1].word in _UNITS


def _is_bridge(names: Names, first: int, last: int) -> bool:
    """Whether the words between two names put the first into the second, and are more than a comma and "to"."""
    tokens = names.sentence.tokens[first:last]
    words = [token.word for token in tokens if token.is_word]
    if not words:
        glued = names.sentence.tokens[last]
        return not tokens and glued.text[0] in "بل" and glued.text[0] >= "\u0600"
    if words in (["الي"], ["من"], ["علي"], ["to"], ["on"], ["over"], ["the"], ["and"]) or words[0] in (
        "and",
        "over",
        "into",
        "against",
    ):
        return False
    return not (tokens[0].text == "," and words[0] in ("on", "to") and not set(words) & (COMPASS | AREA_NOUNS))


def _is_country(names: Names, place: int) -> bool:
    """Whether the name is a country's, which tells nothing of where a town lies."""
    tokens = names.sentence.tokens[place : place + names.at(place)]
    found = names.gazetteer.one(" ".join(token.text for token in tokens))
    return found is not None and found.kind == "country"
