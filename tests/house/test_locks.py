"""Both locks are pinned, hashed and free of addresses, and agree with each other and with pyproject.toml."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator

import pytest

from tests.house.tree import REPOSITORY, files, text

LOCKS = ("requirements.lock", "requirements-dev.lock")
APART = "requirements-fuzz.lock"  # for an environment of its own
BUILT = "requirements-built.lock"  # beside both: what is published as source only
_PINNED = re.compile(r"([a-z0-9][a-z0-9-]*)==([0-9][\w.!+]*)((?: ; [^\\]+?)?)")
_HASH = re.compile(r"--hash=sha256:[0-9a-f]{64}")

# Put together here, because this rule holds for this file too.
REGISTRIES = tuple(
    ".".join(parts)
    for parts in (
        ("pypi", "org"),
        ("pythonhosted", "org"),
        ("pypi", "python", "org"),
        ("registry", "npmjs", "org"),
        ("crates", "io"),
        ("conda", "anaconda", "org"),
        ("proxy", "golang", "org"),
    )
)
_INDEX_OPTION = re.compile(
    r"--(?:extra-)?index-url[ =]\S|--find-links[ =]\S|--trusted-host[ =]\S|\[\[tool\.uv\.index\]\]"
)


def requirements(lock: str) -> list[list[str]]:
    """The logical lines of a lock: a requirement and its hashes, comments left out."""
    joined = re.sub(r"\\\n", " ", re.sub(r"^\s*#.*\n", "", lock, flags=re.MULTILINE))
    return [re.split(r"\s+(?=--hash)", line.strip()) for line in joined.splitlines() if line.strip()]


def faults(lock: str) -> Iterator[str]:
    """What a lock may not hold: anything unpinned or unhashed, any option, any address."""
    for requirement, *hashes in requirements(lock):
        if not _PINNED.fullmatch(requirement):
            yield f"{requirement} is not pinned to one version"
        if not hashes or not all(_HASH.fullmatch(each) for each in hashes):
            yield f"{requirement} has no SHA-256"
    if "://" in lock:
        yield "an address"


def versions(lock: str) -> set[tuple[str, str, str]]:
    found = (_PINNED.fullmatch(line[0]) for line in requirements(lock))
    return {(match[1], match[2], match[3]) for match in found if match}


def read(name: str) -> str:
    return (REPOSITORY / name).read_text(encoding="utf-8")


def addresses(written: str) -> list[str]:
    """Every registry's host and every option that names an index, in a text."""
    return [host for host in REGISTRIES if host in written.lower()] + _INDEX_OPTION.findall(written)


@pytest.mark.parametrize("name", [*LOCKS, APART, BUILT])
def test_a_lock_is_pinned_hashed_and_free_of_addresses(name: str) -> None:
    assert requirements(read(name))
    assert list(faults(read(name))) == []


def test_what_runs_is_what_was_tested() -> None:
    runtime, development = (versions(read(name)) for name in LOCKS)
    assert runtime < development


def test_every_dependency_is_locked() -> None:
    settings = tomllib.loads(read("pyproject.toml"))
    project = settings["project"]
    runtime = [*project["dependencies"], *settings["build-system"]["requires"]]
    for name, wanted in zip(LOCKS, (runtime, runtime + project["optional-dependencies"]["dev"]), strict=True):
        locked = {package for package, _, _ in versions(read(name)) | versions(read(BUILT))}
        names = {re.split(r"[\[<>=~! ]", each)[0].lower().replace(".", "-") for each in wanted}
        assert names - locked == set()


def test_no_file_names_a_registry() -> None:
    found = {path.as_posix(): addresses(written) for path in files() if (written := text(path))}
    # The rule itself and its planted faults speak of the options.
    found.pop("tests/house/test_locks.py")
    assert {path: named for path, named in found.items() if named} == {}
    assert [host for host in REGISTRIES if host in read("tests/house/test_locks.py")] == []


GOOD = f"""rich==14.0.0 ; python_version < '3.12' \\
    --hash=sha256:{"a" * 64} \\
    --hash=sha256:{"b" * 64}
    # via x
"""


@pytest.mark.parametrize(
    "fault",
    [
        GOOD.replace("==", ">="),
        "rich==14.0.0\n",
        GOOD.replace("sha256", "md5"),
        "rich @ git+ssh://example.org/rich\n",
        "--index-url https://example.org/simple\n" + GOOD,
        "# from https://example.org\n" + GOOD,
    ],
)
def test_a_faulty_lock_is_caught(fault: str) -> None:
    assert list(faults(GOOD)) == []
    assert list(faults(fault))


@pytest.mark.parametrize(
    "fault", [f"https://{REGISTRIES[0]}/simple", "pip install --extra-index-url=here", "--find-links x"]
)
def test_an_address_of_an_index_is_caught(fault: str) -> None:
    assert addresses(f"see {fault} for more")
    assert addresses("pip install --no-index --no-emit-index-url, an index of terms") == []
