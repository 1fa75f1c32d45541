"""Arabic counts whose noun stands before the number ("معتقلين اثنين"), and number words that count nobody."""

from __future__ import annotations

from ledger.domain.values import Quantifier
from ledger.intake.count.figures import Figure
from ledger.intake.count.nouns import group_of, starting
from ledger.intake.count.number_words import WORDS
from ledger.intake.count.numbers import number_at
from ledger.intake.text.clauses import Sentence
from ledger.intake.text.lexicon import Tag
from ledger.intake.text.tokens import Token
from ledger.names import word_set

TWO = word_set("اثنان اثنين اثنتان اثنتين اخران اخرين اخريان اخريين")
_JUST_TWO = word_set("اثنان اثنين اثنتان اثنتين")
_ONE = word_set("واحد واحده")
_FEW = {f"ال{word}": WORDS[word] for word in WORDS if word[0] >= "\u0600" and 3 <= WORDS[word] <= 10}
"""The three of "her three children", which Arabic puts behind them with an article."""
_JUST_ONE_OR_TWO = _JUST_TWO | _ONE
_TITLES = word_set(
    "مدير رئيس قائد نائب عضو مراسل زعيم امير مسؤول قاض قاضي شيخ والد والده زوجه شقيق شقيقه ابن نجل طبيب معلم امام خطيب "
    "عميد عقيد لواء نقيب ملازم محافظ وزير مستشار"
)
_WHEN = word_set("اليوم امس فجر صباح مساء ظهر عصر ليل ليله الليله الماضيه يوم قبل قليل مبارح")
_SO_CALLED = word_set("المدعو المدعوه")
PERSONS = _TITLES | _SO_CALLED
"""Words that tell one person, by an office or as the name that follows."""
_SUFFERS = word_set(
    "قتل قتلت مقتل استشهد استشهدت استشهاد اغتيل اغتيلت اغتيال توفي توفيت وفاه اصيب اصيبت اصابه جرح جرحت مصرع "
    "ارتقاء ارتقي"
)
_HARMS = ("killed_before", "injured_before", "execution", "abduction", "detention")
_THEIR_BODY = word_set("جثمانه جثمانها جثته جثتها جثامينهم جثثهم")
_TEN = word_set("عشر عشره")
_ORDINALS = word_set(
    "الحادي الثاني الثالث الرابع الخامس السادس السابع الثامن التاسع الحاديه الثانيه الثالثه الرابعه الخامسه السادسه "
    "السابعه الثامنه التاسعه"
)


def said_after(sentence: Sentence, at: int, words: frozenset[str] | set[str]) -> list[Token]:
    """The token at the place, in a list, where it is one of the words and no larger number begins there; else none."""
    return [token for token in sentence.tokens[at : at + 1] if token.word in words and _is_alone(sentence, at)]


def _is_alone(sentence: Sentence, at: int) -> bool:
    """Whether the number word is the whole number: "اثنين", not "اثنين وسبعين"."""
    number = number_at(sentence.tokens, at)
    return number is None or number[1] == at + 1


def noun_first(sentence: Sentence, at: int) -> Figure | None:
    """ "معتقلين اثنين" is two, "مدني واحد" one."""
    if sentence.tokens[at].text[0] < "\u0600":
        return None
    if at and sentence.tokens[at - 1].word == "من" and said_after(sentence, at + 1, _ONE):
        return None  # "8 أشخاص من عائلة واحدة"
    for tag in starting(sentence, at, "person"):
        several = _FEW.get(sentence.tokens[tag.last].word, 0) if tag.last < len(sentence.tokens) else 0
        if several and _is_alone(sentence, tag.last):
            return Figure(
                at, at, tag.last + 1, several, several, Quantifier.EXACT, "person", group_of(tag.value)
            )  # "وأطفالها الثلاثة"
        for words, number in ((_JUST_TWO, 2), (_ONE, 1)):
            if said_after(sentence, tag.last, words):
                return Figure(
                    at, at, tag.last + 1, number, number, Quantifier.EXACT, "person", group_of(tag.value),
                    is_article=number == 1, is_dual=number == 2,
                )  # fmt: skip
    return None


def is_no_count(sentence: Sentence, at: int) -> bool:
    """ "الثامنة عشرة" is an ordinal, "شارعين اثنين" counts streets, "يوم واحد" days."""
    word = sentence.tokens[at].word
    if not _THEIR_BODY.isdisjoint(sentence.tokens[at].forms):
        return True  # "his body": of one told before
    of_whole = any(token.word == "اصل" for token in sentence.tokens[max(0, at - 2) : at])
    if of_whole and sentence.has("release", "detention", "abduction", "displacement") and not sentence.has("reason"):
        return True  # "40 freed out of 300": the whole is not counted
    before = sentence.tokens[at - 1] if at else None
    if before is None or not before.is_word:
        return False
    if word in _TEN:
        return before.word in _ORDINALS
    if word not in _JUST_ONE_OR_TWO or before.word in ("عدد", "الي") or not _is_alone(sentence, at):
        return False
    return not sentence.has(*_HARMS, "release", "displacement", first=max(0, at - 3), last=at)  # "قتل اثنان"


def is_one_named(sentence: Sentence, at: int, tag: Tag) -> bool:
    """ "استشهد الشاب …", "اعتقال الطفل …": the noun right after the verb stands before a name, and is one person."""
    following = sentence.tokens[tag.last] if tag.last < len(sentence.tokens) else None
    named = following is not None and following.is_word and not following.word.startswith("ال")
    verb = at
    while verb and sentence.tokens[verb - 1].word in _WHEN:  # "استشهد فجر اليوم الفتى …"
        verb -= 1
    said = any(found.last == verb for found in sentence.named(*_HARMS, first=max(0, verb - 2), last=verb))
    return said and named and sentence.tokens[at].word.startswith("ال")


def is_titled(sentence: Sentence, at: int) -> bool:
    """ "قتل مدير مدرسة …", "المدعو …": one person told by an office or by name; the name itself is never kept."""
    token = sentence.tokens[at]
    if token.word in _SO_CALLED:
        return True
    if token.word not in _TITLES or not at:
        return False
    return bool(set(sentence.tokens[at - 1].forms) & _SUFFERS)
