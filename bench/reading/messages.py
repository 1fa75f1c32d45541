"""Holds drafts against the figures that a person entered from the same message: what is right, wrong, or not in it.

The messages are the lines of ``source_reports.jsonl`` (``{"territory", "report_date", "figures", "text"}``). What a
text states is found here without the reader: by its numbers, in digits or in words, outside web addresses.
``python -m bench.reading.messages FILE`` prints a line for each figure that is not right.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import typer

from ledger.domain.values import Count
from ledger.intake import Draft, read

TERRITORIES = ("gaza", "west-bank", "lebanon")
_HARMS = {"killed": "killed", "injured": "injured"}
_WAR = date(2023, 10, 7)
_TRUCE = date(2025, 10, 11)
_WEEKLY = timedelta(days=4)
_BEFORE = timedelta(days=8)  # a day's or a week's figures are counted from there on, at the earliest
_ADDRESS = re.compile(r"https?://\S+")
_NUMBER = re.compile(r"(?<![\d.#])(?:\d{1,3}(?:[,،٬]\d{3})+(?!\d)|\d+)")
_NOTED = re.compile(r"reported (?:as )?(?P<n>\d+)(?: daily (?P<what>injured|killed))?", re.IGNORECASE)
_TRUCE_TOTALS = re.compile(
    r"(?:إجمالي عدد (?:الشهداء|الإصابات)|total number of (?:martyrs|injuries)) *: *(?P<n>[\d,،]+)", re.IGNORECASE
)
_WORDS = {
    "one": 1, "a": 1, "an": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Verdict:
    """One entered figure: ``outcome`` is right, wrong, not stated, or noted (the editor says the text has another)."""

    territory: str
    day: date
    name: str
    figure: int
    outcome: str
    drafted: tuple[int | None, ...] = ()


def messages(file: Path, territory: str) -> list[dict[str, object]]:
    """The lines of a territory that have a text."""
    lines = [json.loads(line) for line in file.read_text("utf-8").splitlines()]
    return [line for line in lines if line["territory"] == territory and "text" in line]


def judge(message: dict[str, object]) -> Iterator[Verdict]:
    """A verdict on each headline figure that a person entered from the message, or that its truce section states."""
    text, territory = str(message["text"]), str(message["territory"])
    day = date.fromisoformat(str(message["report_date"]))
    given = message["figures"]
    assert isinstance(given, dict)
    drafts = _drafts(message)
    stated = _numbers(text)
    notes = _noted(str(given.get("editorial_notes", "")))
    for name, figure in [*_entered(given), *_truce(text)]:
        harm = "injured" if name.startswith("injured") else "killed"
        told = tuple(_measures(drafts, name, harm, day, territory))
        if name in notes:
            outcome = "noted" if notes[name] in told else "wrong"
        elif figure not in stated:
            outcome = "not stated"
        else:
            alone = territory != "west-bank"  # those reports tell of events beside their sums
            outcome = "right" if figure in told and (not alone or set(told) == {figure}) else "wrong"
        yield Verdict(territory, day, name, figure, outcome, told)


def drafted_beside(message: dict[str, object]) -> list[tuple[str, int]]:
    """Dead and injured drafted from the message that nobody entered: leaks, but for what its notes say."""
    text = str(message["text"])
    given = message["figures"]
    assert isinstance(given, dict)
    entered = {figure for _, figure in [*_entered(given), *_truce(text)]}
    entered |= set(_noted(str(given.get("editorial_notes", ""))).values())
    beside: list[tuple[str, int]] = []
    for draft in _drafts(message):
        for harm, count in (("killed", draft.killed), ("injured", draft.injured)):
            if count is not None and count.measure is not None and count.measure not in entered:
                beside.append((harm, count.measure))
    return beside


def _drafts(message: dict[str, object]) -> tuple[Draft, ...]:
    """What is read from the message; weekly reports are published days after the last day they tell of."""
    late = _WEEKLY if message["territory"] == "west-bank" else timedelta()
    return read(str(message["text"]), published=date.fromisoformat(str(message["report_date"])) + late).drafts


def _entered(given: dict[str, object]) -> Iterator[tuple[str, int]]:
    names = ("killed", "injured", "killed_cum", "injured_cum", "med_killed_cum", "press_killed_cum")
    for name in (*names, "killed_children_cum", "killed_women_cum", "killed_children", "injured_children"):
        figure = given.get(name)
        if isinstance(figure, int):
            yield name, figure


def _truce(text: str) -> Iterator[tuple[str, int]]:
    """The totals since the truce, as the message's own lines give them."""
    found = [int(re.sub(r"\D", "", match["n"])) for match in _TRUCE_TOTALS.finditer(text)]
    yield from zip(("killed_truce", "injured_truce"), found[:2], strict=False)


def _noted(notes: str) -> dict[str, int]:
    """What the editor says that the text states instead of the figure entered."""
    found: dict[str, int] = {}
    for part in re.split(r"\n|(?<=[a-z]) *\.", notes):
        match = _NOTED.search(part)
        if match:
            what = match["what"] or ("injured" if "injured" in part.lower() else "killed")
            found[what.lower()] = int(match["n"])
    return found


def _numbers(text: str) -> set[int]:
    plain = "".join(_digit(letter) for letter in _ADDRESS.sub(" ", text))
    digits = {int(re.sub(r"\D", "", found)) for found in _NUMBER.findall(plain)}
    return digits | {_WORDS[word] for word in re.findall(r"[a-z]+", plain.lower()) if word in _WORDS}


def _digit(letter: str) -> str:
    value = unicodedata.decimal(letter, None)
    return letter if value is None else str(value)


def _measures(drafts: Sequence[Draft], name: str, harm: str, day: date, territory: str) -> Iterator[int | None]:
    """The figures of the drafts whose window and people are those of the name."""
    group = next((group for word, group in _GROUPS.items() if word in name), None)
    for draft in drafts:
        count: Count | None = getattr(draft, _HARMS[harm])
        if count is None or _window(draft, day, territory) != _wanted(name, territory):
            continue
        if group is None:
            yield count.measure
        else:
            yield from (entry.low for entry in count.breakdown if entry.group in group)


_GROUPS = {"children": ("children", "boys", "girls"), "women": ("women",), "med_": ("medical",), "press_": ("press",)}


def _wanted(name: str, territory: str) -> str:
    if name.endswith("_truce"):
        return "truce"
    return "running" if name.endswith("_cum") or territory == "lebanon" else "day"


def _window(draft: Draft, day: date, territory: str) -> str:
    """Which of the windows of such messages the draft counts over."""
    if territory == "lebanon":
        return "running" if draft.cumulative else "day"
    if draft.period_start == _WAR:
        return "running"
    if draft.period_start == _TRUCE:
        return "truce"
    start = draft.period_start or (draft.occurred.start if draft.occurred else None)
    if start is None and territory == "west-bank":
        return "day"  # "during the reporting period"
    return "day" if start is not None and start >= day - _BEFORE else "open"


@dataclass(frozen=True, slots=True)
class Totals:
    """The verdicts on a territory's messages; ``whole`` = messages with no figure that is wrong."""

    territory: str
    messages: int
    whole: int
    outcomes: Counter[str]


def totals(file: Path, territory: str) -> Totals:
    """All messages of a territory judged."""
    outcomes: Counter[str] = Counter()
    whole = 0
    listed = messages(file, territory)
    for message in listed:
        told = [verdict.outcome for verdict in judge(message)]
        outcomes.update(told)
        whole += "wrong" not in told
    return Totals(territory, len(listed), whole, outcomes)


def main(file: Path) -> None:
    """Print each figure of FILE that is not right, and what is drafted beside those entered."""
    for territory in TERRITORIES:
        for message in messages(file, territory):
            for verdict in judge(message):
                if verdict.outcome != "right":
                    asked = f"{territory} {verdict.day} {verdict.name} {verdict.figure}"
                    typer.echo(f"{asked}: {verdict.outcome} {verdict.drafted}")
            beside = drafted_beside(message)
            if beside:
                typer.echo(f"{territory} {message['report_date']} beside: {beside}")


if __name__ == "__main__":
    typer.run(main)
