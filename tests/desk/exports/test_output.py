"""A file of an export is there whole or not at all, and never in the place of the ledger's own."""

from __future__ import annotations

import io
import os
import stat
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from desk.exports.output import STDOUT, not_into_home, write
from desk.settings import Settings
from ledger.errors import ExportIntoHome, ExportUnwritable


def broken() -> Iterator[str]:
    yield "half of it"
    raise RuntimeError("the log went away")


def test_text_is_written_as_utf8(tmp_path: Path) -> None:
    size = write(tmp_path / "out.csv", ["درعا\r\n", "b\n"])
    assert (tmp_path / "out.csv").read_bytes() == "درعا\r\nb\n".encode()
    assert size == len("درعا\r\nb\n".encode())


def test_what_was_there_stays_until_the_new_one_is_whole(tmp_path: Path) -> None:
    out = tmp_path / "out.csv"
    out.write_text("before")
    with pytest.raises((RuntimeError, ExportUnwritable)):
        write(out, broken())
    assert out.read_text() == "before"
    assert os.listdir(tmp_path) == ["out.csv"]
    write(out, ["after"])
    assert out.read_text() == "after"
    assert os.listdir(tmp_path) == ["out.csv"]


def test_a_link_is_followed_and_stays_one(tmp_path: Path) -> None:
    (tmp_path / "far").mkdir()
    (tmp_path / "out.csv").symlink_to(tmp_path / "far" / "real.csv")
    write(tmp_path / "out.csv", ["a"])
    assert (tmp_path / "out.csv").is_symlink()
    assert (tmp_path / "far" / "real.csv").read_text() == "a"


def test_only_its_owner_reads_what_is_private(tmp_path: Path) -> None:
    write(tmp_path / "out", ["a"], private=True)
    assert stat.S_IMODE((tmp_path / "out").stat().st_mode) == 0o600


def test_a_pipe_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    heard: list[str] = []
    reader = threading.Thread(target=lambda: heard.append(pipe.read_text()))
    reader.start()
    write(pipe, ["a", "b"])
    reader.join(10)
    assert heard == ["ab"]
    assert pipe.is_fifo()


def test_stdout_gets_the_same_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    for written in (io.TextIOWrapper(io.BytesIO(), "ascii"), io.StringIO()):
        monkeypatch.setattr("sys.stdout", written)
        assert write(STDOUT, ["درعا\n"]) == 9
        if isinstance(written, io.StringIO):
            assert written.getvalue() == "درعا\n"
        else:
            assert written.buffer.getvalue() == "درعا\n".encode()


@pytest.mark.parametrize("name", [".", "nowhere/out.csv", "file/out.csv", "circle", "x" * 300])
def test_what_cannot_be_written_is_one_clear_refusal(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "circle").symlink_to(tmp_path / "circle")
    with pytest.raises(ExportUnwritable):
        write(tmp_path / name, ["a"])
    assert sorted(os.listdir(tmp_path)) == ["circle", "file"]


@pytest.mark.parametrize("name", ["ledger.db", "ledger.db-wal", "vault.db", "keys", "keys/pepper", "../home/vault.db"])
def test_no_export_takes_the_place_of_the_home(tmp_path: Path, name: str) -> None:
    home = tmp_path / "home"
    home.mkdir()
    with pytest.raises(ExportIntoHome):
        not_into_home(home / name, Settings(home=home))
    not_into_home(home / "tolls.csv", Settings(home=home))
    not_into_home(STDOUT, Settings(home=home))
