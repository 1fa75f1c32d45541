"""Stated tolls: "rose to 62 …, the number of people killed since …", in the order that either language puts it."""

from __future__ import annotations

from dataclasses import replace

from ledger.intake.count.figures import Figure
from ledger.intake.people.fronted import opens_with_whole
from ledger.intake.people.other_harm import counts_displaced
from ledger.intake.text.clauses import Sentence
from ledger.intake.text.units import Unit
from ledger.intake.time.moment import Moment
from ledger.intake.toll.amounts import stated_amount
from ledger.intake.toll.counted import counts_dead_and_injured, is_named_thing, is_partitive, what_is_counted
from ledger.intake.toll.frames import TollFrame, fired_between, give_move, not_yet, stretch, take_move_in
from ledger.intake.toll.listed import counts_recovered
from ledger.intake.toll.moved import moved_toll
from ledger.intake.toll.moves import Move, is_total
from ledger.intake.toll.shared import share_of_dead
from ledger.intake.toll.verbless import is_now, is_toll_after, only_says, opens
from ledger.names import word_set

_BRIEF = 15  # tokens of a message that may say nothing but numbers
_BESIDE = 14  # tokens between the dead and a total of the injured
_JOINTS = word_set("and while whereas , و فيما بينما")
_EVENTS = ("hit", "air_means", "ground_means", "blast_means", "bombing", "attack", "shot", "execution", "clash")
_IN = word_set("in at في")
_SHORT = 6  # tokens of a message that only says a number again


def find_tolls(
    sentence: Sentence, parts: list[Unit], mains: list[Figure], moments: list[Moment], move: Move, told: bool
) -> list[TollFrame]:
    """Totals stated in the sentence; ``told`` = a toll was told before in the same report."""
    frames: list[TollFrame] = []
    if sentence.has("veto_background"):
        return frames
    for figure in mains:
        share = share_of_dead(sentence, figure) if told else None
        if share:
            frames.append(share)
            continue
        if figure.is_lumped and opens_with_whole(sentence, figure) and any(m.is_since or m.is_window for m in moments):
            figure.role, figure.is_lumped = "killed", False
        skipped = figure.is_article or figure.is_negative or figure.is_lumped
        if skipped or not_yet(sentence, figure) or counts_displaced(sentence, figure):
            continue
        if told and counts_recovered(sentence, figure):
            continue
        if figure.unit == "bare" and counts_dead_and_injured(sentence, figure):
            figure.role, figure.is_lumped = "", True
            continue
        frame = (
            moved_toll(sentence, figure)
            or _counted(sentence, figure, mains)
            or stated_amount(sentence, figure)
            or _windowed(sentence, figure, mains, moments)
            or _corrected(sentence, figure, move)
        )
        if frame is None and told and figure.role and _ellipsis(sentence, figure):
            frame = TollFrame(figure, figure.first, figure.end, figure.role, "totals told before")
        if frame and frame.role:
            frames.append(frame)
    frames = [*_dead_before(sentence, mains, frames), *frames]
    give_move(frames, move)
    for at, frame in enumerate(frames):
        floor = min(frames[at - 1].figure.end, frame.figure.first) if at else 0  # its parts may stand behind the next
        ceiling = frames[at + 1].first if at + 1 < len(frames) else len(sentence.tokens)
        stretch(sentence, frame, parts, floor, ceiling)
        take_move_in(sentence, frame, floor, ceiling)
    return frames


def _dead_before(sentence: Sentence, mains: list[Figure], frames: list[TollFrame]) -> list[TollFrame]:
    """ "1,345 killed and the number of wounded exceeds 4,000": the dead are a total as much as the wounded."""
    if not frames or frames[0].role != "injured":
        return []
    dead = [
        f for f in mains if f.role == "killed" and f.low is not None and not f.is_article and f.end <= frames[0].first
    ]
    if not dead:
        return []
    counted = sentence.named("counted", first=dead[-1].end, last=frames[0].first)
    begin = counted[0].first if counted else frames[0].first
    words = [token.word for token in sentence.tokens[dead[-1].end : begin]]
    glued = sentence.tokens[begin].text[0] == "و" and len(sentence.tokens[begin].forms) > 1
    joined = any(word in _JOINTS for word in [word for word in words if word != "the"][-1:])
    if not (glued or joined):
        return []
    if len(words) > 2 and not (len(words) <= _BESIDE and ";" not in words and not sentence.has(*_EVENTS, last=begin)):
        return []  # "Shelling killed 5 people in Nawa, and the number of wounded …": what is told beside is an event
    return [TollFrame(dead[-1], dead[-1].first, dead[-1].end, "killed", "beside a total")]


def _corrected(sentence: Sentence, figure: Figure, move: Move) -> TollFrame | None:
    """ "58, four were found alive", "58, not 62", "62 again": a number that can only be a toll told anew."""
    again = move.is_restated and len(sentence.tokens) <= _SHORT and not sentence.has("hit", "bombing", "attack")
    again = again or (figure.unit == "bare" and is_now(sentence, figure) and only_says(sentence))
    again = again or (bool(move.reasons) and is_total(sentence, figure))
    own = replace(move, carried=()).is_correction or sentence.has("counted", "rise", "fall", "now", "state")
    of_dead = figure.role or sentence.has("killed", "injured", "counted") or len(sentence.tokens) <= _BRIEF
    if not of_dead:
        return None  # "50,000 workers had jobs, compared with 177,000"
    if not ((move.is_correction and own) or move.is_withdrawal or again) or figure.role == "injured":
        return None
    return TollFrame(figure, figure.first, figure.end, "killed", "corrected")


def _ellipsis(sentence: Sentence, figure: Figure) -> bool:
    return any(t.word in ("ranks", "parties", "sides", "صفوف") for t in sentence.tokens[figure.last : figure.last + 8])


def _counted(sentence: Sentence, figure: Figure, mains: list[Figure]) -> TollFrame | None:
    """ "The number of … is N", "N is the number of …", "documented the death of N"."""
    before = [
        tag
        for tag in sentence.named("counted", first=max(0, figure.first - 34), last=figure.first)
        if not any(tag.last <= other.at < figure.first for other in mains if not other.is_article)
        and not is_partitive(sentence, tag)
    ]
    stated = [tag for tag in sentence.named("state", "rise", last=figure.first) if 0 <= figure.first - tag.last <= 2]
    stated += [tag for tag in sentence.named("rise", first=figure.first) if tag.first == figure.first < figure.at]
    adjacent = before and figure.first - before[-1].last <= 1
    if before and (stated or adjacent) and not is_named_thing(sentence, before[-1]):
        role = what_is_counted(sentence, figure, before[-1].first, ahead=False)
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
    within = {at for tag in after for at in range(tag.first, tag.last)}  # "and the number of wounded …" states nothing
    said = any(tag.first not in within for tag in sentence.named("state", first=start, last=start + 3))
    said = said or any(tag.first == start for tag in after)  # "…, and 171 the number of members who were killed"
    if after and said and not is_named_thing(sentence, after[0]):
        role = figure.role or what_is_counted(sentence, figure, figure.first)
        return TollFrame(figure, figure.first, figure.end, role, "is the number of") if role else None
    return None


def _windowed(sentence: Sentence, figure: Figure, mains: list[Figure], moments: list[Moment]) -> TollFrame | None:
    """Deaths documented, or counted over a period: a total even without a word for one."""
    if not figure.role and (_is_of_bodies(sentence, figure) or _goes_on(sentence, figure, mains, moments)):
        figure.role = "killed" if any(m.is_since or m.is_window for m in moments) else ""
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


def _is_of_bodies(sentence: Sentence, figure: Figure) -> bool:
    """ "60 bodies have been recovered since Friday"."""
    return figure.unit == "person" and sentence.tokens[figure.last - 1].word in ("bodies", "corpses")


def _goes_on(sentence: Sentence, figure: Figure, mains: list[Figure], moments: list[Moment]) -> bool:
    """ "1,119 were killed in November, and 7028 since …", "41 in Idlib, 20 in Aleppo": a number and its time or place.

    One place alone may be a part of those told before it: "78 people were killed, 41 in Idlib".
    """
    before = next((other for other in reversed(mains) if other.end <= figure.first), None)
    if figure.unit != "bare" or before is None or before.role != "killed" or figure.last >= len(sentence.tokens):
        return False
    joint, following = sentence.tokens[figure.first - 1].word, sentence.tokens[figure.last]
    joined = joint in ("and", "another", ",", "و")
    timed = joined and any(m.start == following.start for m in moments)
    return timed or (joined and following.word in _IN and _is_placed_list(sentence, before, figure, mains))


def _is_placed_list(sentence: Sentence, before: Figure, figure: Figure, mains: list[Figure]) -> bool:
    """Whether several numbers say "in" of places in turn, the first of them that of the dead."""
    rest = [other for other in mains if other.first >= figure.first]
    said = [f for f in rest if f.unit == "bare" and sentence.word_at(f.last) in _IN and not f.parts]
    told = any(token.word in _IN for token in sentence.tokens[before.last : figure.first])
    plain = not any(token.text == ":" for token in sentence.tokens[before.last : figure.first])
    last = sentence.tokens[figure.first - 1].word
    return told and plain and (len(said) > 1 or last in ("and", "و"))
