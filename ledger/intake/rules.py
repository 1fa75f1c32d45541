"""What each rule and each flag of the reader means, in one sentence; the list is ``ledger/data/rules.yaml``."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files

import yaml

GROUPS = ("draft", "veto", "actor", "flag")


@lru_cache(maxsize=1)
def rules() -> dict[str, dict[str, str]]:
    """Names with their sentence, for each of ``GROUPS``."""
    text = files("ledger").joinpath("data", "rules.yaml").read_text("utf-8")
    listed: dict[str, dict[str, str]] = yaml.safe_load(text)
    return {group: {str(name): words for name, words in listed[group].items()} for group in GROUPS}


def meaning(group: str, name: str) -> str:
    """The sentence of a rule, empty for one that is not listed."""
    return rules()[group].get(name, "")
