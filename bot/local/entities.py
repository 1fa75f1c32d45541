"""Formatted text as Telegram reads it: HTML into plain text and entities, and what it finds in plain text by itself.

The reading of HTML follows TDLib's parser, errors included. Offsets and lengths of entities are in UTF-16 code
units, as everywhere in Telegram; byte offsets in errors count UTF-8.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.local.chats import Fields
from bot.local.refusals import ApiError, bad_request

_KINDS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "code": "code",
    "pre": "pre",
    "a": "text_link",
    "blockquote": "blockquote",
    "span": "spoiler",
    "tg-spoiler": "spoiler",
}
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_CHARACTER = re.compile(r"&(?:#x([0-9a-fA-F]{1,6})|#([0-9]{1,7})|([a-zA-Z]+));?")
_ATTRIBUTE = re.compile(r"""\s*([^\s=>/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([A-Za-z0-9.-]+)))?(?=[\s>])""")
_FOUND = (
    ("bot_command", re.compile(r"(?<![\w/@])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\w/])")),
    ("email", re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+")),
    ("url", re.compile(r"(?<![\w@.])(?:https?://[^\s<>]+|t\.me/[^\s<>]+)")),
    ("mention", re.compile(r"(?<![\w@/])@[A-Za-z0-9_]{3,32}(?!\w)")),
    ("hashtag", re.compile(r"(?<!\w)#\w*[^\W\d]\w*")),
)


def units(text: str) -> int:
    """Length in UTF-16 code units."""
    return len(text.encode("utf-16-le")) // 2


@dataclass(slots=True)
class _Open:
    tag: str
    argument: str
    offset: int


class _Html:
    """One reading of one text; ``text`` and ``entities`` grow as it goes."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.text = ""
        self.entities: list[Fields] = []
        self._open: list[_Open] = []
        self._languages: dict[tuple[int, int], str] = {}

    def read(self) -> None:
        at = 0
        while at < len(self.source):
            letter = self.source[at]
            if letter == "&":
                at = self._character(at)
            elif letter != "<":
                self.text += letter
                at += 1
            elif self.source.startswith("</", at):
                at = self._close(at)
            else:
                at = self._start(at)
        if self._open:
            raise self._wrong(f'Can\'t find end tag corresponding to start tag "{self._open[-1].tag}"')

    def _character(self, at: int) -> int:
        match = _CHARACTER.match(self.source, at)
        letter = "" if match is None else _letter(match)
        if match is None or not letter:
            self.text += "&"
            return at + 1
        self.text += letter
        return match.end()

    def _start(self, at: int) -> int:
        match = re.compile(r"<([^\s>]*)").match(self.source, at)
        end = match.end() if match else len(self.source)
        if match is None or end >= len(self.source):
            raise self._wrong(f"Unclosed start tag at byte offset {self._byte(at)}")
        tag = match[1].lower()
        if tag not in _KINDS:
            raise self._wrong(f'Unsupported start tag "{tag}" at byte offset {self._byte(at)}')
        argument = ""
        while (here := self.source[end:].lstrip()) and not here.startswith(">"):
            attribute = _ATTRIBUTE.match(self.source, end)
            if attribute is None:
                raise self._attribute_fault(tag, here, at)
            value = next((part for part in attribute.groups()[1:] if part is not None), "")
            argument = self._argument(tag, attribute[1].lower(), value) or argument
            end = attribute.end()
        if not here:
            raise self._wrong(f"Unclosed start tag at byte offset {self._byte(at)}")
        if tag == "span" and argument != "tg-spoiler":
            raise self._wrong(f'Tag "span" must have class "tg-spoiler" at byte offset {self._byte(at)}')
        self._open.append(_Open(tag, argument, units(self.text)))
        return self.source.index(">", end) + 1

    def _argument(self, tag: str, attribute: str, value: str) -> str:
        if (tag, attribute) in {("a", "href"), ("span", "class")}:
            return _CHARACTER.sub(lambda match: _letter(match) or match[0], value)
        if (tag, attribute) == ("code", "class") and value.startswith("language-"):
            return value.removeprefix("language-")
        return "expandable" if (tag, attribute) == ("blockquote", "expandable") else ""

    def _attribute_fault(self, tag: str, here: str, at: int) -> ApiError:
        where = f"at byte offset {self._byte(at)}"
        if here[0] in "=/":
            return self._wrong(f'Empty attribute name in the tag "{tag}" {where}')
        return self._wrong(f"Unclosed start tag {where}")

    def _close(self, at: int) -> int:
        if not self._open:
            raise self._wrong(f"Unexpected end tag at byte offset {self._byte(at)}")
        match = re.compile(r"</([^\s>]*)\s*>").match(self.source, at)
        if match is None:
            raise self._wrong(f"Unclosed end tag at byte offset {self._byte(at)}")
        last, found = self._open.pop(), match[1]
        if found and found.lower() != last.tag:
            raise self._wrong(
                f'Unmatched end tag at byte offset {self._byte(at)}, expected "</{last.tag}>", found "</{found}>"'
            )
        if (length := units(self.text) - last.offset) > 0:
            self._mark(last, length)
        return match.end()

    def _mark(self, tag: _Open, length: int) -> None:
        kind = "expandable_blockquote" if tag.argument == "expandable" else _KINDS[tag.tag]
        entity: Fields = {"type": kind, "offset": tag.offset, "length": length}
        if tag.tag == "a":
            url = tag.argument or self.text.encode("utf-16-le")[tag.offset * 2 :].decode("utf-16-le")
            if not re.match(r"(?i)(https?|tg|ftp|tonsite)://|mailto:|[\w-]+\.\w", url):
                return
            entity["url"] = url
        span = (tag.offset, length)
        if tag.tag == "code" and tag.argument:
            self._languages[span] = tag.argument
        if tag.tag == "pre" and span in self._languages:
            # <pre><code class="language-…"> is one block in a language.
            self.entities.remove({"type": "code", "offset": tag.offset, "length": length})
            entity["language"] = self._languages.pop(span)
        self.entities.append(entity)

    def _byte(self, at: int) -> int:
        return len(self.source[:at].encode())

    def _wrong(self, words: str) -> ApiError:
        return bad_request(f"can't parse entities: {words}")


def _letter(match: re.Match[str]) -> str:
    """The character that ``&…;`` stands for; empty for those that Telegram leaves as they are."""
    hexadecimal, decimal, name = match.groups()
    code = int(hexadecimal, 16) if hexadecimal else int(decimal) if decimal else 0
    # Halves of surrogate pairs are no characters.
    known = 0 < code < 0x110000 and not 0xD800 <= code < 0xE000
    return _NAMED.get(name or "", "") or (chr(code) if known else "")


def from_html(source: str) -> tuple[str, list[Fields]]:
    """Plain text and entities of a text in Telegram's HTML, or Telegram's complaint about it."""
    reading = _Html(source)
    reading.read()
    return reading.text, sorted(reading.entities, key=_place)


def found(text: str, marked: list[Fields]) -> list[Fields]:
    """``marked`` with the commands, mentions, hashtags and addresses that Telegram itself marks in a text."""
    entities = list(marked)
    closed = [_span(entity) for entity in marked if entity["type"] in {"code", "pre", "text_link"}]
    for kind, pattern in _FOUND:
        for match in pattern.finditer(text):
            start = units(text[: match.start()])
            end = start + units(match[0])
            if all(end <= other_start or other_end <= start for other_start, other_end in closed):
                entities.append({"type": kind, "offset": start, "length": end - start})
                closed.append((start, end))
    return sorted(entities, key=_place)


def trimmed(text: str, entities: list[Fields]) -> tuple[str, list[Fields]]:
    """Without the white space at both ends, which Telegram drops; entities move or shrink with it."""
    cut = units(text) - units(text.lstrip())
    text = text.strip()
    kept = []
    for entity in entities:
        start, end = _span(entity)
        start, end = max(start - cut, 0), min(end - cut, units(text))
        if end > start:
            kept.append(entity | {"offset": start, "length": end - start})
    return text, kept


def _span(entity: Fields) -> tuple[int, int]:
    offset, length = entity["offset"], entity["length"]
    if not isinstance(offset, int) or not isinstance(length, int):
        raise bad_request("can't parse entities: wrong offset or length")
    return offset, offset + length


def _place(entity: Fields) -> tuple[int, int]:
    start, end = _span(entity)
    return start, -end
