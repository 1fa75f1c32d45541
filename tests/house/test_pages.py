"""The pages of the documentation lead where they say, and name what is there."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from tests.house.links import anchors, dead_links, dead_names
from tests.house.tree import REPOSITORY, files

PAGES = [path for path in files() if path.suffix == ".md"]


@pytest.mark.parametrize("page", PAGES, ids=str)
def test_every_link_leads_somewhere(page: Path) -> None:
    assert list(dead_links(REPOSITORY, page)) == []


@pytest.mark.parametrize("page", PAGES, ids=str)
def test_every_file_named_is_there(page: Path) -> None:
    assert list(dead_names(REPOSITORY, page)) == []


def test_every_page_of_docs_is_reached_from_the_readme() -> None:
    reached, waiting = set(), [Path("README.md")]
    while waiting:
        page = waiting.pop()
        if page in reached or not (REPOSITORY / page).is_file():
            continue
        reached.add(page)
        written = (REPOSITORY / page).read_text(encoding="utf-8")
        for target in re.findall(r"\]\(([^)#:\s]+\.md)(?:#[^)]*)?\)", written):
            waiting.append((REPOSITORY / page.parent / target).resolve().relative_to(REPOSITORY))
    assert [page for page in PAGES if page.parts[0] == "docs" and page not in reached] == []


def test_every_dependency_is_explained() -> None:
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    names = {re.split(r"[\[<>=~! ]", requirement)[0] for requirement in wanted}
    explained = (REPOSITORY / "docs" / "dependencies.md").read_text(encoding="utf-8")
    assert sorted(name for name in names if f"| {name} |" not in explained) == []


def test_dead_links_are_caught(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "README.md").write_text("# The ledger\n## Two words\n## Two words\n", encoding="utf-8")
    page = tmp_path / "docs" / "page.md"
    page.write_text(
        "[a](../README.md) [b](../README.md#two-words-1) [c](https://example.org/x) [d](#here)\n"
        "# Here\n`[not a link](nowhere.md)`\n```\n[nor this](nowhere.md)\n```\n",
        encoding="utf-8",
    )
    assert list(dead_links(tmp_path, Path("docs/page.md"))) == []
    page.write_text(
        "[a](../READ.md) ![b](x.png) [c](../README.md#three) [d](../../etc)\n[e]: gone.md\n", encoding="utf-8"
    )
    assert len(list(dead_links(tmp_path, Path("docs/page.md")))) == 5


def test_names_of_files_that_are_not_there_are_caught(tmp_path: Path) -> None:
    (tmp_path / "ledger").mkdir()
    (tmp_path / "ledger" / "log.py").touch()
    page = tmp_path / "page.md"
    page.write_text("`ledger/log.py`, `ledger/`, `ledger/*.py`, `ledger toll`, `and/or`", encoding="utf-8")
    assert list(dead_names(tmp_path, Path("page.md"))) == []
    page.write_text("`ledger/lag.py` and `Makefile`", encoding="utf-8")
    assert len(list(dead_names(tmp_path, Path("page.md")))) == 2


def test_anchors_are_made_as_readers_of_markdown_make_them() -> None:
    assert anchors("# Log & vault: `why`\n## مرحبا بكم\n") == {"log--vault-why", "مرحبا-بكم"}
