"""Codes of UCDP and ACLED for how well a place and a time are known, both ways [UCDP GED codebook, ACLED codebook]."""

from __future__ import annotations

from ledger.domain.values import PlacePrecision, Precision

UCDP_TIMES = {
    "1": Precision.DAY,
    "2": Precision.FEW_DAYS,
    "3": Precision.WEEK,
    "4": Precision.MONTH,
    "5": Precision.YEAR,
}
"""``date_prec``: the day; two to six days; the week; up to a month; more than a month, up to a year."""

UCDP_PLACES = {
    "1": PlacePrecision.EXACT,
    "2": PlacePrecision.NEAR,
    "3": PlacePrecision.DISTRICT,
    "4": PlacePrecision.GOVERNORATE,
    "5": PlacePrecision.AREA,
    "6": PlacePrecision.COUNTRY,
    "7": PlacePrecision.ABROAD,
}
"""``where_prec``: the point; within 25 km of it; the district; the governorate; a line or an area without fixed bounds;
the country; international waters or airspace."""

ACLED_TIMES = {"1": Precision.DAY, "2": Precision.WEEK, "3": Precision.MONTH}
"""``time_precision``: the day; the week; the month."""

ACLED_PLACES = {"1": PlacePrecision.EXACT, "2": PlacePrecision.NEAR, "3": PlacePrecision.AREA}
"""``geo_precision``: the town; a part of a region, near the point; a larger region."""

_UCDP_TIME = {given: code for code, given in UCDP_TIMES.items()} | {Precision.EXACT: "1", Precision.UNKNOWN: "5"}
_ACLED_TIME = {
    Precision.EXACT: "1",
    Precision.DAY: "1",
    Precision.FEW_DAYS: "2",
    Precision.WEEK: "2",
}
_UCDP_PLACE = {given: code for code, given in UCDP_PLACES.items()}
_ACLED_PLACE = {PlacePrecision.EXACT: "1", PlacePrecision.NEAR: "2"}


def ucdp_time(precision: Precision) -> str:
    """``date_prec`` of a precision; what is not known is the loosest."""
    return _UCDP_TIME[precision]


def ucdp_place(precision: PlacePrecision | None) -> str:
    """``where_prec``; empty where nobody said how well the place is known."""
    return _UCDP_PLACE[precision] if precision else ""


def acled_time(precision: Precision) -> str:
    """``time_precision``; anything looser than a week is 3."""
    return _ACLED_TIME.get(precision, "3")


def acled_place(precision: PlacePrecision | None) -> str:
    """``geo_precision``; anything looser than near the point is 3, empty where nobody said."""
    return _ACLED_PLACE.get(precision, "3") if precision else ""
