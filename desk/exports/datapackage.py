"""``datapackage``: tolls, histories, incidents, corrections and the code book as a Frictionless Data Package."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import orjson
from pydantic import JsonValue

from desk import codebook
from desk.exports.exporting import Export
from desk.exports.output import whole_folder, write
from desk.exports.package_tables import CODES, CORRECTIONS, HISTORY, INCIDENTS, TOLLS, Field, flat
from desk.exports.table import csv_text
from projections.lines import Line

LICENCE = """# What may be done with these tables

The figures are statements of the sources named in them, collected and reviewed by the keepers of this ledger. A source
keeps its rights in its own publications; name it with every figure. Names and P-codes of places are from OCHA
(CC BY-IGO) and GeoNames (CC BY 4.0).
"""


def write_package(export: Export, out: Path) -> int:
    """Write the package as a folder that is there whole or not at all; bytes written. Raises ``ExportUnwritable``."""
    sources: dict[str, None] = {}
    tables: tuple[tuple[str, str, tuple[Field, ...], Iterator[Line]], ...] = (
        ("tolls", "The current figure of each toll.", TOLLS, _tolls(export, sources)),
        ("history", "Every value of each toll, and when it was known.", HISTORY, _history(export)),
        ("incidents", "Each incident that stands.", INCIDENTS, _incidents(export, sources)),
        ("corrections", "What moved, from what to what, and why.", CORRECTIONS, _corrections(export)),
        ("codebook", "Every coded word and what it means.", CODES, _codes()),
    )
    with whole_folder(out) as folder:
        size = 0
        for name, _, fields, lines in tables:
            size += write(folder / f"{name}.csv", csv_text(_cells(fields, export.counted(lines))))
        size += write(folder / "LICENCE.md", [LICENCE])
        listed = [_resource(name, words, fields) for name, words, fields, _ in tables]
        size += write(folder / "datapackage.json", [_descriptor(export, listed, list(sources))])
    return size


def _cells(fields: tuple[Field, ...], lines: Iterator[Line]) -> Iterator[list[str | int | float | bool | None]]:
    yield [field.name for field in fields]
    for line in lines:
        yield [flat(line.get(field.name)) for field in fields]


def _tolls(export: Export, sources: dict[str, None]) -> Iterator[Line]:
    for row in export.tolls():
        sources.setdefault(row.key.source)
        line = row.line()
        previous = row.previous.line() if row.previous else {}
        yield {
            **_named(row.key.model_dump(mode="json")),
            **line,
            "previous_counted_to": previous.get("counted_to"),
            "previous_best": previous.get("best"),
        }


def _history(export: Export) -> Iterator[Line]:
    for _, history in export.histories():
        yield from (row.line() for row in history)


def _incidents(export: Export, sources: dict[str, None]) -> Iterator[Line]:
    for row in export.incidents():
        sources.setdefault(row.facts.stated.source)
        line = row.line()
        occurred = {f"occurred_{name}": value for name, value in _parts(line["occurred"]).items()}
        harmed = {
            f"{harm}_{name}": value
            for harm, count in _parts(line["casualties"]).items()
            for name, value in _parts(count).items()
        }
        yield {**_named(line), **{name: line[name] for name in line if name not in _NAMED}, **occurred, **harmed}


_NAMED = ("place", "perpetrator", "target")


def _named(line: Line) -> Line:
    """Places and parties as their words and their id in columns of their own, and everything else as it is."""
    cells = {name: value for name, value in line.items() if name not in _NAMED}
    for name in _NAMED:
        parts = _parts(line.get(name))
        cells |= {name: parts.get("text"), f"{name}_id": parts.get("id")}
    return cells


def _corrections(export: Export) -> Iterator[Line]:
    yield from (row.line() for row in export.changes())


def _codes() -> Iterator[Line]:
    for listed, code, meaning in codebook.rows():
        yield {"list": listed, "code": code, "meaning": meaning}


def _parts(value: JsonValue) -> dict[str, JsonValue]:
    return value if isinstance(value, dict) else {}


def _resource(name: str, words: str, fields: tuple[Field, ...]) -> JsonValue:
    return {
        "name": name,
        "path": f"{name}.csv",
        "description": words,
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {"fields": [field.described for field in fields], "missingValues": [""]},
    }


def _descriptor(export: Export, resources: list[JsonValue], sources: list[str]) -> str:
    written: dict[str, JsonValue] = {
        "profile": "tabular-data-package",
        "name": "incident-ledger",
        "title": "Tolls, incidents and corrections of an incident ledger",
        "description": export.words,
        "licenses": [
            {"name": "other-at", "title": "Each source keeps its rights; see LICENCE.md", "path": "LICENCE.md"}
        ],
        "sources": [{"title": source} for source in sources],
        "ledger": export.about,
        "resources": resources,
    }
    return orjson.dumps(written, option=orjson.OPT_INDENT_2).decode() + "\n"
