"""Phrases for those who act: a party's name with what belongs to it, carriers such as "warplanes", people in arms.

A phrase takes in its articles, numbers and quotes, adjectives ("masked gunmen", "Turkish-backed"), the party that
people in arms are of ("members of …", "عناصر تنظيم …"), what they came on, and parties joined to it by "and".
"""

from __future__ import annotations

from dataclasses import dataclass, field

from ledger.intake.event.party_links import Link, link_at
from ledger.intake.text.clauses import Sentence
from ledger.intake.text.lexicon import Tag
from ledger.names import word_set

HEADS = ("actor", "carrier", "armed", "sides")
LED = word_set("the a an these those this its their his some several two three four five both all al el هذه تلك هذا")
ADJECTIVES = word_set(
    "armed masked unidentified unknown military heavily suspected alleged jihadist jihadi rebel islamist allied local "
    "foreign government special hostile so called former loyal affiliated regime's"
)
_HELD = word_set("held controlled run")
_LONGEST = 30  # tokens of a phrase
_BOTH = word_set("on side one other hand from من جهه طرف ناحيه")


@dataclass(frozen=True, slots=True)
class Party:
    """Tokens [first, last) that name who acts; ``head`` is where the name itself begins, ``kind`` the tag it has.

    ``ids`` are those of the parties named in it, in order; empty where none is in the list. ``thought`` are those that
    it is only believed to be of. ``joined``: first token and id of each party joined by "and".
    """

    first: int
    last: int
    head: int
    kind: str
    ids: tuple[str, ...] = ()
    thought: tuple[str, ...] = ()
    joined: tuple[tuple[int, str], ...] = ()

    @property
    def second(self) -> Party | None:
        """The other side where exactly two are named, as in "between A and B"."""
        if len(self.joined) != 1:
            return None
        at, actor_id = self.joined[0]
        return Party(at, self.last, at, "actor", (actor_id,) if actor_id else ())


@dataclass
class _Growing:
    """A phrase on its way to the right."""

    end: int
    ids: list[str] = field(default_factory=list)
    thought: list[str] = field(default_factory=list)
    joined: list[tuple[int, str]] = field(default_factory=list)

    def take(self, link: Link) -> None:
        known = self.thought if link.is_thought else self.ids
        known += [link.actor_id] if link.actor_id and link.actor_id not in known else []
        if link.joined is not None:
            self.joined.append((link.joined, link.actor_id))
        elif self.joined and not self.joined[-1][1]:
            self.joined[-1] = (self.joined[-1][0], link.actor_id)  # "… and fighters of the SDF"
        self.end = link.last


def parties_in(sentence: Sentence, first: int, last: int) -> list[Party]:
    """The phrases in [first, last), in order; none lies in another."""
    found: list[Party] = []
    reached = first
    for tag in _heads(sentence, first, last):
        if tag.first < reached or (tag.name == "actor" and _is_owner(sentence, tag)):
            continue
        grown = _to_the_right(sentence, tag, last)
        start = _to_the_left(sentence, tag.first, reached)
        found.append(
            Party(start, grown.end, tag.first, tag.name, tuple(grown.ids), tuple(grown.thought), tuple(grown.joined))
        )
        reached = grown.end
    return found


def heads_at(sentence: Sentence, at: int) -> list[Tag]:
    """The names and words for those who act that begin at the token, parties of the list first."""
    found = [tag for tag in sentence.starting(at) if tag.name in HEADS or _is_armed(tag)]
    return sorted(found, key=lambda tag: (tag.name != "actor", -tag.last))


def _is_armed(tag: Tag) -> bool:
    return tag.name == "person" and tag.value == "combatants"


def _heads(sentence: Sentence, first: int, last: int) -> list[Tag]:
    armed = [tag for tag in sentence.named("person", first=first, last=last) if _is_armed(tag)]
    tags = [*sentence.named(*HEADS, first=first, last=last), *armed]
    return sorted(tags, key=lambda tag: (tag.first, -tag.last, tag.name != "actor"))


def _is_owner(sentence: Sentence, tag: Tag) -> bool:
    """ "Regime-held", "SDF-controlled": who holds a place, and does nothing there."""
    following = sentence.tokens[tag.last] if tag.last < len(sentence.tokens) else None
    return following is not None and following.glued and following.word in _HELD


def _to_the_left(sentence: Sentence, start: int, reached: int) -> int:
    tokens = sentence.tokens
    while start > reached:
        before = tokens[start - 1]
        plain = before.word in LED or before.word in ADJECTIVES or before.text == '"'
        if not plain and not (before.is_number and not before.glued):
            break
        start -= 1
    while tokens[start].word in ("so", "called", "loyal", "affiliated"):
        start += 1
    return start


def _to_the_right(sentence: Sentence, tag: Tag, last: int) -> _Growing:
    grown = _Growing(tag.last, [tag.value] if tag.name == "actor" and tag.value else [])
    while grown.end < min(last, tag.first + _LONGEST):
        link = _next(sentence, tag, grown.end, last)
        if link is None:
            break
        grown.take(link)
    return grown


def _next(sentence: Sentence, head: Tag, end: int, last: int) -> Link | None:
    """What goes on with a phrase that has come to ``end``."""
    tokens = sentence.tokens
    opened = sum(token.text == '"' for token in tokens[max(0, head.first - 3) : end]) % 2
    if tokens[end].text == '"' and opened:
        return Link(end + 1)
    following = next(iter(heads_at(sentence, end)), None)
    if following is not None and following.last <= last and not _is_and(sentence, end):
        return Link(following.last, following.value if following.name == "actor" else "")
    return link_at(sentence, end, last, heads_at) or _joined(sentence, end, last)


def _is_and(sentence: Sentence, at: int) -> bool:
    """Whether an Arabic "and" is glued to the word."""
    return sentence.tokens[at].text[0] == "و" and len(sentence.tokens[at].forms) > 1


def _joined(sentence: Sentence, end: int, last: int) -> Link | None:
    """ "… and the factions", "وميليشيات متحالفة معها", "من جهة، و… من جهة أخرى"."""
    tokens, at = sentence.tokens, end
    while at < last - 1 and (tokens[at].word in _BOTH or tokens[at].text == ",") and not _is_and(sentence, at):
        at += 1
    crossed = {token.word for token in tokens[end:at]}
    if at > end and not crossed & {"side", "hand", "جهه", "طرف", "ناحيه", ","}:
        return None
    if _is_and(sentence, at):
        return next((_link(tag) for tag in heads_at(sentence, at)), None)
    comma = tokens[end].text == "," and at == end + 1
    if tokens[at].word in ("and", "و", "/"):
        at += 1
    elif not comma or not _goes_on_with_and(sentence, at, last):
        return None
    return next((_link(tag) for tag in _after_led(sentence, at, last)), None)


def _after_led(sentence: Sentence, at: int, last: int) -> list[Tag]:
    """The heads after articles, numbers, quotes and adjectives from token ``at`` on."""
    tokens = sentence.tokens
    while at < last:
        found = heads_at(sentence, at)
        if found or not (tokens[at].word in LED or tokens[at].word in ADJECTIVES or tokens[at].text == '"'):
            return found
        at += 1
    return []


def _goes_on_with_and(sentence: Sentence, at: int, last: int) -> bool:
    """ "The regime forces, the warplanes and the helicopters": a list, since "and" and one more follow."""
    tags = _after_led(sentence, at, last)
    after = tags[0].last if tags else last
    more = after + 1 < last and sentence.tokens[after].word == "and"
    return more and bool(_after_led(sentence, after + 1, last))


def _link(tag: Tag) -> Link:
    return Link(tag.last, tag.value if tag.name == "actor" else "", joined=tag.first)
