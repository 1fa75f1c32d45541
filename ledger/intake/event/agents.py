"""Who did it: of the parties that a passage names, the one that stands where the one who acts does.

Not those who are harmed, aimed at, spoken of as a source or as holding a place. Each place in the sentence that tells
who acts is a rule of its own; where none holds, nobody is named.
"""

from __future__ import annotations

from dataclasses import dataclass

from ledger.intake.count.figures import Figure
from ledger.intake.drafts import DraftKind
from ledger.intake.event.agent_places import is_opponent, rule_of
from ledger.intake.event.agent_words import MUTUAL, NOBODY
from ledger.intake.event.arabic_agents import is_noun_of_deed
from ledger.intake.event.parties import Party, parties_in
from ledger.intake.text.clauses import Sentence
from ledger.names import word_set

_SURE = 4
_SCORES = {"between": 8, "by": 7, "subject": 6, "whose weapon": 5, "says of itself": 5, "sides": 4, "from": 4,
           "subject of another verb": 3, "beside": 2, "only one named": 1}  # fmt: skip
SURE_RULES = frozenset(name for name, score in _SCORES.items() if score >= _SURE) | {"same subject"}
"""Places in a sentence that tell who acts; the others only make it likely."""

_LEAST = {DraftKind.TOLL_STATED: 4, DraftKind.VIOLENCE: 4, DraftKind.DISPLACEMENT: 3}
_WHEN = word_set("since after before during منذ بعد قبل خلال")


@dataclass(frozen=True, slots=True)
class Agent:
    """The phrase of who acts, with the name of the rule that tells it."""

    party: Party
    rule: str


def agent_of(
    sentence: Sentence, first: int, last: int, figures: list[Figure], trigger: int, kind: DraftKind
) -> Agent | None:
    """Who acts in [first, last) in an event of the kind whose word stands at ``trigger``.

    For tolls and the like only where the place in the sentence tells it; calm has nobody who brings it about.
    """
    if kind in NOBODY:
        return None
    counted = {at for figure in figures for at in range(figure.at, figure.end + 6) if figure.affiliation}
    best: Agent | None = None
    if kind in MUTUAL and any(token.word in ("between", "بين") for token in sentence.tokens[first:last]):
        last = len(sentence.tokens)  # the second side may stand in what reads like a clause of its own
    for party in parties_in(sentence, first, last):
        if party.head in counted and party.kind != "carrier":
            continue
        rule = rule_of(sentence, party, first, trigger, kind)
        if rule is None or _SCORES[rule] < _LEAST.get(kind, 0):
            continue
        if kind is DraftKind.TOLL_STATED and _in_time(sentence, party):
            continue
        if party.kind in ("armed", "person", "sides") and _SCORES[rule] < _SURE:
            continue  # people in arms are as often those who are harmed
        if best is None or _weight(rule, party) > _weight(best.rule, best.party):
            best = Agent(party, rule)
    return best


def _weight(rule: str, party: Party) -> tuple[int, bool]:
    return _SCORES[rule], party.kind == "actor"


def _in_time(sentence: Sentence, party: Party) -> bool:
    """ "Since Russia's operation began": tells when, and not by whom."""
    before = [form for token in sentence.tokens[max(0, party.first - 3) : party.first] for form in token.forms]
    return bool(set(before) & _WHEN)


def opponent_of(sentence: Sentence, first: int, last: int, agent: Agent | None) -> Party | None:
    """Against whom a clash was fought: the second of "between A and B", else who stands after "with" or "against"."""
    if agent is not None and agent.rule == "between":
        return agent.party.second
    for party in parties_in(sentence, first, last):
        if is_opponent(sentence, party, first) and (agent is None or party != agent.party):
            return party
    return None


def carried_agent(
    sentence: Sentence, first: int, trigger: int, before: tuple[int, int], kind: DraftKind
) -> Agent | None:
    """ "Gunmen stormed the village and abducted 12": the subject of the unit before, where a verb begins this one."""
    word = sentence.tokens[trigger]
    glued = word.text[0] == "و" and len(word.forms) > 1
    verb = glued if word.text[0] >= "\u0600" else word.word.endswith(("ed", "took", "shot"))
    if kind in NOBODY or not verb or trigger - first > 1 or is_noun_of_deed(word.forms[-1]):
        return None
    agent = agent_of(sentence, *before, [], before[0], DraftKind.VIOLENCE)
    return Agent(agent.party, "same subject") if agent and agent.rule == "subject" else None
