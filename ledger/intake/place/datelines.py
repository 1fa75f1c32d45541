"""Places that head a message: "Blarghville: 62 people killed …", "Deir ez-Zor. The toll now stands at 58."."""

from __future__ import annotations

from ledger.intake.page import Page
from ledger.intake.people.persons import GIVEN, TITLES, person_tokens
from ledger.intake.place.place_names import ARTICLES, BESIDE, COMPASS, NAME_PARTS, Names
from ledger.intake.place.places import PlacePhrase, find_places, resolve_place
from ledger.intake.place.spoken import name_at_head
from ledger.intake.text.clauses import Sentence
from ledger.names import word_set
from ledger.place_words import KINDS

_LONGEST = 6  # tokens of a name
_HEADINGS = word_set(
    "update updates breaking urgent news video photo photos watch correction toll total totals killed dead wounded "
    "injured note notice source sources summary report reports today yesterday now alert exclusive live latest "
    "hello hi thanks ok okay yes no sorry again please confirmed unconfirmed initial final daily result victims "
    "casualties friday thursday details figures statement question answer good sir dear friends "
    "عاجل تحديث خبر اخبار تصحيح ملاحظه المصدر مصدر المرصد حصيله الحصيله القتلي الجرحي فيديو صور تنبيه بيان تقرير اليوم "
    "امس الان مرحبا شكرا نعم لا عذرا متابعه مراسل المراسل ناشطون ناشط قال وقال واضاف اضاف النتيجه الضحايا الشهداء "
    "تفاصيل معلومات سؤال جواب ورد وردنا مباشر موجز خلاصه مصادر اهالي شهود"
)
_LITTLE = frozenset({"to", "lead_place", "not_place", "definite", "state", "about", "who", "thing", "person"})
_TELLS = (
    "killed",
    "injured",
    "hit",
    "air_means",
    "ground_means",
    "blast_means",
    "bombing",
    "counted",
    "clash",
    "attack",
)
_PLACE_WORDS = (NAME_PARTS | ARTICLES | BESIDE | COMPASS | KINDS) - {"abu", "umm", "bin", "sheikh", "company"}
_NEVER_HEAD = _HEADINGS | GIVEN | TITLES
_MARKS = frozenset(":-–|")


def places_of(page: Page, sentence: Sentence, taken: set[int]) -> list[PlacePhrase]:
    """The places of a sentence, what heads it included and persons left out.

    ``taken`` tokens belong to parties, sources and dates.
    """
    names = Names(sentence, taken, page.gazetteer)
    found = find_places(names.without(person_tokens(names)))
    return _with_heading(names, found)


def _with_heading(names: Names, places: list[PlacePhrase]) -> list[PlacePhrase]:
    """The places of a sentence, or the name before its colon where it names no other."""
    if any(not (place.is_origin or place.is_described) for place in places):
        return places
    head = name_at_head(names)
    if head:
        return [PlacePhrase(0, head, 0, False, name=0, core=head), *places]
    end = _name_end(names)
    tokens = names.sentence.tokens
    mark = end
    while mark < min(end + _LONGEST, len(tokens)) and (tokens[mark].text == "," or mark in names.taken):
        mark += 1  # "Canarytown, 3 August: …"
    if (
        not end
        or mark + 1 >= len(tokens)
        or tokens[mark].text not in _MARKS
        or tokens[mark].end == tokens[mark + 1].start
    ):
        return places
    if not names.sentence.has(*_TELLS, first=end):
        return places
    return [PlacePhrase(0, end, 0, False, name=0, core=end), *places]


def is_dateline(page: Page, sentence: Sentence) -> bool:
    """Whether the sentence is nothing but a name; if so, it is the place of what follows."""
    tokens = sentence.tokens
    last = len(tokens) - 1 if tokens[-1].text in ".:" else len(tokens)
    if last > _LONGEST:
        return False
    names = Names(sentence, set(), page.gazetteer)
    end = _name_end(names)
    if not end or end != last:
        return False
    if last == len(tokens) and not names.known(0):  # a line without a mark may be any word
        return False
    words = page.words(sentence, 0, end)[0]
    page.last_place = resolve_place(words, page.gazetteer, page.scope.id if page.scope else None)
    page.place_name, page.place_sentence, page.dateline = words, page.sentence, page.sentence
    return True


def _name_end(names: Names) -> int:
    """The token after a place's name that opens the sentence; 0 for none."""
    tokens = names.sentence.tokens
    if not tokens[0].is_word or 0 in names.taken:
        return 0
    end = _run(names)
    if not 0 < end <= _LONGEST or any(at in names.taken for at in range(end)):
        return 0
    if names.known(0) >= end:
        return end
    words = {form for token in tokens[:end] for form in token.forms}
    if words & _NEVER_HEAD or any(t.name not in _LITTLE for at in range(end) for t in names.sentence.starting(at)):
        return 0
    if sum(token.is_word for token in tokens[:end]) > 1 and not words & _PLACE_WORDS:
        return 0  # two names of nobody knows what are a person's as soon as a place's
    initials = end == 1 and tokens[0].text.isupper() and tokens[0].text.isascii()  # "AFP:"
    return 0 if initials else end


def _run(names: Names) -> int:
    tokens = names.sentence.tokens
    if tokens[0].text[0] < "\u0600":
        end = names.run(0)
        return max(end, names.known(0)) if tokens[0].is_capital else names.known(0)
    end = next((at for at, token in enumerate(tokens[:4]) if token.text in ":.-–|"), 0)
    words = all(token.is_word for token in tokens[:end])
    return end if words and (end <= 2 or names.known(0) >= end) else 0
