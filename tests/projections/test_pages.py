"""Page by page the answers are those that are given at once, however the pages fall."""

from __future__ import annotations

from datetime import date
from unittest.mock import patch

import pytest

from ledger.domain import commands
from ledger.domain.commands import Outcome
from ledger.domain.values import Place
from projections import pages
from projections.moments import AsOf, Audience
from projections.tolls import KeyFilter
from tests.ledger.domain.samples import AUGUST_1, KEY, OMAR, OPERATOR, SALMA, YARA, on
from tests.projections.scene import FOUR_FOUND, MEMBERS, PUBLIC, STATED, Scene, scene

AUGUST_2 = date(2018, 8, 2)
ALL = KeyFilter()


def check(playing: Scene, as_of: AsOf, audience: Audience) -> int:
    """Compare what is read page by page with what is read at once; how much there was."""
    queries = playing.queries
    tolls = [row for _, row in queries.each_toll(ALL, as_of, audience)]
    assert tolls == queries.tolls(ALL, as_of, audience)
    kept = queries.toll_keys(ALL, as_of.model_copy(update={"stated_until": None}), audience)
    histories = [course for _, course in queries.each_history(ALL, as_of, audience)]
    assert histories == [(it, queries.history(it.key_id, as_of, audience)) for it in kept]
    for place in (None, "syr/daraa/"):
        incidents = [row for _, row in queries.each_incident(place, as_of, audience)]
        at_once = sorted(queries.picture(place, as_of, audience).incidents, key=lambda row: row.first_recorded_at)
        assert incidents == at_once
    return len(tolls) + len(histories) + len(incidents)


def at_work(playing: Scene) -> None:
    """Seven tolls, some of them with several days, some for members only or taken back; strikes that came to an end."""
    for number in range(6):
        key = KEY.model_copy(update={"group": f"group {number}"})
        playing.state(OPERATOR if number % 3 else SALMA, 60 + number, key=key)
    for day, number in ((AUGUST_1, 62), (AUGUST_2, 66), (AUGUST_2, 58)):
        playing.state(OMAR if number == 58 else OPERATOR, number, day, reasons=(FOUR_FOUND,) if number == 58 else ())
    playing.withdraw(YARA, key=KEY.model_copy(update={"group": "group 1"}))
    for number in range(5):
        where = Place(text=f"hamlet {number}") if number % 2 else Place(id="syr.daraa.yarmouk-basin")
        playing.incident(SALMA if number == 3 else OPERATOR, f"strike {number}", place=where)
    playing.about(YARA, commands.ReviewIncident, playing.incident_id("strike 2"), outcome=Outcome.REJECT)


@pytest.mark.parametrize(("page", "entries"), [(1, 1), (2, 3), (200, 5_000)])
def test_pages_hold_what_is_answered_at_once(page: int, entries: int) -> None:
    with scene() as playing:
        at_work(playing)
        moments = [
            playing.queries.moment(),
            playing.queries.moment(at=f"@{playing.queries.position() // 2}"),
            playing.queries.moment(as_of=on(AUGUST_1, 23).isoformat(), clock=STATED),
        ]
        with patch.object(pages, "PAGE", page), patch.object(pages, "ENTRIES", entries):
            found = [check(playing, as_of, audience) for as_of in moments for audience in (MEMBERS, PUBLIC)]
        assert min(found) > 0
        assert found[0] > found[1]  # members see more than the public


@pytest.mark.parametrize("audience", [MEMBERS, PUBLIC])
def test_an_empty_ledger_has_no_pages(audience: Audience) -> None:
    with scene() as playing:
        assert check(playing, playing.queries.moment(), audience) == 0
