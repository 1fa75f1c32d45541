"""What stands behind people told by number: harm after an aside, or whose families they are."""

from __future__ import annotations

from ledger.intake.count.figures import Figure
from ledger.intake.people.parts import leads_on
from ledger.intake.text.clauses import Sentence

_ASIDE_REACH = 16  # tokens


def role_behind_aside(sentence: Sentence, figure: Figure) -> str:
    """ "Four people, including two children, hurt in the shelling": the harm behind an aside that says who they are."""
    tokens, at = sentence.tokens, figure.last
    if at + 2 >= len(tokens) or tokens[at].text != "," or not sentence.has("include", first=at + 1, last=at + 4):
        return ""
    close = next((n for n in range(at + 2, min(at + _ASIDE_REACH, len(tokens))) if tokens[n].text == ","), 0)
    begins = [tag for tag in sentence.starting(close + 1) if tag.name in ("killed", "injured")] if close else []
    return begins[0].name if begins and not leads_on(sentence, begins[0]) else ""


def says_whose(sentence: Sentence, main: Figure, figure: Figure) -> bool:
    """ "42 persons of 6 families": how many families the people counted are of."""
    return figure.first == main.last + 1 and sentence.tokens[main.last].word in ("of", "from", "in")
