"""Regular expressions for times in Arabic; what they mean is told in arabic_dates.py."""

from __future__ import annotations

import re

from ledger.intake.text.normalise import fold
from ledger.intake.time.calendar import ARABIC_ORDINALS, MONTHS, WEEKDAYS
from ledger.intake.time.cued import ARABIC_MONTH_CUES, DIGITS, WEEKDAY_CUES, cued

_ARABIC_MONTHS = [name for name in MONTHS if name[0] >= "\u0600"]
_M = "|".join(sorted(map(re.escape, _ARABIC_MONTHS), key=len, reverse=True))
_W = "|".join(sorted((name for name in WEEKDAYS if name[0] >= "\u0600"), key=len, reverse=True))
_ONES = "الحادي|الثاني|الثالث|الرابع|الخامس|السادس|السابع|الثامن|التاسع"
ORDINALS = dict(ARABIC_ORDINALS)
"""Day of the month by its ordinal, as "السادس والعشرين"."""
for _ten, _name in ((20, "العشرين"), (30, "الثلاثين")):
    ORDINALS[_name] = _ten
    for _one, _word in enumerate(_ONES.split("|"), 1):
        ORDINALS[fold(f"{_word} و{_name}").lower] = _ten + _one
_O = "|".join(sorted(ORDINALS, key=len, reverse=True))
_YEAR = r"(?:19|20)\d\d"
GONE = frozenset({"الماضي", "المنصرم", "الفائت", "السابق"})
_SUFFIX = "الماضي|المنصرم|الفائت|السابق|الجاري|الحالي"
_SMALL = {
    "": 1, "واحد": 1, "يومين": 2, "ثلاثه": 3, "ثلاث": 3, "اربعه": 4, "اربع": 4, "خمسه": 5, "خمس": 5, "سته": 6, "ست": 6,
    "سبعه": 7, "سبع": 7, "ثمانيه": 8, "ثماني": 8, "تسعه": 9, "تسع": 9, "عشره": 10, "عشر": 10, "اربع وعشرين": 24,
    "اربعه وعشرين": 24, "الاربع والعشرين": 24, "ثمان واربعين": 48, "ثماني واربعين": 48, "الثماني والاربعين": 48,
}  # fmt: skip
_N = r"(?:\d{1,3}|" + "|".join(sorted(filter(None, _SMALL), key=len, reverse=True)) + ")"
_MM = rf"(?:{_M})(?!\w)"
_DAYS = (*DIGITS, *(word for name in ORDINALS for word in name.split()))
"""Of which one stands in whatever names a day of a month."""

_START = r"(?<!\w)[وف]?"
_PART = (
    r"(?:(?:يوم|فجر|صباح|مساء|ليل|ليله|ظهر|عصر|ضحي|منتصف ليل|منتصف|بعد ظهر|قبيل فجر|ساعات|وقت|الفجر|الصباح|المساء) ?)*+"
)
_SINCE = rf"{_START}(?P<since>منذ |ابتداء من |اعتبارا من |بعد |انطلاقا من )?"


def count_of(words: str) -> int:
    """The small number that the words say; one where there are none."""
    return int(words) if words.isdigit() else _SMALL.get(words, 1)


def _of_month(at: str) -> str:
    """A day with its month, as groups ``d``, ``o``, ``m``, ``s``, ``y`` with the suffix ``at``."""
    return (
        rf"(?:ال ?)?(?:(?P<d{at}>\d{{1,2}})|(?P<o{at}>{_O}))(?: من)?(?: شهر)? (?P<m{at}>{_M})(?!\w)"
        rf"(?: ?[/(] ?(?:{_M})(?!\w)\)?)?(?:,? (?P<s{at}>{_SUFFIX})(?!\w))?"
        rf"(?:,? (?:من )?(?:ال|ل)?(?:عام |سنه )?(?P<y{at}>{_YEAR})(?!\d))?"
    )


_FIRST = (
    rf"{_PART}(?:ال ?)?(?:(?P<d1>\d{{1,2}})|(?P<o1>{_O}))(?: من)?"
    rf"(?: (?P<m1>{_M})(?!\w)(?: ?[/(] ?{_MM}\)?)?)?(?: (?P<y1>{_YEAR}))? "
)
_SECOND = (
    rf"{_PART}(?:ال ?)?(?:(?P<d2>\d{{1,2}})|(?P<o2>{_O}))(?: من)?(?: شهر)? "
    rf"(?:(?P<m2>{_M})(?!\w)(?: ?[/(] ?{_MM}\)?)?(?:,? (?:عام )?(?P<y2>{_YEAR}))?|"
    rf"الشهر(?: (?P<s2>{_SUFFIX}))?(?!\w))"
)
BETWEEN = cued(("بين ",), rf"{_START}(?:ما )?بين {_FIRST}و ?{_SECOND}", also=_DAYS)
RANGE = cued(("حتي", "لغايه", "الي"), rf"{_START}(?:من|منذ) {_FIRST}و?(?:حتي|لغايه|الي) {_SECOND}", also=_DAYS)
DAY = cued(
    ARABIC_MONTH_CUES,
    _SINCE + _PART + _of_month("") + rf"(?P<ly> ?من العام (?:الماضي|الفائت|المنصرم)(?!\w))?(?: (?:{_SUFFIX})(?!\w))?",
    also=_DAYS,
)
DAY_OF_MONTH = cued(
    ("شهر", "منه"),
    rf"{_SINCE}{_PART}(?:ال ?)?(?:(?P<d>\d{{1,2}})|(?P<o>{_O}))(?P<m>(?!)x)? "
    rf"(?:من (?:ال)?شهر(?: (?P<s>{_SUFFIX})| ذاته| نفسه)?|منه)(?!\w)",
    also=_DAYS,
)
PART_OF_MONTH = cued(
    ("مطلع", "اوائل", "بداي", "منتصف", "اواسط", "اواخر", "نهايه"),
    rf"{_SINCE}(?P<about>مطلع|اوائل|بدايات|بدايه|منتصف|اواسط|اواخر|نهايه) (?:شهر )?"
    rf"(?:(?P<m>{_M})(?!\w)(?: ?[/(] ?{_MM}\)?)?(?: (?:{_SUFFIX})(?!\w))?"
    rf"(?: (?:من )?(?:عام |العام )?(?P<y>{_YEAR}))?|"
    r"(?:هذا )?الشهر(?: الجاري| الحالي)?(?!\w))",
)
MONTH_ALONE = cued(
    ARABIC_MONTH_CUES,
    rf"{_SINCE}(?:(?:خلال|في|طوال|طيله) (?:شهر )?|شهر |(?<=منذ ))(?P<m>{_M})(?!\w)(?: ?[/(] ?(?:{_M})(?!\w)\)?)?"
    rf"(?: (?:{_SUFFIX})(?!\w))?(?:,? (?:من )?(?:عام |العام )?(?P<y>{_YEAR}))?",
)
LAST_MONTH = cued(
    ("شهر",), rf"{_START}(?P<since>منذ )?(?:ال)شهر (?:الماضي|المنصرم|الفائت)(?!\w)(?P<m>(?!)x)?(?P<y>(?!)x)?"
)
PART_OF_YEAR = cued(
    ("النصف", "الربع", "الثلث", "الاشهر", "الشهور"),
    rf"{_START}(?:خلال |في |طوال )?(?:(?P<part>النصف|الربع|الثلث) (?P<o>الاول|الثاني|الثالث|الرابع|الاخير)|"
    rf"(?:الاشهر|الشهور) ال(?P<n>{_N}) الاولي) من "
    rf"(?:(?:ال)?(?:عام|سنه) )?(?:(?P<y>{_YEAR})(?!\d)|(?P<s>{_SUFFIX})(?!\w))",
)
YEAR_ALONE = cued(
    ("عام ", "سنه ", "منذ 19", "منذ 20"),
    rf"{_START}(?P<since>منذ )?(?:خلال |في )?(?:ال)?(?:عام|سنه) (?P<y>{_YEAR})(?!\d)|"
    rf"{_START}(?P<bare>منذ )(?P<y2>{_YEAR})(?![\d/-]|\.\d)",
)
WHOLE_YEAR = cued(
    ("العام",),
    rf"{_START}(?:خلال |في |طوال |طيله )?(?:(?:هذا )?العام (?P<s>{_SUFFIX}|المنقضي)|هذا العام)(?!\w)",
)
HOURS = cued(
    ("ساع",),
    rf"{_START}(?:خلال|في|طوال) (?:اخر )?(?:ال)?(?:ساعات )?(?:ال ?)?(?P<h>{_N}) ?ساعه"
    r"(?: ال(?:ماضيه|اخيره|فائته))?"
    rf"|{_START}(?:خلال|في|طوال) الساعات (?:ال ?)?(?P<h2>{_N})?(?: ?)ال(?:ماضيه|اخيره|فائته)",
)
DAYS_BACK = cued(
    ("ايام", "يوم", "اسبوع", "اسابيع"),
    rf"{_START}(?:خلال|في غضون|طوال|علي مدي|علي مدار) (?:ال)?(?:(?P<n>{_N}) )?(?:ال)?"
    r"(?P<u>ايام|يوما|يومين|اسبوعين|اسابيع|اسبوع)(?: ال(?P<n2>ثلاثه|اربعه|خمسه|سته|سبعه|عشره))?"
    r"(?: ال\w{3,7}(?:ه|ين|ي))?(?!\w)",
)
LAST_WEEK = cued(("الاسبوع",), rf"{_START}(?:خلال |في )?(?P<u>الاسبوع) (?:الماضي|المنصرم|الفائت|الجاري|الحالي)(?!\w)")
SINCE_YESTERDAY = cued(
    ("امس",),
    rf"{_START}(?:منذ|من|بين|ما بين) {_PART}امس(?: (?:{_W}))? ?و?(?:حتي|الي|و) ?"
    rf"{_PART}(?:هذا )?اليوم(?: (?:{_W}))?(?!\w)",
)
MIDNIGHT = cued(("بعد منتصف",), rf"{_START}بعد منتصف (?:ال)?ليل(?:ه)? (?:يوم )?امس(?: (?:{_W}))?(?!\w)")
BEFORE_YESTERDAY = cued(
    ("مبارح", "امس"),
    rf"{_START}(?:{_PART}اول (?:من )?ا?مبارح|{_PART}اول (?:من )?امس|{_PART}امس الاول|قبل امس)(?: (?:{_W}))?(?!\w)",
)
YESTERDAY = cued(
    ("امس", "مبارح", "البارحه", "الليله الماضيه"),
    rf"(?<!\w)(?:(?:منذ|من) )?[وفبل]?(?<!بعد )(?:{_PART}(?:يوم )?(?:امس|ا?مبارح|البارحه)|بالامس|الليله الماضيه)"
    rf"(?: بالليل| الصبح| المسا)?(?: (?:{_W}))?(?!\w)",
)
TODAY = cued(
    ("اليوم", "هذا ", "الصبح", "هلا", "هلق", "هلأ", "حاليا", "شوي", "قليل", "ساع", "دقائق"),
    rf"{_START}(?:(?:منذ|من|في) )?{_PART}(?:الاولي من )?"
    rf"(?:(?:هذا |نهار )?اليوم(?! الاول| الثاني| الثالث| الرابع| الخامس)(?: (?:{_W}))?|"
    r"هذا (?:الصباح|المساء|الفجر))(?!\w)"
    rf"|{_START}(?:من الصبح|الصبح|هلا|هلق|هلأ|حاليا|قبل قليل|من شوي|قبل شوي)(?!\w)"
    rf"|{_START}(?:من|قبل|منذ) (?:ساعتين|ساعه|دقائق|قليل|{_N} دقائق|{_N} ساعات)(?!\w)",
)
AGO = cued(
    ("قبل ", "منذ ", "من "),
    rf"{_START}(?:قبل|منذ|من) (?:نحو |حوالي )?(?:(?P<n>{_N}) )?"
    rf"(?P<u>ايام|يوما|يوم(?! (?:{_W}|ال?\d|\d))|يومين|اسبوعين|اسابيع|اسبوع|شهرين|اشهر|شهر(?! (?:{_M})))(?!\w)",
)
WEEKDAY = cued(
    WEEKDAY_CUES,
    rf"{_SINCE}(?:يومي )?{_PART}(?:يوم )?(?P<w>{_W})(?!\w)(?: و(?P<w2>{_W})(?!\w))?"
    r"(?: (?P<gone>الماضي|الفائت|المنصرم|السابق))?(?!\w)",
)
