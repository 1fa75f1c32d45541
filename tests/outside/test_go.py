"""Go's checksum database code (golang.org/x/mod/sumdb) accepts every proof of ours and refuses every forged one.

``make test-release`` runs it. It needs Debian's golang-1.19-go and golang-golang-x-mod-dev, and installs them where
it may.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.outside.cases import EACH, forged, judged, sound

GO = Path("/usr/lib/go-1.19/bin/go")
MODULE = Path("/usr/share/gocode/src/golang.org/x/mod/sumdb/tlog")
PACKAGES = ("golang-1.19-go", "golang-golang-x-mod-dev")

pytestmark = pytest.mark.release


@pytest.fixture(scope="module")
def judge(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The program, compiled."""
    if not (GO.is_file() and MODULE.is_dir()):
        if os.geteuid() != 0 or shutil.which("apt-get") is None:
            pytest.skip(f"{' and '.join(PACKAGES)} are not here, and cannot be installed")
        subprocess.run(["apt-get", "install", "-y", "-q", *PACKAGES], check=True, timeout=600)
    folder = tmp_path_factory.mktemp("go")
    program = folder / "verify"
    source = Path(__file__).with_name("verify.go")
    environment = os.environ | {"GO111MODULE": "off", "GOPATH": "/usr/share/gocode", "GOCACHE": str(folder / "cache")}
    subprocess.run([GO, "build", "-o", program, source], check=True, env=environment, timeout=300)
    return program


@pytest.mark.timeout(900)
def test_go_accepts_what_is_ours_and_refuses_what_is_forged(judge: Path, tmp_path: Path) -> None:
    cases = list(sound(tmp_path))
    assert len(cases) == 3 * EACH
    assert set(judged([judge], cases)) == {"yes"}
    answers = judged([judge], list(forged(cases)))
    assert len(answers) == len(cases)
    assert [at for at, answer in enumerate(answers) if not answer.startswith("no ")] == []
