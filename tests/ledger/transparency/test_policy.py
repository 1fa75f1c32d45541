"""Trust policies as c2sp.org/tlog-policy has them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ledger.transparency.checkpoint import Checkpoint, cosigned
from ledger.transparency.note import COSIGNATURE, Note, NoteUnsound, Signer
from ledger.transparency.policy import Policy, PolicyUnfit
from ledger.transparency.tree import leaf_hash

LOG = Signer.fresh("ledger.example/one")
WITNESSES = {name: Signer.fresh(f"witness.example/{name}", COSIGNATURE) for name in ("x1", "x2", "x3", "y1")}
KEYS = "".join(f"witness {name} {key.verifier.text}\n" for name, key in WITNESSES.items())
TWO_LEVELS = (
    f"# who looks after it\n\nlog {LOG.verifier.text} https://ledger.example/one\n{KEYS}"
    "group X 2 x1 x2 x3\n\tgroup Y any y1 \ngroup both all X Y\nquorum both\n"
)


def seen(*names: str) -> Note:
    note = Checkpoint(LOG.name, 62, leaf_hash(b"")).signed(LOG)
    lines = [cosigned(note.text, WITNESSES[name], 1_780_000_000) for name in names]
    return replace(note, signatures=(*note.signatures, *lines))


@pytest.mark.parametrize(
    ("names", "enough"),
    [
        (("x1", "x2", "y1"), True),
        (("x1", "x2", "x3", "y1"), True),
        (("x3", "y1"), False),
        (("x1", "x2", "x3"), False),
        ((), False),
    ],
)
def test_a_quorum_is_counted_by_groups(names: tuple[str, ...], enough: bool) -> None:
    policy = Policy.parse(TWO_LEVELS)
    assert policy.has_quorum(policy.seen_by(seen(*names))) is enough
    if enough:
        assert policy.opened(str(seen(*names))).size == 62
    else:
        with pytest.raises(NoteUnsound, match="too few"):
            policy.opened(str(seen(*names)))


def test_what_a_policy_says_of_addresses() -> None:
    policy = Policy.parse(
        f"log {LOG.verifier.text} https://l\nwitness w {WITNESSES['x1'].verifier.text} http://w\nquorum w"
    )
    assert policy.urls == {LOG.name: "https://l"}
    assert policy.witnesses["w"].url == "http://w"


def test_no_witness_may_be_asked_for() -> None:
    policy = Policy.parse(f"log {LOG.verifier.text}\nquorum none\n")
    assert policy.opened(str(seen())).size == 62
    stranger = Checkpoint("ledger.example/two", 62, leaf_hash(b"")).signed(Signer.fresh("ledger.example/two"))
    with pytest.raises(NoteUnsound):
        policy.opened(str(stranger))


W1, W2 = (WITNESSES[name].verifier.text for name in ("x1", "x2"))


FAULTS = [
    ("", "no quorum"),
    ("quorum none\nquorum none", "line 2: there is a quorum already"),
    ("quorum x", "line 1: no line above names x"),
    (f"witness a {W1}\nwitness a {W2}\nquorum a", "the name a is taken"),
    (f"witness none {W1}\nquorum none", "the name none is taken"),
    (f"witness a {W1}\nwitness b {W1}\nquorum a", "the key stands there already"),
    (f"log {W1}\nquorum none", "signatures of another kind"),
    (f"witness a {LOG.verifier.text}\nquorum a", "signatures of another kind"),
    (f"log {LOG.verifier.text[:-4]}\nquorum none", "line 1: the key"),
    (f"witness a {W1}\ngroup g 2 a\nquorum g", "cannot ask for 2"),
    (f"witness a {W1}\ngroup g 0 a\nquorum g", "cannot ask for 0"),
    (f"witness a {W1}\ngroup g most a\nquorum g", "all, any, or how many"),
    (f"witness a {W1}\ngroup g all\nquorum g", "no line of a policy"),
    (f"witness a {W1}\ngroup g any a\ngroup h any a\nquorum g", "belongs to a group already"),
    (f"group g any none\nwitness a {W1}\nquorum g", "no line above names none"),
    ("trust me\nquorum none", "no line of a policy"),
    ("\n" * 2000, "more than"),
]


@pytest.mark.parametrize(("written", "why"), FAULTS, ids=[why for _, why in FAULTS])
def test_what_is_no_policy(written: str, why: str) -> None:
    with pytest.raises(PolicyUnfit, match=why):
        Policy.parse(written)
