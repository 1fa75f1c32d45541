"""Which event a unit reports, by the words in it; anaphora ("the strikes") is not a new event."""

from __future__ import annotations

from ledger.intake.drafts import DraftKind
from ledger.intake.event.captives import people_missing, people_taken
from ledger.intake.event.control import control
from ledger.intake.event.fire import explosion, fire
from ledger.intake.event.pairs import agreement, execution, talks
from ledger.intake.event.struck import struck
from ledger.intake.event.surroundings import Surroundings, Trigger, points_back
from ledger.intake.text.lexicon import Tag
from ledger.names import word_set

_SHOOTING = word_set("shot gunned opened opens fired gunfire shooting")


def find_trigger(around: Surroundings) -> Trigger | None:
    """The event that the unit reports, the most specific kind first."""
    if around.named("rise", "fall") and around.named("counted") and _counts_incidents(around):
        return None
    if around.named("demonstrative") and _tells_more_of(around):
        return None
    if _shot_in_raid(around):
        return _other(around)
    for rule in (
        talks,
        execution,
        people_taken,
        _calm,
        agreement,
        control,
        explosion,
        fire,
        struck,
        _clash,
        _other,
        people_missing,
    ):
        trigger = rule(around)
        if trigger is not None:
            return trigger
    return None


def _shot_in_raid(around: Surroundings) -> bool:
    """ "Shot dead in a raid", "killed during a raid": a raid on the ground, as nothing is said to come from the air."""
    tokens, air = around.sentence.tokens, around.named("air_means")
    if not air or not around.harmed or around.named("carrier", "bombing"):
        return False
    shot = any(tokens[tag.first].word in _SHOOTING for tag in around.named("shot"))
    leads = {"during", "in"} if shot else {"during"}
    return all(
        tokens[tag.first].word in ("raid", "raids")
        and leads & {token.word for token in tokens[max(0, tag.first - 3) : tag.first]}
        for tag in air
    )


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
        words = {token.word for token in tokens[tag.last : tag.last + 4]}
        if words & {
            "attacks",
            "attempts",
            "murders",
            "massacres",
            "violations",
            "assassination",
            "operations",
            "هجمات",
            "مجازر",
        }:
            return True
    return False


def _calm(around: Surroundings) -> Trigger | None:
    for tag in around.named("silence"):
        harm = around.sentence.has("killed", "injured", first=tag.last, last=tag.last + 4)
        if not harm:  # "no news of casualties" is told of an event, not of a place
            return Trigger(DraftKind.NOTHING_HEARD, tag.first, "nothing heard")
    for tag in around.named("calm"):
        if around.sentence.tokens[around.first].word in ("after", "بعد"):
            continue  # "after two days of calm": it is over
        return Trigger(DraftKind.CALM_OBSERVED, tag.first, "calm", points_back(around, tag))
    return None


def _clash(around: Surroundings) -> Trigger | None:
    concrete = around.placed or around.harmed or bool(around.named("actor"))
    for tag in around.named("clash") if concrete else ():
        return Trigger(DraftKind.CLASH, tag.first, "clash", points_back(around, tag))
    return None


def _other(around: Surroundings) -> Trigger | None:
    for tag in around.named("attack"):
        if around.named("actor") and (around.placed or around.harmed):
            parties = {actor.value for actor in around.named("actor")} - {"unidentified-gunmen"}
            kind = DraftKind.CLASH if len(parties) > 1 or (parties and not around.harms) else DraftKind.VIOLENCE
            return Trigger(kind, tag.first, "attack", points_back(around, tag) and not around.placed)
        if _by_fighters(around, tag):
            fought = any(figure.group == "combatants" and figure.role for figure in around.figures)
            kind = DraftKind.CLASH if fought or not around.harms else DraftKind.VIOLENCE
            return Trigger(kind, tag.first, "attack")
    if _shot_in_raid(around):
        return Trigger(DraftKind.VIOLENCE, around.named("air_means")[0].first, "killing")
    for tag in around.named("shot", "bodies"):
        people = any(f.unit == "person" and around.first <= f.at < around.last for f in around.figures)
        if around.harmed or (people and around.placed):
            return Trigger(DraftKind.VIOLENCE, tag.first, "killing")
    return None


def _by_fighters(around: Surroundings, tag: Tag) -> bool:
    """ "Gunmen attacked a checkpoint": armed people of no named party stand before the verb."""
    verb = around.sentence.tokens[tag.first].word.endswith("ed") or around.harmed
    before = around.sentence.named("person", first=max(around.first, tag.first - 14), last=tag.first)
    return verb and (around.placed or around.harmed) and any(person.value == "combatants" for person in before)
