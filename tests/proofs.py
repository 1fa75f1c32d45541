"""A run in which a test was skipped that a claim of conformance rests on has failed, whatever the rest of it says."""

from __future__ import annotations

import pytest

from desk.conformance import standards


class Proofs:
    """Watches the reports of a run; with several workers they all come together where it was started."""

    def __init__(self) -> None:
        self._named = {test for standard in standards() for test in standard.tests}
        self.skipped: set[str] = set()

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        test = report.nodeid.partition("[")[0]
        if report.skipped and test in self._named:
            self.skipped.add(test)

    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        if self.skipped and session.exitstatus == pytest.ExitCode.OK:
            session.exitstatus = pytest.ExitCode.TESTS_FAILED

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        for test in sorted(self.skipped):
            terminalreporter.write_line(f"SKIPPED, though `ledger conformance` rests on it: {test}", red=True)
