"""From tagged sentences to sketches: what each passage reports, where, when, by whom."""

from __future__ import annotations

from dataclasses import replace
from operator import itemgetter

from ledger.domain.values import Certainty, Harm
from ledger.intake.count.counts import find_figures
from ledger.intake.count.figures import Figure
from ledger.intake.drafts import DraftKind
from ledger.intake.event.acting import set_parties
from ledger.intake.event.aftermath import harm_only, leftover_harm, shares_cause, take_open
from ledger.intake.event.beside import harm_beside, taken_beside
from ledger.intake.event.causes import is_sum, of_many_causes
from ledger.intake.event.circumstances import remember_place, set_objects, set_place, set_time
from ledger.intake.event.meanings import free_countries, settle_names
from ledger.intake.event.means import OWN_MEANS, means_phrase
from ledger.intake.event.negatives import negatives
from ledger.intake.event.pronouns import add_people_meant, is_told_before
from ledger.intake.event.stance import attribution_of, certainty_of, denies_deed, flags_of
from ledger.intake.event.surroundings import Surroundings, Trigger
from ledger.intake.event.taking import HARMLESS, MISSING, TAKING, take, take_people
from ledger.intake.event.triggers import find_trigger
from ledger.intake.event.unlisted import mark_unlisted
from ledger.intake.event.vetoes import leave_out_definition, veto
from ledger.intake.page import Page, Scene
from ledger.intake.people.harm import assign_harm
from ledger.intake.people.made_up import add_made_up
from ledger.intake.people.victims import add_among_dead
from ledger.intake.place.datelines import is_dateline, places_of
from ledger.intake.place.landmarks import is_definite
from ledger.intake.sketches import Sketch
from ledger.intake.text.clauses import Sentence, trimmed
from ledger.intake.text.lexicon import Tag
from ledger.intake.text.units import Unit, units
from ledger.intake.time.dates import find_moments
from ledger.intake.time.moment import tokens_of, without_asides
from ledger.intake.time.toll_times import with_ranges
from ledger.intake.toll.carried import carry_reasons, with_carried
from ledger.intake.toll.division import take_item
from ledger.intake.toll.listed import counted_over
from ledger.intake.toll.moves import find_move
from ledger.intake.toll.onsets import begins_period, remember_onset, with_onsets
from ledger.intake.toll.over_period import is_toll, of_whole_war
from ledger.intake.toll.periods import is_named_day, note_window
from ledger.intake.toll.stated import add_toll
from ledger.intake.toll.tolls import find_tolls
from ledger.names import word_set

_DENIED_BY = frozenset({"veto_negation", "veto_condition", "veto_threat"})  # "not", "any strike", "insists"
_LOOKS_FORWARD = frozenset({"as a"}) | word_set("as when after while because by in بعد اثر جراء نتيجه بسبب حين")


def read_sentence(page: Page, sentence: Sentence) -> bool:
    """Add the sketches of one sentence to the page; true where it only went on with a list told before."""
    page.toll_told = page.toll_told or any(it.kind is DraftKind.TOLL_STATED for it in page.told_within(0))
    page.sentence += 1
    if sentence.tokens[-1].text == "?":
        page.veto("question", sentence.tokens[0].start, sentence.tokens[-1].end)
        return False
    if is_dateline(page, sentence):
        return False
    scene = _scene(page, sentence)
    if sentence.has("veto_definition"):
        leave_out_definition(scene)
    if page.list_head and take_item(page, scene):
        return True
    if not add_made_up(scene):
        add_among_dead(scene)
    page.heading_period = next((m.first for m in scene.moments if m.first and begins_period(scene, m)), None)
    page.heading_time = counted_over(scene)
    remember_onset(scene)
    scene.frames = find_tolls(sentence, scene.parts, scene.mains, with_onsets(scene), scene.move, page.toll_told)
    scene.frames = [frame for frame in scene.frames if frame.role and is_toll(scene, frame)]
    note_window(scene)
    if not scene.frames:
        carry_reasons(scene)
    for unit in scene.parts:
        for frame in scene.frames:
            if unit.first <= frame.figure.at < unit.last:
                add_toll(scene, frame)
        _read_unit(scene, unit)
    leftover_harm(scene)
    page.named_day = next((m.first for m in reversed(scene.moments) if is_named_day(m)), page.named_day)
    _flag_only_event(scene)
    remember_place(scene)
    negatives(scene)
    return False


def _flag_only_event(scene: Scene) -> None:
    """What the sentence says beside its one event, as "No casualties were reported after strikes on X"."""
    told = scene.page.told_within(0)
    if len(told) == 1:
        told[0].flags += flags_of(scene.sentence, 0, len(scene.sentence.tokens))


def _scene(page: Page, sentence: Sentence) -> Scene:
    start, end = sentence.tokens[0].start, sentence.tokens[-1].end
    moments = find_moments(page.text.lower, start, end, page.published, page.last_day)
    moments = with_ranges(page.text.lower, without_asides(sentence, moments), start)
    taken, held = tokens_of(sentence, moments)
    sentence.join_clauses(held)
    sentence.timed = taken
    sentence.forget("blast_means", taken)
    sentence.forget("veto_future", taken)  # "in May"
    mark_unlisted(sentence)
    some = {tag.first for tag in sentence.named("uncounted") if _is_some(sentence, tag)}
    sentence.forget("counted", some)  # "وعدد من الجرحى"
    parties = {at for tag in sentence.named("actor") for at in range(tag.first, tag.last)}
    sentence.forget("release", parties)  # "هيئة تحرير الشام" sets nobody free
    free_countries(page, sentence)
    named = {at for tag in sentence.named("actor", "source") for at in range(tag.first, tag.last)}
    reasons = [tag for tag in sentence.named("reason") if not is_definite(sentence.tokens[tag.first])]
    named |= {at for tag in reasons for at in range(tag.first, tag.last)}  # but "على الأحياء" are neighbourhoods
    places = places_of(page, sentence, taken | named)
    settle_names(page, sentence, places, moments)
    figures = find_figures(sentence, taken)
    move = with_carried(page, find_move(sentence, figures))
    counting = [figure for figure in figures if all(figure is not explaining for explaining in move.figures)]
    page.figures += counting if page.explain else ()
    return Scene(page, sentence, units(sentence), moments, figures, assign_harm(sentence, counting), places, move)


def _is_some(sentence: Sentence, tag: Tag) -> bool:
    """ "عدد من الجرحى" are some of them, "عدد من قتلوا" is how many."""
    following = sentence.word_at(tag.last)
    return (
        sentence.tokens[tag.first].word.endswith(("عدد", "عددا"))
        and following.startswith("ال")
        and (following not in ("الذين", "اللذين", "اللواتي"))
    )


def _read_unit(scene: Scene, unit: Unit) -> None:
    page, sentence = scene.page, scene.sentence
    inside = [f for f in scene.frames if f.first <= unit.first < f.last or unit.first <= f.first < unit.last]
    last = min([f.first for f in inside if f.first > unit.first], default=unit.last)
    covered = max((f.last for f in inside), default=0) + 2 >= unit.main
    if (covered and any(f.first <= unit.first for f in inside)) or last <= unit.first:
        taken = taken_beside(scene, unit)
        if taken:
            _, start, end = page.words(sentence, taken[0].first, trimmed(sentence, taken[0].first, taken[0].last))
            _add_event(scene, *taken, start, end, taken[0].last)
        return
    main = min(unit.main, last)
    counted = {id(f.figure) for f in scene.frames}
    figures = [f for f in scene.mains if unit.first <= f.at < last and id(f) not in counted]
    trigger = find_trigger(_around(scene, unit.first, main, last))
    if trigger is None and main < last:
        trigger = find_trigger(_around(scene, unit.first, last))
        main = last
    _, start, end = page.words(
        sentence,
        unit.first,
        trimmed(sentence, unit.first, last if any(f.role or f.unit == "person" for f in figures) else main),
    )
    if trigger is None:
        _read_harm(scene, unit, figures, (start, end), last)
        return
    forbidden = veto(sentence, trigger, unit.first, last, harmed=any(f.role for f in figures))
    placed = any(unit.first <= place.first < last and not place.is_described for place in scene.places)
    denied = forbidden in _DENIED_BY and trigger.rule in ("fire", "struck") and placed
    if denied and denies_deed(sentence, unit.first, trigger.at):
        _add_event(scene, unit, trigger, figures, start, end, last)
        page.sketches[-1].certainty = Certainty.DENIED
        return
    if not forbidden and (of_many_causes(sentence, unit, figures) or is_sum(scene, unit, trigger, figures)):
        harm_only(scene, unit, [f for f in figures if f.role], end)
        return
    if not forbidden and is_told_before(scene, trigger):
        trigger = replace(trigger, is_reference=True)
        forbidden = None if trigger.kind is DraftKind.EXECUTION else "told by a pronoun"
    if forbidden:
        page.veto(forbidden, start, end)
        if forbidden == "veto_toll":  # the weapon only says whose toll it is: its figures are still told
            harm_only(scene, unit, [f for f in figures if f.role], end)
        return
    _add_event(scene, unit, trigger, figures, start, end, last)


def _read_harm(scene: Scene, unit: Unit, figures: list[Figure], span: tuple[int, int], last: int) -> None:
    """People harmed in a unit that names no event."""
    harmed = [f for f in figures if f.role]
    if not harmed:
        return
    forbidden: str | None = "veto_background"
    if not all(of_whole_war(scene.sentence, f) for f in harmed):
        forbidden = veto(scene.sentence, Trigger(DraftKind.OTHER, figures[0].at, "harm"), unit.first, last)
    if forbidden:
        scene.page.veto(forbidden, *span)
    else:
        harm_only(scene, unit, harmed, span[1])


def _around(scene: Scene, first: int, last: int, reach: int = 0) -> Surroundings:
    """What lies in [first, last), and the kind of fire told in this sentence or the one before it."""
    page = scene.page
    before = page.sketches[-1] if page.sketches else None
    near = before is not None and page.sentence - before.sentence <= 1 and not before.is_headline
    told = before.kind if before is not None and near else None
    return Surroundings(scene.sentence, first, last, scene.mains, scene.places, reach, scene.figures, told)


def _add_event(
    scene: Scene, unit: Unit, trigger: Trigger, figures: list[Figure], start: int, end: int, last: int
) -> None:
    page, sentence = scene.page, scene.sentence
    sketch = Sketch(trigger.kind, start, end, page.sentence, trigger.rule, sentence.is_headline, trigger.is_reference)
    take_people(sketch, figures, trigger)
    harm_beside(scene, unit, trigger, figures, sketch)
    add_people_meant(scene, sketch, trigger)
    set_objects(scene, sketch, unit.first, last)
    set_place(scene, sketch, unit.first, last, trigger.at)
    set_time(scene, sketch, unit.first, last, trigger.at)
    if trigger.rule == MISSING:
        sketch.harm = Harm.MISSING
    if trigger.rule in ("fire", "explosion", "execution", "killing"):
        sketch.means = means_phrase(page, sentence, unit.first, last, OWN_MEANS.get(trigger.kind.value, ""))
    sketch.certainty = certainty_of(sentence, unit.first, last)
    set_parties(scene, sketch, unit, last, trigger)
    sketch.attribution = attribution_of(page, sentence)
    sketch.flags += flags_of(sentence, unit.first, last)
    forward = unit.opener in _LOOKS_FORWARD or sentence.tokens[unit.first].word in _LOOKS_FORWARD
    forward = forward or shares_cause(scene, unit, trigger, figures)
    if forward and trigger.kind not in HARMLESS | TAKING:
        for before, harmed in filter(itemgetter(1), take_open(scene)):
            sketch.start = min(sketch.start, sentence.tokens[before.first].start)
            for figure in harmed:
                take(sketch, figure, trigger.kind)
            if sketch.occurred is None or "date_by_reference" in sketch.flags:
                set_time(scene, sketch, before.first, before.last)
            described = sketch.place_given and "place_by_reference" in sketch.flags
            near = before.first + 2 if described else before.last  # "In X, four died after shells hit a school"
            if (described or not sketch.place_given) and any(before.first <= p.first < near for p in scene.places):
                sketch.flags = [flag for flag in sketch.flags if not flag.startswith("place_")]
                late = [p.head for p in scene.places if harmed[0].at < p.head < before.last]
                set_place(scene, sketch, harmed[0].at if late else before.first, before.last)
    page.sketches.append(sketch)
