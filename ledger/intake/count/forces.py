"""Numbers of a party's own people, told by the party alone: "17 من تنظيم الدولة", "4 of the 5th Corps"."""

from __future__ import annotations

from ledger.actors import default_actors
from ledger.actors.entries import ActorKind
from ledger.intake.count.figures import Figure
from ledger.intake.text.clauses import Sentence
from ledger.names import word_set

_FORCES = word_set(
    "قوات ميليشيات مليشيات ميليشيا مليشيا فصائل فصيل كتائب كتيبه لواء جيش شرطه حرس تنظيم جماعه حركه امن "
    "عسكريين جهاديين بيشمركه مرتزقه تشكيلات حزب وحدات خلايا مجموعات درك مخابرات استخبارات كوماندوس"
)
_MEMBERS = word_set("افراد منتسبي منتسبين اعضاء كوادر عداد قوام")
_UNARMED = frozenset({ActorKind.CIVIL_BODY, ActorKind.CIVILIANS, ActorKind.UNIDENTIFIED})
_UNKNOWN = word_set("مجهولي مجهولو مجهولين مجهولون")
_OF = frozenset({"of", "from", "من"})
_HITS = ("air_means", "ground_means", "bombing", "attack", "thing", "place")


def with_forces(sentence: Sentence, figure: Figure) -> bool:
    """Whether the figure counts fighters of the party that stands after "of", or people whom nobody could name."""
    tokens = sentence.tokens
    at = next((tag.last for tag in sentence.starting(figure.last) if tag.name == "at_least"), figure.last)
    if at < len(tokens) and tokens[at].word in _UNKNOWN:
        figure.unit, figure.group, figure.last = "person", "unidentified people", at + 1
        return True
    if at + 1 >= len(tokens) or tokens[at].word not in _OF:
        return False
    first = at + 2 if tokens[at + 1].word == "the" else at + 1
    if first >= len(tokens):
        return False
    party = next((tag for tag in sentence.starting(first) if tag.name == "actor"), None)
    known = default_actors().get(party.value) if party is not None else None
    if party is None and tokens[first].word in _MEMBERS and first + 1 < len(tokens):
        first += 1
        if any(tag.value == "families" for tag in sentence.starting(first)):
            figure.unit, figure.last = "person", first + 1  # "3 من أفراد عائلة واحدة"
            return True
        party = next((tag for tag in sentence.starting(first) if tag.name == "actor"), None)
        known = default_actors().get(party.value) if party is not None else None
    armed = party is not None and (known is None or known.kind not in _UNARMED)
    arabic = tokens[at].text[0] >= "\u0600"
    if not armed and not (arabic and set(tokens[first].forms) & _FORCES):
        return False
    end = party.last if party is not None and armed else first + 1
    owns = end < len(tokens) and not (tokens[end].word[0] == "ب" and len(tokens[end].forms) > 1)  # "بكمين"
    if (owns and any(tag.name in _HITS for tag in sentence.starting(end))) or any(
        tag.name == "person" for tag in sentence.starting(first)
    ):
        return False  # "3 of the Russian raids", "5 من مسلحي التنظيم"
    figure.unit, figure.group, figure.last = "person", "combatants", end
    figure.affiliation = (party.value or None) if party is not None and armed else None
    return True


def says_which_force(sentence: Sentence, at: int) -> bool:
    """ "قيادي في فصيل مقاتل": "fighting" is said of the faction, and counts nobody."""
    return at > 0 and bool(set(sentence.tokens[at - 1].forms) & _FORCES)
