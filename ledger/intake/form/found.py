"""All that a message holds of forms, tables and lists, by the line at which each is read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from ledger.intake.form.blocks import Form, find_forms
from ledger.intake.form.lists import find_lists
from ledger.intake.form.tables import find_tables
from ledger.intake.page import Page
from ledger.intake.text.layout import Paragraph


def forms_by_line(page: Page, lines: Sequence[Paragraph]) -> Mapping[int, list[Form]]:
    """Forms by the index of their first line, tables and lists before forms: no line is read twice."""
    text, lower = page.text.text, page.text.lower
    tables = find_tables(text, lower, lines)
    taken = {at for form in tables for at in range(form.first, form.last)}
    found: defaultdict[int, list[Form]] = defaultdict(list)
    lists = find_lists(text, lower, lines, frozenset(taken))
    taken |= {form.first for form in lists}
    for form in [*tables, *lists, *find_forms(page, lines, frozenset(taken))]:
        found[form.first].append(form)
    return found
