"""The columns of a table of tolls in HXL: their headings, hashtags, and the rules that their cells keep [HXL 1.1].

Figures stand in the columns of their harm, best first: ``#affected+killed`` finds the figure that a reader quotes.
"""

from __future__ import annotations

from dataclasses import dataclass

from ledger.domain.commands import PublishedChange
from ledger.domain.values import Basis, Harm, Quantifier, Status

BOUNDS = ("best", "low", "high")


@dataclass(frozen=True, slots=True)
class Column:
    """One column; ``rules`` are those of an HXL schema that hold for its cells."""

    heading: str
    tag: str
    rules: dict[str, str]


def figure_tag(harm: Harm) -> str:
    """The hashtag of a harm's figures: ``#affected`` counts people, and nobody may add up things under it."""
    return "#affected" if harm.of_people else "#item"


def _figures() -> tuple[Column, ...]:
    number = {"#valid_datatype": "number", "#valid_value+min": "0"}
    return tuple(
        Column(f"{harm.value}, {bound}", f"{figure_tag(harm)}+{harm.value}+{bound}", number)
        for harm in Harm
        for bound in BOUNDS
    )


def _listed(words: type[PublishedChange] | type[Harm] | type[Quantifier] | type[Basis] | type[Status]) -> str:
    return "|".join(word.value for word in words)


_NEEDED = {"#valid_required": "true"}
_DAY = {"#valid_value+regex": r"^\d{4}-\d{2}-\d{2}$"}
_TIME = {"#valid_value+regex": r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?\+00:00$"}
_WHOLE = {"#valid_datatype": "number"}

COLUMNS = (
    Column("toll", "#meta+id+toll", _NEEDED | {"#valid_value+regex": "^T-[0-9a-z]{10}$"}),
    Column("change", "#meta+change", _NEEDED | {"#valid_value+list": _listed(PublishedChange)}),
    Column("source", "#meta+source", _NEEDED),
    Column("stated at", "#date+stated", _NEEDED | _TIME),
    Column("counted to", "#date+end+window", _NEEDED | _DAY),
    Column("counted from", "#date+start+window", _DAY),
    Column("place as written", "#loc+name", {}),
    Column("place in the list", "#loc+code+ledger", {}),
    Column("country", "#country+name", {}),
    Column("country code", "#country+code", {"#valid_value+regex": "^[A-Z]{2}$"}),
    Column("first level", "#adm1+name", {}),
    Column("first level P-code", "#adm1+code", {}),
    Column("second level", "#adm2+name", {}),
    Column("second level P-code", "#adm2+code", {}),
    Column("third level", "#adm3+name", {}),
    Column("third level P-code", "#adm3+code", {}),
    Column("group counted", "#population+group", _NEEDED),
    Column("affiliation", "#group+affiliation", {}),
    Column("attributed to, as written", "#group+name+perpetrator", {}),
    Column("attributed to", "#group+code+perpetrator", {}),
    Column("cause", "#cause", {}),
    Column("basis", "#meta+basis", {"#valid_value+list": _listed(Basis)}),
    Column("harm", "#indicator+harm", _NEEDED | {"#valid_value+list": _listed(Harm)}),
    *_figures(),
    Column("as worded", "#indicator+qualifier", {"#valid_value+list": _listed(Quantifier)}),
    Column("of which", "#indicator+breakdown", {}),
    Column("reasons", "#meta+reasons", {}),
    Column("status", "#status", _NEEDED | {"#valid_value+list": _listed(Status)}),
    Column("recorded at", "#date+recorded", _NEEDED | _TIME),
    Column("entry", "#meta+id+entry", _NEEDED),
    Column("read at position", "#meta+position", _NEEDED | _WHOLE),
    Column("code book", "#meta+codebook", _NEEDED),
)


def schema_rows() -> list[list[str]]:
    """The rules as the rows of an HXL schema: its hashtags, then one row for each column that has any rule."""
    rules = [
        {"#valid_tag": column.tag, "#valid_severity": "error", "#description": column.heading, **column.rules}
        for column in COLUMNS
        if column.rules
    ]
    tags = list(dict.fromkeys(tag for rule in rules for tag in rule))
    return [tags, *([rule.get(tag, "") for tag in tags] for rule in rules)]
