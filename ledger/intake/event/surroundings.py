"""What a rule for an event may look at: one unit of a sentence and what was found in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import chain

from ledger.intake.count.figures import Figure
from ledger.intake.drafts import DraftKind
from ledger.intake.place.places import PlacePhrase
from ledger.intake.text.clauses import PLACE, Sentence
from ledger.intake.text.lexicon import Tag
from ledger.names import word_set

_TIMES = word_set("day morning night evening afternoon dawn noon hour hours week month year meantime past last")
_VERBS = word_set("fled struck hit set took let blew broke sets lets releases clashes executes")


@dataclass(frozen=True, slots=True)
class Trigger:
    """An event of ``kind`` at token ``at``; ``is_reference`` = it only points back to one told before."""

    kind: DraftKind
    at: int
    rule: str
    is_reference: bool = False


@dataclass(slots=True)
class Surroundings:
    """What else lies in the unit [first, last)."""

    sentence: Sentence
    first: int
    last: int
    figures: list[Figure]
    places: list[PlacePhrase]
    reach: int = 0  # the token after what hangs on the unit: ", killing at least 21 people"
    things: list[Figure] = field(default_factory=list)
    """The figures that count no people; ``figures`` are those that do."""
    fire_told: DraftKind | None = None
    """The kind of the event told right before."""
    words: set[str] = field(init=False)  # of the unit
    _tags: dict[str, list[Tag]] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        self.words = {token.word for token in self.sentence.tokens[self.first : self.last]}
        self._tags = self.sentence.by_name_within(self.first, self.last)

    def named(self, *names: str) -> list[Tag]:
        """Tags of these names in the unit, in text order: most rules ask in vain, and all ask here."""
        if self._tags.keys().isdisjoint(names):
            return []
        held = [self._tags[name] for name in names if name in self._tags]
        return sorted(chain(*held), key=PLACE) if len(held) > 1 else held[0].copy()

    @property
    def harmed(self) -> bool:
        return any(figure.role and self.first <= figure.at < self.last for figure in self.figures)

    @property
    def harms(self) -> bool:
        """Whether anybody is harmed in the unit or in what hangs on it."""
        return any(figure.role and self.first <= figure.at < max(self.last, self.reach) for figure in self.figures)

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
        return any(self.first <= place.first < self.last and not place.is_described for place in self.places)

    @property
    def struck(self) -> bool:
        """ "Bombed the market of the city": a place without a name right after the word for hitting it."""
        hits = {tag.last for tag in self.named("hit", "bombing", "ground_means", "air_means")}
        places = [place for place in self.places if place.is_described and self.first <= place.first < self.last]
        return any(place.first - step in hits for place in places for step in (0, 1))

    @property
    def objects(self) -> bool:
        return any(figure.unit == "thing" and self.first <= figure.at < self.last for figure in self.things)


def points_back(around: Surroundings, tag: Tag) -> bool:
    """ "The strikes", "these bombardments": definite, with nothing that says where or on whom."""
    tokens = around.sentence.tokens
    if tokens[tag.first].word in _VERBS or tokens[tag.first].word.endswith("ed"):
        return False  # "the faction released": the article is that of who acts
    if around.sentence.has("counted", first=max(around.first, tag.first - 4), last=tag.first):
        return True  # "the toll of the shelling"
    before = tokens[max(around.first, tag.first - 4) : tag.first]
    words = [token.word for token in before]
    wide = {token.word for token in tokens[max(around.first, tag.first - 8) : tag.first]}
    if {"these", "those", "such", "هذه", "تلك"} & wide:
        return True
    if "the" not in words[-3:] or any(token.text in ",;" for token in before[-2:]):
        return False
    if _TIMES & set(words[words.index("the", max(0, len(words) - 3)) :]):
        return False  # "later in the day shells fell": the article is that of the time
    after: set[str] = set()
    for token in tokens[tag.last : tag.last + 6]:
        if token.text in ",;":
            break
        after.add(token.word)
    return not after & {"of", "on", "over", "took", "made", "launched"}
