"""The public site: what is told, to whom, in both languages, and that it needs nobody else."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest

from desk.publishing.wording import LANGUAGES
from tests.desk.cli.terminal import BULLETIN, FALLEN, STRIKE, Terminal


class Page(HTMLParser):
    """Links, pictures and the text of a page."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.path = path
        self.targets: list[str] = []
        self.words = ""
        self.attributes: dict[str, str | None] = {}
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.targets += [value for name in ("href", "src") if (value := given.get(name))]
        if tag == "html":
            self.attributes = given

    def handle_data(self, data: str) -> None:
        self.words += data


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Terminal]:
    """The site of a bulletin that counts, a fall that waits, and a strike that nobody reviewed."""
    folder = tmp_path_factory.mktemp("published")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        at_work = Terminal(folder / "home", patch)
        at_work.people()
        at_work.report(BULLETIN)
        at_work.report(FALLEN, "2018-08-03", by="salma")
        at_work.report(STRIKE, "2018-08-03", by="salma")
        at_work.done("publish", "public")
        yield at_work


@pytest.fixture
def site(published: Terminal) -> Path:
    return published.home.parent / "public"


@pytest.fixture
def staff(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """A home with people and a bulletin in it; charts are drawn elsewhere."""
    monkeypatch.setattr("desk.publishing.site.chart_of", lambda *_: b"")
    terminal.people()
    terminal.report(BULLETIN)
    return terminal


def pages(site: Path) -> list[Page]:
    return [Page(path) for path in sorted(site.rglob("*.html"))]


def test_every_page_is_there_in_both_languages(site: Path) -> None:
    english = {path.relative_to(site) for path in site.rglob("*.html") if path.relative_to(site).parts[0] != "ar"}
    arabic = {path.relative_to(site / "ar") for path in (site / "ar").rglob("*.html")}
    assert english == arabic
    assert {"index.html", "corrections.html", "method.html", "verify.html"} <= {str(path) for path in english}
    for page in pages(site):
        wanted = ("ar", "rtl") if page.path.relative_to(site).parts[0] == "ar" else ("en", "ltr")
        assert (page.attributes["lang"], page.attributes["dir"]) == wanted


def test_every_link_leads_to_a_file_of_the_site_and_none_elsewhere(site: Path) -> None:
    for page in pages(site):
        for target in page.targets:
            assert not re.match(r"\w+:|//", target), (page.path, target)
            there = page.path.parent / target.partition("#")[0].partition("?")[0]
            assert target.startswith("#") or there.resolve().is_file(), (page.path, target)


def test_what_nobody_reviewed_is_told_nobody(site: Path, published: Terminal) -> None:
    assert any("58" in words for words in [published.done("review", "list").out]), "it waits"
    for page in pages(site):
        assert not re.search(r"(?<![\w/:.-])58(?![\w/:.-])", page.words), page.path
    with (site / "corrections.csv").open(encoding="utf-8", newline="") as file:
        assert list(csv.DictReader(file)) == []
    for path in site.rglob("*"):
        if path.is_file():
            assert b"salma" not in path.read_bytes().lower()


def test_a_toll_says_its_figure_bound_parts_and_position(site: Path, published: Terminal) -> None:
    key_id = published.key_id(62)
    english, arabic = (Page(site / folder / "toll" / f"{key_id}.html").words for folder in ("", "ar"))
    for words in ("at least 62", "children: 11", "Yarmouk Basin", "uncorroborated", "may be higher"):
        assert words in english
    for words in ("62 على الأقل", "أطفال: 11", "حوض اليرموك"):
        assert words in arabic
    for language in LANGUAGES:
        assert (site / "toll" / f"{key_id}.{language.language}.png").read_bytes().startswith(b"\x89PNG")


def test_each_figure_comes_with_a_proof_under_the_published_checkpoint(site: Path, published: Terminal) -> None:
    key = site / "log" / "log.pub"
    proofs = sorted(site.glob("toll/*.tlog-proof"))
    assert len(proofs) == 4
    for proof in proofs:
        line = published.done("verify-proof", proof, "--key", key, "--json").line
        assert line["entry"]["stream"] == proof.stem
        assert line["size"] == int((site / "log" / "checkpoint").read_text(encoding="utf-8").splitlines()[1])


def test_a_figure_before_that_nobody_reviewed_is_neither_told_nor_proved(staff: Terminal) -> None:
    key_id = staff.key_id(62)
    staff.report(BULLETIN.replace("least 62", "least 71"), "2018-08-01", by="salma")
    staff.report(BULLETIN.replace("least 62", "least 75"), "2018-08-01", by="operator")
    staff.done("publish", "public")
    site = staff.home.parent / "public"
    page, proof = Page(site / "toll" / f"{key_id}.html").words, site / "toll" / f"{key_id}.tlog-proof"
    assert "at least 75" in page
    assert "71" not in page
    assert staff.done("verify-proof", proof, "--json").line["payload"] is None


def test_times_are_told_to_the_hour(site: Path) -> None:
    for page in pages(site):
        assert not re.search(r"\d\d:(?!00)\d\d UTC", page.words)


def test_a_site_is_written_over_and_another_folder_is_not(staff: Terminal) -> None:
    staff.done("publish", "public")
    (staff.home.parent / "public" / "toll" / "T-gone000000.html").touch()
    line = staff.done("publish", "public", "--json").line
    assert line["position"] == staff.done("status", "--json").line["position"]
    assert not (staff.home.parent / "public" / "toll" / "T-gone000000.html").exists()
    mine = staff.home.parent / "mine"
    mine.mkdir()
    (mine / "letter.txt").touch()
    assert staff("publish", mine).status == 2
    assert [path.name for path in mine.iterdir()] == ["letter.txt"]


def test_an_empty_ledger_has_a_site_too(terminal: Terminal) -> None:
    terminal.done("status")
    terminal.done("publish", "public")
    assert "Nothing reviewed is known yet" in Page(terminal.home.parent / "public" / "index.html").words


def test_hostile_words_are_only_words(staff: Terminal) -> None:
    hostile = BULLETIN.replace("Yarmouk Basin", "<script>alert(1)</script>&quot;")
    staff.report(hostile, "2018-08-05")
    staff.done("publish", "public")
    for path in (staff.home.parent / "public").rglob("*.html"):
        assert re.findall(r"<script[^>]*>", path.read_text(encoding="utf-8")) in (
            [],
            ['<script src="verify.js">'],
            ['<script src="../verify.js">'],
        )
