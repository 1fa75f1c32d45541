"""A claim of conformance stands on a test that is there and runs; one that is gone or switched off is said to be."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import ValidationError

from desk.conformance import ROOT, Standard, State, checked, runs, standards

TEST = "tests/test_some.py::test_it"


def standard(state: str = "yes", tests: tuple[str, ...] = (TEST,), missing: str | None = None) -> Standard:
    given = {"number": 1, "standard": "something", "from": "ECW", "state": state, "does": "it", "tests": tests}
    return Standard.model_validate({**given, "missing": missing})


@pytest.fixture
def written(tmp_path: Path) -> Path:
    (tmp_path / "tests").mkdir()
    (tmp_path / "tests" / "test_some.py").write_text("def test_it() -> None:\n    assert 1 + 1 == 2\n")
    return tmp_path


def test_the_checklist_has_its_thirty_six_standards_in_order_each_with_what_is_done() -> None:
    assert [it.number for it in standards()] == list(range(1, 37))
    assert all(it.standard and it.origin and it.does for it in standards())


def test_a_test_that_is_there_proves_what_is_claimed(written: Path) -> None:
    (found,) = checked([standard()], written)
    assert (found.absent, found.proved) == ((), True)
    assert found.line()["state"] == "yes"


@pytest.mark.parametrize(
    "test", ["tests/test_some.py::test_other", "tests/test_gone.py::test_it", "tests/test_some.py"]
)
def test_a_test_that_is_not_there_proves_nothing(written: Path, test: str) -> None:
    (found,) = checked([standard(tests=(TEST, test))], written)
    assert (found.absent, found.proved) == ((test,), False)


@pytest.mark.parametrize(
    "text",
    [
        "import pytest\n\n@pytest.mark.skip\ndef test_it() -> None: ...\n",
        "import pytest\n\n@pytest.mark.skipif(True, reason='x')\ndef test_it() -> None: ...\n",
        "import pytest\n\n@pytest.mark.xfail\nasync def test_it() -> None: ...\n",
        "import pytest\n\ndef test_it() -> None:\n    if True:\n        pytest.skip('x')\n",
        "import pytest\n\ndef test_it() -> None:\n    pytest.importorskip('x')\n",
        "import pytest\n\npytestmark = pytest.mark.skip\n\ndef test_it() -> None: ...\n",
        "def test_it(:\n",
        "class Test:\n    def test_it(self) -> None: ...\n",
    ],
)
def test_a_test_that_is_switched_off_proves_nothing(written: Path, text: str) -> None:
    (written / "tests" / "test_some.py").write_text(text)
    assert not runs(written, TEST)


def test_what_is_not_met_is_not_proved_however_much_is_tested(written: Path) -> None:
    (found,) = checked([standard("not yet", missing="all of it")], written)
    assert (found.absent, found.proved) == ((), False)


def test_without_the_tests_nothing_is_said_to_be_proved_or_absent(tmp_path: Path) -> None:
    (found,) = checked([standard()], tmp_path)
    assert (found.absent, found.proved) == ((), None)


@pytest.mark.parametrize(
    ("state", "tests", "missing"),
    [
        ("yes", (), None),
        ("partly", (), "much"),
        ("yes", (TEST,), "much"),
        ("partly", (TEST,), None),
        ("fully", (), None),
    ],
)
def test_a_claim_that_is_not_honest_is_refused(state: str, tests: tuple[str, ...], missing: str | None) -> None:
    with pytest.raises(ValidationError):
        standard(state, tests, missing)


def test_every_test_that_is_named_here_is_there_and_runs() -> None:
    assert [test for it in checked(standards(), ROOT) for test in it.absent] == []
    assert all(it.proved for it in checked(standards(), ROOT) if it.standard.state is not State.NOT_YET)
