"""The free words of a form: they may name its event, and never count its dead again."""

from __future__ import annotations

from tests.ledger.intake.reader import bounds, drafts, groups, only


def test_a_note_names_the_event_of_a_form_that_has_no_label_for_it() -> None:
    draft = only("Notes: shelling of Nawa by regime forces at dawn\nKilled: 5\nLocation: Nawa")
    assert (draft.kind.value, bounds(draft.killed)) == ("shelling", (5, 5, "exact"))
    assert "event_or_toll" not in draft.flags
    assert draft.actor is not None


def test_the_dead_of_the_note_are_those_of_the_form() -> None:
    draft = only("Location: Nawa\nKilled: 3\nEvent: shelling\nNotes: 3 civilians were killed, among them 2 children")
    assert bounds(draft.killed) == (3, 3, "exact")
    assert groups(draft.killed)["children"] == 2


def test_another_event_in_the_note_stays_a_draft_of_its_own() -> None:
    form, blast = drafts("Location: Nawa\nKilled: 3\nNotes: a mine blast in Tasil wounded 2 men")
    assert (bounds(form.killed), form.injured) == ((3, 3, "exact"), None)
    assert (blast.kind.value, blast.killed, bounds(blast.injured)) == ("explosion", None, (2, 2, "exact"))
