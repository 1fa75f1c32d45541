"""``extract`` shows what would be read and records nothing; ``extract-batch`` goes on where one cannot be read."""

from __future__ import annotations

from pathlib import Path

import orjson
import pytest

from tests.desk.cli.terminal import BULLETIN, STRIKE, Terminal

DRAFT_KEYS = {
    "number", "kind", "quote", "span", "place", "actor", "target", "means", "cause", "killed", "injured", "affected",
    "group", "affiliation", "occurred", "period_start", "counted_to", "certainty", "attribution", "flags",
}  # fmt: skip


def listing(folder: Path, *documents: object) -> Path:
    folder.mkdir(exist_ok=True)
    lines = [it if isinstance(it, bytes) else orjson.dumps(it) for it in documents]
    (folder / "documents.jsonl").write_bytes(b"\n".join(lines) + b"\n")
    return folder


def test_drafts_are_json_lines_whose_quotes_stand_in_the_text(terminal: Terminal) -> None:
    path = terminal.written("report.txt", BULLETIN)
    lines = terminal.done("extract", path, "--published", "2018-08-01", "--json").lines
    assert [line["number"] for line in lines] == list(range(1, len(lines) + 1))
    for line in lines:
        assert set(line) >= DRAFT_KEYS
        start, end = line["span"]
        assert BULLETIN[start:end] == line["quote"]


def test_nothing_is_recorded_and_no_home_is_made(terminal: Terminal) -> None:
    terminal.done("extract", terminal.written("report.txt", STRIKE), "--published", "2018-08-01")
    assert not terminal.home.exists()


def test_the_same_text_gives_the_same_lines(terminal: Terminal) -> None:
    path = terminal.written("report.txt", BULLETIN)
    arguments = ("extract", path, "--published", "2018-08-01", "--json")
    assert terminal.done(*arguments).out == terminal.done(*arguments).out


def test_words_for_a_person_name_place_figure_and_passage(terminal: Terminal) -> None:
    told = terminal.done("extract", terminal.written("report.txt", STRIKE), "--published", "2018-08-01").out
    for words in ("strike", "Jasim [sy-jasim]", "killed     3", "injured    7", "1 August 2018", "“An air strike"):
        assert words in told


EXPLAINED = (
    "Regime forces shelled Jasim town today and killed 3 people. The regime forces may storm Tafas.\n\n"
    "About 2,500 people attended the funeral.\n"
)
EXPLAINED_IN_ARABIC = "قصفت قوات النظام اليوم بلدة جاسم وقتل 3 أشخاص.\n\nوشارك نحو 2500 شخص في التشييع.\n"


def test_what_gave_each_draft_is_told_below_it_and_what_gave_none_at_the_end(terminal: Terminal) -> None:
    path = terminal.written("report.txt", EXPLAINED)
    told = terminal.done("extract", path, "--published", "2018-08-01", "--explain").out
    drafts, _, rest = told.partition("Kept from becoming a draft")
    for words in (
        "rule “fire”: ", "(line 1) “Jasim town”", "sy-jasim: the name",
        "[actor: regime-forces", "“Regime forces”", "“3 people”", "flag       relative_date: ",
    ):  # fmt: skip
        assert words in drafts
    assert "veto_future: " in rest
    assert "“may”" in rest
    assert rest.index("Numbers of people that no draft took") < rest.index("“About 2,500 people”")


def test_words_in_arabic_stand_last_on_their_line(terminal: Terminal) -> None:
    path = terminal.written("report.txt", EXPLAINED_IN_ARABIC)
    told = terminal.done("extract", path, "--published", "2018-08-01", "--explain").out
    explained = [line for line in told.splitlines() if "(line " in line]
    assert len(explained) > 5
    for line in explained:
        before, _, words = line.partition("“")
        assert words.endswith("”")
        assert not any("\u0600" <= letter <= "\u06ff" for letter in before)


def test_explained_drafts_are_json_lines_and_what_is_no_draft_has_a_name_of_its_own(terminal: Terminal) -> None:
    path = terminal.written("report.txt", EXPLAINED)
    arguments = ("extract", path, "--published", "2018-08-01", "--json")
    lines, plain = terminal.done(*arguments, "--explain").lines, terminal.done(*arguments).lines
    drafts = [line for line in lines if "kind" in line]
    assert [{name: value for name, value in line.items() if name != "explanation"} for line in drafts] == plain
    for line in drafts:
        for it in line["explanation"]["evidence"]:
            start, end = it["passage"]["span"]
            assert EXPLAINED[start:end] == it["passage"]["words"]
    (vetoed,) = [line["vetoed"] for line in lines if "vetoed" in line]
    assert vetoed["rule"] == "veto_future"
    (left,) = [line["left_out"] for line in lines if "left_out" in line]
    assert left["number"]["words"] == "About 2,500 people"


def test_a_text_with_no_event_gives_no_lines_and_says_why(terminal: Terminal) -> None:
    said = terminal.done("extract", terminal.written("poem.txt", "The rain fell on the sea."), "--json")
    assert (said.out, said.err.strip()) == ("", "nothing in the text is a report of an event or a toll")


@pytest.mark.parametrize(
    ("code", "content", "day"),
    [("E-READ-02", b"", "2018-08-01"), ("E-READ-03", b"\xff\xfe", "2018-08-01"), ("E-TIME-03", b"x", "nonsense")],
)
def test_what_cannot_be_read_is_refused(terminal: Terminal, code: str, content: bytes, day: str) -> None:
    terminal.refused(code, "extract", terminal.written("report.txt", content), "--published", day)


def test_every_document_of_a_folder_is_read_and_named(terminal: Terminal) -> None:
    folder = listing(
        terminal.home.parent / "batch",
        {"document": "a", "file": "a.txt", "published": "2018-08-01"},
        {"document": "b", "file": "deeper/b.txt", "published": None},
    )
    (folder / "deeper").mkdir()
    (folder / "a.txt").write_text(STRIKE)
    (folder / "deeper" / "b.txt").write_text(STRIKE)
    lines = terminal.done("extract-batch", folder).lines
    assert [line["document"] for line in lines] == ["a", "b"]
    assert [line["occurred"]["start"] if line["occurred"] else None for line in lines] == ["2018-08-01", None]


def test_what_cannot_be_read_is_named_and_the_rest_goes_on(terminal: Terminal) -> None:
    folder = listing(
        terminal.home.parent / "batch",
        {"document": "missing", "file": "nowhere.txt", "published": "2018-08-01"},
        {"document": "binary", "file": "binary.txt", "published": "2018-08-01"},
        {"document": "undated", "file": "good.txt", "published": "nonsense"},
        b"this is no JSON",
        [1, 2],
        {"document": 7, "file": "good.txt"},
        {"document": "good", "file": "good.txt", "published": "2018-08-01"},
    )
    (folder / "binary.txt").write_bytes(b"\xff\xfe\x00")
    (folder / "good.txt").write_text(STRIKE)
    said = terminal("extract-batch", folder, "--json")
    assert said.status == 1
    assert [line["document"] for line in said.lines] == ["good"]
    complaints = said.err.splitlines()
    assert len(complaints) == 6
    for name in ("missing: E-READ-01", "binary: E-READ-03", "undated: E-TIME-03", "line 4", "line 5", "line 6"):
        assert any(name in line for line in complaints)


OWN_PARTY = "id,name_en,name_ar\nvalley-men,Valley Men,رجال الوادي\n"
BY_VALLEY_MEN = "Valley Men shelled Jasim town today and killed 3 people.\n"


@pytest.fixture
def own_list(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = terminal.written("parties.csv", OWN_PARTY)
    monkeypatch.setenv("LEDGER_ACTORS_FILE", str(path))
    return path


def test_a_party_of_ones_own_is_read_by_every_command_that_reads(terminal: Terminal, own_list: Path) -> None:
    path = terminal.written("report.txt", BY_VALLEY_MEN)
    (line,) = terminal.done("extract", path, "--published", "2018-08-01", "--json").lines
    assert (line["actor"]["text"], line["actor"]["id"]) == ("Valley Men", "valley-men")
    folder = listing(terminal.home.parent / "batch", {"document": "a", "file": "../report.txt", "published": None})
    assert terminal.done("extract-batch", folder).line["actor"]["id"] == "valley-men"
    terminal.report(BY_VALLEY_MEN)
    (incident,) = [it for it in terminal.done("picture", "--json").lines if it.get("perpetrator")]
    assert incident["perpetrator"]["id"] == "valley-men"


def test_a_row_of_ones_own_that_does_not_fit_is_refused_before_anything_is_opened(
    terminal: Terminal, own_list: Path
) -> None:
    own_list.write_text("id,name_en\nvalley-men,Valley Men\nValley,x\n", encoding="utf-8")
    path = terminal.written("report.txt", BY_VALLEY_MEN)
    for command in (("extract", path), ("report", path, "--yes"), ("status",)):
        told = terminal.refused("E-LIST-01", *command)
        assert f"{own_list} line 3, column id: 'Valley' is no id; " in told
    assert not terminal.home.exists()


def test_a_list_of_ones_own_that_is_not_there_is_refused(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("LEDGER_ACTORS_FILE", str(tmp_path / "nowhere.csv"))
    assert "LEDGER_ACTORS_FILE" in terminal.refused("E-SET-01", "status")


OWN_PLACE = "id,name_en,name_ar,kind,parent\nsy-west-mill,West Mill,الطاحونة الغربية,village,sy120003\n"
AT_WEST_MILL = "Warplanes bombed West Mill village today and killed 3 people.\n"


@pytest.fixture
def own_places(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = terminal.written("places.csv", OWN_PLACE)
    monkeypatch.setenv("LEDGER_PLACES_FILE", str(path))
    return path


def test_a_place_of_ones_own_is_read_and_answered_for_by_every_command(terminal: Terminal, own_places: Path) -> None:
    path = terminal.written("report.txt", AT_WEST_MILL)
    (line,) = terminal.done("extract", path, "--published", "2018-08-01", "--json").lines
    assert line["place"]["id"] == "sy-west-mill"
    folder = listing(terminal.home.parent / "batch", {"document": "a", "file": "../report.txt", "published": None})
    assert terminal.done("extract-batch", folder).line["place"]["id"] == "sy-west-mill"
    terminal.report(AT_WEST_MILL)
    for asked in ("West Mill", "الطاحونة الغربية", "sy-west-mill", "Yarmouk Basin subdistrict", "Daraa"):
        words = "sy120003" if asked.startswith("Yarmouk") else asked
        told = [it for it in terminal.done("picture", words, "--json").lines if "incident_id" in it]
        assert [it["place"]["id"] for it in told] == ["sy-west-mill"], asked


def test_a_row_of_ones_own_places_that_does_not_fit_is_refused_before_anything_is_opened(
    terminal: Terminal, own_places: Path
) -> None:
    own_places.write_text(f"{OWN_PLACE}sy-mill,Mill,,village,sy99\n", encoding="utf-8")
    path = terminal.written("report.txt", AT_WEST_MILL)
    for command in (("extract", path), ("report", path, "--yes"), ("toll", "Daraa"), ("status",)):
        told = terminal.refused("E-LIST-01", *command)
        assert f"{own_places} line 3, column parent: 'sy99' is no id of the list or this file; " in told
    assert not terminal.home.exists()


def test_a_folder_without_its_list_is_refused(terminal: Terminal) -> None:
    terminal.refused("E-READ-01", "extract-batch", terminal.home.parent)
