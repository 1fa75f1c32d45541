"""Writes the public site: signed first, then every page and proof as of that checkpoint, so that all say the same."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from desk.charting import chart_of
from desk.desk import Desk
from desk.exports.corrections import as_table
from desk.exports.exporting import Export
from desk.proving import prove_entry, signer_of
from desk.publishing import pages
from desk.publishing.pages import Frame
from desk.publishing.wording import LANGUAGES
from ledger.domain.events import TollRevised
from ledger.errors import ExportUnwritable, NotYetSigned
from ledger.files import write_whole
from ledger.transparency.checkpoint import Checkpoint
from ledger.transparency.signing import CHECKPOINT, PUBLIC
from ledger.transparency.tiles import tiles_of
from projections.moments import AsOf, Audience
from projections.toll_rows import HistoryRow, TollRow
from projections.tolls import KeptKey

Progress = Callable[[str, int, int], None]
MARK = ".incident-ledger-site"
"""Stands in a folder that this program made, so that it never empties one of somebody else's."""


@dataclass(frozen=True, slots=True)
class Published:
    """What was written, and the position it was all read at."""

    folder: Path
    position: int
    tolls: int
    corrections: int


def publish(desk: Desk, out: Path, progress: Progress) -> Published:
    """Write the site of what the last checkpoint covers into a folder; one of an earlier time is written over.

    Raises ``NotYetSigned`` without a checkpoint, ``ExportUnwritable`` for a folder that holds other things.
    """
    note = signer_of(desk.settings).last()
    if note is None:
        raise NotYetSigned("the site", desk.log.head().position)
    position = Checkpoint.parse(note.text).size
    as_of = desk.queries.moment(at=f"@{position}")
    try:
        _make_ready(out)
        site = _Site(desk, out, as_of, progress)
        site.log(position)
        tolls = site.tolls()
        corrections = site.pages(tolls)
    except OSError as error:
        raise ExportUnwritable(str(error.filename or out), error.strerror or "it cannot be written") from error
    return Published(out, position, len(tolls), corrections)


@dataclass(frozen=True, slots=True)
class _Site:
    desk: Desk
    out: Path
    as_of: AsOf
    progress: Progress

    def log(self, size: int) -> None:
        """The checkpoint, the tree's tiles and the public key: what anybody needs to check the log."""
        settings = self.desk.settings
        for tile in tiles_of(size):
            source = settings.tiles_folder / tile.path
            self._put(f"log/{tile.path}", source.read_bytes())
        self._put("log/checkpoint", (settings.tiles_folder / CHECKPOINT).read_bytes())
        self._put("log/log.pub", (settings.keys_folder / PUBLIC).read_bytes())

    def tolls(self) -> list[TollRow]:
        """A page, a chart and a proof for each toll; the rows of the first page."""
        export = Export(self.desk, self.as_of, None, lambda *_: None)
        rows = {row.key_id: row for row in export.tolls() if not row.of_which}
        for done, (kept, history) in enumerate(export.histories()):
            self.progress("publishing tolls", done, len(rows))
            if kept.key_id in rows:
                self._toll(kept, rows[kept.key_id], history)
        return list(rows.values())

    def _toll(self, kept: KeptKey, row: TollRow, history: list[HistoryRow]) -> None:
        told = self._may_be_told(row, history)
        proof = prove_entry(self.desk, f"@{row.entry_position}", with_payload=told)
        self._put(f"toll/{row.key_id}.tlog-proof", str(proof).encode())
        for frame in self._frames(depth=1):
            language = frame.words.language
            chart = chart_of(kept, history, self.as_of, language, self.desk.gazetteer)
            self._put(f"toll/{row.key_id}.{language}.png", chart)
            self._page(frame, f"toll/{row.key_id}", pages.toll_page(frame, row, history))

    def _may_be_told(self, row: TollRow, history: list[HistoryRow]) -> bool:
        """Whether all that an entry says is public: a revision names the figure before, perhaps an unreviewed one."""
        (recorded, *_) = self.desk.log.stream(row.key_id, row.version)
        if not isinstance(recorded.event, TollRevised):
            return True
        return any(it.count.same_figure(recorded.event.old) for it in history)

    def pages(self, tolls: list[TollRow]) -> int:
        """The pages that there is one of; how many corrections they tell."""
        changes = self.desk.queries.changes(0, self.as_of, Audience.PUBLIC)
        shown = frozenset(row.key_id for row in tolls)
        for frame in self._frames(depth=0):
            self._page(frame, "index", pages.index_page(frame, tolls))
            self._page(frame, "corrections", pages.corrections_page(frame, changes, shown))
            self._page(frame, "method", pages.method_page(frame))
            self._page(frame, "verify", pages.verify_page(frame))
        table = as_table(Export(self.desk, self.as_of, None, lambda *_: None))
        self._put("corrections.csv", "".join(table).encode())
        for asset in ("style.css", "verify.js"):
            self._put(asset, files("desk.publishing").joinpath("assets", asset).read_bytes())
        return len(changes)

    def _frames(self, depth: int) -> list[Frame]:
        return [Frame(words, depth, self.as_of.position, self.desk.gazetteer) for words in LANGUAGES]

    def _page(self, frame: Frame, name: str, html: str) -> None:
        folder = "" if frame.words is LANGUAGES[0] else f"{frame.words.language}/"
        self._put(f"{folder}{name}.html", html.encode())

    def _put(self, name: str, content: bytes) -> None:
        path = self.out / name
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, content)


def _make_ready(out: Path) -> None:
    """An empty folder, or one that was made here before, without what it held of pages."""
    out.mkdir(parents=True, exist_ok=True)
    mark = out / MARK
    if not mark.exists() and any(out.iterdir()):
        raise ExportUnwritable(str(out), "it holds other things; name a new folder")
    for old in ("toll", "ar"):  # pages of tolls that are shown no more must not stay
        shutil.rmtree(out / old, ignore_errors=True)
    mark.touch()
