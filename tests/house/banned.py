"""Calls that the product does not make, each with what to use instead and where it is nevertheless right."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class Ban:
    """Names as they resolve through a file's imports; ``name.*`` stands for all below it.

    ``allowed`` maps a file, or a folder ending in ``/``, to the reason. ``in_async`` bans only inside ``async def``.
    """

    names: tuple[str, ...]
    instead: str
    allowed: dict[str, str]
    in_async: bool = False

    def covers(self, name: str) -> bool:
        return any(
            name == banned or (banned.endswith(".*") and f"{name}.".startswith(banned[:-1])) for banned in self.names
        )

    def allows(self, path: str) -> bool:
        return any(path == place or (place.endswith("/") and path.startswith(place)) for place in self.allowed)


BANS = (
    Ban(
        (
            "datetime.datetime.now",
            "datetime.datetime.utcnow",
            "datetime.datetime.today",
            "datetime.date.today",
            "time.time",
            "time.time_ns",
        ),
        "the injected clock: Ledger(log, clock=…)",
        {
            "desk/desk.py": "wires the clock",
            "ledger/stock/factory.py": "a stock application brings no clock; this is its wiring",
        },
    ),
    Ban(
        ("print", "builtins.print"),
        "typer.echo or the console of desk/cli; elsewhere a value, a card or an error",
        {},
    ),
    Ban(
        ("pickle.*", "marshal.*", "shelve.*", "dill.*", "cloudpickle.*"),
        "ledger.codec, whose kinds are a closed registry",
        {},
    ),
    Ban(
        ("eval", "exec", "compile", "__import__", "builtins.eval", "builtins.exec", "importlib.import_module"),
        "a table from name to function; what is stored never names code",
        {},
    ),
    Ban(("time.sleep",), "asyncio.sleep: a sleeping thread holds up every chat", {}, in_async=True),
    Ban(
        ("yaml.load", "yaml.load_all"),
        "yaml.safe_load, which cannot be given another loader",
        {"ledger/intake/text/lexicon.py": "gives the safe loader written in C, ten times as fast"},
    ),
    Ban(
        ("yaml.full_load", "yaml.unsafe_load", "yaml.Loader", "yaml.CLoader", "yaml.FullLoader", "yaml.UnsafeLoader"),
        "yaml.safe_load or yaml.CSafeLoader, which make no objects",
        {},
    ),
    Ban(
        ("sqlite3.*",),
        "ledger.database, which sets WAL, FULL and BEGIN IMMEDIATE on every connection and checks them",
        {
            "ledger/arrivals.py": "asks SQLite itself whether another process wrote",
            "ledger/database.py": "prepares every connection",
        },
    ),
    Ban(("random.*", "numpy.random.*"), "secrets, in the vault; elsewhere nothing is left to chance", {}),
    Ban(
        ("secrets.*", "os.urandom", "uuid.uuid4", "uuid.uuid1"),
        "ids that follow from what came in (UUIDv5), so that a repeat is seen; secrets belong in the vault",
        {"ledger/tail.py": "salts of the log's commitments", "ledger/vault/": "keys, nonces, member ids, invitations"},
    ),
    Ban(("os.system", "os.popen"), "subprocess.run with a list", {}),
)

ASSERTION = "an error of ledger/errors.py: python -O drops assertions"


@dataclass(frozen=True)
class Finding:
    path: str
    line: int
    name: str
    instead: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.name} is not used here; instead: {self.instead}"


def findings(path: str, source: str) -> Iterator[Finding]:
    """Every banned name that ``source`` imports or refers to, called or passed on, and every ``assert``."""
    tree = ast.parse(source)
    known = _imported(tree)
    for node, in_async in _walk(tree, in_async=False):
        if isinstance(node, ast.Assert):
            yield Finding(path, node.lineno, "assert", ASSERTION)
        for name in _referred(node, known):
            for ban in BANS:
                if ban.covers(name) and not ban.allows(path) and (in_async or not ban.in_async):
                    yield Finding(path, getattr(node, "lineno", 0), name, ban.instead)


def _walk(node: ast.AST, *, in_async: bool) -> Iterator[tuple[ast.AST, bool]]:
    """Every node, and whether the nearest function around it is async."""
    for child in ast.iter_child_nodes(node):
        yield child, in_async
        inside = in_async
        if isinstance(child, ast.AsyncFunctionDef):
            inside = True
        elif isinstance(child, ast.FunctionDef | ast.Lambda):
            inside = False
        yield from _walk(child, in_async=inside)


def _imported(tree: ast.AST) -> dict[str, str]:
    """What each imported name stands for, in full."""
    known: dict[str, str] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for name in node.names:
                bound = name.asname or name.name.split(".")[0]
                known[bound] = name.name if name.asname else bound
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            for name in node.names:
                known[name.asname or name.name] = f"{node.module}.{name.name}"
    return known


def _referred(node: ast.AST, known: dict[str, str]) -> Iterator[str]:
    """The full names that one node stands for: an import, ``a.b.c`` or a bare name."""
    if isinstance(node, ast.Import):
        yield from (name.name for name in node.names)
    elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
        yield from (f"{node.module}.{name.name}" for name in node.names)
    elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
        # A bare imported name was reported where it was imported, unless only its use can be wrong (time.sleep).
        yield known.get(node.id, node.id)
    elif isinstance(node, ast.Attribute):
        parts = [node.attr]
        inner: ast.expr = node.value
        while isinstance(inner, ast.Attribute):
            parts.append(inner.attr)
            inner = inner.value
        if isinstance(inner, ast.Name) and inner.id in known:
            yield ".".join([known[inner.id], *reversed(parts)])
