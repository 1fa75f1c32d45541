"""Why each draft is there, why a passage gave none, and which numbers of people no draft took, with offsets.

Built after the reading from what it noted on the way; the reading itself does not depend on it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ledger.intake.count.figures import Figure
from ledger.intake.drafts import Draft, DraftKind, Evidence, Explained, Explanation, LeftOut, Passage, Phrase, Vetoed
from ledger.intake.page import Page
from ledger.intake.rules import meaning
from ledger.intake.sketches import Sketch
from ledger.intake.text.lexicon import Tag, lexicon
from ledger.intake.text.tokens import Token, tokenise

_FIGURES = ("killed", "injured", "affected")
_CUES = ("denied", "claimed_cue", "reported_cue", "unverified")
_CAUSES = ("air_means", "ground_means", "blast_means", "bombing", "execution", "clash", "torture")
_VETO_WORDS = {"veto_toll": "counted"}
_JOINTS = frozenset({"to", "lead_place", "definite", "not_place", "demonstrative", "state", "about", "who", "thing"})
_AROUND = 160  # code points on each side of a number that was left out
_STOPS = ".!?\n"


def explanation(page: Page, kept: Sequence[Sketch], drafts: Sequence[Draft]) -> Explanation:
    """The account of a reading whose ``kept`` sketches became ``drafts``."""
    explained = tuple(_explained(page, sketch, draft) for sketch, draft in zip(kept, drafts, strict=True))
    vetoed = [_vetoed(page, rule, start, end) for rule, start, end in page.vetoes]
    vetoed += [
        _vetoed(page, it.fate, it.start, it.end) for it in page.sketches if it.fate in ("headline", "points back")
    ]
    return Explanation(
        drafts=explained,
        vetoed=tuple(sorted(vetoed, key=lambda it: it.passage.span)),
        left_out=tuple(_left_out(page, kept)),
    )


def _explained(page: Page, sketch: Sketch, draft: Draft) -> Explained:
    evidence = [*_named(page, sketch, draft), *_time(page, sketch, draft), *_figures(page, sketch)]
    evidence += [*_cause(page, sketch, draft), *_certainty(page, sketch, draft)]
    counted = sketch.kind is DraftKind.TOLL_STATED  # whose figure is told below
    word = None if sketch.word is None or counted else _evidence(page, "event", *sketch.word)
    return Explained(
        number=draft.number,
        rule=sketch.rule,
        means=meaning("draft", sketch.rule),
        word=word,
        evidence=tuple(evidence),
        flags=tuple((flag, meaning("flag", flag)) for flag in draft.flags),
        joined=tuple(_passage(page, it.start, it.end) for it in sketch.joined),
    )


def _named(page: Page, sketch: Sketch, draft: Draft) -> Iterator[Evidence]:
    """Place, parties, weapons and source, by the words of the draft."""
    for name, phrase in (("place", draft.place), ("actor", draft.actor), ("target", draft.target),
                         ("means", draft.means)):  # fmt: skip
        if phrase is None:
            continue
        found = _where(page, sketch, phrase.text)
        lists = _lists(page, *found) if found else ()
        rule = sketch.actor_rule if name == "actor" else ""
        yield Evidence(
            field=name, passage=_passage(page, *found) if found else None, lists=lists if name != "place" else (),
            meaning=_meant(page, name, phrase), rule=f"{rule}: {meaning('actor', rule)}" if rule else "",
        )  # fmt: skip
    if draft.attribution:
        found = _where(page, sketch, draft.attribution)
        yield Evidence(field="attribution", passage=_passage(page, *found) if found else None)


def _meant(page: Page, name: str, phrase: Phrase) -> str:
    if phrase.id is None:
        return f"may be {', '.join(phrase.candidates)}" if phrase.candidates else "in no list"
    if name == "place":
        found = next((it for it in page.gazetteer.resolve(phrase.text) if it.place.id == phrase.id), None)
        return f"{phrase.id}: {found.reason}" if found else phrase.id
    return phrase.id


def _time(page: Page, sketch: Sketch, draft: Draft) -> Iterator[Evidence]:
    occurred = draft.occurred
    if occurred is not None and (occurred.text or occurred.start or occurred.end):
        days = f"{occurred.start or '?'} to {occurred.end or '?'}, to the {occurred.precision.value}"
        found = _where(page, sketch, occurred.text) if occurred.text else None
        yield Evidence(field="when", passage=_passage(page, *found) if found else None, meaning=days)
    if draft.period_start is not None and (occurred is None or occurred.text is None):
        yield Evidence(field="period_start", meaning=draft.period_start.isoformat())


def _figures(page: Page, sketch: Sketch) -> Iterator[Evidence]:
    every = [*sketch.told, *(told for it in sketch.joined for told in it.told)]
    for name in _FIGURES:
        once = {(it.start, it.stop): it for role, it in every if role == name and it.stop > it.start}
        for (start, stop), figure in once.items():
            found = _evidence(page, name, start, stop)
            yield found.model_copy(update={"meaning": _number(figure)})


def _number(figure: Figure) -> str:
    """How a number was read: bounds, wording, group."""
    bounds = str(figure.low) if figure.low == figure.high else f"{figure.low or ''}–{figure.high or ''}"
    wording = figure.qualifier.value if figure.qualifier else "no number"
    return " ".join(filter(None, (bounds.strip("–") if figure.qualifier else "", wording, figure.group)))


def _cause(page: Page, sketch: Sketch, draft: Draft) -> Iterator[Evidence]:
    for tag, start, end in _tags(page, sketch.start, sketch.end) if draft.cause else ():
        if tag.name in _CAUSES:
            yield Evidence(
                field="cause", passage=_passage(page, start, end), lists=(_list(tag),), meaning=draft.cause or ""
            )


def _certainty(page: Page, sketch: Sketch, draft: Draft) -> Iterator[Evidence]:
    first, last = _sentence(page, sketch.start, sketch.end)
    cues = [it for it in _tags(page, first, last) if it[0].name in _CUES] if draft.certainty.value != "asserted" else []
    for tag, start, end in cues[:1]:
        yield Evidence(
            field="certainty", passage=_passage(page, start, end), lists=(_list(tag),), meaning=draft.certainty.value
        )


def _vetoed(page: Page, rule: str, start: int, end: int) -> Vetoed:
    name = _VETO_WORDS.get(rule, rule)
    word = next((it for it in _tags(page, start, end) if it[0].name == name), None)
    return Vetoed(
        rule=rule,
        means=meaning("veto", rule),
        passage=_passage(page, start, end),
        word=None if word is None else _evidence(page, "word", word[1], word[2]),
    )


def _left_out(page: Page, kept: Sequence[Sketch]) -> Iterator[LeftOut]:
    """Numbers of people that are in no draft; one told again in a headline is not left out."""
    taken = [figure for sketch in kept for it in (sketch, *sketch.joined) for _, figure in it.told]
    figures = [figure for whole in page.figures for figure in (whole, *whole.parts)]
    told = {(it.low, it.high) for it in figures if _is_taken(it, taken)}
    for figure in figures:
        people = figure.unit == "person" or figure.role
        counted = figure.low is not None or figure.high is not None or figure.qualifier is not None
        if not people or not counted or figure.is_article or figure.stop <= figure.start or _is_taken(figure, taken):
            continue
        around = _sentence(page, figure.start, figure.stop)
        in_headline = any(it.fate == "headline" and it.start <= figure.start < it.end for it in page.sketches)
        if not (in_headline and (figure.low, figure.high) in told):
            yield LeftOut(number=_passage(page, figure.start, figure.stop), around=_passage(page, *around))


def _is_taken(figure: Figure, taken: Sequence[Figure]) -> bool:
    return any(it.start < figure.stop and figure.start < it.stop for it in taken)


def _evidence(page: Page, field: str, start: int, end: int) -> Evidence:
    return Evidence(field=field, passage=_passage(page, start, end), lists=_lists(page, start, end))


def _where(page: Page, sketch: Sketch, words: str) -> tuple[int, int] | None:
    """Where in the folded text a draft's words stand: in its passage, else in its sentence, else last before it."""
    raw, span = page.text.raw, page.text.span(sketch.start, sketch.end)
    at = raw.find(words, *span)
    if at < 0:
        first, last = page.text.span(*_sentence(page, sketch.start, sketch.end))
        at = raw.find(words, first, last)
    if at < 0:
        at = raw.rfind(words, 0, span[1])
    if at < 0:
        at = raw.find(words)
    return page.text.place(at, at + len(words)) if at >= 0 else None


def _sentence(page: Page, start: int, end: int) -> tuple[int, int]:
    """The passage with what stands around it up to the next stop on either side."""
    text = page.text.text
    first = max(text.rfind(stop, max(0, start - _AROUND), start) for stop in _STOPS) + 1 or max(0, start - _AROUND)
    ends = [at for stop in _STOPS if (at := text.find(stop, end, end + _AROUND)) >= 0]
    last = min(ends, default=min(len(text), end + _AROUND))
    while first < start and text[first].isspace():
        first += 1
    return first, max(last, end)


def _passage(page: Page, start: int, end: int) -> Passage:
    span = page.text.span(start, end)
    return Passage(span=span, words=page.text.raw[span[0] : span[1]])


def _tags(page: Page, start: int, end: int) -> Iterator[tuple[Tag, int, int]]:
    """The phrases of the word lists in a stretch of the folded text, with where they stand."""
    words = lexicon(page.actors)
    tokens: list[Token] = tokenise(page.text.text, page.text.lower, words.hidden, start, end)
    for tag in words.tags(tokens):
        yield tag, tokens[tag.first].start, tokens[tag.last - 1].end


def _lists(page: Page, start: int, end: int) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_list(tag) for tag, _, _ in _tags(page, start, end) if tag.name not in _JOINTS))


def _list(tag: Tag) -> str:
    """The name of a word list, with the entry it has there where that says more."""
    return tag.name if tag.value in ("", tag.name) else f"{tag.name}: {tag.value}"
