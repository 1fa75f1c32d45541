"""Which event a unit reports, by the words in it; anaphora ("the strikes") is not a new event."""

from __future__ import annotations

from dataclasses import dataclass

from ledger.intake.clauses import Sentence
from ledger.intake.counts import Figure
from ledger.intake.drafts import DraftKind
from ledger.intake.lexicon import Tag
from ledger.intake.places import PlacePhrase

_BOMBERS = frozenset(
    {"russian-forces", "coalition", "israeli-forces", "us-forces", "unidentified-warplanes", "regime-warplanes"}
)
AIR = ("air_means",)
GROUND = ("ground_means",)


@dataclass(frozen=True, slots=True)
class Trigger:
    """An event of ``kind`` at token ``at``; ``is_reference`` = it only points back to one told before."""

    kind: DraftKind
    at: int
    rule: str
    is_reference: bool = False


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What else lies in the unit [first, last)."""

    sentence: Sentence
    first: int
    last: int
    figures: list[Figure]
    places: list[PlacePhrase]

    def named(self, *names: str) -> list[Tag]:
        return self.sentence.named(*names, first=self.first, last=self.last)

    @property
    def harmed(self) -> bool:
        return any(figure.role and self.first <= figure.at < self.last for figure in self.figures)

    @property
    def has_agent(self) -> bool:
        """Whether a party stands after "by"."""
        words = self.sentence.tokens
        return any(
            {"by", "قبل", "يد"}
            & {form for token in words[max(self.first, tag.first - 3) : tag.first] for form in token.forms}
            for tag in self.named("actor")
        )

    @property
    def placed(self) -> bool:
        return any(self.first <= place.first < self.last for place in self.places)

    @property
    def objects(self) -> bool:
        return any(figure.unit == "thing" and self.first <= figure.at < self.last for figure in self.figures)


def find_trigger(around: Surroundings) -> Trigger | None:
    """The event that the unit reports, the most specific kind first."""
    if around.named("rise", "fall") and around.named("counted") and _counts_incidents(around):
        return None
    for rule in (_talks, _execution, _people_taken, _calm, _agreement, _control, _explosion, _fire, _clash, _other):
        trigger = rule(around)
        if trigger is not None:
            return trigger
    return None


def _counts_incidents(around: Surroundings) -> bool:
    """ "The number of attacks rose to 12" tells of no attack."""
    tokens = around.sentence.tokens
    for tag in around.named("counted"):
        words = {token.word for token in tokens[tag.last : tag.last + 4]}
        if words & {
            "attacks",
            "attempts",
            "murders",
            "massacres",
            "violations",
            "assassination",
            "operations",
            "هجمات",
            "مجازر",
        }:
            return True
    return False


def _talks(around: Surroundings) -> Trigger | None:
    failed = around.named("talks_fail")
    talks = around.named("talks")
    for fail in failed:
        goal = [tag for tag in around.named("talks_goal") if 0 <= tag.first - fail.last <= 1]
        near = [tag for tag in talks if abs(tag.first - fail.first) <= 10]
        if goal or near:
            return Trigger(DraftKind.NEGOTIATION_FAILED, fail.first, "talks failed")
    if not talks:
        return None
    for name, kind in (("talks_resume", DraftKind.NEGOTIATION_RESUMED), ("talks_start", DraftKind.NEGOTIATION_STARTED)):
        for tag in around.named(name):
            if abs(tag.first - talks[0].first) <= 6:
                return Trigger(kind, min(tag.first, talks[0].first), name.replace("_", " "))
    return None


def _execution(around: Surroundings) -> Trigger | None:
    found = [tag for tag in around.named("execution")]
    return Trigger(DraftKind.EXECUTION, found[0].first, "execution", _points_back(around, found[0])) if found else None


def _people_taken(around: Surroundings) -> Trigger | None:
    people = around.named("person") or around.named("actor") or any(f.unit == "person" for f in around.figures)
    for name, kind in (
        ("release", DraftKind.RELEASE),
        ("abduction", DraftKind.ABDUCTION),
        ("detention", DraftKind.DETENTION),
        ("displacement", DraftKind.DISPLACEMENT),
    ):
        for tag in around.named(name):
            if people and not _background(around, tag) and not _runs_away(around, tag):
                return Trigger(kind, tag.first, name, _points_back(around, tag))
    return None


def _background(around: Surroundings, tag: Tag) -> bool:
    """ "Who had been kidnapped", "displaced people of", "whom it had arrested"."""
    tokens = around.sentence.tokens
    before = [token.word for token in tokens[max(around.first, tag.first - 6) : tag.first]]
    after = tokens[tag.last].word if tag.last < len(tokens) else ""
    relative = bool(set(before) & {"who", "whom", "which", "had", "earlier", "days"} and not set(before) & {"started"})
    return relative or (
        tokens[tag.last - 1].word == "displaced"
        and (after in ("people", "persons", "from", "to") or before[-1:] == ["forcibly"])
    )


def _runs_away(around: Surroundings, tag: Tag) -> bool:
    """Attackers who flee are not displaced people; nor is "by abduction" an abduction."""
    word = around.sentence.tokens[tag.first]
    if word.word in ("abduction", "kidnapping") and around.sentence.tokens[max(0, tag.first - 1)].word in ("by", "or"):
        return True
    return word.word in ("fled", "flee", "fleeing") and bool(around.named("attack", "hit", "shot"))


def _calm(around: Surroundings) -> Trigger | None:
    for tag in around.named("silence"):
        return Trigger(DraftKind.NOTHING_HEARD, tag.first, "nothing heard")
    for tag in around.named("calm"):
        return Trigger(DraftKind.CALM_OBSERVED, tag.first, "calm", _points_back(around, tag))
    return None


def _agreement(around: Surroundings) -> Trigger | None:
    found = around.named("agreement")
    return Trigger(DraftKind.AGREEMENT, found[0].first, "agreement") if found else None


def _control(around: Surroundings) -> Trigger | None:
    tokens = around.sentence.tokens
    for tag in around.named("control"):
        before = {token.word for token in tokens[max(around.first, tag.first - 8) : tag.first]}
        word = tokens[tag.first].word
        if (
            word in ("controlling", "under")
            and not before & {"after"}
            and around.sentence.tokens[around.first].word not in ("after",)
        ):
            continue
        if word == "fell" and not (around.named("actor") and tokens[tag.last - 1].word in ("to", "on")):
            continue
        if around.placed or around.named("thing") or around.named("actor"):
            if word == "fell" and around.named("air_means", "ground_means"):
                continue
            return Trigger(DraftKind.CONTROL_CHANGE, tag.first, "control")
    return None


def _explosion(around: Surroundings) -> Trigger | None:
    means = [tag for tag in around.named("blast_means")]
    if not means:
        return None
    strong = [tag for tag in means if tag.value in ("explosion", "suicide attack")]
    if strong or around.harmed or around.named("hit", "attack"):
        if around.named("carrier", "air_means") and not strong:
            return None
        return Trigger(DraftKind.EXPLOSION, means[0].first, "explosion", _points_back(around, means[0]))
    return None


def _fire(around: Surroundings) -> Trigger | None:
    """Strikes are from the air, shelling from the ground; plain "bombing" is told apart by who bombs."""
    air, ground, bombing = around.named(*AIR), around.named(*GROUND), around.named("bombing")
    carrier, hits = around.named("carrier"), around.named("hit")
    solid = [tag for tag in air if not _points_back(around, tag)]
    weapons = (
        solid
        or [tag for tag in ground if not _points_back(around, tag)]
        or [t for t in bombing if not _points_back(around, t)]
    )
    concrete = bool(hits) or around.has_agent or around.placed or around.harmed or around.objects
    if not weapons and not (carrier and hits):
        referred = air or ground or bombing
        if referred and ((hits and around.placed) or around.harmed):
            weapons = referred
            return Trigger(
                _fire_kind(around, air, ground, carrier),
                referred[0].first,
                "fire",
                is_reference=not (hits and around.placed),
            )
        return Trigger(_fire_kind(around, air, ground, carrier), referred[0].first, "fire", True) if referred else None
    if not concrete:
        return None
    first = (weapons or carrier)[0]
    only_ground = bool(ground) and not solid and not (carrier and not around.named("actor"))
    kind = DraftKind.SHELLING if only_ground and not carrier else _fire_kind(around, solid, ground, carrier)
    return Trigger(kind, first.first, "fire")


def _fire_kind(around: Surroundings, air: list[Tag], ground: list[Tag], carrier: list[Tag]) -> DraftKind:
    if air or carrier:
        return DraftKind.STRIKE
    by_air = any(tag.value in _BOMBERS for tag in around.named("actor"))
    return DraftKind.STRIKE if by_air and not ground else DraftKind.SHELLING


def _clash(around: Surroundings) -> Trigger | None:
    for tag in around.named("clash"):
        return Trigger(DraftKind.CLASH, tag.first, "clash", _points_back(around, tag))
    return None


def _other(around: Surroundings) -> Trigger | None:
    for tag in around.named("attack"):
        if around.named("actor") and (around.placed or around.harmed):
            armed = any(actor.value not in ("unidentified-gunmen",) for actor in around.named("actor"))
            kind = DraftKind.CLASH if armed and not around.harmed else DraftKind.OTHER
            return Trigger(kind, tag.first, "attack", _points_back(around, tag) and not around.placed)
    for tag in around.named("shot", "bodies"):
        if around.harmed:
            return Trigger(DraftKind.OTHER, tag.first, "killing")
    return None


def _points_back(around: Surroundings, tag: Tag) -> bool:
    """ "The strikes", "these bombardments": definite, with nothing that says where or on whom."""
    tokens = around.sentence.tokens
    before = tokens[max(around.first, tag.first - 4) : tag.first]
    words = [token.word for token in before]
    wide = {token.word for token in tokens[max(around.first, tag.first - 8) : tag.first]}
    if {"these", "those", "such", "هذه", "تلك"} & wide:
        return True
    if "the" not in words[-3:] or any(token.text in ",;" for token in before[-2:]):
        return False
    after = {token.word for token in tokens[tag.last : tag.last + 6]}
    return not after & {"of", "on", "over", "took", "made", "launched"}
