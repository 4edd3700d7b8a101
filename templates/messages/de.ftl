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
duration_minutes_seconds = { $minutes } min { $seconds } s
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
rules_in_english = Die Regeln gibt es nur auf Englisch.
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
withdrawn = Zurückgezogen
withdrawn_on = Zurückgezogen am { $date }
withdrawn_no_reason = Der Bericht sagt nicht, warum.
withdrawn_lead = Was darin stand, gilt nicht mehr. Keine Auswertung zählt ihn mit; diese Seite bleibt, damit Verweise auf ihn nicht ins Leere führen.
severity = Schwere { $n }
q_what = Was ist passiert?
q_when = Wann?
q_long = Wie lange?
q_who = Wer war betroffen?
q_data = Sind meine Daten sicher?
q_do = Was muss ich tun?
q_over = Ist es vorbei?
unknown_what = Der Bericht sagt es noch nicht an einer Stelle.
until_when = Bis { $time }; der Beginn wurde nicht festgehalten.
unknown_when = Der Bericht legt keinen genauen Beginn und kein genaues Ende fest.
on_day = { $date }; einen genauen Beginn und ein genaues Ende legt der Bericht nicht fest.
unknown_start = Das lässt sich nicht sagen: Der Beginn wurde nicht festgehalten.
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
next_word_missed = Die nächste Nachricht war bis { $time } zugesagt; festgehalten ist keine.
last_word = Letzte Nachricht um { $time }:
so_far = bisher{ "\u00A0" }{ $duration }
since = seit { $time }
from_to = { $from } bis { $to }
utc_range = { $from } bis { $to }
own_time = Ihre Zeit:
own_zone = Ihre Zeitzone:
first_back = Bis die ersten zurück waren, vergingen { $duration }.
of = { $count } von { $of }
actions_open = { $n ->
    [one] 1 Maßnahme{ "\u00A0" }offen
   *[other] { NUMBER($n) } Maßnahmen{ "\u00A0" }offen
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
h_mitigators = Was Schlimmeres verhindert hat
h_risks = Was noch passieren kann
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
timeline_zone_alone = Zeiten in { $zone }.
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
i_has-a-channel = Erfuhren es die Betroffenen?
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
and_more = und { $n } weitere
more_promises = und { $n } weitere, in ihren Berichten
made_with = Stand { $date }. Aus Markdown erstellt mit Afterword.
contact_line = Etwas unklar, oder betroffen und nicht benachrichtigt?

## Feeds, Daten, falsche Adressen

missing_title = Diese Seite gibt es nicht
missing_text = Vielleicht ist die Adresse vertippt, oder der Bericht wurde zurückgezogen. Ein Bericht behält seine Adresse: Suchen Sie ihn in der Liste, bei seinem Dienst oder in seinem Jahr.
withdrawn_note = Dieser Bericht wurde zurückgezogen.
follow = Diese Berichte abonnieren:
d_feed = Feed
d_data = Daten (JSON)
d_register = Verzeichnis (CSV)
d_calendar = Maßnahmen als Kalender
d_days = Kalender
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

## Verlauf

nav_trends = Verlauf
n_incidents = { $n ->
    [one] 1 Störung
   *[other] { NUMBER($n) } Störungen
}
n_actions = { $n ->
    [one] 1 Maßnahme
   *[other] { NUMBER($n) } Maßnahmen
}
tr_none = Noch hat keine abgeschlossene Störung beide Zeiten; zu zeichnen gibt es daher nichts.
tr_lead = { $incidents } seit { $year }. Die Hälfte dauerte höchstens { $median }, ein Viertel länger als { $upper }.
tr_lead_few = { $incidents } seit { $year }: zu wenige, um von einem Verlauf zu sprechen.
tr_mean = Eine mittlere Reparaturzeit finden Sie hier nicht. Wenige lange Ausfälle bestimmen den Mittelwert, und wie lange eine Störung dauerte, sagt wenig darüber, wie schlimm sie war. Wer öffentliche Berichte sammelt, rät davon ab:
tr_mean_source = The VOID Report (englisch)
tr_mean_so = Darum ist jede Störung gezeichnet, und die Viertel sind markiert.
tr_untimed = { $n ->
    [one] 1 weitere Störung nennt Beginn oder Ende nicht und ist nicht gezeichnet.
   *[other] { NUMBER($n) } weitere Störungen nennen Beginn oder Ende nicht und sind nicht gezeichnet.
}
h_every = Jede Störung
h_how_long = Wie lange
h_until = Wie lange, bis …
h_found = Wer es zuerst fand
h_closed = Was aus den Maßnahmen wurde
h_scores = Was die Berichte beantworten
tr_only = Sie dauerte { $duration }
tr_extremes = Die längste dauerte { $longest }, die kürzeste { $shortest }
tr_dots_caption = Jedes Zeichen ist eine Störung: wann sie begann und wie lange sie dauerte. Jede Linie nach oben ist ein größerer Schritt (logarithmische Skala).
tr_dots_label = { $incidents } nach Datum und Dauer. { $extremes }. Die Werte stehen in der Tabelle darunter.
tr_dot = { $date }: { $title }, { $duration }
tr_table = Die Zeichnung als Tabelle
tr_table_caption = Die neuesten zuerst
tr_incident = Störung
tr_began = Beginn
tr_severity = Schwere
tr_lasted = Dauer
tr_found_by = Gefunden von
tr_rest = { $n } ältere Störungen stehen auf den Seiten ihrer Jahre.
tr_key_1 = Schwere 1
tr_key_2 = Schwere 2
tr_key_3 = leichter
tr_half = Die mittlere Hälfte aller Störungen dauerte { $from } bis { $to }
tr_few_title = Zu wenige Störungen für ein Muster
tr_strips_caption = Grau: die mittlere Hälfte. Dicker Strich und fette Zahl: der Median. Unter vier Störungen sind nur diese gezeichnet.
tr_services_title = Nach Dienst
tr_services_caption = Eine Störung zählt bei jedem Dienst, den sie traf.
tr_more_services = { $n ->
    [one] 1 weiterer Dienst hatte nicht mehr Störungen als diese.
   *[other] { NUMBER($n) } weitere Dienste hatten nicht mehr Störungen als diese.
}
tr_all = Alle
tr_quarters = ({ $from } bis { $to })
tr_too_few = zu wenige für Quartile
tr_until_noticed = Bis wir es bemerkten
tr_until_told = Bis zum ersten Wort an Sie
tr_until_over = Bis es vorbei war
tr_until_title = Bei der Hälfte dauerte es höchstens { $noticed }, bis wir es bemerkten, und höchstens { $told } bis zum ersten Wort
tr_until_caption = Gemessen von dem Augenblick, in dem es die ersten spürten, soweit der Bericht ihn nennt.
found_monitoring = Von unserer Überwachung gefunden
found_customer = Von Kunden gefunden
found_staff = Von uns selbst gefunden
found_third-party = Von Dritten gefunden
f_monitoring = unsere Überwachung
f_customer = Kunden
f_staff = wir selbst
f_third-party = Dritte
tr_found_title = Die Überwachung fand { $n } von { $all }
tr_found_caption = Jedes Quadrat ist eine Störung, die älteste zuerst; bei mehr als vierzig ist es ein Balken.
tr_found_filled = Gefüllt: ab { $year }.
tr_before_since = ({ $before } vor { $year }, { $since } seitdem)
tr_found_unknown = { $n ->
    [one] 1 Störung sagt nicht, wer sie fand.
   *[other] { NUMBER($n) } Störungen sagen nicht, wer sie fand.
}
tr_closed = Erledigt: { $n } von { $all }
tr_closed_caption = Nach dem Jahr des Berichts. Nur Maßnahmen, die einen Stand oder einen Termin haben.
tr_done = { $n } erledigt
tr_open = { $n } offen
tr_overdue = { $n } überfällig
tr_declined = { $n } abgelehnt
tr_scores_caption = Die Urteile über alle Berichte, als Teile des Ganzen.
tr_scores_more = Die Fragen Jahr für Jahr, und die Regeln dahinter
tr_yes = { $n } ja
tr_vouched = { $n } verbürgt
tr_partly = { $n } teils
tr_no = { $n } nein
tr_until_noticed_title = Bei der Hälfte dauerte es höchstens { $noticed }, bis wir es bemerkten
tr_until_told_title = Bei der Hälfte dauerte es höchstens { $told } bis zum ersten Wort

## Maßnahmen aller Berichte

days = { $n ->
    [one] 1 Tag
   *[other] { NUMBER($n) } Tage
}
actions_lead = Von { $all }: { $done }{ "\u00A0" }erledigt, { $open }{ "\u00A0" }offen und nicht überfällig.
no_action_yet = Kein Bericht nennt eine Maßnahme mit Stand oder Termin.
share_of_actions = Anteil der Maßnahmen nach Stand
h_open_actions = Offen
h_ages = Wie lange überfällig
h_kinds = Nach Zweck
h_done = Erledigt
h_declined = Abgelehnt
h_idle = Berichte ohne Vorbeugung
a_latest = Die neuesten.
a_reasons = Mit dem Grund.
a_unnamed = ohne Zweck
a_overdue_first = Überfällige zuerst, dann nach Termin.
age_up_to = bis { $n } Tage
age_over = mehr als { $n } Tage
idle_lead = Diese Berichte ändern, wie wir bemerken oder reparieren, und nennen nichts, was eine Wiederholung verhindern würde:
more_owners = und { $n } weitere, in der Liste
more_reports = und { $n } weitere Berichte

## Ursachen, Lehren, die Prüfliste im Lauf der Zeit

nav_lessons = Lehren
nav_causes = Ursachen
causes_lead = Was mehr als ein Bericht als Ursache nennt: mit denselben Worten oder als Wiederholung eines früheren.
no_causes = Keine zwei Berichte nennen dieselbe Ursache. Gemeinsam ist sie Berichten, die Auslöser, Grundursache oder begünstigenden Umstand mit denselben Worten nennen oder von denen einer die Wiederholung des anderen ist.
lessons_lead = Was andere aus unseren Berichten mitnehmen können, die neuesten zuerst.
no_lessons = Noch enthält kein Bericht eine Lehre.
more_lessons = und { $n } weitere im Bericht
h_by_year = Jahr für Jahr

## Ein Bericht unter den anderen

pl_longest = Länger als jede der { $n } Störungen davor.
pl_longest_since = Die längste seit { $date }; jene dauerte { $duration }:
pl_cause_first = Der erste von { $n } Berichten mit dieser Ursache:
pl_cause = Der { $nth } Bericht mit dieser Ursache:
nth_2 = zweite
nth_3 = dritte
nth_4 = vierte
nth_5 = fünfte
nth_6 = sechste
nth_7 = siebte
nth_8 = achte
nth_9 = neunte
nth_10 = zehnte
pl_cause_many = Ein weiterer Bericht mit dieser Ursache, nach { $n }:
pl_earlier = Davor, mit derselben Ursache
pl_unfinished = dort noch unerledigt:
pl_nothing_open = dort ist nichts offen.
pl_overdue = überfällig seit { $date }
pl_more = und { $n } weitere
pl_newer = Nächster Bericht
pl_older = Voriger Bericht
pl_nav = Benachbarte Berichte
git_since = In der Versionsverwaltung seit { $first }, zuletzt geändert { $last }, Revision
git_last = In der Versionsverwaltung seit { $last }, Revision
git_changed = Seitdem geändert und noch nicht festgeschrieben.
git_shallow = Das Repository ist ein flacher Klon: Frühere Änderungen sind hier nicht bekannt.
edit_page = Diese Seite bearbeiten
row_more = und { $n } weitere
phases = Vom Ablauf zeigen
phases_all = Alles
