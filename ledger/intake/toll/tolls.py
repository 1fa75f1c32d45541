"""Stated tolls: "rose to 62 …, the number of people killed since …", in the order that either language puts it."""

from __future__ import annotations

from dataclasses import replace

from ledger.domain.values import Quantifier
from ledger.intake.count.figures import Figure
from ledger.intake.people.other_harm import counts_displaced, other_harm_near
from ledger.intake.text.clauses import Sentence
from ledger.intake.text.lexicon import Tag
from ledger.intake.text.units import Unit
from ledger.intake.time.moment import Moment
from ledger.intake.toll.frames import TollFrame, fired_between, give_move, not_yet, stretch, take_move_in
from ledger.intake.toll.moves import Move, is_total
from ledger.intake.toll.verbless import is_now, is_plain_count, is_toll_after, only_says, opens
from ledger.names import word_set

_TO = frozenset({"to", "at", "الي", "by"})
_FULL = word_set(
    "reached reaches reaching numbered بلغ بلغت يبلغ تبلغ تجاوز تجاوزت تعدي تعدت تخطي تخطت ناهز ناهزت فاق فاقت وصل "
    "وصلت يصل تصل بات باتت"
)
_EXCEEDS = word_set("تعدي تعدت تخطي تخطت تتخطي تجاوز تجاوزت يتجاوز تتجاوز فاق فاقت")
_TAKEN = ("detention", "abduction", "release", "displacement")
_TOLL = frozenset({"حصيله", "محصله"})
_SHORT = 6  # tokens of a message that only says a number again


def find_tolls(
    sentence: Sentence, parts: list[Unit], mains: list[Figure], moments: list[Moment], move: Move, told: bool
) -> list[TollFrame]:
    """Totals stated in the sentence; ``told`` = a toll was told before in the same report."""
    frames: list[TollFrame] = []
    if sentence.has("veto_background"):
        return frames
    for figure in mains:
        skipped = figure.is_article or figure.is_negative or figure.is_lumped
        if skipped or not_yet(sentence, figure) or counts_displaced(sentence, figure):
            continue
        frame = (
            _updated(sentence, figure)
            or _counted(sentence, figure, mains)
            or _dead_are(sentence, figure)
            or _windowed(sentence, figure, moments)
            or _corrected(sentence, figure, move)
        )
        if frame is None and told and figure.role and _ellipsis(sentence, figure):
            frame = TollFrame(figure, figure.first, figure.end, figure.role, "totals told before")
        if frame and frame.role:
            frames.append(frame)
    give_move(frames, move)
    for at, frame in enumerate(frames):
        floor = frames[at - 1].figure.end if at else 0
        ceiling = frames[at + 1].first if at + 1 < len(frames) else len(sentence.tokens)
        stretch(sentence, frame, parts, floor, ceiling)
        take_move_in(sentence, frame, floor, ceiling)
    return frames


def _corrected(sentence: Sentence, figure: Figure, move: Move) -> TollFrame | None:
    """ "58, four were found alive", "58, not 62", "62 again": a number that can only be a toll told anew."""
    again = move.is_restated and len(sentence.tokens) <= _SHORT
    again = again or (figure.unit == "bare" and is_now(sentence, figure) and only_says(sentence))
    again = again or (bool(move.reasons) and is_total(sentence, figure))
    own = replace(move, carried=()).is_correction or sentence.has("counted", "rise", "fall", "now", "state")
    if not ((move.is_correction and own) or move.is_withdrawal or again) or figure.role == "injured":
        return None
    return TollFrame(figure, figure.first, figure.end, "killed", "corrected")


def _ellipsis(sentence: Sentence, figure: Figure) -> bool:
    return any(t.word in ("ranks", "parties", "sides", "صفوف") for t in sentence.tokens[figure.last : figure.last + 8])


def _updated(sentence: Sentence, figure: Figure) -> TollFrame | None:
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
    counted_before = sentence.has("counted", first=max(0, first - 12), last=figure.first)
    counted = _what_is_counted(sentence, figure, first, ahead=not counted_before)
    role = figure.role if figure.role == "injured" else counted or figure.role
    if not role and other_harm_near(sentence, first, figure):
        role = "affected"
    if not role and is_plain_count(sentence, figure):
        role = "killed"
    if not role and not sentence.has("counted") and "number" not in {t.word for t in tokens}:
        return None
    moves = (
        -1
        if verb.name == "fall"
        or any(t.word in ("down", "انخفض") for t in tokens[max(0, verb.first - 1) : figure.first])
        else 1
    )
    return TollFrame(
        figure, min(verb.first, figure.first), figure.end, role or _ellipted(sentence, verb), "moved to", moves
    )


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


def _what_is_counted(sentence: Sentence, figure: Figure, first: int, *, ahead: bool = True) -> str:
    """Killed or injured, from the words for what is counted around the number."""
    after = sentence.named("counted", first=figure.last, last=figure.end + 25) if ahead else []
    regions = [(tag.first, tag.last + 14) for tag in after[:1]]
    regions += [
        (tag.first, figure.last + 1) for tag in sentence.named("counted", first=max(0, first - 25), last=figure.first)
    ][-1:]
    for start, stop in regions:
        harmed = sentence.named("killed", "injured", first=start, last=stop)
        if harmed:
            return harmed[0].name
        if sentence.has(*_TAKEN, first=start, last=start + 4):
            return "affected"  # "the toll of arrests"
        if any(word.word in ("toll", "tolls") or _TOLL & set(word.forms) for word in sentence.tokens[start:stop]):
            return "killed"
    earlier = sentence.named("killed", "injured", first=max(0, first - 25), last=figure.first)
    return earlier[-1].name if earlier and regions else ""


def _counted(sentence: Sentence, figure: Figure, mains: list[Figure]) -> TollFrame | None:
    """ "The number of … is N", "N is the number of …", "documented the death of N"."""
    before = [
        tag
        for tag in sentence.named("counted", first=max(0, figure.first - 34), last=figure.first)
        if not any(tag.last <= other.at < figure.first for other in mains if not other.is_article)
    ]
    stated = [tag for tag in sentence.named("state", "rise", last=figure.first) if 0 <= figure.first - tag.last <= 2]
    adjacent = before and figure.first - before[-1].last <= 1
    if before and (stated or adjacent) and not _is_named_thing(sentence, before[-1]):
        role = _what_is_counted(sentence, figure, before[-1].first, ahead=False)
        that = [n for n in range(before[-1].last, figure.first) if sentence.tokens[n].word in ("that", "those")]
        if role:  # "…, and that of the factions rose to ten" begins at "that"
            return TollFrame(figure, that[-1] if that else before[-1].first, figure.end, role, "number of")
    if before and opens(sentence, before[-1], figure):
        return TollFrame(figure, before[-1].first, figure.end, "killed", "number of")
    if (
        before
        and figure.unit == "bare"
        and len(sentence.tokens) <= 14
        and not figure.role
        and sentence.tokens[0].word in ("toll", "death", "حصيله")
    ):
        return TollFrame(figure, 0, figure.end, "killed", "toll in short")
    if figure.role == "killed" and is_toll_after(sentence, figure):
        return TollFrame(figure, figure.first, figure.end, "killed", "is the toll")
    after = sentence.named("counted", first=figure.last, last=figure.last + 5)
    start = figure.last
    if not after and figure.parts:  # "356 dead, of whom 72 children, is the figure"
        start = figure.end
        after = sentence.named("counted", first=start, last=start + 5)
    if after and sentence.has("state", first=start, last=start + 3) and not _is_named_thing(sentence, after[0]):
        role = _what_is_counted(sentence, figure, figure.first)
        return TollFrame(figure, figure.first, figure.end, role, "is the number of") if role else None
    return None


def _dead_are(sentence: Sentence, figure: Figure) -> TollFrame | None:
    """ "The civilians reported killed … had been N"."""
    stated = [tag for tag in sentence.named("state", last=figure.first) if tag.last == figure.first]
    if not stated or figure.unit not in ("bare", "person"):
        return None
    for tag in reversed(sentence.named("killed", "injured", first=max(0, figure.first - 14), last=figure.first)):
        people = sentence.named("person", first=max(0, tag.first - 3), last=tag.first)
        if people or sentence.tokens[tag.first - 1].word == "those":
            first = people[0].first if people else tag.first - 1
            figure.group = figure.group or next((p.value for p in people if p.value != "people"), None)
            return TollFrame(figure, first, figure.end, tag.name, "the dead are")
    return None


def _is_named_thing(sentence: Sentence, counted: Tag) -> bool:
    if sentence.has("killed", "injured", first=counted.first, last=counted.last):
        return False  # "the total of the dead in the attack"
    words = sentence.named("thing", "person", "killed", first=counted.last, last=counted.last + 3)
    return bool(words) and words[0].name == "thing"


def _windowed(sentence: Sentence, figure: Figure, moments: list[Moment]) -> TollFrame | None:
    """Deaths documented, or counted over a period: a total even without a word for one."""
    if not figure.role or (figure.low is not None and figure.low < 2 and figure.group is None):
        return None
    period = any(moment.is_since or moment.is_window for moment in moments) or sentence.has("cumulative_cue")
    documents = [tag for tag in sentence.named("document", last=figure.first) if figure.first - tag.last <= 12]
    if documents and fired_between(sentence, documents[-1].last, figure.first):
        return None
    event = documents and sentence.has("execution", "bodies", first=documents[-1].last, last=figure.first)
    if documents and (period or ((figure.low or 0) >= 10 and not event)):
        return TollFrame(figure, documents[-1].first, figure.end, figure.role, "documented")
    if period and (figure.low is None or figure.low >= 2) and figure.qualifier is not None:
        return TollFrame(figure, figure.first, figure.end, figure.role, "over a period")
    return None
