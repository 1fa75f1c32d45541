"""The demonstration does the whole job on the example reports, and does it as well on others."""

from __future__ import annotations

import re
import subprocess
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

import orjson
import pytest

from desk.demo import EXAMPLES, run
from ledger.errors import DemoUnusable

Sections = dict[str, list[dict[str, Any]]]
Told = tuple[str, Sections]

PNG = b"\x89PNG\r\n\x1a\n"
WORDS = {
    "the Yarmouk Basin": "Saraqib", "Yarmouk Basin": "Saraqib", "the basin": "the town", "حوض اليرموك": "سراقب",
    "Hayt": "Binnish", "حيط": "بنش", "Daraa": "Idlib", "درعا": "إدلب", "Jasim": "Ariha", "جاسم": "أريحا",
    "salma": "hadil", "yara": "tarek", "four people": "six people", "أربعة أشخاص": "ستة أشخاص",
    "basin": "town",
}  # fmt: skip
NUMBERS = {62: 73, 66: 79, 48: 57, 297: 306, 110: 124, 11: 17, 10: 16, 13: 21, 8: 9, 30: 41}
OLD_WORDS = ("Yarmouk", "اليرموك", "Hayt", "حيط", "Daraa", "درعا", "salma", "yara")
TELLING = (62, 66, 48, 297)  # figures that nothing else in the output could be


def number(value: int) -> re.Pattern[str]:
    """A number by itself: no part of a date, a time, an id or a position."""
    return re.compile(rf"(?<![\w@:.,/-]){value}(?![\w:/-])")


def changed(text: str) -> str:
    """An example with other places, people and numbers."""
    for old, new in WORDS.items():
        text = text.replace(old, new)
    return re.sub(r"(?<![\w-])\d+(?![\w-])", lambda found: str(NUMBERS.get(int(found[0]), found[0])), text)


def told(examples: Path, home: Path) -> Told:
    """What the demonstration says, for a person and by section for a program."""
    lines, sections = [], defaultdict(list)
    for part in run(examples, home):
        lines += [part.title, *part.lines]
        sections[part.title] += part.json_lines
    return "\n".join(lines), sections


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Told:
    return told(EXAMPLES, tmp_path_factory.mktemp("shipped") / "home")


@pytest.fixture(scope="module")
def others(tmp_path_factory: pytest.TempPathFactory) -> Told:
    folder = tmp_path_factory.mktemp("others")
    (folder / "examples").mkdir()
    for path in EXAMPLES.iterdir():
        if path.is_file():
            (folder / "examples" / changed(path.name)).write_text(changed(path.read_text("utf-8")), "utf-8")
    return told(folder / "examples", folder / "home")


def figures(sections: Sections, heading: str) -> list[int | None]:
    return sorted(line["low"] for title, lines in sections.items() if heading in title for line in lines)


def test_as_installed_it_runs_in_an_empty_folder_and_keeps_its_home(tmp_path: Path) -> None:
    ledger = str(Path(sys.executable).with_name("ledger"))
    done = subprocess.run([ledger, "demo"], cwd=tmp_path, capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    home = tmp_path / "demo-home"
    assert str(home) in done.stdout
    assert (home / "ledger.db").is_file()
    assert "The replay of the whole log equals the picture that is shown." in done.stdout


def test_its_four_tolls_of_dead_are_told_apart(shipped: Told) -> None:
    text, sections = shipped
    assert figures(sections, "separate tolls of dead") == [48, 62, 110, 297]
    assert "The 4 separate tolls of dead" in text


def test_it_shows_the_picture_the_revision_and_who_agreed(shipped: Told) -> None:
    text, sections = shipped
    (revised,) = [line for line in sections["The revision, and who agreed"] if line["outcome"] == "accepted"]
    assert (revised["old"]["low"], revised["new"]["low"]) == (66, 62)
    for words in ("salma joins as monitor", "yara joins as reviewer", "accepted by a reviewer, reported by a monitor"):
        assert words in text
    assert {line["what"] for lines in sections.values() for line in lines if "what" in line} >= {"toll", "incident"}


def test_it_answers_before_and_after_and_replays_what_is_shown(
    shipped: Told,
) -> None:
    text, sections = shipped
    answers = {line["when"]: line["low"] for lines in sections.values() for line in lines if "when" in line}
    assert answers == {"before": 66, "after": 62}
    (replayed,) = sections["Replay"]
    assert replayed["agrees"] is True
    assert replayed["root"] in text


def test_it_reads_english_and_arabic_and_draws_both(shipped: Told) -> None:
    text, sections = shipped
    assert any(path.name.endswith(".ar.txt") for path in EXAMPLES.iterdir())
    charts = [line for lines in sections.values() for line in lines if "chart" in line]
    assert [line["language"] for line in charts] == ["en", "ar"]
    for line in charts:
        assert Path(line["chart"]).read_bytes().startswith(PNG)
        assert line["chart"] in text


def test_with_other_names_and_numbers_it_shows_those_everywhere(shipped: Told, others: Told) -> None:
    (text, sections), (first, first_sections) = others, shipped
    heading = "separate tolls of dead"
    expected = sorted(NUMBERS[figure or 0] for figure in figures(first_sections, heading))
    assert figures(sections, heading) == expected
    (revised,) = [line for line in sections["The revision, and who agreed"] if line["outcome"] == "accepted"]
    assert (revised["old"]["low"], revised["new"]["low"]) == (79, 73)
    assert revised["reasons"] == [{"code": "found_alive", "amount": -6}]
    for word in (
        "Saraqib",
        "سراقب",
        "Idlib",
        "Binnish",
        "بنش",
        "hadil joins",
        "tarek joins",
        "79 → 73",
        "found alive −6",
    ):
        assert word in text
    for old in TELLING:
        assert number(old).search(first), f"{old} is not in the demonstration any more: choose another"
        assert number(NUMBERS[old]).search(text)


def test_with_other_names_and_numbers_the_old_ones_are_nowhere(
    others: Told,
) -> None:
    text, sections = others
    everything = text + orjson.dumps(sections).decode()
    for word in OLD_WORDS:
        assert word not in everything
    for old in TELLING:
        assert not number(old).search(text), old
    told_figures = re.findall(r'"(?:low|high|best|amount)":(-?\d+)', everything)
    assert {int(figure) for figure in told_figures} & {62, 66, 48, 297, 110, -4, 4} == set()


def test_a_folder_that_is_not_empty_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "of somebody").write_text("keep me")
    for place in (tmp_path / "home", tmp_path / "home" / "of somebody"):
        with pytest.raises(DemoUnusable, match="not empty"):
            next(run(EXAMPLES, place))
    assert [path.name for path in (tmp_path / "home").iterdir()] == ["of somebody"]


def test_a_second_run_takes_another_folder_or_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    homes = []
    for _ in range(2):
        part = run(EXAMPLES, None)
        homes.append(Path(str(next(part).json_lines[0]["home"])).name)
        part.close()
    assert homes == ["demo-home", "demo-home-2"]
    with pytest.raises(DemoUnusable):
        next(run(EXAMPLES, tmp_path / "demo-home"))


@pytest.mark.parametrize(
    "plan", ["", "members: [", "members: 7", "[]", "reports: []", "members: []\nreports: []\nreviewer: yara\nask: {}"]
)
def test_a_plan_that_is_none_is_refused_with_its_file(tmp_path: Path, plan: str) -> None:
    (tmp_path / "demo.yaml").write_text(plan or "# nothing\n")
    with pytest.raises(DemoUnusable, match=r"demo\.yaml"):
        next(run(tmp_path, tmp_path / "home"))
    assert not (tmp_path / "home").exists()
