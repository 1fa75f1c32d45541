"""HTML is read as Telegram reads it, and a slip in it is refused in Telegram's words."""

from __future__ import annotations

import pytest

from bot.local import ApiError
from bot.local.chats import Fields
from bot.local.entities import found, from_html, trimmed, units


@pytest.mark.parametrize(
    ("source", "text", "entities"),
    [
        ("plain", "plain", []),
        ("<b>62</b> dead", "62 dead", [("bold", 0, 2)]),
        ("<B>62</B>", "62", [("bold", 0, 2)]),
        ("a <i>b <u>c</u></i>", "a b c", [("italic", 2, 3), ("underline", 4, 1)]),
        ("🕊 <b>calm</b>", "🕊 calm", [("bold", 3, 4)]),
        ("حوض <code>اليرموك</code>", "حوض اليرموك", [("code", 4, 7)]),
        ("5 &lt; 7 &amp; &quot;x&quot; &#65;&#x42;", '5 < 7 & "x" AB', []),
        ("&nbsp; & &bogus; &#xD800;", "&nbsp; & &bogus; &#xD800;", []),
        ('<span class="tg-spoiler">x</span>', "x", [("spoiler", 0, 1)]),
        ("<blockquote expandable>x</blockquote>", "x", [("expandable_blockquote", 0, 1)]),
        ("<b></b>x", "x", []),
        ("<s>x</>", "x", [("strikethrough", 0, 1)]),
    ],
)
def test_text_is_read_with_its_marks(source: str, text: str, entities: list[tuple[str, int, int]]) -> None:
    read, marks = from_html(source)
    assert read == text
    assert [(it["type"], it["offset"], it["length"]) for it in marks] == entities


def test_a_link_keeps_its_address_and_one_without_is_plain_text() -> None:
    assert from_html('<a href="https://example.org/?a=1&amp;b=2">source</a>')[1] == [
        {"type": "text_link", "offset": 0, "length": 6, "url": "https://example.org/?a=1&b=2"}
    ]
    assert from_html("<a>source</a>") == ("source", [])


def test_a_block_in_a_language_is_one_entity() -> None:
    assert from_html('<pre><code class="language-python">x</code></pre>')[1] == [
        {"type": "pre", "offset": 0, "length": 1, "language": "python"}
    ]


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("a < b", 'Unsupported start tag "" at byte offset 2'),
        ("a <b", "Unclosed start tag at byte offset 2"),
        ("é <x>", 'Unsupported start tag "x" at byte offset 3'),
        ("5 <7>", 'Unsupported start tag "7" at byte offset 2'),
        ("<b>62", 'Can\'t find end tag corresponding to start tag "b"'),
        ("62</b>", "Unexpected end tag at byte offset 2"),
        ("<b><i>x</b></i>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
        ('<a href="x>y</a>', "Unclosed start tag at byte offset 0"),
        ("<a =x>y</a>", 'Empty attribute name in the tag "a" at byte offset 0'),
        ('<span class="red">y</span>', 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
    ],
)
def test_a_slip_is_refused_in_telegrams_words(source: str, words: str) -> None:
    with pytest.raises(ApiError) as refused:
        from_html(source)
    assert refused.value.status == 400
    assert refused.value.description == f"Bad Request: can't parse entities: {words}"


def marked(text: str, entity: Fields) -> str:
    """The part of a text that an entity covers."""
    start, length = int(str(entity["offset"])), int(str(entity["length"]))
    return text.encode("utf-16-le")[start * 2 : (start + length) * 2].decode("utf-16-le")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("/toll Daraa", [("bot_command", "/toll")]),
        ("/toll@ledger_bot Daraa", [("bot_command", "/toll@ledger_bot")]),
        ("on 1/8 and/or http://x/y", [("url", "http://x/y")]),
        ("ask @ledger_bot", [("mention", "@ledger_bot")]),
        ("write to ada@example.org", [("email", "ada@example.org")]),
        ("#Daraa #درعا #2018", [("hashtag", "#Daraa"), ("hashtag", "#درعا")]),
    ],
)
def test_commands_and_addresses_are_found_in_plain_text(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(str(it["type"]), marked(text, it)) for it in found(text, [])] == expected


def test_nothing_is_found_inside_code() -> None:
    text, marks = from_html("<code>/toll</code>")
    assert found(text, marks) == marks


def test_white_space_at_the_ends_goes_and_the_marks_move_with_it() -> None:
    text, marks = from_html("\n <b> 62 </b> \n")
    assert trimmed(text, marks) == ("62", [{"type": "bold", "offset": 0, "length": 2}])


def test_lengths_count_as_telegram_counts() -> None:
    assert [units(text) for text in ("abc", "درعا", "🕊")] == [3, 4, 2]
