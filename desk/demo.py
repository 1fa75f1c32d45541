"""The demonstration: example reports recorded by one member, reviewed by another, asked about, replayed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict, JsonValue, ValidationError

from desk.charting import chart_of
from desk.decisions import Decision, Verb
from desk.desk import Desk, opened
from desk.replaying import replay
from desk.reports import IncomingReport, published, read_file
from desk.settings import load_settings
from desk.telling.answers import history_lines, picture_lines, toll_lines
from desk.telling.drafts import prepared_lines
from desk.telling.trail import change_words, entry_lines
from ledger.domain.events import TollRevised, TollRevisionProposed
from ledger.domain.values import Role
from ledger.errors import DemoUnusable, ReplayDiffers
from ledger.sources import canonical_source
from projections.moments import AsOf, Clock
from projections.tolls import KeptKey, KeyFilter

EXAMPLES = Path(str(files("desk").joinpath("examples")))


class _Plan(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", coerce_numbers_to_str=True)


class PlannedMember(_Plan):
    name: str
    role: Role


class PlannedReport(_Plan):
    file: str
    source: str
    published: str
    by: str


class Asked(_Plan):
    place: str
    toll_place: str
    before: str
    after: str


class Plan(_Plan):
    """What a demo.yaml says: members, reports in order, who reviews, what is asked."""

    members: tuple[PlannedMember, ...]
    reports: tuple[PlannedReport, ...]
    reviewer: str
    ask: Asked


@dataclass
class Part:
    """One part of the demonstration, for a person and for a program."""

    title: str
    lines: list[str] = field(default_factory=list)
    json_lines: list[dict[str, JsonValue]] = field(default_factory=list)


def run(examples: Path, out: Path | None) -> Iterator[Part]:
    """Play the demonstration part by part. Raises ``DemoUnusable``, and ``ReplayDiffers`` at the end."""
    plan = _plan(examples)
    home = _fresh_home(out)
    settings = load_settings().model_copy(update={"home": home, "keys": None, "database_url": None, "vault_url": None})
    with opened(settings) as desk:
        yield Part("A fresh home", [f"home  {home.resolve()}"], [{"home": str(home.resolve())}])
        yield _members(desk, plan)
        for number, planned in enumerate(plan.reports, 1):
            yield _report(desk, plan, planned, examples / planned.file, number)
        yield _picture(desk, plan)
        yield _dead(desk, plan)
        kept = _watched(desk, plan)
        yield _revision(desk, kept)
        yield _chart(desk, kept, home)
        yield _before_and_after(desk, plan, kept)
        yield _replay(desk)


def _plan(examples: Path) -> Plan:
    try:
        written = yaml.safe_load(read_file(examples / "demo.yaml"))
        return Plan.model_validate(_days_as_text(written))
    except (yaml.YAMLError, ValidationError) as unfit:
        raise DemoUnusable(str(examples / "demo.yaml"), str(unfit).split("\n", 1)[0]) from unfit


def _days_as_text(value: object) -> object:
    """YAML reads 2018-08-01 as a day; the plan holds what would be typed."""
    if isinstance(value, dict):
        return {key: _days_as_text(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_days_as_text(inner) for inner in value]
    return value if isinstance(value, str) or value is None else str(value)


def _fresh_home(out: Path | None) -> Path:
    if out is not None:
        if out.exists() and (not out.is_dir() or any(out.iterdir())):
            raise DemoUnusable(str(out), "is there already and not empty")
        return out
    number = 1
    while (home := Path("demo-home" if number == 1 else f"demo-home-{number}")).exists():
        number += 1
    return home


def _members(desk: Desk, plan: Plan) -> Part:
    part = Part("Members")
    operator = desk.people.operator()
    for member in plan.members:
        invitation = desk.people.invite(member.role, operator, member.name)
        desk.people.named(member.name)
        part.lines.append(f"{member.name} joins as {member.role.value}")
        part.json_lines.append({"name": member.name, "role": member.role.value, "member_id": invitation.member_id})
    return part


def _report(desk: Desk, plan: Plan, planned: PlannedReport, path: Path, number: int) -> Part:
    """One member reports, another accepts all that waits of it, a fall too."""
    part = Part(
        f"Report {number}: {path.name}, {planned.source}, published {planned.published}, entered by {planned.by}"
    )
    reporter, reviewer = desk.people.named(planned.by), desk.people.named(plan.reviewer)
    said = published(planned.published)
    text = read_file(path)
    incoming = IncomingReport(text=text, source=canonical_source(planned.source), said=said)
    prepared = desk.submission.prepare(incoming, desk.read(text, published=said.day, source=planned.source), reporter)
    part.lines += prepared_lines(prepared, desk.gazetteer, desk.actors)
    submitted = desk.submission.submit(prepared, reporter)
    desk.reached(submitted.position)
    falls = [
        entry
        for recorded in submitted.drafts
        for entry in recorded.entries
        if isinstance(entry.event, TollRevisionProposed)
    ]
    part.lines.append(f"Recorded {submitted.report_id} at @{submitted.position}; nothing of it counts before review")
    for fall in falls:
        part.lines.append(f"A fall waits: {fall.stream_id}/{fall.version}")
    decided = desk.reviewing.decide(Decision(Verb.ACCEPT, submitted.report_id), reviewer)
    desk.catch_up()
    entries = "one entry" if len(decided) == 1 else f"{len(decided)} entries"
    part.lines.append(f"{plan.reviewer} accepts {entries} that {planned.by} reported")
    part.json_lines.append(
        {
            "report_id": submitted.report_id,
            "drafts": len(submitted.drafts),
            "falls": len(falls),
            "accepted": len(decided),
            "position": desk.log.head().position,
        }
    )
    return part


def _picture(desk: Desk, plan: Plan) -> Part:
    found = desk.queries.picture(desk.place(plan.ask.place).path, desk.queries.moment())
    return Part(
        f"The picture of {plan.ask.place}", list(picture_lines(found, desk.gazetteer, desk.actors)), list(found.lines())
    )


def _dead(desk: Desk, plan: Plan) -> Part:
    wanted = KeyFilter(parts={"harm": "killed"}, place_path=desk.place(plan.ask.place).path)
    rows = desk.queries.tolls(wanted, desk.queries.moment())
    part = Part(f"The {len(rows)} separate tolls of dead; different keys are never added up")
    for row in rows:
        part.lines += toll_lines(row, desk.gazetteer, desk.actors)
        part.json_lines.append(row.line())
    return part


def _watched(desk: Desk, plan: Plan) -> KeptKey:
    """The toll of the place asked about that was revised by agreement."""
    now = desk.queries.moment()
    wanted = KeyFilter(parts={"harm": "killed"}, place_path=desk.place(plan.ask.toll_place).path, exact_place=True)
    for kept in desk.queries.toll_keys(wanted, now):
        if any(isinstance(it.event, TollRevised) and it.event.proposal for it in desk.log.stream(kept.key_id)):
            return kept
    raise DemoUnusable(plan.ask.toll_place, "has no toll that fell and was reviewed")


def _revision(desk: Desk, kept: KeptKey) -> Part:
    now = desk.queries.moment()
    part = Part("The revision, and who agreed")
    for change in desk.queries.changes(0, now):
        if change.id == kept.key_id:
            part.lines.append(change_words(change))
            part.json_lines.append(change.line())
    part.lines.append(f"Explained, entry by entry (ledger explain {kept.key_id})")
    for entry in desk.queries.explain(kept.key_id, now).entries:
        part.lines += [f"  {line}" for line in entry_lines(entry)]
    return part


def _chart(desk: Desk, kept: KeptKey, home: Path) -> Part:
    now = desk.queries.moment()
    rows = desk.queries.history(kept.key_id, now)
    part = Part("The history, and its chart", list(history_lines(kept, rows, desk.gazetteer, desk.actors)))
    for language in ("en", "ar"):
        path = home.resolve() / f"toll-{language}.png"
        path.write_bytes(chart_of(kept, rows, now, language, desk.gazetteer))
        part.lines.append(f"chart  {path}")
        part.json_lines.append({"chart": str(path), "language": language, "key_id": kept.key_id})
    return part


def _before_and_after(desk: Desk, plan: Plan, kept: KeptKey) -> Part:
    part = Part("As of: what was known before the revision and after it")
    for label, day in (("before", plan.ask.before), ("after", plan.ask.after)):
        moment = desk.queries.moment(day, None, Clock.STATED)
        for row in desk.queries.tolls(KeyFilter(key_id=kept.key_id), moment):
            part.lines.append(f"stated by {day}, {label} the revision: {row.count.in_short} (read at @{row.position})")
            part.json_lines.append({"when": label, "as_of": day, **row.line()})
    return part


def _replay(desk: Desk) -> Part:
    found = replay(desk, AsOf(position=desk.queries.position()))
    if not found.agrees:
        raise ReplayDiffers(found.position)
    lines = [
        f"position  @{found.position}",
        f"root      {found.root}",
        f"digest    {found.digest}",
        "The replay of the whole log equals the picture that is shown.",
    ]
    line: dict[str, JsonValue] = {
        "position": found.position,
        "root": found.root,
        "digest": found.digest,
        "agrees": True,
    }
    return Part("Replay", lines, [line])
