"""Which incidents a toll would count, with whose figure; and why one that may belong to it adds no number. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ledger.domain.values import Casualties, Count, GroupCount, Harm, TollKey, folded
from projections.incidents import IncidentRow
from projections.lines import Line, count_line, figure_line
from projections.statements import SourceRow
from projections.toll_rows import TollRow

_CAUSES: dict[str, frozenset[str]] = {
    "airstrikes": frozenset({"strike_reported"}),
    "shelling": frozenset({"shelling_reported"}),
    "bombardment and shelling": frozenset({"strike_reported", "shelling_reported"}),
    "explosion": frozenset({"explosion_reported"}),
    "landmines": frozenset({"explosion_reported"}),
    "execution": frozenset({"execution_reported"}),
    "clashes": frozenset({"clash_reported"}),
}
"""The kinds of incident that a cause, as the reader codes it, is made of."""

_KINDS = {
    Harm.ABDUCTED: "abduction_reported",
    Harm.DETAINED: "detention_reported",
    Harm.DISPLACED: "displacement_reported",
    Harm.RELEASED: "release_reported",
}


@dataclass(frozen=True, slots=True)
class Item:
    """One incident that the toll would count, with the figure of one source; ``own`` says that it is the toll's."""

    row: IncidentRow
    source: SourceRow
    count: Count
    own: bool

    def line(self) -> Line:
        return {
            "incident_id": self.row.incident_id,
            "source": self.source.source,
            "own_source": self.own,
            **figure_line(self.count),
            "status": self.row.status.value,
        }


@dataclass(frozen=True, slots=True)
class LeftOut:
    """One incident that may belong to the toll and adds no number, with every reason why."""

    row: IncidentRow
    why: tuple[str, ...]
    casualties: Casualties

    def line(self) -> Line:
        figures: Line = {name: count_line(getattr(self.casualties, name)) for name in ("killed", "injured", "affected")}
        return {"incident_id": self.row.incident_id, "why": list(self.why), "casualties": figures}


def judged(row: IncidentRow, toll: TollRow, path: str) -> Item | LeftOut | None:
    """Whether the toll would count an incident; null where it surely would not."""
    key = toll.key
    days = _days(row, key.period_start, toll.counted_to)
    cause, party = _cause(row, key), _party(row, key)
    source, count, no_figure = _figure(row, key)
    if "outside" in (days, cause, party) or no_figure == "outside":
        return None
    place = _place(row.place_path, path)
    why = [reason for reason in (place, days, cause, party, no_figure) if reason]
    if why or source is None or count is None:
        return LeftOut(row, tuple(why), row.facts.casualties)
    return Item(row, source, count, folded(source.source) == folded(key.source))


def _place(at: str, path: str) -> str | None:
    if at.startswith(path):
        return None
    if not at:
        return "place_not_given"
    return "wider_place" if path.startswith(at) else "around_the_area"


def _days(row: IncidentRow, first: date | None, last: date) -> str | None:
    start, end = row.facts.occurred.start, row.facts.occurred.end
    start, end = start or end, end or start
    if start is None or end is None:
        return "day_not_given"
    if start > last or (first is not None and end < first):
        return "outside"
    return "days_reach_beyond_the_window" if end > last or (first is not None and start < first) else None


def _cause(row: IncidentRow, key: TollKey) -> str | None:
    if key.cause is None:
        return None
    asked, means = folded(key.cause), folded(row.facts.means) if row.facts.means else None
    if means == asked:
        return None
    kinds = _CAUSES.get(asked) or frozenset(
        kind for code, kinds in _CAUSES.items() if code in asked.split(" and ") for kind in kinds
    )
    if row.kind in kinds:
        return None
    return "kind_not_given" if row.kind == "violence_reported" else "outside" if kinds else "cause_not_compared"


def _party(row: IncidentRow, key: TollKey) -> str | None:
    if key.perpetrator is None:
        return None
    if row.facts.perpetrator is None:
        return "party_not_given"
    return None if row.facts.perpetrator.key == key.perpetrator.key else "outside"


def _figure(row: IncidentRow, key: TollKey) -> tuple[SourceRow | None, Count | None, str | None]:
    """The one source whose figure counts, with it; or why there is none."""
    name = key.harm.value if key.harm in (Harm.KILLED, Harm.INJURED) else "affected"
    if name == "affected" and row.kind != _KINDS.get(key.harm):
        return None, None, "outside"
    spoken = [it for it in row.by_source if it.casualties is not None and getattr(it.casualties, name) is not None]
    spoken.sort(key=lambda it: folded(it.source) != folded(key.source))  # the toll's own first, else as they came
    if not spoken:
        # Without a figure of anybody harmed it is no news of the dead: talks, calm and control are not listed.
        told = any(it.casualties not in (None, Casualties()) for it in row.by_source)
        return None, None, "no_figure" if told or row.kind in _harmful() else "outside"
    source = spoken[0]
    whole: Count = getattr(source.casualties, name)
    count = whole if key.group == "all" and key.affiliation is None else _part(whole, key)
    if count is None:
        return source, None, "group_not_told_apart"
    return source, count, None if count.measure is not None else "in_words"


def _harmful() -> frozenset[str]:
    return frozenset({"violence_reported", *(kind for kinds in _CAUSES.values() for kind in kinds)})


def _part(whole: Count, key: TollKey) -> Count | None:
    """The people of a group in a count, where its source tells them apart."""
    for part in whole.breakdown:
        if folded(part.group) == folded(key.group) and _sided(part, key):
            return Count.model_construct(low=part.low, high=part.high, qualifier=part.qualifier)
    return None


def _sided(part: GroupCount, key: TollKey) -> bool:
    if key.affiliation is None:
        return True
    return part.affiliation is not None and folded(part.affiliation) == folded(key.affiliation)
