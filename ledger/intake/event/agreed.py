"""Arabic nouns for agreements and control that tell of none made or taken: "لسيطرة قوات النظام", "خرق الهدنة"."""

from __future__ import annotations

from ledger.intake.event.surroundings import Surroundings
from ledger.intake.text.lexicon import Tag
from ledger.names import word_set

_NOUNS = word_set("اتفاق اتفاقا اتفاقيه الاتفاق الاتفاقيه تفاهم تفاهما التفاهم هدنه الهدنه صفقه الصفقه تسويه وقف وقفا")
_NOT_MADE = word_set(
    "منذ قبل دون اي لم لن عدم رفض رفضت رفضا خرق خروقات خرقا انتهاك ضمن بموجب امال "
    "مفاوضات محادثات مباحثات شروط مسوده مقترح صيغه انهيار فشل"
)
_HELD = word_set(
    "الخاضع الخاضعه الخاضعين خاضع خاضعه خاضعين مناطق منطقه تحت خارطه خريطه حدود نفوذ موضع ضمن بقيت لازال مواقع اماكن"
)
_WHICH = word_set("التي الذي")
_FALLS = word_set("سقط سقطت سقوط وقعت")
_HANDS_REACH = 8  # tokens from "fell" to "into the hands of"
_TERM_REACH = 4
_FREES_REACH = 6  # tokens from the verb over who acts to the place
_MADE_REACH = 4
_MADE = word_set(
    "تم جري وقع وقعت وقعوا وقعا توقيع ابرم ابرمت ابرموا ابرام توصل توصلت توصلوا توصلا التوصل دخل دخلت دخول اعلن "
    "اعلنت اعلان بدء بدا عقد عقدت اقر اقرت انجز انجزت انجاز سرت سري يسري سريان نفذ صمد تنفيذ"
)


def is_agreed(around: Surroundings, tag: Tag) -> bool:
    """Whether an agreement is told of as made; English phrases and Arabic verbs always are."""
    tokens = around.sentence.tokens
    bare = set(tokens[tag.first].forms) & _NOUNS and tokens[tag.first].text[0] >= "\u0600"
    if not bare:
        return True
    if _is_known_of(around, tag):
        return False
    before = tokens[max(around.first, tag.first - 3) : tag.first]
    if any(token.word in _NOT_MADE for token in before):
        return False
    return not (before and before[-1].word == "في")  # "hopes in a truce", "failed in the agreement on"


def _is_known_of(around: Surroundings, tag: Tag) -> bool:
    """ "وصف الاتفاق بأنه خطوة": the agreement of which one speaks, unless a word for making it stands near."""
    tokens = around.sentence.tokens
    if tag.last - tag.first > 1 or not tokens[tag.first].word.lstrip("وفب").startswith(("الا", "الت", "اله", "الص")):
        return False
    near = tokens[max(around.first, tag.first - _MADE_REACH) : min(tag.last + _MADE_REACH, around.last)]
    return not any(set(token.forms) & _MADE for token in near)


def is_held(around: Surroundings, tag: Tag) -> bool:
    """ "Held by", "areas under the control of", "which X controls": who holds a place, not that it changed hands."""
    before = around.sentence.tokens[max(around.first, tag.first - 2) : tag.first]
    if any(token.word in _HELD or set(token.forms) & _HELD for token in before):
        return True
    return bool(before) and before[-1].word in _WHICH and around.sentence.tokens[tag.first].word.startswith(("ي", "ت"))


def is_term(around: Surroundings, tag: Tag) -> bool:
    """ "An agreement to evacuate": what an agreement is about has not happened by it."""
    tokens = around.sentence.tokens
    near = around.sentence.named("agreement", "pact", first=max(around.first, tag.first - _TERM_REACH), last=tag.first)
    if not near:
        return False
    if tokens[tag.first].text[0] >= "\u0600":
        return near[-1].name == "agreement" and tokens[tag.first].word[0] in "لبع"
    return tokens[tag.first - 1].word in ("to", "on", "for") or tokens[tag.first].word == "to"


def frees_place(around: Surroundings, tag: Tag) -> bool:
    """ "تحرير حي المكاوي", "حررت القوات بلدة …": a place that is taken, and nobody who is set free."""
    tokens = around.sentence.tokens
    if not any(form.startswith(("حرر", "تحرير")) for form in tokens[tag.first].forms):
        return False
    if frees_people(around, tag):
        return False
    near = tag.last if tokens[tag.first].forms[-1].startswith("تحرير") else tag.last + _FREES_REACH
    return any(tag.last <= place.first <= near and not place.is_origin for place in around.places)


def frees_people(around: Surroundings, tag: Tag) -> bool:
    """ "حررت 20 رهينة", "تحرير المختطفين": people stand behind the word; true of every other word for a release."""
    if not any(form.startswith(("حرر", "تحرير")) for form in around.sentence.tokens[tag.first].forms):
        return True
    counted = any(tag.last <= f.first and f.unit == "person" and not f.role for f in around.figures)
    held = around.sentence.named("person", "uncounted", "vague", first=tag.last - 1, last=tag.last + _FREES_REACH)
    return counted or any(it.value in ("abductees", "detainees") for it in held)


def changes_hands(around: Surroundings) -> int | None:
    """The token of "fell" in "سقطت مدينة … بيد …"; ``None`` where nothing falls into anyone's hands."""
    tokens = around.sentence.tokens[around.first : around.last]
    hands = [at for at, token in enumerate(tokens) if token.word in ("بيد", "بايدي", "بقبضه")]
    falls = [at for at, token in enumerate(tokens) if set(token.forms) & _FALLS]
    found = next((at for at in falls for end in hands if 0 < end - at <= _HANDS_REACH), None)
    return None if found is None else around.first + found
