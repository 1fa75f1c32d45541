"""The only erasable thing: who people are and their own words, apart from the log, each under that person's key."""

from ledger.vault.people import new_member_id
from ledger.vault.vault import Vault

__all__ = ["Vault", "new_member_id"]
