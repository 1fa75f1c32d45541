"""What reading gives: drafts for a person to confirm, with the words they come from; nothing here is recorded."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from pydantic import BaseModel, ConfigDict, JsonValue

from ledger.domain.values import Certainty, Count, Harm, Precision, Reason


class DraftKind(StrEnum):
    """What a passage reports."""

    STRIKE = "strike"
    SHELLING = "shelling"
    EXECUTION = "execution"
    CLASH = "clash"
    EXPLOSION = "explosion"
    ABDUCTION = "abduction"
    DETENTION = "detention"
    RELEASE = "release"
    DISPLACEMENT = "displacement"
    NEGOTIATION_STARTED = "negotiation_started"
    NEGOTIATION_FAILED = "negotiation_failed"
    NEGOTIATION_RESUMED = "negotiation_resumed"
    AGREEMENT = "agreement"
    CALM_OBSERVED = "calm_observed"
    NOTHING_HEARD = "nothing_heard"
    CONTROL_CHANGE = "control_change"
    VIOLENCE = "violence"
    TOLL_STATED = "toll_stated"
    OTHER = "other"


class _Read(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Phrase(_Read):
    """Words of the report and what they were resolved to; several ``candidates`` = ambiguous, and no ``id``."""

    text: str
    id: str | None = None
    candidates: tuple[str, ...] = ()


class Occurred(_Read):
    """When, as far as the text and the day of publication tell; days are inclusive."""

    start: date | None = None
    end: date | None = None
    text: str | None = None
    precision: Precision = Precision.UNKNOWN


class Objects(_Read):
    """Things counted, not people: shells, raids, villages."""

    what: str
    count: Count


class Draft(_Read):
    """One event or one stated toll as the text puts it.

    ``span`` is in code points of the text as given, and ``quote`` is exactly what stands there. For talks, ``actor``
    is the counterpart. ``cause``, ``group``, ``affiliation``, ``harm`` and ``period_start`` are parts of a toll's key.
    """

    number: int
    kind: DraftKind
    quote: str
    span: tuple[int, int]
    place: Phrase | None = None
    actor: Phrase | None = None
    target: Phrase | None = None
    means: Phrase | None = None
    cause: str | None = None
    killed: Count | None = None
    injured: Count | None = None
    affected: Count | None = None
    harm: Harm | None = None
    group: str = "all"
    affiliation: str | None = None
    occurred: Occurred | None = None
    period_start: date | None = None
    counted_to: date | None = None
    cumulative: bool = False
    certainty: Certainty = Certainty.ASSERTED
    attribution: str | None = None
    objects: Objects | None = None
    reasons: tuple[Reason, ...] = ()
    previous: int | None = None
    flags: tuple[str, ...] = ()

    def line(self) -> dict[str, JsonValue]:
        """The draft as one JSON object, in the shape that the corpus scorer reads, with further keys."""
        fields = self.model_dump(mode="json")
        for name in ("killed", "injured", "affected"):
            fields[name] = _count(getattr(self, name))
        fields["span"] = list(self.span)
        if self.kind is DraftKind.VIOLENCE:  # the scorer has no word for harm by an unnamed kind of event
            fields["kind"] = DraftKind.OTHER.value
        return fields


def _count(count: Count | None) -> dict[str, JsonValue] | None:
    if count is None:
        return None
    entries: list[JsonValue] = [
        {
            "group": entry.group,
            "low": entry.low,
            "high": entry.high,
            "qualifier": entry.qualifier.value if entry.qualifier else None,
            "affiliation": entry.affiliation,
        }
        for entry in count.breakdown
    ]
    return {
        "low": count.low,
        "high": count.high,
        "qualifier": count.qualifier.value if count.qualifier else None,
        "breakdown": entries,
    }


class Passage(_Read):
    """A stretch of the text with its words; ``span`` is in code points of the text as given."""

    span: tuple[int, int]
    words: str


class Evidence(_Read):
    """What gave one field of a draft: the words (null where it was not told but taken over), the names of the word
    lists they stand under, what they were taken to mean, and the rule.
    """

    field: str
    passage: Passage | None = None
    lists: tuple[str, ...] = ()
    meaning: str = ""
    rule: str = ""


class Explained(_Read):
    """Why there is a draft: its rule, the words that set the rule off, what gave each field, why each flag stands.

    ``joined`` are further passages that were found to tell the same.
    """

    number: int
    rule: str
    means: str
    word: Evidence | None = None
    evidence: tuple[Evidence, ...] = ()
    flags: tuple[tuple[str, str], ...] = ()
    joined: tuple[Passage, ...] = ()


class Vetoed(_Read):
    """A passage that was kept from becoming a draft, by which rule and which words."""

    rule: str
    means: str
    passage: Passage
    word: Evidence | None = None


class LeftOut(_Read):
    """A number of people that no draft took, with the sentence around it."""

    number: Passage
    around: Passage


class Explanation(_Read):
    """Which rule made or forbade what, and what was not read, in the order of the text."""

    drafts: tuple[Explained, ...] = ()
    vetoed: tuple[Vetoed, ...] = ()
    left_out: tuple[LeftOut, ...] = ()


class Reading(_Read):
    """All that was read from one text; ``notes`` say why something was not."""

    language: str = "und"
    drafts: tuple[Draft, ...] = ()
    scope: Phrase | None = None
    source: str | None = None
    notes: tuple[str, ...] = ()
    explanation: Explanation | None = None
