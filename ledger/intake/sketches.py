"""Drafts while they are being made: what the passes over the sentences fill in, and how doubles are joined."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from ledger.domain.values import Certainty, Count, GroupCount, Harm, Reason
from ledger.intake.count.figures import Figure
from ledger.intake.drafts import Draft, DraftKind, Objects, Occurred, Phrase
from ledger.intake.text.normalise import Folded
from ledger.names import name_words
from ledger.place_words import NOT_NAMES, plain_word

_FIRE = frozenset({DraftKind.STRIKE, DraftKind.SHELLING})
_REACH = 500  # drafts back within which an event or a toll is taken for one told before


@dataclass
class Sketch:
    """A draft in the making; ``start``..``end`` are places of the folded text."""

    kind: DraftKind
    start: int
    end: int
    sentence: int
    rule: str
    is_headline: bool = False
    is_reference: bool = False
    is_entry: bool = False  # of a form or a row of a table: a report of its own, however alike another is
    place: Phrase | None = None
    place_given: bool = False
    actor: Phrase | None = None
    target: Phrase | None = None
    means: Phrase | None = None
    cause: str | None = None
    killed: Count | None = None
    injured: Count | None = None
    affected: Count | None = None
    objects: Objects | None = None
    harm: Harm | None = None
    group: str = "all"
    affiliation: str | None = None
    occurred: Occurred | None = None
    period_start: date | None = None
    counted_to: date | None = None
    cumulative: bool = False
    certainty: Certainty = Certainty.ASSERTED
    attribution: str | None = None
    reasons: tuple[Reason, ...] = ()
    previous: int | None = None
    flags: list[str] = field(default_factory=list)
    told: list[tuple[str, Figure]] = field(default_factory=list)  # the figures taken, as killed, injured or affected
    word: tuple[int, int] | None = None  # where the word for the event stands, or the figure of a toll
    actor_rule: str = ""
    joined: list[Sketch] = field(default_factory=list)  # passages that tell the same
    fate: str = ""  # the rule by which it is no draft of its own

    def add(self, role: str, figure: Figure) -> None:
        """Take a figure as the killed, injured or affected; a second one of the same kind adds entries."""
        if figure.is_unclear or any(part.is_unclear for part in figure.parts):
            self.flags.append("number_unclear")
        if figure.is_unclear:
            return
        self.told += [(role, it) for it in (figure, *figure.parts)]
        known: Count | None = getattr(self, role)
        if known is not None and figure.low is None and figure.high is None and figure.qualifier is None:
            return
        entries = [part.entry() for part in figure.parts if (part.group or part.affiliation) and not part.is_unclear]
        if figure.group and (figure.group != "combatants" or figure.low is not None or figure.qualifier):
            entries.insert(0, figure.entry())
        if known is None or (known.states_nothing and not known.breakdown):
            setattr(self, role, figure.count(tuple(entries)))
        else:
            own = entries or [figure.entry("people")]
            first = (
                ()
                if known.breakdown or known.states_nothing
                else (GroupCount(group="people", low=known.low, high=known.high, qualifier=known.qualifier),)
            )
            total = Count(breakdown=(*first, *known.breakdown, *own))
            setattr(self, role, total)
            self.flags.append("sum_not_stated")

    @property
    def has_figures(self) -> bool:
        return any(
            count is not None and not count.states_nothing for count in (self.killed, self.injured, self.affected)
        )

    def flag_future(self, published: date | None) -> None:
        """Mark days after publication, on which nothing can have happened or been counted yet."""
        occurred = (self.occurred.start, self.occurred.end) if self.occurred else ()
        if published and any(day > published for day in (*occurred, self.period_start, self.counted_to) if day):
            self.flags.append("future_date")

    def draft(self, number: int, text: Folded) -> Draft:
        """The finished draft with its exact quote."""
        span = text.span(self.start, self.end)
        return Draft(
            number=number, kind=self.kind, quote=text.raw[span[0] : span[1]], span=span, place=self.place,
            actor=self.actor, target=self.target, means=self.means, cause=self.cause, killed=self.killed,
            injured=self.injured, affected=self.affected, harm=self.harm,
            group=self.group, affiliation=self.affiliation,
            occurred=self.occurred, period_start=self.period_start, counted_to=self.counted_to,
            cumulative=self.cumulative, certainty=self.certainty, attribution=self.attribution, objects=self.objects,
            reasons=self.reasons, previous=self.previous, flags=tuple(dict.fromkeys(self.flags)),
        )  # fmt: skip


def without_doubles(sketches: list[Sketch]) -> list[Sketch]:
    """One draft per event: references join what they refer to, headlines give way to the body."""
    body_kinds = {sketch.kind for sketch in sketches if not sketch.is_headline}
    has_body = any(not sketch.is_headline for sketch in sketches)
    kept: list[Sketch] = []
    for sketch in sketches:
        if (
            sketch.is_headline
            and has_body
            and (sketch.kind in body_kinds or sketch.kind is not DraftKind.CONTROL_CHANGE)
        ):
            sketch.fate = "headline"
            continue
        if sketch.is_headline:
            sketch.flags.append("headline_only")
        earlier = _same_event(kept, sketch)
        if earlier is None:
            alone = sketch.is_reference and not sketch.has_figures and not sketch.place_given
            if not alone or sketch.kind is DraftKind.EXECUTION:
                kept.append(sketch)
            else:
                sketch.fate = "points back"
        elif not sketch.is_reference and (
            earlier.is_reference
            or (not sketch.place_given and not earlier.has_figures and sketch.sentence == earlier.sentence)
        ):
            _absorb(sketch, earlier)
            kept[next(at for at in reversed(range(len(kept))) if kept[at] is earlier)] = sketch
        else:
            _absorb(earlier, sketch)
    return kept


def _same_event(kept: list[Sketch], sketch: Sketch) -> Sketch | None:
    for earlier in reversed(kept[-_REACH:]):
        if earlier.kind is not sketch.kind and not (sketch.is_reference and {earlier.kind, sketch.kind} <= _FIRE):
            continue
        if earlier.is_entry and sketch.is_entry:
            continue
        if "total_not_given" in earlier.flags and earlier.reasons == sketch.reasons:
            return earlier
        if sketch.kind is DraftKind.TOLL_STATED:
            if _same_toll(earlier, sketch):
                return earlier
            continue
        if earlier.certainty is Certainty.DENIED:
            continue
        if sketch.is_reference or earlier.is_reference:
            if sketch.has_figures and _elsewhere(earlier, sketch):
                continue
            return earlier if sketch.end - earlier.end < 3000 else None
        if sketch.kind in (DraftKind.NEGOTIATION_FAILED,):
            continue
        if _same_dead(earlier, sketch) and earlier.sentence != sketch.sentence:
            return earlier
        same_stretch = earlier.sentence == sketch.sentence and not sketch.place_given
        if (
            same_stretch
            and not (earlier.has_figures and sketch.has_figures)
            and not earlier.objects
            and not sketch.objects
        ):
            return earlier
    return None


def _same_dead(earlier: Sketch, sketch: Sketch) -> bool:
    """Whether both tell of as many dead, and of no other place or number of injured."""
    if not (earlier.killed and sketch.killed and earlier.killed.low and earlier.killed.same_figure(sketch.killed)):
        return False
    injured = earlier.injured and sketch.injured and not earlier.injured.same_figure(sketch.injured)
    return not injured and not _elsewhere(earlier, sketch)


def _elsewhere(earlier: Sketch, sketch: Sketch) -> bool:
    mine, theirs = earlier.place, sketch.place
    if mine is None or theirs is None or not sketch.place_given:
        return False
    if mine.id and theirs.id:
        return mine.id != theirs.id
    one = sketch.killed is not None and sketch.killed.low == 1  # a number that tells nothing apart
    shared = set(name_words(mine.text)) & set(name_words(theirs.text))
    return earlier.place_given and (_first_name(mine) != _first_name(theirs) if one else not shared)


def _first_name(place: Phrase) -> str:
    """The "Tafas" of "Tafas city in the western countryside of Daraa"."""
    words = name_words(place.text)
    return next((word for word in words if plain_word(word) not in NOT_NAMES), words[0] if words else "")


def _same_toll(earlier: Sketch, sketch: Sketch) -> bool:
    if sketch.killed is None and earlier.injured is not None and sketch.injured is not None:
        again = earlier.injured.same_figure(sketch.injured) and earlier.period_start == sketch.period_start
        return again and not _elsewhere(earlier, sketch)  # the wounded of a list told again in another language
    if earlier.killed is None or sketch.killed is None:
        return False
    number = earlier.killed.measure
    if number is None or number != sketch.killed.measure:
        return False
    return not (
        earlier.place and sketch.place and earlier.place.id and sketch.place.id and earlier.place.id != sketch.place.id
    )


def _absorb(kept: Sketch, other: Sketch) -> None:
    """Take from a double what the kept draft does not have."""
    other.fate = "told twice"
    kept.joined += [other, *other.joined]
    kept.actor_rule = kept.actor_rule if kept.actor else other.actor_rule
    for name in (
        "actor",
        "means",
        "killed",
        "injured",
        "affected",
        "objects",
        "period_start",
        "attribution",
        "occurred",
        "cause",
    ):
        if getattr(kept, name) is None:
            setattr(kept, name, getattr(other, name))
    if kept.occurred is not None and kept.occurred.text is None and other.occurred and other.occurred.text:
        kept.occurred = other.occurred  # the double says when
    if other.place_given and not kept.place_given:
        kept.place, kept.place_given = other.place, True
    if kept.killed and other.killed and not kept.killed.breakdown and kept.killed.measure == other.killed.measure:
        kept.killed = other.killed
