"""Every refusal of the product, one tree, each with a code, a fix and an example.

    LedgerError                      exit 2: what was given cannot be accepted
    ├── NotFound                     exit 2: no such place, toll, entry, member
    ├── Refused                      exit 2: a rule of the ledger says no
    ├── Forbidden                    exit 2: this role may not do this
    ├── CheckFailed                  exit 1: a check ran and did not agree
    └── Unavailable                  exit 3: nothing was recorded; try again
        └── Conflict                 exit 3: somebody else wrote first, retries used up

A refusal is one line, ``E-XXX-NN message; fix``. The code is stable and documented in ``docs/errors.md``; the
catalogue below is the only place where codes are made, so that a test can reach each of them.
"""

from __future__ import annotations

from typing import ClassVar, Self


class LedgerError(Exception):
    """A refusal that a person can read and mend.

    ``code`` is stable, ``fix`` says what to do, ``example`` what would be accepted; ``field`` and ``value`` name
    the part refused where there is one. ``value`` is shown to the person who gave it and never logged.
    """

    exit_status: ClassVar[int] = 2

    def __init__(
        self,
        code: str,
        message: str,
        fix: str = "",
        *,
        example: str = "",
        field: str = "",
        value: object = None,
    ) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.fix = fix
        self.example = example
        self.field = field
        self.value = value

    def at(self, where: str) -> Self:
        """The same refusal, saying what part of a larger whole it is about."""
        self.message = f"{where}: {self.message}"
        return self

    def __str__(self) -> str:
        line = f"{self.code} {self.message}"
        if self.fix:
            line += f"; {self.fix}"
        if self.example:
            line += f" (for example: {self.example})"
        return line


class NotFound(LedgerError):
    """Nothing by that name or id."""


class Refused(LedgerError):
    """A rule of the ledger says no."""


class Forbidden(LedgerError):
    """This member's role may not do this."""


class CheckFailed(LedgerError):
    """A check ran, and what it compared did not agree."""

    exit_status = 1


class Unavailable(LedgerError):
    """The ledger could not be reached or written; nothing was recorded."""

    exit_status = 3


class Conflict(Unavailable):
    """Another writer was first each time; nothing was recorded."""


# ── Rules of the ledger, each refusal named for its condition ───────────────────────────────────────────────


class ReviewerIsReporter(Refused):
    """Nobody reviews their own report (maker ≠ checker)."""

    def __init__(self, what: str) -> None:
        super().__init__(
            "E-REVIEW-01",
            f"you reported {what} yourself, and nobody reviews their own report",
            "ask another reviewer to decide it",
            example="ledger --as salma review accept T-… --reason found_alive",
        )


class AlreadyDecided(Refused):
    """The item has been reviewed; a second tap loses."""

    def __init__(self, what: str) -> None:
        super().__init__("E-REVIEW-02", f"{what} has already been decided", "see: ledger review list")


class SecondReviewerIsFirst(Refused):
    """Two reviewers are two people."""

    def __init__(self, what: str) -> None:
        super().__init__(
            "E-REVIEW-03",
            f"{what} needs two reviewers, and you are the first",
            "ask another reviewer to second it",
        )


class NothingToReview(Refused):
    def __init__(self, what: str) -> None:
        super().__init__("E-REVIEW-04", f"there is nothing to review at {what}", "see: ledger review list")


class FallWithoutReason(Refused):
    """A number of people may fall, with a reason from the list."""

    def __init__(self, old: str, new: str) -> None:
        super().__init__(
            "E-TOLL-01",
            f"the number of people would fall from {old} to {new} and nothing in the report explains a fall",
            "give one of the reasons with the number it explains",
            example="--reason found_alive=4",
            field="reasons",
            value=new,
        )
        self.old, self.new = old, new


class EmptyToll(Refused):
    def __init__(self) -> None:
        super().__init__(
            "E-TOLL-02",
            "a toll without a number or a word for one states nothing",
            "give a count",
            example="at least 62, or hundreds",
            field="count",
        )


class DayAlreadyKnown(Refused):
    def __init__(self, day: str) -> None:
        super().__init__(
            "E-TOLL-03", f"a value for {day} is already known", "use revise", field="counted_to", value=day
        )


class DayUnknown(Refused):
    def __init__(self, day: str) -> None:
        super().__init__("E-TOLL-04", f"no value is known for {day}", "add it first", field="counted_to", value=day)


class PublishedBackwards(Refused):
    """An import tells what a publisher did in the order in which it was done."""

    def __init__(self, day: str, at: str, last: str) -> None:
        super().__init__(
            "E-TOLL-11",
            f"this change of {day} was stated at {at}, before the one of {last} that is already known",
            "put the changes in the order in which they became known, or say when a daily series was published",
            example="--published 2024-02-01",
            field="stated_at",
            value=at,
        )


class DayNotWithdrawn(Refused):
    def __init__(self, day: str) -> None:
        super().__init__(
            "E-TOLL-12",
            f"no value of {day} was taken back, so there is none to count again",
            "see which days were: ledger history T-…",
            field="counted_to",
            value=day,
        )


class DaysWithdrawn(Refused):
    def __init__(self, toll_id: str, days: list[str]) -> None:
        some = ", ".join(days[:10]) + (f" and {len(days) - 10} more" if len(days) > 10 else "")
        super().__init__(
            "E-TOLL-14",
            f"several days of {toll_id} were taken back: {some}",
            "name one of them",
            example="--date " + days[0],
        )


class ReinstatedFall(Refused):
    """A fall takes effect when reviewers who did not report it agree, and so does one that comes back."""

    def __init__(self, day: str, old: str, new: str) -> None:
        super().__init__(
            "E-TOLL-13",
            f"to count {day} again would let the toll fall from {old} to {new}",
            "report the figure anew with a reason, so that it waits for reviewers",
            example="--reason source_corrected=-4",
            field="counted_to",
            value=day,
        )


class TollWithItself(Refused):
    def __init__(self, toll_id: str) -> None:
        super().__init__("E-SUM-04", f"{toll_id} counts the people it counts", "name another toll", value=toll_id)


class SumUndeclared(Refused):
    """Two keys are never summed unless declared disjoint: somebody may be counted in both."""

    def __init__(self, pairs: list[tuple[str, str]]) -> None:
        some = ", ".join(f"{one} and {other}" for one, other in pairs[:5])
        more = f" and {len(pairs) - 5} more pairs" if len(pairs) > 5 else ""
        one, other = pairs[0]
        super().__init__(
            "E-SUM-01",
            f"nobody has declared that no one is counted in both of {some}{more}, so there is no sum",
            "show the tolls side by side, or have a reviewer declare them disjoint",
            example=f"ledger review disjoint {one} {other} --reason none_given",
            field="keys",
        )
        self.pairs = pairs


class SumUnlike(Refused):
    """What is not of one kind has no sum, whatever was declared."""

    def __init__(self, part: str, values: list[str]) -> None:
        super().__init__(
            "E-SUM-02",
            f"these tolls differ in {part}: {', '.join(values)}; together they count no one thing",
            "sum tolls of one harm and one basis, and of people or of things",
            field=part,
        )


class SumPartUnknown(NotFound):
    """Unknown is not zero: a sum with a part left out would be wrong."""

    def __init__(self, toll_id: str, position: int) -> None:
        super().__init__(
            "E-SUM-03",
            f"no value of {toll_id} is known as of @{position}, and unknown is not zero",
            "leave it out, or ask as of a later moment",
            field="keys",
            value=toll_id,
        )


class ItemisedSourceUnclear(Refused):
    """Incidents of two sources may be of the same people, so that only one source's are summed."""

    def __init__(self, named: str | None, sources: list[str]) -> None:
        known = ", ".join(sources[:20]) + (f" and {len(sources) - 20} more" if len(sources) > 20 else "")
        given = "no source is named" if named is None else f"{named!r} is no source of incidents here"
        super().__init__(
            "E-SUM-05",
            f"{given}, and incidents are summed of one source at a time",
            f"name one of: {known}" if known else "record incidents first",
            example=f"--source {sources[0]!r}" if sources else "",
            field="source",
            value=named,
        )


class KeyOfAnotherToll(Refused):
    """Two different keys would share an id: 50 bits met by chance."""

    def __init__(self, toll_id: str) -> None:
        super().__init__("E-TOLL-05", f"{toll_id} already stands for another key", "tell the maintainers")


class WindowAfterDay(Refused):
    def __init__(self, start: str, day: str) -> None:
        super().__init__(
            "E-TOLL-06",
            f"the count would start on {start}, after the day it counts to, {day}",
            "check the year of the period",
            field="period_start",
            value=start,
        )


class ImplausibleCount(Refused):
    """A number no war has: most likely a misreading or an attack."""

    def __init__(self, number: int, most: int) -> None:
        super().__init__(
            "E-COUNT-01",
            f"{number} people is more than this ledger takes in one figure ({most})",
            "check the number in the report, and correct it there",
            field="count",
            value=number,
        )


class NegativeCount(Refused):
    def __init__(self, words: str) -> None:
        super().__init__(
            "E-COUNT-02",
            f"the report gives a negative number of people: {words}",
            "a toll that falls states its new figure",
            example="the toll fell from 62 to 58",
            field="count",
            value=words,
        )


class NumberUnclear(Refused):
    """A number of people that could be read as another one is not read at all."""

    def __init__(self, words: str) -> None:
        super().__init__(
            "E-COUNT-03",
            f"the report gives a number of people that cannot be read with certainty: {words}",
            "write it in plain digits, or correct the draft",
            example="killed 1200",
            field="count",
            value=words,
        )


class InTheFuture(Refused):
    def __init__(self, field: str, when: str) -> None:
        super().__init__(
            "E-DATE-01",
            f"{field} {when} lies in the future",
            "check the date",
            example="2018-08-01",
            field=field,
            value=when,
        )


class NotAnIncident(Refused):
    """Feared, denied and claimed things are noted, never counted as incidents."""

    def __init__(self, certainty: str) -> None:
        super().__init__(
            "E-INCIDENT-01",
            f"what is only {certainty} is not an incident",
            "note it as a claim",
            field="certainty",
            value=certainty,
        )


class UnknownIncidentKind(Refused):
    def __init__(self, kind: str) -> None:
        super().__init__(
            "E-INCIDENT-02",
            f"there is no incident kind {kind!r}",
            "use one of docs/events.md",
            example="strike_reported",
            field="kind",
            value=kind,
        )


class IncidentClosed(Refused):
    """What was retracted, merged or split stands for nothing any more; the permanent id leads on."""

    def __init__(self, incident_id: str, state: str, into: str | None = None) -> None:
        fix = f"name {into} instead" if into else "see: ledger explain " + incident_id
        super().__init__("E-INCIDENT-03", f"{incident_id} is {state}", fix)


class FallNeedsReviewer(Refused):
    def __init__(self, old: str, new: str) -> None:
        super().__init__(
            "E-INCIDENT-04",
            f"{old} people would become {new}, which takes a reviewer who did not report it",
            "ask a reviewer",
        )


class OneOriginOnly(Refused):
    """Corroboration is an independent cross-check: sources that repeat one another are one voice [ECW p.25]."""

    def __init__(self, incident_id: str, sources: list[str]) -> None:
        said = ", ".join(sources) or "nobody whose words a reviewer let stand"
        super().__init__(
            "E-INCIDENT-05",
            f"{incident_id} rests on one voice ({said}), and corroboration takes two that do not repeat one another",
            "cite an independent source first, and have another reviewer accept it",
            example=f"ledger cite {incident_id} --source NAME --published DATE",
        )


class IncidentWithItself(Refused):
    def __init__(self, incident_id: str) -> None:
        super().__init__("E-INCIDENT-06", f"{incident_id} is named twice", "name different incidents")


class SourceRepeatsItself(Refused):
    def __init__(self, source: str) -> None:
        super().__init__(
            "E-INCIDENT-07",
            f"{source} is named as the source and as the one it repeats",
            "name the earlier source it repeats, or leave the origin out",
            field="origin",
            value=source,
        )


class SourceSilent(Refused):
    """Only what a source said of this incident can be graded."""

    def __init__(self, source: str, incident_id: str, sources: list[str]) -> None:
        super().__init__(
            "E-INCIDENT-08",
            f"{source} says nothing of {incident_id}; its sources are {', '.join(sources)}",
            "name one of them",
            field="source",
            value=source,
        )


class IdTaken(Refused):
    def __init__(self, what: str) -> None:
        super().__init__("E-ID-01", f"{what} already stands for something else", "tell the maintainers")


class NotYourReport(Refused):
    def __init__(self, report_id: str) -> None:
        super().__init__("E-REPORT-01", f"{report_id} is not your report", "only its author edits or withdraws it")


class NoSuchStream(NotFound):
    def __init__(self, what: str) -> None:
        super().__init__("E-FIND-01", f"there is no {what}", "check the id", example="T-8m2k4q9xwe")


class AlreadyMember(Refused):
    def __init__(self, role: str) -> None:
        super().__init__(
            "E-MEMBER-01",
            f"this member already has the role {role}",
            "see: ledger member list",
            field="role",
            value=role,
        )


class NotInvited(Refused):
    def __init__(self) -> None:
        super().__init__("E-MEMBER-02", "this invitation is not yours or was never made", "ask an admin for one")


class WasForgotten(Refused):
    def __init__(self) -> None:
        super().__init__("E-MEMBER-03", "this member was forgotten", "invite them anew")


class OwnRole(Refused):
    def __init__(self) -> None:
        super().__init__("E-MEMBER-04", "nobody changes their own roles", "ask another admin")


class RoleNotHeld(Refused):
    def __init__(self, role: str) -> None:
        super().__init__(
            "E-MEMBER-05",
            f"this member does not have the role {role}",
            "see: ledger member list",
            field="role",
            value=role,
        )


class WishOfAnother(Refused):
    """Only the person asks to be forgotten; others propose it."""

    def __init__(self) -> None:
        super().__init__(
            "E-MEMBER-06", "nobody wishes this for somebody else", "as an admin, propose it: ledger member forget"
        )


class OwnForgetting(Refused):
    """The two admins who agree to an erasure are two other people."""

    def __init__(self) -> None:
        super().__init__(
            "E-MEMBER-07", "nobody is one of the two admins who forget them", "ask for it: ledger member forget-me"
        )


class SecondAdminNeeded(Refused):
    """An erasure needs two admins, and this one has agreed already."""

    def __init__(self) -> None:
        super().__init__(
            "E-MEMBER-08",
            "you proposed this yourself, and a second admin has to agree",
            "ask another admin to do the same",
            example="ledger --as ADMIN member forget salma",
        )


class NoForgettingWaits(Refused):
    def __init__(self) -> None:
        super().__init__("E-MEMBER-09", "nobody asked that this member be forgotten", "see: ledger member list")


class RoleForbids(Forbidden):
    def __init__(self, act: str, roles: str) -> None:
        super().__init__(
            "E-ACCESS-01", f"{act} is not open to {roles}", "ask an admin for the role that may", field="role"
        )


# ── The store: in each case nothing was recorded ────────────────────────────────────────────────────────────


class StoreUnwritable(Unavailable):
    """The database said no: full, locked, read-only, damaged."""

    def __init__(self, cause: str, what: str = "the ledger") -> None:
        super().__init__(
            "E-STORE-01", f"{what} could not be written ({cause}); not recorded", "mend the cause and try again"
        )


class EventUnreadable(Refused):
    """A stored row is of no known kind, or its bytes are not those that were recorded."""

    def __init__(self, stream_id: str, position: int, cause: str) -> None:
        super().__init__(
            "E-STORE-02",
            f"position {position} of {stream_id} cannot be read ({cause})",
            "restore it from your backup; see: ledger status",
        )


class NotDurable(Unavailable):
    """The database does not keep what it acknowledges through a power cut."""

    def __init__(self, setting: str, wanted: str, found: str) -> None:
        super().__init__(
            "E-STORE-03",
            f"the database answers {setting}={found} where {wanted} is needed; not recorded",
            "keep it on a local disk, or accept the loss of saves with --unsafe",
            field=setting,
            value=found,
        )


class SchemaMismatch(Unavailable):
    """The file was written by another version of this program, whose schema this one does not know."""

    def __init__(self, where: str, found: int | str, known: int | str) -> None:
        super().__init__(
            "E-STORE-04",
            f"{where} has schema {found} and this program knows {known}; not recorded",
            "use the version of the program that wrote it, or a newer one",
        )


class MigrationFailed(Unavailable):
    """The schema of an older file could not be brought forward; nothing of the attempt is kept."""

    def __init__(self, where: str, stands: str, wanted: str, cause: str) -> None:
        super().__init__(
            "E-STORE-09",
            f"{where} could not be brought from schema {stands} to {wanted} ({cause}); it is as it was",
            "mend the cause and try again, or use the program that wrote it",
            field="schema",
            value=stands,
        )


class StoreUnreachable(Unavailable):
    """The database cannot be opened or read."""

    def __init__(self, where: str, cause: str) -> None:
        super().__init__(
            "E-STORE-05", f"{where} could not be opened or read ({cause}); not recorded", "check the path and the disk"
        )


class StreamMoved(Conflict):
    """Somebody else wrote to the stream since it was read."""

    def __init__(self, stream_id: str, expected: int, found: int) -> None:
        super().__init__(
            "E-STORE-06",
            f"{stream_id} stands at version {found}, not {expected}: somebody else wrote first; not recorded",
            "try again",
        )


class CommandIdReused(Refused):
    """A command id stands for one command, for ever."""

    def __init__(self, command_id: object) -> None:
        super().__init__(
            "E-CMD-01",
            f"command {command_id} was recorded before with other content; not recorded",
            "give each command its own id",
            field="command_id",
        )


class HomeIncomplete(Unavailable):
    """One of the two files is gone while the other holds something: an empty new one would hide the loss."""

    def __init__(self, missing: str, there: str) -> None:
        super().__init__(
            "E-STORE-07",
            f"{missing} is missing while {there} is there; not recorded",
            "restore it from your backup, or name another home",
        )


# ── The vault and its keys ──────────────────────────────────────────────────────────────────────────────────


class KeysExposed(Unavailable):
    """Somebody else on this machine may read or change a key."""

    def __init__(self, path: str, mode: int, wanted: int) -> None:
        super().__init__(
            "E-KEY-01",
            f"{path} has mode {mode:04o}, so that others may reach the keys of the vault",
            f"run: chmod {wanted:o} {path}",
            field="keys",
            value=path,
        )


class KeysUnusable(Unavailable):
    """A key cannot be read or made, or is no key."""

    def __init__(self, path: str, cause: str) -> None:
        super().__init__("E-KEY-02", f"{path} {cause}", "restore the key from your backup", field="keys", value=path)


class KeysOfAnotherVault(Unavailable):
    """The keys at hand are not those that the vault was made with: what it holds would seem lost."""

    def __init__(self, vault: str, keys: str) -> None:
        super().__init__(
            "E-KEY-03",
            f"{vault} was made with other keys than those in {keys}",
            "restore its own keys, or set LEDGER_KEYS to where they are",
            field="keys",
            value=keys,
        )


class NoSuchPerson(NotFound):
    def __init__(self, member_id: str) -> None:
        super().__init__("E-VAULT-01", f"the vault has nobody by the id {member_id}", "add the person first")


class WordsDiffer(Refused):
    """An id of kept words stands for those words, for ever."""

    def __init__(self, words_id: str) -> None:
        super().__init__("E-VAULT-02", f"other words are kept as {words_id}", "keep these under their own id")


class SealBroken(CheckFailed):
    """Something in the vault was changed, or moved from another row."""

    def __init__(self, what: str) -> None:
        super().__init__("E-VAULT-03", f"{what} in the vault was changed or moved", "restore the vault from a backup")


class NameTaken(Refused):
    def __init__(self) -> None:
        super().__init__("E-VAULT-04", "another member has this name", "choose another one", field="name")


class TelegramTaken(Refused):
    def __init__(self) -> None:
        super().__init__("E-VAULT-05", "this Telegram account belongs to another member", "ask an admin")


class InviteUnknown(Refused):
    def __init__(self) -> None:
        super().__init__("E-INVITE-01", "there is no such invitation", "check the link, or ask an admin for a new one")


class InviteUsed(Refused):
    def __init__(self) -> None:
        super().__init__("E-INVITE-02", "this invitation was used by somebody else", "ask an admin for a new one")


class InviteExpired(Refused):
    def __init__(self) -> None:
        super().__init__("E-INVITE-03", "this invitation has expired", "ask an admin for a new one")


# ── Moments: what --as-of and --at name ─────────────────────────────────────────────────────────────────────


class UnclearMoment(Refused):
    def __init__(self, text: str) -> None:
        super().__init__(
            "E-TIME-01",
            f"{text!r} is no moment",
            "give a day, or a time with its offset",
            example="2018-08-01, or 2018-08-01T10:00:00+00:00",
            field="as_of",
            value=text,
        )


class UnknownPosition(Refused):
    def __init__(self, text: str, head: int) -> None:
        super().__init__(
            "E-TIME-02",
            f"{text!r} is no position of this ledger",
            "see how far it reaches: ledger status",
            example=f"@{head}",
            field="at",
            value=text,
        )


# ── Reports on their way in ─────────────────────────────────────────────────────────────────────────────────


class ReportUnreadable(NotFound):
    def __init__(self, name: str, cause: str) -> None:
        super().__init__("E-READ-01", f"{name} cannot be read ({cause})", "check the path", field="file", value=name)


class ReportEmpty(LedgerError):
    def __init__(self, name: str) -> None:
        super().__init__("E-READ-02", f"{name} is empty", "give the text of the report", field="file", value=name)


class ReportNotText(LedgerError):
    def __init__(self, name: str, cause: str) -> None:
        super().__init__(
            "E-READ-03", f"{name} is not plain text ({cause})", "save it as UTF-8 text", field="file", value=name
        )


class ReportTooLarge(LedgerError):
    def __init__(self, name: str, most: int) -> None:
        super().__init__(
            "E-READ-04", f"{name} has more than {most} bytes", "send one report at a time", field="file", value=name
        )


class NothingToRecord(Refused):
    """The text holds no event and no toll, or none was confirmed."""

    def __init__(self) -> None:
        super().__init__(
            "E-READ-05",
            "the report holds nothing that could be recorded; not recorded",
            "say what happened, where, and to how many",
            example="Shelling on Hayt this morning, 3 killed",
        )


class DraftUnknown(NotFound):
    def __init__(self, number: int, most: int) -> None:
        super().__init__(
            "E-READ-06", f"the report has no draft {number}", f"its drafts are 1 to {most}", field="draft", value=number
        )


class BatchUnreadable(LedgerError):
    """The list of documents of a folder is not there, or not in its form."""

    def __init__(self, where: str, cause: str) -> None:
        super().__init__(
            "E-READ-07",
            f"{where} {cause}",
            "give one object a line",
            example='{"document": "001", "file": "001.txt", "published": "2018-08-01"}',
        )


class NotConfirmed(LedgerError):
    """The person said no, or nobody was there to answer."""

    def __init__(self) -> None:
        super().__init__("E-READ-08", "nothing was confirmed; not recorded", "answer yes, or give --yes")


class WordsUnfit(LedgerError):
    """Short words that would enter an event, or a name: none are given, too many, or they point at a person."""

    def __init__(self, field: str, words: str) -> None:
        super().__init__(
            "E-WORDS-01",
            f"{field} is empty, longer than 300 letters, or holds a phone number, link or user name",
            f"give {field} without these",
            example="SOHR" if field == "source" else "Jasim",
            field=field,
            value=words,
        )


class UnclearDay(LedgerError):
    def __init__(self, text: str) -> None:
        super().__init__(
            "E-TIME-03",
            f"{text!r} is no day of publication",
            "give a day, or a time with its offset",
            example="2018-08-01, or 2018-08-01T10:00:00+00:00",
            field="published",
            value=text,
        )


# ── What is asked for ───────────────────────────────────────────────────────────────────────────────────────


class PlaceAmbiguous(LedgerError):
    """Several places bear the name: a menu, never a guess."""

    def __init__(self, words: str, places: list[str]) -> None:
        self.places = places
        super().__init__(
            "E-PLACE-01",
            f"{words!r} may be {', '.join(places)}",
            "ask again by id",
            example=places[0].split(" ")[0],
            field="place",
            value=words,
        )


class ActorAmbiguous(LedgerError):
    """Several parties bear the name: a menu, never a guess."""

    def __init__(self, words: str, parties: list[str]) -> None:
        self.parties = parties
        super().__init__(
            "E-ACTOR-01",
            f"{words!r} may be {'; '.join(parties)}",
            "name one of them by its id",
            example=parties[0].split(" ")[0],
            field="actor",
            value=words,
        )


class PlaceUnknown(NotFound):
    def __init__(self, words: str, alike: list[str] | None = None) -> None:
        meant = f"did you mean {', '.join(alike)}?" if alike else "check the spelling"
        super().__init__("E-PLACE-02", f"no place is known as {words!r}", meant, field="place", value=words)


class TollsAmbiguous(LedgerError):
    """More than one toll fits the question."""

    def __init__(self, tolls: list[str]) -> None:
        super().__init__(
            "E-TOLL-07",
            f"{len(tolls)} tolls fit: {', '.join(tolls[:20])}",
            "name one of them, or more parts of its key",
            example=f"ledger history {tolls[0]}",
        )


class PartUnclear(LedgerError):
    def __init__(self, part: str, words: str, known: str) -> None:
        super().__init__(
            "E-TOLL-08",
            f"{words!r} is no {part}",
            f"give {known}, or none where it is not given",
            field=part,
            value=words,
        )


class TollChoiceNeeded(LedgerError):
    """Several running tolls fit a figure: a person says which, nothing is guessed."""

    def __init__(self, number: int, choices: tuple[str, ...]) -> None:
        super().__init__(
            "E-TOLL-09",
            f"draft {number} may continue {', '.join(choices[:8])}{' …' if len(choices) > 8 else ''}; not recorded",
            "say which, or that it is a new toll",
            example=f"--continues {number}={choices[0]}, or --continues {number}=new",
            field="toll",
        )


class TollDoesNotFit(Refused):
    """A person names a toll that counts something else: following them would mix two tolls."""

    def __init__(self, number: int, toll_id: str) -> None:
        super().__init__(
            "E-TOLL-10",
            f"draft {number} cannot continue {toll_id}; not recorded",
            "name a kept toll of the same source, place, harm and group, or new",
            example=f"--continues {number}=new",
            field="toll",
            value=toll_id,
        )


class NoTollFits(NotFound):
    def __init__(self) -> None:
        super().__init__("E-FIND-03", "no toll fits the question", "see what there is: ledger toll")


class NoSuchMember(NotFound):
    def __init__(self, name: str) -> None:
        super().__init__(
            "E-FIND-02", f"there is no member {name!r}", "see: ledger member list", field="member", value=name
        )


class ReasonUnknown(LedgerError):
    def __init__(self, words: str, known: list[str]) -> None:
        super().__init__(
            "E-REASON-01",
            f"{words!r} is no reason of the list: {', '.join(known)}",
            "give one of them, with the number it explains where that is known",
            example="found_alive=4",
            field="reason",
            value=words,
        )


class ReasonMissing(LedgerError):
    def __init__(self) -> None:
        super().__init__(
            "E-REASON-02",
            "a reviewer's no needs a reason from the list",
            "give one, with words of your own if you like",
            example="--reason entry_error --words 'the list counted two villages twice'",
            field="reason",
        )


class VerbUnfit(Refused):
    def __init__(self, verb: str, item_id: str) -> None:
        super().__init__("E-REVIEW-05", f"{item_id} cannot be answered with {verb}", "accept it, or leave it waiting")


class SeveralWaiting(Refused):
    def __init__(self, toll_id: str, versions: list[int]) -> None:
        items = ", ".join(f"{toll_id}/{version}" for version in versions)
        super().__init__("E-REVIEW-06", f"several things wait: {items}", "name one of them")


class CorrectionUnclear(LedgerError):
    def __init__(self, words: str) -> None:
        super().__init__(
            "E-DRAFT-01",
            f"{words!r} names no part of the draft with what it should be",
            "begin with the part",
            example="place Jasim; killed at least 5; date 30 July; injured 7; not killed",
            field="correction",
            value=words,
        )


# ── The bot ─────────────────────────────────────────────────────────────────────────────────────────────────


class BotTokenMissing(LedgerError):
    def __init__(self) -> None:
        super().__init__(
            "E-BOT-01",
            "TELEGRAM_BOT_TOKEN is not set",
            "get a token from @BotFather and put it there, or try the bot without one: ledger-bot --local",
            field="TELEGRAM_BOT_TOKEN",
        )


class BotTokenRefused(LedgerError):
    def __init__(self) -> None:
        super().__init__(
            "E-BOT-02",
            "Telegram does not know the token of TELEGRAM_BOT_TOKEN",
            "ask @BotFather for the current one",
            field="TELEGRAM_BOT_TOKEN",
        )


class BotPolledElsewhere(Unavailable):
    """Another process fetches the same bot's updates, so that neither gets all of them."""

    def __init__(self) -> None:
        super().__init__("E-BOT-03", "another process polls with the same token", "stop the other one and start again")


class TelegramSilent(Unavailable):
    """No good answer for so long that the process should be started anew; what was stored stays stored."""

    def __init__(self) -> None:
        super().__init__(
            "E-BOT-04", "Telegram gave no answer for too long", "check the network; the bot goes on where it stopped"
        )


class SettingUnusable(LedgerError):
    def __init__(self, variable: str, cause: str) -> None:
        super().__init__("E-SET-01", f"{variable} cannot be used ({cause})", "see docs/settings.md", field=variable)


class OwnListUnfit(LedgerError):
    """A file of one's own places or parties has a line that cannot be taken; nothing of the file is used."""

    def __init__(self, file: str, line: int, column: str, value: str, reason: str, fix: str, example: str = "") -> None:
        super().__init__(
            "E-LIST-01",
            f"{file} line {line}, column {column}: {value[:80]!r} {reason}",
            fix,
            example=example,
            field=column,
            value=value,
        )
        self.line = line

    def and_more(self, rows: int) -> Self:
        """The same refusal, saying how many more lines do not fit."""
        self.message += f" (and {rows} more line{'s' if rows > 1 else ''})" if rows else ""
        return self


class ImportUnreadable(LedgerError):
    """The file to import is not there, empty, not text, or in another form; nothing was recorded."""

    def __init__(self, file: str, cause: str, fix: str = "give a file in the format, as UTF-8") -> None:
        super().__init__("E-IMPORT-01", f"{file} {cause}; nothing was recorded", fix, field="file", value=file)


class ColumnsUnfit(LedgerError):
    def __init__(self, file: str, cause: str, columns: str) -> None:
        super().__init__(
            "E-IMPORT-02", f"{file} {cause}; nothing was recorded", "name these, in any order", example=columns
        )


class ImportLineUnfit(LedgerError):
    """One cell of an import that cannot be taken; where it stands is said by ``at``."""

    def __init__(self, column: str, value: str, reason: str, fix: str, example: str = "") -> None:
        super().__init__("E-IMPORT-03", f"{value[:80]!r} {reason}", fix, example=example, field=column, value=value)


class ImportLinesBad(LedgerError):
    def __init__(self, file: str, bad: int, lines: int) -> None:
        super().__init__(
            "E-IMPORT-04",
            f"{bad} of the {lines} changes in {file} cannot be taken; nothing was recorded",
            "mend them, or leave them out",
            example="--skip-bad",
        )


class RejectsUnwritable(LedgerError):
    def __init__(self, file: str, cause: str) -> None:
        said = f"the rejects cannot be written to {file} ({cause}); nothing was recorded"
        super().__init__("E-IMPORT-05", said, "see that its folder can be written to, and move what is in the way")


class LogNotEmpty(Refused):
    """A log from elsewhere is taken over whole, into a home that nobody has opened yet, or not at all."""

    def __init__(self, where: str) -> None:
        super().__init__(
            "E-IMPORT-06",
            f"{where} is not empty, and entries of another ledger go into an empty home only; nothing was recorded",
            "name a home that is not there yet",
            example="LEDGER_HOME=/srv/copy ledger import events events.jsonl",
        )


class EntryUnfit(Refused):
    """One line of an export of entries that was altered, cut or put elsewhere; nothing of the file is kept."""

    def __init__(self, file: str, line: str, cause: str) -> None:
        super().__init__(
            "E-IMPORT-07",
            f"{file}, {line}: {cause}; nothing was recorded",
            "export the entries again and bring the file over unchanged",
            example="ledger export events events.jsonl",
            field="file",
            value=file,
        )


class ExportUnwritable(LedgerError):
    """The file or folder of an export; what was there before is untouched."""

    def __init__(self, out: str, cause: str) -> None:
        said = f"the export cannot be written to {out} ({cause}); nothing was left there"
        super().__init__("E-EXPORT-01", said, "name a file in a folder that can be written to", field="out", value=out)


class ExportIntoHome(Refused):
    """An export would take the place of the log, the vault or its keys."""

    def __init__(self, out: str) -> None:
        said = f"{out} is part of the ledger's own home; nothing was written"
        super().__init__("E-EXPORT-02", said, "name a file elsewhere", example="ledger export hxl /tmp/tolls.csv")


class ExportFormUnclear(LedgerError):
    def __init__(self, out: str, forms: list[str]) -> None:
        said = f"the ending of {out} says none of the forms {', '.join(forms)}"
        super().__init__("E-EXPORT-03", said, "name a form", example=f"--format {forms[0]}", field="out", value=out)


class AnswerUnprinted(LedgerError):
    """Whoever reads the answer cannot take it: a full disk, a closed pipe. What was recorded stays recorded."""

    exit_status = 1

    def __init__(self, cause: str) -> None:
        super().__init__("E-USAGE-02", f"the answer could not be printed ({cause})", "ask again; see: ledger status")


class UsageUnclear(LedgerError):
    """What was typed is no command of ours."""

    def __init__(self, cause: str, command: str) -> None:
        super().__init__("E-USAGE-01", cause, f"see: {command} --help")


class DemoUnusable(LedgerError):
    def __init__(self, where: str, cause: str) -> None:
        super().__init__("E-DEMO-01", f"{where} {cause}", "name another folder", example="ledger demo --out /tmp/demo")


class ReplayDiffers(CheckFailed):
    """A rebuilt picture is not the one that is shown."""

    def __init__(self, position: int) -> None:
        super().__init__(
            "E-CHECK-01", f"the replay to position {position} differs from what is shown", "run: ledger rebuild"
        )


class ConformanceUnproved(CheckFailed):
    """A test that a claim rests on is not there, or is skipped."""

    def __init__(self, tests: list[str]) -> None:
        more = f" and {len(tests) - 3} more" if len(tests) > 3 else ""
        super().__init__(
            "E-CHECK-02",
            f"what is claimed is not proved: no such test, or it is skipped: {', '.join(tests[:3])}{more}",
            "name the test that proves it in ledger/data/conformance.yaml, or claim less",
            field="tests",
            value=tests,
        )


class LogNotSigned(CheckFailed):
    """The log is not what was signed before, or not what it says itself; a signature would hide it."""

    def __init__(self, cause: str) -> None:
        super().__init__(
            "E-PROOF-01", f"the log was not signed: {cause}", "see what is wrong with it", example="ledger verify"
        )


class LogUnsound(CheckFailed):
    """What was found is told before this line."""

    def __init__(self, findings: int) -> None:
        said = "1 finding" if findings == 1 else f"{findings} findings"
        super().__init__(
            "E-PROOF-02", f"the log does not stand as it was recorded: {said}", "keep a copy; see: docs/proof.md"
        )


class CheckpointUnfit(LedgerError):
    """What was given to compare with is no checkpoint, or no key."""

    def __init__(self, what: str, cause: str) -> None:
        super().__init__("E-PROOF-03", f"{what}: {cause}", "give it as it was handed out; see: ledger checkpoint")


class NotYetSigned(NotFound):
    """No checkpoint covers the entry so far."""

    def __init__(self, what: str, position: int) -> None:
        super().__init__(
            "E-PROOF-04",
            f"{what} is entry @{position}, and no checkpoint covers it yet",
            "sign one first",
            example="ledger checkpoint",
        )


class ProofWrong(CheckFailed):
    """A proof does not show what it should."""

    def __init__(self, file: str, cause: str) -> None:
        super().__init__("E-PROOF-05", f"{file} proves nothing: {cause}", "ask whoever gave it to you for another one")


class KeyNeeded(LedgerError):
    """Nothing says which key to believe."""

    def __init__(self) -> None:
        super().__init__(
            "E-PROOF-06",
            "there is no key to check it with",
            "give the log's public key, which you have from somebody you trust",
            example="--key log.pub",
        )


class NoLedgerHere(Unavailable):
    """A question about a log that is not there, which must not make one."""

    def __init__(self, where: str) -> None:
        super().__init__(
            "E-STORE-08",
            f"there is no ledger at {where}",
            "check LEDGER_HOME",
            example="LEDGER_HOME=/srv/ledger ledger verify",
        )


class PolicyWrong(LedgerError):
    """A trust policy cannot be used."""

    def __init__(self, file: str, cause: str) -> None:
        super().__init__("E-PROOF-07", f"{file} is no policy: {cause}", "see c2sp.org/tlog-policy; docs/proof.md")


class QuorumMissing(CheckFailed):
    """Too few witnesses cosigned; the checkpoint is signed all the same."""

    def __init__(self, missing: str) -> None:
        super().__init__(
            "E-PROOF-08",
            f"too few of the policy's witnesses cosigned the checkpoint ({missing})",
            "ask them again later",
        )


class PortTaken(Unavailable):
    def __init__(self, address: str, cause: str) -> None:
        super().__init__("E-PROOF-09", f"{address} cannot be used: {cause}", "name another", example="--port 8095")
