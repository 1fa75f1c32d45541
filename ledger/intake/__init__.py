"""From the words of a report to drafts of events, by rules that a person can read."""

from ledger.intake.drafts import Draft, DraftKind, Explanation, Objects, Occurred, Phrase, Reading
from ledger.intake.reading import read

__all__ = ["Draft", "DraftKind", "Explanation", "Objects", "Occurred", "Phrase", "Reading", "read"]
