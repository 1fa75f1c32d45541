"""Tolls that a reviewer declares to count different people, which alone may be summed."""

from __future__ import annotations

from ledger.domain import events
from ledger.domain.commands import DeclareTollsDisjoint, DeclareTollsOverlapping
from ledger.errors import TollWithItself
from tests.ledger.domain.samples import COMMANDS, NADIM, TOLL, YARA
from tests.ledger.domain.test_toll import begun


def test_two_tolls_are_declared_disjoint_once() -> None:
    disjoint = COMMANDS[DeclareTollsDisjoint]
    begun().when(YARA, disjoint).then(events.DeclaredDisjoint).when(NADIM, disjoint).nothing()


def test_a_declaration_is_taken_back_once_and_can_be_made_again() -> None:
    disjoint, overlapping = COMMANDS[DeclareTollsDisjoint], COMMANDS[DeclareTollsOverlapping]
    story = begun().when(YARA, overlapping).nothing().when(YARA, disjoint).when(NADIM, overlapping)
    story = story.then(events.DeclaredOverlapping).when(YARA, overlapping).nothing()
    story.when(YARA, disjoint).then(events.DeclaredDisjoint)


def test_a_toll_is_not_disjoint_from_itself() -> None:
    itself = COMMANDS[DeclareTollsDisjoint].model_copy(update={"other": TOLL})
    begun().when(YARA, itself).refused(TollWithItself)
