"""Places where nothing happened: where people come from or go to, where fire came from, where an office sits."""

from __future__ import annotations

from ledger.intake.text.clauses import Sentence
from ledger.names import word_set

_NATIVES = word_set("ابناء اهالي سكان مواليد ابناوها اهل ابن بنت وجهاء شباب نازحي مهجري")
_FIRERS = word_set(
    "متمركزه المتمركزه متمركزين المتمركزين المتمركزون متواجده المتواجده المتواجدين متموضعه المتموضعه المنتشره المرابطه"
)
_OFFICES = word_set("صحه شرطه محافظ بلديه مجلس قائممقام رئيس مدير امير نائب اهالي دائره قياده")
_SPEECHES = word_set("مؤتمر بيان تصريح تصريحات كلمه مقابله خطاب احاطه")
_GOALS = word_set("باتجاه اتجاه نحو الي صوب جهه toward towards heading to into")
_PEOPLE = ("person", "one", "dual")


def is_arabic_origin(sentence: Sentence, first: int) -> bool:
    """Whether "رجلان من", "من أبناء", "المتمركزة في", "من صوب", "دائرة صحة" leads to the place at ``first``."""
    tokens = sentence.tokens
    if not first or tokens[first].text[0] < "\u0600":
        return False
    before, lead = tokens[first - 1], tokens[first - 2] if first > 1 else None
    if set(before.forms) & _OFFICES and not set(before.forms) & _NATIVES:
        return True
    if before.word in ("في", "من") and _is_spoken_at(sentence, first - 1):
        return True
    if lead is not None and before.word == "صوب" and lead.word == "من":
        return True
    if before.word == "في" and lead is not None and set(lead.forms) & _FIRERS:
        return True
    if set(before.forms) & _NATIVES and lead is not None and lead.word == "من":
        return True
    return before.word == "من" and any(tag.last == first - 1 for tag in sentence.named(*_PEOPLE, last=first))


def _is_spoken_at(sentence: Sentence, at: int) -> bool:
    """ "في مؤتمر صحفي في رام الله", "في بيان من بيروت": where somebody spoke."""
    return any(set(token.forms) & _SPEECHES for token in sentence.tokens[max(0, at - 2) : at])


def is_goal(sentence: Sentence, first: int) -> bool:
    """Whether "towards", "باتجاه", "نحو" leads to the place at ``first``."""
    return bool(_GOALS & {token.word for token in sentence.tokens[max(0, first - 2) : first]})
