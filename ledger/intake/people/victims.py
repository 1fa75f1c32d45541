"""Whose dead a count counts, where the words stand apart from it: "the number of civilians", "among the dead"."""

from __future__ import annotations

from ledger.domain.values import Count, GroupCount
from ledger.intake.count.figures import Figure
from ledger.intake.page import Page, Scene
from ledger.intake.people.fronted import opens_with_whole
from ledger.intake.people.included import take_injured, toll_includes
from ledger.intake.people.subsets import leading_part
from ledger.intake.sketches import Sketch
from ledger.intake.text.clauses import Sentence
from ledger.intake.text.lexicon import Tag
from ledger.names import word_set

_NOUN_REACH = 9  # tokens from "the number of" to the people it counts
_ENDS = word_set("since by during until منذ خلال جراء as because in")
_SHOOTS = word_set("firing shooting attacking sniping fire gunfire")
_OWN = word_set("own its their his")
_NEXT = 3  # tokens from "among the victims" to the first of them
_VERB_REACH = 4  # tokens from who kills to the verb
_FIRE = ("shot", "bombing", "attack", "air_means", "ground_means")
_ARMS = ("air_means", "ground_means", "blast_means", "bombing", "attack")
_ACTS = word_set(
    "aggression assault offensive invasion operation campaign incursion intervention bombardment war "
    "عدوان اعتداء اجتياح"
)
_SENTENCES_BACK = 4


def counted_people(sentence: Sentence, figure: Figure, first: int, last: int) -> tuple[str | None, str | None]:
    """Group and party of the people that "the number of …" in [first, last) counts."""
    fallen = _fallen_of(sentence, figure, first)
    if fallen:
        return "combatants", fallen
    tokens = sentence.tokens
    that_of = [
        n + 1
        for n in range(first, min(last, len(tokens) - 1))
        if (tokens[n].word, tokens[n + 1].word) == ("that", "of")
    ]
    cues = [tag for tag in sentence.named("counted", first=first, last=last) if abs(tag.first - figure.at) <= 40]
    if any(tokens[tag.last - 1].word == "losses" and tokens[tag.last - 2].word in _OWN for tag in cues):
        return "combatants", None  # "the army put its own losses at 17"
    starts = [tag.last for tag in cues]
    for start in [*that_of, *starts]:
        group, party = _noun(sentence, start)
        if group or party:
            return group, party
    return None, None


def _fallen_of(sentence: Sentence, figure: Figure, first: int) -> str | None:
    """The party of "there fell of the militants 292 dead", where it stands before the number."""
    for tag in sentence.named("actor", first=max(first, figure.first - 9), last=figure.first):
        before = [form for token in sentence.tokens[max(0, tag.first - 1) : tag.first + 1] for form in token.forms]
        verb = sentence.has("killed_before", "injured_before", first=max(0, tag.first - 3), last=tag.first)
        if "من" in before and verb:
            return tag.value
    return None


def _noun(sentence: Sentence, start: int) -> tuple[str | None, str | None]:
    start = _past_list(sentence, start)
    stop = min(start + _NOUN_REACH, len(sentence.tokens))
    for at in range(start, stop):
        word = sentence.tokens[at]
        if word.is_number or word.text in ";:," or (word.word in _ENDS and at > start):
            break
        here = sentence.starting(at)
        if at > start and word.word in ("on", "at") and sentence.has("hit", *_FIRE, first=start, last=at):
            break  # "the number of martyrs of the firing on citizens"
        if any(tag.name == "family_of" for tag in here):
            return "family members", _party_after(sentence, at)
        for tag in here:
            if tag.name == "actor" and not _fires(sentence, tag) and _is_of(sentence, start, at):
                return "combatants", tag.value or None
        for tag in here:
            if tag.name == "person" and tag.value != "people" and tag.value != "families":
                return tag.value, _party_after(sentence, tag.last) if tag.value == "combatants" else None
            if tag.name == "person" and tag.value == "families":
                return "family members", _party_after(sentence, at)
    return None, None


def _past_list(sentence: Sentence, start: int) -> int:
    """ "The death toll, including 42 women and 58 children, of civilians": where the noun goes on."""
    tokens = sentence.tokens
    if (
        start + 1 >= len(tokens)
        or tokens[start].text != ","
        or not sentence.has("include", first=start, last=start + 3)
    ):
        return start
    reach = range(start + 1, min(start + 20, len(tokens) - 1))
    goes_on = (at for at in reach if tokens[at].text == "," and tokens[at + 1].word == "of")
    return next(goes_on, start - 1) + 1


def _party_after(sentence: Sentence, at: int) -> str | None:
    near = sentence.named("actor", first=at, last=at + 8)
    return (near[0].value or None) if near else None


def _fires(sentence: Sentence, actor: Tag) -> bool:
    """ "The toll of the Israeli airstrikes", "… aggression": the party is not the one that the dead belong to."""
    words = {form for token in sentence.tokens[actor.first : actor.last] for form in token.forms}
    if words & _ACTS or sentence.has(*_ARMS, "carrier", first=actor.first, last=actor.last):
        return True
    if any(token.word in _SHOOTS for token in sentence.tokens[actor.last : actor.last + 2]):
        return True
    return any(tag.name in _ARMS for at in (actor.last, actor.last + 1) for tag in sentence.starting(at))


def _is_of(sentence: Sentence, first: int, at: int) -> bool:
    """Whether "of" leads from what is counted to the party: "the death toll of the loyalists", "killed of the IS"."""
    if any(
        tag.last == at and sentence.tokens[tag.first].word.endswith(("هم", "ه")) for tag in sentence.named("execution")
    ):
        return False  # "those whom the organisation executed"
    ends = [tag.last for tag in sentence.starting(at) if tag.name == "actor"]
    if any(sentence.has("execution", "killed_before", first=end, last=end + _VERB_REACH) for end in ends):
        return False  # "the total of those the organization has executed"
    before = {token.word for token in sentence.tokens[max(first - 1, at - 4) : at]}
    return bool(before & {"of", "from", "among", "من"}) and not before & {"by", "against", "hands", "يد", "ايدي"}


def add_counted_people(scene: Scene, sketch: Sketch, figure: Figure, role: str, first: int, last: int) -> None:
    """Enter the group that "the number of …" names, as an entry for everyone counted."""
    if figure.group or role not in ("killed", "injured"):
        return
    group, party = counted_people(scene.sentence, figure, first, last)
    known: Count | None = getattr(sketch, role)
    if group is None or known is None or known.states_nothing:
        return
    figure.group, figure.affiliation = group, party
    if all((entry.group, entry.low) != (group, figure.low) for entry in known.breakdown):
        whole = figure.entry(group)
        setattr(sketch, role, known.model_copy(update={"breakdown": (whole, *known.breakdown)}))


def add_among_dead(scene: Scene) -> bool:
    """ "Among the killed were 168 women and 224 men": parts of the figure told before, no new dead."""
    sentence = scene.sentence
    cues = sentence.named("among_dead") or _of_them_first(sentence) or toll_includes(sentence, scene.mains)
    parts = leading_part(sentence, scene.mains)
    if not cues and not parts:
        return _enter_of_whole(scene)
    parts = parts or [f for f in scene.mains if f.unit == "person" and f.group and _beside(sentence, cues[0], f)]
    parts = [*_joined_before(scene, parts), *parts]
    parts += [part for figure in parts for part in figure.parts]
    whole = _whole_before(scene, cues, parts)
    if whole is not None:
        whole.parts += parts
        scene.mains = [figure for figure in scene.mains if all(figure is not part for part in parts)]
        return True
    target = _counted_before(scene.page, max((f.low or 0 for f in parts), default=0))
    if not parts or target is None:
        return False
    enter(target, parts)
    parts += take_injured(sentence, target, parts, scene.mains)
    for figure in parts:
        figure.role, figure.is_part = "", True
    scene.mains = [figure for figure in scene.mains if all(figure is not part for part in parts)]
    return True


def _enter_of_whole(scene: Scene) -> bool:
    """ "Of the 20 killed, 5 were children": parts of the toll or event told before with that number."""
    whole = scene.mains[0] if scene.mains else None
    if whole is None or not (whole.is_lumped and whole.parts) or not opens_with_whole(scene.sentence, whole):
        return False
    target = _counted_before(scene.page, whole.low or 0)
    if target is None or target.killed is None or target.killed.measure != whole.low:
        return False
    enter(target, whole.parts)
    scene.mains = scene.mains[1:]
    return True


def _joined_before(scene: Scene, parts: list[Figure]) -> list[Figure]:
    """The "nineteen women" of "nineteen women and four nurses are among the dead"."""
    first = min((figure.first for figure in parts), default=0)
    found: list[Figure] = []
    for figure in reversed(scene.mains):
        between = {token.text for token in scene.sentence.tokens[figure.last : first]}
        if figure.end <= first and figure.unit == "person" and figure.group and between and between <= {",", "and"}:
            found.append(figure)
            first = figure.first
    return found[::-1]


def _whole_before(scene: Scene, cues: list[Tag], parts: list[Figure]) -> Figure | None:
    """The dead of the same sentence: "89 civilians were killed; among the victims were a nurse and a reporter"."""
    if not cues or not parts:
        return None
    if not 0 <= parts[0].first - cues[0].last <= _NEXT:
        return None
    most = max(part.low or 0 for part in parts)
    dead = [f for f in scene.mains if f.role == "killed" and f.end <= cues[0].first and (f.low or 0) > most]
    return dead[-1] if dead else None


def _of_them_first(sentence: Sentence) -> list[Tag]:
    """ "Six of them were children": the sentence begins with a part of those told before."""
    words = [token.word for token in sentence.tokens[1:4]]
    return sentence.named("include", first=1, last=3) if words[:2] == ["of", "them"] and words[2:] == ["were"] else []


def _beside(sentence: Sentence, cue: Tag, figure: Figure) -> bool:
    """Whether the figure is one of those that the cue counts, and has no harm of its own after it."""
    opens = cue.first > 0 and sentence.tokens[cue.first - 1].text in ";:"
    return figure.first >= cue.last or (cue.first - figure.last <= 3 and not opens)


def _counted_before(page: Page, least: int) -> Sketch | None:
    """The last sketch whose dead may hold so many."""
    for sketch in reversed(page.sketches):
        if page.sentence - sketch.sentence > _SENTENCES_BACK:
            break
        if sketch.killed is not None and sketch.killed.measure is not None and sketch.killed.measure >= least:
            return sketch
    return None


def enter(sketch: Sketch, figures: list[Figure]) -> None:
    """Add figures to the dead of a sketch as parts of them."""
    known = sketch.killed
    if known is None:
        return
    entries = [_entry(figure) for figure in figures]
    sketch.killed = known.model_copy(update={"breakdown": (*known.breakdown, *entries)})


def _entry(figure: Figure) -> GroupCount:
    return figure.entry(figure.group or "people")
