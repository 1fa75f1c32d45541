from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator

import pytest

from desk.charts.lettering import FONTS, Lettering, directed, drawing, plain

pytestmark = pytest.mark.filterwarnings("error")


@pytest.fixture
def lettering() -> Iterator[Lettering]:
    with drawing():
        from matplotlib.backends.backend_agg import RendererAgg

        yield Lettering(10.0, RendererAgg(100, 100, 180))


def test_lines_are_no_wider_than_asked_and_no_word_is_lost(lettering: Lettering) -> None:
    words = "The count is what the source stated on that day and the true number may be higher"
    lines = lettering.wrapped(words, 400)
    assert len(lines) > 2
    assert all(lettering.width(line) <= 400 for line in lines)
    assert " ".join(lines) == words


def test_a_word_wider_than_the_line_is_broken_not_clipped(lettering: Lettering) -> None:
    lines = lettering.wrapped("x" * 200, 400)
    assert all(lettering.width(line) <= 400 for line in lines)
    assert "".join(lines) == "x" * 200


def test_line_ends_that_were_given_are_kept(lettering: Lettering) -> None:
    assert lettering.wrapped("one\n\n two  three ", 400) == ["one", "two three"]


@pytest.mark.parametrize("width", range(120, 420, 30))
def test_a_date_stays_on_one_line(lettering: Lettering, width: int) -> None:
    for line in lettering.wrapped("counted since 19 July 2018 by field monitors", width):
        assert ("19" in line) == ("July" in line)


@pytest.mark.parametrize("text", ["Killed → ≥ “at least” × – · ▼", "القتلى «على الأقل»، لأ ﷲ", "Київ Ελλάδα çãőž"])
def test_our_fonts_draw_latin_arabic_cyrillic_greek_and_signs(lettering: Lettering, text: str) -> None:
    assert plain(text) == text
    assert lettering.width(text) > 0  # with a glyph missing matplotlib would warn, which fails here


def test_what_no_font_can_draw_becomes_a_box_without_a_warning(lettering: Lettering) -> None:
    with pytest.warns(UserWarning, match="missing from font"):
        lettering.width("漢")
    assert plain("dove 🕊 漢\x00\x1b") == "dove □ □"
    assert lettering.width(plain("dove 🕊 漢")) > 0


def test_arabic_is_joined_by_matplotlib_itself(lettering: Lettering) -> None:
    non_joiner = "\u200c"
    assert lettering.width("لا") < 0.9 * lettering.width(f"ل{non_joiner}ا")


def test_each_line_has_the_direction_of_its_language_whatever_its_first_word() -> None:
    assert directed("SOHR قال", right_to_left=True) == "\u200fSOHR قال"
    assert directed("حيط (Hayt)", right_to_left=False) == "\u200eحيط (Hayt)"


def test_a_change_within_arabic_keeps_its_arrow_pointing_to_the_new_figure() -> None:
    assert directed("من 62 → 58 قتيلا", right_to_left=True) == "\u200fمن \u206662\u00a0→\u00a058\u2069 قتيلا"
    isolated = "\u206662\u00a0→\u00a058\u2069"
    assert directed(isolated, right_to_left=True) == "\u200f" + isolated


def test_the_fonts_are_the_ones_their_page_names() -> None:
    page = (FONTS / "PROVENANCE.md").read_text(encoding="utf-8")
    named = dict(re.findall(r"`([\w-]+\.ttf)` \| [\d.]+ \| ([0-9a-f]{64}) \|", page))
    there = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in FONTS.glob("*.ttf")}
    assert named == there
    assert "SIL OPEN FONT LICENSE" in (FONTS / "OFL.txt").read_text(encoding="utf-8")
