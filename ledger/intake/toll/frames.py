"""The stretch of a sentence that states a toll, with the move it tells of."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from ledger.intake.count.figures import Figure
from ledger.intake.text.clauses import Sentence
from ledger.intake.text.units import STRONG, Unit
from ledger.intake.toll.moves import Move

_DEATHS = frozenset({"body_recovered", "missing_to_dead", "new_deaths"})
_NOT_YET = ("veto_future", "veto_fear", "veto_condition", "veto_threat")


@dataclass(slots=True)
class TollFrame:
    """A stated total: ``figure`` and the tokens [first, last) that state it; ``rule`` says how it was known."""

    figure: Figure
    first: int
    last: int
    role: str
    rule: str
    moves: int = 0  # 1 rose, -1 fell
    move: Move = field(default_factory=Move)


def give_move(frames: list[TollFrame], move: Move) -> None:
    """The sentence's move belongs to its toll of dead; with several, to the one nearest before it, else the first."""
    told_anew = [frame for frame in frames if frame.rule == "corrected"]
    if len(told_anew) > 1:  # one number replaces another; the rest of a message may count anything
        at = move.previous.at if move.previous else told_anew[0].figure.at
        nearest = min(told_anew, key=lambda frame: (not frame.figure.role, abs(frame.figure.at - at)))
        frames[:] = [frame for frame in frames if frame.rule != "corrected" or frame is nearest]
    dead = [frame for frame in frames if frame.role == "killed"]
    if not dead:
        move = _without_deaths(move)
    dead = dead or frames
    places = [figure.first for figure in move.figures] + [tag.first for tag, _ in move.reasons]
    if not dead:
        return
    at = min(places, default=0)
    chosen = next((frame for frame in reversed(dead) if frame.figure.first < at), dead[0])
    chosen.move = move
    if move.previous is not None and move.previous.low is not None and chosen.figure.low is not None:
        chosen.moves = (chosen.figure.low > move.previous.low) - (chosen.figure.low < move.previous.low)


def move_for(move: Move, frames: list[TollFrame], figure: Figure) -> Move:
    """The sentence's move for harm told outside its tolls: none where a toll has it or no dead are counted."""
    if frames:
        return Move()
    return move if figure.role == "killed" else _without_deaths(move)


def _without_deaths(move: Move) -> Move:
    """The move without reasons that count dead, which move no number of injured."""
    return replace(move, reasons=tuple(pair for pair in move.reasons if pair[0].value not in _DEATHS), carried=())


def stretch(sentence: Sentence, frame: TollFrame, parts: list[Unit], floor: int, ceiling: int) -> None:
    """From the start of the unit that states the total to where something new is told."""
    opening = next((unit for unit in parts if unit.first <= frame.first < unit.last), None)
    if opening and opening.first >= floor:
        frame.first = opening.first
    else:
        frame.first = max(frame.first, floor)
    named = sentence.named("counted", first=max(floor, frame.first - 25), last=frame.first)
    unit = next((u for u in parts if named and u.first <= named[-1].first < u.last), None)
    if unit is not None and unit.first >= floor and frame.rule == "moved to":
        frame.first = min(frame.first, unit.first)
    last = max(frame.last, frame.figure.end)
    counted = sentence.named("counted", first=frame.figure.last, last=min(ceiling, frame.figure.end + 25))
    if counted and frame.rule == "moved to":
        last = max(last, counted[0].last)
    for unit in parts:
        if unit.last <= last and unit.first >= frame.first:
            continue
        if unit.first >= last and unit.opener in STRONG:
            break
        if unit.last > last:
            last = min(unit.last, max(ceiling, last))
        if last >= ceiling:
            break
    frame.last = max(min(last, ceiling), frame.figure.end)


def take_move_in(sentence: Sentence, frame: TollFrame, floor: int, ceiling: int) -> None:
    """Widen the frame over the words that tell of its move."""
    spans = [(figure.first, figure.last) for figure in frame.move.figures]
    spans += [(tag.first, tag.last) for tag, _ in frame.move.reasons]
    inside = [(first, last) for first, last in spans if floor <= first and last <= max(ceiling, frame.last)]
    frame.first = min([frame.first, *(first for first, _ in inside)])
    frame.last = min(max([frame.last, *(last for _, last in inside)]), len(sentence.tokens))


def not_yet(sentence: Sentence, figure: Figure) -> bool:
    """ "The toll may rise to 70": a number that is expected, feared or threatened."""
    reach = max(0, figure.first - 5)
    return any(
        not any(token.text in ",;" for token in sentence.tokens[tag.last : figure.first])
        for tag in sentence.named(*_NOT_YET, first=reach, last=figure.first)
        if not (sentence.tokens[tag.first].text == "May" and sentence.tokens[tag.last].is_number)
    )


def fired_between(sentence: Sentence, first: int, last: int) -> bool:
    """ "وثق تنفيذ 26 غارة … ما تسبب باستشهاد 19": what is documented are strikes, and the deaths are theirs."""
    arms = sentence.named("air_means", "ground_means", "bombing", "blast_means", first=first, last=last)
    arabic = [tag for tag in arms if sentence.tokens[tag.first].text[0] >= "\u0600"]
    killed = sentence.named("killed_before", first=first, last=last)
    return bool(arabic and killed) and arabic[0].first < killed[-1].first
