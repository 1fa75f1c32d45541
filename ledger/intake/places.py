"""Place phrases of a sentence: the whole wording ("Tafas city in the western countryside of Daraa")."""

from __future__ import annotations

from dataclasses import dataclass

from ledger.gazetteer import Gazetteer
from ledger.intake.clauses import Sentence
from ledger.intake.drafts import Phrase
from ledger.names import name_words, word_set
from ledger.place_words import KINDS, NOT_NAMES, unglued

_LINKS = word_set("of in at al the and near to from with - , including")
_COMPASS = frozenset(
    w for w in NOT_NAMES if w.endswith(("ern", "est", "east", "outh", "orth")) or w in ("far", "central")
)
_LEADS = word_set(
    "in on at over near of into inside around target targeted targeting hit hits bombed shelled struck "
    "between across to prevailing prevails along upon strike shelling"
)
_NEVER = word_set(
    "on in the a an it rose president ministry operation mr mrs spokesman director commander organization "
    "sources monday tuesday wednesday thursday friday saturday sunday january february march april june "
    "july august september october november december arab syrian russian turkish israeli american iranian "
    "iraqi lebanese jordanian uzbek reports as for at and while their from to of calm number people toll "
    "yesterday today he she they we i according more other two three four five six several many areas"
)
_AREA_NOUNS = word_set(
    "areas area valleys positions outskirts vicinity surroundings countryside parts frontlines perimeter "
    "road village town city neighborhood neighbourhood province governorate camp south north west east "
    "southern northern western eastern headquarters entire region center centre villages towns "
    "neighborhoods"
)  # fmt: skip
_REFERENCES = frozenset(
    (
        "area",
        "areas",
        "city",
        "town",
        "village",
        "valleys",
        "region",
        "province",
        "camp",
        "place",
        "المنطقه",
        "البلده",
        "المدينه",
        "القريه",
    )
)
_ARABIC_LINKS = frozenset(["في", "من", "و", "علي", "الي"])


@dataclass(frozen=True, slots=True)
class PlacePhrase:
    """Tokens [first, last) that name a place: its name begins at ``head``; ``is_origin`` = not where it happened."""

    first: int
    last: int
    head: int
    is_origin: bool
    is_reference: bool = False


def find_places(sentence: Sentence, taken: set[int], gazetteer: Gazetteer) -> list[PlacePhrase]:
    """Place phrases in order, not overlapping; ``taken`` tokens belong to parties, sources and dates."""
    tokens = sentence.tokens
    words = [_plain(token.forms) for token in tokens]
    lower_case = not any(token.is_capital for token in tokens[1:])
    found: list[PlacePhrase] = []
    at = 0
    while at < len(tokens):
        length = 0 if at in taken else _name_at(sentence, words, at, taken, gazetteer, lower_case)
        if not length:
            at += 1
            continue
        phrase = _extended(
            sentence, words, at, at + length, taken, gazetteer, lower_case, found[-1].last if found else 0
        )
        found.append(phrase)
        at = phrase.last
    return found


def _plain(forms: tuple[str, ...]) -> str:
    words = name_words(forms[0]) or (forms[0],)
    return unglued(words[-1])


def _name_at(
    sentence: Sentence, words: list[str], at: int, taken: set[int], gazetteer: Gazetteer, lower_case: bool
) -> int:
    """How many tokens from here make a place name; 0 for none."""
    token = sentence.tokens[at]
    if not token.is_word or words[at] in KINDS:
        return 0
    arabic = token.text[0] >= "\u0600"
    if arabic or token.is_capital or lower_case:
        for form in (words[at], *(name_words(form)[-1] for form in token.forms[1:] if name_words(form))):
            known = gazetteer.longest([form, *words[at + 1 : at + 5]], 0)
            if known and (not arabic or len(form) > 3 or known > 1 or _is_led(sentence, at)):
                return _room(at, known, taken)
    if arabic:
        return _arabic_name(words, at)
    return _unknown_name(sentence, at, taken)


def _is_led(sentence: Sentence, at: int) -> bool:
    """Whether a short Arabic word stands where a place does: after a preposition or a word for a kind of place."""
    before = sentence.tokens[at - 1].forms if at else ()
    return any(form in ("في", "علي", "قرب", "الي", "محيط", "داخل") or form in KINDS for form in before)


def _room(at: int, known: int, taken: set[int]) -> int:
    return 0 if any(place in taken for place in range(at, at + known)) else known


def _arabic_name(words: list[str], at: int) -> int:
    """A word right after "town of", "village of" and the like."""
    before = words[at - 1] if at else ""
    return 1 if before in KINDS and before not in ("مناطق", "in", "of", "ريف") and len(words[at]) > 2 else 0


def _unknown_name(sentence: Sentence, at: int, taken: set[int]) -> int:
    """Capitalised words next to a word for a kind of place, or after "in", "on", "at", "of" a place word."""
    tokens = sentence.tokens
    end = at
    while end < len(tokens) and end not in taken and end - at < 5:
        token = tokens[end]
        article = (
            token.word in ("al", "el", "ar", "as", "ad", "an", "ash", "of")
            and end + 1 < len(tokens)
            and tokens[end + 1].is_capital
        )
        if not (token.is_capital or (article and (end > at or token.word != "of"))) or (
            token.word in _NEVER and token.word != "of"
        ):
            break
        end += 1
    if end == at:
        return 0
    after = tokens[end].word if end < len(tokens) else ""
    before = tokens[at - 1].word if at else ""
    if before == "the" and at > 1:
        before = tokens[at - 2].word
    beside = (
        after in KINDS
        or after in ("frontlines", "basin", "valley")
        or tokens[at].word in ("tal", "tlul", "jabal", "sahl", "wadi", "kafr")
    )
    return (
        end - at if beside or before in ("in", "on", "near", "hit", "targeted", "over", "at") or before in KINDS else 0
    )


def _extended(
    sentence: Sentence,
    words: list[str],
    first: int,
    last: int,
    taken: set[int],
    gazetteer: Gazetteer,
    lower_case: bool,
    floor: int,
) -> PlacePhrase:
    head = first
    last = _rightward(sentence, words, last, taken, gazetteer, lower_case)
    first = _leftward(sentence, words, first, taken, floor)
    before = [sentence.tokens[place].word for place in range(max(floor, first - 2), first)]
    origin = (
        bool(set(before) & {"from", "towards", "leaving", "toward", "heading", "against", "by", "باتجاه"})
        and "areas" not in before[-1:]
    )
    return PlacePhrase(first, last, head, origin)


def _rightward(
    sentence: Sentence, words: list[str], last: int, taken: set[int], gazetteer: Gazetteer, lower_case: bool
) -> int:
    tokens = sentence.tokens
    while last < len(tokens) and last not in taken:
        if tokens[last].is_word and words[last] in KINDS and words[last] not in ("in", "of"):
            last += 1
            continue
        place = last
        while (
            place < len(tokens)
            and place - last < 7
            and place not in taken
            and (
                tokens[place].text in ",-"
                or (tokens[place].is_word and (words[place] in NOT_NAMES or tokens[place].word in _LINKS))
            )
            and tokens[place].word
            not in ("from", "on", "over", "by", "where", "which", "after", "since", "is", "are", "was", "for")
        ):
            place += 1
        if place >= len(tokens) or place in taken or not tokens[place].is_word:
            break
        length = _name_at(sentence, words, place, taken, gazetteer, lower_case)
        if not length:
            break
        last = place + length
    return last


def _leftward(sentence: Sentence, words: list[str], first: int, taken: set[int], floor: int) -> int:
    tokens = sentence.tokens
    place = first
    while place > floor and place - 1 not in taken and tokens[place - 1].is_word:
        word = tokens[place - 1].word
        if word in _AREA_NOUNS or word in _COMPASS or words[place - 1] in KINDS:
            first = place = place - 1
        elif (
            word in ("of", "the", "in", "al")
            and place - 2 >= floor
            and (tokens[place - 2].word in _AREA_NOUNS or tokens[place - 2].word in ("of", "in") or word == "al")
        ):
            place -= 1
            first = place if word == "al" else first
        else:
            break
    if first > floor and tokens[first - 1].word == "the" and first - 1 not in taken:
        first -= 1
    return first


def resolve_place(text: str, gazetteer: Gazetteer, context: str | None) -> Phrase:
    """The words with the place they mean, or with all that they may mean."""
    candidates = gazetteer.resolve(text, context=context)
    best = gazetteer.one(text, context=context)
    if best is not None:
        return Phrase(text=text, id=best.id)
    close = [c.place.id for c in candidates if c.score >= 0.6 and candidates[0].score - c.score < 0.1]
    return Phrase(text=text, candidates=tuple(close))
