"""The code book: every coded word that an export may hold, with what it means. The version is ``CODEBOOK``."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from ledger.domain.values import Basis, Certainty, Harm, Precision, Quantifier, ReasonCode, Role, Status

MEANINGS: dict[type[StrEnum], dict[str, str]] = {
    Harm: {
        "killed": "lost their lives",
        "injured": "were wounded and lived",
        "casualties": "were killed or injured, told in one figure",
        "missing": "are not to be found",
        "abducted": "were taken by force",
        "detained": "are held",
        "displaced": "had to leave where they lived",
        "released": "were let go",
        "equipment_lost": "things destroyed or lost; no people",
    },
    Quantifier: {
        "exact": "the number itself",
        "at_least": "this many or more",
        "more_than": "more than this many",
        "about": "near this number",
        "between": "from low to high",
        "up_to": "this many or fewer",
        "tens": "tens, without a number",
        "hundreds": "hundreds, without a number",
        "thousands": "thousands, without a number",
    },
    Basis: {
        "identified": "counted by name",
        "counted": "counted, not all by name",
        "estimated": "estimated, as from a sample",
        "verified": "checked by the source before it was told",
        "flash": "told at once, to be checked",
    },
    Status: {
        "received": "came in; nobody has looked at it",
        "under_review": "a reviewer is looking at it",
        "uncorroborated": "counts; one source says so",
        "corroborated": "independent sources say so",
        "confirmed": "checked and found to be so",
        "contested": "sources contradict one another",
        "rejected": "checked and found not to be so",
        "unverifiable": "cannot be checked",
        "withdrawn": "taken back",
    },
    Certainty: {
        "asserted": "told as a fact",
        "reported": "told as what somebody reports",
        "claimed": "told as what a party claims",
        "feared": "feared, not known",
        "denied": "denied",
    },
    Precision: {
        "exact": "to the minute or better",
        "day": "to the day",
        "few_days": "within a few days",
        "week": "within a week",
        "month": "within a month",
        "year": "within a year",
        "unknown": "not known",
    },
    ReasonCode: {
        "new_deaths": "more people died",
        "late_report": "reported late",
        "missing_to_dead": "missing before, known to be dead now",
        "found_alive": "counted among the dead, found alive",
        "died_of_wounds": "injured before, died of it",
        "body_recovered": "a body was found",
        "reclassified": "counted under another group, place or cause now",
        "duplicate_removed": "had been counted twice",
        "entry_error": "had been entered wrongly",
        "source_corrected": "the source corrected itself",
        "source_withdrew": "the source took it back",
        "scope_changed": "the source counts something else now",
        "merged": "merged with another record",
        "split": "split into several records",
        "none_given": "no reason was given",
    },
    Role: {
        "reader": "may ask",
        "monitor": "may report",
        "reviewer": "may decide about what others reported",
        "auditor": "may replay and check the log",
        "admin": "may invite, grant and revoke",
    },
}  # fmt: skip


def rows() -> Iterator[tuple[str, str, str]]:
    """List, code and meaning of every coded word."""
    for codes in MEANINGS:
        for code in codes:
            yield codes.__name__, code.value, MEANINGS[codes].get(code.value, "")
