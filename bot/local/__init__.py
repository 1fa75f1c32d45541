"""A Bot API server of our own, for tests and for ``ledger-bot --local``: Telegram as far as the bot can see it.

``LocalServer`` listens on loopback and keeps all state, so a bot may die and come back. ``Person`` writes, edits, taps
and hears. ``Fault`` names what can be made to go wrong. Nothing here knows the ledger.

It is stricter than Telegram in counting lengths in UTF-16 units and in refusing Markdown, which the ledger does not
write. It is laxer in speed: no limits on rate (order Fault.TOO_MANY), no three seconds' wait when the same offset is
asked for again, no updates lost after a day. Stickers, polls and the like have no methods of their own;
``Person.show`` sends any of them in Telegram's own fields.
"""

from bot.local.chats import Standing
from bot.local.faults import Fault
from bot.local.groups import Channel, Group
from bot.local.messages import Message
from bot.local.people import Person
from bot.local.refusals import ApiError
from bot.local.server import Call, LocalServer

__all__ = ["ApiError", "Call", "Channel", "Fault", "Group", "LocalServer", "Message", "Person", "Standing"]
