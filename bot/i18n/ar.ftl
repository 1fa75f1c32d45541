### What the bot says in Arabic: the messages and variables of en.ftl.
### Every line begins with an Arabic letter outside what is isolated, so that it runs from the right.

## Starting, help, language

start-warning =
    <b>قبل أن تكتب:</b> يرى تيليغرام من أنت وما تكتبه هنا. محادثات البوت غير مشفّرة من طرف إلى طرف. ومن يأخذ هاتفك يرَ هذه المحادثة؛ احذفها متى احتجت إلى ذلك.
start-stranger =
    يجيب هذا البوت عن أسئلة حول الحصائل المسجّلة.
    اسأل مثلاً: <code>/toll حوض اليرموك</code>
start-member = أهلاً بك من جديد.
start-first = أهلاً بك. صفتك هنا: { $role }.
start-joined = انضممت بصفة { $role }.
start-report =
    أرسل رسالة واحدة بكلماتك، مثلاً:
    <i>قصف على حيط صباح اليوم، 3 قتلى بينهم طفلان</i>
    أعرض عليك ما فهمته، ولا يُسجَّل شيء قبل أن تؤكّد.
help-title = <b>ما يمكنك فعله هنا</b>
help-toll = حصيلة مكان: /toll ثم اسم المكان، مثلاً <code>/toll حوض اليرموك</code>
help-history = كيف تغيّرت الحصيلة، في صورة: /history ثم اسم المكان
help-report = اكتب تقريرك بكلماتك، وأعرضه عليك قبل تسجيله
help-correct = لتصحيح ما فهمته ردّ عليه أو اكتب مباشرةً: <code>المكان جاسم</code>، <code>القتلى 5 على الأقل</code>، <code>التاريخ 30 تموز</code>، <code>بدون جرحى</code>
help-edit = إذا عدّلت رسالتك قبل التأكيد قرأتها من جديد
help-cancel = إلغاء ما لم يؤكَّد بعد: /cancel
help-queue = ما ينتظر المراجعة: /queue
help-accept = قبول ما ينتظر: /accept ثم الرقم
help-reject = رفضه: /reject ثم الرقم والسبب، مثلاً <code>/reject T-8m2k4q9xwe/3 خطأ في الإدخال</code>
help-invite = رابط لعضو جديد: /invite ثم الصفة والاسم، مثلاً <code>/invite monitor Salma</code>
help-forgetme = طلب حذف كلماتك وبيانات الاتصال بك: /forgetme
help-language = اللغة: /language – العربية أو English
language-ask = أي لغة؟
language-set = أتحدث معك بالعربية من الآن.

menu-toll = حصيلة مكان
menu-history = كيف تغيّرت الحصيلة، في صورة
menu-help = ما يمكنك فعله هنا
menu-cancel = إلغاء ما لم يؤكَّد بعد
menu-language = اللغة: العربية أو English

## Roles

role-reader = قارئ
role-monitor = راصد
role-reviewer = مراجع
role-auditor = مدقق
role-admin = مشرف

## Reading a report

card-title = <b>هل هذا صحيح؟</b> لم يُسجَّل شيء بعد.
card-again = سُجِّل هذا من قبل؛ تأكيده مرة أخرى لا يضيف شيئاً.
card-page = الجزء { $page } من { $pages }
card-how = للتصحيح ردّ على هذه البطاقة أو اكتب مباشرةً: البند وما يجب أن يكون، مثلاً { $example }
card-how-numbered = للتصحيح ردّ على هذه البطاقة أو اكتب مباشرةً: الرقم ثم البند وما يجب أن يكون، مثلاً { $example }
card-superseded = صُحِّح – انظر البطاقة الأحدث أدناه.
card-forwarded = المصدر: { $source } (رسالة معاد توجيهها)
draft-title = <b>{ $kind }</b> – { $place }
draft-title-numbered = <b>{ $number }. { $kind }</b> – { $place }
draft-left-out = <s>{ $number }. { $kind } – { $place }</s> مستبعد
draft-no-place = المكان غير مذكور
draft-place-which = أي { $place }؟ اختر أدناه.
draft-place-unknown = { $place } (ليس في قائمة الأماكن؛ يُحفظ كما كتبته)
draft-when = الوقت: { $when }
draft-no-when = الوقت: غير مذكور
draft-when-guessed = { $when } (من قولك «{ $words }»)
draft-by = الفاعل: { $actor }
draft-against = المستهدَف: { $actor }
draft-means = الوسيلة: { $means }
draft-count = { $harm }: { $count }
draft-no-count = الأعداد: غير مذكورة
draft-counted = العدّ حتى { $day }
draft-counted-since = العدّ من { $since } حتى { $day }
draft-cause = السبب: { $cause }
draft-source = المصدر: { $source }
draft-quote = النص: «{ $quote }»
draft-noted = يقول النص إن هذا { $certainty }: يُدوَّن ولا يُحتسب.
draft-new-toll = حصيلة جديدة: لا تُحفظ بعد حصيلة من هذا النوع لهذا المكان.
draft-same = العدد نفسه كما في السابق: تقرير إضافي، لا قتلى إضافيون.
draft-rises = من { $old } إلى { $new }{ $why }
draft-falls = { $needed ->
    [2] من { $old } إلى { $new }{ $why }: انخفاض كبير يحتاج إلى موافقة مراجعَين اثنين.
   *[other] من { $old } إلى { $new }{ $why }: انخفاض يحتاج إلى موافقة مراجع.
}
draft-backfill = عدد ليوم سابق؛ يبقى الأحدث كما هو.
draft-continues = تتمة للحصيلة { $id }: { $what }
draft-which-toll = أي حصيلة يكمل هذا؟ اختر أدناه.
draft-toll-option = { $at }. { $what }: { $figure }
    ≠ { $differs }
near-fits = مطابقة كما هي
near-differs = { $part }: { $here } – وهناك { $there }
near-there = { $part } هناك: { $there }
near-none = غير مذكور
near-button = { $at }. { $about }
near-part-period_start = بداية العدّ
near-part-place = المكان
near-part-group = من تشملهم
near-part-affiliation = الانتماء
near-part-cause = السبب
near-part-perpetrator = الجهة المنسوب إليها
near-part-basis = أساس العدّ
draft-refused = ⚠ لا يمكن تسجيله على حاله: { $refusal }
draft-needs-reason = ⚠ من { $old } إلى { $new } انخفاض. ما السبب؟ اختر أدناه، أو ردّ مثلاً <code>السبب العثور على 4 أحياء</code>
draft-quote-cut = النص: «{ $quote }…»
nothing-found =
    لم أجد في هذا حدثاً ولا حصيلة، فلم يُسجَّل شيء.
    اذكر ما حدث وأين ومتى وكم شخصاً، مثلاً:
    <i>قصف على حيط صباح اليوم، 3 قتلى</i>
    أو <i>هدوء في نوى اليوم</i>
button-confirm = ✓ تأكيد
button-confirm-all = ✓ تأكيد الكل ({ $count })
button-confirm-some = ✓ تأكيد { $count } من { $all }
button-leave-out = استبعاد { $number }
button-put-back = إعادة { $number }
button-discard = ✗ تجاهل
button-discard-all = ✗ تجاهل الكل
button-next = التالي ›
button-previous = ‹ السابق
button-same = التقرير نفسه
button-new = تقرير جديد
button-new-toll = { $number }: حصيلة جديدة
button-choice = { $number }: { $name }

## After confirming

recorded-title = <b>سُجِّل { $id }</b> (@{ $position })
recorded-again = <b>سُجِّل من قبل برقم { $id }</b> (@{ $position })؛ لم يُضَف شيء
recorded-line = { $kind }، { $place }: { $ids }
recorded-falls = { $needed ->
    [2] { $kind }، { $place }: { $id } – من { $old } إلى { $new } بانتظار مراجعَين اثنين
   *[other] { $kind }، { $place }: { $id } – من { $old } إلى { $new } بانتظار مراجع
}
recorded-same = { $kind }، { $place }: { $ids } – العدد نفسه، تقرير إضافي
recorded-waits = يبقى ما كان معروفاً من قبل إلى أن يوافق مراجع.
recorded-review = يراه الأعضاء الآن، ويُنشر للعموم بعد أن يقبله مراجع.
repeat-recorded = سُجِّل هذا من قبل اليوم برقم <b>{ $id }</b>: أهو التقرير نفسه أم تقرير جديد؟ لا يُضاف شيء ما لم تقل إنه جديد.
repeat-open = أرسلت الكلمات نفسها اليوم، وما زالت بطاقتها تنتظرك: أهو التقرير نفسه أم تقرير جديد؟
repeat-same = التقرير نفسه: لم يُضَف شيء. رقمه { $id }.
repeat-waiting = التقرير نفسه، وما زال ينتظر تأكيدك:
discarded = أُلغي. لم يُسجَّل شيء.
expired = مضى على هذه المسودة أكثر من 24 ساعة فانتهت صلاحيتها. لم يُسجَّل شيء. أرسل التقرير مجدداً إن كان لا يزال قائماً.
changed = تغيّر هذا في الأثناء. انظر إليه مرة أخرى من فضلك.
sheet-closed = بُتَّ في هذا من قبل.
sheet-not-yours = هذا غير متاح لك.
forget-me-ask = هل تريد أن تُحذف كلماتك وبيانات الاتصال بك هنا؟ يجب أن يوافق مشرفان أولاً، ولا يمكن استرجاع شيء بعد ذلك. ما أبلغت عنه يبقى أرقاماً لا تدل عليك.
button-forget-me = نعم، احذفوني
button-stay = لا
forget-me-recorded = سُجّل طلبك. يجب أن يوافق مشرفان، ويمكنك المتابعة كالمعتاد حتى ذلك الحين. ما يحفظه تلغرام من هذه المحادثة ليس بيدنا: احذف المحادثة هناك.
forget-me-left = يبقى كل شيء كما هو.
cancel-done = { $count ->
    [zero] لم تُلغَ أي مسودة.
    [one] أُلغيت مسودة واحدة ولم يُسجَّل منها شيء.
    [two] أُلغيت مسودتان ولم يُسجَّل منهما شيء.
    [few] أُلغيت { $count } مسودات ولم يُسجَّل منها شيء.
    [many] أُلغيت { $count } مسودة ولم يُسجَّل منها شيء.
   *[other] أُلغيت { $count } مسودة ولم يُسجَّل منها شيء.
}
cancel-nothing = لا يوجد ما يُلغى.
edit-recorded =
    سُجِّلت تلك الرسالة برقم { $id }؛ تعديلها هنا لا يغيّر شيئاً في السجل.
    للتصحيح أرسل رسالة جديدة بالعدد الصحيح وسببه، مثلاً:
    <i>انخفضت حصيلة القتلى في حيط من 62 إلى 58 بعد العثور على أربعة أحياء</i>
edit-reread = عدّلت رسالتك، فقرأتها من جديد.
limit-reports = هذه تقارير كثيرة دفعة واحدة. انتظر بضع دقائق من فضلك؛ لم يُسجَّل شيء من الأخير.
limit-stranger = بلغت هذه المحادثة حدّها لهذه الساعة. اسأل لاحقاً من فضلك.
not-open = تُقبل التقارير من الأعضاء فقط. يمكنك السؤال عن حصيلة: <code>/toll حوض اليرموك</code>
unsupported = لا أستطيع قراءة { $content } بعد، ولا يُحفظ منها شيء. اكتب ذلك نصاً من فضلك.
unsupported-caption = قرأت النص المرافق؛ أما محتوى { $content } فلا يُحفظ.
content-photo = الصور
content-voice = الرسائل الصوتية
content-video = المقاطع المصورة
content-document = الملفات
content-sticker = الملصقات
content-location = المواقع
content-contact = جهات الاتصال
content-other = هذا النوع من الرسائل
command-unknown = لا أعرف هذا الأمر. اطلب /help لترى المتاح.
correction-nothing-open = لا توجد مسودة مفتوحة للتصحيح. أرسل التقرير مجدداً.
correction-which = أيّها؟ ابدأ برقمه، مثلاً { $example }
trouble = حدث خلل من جهتنا. لم يُسجَّل شيء. أرسله لاحقاً من فضلك.
unavailable = تعذّرت الكتابة في السجل الآن. لم يُسجَّل شيء. أرسله مجدداً بعد دقائق من فضلك.

## Tolls

toll-usage = أي مكان؟ مثلاً <code>/toll حوض اليرموك</code>
toll-head = <b>{ $place } – { $harm }: { $count }</b>
toll-breakdown = منهم: { $breakdown }
toll-whom = المعدودون: { $group }
toll-cause = السبب: { $cause }
toll-by = الفاعل: { $actor }
toll-window = من { $since } حتى { $day }
toll-to = حتى { $day }؛ بداية العدّ غير مذكورة
toll-source = المصدر: { $source }
toll-status = الحالة: { $status }
toll-times = صدر في { $stated } · سُجِّل في { $recorded }
toll-previous = قبل ذلك: { $count } (حتى { $day })
toll-why = سبب التغيّر: { $reasons }
toll-unexplained = من دون تفسير: { $amount }
toll-inferred = المكان هو مكان التقرير كله؛ الجملة نفسها لا تذكر مكاناً.
toll-caveat = قد يكون العدد الحقيقي أعلى: ما لم يستطع أحد الإبلاغ عنه غير محتسب.
toll-caveat-things = ادعاء طرف عن خسائر عدوه، أشياء لا أشخاص؛ قد يكون العدد الحقيقي أعلى أو أدنى.
toll-position = رقم الحصيلة { $id } · الموضع @{ $position }
toll-stale = غير محدَّث: أحدث القيود لم تُحتسب بعد.
toll-none = لا توجد حصيلة مسجّلة في { $place }.
toll-none-public = لا توجد حصيلة مراجَعة في { $place }.
toll-menu = { $count ->
    [zero] لا توجد حصيلة في { $place }.
    [one] توجد حصيلة واحدة في { $place }:
    [two] توجد حصيلتان في { $place }، تُحفظان منفصلتين ولا تُجمعان. أيهما؟
    [few] توجد { $count } حصائل في { $place }، تُحفظ منفصلة ولا تُجمع. أيها؟
    [many] توجد { $count } حصيلة في { $place }، تُحفظ منفصلة ولا تُجمع. أيها؟
   *[other] توجد { $count } حصيلة في { $place }، تُحفظ منفصلة ولا تُجمع. أيها؟
}
toll-menu-more = تظهر أول { $shown } فقط؛ حدّد المكان أكثر.
toll-choice = { $harm } { $count } · { $about }
button-history = مسار الحصيلة
place-menu = أي { $words }؟
place-unknown = لا أعرف مكاناً باسم { $words }.
place-alike = لا أعرف مكاناً باسم { $words }. هل تقصد:
history-usage = أي مكان؟ مثلاً <code>/history حوض اليرموك</code>
history-caption = <b>{ $place } – { $harm }</b>: { $count }
chart-caption = المصدر: { $source }. { $id }، الموضع @{ $position }
since = منذ { $day }

## Review

queue-empty = لا شيء ينتظرك.
queue-count = { $count ->
    [zero] لا شيء ينتظر المراجعة.
    [one] أمر واحد ينتظر المراجعة:
    [two] أمران ينتظران المراجعة؛ الأقدم أولاً:
    [few] تنتظر المراجعة { $count } أمور؛ الأقدم أولاً:
    [many] ينتظر المراجعة { $count } أمراً؛ الأقدم أولاً:
   *[other] ينتظر المراجعة { $count } أمر؛ الأقدم أولاً:
}
queue-fall = <b>{ $item }</b> { $place } – { $harm }: من { $old } إلى { $new }
queue-value = <b>{ $item }</b> { $place } – { $harm }: { $new }
queue-moved = <b>{ $item }</b> { $place } – { $harm }: من { $old } إلى { $new }
queue-withdrawal = <b>{ $item }</b> { $place } – { $harm }: سحب { $old } ليوم { $day }
queue-incident = <b>{ $item }</b> { $kind } – { $place }
queue-retraction = <b>{ $item }</b> سحب: { $kind } – { $place }
queue-why = السبب: { $reasons }
queue-quote = في التقرير: «{ $quote }»
queue-agreed = وافق { $agreed } من { $needed }
queue-more = هناك المزيد بعد هذه: اطلب /queue بعد البتّ فيها.
button-accept = ✓ قبول
button-reject = ✗ رفض
reject-why = ما سبب رفض { $item }؟
reject-answered = ما سبب رفض { $item }؟ – { $reason }
reject-tap = ليس هذا من الأسباب، وما زال { $item } ينتظر. اضغط سبباً أعلاه أو اكتبه: { $reasons }
reject-first = لرفض شيء اضغط أولاً ✗ رفض تحته: اطلب /queue لترى ما ينتظر. ثم اضغط السبب أو اكتبه.
decided-accepted = قُبل <b>{ $item }</b> (@{ $position }).
decided-rejected = رُفض <b>{ $item }</b> (@{ $position }): { $reason }
decided-waits = سُجِّلت موافقتك على <b>{ $item }</b> (@{ $position }). يجب أن يوافق مراجع ثانٍ أيضاً.
decided-before = بتّ مراجع آخر في <b>{ $item }</b> من قبل.
accept-usage = ماذا تقبل؟ مثلاً <code>/accept T-8m2k4q9xwe/3</code>
reject-usage = ماذا ترفض ولماذا؟ مثلاً <code>/reject T-8m2k4q9xwe/3 خطأ في الإدخال</code>. الأسباب: { $reasons }
told-accepted = قَبِل مراجع { $item } ({ $what }).
told-rejected = لم يقبل مراجع { $item } ({ $what }). السبب: { $reason }. يبقى ما كان معروفاً من قبل.
told-fall = { $place } – { $harm }: من { $old } إلى { $new }
told-value = { $place } – { $harm }: { $new }
told-incident = { $kind }، { $place }

## Members

invite-usage = من تدعو وبأي صفة؟ مثلاً <code>/invite monitor Salma</code>. الصفات: monitor راصد، reviewer مراجع، auditor مدقق، admin مشرف
invite-made =
    دعوة بصفة { $role } لشخص واحد ومرة واحدة، صالحة حتى { $until }:
    الرابط: { $link }
    أرسلها إلى ذلك الشخص وحده، بطريق تثقان به كلاكما.

## Values

count-exact = { $low }
count-at-least = { $low } على الأقل
count-more-than = أكثر من { $low }
count-about = نحو { $low }
count-between = بين { $low } و{ $high }
count-up-to = حتى { $high }
count-tens = عشرات
count-hundreds = مئات
count-thousands = آلاف
count-unknown = العدد غير مذكور
group-figure = { $group } { $count }
group-whole = { $group } جميعهم
list-comma = {"، "}
harm-killed = القتلى
harm-injured = الجرحى
harm-casualties = القتلى والجرحى
harm-missing = المفقودون
harm-abducted = المخطوفون
harm-detained = المعتقلون
harm-displaced = النازحون
harm-released = المفرج عنهم
harm-equipment_lost = خسائر المعدات (أشياء لا أشخاص)
harm-affected = المتضررون
kind-strike = غارة جوية
kind-shelling = قصف
kind-execution = إعدام
kind-clash = اشتباك
kind-explosion = انفجار
kind-abduction = خطف
kind-detention = اعتقال
kind-release = إفراج
kind-displacement = نزوح
kind-negotiation_started = بدء مفاوضات
kind-negotiation_failed = فشل مفاوضات
kind-negotiation_resumed = استئناف مفاوضات
kind-agreement = اتفاق
kind-calm_observed = هدوء
kind-nothing_heard = لا أخبار
kind-control_change = تغيّر السيطرة
kind-toll_stated = حصيلة
kind-violence = عنف
kind-other = قول
group-all = الجميع
group-civilians = المدنيون
group-combatants = المقاتلون
group-children = الأطفال
group-women = النساء
group-men = الرجال
group-boys = الفتيان
group-girls = الفتيات
group-elderly = المسنون
group-medics = المسعفون
group-press = الصحفيون
group-people = الأشخاص
group-and = { $one } و{ $other }
group-of = { $group } ({ $affiliation })
cause-bombardment-and-shelling = القصف الجوي والمدفعي
cause-airstrikes = غارات جوية
cause-shelling = قصف مدفعي
cause-execution = إعدام ميداني
cause-clashes = اشتباكات
cause-explosion = انفجار
cause-landmines = ألغام
cause-chemical-attack = هجوم كيميائي
cause-assassination = اغتيال
source-field-monitors = راصدون ميدانيون
certainty-claimed = ادعاء
certainty-feared = أمر يُخشى وقوعه
certainty-denied = أمر منفي
certainty-reported = أمر منقول
certainty-asserted = قول
status-received = وارد، لم يُراجَع بعد
status-under_review = قيد المراجعة
status-uncorroborated = مقبول، لم يُعزَّز بمصدر آخر
status-corroborated = معزَّز بمصدر آخر
status-confirmed = مؤكد
status-contested = متنازع عليه
status-rejected = مرفوض
status-unverifiable = يتعذر التحقق منه
status-withdrawn = مسحوب
reason-new_deaths = قتلى جدد
reason-late_report = بلاغ متأخر
reason-missing_to_dead = مفقودون تبيّن مقتلهم
reason-found_alive = عُثر عليهم أحياء
reason-died_of_wounds = توفوا متأثرين بجراحهم
reason-body_recovered = انتُشلت جثامين
reason-reclassified = إعادة تصنيف
reason-duplicate_removed = احتُسبوا مرتين
reason-entry_error = خطأ في الإدخال
reason-source_corrected = صحّحه المصدر
reason-source_withdrew = سحبه المصدر
reason-scope_changed = تغيّر نطاق العدّ
reason-merged = دمج
reason-split = فصل
reason-none_given = لم يُذكر سبب
reason-amount = { $reason } { $amount }
precision-few_days = { $when } (بفارق أيام)
precision-week = { $when } (ذلك الأسبوع)
precision-month = { $when } (ذلك الشهر)
precision-year = { $when } (تلك السنة)
precision-unknown = { $when } (اليوم غير مؤكد)
day = { $day } { $month } { $year }
days = من { $start } إلى { $end }
days-until = حتى { $end }
days-from = منذ { $start }
moment = { $day }، { $time } بالتوقيت العالمي
month-1 = كانون الثاني
month-2 = شباط
month-3 = آذار
month-4 = نيسان
month-5 = أيار
month-6 = حزيران
month-7 = تموز
month-8 = آب
month-9 = أيلول
month-10 = تشرين الأول
month-11 = تشرين الثاني
month-12 = كانون الأول

## Refusals, by their code

error-other = تعذّر ذلك: { $message } ({ $code })
error-E-TOLL-01 = العدد ينخفض ولا سبب مذكور. ردّ مثلاً <code>السبب العثور على 4 أحياء</code>
error-E-TOLL-02 = تحتاج الحصيلة إلى عدد، أو كلمة تدل عليه مثل «مئات»
error-E-TOLL-03 = لهذه الحصيلة عدد ليوم { $value } من قبل
error-E-TOLL-04 = لا عدد لهذه الحصيلة ليوم { $value }
error-E-TOLL-06 = بداية العدّ بعد اليوم الذي ينتهي إليه؛ تحقق من التواريخ
error-E-TOLL-10 = الحصيلة المختارة لا تناسب هذا العدد؛ اختر غيرها أو حصيلة جديدة
error-E-WORDS-01 = لا يُسجَّل رقم هاتف ولا رابط ولا اسم مستخدم؛ اكتب النص من دونها
error-E-MEMBER-03 = نُسي هذا العضو
error-E-COUNT-01 = العدد { $value } أكبر من أي حصيلة في هذه الحرب؛ تحقق منه
error-E-COUNT-02 = لا يكون عدد الأشخاص سالباً. اكتب العدد الجديد، مثلاً <i>انخفضت من 62 إلى 58</i>
error-E-DATE-01 = التاريخ { $value } في المستقبل؛ تحقق منه
error-E-REVIEW-01 = أنت من أبلغ عن هذا، ولا يراجع أحد تقريره بنفسه. يبتّ فيه مراجع آخر.
error-E-REVIEW-02 = بتّ مراجع آخر في هذا من قبل.
error-E-REVIEW-03 = يحتاج هذا إلى مراجعَين اثنين وأنت الأول. يجب أن يوافق آخر.
error-E-REVIEW-04 = لا شيء للمراجعة بهذا الرقم. اطلب /queue لترى ما ينتظر.
error-E-REVIEW-05 = لا يُجاب عن هذا هكذا؛ اقبله أو اتركه ينتظر.
error-E-REVIEW-06 = تنتظر هناك عدة أمور. اطلب /queue لترى كلاً منها برقمه.
error-E-CMD-01 = بُتَّ في هذا قبل لحظة.
error-E-ACCESS-01 = هذا غير متاح لصفتك. اطلب /help لترى المتاح.
error-E-INCIDENT-01 = ما يُخشى أو يُنفى فقط ليس حادثة
error-E-INCIDENT-04 = ينخفض العدد في حادثة مسجّلة، ولا يقرّر ذلك إلا مراجع لم يبلّغ عنها
error-E-INCIDENT-03 = أُغلق هذا من قبل
error-E-INVITE-01 = هذه الدعوة غير صالحة. تحقق من الرابط أو اطلب دعوة جديدة.
error-E-INVITE-02 = استُعملت هذه الدعوة من قبل. اطلب دعوة جديدة.
error-E-INVITE-03 = انتهت صلاحية هذه الدعوة. اطلب دعوة جديدة.
error-E-VAULT-04 = لعضو آخر هذا الاسم؛ اختر غيره
error-E-VAULT-05 = حساب تيليغرام هذا لعضو آخر
error-E-MEMBER-01 = لهذا العضو تلك الصفة من قبل
error-E-MEMBER-04 = لا يغيّر أحد صفته بنفسه؛ اطلب ذلك من مشرف آخر
error-E-DRAFT-01 = لم أفهم «{ $value }». ابدأ بالبند، مثلاً: <code>المكان جاسم</code> · <code>القتلى 5 على الأقل</code> · <code>التاريخ 30 تموز</code> · <code>الجرحى 7</code> · <code>بدون قتلى</code>
error-E-READ-04 = النص طويل جداً؛ أرسل تقريراً واحداً في كل مرة
error-E-READ-05 = لا يوجد هنا ما يمكن تسجيله
error-E-FIND-01 = لا شيء بهذا الرقم
error-E-ID-01 = يدل هذا على شيء آخر؛ أبلغ القائمين على البرنامج
