"""How a passage is put: who says it, how surely, and what it says beside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ledger.domain.values import Certainty
from ledger.intake.text.clauses import Sentence

if TYPE_CHECKING:
    from ledger.intake.page import Page

_FLAGS = {"no_casualties": "no_casualties_reported", "casualties_unknown": "casualties_unknown",
          "may_rise": "toll_expected_to_rise", "material_damage": "material_damage_only",
          "wounds_death": "died_of_wounds", "unverified": "cannot_verify",
          "each_side": "count_of_each_side"}  # fmt: skip


def certainty_of(sentence: Sentence, first: int, last: int, *, toll: bool = False) -> Certainty:
    """Asserted, unless the words around say that somebody reports, claims or denies it."""
    if sentence.has("denied", first=first, last=last):
        return Certainty.DENIED if not toll else Certainty.CLAIMED
    killing = {tag.first for tag in sentence.named("killed_before", first=first, last=last)}  # "claimed the lives of"
    if any(tag.first not in killing for tag in sentence.named("claimed_cue", first=first, last=last)):
        return Certainty.CLAIMED
    return Certainty.REPORTED if _is_reported(sentence, first, last) else Certainty.ASSERTED


def _is_reported(sentence: Sentence, first: int, last: int) -> bool:
    """Whether somebody is said to report it; "no news of casualties" says so of nothing."""
    if sentence.has("unverified", first=first, last=last):
        return True
    none = sentence.named("no_casualties", "casualties_unknown", "silence", first=first, last=last)
    cues = sentence.named("reported_cue", first=first, last=last)
    return any(not any(tag.first < cue.last and cue.first < tag.last for tag in none) for cue in cues)


def attribution_of(page: Page, sentence: Sentence) -> str | None:
    """The source that the sentence names, in its words."""
    found = sentence.named("source")
    if not found:
        return None
    first = found[0].first
    led = first > 0 and sentence.tokens[first - 1].word == "the"
    return page.words(sentence, first - 1 if led else first, found[0].last)[0]


def flags_of(sentence: Sentence, first: int, last: int) -> list[str]:
    """What a reviewer should know of the passage."""
    return [flag for name, flag in _FLAGS.items() if sentence.has(name, first=first, last=last)]
