//! The incident drawn to scale: a bar per service, marks for what happened when, silences hatched. Text is HTML, geometry is SVG, and the
//! rows and moments are the text equivalent.

pub mod dots;
mod geometry;
#[cfg(test)]
mod proof;
mod span;
pub mod strips;
mod svg;

use chrono::{DateTime, Duration, FixedOffset};
use serde::Serialize;

use crate::incident::Incident;
use crate::incident::facts::{Service, Status};
use crate::incident::instant::{Instant, Precision};
use crate::incident::timeline::Update;
use crate::site::figure::geometry::step;
use crate::site::words::{Words, clock, offset};

type At = DateTime<FixedOffset>;

/// The figure of one report, for the template.
#[derive(Debug, Clone, Serialize)]
pub struct Figure {
    /// What it shows in one line.
    pub title: String,
    /// What is drawn, the date and the zone.
    pub caption: String,
    /// How many rows of labels stand above the plot.
    pub steps: usize,
    /// Grid, moments and axis, as SVG.
    pub ground: String,
    /// A bar per service, then the messages.
    pub rows: Vec<Row>,
    /// What happened when, for narrow screens and for listeners.
    pub moments: Vec<Moment>,
    /// Whether the moments are numbered at every width, because their labels would meet.
    pub numbered: bool,
    /// Whether messages and silences are drawn.
    pub words: bool,
    /// Whether there is a silence.
    pub silent: bool,
}

/// One row: a service, or the messages.
#[derive(Debug, Clone, Serialize)]
pub struct Row {
    name: String,
    note: String,
    /// The names of services that share this row.
    rest: Vec<String>,
    clock: String,
    long: String,
    svg: String,
}

/// One moment.
#[derive(Debug, Clone, Serialize)]
pub struct Moment {
    label: String,
    clock: String,
    plus: String,
    #[serde(skip)]
    at: At,
    #[serde(skip)]
    dashed: bool,
}

/// The part of time that is drawn, and how instants are shown in it.
struct Scale {
    from: At,
    minutes: i64,
    step: i64,
    narrow_step: i64,
    days: bool,
}

/// More bars than this become one row that counts them.
const MOST_ROWS: usize = 12;

/// Draws a report. `None` where its times do not make a figure. `visible` says whether an internal entry may be shown.
pub fn draw(incident: &Incident, words: &Words, now: At, internal: bool, interval: Option<Duration>) -> Option<Figure> {
    let exact = |instant: &&Instant| instant.precision != Precision::Day;
    let start = incident.start().filter(exact)?;
    let ongoing = incident.status() == Status::Ongoing;
    let end = incident.end().filter(exact);
    let until = match (end, ongoing) {
        (Some(end), _) => end.at,
        (None, true) => now.with_timezone(start.at.offset()).max(start.at + Duration::minutes(1)),
        (None, false) => return None,
    };
    if until < start.at {
        return None;
    }
    let updates: Vec<&Update> = incident.facts.updates.iter().filter(|update| internal || !update.internal).collect();
    let moments = moments(incident, &updates, start, end, ongoing.then_some(until), words);
    let last = moments
        .iter()
        .map(|moment| moment.at)
        .chain(updates.iter().filter_map(|u| u.at.as_ref()).map(|at| at.at))
        .max()?
        .max(until);
    let services: Vec<&Service> =
        incident.facts.services.iter().filter(|service| internal || !service.internal).collect();
    // A service may feel it before the others and after them.
    let first = services.iter().filter_map(|s| s.start.as_ref()).map(|at| at.at).chain([start.at]).min()?;
    let last = services.iter().filter_map(|s| s.end.as_ref()).map(|at| at.at).chain([last]).max()?;
    let scale = Scale::new(first.with_timezone(start.at.offset()), last);
    let (ground, steps, numbered) = svg::ground(&scale, &moments, words);
    let mut rows = bars(&services, start, until, ongoing && end.is_none(), &scale, words);
    let (told, silent) = told(&updates, silences(&updates, start.at, until, interval), &scale, words);
    let has_words = told.is_some();
    rows.extend(told);
    let long = words.duration(until - start.at);
    let title = words.fill(if ongoing { "figure_ongoing" } else { "figure_over" }, &[("duration", &long)]);
    let date = words.date(start.at.date_naive());
    let caption = words.fill("figure_caption", &[("date", &date), ("zone", &offset(&start.at))]);
    Some(Figure { title, caption, steps, ground, rows, moments, numbered, words: has_words, silent })
}

impl Scale {
    /// From the axis step before the start to the step after the last thing drawn.
    fn new(start: At, last: At) -> Self {
        let span = (last - start).num_minutes().max(1);
        // A clock takes 3 em and the first one turns inwards, so that steps of 4.5 em keep apart; a day takes half as much again.
        let days = step(span, 7) >= 720;
        let (wide, narrow) = if days { (step(span, 5), 3) } else { (step(span, 7), 4) };
        // Steps are counted from local midnight, so that ticks fall on round times.
        let midnight = start
            .date_naive()
            .and_time(chrono::NaiveTime::MIN)
            .and_local_timezone(*start.offset())
            .single()
            .unwrap_or(start);
        let before = (start - midnight).num_minutes().div_euclid(wide) * wide;
        let from = midnight + Duration::minutes(before);
        let total = (last - from).num_minutes();
        let minutes = (total.div_euclid(wide) + 1) * wide;
        // Half days come in twos on a phone, so that every tick there is a day and not noon again.
        let narrow_step = if days && wide < 1440 { 1440 } else { (minutes / wide + narrow - 1) / narrow * wide };
        Self { from, minutes, step: wide, narrow_step, days }
    }

    /// Where an instant stands, from 0 to 1.
    fn fraction(&self, at: At) -> f64 {
        #[allow(clippy::cast_precision_loss, reason = "seconds of some weeks")]
        let share = (at - self.from).num_seconds() as f64 / (self.minutes * 60) as f64;
        share.clamp(0.0, 1.0)
    }

    /// `05:10`, with the day where the drawing spans several.
    fn shown(&self, at: At, words: &Words) -> String {
        let at = at.with_timezone(self.from.offset());
        let other_day = at.date_naive() != self.from.date_naive();
        if self.days || other_day {
            format!("{}\u{a0}{}", words.date_short(at.date_naive()), clock(&at))
        } else {
            clock(&at)
        }
    }
}

/// Started, noticed, first word, first back, all back; unknown ones are left out, two at one instant share a label.
fn moments(
    incident: &Incident,
    updates: &[&Update],
    start: &Instant,
    end: Option<&Instant>,
    now: Option<At>,
    words: &Words,
) -> Vec<Moment> {
    let facts = &incident.facts;
    let first_word = updates.iter().filter_map(|update| update.at.as_ref()).map(|at| at.at).min();
    let next = updates.iter().rev().find_map(|update| update.next.as_ref()).map(|at| at.at);
    let named = [
        ("m_start", Some(start.at), false),
        ("m_detected", facts.detected.as_ref().map(|at| at.at), false),
        ("m_told", first_word, false),
        ("m_mitigated", facts.mitigated.as_ref().map(|at| at.at), false),
        ("m_end", end.map(|at| at.at), false),
        ("m_now", now.filter(|_| end.is_none()), false),
        ("m_next", next.filter(|next| now.is_some_and(|now| *next > now)), true),
    ];
    let mut moments: Vec<Moment> = Vec::new();
    // Over several days the first moment has its day too.
    let scale = Scale::new(start.at, end.map(|at| at.at).or(now).unwrap_or(start.at));
    for (name, at, dashed) in named {
        let Some(at) = at else { continue };
        let label = words.get(name).to_owned();
        if let Some(same) = moments.iter_mut().find(|moment| (moment.at - at).num_minutes() == 0 && !dashed) {
            let lower = label
                .chars()
                .next()
                .map(char::to_lowercase)
                .into_iter()
                .flatten()
                .chain(label.chars().skip(1))
                .collect::<String>();
            same.label = format!("{} {} {lower}", same.label, words.get("and"));
            continue;
        }
        let plus = if at > start.at { format!("+{}", length(start.at, at, words)) } else { String::new() };
        moments.push(Moment { label, clock: scale.shown(at, words), plus, at, dashed });
    }
    moments.sort_by_key(|moment| moment.at);
    moments
}

/// How long it is between two times, for a drawing that shows these to the minute: under an hour one can count it from them.
fn length(from: At, to: At, words: &Words) -> String {
    let whole = |at: At| at.timestamp().div_euclid(60);
    let (exact, counted) = (to - from, Duration::minutes(whole(to) - whole(from)));
    let short = exact < Duration::hours(1) && counted.num_minutes() > 0;
    words.about(if short { counted } else { exact })
}

fn bars(services: &[&Service], start: &Instant, until: At, open: bool, scale: &Scale, words: &Words) -> Vec<Row> {
    let span = |service: &Service| {
        let from = service.start.as_ref().map_or(start.at, |at| at.at);
        let to = service.end.as_ref().map_or(until, |at| at.at);
        (from, to.max(from))
    };
    let bar = |name: String, note: String, from: At, to: At, open: bool| Row {
        name,
        note,
        rest: Vec::new(),
        clock: format!("{}–{}", scale.shown(from, words), scale.shown(to, words)),
        long: if open {
            words.fill("so_far", &[("duration", &length(from, to, words))])
        } else {
            length(from, to, words)
        },
        svg: svg::bar(scale.fraction(from), scale.fraction(to), open),
    };
    if services.is_empty() {
        return vec![bar(words.get("row_all").to_owned(), String::new(), start.at, until, open)];
    }
    let mut sorted = services.to_vec();
    sorted.sort_by_key(|service| (span(service).1, span(service).0));
    let shown = if sorted.len() > MOST_ROWS { MOST_ROWS - 1 } else { sorted.len() };
    let mut rows: Vec<Row> = sorted
        .iter()
        .take(shown)
        .map(|service| {
            let (from, to) = span(service);
            let note = service.effect.as_ref().map(|effect| effect.value.clone()).unwrap_or_default();
            bar(service.name.value.clone(), note, from, to, open && service.end.is_none())
        })
        .collect();
    let rest: Vec<&&Service> = sorted.iter().skip(shown).collect();
    let spans = || rest.iter().map(|service| span(service));
    if let (Some(from), Some(to)) = (spans().map(|(from, _)| from).min(), spans().map(|(_, to)| to).max()) {
        let name = words.fill("row_more", &[("n", &rest.len().to_string())]);
        let open = open && rest.iter().any(|service| service.end.is_none());
        let names = rest.iter().map(|service| service.name.value.clone()).collect();
        rows.push(Row { rest: names, ..bar(name, String::new(), from, to, open) });
    }
    rows
}

/// Moments of the words to users that were sent, each with the moment it promised the next for.
fn sent(updates: &[&Update]) -> Vec<(At, Option<At>)> {
    let mut sent: Vec<(At, Option<At>)> = updates
        .iter()
        .filter_map(|update| Some((update.at.as_ref()?.at, update.next.as_ref().map(|next| next.at))))
        .collect();
    sent.sort();
    sent
}

/// From when to when word was due and did not come. A promise of the next word counts before the interval.
fn silences(updates: &[&Update], start: At, until: At, interval: Option<Duration>) -> Vec<(At, At)> {
    let sent = sent(updates);
    let Some((first, _)) = sent.first() else { return Vec::new() };
    let mut silences = vec![(start, *first)];
    let following = sent.iter().skip(1).map(|(at, _)| Some(*at)).chain([None]);
    for ((at, promised), next) in sent.iter().zip(following) {
        // The policy binds while users feel it, a promise as long as it stands.
        let agreed =
            || interval.and_then(|interval| Some((at.checked_add_signed(interval)?, next.unwrap_or(until).min(until))));
        silences.extend(promised.map(|due| (due, next.unwrap_or(until))).or_else(agreed));
    }
    silences.retain(|(from, to)| to > from);
    silences
}

/// The row of messages: ticks where word was given, hatched where it was due and did not come.
fn told(updates: &[&Update], silences: Vec<(At, At)>, scale: &Scale, words: &Words) -> (Option<Row>, bool) {
    let sent = sent(updates);
    if sent.is_empty() {
        return (None, false);
    }
    let total = silences.iter().fold(Duration::zero(), |sum, (from, to)| sum + (*to - *from));
    let long = if total.num_minutes() > 0 {
        words.fill("silent", &[("duration", &words.duration(total))])
    } else {
        String::new()
    };
    let hatched: Vec<(f64, f64)> =
        silences.iter().map(|(from, to)| (scale.fraction(*from), scale.fraction(*to))).collect();
    let ticks: Vec<f64> = sent.iter().map(|(at, _)| scale.fraction(*at)).collect();
    let row = Row {
        name: words.get("row_words").to_owned(),
        note: words.count("messages", sent.len()),
        rest: Vec::new(),
        clock: String::new(),
        long,
        svg: svg::told(&hatched, &ticks),
    };
    (Some(row), !hatched.is_empty())
}
