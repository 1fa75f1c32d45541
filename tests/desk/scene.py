"""A desk on a home of its own, the people at work in it, and drafts as the reader would give them."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime
from functools import lru_cache
from pathlib import Path

from desk.desk import Desk, opened
from desk.people import Caller
from desk.prepared import Prepared, RecordedDraft, Submitted
from desk.reports import IncomingReport, published
from desk.settings import Settings
from ledger.domain.values import Certainty, Count, Harm, Quantifier, Reason, ReasonCode, Role, exactly
from ledger.gazetteer import default_gazetteer
from ledger.intake.drafts import Draft, DraftKind, Occurred, Phrase, Reading
from ledger.log import Recorded
from projections.tolls import KeyFilter
from tests.clock import Clock

NOW = datetime(2018, 8, 10, 9, tzinfo=UTC)
BASIN = Phrase(text="Yarmouk Basin", id="sy-yarmouk-basin")
JASIM = Phrase(text="Jasim", id="sy-jasim")
FOUR_ALIVE = Reason(code=ReasonCode.FOUND_ALIVE, amount=-4)
AT_LEAST_62 = Count(low=62, qualifier=Quantifier.AT_LEAST)
WORDS = "What the people of the valley told us that evening, in words of their own."


def toll(count: Count | int | None, number: int = 1, **parts: object) -> Draft:
    """A running toll of people killed by shelling in the Yarmouk Basin since 19 July, unless ``parts`` differ."""
    given: dict[str, object] = {
        "number": number,
        "kind": DraftKind.TOLL_STATED,
        "quote": WORDS[:20],
        "span": (number * 10, number * 10 + 9),
        "place": BASIN,
        "cause": "shelling",
        "killed": exactly(count) if isinstance(count, int) else count,
        "period_start": date(2018, 7, 19),
        "cumulative": True,
    }
    return Draft.model_validate({**given, **parts})


def strike(number: int = 1, **parts: object) -> Draft:
    """A strike on Jasim on 1 August."""
    given: dict[str, object] = {
        "number": number,
        "kind": DraftKind.STRIKE,
        "quote": WORDS[:20],
        "span": (number * 10, number * 10 + 9),
        "place": JASIM,
        "killed": exactly(3),
        "occurred": Occurred(start=date(2018, 8, 1), end=date(2018, 8, 1)),
    }
    return Draft.model_validate({**given, **parts})


def feared(number: int = 1) -> Draft:
    return strike(number, certainty=Certainty.FEARED)


PEOPLE = {"salma": Role.MONITOR, "omar": Role.MONITOR, "yara": Role.REVIEWER, "nadim": Role.REVIEWER}


def settle(folder: Path) -> None:
    """Make a home with everybody in it, for scenes to begin with a copy of."""
    with opened(Settings(home=folder / "home"), clock=Clock(NOW), unsafe=True) as desk:
        for name, role in PEOPLE.items():
            desk.people.invite(role, desk.people.operator(), name)
            desk.people.named(name)


class Scene:
    """Salma and Omar monitor, Yara and Nadim review, the operator sits at the machine; the clock stands still."""

    def __init__(self, folder: Path) -> None:
        self.clock = Clock(NOW)
        self.settings = Settings(home=folder / "home")
        self.desk = Desk.open(self.settings, clock=self.clock, unsafe=True)
        self.operator = self.desk.people.operator()
        self.salma, self.omar, self.yara, self.nadim = map(self.desk.people.named, PEOPLE)

    def joined(self, name: str, role: Role) -> Caller:
        self.desk.people.invite(role, self.operator, name)
        return self.desk.people.named(name)

    def forget(self, caller: Caller) -> None:
        """Two admins agree that somebody be forgotten: the operator and Rana."""
        for admin in (self.operator, self.joined("rana", Role.ADMIN)):
            self.desk.people.forget(caller.member_id, admin)

    def prepare(
        self,
        *drafts: Draft,
        by: Caller | None = None,
        text: str = WORDS,
        day: str = "2018-08-01",
        source: str = "SOHR",
        chosen: Mapping[int, str] | None = None,
        reasons: Sequence[Reason] = (),
        scope: Phrase | None = None,
        public: bool = False,
        author: str | None = None,
    ) -> Prepared:
        """A report of ``source`` with these drafts, ready to be confirmed by the operator unless ``by`` another."""
        caller = by or self.operator
        incoming = IncomingReport(text=text, source=source, said=published(day), public=public, author=author)
        reading = Reading(language="en", drafts=drafts, scope=scope)
        return self.desk.submission.prepare(incoming, reading, caller, chosen=chosen, reasons=reasons)

    def submit(self, *drafts: Draft, by: Caller | None = None, **about: object) -> Submitted:
        """``prepare`` and confirm all of it, a second later than what came before."""
        self.clock.tick()
        prepared = self.prepare(*drafts, by=by, **about)
        submitted = self.desk.submission.submit(prepared, by or self.operator)
        self.desk.catch_up()
        return submitted

    def figures(self, harm: Harm = Harm.KILLED) -> dict[str, int | None]:
        """Current figure of every toll of this harm, by key id."""
        wanted = KeyFilter(parts={"harm": harm.value})
        rows = self.desk.queries.tolls(wanted, self.desk.queries.moment())
        return {row.key_id: row.count.measure for row in rows}

    def figure(self) -> int | None:
        """The one toll of dead there is."""
        (only,) = self.figures().values()
        return only

    @property
    def position(self) -> int:
        return self.desk.log.head().position

    def entries(self) -> list[Recorded]:
        return [it for it in self.desk.log.after(0) if isinstance(it, Recorded)]


def kinds(recorded: RecordedDraft) -> list[str]:
    """The kinds of the entries that a draft became."""
    return [entry.kind for entry in recorded.entries]


@lru_cache(maxsize=1)
def shared_name() -> str:
    """A name that at least two places of the list bear."""
    gazetteer = default_gazetteer()
    for place_id in ("sy01", "sy-damascus-city", "sy-at-tall", "sy-tadmur"):
        place = gazetteer.get(place_id)
        if place is not None and gazetteer.one(place.name_en) is None and len(gazetteer.resolve(place.name_en)) > 1:
            return place.name_en
    raise LookupError("no two places share a name any more: choose others here")


def on_disk(home: Path) -> dict[str, bytes]:
    """Every file of a home by its name, as bytes."""
    return {path.name: path.read_bytes() for path in sorted(home.rglob("*")) if path.is_file()}


@contextmanager
def staged(folder: Path, settled: Path) -> Iterator[Scene]:
    """A scene in ``folder`` that begins as the home in ``settled``."""
    shutil.copytree(settled, folder, dirs_exist_ok=True)
    playing = Scene(folder)
    try:
        yield playing
    finally:
        playing.desk.close()
