"""One chat is handled in order, sixteen at once, and a busy one holds up no other."""

from __future__ import annotations

import asyncio

from bot.inbox import Kept
from bot.lanes import MOST, Lanes


async def test_one_chat_is_handled_in_order() -> None:
    done: list[int] = []

    async def work(kept: Kept) -> None:
        await asyncio.sleep(0)
        done.append(kept.row_id)

    lanes = Lanes(work)
    lanes.add([Kept(number, "a") for number in range(50)])
    await lanes.drained()
    assert done == list(range(50))


async def test_no_more_than_the_most_run_at_once_and_all_are_served() -> None:
    running, highest, gate = 0, 0, asyncio.Event()

    async def work(kept: Kept) -> None:
        nonlocal running, highest
        running += 1
        highest = max(highest, running)
        await gate.wait()
        running -= 1

    lanes = Lanes(work)
    lanes.add([Kept(number, f"chat {number}") for number in range(40)])
    while running < MOST:
        await asyncio.sleep(0)
    gate.set()
    await lanes.drained()
    assert highest == MOST
    assert lanes.length == 0


async def test_a_busy_chat_holds_up_no_other() -> None:
    done: list[str] = []

    async def work(kept: Kept) -> None:
        done.append(kept.lane)

    lanes = Lanes(work, most=1)
    lanes.add([Kept(number, "busy") for number in range(10)] + [Kept(99, "other")])
    await lanes.drained()
    assert done.index("other") < 3


async def test_closing_finishes_what_is_in_work_and_starts_nothing_more() -> None:
    started, finished, gate = [], [], asyncio.Event()

    async def work(kept: Kept) -> None:
        started.append(kept.row_id)
        await gate.wait()
        finished.append(kept.row_id)

    lanes = Lanes(work)
    lanes.add([Kept(1, "a"), Kept(2, "a")])
    await asyncio.sleep(0)
    closing = asyncio.create_task(lanes.close())
    await asyncio.sleep(0)
    gate.set()
    await closing
    assert (started, finished) == ([1], [1])
