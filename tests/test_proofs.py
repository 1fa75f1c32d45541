"""A skipped test that a claim rests on fails the run, and no other skipped test does."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from desk.conformance import standards
from tests.proofs import Proofs


@dataclass
class Session:
    exitstatus: int = pytest.ExitCode.OK


@dataclass(frozen=True)
class Report:
    nodeid: str
    skipped: bool


NAMED = standards()[0].tests[0]


@pytest.mark.parametrize(
    ("report", "ends"),
    [
        (Report(NAMED, skipped=True), pytest.ExitCode.TESTS_FAILED),
        (Report(f"{NAMED}[a case]", skipped=True), pytest.ExitCode.TESTS_FAILED),
        (Report(NAMED, skipped=False), pytest.ExitCode.OK),
        (Report("tests/test_other.py::test_it", skipped=True), pytest.ExitCode.OK),
    ],
)
def test_a_run_fails_where_a_proof_was_skipped(report: Report, ends: int) -> None:
    proofs, session = Proofs(), Session()
    proofs.pytest_runtest_logreport(report)  # type: ignore[arg-type]
    proofs.pytest_sessionfinish(session)  # type: ignore[arg-type]
    assert session.exitstatus == ends
