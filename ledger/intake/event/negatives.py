"""Numbers of people below zero, which are shown and never counted."""

from __future__ import annotations

from ledger.intake.count.figures import Figure
from ledger.intake.drafts import DraftKind
from ledger.intake.event.circumstances import set_place
from ledger.intake.page import Scene
from ledger.intake.sketches import Sketch
from ledger.intake.text.clauses import Sentence


def negatives(scene: Scene) -> None:
    """A negative number of people is shown to the reviewer, and never counted."""
    page, sentence = scene.page, scene.sentence
    for figure in scene.figures:
        if not figure.is_negative or not _of_people(sentence, figure):
            continue
        if not page.told_within(0):
            _, start, end = page.words(sentence, 0, len(sentence.tokens))
            page.sketches.append(Sketch(DraftKind.OTHER, start, end, page.sentence, "negative number"))
            set_place(scene, page.sketches[-1], 0, len(sentence.tokens))
        page.sketches[-1].flags.append("negative_number")


def _of_people(sentence: Sentence, figure: Figure) -> bool:
    """Whether a number below zero is of people harmed: "-5 killed", or a minus set apart, as in "killed -5"."""
    if sentence.has("killed", "injured", first=figure.at, last=figure.last + 4):
        return True
    minus, before = sentence.tokens[figure.at - 1], sentence.tokens[max(0, figure.at - 2)]
    apart = before.end < minus.start and before.word.isalpha()
    return apart and figure.unit in ("person", "bare") and sentence.has("killed", "injured", last=figure.at)
