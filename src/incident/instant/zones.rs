//! Zones by their names: IANA, offsets, and the abbreviations people write.

use chrono::FixedOffset;
use chrono_tz::Tz;

use crate::incident::instant::Zone;

/// Abbreviations with their offset from UTC in minutes. Where several countries share one, the one that public incident reports
/// use: `IST` is India's, `CST` and `EST` are North America's.
const ABBREVIATIONS: &[(&str, i32)] = &[
    ("ACDT", 630),
    ("ACST", 570),
    ("AEDT", 660),
    ("AEST", 600),
    ("AKDT", -480),
    ("AKST", -540),
    ("AWST", 480),
    ("BRT", -180),
    ("BST", 60),
    ("CDT", -300),
    ("CEST", 120),
    ("CET", 60),
    ("CST", -360),
    ("EDT", -240),
    ("EEST", 180),
    ("EET", 120),
    ("EST", -300),
    ("GMT", 0),
    ("HKT", 480),
    ("HST", -600),
    ("IST", 330),
    ("JST", 540),
    ("KST", 540),
    ("MDT", -360),
    ("MESZ", 120),
    ("MEZ", 60),
    ("MSK", 180),
    ("MST", -420),
    ("NZDT", 780),
    ("NZST", 720),
    ("PDT", -420),
    ("PST", -480),
    ("SGT", 480),
    ("UTC", 0),
    ("WEST", 60),
    ("WET", 0),
];

/// Names for a zone with its clock changes.
const REGIONS: &[(&str, Tz)] = &[
    ("AT", Tz::America__Halifax),
    ("Berlin", Tz::Europe__Berlin),
    ("CT", Tz::America__Chicago),
    ("Central", Tz::America__Chicago),
    ("ET", Tz::America__New_York),
    ("Eastern", Tz::America__New_York),
    ("London", Tz::Europe__London),
    ("MT", Tz::America__Denver),
    ("Mountain", Tz::America__Denver),
    ("PT", Tz::America__Los_Angeles),
    ("Pacific", Tz::America__Los_Angeles),
    ("Paris", Tz::Europe__Paris),
];

/// A zone from its name: IANA names, `UTC`, `GMT`, `Z`, `UTC+1`, offsets, and the abbreviations that people use (`PST`, `CEST`,
/// `JST` …).
pub fn zone(name: &str) -> Option<Zone> {
    let name = name.trim();
    if name == "Z" {
        return fixed(0);
    }
    if let Some((_, minutes)) = ABBREVIATIONS.iter().find(|(known, _)| *known == name) {
        return fixed(*minutes);
    }
    if let Some((_, tz)) = REGIONS.iter().find(|(known, _)| *known == name) {
        return Some(Zone::Named(*tz));
    }
    let shift = name.strip_prefix("UTC").or_else(|| name.strip_prefix("GMT")).unwrap_or(name);
    if let Some(minutes) = offset(shift) {
        return fixed(minutes);
    }
    // `EST` and the like are IANA names too, but were found above; short words such as `GB` are no zone in a sentence.
    name.contains('/').then(|| name.parse().ok()).flatten().map(Zone::Named)
}

/// The first zone named in a text: "Timeline (all times in PST)", "Zeitverlauf (Berlin, UTC+1)".
pub fn find_zone(text: &str) -> Option<Zone> {
    let words: Vec<&str> = text
        .split(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '/' | '_' | ':')))
        .map(|word| word.trim_end_matches([':', '-', '/']))
        .filter(|word| !word.is_empty())
        .collect();
    let strict = |word: &&str| {
        let named = ABBREVIATIONS.iter().any(|(known, _)| known == word) || word.contains('/');
        let shifted = (word.starts_with("UTC") || word.starts_with("GMT")) && word.len() > 3;
        if named || shifted { zone(word) } else { None }
    };
    let offset = words.iter().filter(|word| word.starts_with("UTC") || word.starts_with("GMT")).find_map(strict);
    offset.or_else(|| words.iter().find_map(strict)).or_else(|| {
        // "Pacific time", "times in ET": a region counts only beside a word for time.
        let lower = text.to_lowercase();
        let of_time = lower.contains("time") || lower.contains("zeit");
        let region = |word: &&str| REGIONS.iter().find(|(known, _)| known == word).map(|(_, tz)| Zone::Named(*tz));
        if of_time { words.iter().find_map(region) } else { None }
    })
}

/// `+01:00`, `-0330`, `+1`, in minutes.
fn offset(text: &str) -> Option<i32> {
    let (sign, digits) = match text.chars().next()? {
        '+' => (1, text.get(1..)?),
        '-' => (-1, text.get(1..)?),
        '\u{2212}' => (-1, text.get('\u{2212}'.len_utf8()..)?),
        _ => return None,
    };
    let (hours, minutes) = match digits.split_once(':') {
        Some((hours, minutes)) => (hours, minutes),
        None if digits.len() == 4 => digits.split_at_checked(2)?,
        None => (digits, "0"),
    };
    let number = |text: &str| text.bytes().all(|b| b.is_ascii_digit()).then(|| text.parse::<i32>().ok()).flatten();
    let (hours, minutes) = (number(hours).filter(|h| *h <= 14)?, number(minutes).filter(|m| *m < 60)?);
    Some(sign * (hours * 60 + minutes))
}

fn fixed(minutes: i32) -> Option<Zone> {
    FixedOffset::east_opt(minutes.checked_mul(60)?).map(Zone::Fixed)
}
