"""Where Arabic tells something new after a comma: ", وفي إدلب قتل 3", ", و12 شخصا قضوا في قصف", ", أعلن …"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from ledger.intake.count.numbers import number_at
from ledger.intake.text.lexicon import Tag
from ledger.intake.text.tokens import Token
from ledger.names import word_set

_IN = word_set("وفي ففي")
_EVENT_VERBS = frozenset(
    {"killed_before", "injured_before", "hit", "bombing", "clash", "attack", "execution", "detention", "abduction",
     "release", "displacement", "control"}
)  # fmt: skip
_ARMS = frozenset({"air_means", "ground_means", "bombing", "blast_means", "shot", "torture"})
_PLACE_REACH = 9  # tokens from "and in" to its verb
_ITEM_REACH = 22  # tokens of one number with its cause
_LEADS = word_set("و هم وهم")
_BESIDE = (["بالاضافه", "الي"], ["اضافه", "الي"], ["الي", "جانب"], ["فضلا", "عن"])
_DIED = word_set("قتلوا قضوا استشهدوا قضيا قتلا استشهدا فارقوا لقوا توفوا ماتوا اصيبوا جرحوا جراء اثر نتيجه بسبب")
_STATING = word_set(
    "موكدا مؤكدا موكده مؤكده مشيرا مشيره مضيفا مضيفه موضحا موضحه لافتا لافته مبينا مبينه معلنا معلنه كاشفا كاشفه"
)
_SAID = word_set("اعلن اعلنت قال قالت افاد افادت اكد اكدت ذكر ذكرت اوضح اوضحت")
_SAID_REACH = 5  # tokens of ", said X" that closes what was said
_DOES = word_set(
    "قابله قابلها قابلهما تبعه تبعها وقابله وقابلها وتبعه وتبعها واعقبه واعقبها وتلاه وتلاها "
    "تمكن تمكنت تمكنوا ترافقت ترافق تزامنت تزامن يترافق تترافق يتزامن تتزامن اعقبها اعقبه تلاها تلاه"
)
_WAS = word_set("كان كانت كانوا وكان وكانت وكانوا")
_EXCEPT = word_set("خلا عدا باستثناء سوي ماعدا")
_SIDES = word_set("طرف جهه جانب")
_OTHER = word_set("اخر اخري ثان ثانيه")
_SIDE_REACH = 14
_WAYS = word_set("طريق الطريق اوتوستراد محور خط سكه")
_WAY_REACH = 4


def arabic_cut(tokens: Sequence[Token], tags: Sequence[Tag], at: int) -> str | None:
    """The opener of a clause that begins at the token, which a comma precedes; "" = none begins, ``None`` = unsure."""
    token = tokens[at]
    if not token.is_word or token.text[0] < "\u0600" or at + 2 >= len(tokens):
        return None
    if token.text[0] == "و" and _is_other_side(tokens, at):
        return ""
    if token.word in _STATING and any(it.word in ("ان", "بان") for it in tokens[at + 1 : at + 4]):
        return "و"
    if token.word in _SAID and _stop(tokens, at, _SAID_REACH + 1) - at > _SAID_REACH:
        return "و"
    if token.word in _DOES or (token.word in _WAS and any(it.word == "قد" for it in tokens[at + 1 : at + 5])):
        return "و"
    if (
        token.word in _IN
        and tokens[at + 1].word not in ("هذا", "هذه")
        and (_verb_follows(tokens, tags, at) or _number_follows(tokens, at))
    ):
        return "و"
    return "و" if _counts_apart(tokens, tags, at) else None


def is_way(tokens: Sequence[Token], at: int) -> bool:
    """Whether the dash joins the two ends of a road: "طريق الطيبة – الغارية"."""
    before = tokens[max(0, at - _WAY_REACH) : at]
    return any(token.word in _WAYS or set(token.forms) & _WAYS for token in before)


def _is_other_side(tokens: Sequence[Token], at: int) -> bool:
    """ "بين X من جهة، وY من جهة أخرى": the second side of the clash that is being told."""
    reach = tokens[at : at + _SIDE_REACH]
    return any(a.word in _SIDES and b.word in _OTHER for a, b in pairwise(reach))


def _stop(tokens: Sequence[Token], at: int, reach: int) -> int:
    end = min(at + reach, len(tokens))
    return next((n for n in range(at + 1, end) if tokens[n].text in ",;:"), end)


def _verb_follows(tokens: Sequence[Token], tags: Sequence[Tag], at: int) -> bool:
    """ ", وفي محافظة إدلب استشهد 19": a place or a day in front of a verb, before the next comma."""
    end = min(at + _PLACE_REACH, len(tokens))
    comma = next((n for n in range(at + 1, end) if tokens[n].text in ",;"), end)
    stop = min(comma + 2, end) if comma < end else end  # "وفي بعلبك, اغارت مسيره"
    verbs = {tag.first for tag in tags if tag.name in _EVENT_VERBS and at + 2 <= tag.first < stop}
    return any(not tokens[n].word.startswith(("ال", "لل", "ب", "ل")) for n in verbs)


def _number_follows(tokens: Sequence[Token], at: int) -> bool:
    """ ", وفي محافظة درعا 21 شهيدا": without a verb."""
    kinds = tokens[at + 1].word in ("محافظه", "مدينه", "ريف", "بلده")
    return kinds and any(number_at(tokens, n) is not None for n in range(at + 2, min(at + 5, len(tokens))))


def _counts_apart(tokens: Sequence[Token], tags: Sequence[Tag], at: int) -> bool:
    """ ", و12 شخصا قضوا في قصف على …": a number with a cause and a place of its own."""
    first = at + 2 if [token.word for token in tokens[at : at + 2]] in _BESIDE else at
    if first == at and tokens[at].word not in _LEADS:
        return False
    number = number_at(tokens, first if first != at else at + 1)
    if number is None:
        return False
    stop = _stop(tokens, number[1], _ITEM_REACH)
    died = next((n for n in range(number[1], stop) if tokens[n].word in _DIED), 0)
    armed = died and any(tag.name in _ARMS and died <= tag.first < stop for tag in tags)
    return bool(armed) and any(token.word in ("علي", "في", "ب") for token in tokens[died:stop])


def is_exception(tokens: Sequence[Token], tags: Sequence[Tag], at: int) -> bool:
    """ "Calm prevails, except for shots that killed a man": what is excepted is an event that harmed somebody."""
    if tokens[at].word not in _EXCEPT:
        return False
    stop = _stop(tokens, at, _ITEM_REACH)
    armed = any(tag.name in _ARMS and at < tag.first < stop for tag in tags)
    return armed and any(tag.name in ("killed_before", "injured_before") and at < tag.first < stop for tag in tags)
