"""Reading a report: text in, drafts out."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from datetime import date
from functools import cache, lru_cache
from itertools import pairwise

from ledger.actors import Actors, default_actors
from ledger.gazetteer import Gazetteer, default_gazetteer
from ledger.intake.drafts import Reading
from ledger.intake.explaining import explanation
from ledger.intake.form.blocks import Form
from ledger.intake.form.entries import read_form
from ledger.intake.form.found import forms_by_line
from ledger.intake.form.notes import join_note
from ledger.intake.page import Page
from ledger.intake.place.places import resolve_place
from ledger.intake.place.spoken import parted
from ledger.intake.scribe import read_sentence
from ledger.intake.sketches import without_doubles
from ledger.intake.text.clauses import sentences
from ledger.intake.text.layout import Paragraph, is_count_line, lines_of, unwrapped
from ledger.intake.text.lexicon import lexicon
from ledger.intake.text.marks import unmarked
from ledger.intake.text.normalise import Folded, fold
from ledger.intake.text.tokens import every_form, forms_of, tokenise
from ledger.intake.toll.division import head_of
from ledger.intake.toll.explained import explains_toll
from ledger.sources import canonical_source

LONGEST = 1_200_000
"""Code points that are read; what follows is left out and noted."""

MOST_DRAFTS = 10_000
_HEADING = 60
_SAMPLE = 20_000

_LATIN, _ARABIC = re.compile("[A-Za-z]+"), re.compile("[\u0621-\u064a]+")
_HALF = re.compile("[\ud800-\udfff]")
_WORD = re.compile(r"[^\W\d_]+")
_BREAK, _LINE = re.compile("\n"), re.compile(r"[^\n]+")


def read(
    text: str,
    *,
    published: date | None,
    source: str | None = None,
    explain: bool = False,
    gazetteer: Gazetteer | None = None,
    actors: Actors | None = None,
) -> Reading:
    """Drafts of what ``text`` reports; never raises, whatever the text.

    ``published`` is the report's own day, without which relative dates stay open; ``source`` is who sent it. Half of a
    surrogate pair, which no file can hold, is quoted as U+FFFD.
    """
    notes: list[str] = []
    if len(text) > LONGEST:
        notes.append(f"only the first {LONGEST} characters were read")
    if _is_binary(text[:_SAMPLE]):
        return Reading(notes=("this is not a text",))
    places = gazetteer or default_gazetteer()
    folded = _folded(_HALF.sub("\ufffd", text[:LONGEST]), places)
    page = Page(folded, published, places, actors or default_actors(), explain)
    lines = lines_of(folded.text)
    forms = forms_by_line(page, lines)
    reached = 0
    for at, paragraph in enumerate(lines):
        for form in forms.get(at, ()):
            _read_form(page, form)
            reached = form.last
        if at >= reached and not paragraph.is_furniture:
            _read_paragraph(page, paragraph)
        if len(page.sketches) > MOST_DRAFTS:
            notes.append(f"more than {MOST_DRAFTS} passages; the rest was not read")
            break
    kept = without_doubles(page.sketches)
    for sketch in kept:
        sketch.flag_future(published)
    drafts = tuple(sketch.draft(number, folded) for number, sketch in enumerate(kept, 1))
    if not drafts:
        notes.append(_why_nothing(text, folded))
    return Reading(
        language=_language(folded.text[:20_000]),
        drafts=drafts,
        scope=page.scope,
        source=_named_source(page) or (canonical_source(source) if source else None),
        notes=tuple(notes),
        explanation=explanation(page, kept, drafts) if explain else None,
    )


def _why_nothing(text: str, folded: Folded) -> str:
    if not text.strip():
        return "the text is empty"
    if not any(letter.isalnum() for letter in folded.text):
        return "the text has no words of its own; what a web address leads to is not read, send that"
    return "nothing in the text is a report of an event or a toll"


def _read_form(page: Page, form: Form) -> None:
    """The drafts of a form, and what its notes tell beside."""
    drafted = read_form(page, form)
    page.list_head, page.list_period, page.list_time = "", None, None
    for note in form.fields:
        if note.key.name == "note" and note.start < note.end:
            before = len(page.sketches)
            _read_paragraph(page, Paragraph(note.start, note.end))
            join_note(page, drafted, before)


def _folded(text: str, gazetteer: Gazetteer) -> Folded:
    """The text in one spelling, its wrapped lines joined."""
    folded = parted(unmarked(fold(text)), gazetteer)
    joined = unwrapped(folded.text)
    breaks = [found.start() for found in _BREAK.finditer(folded.text) if joined[found.start()] != "\n"]
    if not breaks:
        return folded
    kept = [folded.lower[start + 1 : end] for start, end in pairwise([-1, *breaks, len(joined)])]
    return replace(folded, text=joined, lower=" ".join(kept))


def _read_paragraph(page: Page, paragraph: Paragraph) -> None:
    if paragraph.scope:
        start, end = paragraph.scope
        span = page.text.span(start, end)
        page.scope = resolve_place(page.text.raw[span[0] : span[1]], page.gazetteer, None)
        page.last_place = None
    line = page.text.text[paragraph.start : paragraph.end]
    is_item = paragraph.is_item or ((page.list_time or page.list_period) is not None and is_count_line(line))
    for sentence in sentences(page.text.text, page.text.lower, paragraph.start, paragraph.end, page.actors):
        sentence.is_headline, sentence.is_item = paragraph.is_headline, is_item
        if len(page.sketches) > MOST_DRAFTS:
            return
        if explains_toll(page, sentence):
            continue
        if read_sentence(page, sentence):
            continue
        if not is_item:
            page.list_head = head_of(page, sentence)
            page.list_period = page.heading_period if sentence.tokens[-1].text == ":" else None
            page.list_time = page.heading_time
    if page.dateline != page.sentence and (paragraph.is_headline or _is_heading(page, paragraph)):
        page.last_place = None


def _is_heading(page: Page, paragraph: Paragraph) -> bool:
    """A short line without an end mark: what follows it is about something else."""
    line = page.text.text[paragraph.start : paragraph.end].rstrip()
    if paragraph.is_item or paragraph.is_message:
        return False
    return len(line) < _HEADING and not line.endswith((".", "!", "?", ":", ",", ";", '"'))


def _is_binary(sample: str) -> bool:
    """Whether more than one code point in fifty is a control that no text needs."""
    unneeded = (letter for letter in set(sample) if unicodedata.category(letter) in ("Cc", "Cn", "Co", "Cs"))
    return sum(sample.count(letter) for letter in unneeded if not letter.isspace()) * 50 > len(sample)


def _language(text: str) -> str:
    if _ARABIC.search(text) is None:
        return "en" if _LATIN.search(text) else "und"
    latin, arabic = (sum(map(len, script.findall(text))) for script in (_LATIN, _ARABIC))
    if min(latin, arabic) * 4 > max(latin, arabic):
        return "mixed"
    return "en" if latin > arabic else "ar"


def _named_source(page: Page) -> str | None:
    """The source named first in the text, in a line that reports nothing too."""
    text, lower = page.text.text, page.text.lower
    for line in _LINE.finditer(text, 0, min(len(text), _SAMPLE)):
        if not any(map(_begins_source, _WORD.findall(lower, *line.span()))):
            continue
        found = lexicon().first_named(tokenise(text, lower, frozenset(), *line.span()), "source")
        if found is not None:
            return found.value
    return None


@lru_cache(maxsize=20_000)
def _begins_source(word: str) -> bool:
    """Whether the name of a source may begin with a lower-case word."""
    return not _source_words().isdisjoint(every_form(forms_of(word)))


@cache
def _source_words() -> frozenset[str]:
    return lexicon().words_of(("source",), 1)
