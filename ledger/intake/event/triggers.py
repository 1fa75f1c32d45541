"""Which event a unit reports, by the words in it; anaphora ("the strikes") is not a new event."""

from __future__ import annotations

from ledger.intake.drafts import DraftKind
from ledger.intake.event.agreed import changes_hands, is_held, is_term
from ledger.intake.event.fire import explosion, fire
from ledger.intake.event.pairs import agreement, execution, talks
from ledger.intake.event.surroundings import Surroundings, Trigger, points_back
from ledger.intake.text.lexicon import Tag
from ledger.names import word_set

_SHOOTING = word_set("shot gunned opened opens fired gunfire shooting")
_CAPTURES = word_set("captured captures capturing seized seizes seizing")
_PLACES_TAKEN = word_set("villages towns cities neighborhoods neighbourhoods districts posts positions bases hills")
_TAKEN = (
    ("release", DraftKind.RELEASE),
    ("abduction", DraftKind.ABDUCTION),
    ("detention", DraftKind.DETENTION),
    ("displacement", DraftKind.DISPLACEMENT),
)


def find_trigger(around: Surroundings) -> Trigger | None:
    """The event that the unit reports, the most specific kind first."""
    if around.named("rise", "fall") and around.named("counted") and _counts_incidents(around):
        return None
    if around.named("demonstrative") and _tells_more_of(around):
        return None
    if _shot_in_raid(around):
        return _other(around)
    for rule in (talks, execution, _people_taken, _calm, agreement, _control, explosion, fire, _clash, _other):
        trigger = rule(around)
        if trigger is not None:
            return trigger
    return None


def _shot_in_raid(around: Surroundings) -> bool:
    """ "Shot dead during a raid": a raid on the ground, since nothing else is said to have come from the air."""
    tokens, air = around.sentence.tokens, around.named("air_means")
    if not air or not around.harmed or around.named("carrier", "bombing"):
        return False
    shot = any(tokens[tag.first].word in _SHOOTING for tag in around.named("shot"))
    return shot and all(
        tokens[tag.last - 1].word in ("raid", "raids")
        and {"during", "in"} & {token.word for token in tokens[max(0, tag.first - 2) : tag.first]}
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


def _people_taken(around: Surroundings) -> Trigger | None:
    numbers = any(
        f.unit == "person" or (f.unit == "bare" and around.first <= f.at < around.last) for f in around.figures
    )
    people = around.named("person") or around.named("actor") or numbers
    captured = _captured(around)
    if captured is not None:
        return captured
    found = [
        (tag.first, kind, name)
        for name, kind in _TAKEN
        for tag in around.named(name)
        if (people or _has_object(around, tag, name))
        and not _background(around, tag)
        and not _runs_away(around, tag)
        and not _is_price(around, tag)
        and not is_term(around, tag)
    ]
    if found:
        at, kind, name = min(found)
        tag = next(tag for tag in around.named(name) if tag.first == at)
        return Trigger(kind, at, name, points_back(around, tag))
    return None


def _has_object(around: Surroundings, tag: Tag, name: str) -> bool:
    """ "Arrested a former judge": somebody, whatever the word, stands right after the verb."""
    verb = around.sentence.tokens[tag.last - 1].word.endswith("ed") and name in ("detention", "abduction")
    following = around.sentence.tokens[tag.last].word if tag.last < around.last else ""
    return verb and following in ("a", "an", "the", "his", "her", "their", "dozens", "scores", "several")


def _captured(around: Surroundings) -> Trigger | None:
    """ "Captured five persons": people, not places, stand right after the verb."""
    for tag in around.named("control", "take"):
        if around.sentence.tokens[tag.first].word not in _CAPTURES:
            continue
        for figure in around.figures:
            if figure.first == tag.last and figure.unit == "person" and not figure.role:
                return Trigger(DraftKind.DETENTION, tag.first, "detention")
    return None


def _is_price(around: Surroundings, tag: Tag) -> bool:
    """ "A ransom for his release": the release is what is asked for, and may not have come."""
    before = {token.word for token in around.sentence.tokens[max(around.first, tag.first - 3) : tag.first]}
    return around.sentence.tokens[tag.first].word == "release" and "for" in before


def _background(around: Surroundings, tag: Tag) -> bool:
    """ "Who had been kidnapped", "displaced people of", "whom it had arrested"."""
    tokens = around.sentence.tokens
    before = [token.word for token in tokens[max(around.first, tag.first - 6) : tag.first]]
    after = tokens[tag.last].word if tag.last < len(tokens) else ""
    relative = bool(
        set(before) & {"who", "whom", "which", "earlier", "days", "having"} and not set(before) & {"started"}
    )
    adjective = tokens[tag.first].word.endswith("ed") and around.sentence.has(
        "person", first=tag.last, last=tag.last + 1
    )
    if adjective and before[-1:] not in (["were"], ["was"], ["been"], ["are"]) and not _acts(around, tag):
        return True  # "the detained women were handed over"
    if before[-1:] and before[-1] in ("were", "was", "been", "are"):
        return relative
    return relative or (
        tokens[tag.last - 1].word == "displaced"
        and (after in ("people", "persons", "from", "to") or before[-1:] == ["forcibly"])
    )


def _acts(around: Surroundings, tag: Tag) -> bool:
    """Whether a party stands right before the word: "regime forces detained civilians"."""
    return any(actor.last == tag.first for actor in around.named("actor", "person"))


def _runs_away(around: Surroundings, tag: Tag) -> bool:
    """Attackers who flee are not displaced people; nor is "by abduction" an abduction."""
    word = around.sentence.tokens[tag.first]
    if word.word in ("abduction", "kidnapping") and around.sentence.tokens[max(0, tag.first - 1)].word in ("by", "or"):
        return True
    if word.text[0] >= "\u0600" and any(form.startswith("فر") for form in word.forms[-1:]):
        counted = any(f.unit in ("person", "bare") and around.first <= f.at < around.last for f in around.figures)
        return not counted  # "ثم لاذوا بالفرار"
    return word.word in ("fled", "flee", "fleeing") and bool(around.named("attack", "hit", "shot"))


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


def _control(around: Surroundings) -> Trigger | None:
    tokens = around.sentence.tokens
    fallen = changes_hands(around)
    if fallen is not None and around.placed:
        return Trigger(DraftKind.CONTROL_CHANGE, fallen, "control")
    for tag in around.named("control"):
        before = {token.word for token in tokens[max(around.first, tag.first - 8) : tag.first]}
        word = tokens[tag.first].word
        if is_held(around, tag):
            continue
        if (
            word in ("controlling", "under")
            and not before & {"after"}
            and around.sentence.tokens[around.first].word not in ("after",)
        ):
            continue
        if word == "fell" and not (around.named("actor") and tokens[tag.last - 1].word in ("to", "on")):
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


def _takes_places(around: Surroundings, tag: Tag) -> bool:
    """ "Took three villages"."""
    tokens = around.sentence.tokens
    return any(
        figure.first == tag.last and figure.unit == "thing" and tokens[figure.last - 1].word in _PLACES_TAKEN
        for figure in around.figures
    )


def _clash(around: Surroundings) -> Trigger | None:
    concrete = around.placed or around.harmed or bool(around.named("actor"))
    for tag in around.named("clash") if concrete else ():
        return Trigger(DraftKind.CLASH, tag.first, "clash", points_back(around, tag))
    return None


def _other(around: Surroundings) -> Trigger | None:
    for tag in around.named("attack"):
        if around.named("actor") and (around.placed or around.harmed):
            parties = {actor.value for actor in around.named("actor")} - {"unidentified-gunmen"}
            kind = DraftKind.CLASH if len(parties) > 1 or (parties and not around.harmed) else DraftKind.VIOLENCE
            return Trigger(kind, tag.first, "attack", points_back(around, tag) and not around.placed)
        if _by_fighters(around, tag):
            fought = any(figure.group == "combatants" and figure.role for figure in around.figures)
            kind = DraftKind.CLASH if fought or not around.harmed else DraftKind.VIOLENCE
            return Trigger(kind, tag.first, "attack")
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
