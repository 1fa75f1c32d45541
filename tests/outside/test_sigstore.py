"""npm's @sigstore/verify accepts every checkpoint and inclusion proof of ours and refuses every forged one.

``make test-release`` runs it. It needs node and npm, and fetches the library, whose version is pinned here.
"""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.outside.cases import EACH, Case, forged, judged, sound

LIBRARY = "@sigstore/verify@3.1.1"

pytestmark = pytest.mark.release


@pytest.fixture(scope="module")
def judge(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """How the program is called."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node is None or npm is None:
        pytest.skip("node and npm are not here")
    folder = tmp_path_factory.mktemp("npm")
    fetch = [npm, "install", "--silent", "--no-save", "--ignore-scripts", "--prefix", str(folder), LIBRARY]
    subprocess.run(fetch, check=True, timeout=300)
    return [node, str(Path(__file__).with_name("verify.js")), str(folder)]


def judged_here(cases: list[Case]) -> list[Case]:
    return [case for case in cases if case["Kind"] != "consistency"]  # of which that library knows nothing


@pytest.mark.timeout(900)
def test_sigstore_accepts_what_is_ours_and_refuses_what_is_forged(judge: list[str], tmp_path: Path) -> None:
    cases = judged_here(list(sound(tmp_path, proofs=2 * EACH)))
    assert len(cases) == 3 * EACH
    assert set(judged(judge, cases)) == {"yes"}
    answers = judged(judge, list(forged(cases)))
    assert len(answers) == len(cases)
    assert [at for at, answer in enumerate(answers) if not answer.startswith("no ")] == []
