"""The columns of UCDP's Georeferenced Event Dataset, and what an incident keeps of them [UCDP GED codebook].

Sundberg & Melander 2013; Högbladh 2019. The texts of the articles that UCDP read (``source_article``,
``source_headline``, ``where_description``) are not ours to store.
"""

from __future__ import annotations

from ledger.domain.values import Count

SOURCE, DATASET = "UCDP", "UCDP GED"

FIGURES = ("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown", "low", "best", "high")

CORE = (
    "id", "type_of_violence", "dyad_name", "side_a", "side_b", "number_of_sources", "source_office", "source_date",
    "where_prec", "where_coordinates", "adm_1", "adm_2", "latitude", "longitude", "event_clarity", "date_prec",
    "date_start", "date_end", *FIGURES,
)  # fmt: skip
"""What every row gives, and what says whether its publisher changed it."""

KEPT = (
    "active_year", "conflict_new_id", "conflict_name", "dyad_new_id", "side_a_new_id", "gwnoa", "side_b_new_id",
    "gwnob", "source_original", "priogrid_gid", "country", "country_id", "region", "year", "relid", "code_status",
    "conflict_dset_id", "dyad_dset_id", "side_a_dset_id", "side_b_dset_id",
)  # fmt: skip
"""Columns of the long form that are kept, where they say something of their own."""

PASSED_OVER = ("source_article", "source_headline", "where_description", "geom_wkt")

CELLS = ("type_of_violence", "number_of_sources", "source_office", "source_date", "adm_1", "adm_2")
"""Columns of the core that have no place of their own in an incident."""

ONE_SIDED = "3"
SUMMARY = "summary of several events"
"""Flag: the row is a total over several events or days (``event_clarity`` 2) and is booked to no single day."""

OUT_OF_ORDER = "bounds out of order"
PARTS_DIFFER = "deaths by side differ from best"
COMBATANTS, CIVILIANS, UNSPECIFIED = "combatants", "civilians", "unspecified"

SIDES = ("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown")
_OF_GROUP = {CIVILIANS: "deaths_civilians", UNSPECIFIED: "deaths_unknown"}


def sides_of(count: Count) -> dict[str, int]:
    """The dead by side, where a count has them: combatants of the first side, of the second, civilians, the rest."""
    found: dict[str, int] = {}
    for part in count.breakdown:
        if part.low is None:
            continue
        if part.group == COMBATANTS and part.affiliation is not None:
            found["deaths_b" if "deaths_a" in found else "deaths_a"] = part.low
        elif part.group in _OF_GROUP:
            found[_OF_GROUP[part.group]] = part.low
    return found
