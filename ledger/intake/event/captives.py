"""People taken, held, freed or driven out: whom, and not in the background or as a price."""

from __future__ import annotations

from ledger.intake.drafts import DraftKind
from ledger.intake.event.agreed import is_term
from ledger.intake.event.surroundings import Surroundings, Trigger, points_back
from ledger.intake.text.lexicon import Tag
from ledger.names import word_set

_CAPTURES = word_set("captured captures capturing seized seizes seizing")
_TAKEN = (
    ("release", DraftKind.RELEASE),
    ("abduction", DraftKind.ABDUCTION),
    ("detention", DraftKind.DETENTION),
    ("displacement", DraftKind.DISPLACEMENT),
)


def people_taken(around: Surroundings) -> Trigger | None:
    """A release, abduction, detention or displacement of people named in the unit, whichever is told first."""
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
