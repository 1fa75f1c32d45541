"""Every event and every refusal is documented, because the pages are written from the code."""

from __future__ import annotations

import re
from collections import Counter

from ledger import errors
from ledger.domain.events import KINDS, Event
from tests.house import errors_doc, events_doc
from tests.house.errors_doc import Refusal, refusals

CATALOGUE = list(refusals(errors_doc.SOURCE.read_text(encoding="utf-8")))


def coded_classes() -> set[str]:
    """The refusals that can be raised: the leaves of the tree."""

    def below(kind: type[errors.LedgerError]) -> set[type[errors.LedgerError]]:
        return {kind} | {leaf for inner in kind.__subclasses__() for leaf in below(inner)}

    leaves = {kind for kind in below(errors.LedgerError) if not kind.__subclasses__()}
    return {kind.__name__ for kind in leaves if kind.__module__ == errors.__name__}


def test_the_page_of_events_says_what_the_code_says() -> None:
    assert events_doc.PAGE.read_text(encoding="utf-8") == events_doc.page(KINDS.values())


def test_every_event_says_what_it_means() -> None:
    inherited = Event.__doc__
    assert [kind for kind, event in KINDS.items() if not event.__doc__ or event.__doc__ == inherited] == []


def test_the_page_of_errors_says_what_the_code_says() -> None:
    written = errors_doc.page(sorted(CATALOGUE, key=lambda refusal: refusal.code))
    assert errors_doc.PAGE.read_text(encoding="utf-8") == written


def test_no_two_refusals_share_a_code_and_all_are_in_the_one_form() -> None:
    assert [code for code, times in Counter(refusal.code for refusal in CATALOGUE).items() if times > 1] == []
    assert [it.code for it in CATALOGUE if not re.fullmatch(r"E-[A-Z]+-\d\d", it.code)] == []


def test_every_refusal_is_in_the_catalogue_and_says_what_to_do() -> None:
    grouping = {"CheckFailed", "Forbidden", "NotFound", "Refused", "Unavailable", "Conflict"}
    assert coded_classes() - grouping - {refusal.name for refusal in CATALOGUE} == set()
    assert [it.code for it in CATALOGUE if not it.message or not it.fix] == []


def test_a_refusal_is_read_with_its_words_and_what_is_filled_in() -> None:
    source = """
class EmptyToll(Refused):
    def __init__(self, day: str) -> None:
        super().__init__("E-TOLL-02", f"nothing for {day} | " + "at all", fix="give a count", field="count")
"""
    found = list(refusals(source))
    assert found == [Refusal("E-TOLL-02", "EmptyToll", 2, "nothing for ‹day› | at all", "give a count")]
    assert "| `E-TOLL-02` | 2 | nothing for ‹day› \\| at all | give a count |" in errors_doc.page(found)
