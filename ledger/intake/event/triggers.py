"""Which event a unit reports, by the words in it; anaphora ("the strikes") is not a new event."""

from __future__ import annotations

from ledger.intake.drafts import DraftKind
from ledger.intake.event.captives import people_taken
from ledger.intake.event.control import control, driven_out
from ledger.intake.event.departures import departed
from ledger.intake.event.exchanges import exchange
from ledger.intake.event.fire import explosion, fire
from ledger.intake.event.moving import people_missing
from ledger.intake.event.pairs import agreement, execution, talks
from ledger.intake.event.struck import struck
from ledger.intake.event.surroundings import Surroundings, Trigger, points_back
from ledger.intake.event.violence import shot_in_raid, violence
from ledger.intake.text.lexicon import Tag
from ledger.names import word_set

_SIDES = word_set("between against pitted pitting")
_INCIDENTS = word_set(
    "attacks attempts murders massacres violations assassination assassinations operations incidents cases هجمات مجازر"
)


def find_trigger(around: Surroundings) -> Trigger | None:
    """The event that the unit reports, the most specific kind first."""
    if around.named("rise", "fall") and _counts_incidents(around):
        return None
    if around.named("demonstrative") and _tells_more_of(around):
        return None
    if shot_in_raid(around):
        return violence(around)
    for rule in (
        talks,
        exchange,
        execution,
        driven_out,
        people_taken,
        _calm,
        agreement,
        control,
        explosion,
        fire,
        struck,
        _clash,
        violence,
        people_missing,
        departed,
    ):
        trigger = rule(around)
        if trigger is not None:
            return trigger
    return None


def _tells_more_of(around: Surroundings) -> bool:
    """ "These died in X and Y, by mines": more of people counted before, no event of its own."""
    if any(
        figure.role and figure.low is not None and around.first <= figure.at < around.last for figure in around.figures
    ):
        return False
    tokens = around.sentence.tokens
    for tag in around.named("demonstrative"):
        dead = around.sentence.named("killed", first=tag.last, last=tag.last + 2)
        if dead and (tokens[tag.first].word in ("هولاء", "هؤلاء") or dead[0].first == tag.last):
            return True
    return False


def _counts_incidents(around: Surroundings) -> bool:
    """ "The number of attacks rose to 12" tells of no attack."""
    tokens = around.sentence.tokens
    for tag in around.named("counted"):
        if _INCIDENTS & {token.word for token in tokens[tag.last : tag.last + 4]}:
            return True
    for tag in around.named("rise"):  # "the operations which cells carried out have jumped to 173"
        before = {token.word for token in tokens[around.first : tag.first]}
        after = tokens[tag.last : tag.last + 3]
        if _INCIDENTS & before and [t.word for t in after[:1]] == ["to"] and any(t.is_number for t in after[1:]):
            return True
    return False


def _calm(around: Surroundings) -> Trigger | None:
    for tag in around.named("silence"):
        harm = around.sentence.has("killed", "injured", first=tag.last, last=tag.last + 4)
        of_people = any(tag.last <= figure.first <= tag.last + 8 for figure in around.figures)
        if not harm and not of_people:  # "no news of casualties" is told of an event, not of a place
            return Trigger(DraftKind.NOTHING_HEARD, tag.first, "nothing heard")
    for tag in around.named("calm"):
        if around.sentence.tokens[around.first].word in ("after", "بعد"):
            continue  # "after two days of calm": it is over
        return Trigger(DraftKind.CALM_OBSERVED, tag.first, "calm", points_back(around, tag))
    return None


def _clash(around: Surroundings) -> Trigger | None:
    tokens, clashes = around.sentence.tokens, around.named("clash")
    if not clashes:
        return None
    sides = not _SIDES.isdisjoint(around.words)
    concrete = around.placed or around.harmed or bool(around.named("actor")) or sides
    for tag in clashes if concrete else ():
        if not _is_since(around, tag):
            told = points_back(around, tag) and tokens[min(tag.last, around.last - 1)].word not in _SIDES
            return Trigger(DraftKind.CLASH, tag.first, "clash", told)
    return None


def _is_since(around: Surroundings, tag: Tag) -> bool:
    """ "Since the battle of Raqqa began": when a count begins, and no battle told."""
    before = [token.word for token in around.sentence.tokens[max(around.first, tag.first - 5) : tag.first]]
    return "since" in before
