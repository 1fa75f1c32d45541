"""Arabic nouns for agreements and control that tell of none made or taken: "لسيطرة قوات النظام", "خرق الهدنة"."""

from __future__ import annotations

from ledger.intake.lexicon import Tag
from ledger.intake.surroundings import Surroundings
from ledger.names import word_set

_NOUNS = word_set(
    "اتفاق اتفاقا اتفاقيه الاتفاق الاتفاقيه تفاهم تفاهما التفاهم هدنه الهدنه صفقه الصفقه تسويه تسويه وقف وقفا"
)
_NOT_MADE = word_set(
    "منذ قبل دون اي لم لن عدم رفض رفضت رفضا خرق خروقات خرقا انتهاك ضمن بموجب امال مقترح صيغه انهيار فشل"
)
_HELD = word_set(
    "الخاضع الخاضعه الخاضعين خاضع خاضعه خاضعين مناطق منطقه تحت خارطه خريطه حدود نفوذ موضع ضمن بقيت لازال مواقع اماكن"
)
_WHICH = word_set("التي الذي")


def is_agreed(around: Surroundings, tag: Tag) -> bool:
    """Whether an agreement is told of as made; English phrases and Arabic verbs always are."""
    tokens = around.sentence.tokens
    bare = set(tokens[tag.first].forms) & _NOUNS and tokens[tag.first].text[0] >= "\u0600"
    if not bare:
        return True
    before = tokens[max(around.first, tag.first - 3) : tag.first]
    if any(token.word in _NOT_MADE for token in before):
        return False
    return not (before and before[-1].word == "في")  # "hopes in a truce", "failed in the agreement on"


def is_held(around: Surroundings, tag: Tag) -> bool:
    """ "Held by", "areas under the control of", "which X controls": who holds a place, not that it changed hands."""
    before = around.sentence.tokens[max(around.first, tag.first - 2) : tag.first]
    if any(token.word in _HELD or set(token.forms) & _HELD for token in before):
        return True
    return bool(before) and before[-1].word in _WHICH and around.sentence.tokens[tag.first].word.startswith(("ي", "ت"))
