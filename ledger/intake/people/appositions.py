"""People told of in an aside, whose harm stands beyond it: "Five people, four of them policemen, were killed"."""

from __future__ import annotations

from collections.abc import Sequence

from ledger.intake.count.figures import Figure
from ledger.intake.text.clauses import Sentence
from ledger.names import word_set

_LONGEST = 28  # tokens of an aside
_NEAR = 4  # tokens from the whole to its bracket
_AUXILIARIES = word_set("were was have has had are is lost died perished suffered sustained succumbed did")
_HYPHENS = frozenset("-–")


def in_aside(sentence: Sentence, whole: Figure, figure: Figure) -> bool:
    """Whether the figure stands in an aside that says who the people of ``whole`` are."""
    if whole.low is None or whole.low < 2 or (figure.low or 0) > whole.low or figure.is_negative:
        return False
    opening = _opening(sentence, whole, figure)
    if not opening:
        return False
    mark = sentence.tokens[opening].text
    close = _close(sentence, opening, mark)
    if mark == "(":
        return figure.first < close
    stop = _close(sentence, figure.last - 1, mark)
    return figure.last <= stop and _predicate_follows(sentence, _last_close(sentence, opening, mark, figure))


def take_bracketed(sentence: Sentence, figures: Sequence[Figure]) -> list[Figure]:
    """The figures without those that are now parts of another: "5 dead (2 new, 3 recovered)", which add up to it."""
    tokens = sentence.tokens
    taken: list[Figure] = []
    for at, whole in enumerate(figures):
        opening = next((n for n in range(whole.last, min(whole.last + 2, len(tokens))) if tokens[n].text == "("), 0)
        if not opening or not whole.low:
            continue
        close = _close(sentence, opening, "(")
        if sentence.has("injured", first=opening, last=close):
            continue  # "20 casualties (4 killed and 16 injured)"
        inside = [figure for figure in figures[at + 1 :] if opening < figure.at < close]
        grouped = any(figure.group for figure in inside)  # "10 children (six girls, four boys)" are parts anyway
        if len(inside) > 1 and not grouped and sum(figure.low or 0 for figure in inside) == whole.low:
            whole.parts += inside
            taken += inside
    for figure in taken:
        figure.is_part = True
    return [figure for figure in figures if not figure.is_part]


def _opening(sentence: Sentence, whole: Figure, figure: Figure) -> int:
    """The bracket, comma or hyphen that opens the aside right after the whole; 0 for none."""
    tokens = sentence.tokens
    for at in range(whole.last, min(whole.end + _NEAR, figure.first)):
        if tokens[at].text == "(" or (tokens[at].text in _HYPHENS and not tokens[at].glued):
            return at
    return whole.last if tokens[whole.last].text == "," and figure.first - whole.last <= _LONGEST else 0


def _close(sentence: Sentence, first: int, mark: str) -> int:
    """Where the aside that opens with ``mark`` ends; the sentence's end where it does not."""
    ends = ")" if mark == "(" else mark
    tokens = sentence.tokens
    stop = min(first + _LONGEST, len(tokens))
    return next((at for at in range(first + 1, stop) if tokens[at].text == ends), len(tokens))


def _last_close(sentence: Sentence, opening: int, mark: str, figure: Figure) -> int:
    """The closing mark after the figure that a predicate follows; the sentence's end where there is none."""
    at = figure.last - 1
    while at < min(opening + _LONGEST, len(sentence.tokens)):
        at = _close(sentence, at, mark)
        if _predicate_follows(sentence, at):
            return at
    return len(sentence.tokens)


def _predicate_follows(sentence: Sentence, close: int) -> bool:
    """Whether "were killed", "lost their lives", "have been injured" begins right after the aside."""
    if close + 1 >= len(sentence.tokens) or sentence.tokens[close + 1].word not in _AUXILIARIES:
        return False
    return sentence.has("killed", "injured", first=close + 1, last=close + 8)
