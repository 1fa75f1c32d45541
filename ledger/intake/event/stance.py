"""How a passage is put: who says it, how surely, and what it says beside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ledger.domain.values import Certainty
from ledger.intake.text.clauses import Sentence
from ledger.intake.text.lexicon import Tag
from ledger.names import word_set

if TYPE_CHECKING:
    from ledger.intake.page import Page, Scene
    from ledger.intake.toll.frames import TollFrame

_ACCORDING = word_set("according وفق وفقا بحسب حسب حسبما طبقا نقلا")
_OWN_PEOPLE = word_set("sources activists مصادر نشطاء")
_INSISTS = word_set("insists insisted maintains maintained stresses stressed says said affirmed")
_ITS = word_set("its their")
_ARMS_AND_VOICES = word_set(
    "planes warplanes jets aircraft helicopters drones forces army air artillery troops fighters spokesman spokeswoman "
    "spokesperson command ministry statement pilots missiles"
)
_VOICE_REACH = 4  # tokens between a monitor's people and the word for telling
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


def denies_deed(sentence: Sentence, first: int, at: int) -> bool:
    """ "Russia insists its planes did not bomb X", "the army had not struck X, its spokesman said": its own deed."""
    if not sentence.has("veto_negation", first=max(first, at - _VOICE_REACH - 2), last=at):
        return False
    words = {token.word for token in sentence.tokens}
    told = sentence.has("attribution", "reported_cue") or bool(words & _INSISTS)
    own = any(
        sentence.tokens[n].word in _ITS and sentence.word_at(n + 1) in _ARMS_AND_VOICES
        for n in range(len(sentence.tokens))
    )
    return told and own and sentence.has("actor", last=at)


def _is_reported(sentence: Sentence, first: int, last: int) -> bool:
    """Whether somebody is said to report it; "no news of casualties" says so of nothing."""
    if sentence.has("unverified", first=first, last=last):
        return True
    none = sentence.named("no_casualties", "casualties_unknown", "silence", first=first, last=last)
    cues = [cue for cue in sentence.named("reported_cue", first=first, last=last) if not _is_own_voice(sentence, cue)]
    return any(not any(tag.first < cue.last and cue.first < tag.last for tag in none) for cue in cues)


def _is_own_voice(sentence: Sentence, cue: Tag) -> bool:
    """ "As SOHR activists reported", "its own sources said": a monitor's own people are the monitor, who asserts."""
    for tag in sentence.named("source", first=max(0, cue.first - _VOICE_REACH), last=cue.last + _VOICE_REACH):
        words = {form for token in sentence.tokens[tag.first : tag.last] for form in token.forms}
        if words & _OWN_PEOPLE:
            return True
    return False


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


def told_with(scene: Scene, frame: TollFrame) -> tuple[int, int]:
    """Where it is said who states the toll: before it, with it, or in a last ", according to …"."""
    unit = next((u for u in scene.parts if u.first <= frame.figure.at < u.last), None)
    last = max(frame.last, unit.last) if unit else frame.last
    rest = {form for token in scene.sentence.tokens[last:] for form in token.forms}
    more = any(figure.at >= last for figure in scene.mains)
    return 0, len(scene.sentence.tokens) if rest & _ACCORDING and not more else last
