"""From a form to its drafts: one event or one toll, or both where running totals stand beside the figures of a day."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from ledger.domain.values import Certainty, Count, GroupCount, Harm
from ledger.intake.count.figures import Figure
from ledger.intake.drafts import DraftKind, Occurred
from ledger.intake.form.blocks import Form
from ledger.intake.form.circumstances import Circumstances, circumstances_of
from ledger.intake.form.fields import Field
from ledger.intake.form.keys import HARMS, STOCKS
from ledger.intake.form.values import people_in, sentence_at
from ledger.intake.page import Page
from ledger.intake.sketches import Sketch
from ledger.intake.time.moment import Moment

_TAKEN = {"abducted": DraftKind.ABDUCTION, "detained": DraftKind.DETENTION, "displaced": DraftKind.DISPLACEMENT,
          "released": DraftKind.RELEASE}  # fmt: skip
_GROUPS = frozenset({"combatants", "civilians", "children", "women", "men", "medical", "press", "elderly"})


@dataclass
class Entry:
    """A form while its drafts are made; ``section`` = the harm that figures by group belong to."""

    page: Page
    form: Form
    around: Circumstances
    event: Sketch | None = None
    toll: Sketch | None = None
    taken: dict[str, Sketch] = field(default_factory=dict)
    section: str = ""
    flags: list[str] = field(default_factory=list)

    def target(self, told: Field) -> Sketch:
        """The draft that the figure of the field belongs to."""
        name = told.key.name
        if name in STOCKS:
            return self.taken.setdefault(name, self.sketch(_TAKEN.get(name, DraftKind.TOLL_STATED)))
        if told.key.is_running or self.around.counts_period:
            self.toll = self.toll or self.sketch(DraftKind.TOLL_STATED)
            if told.since is not None:
                self.toll.period_start = _first_day(told.since)
            return self.toll
        self.event = self.event or self.sketch(self.around.kind or self._unnamed_kind())
        return self.event

    def _unnamed_kind(self) -> DraftKind:
        total = self.around.is_summary or self.form.is_total or any(told.key.is_total for told in self.form.fields)
        return DraftKind.TOLL_STATED if total else DraftKind.VIOLENCE

    def sketch(self, kind: DraftKind) -> Sketch:
        start, end = self.form.span
        rule = "table" if self.form.is_row else "form"
        return Sketch(kind, start, end, self.page.sentence, rule, is_entry=True)


def read_form(page: Page, form: Form) -> list[Sketch]:
    """Add the drafts of a form to the page, and give them."""
    page.sentence += 1
    entry = Entry(page, form, circumstances_of(page, form))
    entry.flags += ["subset_of_total"] if form.is_part else []
    if form.parts is not None:
        for part in page.sketches:
            if form.parts[0] <= part.start < form.parts[1] and "subset_of_total" not in part.flags:
                part.flags.append("subset_of_total")
    for told in form.fields:
        if told.key.name == "total":
            _take_total(entry, told)
        elif told.key.counts:
            _take(entry, told)
        elif told.key.name == "other" and _states_harm(page, told):
            entry.flags.append("field_unclear")
    if entry.around.kind is not None and entry.event is None and not entry.taken:
        entry.event = entry.sketch(entry.around.kind)
    made = [one for one in (entry.event, entry.toll, *entry.taken.values()) if one is not None]
    for sketch in made:
        _finish(entry, sketch)
        page.sketches.append(sketch)
    if entry.around.place_given and entry.around.place is not None:
        page.last_place, page.place_sentence, page.place_name = entry.around.place, page.sentence, ""
    return made


def _states_harm(page: Page, told: Field) -> bool:
    """Whether a label that is not known speaks of people harmed, so that its figure must not be passed over."""
    label, value = sentence_at(page, *told.label), sentence_at(page, told.start, told.end)
    return bool(label and value and label.has(*HARMS) and any(token.is_number for token in value.tokens))


def _take(entry: Entry, told: Field) -> None:
    """Enter the figures of one field."""
    key = told.key
    if key.name in HARMS:
        entry.section = key.name
    read = people_in(entry.page, told)
    if not read.figures and not read.flags:
        return
    sketch = entry.target(told)
    sketch.flags += read.flags
    if read.is_doubtful and read.figures:
        sketch.certainty = Certainty.REPORTED
        sketch.flags.append("cannot_verify")
    for role, figure in read.figures:
        if key.name == "people" and not (role in HARMS or entry.section):
            sketch.flags.append("field_unclear")
            continue
        harm = "affected" if role in STOCKS else role if role in HARMS else entry.section
        if key.name in (*STOCKS, *HARMS, "both") and key.group is None:
            sketch.add(harm, figure)
        else:
            _add_group(sketch, harm, figure)


def _add_group(sketch: Sketch, harm: str, figure: Figure) -> None:
    """A figure of some of the people: part of the total where one is told, else a total of its own for now."""
    known: Count | None = getattr(sketch, harm)
    entries: tuple[GroupCount, ...] = (figure.entry(figure.group or "people"),)
    if known is None or known.states_nothing:
        known = known or Count()
    setattr(sketch, harm, known.model_copy(update={"breakdown": (*known.breakdown, *entries)}))


def _take_total(entry: Entry, told: Field) -> None:
    """A plain "Total": of the section it stands in, or of dead and injured together, which adds nobody."""
    read = people_in(entry.page, told)
    number = next((figure for _, figure in read.figures), None)
    if number is None:
        return
    sketch = entry.target(told)
    if entry.form.role == "both":
        sketch.flags.append("killed_or_injured")
        return
    killed, injured = (getattr(sketch, harm) for harm in HARMS)
    both = [count.measure for count in (killed, injured) if count is not None and count.measure is not None]
    harm = entry.section or entry.form.role
    known: Count | None = getattr(sketch, harm) if harm else None
    if harm and (known is None or known.measure is None):
        entries = known.breakdown if known is not None else ()
        setattr(sketch, harm, number.count(entries))
    elif number.low not in (sum(both), *both):
        sketch.flags.append("sum_differs")


def _finish(entry: Entry, sketch: Sketch) -> None:
    """Give the draft the circumstances of the form, and a toll the parts of its key."""
    around, page = entry.around, entry.page
    sketch.place, sketch.place_given = around.place, around.place_given
    sketch.actor, sketch.means, sketch.attribution = around.actor, around.means, around.attribution
    sketch.occurred = around.occurred(page)
    sketch.flags += [*around.flags, *entry.flags]
    if around.certainty is not Certainty.ASSERTED:
        sketch.certainty = around.certainty
    _stand_alone(sketch)
    if sketch.kind is DraftKind.TOLL_STATED:
        _describe_toll(entry, sketch)
    elif sketch.kind is DraftKind.VIOLENCE and around.kind is None:
        if sketch.killed is None and sketch.injured is None:
            sketch.kind = DraftKind.OTHER  # "Killed: ?": nothing but that it is not known
            return
        sketch.flags.append("event_or_toll")
        if _nobody(sketch.killed) and _nobody(sketch.injured):  # no event is named: a count, and no violence
            sketch.kind = DraftKind.TOLL_STATED
            _describe_toll(entry, sketch)


def _nobody(count: Count | None) -> bool:
    return count is None or (count.measure == 0 and not count.breakdown)


def _stand_alone(sketch: Sketch) -> None:
    """One group without a total is a count of its own; several are a sum that nobody stated."""
    for harm in HARMS:
        count: Count | None = getattr(sketch, harm)
        if count is None or count.measure is not None or not count.breakdown or count.qualifier is not None:
            continue
        if len(count.breakdown) == 1:
            one = count.breakdown[0]
            setattr(sketch, harm, Count(low=one.low, high=one.high, qualifier=one.qualifier, breakdown=(one,)))
        else:
            sketch.flags.append("sum_not_stated")


def _describe_toll(entry: Entry, sketch: Sketch) -> None:
    moment = entry.around.moment
    sketch.cumulative, sketch.cause = True, entry.around.cause
    sketch.harm = Harm.MISSING if sketch.affected is not None else Harm(HARMS[sketch.killed is None])
    if moment is not None and sketch.period_start is None and entry.around.counts_period:
        sketch.period_start = _first_day(moment)
    end = (moment.last if moment and not moment.is_since else None) or entry.page.published
    sketch.counted_to = end
    if sketch.period_start is not None and (sketch.occurred is None or not entry.around.counts_period):
        text = sketch.occurred.text if sketch.occurred else None
        start = min(sketch.period_start, end) if end else sketch.period_start
        sketch.occurred = Occurred(start=start, end=end, text=text)
    count = sketch.killed or sketch.injured
    groups = [one.group for one in count.breakdown] if count else []
    if len(groups) == 1 and groups[0] in _GROUPS and count is not None and count.breakdown[0].low == count.low:
        sketch.group = groups[0]


def _first_day(moment: Moment) -> date | None:
    return None if "relative_date" in moment.flags else moment.first
