"""Arabic place phrases without a name of their own: landmarks before a name, unknown names beside a direction."""

from __future__ import annotations

from ledger.intake.text.clauses import Sentence
from ledger.intake.text.tokens import Token
from ledger.names import word_set
from ledger.place_words import KINDS

LANDMARKS = word_set(
    "سوق ساحه ميدان دوار سجن مشفي مستشفي مدرسه جامعه كليه مسجد جامع كنيسه جسر مطار معبر حاجز معسكر مخيم قاعده محطه "
    "مصنع معمل حقل سد تل جبل مزارع مفرق طريق شارع مقر مبني برج دوير حديقه منتزه ملعب مركز مرفا ميناء قصر كراج فرن "
    "محاور محور جبهات جبهه مربع حاره حي ضاحيه وادي اوتوستراد مسرح قلعه محكمه فرع كهوف مغاور "
    "ساحل شاطئ شاطي كورنيش مزرعه ضفه ضفتي ضفاف نهر بحيره "
    "مستودعات ثكنه مقبره نفق مدخل مشتل ملجا مسلخ صوامع مطحنه بوابه حرش غابه سهل منجم"
)
"""Nouns that a name of their own, or the town they lie in, follows."""
_BESIDE = word_set(
    "شمال جنوب شرق غرب شمالي جنوبي شرقي غربي بريف ريف محافظه بمحافظه ناحيه بناحيه قضاء ولايه بولايه عاصمه شماليه جنوبيه"
)
_COMPOUND = word_set("كفر دير تل عين خان ام ابو جبل نهر خربه")
_FIRST_WORDS = _COMPOUND | word_set("ود دار كوم عزبه مشتي ابن بيار بيت راس بير بئر ام ابو بني الشيخ مرج وادي جب")
_NO_PLACE = word_set("موقعه بيته بيتها مقره مكانه مكانها قريته بلدته بعضها بعضهم بعضه نهايه حدود مدخل ضفه ضفاف")
_NO_SECOND = word_set("المكان الاعتبار الوقت في من علي الي و")
_LEADS = word_set("في قرب من علي الي باتجاه")
_NEAR = word_set("قرب جنب")
_SHORTEST = 4  # letters of an unknown name
_REACH = 4  # tokens from a landmark to the known name


def is_definite(token: Token) -> bool:
    """Whether an Arabic word has its article: "المدينة", which names nothing after it."""
    word = token.word
    return word.startswith(("ال", "لل")) or (word[:1] in "وفبلك" and word[1:3] in ("ال", "لل"))


def opens_name(token: Token) -> bool:
    """Whether the word begins names of two words, as short as it may be: "ام" of "ام روابه"."""
    return token.word in _FIRST_WORDS


def goes_on(sentence: Sentence, place: int) -> bool:
    """Whether a name has a second word: "بيت دجن", "عين منين", "الشيخ زويد"."""
    following = sentence.tokens[place + 1] if place + 1 < len(sentence.tokens) else None
    first = sentence.tokens[place].word.removeprefix("ب") if len(sentence.tokens[place].word) > 4 else ""
    opens = first in _FIRST_WORDS or sentence.tokens[place].word in _FIRST_WORDS
    return opens and following is not None and following.is_word and following.word not in _NO_SECOND


def stands_beside(sentence: Sentence, place: int) -> int:
    """Tokens of an unknown name after "in" that a direction or province follows: "في عرمون جنوب العاصمة"; else 0."""
    tokens = sentence.tokens
    token = tokens[place]
    if not place or is_definite(token) or sentence.starting(place) or token.word in _NO_PLACE:
        return 0
    if len(token.word) < _SHORTEST and token.word not in _COMPOUND:
        return 0
    lead = tokens[place - 1].word
    if lead in _LEADS and token.word in _COMPOUND and goes_on(sentence, place):
        return 2
    glued = token.word[0] == "ب" and len(token.forms) > 1
    following = tokens[place + 1] if place + 1 < len(tokens) else None
    if following is not None and following.is_word and following.word in _BESIDE and (lead in _LEADS or glued):
        return 1
    ends = following is None or not following.is_word or following.word in ("يوم", "امس", "صباح", "مساء", "فجر", "ليل")
    return 1 if lead in _NEAR and ends else 0


def stands_in_country(sentence: Sentence, end: int) -> bool:
    """Whether the words after a name put it into a land: "الباب بريف حلب", "القائم غرب العراق"."""
    tokens = sentence.tokens
    words = [token.word for token in tokens[end : end + 2] if token.is_word]
    return bool(words) and (words[0] in _BESIDE or (words[0] == "في" and words[-1] in _BESIDE))


def landmark_before(sentence: Sentence, first: int, taken: set[int]) -> int:
    """Where "سوق الهال بمدينة …" begins, for a phrase that starts at ``first`` with "in" glued to it or before it."""
    tokens = sentence.tokens
    if not first or tokens[first].text[0] < "\u0600":
        return first
    word = tokens[first].word
    glued = word[0] == "ب" and (len(tokens[first].forms) > 1 or word[1:] in KINDS)  # "بحي …" has but one form
    end = first if glued else first - 1
    if not glued and tokens[end].word != "في":
        return first
    for at in range(end - 1, max(-1, end - 1 - _REACH), -1):
        token = tokens[at]
        if not token.is_word or at in taken or token.word in _LEADS:
            return first
        if not LANDMARKS.isdisjoint(token.forms) and not is_definite(token):
            return first if token.text[0] == "و" and len(token.forms) > 1 else at
        if any(tag.name not in ("thing", "structure", "person", "lead_place", "who") for tag in sentence.starting(at)):
            return first
    return first
