"""Harm other than death and injury that a total may count: people missing or displaced."""

from __future__ import annotations

from ledger.domain.values import Harm
from ledger.intake.count.figures import Figure
from ledger.intake.text.clauses import Sentence
from ledger.intake.toll.frames import TollFrame

_OTHER_HARM = (
    ("missing", Harm.MISSING),
    ("displaced", Harm.DISPLACED),
    ("مفقود", Harm.MISSING),
    ("نازح", Harm.DISPLACED),
    ("لاجئ", Harm.DISPLACED),
    ("مهجر", Harm.DISPLACED),
    ("مشرد", Harm.DISPLACED),
    ("خارجين", Harm.DISPLACED),
)
_HARM_REACH = 12  # tokens


def other_harm_near(sentence: Sentence, first: int, figure: Figure) -> bool:
    """ "The number of missing rose to 40"."""
    if not sentence.has("counted", first=max(0, first - _HARM_REACH), last=figure.end + _HARM_REACH):
        return False
    near = sentence.tokens[max(0, first - _HARM_REACH) : figure.end + _HARM_REACH]
    return any(_harm_of(form) is not None for token in near for form in token.forms)


def counts_others(sentence: Sentence, first: int, figure: Figure) -> bool:
    """ "عدد النازحين", "عدد اللاجئين بلغ": the word for what is counted leads right to people of another harm."""
    for tag in sentence.named("counted", first=max(0, first - _HARM_REACH), last=figure.last + _HARM_REACH):
        near = sentence.tokens[tag.last : tag.last + 2]
        if tag.first > figure.at and tag.first - figure.last > 1:
            continue
        if any(_harm_of(form) for token in near for form in token.forms if token.text[0] >= "\u0600"):
            return not any(t.is_number for t in sentence.tokens[tag.last : figure.first])
    return False


def _harm_of(word: str) -> Harm | None:
    return next((harm for start, harm in _OTHER_HARM if word.startswith(start)), None)


def other_harm(sentence: Sentence, frame: TollFrame) -> Harm | None:
    """Missing or displaced people, where that is what is counted."""
    words = [form for token in sentence.tokens[frame.first : frame.last] for form in token.forms]
    return next((harm for word in words if (harm := _harm_of(word)) is not None), None)


def counts_displaced(sentence: Sentence, figure: Figure) -> bool:
    """ "… while 5 million people were forced to leave": people of another harm, in a sentence that counts the dead."""
    arabic = sentence.tokens[figure.at].text[0] >= "\u0600" or sentence.tokens[figure.last - 1].text[0] >= "\u0600"
    moved = sentence.has("displacement", first=figure.last, last=figure.last + 4)
    return (
        arabic and moved and not figure.role and not sentence.has("counted", first=figure.first - 8, last=figure.first)
    )
