//! Taking typed values out of a mapping of the tree, one key at a time; what does not fit is a problem, and the next key is read.

use std::collections::HashSet;

use chrono::NaiveDate;

use crate::incident::facts::Text;
use crate::incident::instant::{self, Instant, TimeContext, TimeTrouble};
use crate::incident::problem::{Problem, ProblemKind};
use crate::incident::yaml::{Key, Node, Yaml};
use crate::source::{Span, Spanned};

/// A mapping whose keys are taken one by one.
pub(super) struct Fields<'a> {
    entries: Vec<(&'a Key, &'a Node)>,
    times: &'a TimeContext,
    known: Vec<&'static str>,
}

/// Keys of a mapping that are compared one by one.
const FEW: usize = 32;

/// What a text node may be: one text, or a list of texts that are read as paragraphs.
fn scalar(node: &Node) -> Option<Text> {
    match &node.value {
        Yaml::Scalar(text) => Some(Spanned::new(text.trim_end().to_owned(), node.span.clone())),
        _ => None,
    }
}

impl<'a> Fields<'a> {
    /// The fields of a mapping. A key that stands twice is a problem; the first one is read.
    pub(super) fn new(map: &'a [(Key, Node)], times: &'a TimeContext, problems: &mut Vec<Problem>) -> Self {
        let mut entries: Vec<(&Key, &Node)> = Vec::with_capacity(map.len());
        // Few keys are compared faster than they are hashed, and most mappings have few.
        let mut names: HashSet<&str> = HashSet::new();
        for (key, node) in map {
            let twice = match map.len() {
                0..=FEW => entries.iter().any(|(seen, _)| seen.name == key.name),
                _ => !names.insert(&key.name),
            };
            if twice {
                let message = format!("the key `{}` stands twice", key.name);
                problems.push(
                    Problem::new(ProblemKind::DuplicateKey, key.span.clone(), message)
                        .help("keep one of them; the first one was read"),
                );
            } else {
                entries.push((key, node));
            }
        }
        Self { entries, times, known: Vec::new() }
    }

    /// Takes a key's node out, whatever it is.
    pub(super) fn node(&mut self, name: &'static str) -> Option<&'a Node> {
        self.known.push(name);
        let at = self.entries.iter().position(|(key, _)| key.name == name)?;
        let (_, node) = self.entries.remove(at);
        if node.value == Yaml::Null { None } else { Some(node) }
    }

    /// Takes a text.
    pub(super) fn text(&mut self, name: &'static str, problems: &mut Vec<Problem>) -> Option<Text> {
        let node = self.node(name)?;
        text_of(node, name, problems)
    }

    /// Takes a word of a closed list.
    pub(super) fn word<T: Copy>(
        &mut self,
        name: &'static str,
        words: &[(&str, T)],
        problems: &mut Vec<Problem>,
    ) -> Option<Spanned<T>> {
        let text = self.text(name, problems)?;
        word_of(&text, name, words, problems)
    }

    /// Takes a list of texts; a single text is a list of one.
    pub(super) fn texts(&mut self, name: &'static str, problems: &mut Vec<Problem>) -> Vec<Text> {
        let Some(node) = self.node(name) else { return Vec::new() };
        match &node.value {
            Yaml::List(list) => list.iter().filter_map(|item| text_of(item, name, problems)).collect(),
            Yaml::Map(_) => {
                problems.push(wrong_type(node, name, "a list of texts"));
                Vec::new()
            }
            _ => text_of(node, name, problems).into_iter().collect(),
        }
    }

    /// Takes a list's nodes; a single value is a list of one.
    pub(super) fn list(&mut self, name: &'static str) -> &'a [Node] {
        match self.node(name) {
            Some(Node { value: Yaml::List(list), .. }) => list,
            Some(node) => std::slice::from_ref(node),
            None => &[],
        }
    }

    /// Takes a time.
    pub(super) fn instant(&mut self, name: &'static str, problems: &mut Vec<Problem>) -> Option<Instant> {
        let text = self.text(name, problems)?;
        instant_of(&text, self.times, problems)
    }

    /// A time at a key that is none of the format's; the key stays, to be reported.
    pub(super) fn peek(&self, name: &str) -> Option<Instant> {
        let node = self.entries.iter().find(|(key, _)| key.name == name).map(|(_, node)| node)?;
        let text = scalar(node)?;
        instant::read(&text.value, text.span.start, self.times).0
    }

    /// Takes a day.
    pub(super) fn date(&mut self, name: &'static str, problems: &mut Vec<Problem>) -> Option<Spanned<NaiveDate>> {
        let text = self.text(name, problems)?;
        date_of(&text, problems)
    }

    /// Whether a key is there that was not taken yet.
    pub(super) fn has(&self, name: &str) -> bool {
        self.entries.iter().any(|(key, _)| key.name == name)
    }

    /// Takes `true` or `false`.
    pub(super) fn flag(&mut self, name: &'static str, problems: &mut Vec<Problem>) -> Option<Spanned<bool>> {
        let words = [("true", true), ("yes", true), ("on", true), ("false", false), ("no", false), ("off", false)];
        self.word(name, &words, problems)
    }

    /// Takes a key that `afterword.toml` declares.
    pub(super) fn custom(&mut self, name: &str) -> Option<(Text, Node)> {
        let at = self.entries.iter().position(|(key, _)| key.name == name)?;
        let (key, node) = self.entries.remove(at);
        Some((Spanned::new(key.name.clone(), key.span.clone()), node.clone()))
    }

    /// What is left are keys that do not exist here.
    pub(super) fn finish(self, place: &str, problems: &mut Vec<Problem>) {
        for (key, _) in self.entries {
            let nearest = nearest(&key.name, &self.known);
            let message = format!("`{}` is not a key of {place}", key.name);
            let problem = Problem::new(ProblemKind::UnknownKey, key.span.clone(), message);
            problems.push(match nearest {
                Some(known) => problem.help(format!("did you mean `{known}`?")).replacement(known),
                None => problem.help("remove it, or declare it under `custom_keys` in afterword.toml"),
            });
        }
    }
}

/// A text, or a problem that says what stands there instead.
pub(super) fn text_of(node: &Node, name: &str, problems: &mut Vec<Problem>) -> Option<Text> {
    let text = scalar(node);
    if text.is_none() && node.value != Yaml::Null {
        problems.push(wrong_type(node, name, "text"));
    }
    text.filter(|text| !text.value.trim().is_empty())
}

/// The problem of a value of another type than the key takes.
pub(super) fn wrong_type(node: &Node, name: &str, takes: &str) -> Problem {
    let message = format!("`{name}` takes {takes}, not {}", node.value.describe());
    let span = if node.span.is_empty() { node.span.start..node.span.start } else { node.span.clone() };
    Problem::new(ProblemKind::WrongType, span, message).help(format!("give {takes} after `{name}:`"))
}

/// A word of a closed list, or a problem with the nearest word.
pub(super) fn word_of<T: Copy>(
    text: &Text,
    name: &str,
    words: &[(&str, T)],
    problems: &mut Vec<Problem>,
) -> Option<Spanned<T>> {
    let written = text.value.trim();
    if let Some((_, value)) = words.iter().find(|(word, _)| word.eq_ignore_ascii_case(written)) {
        return Some(Spanned::new(*value, text.span.clone()));
    }
    let names: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
    let message = format!("`{written}` is not a value of `{name}`");
    let listed = names.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ");
    let problem = Problem::new(ProblemKind::WrongType, text.span.clone(), message);
    problems.push(match nearest(written, &names) {
        Some(word) => problem.help(format!("did you mean `{word}`? It takes {listed}")).replacement(word),
        None => problem.help(format!("it takes {listed}")),
    });
    None
}

/// A time, or a problem that says what is wrong with it.
pub(super) fn instant_of(text: &Text, times: &TimeContext, problems: &mut Vec<Problem>) -> Option<Instant> {
    let (instant, trouble) = instant::read(&text.value, text.span.start, times);
    // The text of a quoted scalar begins one character later than its place; findings point at the whole value anyway.
    let instant = instant.map(|instant| Instant { span: text.span.clone(), ..instant });
    problems.extend(trouble.map(|trouble| trouble_of(&trouble, text)));
    instant
}

/// What is wrong with a time, as a problem at its place.
pub(in crate::incident) fn trouble_of(trouble: &TimeTrouble, text: &Text) -> Problem {
    let written = text.value.trim().trim_end_matches(':');
    let problem = |kind, message| Problem::new(kind, text.span.clone(), message);
    match trouble {
        TimeTrouble::Unreadable => problem(ProblemKind::BadTime, format!("`{written}` is not a time")).help(
            "write a date, a time and a zone, such as `2018-01-31 05:10 America/Los_Angeles` or `2018-01-31T13:10:00Z`",
        ),
        TimeTrouble::Skipped => problem(
            ProblemKind::SkippedOrRepeatedHour,
            format!("`{written}` never happened: the clocks were put forward over it"),
        )
        .help("check the time, or write it with its offset, such as `+02:00`"),
        TimeTrouble::Repeated => problem(
            ProblemKind::SkippedOrRepeatedHour,
            format!("`{written}` came twice: the clocks were put back over it"),
        )
        .help("write it with its offset to say which one; the first was taken"),
        TimeTrouble::Weekday { is } => {
            problem(ProblemKind::WeekdayMismatch, format!("the weekday does not fit the date: it was a {is}"))
                .help("mend the weekday or the date")
        }
        TimeTrouble::TwentyFourHourPm => {
            let mixed = problem(ProblemKind::BadTime, format!("`{written}` mixes the 24-hour clock with am or pm"))
                .help("leave out am or pm");
            let halves = [" PM", " AM", " pm", " am", " p.m.", " a.m.", "PM", "AM", "pm", "am"];
            match halves.into_iter().find(|half| written.contains(half)).filter(|_| written.len() == text.span.len()) {
                Some(half) => mixed.replacement(written.replacen(half, "", 1)),
                None => mixed,
            }
        }
    }
}

/// A day, or a problem.
pub(super) fn date_of(text: &Text, problems: &mut Vec<Problem>) -> Option<Spanned<NaiveDate>> {
    let (instant, _) = instant::read(&text.value, text.span.start, &TimeContext::default());
    let date = instant.map(|instant| Spanned::new(instant.at.date_naive(), text.span.clone()));
    if date.is_none() {
        let message = format!("`{}` is not a date", text.value.trim());
        problems.push(Problem::new(ProblemKind::BadTime, text.span.clone(), message).help("write it as `2024-05-01`"));
    }
    date
}

/// The nearest of some words by edit distance, where it is near enough to be meant.
pub(crate) fn nearest<'w>(written: &str, words: &[&'w str]) -> Option<&'w str> {
    let written = written.to_lowercase().replace([' ', '_'], "-");
    let distance = |word: &str| edit_distance(&written, &word.to_lowercase().replace('_', "-"));
    let best = words.iter().map(|word| (distance(word), *word)).min()?;
    let limit = match written.chars().count() {
        0..=3 => 1,
        4..=7 => 2,
        _ => 3,
    };
    (best.0 <= limit).then_some(best.1)
}

fn edit_distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, from) in a.chars().enumerate() {
        let mut diagonal = i;
        let mut left = i + 1;
        if let Some(first) = row.first_mut() {
            *first = left;
        }
        for (to, cell) in b.iter().zip(row.iter_mut().skip(1)) {
            let changed = diagonal + usize::from(from != *to);
            diagonal = *cell;
            left = changed.min(left + 1).min(diagonal + 1);
            *cell = left;
        }
    }
    row.last().copied().unwrap_or(0)
}

/// The words of a closed list with their values, for [`Fields::word`].
macro_rules! word_list {
    ($type:ty) => {
        <$type>::ALL.iter().map(|value| (value.word(), *value)).collect::<Vec<_>>().as_slice()
    };
}
pub(super) use word_list;

/// The span of a key's value for later findings.
pub(super) fn key_spans(map: &[(Key, Node)]) -> impl Iterator<Item = (Box<str>, Span)> + '_ {
    map.iter().map(|(key, _)| (key.name.as_str().into(), key.span.clone()))
}
