"""``ledger-bot`` on the command line: help, a missing token, a chat in the terminal from a pipe."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from bot.command import status_of
from tests.bot.stage import REPOSITORY


def surroundings(home: Path, **more: str) -> dict[str, str]:
    return {"PATH": os.environ["PATH"], "PYTHONPATH": str(REPOSITORY), "LEDGER_HOME": str(home / "home")} | more


def run(
    home: Path, *arguments: str, typed: str = "", module: bool = True, **environment: str
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *(["-m", "bot"] if module else []), *arguments],
        input=typed, capture_output=True, text=True, timeout=60, cwd=home, env=surroundings(home, **environment),
        check=False,
    )  # fmt: skip


def test_help_has_an_example(capsys: pytest.CaptureFixture[str]) -> None:
    assert status_of(["--help"]) == 0
    shown = capsys.readouterr().out
    assert "Example:" in shown
    assert "--local" in shown


def test_a_missing_token_is_one_line_with_its_fix(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert status_of([]) == 2
    shown = capsys.readouterr().err
    assert shown.startswith("E-BOT-01 TELEGRAM_BOT_TOKEN is not set; get a token from @BotFather")
    assert shown.count("\n") == 1


def test_an_unknown_option_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert status_of(["--nonsense"]) == 2
    assert capsys.readouterr().err.startswith("E-USAGE-01 ")


NOBODY_THERE = {"TELEGRAM_BOT_TOKEN": "123456789:AAsecret", "TELEGRAM_API_URL": "http://127.0.0.1:9"}
IMPATIENT = """
import sys
from bot import command
from bot.service import Tempo
from desk.settings import load_settings
from ledger.errors import LedgerError
try:
    command.serve(load_settings(), tempo=Tempo(silence=1, first_pause=0.1))
except LedgerError as refusal:
    print(refusal, file=sys.stderr)
    sys.exit(refusal.exit_status)
"""
ENDED_WHILE_OPENING = """
import os, signal, sys
from bot import __main__, command
command.opened = lambda *_, **__: os.kill(os.getpid(), signal.SIGTERM)
__main__.main([])
"""


def test_an_unreachable_server_is_tried_again_then_one_line_without_the_token(tmp_path: Path) -> None:
    ended = run(tmp_path, "-c", IMPATIENT, module=False, **NOBODY_THERE)
    assert ended.returncode == 3
    assert ended.stderr.count("does not answer yet (NetworkError); trying again") >= 3
    assert ended.stderr.splitlines()[-1].startswith("E-BOT-04 ")
    assert "AAsecret" not in ended.stderr + ended.stdout
    assert "Traceback" not in ended.stderr


@pytest.mark.parametrize("asked", [signal.SIGTERM, signal.SIGINT])
def test_it_ends_quietly_while_it_waits_for_telegram(tmp_path: Path, asked: signal.Signals) -> None:
    bot = subprocess.Popen(
        [sys.executable, "-m", "bot"],
        stderr=subprocess.PIPE, text=True, cwd=tmp_path, env=surroundings(tmp_path, **NOBODY_THERE),
    )  # fmt: skip
    with bot:
        assert bot.stderr is not None
        assert "does not answer yet" in bot.stderr.readline()
        bot.send_signal(asked)
        rest = [line for line in bot.stderr if "does not answer yet" not in line]
        assert bot.wait(20) == 0
    assert rest == []


def test_it_ends_quietly_before_it_has_opened_its_home(tmp_path: Path) -> None:
    ended = run(tmp_path, "-c", ENDED_WHILE_OPENING, module=False, **NOBODY_THERE)
    assert (ended.returncode, ended.stderr) == (0, "")


def test_a_chat_from_a_pipe_is_answered_to_the_end(tmp_path: Path) -> None:
    first = run(tmp_path, "--local", typed="/invite monitor Salma\nShelling on Hayt, 3 killed\n1\n/history Hayt\n")
    assert first.returncode == 0, first.stderr
    for line in ("Ada is an admin", "https://t.me/ledger_bot?start=", "(1) ✓ Confirm", "Recorded R-"):
        assert line in first.stdout
    assert first.stderr == ""


def test_several_people_speak_and_pictures_are_saved(tmp_path: Path) -> None:
    typed = "At least 62 people killed by shelling in Hayt since 19 July 2018\n1\n/history Hayt\n/as سلمى\n/start\n99\n"
    ended = run(tmp_path, "--local", typed=typed)
    assert ended.returncode == 0, ended.stderr
    (picture,) = (tmp_path / "home" / "pictures").glob("*.png")
    assert str(Path("home") / "pictures" / picture.name) in ended.stdout
    assert "يجيب هذا البوت" in ended.stdout
    assert "There is no button 99." in ended.stdout
