"""The pages of the public site, as HTML: what is told comes in, and nothing of it is believed to be harmless."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from html import escape

from pydantic import JsonValue

from desk.chart_words import group_words, subtitle_words, title_words
from desk.charts import ChartValue
from desk.charts.words import words as figure_words
from desk.publishing.wording import LANGUAGES, SiteWords
from ledger.domain.values import Count, Reason
from ledger.gazetteer import Gazetteer
from projections.changes import ChangeRow
from projections.toll_rows import HistoryRow, TollRow

PAGES = ("index", "corrections", "method", "verify")

# Scripts, styles, pictures and files of this site alone: a page that is opened tells nobody else.
_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'"


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around every page: its language, its place below the site's root, the log it was read from."""

    words: SiteWords
    depth: int
    position: int
    gazetteer: Gazetteer

    @property
    def base(self) -> str:
        """The way to the site's root."""
        return "../" * (self.depth + (self.words is not LANGUAGES[0]))

    @property
    def home(self) -> str:
        """The way to the first page of this language."""
        return "../" * self.depth

    def page(self, name: str, title: str, body: Iterable[str], script: str = "") -> str:
        """A whole page; ``name`` is its file below the language's folder, without its ending."""
        words, base = self.words, self.base
        direction = "rtl" if words.right_to_left else "ltr"
        caveat = f"{words.read_at.format(position=self.position, size=self.position)} {words.caveat}"
        return "\n".join([
            "<!doctype html>",
            f'<html lang="{words.language}" dir="{direction}">',
            '<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">',
            f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
            f'<title>{escape(title)} – {escape(words.site)}</title><link rel="stylesheet" href="{base}style.css">',
            f'</head><body><a class="skip" href="#content">{escape(words.skip)}</a>',
            self._navigation(name),
            f'<main id="content"><h1>{escape(title)}</h1>',
            *body,
            f'</main><footer><p class="quiet">{escape(caveat)}</p></footer>{script}</body></html>',
            "",
        ])  # fmt: skip

    def _navigation(self, name: str) -> str:
        words = self.words
        titles = dict(zip(PAGES, (words.tolls, words.corrections, words.method, words.verify), strict=True))
        items = []
        for page, title in titles.items():
            here = ' aria-current="page"' if page == name else ""
            items.append(f'<li><a href="{self.home}{page}.html"{here}>{escape(title)}</a></li>')
        for other in LANGUAGES:
            if other is not words:
                folder = "" if other is LANGUAGES[0] else f"{other.language}/"
                there = f"{self.base}{folder}{name}.html"
                told = f'lang="{other.language}" hreflang="{other.language}"'
                items.append(f'<li><a href="{there}" {told}>{escape(other.name)}</a></li>')
        return f'<nav aria-label="{escape(words.site)}"><ul>{"".join(items)}</ul></nav>'


def index_page(frame: Frame, rows: Sequence[TollRow]) -> str:
    """All tolls, each with its figure."""
    words = frame.words
    body = [f"<p>{escape(words.intro)}</p>"]
    if not rows:
        body.append(f"<p>{escape(words.nothing)}</p>")
    cells = []
    for row in rows:
        link = f'<a href="toll/{row.key_id}.html">{escape(_title(row, frame))}</a>'
        source = f'<br><span class="quiet">{escape(subtitle_words(row.key, words.language))}</span>'
        figure = f"<strong>{escape(_figure(row.count, row.counted_to, words))}</strong>"
        status = escape(words.statuses[row.status])
        cells.append([link + source, figure, escape(figure_words(words.language).day(row.counted_to)), status])
    body += _table(words.columns, cells) if rows else []
    return frame.page("index", words.tolls, body)


def toll_page(frame: Frame, row: TollRow, history: Sequence[HistoryRow]) -> str:
    """One toll: its figure, its chart, every value it ever had, and the way to prove it."""
    words = frame.words
    name = f"{row.key_id}.{words.language}.png"
    chart = f"{frame.base}toll/{name}"
    said = escape(words.statuses[row.status])
    body = [
        f'<p class="quiet">{escape(subtitle_words(row.key, words.language))}</p>',
        f'<p><span class="figure">{escape(_figure(row.count, row.counted_to, words))}</span><br>'
        f"{escape(figure_words(words.language).day(row.counted_to))} · {said} · <code>{row.key_id}</code></p>",
    ]
    parts = "، ".join if words.right_to_left else ", ".join
    if row.count.breakdown:
        among = [
            f"{group_words(part.group, words.language)}: "
            + _figure(Count(low=part.low, high=part.high, qualifier=part.qualifier), row.counted_to, words)
            for part in row.count.breakdown
        ]
        body.append(f"<p>{escape(words.among.format(parts=parts(among)))}</p>")
    body.append(f'<p><img src="{chart}" alt="{escape(words.chart)}" width="540" height="675"></p>')
    body += _table(words.history_columns, [_value_cells(it, words) for it in history])
    proof = f"{frame.base}toll/{row.key_id}.tlog-proof"
    check = f"{frame.home}verify.html?proof={row.key_id}"
    body.append(f'<p><a href="{check}">{escape(words.check)}</a> · <a href="{proof}">{escape(words.proof)}</a></p>')
    return frame.page(f"toll/{row.key_id}", _title(row, frame), body)


def corrections_page(frame: Frame, changes: Sequence[ChangeRow], shown: frozenset[str]) -> str:
    """What moved, the newest first; ``shown`` are the tolls that have a page."""
    words = frame.words
    cells = []
    for row in reversed(changes):
        named = f"<code>{escape(row.id)}</code>"
        what = f'<a href="toll/{escape(row.id)}.html">{named}</a>' if row.id in shown else named
        day = f"<br>{escape(figure_words(words.language).day(row.counted_to))}" if row.counted_to else ""
        old, new = _told_figure(row.old, words), _told_figure(row.new, words)
        why = escape(_why(row.reasons, words))
        cells.append([_hour(row.recorded_at), what + day, escape(old), escape(new), why])
    body = _table(words.correction_columns, cells) if cells else [f"<p>{escape(words.nothing)}</p>"]
    body.append(f'<p><a href="{frame.base}corrections.csv">{escape(words.as_table)}</a></p>')
    return frame.page("corrections", words.corrections, body)


def method_page(frame: Frame) -> str:
    """How figures come about, for readers."""
    told = frame.words.method_parts
    parts = (f"<h2>{escape(part.title)}</h2><p>{escape(part.text)}</p>" for part in told)
    return frame.page("method", frame.words.method, parts)


def verify_page(frame: Frame) -> str:
    """The form in which a reader checks a figure, and a checkpoint they kept."""
    words = frame.words.form
    told = json.dumps(words.model_dump(), ensure_ascii=False)
    fields = (
        _field("key", words.key, 2),
        _field("proof", words.proof, 8) + _button("run_proof", words.run_proof),
        _field("old", words.old, 6) + _button("run_growth", words.run_growth),
    )
    form = f'<form data-words="{escape(told)}" data-base="{frame.base}">{"".join(fields)}</form>'
    body = [f"<p>{escape(words.intro)}</p>", form, '<output aria-live="polite"></output>']
    return frame.page("verify", frame.words.verify, body, f'<script src="{frame.base}verify.js"></script>')


def _field(name: str, title: str, rows: int) -> str:
    label = f'<label for="{name}">{escape(title)}</label>'
    return f'<p>{label}<br><textarea id="{name}" name="{name}" rows="{rows}" spellcheck="false"></textarea></p>'


def _button(name: str, title: str) -> str:
    return f'<button type="button" name="{name}">{escape(title)}</button>'


def _table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    """A table of cells that are HTML already."""
    head = "".join(f'<th scope="col">{escape(column)}</th>' for column in columns)
    body = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    return [
        f'<div class="scroll" tabindex="0"><table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>'
    ]


def _value_cells(row: HistoryRow, words: SiteWords) -> list[str]:
    figure = escape(_figure(row.count, row.counted_to, words))
    if row.withdrawn or row.known_until is not None:
        state = words.withdrawn if row.withdrawn else words.replaced
        figure = f'<span class="gone">{figure}</span> <span class="quiet">({escape(state)})</span>'
    day = escape(figure_words(words.language).day(row.counted_to))
    reasons = row.withdrawal_reasons if row.withdrawn else row.reasons
    return [day, figure, _hour(row.known_from), escape(_why(reasons, words))]


def _title(row: TollRow, frame: Frame) -> str:
    return title_words(row.key, frame.words.language, frame.gazetteer)


def _figure(count: Count, day: date, words: SiteWords) -> str:
    qualifier = count.qualifier.value if count.qualifier else None
    value = ChartValue(
        counted_to=day, low=count.low, best=count.best, high=count.high, qualifier=qualifier, known_from=_EPOCH
    )
    return figure_words(words.language).figure(value)


def _told_figure(told: JsonValue, words: SiteWords) -> str:
    """A figure as corrections carry it; other things that moved are named by what they say."""
    if not isinstance(told, dict):
        return "–" if told is None else str(told)
    if "low" in told or "high" in told:
        fields = {name: told.get(name) for name in ("low", "high", "qualifier")}
        return _figure(Count.model_validate(fields), _EPOCH.date(), words)
    return "، ".join(f"{name}: {value}" for name, value in told.items() if value not in (None, [], {}))


def _why(reasons: Sequence[Reason], words: SiteWords) -> str:
    def told(reason: Reason) -> str:
        # An isolate keeps the sign in front of the number between words that run from the right.
        amount = "" if reason.amount is None else f" \u2066{reason.amount:+,}\u2069"
        return words.reasons[reason.code] + amount

    return ("، " if words.right_to_left else ", ").join(told(reason) for reason in reasons)


def _hour(moment: datetime) -> str:
    """A public time is told to the hour, so that it gives nobody away."""
    return f'<span dir="ltr">{moment:%Y-%m-%d %H}:00 UTC</span>'


_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
