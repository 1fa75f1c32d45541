"""Places that change hands: taken, lost, left or fallen; who merely holds one is no event."""

from __future__ import annotations

from ledger.intake.drafts import DraftKind
from ledger.intake.event.agreed import changes_hands, is_held
from ledger.intake.event.surroundings import Surroundings, Trigger
from ledger.intake.text.lexicon import Tag
from ledger.names import word_set

_PLACES_TAKEN = word_set("villages towns cities neighborhoods neighbourhoods districts posts positions bases hills")


def control(around: Surroundings) -> Trigger | None:
    """The taking or losing of a place that the unit tells."""
    tokens = around.sentence.tokens
    fallen = changes_hands(around)
    if fallen is not None and around.placed:
        return Trigger(DraftKind.CONTROL_CHANGE, fallen, "control")
    for tag in around.named("control"):
        before = {token.word for token in tokens[max(around.first, tag.first - 8) : tag.first]}
        word = tokens[tag.first].word
        if is_held(around, tag) or _of_shells(around, tag):
            continue
        if (
            word in ("controlling", "under")
            and not before & {"after"}
            and around.sentence.tokens[around.first].word not in ("after",)
        ):
            continue
        if word == "fell" and not (around.named("actor") and tokens[tag.last - 1].word in ("to", "on", "under")):
            continue
        said = tag.last - tag.first > 1 and tokens[tag.first].text[0] >= "\u0600"  # "أحكمت قبضتها على المطار"
        if said or around.placed or around.named("thing") or around.named("actor"):
            if word == "fell" and around.named("air_means", "ground_means"):
                continue
            return Trigger(DraftKind.CONTROL_CHANGE, tag.first, "control")
    for tag in around.named("take"):
        if any(place.first == tag.last for place in around.places) or _takes_places(around, tag):
            return Trigger(DraftKind.CONTROL_CHANGE, tag.first, "control")
    return None


def _of_shells(around: Surroundings, tag: Tag) -> bool:
    """ "The fall of tens of missiles": what fell is no place."""
    fall = around.sentence.tokens[tag.first].word in ("fall", "fell", "falling")
    return fall and around.sentence.has("ground_means", "bombing", "thing", first=tag.last, last=tag.last + 9)


def _takes_places(around: Surroundings, tag: Tag) -> bool:
    """ "Took three villages"."""
    tokens = around.sentence.tokens
    return any(
        figure.first == tag.last and figure.unit == "thing" and tokens[figure.last - 1].word in _PLACES_TAKEN
        for figure in around.figures
    )
