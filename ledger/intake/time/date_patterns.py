"""Regular expressions for times in English and Arabic; what they mean is told in dates.py."""

from __future__ import annotations

import re

from ledger.intake.time.calendar import ARABIC_ORDINALS, MONTHS, WEEKDAYS
from ledger.intake.time.cued import DIGITS, MONTH_CUES, WEEKDAY_CUES, Cued, cued

MONTH = "|".join(sorted(map(re.escape, MONTHS), key=len, reverse=True))
DAYS = "|".join(sorted(map(re.escape, WEEKDAYS), key=len, reverse=True))
ORDINAL = "|".join(sorted(ARABIC_ORDINALS, key=len, reverse=True))
AR_MONTH = rf"(?P<m>{MONTH})(?!\w)(?: ?[/(] ?(?:{MONTH})\)?)?"
SINCE = (
    r"(?P<since>(?:ever )?since (?:the )?(?:start of |dawn of |beginning of |morning of )?|starting from |"
    r"(?:counting|dating|beginning|reckoned|as) from (?:the )?|from (?=\w+ \d{4})|"
    r"from (?:the )?(?=[^,.;:]{3,26}(?:,? onwards?\b| (?:up )?"
    r"(?:to|until|till|through) (?:this day|date|now|this moment)\b))|منذ (?:يوم )?(?:ال)?|ابتداء من )?"
)
YEAR = r"(?:19|20)\d\d"

ENGLISH_DAY = cued(
    MONTH_CUES,
    SINCE + r"(?:on )?(?:the )?(?:"
    rf"(?P<d1>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?(?:last |this past )?(?P<m1>{MONTH})\b(?:,? (?P<y1>{YEAR}))?"
    rf"|(?P<m2>{MONTH})\.? (?P<d2>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?\b(?!,\d)(?:,? (?P<y2>{YEAR}))?"
    r")",
    also=DIGITS,
)
COUNTED = re.compile(
    r" (?!was\b|this\b|is\b|as\b|his\b|its\b|has\b|\w+days\b)"
    r"(?:\w+s|people|men|women|children|dead|killed|died|were|police\w*)\b"
)
"""What a number after a month counts: "in July 15 Palestinians"."""

ARABIC_DAY = cued(
    MONTH_CUES,
    SINCE
    + rf"(?:(?P<d>\d{{1,2}})|(?P<o>{ORDINAL}))(?: من)?(?: شهر)? "
    + AR_MONTH
    + rf"(?:,? (?:المنصرم |الماضي |الجاري |الحالي )?(?:من )?(?:عام |العام )?(?P<y>{YEAR}))?"
    r"(?: الماضي| الجاري| المنصرم)?",
)
MONTH_YEAR = cued(
    MONTH_CUES,
    rf"(?P<since>(?:since|from) )?(?P<in>in |during |over |for )?(?:last |this past )?"
    rf"(?P<m>{MONTH})(?: (?P<y>{YEAR}))?\b",
)
EARLY = cued(
    ("since ", "منذ "),
    r"(?P<since>since |منذ )(?:the )?(?:early|start of|beginning of|مطلع|بدايه|بداية)(?: العام| عام| سنه| السنه| شهر)? "
    rf"(?:(?:(?P<m>{MONTH})(?!\w)(?: ?/ ?(?:{MONTH}))?(?: عام)? ?)(?P<y>{YEAR})?|(?P<y0>{YEAR})|"
    r"(?P<month>(?:the|this) (?:current )?month|الشهر(?: الجاري)?)|"
    r"(?P<year>(?:the|this) (?:current )?year|العام(?: الجاري)?))"
    r"(?: (?:until|till|up to) (?:now|this day)| وحتي اليوم)?",
)
PAST = cued(
    ("past ", "last ", "خلال "),
    r"(?:in|during|over|within|for)(?: the)? (?:past|last) "
    r"(?:(?P<n>\d{1,3}|two|three|four|five|six|seven|few) )?(?P<u>days?|weeks?)"
    r"|خلال (?:ال)?(?P<n2>\d{1,3}|ثلاثه|اربعه|خمسه)? ?(?:ال)?(?P<u2>ايام|يومين|اسبوع)(?: الماضيه| الماضيين| الماضي)",
)
BETWEEN = cued(
    MONTH_CUES,
    rf"between (?:the \w+ of )?(?P<d1>\d{{1,2}})(?: (?P<m1>{MONTH}))?(?: (?P<y1>\d{{4}}))? and "
    rf"(?P<d2>\d{{1,2}}) (?P<m2>{MONTH})(?!\w)(?: (?P<y2>\d{{4}}))?"
    rf"|from (?P<m3>{MONTH}) (?P<d3>\d{{1,2}})(?:st|nd|rd|th)? to (?:(?P<m4>{MONTH}) )?"
    r"(?P<d4>\d{1,2})(?:st|nd|rd|th)?",
    also=DIGITS,
)
SAME_PERIOD = cued(
    (
        "since the",
        "the same ",
        "the very same ",
        "the said ",
        "the mentioned ",
        "that ",
        "this ",
        "report",
        "review",
        " the month",
        " the week",
        " the quarter",
        "الفتره",
        "المده",
        "فتره",
        "الشهر ",
        "update",
        "bulletin",
        "منذ ",
    ),
    r"(?:within|in|during|over|for|throughout|across|along) (?:the (?:very )?same|that|this|the said|the mentioned) "
    r"(?:period|duration|span|stretch|interval|time ?frame|time ?span|phase|window|(?:days|weeks|months)(?! ago))"
    r"(?: of time)?\b(?! of)|(?:within|in|during|over|for) the same (?:time|month|week)\b|"
    r"(?:within|in|during|over|for|throughout|across) (?:the |this )?report(?:ing|ed) (?:period|week|month|quarter)\b|"
    r"(?:within|in|during|over|for|throughout|across) (?:the|this) (?:(?:\w+ )?(?:days|weeks|months)|period|week|month)"
    r" (?:(?:under|in) review|(?:covered|reviewed) (?:by|in) (?:the|this) (?:report|bulletin|update)|"
    r"of (?:the|this) (?:report|bulletin|update))|since (?:the|our) (?:last|previous) (?:report|bulletin|update)\b|"
    r"(?<!early )(?<!late )(?<!earlier )(?<!later )(?:in|during|over|throughout) the "
    r"(?:month|week|quarter)(?=[,.;:)]| (?:was|were|is|are|has|have|had|stood?|stands|comes?|came|amounts?|to (?!come)|"
    r"killed|and)\b|$)|"
    r"(?:في|خلال|طوال) (?:(?:الفتره|المده) (?:ذاتها|نفسها|المشموله(?: بالتقرير)?|قيد (?:الاستعراض|التقرير)|"
    r"التي (?:يغطيها|يشملها) (?:هذا )?التقرير)|فتره (?:اعداد )?(?:هذا )?(?:ال)?(?:تقرير|استعراض)|الشهر ذاته|"
    r"الشهر نفسه)|"
    r"since the (?:start|beginning|launch) of (?:this|that|the) (?:attack|operation|offensive|campaign|assault)|"
    r"منذ (?:انطلاق|انطلاقه|بدء|بدايه|اندلاع|استئناف|تجدد|انهيار|انتهاء|شن) (?:هذا|هذه|تلك|ذلك)? ?"
    r"(?:(?:ال)?(?:عدوان|حرب)|ال(?:هجوم|هجمات|عمليه|عمليات|حمله|معركه|معارك|قتال|اشتباكات|مواجهات|تصعيد|احداث|نزاع|"
    r"ازمه|قصف|اجتياح|غزو|هدنه|حصار|اقتتال|ثوره))(?!\w)",
)
CURRENT_MONTH = cued(
    ("month", "شهر"),
    rf"(?:خلال|في) شهر {AR_MONTH} (?:الجاري|الحالي)|(?:this|the current) month|"
    r"(?:خلال )?(?:الشهر (?:الجاري|الحالي)|هذا الشهر)(?!\w)",
)
_SMALL = "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
FIRST_DAYS = cued(
    MONTH_CUES,
    rf"(?:(?:in|during|over|within) )?(?:just )?the (?:first|opening) (?:(?P<n>\d{{1,2}}|{_SMALL}) )?"
    rf"(?P<u>days|weeks?) of (?P<m>{MONTH})\b(?:,? (?P<y>{YEAR}))?",
)
_PART = r"(?:(?:at|in|on|since) )?(?:the )?(?:early )?(?:dawn|morning|evening|afternoon|night|noon|midday|hours)"
_LATER = r"(?: (?:morning|evening|night|afternoon|noon|dawn))?"

RELATIVE: tuple[tuple[Cued, int, int, bool, str], ...] = (
    (
        cued(
            ("midnight of yesterday", "منتصف ليل"),
            r"(?:after|past) (?:the )?midnight of yesterday|بعد منتصف ليل(?:ه)? (?:ال)?امس",
        ),
        0, 0, False, "date_ambiguous",
    ),
    (
        cued(
            ("day before yesterday", "اول امس"),
            r"(?:since |at |on )?(?:the )?(?:day before yesterday)|اول امس",
        ),
        -2, -2, False, "",
    ),
    (
        cued(
            ("yesterday", "last night", "امس", "الليله الماضيه"),
            rf"(?:{_PART} of )?\byesterday\b{_LATER}|last night|\b(?:يوم )?امس\b|الليله الماضيه|ليل امس|مساء امس",
        ),
        -1, -1, False, "",
    ),
    (cued(("same day",), r"(?:earlier )?(?:that|the) same day"), -1, -1, False, "date_ambiguous"),
    (
        cued(
            (
                "today", "now", "ago", "tonight",
                *(f"this {part}" for part in ("morning", "evening", "afternoon", "noon", "dawn")),
                *(f"since {part}" for part in ("dawn", "morning", "noon", "midnight", "sunrise")),
                "منذ ", "قبل ", "الان", "الليله", "اليوم", "هذا ",
            ),
            rf"(?:since |{_PART} of |early |earlier )?\btoday\b{_LATER}|(?:since |early )?this "
            r"(?:morning|evening|afternoon|noon|dawn)|"
            r"since (?:the )?(?:early )?(?:dawn|morning|noon|midnight|sunrise)\b(?! of)|"
            r"(?<!until )(?<!till )(?<!to )(?<!by )\b"
            r"(?:just |right )?now\b(?! that)|"
            r"(?:\d{1,2}|a few|few|some) (?:min|mins|minutes) ago|(?:an|one|1|2|two|3|three) (?:hour|hours|hr|hrs) ago|"
            r"منذ (?:ال)?(?:فجر|صباح|ساعه|قليل)(?!\w)|قبل (?:قليل|ساعه|دقائق)|(?<!حتي )(?<!الي )\bالان\b|"
            r"الليله(?!\w)(?! الماضيه)|"
            r"\b(?:اليوم|فجر اليوم|صباح اليوم|مساء اليوم|ظهر اليوم)\b|"
            r"\bهذا الصباح\b|\btonight\b",
        ),
        0, 0, False, "",
    ),
    (
        cued(
            ("24", "twenty", "اربع وعشرين"),
            r"(?:in|during|over|within|for)?(?: the)? (?:past|last) (?:24|twenty[ -]four) hours?|"
            r"(?:in|during|within) 24 hours?|خلال (?:ال)?(?:24|اربع وعشرين) ساعه(?: الماضيه)?",
        ),
        -1, 0, True, "",
    ),
    (
        cued(
            ("hours", "ساعات", "overnight"),
            r"\b(?:a few |several )?hours ago\b|(?:a few )?hours (?:before|earlier)|منذ ساعات|قبل ساعات|\bovernight\b",
        ),
        -1, 0, False, "date_ambiguous",
    ),
)  # fmt: skip
"""Pattern, first and last day counted from publication, whether it is a window, and a flag."""

AGO = cued(
    (" ago", "قبل "),
    r"(?P<n>\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) (?P<u>days?|weeks?) ago|"
    r"قبل (?P<n2>\d{1,3}|يومين|ثلاثه) ?(?P<u2>ايام)?",
)
WEEKDAY = cued(
    WEEKDAY_CUES,
    r"(?P<since>(?:ever )?since |منذ )?"
    r"(?:(?:on|at|the|dawn|morning|night|evening|afternoon|noon|of|early|late|last|يوم|فجر|صباح|مساء|ليل|ظهر) )*"
    rf"\b(?P<w>{DAYS})\b{_LATER}(?: until now)?",
)
