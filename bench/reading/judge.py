"""The judge of the corpus, ``score.py`` beside the repository, asked about what the reader drafts."""

from __future__ import annotations

import importlib.util
import json
import re
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Protocol, cast

from ledger.intake import read

Tally = Counter[tuple[str, str]]
"""What ``score.py`` counts, by metric and side; tallies of documents add up to the tally of all."""

_SCORE = re.compile(r"^SCORE (.+)$", re.MULTILINE)
_OVERLAP = re.compile(r"^quote overlap +([\d.]+)", re.MULTILINE)
_NEGATIVES = re.compile(r"^false drafts on negatives: \d+, on \d+ of (\d+) passages", re.MULTILINE)


class Document(Protocol):
    id: str
    text: str
    language: str
    published: str | None


class Judge(Protocol):
    """What of ``score.py`` is called; its own docstrings say what each does."""

    def load(self, folder: Path, problem: Callable[[str], None]) -> Iterator[Document]: ...
    def predicted_draft(self, raw: object, text: str, problem: Callable[[str], None]) -> object: ...
    def score_document(self, doc: Document, predicted: Sequence[object], note: Callable[..., None]) -> Tally: ...
    def summary(self, tally: Tally) -> dict[str, float]: ...
    def field_score(self, tally: Tally, name: str) -> float: ...


@dataclass(frozen=True)
class Verdict:
    """What one folder of reports came to: ``line`` as ``score.py`` prints it, ``scores`` by their names there."""

    name: str
    line: str
    scores: dict[str, float]
    overlap: float  # mean, of found quotes with the gold ones
    negatives: int  # passages that must not become drafts
    documents: tuple[tuple[str, Tally], ...]  # language and tally of each, in the order of their names


class ScoreDiffers(Exception):
    """Raised where the tallies of the documents do not add up to what ``score.py`` printed."""


def judge_of(script: Path) -> Judge:
    """``score.py`` as a module; it needs nothing but the standard library."""
    found = importlib.util.spec_from_file_location("corpus_score", script)
    if found is None or found.loader is None:
        raise FileNotFoundError(script)
    module = importlib.util.module_from_spec(found)
    found.loader.exec_module(module)
    return cast("Judge", module)


def verdict(script: Path, folder: Path, name: str) -> Verdict:
    """The reports of a folder read and judged. Raises ``ScoreDiffers``."""
    judge = judge_of(script)
    problems: list[str] = []
    tallies: list[tuple[str, Tally]] = []
    with tempfile.TemporaryDirectory() as stage:
        for document in judge.load(folder, problems.append):
            lines = _drafted(document)
            drafts = [judge.predicted_draft(line, document.text, problems.append) for line in lines]
            tallies.append((document.language, judge.score_document(document, drafts, lambda *_: None)))
            written = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
            Path(stage, f"{document.id}.jsonl").write_text(written, encoding="utf-8")
        said = _told(script, folder, Path(stage))
    scores = {key: float(value) for key, _, value in (part.partition("=") for part in said["line"].split())}
    total = sum((tally for _, tally in tallies), Counter())
    own = judge.summary(total)
    if problems or any(abs(own[key] - value) > 0.011 for key, value in scores.items() if value == value):
        raise ScoreDiffers(f"{folder}: {own} is not {scores}; {problems[:3]}")
    return Verdict(name, said["line"], own, float(said["overlap"]), int(said["negatives"]), tuple(tallies))


def _drafted(document: Document) -> list[dict[str, object]]:
    published = date.fromisoformat(document.published) if document.published else None
    return [dict(draft.line()) for draft in read(document.text, published=published).drafts]


def _told(script: Path, folder: Path, predictions: Path) -> dict[str, str]:
    """What ``score.py`` itself prints about the predictions."""
    command = [sys.executable, str(script), str(folder), "--predictions", str(predictions)]
    printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    found = {
        "line": _SCORE.search(printed),
        "overlap": _OVERLAP.search(printed),
        "negatives": _NEGATIVES.search(printed),
    }
    return {key: match[1] if match else "nan" for key, match in found.items()}
