"""Which party a name means in this report: "the army", "the organization", "the coalition" mean another one elsewhere.

What decides is the country the sentence or the report is about, the day it speaks of, and whether the party was named
in full before. Where that leaves more than one, the words are kept with all candidates and no id.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from ledger.actors import Situation, sure
from ledger.gazetteer import CLOSE, SURE
from ledger.intake.drafts import Phrase
from ledger.intake.event.parties import Party
from ledger.intake.text.lexicon import Tag
from ledger.intake.text.tokens import WORD, first_tokens, word_of
from ledger.names import word_set
from ledger.place_words import plain_word
from ledger.places.names import LONGEST_NAME

if TYPE_CHECKING:
    from ledger.intake.page import Page
    from ledger.intake.place.places import PlacePhrase
    from ledger.intake.text.clauses import Sentence
    from ledger.intake.time.moment import Moment

_WORDS = re.compile(WORD)
_SAMPLE = 6_000  # code points that are looked through for the country a report is about
_MOST = 6  # candidates shown
_INTO = word_set(
    "in into inside to towards toward from across within throughout near around outside over via through northern "
    "southern eastern western north south east west of في داخل الي الى من عبر نحو باتجاه شمال جنوب شرق غرب شمالي "
    "جنوبي شرقي غربي انحاء حدود"
)
_AS_PARTY = frozenset({"strikes", "airstrikes", "raids", "attacks", "shelling", "forces", "army"})
_BOTH_WAYS = frozenset({"of", "from", "من"})


def free_countries(page: Page, sentence: Sentence) -> None:
    """ "In Turkey", "شرقي أوكرانيا": the name of a country that says where, and not who."""
    places = {
        at
        for tag in sentence.named("actor")
        if tag.first and tag.last - tag.first <= 2 and _says_where(sentence, tag) and _is_country(page, sentence, tag)
        for at in range(tag.first, tag.last)
    }
    if places:
        sentence.forget("actor", places)


def _says_where(sentence: Sentence, tag: Tag) -> bool:
    before = sentence.tokens[tag.first - 1]
    glued = len(sentence.tokens[tag.first].forms) > 1 and sentence.tokens[tag.first].word[0] == "ب"
    if glued:
        return True
    led = any(form in _INTO for form in before.forms)
    deeds = {token.word for token in sentence.tokens[max(0, tag.first - 3) : tag.first - 1]} & _AS_PARTY
    return led and not (before.word in _BOTH_WAYS and deeds)


def _is_country(page: Page, sentence: Sentence, tag: Tag) -> bool:
    words = page.words(sentence, tag.first, tag.last)[0]
    found = page.gazetteer.resolve(words[1:] if words[:1] == "ب" else words)
    return bool(found) and found[0].place.kind == "country" and found[0].score >= 1.0


def settle_names(page: Page, sentence: Sentence, places: Iterable[PlacePhrase], moments: Iterable[Moment]) -> None:
    """Give each name of a party in the sentence the id it means here, or none and all that it may mean."""
    tags = sentence.named("actor")
    if not tags:
        return
    settled: dict[Tag, Tag] = {}
    situation: Situation | None = None
    for tag in tags:
        if not tag.value:  # named, and in no list
            continue
        known = page.actors.get(tag.value)  # a name that means one party wherever it stands
        if known is None:
            situation = situation or _situation(page, sentence, places, moments)
            found = page.actors.ranked(tag.value, replace(situation, named=tuple(page.named_parties)))
            known = sure(found)
            sentence.meant[tag.first] = found
            settled[tag] = Tag(tag.name, known.id if known else "", tag.first, tag.last)
        if known is not None:
            page.named_parties.append(known.id)
    if settled:
        sentence.exchange(settled)


def _situation(page: Page, sentence: Sentence, places: Iterable[PlacePhrase], moments: Iterable[Moment]) -> Situation:
    named = (page.words(sentence, place.first, place.last)[0] for place in places)
    here = {country for words in named if (country := _country(page, words))}
    mainly = main_country(page)
    countries = {mainly} if mainly and (not here or mainly in here) else here
    days = [moment.last or moment.first for moment in moments if moment.last or moment.first]
    return Situation(frozenset(countries), days[0] if days else page.published)


def main_country(page: Page) -> str | None:
    """The country that the report is about: of its scope, or the one in which most of its places lie."""
    if page.country is None:
        scope = page.scope.id if page.scope else None
        page.country = (_root(page, scope) if scope else _most_named(page)) or ""
    return page.country or None


def _most_named(page: Page) -> str | None:
    counted: Counter[str] = Counter()
    reached = 0
    for word in _WORDS.finditer(page.text.text, 0, _SAMPLE):
        if word.start() < reached or not (word[0][0].isupper() or word[0][0] >= "\u0600"):
            continue
        name, end = _name_at(page, *word.span())
        if name:
            reached = end
            country = _country(page, name)
            counted.update([country] if country else [])
    most = counted.most_common(2)
    return most[0][0] if most and (len(most) == 1 or most[0][1] > most[1][1]) else None


def _name_at(page: Page, start: int, end: int) -> tuple[str, int]:
    """The longest name of a place that begins with the word at ``start``..``end``, and where it ends in the text."""
    text, lower, gazetteer = page.text.text, page.text.lower, page.gazetteer
    if not gazetteer.begins(plain_word(word_of(lower, start, end))):
        return "", 0
    tokens = first_tokens(text, lower, start, min(len(text), _SAMPLE), LONGEST_NAME)
    words = [plain_word(token.word) for token in tokens]
    length = gazetteer.longest(words, 0, words_too=False)
    return (" ".join(words[:length]), tokens[length - 1].end) if length else ("", 0)


def _country(page: Page, words: str) -> str | None:
    """The country of a place, where all that are likely to be meant lie in one."""
    found = page.gazetteer.resolve(words)
    likely = [it.place.id for it in found if it.score >= SURE and found[0].score - it.score < CLOSE]
    roots = {_root(page, place_id) for place_id in likely}
    return roots.pop() if len(roots) == 1 else None


def _root(page: Page, place_id: str) -> str:
    return page.gazetteer.path(place_id).split("/")[0]


def party_phrase(page: Page, sentence: Sentence, party: Party) -> Phrase:
    """The words of a phrase with the party they mean, or else all that they may mean."""
    words = page.own_words(sentence, party.first, party.last)
    if party.ids:
        known = [it for it in party.ids if (entry := page.actors.get(it)) and not entry.is_unidentified]
        return Phrase(text=words, id=(known or party.ids)[0])
    doubtful = next((it for at, it in sorted(sentence.meant.items()) if party.first <= at < party.last), ())
    candidates = party.thought or tuple(it.actor.id for it in doubtful[:_MOST])
    return Phrase(text=words, candidates=candidates)
