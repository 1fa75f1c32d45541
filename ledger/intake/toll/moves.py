"""Why, and from what, a stated toll moved: "58 instead of 62, after four people were found alive"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from ledger.domain.values import Quantifier, Reason, ReasonCode
from ledger.intake.count.figures import Figure
from ledger.intake.count.number_words import WORDS
from ledger.intake.text.clauses import Sentence
from ledger.intake.text.lexicon import Tag
from ledger.intake.time.calendar import MONTHS
from ledger.intake.toll.steps import added_to_total, is_changed, partitive, step_of
from ledger.names import word_set

_TO = word_set("to at الي عند ل")
_ARROWS = frozenset({"→", ">", "⇒", "⟶", "->"})
_LIGHT = word_set("the a an its their of figure toll count number about some only from الرقم حصيله عدد ما still just")
_RISES = frozenset({"died_of_wounds", "body_recovered", "missing_to_dead", "late_report", "new_deaths"})
_LOWERS = frozenset({"found_alive", "duplicate_removed", "entry_error", "source_corrected", "reclassified"})
_FIGURE_WORDS = word_set("figure figures count counts claim statement report رقم ارقام حصيله تقرير بيان عدد")
_SAVED = word_set(
    "pulled brought rescued dug saved extracted retrieved rescuers rescue rescuing pulling taken "
    "got get bring brings bringing carried"
)
_LIVING = word_set("شخصين شخصان اشخاص منهم انهم وجدوا هم وجد شخص شخصا")
_YEAR = 4  # digits
_MANY = 15  # numbers; a sentence with more is a table
_BRIEF = 15  # tokens of a message in which "…, was 62" can only be the toll before
_REACH_BEFORE, _REACH_AFTER = 9, 5


@dataclass(frozen=True, slots=True)
class Move:
    """What a sentence says of a toll's change: the figure before it, and coded reasons with the people each covers."""

    previous: Figure | None = None
    reasons: tuple[tuple[Tag, Figure | None], ...] = ()
    is_withdrawal: bool = False
    is_restated: bool = False
    carried: tuple[Reason, ...] = ()  # given in a sentence before
    taken: tuple[Figure, ...] = ()  # further figures that count no dead
    is_addition: bool = False  # people entered into a total that was told before

    @property
    def figures(self) -> list[Figure]:
        """Figures that explain the move, and so count no dead of their own."""
        given = [figure for _, figure in self.reasons if figure is not None]
        return [*given, *self.taken] if self.previous is None else [self.previous, *given, *self.taken]

    @property
    def is_correction(self) -> bool:
        """Whether the words can only be about a toll told before."""
        lowers = any(tag.value in _LOWERS for tag, _ in self.reasons)
        return self.previous is not None or lowers or self.is_addition or bool(self.carried)

    def coded(self, direction: int) -> tuple[Reason, ...]:
        """One reason for each code, its amount signed; ``direction`` is 1 for a rise, -1 for a fall, 0 unknown."""
        found = {reason.code.value: reason for reason in self.carried}
        for tag, figure in self.reasons:
            amount = figure.low if figure else None
            down = tag.value in ("found_alive", "duplicate_removed") or (tag.value not in _RISES and direction < 0)
            signed = None if amount is None else -amount if down else amount
            known = found.get(tag.value)
            if known is None or known.amount is None:
                found[tag.value] = Reason(code=ReasonCode(tag.value), amount=signed)
        if self.is_withdrawal:
            found["source_withdrew"] = Reason(code=ReasonCode.SOURCE_WITHDREW)
        return tuple(found.values())


def find_move(sentence: Sentence, figures: Sequence[Figure]) -> Move:
    """The change of a toll that the sentence tells of; an empty ``Move`` where it tells of none."""
    counting = [
        f for f in figures if f.unit in ("person", "bare") and not f.is_negative and (f.low, f.high) != (None, None)
    ]
    if len(counting) > _MANY:
        return Move()
    step = step_of(sentence, counting)
    if step is not None:
        return Move(step.before, taken=(step.by,))
    added = added_to_total(sentence, counting)
    if added is not None:
        return Move(reasons=((added.why, added.people),), is_addition=True)
    previous = _previous(sentence, counting) or partitive(sentence, counting)
    left = [figure for figure in counting if figure is not previous]
    has_total = previous is not None or any(is_total(sentence, figure) for figure in left)
    reasons: list[tuple[Tag, Figure | None]] = []
    for tag in sentence.named("reason"):
        if (tag.value in _RISES and not has_total) or not _is_about_people(sentence, tag) or _is_rescue(sentence, tag):
            continue
        taken = [figure for _, figure in reasons if figure is not None]
        found = _explained(sentence, tag, [figure for figure in left if all(figure is not t for t in taken)])
        reasons.append((tag, found))
    counted = sentence.has("counted") or any(figure.unit == "person" or is_total(sentence, figure) for figure in left)
    return Move(
        previous,
        tuple(reasons),
        is_withdrawal=counted and _takes_back(sentence),
        is_restated=sentence.has("restate"),
    )


def _is_rescue(sentence: Sentence, tag: Tag) -> bool:
    """ "Rescuers pulled 14 people alive from the rubble": saved, and never counted among the dead."""
    before = {token.word for token in sentence.tokens[max(0, tag.first - _REACH_BEFORE) : tag.first]}
    moved = any(sentence.tokens[it.first].word not in _SAVED for it in sentence.named("rise", "fall"))
    return tag.value == "found_alive" and bool(before & _SAVED) and not moved and not sentence.has("counted")


def _takes_back(sentence: Sentence) -> bool:
    """Whether it is a figure that is withdrawn, and not troops: a word for one stands near."""
    for tag in sentence.named("withdraw"):
        if sentence.has("counted", first=max(0, tag.first - 9), last=tag.last + 6):
            return True
        near = sentence.tokens[max(0, tag.first - 9) : tag.last + 6]
        if any(form in _FIGURE_WORDS for token in near for form in token.forms):
            return True
    return False


def _is_about_people(sentence: Sentence, tag: Tag) -> bool:
    """Plain "alive" tells of people only next to a number: "4 alive", "four of them alive"; never "buried alive"."""
    words = [token.word for token in sentence.tokens[tag.first : tag.last]]
    if words == ["الاحياء"]:
        return False  # "the neighbourhoods"
    if words == ["احياء"]:  # also "neighbourhoods"
        lead = sentence.tokens[max(0, tag.first - 3) : tag.first]
        counted = any(token.is_number or token.word in WORDS for token in lead)
        return counted or any(form in _LIVING for token in lead for form in token.forms)
    if words == ["by", "mistake"]:
        return sentence.has("counted", "document", "added")  # and not "bombed their own men by mistake"
    if words != ["alive"]:
        return True
    before = sentence.tokens[max(0, tag.first - 3) : tag.first]
    numbered = any(token.is_number or token.word in WORDS for token in before)
    return numbered and not any(token.word in ("buried", "burned", "burnt", "captured", "keep") for token in before)


def is_total(sentence: Sentence, figure: Figure) -> bool:
    """Whether the number stands where a total does: "rose to N", "now N", "the toll: N", "= N"."""
    before = figure.first - 1
    if before < 0:
        return False
    token = sentence.tokens[before]
    if token.text == ":" and before:
        return any(tag.last == before for tag in sentence.named("counted"))
    if token.text == "=" or any(form in _TO for form in token.forms):
        return True
    if any(tag.first == figure.last for tag in sentence.named("in_total")):
        return True
    return any(tag.last == figure.first for tag in sentence.named("state", "rise", "fall", "counted"))


def _previous(sentence: Sentence, figures: list[Figure]) -> Figure | None:
    """The figure that another one replaces."""
    moved = sentence.has("rise", "fall", "counted", "now")
    for at, figure in enumerate(figures):
        others = [other for other in figures if other is not figure]
        if not others:
            continue
        following = figures[at + 1] if at + 1 < len(figures) else None
        if following and _arrow_between(sentence, figure, following):
            return figure
        for tag in sentence.named("instead", last=figure.first):
            if _is_of_other_time(sentence, tag, figure):
                continue
            if _reaches(sentence, tag.last, figure.first):
                return figure
        led = [
            tag.name
            for tag in sentence.named("before", "was_before", last=figure.first)
            if _reaches(sentence, tag.last, figure.first)
        ]
        aside = figure.first > 1 and sentence.tokens[figure.first - 2].text in "(,"
        brief = aside and len(sentence.tokens) <= _BRIEF and figure is figures[-1]
        if (moved and ("before" in led or ("was_before" in led and aside))) or ("was_before" in led and brief):
            return figure
        if following and is_changed(sentence, figure, following):
            return figure
        if any(_is_now(sentence, later) for later in figures[at + 1 :]) and _stood_before(sentence, figure):
            return figure
        after = sentence.named("earlier", first=figure.last, last=figure.last + 2)
        if moved and after and after[0].first == figure.last and figure.group is None:
            return figure
        if _moved_from(sentence, figure, others):
            return figure
    return None


def _is_of_other_time(sentence: Sentence, tag: Tag, figure: Figure) -> bool:
    """ "14 dead, as against nine in December": the count of another month, and no figure taken back."""
    if sentence.tokens[tag.last - 1].word != "against":
        return False
    after = [token.word for token in sentence.tokens[figure.last : figure.last + 4]]
    return any(a == "in" and (b in MONTHS or (b.isdigit() and len(b) == _YEAR)) for a, b in pairwise(after))


def _stood_before(sentence: Sentence, figure: Figure) -> bool:
    """ "The toll was 62 …", with nothing else counted between."""
    for tag in sentence.named("was_before", first=max(0, figure.first - 12), last=figure.first):
        if not any(token.is_number for token in sentence.tokens[tag.last : figure.first]):
            return True
    return False


def _is_now(sentence: Sentence, figure: Figure) -> bool:
    return any(0 <= figure.first - tag.last <= 1 for tag in sentence.named("now", last=figure.first))


def _reaches(sentence: Sentence, first: int, last: int) -> bool:
    return last - first <= 4 and all(token.word in _LIGHT for token in sentence.tokens[first:last])


def _moved_from(sentence: Sentence, figure: Figure, others: list[Figure]) -> bool:
    """ "From 62 to 58" and "to 58 from 62", with a word for moving."""
    if not figure.first or sentence.tokens[figure.first - 1].word not in ("from", "من"):
        return False
    for other in others:
        if other.qualifier is Quantifier.UP_TO and other.high is not None:  # "up to 70 from 62"
            other.low, other.qualifier = other.high, Quantifier.EXACT
            return True
    return sentence.has("rise", "fall", "state") and any(is_total(sentence, other) for other in others)


def _arrow_between(sentence: Sentence, first: Figure, second: Figure) -> bool:
    between = sentence.tokens[first.last : second.first]
    if [token.text for token in between] == [">"]:  # "7>4" is something else
        return between[0].start > sentence.tokens[first.last - 1].end and not between[0].glued
    return 0 < len(between) <= 2 and any(token.text in _ARROWS for token in between)


def _explained(sentence: Sentence, tag: Tag, figures: list[Figure]) -> Figure | None:
    """The people that a reason is about: the nearest number before it, else right after it."""
    exact = [figure for figure in figures if figure.low == figure.high and not is_total(sentence, figure)]
    before = [f for f in exact if f.at < tag.last and tag.first - f.last <= _REACH_BEFORE and f.first <= tag.first]
    after = [f for f in exact if f.first >= tag.first and f.at - tag.last <= _REACH_AFTER]
    near_before = [f for f in before if not _crosses(sentence, f.last, tag.first)]
    if near_before and (len(figures) > 1 or tag.value in _LOWERS):
        return near_before[-1]
    near_after = [f for f in after if not _crosses(sentence, tag.last, f.first)]
    return near_after[0] if near_after else None


def _crosses(sentence: Sentence, first: int, last: int) -> bool:
    return any(token.text in ";:(" for token in sentence.tokens[first:last])
