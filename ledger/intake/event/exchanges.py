"""What two sides exchange: fire, which is a clash, or people whom they hold."""

from __future__ import annotations

from ledger.intake.drafts import DraftKind
from ledger.intake.event.surroundings import Surroundings, Trigger
from ledger.names import word_set

_FIRE = word_set("fire gunfire shots gunshots النار النيران")
_HELD = word_set("prisoners prisoner detainees captives hostages abductees اسرى اسري الاسرى الاسري محتجزين معتقلين")
_REACH = 8  # tokens from the verb to what is exchanged


def exchange(around: Surroundings) -> Trigger | None:
    """ "Exchanged heavy fire", "swapped 28 prisoners"."""
    tokens = around.sentence.tokens
    for tag in around.named("exchange"):
        for at in range(tag.last, min(tag.last + _REACH, around.last)):
            word = tokens[at].word
            if tokens[at].text in ",;":
                break
            if word in _HELD and _counts(around, tag.last, at):
                return Trigger(DraftKind.RELEASE, tag.first, "release")
            if word in _FIRE and not around.sentence.has("ground_means", "air_means", first=tag.last, last=at):
                sides = around.named("actor", "person") or around.named("sides") or around.placed
                return Trigger(DraftKind.CLASH, tag.first, "clash") if sides else None
    return None


def _counts(around: Surroundings, first: int, at: int) -> bool:
    """Whether the prisoners are counted, so that they are no terms of talks."""
    return any(figure.first >= first and figure.at <= at + 1 and figure.low != 0 for figure in around.figures)
