"""People harmed without a word for what happened: part of an event beside, or a draft of its own."""

from __future__ import annotations

from ledger.intake.count.figures import Figure
from ledger.intake.drafts import DraftKind
from ledger.intake.event.agents import agent_of
from ledger.intake.event.circumstances import set_place, set_time
from ledger.intake.event.meanings import party_phrase
from ledger.intake.event.stance import certainty_of
from ledger.intake.event.surroundings import Trigger
from ledger.intake.event.taking import HARMLESS
from ledger.intake.page import Scene
from ledger.intake.sketches import Sketch
from ledger.intake.text.clauses import trimmed
from ledger.intake.text.units import Unit
from ledger.intake.toll.frames import TollFrame, move_for
from ledger.intake.toll.periods import take_over
from ledger.intake.toll.totals import describe_toll
from ledger.names import word_set

_HARMING = frozenset({DraftKind.STRIKE, DraftKind.SHELLING, DraftKind.EXPLOSION, DraftKind.CLASH})
_ANY_ARMS = ("air_means", "ground_means", "blast_means", "bombing", "hit", "clash", "attack", "shot", "execution")
_BRIEF = 16  # tokens
_BACK = 5  # sentences
_NEAR = 2  # sentences from a toll to what is told of its shares
_LEAST = 10  # dead: fewer may be those of one attack
_VERBS = (
    "killing", "wounding", "injuring", "hurting", "leaving", "killed", "shot", "injured", "wounded", "executed",
    "assassinated", "قتل", "قتلت", "قتلوا",
)  # fmt: skip
_PARTICIPLES = word_set("killing wounding injuring leaving hurting")
_SIDES = word_set("parties sides الطرفين الجانبين")
_BESIDE = 3  # tokens from the verb to whom it harms
_GOES_ON = frozenset({"and", "و", "as well as"})
_EXPLAINS = word_set("as when after because بعد جراء اثر حين نتيجه بسبب")


def harm_only(scene: Scene, unit: Unit, harmed: list[Figure], end: int) -> None:
    """Deaths without a word for what happened belong to the event before, or the one that follows."""
    page = scene.page
    following = next((other for other in scene.parts if other.first >= unit.last), None)
    if following is not None and following.opener in _EXPLAINS:
        scene.open_harm.append((unit, harmed))
        return
    harming = [sketch for sketch in page.told_within(0) if sketch.kind not in HARMLESS]
    earlier = next(iter([*harming[-1:], *page.sketches[-1:]]), None)  # "clashes …, the army took X, and 11 died"
    same_sentence = earlier is not None and earlier.sentence == page.sentence
    if (
        earlier is not None
        and same_sentence
        and earlier.kind is not DraftKind.TOLL_STATED
        and earlier.kind not in HARMLESS
        and unit.first > 0
        and all(getattr(earlier, figure.role) is None for figure in harmed)
    ):
        for figure in harmed:
            earlier.add(figure.role, figure)
        earlier.end = max(earlier.end, end)
        return
    if (
        earlier is not None
        and same_sentence
        and earlier.kind is DraftKind.TOLL_STATED
        and _joins(scene, earlier, unit, harmed)
    ):
        earlier.add("injured", harmed[0])
        earlier.end = max(earlier.end, end)
        return
    scene.open_harm.append((unit, harmed))


def _joins(scene: Scene, toll: Sketch, unit: Unit, harmed: list[Figure]) -> bool:
    """Injured people told with a toll of dead belong to it, unless "also" or "both sides" sets them apart."""
    only_injured = len(harmed) == 1 and harmed[0].role == "injured" and toll.injured is None
    also = unit.opener == "كما" or (unit.opener == "also" and len(scene.frames) > 1)
    words = {token.word for token in scene.sentence.tokens[unit.first : unit.last]}
    return only_injured and not also and not (len(scene.frames) > 1 and words & _SIDES)


def told_before(scene: Scene, harmed: list[Figure]) -> Sketch | None:
    """ "16 others were injured": the event or toll just told, where it has dead and no injured yet."""
    page = scene.page
    named = [place for place in scene.places if not (place.is_origin or place.is_reference)]
    own = any(scene.sentence.is_item or place.first == 0 for place in named)
    if len(harmed) != 1 or harmed[0].role != "injured" or own:  # "Tasil: 4 wounded" is told of Tasil
        return None
    for sketch in reversed(page.sketches):
        if page.sentence - sketch.sentence > _BACK or sketch.is_headline:
            return None
        if sketch.killed is not None:
            apart = sketch.sentence != page.sentence or sketch.rule == "harm alone"
            return sketch if sketch.injured is None and apart else None
    return None


def only_toll(scene: Scene, toll: Sketch | None) -> Sketch | None:
    """The toll, unless its sentence told several: injured "of both sides" belong to none of those alone."""
    if toll is None:
        return None
    told = scene.page.told_within(scene.page.sentence - toll.sentence)
    beside = [it for it in told if it.sentence == toll.sentence and it.kind is DraftKind.TOLL_STATED]
    return toll if len(beside) == 1 else None


def shares_cause(scene: Scene, unit: Unit, trigger: Trigger, figures: list[Figure]) -> bool:
    """ "11 were killed, and others were injured, in strikes on X": the cause told last is that of the dead too."""
    if not scene.open_harm or not figures or trigger.at < figures[0].at:
        return False
    before, dead = scene.open_harm[-1]
    hurt = {figure.role for figure in figures if figure.role}
    placed = any(before.first <= place.head < before.last and not place.is_origin for place in scene.places)
    goes_on = unit.opener in _GOES_ON and 0 <= unit.first - before.last <= 1 and not placed
    return goes_on and hurt == {"injured"} and {figure.role for figure in dead} == {"killed"}


def take_open(scene: Scene) -> list[tuple[Unit, list[Figure]]]:
    """Take the deaths told last, which wait for their cause, but of each kind of harm those told last only.

    "14 were reported dead elsewhere, and in X nine died when their house was bombed": the bomb killed nine.
    """
    taken: list[tuple[Unit, list[Figure]]] = []
    roles: set[str] = set()
    while scene.open_harm:
        fresh = {figure.role for figure in scene.open_harm[-1][1]}
        if fresh & roles:
            break
        roles |= fresh
        taken.append(scene.open_harm.pop())
    return taken[::-1]


def _event_before(scene: Scene) -> Sketch | None:
    """The event told right before without its harm: "Shells hit Nawa. Three killed, seven wounded."."""
    page, sentence = scene.page, scene.sentence
    last = page.sketches[-1] if page.sketches else None
    if last is None or last.kind not in _HARMING or last.sentence != page.sentence - 1 or last.is_entry:
        return None
    if last.killed is not None or last.injured is not None or last.is_headline != sentence.is_headline:
        return None
    if sentence.is_item or len(sentence.tokens) > _BRIEF or any(not place.is_reference for place in scene.places):
        return None
    counts = sentence.has("counted", "document", "cumulative_cue", "demonstrative", *_ANY_ARMS)
    return None if counts or any(m.is_since or m.is_window for m in scene.moments) else last


def leftover_harm(scene: Scene) -> None:
    """Killings that no event of the sentence explains are drafts of their own."""
    page, sentence = scene.page, scene.sentence
    for unit, harmed in scene.open_harm:
        stated = [f for f in harmed if f.low is not None or f.qualifier is not None or f.is_unclear]
        if not stated:
            continue
        done = _is_done(scene, unit, harmed[0])
        told = None if done else told_before(scene, stated)
        if told is not None:
            told.add("injured", stated[0])
            continue
        event = _event_before(scene)
        if event is not None:
            for figure in stated:
                event.add(figure.role, figure)
            continue
        many = any((f.low or 0) >= 4 or (f.low is None and f.qualifier) for f in harmed)
        many = many or (page.list_time is not None and sentence.is_item)
        many = many or all(f.low == f.high == 0 for f in stated)  # nobody harmed: a count, and no violence
        share = done and _is_share(scene, harmed[0])
        kind = DraftKind.TOLL_STATED if many and (share or not done) else DraftKind.VIOLENCE
        _tell_harm(scene, unit, harmed, kind)
        if share:
            toll = next(it for it in reversed(page.sketches[:-1]) if it.period_start)
            page.sketches[-1].flags.append("subset_of_total")
            take_over(page.sketches[-1], toll)
    scene.open_harm.clear()


def _tell_harm(scene: Scene, unit: Unit, harmed: list[Figure], kind: DraftKind) -> None:
    """Enter a draft of the harm alone."""
    page, sentence = scene.page, scene.sentence
    last = max([trimmed(sentence, unit.first, unit.last), *(f.end for f in harmed)])
    _, start, end = page.words(sentence, unit.first, min(last, len(sentence.tokens)))
    sketch = Sketch(kind, start, end, page.sentence, "harm alone", sentence.is_headline)
    for figure in harmed:
        sketch.add(figure.role, figure)
    set_place(scene, sketch, unit.first, unit.last)
    set_time(scene, sketch, unit.first, unit.last)
    if kind is DraftKind.TOLL_STATED:
        describe_toll(
            scene,
            sketch,
            TollFrame(
                harmed[0],
                unit.first,
                unit.last,
                harmed[0].role,
                "harm alone",
                move=move_for(scene.move, scene.frames, harmed[0]),
            ),
        )
    agent = agent_of(sentence, unit.first, unit.last, scene.mains, unit.first, kind)
    if agent and sketch.actor is None:
        sketch.actor, sketch.actor_rule = party_phrase(page, sentence, agent.party), agent.rule
    sketch.certainty = certainty_of(sentence, unit.first, unit.last)
    page.sketches.append(sketch)


def _is_share(scene: Scene, figure: Figure) -> bool:
    """ "In May 847 civilians died. The army killed 511": by whom, of those just counted, with no place or day."""
    page, sentence = scene.page, scene.sentence
    before = page.told_within(_NEAR)
    if not before or any(it.kind is not DraftKind.TOLL_STATED or it.period_start is None for it in before):
        return False
    if sentence.has(*_ANY_ARMS) or any(not place.is_reference for place in scene.places):
        return False
    whole = max((it.killed.measure or 0 for it in before if it.killed), default=0)
    timed = any(not moment.same_period for moment in scene.moments)
    return not timed and figure.role == "killed" and _LEAST <= (figure.low or 0) < whole


def _is_done(scene: Scene, unit: Unit, figure: Figure) -> bool:
    """ "Gunmen killed 4 people": who acts stands before the verb, and no period is counted."""
    sentence = scene.sentence
    if sentence.has("cumulative_cue", "counted", "document") or any(m.is_since or m.is_window for m in scene.moments):
        return False
    named = sentence.named("killed_before", "injured_before", first=unit.first, last=figure.first)
    verbs = [tag for tag in named if sentence.tokens[tag.first].word.endswith(_VERBS)]
    actors = sentence.named("actor", "carrier", first=unit.first, last=figure.first)
    people = sentence.named("person", "armed", first=unit.first, last=figure.first)
    armed = [tag for tag in people if tag.value in ("combatants", "armed")]
    behind = [tag for tag in verbs if sentence.tokens[tag.first].text[0] >= "\u0600"]
    if any(actor.first == tag.last for tag in behind for actor in [*actors, *armed]):
        return True  # "قتل مسلحون … 4": in Arabic who acts stands right behind the verb
    verb = next((tag for tag in reversed(verbs) if figure.first - tag.last <= _BESIDE), None)
    if verb is not None and sentence.tokens[verb.first].word in _PARTICIPLES and verb.first > unit.first:
        return sentence.has("hit", "shot", "attack", first=unit.first, last=verb.first)  # "fired …, wounding 20"
    if verb is None or sentence.has("passive", first=max(0, verb.first - 2), last=verb.first):
        return False
    goes_on = unit.opener == "and" and 0 < unit.first <= verb.first <= unit.first + 1  # "… attacked X and killed 5"
    return goes_on or any(tag.last <= verb.first for tag in [*actors, *armed])
