"""Where in an English sentence those stand who act: before their verb, as owners of a weapon or a deed."""

from __future__ import annotations

from ledger.intake.event.agent_words import AUXILIARIES, LOST, NEAR, PASSIVE, SAYS, VERBS, WEAPONS
from ledger.intake.event.parties import Party
from ledger.intake.text.clauses import Sentence

_ASIDE = 8  # tokens


def english_rule(sentence: Sentence, party: Party, first: int, trigger: int) -> str | None:
    """The place in which a party of an English passage stands, or ``None`` where it does not act."""
    if _acts(sentence, party):
        return "subject"
    if _weapon_follows(sentence, party):
        return "whose weapon"
    if party.first - first <= 1 and _plain_verb_follows(sentence, party):
        return "subject of another verb"
    before = sentence.tokens[party.first - 1].word if party.first > first else ""
    if before in ("from", "of") and party.first > trigger:
        armed = sentence.has(*WEAPONS, first=max(0, party.first - 6), last=party.first)
        return "from" if armed else "only one named"
    if _is_patient(sentence, party, first):
        return None
    return "beside" if party.first < trigger else "only one named"


def _acts(sentence: Sentence, party: Party) -> bool:
    """Whether a verb for a deed follows, in the active voice."""
    if any(tag.last > party.last for tag in sentence.starting(party.head) if tag.name in VERBS):
        return True  # a phrase of the word lists holds both: "gunmen stormed"
    tokens = sentence.tokens
    at, until = party.last, party.last + NEAR
    if at < len(tokens) and tokens[at].text == ",":
        at = _past_aside(sentence, at)
        until = at + 2
    while at < min(until, len(tokens)):
        word = tokens[at].word
        if word in LOST or (word in PASSIVE and not _goes_on(sentence, at)):
            return False
        if any(tag.name in VERBS for tag in sentence.starting(at)) and tokens[at].text[0].isalpha():
            plain = tokens[at].word.endswith(("ed", "ing", "s")) or not tokens[at].word.endswith(("ion", "ment"))
            return plain and not _is_noun(sentence, at)
        if word in PASSIVE:
            at += 1
            continue
        if word not in AUXILIARIES and not word.endswith("ly") and word not in ("who", "which", "that"):
            return False
        at += 1
    return False


def _goes_on(sentence: Sentence, at: int) -> bool:
    """ "Were shelling": in the active voice after all."""
    return at + 1 < len(sentence.tokens) and sentence.tokens[at + 1].word.endswith("ing")


def _past_aside(sentence: Sentence, at: int) -> int:
    """After a comma where a verb follows at once, else after ", the gendarmes, "; the end where none closes it."""
    tokens = sentence.tokens
    if any(tag.name in VERBS for tag in sentence.starting(at + 1)):
        return at + 1
    closing = (step for step in range(at + 1, min(at + _ASIDE, len(tokens))) if tokens[step].text == ",")
    return next(closing, len(tokens) - 1) + 1


def _plain_verb_follows(sentence: Sentence, party: Party) -> bool:
    """ "Israeli authorities demolished 31 houses": a verb that is none for an event, of those who bring it about."""
    tokens = sentence.tokens
    word = tokens[party.last].word if party.last < len(tokens) else ""
    return word.endswith("ed") and word not in SAYS and not sentence.starting(party.last)


def _is_noun(sentence: Sentence, at: int) -> bool:
    """ "Regime bombing of", "ISIS attack on": a deed by its noun, whose owner stands before it."""
    following = sentence.tokens[at + 1].word if at + 1 < len(sentence.tokens) else ""
    return following in ("of", "on", "in") and not sentence.tokens[at].word.endswith("ed")


def _weapon_follows(sentence: Sentence, party: Party) -> bool:
    at = party.last
    tokens = sentence.tokens
    while at < len(tokens) and tokens[at].text in ("'", "'s", '"', "s"):
        at += 1
    if at >= len(tokens) or not tokens[at].is_word or tokens[at].word in AUXILIARIES | PASSIVE:
        return False
    return any(tag.name in WEAPONS for step in (0, 1) for tag in sentence.starting(at + step))


def _is_patient(sentence: Sentence, party: Party, first: int) -> bool:
    """ "Attacked regime forces", "regime forces were hit": the one to whom it is done."""
    tokens = sentence.tokens
    after = tokens[party.last].word if party.last < len(tokens) else ""
    passive = after in PASSIVE and not (party.last + 1 < len(tokens) and tokens[party.last + 1].word.endswith("ing"))
    done = any(
        tag.last == party.first and tag.name in VERBS and tokens[tag.first].word.endswith(("ed", "ing", "shot", "hit"))
        for tag in sentence.named(*VERBS, first=first, last=party.first)
    )
    return passive or done
