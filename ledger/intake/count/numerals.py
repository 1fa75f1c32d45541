"""Numbers that take more than one token in digits: "1 200", "1'200", "2,5", "10^9", "10⁹", a telephone number."""

from __future__ import annotations

import re

from ledger.intake.text.tokens import Token
from ledger.intake.time.calendar import MONTHS

_GROUPED = re.compile(r"(?P<lead>[1-9]\d{0,2})(?:(?P<gap>[ '])\d{3}(?:(?P=gap)\d{3})*)(?![\d^])(?!['.,]\d)")
_BROKEN = re.compile(
    r"\d++(?:[.,]\d++){0,12}+(?: ?\^ ?-?\d+|e[+-]?\d+(?!\w)|[⁰¹²³⁴⁵⁶⁷⁸⁹⁻½⅓⅔¼¾]+(?!\w)|(?:k|m|b|mn|mln|bn)(?!\w))"
    r"|\d+(?:[.,]\d+){1,12}(?![\d^])",
    re.IGNORECASE,
)
_LISTED = re.compile(r"(?:\d{1,2}|\d{4})(?:,(?:\d{1,2}|\d{4})){2,}$|\d{4},\d{4}$|\d{1,2}\.\d{1,2}\.\d{2,4}$")
_PHONE = re.compile(r"(?:\+|\b00)\d(?:[\d ()-]{6,16})\d")
_LONGEST_DAY = 31
_YEAR = 4  # digits
_DAY_BEFORE = frozenset({"on", "يوم"})
_NEVER_BEFORE = "+-–/:.#"


def joined_numerals(tokens: list[Token], text: str) -> list[Token]:
    """The tokens with each such number as one; one that is no whole number keeps its signs, as "10^9" or "2.5"."""
    joined: list[Token] = []
    reached = 0
    for at, token in enumerate(tokens):
        if token.start < reached:
            continue
        phone = _PHONE.match(text, token.start) if token.is_number or token.text == "+" else None
        found = _numeral(tokens, at, text) if token.is_number and phone is None else None
        if phone is not None:
            reached = phone.end()
            joined.append(Token(phone[0], token.start, reached, (phone[0],), False, False, token.glued))
        elif found is not None:
            reached = token.start + found[1]
            joined.append(Token(found[0], token.start, reached, (found[0],), False, True, token.glued))
        else:
            joined.append(token)
    return joined


def is_unclear(token: Token) -> bool:
    """Whether the token is a number that is no whole number in digits: "2.5", "10^9", "62²"."""
    return token.is_number and not token.text.replace(",", "").isdecimal()


def _numeral(tokens: list[Token], at: int, text: str) -> tuple[str, int] | None:
    """The number from a token on as it is read, and how many code points it takes; ``None`` for a plain one."""
    token = tokens[at]
    before = tokens[at - 1] if at else None
    end = tokens[-1].end
    whole = _GROUPED.match(text, token.start, end)
    if whole and not _is_apart(whole, before, token):
        unsure = whole["gap"] == " " and before is not None and before.word in _DAY_BEFORE
        sure = not (unsure and int(whole["lead"]) <= _LONGEST_DAY)
        plain = re.sub(r"\D", "", whole[0])
        return (plain if sure else whole[0], len(whole[0]))
    broken = _BROKEN.match(text, token.start, end)
    if broken is None or _LISTED.match(broken[0]) or len(broken[0]) <= token.end - token.start:
        return None
    if re.fullmatch(r"\d+,\d{1,2}", broken[0]):
        return broken[0].replace(",", "."), len(broken[0])
    return broken[0], len(broken[0])


def _is_apart(found: re.Match[str], before: Token | None, token: Token) -> bool:
    """ "July 19 200 people", "+963 944 123": what stands before makes the first digits something else."""
    if before is None:
        return False
    if before.text in _NEVER_BEFORE and before.end == token.start:
        return True
    counted = before.is_number and len(before.text) != _YEAR
    return found["gap"] == " " and (before.word in MONTHS or counted)
