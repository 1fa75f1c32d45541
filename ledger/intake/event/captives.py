"""People taken, held, freed or driven out: whom, and not in the background or as a price."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from ledger.intake.drafts import DraftKind
from ledger.intake.event.agreed import frees_people, is_term
from ledger.intake.event.moving import crossed, is_counted, let_go, moves_nobody, set_off
from ledger.intake.event.surroundings import Surroundings, Trigger, points_back
from ledger.intake.text.lexicon import Tag
from ledger.intake.text.tokens import Token
from ledger.names import word_set

_TAKES = word_set("took takes take taking")
_ALONG = frozenset({"with them", "with him", "from their", "from his", "from a", "from the", "to an", "at gunpoint"})
_ALONG_REACH = 7  # tokens
_SUBJECT_REACH = 7  # tokens from who was taken to the verb
_PUBLISHED = word_set(
    "report statement figures data footage video videos images photos photographs results list lists findings "
    "statistics survey names documents munitions munition bombs missiles payload payloads gas water funds aid money"
)
_KEPT_REACH = 3  # tokens from "kept" to the body
_TAKE_TO_FLIGHT = word_set("لاذ لاذا لاذوا لاذو لاذت يلوذ يلوذون يلوذوا")
_PROVIDES = word_set(
    "يقضي تقضي قضي ينص تنص نص يتضمن تتضمن تضمن يشمل تشمل شمل يسمح تسمح يتيح تتيح بموجبه بموجبها حول بشان لتبادل لاطلاق "
    "لاجلاء لاخراج للافراج علي"
)
_HALTED = word_set("اوقفه اوقفها")  # a guard who stops somebody at the gate
_WHILE = word_set("اثناء خلال لدي عند حين وقت")
_RELATIVES = word_set("who whom which")
_BE = word_set("was were been are is had have has")
_HELD = word_set("prisoners captives hostages prisoner captive hostage")
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
    captured = _captured(around) or _taken_along(around)
    if captured is not None:
        return captured
    found = [
        (tag.first, kind, name)
        for name, kind in _TAKEN
        for tag in around.named(name)
        if (people or _has_object(around, tag, name))
        and not _background(around, tag)
        and not _runs_away(around, tag)
        and not moves_nobody(around, tag)
        and not _is_price(around, tag)
        and frees_people(around, tag)
        and not is_term(around, tag)
        and not _of_bodies(around, tag)
        and not _is_agreed(around, tag)
        and not _is_published(around, tag)
    ]
    if not found:
        return let_go(around) or set_off(around) or crossed(around)
    at, kind, name = min(found)
    tag = next(tag for tag in around.named(name) if tag.first == at)
    return Trigger(kind, at, name, points_back(around, tag))


def _has_object(around: Surroundings, tag: Tag, name: str) -> bool:
    """ "Arrested a former judge": somebody, whatever the word, stands right after the verb."""
    verb = around.sentence.tokens[tag.last - 1].word.endswith("ed") and name in ("detention", "abduction")
    following = around.sentence.tokens[tag.last].word if tag.last < around.last else ""
    return verb and following in ("a", "an", "the", "his", "her", "their", "dozens", "scores", "several")


def _of_bodies(around: Surroundings, tag: Tag) -> bool:
    """ "واحتجزت جثمانه", "took away the lives of": a body is kept, a life taken, and nobody detained."""
    if around.sentence.word_at(tag.last) in ("lives", "life") or around.sentence.word_at(tag.last + 1) == "lives":
        return True
    return any(0 <= found.first - tag.last <= _KEPT_REACH for found in around.named("bodies"))


def _captured(around: Surroundings) -> Trigger | None:
    """ "Captured five persons": people, not places, stand right after the verb."""
    for tag in around.named("control", "take"):
        if around.sentence.tokens[tag.first].word not in _CAPTURES:
            continue
        for figure in around.figures:
            if figure.first == tag.last and figure.unit == "person" and not figure.role:
                return Trigger(DraftKind.DETENTION, tag.first, "detention")
    return _taken_prisoner(around)


def _taken_prisoner(around: Surroundings) -> Trigger | None:
    """ "More than 40 soldiers were captured", "150 prisoners had been taken": people stand before the verb."""
    tokens = around.sentence.tokens
    for tag in around.named("control", "take"):
        word = tokens[tag.last - 1].word
        before = tokens[tag.first - 1].word if tag.first > around.first else ""
        before = tokens[tag.first - 2].word if before in ("also", "reportedly") else before
        if word not in ("captured", "taken", "seized") or before not in ("was", "were", "been"):
            continue
        first = max(around.first, tag.first - _SUBJECT_REACH)
        who = [f for f in around.figures if first <= f.at < tag.first and f.unit == "person" and not f.role]
        held = {token.word for token in tokens[first : tag.first]} & _HELD
        if who and (word != "taken" or held):
            taken = DraftKind.ABDUCTION if word == "seized" or held & {"hostages"} else DraftKind.DETENTION
            return Trigger(taken, tag.first, taken.value)
    return None


def _taken_along(around: Surroundings) -> Trigger | None:
    """ "Took three men off a bus", "taking an unknown number of youths with them": people who were led away."""
    tokens = around.sentence.tokens
    for tag in around.named("take"):
        people = [f for f in around.figures if tag.last <= f.at <= tag.last + 2 and f.unit == "person" and not f.role]
        if not people or tokens[tag.last - 1].word not in _TAKES:
            continue
        behind = [token.word for token in tokens[people[0].last : min(people[0].last + _ALONG_REACH, around.last)]]
        pairs = {" ".join(pair) for pair in pairwise(behind)}
        if pairs & _ALONG or set(behind[:3]) & {"off", "away", "hostage", "captive"}:
            return Trigger(DraftKind.ABDUCTION, tag.first, "abduction")
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
        (
            set(before) & {"earlier", "days", "having"}
            or _in_relative(tokens, around.first, tag.first, leaves=tag.name == "displacement")
        )
        and not set(before) & {"started"}
    )
    if is_counted(around, tag):
        return False
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


def _in_relative(tokens: Sequence[Token], first: int, at: int, *, leaves: bool) -> bool:
    """Whether "who", "whom" or "which" near before governs the verb.

    Not in "in which 25 were arrested" or "all of whom it arrested", which tell an event, nor where the pronoun has a
    verb of its own: "captives who were held by X were freed".
    """
    who = next((n for n in range(at - 1, max(first, at - 6) - 1, -1) if tokens[n].word in _RELATIVES), None)
    if who is None:
        return False
    if who and tokens[who - 1].word in ("in", "during", "of", "at") and not leaves:
        return False
    helped = at + 1 if tokens[at].word in _BE else at
    while helped - 1 > who and tokens[helped - 1].word in _BE:
        helped -= 1
    own = any(tokens[n].word in _BE for n in range(who + 1, helped))
    return not (own and helped < at + 1 and tokens[helped].word in _BE)


def _is_agreed(around: Surroundings, tag: Tag) -> bool:
    """ "An agreement was reached … for the evacuation of": what was agreed on, and may not have come yet."""
    made = [pact for pact in around.named("agreement") if pact.last <= tag.first]
    between = around.sentence.tokens[made[0].last : tag.first] if made else []
    linked = any(token.word in ("to", "for", "providing", "allowing") or token.word in _PROVIDES for token in between)
    return bool(made) and linked and not any(token.text in ",;" for token in between)


def _is_published(around: Surroundings, tag: Tag) -> bool:
    """ "A report released today", "released a video": what is published is nobody."""
    tokens = around.sentence.tokens
    if not tokens[tag.first].word.startswith("releas"):
        return False
    near = [*tokens[max(around.first, tag.first - 5) : tag.first], *tokens[tag.last : min(tag.last + 4, around.last)]]
    return any(token.word in _PUBLISHED for token in near)


def _acts(around: Surroundings, tag: Tag) -> bool:
    """Whether a party stands right before the word: "regime forces detained civilians"."""
    return any(actor.last == tag.first for actor in around.named("actor", "person"))


def _is_meanwhile(around: Surroundings, tag: Tag) -> bool:
    """ "أثناء فرارهم", "خلال نزوحهم": what those who were hit were doing, and no event."""
    word = around.sentence.tokens[tag.first].word
    before = around.sentence.tokens[tag.first - 1].word if tag.first else ""
    return before in _WHILE and word.endswith(("هم", "ها", "هن", "ه"))


def _runs_away(around: Surroundings, tag: Tag) -> bool:
    """Attackers who flee are not displaced people; nor is "by abduction" or "for kidnapping them" an abduction."""
    word = around.sentence.tokens[tag.first]
    blamed = word.word.endswith("ing") and around.sentence.tokens[max(0, tag.first - 1)].word in ("for", "of")
    if blamed and around.sentence.word_at(tag.last) in ("them", "him", "her"):
        return True
    if word.word in ("abduction", "kidnapping") and around.sentence.tokens[max(0, tag.first - 1)].word in ("by", "or"):
        return True
    if _is_meanwhile(around, tag) or word.forms[-1] in _HALTED:
        return True
    if word.text[0] >= "\u0600" and any(form.startswith(("فر", "هرب", "هروب")) for form in word.forms[-1:]):
        if tag.first > around.first and set(around.sentence.tokens[tag.first - 1].forms) & _TAKE_TO_FLIGHT:
            return True  # "ثم لاذوا بالفرار"
        people = (f for f in around.figures if f.unit in ("person", "bare") and not f.role)
        return not any(around.first <= f.at < around.last for f in people)
    return word.word in ("fled", "flee", "fleeing") and bool(around.named("attack", "hit", "shot"))
