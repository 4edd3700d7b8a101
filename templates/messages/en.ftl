# Every text of the site, in Fluent (projectfluent.org). This file is the reference: the other languages have the same messages.
# A language is one file: `templates/messages/TAG.ftl` here or in an archive; there, single messages may be replaced too.
# `NUMBER($n)` writes a count with the language's separator of thousands. Spaces in dates and durations become no-break spaces.

## Dates, numbers, durations

direction = ltr
thousands = ,
decimal = .
date = { $day } { $month } { $year }
month_1 = January
month_2 = February
month_3 = March
month_4 = April
month_5 = May
month_6 = June
month_7 = July
month_8 = August
month_9 = September
month_10 = October
month_11 = November
month_12 = December
month_short_1 = Jan
month_short_2 = Feb
month_short_3 = Mar
month_short_4 = Apr
month_short_5 = May
month_short_6 = Jun
month_short_7 = Jul
month_short_8 = Aug
month_short_9 = Sep
month_short_10 = Oct
month_short_11 = Nov
month_short_12 = Dec
duration_seconds = { $seconds } s
duration_minutes = { $minutes } min
duration_minutes_seconds = { $minutes } min { $seconds } s
duration_hours = { $hours } h
duration_hours_minutes = { $hours } h { $minutes } min
duration_days = { $days ->
    [one] { $days } day
   *[other] { NUMBER($days) } days
}
duration_days_hours = { $days ->
    [one] { $days } day
   *[other] { NUMBER($days) } days
} { $hours } h

## Pages

skip = Skip to the content
nav = Site
nav_reports = Reports
nav_services = Services
nav_actions = Actions
nav_checklist = Checklist
h_owners = Who has what open
h_rules = The rules
rules_in_english = The rules are in English.
no_open_action = No action is open.
nav_tags = Tags
nav_years = Years
nav_anniversaries = Anniversaries
n_reports = { $n ->
    [one] 1 report
   *[other] { NUMBER($n) } reports
}
latest = latest
page_before = Page before
page_after = Next page
services_lead = Every service that was hit, and what happened to it.
tags_lead = Reports that have something in common.
years_lead = Every report, year by year.
anniversaries_lead = On this day, in other years.
no_services = No report names a service.
no_tags = No report has a tag.
h_around = Around today, in other years
h_by_month = By month, whatever the year
on_this_page = On this page
kind_incident = Incident report
kind_near-miss = Near miss
kind_maintenance = Maintenance
status_draft = Draft
status_ongoing = Going on now
status_review = In review
status_final = Final
status_withdrawn = Withdrawn
withdrawn = Withdrawn
withdrawn_on = Withdrawn on { $date }
withdrawn_no_reason = The report does not say why.
withdrawn_lead = What it said no longer stands. No statistic counts it; this page stays so that links to it keep an answer.
severity = Severity { $n }
q_what = What happened?
q_when = When?
q_long = How long?
q_who = Who was affected?
q_data = Is my data safe?
q_do = What must I do?
q_over = Is it over?
unknown_what = The report does not say it in one place yet.
until_when = Until { $time }; the beginning was not recorded.
unknown_when = The report sets no exact beginning and end.
on_day = { $date }; the report sets no exact beginning and end.
unknown_start = It cannot be told: the beginning was not recorded.
unknown_long = It cannot be told: the end was not recorded.
unknown_who = The report does not say.
unknown_data = The report does not say.
unknown_do = The report names nothing that you must do.
unknown_over = The end was not recorded.
near_miss_long = Nobody felt it.
near_miss_over = Yes. It was found before it hurt anyone.
data_none = Yes. Nothing was lost.
do_nothing = Nothing.
over_yes = Yes
over_since = since { $time }
over_no = Not yet.
next_word = Next word by { $time }.
next_word_missed = The next word was promised by { $time }; none is recorded.
last_word = Last word at { $time }:
so_far = { $duration }{ "\u00A0" }so{ "\u00A0" }far
since = since { $time }
from_to = { $from } to { $to }
utc_range = { $from } to { $to }
own_time = Your time:
own_zone = Your time zone:
first_back = The first were back after { $duration }.
of = { $count } of { $of }
actions_open = { $n ->
    [one] 1 action{ "\u00A0" }open
   *[other] { NUMBER($n) } actions{ "\u00A0" }open
}
overdue = { $n ->
    [one] 1 overdue
   *[other] { NUMBER($n) } overdue
}
see_overdue = { $n ->
    [one] One action is overdue.
   *[other] { NUMBER($n) } actions are overdue.
}
published = Published { $date }.
written_by = Written by { $names }.
corrected = Corrected { $date }.
h_drawn = Drawn to scale
h_timeline = Hour by hour
h_whys = Why it happened
h_lessons = What we learned
h_actions = What we change
h_told = What we told you, and when
h_promises = What we promised
h_remedy = Making it right
h_corrections = Corrections
h_checklist = Checklist
h_related = Related
h_about = About this report
h_people = The people
h_detection = How it was found
h_resolution = How it ended
h_factors = What else played a part
h_mitigators = What kept it from being worse
h_risks = What could still happen
figure_caption = Each bar runs from its own start to its own end. { $date }, { $zone }.
figure_over = It took { $duration } until all was back
figure_ongoing = Going on for { $duration }
m_start = Began
m_detected = Noticed
m_told = First word
m_mitigated = First back
m_end = All back
m_now = Now
m_next = Next word by
and = and
row_all = Everything
row_words = Word to you
messages = { $n ->
    [one] 1 message
   *[other] { NUMBER($n) } messages
}
silent = silent { $duration } when due
key_bar = felt by users
key_word = a message
key_silent = silence when word was due
timeline_zone_alone = Times are { $zone }.
timeline_zone = Times are { $zone }; then hours and minutes since the start.
gap = Nothing recorded for { $duration }
e_detect = Noticed
e_escalate = Asked for help
e_diagnose = Looked into
e_decide = Decided
e_act = Acted
e_communicate = Told you
e_handover = Handed over
e_restore = Back
l_well = What went well
l_wrong = What went wrong
l_lucky = Where we were lucky
l_others = What others can take from it
a_what = What we do
a_who = Who
a_for = Purpose
a_due = Due
a_state = State
a_nobody = nobody named
a_no_date = no date
type_prevent = prevent
type_detect = notice sooner
type_mitigate = soften
type_process = way of working
state_open = open
state_overdue = overdue
state_done = done
state_declined = declined
no_action = No action was named.
told_via = on { $channel }
told_next = next word promised by { $time }
told_kept = kept
told_late = { $duration } late
p_due = by { $date }
p_kept = kept
p_broken = not kept
score_intro = Twelve questions a reader may put to any report, and the lines that answer them.
tier_prerequisites = Prerequisites
tier_requirements = Requirements
tier_bonus = Bonus
v_yes = Yes
v_partial = Partly
v_no = No
v_vouched = Vouched for
line = line { $n }
i_admits-failure = Does it say plainly that we failed?
i_sounds-human = Is it in people’s own words?
i_has-a-channel = Could those affected find word?
i_is-authentic = Does it own what happened?
i_start-and-end = When did it start and end?
i_who-was-impacted = Who was affected, and how?
i_what-went-wrong = What went wrong?
i_what-improves = What gets better?
i_technologies = Which parts were involved?
i_five-whys = Does it keep asking why?
i_human-elements = Are there people in it?
i_others-can-learn = What can others learn?
b_services = Services
b_technologies = Technologies
b_tags = Tags
b_reviewers = Reviewed by
b_contact = Questions
repeat_of = A repeat of
h_reports = Reports
h_calendar = By month
h_promised = Open promises
calendar_caption = How many reports began in a month. Filled: one of severity 1. Thick frame: severity 2. Thin frame: milder.
calendar_label = Reports by year and month
due_by = By { $date }:
overdue_since = Overdue since { $date }:
not_felt = not felt
no_reports = No incident has been reported yet.
home_lead = What went wrong, what it did to you, why it happened, and what we changed.
older = Older reports
newer = Newer reports
page_n = Page { $n } of { $m }
no_promise = No promise is open.
and_more = and { $n } more
more_promises = and { $n } more, in their reports
made_with = State of { $date }. Made from Markdown with Afterword.
contact_line = Something unclear, or affected and not told?

## Feeds, data, wrong addresses

missing_title = There is no such page
missing_text = Perhaps the address was mistyped, or the report was taken back. A report keeps its address: look for it in the list, under its service or its year.
withdrawn_note = This report was withdrawn.
follow = Follow these reports:
d_feed = Feed
d_data = Data (JSON)
d_register = Register (CSV)
d_calendar = Actions as a calendar
d_days = Calendar
b_data = As data
badge = badge
badge_latest = Latest incident
badge_none = none yet
search = Search
search_label = Search the reports
search_lead = Every report that has all your words, or words that begin with them.
search_results = Reports found
search_found = Reports found:
search_none = No report fits. Fewer or shorter words may help.
search_short = Type two letters or more.
search_wait = Searching …
search_failed = The search could not be loaded. Load the page again, or browse the lists.
search_narrow = Filters
search_any = any
search_reset = Clear
search_more = Show more
h_browse = Browse
browse_lead = Searching takes JavaScript; these lists do without.
browse_all = All { $n }
f_service = Service
f_severity = Severity
f_year = Year
f_kind = Kind
nav_severities = Severities
nav_kinds = Kinds
severities_lead = Every report that has a severity, the worst first.
kinds_lead = Incidents, near misses and maintenance.
no_severities = No report has a severity.

## Trends

nav_trends = Trends
n_incidents = { $n ->
    [one] 1 incident
   *[other] { NUMBER($n) } incidents
}
n_actions = { $n ->
    [one] 1 action
   *[other] { NUMBER($n) } actions
}
tr_none = No incident that is over has both its times yet, so there is nothing to draw.
tr_lead = { $incidents } since { $year }. Half of them were over within { $median }; a quarter took longer than { $upper }.
tr_lead_few = { $incidents } since { $year }: too few to call anything a trend.
tr_mean = You will find no mean time to repair here. A few long outages carry a mean, and how long an incident lasted says little about how bad it was. Those who collect public reports advise to give it up:
tr_mean_source = The VOID Report
tr_mean_so = So every incident is drawn, and the quarters are marked.
tr_untimed = { $n ->
    [one] 1 more incident does not say when it began or ended, and is not drawn.
   *[other] { NUMBER($n) } more incidents do not say when they began or ended, and are not drawn.
}
h_every = Every incident
h_how_long = How long
h_until = How long until …
h_found = Who found it first
h_closed = What became of the actions
h_scores = What the reports answer
tr_only = It lasted { $duration }
tr_extremes = The longest lasted { $longest }, the shortest { $shortest }
tr_dots_caption = Each mark is an incident: when it began, and how long it lasted. Each line up is a longer step (logarithmic scale).
tr_dots_label = { $incidents } by date and duration. { $extremes }. The values are in the table below.
tr_dot = { $date }: { $title }, { $duration }
tr_table = The figure as a table
tr_table_caption = Newest first
tr_incident = Incident
tr_began = Began
tr_severity = Severity
tr_lasted = Lasted
tr_found_by = Found by
tr_rest = { $n } older incidents are on the pages of their years.
tr_key_1 = severity 1
tr_key_2 = severity 2
tr_key_3 = milder
tr_half = The middle half of all incidents lasted between { $from } and { $to }
tr_few_title = Too few incidents for a pattern
tr_strips_caption = Grey: the middle half. Thick line and bold figure: the median. Under four incidents only the incidents are drawn.
tr_services_title = By service
tr_services_caption = An incident counts for each service it touched.
tr_more_services = { $n ->
    [one] 1 more service had fewer incidents.
   *[other] { NUMBER($n) } more services had as many incidents or fewer.
}
tr_all = All
tr_quarters = ({ $from } to { $to })
tr_too_few = too few for quartiles
tr_until_noticed = Until we noticed
tr_until_told = Until the first word to you
tr_until_over = Until it was over
tr_until_title = Half were noticed within { $noticed }, and half had a first word within { $told }
tr_until_caption = Measured from the moment the first user felt it, where the report names the moment.
found_monitoring = Found by our monitoring
found_customer = Found by a user
found_staff = Found by our staff
found_third-party = Found by someone else
f_monitoring = our monitoring
f_customer = a user
f_staff = our staff
f_third-party = someone else
tr_found_title = Monitoring found { $n } of { $all }
tr_found_caption = Each square is an incident, oldest first; where there are more than forty, a bar.
tr_found_filled = Filled: from { $year } on.
tr_before_since = ({ $before } before { $year }, { $since } since)
tr_found_unknown = { $n ->
    [one] 1 incident does not say who found it.
   *[other] { NUMBER($n) } incidents do not say who found them.
}
tr_closed = Done: { $n } of { $all }
tr_closed_caption = By the year of the report. Only items that have a state or a date.
tr_done = { $n } done
tr_open = { $n } open
tr_overdue = { $n } overdue
tr_declined = { $n } declined
tr_scores_caption = The verdicts on all reports, as bars of the whole.
tr_scores_more = The questions year by year, and the rules behind them
tr_yes = { $n } yes
tr_vouched = { $n } vouched for
tr_partly = { $n } partly
tr_no = { $n } no
tr_until_noticed_title = Half were noticed within { $noticed }
tr_until_told_title = Half had a first word within { $told }

## Actions over all reports

days = { $n ->
    [one] 1 day
   *[other] { NUMBER($n) } days
}
actions_lead = Of { $all }: { $done }{ "\u00A0" }done, { $open }{ "\u00A0" }open and not overdue.
no_action_yet = No report names an action with a state or a date.
share_of_actions = Share of actions by state
h_open_actions = Open
h_ages = How long overdue
h_kinds = By purpose
h_done = Done
h_declined = Declined
h_idle = Reports with nothing preventive
a_latest = The newest.
a_reasons = With the reason.
a_unnamed = no purpose named
a_overdue_first = Overdue ones first, then by the date they are due.
age_up_to = up to { $n } days
age_over = more than { $n } days
idle_lead = These reports change how we notice or repair, and name nothing that would keep it from happening again:
more_owners = and { $n } more, in the list
more_reports = and { $n } more reports

## Causes, lessons, the checklist over time

nav_lessons = Lessons
nav_causes = Causes
causes_lead = What more than one report gives as its cause: in the same words, or as a repeat of an earlier one.
no_causes = No two reports name the same cause. Reports share one where they use the same words for a trigger, a root cause or a contributing factor, or where one is a repeat of another.
lessons_lead = What others can take from our reports, newest first.
no_lessons = No report holds a lesson yet.
more_lessons = and { $n } more in the report
h_by_year = Year by year

## A report among the others

pl_longest = Longer than each of the { $n } incidents before it.
pl_longest_since = The longest since { $date }, which lasted { $duration }:
pl_cause_first = The first of { $n } reports with this cause:
pl_cause = The { $nth } report with this cause:
nth_2 = second
nth_3 = third
nth_4 = fourth
nth_5 = fifth
nth_6 = sixth
nth_7 = seventh
nth_8 = eighth
nth_9 = ninth
nth_10 = tenth
pl_cause_many = Another report with this cause, after { $n }:
pl_earlier = Before it, with the same cause
pl_unfinished = still unfinished there:
pl_nothing_open = nothing is open there.
pl_overdue = overdue since { $date }
pl_more = and { $n } more
pl_newer = Next report
pl_older = Report before
pl_nav = Neighbouring reports
git_since = In version control since { $first }, last changed { $last }, revision
git_last = In version control since { $last }, revision
git_changed = Changed since, and not yet committed.
git_shallow = The repository is a shallow clone: earlier changes are not known here.
edit_page = Edit this page
row_more = and { $n } more
phases = Show of the timeline
phases_all = Everything
