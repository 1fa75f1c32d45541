"""Who did it, and with what: phrases for parties and means in a stretch of a sentence."""

from __future__ import annotations

from ledger.intake.count.figures import Figure
from ledger.intake.text.clauses import Sentence
from ledger.intake.text.lexicon import Tag
from ledger.names import word_set

_BY = frozenset({"by", "from", "of", "يد", "قبل", "نفذتها", "نفذته", "شنته", "شنها", "القتها"})
_VICTIMS = frozenset(
    {
        "members",
        "fighters",
        "ranks",
        "against",
        "target",
        "targeting",
        "targeted",
        "death",
        "commander",
        "families",
        "checkpoint",
        "headquarters",
        "post",
        "patrol",
        "convoy",
        "barracks",
        "عناصر",
        "مسلحي",
        "ضد",
    }
)
_NOT_ACTING = word_set("border province capital city town controls control controlled holds hold held")
_BORDERS = word_set("حدود يسيطر تسيطر عليها سيطره")
_GENERAL = frozenset({"explosion", "strikes", "shelling"})  # said where nothing more precise is
_CODES = {
    "barrel bombs": "airstrikes", "airstrikes": "airstrikes", "strikes": "airstrikes", "gas": "chemical attack",
    "rocket shelling": "shelling", "artillery shelling": "shelling", "missiles": "shelling", "mortars": "shelling",
    "shelling": "shelling", "improvised explosive device": "explosion", "landmine": "landmines",
    "car bomb": "explosion", "suicide attack": "explosion", "explosion": "explosion",
}  # fmt: skip

OWN_MEANS = {"shelling": "ground_means", "strike": "air_means", "explosion": "blast_means"}
"""The names of the weapons that each kind of event is made with."""


def actor_span(
    sentence: Sentence, first: int, last: int, figures: list[Figure], trigger: int, *, agent_only: bool = False
) -> tuple[str | None, int, int] | None:
    """Id (null for a carrier such as "warplanes") and tokens of the party that acts in [first, last)."""
    counted = {place for figure in figures for place in range(figure.at, figure.end + 6) if figure.affiliation}
    found = [tag for tag in sentence.named("actor", "carrier", first=first, last=last) if tag.first not in counted]
    best: tuple[int, Tag] | None = None
    for tag in found:
        score = _likeness(sentence, first, tag, trigger)
        if score > 0 and not (agent_only and score < 4) and (best is None or score > best[0]):
            best = (score, tag)
    if best is None:
        return None
    tag = best[1]
    start, end = _widened(sentence, first, last, tag)
    named = [other for other in found if start <= other.first < end and other.name == "actor"]
    return (named[0].value if named else None, start, end)


def _likeness(sentence: Sentence, first: int, tag: Tag, trigger: int) -> int:
    tokens = sentence.tokens
    before = [form for token in tokens[max(first, tag.first - 4) : tag.first] for form in token.forms]
    near = before[-6:]
    after = tokens[tag.last].word if tag.last < len(tokens) else ""
    if after in _NOT_ACTING or any(
        form in _BORDERS for token in tokens[max(0, tag.first - 1) : tag.first] for form in token.forms
    ):
        return 0  # "the Turkish border", "which the SDF controls"
    by_members = "by" in before and "members" in before
    harmed = not by_members and any(word in _VICTIMS for word in near[-4:])
    if harmed or "controlled" in before or "stationed" in before:
        return 0
    if any(word in ("by", "يد", "قبل") for word in near) or tokens[tag.first].word.startswith(("نفذ", "شن")):
        return 6 if tag.name == "actor" else 5
    eventful = any(
        t.name in ("air_means", "ground_means", "bombing", "attack", "execution") for t in sentence.starting(tag.last)
    )
    if eventful or after in ("'", "s"):
        return 4
    construct = tokens[tag.first].text[0] >= "\u0600" and any(
        t.last == tag.first
        for t in sentence.named("bombing", "attack", "execution", "air_means", "ground_means", last=tag.first)
    )
    if construct:  # "قصف قوات النظام": who bombs stands right after the bombing
        return 5
    if any(word in _BY for word in near[-3:]) and tag.first > trigger:
        return 3 + (tag.name == "actor")
    if tag.first < trigger:
        return 2 if tag.name == "actor" else 1
    return 1


def _widened(sentence: Sentence, first: int, last: int, tag: Tag) -> tuple[int, int]:
    """The phrase with its articles, quotes and the parties joined to it by "and"."""
    tokens, start, end = sentence.tokens, tag.first, tag.last
    while start > first and (tokens[start - 1].text == '"' or tokens[start - 1].word in ("the", "a", "regime's")):
        start -= 1
    while end < last:
        if tokens[end].text == '"' or tokens[end].word in ("organization", "organisation"):
            end += 1
            continue
        joined = [
            other
            for other in sentence.named("actor", "carrier", first=end, last=min(last, end + 12))
            if tokens[end].word in ("and", "و") and other.first - end <= 5
        ]
        if tokens[end].text[:1] == "و":
            joined += [
                other for other in sentence.named("actor", "carrier", first=end, last=last) if other.first == end
            ]
        if not joined:
            break
        end = joined[0].last
    return start, end


def means_of(sentence: Sentence, first: int, last: int, own: str = "") -> Tag | None:
    """The weapon named in [first, last); ``own`` is the name of those that the event itself is made with."""
    found = sentence.named("air_means", "ground_means", "blast_means", first=first, last=last)
    found.sort(key=lambda tag: (bool(own) and tag.name != own, tag.value in _GENERAL))
    less = ("bombing", "execution", "shot", "torture")
    return found[0] if found else next(iter(sentence.named(*less, first=first, last=last)), None)


def cause_of(sentence: Sentence, first: int, last: int) -> str | None:
    """A code for what killed, the same in both languages and whatever the order of the words."""
    codes: set[str] = set()
    for tag in sentence.named("air_means", "ground_means", "blast_means", first=first, last=last):
        codes.add(_CODES[tag.value])
    if sentence.has("bombing", first=first, last=last) or {"airstrikes", "shelling"} <= codes:
        codes = (codes - {"airstrikes", "shelling"}) | {"bombardment and shelling"}
    if sentence.has("execution", first=first, last=last) or any(
        t.word in ("shot", "رميا") for t in sentence.tokens[first:last]
    ):
        codes.add("execution")
    if sentence.has("clash", first=first, last=last):
        codes.add("clashes")
    if sentence.has("torture", first=first, last=last):
        codes.add("torture")
    if any("assassinat" in t.word or "اغتيال" in t.forms for t in sentence.tokens[first:last]):
        codes.add("assassination")
    return " and ".join(sorted(codes)) or None
