"""The product makes none of the calls that ``banned.py`` names, and each of them would be noticed."""

from __future__ import annotations

import pytest

from tests.house.banned import BANS, Ban, Finding, findings
from tests.house.tree import python_files, text

# What is wrong, and what to write instead; both as they would stand in a module of the product.
FAULTS = [
    ("from datetime import UTC, datetime\nnow = datetime.now(UTC)", "def f(clock): return clock()"),
    (
        "import datetime as dt\nnow = dt.datetime.utcnow()",
        "from datetime import datetime\nt = datetime.fromisoformat('x')",
    ),
    ("from datetime import datetime\nLedger(log, clock=datetime.now)", "Ledger(log, clock=clock)"),
    ("import time\nnow = time.time()", "import time\nwaited = time.monotonic()"),
    ("from datetime import date\ntoday = date.today()", "from datetime import date\nday = date(2018, 8, 1)"),
    ("print('62')", "console.print('62')"),
    ("import pickle", "from ledger import codec"),
    ("from pickle import loads", "from orjson import loads"),
    ("eval('1')", "import re\nre.compile('1')"),
    ("exec('x = 1')", "connection.exec_driver_sql('select 1')"),
    ("from importlib import import_module", "from importlib.resources import files"),
    ("import time\nasync def f():\n    time.sleep(1)", "import asyncio\nasync def f():\n    await asyncio.sleep(1)"),
    ("from time import sleep\nasync def f():\n    for _ in x:\n        sleep(1)", "from time import sleep\nsleep(1)"),
    ("import yaml\nyaml.load(x, yaml.CSafeLoader)", "import yaml\nyaml.safe_load(x)"),
    ("import yaml\nyaml.unsafe_load(x)", "import yaml\nyaml.safe_load(x)"),
    ("import sqlite3\nsqlite3.connect('ledger.db')", "from ledger.database import open_engine"),
    ("import random\nrandom.random()", "import rapidfuzz"),
    ("from numpy.random import default_rng", "from numpy import array"),
    ("import secrets\nsecrets.token_hex()", "from uuid import uuid5"),
    ("from uuid import uuid4\nuuid4()", "from uuid import UUID"),
    ("import os\nos.system('ls')", "import os\nos.fspath(x)"),
    ("assert total >= 0", "if total < 0:\n    raise Refused('E-TOL-01', 'negative')"),
]


def lines(path: str, source: str) -> list[str]:
    return [str(finding) for finding in findings(path, source)]


def test_the_product_makes_no_banned_call() -> None:
    found: list[Finding] = []
    for path in python_files(product_only=True):
        found.extend(findings(path.as_posix(), text(path) or ""))
    assert [str(finding) for finding in found] == []


@pytest.mark.parametrize(("fault", "instead"), FAULTS)
def test_a_banned_call_is_caught_and_its_replacement_is_not(fault: str, instead: str) -> None:
    assert lines("ledger/planted.py", fault)
    assert lines("ledger/planted.py", instead) == []


@pytest.mark.parametrize("ban", BANS, ids=lambda ban: ban.names[0])
def test_every_ban_has_a_planted_fault(ban: Ban) -> None:
    reached = {finding.instead for fault, _ in FAULTS for finding in findings("ledger/planted.py", fault)}
    assert ban.instead in reached


def test_a_finding_says_where_what_and_what_instead() -> None:
    assert lines("ledger/planted.py", "\nimport pickle") == [
        "ledger/planted.py:2: pickle is not used here; instead: ledger.codec, whose kinds are a closed registry"
    ]


def test_a_sleep_within_a_thread_started_from_async_code_is_allowed() -> None:
    assert (
        lines("bot/planted.py", "import time\nasync def f():\n    def g():\n        time.sleep(1)\n    await run(g)")
        == []
    )


@pytest.mark.parametrize(
    ("path", "source"),
    [
        ("ledger/database.py", "import sqlite3"),
        ("ledger/vault/keys.py", "import secrets"),
        ("ledger/intake/text/lexicon.py", "import yaml\nyaml.load(x, yaml.CSafeLoader)"),
    ],
)
def test_the_places_where_a_call_is_right_may_make_it(path: str, source: str) -> None:
    assert lines(path, source) == []
    assert lines("projections/planted.py", source)


def test_every_place_that_may_does() -> None:
    """An exception that its file no longer needs would hide the next fault."""
    stale = []
    for ban in BANS:
        for place in ban.allowed:
            sources = [
                text(path) or "" for path in python_files() if f"{path.as_posix()}/".startswith(f"{place.rstrip('/')}/")
            ]
            if sources and not any(f.instead == ban.instead for source in sources for f in findings("x.py", source)):
                stale.append(f"{place} no longer needs to be excepted from {ban.names[0]}")
    assert stale == []
