"""People told by a plural that stands in no word list: "killed 14 beekeepers", "60 zealots were killed"."""

from __future__ import annotations

from ledger.intake.count.figures import Figure
from ledger.intake.text.clauses import Sentence
from ledger.names import word_set

_NO_NOUN = word_set(
    "across towards besides always perhaps sometimes thus plus versus as is was this his its unless less alas has does "
    "afterwards upwards downwards hours minutes overseas indoors outdoors alongside "
    "parties sides factions groups tribes brigades battalions companies armies teams"
)
_BODIES = word_set("parties sides")
_ENDS = ("s", "men", "people", "folk")
_ADJECTIVES = ("ous", "less", "ss", "us")
_SHORTEST = 5  # letters
_BETWEEN = word_set("were was are have has been being reportedly allegedly also had")


def with_unlisted(sentence: Sentence, figure: Figure, start: int) -> Figure:
    """The figure with the noun right behind it as its group, where the harm stands right before or behind both."""
    at = start
    if (
        at < len(sentence.tokens)
        and figure.low
        and figure.low > 1
        and _is_noun(sentence, at)
        and _harmed(sentence, figure, at)
    ):
        figure.unit, figure.group, figure.last = "person", sentence.tokens[at].word, at + 1
    return figure


def counts_other(sentence: Sentence, at: int) -> bool:
    """ "Two names belonged to one martyr": the plural behind the number is counted, and not the people further on."""
    if at >= len(sentence.tokens):
        return False
    if sentence.tokens[at].word in _BODIES:
        return True  # "hundreds from the two sides"
    if not _is_noun(sentence, at) or sentence.tokens[at].word.endswith(_ADJECTIVES):
        return False
    return not any(tag.name in ("person", "killed", "injured") for tag in sentence.starting(at + 1))


def _is_noun(sentence: Sentence, at: int) -> bool:
    token = sentence.tokens[at]
    plain = token.is_word and token.text.isascii() and token.text.islower() and token.text.isalpha()
    listed = bool(sentence.starting(at))
    return (
        plain
        and not listed
        and len(token.text) >= _SHORTEST
        and token.text.endswith(_ENDS)
        and token.word not in _NO_NOUN
    )


def _harmed(sentence: Sentence, figure: Figure, at: int) -> bool:
    """Whether "killed", "the death of" ends at the number, or "were killed" begins behind the noun."""
    before = sentence.named("killed_before", "injured_before", first=max(0, figure.first - 3), last=figure.first)
    if any(tag.last == figure.first for tag in before):
        return True
    tokens, place = sentence.tokens, at + 1
    while place < len(tokens) and tokens[place].word in _BETWEEN:
        place += 1
    return any(tag.name in ("killed", "injured") for tag in sentence.starting(place))
