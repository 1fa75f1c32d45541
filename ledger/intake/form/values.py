"""What stands behind a label: how many people, which day, what kind of event."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date

from ledger.domain.values import Precision, Quantifier
from ledger.intake.count.counts import IMPLAUSIBLE, find_figures
from ledger.intake.count.figures import Figure
from ledger.intake.drafts import DraftKind
from ledger.intake.form.fields import Field
from ledger.intake.form.keys import HARMS
from ledger.intake.page import Page
from ledger.intake.people.harm import assign_harm
from ledger.intake.text.clauses import Sentence, sentences
from ledger.intake.text.lexicon import form_words
from ledger.intake.time.dates import find_moments
from ledger.intake.time.days import day_of, latest
from ledger.intake.time.moment import Moment

_KINDS = (
    ("execution", DraftKind.EXECUTION), ("blast_means", DraftKind.EXPLOSION), ("abduction", DraftKind.ABDUCTION),
    ("detention", DraftKind.DETENTION), ("release", DraftKind.RELEASE), ("displacement", DraftKind.DISPLACEMENT),
    ("clash", DraftKind.CLASH), ("air_means", DraftKind.STRIKE), ("carrier", DraftKind.STRIKE),
    ("ground_means", DraftKind.SHELLING), ("bombing", DraftKind.SHELLING), ("calm", DraftKind.CALM_OBSERVED),
    ("shot", DraftKind.VIOLENCE), ("bodies", DraftKind.VIOLENCE), ("attack", DraftKind.VIOLENCE),
)  # fmt: skip
_SIGNS = {
    "+": Quantifier.AT_LEAST, ">": Quantifier.MORE_THAN, "≥": Quantifier.AT_LEAST, "~": Quantifier.ABOUT,
    "≈": Quantifier.ABOUT, "±": Quantifier.ABOUT, "≤": Quantifier.UP_TO,
}  # fmt: skip
_PAIR = re.compile(r"(\d{1,7}) ?(?:/|\\|&|\+|-|and|و) ?(\d{1,7})$")
_DAY = re.compile(
    r"(?<!\d)(?:(?P<y>(?:19|20)\d\d)[/.](?P<m>\d{1,2})[/.](?P<d>\d{1,2})"
    r"|(?P<a>\d{1,2})(?P<gap>[/.-])(?P<b>\d{1,2})(?:(?P=gap)(?P<c>(?:19|20)?\d\d))?)(?![\d/])"
)
_SINCE = re.compile(r"\bsince\b|(?<!\w)منذ(?!\w)")  # "since the truce (11 October)"
_MONTHS = 12


@dataclass
class Told:
    """The figures of a value by what they count, and what a reviewer should know of them."""

    figures: list[tuple[str, Figure]] = field(default_factory=list)
    flags: list[str] = field(default_factory=list)
    is_doubtful: bool = False


def sentence_at(page: Page, start: int, end: int) -> Sentence | None:
    """The words of the stretch as a sentence; what follows them in the text is not looked at."""
    return next(sentences(page.text.text[:end], page.text.lower[:end], start, end, page.actors), None)


def people_in(page: Page, told: Field) -> Told:
    """How many people the field states; nothing where it is blank."""
    found = Told()
    words = page.text.lower[told.start : told.end]
    sentence = sentence_at(page, told.start, told.end) if words else None
    if sentence is None:  # blank, or nothing but marks
        found.flags += ["casualties_unknown"] if "?" in words else []
        return found
    found.is_doubtful = "?" in words
    page.figures += find_figures(sentence, set()) if page.explain else ()
    said = _said(sentence)
    if said == "none":
        number = Figure(0, 0, 1, 0, 0, Quantifier.EXACT, "person")
        found.figures = [(role, number) for role in (HARMS if told.key.name == "both" else (told.key.name,))]
    elif said == "unknown":
        found.flags.append("casualties_unknown")
    elif told.key.name == "both" and (pair := _PAIR.match(words.strip())):
        found.figures = _pair(page, told, pair)
        found.flags += [] if found.figures else ["killed_or_injured"]
    else:
        _count(sentence, told, found)
    return found


def _said(sentence: Sentence) -> str:
    """Whether the value is nothing but a word for none, or for unknown."""
    words = [at for at, token in enumerate(sentence.tokens) if token.is_word or token.is_number]
    tags = [tag for tag in form_words().tags(sentence.tokens) if tag.value in ("none", "unknown")]
    covered = {at for tag in tags for at in range(tag.first, tag.last)}
    return tags[0].value if tags and all(at in covered for at in words) else ""


def _pair(page: Page, told: Field, pair: re.Match[str]) -> list[tuple[str, Figure]]:
    """ "Killed/injured: 5/12": in the order of the label."""
    label = sentence_at(page, *told.label)
    roles = [tag.name for tag in label.named(*HARMS) if label] if label else []
    roles = list(dict.fromkeys(roles))
    if len(roles) != len(HARMS):
        return []
    numbers = [int(pair[1]), int(pair[2])]
    return [(role, Figure(0, 0, 1, n, n, Quantifier.EXACT, "person")) for role, n in zip(roles, numbers, strict=True)]


def _count(sentence: Sentence, told: Field, found: Told) -> None:
    figures = [figure for figure in find_figures(sentence, set()) if figure.unit in ("person", "bare")]
    for figure in figures:
        figure.unit = "person"
        _signed(sentence, figure)
    found.flags += ["negative_number"] if any(figure.is_negative for figure in figures) else []
    for main in assign_harm(sentence, figures):
        role = main.role or told.key.name
        if main.low is not None and main.low > IMPLAUSIBLE:
            found.flags.append("implausible_number")
        if role == "both" or main.is_lumped:
            found.flags.append("killed_or_injured")
            continue
        main.role, main.group = role, main.group or told.key.group
        found.figures.append((role, main))
    if not figures and sentence.has("vague", "uncounted"):
        found.figures.append((told.key.name, Figure(0, 0, 1, None, None, None, "person")))
    elif not figures:
        found.flags.append("field_unclear")


def _signed(sentence: Sentence, figure: Figure) -> None:
    """ "5+", ">5", "~5": the sign beside the number says how it is meant."""
    if figure.qualifier is not Quantifier.EXACT or figure.low is None:
        return
    before = sentence.tokens[figure.at - 1].text if figure.at else ""
    after = sentence.tokens[figure.at + 1] if figure.at + 1 < len(sentence.tokens) else None
    sign = _SIGNS.get(before) or (_SIGNS.get(after.text) if after is not None and after.glued else None)
    if sign is not None:
        figure.qualifier = sign
        figure.low, figure.high = (None, figure.low) if sign is Quantifier.UP_TO else (figure.low, None)


def kind_in(sentence: Sentence) -> DraftKind | None:
    """The kind of event that the words name; ``None`` where they name none, or say that there was none."""
    if sentence.has("veto_negation", "veto_threat", "veto_fear"):
        return None
    return next((kind for name, kind in _KINDS if sentence.has(name)), None)


def moment_in(page: Page, start: int, end: int) -> Moment | None:
    """The day or period that the words name, numbers read day first; ``None`` where they name none."""
    lower = page.text.lower[:end]
    told = [m for m in find_moments(lower, start, end, page.published) if m.first or m.last]
    if told:
        since = _SINCE.search(lower, start, told[0].start) and not told[0].is_window
        return replace(told[0], is_since=True, last=None) if since else told[0]
    found = _DAY.search(lower, start)
    return _numeric(found, page.published) if found else None


def _numeric(found: re.Match[str], published: date | None) -> Moment | None:
    flags: tuple[str, ...] = ()
    if found["y"]:
        day = day_of(int(found["y"]), int(found["m"]), int(found["d"]))
    else:
        first, second = int(found["a"]), int(found["b"])
        swapped = second > _MONTHS
        number, month = (second, first) if swapped else (first, second)
        open_order = first <= _MONTHS and second <= _MONTHS and first != second
        year = found["c"]
        if not 1 <= month <= _MONTHS:
            return None
        if year:
            day = day_of(int(year) if len(year) > 2 else 2000 + int(year), month, number)
        else:
            day = latest(month, number, published)
        flags = (("date_ambiguous",) if open_order else ()) + (() if year else ("year_missing",))
    return Moment(*found.span(), day, day, Precision.DAY, flags=flags) if day else None
