"""What the public site says, one file a language in ``words/``; figures are put in the words of the charts."""

from __future__ import annotations

from importlib.resources import files

import yaml
from pydantic import BaseModel, ConfigDict

from ledger.domain.values import ReasonCode, Status


class _Words(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Part(_Words):
    """A heading and what stands under it."""

    title: str
    text: str


class FormWords(_Words):
    """The form in which a reader checks something."""

    intro: str
    key: str
    proof: str
    old: str
    run_proof: str
    run_growth: str
    yes: str
    no: str
    holds: str
    grown: str
    no_ed25519: str
    waiting: str


class SiteWords(_Words):
    """One language; a file that lacks a name, a status or a reason is refused when it is read."""

    language: str
    name: str
    right_to_left: bool
    site: str
    skip: str
    tolls: str
    corrections: str
    method: str
    verify: str
    intro: str
    nothing: str
    columns: tuple[str, str, str, str]
    history_columns: tuple[str, str, str, str]
    correction_columns: tuple[str, str, str, str, str]
    among: str
    replaced: str
    withdrawn: str
    chart: str
    proof: str
    check: str
    read_at: str
    caveat: str
    as_table: str
    statuses: dict[Status, str]
    reasons: dict[ReasonCode, str]
    method_parts: tuple[Part, ...]
    form: FormWords


def _read(language: str) -> SiteWords:
    written = files("desk.publishing").joinpath("words", f"{language}.yaml").read_text(encoding="utf-8")
    words = SiteWords.model_validate(yaml.safe_load(written))
    missing = [each.value for each in (*Status, *ReasonCode) if each not in {*words.statuses, *words.reasons}]
    if missing:
        raise ValueError(f"{language}.yaml has no words for {', '.join(missing)}")
    return words


LANGUAGES = tuple(_read(language) for language in ("en", "ar"))
"""The first is the one that readers come to."""
