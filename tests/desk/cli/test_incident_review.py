"""Several sources on one incident, and incidents that are one or several, as typed by the people who say so."""

from __future__ import annotations

import pytest

from tests.desk.cli.terminal import STRIKE, Terminal

WHY = ("--reason", "merged")
NONE = ("--reason", "none_given")
LATER = ("--published", "2018-08-03")


@pytest.fixture
def strike(staffed: Terminal) -> str:
    """SOHR's 3 killed and 7 injured at Jasim, entered by the operator."""
    return str(staffed.report(STRIKE).line["id"])


def another(terminal: Terminal, by: str = "salma", town: str = "Jasim", killed: int = 4) -> str:
    text = f"An air strike on {town} this morning killed {killed} people and injured 7.\n"
    path = terminal.written(f"{town}{killed}.txt", text)
    asked = ("report", path, "--source", "SANA", "--published", "2018-08-01", "--yes", "--json")
    return str(terminal.done("--as", by, *asked).line["id"])


def picture(terminal: Terminal, incident_id: str, by: str = "operator") -> dict[str, object]:
    return terminal.done("--as", by, "picture", incident_id, "--json").line


def killed(line: dict[str, object]) -> dict[str, int]:
    sources = line["by_source"]
    assert isinstance(sources, list)
    return {it["source"]: it["casualties"]["killed"]["best"] for it in sources if it["casualties"]}


def test_a_second_source_stands_beside_the_first_and_waits_for_a_reviewer(staffed: Terminal, strike: str) -> None:
    staffed.done("member", "invite", "visitor", "--role", "reader")
    cited = staffed.done("--as", "salma", "cite", strike, "--source", "Reuters", *LATER, "--killed", "5", "--json").line
    assert cited["events"] == ["source_cited"]
    line = picture(staffed, strike)
    assert (line["sources"], line["independent"], line["figures_differ"]) == (2, 1, True)
    assert killed(line) == {"Syrian Observatory for Human Rights": 3, "Reuters": 5}
    assert line["casualties"]["killed"]["best"] == 3  # type: ignore[index]
    assert killed(picture(staffed, strike, by="visitor")) == {"Syrian Observatory for Human Rights": 3}
    item = staffed.done("review", "list", "--json").line
    assert (item["item_id"], item["waits"], item["about"]["source"]) == (f"{strike}/1", "statement", "Reuters")
    assert "statement: strike, Jasim" in staffed.done("review", "list").out
    staffed.refused("E-REVIEW-01", "review", "accept", f"{strike}/1")
    staffed.done("--as", "yara", "review", "accept", f"{strike}/1")
    assert killed(picture(staffed, strike, by="visitor")) == {"Syrian Observatory for Human Rights": 3, "Reuters": 5}
    told = staffed.done("picture", "Jasim").out
    assert "and 1 more (2 independent)" in told
    assert "Reuters: 5 killed" in told
    assert "Reuters stated it 3 August 2018" in staffed.done("explain", strike).out


def test_corroboration_takes_an_independent_source(staffed: Terminal, strike: str) -> None:
    staffed.refused("E-INCIDENT-05", "--as", "yara", "review", "corroborate", strike)
    staffed.done("cite", strike, "--source", "SANA", "--origin", "SOHR")
    told = staffed.refused("E-INCIDENT-05", "--as", "yara", "review", "corroborate", strike)
    assert "ledger cite" in told
    staffed.refused("E-INCIDENT-07", "cite", strike, "--source", "SOHR", "--origin", "Syrian Observatory")
    staffed.done("cite", strike, "--source", "Reuters")
    staffed.done("--as", "yara", "review", "corroborate", strike)
    assert picture(staffed, strike)["status"] == "corroborated"
    assert "repeats Syrian Observatory for Human Rights" in staffed.done("picture", strike).out


def test_a_merged_incidents_id_leads_on_wherever_it_is_given(staffed: Terminal, strike: str) -> None:
    one, two = another(staffed), another(staffed, killed=5)
    staffed.done("--as", "yara", "review", "merge", two, one, *WHY)
    staffed.done("--as", "nadim", "review", "merge", one, strike, *WHY)
    assert killed(picture(staffed, two)) == {"Syrian Observatory for Human Rights": 3, "SANA": 5}
    shown = [row["incident_id"] for row in staffed.done("picture", "--json").lines if row["what"] == "incident"]
    assert shown == [strike]
    led = staffed.done("--as", "yara", "review", "confirm", two, "--json")
    assert (led.line["item_id"], f"{two} was merged: {strike} stands for it" in led.err) == (strike, True)
    corrected = staffed.done(
        "--as", "yara", "review", "correct", one, "--date", "2018-07-31", "--reason", "entry_error"
    )
    assert corrected.out.startswith(strike)
    staffed.done("cite", two, "--source", "Reuters")
    assert picture(staffed, strike)["sources"] == 3
    assert staffed.done("explain", two, "--json").line["leads_to"] == [one, strike]
    assert set(staffed.done("explain", strike, "--json").line["leads_to"]) == {one}


def test_merges_go_nowhere_twice_never_in_a_circle_and_never_into_what_is_closed(
    staffed: Terminal, strike: str
) -> None:
    one, two = another(staffed), another(staffed, killed=5)
    staffed.done("--as", "yara", "review", "merge", one, strike, *WHY)
    told = staffed.refused("E-INCIDENT-03", "--as", "yara", "review", "merge", strike, one, *WHY)
    assert f"name {strike} instead" in told
    staffed.refused("E-INCIDENT-03", "--as", "yara", "review", "merge", one, two, *WHY)
    staffed.refused("E-INCIDENT-06", "--as", "yara", "review", "merge", two, two, *WHY)
    staffed.refused("E-REVIEW-04", "--as", "yara", "review", "merge", two, "I-0000000000", *WHY)
    staffed.refused("E-REVIEW-04", "--as", "yara", "review", "merge", two, "T-0000000000", *WHY)
    staffed.refused("E-REVIEW-04", "--as", "yara", "review", "merge", "I-0", two, *WHY)
    staffed.refused("E-REASON-02", "--as", "yara", "review", "merge", two, strike)
    staffed.refused("E-REVIEW-01", "review", "merge", two, strike, *WHY)
    staffed.refused("E-ACCESS-01", "--as", "salma", "review", "merge", two, strike, *WHY)


def test_an_incident_is_split_into_those_that_stand_for_it(staffed: Terminal, strike: str) -> None:
    one, two = another(staffed, town="Inkhil"), another(staffed, town="Nawa")
    staffed.refused("E-USAGE-01", "--as", "yara", "review", "split", strike, one, "--reason", "split")
    staffed.refused("E-INCIDENT-06", "--as", "yara", "review", "split", strike, one, one, "--reason", "split")
    staffed.refused("E-REVIEW-04", "--as", "yara", "review", "split", strike, one, "I-0000000000", "--reason", "split")
    line = staffed.done("--as", "yara", "review", "split", strike, one, two, "--reason", "split", "--json").line
    assert line["events"] == ["incident_split"]
    assert picture(staffed, strike)["closed"] == f"split into {one}, {two}"
    assert staffed.done("explain", strike, "--json").line["leads_to"] == [one, two]
    staffed.refused("E-INCIDENT-03", "--as", "yara", "review", "confirm", strike)


def test_two_incidents_are_declared_distinct_by_who_reported_neither(staffed: Terminal, strike: str) -> None:
    other = another(staffed)
    staffed.refused("E-REVIEW-01", "review", "distinct", strike, other, *NONE)
    line = staffed.done(
        "--as", "yara", "review", "distinct", strike, other, *NONE, "--words", "two raids", "--json"
    ).line
    assert line["events"] == ["declared_distinct"]
    assert staffed.done("--as", "nadim", "review", "distinct", other, strike, *NONE, "--json").line["events"] == []
    assert "two raids" not in staffed.done("explain", strike).out


def test_a_source_is_graded_by_two_judgements_and_not_by_its_reporter(staffed: Terminal, strike: str) -> None:
    graded = ("review", "grade", strike, "--source", "SOHR", "--reliability", "B", "--credibility", "3")
    staffed.refused("E-REVIEW-01", *graded)
    staffed.refused("E-ACCESS-01", "--as", "salma", *graded)
    staffed.refused("E-INCIDENT-08", "--as", "yara", *graded[:4], "Reuters", *graded[5:])
    staffed.refused("E-USAGE-01", "--as", "yara", *graded[:-1], "7")
    staffed.refused("E-USAGE-01", "--as", "yara", *graded[:-3], "G", "--credibility", "3")
    staffed.done("--as", "yara", *graded)
    (source,) = picture(staffed, strike)["by_source"]  # type: ignore[misc]
    assert source["grade"] == {"reliability": "B", "credibility": 3}
    assert "graded B3" in staffed.done("picture", "Jasim").out
    assert "reliability B, credibility 3" in staffed.done("explain", strike).out


def test_a_source_cited_again_with_fewer_dead_is_a_fall(staffed: Terminal, strike: str) -> None:
    fewer = ("cite", strike, "--source", "SOHR", "--published", "2018-08-04", "--killed", "1")
    staffed.refused("E-INCIDENT-04", "--as", "salma", *fewer, "--reason", "found_alive")
    staffed.refused("E-TOLL-01", "--as", "yara", *fewer)
    first = staffed.done("--as", "yara", *fewer, "--reason", "found_alive", "--json").line
    assert (first["events"], first["waits"]) == (["casualties_revision_proposed"], True)
    (item,) = staffed.done("review", "list", "--json").lines
    staffed.done("--as", "nadim", "review", "accept", item["item_id"])
    assert killed(picture(staffed, strike)) == {"Syrian Observatory for Human Rights": 1}
    assert staffed.done("review", "list", "--json").lines == []


def test_calm_nothing_heard_and_zero_are_three_things_in_the_picture(staffed: Terminal) -> None:
    text = "A cautious calm prevails in the west of Daraa.\n\nAn air strike on Jasim this morning killed nobody.\n"
    staffed.report(text)
    rows = {row["kind"]: row for row in staffed.done("picture", "--json").lines}
    assert rows["calm_observed"]["casualties"] == {"killed": None, "injured": None, "affected": None}
    told = staffed.done("picture", "Hama").out
    assert "No report is not calm, and not zero." in told
