"""From tagged sentences to sketches: what each passage reports, where, when, by whom."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from ledger.domain.values import Certainty, Harm
from ledger.gazetteer import Gazetteer
from ledger.intake.clauses import Sentence
from ledger.intake.counts import IMPLAUSIBLE, Figure, find_figures
from ledger.intake.dates import Moment, find_moments
from ledger.intake.drafts import DraftKind, Objects, Occurred, Phrase, Trace
from ledger.intake.harm import assign_harm
from ledger.intake.normalise import Folded
from ledger.intake.parties import actor_span, means_of
from ledger.intake.places import PlacePhrase, find_places, resolve_place
from ledger.intake.sketches import Sketch
from ledger.intake.stance import attribution_of, certainty_of, flags_of
from ledger.intake.tolls import TollFrame, find_tolls
from ledger.intake.totals import describe_toll, set_period
from ledger.intake.triggers import Surroundings, Trigger, find_trigger
from ledger.intake.units import Unit, units
from ledger.intake.vetoes import veto

_TAKING = frozenset({DraftKind.ABDUCTION, DraftKind.DETENTION, DraftKind.RELEASE, DraftKind.DISPLACEMENT})
_LOOKS_FORWARD = frozenset(
    ["as", "when", "after", "while", "because", "by", "in", "و", "بعد", "اثر", "جراء", "نتيجه", "بسبب", "حين"]
)


@dataclass
class Page:
    """One report being read, with what later passages refer back to."""

    text: Folded
    published: date | None
    gazetteer: Gazetteer
    explain: bool = False
    scope: Phrase | None = None
    sketches: list[Sketch] = field(default_factory=list)
    traces: list[Trace] = field(default_factory=list)
    last_place: Phrase | None = None
    last_period: date | None = None
    sentence: int = 0

    def words(self, sentence: Sentence, first: int, last: int) -> tuple[str, int, int]:
        """The words of tokens [first, last) as given, and their places in the folded text."""
        start, end = sentence.tokens[first].start, sentence.tokens[last - 1].end
        span = self.text.span(start, end)
        return self.text.raw[span[0] : span[1]], start, end

    def trace(self, rule: str, outcome: str, start: int, end: int) -> None:
        if self.explain:
            span = self.text.span(start, end)
            self.traces.append(
                Trace(rule=rule, span=span, outcome=outcome, words=self.text.raw[span[0] : span[1]][:200])
            )


@dataclass
class Scene:
    """One sentence with everything found in it."""

    page: Page
    sentence: Sentence
    parts: list[Unit]
    moments: list[Moment]
    figures: list[Figure]
    mains: list[Figure]
    places: list[PlacePhrase]
    frames: list[TollFrame] = field(default_factory=list)
    open_harm: list[tuple[Unit, list[Figure]]] = field(default_factory=list)

    def moments_in(self, first: int, last: int) -> list[Moment]:
        tokens = self.sentence.tokens
        return [m for m in self.moments if tokens[first].start <= m.start < tokens[last - 1].end]


def read_sentence(page: Page, sentence: Sentence) -> None:
    """Add the sketches of one sentence to the page."""
    page.sentence += 1
    scene = _scene(page, sentence)
    since = next((m for m in scene.moments if m.is_since and m.first and "relative_date" not in m.flags), None)
    if since is not None:
        page.last_period = since.first
    told = any(sketch.kind is DraftKind.TOLL_STATED for sketch in page.sketches)
    scene.frames = find_tolls(sentence, scene.parts, scene.mains, scene.moments, told)
    scene.frames = [frame for frame in scene.frames if not _concrete(scene, frame)]
    for unit in scene.parts:
        for frame in scene.frames:
            if unit.first <= frame.figure.at < unit.last:
                _add_toll(scene, frame)
        _read_unit(scene, unit)
    _leftover_harm(scene)
    _negatives(scene)


def _scene(page: Page, sentence: Sentence) -> Scene:
    start, end = sentence.tokens[0].start, sentence.tokens[-1].end
    moments = find_moments(page.text.lower, start, end, page.published)
    taken = {at for at, token in enumerate(sentence.tokens) for m in moments if m.start <= token.start < m.end}
    held = {at for at, token in enumerate(sentence.tokens) for m in moments if m.start < token.start < m.end}
    opened = {at for at, token in enumerate(sentence.tokens) for m in moments if token.start == m.start}
    sentence.join_clauses(held | {at for at in opened if at and sentence.tokens[at - 1].text != ","})
    named = {at for tag in sentence.named("actor", "source") for at in range(tag.first, tag.last)}
    figures = find_figures(sentence, taken)
    places = find_places(sentence, taken | named, page.gazetteer)
    return Scene(page, sentence, units(sentence), moments, figures, assign_harm(sentence, figures), places)


def _concrete(scene: Scene, frame: TollFrame) -> bool:
    """A total "over a period" that is one event told with its place and weapon is that event."""
    if frame.rule != "over a period" or any(m.is_since for m in scene.moments):
        return False
    unit = next((u for u in scene.parts if u.first <= frame.figure.at < u.last), None)
    if unit is None:
        return False
    around = Surroundings(scene.sentence, unit.first, unit.main, scene.mains, scene.places)
    return (
        bool(around.named("hit")) and around.placed and bool(around.named("air_means", "ground_means", "blast_means"))
    )


def _add_toll(scene: Scene, frame: TollFrame) -> None:
    page, sentence = scene.page, scene.sentence
    _, start, end = page.words(sentence, frame.first, frame.last)
    sketch = Sketch(DraftKind.TOLL_STATED, start, end, page.sentence, frame.rule, sentence.is_headline)
    earlier = next(
        (s for s in reversed(page.sketches) if s.sentence == page.sentence and s.kind is DraftKind.TOLL_STATED), None
    )
    joins = (
        frame.role == "injured" and earlier is not None and earlier.injured is None and not _after_also(scene, frame)
    )
    if joins and earlier is not None:
        earlier.add("injured", frame.figure)
        earlier.end = max(earlier.end, end)
        if earlier.occurred is None or earlier.occurred.text is None:
            set_period(scene, earlier, frame)
        return
    sketch.add(frame.role, frame.figure)
    _place(scene, sketch, frame.first, frame.last)
    describe_toll(scene, sketch, frame)
    sketch.certainty = certainty_of(sentence, 0, len(sentence.tokens), toll=True)
    sketch.attribution = attribution_of(page, sentence)
    page.sketches.append(sketch)
    page.trace(frame.rule, "produced", start, end)


def _after_also(scene: Scene, frame: TollFrame) -> bool:
    unit = next((u for u in scene.parts if u.first <= frame.figure.at < u.last), None)
    return unit is not None and unit.opener in ("also", "كما")


def _read_unit(scene: Scene, unit: Unit) -> None:
    page, sentence = scene.page, scene.sentence
    inside = [f for f in scene.frames if f.first <= unit.first < f.last or unit.first <= f.first < unit.last]
    last = min([f.first for f in inside if f.first > unit.first], default=unit.last)
    if any(f.first <= unit.first and unit.main <= f.last for f in inside) or last <= unit.first:
        return
    main = min(unit.main, last)
    counted = {id(f.figure) for f in scene.frames}
    figures = [f for f in scene.mains if unit.first <= f.at < last and id(f) not in counted]
    trigger = find_trigger(Surroundings(sentence, unit.first, main, scene.mains, scene.places))
    if trigger is None and main < last:
        trigger = find_trigger(Surroundings(sentence, unit.first, last, scene.mains, scene.places))
        main = last
    _, start, end = page.words(
        sentence, unit.first, _trimmed(sentence, unit.first, last if any(f.role for f in figures) else main)
    )
    if trigger is None:
        if any(f.role for f in figures) and not veto(
            sentence, Trigger(DraftKind.OTHER, figures[0].at, "harm"), unit.first, last
        ):
            _harm_only(scene, unit, [f for f in figures if f.role], start, end)
        return
    forbidden = veto(sentence, trigger, unit.first, last)
    if forbidden or sentence.is_item:
        page.trace(forbidden or "list item", "vetoed", start, end)
        return
    _add_event(scene, unit, trigger, figures, start, end, last)


def _trimmed(sentence: Sentence, first: int, last: int) -> int:
    while last - 1 > first and not (
        sentence.tokens[last - 1].is_word
        or sentence.tokens[last - 1].is_number
        or sentence.tokens[last - 1].text in '")/'
    ):
        last -= 1
    while last - 1 > first and sentence.tokens[last - 1].word in ("and", "also", "و"):
        last -= 1
    return last


def _add_event(
    scene: Scene, unit: Unit, trigger: Trigger, figures: list[Figure], start: int, end: int, last: int
) -> None:
    page, sentence = scene.page, scene.sentence
    sketch = Sketch(trigger.kind, start, end, page.sentence, trigger.rule, sentence.is_headline, trigger.is_reference)
    for figure in figures:
        _take(sketch, figure, trigger.kind)
    _things(scene, sketch, unit.first, last)
    _place(scene, sketch, unit.first, last)
    _when(scene, sketch, unit.first, last)
    found = actor_span(sentence, unit.first, last, scene.mains, trigger.at)
    if found:
        sketch.actor = Phrase(text=page.words(sentence, found[1], found[2])[0], id=found[0])
    means = means_of(sentence, unit.first, last)
    if means and trigger.rule in ("fire", "explosion", "execution", "killing"):
        sketch.means = Phrase(text=page.words(sentence, means.first, means.last)[0], id=means.value)
    sketch.certainty = certainty_of(sentence, unit.first, last)
    sketch.attribution = attribution_of(page, sentence)
    sketch.flags += flags_of(sentence, unit.first, last)
    for before, harmed in scene.open_harm:
        if unit.opener in _LOOKS_FORWARD or sentence.tokens[unit.first].word in _LOOKS_FORWARD:
            sketch.start = min(sketch.start, sentence.tokens[before.first].start)
            for figure in harmed:
                _take(sketch, figure, trigger.kind)
    if unit.opener in _LOOKS_FORWARD or sentence.tokens[unit.first].word in _LOOKS_FORWARD:
        scene.open_harm.clear()
    page.sketches.append(sketch)
    page.trace(trigger.rule, "produced", start, end)


def _take(sketch: Sketch, figure: Figure, kind: DraftKind) -> None:
    if figure.is_negative:
        sketch.flags.append("negative_number")
    elif figure.role and kind not in _TAKING:
        sketch.add(figure.role, figure)
    elif kind in _TAKING and figure.unit == "person" and sketch.affected is None:
        sketch.add("affected", figure)
    elif kind is DraftKind.EXECUTION and figure.unit == "person" and sketch.killed is None:
        sketch.add("killed", figure)
    if figure.low is not None and figure.low > IMPLAUSIBLE:
        sketch.flags.append("implausible_number")


def _harm_only(scene: Scene, unit: Unit, harmed: list[Figure], start: int, end: int) -> None:
    """Deaths without a word for what happened belong to the event before, or the one that follows."""
    page = scene.page
    earlier = page.sketches[-1] if page.sketches else None
    same_sentence = earlier is not None and earlier.sentence == page.sentence
    if earlier is not None and same_sentence and earlier.kind is not DraftKind.TOLL_STATED and unit.first > 0:
        if all(getattr(earlier, figure.role) is None for figure in harmed):
            for figure in harmed:
                earlier.add(figure.role, figure)
            earlier.end = max(earlier.end, end)
            return
    scene.open_harm.append((unit, harmed))


def _leftover_harm(scene: Scene) -> None:
    """Killings that no event of the sentence explains are drafts of their own."""
    page, sentence = scene.page, scene.sentence
    for unit, harmed in scene.open_harm:
        if sentence.is_item:
            continue
        if all(f.low is None and f.qualifier is None for f in harmed):
            continue
        many = any((f.low or 0) >= 4 or (f.low is None and f.qualifier) for f in harmed)
        kind = DraftKind.TOLL_STATED if many else DraftKind.OTHER
        last = max([_trimmed(sentence, unit.first, unit.last), *(f.end for f in harmed)])
        _, start, end = page.words(sentence, unit.first, min(last, len(sentence.tokens)))
        sketch = Sketch(kind, start, end, page.sentence, "harm alone", sentence.is_headline)
        for figure in harmed:
            sketch.add(figure.role, figure)
        _place(scene, sketch, unit.first, unit.last)
        _when(scene, sketch, unit.first, unit.last)
        if kind is DraftKind.TOLL_STATED:
            describe_toll(scene, sketch, TollFrame(harmed[0], unit.first, unit.last, harmed[0].role, "harm alone"))
        found = actor_span(sentence, unit.first, unit.last, scene.mains, unit.first, agent_only=True)
        if found and sketch.actor is None:
            sketch.actor = Phrase(text=page.words(sentence, found[1], found[2])[0], id=found[0])
        sketch.certainty = certainty_of(sentence, unit.first, unit.last)
        page.sketches.append(sketch)
        page.trace("harm alone", "produced", start, end)
    scene.open_harm.clear()


def _negatives(scene: Scene) -> None:
    """A negative number of people is shown to the reviewer, and never counted."""
    page, sentence = scene.page, scene.sentence
    for figure in scene.figures:
        if not figure.is_negative or not sentence.has("killed", "injured", first=figure.last, last=figure.last + 4):
            continue
        here = [sketch for sketch in page.sketches if sketch.sentence == page.sentence]
        if not here:
            _, start, end = page.words(sentence, 0, len(sentence.tokens))
            page.sketches.append(Sketch(DraftKind.OTHER, start, end, page.sentence, "negative number"))
            _place(scene, page.sketches[-1], 0, len(sentence.tokens))
        page.sketches[-1].flags.append("negative_number")


def _things(scene: Scene, sketch: Sketch, first: int, last: int) -> None:
    for figure in scene.figures:
        if figure.unit == "thing" and first <= figure.at < last and sketch.objects is None:
            words = scene.page.words(scene.sentence, figure.last - 1, figure.last)[0]
            sketch.objects = Objects(what=words, count=figure.count())


def _place(scene: Scene, sketch: Sketch, first: int, last: int) -> None:
    """The place named in [first, last), else the one told last, else the report's."""
    page, sentence = scene.page, scene.sentence
    inside = [p for p in scene.places if first <= p.head < last and not p.is_origin]
    chosen = (
        inside[0]
        if inside
        else next((p for p in scene.places if p.last <= first and not p.is_origin and p.first >= first - 8), None)
    )
    if chosen:
        words = page.words(sentence, chosen.first, chosen.last)[0]
        head = page.words(sentence, chosen.head, chosen.last)[0]
        context = page.scope.id if page.scope else None
        found = resolve_place(words, page.gazetteer, context)
        if found.id is None and not found.candidates:
            found = resolve_place(head, page.gazetteer, context).model_copy(update={"text": words})
        sketch.place, sketch.place_given = found, True
        page.last_place = found
    elif page.last_place is not None:
        sketch.place = page.last_place
        sketch.flags.append("place_by_reference")
    elif page.scope is not None and sketch.kind is not DraftKind.TOLL_STATED:
        sketch.place = page.scope
        sketch.flags.append("place_from_scope")


def _when(scene: Scene, sketch: Sketch, first: int, last: int) -> None:
    found = scene.moments_in(first, last) or [
        m for m in scene.moments if m.end <= scene.sentence.tokens[first].end and first < 12
    ]
    if not found:
        return
    moment = next((m for m in found if not m.is_since), found[0])
    page = scene.page
    span = page.text.span(moment.start, moment.end)
    start, end = moment.first, moment.last or (page.published if moment.is_since else None)
    if start and end and start > end:
        start = end
    if moment.precision == "few_days" and sketch.kind is not DraftKind.TOLL_STATED and end:
        start = start or end
    sketch.occurred = Occurred(start=start, end=end, text=page.text.raw[span[0] : span[1]], precision=moment.precision)
    sketch.flags += moment.flags
    if start and page.published and start > page.published:
        sketch.flags.append("future_date")


__all__ = ["Certainty", "Harm", "Page", "Scene", "read_sentence"]
