"""A report becomes text or is refused with the cause; its id is its source, its moment and its words."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from desk import reports
from desk.reports import IncomingReport, published, read_file, report_id, text_of
from ledger.domain.values import Precision
from ledger.errors import (
    LedgerError,
    ReportEmpty,
    ReportNotText,
    ReportTooLarge,
    ReportUnreadable,
    UnclearDay,
    WordsUnfit,
)
from ledger.vault import Vault
from tests.clock import NOON


def a_report(
    text: str = "Shelling on Hayt", source: str = "SOHR", day: str = "2018-08-01", author: str | None = None
) -> IncomingReport:
    return IncomingReport(text=text, source=source, said=published(day), author=author)


def vault_in(folder: Path) -> Vault:
    return Vault.open(folder / "vault.db", folder / "keys", clock=lambda: NOON, unsafe=True)


@pytest.mark.parametrize(
    ("content", "refusal"),
    [
        (b"", ReportEmpty),
        (b"\xef\xbb\xbf", ReportEmpty),
        (b" \r\n\t \n", ReportEmpty),
        (b"\xef\xbb\xbf \n", ReportEmpty),
        (b"Shelling\x00 on Hayt", ReportNotText),
        (b"\x89PNG\r\n\x1a\n\xff\xfe", ReportNotText),
        ("قصف على حيط".encode("cp1256"), ReportNotText),
        ("Shelling".encode("utf-16"), ReportNotText),
    ],
)
def test_what_is_no_text_is_refused_with_its_cause(content: bytes, refusal: type[LedgerError], tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes(content)
    with pytest.raises(refusal, match=r"report\.txt"):
        read_file(path)


def test_text_is_kept_code_point_for_code_point() -> None:
    kept = "\ufeffقصف\r\n على  حيط\u200f\n"
    assert text_of(kept.encode(), "report") == kept


def test_the_byte_that_is_no_text_is_named() -> None:
    with pytest.raises(ReportNotText, match="byte 4 "):
        text_of(b"abc\xff", "report")


def test_a_report_over_the_limit_is_refused_and_one_at_the_limit_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reports, "LARGEST_REPORT", 10)
    assert text_of(b"x" * 10, "report") == "x" * 10
    with pytest.raises(ReportTooLarge, match="10 bytes"):
        text_of(b"x" * 11, "report")


def test_a_file_is_not_read_beyond_the_limit(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(reports, "LARGEST_REPORT", 10)
    path = tmp_path / "long.txt"
    path.write_bytes(b"x" * 100)
    with pytest.raises(ReportTooLarge):
        read_file(path)


def test_a_missing_file_and_a_folder_are_refused_with_the_path(tmp_path: Path) -> None:
    for path in (tmp_path / "nowhere.txt", tmp_path, tmp_path / ("n" * 300)):
        with pytest.raises(ReportUnreadable):
            read_file(path)


def test_a_day_is_midnight_in_utc_known_to_the_day() -> None:
    said = published("2018-08-01")
    assert (said.at, said.precision) == (datetime(2018, 8, 1, tzinfo=UTC), Precision.DAY)


def test_a_moment_with_its_offset_is_exact_and_its_day_is_that_of_utc() -> None:
    said = published("2018-08-01T01:30:00+03:00")
    assert (said.at, said.precision) == (datetime(2018, 7, 31, 22, 30, tzinfo=UTC), Precision.EXACT)
    assert said.day == date(2018, 7, 31)


@pytest.mark.parametrize(
    "words",
    [
        "",
        "nonsense",
        "2018-13-01",
        "2018-02-30",
        "1/8/2018",
        "2018-08-01T10:00:00",
        "9999-12-31T23:00:00-10:00",
        "٢٠١٨",
    ],
)
def test_what_is_no_day_of_publication_is_refused(words: str) -> None:
    with pytest.raises(UnclearDay):
        published(words)


def test_the_same_report_has_one_id_however_its_source_is_spelled(tmp_path: Path) -> None:
    vault = vault_in(tmp_path)
    first = report_id(a_report(), vault)
    again = report_id(a_report(source="The Syrian Observatory for Human Rights"), vault)
    assert first == again
    assert first.startswith("R-")
    vault.close()


def test_other_words_another_day_source_or_author_make_another_report(tmp_path: Path) -> None:
    vault = vault_in(tmp_path)
    different = [
        a_report(),
        a_report("Shelling on Hayt."),
        a_report(source="Enab Baladi"),
        a_report(day="2018-08-02"),
        a_report(author="M-" + "a" * 26),
        a_report(author="M-" + "b" * 26),
    ]
    assert len({report_id(it, vault) for it in different}) == len(different)
    vault.close()


def test_parts_of_a_report_cannot_be_shifted_into_one_another(tmp_path: Path) -> None:
    vault = vault_in(tmp_path)
    one, other = a_report(text="b\nc", author="a"), a_report(text="c", author="a\nb")
    assert report_id(one, vault) != report_id(other, vault)
    vault.close()


def test_nobody_can_test_a_text_against_an_id_without_the_pepper(tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    (tmp_path / "other").mkdir()
    one, other = vault_in(tmp_path / "one"), vault_in(tmp_path / "other")
    assert report_id(a_report(), one) != report_id(a_report(), other)
    one.close()
    other.close()


@pytest.mark.parametrize("source", ["", "  ", "@somebody", "+963 944 123 456", "https://t.me/x", "x" * 301])
def test_a_source_that_could_be_a_person_or_is_none_is_refused(source: str) -> None:
    with pytest.raises(WordsUnfit, match="source"):
        a_report(source=source)
