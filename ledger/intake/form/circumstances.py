"""Where, when, what, with what and by whom, as a form's labels and the short lines above it say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from ledger.domain.values import Certainty, Count
from ledger.intake.drafts import DraftKind, Occurred, Phrase
from ledger.intake.event.meanings import party_phrase, settle_names
from ledger.intake.event.means import OWN_MEANS, cause_of, means_of, means_phrase
from ledger.intake.event.parties import Party, parties_in
from ledger.intake.form.blocks import Form
from ledger.intake.form.fields import Field
from ledger.intake.form.keys import HARMS
from ledger.intake.form.values import kind_in, moment_in, people_in, sentence_at
from ledger.intake.page import Page
from ledger.intake.place.datelines import places_of
from ledger.intake.place.places import resolve_place
from ledger.intake.sketches import Sketch
from ledger.intake.text.clauses import Sentence
from ledger.intake.text.lexicon import form_words
from ledger.intake.time.moment import Moment


@dataclass
class Circumstances:
    """What holds for every figure of the form; ``is_summary`` = its heading speaks of a toll or statistics."""

    place: Phrase | None = None
    place_given: bool = False
    moment: Moment | None = None
    kind: DraftKind | None = None
    means: Phrase | None = None
    cause: str | None = None
    actor: Phrase | None = None
    attribution: str | None = None
    certainty: Certainty = Certainty.ASSERTED
    is_summary: bool = False
    flags: list[str] = field(default_factory=list)

    @property
    def counts_period(self) -> bool:
        """Whether the figures are counted over a period, and so are no single event's."""
        return self.moment is not None and (self.moment.is_since or self.moment.is_window)

    def occurred(self, page: Page) -> Occurred | None:
        """The day or period with its words."""
        if self.moment is None:
            return None
        words = page.text.raw[slice(*page.text.span(self.moment.start, self.moment.end))]
        end = self.moment.last or page.published
        start = self.moment.first
        return Occurred(
            start=end if start and end and start > end else start, end=end, text=words, precision=self.moment.precision
        )


def circumstances_of(page: Page, form: Form) -> Circumstances:
    """What the labels say, and where they say nothing, what the heading does."""
    around = Circumstances()
    for told in form.fields:
        sentence = sentence_at(page, told.start, told.end) if told.start < told.end else None
        if sentence is not None:
            _take(page, around, told, sentence)
    _set_place(page, around, form)
    if form.heading is not None:
        _take_heading(page, around, form, *form.heading)
    if not form.is_total:  # what sums up several places lies in none of them
        _set_place_told_before(page, around)
    if around.moment is not None:
        around.flags += around.moment.flags
        if around.moment.first and page.published and around.moment.first > page.published:
            around.flags.append("future_date")
    return around


def _take(page: Page, around: Circumstances, told: Field, sentence: Sentence) -> None:
    words = page.words(sentence, 0, len(sentence.tokens))[0]
    match told.key.name:
        case "date" | "period" | "since":
            moment = moment_in(page, told.start, told.end)
            around.moment = around.moment or moment
            around.flags += [] if moment else ["date_unclear"]
        case "event" | "about":
            _take_event(page, around, sentence)
            around.is_summary = around.is_summary or _is_summary(sentence)
        case "means":
            around.means = Phrase(text=words, id=getattr(means_of(sentence, 0, len(sentence.tokens)), "value", None))
            around.cause = around.cause or cause_of(sentence, 0, len(sentence.tokens))
            around.kind = around.kind or kind_in(sentence)
        case "actor":
            settle_names(page, sentence, (), ())
            known = tuple(tag.value for tag in sentence.named("actor") if tag.value)
            around.actor = party_phrase(page, sentence, Party(0, len(sentence.tokens), 0, "actor", known))
        case "source":
            around.attribution = words
        case "status" if sentence.has("unverified"):
            around.certainty = Certainty.REPORTED
            around.flags.append("cannot_verify")
        case _:
            return


def _take_event(page: Page, around: Circumstances, sentence: Sentence) -> None:
    """Kind, weapon and party named in the words for the event."""
    last = len(sentence.tokens)
    around.kind = around.kind or kind_in(sentence)
    own = OWN_MEANS.get(around.kind.value, "") if around.kind else ""
    around.means = around.means or means_phrase(page, sentence, 0, last, own)
    around.cause = around.cause or cause_of(sentence, 0, last)
    settle_names(page, sentence, (), ())
    parties = [party for party in parties_in(sentence, 0, last) if party.kind == "actor"]
    if parties and around.actor is None:
        around.actor = party_phrase(page, sentence, parties[0])


def _take_heading(page: Page, around: Circumstances, form: Form, start: int, end: int) -> None:
    sentence = sentence_at(page, start, end)
    if sentence is None:
        return
    drafted = [sketch for sketch in page.sketches if start <= sketch.start < end]
    if drafted and not (len(drafted) == 1 and _fits(page, around, drafted[0], form)):
        return  # it tells of something else
    around.is_summary = around.is_summary or _is_summary(sentence)
    around.moment = around.moment or moment_in(page, start, end)
    if drafted:
        _take_draft(around, drafted[0])
        page.sketches.remove(drafted[0])
    elif around.kind is None and not around.is_summary:
        _take_event(page, around, sentence)
    if around.place is None:
        _place_of_words(page, around, [(start, end)])


def _fits(page: Page, around: Circumstances, heading: Sketch, form: Form) -> bool:
    """Whether the heading may tell of the form's event: its kind, if it names one, its place and its figures."""
    if around.kind not in (None, heading.kind):
        return False
    counting = [told for told in form.fields if told.key.counts]
    stated = {(role, figure.low) for told in counting for role, figure in people_in(page, told).figures}
    for harm in HARMS:
        count: Count | None = getattr(heading, harm)
        if count is not None and not count.states_nothing and (harm, count.low) not in stated:
            return False
    mine, theirs = around.place, heading.place
    return mine is None or theirs is None or not heading.place_given or mine.id == theirs.id


def _take_draft(around: Circumstances, heading: Sketch) -> None:
    """The form tells in figures what its heading says in words."""
    around.kind = heading.kind if heading.kind not in (DraftKind.TOLL_STATED, DraftKind.OTHER) else around.kind
    around.means, around.actor = around.means or heading.means, around.actor or heading.actor
    around.certainty = heading.certainty
    if around.place is None and heading.place_given:
        around.place, around.place_given = heading.place, True


def _is_summary(sentence: Sentence) -> bool:
    named = form_words().tags(sentence.tokens)
    return any(tag.value in ("summary", "running", "toll") for tag in named)


def _set_place(page: Page, around: Circumstances, form: Form) -> None:
    """The narrowest place that is named, resolved within the wider one; else the heading's, else the one told last."""
    wide = next((f for f in form.fields if f.key.name == "wide" and f.start < f.end), None)
    near = next((f for f in form.fields if f.key.name == "place" and f.start < f.end), None)
    context = page.scope.id if page.scope else None
    if wide is not None:
        around.place = _resolved(page, wide.start, wide.end, context)
        context = around.place.id or context
    if near is not None:
        around.place = _resolved(page, near.start, near.end, context)
    around.place_given = around.place is not None
    if around.place is None:
        named = [f for f in form.fields if f.key.name in ("event", "about") and f.start < f.end]
        _place_of_words(page, around, [(one.start, one.end) for one in named])


def _set_place_told_before(page: Page, around: Circumstances) -> None:
    if around.place is None and (page.last_place or page.scope):
        around.place = page.last_place or page.scope
        around.flags.append("place_by_reference" if page.last_place else "place_from_scope")


def _place_of_words(page: Page, around: Circumstances, spans: Sequence[tuple[int, int]]) -> None:
    """The place named in the words for the event, or in the heading."""
    for start, end in spans:
        sentence = sentence_at(page, start, end)
        places = [p for p in places_of(page, sentence, set()) if not p.is_origin] if sentence else []
        if sentence and places:
            words = page.words(sentence, places[0].first, places[0].last)[0]
            around.place, around.place_given = resolve_place(words, page.gazetteer, None), True
            return


def _resolved(page: Page, start: int, end: int, context: str | None) -> Phrase:
    """The words of a place field; "Hayt, Daraa" is Hayt in Daraa, and several places stay words."""
    raw = page.text.raw[slice(*page.text.span(start, end))]
    found = resolve_place(raw, page.gazetteer, context)
    parts = [part.strip() for part in raw.replace("،", ",").split(",") if part.strip()]
    if found.id is not None or len(parts) < 2:
        return found
    wider = next((p.id for p in (resolve_place(part, page.gazetteer, context) for part in parts[1:]) if p.id), None)
    near = resolve_place(parts[0], page.gazetteer, wider or context)
    within = near.id is not None and (wider is None or page.gazetteer.contains(wider, near.id))
    return near.model_copy(update={"text": raw}) if within else Phrase(text=raw, candidates=found.candidates)
