"""Names in Arabic that no list has: after a word for their kind, under fire, in lists, and those of landmarks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ledger.intake.place.landmarks import LANDMARKS, goes_on, is_definite, opens_name, stands_beside
from ledger.names import word_set
from ledger.place_words import KINDS, NOT_NAMES

if TYPE_CHECKING:
    from ledger.intake.place.place_names import Names

_SEVERAL_KINDS = word_set(
    "قري قرى بلدات مدن احياء مناطق مخيمات محافظات قريتي بلدتي مدينتي حيي مخيمي منطقتي محافظتي ناحيتي"
)
_TARGETS = word_set(
    "تمركزات تحركات تحصينات عناصر مسلحين مقاتلين "
    "قافله مقار مقرات منطقه مناطق اهداف تجمعات نقاط ارتال رتل مستودعات مستودع محاور جبهات احياء حافله منزلين "
    "سيارتين خيمه خيام مبني مدارس مدرستين مركز مركبه دراجه شاحنه حاجزين ورشه سوق مشفي مستشفي مدرسه منزل "
    "منازل مسجد سياره نقطه حاجز مواقع موقع تجمع معسكر مطار مقر مخيم مزرعه مزارع كهوف كهف مغاور ضفه ضفتي ضفاف طريق "
    "جسر معبر حقل حقول محطه مخازن قاعده ثكنه سجن مقبره مطعم مخبز فرن محل ورشات بناء بنايه جامع كنيسه ارض اراض اراضي "
    "مدخل اوتوستراد ساحه دوار شارع اقل"
)
_NOT_AFTER_KIND = word_set("ذاتها نفسها ذاته نفسه المذكوره هذه تلك مناطق in of ريف من في التي الذي كما و امام تم قد")
_NO_NAMES = _NOT_AFTER_KIND | NOT_NAMES
_NEVER_FREE = _NO_NAMES | _TARGETS
_SITE_LEADS = word_set(
    "في علي عند قرب داخل عبر امام خلف محيط اطراف مدخل مداخل صوب جنب بجانب ع نحو باتجاه الي من قباله مقابل"
)
_STRUCK = ("hit", "bombing", "control", "air_means", "ground_means")
_NO_COMPLEMENT = word_set(
    "تابع تابعه التابع التابعه بعد قبل اثر جراء خلال بين مع عن كان كانت قد تم ما ان لم لا هو هي هناك حيث وسط ضمن دون "
    "تؤوي يؤوي تاوي ياوي تضم يضم يستخدم تستخدم مكتظ مكتظه يقع "
    "تقع يعود تعود الي الان اليوم امس فجر صباح مساء ليل ظهر يوم بعده تحت فوق لها له لهم"
)
_SAYS_LITTLE = frozenset({"thing", "lead_place", "who", "state", "definite", "person"})
_LONGEST = 3  # words of a landmark's own name
_OPENERS = word_set("وادي كفر دير تل عين خان بيت راس بير بئر ام ابو بني جبل نهر خربه برج حوش")


def after_kind(names: Names, place: int) -> int:
    """How many tokens make a name right after "town of", "village of", "shelling on" in Arabic; 0 for none."""
    tokens = names.sentence.tokens
    before = names.words[place - 1] if place else ""
    if before == "علي" and _is_fired_at(names, place):
        second = place + 1 < len(tokens) and tokens[place + 1].word.startswith("ال") and is_free(names, place + 1)
        return 2 if second else 1
    definite = bool(place) and is_definite(tokens[place - 1])  # "the town": what follows is no name
    if (definite or before not in KINDS) and is_free(names, place):
        return stands_beside(names.sentence, place)
    fits = before in KINDS and not definite and before not in _NOT_AFTER_KIND and len(names.words[place]) > 2
    fits = fits or (before in KINDS and not definite and opens_name(tokens[place]))
    if not fits or names.words[place] in _NO_NAMES:
        return 0
    return 2 if goes_on(names.sentence, place) else 1


def listed(names: Names, place: int) -> int:
    """How many tokens of one more name stand here, glued to "and", in a list after "villages of", "حيي"; 0 for none."""
    token = names.sentence.tokens[place]
    kinds = set(names.words[max(0, place - 6) : place]) & _SEVERAL_KINDS
    if not kinds or token.text[0] != "و" or len(token.word) < 4 or not is_free(names, place):
        return 0
    following = place + 1
    more = following < len(names.words) and is_free(names, following)
    named = more and names.sentence.tokens[following].is_word
    ends = any(form in _OPENERS for form in token.forms) or (named and is_definite(names.sentence.tokens[following]))
    return 2 if named and ends and not names.known(following) else 1


def is_free(names: Names, place: int) -> bool:
    """Whether the word means nothing else that is known here."""
    taken = place in names.taken or names.words[place] in _NEVER_FREE
    return not taken and not names.sentence.starting(place)


def _is_fired_at(names: Names, place: int) -> bool:
    """Whether "shelling on" leads to the word, and the word means nothing else."""
    weapons = names.sentence.named("bombing", "air_means", "ground_means", first=max(0, place - 5), last=place)
    return bool(weapons) and is_free(names, place) and len(names.words[place]) > 2


def site(names: Names, at: int) -> int:
    """Tokens of a landmark with its own name, "حاجز تياسير", "سجن الصناعة", that stands where a place does; else 0."""
    token = names.sentence.tokens[at]
    if at in names.taken or LANDMARKS.isdisjoint(token.forms) or is_definite(token) or not _is_led(names, at):
        return 0
    if token.text[0] == "و" and len(token.forms) > 1:
        return 0  # "مستودعات صواريخ ومركز تدريب": one more thing that was hit
    end = at + 1
    while end - at <= _LONGEST and end < len(names.words) and _is_complement(names, end, first=end == at + 1):
        end += max(1, names.known(end))
    return end - at if end > at + 1 else 0


def _is_led(names: Names, at: int) -> bool:
    token, before = names.sentence.tokens[at], names.sentence.tokens[at - 1] if at else None
    if token.word[:1] in "بل" and len(token.forms) > 1 and token.forms[-1] in LANDMARKS:
        return True
    led = before is not None and not _SITE_LEADS.isdisjoint(before.forms)
    return led or any(tag.last == at for tag in names.sentence.named(*_STRUCK, last=at))


def _is_complement(names: Names, place: int, *, first: bool) -> bool:
    """Whether the word goes on with the landmark's name: the first of them at any rate, others where they are free."""
    token = names.sentence.tokens[place]
    if not token.is_word or place in names.taken or names.words[place] in _NO_NAMES or token.word in _NO_COMPLEMENT:
        return False
    if token.word.startswith("بال") and len(token.forms) > 1 and not first:
        return False  # "محور الخلاطات بالأسلحة"
    glued = len(token.forms) > 1 and (token.text[0] == "و" or (token.word[0] in "بل" and not is_definite(token)))
    if glued and (token.text[0] == "و" or not is_free(names, place) or set(token.forms[1:]) & (KINDS | NOT_NAMES)):
        return False
    tags = {tag.name for tag in names.sentence.starting(place)}
    return tags <= _SAYS_LITTLE and (first or not tags or is_definite(token))
