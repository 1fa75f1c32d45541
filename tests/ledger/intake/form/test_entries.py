"""Forms as field offices send them: one event or one toll each, every figure where its label puts it."""

from __future__ import annotations

from datetime import date

import pytest

from tests.ledger.intake.reader import bounds, drafts, groups, only

KINDS = [
    ("Event: airstrike", "strike"),
    ("Incident type: shelling", "shelling"),
    ("What happened? mine explosion", "explosion"),
    ("نوع الحادث: قصف مدفعي", "shelling"),
    ("Event: arrest", "detention"),
]


@pytest.mark.parametrize(
    "text",
    [
        "Killed: 5 / Injured: 12 / Location: Hayt / Date: 2018-07-31",
        "Location: Hayt\nDate: 31/07/2018\nKilled: 5\nInjured: 12",
        "• Killed = 5\n• Injured = 12\n• Place = Hayt\n• Date = 31.07.2018",
        "Date: 07/31/2018\nKilled: five\nWounded: twelve\nTown: Hayt",
        "القتلى: ٥، الجرحى: ١٢، المكان: حيط، التاريخ: ٣١ تموز ٢٠١٨",
        "*عدد القتلى:* ۵\n*عدد الجرحى:* ۱۲\n*المكان:* حيط\n*التاريخ:* ۳۱/۷/۲۰۱۸",
        "القتلى / Killed: 5\nالجرحى / Injured: 12\nPlace: حيط\nDate: 31 July 2018",
        "Hayt, 31 July 2018\nKilled: 5\nInjured: 12",
    ],
)
def test_a_form_that_names_no_event_is_one_draft_for_the_reviewer_to_decide(text: str) -> None:
    draft = only(text)
    assert draft.kind.value == "violence"
    assert "event_or_toll" in draft.flags
    assert (bounds(draft.killed), bounds(draft.injured)) == ((5, 5, "exact"), (12, 12, "exact"))
    assert draft.place is not None
    assert draft.occurred is not None
    assert (draft.place.id, draft.occurred.start) == ("sy-hayt", date(2018, 7, 31))


@pytest.mark.parametrize(("line", "kind"), KINDS)
def test_the_event_that_is_named_gives_the_kind(line: str, kind: str) -> None:
    draft = only(f"{line}\nPlace: Nawa\nDate: 30 July 2018")
    assert draft.kind.value == kind
    assert "event_or_toll" not in draft.flags


def test_the_weapon_tells_the_kind_where_no_event_is_named() -> None:
    assert only("Weapon: barrel bomb\nPlace: Nawa\nKilled: 1").kind.value == "strike"


def test_figures_by_group_are_parts_and_no_further_dead() -> None:
    draft = only("Location: Nawa\nEvent: shelling\nKilled: 5\nChildren: 2\nWomen: 1\nMen: 2\nTotal: 5\nInjured: 3")
    assert (bounds(draft.killed), bounds(draft.injured)) == ((5, 5, "exact"), (3, 3, "exact"))
    assert groups(draft.killed) == {"children": 2, "women": 1, "men": 2}
    assert "sum_differs" not in draft.flags


def test_groups_without_a_total_are_told_as_they_are_and_never_summed() -> None:
    draft = only("Location: Nawa\nKilled:\n- Children: 2\n- Women: 1\nInjured: 3")
    assert groups(draft.killed) == {"children": 2, "women": 1}
    assert draft.killed is not None
    assert draft.killed.low is None
    assert "sum_not_stated" in draft.flags
    assert groups(only("Killed:\n- Children: 2\n- Women: 1").killed) == {"children": 2, "women": 1}


def test_a_total_of_dead_and_injured_adds_nobody_and_one_that_fits_nothing_is_flagged() -> None:
    draft = only("Location: Nawa\nEvent: shelling\nKilled: 7\nWounded: 12\nTotal: 19")
    assert (bounds(draft.killed), bounds(draft.injured)) == ((7, 7, "exact"), (12, 12, "exact"))
    assert "sum_differs" not in draft.flags
    assert "sum_differs" in only("Location: Nawa\nEvent: shelling\nKilled: 7\nWounded: 12\nTotal: 30").flags


def test_a_stated_zero_is_neither_blank_nor_unknown() -> None:
    stated = only("Event: shelling\nPlace: Tasil\nKilled: 0\nInjured: none")
    assert (bounds(stated.killed), bounds(stated.injured)) == ((0, 0, "exact"), (0, 0, "exact"))
    blank = only("Event: shelling\nPlace: Tasil\nKilled:\nInjured: 3")
    assert (blank.killed, bounds(blank.injured)) == (None, (3, 3, "exact"))
    assert "casualties_unknown" not in blank.flags
    unknown = only("Event: shelling\nPlace: Tasil\nKilled: unknown\nInjured: 3")
    assert (unknown.killed, bounds(unknown.injured)) == (None, (3, 3, "exact"))
    assert "casualties_unknown" in unknown.flags


@pytest.mark.parametrize("value", ["لا يوجد", "صفر", "0", "٠"])
def test_none_in_arabic_is_a_stated_zero(value: str) -> None:
    draft = only(f"الحدث: قصف\nالمكان: نوى\nالقتلى: {value}\nالجرحى: 2")
    assert (bounds(draft.killed), bounds(draft.injured)) == ((0, 0, "exact"), (2, 2, "exact"))


def test_nobody_harmed_and_no_event_named_is_a_count_and_no_violence() -> None:
    draft = only("Killed: 0\nInjured: 0\nLocation: Tasil\nDate: 1 August 2018")
    assert (draft.kind.value, bounds(draft.killed)) == ("toll_stated", (0, 0, "exact"))
    assert "event_or_toll" in draft.flags


def test_nothing_but_question_marks_harms_nobody() -> None:
    draft = only("Killed: ?\nWounded: ?\nWhere: Tasil")
    assert (draft.kind.value, draft.killed, draft.injured) == ("other", None, None)
    assert "casualties_unknown" in draft.flags


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ("5+", (5, None, "at_least")),
        (">5", (5, None, "more_than")),
        ("~5", (5, None, "about")),
        ("at least 5", (5, None, "at_least")),
        ("5-7", (5, 7, "between")),
        ("dozens", (None, None, "tens")),
        ("5 (2 children, 1 woman)", (5, 5, "exact")),
        ("1,024", (1024, 1024, "exact")),
        ("many", (None, None, None)),
    ],
)
def test_the_wording_of_a_value_is_part_of_the_figure(
    value: str, told: tuple[int | None, int | None, str | None]
) -> None:
    assert bounds(only(f"Event: shelling\nPlace: Nawa\nKilled: {value}").killed) == told


@pytest.mark.parametrize(
    ("value", "flag"),
    [
        ("-5", "negative_number"),
        ("99999999", "implausible_number"),
        ("2.5", "number_unclear"),
        ("Ahmad", "field_unclear"),
    ],
)
def test_silly_values_are_flagged_and_not_repaired(value: str, flag: str) -> None:
    assert flag in only(f"Event: shelling\nPlace: Nawa\nKilled: {value}\nInjured: 3").flags


def test_a_doubtful_figure_is_reported_and_flagged() -> None:
    draft = only("Event: shelling\nPlace: Nawa\nKilled: 5?")
    assert (bounds(draft.killed), draft.certainty.value) == ((5, 5, "exact"), "reported")
    assert "cannot_verify" in draft.flags


def test_one_figure_for_dead_and_injured_belongs_to_neither() -> None:
    draft = only("Casualties: 5\nLocation: Nawa\nEvent: shelling")
    assert (draft.killed, draft.injured) == (None, None)
    assert "killed_or_injured" in draft.flags
    pair = only("Killed/Injured: 5/12\nLocation: Nawa")
    assert (bounds(pair.killed), bounds(pair.injured)) == ((5, 5, "exact"), (12, 12, "exact"))


def test_a_running_total_beside_the_figures_of_the_day_is_a_toll_of_its_own() -> None:
    day, total = drafts(
        "Daily statistics 31 July 2018\nLocation: Yarmouk Basin\nKilled: 5\nInjured: 12\n"
        "Total killed since 19 July 2018: 62\nTotal injured since 19 July 2018: 120"
    )
    assert (bounds(day.killed), bounds(day.injured), day.period_start) == ((5, 5, "exact"), (12, 12, "exact"), None)
    assert (bounds(total.killed), bounds(total.injured)) == ((62, 62, "exact"), (120, 120, "exact"))
    assert (total.kind.value, total.period_start) == ("toll_stated", date(2018, 7, 19))


def test_a_label_told_again_begins_the_next_report() -> None:
    first, second = drafts("Place: Hayt\nKilled: 2\n\nPlace: Nawa\nKilled: 2\nInjured: 4")
    assert first.place is not None
    assert second.place is not None
    assert (first.place.id, second.place.id) == ("sy-hayt", "sy-nawa")
    assert (bounds(first.killed), bounds(second.killed)) == ((2, 2, "exact"), (2, 2, "exact"))
    assert (first.injured, bounds(second.injured)) == (None, (4, 4, "exact"))


def test_the_heading_tells_what_the_form_is_about() -> None:
    draft = only("Airstrike on Hayt\nKilled: 5\nInjured: 12\nDate: 31 July 2018")
    assert draft.kind.value == "strike"
    assert draft.place is not None
    assert draft.place.id == "sy-hayt"
    again = only("Shelling on Nawa kills 3\nLocation: Nawa\nKilled: 3\nInjured: 5")
    assert (again.kind.value, bounds(again.injured)) == ("shelling", (5, 5, "exact"))


def test_a_line_above_about_another_place_stays_a_report_of_its_own() -> None:
    calm, other = drafts("Calm in Jasim since dawn\nLocation: Hayt\nKilled: 2\nInjured: 1")
    assert (calm.kind.value, other.kind.value) == ("calm_observed", "violence")
    assert (calm.killed, bounds(other.killed), other.occurred) == (None, (2, 2, "exact"), None)


def test_people_taken_or_moved_are_reports_beside_the_dead() -> None:
    killed, held, moved = drafts("Location: Tasil\nKilled: 1\nDetained: 3\nDisplaced: 40\nDate: 31/7/2018")
    assert (killed.kind.value, held.kind.value, moved.kind.value) == ("violence", "detention", "displacement")
    assert (bounds(held.affected), bounds(moved.affected)) == ((3, 3, "exact"), (40, 40, "exact"))


def test_who_with_what_and_who_says_so_are_taken_from_their_labels_and_people_are_left_out() -> None:
    draft = only(
        "Location: Nawa\nKilled: 3\nWeapon: barrel bomb\nPerpetrator: regime forces\nSource: field hospital\n"
        "Reporter: Desk One\nPhone: 0933123456"
    )
    assert draft.means is not None
    assert draft.actor is not None
    assert (draft.means.id, draft.actor.id, draft.attribution) == (
        "barrel bombs",
        "regime-forces",
        "field hospital",
    )
    assert bounds(draft.killed) == (3, 3, "exact")
    assert draft.injured is None


def test_a_figure_under_a_label_that_is_not_known_is_not_passed_over_in_silence() -> None:
    assert "field_unclear" in only("Location: Nawa\nKilled: 3\nKilled riding mules: 2").flags


def test_a_narrower_place_is_looked_for_in_the_wider_one() -> None:
    draft = only("Governorate: Daraa\nTown: Hayt\nKilled: 2")
    assert draft.place is not None
    assert draft.place.id == "sy-hayt"
    draft = only("عدد الشهداء: ٢\nالمكان: بلدة نوى، ريف درعا")
    assert draft.place is not None
    assert draft.place.id == "sy-nawa"


@pytest.mark.parametrize(
    "text",
    ["Killed in Nawa: it is not known how many.", "Location: Nawa\nDate: 31 July 2018", "Source: AFP\nDate: today"],
)
def test_labels_without_a_figure_or_an_event_are_no_report(text: str) -> None:
    assert all(draft.killed is None for draft in drafts(text))
