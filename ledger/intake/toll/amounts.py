"""Totals told as an amount: "the dead are N", "put its losses at N", "it came to N killed", "killed so far were N"."""

from __future__ import annotations

from ledger.intake.count.figures import Figure
from ledger.intake.count.number_words import WORDS
from ledger.intake.text.clauses import Sentence
from ledger.intake.text.lexicon import Tag
from ledger.intake.toll.frames import TollFrame
from ledger.names import word_set

_LIGHT = word_set('" to at in into thereby thus therefore now already so far currently hence then only')
_DEAD = word_set("deaths dead fatalities casualties losses martyrs victims killed fallen")
_PUTS = word_set("put puts putting estimated estimates estimating places placed gives gave reckons reckoned sets set")
_HAS = word_set("has have had")
_STRIFE = word_set(
    "fighting violence war conflict unrest offensive campaign crackdown siege insurgency uprising hostilities "
    "bloodshed infighting intifada invasion"
)
_ENDS = word_set(", ; who which where when")
_WITHIN = word_set("in of the fighting war conflict battle battles city province area town side sides so far")
_ADDS_UP = word_set("came come comes amounts amounted stands stood totals totalled totaled adds add added")
_NEAR = 6  # tokens
_REACH, _PUT_REACH = 20, 14  # tokens


def stated_amount(sentence: Sentence, figure: Figure) -> TollFrame | None:
    """The toll whose figure is told as an amount, in whichever of these ways."""
    if figure.unit not in ("bare", "person"):
        return None
    return (
        _dead_are(sentence, figure)
        or _put_at(sentence, figure)
        or _it_came_to(sentence, figure)
        or _strife_has_killed(sentence, figure)
        or _gapped(sentence, figure)
    )


def _dead_are(sentence: Sentence, figure: Figure) -> TollFrame | None:
    """ "The civilians reported killed … had been N", "deaths since 10 September amount to N"."""
    if not _state_before(sentence, figure):
        return None
    for tag in reversed(sentence.named("killed", "injured", first=max(0, figure.first - _REACH), last=figure.first)):
        people = sentence.named("person", first=max(0, tag.first - 3), last=tag.first)
        if _is_numbered(sentence, tag, figure):
            return None
        if people or sentence.tokens[tag.first - 1].word == "those" or sentence.tokens[tag.last - 1].word in _DEAD:
            first = people[0].first if people else max(0, tag.first - 1)
            figure.group = figure.group or next((p.value for p in people if p.value != "people"), None)
            return TollFrame(figure, first, figure.end, tag.name, "the dead are")
    return None


def _state_before(sentence: Sentence, figure: Figure) -> bool:
    """Whether "are", "amount to", "number in" leads to the number, with light words between."""
    stated = sentence.named("state", first=max(0, figure.first - 4), last=figure.first)
    return bool(stated) and all(t.word in _LIGHT for t in sentence.tokens[stated[-1].last : figure.first])


def _is_numbered(sentence: Sentence, tag: Tag, figure: Figure) -> bool:
    """ "Five were killed and the bodies are 3": a number before the word has it for itself."""
    before = sentence.tokens[max(0, tag.first - 3) : tag.first]
    return any(token.is_number for token in before) and figure.role != tag.name


def _put_at(sentence: Sentence, figure: Figure) -> TollFrame | None:
    """ "Put its own losses at N", "put all deaths in the fighting at N"."""
    if not figure.first or sentence.tokens[figure.first - 1].word != "at":
        return None
    for tag in sentence.named("killed", "injured", first=max(0, figure.first - _PUT_REACH), last=figure.first):
        before = {token.word for token in sentence.tokens[max(0, tag.first - 5) : tag.first]}
        if before & _PUTS:
            return TollFrame(figure, max(0, tag.first - 5), figure.end, tag.name, "put at")
    return None


def _it_came_to(sentence: Sentence, figure: Figure) -> TollFrame | None:
    """ "Since 10 September it came to N members of the organization killed"."""
    words = [token.word for token in sentence.tokens[max(0, figure.first - 4) : figure.first]]
    verb = next((at for at, word in enumerate(words) if word in _ADDS_UP), 0)
    role = figure.role or _role_of_those(sentence, figure)
    if not verb or words[verb - 1] not in ("it", "this", "which") or not role:
        return None
    return TollFrame(figure, figure.first - len(words) + verb - 1, figure.end, role, "it came to")


def _role_of_those(sentence: Sentence, figure: Figure) -> str:
    """ "N members of the organization killed by clashes": the participle behind the people says what befell them."""
    for tag in sentence.named("killed", "injured", first=figure.last, last=figure.end + _NEAR):
        if sentence.word_at(tag.last) in ("by", "in", "during", "since") and figure.unit == "person":
            return tag.name
    return ""


def _strife_has_killed(sentence: Sentence, figure: Figure) -> TollFrame | None:
    """ "The fighting has left N dead", "a siege that has cost N lives": what goes on for days has a running total."""
    if figure.role != "killed" or figure.is_article:
        return None
    for tag in reversed(sentence.named("killed_before", "rise", first=max(0, figure.first - 5), last=figure.first)):
        before = [token.word for token in sentence.tokens[max(0, tag.first - _PUT_REACH) : tag.first]]
        has = next((n for n in range(len(before) - 1, max(-1, len(before) - 4), -1) if before[n] in _HAS), None)
        strife = next((n for n, word in enumerate(before[:has]) if word in _STRIFE), None) if has else None
        if has is not None and strife is not None and not set(before[strife:has]) & _ENDS:
            return TollFrame(figure, tag.first - len(before) + strife, figure.end, "killed", "strife has killed")
    return None


def _gapped(sentence: Sentence, figure: Figure) -> TollFrame | None:
    """ "The soldiers killed are 12, and all deaths in the fighting N": the verb is said once for two totals."""
    if figure.unit != "bare" or figure.role:
        return None
    for tag in sentence.named("counted", "killed", first=max(0, figure.first - _NEAR), last=figure.first):
        joined = tag.first > 1 and sentence.tokens[tag.first - 1].word in ("and", "the", "all")
        stated = sentence.named("state", last=tag.first)
        between = sentence.tokens[stated[-1].last : tag.first] if stated else []
        between_numbers = [token for token in between[:_NEAR] if token.is_number or token.word in WORDS]
        within = all(t.word in _WITHIN or t.is_capital for t in sentence.tokens[tag.last : figure.first])
        if joined and between_numbers and within and sentence.has("killed", first=tag.first, last=tag.last):
            return TollFrame(figure, tag.first, figure.end, "killed", "verb said before")
    return None
