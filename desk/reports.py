"""A report as it arrives: bytes to text, who it is from, when it was said, and the id that makes it one report."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path

from desk.coded_words import fit_words
from ledger.domain.values import Precision, parse_moment, short_id
from ledger.errors import ReportEmpty, ReportNotText, ReportTooLarge, ReportUnreadable, UnclearDay
from ledger.sources import canonical_source
from ledger.vault import Vault

LARGEST_REPORT = 16 * 1024 * 1024
"""Bytes; the longest bulletin of our sources has some 20 thousand."""


@dataclass(frozen=True, slots=True)
class Said:
    """When a report was published: a moment, and how well it is known."""

    at: datetime
    precision: Precision

    @property
    def day(self) -> date:
        return self.at.date()


@dataclass(frozen=True, slots=True)
class IncomingReport:
    """A report before it is recorded. ``public`` marks an organisation's own published text, which may be quoted.

    ``author`` is the member whose words these are, null for a published bulletin: a monitor's report is theirs alone,
    so that two monitors who send the same words have sent two reports.
    """

    text: str
    source: str
    said: Said
    sent_at: datetime | None = None
    public: bool = False
    author: str | None = None

    def __post_init__(self) -> None:
        """Raises ``WordsUnfit`` for a source that could be a person's own contact, or is none."""
        fit_words("source", self.source)

    @property
    def originator(self) -> str:
        """The source under its one name, as keys of tolls have it."""
        return canonical_source(self.source)

    @property
    def content(self) -> bytes:
        return self.text.encode()


def report_id(report: IncomingReport, vault: Vault) -> str:
    """The same source, words and day of publication give the same id; without the pepper nobody can test a text.

    A member's own words are told apart by the moment: "calm" at nine and at noon are two reports.
    """
    when = report.said.at.isoformat() if report.author else report.said.day.isoformat()
    parts = [report.originator, when, report.author or "", report.text]
    return short_id("R", vault.identify("\x00".join(parts).encode()).encode())


def read_file(path: Path) -> str:
    """The text of a file, code point for code point as stored.

    Raises ``ReportUnreadable``, ``ReportEmpty``, ``ReportTooLarge`` or ``ReportNotText``.
    """
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST_REPORT + 1)
    except OSError as error:
        raise ReportUnreadable(str(path), error.strerror or "it cannot be read") from error
    return text_of(content, str(path))


def text_of(content: bytes, name: str) -> str:
    """Bytes as text; the same refusals as ``read_file``."""
    if len(content) > LARGEST_REPORT:
        raise ReportTooLarge(name, LARGEST_REPORT)
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise ReportNotText(name, f"byte {error.start + 1} is not UTF-8") from error
    if "\x00" in text:
        raise ReportNotText(name, f"character {text.index(chr(0)) + 1} is a NUL")
    if not text.strip("\ufeff \t\r\n"):
        raise ReportEmpty(name)
    return text


def published(text: str) -> Said:
    """A day, or a moment with its offset. Raises ``UnclearDay``."""
    try:
        return Said(datetime.combine(date.fromisoformat(text), time.min, UTC), Precision.DAY)
    except ValueError:
        pass
    try:
        return Said(parse_moment(text).astimezone(UTC), Precision.EXACT)
    except (ValueError, OverflowError) as unclear:
        raise UnclearDay(text) from unclear
