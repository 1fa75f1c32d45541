"""No sentence of the corpus that lies beside the repository stands in it: the examples are in words of our own."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.house.tree import files, text

LENGTH = 60
NAME = "the syrian observatory for human rights"
"""A name is no sentence: pages of its publisher bear it above and below, and beside every headline."""


def normal(written: str) -> str:
    """One line, lower case: neither wrapping nor capitals hide a copy, nor does the publisher's name make one."""
    return " ".join(written.split()).casefold().replace(NAME, "#")


def shingles(written: str) -> set[str]:
    """Every stretch of ``LENGTH`` characters."""
    line = normal(written)
    return {line[start : start + LENGTH] for start in range(len(line) - LENGTH + 1)}


def copied(written: str, known: set[str]) -> list[str]:
    """The stretches of ``written`` that are known, not overlapping."""
    line, found, start = normal(written), [], 0
    while start <= len(line) - LENGTH:
        if line[start : start + LENGTH] in known:
            found.append(line[start : start + LENGTH])
            start += LENGTH
        else:
            start += 1
    return found


@pytest.mark.shared
def test_no_sentence_of_the_corpus_is_in_the_repository(shared: Path) -> None:
    texts = sorted((shared / "corpus" / "dev").glob("*.txt"))
    assert texts
    known = set().union(*(shingles(path.read_text(encoding="utf-8")) for path in texts))
    found = {
        path.as_posix(): stretches
        for path in files()
        if path.suffix != ".lock" and (written := text(path)) and (stretches := copied(written, known))
    }
    assert found == {}


def test_a_copied_sentence_is_caught_though_wrapped_and_shouted() -> None:
    sentence = (
        "Three shells fell on the northern edge of the market before noon, and the road to the bridge was closed."
    )
    known = shingles(sentence)
    assert copied(f"'''{sentence.replace(' the ', chr(10) + '    THE ')}'''", known)
    assert (
        copied("Four shells fell south of the bakery in the evening; nobody was hurt and the road stayed open.", known)
        == []
    )
    assert copied(sentence[: LENGTH - 1], known) == []
