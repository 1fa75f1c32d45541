"""Which event a passage reports, and that what only points back is no second one."""

from __future__ import annotations

import pytest

from tests.ledger.intake.reader import kinds, only


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Warplanes bombed Nawa", "strike"),
        ("Russian jets carried out 6 raids on Nawa", "strike"),
        ("A helicopter dropped barrel bombs on Nawa", "strike"),
        ("Turkish drones struck a car near Afrin", "strike"),
        ("Regime artillery fired at Nawa", "shelling"),
        ("Nawa was hit by rockets", "shelling"),
        ("Regime forces shelled Nawa with mortars", "shelling"),
        ("A car bomb exploded in Azaz", "explosion"),
        ("A landmine killed two farmers near Nawa", "explosion"),
        ("An IED was detonated against a patrol in Nawa", "explosion"),
        ("The organization executed four men in Hajin", "execution"),
        ("A man was beheaded in Hajin", "execution"),
        ("Heavy clashes broke out between the SDF and ISIS in Hajin", "clash"),
        ("Gunmen kidnapped a doctor in Jasim", "abduction"),
        ("The SDF arrested 14 people in Hajin", "detention"),
        ("The regime released 80 detainees from Adra", "release"),
        ("More than 2,000 families were displaced from Nawa", "displacement"),
        ("Regime forces took control of Nawa", "control_change"),
        ("The town of Hayt fell to the Khalid Army", "control_change"),
        ("A first round of talks began in Busra", "negotiation_started"),
        ("Negotiations between the two sides in Busra resumed on Sunday", "negotiation_resumed"),
        ("The negotiations in Busra collapsed", "negotiation_failed"),
        ("The two sides reached an agreement on a truce in Nawa", "agreement"),
        ("Tense calm prevails in Nawa", "calm_observed"),
        ("Unknown gunmen opened fire on a car in Nawa, killing two brothers", "violence"),
        ("قصفت طائرات حربية بلدة نوى", "strike"),
        ("ألقت مروحية برميلاً متفجراً على نوى", "strike"),
        ("استهدفت قوات النظام نوى بالقذائف", "shelling"),
        ("انفجرت عبوة ناسفة في نوى", "explosion"),
        ("أعدم التنظيم أربعة رجال في البوكمال", "execution"),
        ("اندلعت اشتباكات عنيفة في طفس", "clash"),
        ("خطف مسلحون مجهولون رجلاً في الميادين", "abduction"),
        ("اعتقلت قوات النظام 14 شخصاً في نوى", "detention"),
        ("أفرج النظام عن 80 معتقلاً", "release"),
        ("نزحت 2000 عائلة من نوى", "displacement"),
        ("سيطرت قوات النظام على نوى", "control_change"),
        ("فشلت المفاوضات في بصرى", "negotiation_failed"),
        ("استؤنفت المفاوضات يوم الأحد", "negotiation_resumed"),
        ("توصل الطرفان إلى اتفاق في نوى", "agreement"),
        ("يسود هدوء حذر في نوى", "calm_observed"),
        ("دخلت الهدنة حيز التنفيذ في نوى", "agreement"),
        ("عثر الأهالي على جثث 4 رجال أعدمهم التنظيم قرب نوى", "execution"),
        ("اغتال مسلحون مجهولون قيادياً سابقاً في طفس", "violence"),
    ],
)
def test_a_sentence_reports_one_event_of_its_kind(text: str, kind: str) -> None:
    assert only(text).kind.value == kind


def test_two_events_in_one_sentence_are_two_drafts() -> None:
    assert kinds("Warplanes bombed Nawa, while regime forces shelled Jasim") == ["strike", "shelling"]
    assert kinds("The SDF arrested 14 people in Hajin, and released 3 of them hours later") == ["detention", "release"]
    assert kinds("ساد الهدوء نوى بعد فشل المفاوضات مع التنظيم") == ["calm_observed", "negotiation_failed"]


def test_what_points_back_is_no_second_event() -> None:
    assert kinds("Warplanes bombed Nawa. The strikes caused panic among the people.") == ["strike"]


def test_a_headline_and_its_body_are_one_event() -> None:
    text = "Warplanes bomb Nawa, leaving 5 dead\n\nWarplanes bombed the town of Nawa this morning, killing 5 people.\n"
    draft = only(text)
    assert draft.quote.startswith("Warplanes bombed the town")


def test_a_weapon_that_is_destroyed_is_not_fired() -> None:
    assert kinds("The factions destroyed heavy artillery in Nawa") == []


def test_a_calm_that_is_over_is_no_calm() -> None:
    assert kinds("After two days of calm, warplanes renewed their raids on Nawa") == ["strike"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("دوت انفجارات في ريف حلب ناجمة عن غارات إسرائيلية على مستودعات.", ["strike"]),
        ("دوت انفجارات في مدينة حلب لم تعرف أسبابها.", ["explosion"]),
        ("اشتباكات في محور بلدة راجو بين القوات التركية والفصائل، وسط قصف مكثف.", ["clash"]),
        ("انتحاري فجر نفسه في مدينة الرمادي بعد أن أوقفه الحراس، ما أدى إلى مقتل 7 أشخاص.", ["explosion"]),
    ],
)
def test_the_event_is_the_one_that_the_others_go_with(text: str, expected: list[str]) -> None:
    assert kinds(text) == expected


def test_fire_on_something_of_a_kind_that_is_named_is_an_event() -> None:
    assert kinds("قتل ثلاثة جنود بهجوم في مديرية حريب، وقابله قصف بالمدفعية على مواقع الجماعة.")[-1] == "shelling"
    assert kinds("استهدف القصف 130 مؤسسة.") == []
