# Alle Texte der Site, in Fluent (projectfluent.org). `en.ftl` sagt, welche es gibt.

## Daten, Zahlen, Dauern

direction = ltr
thousands = .
decimal = ,
date = { $day }. { $month } { $year }
month_1 = Januar
month_2 = Februar
month_3 = März
month_4 = April
month_5 = Mai
month_6 = Juni
month_7 = Juli
month_8 = August
month_9 = September
month_10 = Oktober
month_11 = November
month_12 = Dezember
month_short_1 = Jan
month_short_2 = Feb
month_short_3 = Mär
month_short_4 = Apr
month_short_5 = Mai
month_short_6 = Jun
month_short_7 = Jul
month_short_8 = Aug
month_short_9 = Sep
month_short_10 = Okt
month_short_11 = Nov
month_short_12 = Dez
duration_seconds = { $seconds } s
duration_minutes = { $minutes } min
duration_hours = { $hours } h
duration_hours_minutes = { $hours } h { $minutes } min
duration_days = { $days ->
    [one] { $days } Tag
   *[other] { NUMBER($days) } Tage
}
duration_days_hours = { $days ->
    [one] { $days } Tag
   *[other] { NUMBER($days) } Tage
} { $hours } h

## Seiten

skip = Zum Inhalt springen
nav = Seiten
nav_reports = Berichte
nav_services = Dienste
nav_actions = Maßnahmen
nav_checklist = Prüfliste
h_owners = Wer was offen hat
h_rules = Die Regeln
no_open_action = Keine Maßnahme ist offen.
nav_tags = Schlagwörter
nav_years = Jahre
nav_anniversaries = Jahrestage
n_reports = { $n ->
    [one] 1 Bericht
   *[other] { NUMBER($n) } Berichte
}
latest = zuletzt
page_before = Vorige Seite
page_after = Nächste Seite
services_lead = Jeder Dienst, den es traf, und was ihm geschah.
tags_lead = Berichte, die etwas gemeinsam haben.
years_lead = Alle Berichte, Jahr für Jahr.
anniversaries_lead = An diesem Tag, in anderen Jahren.
no_services = Kein Bericht nennt einen Dienst.
no_tags = Kein Bericht hat ein Schlagwort.
h_around = Um diesen Tag, in anderen Jahren
h_by_month = Nach Monat, gleich in welchem Jahr
on_this_page = Auf dieser Seite
kind_incident = Störungsbericht
kind_near-miss = Beinahe-Störung
kind_maintenance = Wartung
status_draft = Entwurf
status_ongoing = Dauert an
status_review = In Durchsicht
status_final = Abgeschlossen
status_withdrawn = Zurückgezogen
severity = Schwere { $n }
q_what = Was ist passiert?
q_when = Wann?
q_long = Wie lange?
q_who = Wer war betroffen?
q_data = Sind meine Daten sicher?
q_do = Was muss ich tun?
q_over = Ist es vorbei?
unknown_what = Der Bericht sagt es noch nicht an einer Stelle.
unknown_when = Die Zeiten wurden nicht festgehalten.
unknown_long = Das lässt sich nicht sagen: Das Ende wurde nicht festgehalten.
unknown_who = Der Bericht sagt es nicht.
unknown_data = Der Bericht sagt es nicht.
unknown_do = Der Bericht nennt nichts, was Sie tun müssen.
unknown_over = Das Ende wurde nicht festgehalten.
near_miss_long = Niemand hat es gespürt.
near_miss_over = Ja. Es wurde gefunden, bevor es jemandem schadete.
data_none = Ja. Nichts ging verloren.
do_nothing = Nichts.
over_yes = Ja
over_since = seit { $time }
over_no = Noch nicht.
next_word = Nächste Nachricht bis { $time }.
last_word = Letzte Nachricht um { $time }:
so_far = bisher { $duration }
since = seit { $time }
from_to = { $from } bis { $to }
utc_range = { $from } bis { $to }
first_back = Bis die ersten zurück waren, vergingen { $duration }.
of = { $count } von { $of }
actions_open = { $n ->
    [one] 1 Maßnahme offen
   *[other] { NUMBER($n) } Maßnahmen offen
}
overdue = { $n ->
    [one] 1 überfällig
   *[other] { NUMBER($n) } überfällig
}
see_overdue = { $n ->
    [one] Eine Maßnahme ist überfällig.
   *[other] { NUMBER($n) } Maßnahmen sind überfällig.
}
published = Veröffentlicht am { $date }.
written_by = Verfasst von { $names }.
corrected = Berichtigt am { $date }.
h_drawn = Maßstäblich gezeichnet
h_timeline = Stunde um Stunde
h_whys = Warum es geschah
h_lessons = Was wir gelernt haben
h_actions = Was wir ändern
h_told = Was wir Ihnen sagten, und wann
h_promises = Was wir zugesagt haben
h_remedy = Wiedergutmachung
h_corrections = Berichtigungen
h_checklist = Prüfliste
h_related = Verwandt
h_about = Über diesen Bericht
h_people = Die Menschen
h_detection = Wie es gefunden wurde
h_resolution = Wie es endete
h_factors = Was noch mitwirkte
figure_caption = Jeder Balken reicht von seinem eigenen Anfang bis zu seinem eigenen Ende. { $date }, { $zone }.
figure_over = Es dauerte { $duration }, bis alles zurück war
figure_ongoing = Dauert an, bisher { $duration }
m_start = Beginn
m_detected = Bemerkt
m_told = Erste Nachricht
m_mitigated = Erste zurück
m_end = Alles zurück
m_now = Jetzt
m_next = Nächste Nachricht bis
and = und
row_all = Alles
row_words = Nachrichten
messages = { $n ->
    [one] 1 Nachricht
   *[other] { NUMBER($n) } Nachrichten
}
silent = { $duration } Schweigen, obwohl fällig
key_bar = für Nutzer spürbar
key_word = eine Nachricht
key_silent = Schweigen, obwohl fällig
timeline_zone = Zeiten in { $zone }; dahinter Stunden und Minuten seit Beginn.
gap = { $duration } lang nichts festgehalten
e_detect = Bemerkt
e_escalate = Hilfe geholt
e_diagnose = Untersucht
e_decide = Entschieden
e_act = Gehandelt
e_communicate = Mitgeteilt
e_handover = Übergeben
e_restore = Zurück
l_well = Was gut ging
l_wrong = Was schiefging
l_lucky = Wo wir Glück hatten
l_others = Was andere mitnehmen können
a_what = Was wir tun
a_who = Wer
a_for = Zweck
a_due = Frist
a_state = Stand
a_nobody = niemand genannt
a_no_date = kein Datum
type_prevent = verhindern
type_detect = früher bemerken
type_mitigate = abmildern
type_process = Arbeitsweise
state_open = offen
state_overdue = überfällig
state_done = erledigt
state_declined = abgelehnt
no_action = Keine Maßnahme wurde genannt.
told_via = über { $channel }
told_next = nächste Nachricht zugesagt bis { $time }
told_kept = gehalten
told_late = { $duration } zu spät
p_due = bis { $date }
p_kept = gehalten
p_broken = nicht gehalten
score_intro = Zwölf Fragen, die man an jeden Bericht stellen darf, und die Zeilen, die sie beantworten.
tier_prerequisites = Voraussetzungen
tier_requirements = Anforderungen
tier_bonus = Zugaben
v_yes = Ja
v_partial = Teils
v_no = Nein
v_vouched = Verbürgt
line = Zeile { $n }
i_admits-failure = Sagt er klar, dass wir versagt haben?
i_sounds-human = Steht er in eigenen Worten?
i_has-a-channel = Fanden Betroffene Nachricht?
i_is-authentic = Steht er zu dem, was geschah?
i_start-and-end = Wann begann und endete es?
i_who-was-impacted = Wen traf es, und wie?
i_what-went-wrong = Was ging schief?
i_what-improves = Was wird besser?
i_technologies = Welche Teile waren beteiligt?
i_five-whys = Fragt er weiter nach dem Warum?
i_human-elements = Kommen Menschen darin vor?
i_others-can-learn = Was können andere lernen?
b_services = Dienste
b_technologies = Technik
b_tags = Schlagwörter
b_reviewers = Durchgesehen von
b_contact = Fragen
repeat_of = Eine Wiederholung von
h_reports = Berichte
h_calendar = Nach Monaten
h_promised = Offene Zusagen
calendar_caption = Wie viele Berichte in einem Monat begannen. Gefüllt: einer der Schwere 1. Dicker Rahmen: Schwere 2. Dünner Rahmen: milder.
calendar_label = Berichte nach Jahr und Monat
due_by = Bis { $date }:
overdue_since = Überfällig seit { $date }:
not_felt = nicht spürbar
no_reports = Noch wurde keine Störung gemeldet.
home_lead = Was schiefging, was es für Sie bedeutete, warum es geschah und was wir geändert haben.
older = Ältere Berichte
newer = Neuere Berichte
page_n = Seite { $n } von { $m }
no_promise = Keine Zusage ist offen.
more_promises = und { $n } weitere, in ihren Berichten
made_with = Stand { $date }. Aus Markdown erstellt mit Afterword.
contact_line = Etwas unklar, oder betroffen und nicht benachrichtigt?

## Feeds, Daten, falsche Adressen

missing_title = Diese Seite gibt es nicht
missing_text = Vielleicht ist die Adresse vertippt, oder der Bericht wurde zurückgezogen. Ein Bericht behält seine Adresse: Suchen Sie ihn in der Liste, bei seinem Dienst oder in seinem Jahr.
follow = Diese Berichte abonnieren:
d_feed = Feed
d_data = Daten (JSON)
d_register = Verzeichnis (CSV)
d_calendar = Maßnahmen als Kalender
b_data = Als Daten
badge = Badge
badge_latest = Jüngste Störung
badge_none = noch keine
search = Suche
search_label = In den Berichten suchen
search_lead = Alle Berichte, in denen jedes Ihrer Wörter vorkommt oder eines, das so beginnt.
search_results = Gefundene Berichte
search_found = Gefundene Berichte:
search_none = Kein Bericht passt. Versuchen Sie es mit weniger oder kürzeren Wörtern.
search_short = Bitte mindestens zwei Buchstaben eingeben.
search_wait = Es wird gesucht …
search_failed = Die Suche konnte nicht geladen werden. Laden Sie die Seite neu oder nutzen Sie die Listen.
search_narrow = Filter
search_any = alle
search_reset = Zurücksetzen
search_more = Mehr zeigen
h_browse = Stöbern
browse_lead = Die Suche braucht JavaScript, diese Listen nicht.
browse_all = Alle { $n }
f_service = Dienst
f_severity = Schwere
f_year = Jahr
f_kind = Art
nav_severities = Schweregrade
nav_kinds = Arten
severities_lead = Alle Berichte mit einer Schwere, die schwersten zuerst.
kinds_lead = Störungen, Beinahe-Störungen und Wartungen.
no_severities = Kein Bericht nennt eine Schwere.
