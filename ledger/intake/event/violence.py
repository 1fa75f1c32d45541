"""Attacks, shootings and bodies found: violence that is neither fire from afar nor a battle of two sides."""

from __future__ import annotations

from ledger.intake.drafts import DraftKind
from ledger.intake.event.surroundings import Surroundings, Trigger, points_back
from ledger.intake.text.lexicon import Tag
from ledger.names import word_set

_KEPT_REACH = 3  # tokens from "kept" to the body
_SHOOTING = word_set("shot gunned opened opens fired gunfire shooting live bullets bullet")


def shot_in_raid(around: Surroundings) -> bool:
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


def violence(around: Surroundings) -> Trigger | None:
    """An attack, a shooting or bodies found: harm done by an event of no other kind."""
    for tag in around.named("attack"):
        if around.named("actor") and (around.placed or around.harmed):
            parties = {actor.value for actor in around.named("actor")} - {"unidentified-gunmen"}
            fought = any(figure.group == "combatants" and figure.role for figure in around.figures)
            told = points_back(around, tag)
            clash = len(parties) > 1 or (parties and ((fought and not told) or not around.harms))
            kind = DraftKind.CLASH if clash else DraftKind.VIOLENCE
            return Trigger(kind, tag.first, "attack", told and not around.placed)
        if _by_fighters(around, tag):
            fought = any(figure.group == "combatants" and figure.role for figure in around.figures)
            kind = DraftKind.CLASH if fought or not around.harms else DraftKind.VIOLENCE
            return Trigger(kind, tag.first, "attack")
    if shot_in_raid(around):
        return Trigger(DraftKind.VIOLENCE, around.named("air_means")[0].first, "killing")
    for tag in around.named("shot", "bodies", "torture"):
        if tag.name == "bodies" and any(
            0 <= tag.first - held.last <= _KEPT_REACH for held in around.named("detention", "release")
        ):
            continue  # a body kept or handed over
        people = any(f.unit == "person" and around.first <= f.at < around.last for f in around.figures)
        beaten = any(figure.first == tag.last and figure.unit == "person" for figure in around.figures)
        grave = around.sentence.tokens[tag.last - 1].word in ("grave", "graves") and around.placed
        if around.harmed or (people and around.placed) or beaten or grave:
            return Trigger(DraftKind.VIOLENCE, tag.first, "killing")
    return None


def _by_fighters(around: Surroundings, tag: Tag) -> bool:
    """ "Gunmen attacked a checkpoint": armed people of no named party stand before the verb."""
    verb = around.sentence.tokens[tag.first].word.endswith("ed") or around.harmed
    before = around.sentence.named("person", first=max(around.first, tag.first - 14), last=tag.first)
    return verb and (around.placed or around.harmed) and any(person.value == "combatants" for person in before)
