"""Whatever is given as a report, the answer is clear, nothing half is recorded, and no traceback is seen."""

from __future__ import annotations

import pytest

from ledger.intake.reading import LONGEST
from tests.desk.cli.terminal import SINCE, SOHR, STRIKE, Terminal
from tests.desk.scene import shared_name

SAID = ("--source", "SOHR", "--published", "2018-08-01", "--yes")
FILES = {
    "empty": (b"", "E-READ-02"),
    "blank": (b" \n\t\r\n", "E-READ-02"),
    "mark only": (b"\xef\xbb\xbf", "E-READ-02"),
    "binary": (bytes(range(256)) * 40, "E-READ-03"),
    "picture": (b"\x89PNG\r\n\x1a\n" + b"\x00" * 100, "E-READ-03"),
    "windows": ("قصف على حيط".encode("cp1256"), "E-READ-03"),
    "nul": (b"Shelling on Hayt\x00 killed 3", "E-READ-03"),
    "too large": (b"Shelling on Hayt. " * 1_000_000, "E-READ-04"),
    "poem": (b"Shall I compare thee to a summer's day, or to an autumn evening by the river?", "E-READ-05"),
    "signs": (b"!!! ... ??? 123 456 --- \xf0\x9f\x95\x8a", "E-READ-05"),
}


@pytest.fixture
def untouched(terminal: Terminal) -> object:
    """Holds after the test that the ledger is as it was before."""
    before = terminal.done("status", "--json").line["position"]
    yield
    assert terminal.done("status", "--json").line["position"] == before
    assert "replay equals" in terminal.done("replay").out


@pytest.mark.usefixtures("untouched")
@pytest.mark.parametrize("name", FILES)
def test_a_file_that_holds_no_report_is_refused_with_its_code(terminal: Terminal, name: str) -> None:
    content, code = FILES[name]
    said = terminal("report", terminal.written("odd.txt", content), *SAID)
    assert (said.status, said.out) == (2, "")
    assert said.err.splitlines()[-1].startswith(f"{code} ")


@pytest.mark.usefixtures("untouched")
def test_a_missing_file_and_a_folder_are_refused(terminal: Terminal) -> None:
    for path in (terminal.home.parent / "nowhere.txt", terminal.home.parent, "/dev/null/x", "n" * 5000):
        terminal.refused("E-READ-01", "report", path, *SAID)


def test_five_megabytes_of_text_are_read_as_far_as_is_said(terminal: Terminal) -> None:
    text = STRIKE + "Nothing else of note was heard from the valley that day. " * 90_000
    assert len(text) > 5_000_000
    said = terminal.done("report", terminal.written("long.txt", text), *SAID, "--json")
    assert said.line["outcome"] == "recorded"
    assert f"only the first {LONGEST} characters were read" in said.err


@pytest.mark.usefixtures("untouched")
@pytest.mark.parametrize("day", ["nonsense", "2018-13-01", "01/08/2018", "2018-08-01T10:00:00", "9999-99-99", "-1"])
def test_a_day_that_is_none_is_refused(terminal: Terminal, day: str) -> None:
    path = terminal.written("report.txt", STRIKE)
    terminal.refused("E-TIME-03", "report", path, "--source", "SOHR", f"--published={day}", "--yes")


@pytest.mark.usefixtures("untouched")
@pytest.mark.parametrize("day", ["2099-01-01", "9999-12-31", "2099-01-01T10:00:00+00:00"])
def test_the_future_is_refused(terminal: Terminal, day: str) -> None:
    path = terminal.written("report.txt", STRIKE)
    line = terminal.refused("E-DATE-01", "report", path, "--source", "SOHR", "--published", day, "--yes")
    assert day[:10] in line


@pytest.mark.parametrize("day", ["0001-01-01", "1900-02-28"])
def test_a_day_of_long_ago_with_yesterday_in_its_text_is_no_trouble(terminal: Terminal, day: str) -> None:
    path = terminal.written(
        "report.txt", "Yesterday shelling on Hayt killed 3. Since last week 40 were killed in Hayt.\n"
    )
    said = terminal("report", path, "--source", "SOHR", "--published", day, "--yes")
    assert said.status in (0, 2)


@pytest.mark.usefixtures("untouched")
@pytest.mark.parametrize(
    ("text", "code"),
    [
        (f"{SOHR}{SINCE}rose to 1000000000.\n", "E-COUNT-01"),
        (f"{SOHR}{SINCE}rose to 1,000,000,000.\n", "E-COUNT-01"),
        ("Shelling on Hayt killed 1000000000 people.\n", "E-COUNT-01"),
        ("أدى القصف على حيط إلى مقتل ١٠٠٠٠٠٠٠٠٠ شخص.\n", "E-COUNT-01"),
        ("Shelling on Hayt killed -5 people.\n", "E-COUNT-02"),
        ("Shelling on Hayt killed −5 people.\n", "E-COUNT-02"),
        (f"{SOHR}{SINCE}is now -58.\n", "E-COUNT-02"),
    ],
)
def test_a_number_no_war_has_and_fewer_than_nobody_are_refused(terminal: Terminal, text: str, code: str) -> None:
    terminal.refused(code, "report", terminal.written("report.txt", text), *SAID)


def test_a_number_beyond_all_machines_is_no_trouble(terminal: Terminal) -> None:
    path = terminal.written("report.txt", f"Shelling on Hayt killed {'9' * 60} people.\n")
    assert terminal("report", path, *SAID).status in (0, 2)


def test_a_place_of_no_list_is_kept_in_its_own_words_and_found_by_them(terminal: Terminal) -> None:
    terminal.report("Shelling on Tell Nowhereville this morning killed 3 people.\n")
    row = terminal.done("picture", "--json").line
    assert row["place"]["id"] is None
    assert terminal.done("picture", row["place"]["text"], "--json").line["incident_id"] == row["incident_id"]


def test_a_place_nobody_has_heard_of_is_said_so(terminal: Terminal) -> None:
    for command in ("toll", "picture"):
        terminal.refused("E-PLACE-02", command, "Xyzzyville")
    terminal.refused("E-PLACE-02", "history", "--place", "Xyzzyville")
    terminal.refused("E-PLACE-02", "diff", "@0", "@1", "--place", "Xyzzyville")


def test_a_place_name_that_two_places_share_comes_back_with_their_ids(terminal: Terminal) -> None:
    for arguments in (("toll", shared_name()), ("picture", shared_name()), ("history", "--place", shared_name())):
        line = terminal.refused("E-PLACE-01", *arguments)
        first = line.rsplit("(for example: ", 1)[1].rstrip(")")
        assert line.count("(") > 2
        assert terminal("toll", first).status == 0


def test_a_shared_name_in_a_report_is_recorded_unresolved_and_never_guessed(terminal: Terminal) -> None:
    said = terminal.report(f"Shelling on {shared_name()} this morning killed 3 people.\n")
    assert said.line["outcome"] == "recorded"
    place = terminal.done("picture", "--json").line["place"]
    assert place["text"]


@pytest.mark.usefixtures("untouched")
@pytest.mark.parametrize("source", ["@somebody", "+963 944 123 456", "   ", "https://t.me/joinchat/x", "x" * 400])
def test_a_source_that_could_be_a_person_is_refused(terminal: Terminal, source: str) -> None:
    path = terminal.written("report.txt", STRIKE)
    terminal.refused("E-WORDS-01", "report", path, "--source", source, "--published", "2018-08-01", "--yes")


@pytest.mark.parametrize(
    "text",
    [
        "Shelling on Hayt 🔥🔥 killed ３ people\n",
        "\u202eShelling on Hayt killed 3 people\u202c\n",
        "Shelling on H\u0300a\u0301yt killed 3 people\r\n\r\n",
        "(" * 5000 + "Shelling on Hayt killed 3" + ")" * 5000,
        "Shelling on Hayt killed 3. " * 3000,
        "قصف على حيط أدى إلى مقتل ٣ أشخاص " * 2000,
        "1 " * 20_000,
        "killed " * 20_000,
        "a" * 150_000,
    ],
)
def test_odd_text_is_read_or_refused(terminal: Terminal, text: str) -> None:
    said = terminal("report", terminal.written("odd.txt", text), *SAID)
    assert said.status in (0, 2)
    assert said.status == 0 or said.err.splitlines()[-1].startswith("E-")


@pytest.mark.parametrize("number", ["10^9", "1e9", "2.5"])
def test_a_number_that_may_be_another_one_is_not_recorded(terminal: Terminal, number: str) -> None:
    words = "The number of people killed in the Yarmouk Basin since 19 July 2018 by shelling rose to"
    path = terminal.written("unclear.txt", f"{words} {number}.\n")
    arguments = ("report", path, "--source", "SOHR", "--published", "2018-08-05", "--yes")
    terminal.refused("E-COUNT-03", *arguments)
    terminal.done(*arguments, "--correct", "1 killed 70")
    assert terminal.key_id(70)
