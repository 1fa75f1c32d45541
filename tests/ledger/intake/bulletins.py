"""Reports in words of our own, shaped like the bulletins and messages that people send."""

from __future__ import annotations

from datetime import date

PUBLISHED = date(2018, 8, 1)

ENGLISH = """\
Monitors: barrel bombs on the gorges of Yarmouk again, and a first round of talks that led nowhere

Daraa Province, the Syrian Observatory for Human Rights: a helicopter dropped barrel bombs on the gorges around \
Yarmouk Valley after midnight of yesterday, and regime forces fired dozens of rockets at the same gorges since dawn, \
where about 100 fighters of Jaysh Khalid ibn al-Walid are hiding with hundreds of civilians.

In the meantime it climbed to 62 people at least, 11 children and 10 women among them, the number of people killed \
since 19 July 2018 by air strikes and by the shelling of regime forces on Yarmouk Basin. Gunmen loyal to the regime \
executed people who were on their way from the basin to Hayt on Tuesday, and the number of those executed rose to at \
least 48 people, including 8 women and boys, from the families of the Khaled Army.

The Observatory has documented the death of 297 fighters of Jaysh Khaled bin al-Waleed since 19 July 2018, and it \
documented the death of at least 110 members of the regime forces and militiamen loyal to them in the same period, \
also hundreds of others on both sides were injured.

Cautious calm prevails in the west of Daraa after a first round of talks with the organization collapsed, \
which was to let the fighters go to the desert in exchange for the release of 30 women and children. \
The organization threatened to execute its captives if the shelling resumes, and demanded the release of 517 prisoners.
"""

ARABIC = """\
محافظة درعا – المرصد السوري لحقوق الإنسان: ألقت مروحية براميل متفجرة على وديان محيط وادي اليرموك بعد منتصف ليل \
أمس، وقصفت قوات النظام المنطقة ذاتها بعشرات القذائف منذ فجر اليوم، حيث يتحصن نحو 100 عنصر من جيش خالد بن الوليد \
ومئات المدنيين.

وارتفع إلى ما لا يقل عن ٦٢ شخصاً بينهم ١١ طفلاً و١٠ مواطنات عدد الذين قتلوا منذ 19 تموز 2018 جراء غارات جوية \
وقصف قوات النظام على حوض اليرموك. وأعدم مسلحون موالون للنظام مدنيين كانوا في طريقهم إلى حيط، وارتفع إلى 48 شخصاً \
على الأقل بينهم 8 من النساء والفتيان عدد الذين أعدموا من عائلات جيش خالد.

كما وثق المرصد مقتل 297 عنصراً من جيش خالد بن الوليد منذ 19 تموز 2018، ووثق كذلك مقتل 110 على الأقل من عناصر \
قوات النظام في الفترة ذاتها.

ويسود هدوء حذر غرب درعا بعد فشل الجولة الأولى من المفاوضات مع التنظيم. وهدد التنظيم بإعدام الأسرى إذا استؤنف \
القصف، وطالب بالإفراج عن 517 معتقلاً.
"""
