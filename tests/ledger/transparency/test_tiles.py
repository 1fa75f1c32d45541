"""Tiles: another log's, and our own from trees of many sizes."""

from __future__ import annotations

from pathlib import Path

import pytest

from ledger.transparency.checkpoint import Checkpoint
from ledger.transparency.note import Note
from ledger.transparency.proof import check_inclusion, inclusion_spans, prove
from ledger.transparency.tiles import Tile, TileReader, TileUnfit, bundled, read_tile, tiles_of, unbundled
from ledger.transparency.tree import leaf_hash, root_of

LOG = Path(__file__).parents[2] / "data" / "merkle" / "log"


@pytest.mark.parametrize("size", range(16))
def test_tiles_of_another_log_give_the_root_of_its_checkpoint(size: int) -> None:
    checkpoint = Checkpoint.parse(Note.parse((LOG / f"checkpoint.{size}").read_text(encoding="utf-8")).text)
    assert checkpoint.size == size
    assert TileReader(LOG, size).root() == checkpoint.root


@pytest.mark.parametrize("size", range(1, 16))
def test_entries_of_another_log_hash_to_its_leaves(size: int) -> None:
    entries = unbundled((LOG / Tile(-1, 0, size).path).read_bytes())
    assert len(entries) == size
    hashes = read_tile(LOG, Tile(0, 0, size))
    assert b"".join(leaf_hash(entry) for entry in entries) == hashes
    assert bundled(entries) == (LOG / Tile(-1, 0, size).path).read_bytes()


def test_where_tiles_lie() -> None:
    assert Tile(0, 1234067).path == "tile/0/x001/x234/067"
    assert Tile(1, 5, 17).path == "tile/1/005.p/17"
    assert Tile(-1, 1000).path == "tile/entries/x001/000"


def test_which_tiles_a_tree_has() -> None:  # the example of c2sp.org/tlog-tiles
    tiles = list(tiles_of(70_000))
    assert [tile for tile in tiles if tile.level == 0][-1] == Tile(0, 273, 112)
    assert [tile for tile in tiles if tile.level == 1] == [Tile(1, 0), Tile(1, 1, 17)]
    assert [tile for tile in tiles if tile.level == 2] == [Tile(2, 0, 1)]
    assert list(tiles_of(256)) == [Tile(0, 0), Tile(1, 0, 1)]
    assert list(tiles_of(0)) == []


def test_which_tiles_are_new() -> None:
    assert list(tiles_of(300, 300)) == []
    assert list(tiles_of(301, 300)) == [Tile(0, 1, 45)]
    assert list(tiles_of(512, 300)) == [Tile(0, 1), Tile(1, 0, 2)]
    for before in range(0, 700, 7):
        grown = {tile for tile in tiles_of(700) if tile not in set(tiles_of(before))}
        assert set(tiles_of(700, before)) == grown


def test_a_full_tile_serves_an_older_tree(tmp_path: Path) -> None:
    leaves = [leaf_hash(str(number).encode()) for number in range(256)]
    path = tmp_path / Tile(0, 0).path
    path.parent.mkdir(parents=True)
    path.write_bytes(b"".join(leaves))
    reader = TileReader(tmp_path, 100)
    assert reader.root() == root_of(leaves[:100])
    assert reader.leaf(7) == leaves[7]
    check_inclusion(leaves[7], 7, 100, prove(reader, inclusion_spans(7, 100)), reader.root())


def test_a_tile_that_is_cut_or_gone_is_named(tmp_path: Path) -> None:
    with pytest.raises(TileUnfit, match=r"tile/0/000\.p/3 is not there"):
        TileReader(tmp_path, 3).root()
    path = tmp_path / Tile(0, 0, 3).path
    path.parent.mkdir(parents=True)
    path.write_bytes(b"x" * 95)
    with pytest.raises(TileUnfit, match="95 bytes instead of 96"):
        TileReader(tmp_path, 3).root()


def test_a_bundle_that_is_cut_is_found() -> None:
    content = bundled([b"one", b"", b"three"])
    assert unbundled(content) == [b"one", b"", b"three"]
    for cut in range(1, len(content)):
        if cut not in (5, 7):
            with pytest.raises(TileUnfit):
                unbundled(content[:cut])
    with pytest.raises(ValueError, match="at most"):
        bundled([b"x" * 65_536])
