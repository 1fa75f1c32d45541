"""Where, when and with what: the circumstances of a draft, from its own words or those before it."""

from __future__ import annotations

from ledger.domain.values import Precision
from ledger.intake.drafts import DraftKind, Objects, Occurred, Phrase
from ledger.intake.page import Page, Scene
from ledger.intake.place.origins import is_goal
from ledger.intake.place.places import PlacePhrase, resolve_place
from ledger.intake.sketches import Sketch
from ledger.intake.text.clauses import Sentence
from ledger.intake.time.moment import Moment
from ledger.intake.toll.whereabouts import died_in, place_of_source

_FROM = frozenset(
    {DraftKind.NOTHING_HEARD, DraftKind.RELEASE, DraftKind.DISPLACEMENT, DraftKind.CONTROL_CHANGE,
     DraftKind.ABDUCTION, DraftKind.DETENTION}
)  # fmt: skip
"""Kinds that happen where they come from: "nothing heard from Tasil", "displaced from Khan Shaykhun"."""
_WHEREIN = frozenset({"where", "اذ", "حيث"})
_WHERE = 24  # tokens from a place to "where"
_OPENING = 6  # tokens of a total, in which "these" stands
_THESE = frozenset({"these", "those", "such", "هذه", "تلك", "هذا"})
_TIMES = frozenset({"days", "day", "hours", "weeks", "months", "month", "year", "years", "العام", "الشهر"})
_GREETING = 4  # words beside a place and a time, as "hello, I am in"
_NEAR = 9  # tokens from the word for an event to its place
_COUNTED = frozenset({DraftKind.DISPLACEMENT, DraftKind.DETENTION})
_DEEDS = frozenset({DraftKind.DETENTION, DraftKind.ABDUCTION, DraftKind.EXECUTION})
_MOMENTARY = frozenset({DraftKind.STRIKE, DraftKind.SHELLING, DraftKind.CLASH, DraftKind.EXPLOSION, DraftKind.VIOLENCE})


def set_objects(scene: Scene, sketch: Sketch, first: int, last: int) -> None:
    """The things counted in [first, last): shells, raids, villages."""
    for figure in scene.figures:
        if figure.unit == "thing" and first <= figure.at < last and sketch.objects is None:
            words = scene.page.words(scene.sentence, figure.last - 1, figure.last)[0]
            sketch.objects = Objects(what=words, count=figure.count())


def set_place(scene: Scene, sketch: Sketch, first: int, last: int, trigger: int | None = None) -> None:
    """The place named in [first, last), else one that stands right before, else the one told last or the report's.

    A total without a place keeps none where the report has a province of its own, since it may well be wider.
    """
    page, sentence = scene.page, scene.sentence
    chosen = _chosen(scene, sketch, first, last, trigger) or _before(scene, first) or _described(scene, first, last)
    if chosen and chosen.is_described:
        words = page.words(sentence, chosen.first, chosen.last)[0]
        sketch.place, sketch.place_given = Phrase(text=words), True
        sketch.flags.append("place_by_reference")
    elif chosen and chosen.is_reference:
        words = page.words(sentence, chosen.first, chosen.last)[0]
        told = page.last_place or page.scope
        sketch.place = Phrase(text=words, id=told.id if told else None)
        sketch.flags.append("place_by_reference")
    elif chosen:
        words = page.words(sentence, chosen.first, chosen.last)[0]
        head = page.words(sentence, chosen.head, chosen.last)[0]
        context = page.scope.id if page.scope else None
        found = Phrase(text=words) if chosen.names > 1 else resolve_place(words, page.gazetteer, context)
        if found.id is None and not found.candidates and chosen.names == 1:
            found = resolve_place(head, page.gazetteer, context).model_copy(update={"text": words})
        sketch.place, sketch.place_given = found, True
        sketch.flags += ["several_places"] if chosen.names > 1 else []
        core = page.words(sentence, chosen.name, max(chosen.core, chosen.head + 1))[0]
        page.last_place, page.place_sentence = found, page.sentence
        page.place_name = words if chosen.names > 1 else core
    elif sketch.kind is DraftKind.TOLL_STATED and place_of_source(scene) is not None:
        sketch.place = place_of_source(scene)
        sketch.flags.append("place_from_source")
    elif sketch.kind is DraftKind.TOLL_STATED and page.named_place and _points_back(scene, first, last):
        sketch.place = page.named_place
        sketch.flags.append("place_by_reference")
    elif sketch.kind is DraftKind.TOLL_STATED and page.scope is not None:
        sketch.flags.append("place_not_given")
    elif page.last_place is not None:
        near = page.place_sentence == page.sentence or not page.place_name
        sketch.place = page.last_place if near else page.last_place.model_copy(update={"text": page.place_name})
        sketch.flags.append("place_by_reference")
    elif page.scope is not None:
        sketch.place = page.scope
        sketch.flags.append("place_from_scope")
    elif page.headline_place is not None and not sketch.is_headline:
        sketch.place = page.headline_place
        sketch.flags.append("place_from_headline")


def _points_back(scene: Scene, first: int, last: int) -> bool:
    """ "These attacks left 303 killed": what the total counts was told in the sentence before."""
    sentence = scene.sentence
    pointing = sentence.named("demonstrative", first=first, last=min(last, first + _OPENING))
    return any(sentence.word_at(tag.first) in _THESE and sentence.word_at(tag.last) not in _TIMES for tag in pointing)


def remember_place(scene: Scene) -> None:
    """ "I am in X.", "From X / Monday": a line that only says where, for what follows it; and what else names one."""
    page, sentence = scene.page, scene.sentence
    named = [p for p in scene.places if not (p.is_origin or p.is_described or p.is_reference)]
    page.named_place = _resolved(page, sentence, named[0]) if named else None
    if sentence.is_headline and len(named) == 1:
        page.headline_place = page.named_place
    told = bool(page.sketches) and page.sketches[-1].sentence == page.sentence
    if told or len(scene.places) != 1 or scene.figures or scene.places[0].is_origin:
        return
    place = scene.places[0]
    dated = {at for m in scene.moments for at, t in enumerate(sentence.tokens) if m.start <= t.start < m.end}
    rest = [
        at
        for at, token in enumerate(sentence.tokens)
        if token.is_word and at not in dated and not place.first <= at < place.last
    ]
    if len(rest) > _GREETING:
        return
    words = page.words(sentence, place.first, place.last)[0]
    glued = len(sentence.tokens[place.first].forms) > 1 and words[:1] in "بل"
    found = resolve_place(words[1:] if glued else words, page.gazetteer, page.scope.id if page.scope else None)
    meant = [page.gazetteer.get(it) for it in ((found.id,) if found.id else found.candidates)]
    known = bool(meant) and all(it is not None and it.kind != "country" for it in meant)
    if not known or sentence.tokens[place.first].text[0] < "\u0600":
        return
    if (sentence.is_headline or page.sentence == 1) and page.scope is None:
        page.scope = found
    else:
        page.last_place, page.place_sentence, page.place_name = found, page.sentence, found.text


def _resolved(page: Page, sentence: Sentence, place: PlacePhrase) -> Phrase:
    words = page.words(sentence, place.first, place.last)[0]
    context = page.scope.id if page.scope else None
    return Phrase(text=words) if place.names > 1 else resolve_place(words, page.gazetteer, context)


def _chosen(scene: Scene, sketch: Sketch, first: int, last: int, trigger: int | None) -> PlacePhrase | None:
    """The first place named in [first, last); for an event rather not the province or countryside around it."""
    named = [p for p in scene.places if first <= p.head < last and not p.is_described]
    inside = [p for p in named if not p.is_origin]
    arabic = scene.sentence.tokens[first].text[0] >= "\u0600"
    if sketch.kind is DraftKind.DISPLACEMENT and arabic:
        named = [p for p in named if not is_goal(scene.sentence, p.first)]
        inside = [p for p in named if p.is_origin] or named
    elif not inside and sketch.kind in _FROM:
        inside = named
    if len(inside) > 1 and inside[0].first == 0 and scene.sentence.tokens[inside[0].last].text in "-–:":
        inside = inside[1:]  # "Beirut - …": where it was filed, since another place is named
    if sketch.kind is DraftKind.TOLL_STATED:
        return next((p for p in inside if died_in(scene.sentence, p)), inside[0] if inside else None)
    after = [p for p in inside if trigger is not None and trigger < p.first <= trigger + _NEAR]
    return next((p for p in [*after, *inside] if not p.is_wide), inside[0] if inside else None)


def _described(scene: Scene, first: int, last: int) -> PlacePhrase | None:
    """A place told only by what it is: "the besieged neighbourhoods"."""
    return next((p for p in scene.places if p.is_described and first <= p.head < last), None)


def _before(scene: Scene, first: int) -> PlacePhrase | None:
    """A place right before: ", in Jasim town, where it rose to …"."""
    sentence = scene.sentence
    opener = next((unit.opener for unit in scene.parts if unit.first == first), "")
    colon = opener == ";" and first > 0 and sentence.tokens[first - 1].text == ":"  # "A massacre in X yesterday: …"
    wide = opener in _WHEREIN or colon
    reach = _WHERE if wide else 3
    named = [p for p in scene.places if not (p.is_origin or p.is_described)]
    near = [p for p in named if first - reach <= p.last <= first]
    if not near or (reach == 3 and any(token.text == "," for token in sentence.tokens[near[-1].last : first - 1])):
        return None
    return near[0] if wide else near[-1]


def _time_before(scene: Scene, first: int) -> list[Moment]:
    """The day of "The massacre in X on Wednesday, when warplanes …": told before "إذ", "حيث" or a colon."""
    opener = next((unit.opener for unit in scene.parts if unit.first == first), "")
    colon = opener == ";" and first > 0 and scene.sentence.tokens[first - 1].text == ":"
    if opener not in _WHEREIN - {"where"} and not colon:
        return []
    start = scene.sentence.tokens[max(0, first - _WHERE)].start
    return [m for m in scene.moments if start <= m.start < scene.sentence.tokens[first].start]


def set_time(scene: Scene, sketch: Sketch, first: int, last: int, trigger: int | None = None) -> None:
    """The time named in [first, last) nearest to the word for the event, else at the head of the sentence."""
    found = scene.moments_in(first, last) or [
        m for m in scene.moments if m.end <= scene.sentence.tokens[first].end and first < 12
    ]
    found = found or _time_before(scene, first)
    if sketch.kind is DraftKind.RELEASE:  # "whom they had kept since …" tells of the captivity
        found = [moment for moment in found if not moment.is_since]
    if not found:
        _time_by_reference(scene, sketch)
        return
    page = scene.page
    moment = _nearest(scene, [m for m in found if not m.is_since] or found, trigger)
    span = page.text.span(moment.start, moment.end)
    lasting = moment.is_since and (moment.last is None or sketch.kind is DraftKind.DISPLACEMENT)
    start, end = moment.first, page.published if lasting else moment.last
    if lasting and sketch.kind is DraftKind.DISPLACEMENT:
        sketch.period_start = moment.first
    if start and end and start > end:
        start = end
    if moment.precision == "few_days" and sketch.kind is not DraftKind.TOLL_STATED and end:
        start = start or end
    sketch.occurred = Occurred(start=start, end=end, text=page.text.raw[span[0] : span[1]], precision=moment.precision)
    sketch.flags += moment.flags
    over = moment.is_window and moment.first is not None and "relative_date" not in moment.flags  # "in September"
    if (moment.is_since or over) and sketch.kind in _COUNTED:
        sketch.period_start = start
    if moment.precision is Precision.DAY and moment.offset is None:
        page.last_day = start
    if start and page.published and start > page.published:
        sketch.flags.append("future_date")


def _nearest(scene: Scene, moments: list[Moment], trigger: int | None) -> Moment:
    if trigger is None:
        return moments[0]
    at = scene.sentence.tokens[trigger].start
    return min(moments, key=lambda moment: min(abs(moment.start - at), abs(moment.end - at)))


def _is_divided(scene: Scene, toll: Sketch) -> bool:
    """ "The toll of today rose to 37, they are 14 killed in raids on X, …": events that divide the toll of one day."""
    one_day = toll.occurred is not None and toll.occurred.start == toll.occurred.end and toll.occurred.text is not None
    return one_day and toll.period_start is None and scene.sentence.has("include", "listing")


def _time_by_reference(scene: Scene, sketch: Sketch) -> None:
    """The day of the event told right before in the same sentence, where this one names none."""
    before = scene.page.sketches[-1] if scene.page.sketches else None
    if before is None or before.sentence != sketch.sentence:
        return
    if before.kind is DraftKind.TOLL_STATED and not _is_divided(scene, before):
        return
    joined = sketch.kind in _MOMENTARY or (sketch.kind in _DEEDS and before.kind in _MOMENTARY)
    if joined and before.occurred is not None and before.occurred.end is not None:
        sketch.occurred = before.occurred.model_copy(update={"text": None})
        sketch.flags.append("date_by_reference")
