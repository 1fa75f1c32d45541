"""What keeps words for an event from becoming a draft: aims, attempts, terms, threats, fears, expectations, denials."""

from __future__ import annotations

import re

from ledger.intake.drafts import DraftKind
from ledger.intake.event.surroundings import Trigger
from ledger.intake.page import Scene
from ledger.intake.text.clauses import Sentence
from ledger.intake.text.lexicon import Tag
from ledger.names import word_set

_BEFORE = ("veto_purpose", "veto_attempt", "veto_condition", "veto_future", "veto_fear", "veto_threat", "veto_terms",
           "veto_background")  # fmt: skip
_FRONTED = frozenset({"veto_fear", "veto_purpose"})
_AFTER = frozenset({"expected", "is expected", "are expected", "looming", "متوقع", "المتوقع"})
_NEGATION_REACH = 5
_DENIAL_REACH = 12
_DENIABLE = frozenset({DraftKind.AGREEMENT, DraftKind.CONTROL_CHANGE, DraftKind.CLASH, DraftKind.RELEASE})
"""What is no claim of harm when denied: an agreement that was not reached, a town that was not taken."""

_NO_TERMS = frozenset({"المقابل", "بالمقابل"})  # "on the other hand", beside "in exchange for"
_UNSAID = word_set("ذكر كشف الكشف نشر الافصاح")  # "asked not to be named"
_SURVIVED = word_set(
    "نجا نجت نجوا ناج صد صدت تصدي تصدت survived survives surviving escaped escapes repelled repels repelling"
)
"""Words for attempts that came to an event all the same where somebody was harmed in it."""

_YEARS = word_set("سنوات سنين اعوام عاما سنه عقود عقد")
_YEARS_REACH = 3  # tokens from "قبل" to "سنوات"
_PROTESTS = word_set(
    "demonstrated demonstrate demonstration demonstrations protest protests protested protesting protesters rally "
    "rallied march marched sit vigil"
)
_PROTEST_REACH = 12  # tokens
_CALLS = word_set("وصف وصفت وصفه وصفها وصفوا يصف تصف اعتبر اعتبرت")
_AS_BEING = word_set("بانه بانها بانهم بانهما")
_CALLED_REACH = 9  # tokens
_STILL = word_set("تزال يزال زالت زال يزالون")
_WILL = re.compile(
    "[وف]?س(?!يار|ياس|يطر|يد|ينا|ينم|يف|يول|يل|ير|ياد|ياق|ياح|يج|يء|يئ|يسي|يغ|تار|تاد|ته|تم[ئاي]|تين|تون|تر|توك|يق|يبقي)"
    "[يت][\u0621-\u064a]{2,}"
)
"""An Arabic verb of the future: "ستعقد", "وسينسحب"; and not "سياره", "سيطرت", "سته"."""

_MAY = re.compile(
    "ي[\u0621-\u064a]{3,}|ت(?:قتل|ؤدي|ودي|شن|ستهدف|حصد|دفع|شمل|ندلع|نهار|عود|ستانف|بدا|جري|عقد|كون|طال|شهد|نفذ|سيطر)$"
)
"""A verb behind "قد" that tells what may be: "قد يقصف"; the past of "قد توصل" begins with the same letter."""

_WILL_REACH = 6  # tokens from an event to the verb that says it is to come
_SAID_BY_NEGATION = ("nothing heard", "talks failed")


def veto(sentence: Sentence, trigger: Trigger, first: int, last: int, *, harmed: bool = False) -> str | None:
    """The name of the rule that forbids a draft of the trigger in the unit [first, last), or ``None``.

    ``harmed`` = somebody is killed or injured in it.
    """
    for name in _BEFORE:
        for tag in sentence.named(name, first=first, last=last):
            word = sentence.tokens[tag.first]
            if word.word == "allegations" and trigger.rule != "harm":
                continue  # alleged deaths are no count; an alleged strike is claimed
            if word.word in _NO_TERMS or _in_terms(sentence, tag):
                continue
            if word.word == "may" and word.text == "May" and tag.last < last and sentence.tokens[tag.last].is_number:
                continue
            if name == "veto_condition" and tag.last < last and sentence.tokens[tag.last].is_number:
                continue
            if harmed and name == "veto_attempt" and _was_made(sentence, tag, first):
                continue  # "survived an attempt on his life that wounded his wife"
            if word.word == "could" and _was_able(sentence, tag):
                continue
            if name == "veto_attempt" and _of_relative(sentence, tag, trigger.at):
                continue
            if name in _FRONTED and _ends_at_comma(sentence, tag, trigger.at, first):
                continue
            open_to = tag.first <= trigger.at and not _closed_between(sentence, tag.last, trigger.at)
            if open_to and not (name == "veto_attempt" and trigger.rule == "talks failed"):
                return name
            if name == "veto_background" and tag.first > trigger.at and "enter" in word.word:
                return name  # "fighting between X and Y enters its fourth month"
            if name == "veto_future" and tag.first > trigger.at and sentence.tokens[tag.last - 1].word in _AFTER:
                return name
    if _is_protested(sentence, first, trigger.at):
        return "veto_threat"
    if _is_years_back(sentence, first, trigger.at):
        return "veto_background"
    if _is_to_come(sentence, trigger.at, first, last):
        return "veto_future"
    if trigger.kind in _DENIABLE:
        for tag in sentence.named("denied", first=first, last=trigger.at):
            if trigger.at - tag.last <= _DENIAL_REACH and not _closed_between(sentence, tag.last, trigger.at):
                return "denied"
    if trigger.rule in ("fire", "explosion") and _names_toll(sentence, trigger, first):
        return "veto_toll"
    spared = _spared(sentence)
    if _is_negated(sentence, trigger, first, last, spared):
        return "veto_negation"
    if _is_called(sentence, trigger, first):
        return "veto_called"
    nobody = any(trigger.at - 2 <= at < trigger.at for at in spared)  # "لا ضحايا بقصف نوى"
    return "veto_negation" if not nobody and _none_of(sentence, trigger, first) else None


def _of_relative(sentence: Sentence, tag: Tag, at: int) -> bool:
    """ "Men who tried to escape were caught": the attempt is that of a clause which ends before the event."""
    tokens = sentence.tokens
    who = tag.first > 0 and tokens[tag.first - 1].word in ("who", "that", "which", "had")
    return who and any(token.word in ("was", "were") for token in tokens[tag.last : at + 1])


def _is_negated(sentence: Sentence, trigger: Trigger, first: int, last: int, spared: set[int]) -> bool:
    """Whether a "no" that reaches to the event denies it."""
    for tag in sentence.named("veto_negation", first=first, last=last):
        between = sentence.tokens[tag.last : trigger.at]
        if tag.first in spared or (tag.last < last and sentence.tokens[tag.last].word in _UNSAID):
            continue
        if any(token.text in ",;)" or token.word == "beyond" for token in between):
            continue
        reaches = tag.first < trigger.at and trigger.at - tag.last <= _NEGATION_REACH
        if reaches and trigger.rule not in _SAID_BY_NEGATION:
            return True
    return False


def _was_made(sentence: Sentence, tag: Tag, first: int) -> bool:
    """Whether the attempt is one on a life that was survived, or an attack that was repelled."""
    if "محاولات" in sentence.tokens[tag.first].forms:
        return False
    near = {form for token in sentence.tokens[max(first, tag.first - 6) : tag.last + 1] for form in token.forms}
    return bool(near & (_SURVIVED | {"اغتيال", "assassination"}))


def _is_protested(sentence: Sentence, first: int, at: int) -> bool:
    """ "People demonstrated in X against the arrests": what they demand the end of."""
    words = [token.word for token in sentence.tokens[max(first, at - _PROTEST_REACH) : at]]
    return "against" in words[-3:] and bool(_PROTESTS & set(words))


def _is_years_back(sentence: Sentence, first: int, at: int) -> bool:
    """ "قبل سبع سنوات قتلت …": so long ago, told before the event."""
    tokens = sentence.tokens
    for n in range(first, at):
        if tokens[n].word in ("قبل", "وقبل") and any(t.word in _YEARS for t in tokens[n + 1 : n + 1 + _YEARS_REACH]):
            return not any(token.text in ",;" for token in tokens[n + 4 : at])
    return False


def _is_to_come(sentence: Sentence, at: int, first: int, last: int) -> bool:
    """ "جولة جديدة من المباحثات ستعقد", "سيجري تبادل الأسرى": a verb of the future governs the event."""
    if sentence.tokens[at].text[0] < "\u0600":
        return False
    for n in range(first, min(last, at + _WILL_REACH)):
        token = sentence.tokens[n]
        if token.word == "قد" and _MAY.match(sentence.word_at(n + 1)) and n < at:
            return not _closed_between(sentence, n + 1, at)
        if token.text[0] in "سوف" and _WILL.fullmatch(token.word):
            start, end = sorted((n, at))
            between = sentence.tokens[start + 1 : end]
            if not any(t.text in ",;" for t in between) and not _closed_between(sentence, start + 1, end):
                return True
    return False


def _spared(sentence: Sentence) -> set[int]:
    """Tokens whose "no" denies no event, but says that nobody was hurt or that nobody knows."""
    tags = sentence.named("no_casualties", "casualties_unknown", "unverified")
    return {at for tag in tags for at in range(tag.first, tag.last)}


def _is_called(sentence: Sentence, trigger: Trigger, first: int) -> bool:
    """ "ووصف ما جرى بأنه معركة": what somebody calls it."""
    before = sentence.tokens[max(first, trigger.at - _CALLED_REACH) : trigger.at]
    return any(set(token.forms) & _CALLS for token in before) and any(token.word in _AS_BEING for token in before)


def _was_able(sentence: Sentence, tag: Tag) -> bool:
    """ "…, where the army could advance and take control of": told of as done, after "where"."""
    clause = sentence.clauses[sentence.clause_at(tag.first)]
    return clause.opener == "where" and sentence.has("control", first=tag.last, last=tag.last + 4)


def _in_terms(sentence: Sentence, tag: Tag) -> bool:
    """ "In terms of arrests" is no term of a deal."""
    return sentence.tokens[tag.first].word == "terms" and tag.first > 0 and sentence.tokens[tag.first - 1].word == "in"


def _names_toll(sentence: Sentence, trigger: Trigger, first: int) -> bool:
    """ "The toll of the shelling": the weapon says which toll, and is no new event."""
    for tag in sentence.named("counted", first=max(first, trigger.at - 5), last=trigger.at):
        words = {form for token in sentence.tokens[tag.first : tag.last] for form in token.forms}
        if trigger.at - tag.last <= 2 and words & {"toll", "tolls", "حصيله"}:
            return True
    return False


def _none_of(sentence: Sentence, trigger: Trigger, first: int) -> bool:
    """ "There were no air strikes": the word for none stands right before the event."""
    before = sentence.tokens[max(first, trigger.at - 2) : trigger.at]
    none = any(token.word in ("no", "لا", "zero", "ولا") for token in before)
    return trigger.rule not in _SAID_BY_NEGATION and none and not any(token.word in _STILL for token in before)


def _ends_at_comma(sentence: Sentence, tag: Tag, at: int, first: int) -> bool:
    """ "For fear of new raids, families left": an adjunct that opens the passage says nothing of what follows it."""
    return tag.first - first <= 1 and any(token.text == "," for token in sentence.tokens[tag.last : at])


def _closed_between(sentence: Sentence, first: int, last: int) -> bool:
    """Whether a clause that tells something new begins between the two places."""
    return any(
        first <= clause.first <= last and clause.opener in ("where", "while", "also", "and", "after", ";", "but")
        for clause in sentence.clauses
    )


def leave_out_definition(scene: Scene) -> None:
    """ "An attack is a massacre when five die in it": what only says what a word means, with no time or place."""
    sentence = scene.sentence
    tag = sentence.named("veto_definition")[0]
    first = sentence.clauses[sentence.clause_at(tag.first)].first
    start = sentence.tokens[first].start
    if any(place.first >= first for place in scene.places) or any(m.start >= start for m in scene.moments):
        return
    scene.page.veto("veto_definition", start, sentence.tokens[-1].end)
    scene.parts = [unit for unit in scene.parts if unit.last <= first]
    scene.mains = [figure for figure in scene.mains if figure.end <= first]
