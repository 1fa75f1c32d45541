"""Explosions, strikes and shelling: strikes come from the air, shelling from the ground."""

from __future__ import annotations

from ledger.intake.drafts import DraftKind
from ledger.intake.event.surroundings import Surroundings, Trigger, points_back
from ledger.intake.text.lexicon import Tag
from ledger.names import word_set

_BOMBERS = frozenset(
    {"russian-forces", "coalition", "israeli-forces", "us-forces", "unidentified-warplanes", "regime-warplanes"}
)
_HARMLESS_LOADS = word_set(
    "leaflets leaflet flyers aid food parcels supplies medicine medicines relief منشورات مساعدات"
)
_PERSONS = word_set("bomber bombers attacker attackers")
_RAMS = word_set("drove drives driving rammed rams ramming ploughed plowed crashed steered")
AIR = ("air_means",)
GROUND = ("ground_means",)
_CAUSED = word_set("caused resulting resulted due ناجمه ناجم نجمت نتيجه جراء اثر بسبب ناتجه")
_ON_REACH = 4  # tokens from a weapon to "on"
_CAUSE_REACH = 14  # tokens from an explosion over its place to what caused it
_AMID = word_set("وسط تخللها تخلله يتخللها يرافقها رافقها ترافقت مترافقه يصاحبها")
_BACKED = word_set("backed supported aided assisted covered cover")
_ITS = word_set("تفجيره تفجيرها تفجيرهما بتفجيره بتفجيرها")  # of what was told before
_LABOUR = word_set("general hunger labour labor sit in solidarity commercial school teachers workers prison dignity on")
_SEIZED = word_set("destroyed destroy seized seize captured capture surrender surrendered stored دمر دمرت استولت تسليم")


def explosion(around: Surroundings) -> Trigger | None:
    means = around.named("blast_means") or _bombs(around)
    if not means:
        return None
    tokens = around.sentence.tokens
    strong = [tag for tag in means if tag.value in ("explosion", "suicide attack") and _is_one(around, tag)]
    strong = [tag for tag in strong if not (tokens[tag.last - 1].word in _PERSONS and around.named("veto_attempt"))]
    stepped = any(token.word in ("stepped", "trod", "drove") for token in tokens[around.first : around.last])
    if stepped and any(tag.value == "landmine" for tag in means):
        return Trigger(DraftKind.EXPLOSION, means[0].first, "explosion")
    if _has_cause(around, means[0]):
        return None
    driven = _RAMS & {token.word for token in tokens[around.first : means[0].first]} and around.sentence.has(
        "structure", "actor", first=means[0].last, last=around.last
    )
    strong = strong or [tag for tag in means if driven and tag.value == "car bomb"]
    if strong or around.harmed or around.named("hit", "attack"):
        if around.named("carrier", "air_means") and not strong:
            return None
        told = points_back(around, means[0]) or around.sentence.tokens[means[0].first].word in _ITS
        return Trigger(DraftKind.EXPLOSION, means[0].first, "explosion", told)
    return None


def _has_cause(around: Surroundings, tag: Tag) -> bool:
    """ "Explosions caused by air strikes", "دوت انفجارات ناجمة عن قصف": it is the strikes that are told."""
    tokens = around.sentence.tokens
    fired = around.sentence.named(
        "air_means",
        "ground_means",
        "bombing",
        "carrier",
        first=tag.last,
        last=min(tag.last + _CAUSE_REACH, around.last),
    )
    between = tokens[tag.last : fired[0].first] if fired else []
    caused = any(set(token.forms) & _CAUSED for token in between)
    return tag.value == "explosion" and caused and not any(token.text in ",;" for token in between)


def _is_one(around: Surroundings, tag: Tag) -> bool:
    """Not "battles, explosions and hunger": blasts in general, with no place, nobody harmed and no verb of theirs."""
    if around.sentence.tokens[tag.last - 1].word not in ("explosions", "blasts"):
        return True
    return around.placed or around.harmed or bool(around.named("hit")) or around.struck


def _bombs(around: Surroundings) -> list[Tag]:
    """ "A bomb killed three": planted, where nobody and nothing is said to have dropped it."""
    tokens = around.sentence.tokens
    dropped = any(tokens[tag.first].word.startswith(("dr", "rain", "thr")) for tag in around.named("hit"))
    if dropped or around.named("carrier", "air_means", "ground_means") or around.named("actor"):
        return []
    return [tag for tag in around.named("bombing") if tokens[tag.last - 1].word in ("bomb", "bombs")]


def fire(around: Surroundings) -> Trigger | None:
    """Strikes are from the air, shelling from the ground; plain "bombing" is told apart by who bombs."""
    air, ground, bombing = (_fired(around, names) for names in (AIR, GROUND, ("bombing",)))
    carrier, hits = around.named("carrier"), around.named("hit")
    solid = [tag for tag in air if not points_back(around, tag)]
    weapons = (
        solid
        or [tag for tag in ground if not points_back(around, tag)]
        or [t for t in bombing if not points_back(around, t)]
    )
    if _amid_clash(around, weapons):
        return None
    told = around.placed or around.harmed or around.struck
    concrete = (
        bool(hits) or around.has_agent or told or _is_on_something(around, weapons) or _is_bombed(around, weapons)
    )
    if (
        not weapons
        and carrier
        and _HARMLESS_LOADS & {t.word for t in around.sentence.tokens[around.first : around.last]}
    ):
        return None
    if not weapons and carrier and _killed_by(around, carrier[0]):
        return Trigger(DraftKind.STRIKE, carrier[0].first, "fire")
    if not weapons and not (carrier and hits):
        referred = air or ground or bombing
        places = [place for place in around.places if around.first <= place.first < around.last]
        named = any(not (place.is_described or place.is_reference) for place in places)
        if referred and ((hits and around.placed) or around.harmed):
            weapons = referred
            return Trigger(
                _fire_kind(around, air, ground, carrier),
                referred[0].first,
                "fire",
                is_reference=not (named and (hits or around.harmed)),
            )
        return Trigger(_fire_kind(around, air, ground, carrier), referred[0].first, "fire", True) if referred else None
    if not concrete or _tells_no_strike(around, [*solid, *ground, *bombing]):
        return None
    first = (weapons or carrier)[0]
    only_ground = bool(ground) and not solid and not (carrier and not around.named("actor"))
    kind = DraftKind.SHELLING if only_ground and not carrier else _fire_kind(around, solid, ground, carrier)
    return Trigger(kind, first.first, "fire")


def _killed_by(around: Surroundings, carrier: Tag) -> bool:
    """ "Killed by a drone", "F-16s killed 150": the carrier does the harm, right beside the verb."""
    tokens = around.sentence.tokens
    before = [token.word for token in tokens[max(around.first, carrier.first - 3) : carrier.first]]
    passive = "by" in before and around.harmed
    active = around.sentence.has("killed_before", "injured_before", first=carrier.last, last=carrier.last + 1)
    return passive or (active and around.harmed)


def _is_on_something(around: Surroundings, weapons: list[Tag]) -> bool:
    """ "قصف بالمدفعية على مواقع الجماعة": what was under fire is named by its kind."""
    tokens = around.sentence.tokens
    for tag in weapons:
        for n in range(tag.last, min(tag.last + _ON_REACH, around.last - 1)):
            if tokens[n].word in ("علي", "on") and any(
                it.name == "structure" for it in around.sentence.starting(n + 1)
            ):
                return True
    return False


def _is_bombed(around: Surroundings, weapons: list[Tag]) -> bool:
    """ "When their house was bombed": what was bombed stands before the verb."""
    tokens = around.sentence.tokens
    for tag in weapons:
        if tokens[tag.first].word in ("bombed", "shelled") and tokens[tag.first - 1].word in ("was", "were", "been"):
            return around.sentence.has("structure", first=max(around.first, tag.first - 5), last=tag.first)
    return False


def _amid_clash(around: Surroundings, weapons: list[Tag]) -> bool:
    """ "اشتباكات في محور X، وسط قصف مكثف", "اشتباكات بالرشاشات": fire of a battle, on no place of its own."""
    clashes = around.named("clash")
    if not clashes or not weapons:
        return False
    led_by = {
        token.word for token in around.sentence.tokens[max(around.first, weapons[0].first - 4) : weapons[0].first]
    }
    if led_by & _BACKED and clashes[0].first > weapons[0].first:
        return True  # "forces backed by US air strikes battled …"
    if clashes[0].first > weapons[0].first:
        return False
    led = around.sentence.tokens[max(clashes[0].last, weapons[0].first - 2) : weapons[0].first]
    placed = any(weapons[0].last <= place.first < around.last for place in around.places)
    amid = any(set(token.forms) & _AMID for token in led)
    first = around.sentence.tokens[weapons[0].first]
    between = around.sentence.tokens[clashes[0].last : weapons[0].first]
    fought_with = first.word[0] == "ب" and len(first.forms) > 1 and not any(token.text in ",;" for token in between)
    return (amid or fought_with) and not placed


def _tells_no_strike(around: Surroundings, weapons: list[Tag]) -> bool:
    """ "استهدف القصف 130 مؤسسة": the Arabic article, no place and nobody harmed sum up strikes told or not told."""
    if around.placed or around.harmed or not weapons:
        return False
    words = [around.sentence.tokens[tag.first] for tag in weapons]
    return all(token.text[0] >= "\u0600" and token.word.lstrip("وفبل").startswith("ال") for token in words)


def _fired(around: Surroundings, names: tuple[str, ...]) -> list[Tag]:
    """Weapons named, but not those that somebody destroyed, seized or handed over."""
    tokens = around.sentence.tokens
    return [
        tag
        for tag in around.named(*names)
        if not _SEIZED & {token.word for token in tokens[max(around.first, tag.first - 3) : tag.first]}
        and not _is_labour(around, tag)
        and not any(it.first <= tag.first and tag.last < it.last for it in around.named("method"))
    ]


def _is_labour(around: Surroundings, tag: Tag) -> bool:
    """ "A general strike", "a hunger strike", "a strike over wages": nobody is hit."""
    tokens = around.sentence.tokens
    if tokens[tag.first].word not in ("strike", "strikes"):
        return False
    before = tokens[tag.first - 1].word if tag.first else ""
    after = {token.word for token in tokens[tag.last : tag.last + 6]}
    paid = after & {"wages", "salaries", "pay", "unpaid", "demanding", "action", "protest", "mourning"}
    return before in _LABOUR or bool(paid and not around.harmed)


def _fire_kind(around: Surroundings, air: list[Tag], ground: list[Tag], carrier: list[Tag]) -> DraftKind:
    if air or carrier:
        return DraftKind.STRIKE
    by_air = any(tag.value in _BOMBERS for tag in around.named("actor")) or _is_bombed(around, around.named("bombing"))
    return DraftKind.STRIKE if by_air and not ground else DraftKind.SHELLING
