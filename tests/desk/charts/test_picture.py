from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

import pytest
from matplotlib.figure import Figure
from matplotlib.text import Text

from desk.charts import ChartValue
from desk.charts.lettering import drawing
from desk.charts.picture import toll_figure
from tests.desk.charts.samples import ARABIC, CASES, ENGLISH, FALL, LANGUAGES, Texts, at_least, exact, in_words, many

pytestmark = pytest.mark.filterwarnings("error")
HIDDEN = str.maketrans(dict.fromkeys("\u200e\u200f\u2066\u2069") | {"\u00a0": " "})


def drawn(values: Sequence[ChartValue], texts: Texts = ENGLISH) -> Figure:
    with drawing():
        figure = toll_figure(values, **texts)
        figure.canvas.draw()
        return figure


def texts_of(figure: Figure) -> list[Text]:
    """Every text on the picture that says something."""
    found = list(figure.texts)
    for axes in figure.axes:
        found += axes.texts
        if axes.axison:
            found += [*axes.get_xticklabels(), *axes.get_yticklabels()]
    return [text for text in found if text.get_text()]


def said(figure: Figure) -> list[str]:
    return [text.get_text().translate(HIDDEN) for text in texts_of(figure)]


@pytest.mark.parametrize("texts", LANGUAGES, ids=lambda texts: texts["language"])
@pytest.mark.parametrize("case", CASES)
def test_no_text_is_clipped_and_none_covers_another(case: str, texts: Texts) -> None:
    figure = drawn(CASES[case], texts)
    with drawing():
        boxes = [(text.get_text(), text.get_window_extent()) for text in texts_of(figure)]
    width, height = figure.bbox.size
    assert [words for words, box in boxes if box.x0 < 0 or box.y0 < 0 or box.x1 > width or box.y1 > height] == []
    # Boxes of text hold room for marks above and below letters, which may touch.
    covering = [(one, two) for (one, a), (two, b) in combinations(boxes, 2) if a.padded(-6).overlaps(b.padded(-6))]
    assert covering == []


def test_question_source_and_caveat_are_all_written() -> None:
    written = " ".join(said(drawn(FALL)))
    for words in (ENGLISH["title"], ENGLISH["subtitle"], ENGLISH["caption"]):
        assert words in written


def test_a_fall_is_written_with_both_figures_and_the_last_value_as_worded() -> None:
    assert {"62 → 58", "at least 58", "at least 41", "count fell", "earlier figure, no longer standing"} <= set(
        said(drawn(FALL))
    )


def test_the_same_is_written_in_arabic_from_the_right() -> None:
    figure = drawn(FALL, ARABIC)
    assert {"62 → 58", "58 على الأقل", "انخفض العدد"} <= set(said(figure))
    title = next(text for text in figure.texts if "القتلى" in text.get_text())
    assert title.get_ha() == "right"
    assert title.get_fontproperties().get_weight() == "bold"


def test_time_runs_left_to_right_in_arabic_too() -> None:
    (axes,) = drawn(FALL, ARABIC).axes
    left, right = axes.get_xlim()
    assert left < right


def test_the_number_axis_begins_at_zero() -> None:
    (axes,) = drawn([exact(0, 1000), exact(5, 1010)]).axes
    assert axes.get_ylim()[0] == 0
    assert said(drawn([exact(0, 0)])).count("0") == 2  # the mark and the value


def test_values_in_words_are_told_below() -> None:
    assert "In words only, not drawn: hundreds (24 Jul 2018)." in said(drawn([exact(2, 10), in_words(5, "hundreds")]))


def test_without_any_number_the_picture_says_so() -> None:
    assert "No number to draw" in said(drawn([]))
    assert "لا يوجد رقم لرسمه" in said(drawn([], ARABIC))


def test_changes_that_find_no_room_for_their_figures_are_counted() -> None:
    written = said(drawn([exact(day, 100 + day, revised_from=200 + day) for day in range(12)]))
    labelled = sum("→" in text for text in written)
    assert 0 < labelled <= 8
    assert f"Changes marked without their figures: {12 - labelled}." in written


def test_the_last_of_a_thousand_values_is_written() -> None:
    values = many(1200)
    assert f"{values[-1].figure:,}" in said(drawn(values))


def test_a_bound_that_was_not_given_is_no_number_on_the_scale() -> None:
    bounded, exactly = drawn([at_least(1, 62)]).axes[0], drawn([exact(1, 62)]).axes[0]
    assert bounded.get_ylim() == exactly.get_ylim()


def test_dollar_signs_are_not_read_as_formulas() -> None:
    assert "5 $ and \\frac$ more" in said(drawn(FALL, Texts(**{**ENGLISH, "title": "5 $ and \\frac$ more"})))


def test_long_words_make_the_picture_higher_not_the_plot_smaller() -> None:
    usual = drawn(FALL)
    long = drawn(FALL, Texts(**{**ENGLISH, "title": "Killed " * 40, "caption": "caveat " * 300}))
    assert tuple(usual.bbox.size) == (1080, 1350)
    assert long.bbox.height > 1800
    assert long.axes[0].bbox.height >= 560
    assert " ".join(said(long)).count("caveat") == 300
