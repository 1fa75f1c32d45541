"""A whole divided by a list: "they are 12 civilians and 20 fighters", "32: 12 civilians; 20 fighters", "= 12 + 20"."""

from __future__ import annotations

from ledger.intake.count.figures import Figure
from ledger.intake.text.clauses import Sentence
from ledger.names import word_set

BY_CAUSE = word_set("in by under at during due as including")
TOLD_ANEW = word_set("while where when whereas meanwhile also but though although و كما فيما بينما")
_OPENS = frozenset(":=(-–")
_LONGEST = 120  # tokens
_NEAR, _EQUALS = 2, 8  # tokens from the whole to the mark that opens its list
_FORCES = word_set("army regime loyalists militia police troops rebels")
_MAY_BE_INNER = frozenset({"children", "women", "girls", "boys", "elderly"})  # often told of one part of the whole


def is_listed(sentence: Sentence, main: Figure, figure: Figure) -> bool:
    """ "They are 18 civilians, 63 fighters and, of the 5th Corps, 6": what follows "they are" divides the whole."""
    if main.low is None or (figure.low or 0) > main.low or figure.role:
        return False
    cues = sentence.named("listing", first=main.last, last=figure.first)
    first = cues[0].last if cues else _marked(sentence, main, figure)
    if not first:
        return False
    if any(c.opener in TOLD_ANEW and first < c.first <= figure.at for c in sentence.clauses):
        return False
    named = figure.unit == "person" or sentence.has("actor", first=max(0, figure.first - 6), last=figure.last + 8)
    named = named or sentence.word_at(figure.last) in BY_CAUSE
    return named and figure.first - first < _LONGEST


def _marked(sentence: Sentence, main: Figure, figure: Figure) -> int:
    """The token after the colon, bracket or equals sign right behind the whole, where a list that fits into it begins.

    0 for none: a list opens with a group, and its groups do not add up to more than the whole.
    """
    tokens = sentence.tokens
    reach = range(main.last, min(main.last + _EQUALS, figure.first))
    opening = next(
        (n for n in reach if tokens[n].text == "=" or (n < main.last + _NEAR and tokens[n].text in _OPENS)), 0
    )
    if not opening or main.role == "injured":
        return 0
    party = any(tag.name == "actor" for tag in sentence.starting(figure.last))
    if figure.group is None and {sentence.word_at(figure.last), tokens[figure.last - 1].word} & _FORCES:
        party, figure.group, figure.unit = True, "combatants", "person"
    if not (figure.group or (figure.unit == "bare" and party)) or figure.is_article:
        return 0
    beside = not main.parts and figure.first <= opening + 3
    counted = sum(part.low or 0 for part in main.parts if part.group not in _MAY_BE_INNER) + (figure.low or 0)
    closed = tokens[opening].text == "(" and any(t.text == ")" for t in tokens[opening : figure.first])
    return opening + 1 if (beside or main.parts) and counted <= (main.low or 0) and not closed else 0
