"""People taken or executed who are told by a pronoun: "بعد اختطافهم", "واقتادتهم إلى جهة مجهولة"."""

from __future__ import annotations

import re

from ledger.intake.count.figures import Figure
from ledger.intake.drafts import DraftKind
from ledger.intake.event.surroundings import Trigger
from ledger.intake.page import Scene
from ledger.intake.people.joined import agrees
from ledger.intake.sketches import Sketch

_NOUNS = "اعتقال|اختطاف|خطف|احتجاز|اعدام|اقتياد|توقيف|تحرير|تهجير"
_VERBS = "اعتقلت?|اختطفت?|خطفت?|احتجزت?|اعدمت?|اقتادت?|اوقفت?|اسرت?|ذبحت?|حررت?"
_THEM = re.compile(rf"[وفبل]?(?:(?:{_NOUNS}|{_VERBS})|(?:{_VERBS})و)(?P<whose>هما|هم|هن|ها|ه)$")
_TAKEN = frozenset({DraftKind.DETENTION, DraftKind.ABDUCTION})
_KINDS = _TAKEN | {DraftKind.EXECUTION, DraftKind.DISPLACEMENT}
_REACH = 60  # tokens


def _pronoun(scene: Scene, trigger: Trigger) -> str:
    if trigger.kind not in _KINDS:
        return ""
    found = _THEM.match(scene.sentence.tokens[trigger.at].word)
    return found["whose"] if found else ""


def is_told_before(scene: Scene, trigger: Trigger) -> bool:
    """ "Arrested seven men and took them to an unknown place": the second verb is of the same people and event."""
    earlier = scene.page.sketches[-1] if scene.page.sketches else None
    if not _pronoun(scene, trigger) or earlier is None or earlier.sentence != scene.page.sentence:
        return False
    if trigger.kind in _TAKEN:
        return earlier.kind in _TAKEN and earlier.affected is not None
    return trigger.kind is earlier.kind is DraftKind.EXECUTION and earlier.killed is not None


def add_people_meant(scene: Scene, sketch: Sketch, trigger: Trigger) -> None:
    """ "Three people were lost after their abduction": the nearest people before whom the pronoun may mean."""
    whose = _pronoun(scene, trigger)
    if not whose or sketch.killed is not None or sketch.affected is not None:
        return
    figure = _meant(scene, trigger.at, whose)
    if figure is not None:
        sketch.add("killed" if trigger.kind is DraftKind.EXECUTION else "affected", figure)


def _meant(scene: Scene, at: int, whose: str) -> Figure | None:
    before = [f for f in scene.mains if f.unit == "person" and f.last <= at and at - f.last <= _REACH]
    fits = [figure for figure in before if agrees(figure, whose)]
    return fits[-1] if fits else None
