"""Shares of a toll told before, by who killed them or where: "twelve of the fatalities occurred in Jenin"."""

from __future__ import annotations

from ledger.intake.count.figures import Figure
from ledger.intake.text.clauses import Sentence
from ledger.intake.toll.frames import TollFrame
from ledger.names import word_set

_BLAMES = word_set(
    "responsible attribute attributes attributed attributing blame blames blamed blaming caused behind perpetrated"
)
_BEFELL = word_set(
    "occurred happened recorded registered documented verified attributed caused blamed perpetrated ascribed inflicted"
)
_OF = word_set("the these those all its their")
_MURDERS = word_set("killings murders")
_NOUN = 4  # tokens from "of" to "deaths"
_BEFORE = 12  # tokens from the word for a blame to the number
_AFTER = 25  # tokens from the number to its verb, over groups in an aside


def share_of_dead(sentence: Sentence, figure: Figure) -> TollFrame | None:
    """The share that the figure counts; what befell them besides ("two of the dead were brothers") is none."""
    if figure.low is None or figure.is_negative or figure.is_article:
        return None
    role = _of_those(sentence, figure) or _fronted(sentence, figure)
    if not role or not (_is_blamed(sentence, figure) or _befell(sentence, figure)):
        return None
    figure.role, figure.is_lumped, figure.is_subset = role, False, False
    return TollFrame(figure, figure.first, figure.end, role, "share of the dead")


def _of_those(sentence: Sentence, figure: Figure) -> str:
    """ "511 of these deaths", "143 of the injuries"."""
    at = figure.behind
    if sentence.word_at(at) != "of" or sentence.word_at(at + 1) not in _OF:
        return ""
    found = sentence.named("killed", "injured", first=at + 2, last=at + _NOUN)
    if found:
        return found[0].name
    return "killed" if sentence.word_at(at + 2) in _MURDERS else ""


def _fronted(sentence: Sentence, figure: Figure) -> str:
    """ "Of these deaths, twelve occurred in Jenin"."""
    head = [token.word for token in sentence.tokens[:2]]
    if head[0] != "of" or head[-1] not in _OF or figure.first > _NOUN + 2 or figure.role or figure.group:
        return ""
    found = sentence.named("killed", "injured", first=2, last=_NOUN)
    return found[0].name if found and sentence.word_at(figure.last) in _BEFELL else ""


def _is_blamed(sentence: Sentence, figure: Figure) -> bool:
    return any(token.word in _BLAMES for token in sentence.tokens[max(0, figure.first - _BEFORE) : figure.first])


def _befell(sentence: Sentence, figure: Figure) -> bool:
    words = [token.word for token in sentence.tokens[figure.last : figure.end + _AFTER]]
    stop = next((n for n, word in enumerate(words) if word == ";"), len(words))
    told = words[:stop]
    return any(word in _BEFELL for word in told) or any(
        told[n : n + 2] == ["took", "place"] or told[n : n + 3] == ["at", "the", "hands"] for n in range(len(told))
    )
