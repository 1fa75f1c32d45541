"""Getting updates: by asking, or by having them sent."""

from __future__ import annotations

import re

from bot.local.parameters import Parameters
from bot.local.refusals import bad_request, conflict
from bot.local.world import Webhook, World


async def get_updates(world: World, parameters: Parameters) -> object:
    if world.webhook is not None:
        raise conflict(
            "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
        )
    world.updates.allow(_allowed(parameters))
    limit = min(max(parameters.integer("limit") or 100, 1), 100)
    return await world.updates.take(parameters.integer("offset") or 0, limit, parameters.integer("timeout") or 0)


async def set_webhook(world: World, parameters: Parameters) -> object:
    """As a Bot API server of one's own does, this one takes plain http and any port."""
    url, secret = parameters.text("url") or "", parameters.text("secret_token")
    if url and not re.match(r"https?://[^/\s]+", url):
        raise bad_request("bad webhook: invalid webhook URL specified")
    if secret is not None and not re.fullmatch(r"[A-Za-z0-9_-]{1,256}", secret):
        raise bad_request("secret token contains unallowed characters")
    world.updates.allow(_allowed(parameters))
    if parameters.flag("drop_pending_updates"):
        world.updates.pending.clear()
    connections = min(max(parameters.integer("max_connections") or 40, 1), 100)
    world.webhook = Webhook(url, secret, connections) if url else None
    world.webhook_error = None
    if url:
        world.updates.displace(by_webhook=True)
    world.bell.ring()
    return True


async def delete_webhook(world: World, parameters: Parameters) -> object:
    world.webhook = None
    if parameters.flag("drop_pending_updates"):
        world.updates.pending.clear()
    world.bell.ring()
    return True


async def get_webhook_info(world: World, _parameters: Parameters) -> object:
    return world.webhook_fields()


def _allowed(parameters: Parameters) -> list[str] | None:
    given = parameters.json_array("allowed_updates", "allowed updates")
    return None if given is None else [str(kind) for kind in given]
