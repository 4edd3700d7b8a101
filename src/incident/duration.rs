//! Durations as people write them in sentences, English and German.

use chrono::Duration;

/// A duration in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WrittenDuration {
    /// How long.
    pub length: Duration,
    /// The finest unit it names: what it may be off by.
    pub unit: Duration,
    /// "about", "etwa".
    pub approximate: bool,
    /// Where it begins in the text, "about" not included.
    pub start: usize,
    /// Where it ends in the text.
    pub end: usize,
}

const NUMBERS: &[(&str, f64)] = &[
    ("half an", 0.5),
    ("eine halbe", 0.5),
    ("eineinhalb", 1.5),
    ("anderthalb", 1.5),
    ("one", 1.0),
    ("an", 1.0),
    ("a", 1.0),
    ("eine", 1.0),
    ("einer", 1.0),
    ("two", 2.0),
    ("zwei", 2.0),
    ("three", 3.0),
    ("drei", 3.0),
    ("four", 4.0),
    ("vier", 4.0),
    ("five", 5.0),
    ("fünf", 5.0),
    ("six", 6.0),
    ("sechs", 6.0),
    ("seven", 7.0),
    ("sieben", 7.0),
    ("eight", 8.0),
    ("acht", 8.0),
    ("nine", 9.0),
    ("neun", 9.0),
    ("ten", 10.0),
    ("zehn", 10.0),
    ("eleven", 11.0),
    ("elf", 11.0),
    ("twelve", 12.0),
    ("zwölf", 12.0),
];

const UNITS: &[(&str, i64)] = &[
    ("minutes", 1),
    ("minute", 1),
    ("mins", 1),
    ("min", 1),
    ("minuten", 1),
    ("m", 1),
    ("hours", 60),
    ("hour", 60),
    ("hrs", 60),
    ("hr", 60),
    ("h", 60),
    ("stunden", 60),
    ("stunde", 60),
    ("std", 60),
    ("days", 1440),
    ("day", 1440),
    ("tage", 1440),
    ("tagen", 1440),
    ("tag", 1440),
    ("d", 1440),
];

const ABOUT: &[&str] = &[
    "about",
    "around",
    "roughly",
    "approximately",
    "approx",
    "almost",
    "nearly",
    "over",
    "more than",
    "up to",
    "some",
    "just under",
    "less than",
    "at least",
    "etwa",
    "rund",
    "ungefähr",
    "fast",
    "knapp",
    "gut",
    "über",
    "bis zu",
    "mehr als",
    "circa",
    "ca",
    "~",
    "≈",
];

/// All durations in a text, in order: `3 h 10 min`, `35h 36m`, `11.5 hours`, `about two hours`, `zwei Stunden`.
pub fn find(text: &str) -> Vec<WrittenDuration> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < text.len() {
        match read_at(text, at) {
            Some(duration) => {
                at = duration.end.max(at + 1);
                found.push(duration);
            }
            None => at += text.get(at..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8),
        }
    }
    found
}

fn read_at(text: &str, start: usize) -> Option<WrittenDuration> {
    let before = text.get(..start)?;
    if before.chars().next_back().is_some_and(|c| c.is_alphanumeric() || matches!(c, '.' | ',' | ':' | '-' | '+')) {
        return None;
    }
    let (mut minutes, mut unit, mut at) = part(text, start)?;
    // "3 hours and 10 minutes", "1 h 7 min": finer units follow coarser ones.
    while let Some((more, finer, after)) = next(text, at).filter(|(_, finer, _)| *finer < unit) {
        minutes += more;
        unit = finer;
        at = after;
    }
    let lower = before.trim_end().to_lowercase();
    let approximate = ABOUT.iter().any(|word| lower.ends_with(word));
    #[allow(clippy::cast_possible_truncation, reason = "a few days in minutes")]
    let length = Duration::minutes(minutes.round() as i64);
    Some(WrittenDuration { length, unit: Duration::minutes(unit), approximate, start, end: at })
}

fn next(text: &str, at: usize) -> Option<(f64, i64, usize)> {
    let rest = text.get(at..)?;
    let skip = [" and ", " und ", ", ", " ", "\u{a0}", ""].into_iter().find(|skip| rest.starts_with(skip))?;
    part(text, at + skip.len())
}

/// A number and a unit.
fn part(text: &str, at: usize) -> Option<(f64, i64, usize)> {
    let rest = text.get(at..)?;
    let digits = rest.find(|c: char| !(c.is_ascii_digit() || c == '.' || c == ',')).unwrap_or(rest.len());
    let (number, len) = if digits > 0 {
        let written = rest.get(..digits)?;
        let grouped = written.split_once(',').is_some_and(|(_, after)| after.len() == 3);
        let number = if grouped { written.replace(',', "") } else { written.replace(',', ".") };
        (number.parse::<f64>().ok()?, digits)
    } else {
        let (word, number) = NUMBERS.iter().find(|(word, _)| {
            rest.get(..word.len()).is_some_and(|head| head.to_lowercase() == **word)
                && rest.get(word.len()..).is_some_and(|after| after.starts_with([' ', '\u{a0}', '-']))
        })?;
        (*number, word.len())
    };
    let behind = rest.get(len..)?;
    let words = behind.trim_start_matches([' ', '\u{a0}', '-']);
    let end = words.find(|c: char| !c.is_alphabetic()).unwrap_or(words.len());
    let unit = words.get(..end)?.to_lowercase();
    let (_, minutes) = UNITS.iter().find(|(name, _)| *name == unit)?;
    #[allow(clippy::cast_precision_loss, reason = "1440 at most")]
    let length = number * *minutes as f64;
    Some((length, *minutes, at + len + (behind.len() - words.len()) + end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_are_read_as_people_write_them() {
        for (text, minutes, approximate) in [
            ("lasted 3 h 10 min.", &[190][..], false),
            ("35h 36m", &[2136], false),
            ("for about two hours", &[120], true),
            ("11.5 hours", &[690], false),
            ("3 hours and 10 minutes", &[190], false),
            ("rund zwei Stunden", &[120], true),
            ("1 h 7 min und später 5 Minuten", &[67, 5], false),
            ("a day-long outage", &[1440], false),
            ("version 3.2 m", &[3], false),
            ("nothing", &[], false),
            ("at 14:02 m", &[], false),
        ] {
            let found = find(text);
            let read: Vec<i64> = found.iter().map(|duration| duration.length.num_minutes()).collect();
            assert_eq!(read, minutes, "{text}");
            assert_eq!(found.first().is_some_and(|duration| duration.approximate), approximate, "{text}");
        }
    }
}
