"""Names of the gazetteer in a sentence: as they are written or heard, and those that are ordinary words too."""

from __future__ import annotations

from collections.abc import Sequence

from ledger.gazetteer import Gazetteer
from ledger.intake.place.landmarks import is_definite, stands_in_country
from ledger.intake.text.clauses import Sentence
from ledger.names import ARTICLES, name_words, word_set
from ledger.place_words import KINDS
from ledger.places.names import LONGEST_NAME

_BEFORE_NAMES = ("actor", "carrier", "hit", "bombing", "thing", "air_means", "ground_means", "blast_means")
_ADJECTIVES = word_set("سعوديه وسعوديه")  # of a country that is named with its article
_MAY_DESCRIBE = word_set(  # "من جنسيات سورية", "مجازر جديدة": names only where a place stands
    "سوريه وسوريه جديده كبيره صغيره قديمه بيضاء خضراء حمراء سوداء عاليه واسعه"
)
_ARABIC_LEADS = frozenset(("في", "علي", "ع", "قرب", "الي", "محيط", "داخل", "من", "عن"))
_SHORT = 3  # letters of an Arabic name that stands for itself only after a word that leads to places
_LEAST_HEARD = 5  # letters of a word that may be a name in another spelling


def known_name(sentence: Sentence, words: Sequence[str], place: int, gazetteer: Gazetteer) -> int:
    """Tokens from here that make a name of the gazetteer; articles inside it do not count. 0 for none.

    ``words`` are the sentence's words as words of names are compared.
    """
    token = sentence.tokens[place]
    if token.word in _ADJECTIVES or (token.word in _MAY_DESCRIBE and not _is_led(sentence, place)):
        return 0
    arabic = token.text[0] >= "\u0600"
    for form in (words[place], *(name_words(form)[-1] for form in token.forms[1:] if name_words(form))):
        if gazetteer.begins(form):
            kept, ends = _run(sentence, words, place, form)
            sure = gazetteer.longest(kept, 0, words_too=False)
            if sure and (not arabic or len(form) > _SHORT or sure > 1 or _is_led(sentence, place)):
                return ends[sure - 1]
            word_too = gazetteer.longest(kept, 0) if arabic and not sure else 0
            if word_too and _is_led(sentence, place) and stands_in_country(sentence, place + ends[word_too - 1]):
                return ends[word_too - 1]
    if len(words[place]) >= _LEAST_HEARD and (arabic or token.is_capital) and not sentence.starting(place):
        kept, ends = _run(sentence, words, place, words[place])
        heard = gazetteer.longest_heard(kept, 0)
        return ends[heard - 1] if heard else 0
    return 0


def _run(sentence: Sentence, words: Sequence[str], place: int, form: str) -> tuple[list[str], list[int]]:
    """The words from here without articles, as many as a name may have, and how many tokens each number of them is."""
    kept, ends = [form], [1]
    for following in range(place + 1, min(place + LONGEST_NAME + 4, len(words))):
        if sentence.tokens[following].word not in ARTICLES:
            kept.append(words[following])
            ends.append(following - place + 1)
    return kept[:LONGEST_NAME], ends


def _is_led(sentence: Sentence, place: int) -> bool:
    """Whether an Arabic word stands where a place does: after a preposition or a word for a kind of place."""
    token = sentence.tokens[place]
    before = sentence.tokens[place - 1] if place else None
    glued = token.word[:1] in "بل" and len(token.forms) > 1
    glued = glued or any(tag.last == place for tag in sentence.named(*_BEFORE_NAMES))
    if glued or before is None:
        return glued
    return any(form in _ARABIC_LEADS or (form in KINDS and not is_definite(before)) for form in before.forms)
