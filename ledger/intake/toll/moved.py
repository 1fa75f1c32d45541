"""Tolls told by their move: "rose to N", "to N rose", "revised down to N", with what is counted on either side."""

from __future__ import annotations

from ledger.domain.values import Quantifier
from ledger.intake.count.figures import Figure
from ledger.intake.people.other_harm import counts_others, other_harm_near
from ledger.intake.text.clauses import Sentence
from ledger.intake.text.lexicon import Tag
from ledger.intake.toll.counted import SUBJECT_REACH, people_befallen, what_is_counted
from ledger.intake.toll.frames import TollFrame
from ledger.intake.toll.verbless import is_plain_count
from ledger.names import word_set

_TO = frozenset({"to", "at", "الي", "by"})
_SUBJECT = 5  # tokens
_DEATHS = word_set("fatalities deaths casualties martyrs")
_FULL = word_set(
    "reached reaches reaching numbered بلغ بلغت يبلغ تبلغ تجاوز تجاوزت تعدي تعدت تخطي تخطت ناهز ناهزت فاق فاقت وصل "
    "وصلت يصل تصل بات باتت"
)
_EXCEEDS = word_set("تعدي تعدت تخطي تخطت تتخطي تجاوز تجاوزت يتجاوز تتجاوز فاق فاقت")


def moved_toll(sentence: Sentence, figure: Figure) -> TollFrame | None:
    """ "Rose to N", "to N rose", "revised down to N"; what is counted stands on either side."""
    tokens = sentence.tokens
    lead = tokens[figure.first - 1] if figure.first else None
    has_to = lead is not None and any(form in _TO for form in lead.forms)
    has_to = has_to or (tokens[figure.first].word.startswith("ب") and len(tokens[figure.first].forms) > 1)
    near = [
        tag
        for tag in sentence.named("rise", "fall", last=figure.first)
        if figure.first - tag.last
        <= (_reach(sentence, tag, figure) if has_to or _reached_toll(sentence, tag, figure) else 3)
    ]
    fits = near and (has_to or _is_full(sentence, near[-1]) or near[-1].last == figure.first)
    verb = near[-1] if fits else None
    if verb is None and has_to:
        later = sentence.named("rise", "fall", first=figure.last, last=figure.end + 6)
        verb = later[0] if later else None
    if verb is None or _is_thing(sentence, figure, verb):
        return None
    if any(form in _EXCEEDS for form in tokens[verb.first].forms) and figure.qualifier is Quantifier.EXACT:
        figure.qualifier, figure.high = Quantifier.MORE_THAN, None
    first = min(verb.first, figure.first)
    counted_before = any(
        tag.first >= first - 12 or not any(token.is_number for token in sentence.tokens[tag.last : first])
        for tag in sentence.named("counted", first=max(0, first - SUBJECT_REACH), last=figure.first)
    )
    led = has_to or _is_full(sentence, verb) or tokens[verb.first].text[0] >= "\u0600"
    if not led and not counted_before and not figure.role:
        return None  # "the season pushes hundreds of families into the desert", and a toll is told of further on
    counted = what_is_counted(sentence, figure, first, ahead=not counted_before)
    role = figure.role if figure.role == "injured" else counted or figure.role
    if not role and has_to and people_befallen(sentence, figure):
        role = "killed"
    if counts_others(sentence, first, figure):
        role = "affected"
    if not role and other_harm_near(sentence, first, figure):
        role = "affected"
    if not role and has_to and _deaths_before(sentence, first):
        role = "killed"
    if not role and is_plain_count(sentence, figure):
        role = "killed"
    if not role and not sentence.has("counted") and "number" not in {t.word for t in tokens}:
        return None
    moves = _direction(sentence, verb, figure)
    return TollFrame(
        figure, min(verb.first, figure.first), figure.end, role or _ellipted(sentence, verb), "moved to", moves
    )


def _direction(sentence: Sentence, verb: Tag, figure: Figure) -> int:
    """1 for a rise, -1 for a fall."""
    words = {token.word for token in sentence.tokens[max(0, verb.first - 1) : figure.first]}
    return -1 if verb.name == "fall" or words & {"down", "انخفض"} else 1


def _deaths_before(sentence: Sentence, verb: int) -> bool:
    """ "Fatalities have increased to N"."""
    dead = sentence.named("killed", first=max(0, verb - _SUBJECT), last=verb)
    return any(sentence.tokens[tag.last - 1].word in _DEATHS for tag in dead)


def _reach(sentence: Sentence, verb: Tag, figure: Figure) -> int:
    """How far the number may stand from its verb: in Arabic what is counted, and of what, stands between."""
    arabic = sentence.tokens[verb.first].text[0] >= "\u0600"
    return 30 if arabic and sentence.has("counted", first=verb.last, last=figure.first) else 16


def _reached_toll(sentence: Sentence, verb: Tag, figure: Figure) -> bool:
    """ "The toll of mines in the province reached nine", in the Arabic order: reached, the toll of …, nine."""
    return _is_full(sentence, verb) and sentence.has("counted", first=verb.last, last=figure.first)


def _is_full(sentence: Sentence, verb: Tag) -> bool:
    """Whether the verb itself leads to the number: "reached N"."""
    return any(form in _FULL for form in sentence.tokens[verb.first].forms)


def _ellipted(sentence: Sentence, verb: Tag) -> str:
    return "killed" if any(t.word == "that" for t in sentence.tokens[max(0, verb.first - 6) : verb.first]) else ""


def _is_thing(sentence: Sentence, figure: Figure, verb: Tag) -> bool:
    """Whether the number counts attacks, barrels and the like."""
    after = sentence.named("counted", first=figure.last, last=figure.end + 5)
    near = after[0] if after else None
    if near is not None:
        before_next = sentence.named("rise", "fall", first=near.last, last=near.last + 5)
        words = sentence.named(
            "thing", "person", "killed", first=near.last, last=near.last + 4 if not before_next else near.last + 2
        )
        return bool(words) and words[0].name == "thing"
    if figure.unit == "bare" and not figure.role:
        before = sentence.named("thing", first=max(0, verb.first - 20), last=verb.first)
        people = sentence.named("person", "killed", first=max(0, verb.first - 20), last=figure.first)
        return (
            bool(before)
            and not people
            and not sentence.has("counted", first=max(0, verb.first - 12), last=figure.first)
        )
    return False
