"""What may follow the name of those who act and still belongs to it: of which party, loyal to whom, on what."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ledger.intake.text.clauses import Sentence
from ledger.intake.text.lexicon import Tag
from ledger.names import word_set

_BACKED = word_set("backed led aligned allied affiliated supported linked")
_GROUPS = word_set(
    "organization organisation group movement faction factions militia militias forces force army division brigade "
    "units unit patrol branch authorities side"
)
_LINKS = word_set(
    "of from belonging affiliated loyal allied من تابعه تابعين تابعون التابعه تابع التابع موالين موالون مواليه "
    "الموالين المواليه مؤيده المؤيده متحالفه المدعومه مدعومه ينتمون"
)
_TO = word_set("to with the a an al")
_ARABIC_ADJECTIVES = word_set(
    "مجهولون مجهولين ملثمون ملثمين مسلحه مشتركه خاصه عسكريه حكوميه امنيه محليه اجنبيه متحالفه "
    "مواليه حربيه مروحيه مسيره رييسه"
)
_WITH_THEM = word_set("معها معهم لها لهم")
_THOUGHT = word_set("believed thought suspected likely understood presumed said يعتقد يرجح يظن يشتبه مرجح")
_THOUGHT_ON = word_set(
    "to be of from the a an was were that it they is are likely انها انه انهم بانها بانهم انتماؤهم انتماءهم من ل ان"
)
_RIDING = word_set("on in riding aboard علي يستقلون تستقل يستقلان")
_RIDES = word_set(
    "motorcycle motorcycles motorbike motorbikes car cars vehicle vehicles pickup truck سياره سيارات دراجه دراجات"
)
_KINDS = word_set("outpost settlement village town camp area city")
_NATIONS = word_set("syrian سوري سوريه")  # of no one party
_THOUGHT_REACH = 7


@dataclass(frozen=True, slots=True)
class Link:
    """A phrase goes on to token ``last``; ``actor_id`` is of a party named there, which may only be thought to be it.

    ``joined`` is where another party begins that is joined by "and".
    """

    last: int
    actor_id: str = ""
    is_thought: bool = False
    joined: int | None = None


Heads = Callable[[Sentence, int], list[Tag]]


def link_at(sentence: Sentence, end: int, last: int, heads_at: Heads) -> Link | None:
    """What at token ``end`` still belongs to the phrase before it, or ``None``."""
    word = sentence.tokens[end]
    glued_and = word.text[0] == "و" and len(word.forms) > 1
    if word.word in _GROUPS or (word.word in _ARABIC_ADJECTIVES and not glued_and) or word.word in _WITH_THEM:
        return Link(end + 1)
    if word.word in _BACKED and word.glued:
        return Link(end + 1)
    return (
        _of(sentence, end, last, heads_at)
        or _by(sentence, end, last, heads_at)
        or _thought(sentence, end, last, heads_at)
        or _riding(sentence, end, last)
    )


def _of(sentence: Sentence, end: int, last: int, heads_at: Heads) -> Link | None:
    """ "Members of the organization", "مسلحون من قوات …", "gunmen loyal to …"."""
    tokens = sentence.tokens
    if not any(form in _LINKS for form in tokens[end].forms):
        return None
    at = end + 1
    while at < last and (tokens[at].word in _TO or tokens[at].text == '"'):
        at += 1
    for tag in heads_at(sentence, at) if at < last else ():
        if tag.name == "actor":
            return Link(tag.last, tag.value)
    return None


def _by(sentence: Sentence, end: int, last: int, heads_at: Heads) -> Link | None:
    """ ", backed from the air by the Coalition,": who stands behind them is no party of the deed."""
    tokens = sentence.tokens
    if tokens[end].text != "," or end + 1 >= last or tokens[end + 1].word not in ("backed", "supported", "aided"):
        return None
    by = next((at for at in range(end + 2, min(end + 7, last)) if tokens[at].word == "by"), None)
    for at in range(by + 1, min(by + 6, last)) if by else ():
        for tag in heads_at(sentence, at):
            if tag.name == "actor":
                closed = tag.last < last and tokens[tag.last].text == '"'
                return Link(tag.last + closed)
    return None


def _thought(sentence: Sentence, end: int, last: int, heads_at: Heads) -> Link | None:
    """ "Warplanes believed to be Russian", "طيران يُعتقد أنه سوري": who it is taken for, and is not known to be."""
    tokens = sentence.tokens
    at = end + 1 if tokens[end].text == "," and end + 1 < last else end
    if tokens[at].word not in _THOUGHT:
        return None
    for step in range(at + 1, min(at + _THOUGHT_REACH, last)):
        for tag in heads_at(sentence, step):
            if tag.name == "actor":
                return Link(tag.last, tag.value, is_thought=True)
        if any(form in _NATIONS for form in tokens[step].forms):
            return Link(step + 1)
        if tokens[step - 1].word in ("of", "from") and tokens[step].is_capital:
            return Link(_past_name(sentence, step, last))
        if tokens[step].word not in _THOUGHT_ON and tokens[step].text != '"' and not heads_at(sentence, step):
            return None
    return None


def _past_name(sentence: Sentence, at: int, last: int) -> int:
    """The token after a name in capitals and the word for what kind of place it is."""
    tokens = sentence.tokens
    while at < last and tokens[at].is_capital:
        at += 1
    return at + 1 if at < last and tokens[at].word in _KINDS else at


def _riding(sentence: Sentence, end: int, last: int) -> Link | None:
    """ "Gunmen on a motorcycle", "مسلحون على دراجة نارية"."""
    tokens = sentence.tokens
    if tokens[end].word not in _RIDING:
        return None
    at = end + 1
    while at < last and tokens[at].word in ("a", "an", "two", "in", "متن"):
        at += 1
    if at >= last or not any(form in _RIDES for form in tokens[at].forms):
        return None
    return Link(at + 2 if at + 1 < last and tokens[at + 1].word in ("ناريه", "ناريتين") else at + 1)
