"""Regular expressions for periods in English; what they mean is told in windows.py."""

from __future__ import annotations

import re

from ledger.intake.time.calendar import MONTHS
from ledger.intake.time.cued import DIGITS, ENGLISH_MONTH_CUES, YEAR_CUES, cued

_MONTH = "|".join(sorted((re.escape(m) for m in MONTHS if m.isascii()), key=len, reverse=True))
_ARABIC_MONTH = "|".join(sorted((re.escape(m) for m in MONTHS if not m.isascii()), key=len, reverse=True))
_YEAR = r"(?:19|20)\d\d"
_UNITS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth"
)
ORDINALS = {word: number for number, word in enumerate(_UNITS.split(), 1)}
ORDINALS |= {f"twenty-{word}": 20 + number for number, word in enumerate(_UNITS.split()[:9], 1)}
ORDINALS |= {"thirtieth": 30, "thirty-first": 31}
_ORDINAL = "|".join(sorted(ORDINALS, key=len, reverse=True))
_SMALL = "one two three four five six seven eight nine ten eleven twelve"
NUMBERS = {word: number for number, word in enumerate(_SMALL.split(), 1)}
NUMBERS |= {"a": 1, "an": 1}
_COUNT = r"(?P<n>\d{1,3}|" + "|".join(sorted(NUMBERS, key=len, reverse=True)) + ")"


_OF_YEAR = r"(?:of )?(?:the )?(?:year )?"


def _a_day(suffix: str) -> str:
    """A day with its month and year, either of which may be missing."""
    s = suffix
    return (
        rf"(?:the )?(?:(?P<d{s}>\d{{1,2}})(?:st|nd|rd|th)?(?: (?:of )?(?P<m{s}>{_MONTH})\b)?"
        rf"(?:,? {_OF_YEAR}(?P<y{s}>{_YEAR}))?"
        rf"|(?P<k{s}>{_MONTH})\.? (?P<e{s}>\d{{1,2}})(?:st|nd|rd|th)?(?:,? {_OF_YEAR}(?P<z{s}>{_YEAR}))?)"
    )


STRETCH = cued(
    ENGLISH_MONTH_CUES,
    rf"(?P<lead>\b(?:from|between|(?:week|weeks|days|period) (?:of|from)) )?"
    rf"(?<![\d-]){_a_day('1')}(?:,[^,.;]{{4,120}},)?"
    rf"(?P<to> ?[–-] ?| (?:up )?to | and | until | till | through ){_a_day('2')}(?![\d:])",
    also=DIGITS,
)
_SPAN = r"(?:in|over|during|within|throughout|for|across)(?: all)?"
LASTING = cued(
    ENGLISH_MONTH_CUES,
    rf"\b{_SPAN} (?:the |a )?(?:(?:first|last|past) )?(?:{_COUNT}[ -])?"
    r"(?P<u>days?|weeks?|months?|fortnight)(?: period)?,? "
    r"(?P<way>from|since|after|following|beginning|starting|commencing|to|until|up to|through|ending|which began|"
    r"that began|which started|that started)(?: (?:on|with|from))?(?: the)?(?: \w+day,?)? "
    rf"{_a_day('1')}\b(?! ?(?:–|-|to|until|till|and|through) )",
    also=DIGITS,
)
MONTHS_LONG = cued(
    ENGLISH_MONTH_CUES,
    rf"\b(?:(?:from|between) (?:early |late )?)?(?P<m1>{_MONTH})(?: (?P<y1>{_YEAR}))?"
    r"(?P<to> ?[–-] ?| to | and | until | till | through )(?:(?:early|late|the end of) )?"
    rf"(?P<m2>{_MONTH})(?: (?P<y2>{_YEAR}))?\b(?! ?\d)",
)
SINCE_YEAR = cued(
    (
        "year",
        "so far in",
        "turn of",
        "start of",
        "beginning of",
        "outset of",
        "first day",
        "from early",
        *(f"since {year}" for year in YEAR_CUES),
        *(f"from {month}" for month in ENGLISH_MONTH_CUES),
    ),
    r"\b(?:since|from) (?:the )?(?:turn|start|beginning|outset|first day) of (?:the|this)(?: current| new)? "
    r"(?P<year>year)\b|"
    r"\b(?:the|this) year's (?=(?:death )?(?:toll|tally|total|dead|deaths)\b)|"
    r"\bsince (?:the|this) year (?:began|started|opened)\b|\bsince the new year\b|\bsince new year's(?: day)?\b|"
    r"\b(?:so far |until now )(?:in )?this year\b|\bthis year so far\b|\bso far in (?P<now>20\d\d)\b|"
    r"\bfrom (?:early|the (?:start|beginning) of) "
    rf"(?:(?P<m>{_MONTH}) )?(?P<y>{_YEAR})\b(?: (?P<until>(?:to|until) the end of (?:the|that) year))?|"
    rf"\bfrom (?:the )?(?:start|beginning) of (?P<m2>{_MONTH})\b|"
    rf"\bfrom (?:early |last )?(?P<m3>{_MONTH})(?: (?P<y3>{_YEAR}))?"
    r"(?= (?:up )?(?:to|until|till|through) (?:this|now|date|today|the present)\b)|"
    r"\b(?:since|from) the (?:start|beginning) of (?:(?P<month>the month|this month)|(?P<past>last year))\b|"
    r"\bsince (?P<plain>" + _YEAR + r")\b(?! ?[-–])",
)
SINCE_MID = cued(
    ("since mid", "since the mid", "منتصف"),
    rf"\bsince (?:the )?mid(?:dle of)?[ -](?:(?P<m>{_MONTH})\b(?: (?P<y>{_YEAR}))?|(?P<y2>{_YEAR})\b)|"
    rf"(?<!\w)منذ منتصف (?:شهر )?(?P<am>{_ARABIC_MONTH})(?!\w)(?: ?/ ?(?:{_ARABIC_MONTH}))?"
    rf"(?: (?:عام )?(?P<ay>{_YEAR}))?",
)
PART = cued(
    ("half", "quarter", "month"),
    rf"(?:\b(?:in|during|over|for|throughout) )?the (?P<which>first|second|third|fourth|last) "
    rf"(?P<part>half|quarter|(?:\w+|\d+) months?) "
    rf"of (?:(?P<y>{_YEAR})|(?P<this>(?:this|the) year))",
)
WHOLE = cued(
    (*YEAR_CUES, "last month", "last year", "this year", *ENGLISH_MONTH_CUES),
    rf"\b(?:in|during|throughout|over|for|across)(?: the (?:whole|course) of| all of| the year| the calendar year)? "
    rf"(?P<y>{_YEAR})\b(?! ?[-–/]\d)|"
    rf"\b(?:in|during|over|throughout|for)(?: all of| the whole of)? (?P<ref>last month|last year|this year)\b|"
    rf"\b(?:(?:in|during|over|throughout|for|all through)(?: the)?|the)(?: whole| entire)? month of "
    rf"(?P<m>{_MONTH})\b(?:,? (?P<my>{_YEAR}))?|"
    rf"\b(?:throughout|all through) (?P<m2>{_MONTH})\b(?:,? (?P<my2>{_YEAR}))?|"
    rf"\b(?:in|during|over) (?P<m3>{_MONTH}) (?:of )?(?P<last>last year|this year)\b|"
    rf"\ball through (?P<ref2>last month)\b|"
    rf"\b(?:the year (?P<y2>{_YEAR})|(?P<ref3>last month|last year)|"
    rf"(?:the month of )?(?P<m4>{_MONTH})(?: (?P<my4>{_YEAR}))?)"
    r"(?: (?:also |alone )?(?=saw|witnessed|has (?:so far |already )?seen|had seen))|"
    rf"\b(?P<m5>{_MONTH})(?:(?= (?:death )?(?:toll|tally)\b)|'s(?= (?:\w+ )?(?:toll|tally|total|deaths|count)\b))|"
    r"(?<!earlier )(?<!early )(?<!later )(?<!late )(?<!of )(?<!since )(?<!from )(?<!until )(?<!the )"
    r"\b(?P<ref4>this year|last year|last month)\b(?!['’])",
)
PAST = cued(
    ("past ", "last ", "previous ", "latest "),
    r"\b(?:in|during|over|within|for|throughout|across)(?: the)? (?:past|last|previous|latest) "
    rf"(?:{_COUNT} )?(?P<u>hours|days?|weeks?|months?|years?)\b",
)
SPELT = cued(
    ENGLISH_MONTH_CUES,
    rf"(?P<since>\bsince )?(?:\bon )?the (?P<o>{_ORDINAL}) of (?P<m>{_MONTH})\b(?:,? (?:last|(?P<y>{_YEAR})))?",
)
OF_MONTH = cued(
    ("on the ",),
    r"\bon the (?P<d>\d{1,2})(?:st|nd|rd|th)\b(?: of (?:this|the current) month)?"
    r"(?! (?:of|day|anniversary|time|floor|century))",
)
REFERRED = cued(
    ("earlier", "before", "later", "after", "previous", "following ", "next "),
    rf"\b{_COUNT} (?P<u>days?|nights?|weeks?|months?) "
    r"(?P<way>earlier|before|later|afterwards)\b(?! (?:the|a|than|yesterday))|"
    r"\b(?:the )?(?P<prior>previous (?:day|night|evening)|(?:day|night|evening) before)\b(?! yesterday)|"
    r"\bthe (?P<next>(?:following|next) (?:day|morning|night))\b",
)
WEEKEND = cued(
    ("weekend",), r"\b(?:over|at|during|on) the weekend\b|\bthe weekend's\b|\blast weekend\b|\bthis weekend\b"
)
FEAST = cued(("christmas", "new year"), r"\b(?:on )?(?P<f>new year's eve|new year's day|christmas eve|christmas day)\b")
FEASTS = {"new year's eve": (12, 31), "new year's day": (1, 1), "christmas eve": (12, 24), "christmas day": (12, 25)}
TODAY = cued(("day of today", "today"), r"\bthe day of today\b|\bat (?:midday|noon) today\b")

BEGAN = (
    "began|begun|begins|broke out|started|starting|erupted|launched|set out|set off|"
    "(?:came|come|went|gone|entered|put) into (?:force|effect)|took effect|resumed|initiated|unleashed|flared up"
)
ENDED = "ended|collapsed|lapsed|expired|broke down|was lifted|declared|announced"
STRIFE = (
    "war|conflict|invasion|escalation|aggression|uprising|revolution|hostilities|fighting|siege|unrest|crackdown|"
    "offensive|operations?|campaign|battles?|attacks?|assault|truce|ceasefire|crisis|events|clashes|bombardment|"
    "violence|insurgency|blockade|incursion|raids|strikes|shelling|agreement|moratorium|lull|riots|protests|infighting|push|standoff|"
    "intervention|intifada|genocide|air campaign|riot|escalations|confrontations|shooting"
)
OPEN_SINCE = cued(
    ("since ",),
    r"\bsince (?:that|the same) (?:day|date|time|moment)\b|\b(?:ever )?since then\b|"
    r"\bsince the (?:start|beginning|outbreak|launch|onset|eruption) of (?:the|this|that|its|their|a) "
    rf"(?:\w+[ -]){{0,3}}(?:{STRIFE})\b|"
    rf"\bsince (?:the|this|that|its|\w+'s?) (?:\w+[ -]){{0,4}}(?:{STRIFE})"
    rf"(?= (?:(?:on|in|against|for|over) (?:\w+ ){{1,3}})?(?:(?:was|were|had) )?(?:{BEGAN}|{ENDED})\b)|"
    rf"\b(?:ever )?since (?:it|they) (?:(?:was|were|had) )?(?:{BEGAN}|{ENDED})\b|"
    r"\b(?:ever )?since (?:its|their) (?:start|beginning|outbreak|launch|onset|eruption|collapse|outset|end)\b|"
    r"\bsince the (?:very )?(?:start|beginning|outset)\b(?! of)",
)
