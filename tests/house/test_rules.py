"""Every rule and flag of the reader is listed with what it means, and the page says what the list says."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

import yaml

from ledger.intake.event.agents import SURE_RULES
from ledger.intake.rules import GROUPS, rules
from tests.house import rules_doc
from tests.house.tree import REPOSITORY

_MADE_BY = {"Trigger": 2, "TollFrame": 4, "Sketch": 4}
"""What is made with the name of a rule, and which argument that is."""

_VETOED_BY = {"veto": 0}
_SENTENCE = re.compile(r"\S.*[.]$")


def sources() -> Iterator[ast.Module]:
    for path in sorted((REPOSITORY / "ledger" / "intake").rglob("*.py")):
        yield ast.parse(path.read_text(encoding="utf-8"))


def named(source: ast.Module, made_by: dict[str, int]) -> set[str]:
    """The names of rules given as literals to the calls of ``made_by``."""
    found: set[object] = set()
    for call in ast.walk(source):
        if isinstance(call, ast.Call):
            name = call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")
            at = made_by.get(name)
            given = call.args[at] if at is not None and at < len(call.args) else None
            found |= {given.value} if isinstance(given, ast.Constant) else set()
    return {name for name in found if isinstance(name, str)}


def flags(source: ast.Module) -> set[str]:
    """Flags as literals: appended to, added to or given as ``flags``."""
    found: set[str] = set()
    for node in ast.walk(source):
        value: ast.AST | None = None
        if isinstance(node, ast.AugAssign) and getattr(node.target, "attr", "") == "flags":
            value = node.value
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "append":
            value = node if getattr(node.func.value, "attr", "") == "flags" else None
        elif isinstance(node, ast.keyword) and node.arg == "flags":
            value = node.value
        if value is not None:
            found |= {it.value for it in ast.walk(value) if isinstance(it, ast.Constant) and isinstance(it.value, str)}
    return {flag for flag in found if re.fullmatch(r"[a-z]+(_[a-z]+)+", flag)}


def test_every_rule_that_makes_a_draft_is_listed() -> None:
    used = set().union(*(named(source, _MADE_BY) for source in sources()))
    assert {"fire", "moved to", "harm alone"} <= used
    assert used - set(rules()["draft"]) - {"harm"} == set()


def test_every_veto_is_listed() -> None:
    used = set().union(*(named(source, _VETOED_BY) for source in sources()))
    assert "question" in used
    assert used - set(rules()["veto"]) == set()
    words = yaml.safe_load((REPOSITORY / "ledger" / "data" / "english.yaml").read_text(encoding="utf-8"))
    assert {name for name in words if name.startswith("veto_")} - set(rules()["veto"]) == set()


def test_every_rule_of_who_acts_is_listed() -> None:
    assert set(rules()["actor"]) >= SURE_RULES


def test_every_flag_is_listed() -> None:
    used = set().union(*(flags(source) for source in sources()))
    assert {"negative_number", "actor_unclear", "sum_not_stated"} <= used
    assert used - set(rules()["flag"]) == set()


def test_each_has_one_sentence() -> None:
    listed = rules()
    assert [name for group in GROUPS for name, words in listed[group].items() if not _SENTENCE.fullmatch(words)] == []


def test_the_page_of_rules_says_what_the_list_says() -> None:
    written = rules_doc.page(rules())
    assert rules_doc.PAGE.read_text(encoding="utf-8") == written, "run python -m tests.house.rules_doc"


def test_a_rule_that_is_not_listed_is_seen() -> None:
    planted = ast.parse('Trigger(kind, at, "planted")\nsketch.flags.append("planted_flag")')
    assert named(planted, _MADE_BY) == {"planted"}
    assert flags(planted) == {"planted_flag"}
