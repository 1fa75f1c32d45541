"""Numbers beside a person that are the person's age: "aged 12", "a woman of 50", "Ali Hassan, 54, said"."""

from __future__ import annotations

from ledger.intake.count.figures import Figure
from ledger.intake.text.clauses import Sentence

_OLDEST = 90
_YEARS = (1945, 2035)
_OLDEST_TOLD = 115
_AGED = (["aged"], ["age"], ["ages"], ["عمر"], ["العمر"])
_AGE = ("عمره", "عمرها", "عمرهم", "اعمارهم", "سن", "السن", "العمر", "مواليد", "البالغ", "البالغه")


def is_age(sentence: Sentence, figure: Figure) -> bool:
    """ "Under the age of 18", "aged 12", "221 women over 18", "a man of 66", "Samar (9)"."""
    at = figure.first
    before = [token.word for token in sentence.tokens[max(0, at - 2) : at]]
    if before == ["population", "of"] or (before[-1:] == ["the"] and _is_year(sentence, figure)):
        return True
    if before[-1:] in _AGED or before == ["age", "of"] or before == ["ages", "of"]:
        return True
    if (before[-1:] and before[-1].startswith(_AGE)) or any(
        token.word.startswith(_AGE) for token in sentence.tokens[figure.last : figure.last + 2] if token.is_word
    ):
        return True
    if _of_one_person(sentence, figure, before) or _after_name(sentence, figure):
        return True
    bounded = sentence.tokens[at].word in ("over", "above") or before[-1:] == ["under"]
    end = at - 1 if before[-1:] == ["under"] else at
    noun = any(tag.last == end for tag in sentence.named("person", first=max(0, at - 3), last=at))
    return bounded and noun and (figure.low or 0) <= _OLDEST


def _is_year(sentence: Sentence, figure: Figure) -> bool:
    """ "Killed in the 2018 offensive": a year says which, where no people stand behind it."""
    year = figure.low is not None and _YEARS[0] <= figure.low <= _YEARS[1] and figure.last - figure.first == 1
    plain = year and sentence.tokens[figure.first].text.isdecimal()
    return plain and not any(tag.name == "person" for tag in sentence.starting(figure.last))


def _of_one_person(sentence: Sentence, figure: Figure, before: list[str]) -> bool:
    """ "A woman of 50", "the boy of 11": nothing is counted after the number."""
    if before[-1:] != ["of"] or (figure.low or 0) > _OLDEST_TOLD or figure.low != figure.high:
        return False
    at = figure.first
    one = [tag for tag in sentence.named("person", first=max(0, at - 2), last=at - 1) if tag.last == at - 1]
    if (
        not one
        or sentence.tokens[at - 2].word.endswith("s")
        or sentence.tokens[at - 2].word in ("men", "women", "family")
    ):
        return False
    singular = any(
        token.word in ("a", "an", "the", "one", "another") for token in sentence.tokens[max(0, at - 5) : at - 1]
    )
    return singular and not any(tag.name == "person" for tag in sentence.starting(figure.last))


def _after_name(sentence: Sentence, figure: Figure) -> bool:
    """ "Ali Hassan, 54, said", "Samar (9) waits": a name, and the number set off behind it."""
    at, end, tokens = figure.at, figure.last, sentence.tokens
    if at < 2 or end >= len(tokens) or not (1 <= (figure.low or 0) <= _OLDEST_TOLD) or not tokens[at].is_number:
        return False
    set_off = (tokens[at - 1].text, tokens[end].text) in ((",", ","), ("(", ")"), (",", "."))
    return set_off and tokens[at - 2].is_capital and tokens[at - 2].text[0].isascii() and end == at + 1
