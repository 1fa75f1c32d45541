"""Which lines of a message make up a form: one report each, since a label told again begins the next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from ledger.intake.form.fields import Field, fields_of, unknown_field
from ledger.intake.form.keys import ABOUT, CIRCUMSTANCES, COUNTS
from ledger.intake.page import Page
from ledger.intake.place.datelines import places_of
from ledger.intake.text.clauses import sentences
from ledger.intake.text.layout import Paragraph
from ledger.intake.time.dates import find_moments

_SHORT = 60  # code points of a value on a line of its own, and of a heading
_HEADINGS = 2  # lines
_FEWEST = 2  # figures that make a form of a heading
_LONG = frozenset({"event", "note", "source", "status", "person", "other"})
"""What may be told in whole sentences; any other label before one is no label."""

_ONCE = CIRCUMSTANCES - {"wide", "actor", "means", "time"}


@dataclass
class Form:
    """Fields of one report in paragraphs [first, last); ``is_row`` = of a table or list, ``is_total`` = its sum."""

    fields: list[Field]
    first: int
    last: int
    is_row: bool = False
    is_total: bool = False
    heading: tuple[int, int] | None = None  # the short lines right above: what the form is about
    role: str = ""  # the harm that figures without one count
    is_part: bool = False  # a total below sums it up with others
    parts: tuple[int, int] | None = None  # where the reports stand that a total sums up

    @property
    def span(self) -> tuple[int, int]:
        """Where the form stands in the folded text."""
        ends = [edge for one in self.fields for edge in (*one.label, one.start, one.end)]
        return min(ends), max(ends)

    def has(self, names: frozenset[str]) -> bool:
        return any(field.key.name in names for field in self.fields)


@dataclass
class _Run:
    """Lines of fields that follow each other."""

    forms: list[Form] = field(default_factory=list)

    def add(self, found: Sequence[Field], at: int) -> None:
        for one in found:
            if not self.forms or _begins_anew(self.forms[-1], one):
                self.forms.append(Form([], at, at + 1))
            self.forms[-1].fields.append(one)
            self.forms[-1].last = at + 1

    def goes_on(self, text: str, paragraph: Paragraph, at: int) -> bool:
        """Take a line without a known label: the value that the label above was left without, or an own label."""
        if not self.forms or paragraph.end - paragraph.start > _SHORT:
            return False
        form = self.forms[-1]
        unknown = unknown_field(text, paragraph.start, paragraph.end)
        left_open = form.fields[-1].start == form.fields[-1].end
        if unknown is not None:
            form.fields.append(unknown)
        elif left_open and text[form.fields[-1].label[1] : paragraph.start].strip(" \t\n") in (":", "="):
            form.fields[-1] = replace(form.fields[-1], start=paragraph.start, end=paragraph.end)
        else:
            return False
        form.last = at + 1
        return True


def find_forms(page: Page, paragraphs: Sequence[Paragraph], taken: frozenset[int] = frozenset()) -> list[Form]:
    """The forms among the paragraphs that are not ``taken``: each names a figure or an event, and where or when."""
    text, lower = page.text.text, page.text.lower
    forms: list[Form] = []
    run = _Run()
    for at, paragraph in enumerate(paragraphs):
        found = _line(text, lower, paragraph, page.published) if at not in taken else []
        if found:
            run.add(found, at)
        elif at in taken or not run.goes_on(text, paragraph, at):
            forms += _told(run, page, paragraphs)
            run = _Run()
    forms += _told(run, page, paragraphs)
    return forms


def _told(run: _Run, page: Page, paragraphs: Sequence[Paragraph]) -> list[Form]:
    """The forms of the run that say enough, with the heading that stands above all of them."""
    counting = [form for form in run.forms if form.has(COUNTS | {"event"})]
    if not counting:
        return []
    heading = heading_above(page.text.text, paragraphs, run.forms[0].first)
    told = heading is not None and _is_set(page, paragraphs, run, *heading)
    forms = [form for form in counting if form.has(CIRCUMSTANCES) or told or _is_by_group(form)]
    for form in forms:
        form.heading = heading
    return forms


def _is_by_group(form: Form) -> bool:
    """ "Killed:" with "Children: 2" and "Women: 1" below it."""
    fields = [one for one in form.fields if one.key.counts]
    return fields[0].start == fields[0].end and [one.key.name for one in fields].count("people") >= _FEWEST


def _is_set(page: Page, paragraphs: Sequence[Paragraph], run: _Run, start: int, end: int) -> bool:
    """Whether figures alone stand under a line that says where or when: "Hayt, 31 July", with "Killed: 5" below it."""
    lines = paragraphs[run.forms[0].first : run.forms[-1].last]
    figures = sum(one.key.counts for form in run.forms for one in form.fields)
    if any(line.is_item for line in lines) or figures < _FEWEST:
        return False
    if any(moment.first for moment in find_moments(page.text.lower, start, end, page.published)):
        return True
    sentence = next(sentences(page.text.text[:end], page.text.lower[:end], start, end, page.actors), None)
    return sentence is not None and any(not place.is_origin for place in places_of(page, sentence, set()))


def _line(text: str, lower: str, paragraph: Paragraph, published: date | None) -> list[Field]:
    """The fields of a line that is made of fields; a few words before the first are what the form is about."""
    found = fields_of(text, lower, paragraph.start, paragraph.end, published)
    if not found or any(one.end - one.start > _SHORT for one in found if one.key.name not in _LONG):
        return []
    before = text[paragraph.start : found[0].label[0]]
    lead = before.rstrip(" \t-–|,:;/.")
    if len(lead) > _SHORT or before.strip() == lead != "":
        return []
    end = paragraph.start + len(lead)
    return [*([Field(ABOUT, (paragraph.start, paragraph.start), paragraph.start, end)] if lead else []), *found]


def _begins_anew(form: Form, new: Field) -> bool:
    """Whether the label was there already, so that another report begins with it."""
    if new.key.name in _ONCE:
        return any(field.key.name == new.key.name for field in form.fields)
    if new.key.name not in ("killed", "injured"):
        return False
    told = any(field.key == new.key and field.start < field.end for field in form.fields)
    return told and not form.fields[-1].key.counts


def heading_above(text: str, paragraphs: Sequence[Paragraph], at: int) -> tuple[int, int] | None:
    """The one or two short lines right above paragraph ``at``."""
    first = at
    while first and at - first < _HEADINGS and _is_heading(text, paragraphs[first - 1], first == at):
        first -= 1
    return (paragraphs[first].start, paragraphs[at - 1].end) if first < at else None


def _is_heading(text: str, paragraph: Paragraph, is_next: bool) -> bool:
    line = text[paragraph.start : paragraph.end].rstrip()
    return len(line) <= _SHORT and not line.endswith(".") and (is_next or not paragraph.is_item)
