"""The words that corrections begin with, in English and Arabic, folded as reports are."""

from __future__ import annotations

from ledger.intake.text.normalise import fold
from ledger.names import word_set


def _listed(table: dict[str, str]) -> tuple[tuple[str, str], ...]:
    """(words, what they name), the longest words first."""
    pairs = [(fold(name.strip()).lower, what) for what, names in table.items() for name in names.split(",")]
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))


PARTS = _listed({
    "place": "place, where, location, town, المكان, مكان, الموقع, موقع, البلدة",
    "date": "date, when, counted to, التاريخ, تاريخ, بتاريخ, لغاية",
    "since": "since, starting, منذ, من تاريخ, بدءا من",
    "actor": "by, actor, who, perpetrator, الفاعل, الجهة, المسؤول, من قبل, بيد",
    "kind": "type, kind, النوع, نوع, الحدث",
    "reason": "reason, why, because, السبب, سبب, لأن",
    "killed": "killed, dead, deaths, kills, القتلى, قتلى, قتيل, القتل, الشهداء, شهداء, شهيد, عدد القتلى, عدد الشهداء",
    "injured": "injured, wounded, hurt, الجرحى, جرحى, جريح, المصابون, المصابين, مصابين, مصاب, الإصابات, عدد الجرحى",
    "missing": "missing, المفقودون, المفقودين, مفقودين, مفقود",
    "abducted": "abducted, kidnapped, المخطوفون, المخطوفين, مخطوفين, المختطفون, المختطفين, مخطوف",
    "detained": "detained, arrested, المعتقلون, المعتقلين, معتقلين, معتقل",
    "displaced": "displaced, النازحون, النازحين, نازحين, المهجرون, المهجرين, نازح",
    "released": "released, freed, المفرج عنهم, المحررون, المحررين",
    "children": "children, child, kids, الأطفال, أطفال, طفل",
    "women": "women, woman, النساء, نساء, امرأة",
    "men": "men, man, الرجال, رجال, رجل",
    "civilians": "civilians, civilian, المدنيون, المدنيين, مدنيين, مدني",
    "elderly": "elderly, المسنون, المسنين, مسنين",
    "medics": "medics, المسعفون, المسعفين, مسعفين",
})  # fmt: skip

NOT = word_set("not no none unknown nobody without remove ليس ليست لا بدون بلا دون احذف غير مجهول")

KINDS = dict(_listed({
    "strike": "strike, air strike, airstrike, raid, bombing, غارة, غارة جوية, قصف جوي, ضربة جوية",
    "shelling": "shelling, artillery, mortar, rockets, قصف, قصف مدفعي, قصف صاروخي, مدفعية",
    "execution": "execution, إعدام, إعدام ميداني",
    "clash": "clash, clashes, fighting, اشتباك, اشتباكات, معارك",
    "explosion": "explosion, mine, bomb, انفجار, لغم, تفجير",
    "abduction": "abduction, kidnapping, خطف, اختطاف",
    "detention": "detention, arrest, اعتقال, احتجاز",
    "release": "release, إفراج, إطلاق سراح",
    "displacement": "displacement, نزوح, تهجير",
    "calm_observed": "calm, هدوء",
    "nothing_heard": "nothing heard, لا أخبار",
    "toll_stated": "toll, total, running toll, حصيلة, مجموع",
    "control_change": "control change, control, سيطرة",
    "agreement": "agreement, truce, ceasefire, اتفاق, هدنة",
    "negotiation_failed": "talks failed, negotiations failed, فشل المفاوضات",
    "negotiation_started": "talks, talks started, مفاوضات",
    "other": "other, claim, غير ذلك",
}))  # fmt: skip

REASONS = _listed({
    "found_alive": "found alive, alive, عثر عليهم أحياء, وجدوا أحياء, أحياء, على قيد الحياة",
    "duplicate_removed": "duplicate, counted twice, مكرر, تكرار, مرتين",
    "entry_error": "error, mistake, typo, خطأ",
    "source_corrected": "corrected, correction, تصحيح, صحح",
    "source_withdrew": "withdrew, withdrawn, سحب",
    "reclassified": "reclassified, إعادة تصنيف",
    "died_of_wounds": "died of wounds, wounds, متأثرا بجراحه, متأثرين, جراح",
    "missing_to_dead": "missing found dead, missing to dead, مفقودين تبين مقتلهم",
    "body_recovered": "body, bodies, جثة, جثث, جثامين",
    "new_deaths": "new deaths, new, قتلى جدد, جدد",
    "late_report": "late, متأخر",
    "scope_changed": "scope, النطاق",
})  # fmt: skip
