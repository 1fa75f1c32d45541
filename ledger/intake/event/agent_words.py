"""Words by which it is told who acts in a passage, in both languages, and the kinds of events that have two sides."""

from __future__ import annotations

from ledger.intake.drafts import DraftKind
from ledger.names import word_set

SAYS = word_set(
    "said says claimed claims announced stated confirmed denied reported قال قالت اعلن اعلنت زعم زعمت اكد اكدت"
)
LOST = word_set("lost loses losing suffered sustained mourned فقدت فقد خسرت خسر تكبدت تكبد نعت نعي")
"""Verbs of those to whom something is done, though they stand where one who acts does."""

AUXILIARIES = word_set("have has had also then again later already still jointly reportedly قد كان كانت كانوا")
PASSIVE = word_set("were was been are is being be got تم")
VERBS = (
    "hit", "bombing", "control", "take", "execution", "abduction", "detention", "release", "attack", "shot",
    "killed_before", "injured_before", "clash", "displacement", "pact_made", "talks_resume", "agreement", "acts",
)  # fmt: skip
"""Names of the word lists in which verbs for deeds stand."""

WEAPONS = ("air_means", "ground_means", "blast_means", "bombing", "attack", "execution", "shot", "deeds")
"""Names of the word lists of what somebody owns who acts: weapons and deeds by their nouns."""

NEAR = 4
"""Tokens from who acts to the verb."""

MUTUAL = frozenset({DraftKind.CLASH, DraftKind.NEGOTIATION_FAILED, DraftKind.NEGOTIATION_STARTED,
                    DraftKind.NEGOTIATION_RESUMED, DraftKind.AGREEMENT})  # fmt: skip
NOBODY = frozenset({DraftKind.CALM_OBSERVED, DraftKind.NOTHING_HEARD})
OPPONENTS = word_set("with against مع ضد")
ALLIES = word_set("side together along alongside coordination cooperation جنب بالتعاون بالتنسيق")
"""Before "with", these make allies of those who would else be opponents."""
