### What the bot says in English. The same messages and variables stand in ar.ftl; a test compares them.
### HTML; variables arrive escaped. The bot writes labels and figures apart, so that few plurals are needed.

## Starting, help, language

start-warning =
    <b>Before you write:</b> Telegram sees who you are and what you write here. Bot chats are not end-to-end encrypted. A phone that is taken from you shows this chat; delete it when you need to.
start-stranger =
    This bot answers questions about recorded tolls.
    Ask for example: <code>/toll Yarmouk Basin</code>
start-member = Good to have you back.
start-first = Welcome. You are here as { $role }.
start-joined = You have joined as { $role }.
start-report =
    Send one message in your own words, for example:
    <i>Shelling on Hayt this morning, 3 killed, 2 of them children</i>
    I show what I understood. Nothing is recorded until you confirm.
help-title = <b>What you can do here</b>
help-toll = /toll PLACE – the toll of a place, for example <code>/toll Yarmouk Basin</code>
help-history = /history PLACE – how a toll moved, as a picture
help-report = Write a report in your own words – I read it back before it is recorded
help-correct = To correct what I understood, reply to it or just write: <code>place Jasim</code>, <code>killed at least 5</code>, <code>date 30 July</code>, <code>not injured</code>
help-edit = Editing your message before you confirm has it read again
help-cancel = /cancel – discard what is not confirmed yet
help-queue = /queue – what waits for a reviewer
help-accept = /accept ID – accept what waits
help-reject = /reject ID REASON – reject it, for example <code>/reject T-8m2k4q9xwe/3 entry error</code>
help-invite = /invite ROLE NAME – a link for a new member, for example <code>/invite monitor Salma</code>
help-forgetme = /forgetme – ask that your words and contacts be destroyed
help-language = /language – العربية or English
language-ask = Which language?
language-set = I speak English with you from now on.

menu-toll = the toll of a place
menu-history = how a toll moved, as a picture
menu-help = what you can do here
menu-cancel = discard what is not confirmed yet
menu-language = العربية or English

## Roles

role-reader = reader
role-monitor = monitor
role-reviewer = reviewer
role-auditor = auditor
role-admin = admin

## Reading a report

card-title = <b>Is this right?</b> Nothing is recorded yet.
card-again = This was recorded before; confirming it again adds nothing.
card-page = Part { $page } of { $pages }
card-how = To correct: reply, or just write, the part and what it should be, for example { $example }
card-how-numbered = To correct: reply, or just write, the number, the part and what it should be, for example { $example }
card-superseded = Corrected – see the newest card below.
card-forwarded = Source: { $source } (forwarded)
draft-title = <b>{ $kind }</b> – { $place }
draft-title-numbered = <b>{ $number }. { $kind }</b> – { $place }
draft-left-out = <s>{ $number }. { $kind } – { $place }</s> left out
draft-no-place = place not given
draft-place-which = Which { $place }? Choose below.
draft-place-unknown = { $place } (not in the list of places; kept in your words)
draft-when = When: { $when }
draft-no-when = When: not given
draft-when-guessed = { $when } (from “{ $words }”)
draft-by = By: { $actor }
draft-against = Against: { $actor }
draft-means = With: { $means }
draft-count = { $harm }: { $count }
draft-no-count = Numbers: none given
draft-counted = Counted to { $day }
draft-counted-since = Counted from { $since } to { $day }
draft-cause = Cause: { $cause }
draft-source = Source: { $source }
draft-quote = “{ $quote }”
draft-noted = The text says this is { $certainty }: it is noted, not counted.
draft-new-toll = A new toll: nothing of this kind is kept for this place yet.
draft-same = The same number as before: one more report, no more deaths.
draft-rises = { $old } → { $new }{ $why }
draft-falls = { $needed ->
    [2] { $old } → { $new }{ $why }: a large fall, so two reviewers must agree.
   *[other] { $old } → { $new }{ $why }: a fall, so a reviewer must agree.
}
draft-backfill = A figure for an earlier day; the newest one stays.
draft-continues = Continues { $id }: { $what }
draft-which-toll = Which toll is this? Choose below.
draft-toll-option = { $at }. { $what }: { $figure }
    ≠ { $differs }
near-fits = fits as it stands
near-differs = { $part }: { $here } – there { $there }
near-there = { $part } there: { $there }
near-none = not given
near-button = { $at }. { $about }
near-part-period_start = start of the count
near-part-place = place
near-part-group = counted
near-part-affiliation = belonging to
near-part-cause = cause
near-part-perpetrator = attributed to
near-part-basis = basis
draft-refused = ⚠ Cannot be recorded as it stands: { $refusal }
draft-needs-reason = ⚠ { $old } → { $new } is a fall. Why? Choose below, or reply for example <code>reason found alive 4</code>
draft-quote-cut = “{ $quote }…”
nothing-found =
    I found no event and no toll in this, so nothing is recorded.
    Say what happened, where, when, and to how many, for example:
    <i>Shelling on Hayt this morning, 3 killed</i>
    or <i>Calm in Nawa today</i>
button-confirm = ✓ Confirm
button-confirm-all = ✓ Confirm all { $count }
button-confirm-some = ✓ Confirm { $count } of { $all }
button-leave-out = Leave out { $number }
button-put-back = Put back { $number }
button-discard = ✗ Discard
button-discard-all = ✗ Discard all
button-next = Next ›
button-previous = ‹ Back
button-same = The same
button-new = A new one
button-new-toll = { $number }: a new toll
button-choice = { $number }: { $name }

## After confirming

recorded-title = <b>Recorded { $id }</b> (@{ $position })
recorded-again = <b>Recorded before as { $id }</b> (@{ $position }); nothing was added
recorded-line = { $kind }, { $place }: { $ids }
recorded-falls = { $needed ->
    [2] { $kind }, { $place }: { $id } – { $old } → { $new } waits for two reviewers
   *[other] { $kind }, { $place }: { $id } – { $old } → { $new } waits for a reviewer
}
recorded-same = { $kind }, { $place }: { $ids } – the same number, one more report
recorded-waits = Until a reviewer has agreed, what was known before stays.
recorded-review = Members see it now; it is public once a reviewer has accepted it.
repeat-recorded = Already recorded as <b>{ $id }</b> today: is this the same or a new one? Unless you say that it is new, nothing is added.
repeat-open = You sent the same words today, and their card still waits for you: is this the same or a new one?
repeat-same = The same report: nothing was added. It stands as { $id }.
repeat-waiting = The same report. It still waits for you to confirm it:
discarded = Discarded. Nothing was recorded.
expired = This draft is older than 24 hours and has expired. Nothing was recorded. Send the report again if it still holds.
changed = This has changed meanwhile. Please look at it again.
sheet-closed = This was decided before.
sheet-not-yours = This is not open to you.
forget-me-ask = Shall your words and contacts be destroyed here? Two admins have to agree first; after that nothing of it can be brought back. What you reported stays as figures, without you.
button-forget-me = Yes, forget me
button-stay = No
forget-me-recorded = Your wish is recorded. Two admins have to agree; until then you can go on as before. What Telegram keeps of this chat is not in our hands: delete the chat there.
forget-me-left = Everything stays as it is.
cancel-done = { $count ->
    [one] One draft is discarded. Nothing of it was recorded.
   *[other] { $count } drafts are discarded. Nothing of them was recorded.
}
cancel-nothing = There is nothing to cancel.
edit-recorded =
    That message was recorded as { $id }; editing it here changes nothing there.
    To correct it, send a new message with the right figure and why, for example:
    <i>The toll in Hayt fell from 62 to 58, four were found alive</i>
edit-reread = You edited your message, so I read it again.
limit-reports = That is many reports at once. Please wait a few minutes; nothing of this last one was recorded.
limit-stranger = This chat has reached its limit for the hour. Please ask again later.
not-open = Reports are taken from members only. You can ask for a toll: <code>/toll Yarmouk Basin</code>
unsupported = I cannot read { $content } yet, and nothing of it is kept. Please write it as text.
unsupported-caption = I read the text that came with it. What is in { $content } is not kept.
content-photo = pictures
content-voice = voice messages
content-video = videos
content-document = files
content-sticker = stickers
content-location = locations
content-contact = contacts
content-other = this kind of message
command-unknown = I do not know this command. /help shows what there is.
correction-nothing-open = There is no open draft to correct. Send the report again.
correction-which = Which one? Begin with its number, for example { $example }
trouble = Something went wrong on our side. NOT recorded. Please send it again later.
unavailable = The ledger cannot be written at the moment. NOT recorded. Please send it again in a few minutes.

## Tolls

toll-usage = Which place? For example <code>/toll Yarmouk Basin</code>
toll-head = <b>{ $place } – { $harm }: { $count }</b>
toll-breakdown = Of them: { $breakdown }
toll-whom = Counted: { $group }
toll-cause = Cause: { $cause }
toll-by = By: { $actor }
toll-window = From { $since } to { $day }
toll-to = Up to { $day }; the start of the count is not given
toll-source = Source: { $source }
toll-status = Status: { $status }
toll-times = Stated { $stated } · recorded { $recorded }
toll-previous = Before: { $count } (up to { $day })
toll-why = Why it moved: { $reasons }
toll-unexplained = not explained: { $amount }
toll-inferred = The place is that of the whole report; the sentence itself names none.
toll-caveat = The true number may be higher: what nobody could report is not counted.
toll-caveat-things = One party’s claim of what its enemy lost, in things and no people; the true number may be higher or lower.
toll-position = { $id } · position @{ $position }
toll-stale = STALE: the newest entries are not counted in yet.
toll-none = No toll is recorded for { $place }.
toll-none-public = No reviewed toll is recorded for { $place }.
toll-menu = { $count ->
    [one] One toll fits { $place }:
   *[other] { $count } tolls fit { $place }. They are kept apart and never summed. Which one?
}
toll-menu-more = Only the first { $shown } are listed; name the place more closely.
toll-choice = { $harm } { $count } · { $about }
button-history = History
place-menu = Which { $words }?
place-unknown = I know no place called { $words }.
place-alike = I know no place called { $words }. Did you mean:
history-usage = Of which place? For example <code>/history Yarmouk Basin</code>
history-caption = <b>{ $place } – { $harm }</b>: { $count }
chart-caption = Source: { $source }. { $id }, position @{ $position }
since = since { $day }

## Review

queue-empty = Nothing waits for you.
queue-count = { $count ->
    [one] One thing waits for a reviewer:
   *[other] { $count } things wait for a reviewer; the oldest first:
}
queue-fall = <b>{ $item }</b> { $place } – { $harm }: { $old } → { $new }
queue-value = <b>{ $item }</b> { $place } – { $harm }: { $new }
queue-moved = <b>{ $item }</b> { $place } – { $harm }: { $old } → { $new }
queue-withdrawal = <b>{ $item }</b> { $place } – { $harm }: take back { $old } of { $day }
queue-incident = <b>{ $item }</b> { $kind } – { $place }
queue-retraction = <b>{ $item }</b> take back: { $kind } – { $place }
queue-why = Why: { $reasons }
queue-quote = In the report: “{ $quote }”
queue-agreed = { $agreed } of { $needed } have agreed
queue-more = More wait after these: /queue shows them once these are decided.
button-accept = ✓ Accept
button-reject = ✗ Reject
reject-why = Why is { $item } rejected?
reject-answered = Why is { $item } rejected? – { $reason }
reject-tap = This is not one of the reasons, and { $item } still waits. Tap a reason above, or write it: { $reasons }
reject-first = To reject something, tap ✗ Reject below it first: /queue shows what waits. Then tap or write why.
decided-accepted = <b>{ $item }</b> accepted (@{ $position }).
decided-rejected = <b>{ $item }</b> rejected (@{ $position }): { $reason }
decided-waits = <b>{ $item }</b>: you have agreed (@{ $position }). A second reviewer must agree as well.
decided-before = <b>{ $item }</b> was decided before, by another reviewer.
accept-usage = Accept what? For example <code>/accept T-8m2k4q9xwe/3</code>
reject-usage = Reject what, and why? For example <code>/reject T-8m2k4q9xwe/3 entry error</code>. Reasons: { $reasons }
told-accepted = A reviewer accepted { $item } ({ $what }).
told-rejected = A reviewer did not accept { $item } ({ $what }). Reason: { $reason }. What was known before stays.
told-fall = { $place } – { $harm }: { $old } → { $new }
told-value = { $place } – { $harm }: { $new }
told-incident = { $kind }, { $place }

## Members

invite-usage = Invite whom as what? For example <code>/invite monitor Salma</code>. Roles: monitor, reviewer, auditor, admin
invite-made =
    An invitation as { $role }, for one person, once, until { $until }:
    { $link }
    Send it to that person only, by a way you both trust.

## Values

count-exact = { $low }
count-at-least = at least { $low }
count-more-than = more than { $low }
count-about = about { $low }
count-between = between { $low } and { $high }
count-up-to = up to { $high }
count-tens = tens
count-hundreds = hundreds
count-thousands = thousands
count-unknown = number not given
group-figure = { $group } { $count }
group-whole = all { $group }
list-comma = {", "}
harm-killed = killed
harm-injured = injured
harm-casualties = killed or injured
harm-missing = missing
harm-abducted = abducted
harm-detained = detained
harm-displaced = displaced
harm-released = released
harm-equipment_lost = equipment lost (things, no people)
harm-affected = affected
kind-strike = Air strike
kind-shelling = Shelling
kind-execution = Execution
kind-clash = Clash
kind-explosion = Explosion
kind-abduction = Abduction
kind-detention = Detention
kind-release = Release
kind-displacement = Displacement
kind-negotiation_started = Talks began
kind-negotiation_failed = Talks failed
kind-negotiation_resumed = Talks resumed
kind-agreement = Agreement
kind-calm_observed = Calm observed
kind-nothing_heard = Nothing heard
kind-control_change = Control changed
kind-toll_stated = Running toll
kind-violence = Violence
kind-other = Statement
group-all = everyone
group-civilians = civilians
group-combatants = combatants
group-children = children
group-women = women
group-men = men
group-boys = boys
group-girls = girls
group-elderly = elderly
group-medics = medics
group-press = press
group-people = people
group-and = { $one } and { $other }
group-of = { $group } ({ $affiliation })
cause-bombardment-and-shelling = bombardment and shelling
cause-airstrikes = air strikes
cause-shelling = shelling
cause-execution = execution
cause-clashes = clashes
cause-explosion = explosion
cause-landmines = landmines
cause-chemical-attack = chemical attack
cause-assassination = assassination
source-field-monitors = Field monitors
certainty-claimed = a claim
certainty-feared = feared
certainty-denied = denied
certainty-reported = reported
certainty-asserted = a statement
status-received = received, not reviewed yet
status-under_review = under review
status-uncorroborated = accepted, not corroborated
status-corroborated = corroborated
status-confirmed = confirmed
status-contested = contested
status-rejected = rejected
status-unverifiable = cannot be verified
status-withdrawn = withdrawn
reason-new_deaths = new deaths
reason-late_report = late report
reason-missing_to_dead = missing found dead
reason-found_alive = found alive
reason-died_of_wounds = died of wounds
reason-body_recovered = bodies recovered
reason-reclassified = reclassified
reason-duplicate_removed = counted twice
reason-entry_error = entry error
reason-source_corrected = source corrected it
reason-source_withdrew = source withdrew it
reason-scope_changed = scope changed
reason-merged = merged
reason-split = split
reason-none_given = no reason given
reason-amount = { $reason } { $amount }
precision-few_days = { $when } (within a few days)
precision-week = { $when } (that week)
precision-month = { $when } (that month)
precision-year = { $when } (that year)
precision-unknown = { $when } (day not certain)
day = { $day } { $month } { $year }
days = { $start } to { $end }
days-until = until { $end }
days-from = from { $start }
moment = { $day }, { $time } UTC
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December

## Refusals, by their code

error-other = { $message } ({ $code })
error-E-TOLL-01 = the number would fall and no reason is given. Reply for example <code>reason found alive 4</code>
error-E-TOLL-02 = a toll needs a number, or a word for one such as “hundreds”
error-E-TOLL-03 = this toll has a figure for { $value } already
error-E-TOLL-04 = this toll has no figure for { $value }
error-E-TOLL-06 = the count would start after the day it counts to; check the dates
error-E-TOLL-10 = the chosen toll does not fit this figure; choose another one or a new toll
error-E-WORDS-01 = a phone number, link or user name may not be recorded; write it without
error-E-MEMBER-03 = this member was forgotten
error-E-COUNT-01 = { $value } people is more than any toll of this war; check the number
error-E-COUNT-02 = a number of people cannot be negative. Write the new figure, for example <i>fell from 62 to 58</i>
error-E-DATE-01 = { $value } lies in the future; check the date
error-E-REVIEW-01 = you reported this yourself, and nobody reviews their own report. Another reviewer must decide it.
error-E-REVIEW-02 = another reviewer has already decided this.
error-E-REVIEW-03 = this needs two reviewers, and you are the first. Another one must second it.
error-E-REVIEW-04 = there is nothing to review by that id. /queue shows what waits.
error-E-REVIEW-05 = this cannot be answered so; accept it, or leave it waiting.
error-E-REVIEW-06 = several things wait there. /queue shows each with its id.
error-E-CMD-01 = this was decided a moment ago.
error-E-ACCESS-01 = this is not open to your role. /help shows what is.
error-E-INCIDENT-01 = what is only feared or denied is no incident
error-E-INCIDENT-04 = the number of a recorded incident would fall; a reviewer who did not report it decides that
error-E-INCIDENT-03 = this has been closed
error-E-INVITE-01 = This invitation does not hold. Check the link, or ask for a new one.
error-E-INVITE-02 = This invitation was used before. Ask for a new one.
error-E-INVITE-03 = This invitation has expired. Ask for a new one.
error-E-VAULT-04 = another member has this name; choose another one
error-E-VAULT-05 = this Telegram account belongs to another member
error-E-MEMBER-01 = this member has that role already
error-E-MEMBER-04 = nobody changes their own roles; ask another admin
error-E-DRAFT-01 = I did not understand “{ $value }”. Begin with the part, for example: <code>place Jasim</code> · <code>killed at least 5</code> · <code>date 30 July</code> · <code>injured 7</code> · <code>not killed</code>
error-E-READ-04 = the text is too long; send one report at a time
error-E-READ-05 = there is nothing here that could be recorded
error-E-FIND-01 = there is nothing by that id
error-E-ID-01 = this stands for something else already; tell the maintainers
