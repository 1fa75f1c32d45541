"""People who set off, are let go or are missing; and words for moving that move nobody."""

from __future__ import annotations

from ledger.intake.drafts import DraftKind
from ledger.intake.event.surroundings import Surroundings, Trigger
from ledger.intake.event.taking import MISSING
from ledger.intake.text.lexicon import Tag
from ledger.names import word_set

_MISSING_REACH = 14  # tokens from the people to the word that they are missing
_MOVING_NOUNS = word_set("displacement evacuation exodus exit")
_ORDERS = word_set(
    "order orders warning warnings notice notices plan plans site sites camp camps shelter shelters route corridor"
)
_GROUPS = word_set("batch batches convoy convoys buses bus caravan group groups wave")
_SET_OFF = word_set("left leaves set departed departs arrived arrives reached reaches headed exited moved")
_RECORDS = word_set("recorded registered counted tracked identified documented estimates estimated reported records")
_CROSS = word_set(
    "crossed arrived reached entered left exited departed poured streamed moved headed evacuated returned travelled "
    "traveled transferred transported bused bussed relocated resettled"
)
_TOOK_IN = word_set("received hosted hosts hosting sheltered absorbed welcomed accommodated registered")
_UPROOTED = word_set("refugees displaced idps evacuees returnees")
_MASS = 15  # people; fewer who cross or arrive are travellers
_CROSS_REACH = 7  # tokens from the people to the verb
_LET = word_set("let lets")
_GO = word_set("go free leave")
_LET_REACH = 9  # tokens from "let" to "go"
_PEOPLE_ALONG = ("displacement", "family_of")


def people_missing(around: Surroundings) -> Trigger | None:
    """ "Six people were still unaccounted for": as many of whom nothing is known, and not "the missing"."""
    tokens = around.sentence.tokens
    for tag in around.named("missing"):
        first = max(around.first, tag.first - _MISSING_REACH)
        led = tokens[tag.first - 1].word if tag.first > around.first else ""
        counted = [f for f in around.figures if f.unit == "person" and not f.role and first <= f.at < tag.last + 4]
        behind = tokens[tag.last].word if tag.last < around.last else ""
        put = behind in ("at", "number", "numbered") and any(tag.last < f.at <= tag.last + 5 for f in around.figures)
        if tag.first and tokens[tag.first - 1].word == "whose":
            continue  # "detainees, whose fate is unknown, are in its jails"
        if put or (counted and led not in ("the", "those", "of", "for")):
            return Trigger(DraftKind.OTHER, tag.first, MISSING)
    return None


def let_go(around: Surroundings) -> Trigger | None:
    """ "Let a merchant of the town go": the people stand between the two words."""
    if _LET.isdisjoint(around.words):
        return None
    tokens = around.sentence.tokens
    for at in range(around.first, around.last):
        if tokens[at].word not in _LET:
            continue
        end = min(at + _LET_REACH, around.last)
        gone = next((n for n in range(at + 2, end) if tokens[n].word in _GO), None)
        if gone is not None and any(at < f.at < gone and f.unit == "person" for f in around.figures):
            return Trigger(DraftKind.RELEASE, at, "release")
    return None


def set_off(around: Surroundings) -> Trigger | None:
    """ "The third batch set off with buses carrying 3,100 people": people who leave or arrive as a group."""
    if _GROUPS.isdisjoint(around.words) or _SET_OFF.isdisjoint(around.words):
        return None
    tokens = around.sentence.tokens
    groups = [n for n in range(around.first, around.last) if tokens[n].word in _GROUPS]
    moved = next(n for n in range(around.first, around.last) if tokens[n].word in _SET_OFF)
    if groups[0] > moved:
        return None
    civil = any(f.unit == "person" and around.first <= f.at < around.last and not f.role for f in around.figures)
    named = any(tag.first <= moved for tag in around.named(*_PEOPLE_ALONG))
    harmed = around.harmed or around.named("hit", "attack")
    if harmed or not (civil or named) or not (around.placed or named):
        return None
    return Trigger(DraftKind.DISPLACEMENT, moved, "displacement")


def crossed(around: Surroundings) -> Trigger | None:
    """ "8,000 people have crossed the river into X", "400 fighters with their families have arrived": a crowd moves.

    Soldiers who arrive without families are a deployment.
    """
    tokens = around.sentence.tokens
    for figure in around.figures:
        many = (figure.low or figure.high or 0) >= _MASS or (figure.low is None and figure.qualifier is not None)
        if figure.unit != "person" or figure.role or not many or not around.first <= figure.at < around.last:
            continue
        if figure.first and tokens[figure.first - 1].word in ("to", "for", "of", "with", "on"):
            continue  # "aid to 16,000 families"
        end = min(figure.last + _CROSS_REACH, around.last)
        armed = figure.group == "combatants" and not around.sentence.has("family_of", first=figure.last, last=end)
        families = {"families", "relatives"} & {token.word for token in tokens[figure.last : end]}
        moved = next((n for n in range(figure.last, end) if tokens[n].word in _CROSS), None)
        stop = next((n for n in range(figure.last, end) if tokens[n].text in ",;"), end)
        if moved is not None and moved < stop and around.placed and (not armed or families):
            return Trigger(DraftKind.DISPLACEMENT, moved, "displacement")
        noun = {token.word for token in tokens[figure.at : min(figure.last + 2, around.last)]}
        took = next((n for n in range(around.first, figure.at) if tokens[n].word in _TOOK_IN), None)
        if took is not None and figure.at - took <= _CROSS_REACH and noun & _UPROOTED:
            return Trigger(DraftKind.DISPLACEMENT, took, "displacement")
    return None


def is_counted(around: Surroundings, tag: Tag) -> bool:
    """ "Recorded 771,340 internally displaced people": how many were displaced, and no adjective of people told."""
    if around.sentence.tokens[tag.last - 1].word != "displaced":
        return False
    number = next((f for f in around.figures if f.at < tag.last <= f.last or f.last == tag.first), None)
    before = around.sentence.tokens[max(around.first, number.first - 3) : number.first] if number else []
    return any(token.word in _RECORDS for token in before)


def moves_nobody(around: Surroundings, tag: Tag) -> bool:
    """ "Casualties, displacement and destruction", "an evacuation order": a word for moving that moves nobody."""
    tokens = around.sentence.tokens
    word = tokens[tag.first].word
    if _comes_from_afar(around, tag):
        return True
    if word not in _MOVING_NOUNS:
        return False
    after = tokens[tag.last].word if tag.last < len(tokens) else ""
    if after in _ORDERS:
        return True
    counted = any(
        f.unit in ("person", "bare") and not f.role and around.first <= f.at < around.last for f in around.figures
    )
    return not counted and after not in ("of", "from", "towards", "toward") and tokens[tag.first - 1].word != "mass"


def _comes_from_afar(around: Surroundings, tag: Tag) -> bool:
    """ "Complaints have reached the office": who has reached a place must be people, named right before."""
    words = [token.word for token in around.sentence.tokens[tag.first : tag.last]]
    if words != ["have", "reached"]:
        return False
    first = max(around.first, tag.first - 5)
    people = any(first <= figure.at < tag.first and figure.unit in ("person", "bare") for figure in around.figures)
    return not (people or around.sentence.has("person", first=first, last=tag.first))
