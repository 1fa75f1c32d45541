"""Writes the files of places. Without a folder of sources, only the index of their names."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import typer

from ledger.gazetteer import default_gazetteer
from ledger.places.alike import Sounds
from ledger.places.entry import COLUMNS
from ledger.places.lists import BUILT, NAMES, SOUNDS, shipped_rows
from ledger.places.names import index_of
from ledger.places.sounds import heard
from tools.places import ordinary
from tools.places.gaps import table
from tools.places.merge import give_ids

HERE = Path(__file__).resolve().parents[2] / "ledger" / "data" / "places"
_SOURCE = "source"


def main(
    sources: Path | None = typer.Argument(None, help="The folder of OCHA's, GeoNames' and UCDP's lists."),
    gaps: bool = typer.Option(False, "--gaps", help="Only say which places lack a name in Arabic, for docs/places.md."),
) -> None:
    """Build the list of places from its sources and index its names."""
    if gaps:
        typer.echo("\n".join(table(default_gazetteer())))
        return
    if sources is not None:
        _build(sources)
    _index(weigh=sources is not None)


def _build(sources: Path) -> None:
    from tools.places.countries import all_countries

    before = {name: _read(name) for name in BUILT}
    known = {it: row["id"] for rows in before.values() for row in rows for it in row[_SOURCE].split("|") if it}
    taken = {row["id"] for rows in (*before.values(), _read("by_hand.csv")) for row in rows}
    for country, places in all_countries(sources).items():
        name = f"{country}.csv"
        give_ids(places, known, taken)
        rows = {place.id: place.row() for place in places}
        twice = [place_id for place_id, number in Counter(place.id for place in places).items() if number > 1]
        if twice:
            raise SystemExit(f"{name}: two places have one id: {', '.join(twice)}")
        lost = [row for row in before[name] if row["id"] not in rows]
        if lost:
            typer.echo(f"{name}: kept {len(lost)} that no source tells of any more: {', '.join(r['id'] for r in lost)}")
        _write(name, [*rows.values(), *lost])
        typer.echo(f"{name}: {len(rows)}")


def _index(*, weigh: bool) -> None:
    places = shipped_rows()
    words_file, sounds_file = HERE / ordinary.WORDS, HERE / ordinary.SOUNDS
    if weigh:
        names = index_of(places.values())
        ordinary.write(words_file, ordinary.ordinary_words(places, names, ordinary.read(words_file)))
        ordinary.write(sounds_file, dict.fromkeys(ordinary.ordinary_sounds(names), "often a word"))
    words_too = frozenset(row["name"] for row in ordinary.read(words_file) if row["why"] != ordinary.A_PLACE)
    names = index_of(places.values(), words_too)
    heard_too = {heard(name) for name in words_too} | {row["name"] for row in ordinary.read(sounds_file)}
    _write_lines(NAMES, names.lines())
    _write_lines(SOUNDS, Sounds.of(names, heard_too).lines())
    typer.echo(f"{NAMES}: {len(names)} names of {len(places)} places")


def _write_lines(name: str, lines: Iterable[str]) -> None:
    (HERE / name).write_text("\n".join(lines) + "\n", encoding="utf-8")


def _read(name: str) -> list[dict[str, str]]:
    file = HERE / name
    if not file.exists():
        return []
    with file.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def _write(name: str, rows: Iterable[dict[str, str]]) -> None:
    with (HERE / name).open("w", encoding="utf-8", newline="") as lines:
        writer = csv.DictWriter(lines, (*COLUMNS, _SOURCE), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


if __name__ == "__main__":
    typer.run(main)
