"""Where the links of a Markdown page lead, and which of them lead nowhere."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

_FENCE = re.compile(r"^(```|~~~).*?^\1[ \t]*$", re.MULTILINE | re.DOTALL)
_CODE = re.compile(r"`[^`\n]*`")
_LINK = re.compile(r"!?\[[^\]]*\]\(\s*<?([^)\s>]+)>?(?:\s+\"[^\"]*\")?\s*\)")
_REFERENCE = re.compile(r"^\[[^\]]+\]:\s*<?(\S+?)>?\s*$", re.MULTILINE)
_HEADING = re.compile(r"^#{1,6}\s+(.+?)\s*#*$", re.MULTILINE)
_ELSEWHERE = re.compile(r"^[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_NAMED_FILE = re.compile(
    r"`((?:ledger|projections|desk|bot|tests|docs|bench|examples|\.ci)/[\w./*-]*|Makefile|[\w-]+\.(?:md|toml|lock))`"
)


def dead_links(root: Path, page: Path) -> Iterator[str]:
    """Each link of ``page`` (relative to ``root``) to a file or heading of the repository that is not there."""
    written = (root / page).read_text(encoding="utf-8")
    prose = _CODE.sub("", _FENCE.sub("", written))
    for target in (*_LINK.findall(prose), *_REFERENCE.findall(prose)):
        if _ELSEWHERE.match(target):
            continue
        name, _, anchor = target.partition("#")
        leads_to = (root / page.parent / name).resolve() if name else root / page
        if not leads_to.exists() or not leads_to.resolve().is_relative_to(root.resolve()):
            yield f"{page}: {target} is not there"
        elif anchor and leads_to.suffix == ".md" and anchor not in anchors(leads_to.read_text(encoding="utf-8")):
            yield f"{page}: {target} has no such heading"


def anchors(written: str) -> set[str]:
    """The anchors that the headings of a page get: lower case, no punctuation, spaces as hyphens, repeats numbered."""
    seen: Counter[str] = Counter()
    made = set()
    for heading in _HEADING.findall(_FENCE.sub("", written)):
        words = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", heading)
        slug = re.sub(r"[^\w\- ]", "", words.lower()).replace(" ", "-")
        made.add(f"{slug}-{seen[slug]}" if seen[slug] else slug)
        seen[slug] += 1
    return made


def dead_names(root: Path, page: Path) -> Iterator[str]:
    """Each file or folder that ``page`` names in backticks by its path from the root, and that is not there."""
    for name in _NAMED_FILE.findall(_FENCE.sub("", (root / page).read_text(encoding="utf-8"))):
        beside = (root / page).parent / name
        if not beside.exists() and not any(root.glob(name.rstrip("/"))):
            yield f"{page}: `{name}` is not there"
