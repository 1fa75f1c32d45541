"""The site in a reader's own browser: headless Chromium, from Debian's packages, over loopback."""

from __future__ import annotations

import shutil
import subprocess
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from tests.desk.cli.terminal import BULLETIN, SAID_AGAIN, Terminal

CHROMIUM = shutil.which("chromium")

pytestmark = [
    pytest.mark.release,
    pytest.mark.skipif(CHROMIUM is None, reason="chromium is not here"),
    pytest.mark.timeout(600),
]


class Quiet(SimpleHTTPRequestHandler):
    """Says nothing of what is asked for."""

    def log_request(self, code: object = "-", size: object = "-") -> None:
        return

    def log_error(self, *args: object) -> None:  # type: ignore[override]
        return


@pytest.fixture
def site(terminal: Terminal) -> Path:
    """Published twice: a reader kept the first checkpoint."""
    terminal.report(BULLETIN)
    terminal.done("publish", "public")
    folder = terminal.home.parent / "public"
    shutil.copy(folder / "log" / "checkpoint", terminal.home.parent / "kept.txt")
    terminal.report(SAID_AGAIN, "2018-08-02")
    terminal.done("publish", "public")
    return folder


@pytest.fixture
def address(site: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(site)))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def opened(address: str, page: str) -> str:
    """The page as it stands when its scripts have run."""
    command = [str(CHROMIUM), "--headless=new", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=10000"]
    command += ["--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1", "--dump-dom", f"{address}/{page}"]
    return subprocess.run(command, capture_output=True, text=True, timeout=120, check=True).stdout


@pytest.mark.parametrize(("folder", "yes"), [("", "Yes."), ("ar/", "نعم.")])
def test_a_figure_is_checked_in_the_browser(address: str, terminal: Terminal, folder: str, yes: str) -> None:
    key_id = terminal.key_id(62)
    dom = opened(address, f"{folder}verify.html?proof={key_id}")
    assert 'data-verdict="yes"' in dom
    assert yes in dom
    assert key_id in dom.partition("<output")[2]


def test_a_forged_figure_is_refused_by_the_browser(address: str, site: Path, terminal: Terminal) -> None:
    key_id = terminal.key_id(62)
    proof = site / "toll" / f"{key_id}.tlog-proof"
    lines = proof.read_text(encoding="utf-8").split("\n")
    lines[3] = ("A" if lines[3][0] != "A" else "B") + lines[3][1:]
    proof.write_text("\n".join(lines), encoding="utf-8")
    assert 'data-verdict="no"' in opened(address, f"verify.html?proof={key_id}")


def asked_for_growth(site: Path, kept: str) -> None:
    """A page that asks the second question at once, as a reader does who pastes what they kept."""
    page = (site / "verify.html").read_text(encoding="utf-8")
    pasted = f'name="old" rows="6" spellcheck="false">{kept}<'
    script = (site / "verify.js").read_text(encoding="utf-8")
    (site / "grown.html").write_text(
        page.replace('name="old" rows="6" spellcheck="false"><', pasted).replace("verify.js", "grown.js"),
        encoding="utf-8",
    )
    (site / "grown.js").write_text(
        script.replace('document.body.dataset.ready = "yes";', "form.elements.run_growth.click();"), encoding="utf-8"
    )


def test_growth_is_checked_in_the_browser(address: str, site: Path, terminal: Terminal) -> None:
    kept = (terminal.home.parent / "kept.txt").read_text(encoding="utf-8")
    asked_for_growth(site, kept)
    dom = opened(address, "grown.html")
    assert 'data-verdict="yes"' in dom, dom.partition("<output")[2]
    tile = next((site / "log" / "tile" / "0").rglob("*"), None)
    assert tile is not None
    for path in (site / "log" / "tile").rglob("*"):
        if path.is_file():
            content = bytearray(path.read_bytes())
            content[0] ^= 1
            path.write_bytes(content)
    assert 'data-verdict="no"' in opened(address, "grown.html")
