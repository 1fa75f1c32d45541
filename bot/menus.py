"""The command menu that Telegram shows beside the text field, in each language."""

from __future__ import annotations

from telegram import Bot, BotCommand, BotCommandScopeAllPrivateChats

from bot.texts import LANGUAGES, plain, texts_in

COMMANDS = ("toll", "history", "help", "cancel", "language")
"""What everybody may be shown; a role's own commands stand in /help, so that no menu gives a role away."""


async def show_menus(bot: Bot) -> None:
    """Set the menus. Raises ``TelegramError``."""
    for language in LANGUAGES:
        texts = texts_in(language)
        commands = [BotCommand(name, plain(texts(f"menu-{name}"))) for name in COMMANDS]
        for code in (None, language) if language == "en" else (language,):
            await bot.set_my_commands(commands, scope=BotCommandScopeAllPrivateChats(), language_code=code)
