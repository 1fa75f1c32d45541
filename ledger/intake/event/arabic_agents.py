"""Where in an Arabic sentence those stand who act: right behind a deed, verb or noun, or before their verb."""

from __future__ import annotations

from ledger.intake.event.agent_words import AUXILIARIES, LOST, NEAR, VERBS, WEAPONS
from ledger.intake.event.parties import Party
from ledger.intake.text.clauses import Sentence
from ledger.names import word_set

_VICTIM_REACH = 6  # tokens
_LEADS = word_set("علي الي في عن مع بين")
_SUFFERED = word_set("مقتل استشهاد وفاه مصرع اصابه جرح سقوط سقط استشهد استشهدت توفي قضي قضت اصيب اصيبت جثث جثه حياه")
_KILLED = word_set("قتل قتلت اغتيال")
_NOUNS = word_set(
    "قصف قصفا اعدام اعتقال اعتقالات اغتيال اختطاف خطف افراج سيطره استهداف هجوم هجوما هجمات كمين اشتباكات انسحاب "
    "استعاده اطلاق القاء تحرير غاره غارات ضربه ضربات صواريخ قذائف"
)


def arabic_rule(sentence: Sentence, party: Party, first: int, trigger: int) -> str | None:
    """The place in which a party of an Arabic passage stands, or ``None`` where it does not act."""
    tokens = sentence.tokens
    before = tokens[party.first - 1] if party.first > first else None
    deeds = [tag for tag in sentence.named(*VERBS, *WEAPONS, first=first, last=party.first) if tag.last == party.first]
    if deeds:
        return _after_deed(sentence, party, {tokens[tag.first].word for tag in deeds})
    head = tokens[party.first]
    glued = head.word[0] if len(head.forms) > 1 and head.word[0] in "بل" else ""
    of = before is not None and "من" in before.forms
    if glued == "ل" or of:
        weapon = party.first - 1 if of else party.first
        armed = any(tag.last == weapon for tag in sentence.named(*WEAPONS, first=first, last=weapon))
        return "from" if armed else None
    if not glued and _verb_follows(sentence, party):
        return "subject"
    if glued or (before is not None and any(form in _LEADS for form in before.forms)):
        return None
    return "beside" if party.first < trigger else "only one named"


def _verb_follows(sentence: Sentence, party: Party) -> bool:
    """ "مسلحون هاجموا", "المهاجمين كانوا قد خطفوا"."""
    at = party.last
    while at < min(party.last + NEAR, len(sentence.tokens)):
        word = sentence.tokens[at].word
        if any(tag.name in VERBS for tag in sentence.starting(at)):
            return not is_noun_of_deed(word) and word not in _SUFFERED | LOST
        if word not in AUXILIARIES:
            return False
        at += 1
    return False


def _after_deed(sentence: Sentence, party: Party, words: set[str]) -> str | None:
    """ "استهدفت الفصائل", "قصف قوات النظام": in Arabic who acts stands right behind the deed."""
    if words & (_SUFFERED | LOST) or any(word.endswith(("وا", "و")) for word in words):
        return None
    if words & _KILLED and not sentence.has("person", first=party.last, last=party.last + _VICTIM_REACH):
        return None  # "قتل مسلحون": they were killed, unless somebody is named whom they killed
    return "whose weapon" if any(is_noun_of_deed(word) for word in words) else "subject"


def is_noun_of_deed(word: str) -> bool:
    """ "القصف", "هجوم": a deed by its noun and not by a verb."""
    return word.startswith("ال") or word in _NOUNS
