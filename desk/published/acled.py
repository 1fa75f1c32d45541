"""The columns of ACLED's event data, and what an incident keeps of them [ACLED codebook].

``notes`` are ACLED's own text and are not stored; ``source`` names the media and groups it read. ACLED's terms do not
let others redistribute its data: exports leave out what came from it unless somebody with leave says otherwise.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import yaml

from ledger.domain.events import INCIDENT_KINDS

SOURCE, DATASET = "ACLED", "ACLED"

NEEDED = (
    "event_id_cnty", "event_date", "time_precision", "event_type", "sub_event_type", "actor1", "actor2", "country",
    "admin1", "location", "latitude", "longitude", "geo_precision", "fatalities",
)  # fmt: skip

KEPT = (
    "disorder_type", "event_type", "sub_event_type", "assoc_actor_1", "inter1", "assoc_actor_2", "inter2",
    "interaction", "civilian_targeting", "iso", "region", "country", "admin1", "admin2", "admin3", "source",
    "source_scale", "tags",
)  # fmt: skip
"""Columns that have no place of their own in an incident."""

COLUMNS = (
    "event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type", "sub_event_type", "actor1",
    "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2", "interaction", "civilian_targeting", "iso",
    "region", "country", "admin1", "admin2", "admin3", "location", "latitude", "longitude", "geo_precision", "source",
    "source_scale", "notes", "fatalities", "tags", "timestamp",
)  # fmt: skip
"""The columns in ACLED's order."""

NO_DEATHS = "ACLED: 0 deaths, or none known"
"""Flag: ACLED writes 0 where nobody died and where it does not know; so the number is not given."""

KINDS = Path(__file__).with_name("acled.yaml")


@lru_cache(maxsize=1)
def kinds() -> dict[str, str]:
    """Our stored kind by ACLED's sub-event type, from ``acled.yaml``; null = it is no incident of ours.

    Raises ``ValueError`` for a kind that is none.
    """
    told = _lists()["imports"]
    ours = {kind.kind for kind in INCIDENT_KINDS}
    wrong = sorted(kind for kind in told.values() if kind not in ours)
    if wrong:
        raise ValueError(f"{KINDS.name}: no kinds of incidents: {', '.join(wrong)}")
    return {name.casefold(): kind for name, kind in told.items()}


@lru_cache(maxsize=1)
def sub_types() -> dict[str, str]:
    """ACLED's sub-event type by our kind: the first that ``acled.yaml`` gives for it."""
    found: dict[str, str] = {}
    for name, kind in _lists()["imports"].items():
        found.setdefault(kind, name)
    return _lists()["exports"] | found


def _lists() -> dict[str, dict[str, str]]:
    lists: dict[str, dict[str, str]] = yaml.safe_load(KINDS.read_text(encoding="utf-8"))
    return lists


EVENT_TYPES = {
    "Battles": ("Armed clash", "Government regains territory", "Non-state actor overtakes territory"),
    "Explosions/Remote violence": (
        "Air/drone strike", "Shelling/artillery/missile attack", "Remote explosive/landmine/IED", "Suicide bomb",
        "Grenade", "Chemical weapon",
    ),
    "Violence against civilians": ("Attack", "Abduction/forced disappearance", "Sexual violence"),
    "Protests": ("Peaceful protest", "Protest with intervention", "Excessive force against protesters"),
    "Riots": ("Violent demonstration", "Mob violence"),
    "Strategic developments": (
        "Agreement", "Arrests", "Change to group/activity", "Disrupted weapons use",
        "Headquarters or base established", "Looting/property destruction", "Non-violent transfer of territory",
        "Other",
    ),
}  # fmt: skip
"""ACLED's event types with the sub-event types of each."""


def event_type(sub_event_type: str) -> str:
    """The event type that a sub-event type belongs to, empty for none of ACLED's."""
    wanted = sub_event_type.casefold()
    return next((name for name, subs in EVENT_TYPES.items() if wanted in map(str.casefold, subs)), "")
