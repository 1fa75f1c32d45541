"""Lists under a toll that divide it: "they are as follows:", then bullets or lines such as "Regime forces: 371"."""

from __future__ import annotations

from pydantic import TypeAdapter, ValidationError

from ledger.domain.values import CodedText
from ledger.intake.count.figures import Figure
from ledger.intake.drafts import DraftKind
from ledger.intake.page import Page, Scene
from ledger.intake.people.victims import enter
from ledger.intake.sketches import Sketch
from ledger.intake.text.clauses import Sentence
from ledger.names import word_set

_BACK = 2  # sentences from the toll to "The dead are distributed as follows:"
_LABEL = 26  # tokens before the colon, at most
_BOTH = "casualt"  # of a total that may count dead and injured in one
_AREAS = word_set("area areas held controlled parts zone zones مناطق منطقه")
_GROUP: TypeAdapter[str] = TypeAdapter(CodedText)
_FREE = 6  # words of a label that names no known group


def head_of(page: Page, sentence: Sentence) -> str:
    """What the lines after the sentence belong to: its "toll", its "terms", or "" for nothing of it."""
    tail = sentence.tokens[-1].text
    last = _toll(page)
    if last is not None and tail in ":;":
        here = last.sentence == page.sentence
        divides = sentence.has("listing", "include") and page.sentence - last.sentence <= _BACK
        if here or divides:
            return "toll"
    wanted = sentence.has("veto_threat", "veto_terms", "veto_condition", "veto_purpose", "veto_future")
    return "terms" if wanted and tail in ":," else ""


def take_item(page: Page, scene: Scene) -> bool:
    """Whether the sentence is a line of the list that is open; its figures become parts of the toll.

    A part by place ("Balyoun: two children") or by cause, under a part that is divided itself, adds to nothing.
    """
    sentence = scene.sentence
    colon = _colon(scene)
    if page.list_head == "terms":
        return sentence.is_item
    if not sentence.is_item and colon is None:
        return False
    if sentence.is_item and page.list_head == "part":
        _enter_others(scene, _toll(page))
        return True
    toll = _toll(page)
    if toll is None or (toll.killed is None and toll.injured is None):
        return False
    _add(scene, toll, colon)
    divided = sentence.tokens[-1].text == ":" and sentence.has("listing", "include", "killed")
    if divided or page.list_head != "harms":
        page.list_head = "part" if divided else "toll"
    return True


def _enter_others(scene: Scene, toll: Sketch | None) -> None:
    """ "Non-civilian fatalities: 225, and they are:", then "92 soldiers": lines that name groups, and not a cause."""
    known = toll.killed if toll is not None else None
    if toll is None or known is None or not scene.mains:
        return
    told = {entry.group for entry in known.breakdown[-1:]}
    figure = scene.mains[0]
    if figure.first == 0 and figure.group not in (None, "people", "civilians", *(told - {"combatants"})):
        enter(toll, [part for part in scene.mains if part.unit == "person" and part.group and not part.is_negative])


def _toll(page: Page) -> Sketch | None:
    last = page.sketches[-1] if page.sketches else None
    return last if last is not None and last.kind is DraftKind.TOLL_STATED else None


def _colon(scene: Scene) -> int | None:
    """The colon of "Regime forces: 371" with its number right behind it; ``None`` where the line is none such."""
    tokens = scene.sentence.tokens
    at = next((n for n, token in enumerate(tokens[: _LABEL + 1]) if token.text == ":"), None)
    if not at:
        return None
    return at if any(figure.first == at + 1 for figure in scene.figures) else None


def _add(scene: Scene, toll: Sketch, colon: int | None) -> None:
    figures = [figure for figure in scene.mains if figure.unit in ("person", "bare") and not figure.is_negative]
    if not figures:
        return
    if colon is not None and figures[0].first > colon:
        if any(place.first < colon for place in scene.places):
            return
        _label(scene, figures[0], colon)
        figures = figures[:1]
    harmed = _own_harm(scene, figures[0])
    if harmed and (scene.page.list_head == "harms" or _is_sum(scene, toll, figures[0])):
        _tell_apart(scene.page, toll, figures[0], harmed)
        return
    if any(figure.role == "injured" or figure.is_lumped for figure in scene.mains):
        return  # "20,953 casualties (7,339 killed and 13,614 injured) in …": a total by area, not a group
    parts = [part for figure in figures for part in (figure, *figure.parts)]
    whole = toll.killed.measure if toll.killed else None
    enter(toll, [part for part in parts if part.unit == "person" and (whole is None or (part.low or 0) <= whole)])


def _label(scene: Scene, figure: Figure, colon: int) -> None:
    """Name the figure by the words before the colon: a known group, a party's fighters, or the words themselves."""
    sentence = scene.sentence
    people = [tag for tag in sentence.named("person", last=colon) if tag.value != "people"]
    held = any(token.word in _AREAS for token in sentence.tokens[:colon])  # "SDF-controlled areas: 12": where, not whom
    parties = [] if held else sentence.named("actor", last=colon)
    figure.unit = "person"
    if parties:
        figure.group, figure.affiliation = "combatants", parties[0].value or None
    elif people:
        figure.group = people[0].value
    else:
        figure.group = _fit(scene.page.words(sentence, 0, min(colon, _FREE))[0].lower())


def _fit(words: str) -> str | None:
    """The words as a group; ``None`` for what could identify a person: those people are counted, and not named."""
    try:
        return _GROUP.validate_python(words)
    except ValidationError:
        return None


def _own_harm(scene: Scene, figure: Figure) -> str:
    """Killed or injured, where the line itself says so right behind its number."""
    found = scene.sentence.named("killed", "injured", first=figure.at + 1, last=figure.last + 2)
    return found[0].name if found else ""


def _is_sum(scene: Scene, toll: Sketch, figure: Figure) -> bool:
    """Whether the toll counted dead and injured in one ("973 casualties"), since this line gives but some of them."""
    known = toll.killed or toll.injured
    both = (toll.killed is None) != (toll.injured is None) and _BOTH in scene.page.text.lower[toll.start : toll.end]
    return both and known is not None and (figure.low or 0) < (known.low or 0)


def _tell_apart(page: Page, toll: Sketch, figure: Figure, harmed: str) -> None:
    """ "973 casualties: • 159 killed • 814 injured": each line gives what the sum did not."""
    if page.list_head != "harms":
        toll.killed = toll.injured = None
    page.list_head = "harms"
    if getattr(toll, harmed) is None:
        toll.add(harmed, figure)
