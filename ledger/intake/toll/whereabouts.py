"""Where those died whom a total counts, beyond the place that its words name first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ledger.intake.drafts import Phrase
from ledger.intake.place.places import PlacePhrase, resolve_place
from ledger.intake.text.clauses import Sentence
from ledger.names import word_set

if TYPE_CHECKING:
    from ledger.intake.page import Scene

_IN = word_set("in at في")
_DIED = word_set("died perished killed قضوا استشهدوا قتلوا سقطوا")
_WHO = word_set("who were had been have all of whom them which الذين جميعهم كلهم")
_REACH = 4  # tokens from a comma to "died"


def died_in(sentence: Sentence, place: PlacePhrase) -> bool:
    """ "32 people, 12 children among them, who died in X": behind a comma the verb is that of all who are counted."""
    at = place.first - 1
    if at < 2 or sentence.tokens[at].word not in _IN or sentence.tokens[at - 1].word not in _DIED:
        return False
    before = [token.word for token in sentence.tokens[max(0, at - 1 - _REACH) : at - 1]]
    while before and before[-1] in _WHO:
        before.pop()
    return before[-1:] == [","]


def place_of_source(scene: Scene) -> Phrase | None:
    """The Gaza of "the Ministry of Health in Gaza": an office counts where it stands."""
    for tag in scene.sentence.named("source"):
        words = [token.word for token in scene.sentence.tokens[tag.first : tag.last]]
        at = max((n for n, word in enumerate(words) if word in ("in", "في")), default=0)
        glued = next((n for n, word in enumerate(words) if n and word.startswith("ب")), 0)
        if at or glued:
            name = scene.page.words(scene.sentence, tag.first + (at + 1 if at else glued), tag.last)[0]
            found = resolve_place(name, scene.page.gazetteer, None)
            if found.id is not None:
                return found
    return None
