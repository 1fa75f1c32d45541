"""Places that change hands: taken, lost, left or fallen; who merely holds one is no event."""

from __future__ import annotations

from ledger.intake.drafts import DraftKind
from ledger.intake.event.agreed import changes_hands, frees_place, is_held
from ledger.intake.event.surroundings import Surroundings, Trigger
from ledger.intake.text.lexicon import Tag
from ledger.names import word_set

_BEFORE_ADJECTIVE = word_set("the a an in of from across inside newly recently its their other all")
_ANEW = word_set("back now fully again entirely completely firmly fell fallen passed")
_STRONGPOINTS = word_set(
    "headquarters base barracks post position checkpoint building airport airbase airfield port crossing station camp "
    "refinery oilfield bridge dam hill hills palace ministry"
)
_FREED = ("حرر", "حررت", "حرروا", "تحرير", "حررتها", "حررها")
_HOLDERS = word_set("government army rebel opposition regime militia insurgent military")
_HANDS_REACH = 6  # tokens
_PLACES_TAKEN = word_set(
    "villages towns cities neighborhoods neighbourhoods districts posts positions bases hills streets blocks buildings "
    "farms quarters points sites hilltops settlements hamlets areas checkpoints barracks"
)
_NO_PLACES = word_set(
    "chance opportunity moment initiative weapons weapon arms ammunition vehicle vehicles car cars truck trucks cash "
    "money drugs documents phones equipment shipment goods tank tanks rockets missiles drones property assets power "
    "headlines attention images video roof rooftop rooftops assets livestock contraband"
)
_TAKE_WORDS = ("seiz", "captur", "occup", "took over", "got hold")
_OBJECT_REACH = 5  # tokens from the verb to what is taken
_EXPEL_REACH = 9  # tokens from the verb to "from" or "out of"
_ARRIVALS = word_set(
    "convoy convoys aid trucks buses bus delegation inspectors observers patrol patrols peacekeepers vehicles batch "
    "reinforcements prisoners peace families"
)
_OUT = word_set("from out")


def control(around: Surroundings) -> Trigger | None:
    """The taking or losing of a place that the unit tells."""
    tokens = around.sentence.tokens
    fallen = changes_hands(around)
    if fallen is not None and around.placed:
        return Trigger(DraftKind.CONTROL_CHANGE, fallen, "control")
    held = _back_in_hands(around)
    if held is not None:
        return Trigger(DraftKind.CONTROL_CHANGE, held, "control")
    for tag in around.named("control"):
        before = {token.word for token in tokens[max(around.first, tag.first - 8) : tag.first]}
        word = tokens[tag.first].word
        if _is_adjective(around, tag) or (word.endswith(_FREED) and not frees_place(around, tag)):
            continue
        if _is_counted(around, tag):
            continue
        if is_held(around, tag) or _of_shells(around, tag) or _takes_things(around, tag):
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
        held = any(token.word in _STRONGPOINTS for token in tokens[tag.last : min(tag.last + 5, around.last)])
        if said or around.placed or around.named("thing") or around.named("actor") or held:
            if word == "fell" and around.named("air_means", "ground_means"):
                continue
            return Trigger(DraftKind.CONTROL_CHANGE, tag.first, "control")
    entered = _entered(around)
    if entered is not None:
        return Trigger(DraftKind.CONTROL_CHANGE, entered, "control")
    for tag in around.named("take"):
        if any(place.first == tag.last for place in around.places) or _takes_places(around, tag):
            return Trigger(DraftKind.CONTROL_CHANGE, tag.first, "control")
    return None


def _is_counted(around: Surroundings, tag: Tag) -> bool:
    """ "ليرتفع إلى 14 عدد القرى التي سيطرت عليها": how many were taken by now, and none taken in this."""
    rises = around.named("rise")
    counted = around.sentence.named("counted", first=around.first, last=tag.first)
    return bool(rises and counted) and around.sentence.has("thing", first=counted[-1].last, last=counted[-1].last + 1)


def _is_adjective(around: Surroundings, tag: Tag) -> bool:
    """ "The occupied West Bank", "in liberated Kherson": says what a place is, not that it was taken."""
    tokens = around.sentence.tokens
    if tag.last - tag.first > 1 or not tokens[tag.first].word.endswith(("ed", "taken")):
        return False
    if tokens[tag.first].is_capital and (
        tag.first == around.first or tokens[tag.first - 1].is_capital or not tokens[tag.first - 1].is_word
    ):
        return tag.last < around.last and tokens[tag.last].is_capital  # "OCHA Occupied Palestinian Territory"
    return tag.first > around.first and tokens[tag.first - 1].word in _BEFORE_ADJECTIVE


def _back_in_hands(around: Surroundings) -> int | None:
    """ "The town is back in rebel hands", "is now in the hands of the army": the token of "hands", or ``None``."""
    if "hands" not in around.words:
        return None
    tokens = around.sentence.tokens
    for at in range(around.first + 3, around.last):
        if tokens[at].word != "hands":
            continue
        before = {token.word for token in tokens[max(around.first, at - _HANDS_REACH) : at]}
        held = around.sentence.has("actor", "person", first=max(around.first, at - 3), last=min(at + 5, around.last))
        held = held or tokens[at - 1].word in _HOLDERS or tokens[at - 1].text.isupper()
        if before & {"in", "into"} and before & _ANEW and held:
            return at
    return None


def _of_shells(around: Surroundings, tag: Tag) -> bool:
    """ "The fall of tens of missiles": what fell is no place."""
    fall = around.sentence.tokens[tag.first].word in ("fall", "fell", "falling")
    arms = ("ground_means", "bombing", "thing")
    munitions = {token.word for token in around.sentence.tokens[around.first : tag.first]} & {"munitions", "bombs"}
    return fall and bool(munitions or around.sentence.has(*arms, first=tag.last, last=tag.last + 9))


def _takes_places(around: Surroundings, tag: Tag) -> bool:
    """ "Took three villages"."""
    tokens = around.sentence.tokens
    return any(
        figure.first == tag.last and figure.unit == "thing" and tokens[figure.last - 1].word in _PLACES_TAKEN
        for figure in around.things
    )


def _takes_things(around: Surroundings, tag: Tag) -> bool:
    """ "Seized weapons", "seized the chance", "occupied the roof": what is taken is no place."""
    tokens = around.sentence.tokens
    if not tokens[tag.first].word.startswith((*_TAKE_WORDS, "lost")):
        return False
    after = tokens[tag.last : min(tag.last + _OBJECT_REACH, around.last)]
    if {"lives", "life"} & {token.word for token in tokens[max(around.first, tag.first - 3) : tag.first]}:
        return True  # "two lives were lost to shelling"
    stop = next((n for n, token in enumerate(after) if token.text in ",;" or token.word in ("in", "from", "of")), 99)
    return any(token.word in _NO_PLACES for token in after[:stop])


def driven_out(around: Surroundings) -> Trigger | None:
    """ "Dislodged the militants from X", "the fighters were driven out of X": armed people lose a place."""
    tokens = around.sentence.tokens
    for tag in around.named("expel"):
        end = min(tag.last + _EXPEL_REACH, around.last)
        led = next((n for n in range(tag.last, end) if tokens[n].word in _OUT), None)
        if led is None or any(tokens[n].text in ",;" for n in range(tag.last, led)):
            continue
        passive = tokens[tag.first - 1].word in ("was", "were", "been") if tag.first else False
        whom = (max(around.first, tag.first - 6), tag.first) if passive else (tag.last, led)
        named = around.sentence.named("person", "actor", first=whom[0], last=whom[1])
        armed = any(it.name == "actor" or it.value == "combatants" for it in named)
        if armed and any(led < place.head <= led + _OBJECT_REACH for place in around.places):
            return Trigger(DraftKind.CONTROL_CHANGE, tag.first, "control")
    return None


def _entered(around: Surroundings) -> int | None:
    """ "Government troops entered X": armed people, and no convoy of aid, go into a place."""
    tokens = around.sentence.tokens
    for tag in around.named("acts"):
        if tokens[tag.first].word not in ("entered", "enters"):
            continue
        first = max(around.first, tag.first - _EXPEL_REACH)
        named = around.sentence.named("person", "actor", "armed", first=first, last=tag.first)
        armed = any(it.name != "person" or it.value == "combatants" for it in named)
        convoy = _ARRIVALS & {token.word for token in tokens[first : tag.first]}
        place = next((p for p in around.places if tag.last <= p.first <= tag.last + 1 and not p.is_described), None)
        raid = place is not None and around.sentence.has("killed", "injured", "detention", first=place.last)
        if armed and not convoy and place is not None and not raid:
            return tag.first
    return None
