"""The bot's words in one language: Fluent messages with variables escaped, cleaned and set apart from the text around.

A person's words may hold direction marks that would turn a line around; those are taken out. In Arabic every name and
number is isolated (FSI … PDI), in English those that run from the right.
"""

from __future__ import annotations

import re
from functools import lru_cache
from html import escape
from importlib.resources import files

from fluent.runtime import FluentBundle, FluentResource

from ledger.actors import Actors, default_actors

LANGUAGES = ("en", "ar")

_MARKS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069\u0000-\u0008\u000b-\u001f]")
_FROM_THE_RIGHT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
_ISOLATED = "\u2068{}\u2069"


class Html(str):
    """Text that is HTML already, made by this module: neither escaped nor isolated again."""

    __slots__ = ()


class Texts:
    """``texts("toll-head", place=…)`` gives HTML. Raises ``KeyError`` for a message or variable that is not there."""

    def __init__(self, language: str, actors: Actors) -> None:
        self.language = language
        self.actors = actors
        self._bundle = FluentBundle([language], use_isolating=False)
        self._bundle.add_resource(FluentResource(source(language)))

    def __call__(self, message_id: str, /, **values: str | int) -> Html:
        message = self._bundle.get_message(message_id)
        if message.value is None:
            raise KeyError(message_id)
        shown = {name: value if isinstance(value, int) else self.shown(value) for name, value in values.items()}
        text, errors = self._bundle.format_pattern(message.value, shown)
        if errors:
            raise KeyError(f"{message_id}: {errors[0]}")
        return Html(text)

    def has(self, message_id: str) -> bool:
        return bool(self._bundle.has_message(message_id))

    def one_of(self, prefix: str, word: str) -> Html:
        """The message ``prefix-word``, or the word itself where there is none."""
        name = f"{prefix}-{word}"
        return self(name) if self.has(name) else Html(self.shown(word))

    def shown(self, words: str) -> str:
        """Words of another as they may stand in a line of ours: escaped, without marks, isolated where needed."""
        if isinstance(words, Html):
            return words
        plain = escape(_MARKS.sub("", words), quote=False)
        isolates = self.language == "ar" or _FROM_THE_RIGHT.search(plain)
        return _ISOLATED.format(plain) if isolates and plain else plain

    def listed(self, words: list[Html]) -> Html:
        return Html(self("list-comma").join(words))


def capital(text: str) -> Html:
    """A line that begins as a sentence does."""
    return Html(text[:1].upper() + text[1:])


def plain(text: str) -> str:
    """HTML of ours as a button or a toast shows it: without tags and entities, isolates kept."""
    bare = re.sub(r"</?[a-z]+>", "", text)
    return bare.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def lines(*given: str | None) -> Html:
    """Lines of HTML, without the empty ones."""
    return Html("\n".join(line for line in given if line))


def source(language: str) -> str:
    """The Fluent file of a language."""
    return files("bot").joinpath("i18n", f"{language}.ftl").read_text("utf-8")


@lru_cache(maxsize=4 * len(LANGUAGES))
def texts_in(language: str, actors: Actors | None = None) -> Texts:
    """The words of ``en`` or ``ar``; parties are called as ``actors`` call them, or the list that comes with us."""
    return Texts(language, actors or default_actors())


def language_of(*wishes: str | None) -> str:
    """The first wish that we speak, by its BCP 47 tag; English otherwise."""
    for wish in wishes:
        if wish and wish.lower().split("-")[0] in LANGUAGES:
            return wish.lower().split("-")[0]
    return "en"
