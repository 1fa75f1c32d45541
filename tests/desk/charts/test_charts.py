from __future__ import annotations

import hashlib
import os
import struct
import subprocess
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from desk.charts import ChartValue, toll_chart
from tests.desk.charts.samples import CASES, ENGLISH, FALL, LANGUAGES, Texts
from tests.house.tree import REPOSITORY

pytestmark = pytest.mark.filterwarnings("error")

ELSEWHERE = """
import hashlib, sys
import desk.charts
assert "matplotlib" not in sys.modules
from tests.desk.charts.samples import ENGLISH, FALL
print(hashlib.sha256(desk.charts.toll_chart(FALL, **ENGLISH)).hexdigest())
"""


def size(png: bytes) -> tuple[int, int]:
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", png[16:24])
    return width, height


@pytest.mark.parametrize("texts", LANGUAGES, ids=lambda texts: texts["language"])
@pytest.mark.parametrize("case", CASES)
def test_every_toll_becomes_a_picture_for_a_phone(case: str, texts: Texts) -> None:
    png = toll_chart(CASES[case], **texts)
    assert size(png) == (1080, 1350)
    assert len(png) < 400_000


def test_the_same_values_in_another_order_give_the_same_bytes() -> None:
    assert toll_chart(FALL, **ENGLISH) == toll_chart(FALL[::-1], **ENGLISH)


@pytest.mark.parametrize("values", [FALL[:-1], []], ids=["one less", "none"])
def test_other_values_give_other_bytes(values: Sequence[ChartValue]) -> None:
    assert toll_chart(values, **ENGLISH) != toll_chart(FALL, **ENGLISH)


def test_charts_asked_for_at_once_do_not_disturb_each_other() -> None:
    alone = [toll_chart(FALL, **texts) for texts in LANGUAGES]
    with ThreadPoolExecutor(4) as threads:
        together = list(threads.map(lambda texts: toll_chart(FALL, **texts), LANGUAGES * 3))
    assert together == alone * 3


@pytest.mark.parametrize("unwritable", [False, True], ids=["fresh home", "unwritable cache"])
def test_another_process_draws_the_same_bytes_silently_and_leaves_nothing_behind(
    tmp_path: Path, unwritable: bool
) -> None:
    (tmp_path / "home").mkdir()
    (tmp_path / "matplotlibrc").write_text("axes.facecolor: red\ntext.antialiased: False\n", encoding="utf-8")
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(tmp_path / "home"),
        "TMPDIR": str(tmp_path),
        "PYTHONPATH": str(REPOSITORY),
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    if unwritable:
        environment["MPLCONFIGDIR"] = os.devnull + "/nowhere"
    drawn = subprocess.run(
        [sys.executable, "-W", "error", "-c", ELSEWHERE],
        cwd=tmp_path,
        env=environment,
        check=False,
        capture_output=True,
        text=True,
    )
    assert drawn.stderr == ""
    assert drawn.stdout.strip() == hashlib.sha256(toll_chart(FALL, **ENGLISH)).hexdigest()
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["home", "matplotlibrc"]
