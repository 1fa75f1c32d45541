"""The values that events are made of: counts, casualties, places, times, actors, toll keys.

All are frozen pydantic models that refuse unknown fields. Unknown is not zero: a count without a number has
``low`` and ``high`` null. Terms are those of docs/glossary.md. One file, longer than the others, so that every
word an event can be made of is read in one sitting.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from typing import Annotated, Literal, Self

import orjson
from pydantic import AfterValidator, AwareDatetime, BaseModel, ConfigDict, Field, model_validator

LARGEST_COUNT = 2**53 - 1  # what every JSON reader keeps exactly


class Value(BaseModel):
    """Base of all values: frozen, no unknown fields, no coercion of numbers from text."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=False)


_DATE = re.compile(r"\b(?:19|20)\d\d-\d\d-\d\d\b|\b\d{1,2}[./]\d{1,2}[./](?:19|20)\d\d\b")
_ANY_DAY = re.compile(r"(?<![\d-])\d{4}-\d\d-\d\d(?![\d-])")
_PHONE = re.compile(r"\d(?:[\s()./_·‐-―-]*\d){6,}")  # seven digits and more, however they are set apart
_HANDLE = re.compile(r"@\s*\w|://|\bwww\.|\b(?:t|wa|telegram)\.me\b", re.IGNORECASE)


def _coded_text(text: str) -> str:
    """Short words in NFC with single spaces; what could identify a person is refused (rule 9 of the ledger)."""
    plain = "".join(c for c in unicodedata.normalize("NFC", text) if not _is_hidden(c))
    plain = " ".join(plain.split())
    if not plain:
        raise ValueError("empty words; leave the field out when it is not known")
    seen = unicodedata.normalize("NFKC", plain.replace("\u200c", ""))
    if _PHONE.search(_DATE.sub("", seen)) or _HANDLE.search(seen):
        raise ValueError("a phone number, link or user name may not enter an event")
    return plain


def _coded_cell(text: str) -> str:
    """As ``_coded_text``; days in a list may be any that a publisher mistyped."""
    _coded_text(_ANY_DAY.sub("day", text))
    return " ".join(text.split())


def _is_hidden(letter: str) -> bool:
    """Controls and direction marks, which could hide a number; a zero-width non-joiner is spelling, a newline space."""
    return unicodedata.category(letter) in ("Cc", "Cf") and letter != "\u200c" and not letter.isspace()


CodedText = Annotated[str, Field(min_length=1, max_length=300), AfterValidator(_coded_text)]
"""Words that may enter an event: no phone number, link or user name in them."""

CodedId = Annotated[str, Field(max_length=80, pattern=r"^[A-Za-z][A-Za-z0-9_.:/-]*$"), AfterValidator(_coded_text)]
"""An id from the gazetteer or the actor list: a letter first, no spaces, nothing that could be a person's number."""

Language = Annotated[str, Field(max_length=20, pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]
"""A BCP 47 tag: ``en``, ``ar``, ``und`` where it is not known."""

RecordId = Annotated[str, Field(pattern=r"^[A-Za-z]{0,6}[1-9][0-9]{0,6}$")]
"""The id of a row in a published data set, as its publisher gives it: ``214797``, ``SYR12345``."""

Natural = Annotated[int, Field(ge=0, le=LARGEST_COUNT, strict=True)]


class Quantifier(StrEnum):
    """How the source put a number; the wording is part of the figure."""

    EXACT = "exact"
    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    ABOUT = "about"
    BETWEEN = "between"
    UP_TO = "up_to"
    TENS = "tens"
    HUNDREDS = "hundreds"
    THOUSANDS = "thousands"


class GroupCount(Value):
    """Part of a count that a source names: 11 children; a merged group ("women and boys") stays merged."""

    group: CodedText
    low: Natural | None = None
    high: Natural | None = None
    qualifier: Quantifier | None = None
    affiliation: CodedText | None = None


class Count(Value):
    """A number of people as worded. ``low``/``high`` null = that bound was not given; never zero for unknown.

    Breakdown groups overlap and need not add up: a source's sum is kept as it is. ``out_of_order``: the bounds that a
    publisher gives contradict one another, and are kept as given (an import only; a person is asked again).
    """

    low: Natural | None = None
    high: Natural | None = None
    qualifier: Quantifier | None = None
    breakdown: tuple[GroupCount, ...] = ()
    best_given: Natural | None = None
    out_of_order: Literal[True] | None = None

    @model_validator(mode="after")
    def _bounds_fit_the_wording(self) -> Self:
        if self.qualifier is Quantifier.EXACT and (self.low is None or self.low != self.high):
            raise ValueError("an exact count has low equal to high")
        given = [bound for bound in (self.low, self.best_given, self.high) if bound is not None]
        if (given != sorted(given)) is not bool(self.out_of_order):
            raise ValueError("the bounds of a count run from low over best to high, unless marked as out of order")
        return self

    @property
    def states_nothing(self) -> bool:
        """Whether there is neither a number nor a word for one, as in "deaths"."""
        in_words = self.qualifier in (Quantifier.TENS, Quantifier.HUNDREDS, Quantifier.THOUSANDS)
        return self.measure is None and not in_words

    @property
    def best(self) -> int | None:
        """The figure a reader quotes: the source's own best, else its lower bound; never a midpoint of ours."""
        if self.best_given is not None:
            return self.best_given
        return self.low

    @property
    def measure(self) -> int | None:
        """The number that rises and falls are judged by: the lower bound, else the upper one, else unknown."""
        bound = self.low if self.low is not None else self.high
        return bound if bound is not None else self.best_given

    @property
    def in_short(self) -> str:
        """The number, or the word for one, for a line of text."""
        if self.measure is not None:
            return str(self.measure)
        return self.qualifier.value if self.qualifier else "no number"

    def same_figure(self, other: Count) -> bool:
        """Whether both say the same bounds and best figure in the same words; breakdowns may differ."""
        mine = (self.low, self.best, self.high, self.qualifier)
        return mine == (other.low, other.best, other.high, other.qualifier)

    def says_again(self, earlier: Count) -> bool:
        """Whether this is the number told before: "62" after "at least 62" drops a word and adds nobody.

        The other way round is a revision: now there may be more.
        """
        if self.same_figure(earlier):
            return True
        bare = self.qualifier in (None, Quantifier.EXACT) and self.high in (None, self.low)
        bound = earlier.qualifier is Quantifier.AT_LEAST and earlier.high is None
        return bare and bound and self.low is not None and (self.low, self.best) == (earlier.low, earlier.best)


def exactly(number: int) -> Count:
    """``Count`` of a bare number."""
    return Count(low=number, high=number, qualifier=Quantifier.EXACT)


class Casualties(Value):
    """People harmed in one incident; null = the source says nothing of it."""

    killed: Count | None = None
    injured: Count | None = None
    affected: Count | None = None


class Harm(StrEnum):
    """What was done to the people a toll counts [OHCHR].

    ``casualties`` are killed and injured that their source counts as one figure; it is never divided. The last counts
    things and no people: it stands in no sum, picture or sentence as people.
    """

    KILLED = "killed"
    INJURED = "injured"
    CASUALTIES = "casualties"
    MISSING = "missing"
    ABDUCTED = "abducted"
    DETAINED = "detained"
    DISPLACED = "displaced"
    RELEASED = "released"
    EQUIPMENT_LOST = "equipment_lost"

    @property
    def of_people(self) -> bool:
        """Whether people are counted, and not things."""
        return self is not Harm.EQUIPMENT_LOST


class Basis(StrEnum):
    """How a total came about: never mixed [OHCHR, HRDAG]."""

    IDENTIFIED = "identified"
    COUNTED = "counted"
    ESTIMATED = "estimated"
    VERIFIED = "verified"
    FLASH = "flash"


class PlacePrecision(StrEnum):
    """How well a place is known; mapped to UCDP 1-7 and ACLED 1-3 on export."""

    EXACT = "exact"
    NEAR = "near"
    DISTRICT = "district"
    GOVERNORATE = "governorate"
    AREA = "area"
    COUNTRY = "country"
    ABROAD = "abroad"


class Point(Value):
    """Degrees of WGS 84, with the decimals as given."""

    latitude: Annotated[Decimal, Field(ge=-90, le=90, max_digits=20)]
    longitude: Annotated[Decimal, Field(ge=-180, le=180, max_digits=20)]


class Place(Value):
    """Where: a gazetteer id, or the raw words where it is not resolved; ``text`` keeps the wording [OCHA].

    ``within`` is the place of the gazetteer that an unresolved one lies in, ``point`` what a publisher gives as its
    coordinates, ``precision`` how well the place is known; null = not given.
    """

    id: CodedId | None = None
    text: CodedText | None = None
    within: CodedId | None = None
    point: Point | None = None
    precision: PlacePrecision | None = None

    @model_validator(mode="after")
    def _is_somewhere(self) -> Self:
        if self.id is None and self.text is None:
            raise ValueError("a place has a gazetteer id or the words of the report")
        return self

    @property
    def key(self) -> str:
        """What two places are compared by: the id, else the folded words."""
        if self.id is not None:
            return self.id
        lies = f"{self.within}/" if self.within is not None else ""
        return f"{lies}~{folded(self.text or '')}"


class Actor(Value):
    """Who: an id from the actor list, or the words where it is not in it. Unknown is a null Actor, not an id."""

    id: CodedId | None = None
    text: CodedText | None = None

    @model_validator(mode="after")
    def _is_somebody(self) -> Self:
        if self.id is None and self.text is None:
            raise ValueError("an actor has an id or the words of the report; unknown is null")
        return self

    @property
    def key(self) -> str:
        return self.id if self.id is not None else "~" + folded(self.text or "")


class Precision(StrEnum):
    """How well a time is known; mapped to UCDP 1-5 and ACLED 1-3 on export."""

    EXACT = "exact"
    DAY = "day"
    FEW_DAYS = "few_days"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    UNKNOWN = "unknown"


class When(Value):
    """When it happened: days from ``start`` to ``end`` (inclusive), null where the source gives none."""

    start: date | None = None
    end: date | None = None
    precision: Precision = Precision.UNKNOWN

    @model_validator(mode="after")
    def _runs_forward(self) -> Self:
        if self.start and self.end and self.end < self.start:
            raise ValueError("an interval ends on or after its start")
        return self


class Certainty(StrEnum):
    """How the text puts it."""

    ASSERTED = "asserted"
    REPORTED = "reported"
    CLAIMED = "claimed"
    FEARED = "feared"
    DENIED = "denied"


class Status(StrEnum):
    """Where a piece of information stands [ECW p.25, Airwars, IBC]."""

    RECEIVED = "received"
    UNDER_REVIEW = "under_review"
    UNCORROBORATED = "uncorroborated"
    CORROBORATED = "corroborated"
    CONFIRMED = "confirmed"
    CONTESTED = "contested"
    REJECTED = "rejected"
    UNVERIFIABLE = "unverifiable"
    WITHDRAWN = "withdrawn"


COUNTING = frozenset({Status.UNCORROBORATED, Status.CORROBORATED, Status.CONFIRMED, Status.CONTESTED})
"""Statuses that strangers, exports and alerts may be shown: reviewed, or entered by the operator."""


class Reliability(StrEnum):
    """Of a source, A (completely reliable) to F (cannot be judged) [NATO]."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"
    E = "E"
    F = "F"


class SourceGrade(Value):
    """Reliability of the source and credibility of the piece (1 confirmed to 6 cannot be judged), kept apart."""

    reliability: Reliability
    credibility: Annotated[int, Field(ge=1, le=6)]


class ReasonCode(StrEnum):
    """Why a number moved [T4P, ACLED]."""

    NEW_DEATHS = "new_deaths"
    LATE_REPORT = "late_report"
    MISSING_TO_DEAD = "missing_to_dead"
    FOUND_ALIVE = "found_alive"
    DIED_OF_WOUNDS = "died_of_wounds"
    BODY_RECOVERED = "body_recovered"
    RECLASSIFIED = "reclassified"
    DUPLICATE_REMOVED = "duplicate_removed"
    ENTRY_ERROR = "entry_error"
    SOURCE_CORRECTED = "source_corrected"
    SOURCE_WITHDREW = "source_withdrew"
    SCOPE_CHANGED = "scope_changed"
    MERGED = "merged"
    SPLIT = "split"
    NONE_GIVEN = "none_given"


class Reason(Value):
    """A coded reason with the number of people it explains (signed as the toll moves), where the source says."""

    code: ReasonCode
    amount: Annotated[int, Field(ge=-LARGEST_COUNT, le=LARGEST_COUNT, strict=True)] | None = None


class Role(StrEnum):
    """What a member may do; `reader` is any stranger."""

    READER = "reader"
    MONITOR = "monitor"
    REVIEWER = "reviewer"
    AUDITOR = "auditor"
    ADMIN = "admin"


class ForgettingReason(StrEnum):
    """Why a person is erased; for anything else nobody is."""

    OWN_WISH = "own_wish"
    DANGER = "danger"
    LEGAL_DUTY = "legal_duty"
    ENTERED_BY_MISTAKE = "entered_by_mistake"


ReportId = Annotated[str, Field(pattern=r"^R-[0-9a-z]{10}$")]
IncidentId = Annotated[str, Field(pattern=r"^I-[0-9a-z]{10}$")]
TollId = Annotated[str, Field(pattern=r"^T-[0-9a-z]{10}$")]


CellText = Annotated[str, Field(min_length=1, max_length=2000), AfterValidator(_coded_cell)]
"""A cell of a published data set: coded words, days and the names of organisations, never an article's words."""


class PublishedRecord(Value):
    """The row of a published data set that an incident was taken from, so that an export gives it back.

    ``cells`` are the columns that have no place of their own in an incident, as given; ``digest`` is the SHA-256, in
    hex, of every column kept, by which a row that its publisher changed is known.
    """

    dataset: CodedText
    id: RecordId
    digest: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
    cells: tuple[tuple[CodedId, CellText], ...] = ()

    def cell(self, column: str) -> str:
        """What the row says in a column, empty where it says nothing."""
        return next((cell for name, cell in self.cells if name == column), "")


class ClaimRef(Value):
    """The passage behind a claim: report, its revision, and code points [start, end) of the words in the vault."""

    report_id: ReportId
    revision: Natural = 0
    start: Natural | None = None
    end: Natural | None = None


class Stated(Value):
    """Who said it and when: ``source`` is the named originator, ``stated_at`` the source's own clock."""

    source: CodedText
    stated_at: AwareDatetime
    precision: Precision = Precision.DAY
    claim: ClaimRef | None = None


_ONE_SPELLING = str.maketrans("أإآٱىیةک", "اااايي" + "هك")


def folded(text: str) -> str:
    """Words for comparing: NFKD, no marks or tatweel, one alef, ya, kaf and digit, casefolded, single spaces."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c) and c != "ـ")
    plain = "".join(str(unicodedata.decimal(c, c)) for c in plain.replace("\u200c", ""))
    words = re.findall(r"\w+", plain.translate(_ONE_SPELLING).casefold())
    return " ".join(words) or " ".join(text.split())


class TollKey(Value):
    """What a running count counts, in nine parts; two keys are never summed unless declared disjoint.

    ``group`` ``all`` is everyone counted. Null parts mean "not given". ``id`` is derived from the parts, so the
    same key has the same permanent id everywhere.
    """

    source: CodedText
    place: Place | None = None
    group: CodedText = "all"
    affiliation: CodedText | None = None
    harm: Harm = Harm.KILLED
    cause: CodedText | None = None
    perpetrator: Actor | None = None
    period_start: date | None = None
    basis: Basis | None = None

    @property
    def parts(self) -> dict[str, str | None]:
        """The nine parts as comparable text, null = not given; the order is the order of the definition."""
        return {
            "source": folded(self.source),
            "place": self.place.key if self.place else None,
            "group": folded(self.group),
            "affiliation": folded(self.affiliation) if self.affiliation else None,
            "harm": self.harm.value,
            "cause": folded(self.cause) if self.cause else None,
            "perpetrator": self.perpetrator.key if self.perpetrator else None,
            "period_start": self.period_start.isoformat() if self.period_start else None,
            "basis": self.basis.value if self.basis else None,
        }

    @property
    def id(self) -> str:
        """Permanent id, ``T-`` and ten letters."""
        return _id_of(self)


@lru_cache(maxsize=4096)  # an import asks for the same few keys a hundred thousand times
def _id_of(key: TollKey) -> str:
    return short_id("T", orjson.dumps(key.parts, option=orjson.OPT_SORT_KEYS))


_LETTERS = "0123456789abcdefghjkmnpqrstvwxyz"  # Crockford: no i, l, o, u to misread


def short_id(prefix: str, content: bytes) -> str:
    """``PREFIX-`` and ten Crockford letters of SHA-256(content): 50 bits, easy to say on the telephone."""
    number = int.from_bytes(hashlib.sha256(content).digest()[:7], "big") >> 6
    return f"{prefix}-" + "".join(_LETTERS[(number >> (5 * place)) & 31] for place in reversed(range(10)))


def parse_moment(text: str) -> datetime:
    """A timestamp with offset from text such as ``2018-08-01T10:00:00Z``. Raises ``ValueError`` without an offset."""
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError("a timestamp needs its offset, as in 2018-08-01T10:00:00+00:00")
    return moment
