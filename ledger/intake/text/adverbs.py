"""Words for a time or a degree that part a phrase: "withdrew yesterday from", "ended on Monday without"."""

from __future__ import annotations

from collections.abc import Sequence

from ledger.intake.text.tokens import Token
from ledger.names import word_set

_ADVERBS = word_set(
    "yesterday today tonight overnight again later recently earlier subsequently eventually finally fully completely "
    "entirely partially partly gradually quickly hastily reportedly effectively officially mutually immediately early "
    "امس اليوم ايضا مجددا لاحقا صباحا مساء فجرا ليلا ظهرا اخيرا فعليا رسميا بالكامل نهائيا موخرا"
)
_LEADS = word_set("on at this last late early yesterday since by يوم فجر صباح مساء ليل ليله ظهر عصر منذ")
_TIMES = word_set(
    "monday tuesday wednesday thursday friday saturday sunday dawn noon midnight night morning afternoon evening week "
    "الاثنين الثلاثاء الاربعاء الخميس الجمعه السبت الاحد امس اليوم الفجر الصباح"
)
ADVERBIAL = _ADVERBS | _LEADS
"""With which such words begin."""

_MOST = 3  # of them, one behind the other


def past_adverbs(tokens: Sequence[Token], at: int) -> int:
    """The token after the words for a time at ``at``; ``at`` where there are none."""
    for _ in range(_MOST):
        word = tokens[at].word if at < len(tokens) else ""
        following = tokens[at + 1].word if at + 1 < len(tokens) else ""
        if word in _LEADS and following in _TIMES:
            at += 2
            at += at < len(tokens) and tokens[at].word in _TIMES  # "on Monday evening"
        elif word in _ADVERBS:
            at += 1
        else:
            break
    return at
