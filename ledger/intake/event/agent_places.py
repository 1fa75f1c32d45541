"""The place in which a party stands in a passage, and what that tells of it: that it acts, or that it does not."""

from __future__ import annotations

from ledger.intake.drafts import DraftKind
from ledger.intake.event.agent_words import ALLIES, MUTUAL, OPPONENTS, SAYS
from ledger.intake.event.arabic_agents import arabic_rule
from ledger.intake.event.english_agents import english_rule
from ledger.intake.event.parties import Party
from ledger.intake.text.clauses import Sentence
from ledger.names import word_set

_BY = word_set("by يد ايدي ايادي قبل بايدي")
_REPORTED = word_set(
    "reported documented confirmed said monitored according recorded stated announced published verified"
)
_HELD = word_set("controlled held occupied besieged run وتسيطر تسيطر يسيطر الخاضعه خاضعه عليها")
_TARGETS = word_set(
    "accused accuses blamed against targeting targeted target ranks death families commander commanders ضد عناصر صفوف "
    "استهداف مواقع مناطق"
)
_OWNED = word_set(
    "positions position posts post checkpoint checkpoints headquarters base bases convoy convoys barracks control "
    "controls hold holds vehicle vehicles bus buses held controlled areas prisons prison border province capital "
    "city town soldier member members"
)
_ITSELF = word_set("it they انها انه انهم بانها")
_ITSELF_REACH = 9
_OFFICES = word_set("ministry minister spokesman spokesperson spokeswoman وزاره وزير متحدث الناطق المتحدث")
_MEDIATORS = word_set(
    "mediated mediation brokered sponsored supervised supervision auspices بوساطه وساطه برعايه رعايه باشراف اشراف"
)
_EXCHANGED = word_set("exchange exchanged mutual متبادل تبادل")


def rule_of(sentence: Sentence, party: Party, first: int, trigger: int, kind: DraftKind) -> str | None:
    """The name of the place in which a party stands, or ``None`` where it does not act."""
    tokens = sentence.tokens
    before = tokens[max(first, party.first - 3) : party.first]
    words = [form for token in before for form in token.forms]
    if {"between", "بين"} & set(words[-3:]) and (kind in MUTUAL or _is_exchanged(sentence, party)):
        return "between"
    if kind in MUTUAL and party.kind == "sides":
        return "sides"
    if set(words) & _MEDIATORS:
        return None
    if kind is DraftKind.CLASH and is_opponent(sentence, party, first):
        return None
    if _is_by(words) or (party.kind == "actor" and _is_cause(words)):
        return "by"
    if _is_owned(sentence, party) or _is_target(words):
        return None
    if _says_of_itself(sentence, party):
        return "says of itself"
    if _said(sentence, party):
        return None
    in_arabic = tokens[party.first].text[0] >= "\u0600"
    return (arabic_rule if in_arabic else english_rule)(sentence, party, first, trigger)


def is_opponent(sentence: Sentence, party: Party, first: int) -> bool:
    """ "Clashes with X", "against X"; but "side by side with X" are allies."""
    before = [form for token in sentence.tokens[max(first, party.first - 4) : party.first] for form in token.forms]
    return bool(OPPONENTS & set(before[-3:])) and not ALLIES & set(before)


def _is_exchanged(sentence: Sentence, party: Party) -> bool:
    """ "The shelling exchanged between A and B"."""
    before = sentence.tokens[max(0, party.first - 6) : party.first]
    return any(form in _EXCHANGED for token in before for form in token.forms)


def _is_by(words: list[str]) -> bool:
    if words[-2:] == ["hands", "of"] or words[-3:-1] == ["hands", "of"]:
        return True
    at = max((n for n, word in enumerate(words) if word in _BY), default=-1)
    if at < 0 or "and" in words[at + 1 :]:
        return False
    return not set(words[:at]) & (_HELD | _REPORTED)


def _is_cause(words: list[str]) -> bool:
    """ "جراء العدوان الإسرائيلي", "due to Israeli aggression"."""
    return words[-1:] in (["جراء"], ["نتيجه"], ["بسبب"]) or words[-2:] in (["because", "of"], ["due", "to"])


def _is_owned(sentence: Sentence, party: Party) -> bool:
    """ "Posts of the regime", "regime positions", "which the SDF controls"."""
    tokens = sentence.tokens
    after = tokens[party.last].word if party.last < len(tokens) else ""
    if after in ("'s", "'") and party.last + 1 < len(tokens):
        after = tokens[party.last + 1].word
    before = {form for token in tokens[max(0, party.first - 2) : party.first] for form in token.forms}
    return after in _OWNED or bool(before & _HELD) or (bool(before & _OWNED) and bool(before & {"of"}))


def _is_target(words: list[str]) -> bool:
    return any(word in _TARGETS for word in words[-4:])


def _said(sentence: Sentence, party: Party) -> bool:
    """ "The army said", "according to the SDF", "the Russian Defence Ministry": a source, whatever it says."""
    tokens = sentence.tokens
    after = {token.word for token in tokens[party.last : party.last + 2]}
    before = [token.word for token in tokens[max(0, party.first - 3) : party.first]]
    return bool(after & (SAYS | _OFFICES)) or before[-2:] == ["according", "to"] or bool(set(before) & _OFFICES)


def _says_of_itself(sentence: Sentence, party: Party) -> bool:
    """ "The army said it had killed", "أعلنت القوات أنها سيطرت", "أعلنت … سيطرتها": who tells of its own deed."""
    tokens = sentence.tokens
    after = tokens[party.last : party.last + _ITSELF_REACH]
    said = next((at for at, token in enumerate(after) if token.word in SAYS), None)
    if said is not None:
        return any(token.word in _ITSELF for token in after[said + 1 :])
    before = tokens[party.first - 1].word if party.first else ""
    itself = any(token.word in _ITSELF or token.word.endswith(("تها", "ها")) for token in after[:4])
    return before in SAYS and before >= "\u0600" and itself
