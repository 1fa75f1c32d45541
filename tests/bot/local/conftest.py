"""A server for one test, watched: what goes over the wire must be as the Bot API says, or the test fails at its end."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from bot.local import LocalServer, Person
from tests.bot.local.raw import Raw
from tests.bot.schema import Schema
from tests.clock import Clock


@pytest.fixture
def schema() -> Schema:
    """What watches the server; a test that means to break the rules takes the violations from it."""
    return Schema()


@pytest.fixture
async def server(clock: Clock, schema: Schema) -> AsyncIterator[LocalServer]:
    async with LocalServer.running(clock=clock) as running:
        running.observers.append(schema)
        yield running
    assert schema.violations == []


@pytest.fixture
async def ada(server: LocalServer) -> Person:
    """Somebody who has spoken to the bot; what she said has been fetched."""
    ada = server.person("Ada")
    await ada.start()
    server.world.updates.pending.clear()
    return ada


@pytest.fixture
async def api(server: LocalServer) -> AsyncIterator[Raw]:
    async with Raw(server) as raw:
        yield raw
