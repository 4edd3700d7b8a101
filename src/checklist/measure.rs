//! Whether a sentence gives a measure: a number that is no date, no clock and no name.

use crate::checklist::context::is_noun;
use crate::checklist::phrases::nouns::{PEOPLE, THINGS};

/// Numbers in words.
const NUMBERS: &[&str] = &[
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "twenty",
    "dozen",
    "dozens",
    "hundred",
    "hundreds",
    "thousand",
    "thousands",
    "million",
    "millions",
    "half",
    "third",
    "quarter",
    "zwei",
    "drei",
    "vier",
    "fünf",
    "sechs",
    "sieben",
    "acht",
    "neun",
    "zehn",
    "zwölf",
    "dutzend",
    "hundert",
    "hunderte",
    "tausend",
    "tausende",
    "hälfte",
    "drittel",
    "viertel",
];

/// Words for all of them and for none.
const TOTALS: &[&str] = &["none", "every", "everyone", "everybody", "niemand", "sämtliche"];

/// "All users" is a measure, "all at once" is none.
const ALL: &[&str] = &["all", "alle", "allen", "aller"];

/// What may follow the digits of a measure.
const UNITS: &[&str] = &[
    "", "%", "x", "k", "m", "b", "s", "h", "d", "w", "ms", "kb", "mb", "gb", "tb", "kib", "mib", "gib", "hr", "hrs",
    "min", "mins", "sec", "secs", "hours", "minutes", "days", "+", "th", "k+", "rps", "qps", "usd", "eur", "€", "$",
];

/// Months, whose neighbours are days: the first three letters of each, in English and German.
const MONTHS: &[&str] =
    &["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec", "mär", "mai", "okt", "dez"];

/// Words before a number that make it a name.
const NAMED_BY: &[&str] = &[
    "version", "http", "https", "issue", "port", "step", "pr", "sev", "release", "v", "phase", "part", "region", "at",
    "from", "until", "um", "ab", "bis", "uhr", "error", "code", "status",
];

/// What a sentence measures.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Measures {
    /// How many or how much.
    pub(super) amount: bool,
    /// "All" or "every": that is a number of users, but says nothing of how badly they were hit.
    pub(super) total: bool,
    /// How long.
    pub(super) length: bool,
    /// How many people, or which share.
    pub(super) people: bool,
    /// How many things.
    pub(super) things: bool,
}

/// What a sentence measures.
pub(super) fn measures(sentence: &str) -> Measures {
    let tokens: Vec<String> =
        sentence.split_whitespace().map(|token| token.trim_matches(is_mark).to_lowercase()).collect();
    let word = |at: Option<usize>| {
        at.and_then(|at| tokens.get(at)).map_or("", |token| token.trim_matches(|c: char| !c.is_alphanumeric()))
    };
    let mut measures = Measures::default();
    for (at, token) in tokens.iter().enumerate() {
        let (before, bare, after) = (word(at.checked_sub(1)), word(Some(at)), word(Some(at + 1)));
        let day = is_month(before) || is_month(after);
        let named = token.starts_with('#')
            || NAMED_BY.contains(&before)
            || (is_status(bare) && (after.is_empty() || is_answer(after)));
        let everything = ALL.contains(&bare) && before != "not" && before != "nicht" && !AFTER_ALL.contains(&after);
        if (is_count(token) && !day && !named && !is_version(token, after))
            || NUMBERS.contains(&bare)
            || TOTALS.contains(&bare)
            || everything
        {
            let unit = bare.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | '-' | '–'));
            // "4 min/hour" is a share, and no length.
            let rate = tokens.get(at + 1).is_some_and(|token| token.contains('/'));
            let long = !rate && LENGTHS.iter().any(|length| after.starts_with(length))
                || ["s", "h", "hr", "hrs", "min", "mins", "sec", "secs", "ms", "d", "w", "minutes", "hours", "days"]
                    .contains(&unit);
            let noun = |nouns| (1..4).any(|ahead| is_noun(word(Some(at + ahead)), nouns));
            let share = token.contains('%') || SHARES.contains(&bare) || ["%", "percent", "prozent"].contains(&after);
            let total = everything || TOTALS.contains(&bare);
            measures.amount |= !long && !total;
            measures.total |= !long && total;
            measures.length |= long;
            measures.people |= !long && (share || noun(PEOPLE));
            measures.things |= !long && noun(THINGS);
        }
    }
    measures
}

/// Marks around a token that are no part of a number.
fn is_mark(c: char) -> bool {
    !(c.is_alphanumeric() || matches!(c, '%' | '+' | '€' | '$' | '~' | '#'))
}

/// Units of time, by their beginnings.
pub(super) const LENGTHS: &[&str] = &[
    "second", "minute", "hour", "day", "week", "month", "year", "min", "hrs", "sekunde", "stunde", "tag", "woche",
    "monat", "jahr",
];

/// Behind "all" they make no number of it.
const AFTER_ALL: &[&str] = &["at", "the", "of", "in", "on", "over", "along"];

/// Words that are a share or a count by themselves.
const SHARES: &[&str] =
    &["half", "third", "quarter", "none", "everyone", "everybody", "hälfte", "drittel", "viertel", "niemand"];

/// Digits with a unit: no date, clock, version, identifier.
fn is_count(token: &str) -> bool {
    let token = token.trim_matches(|c: char| !(c.is_alphanumeric() || matches!(c, '%' | '+' | '€' | '$')));
    let token = token.trim_start_matches(['$', '€', '+']);
    let digits = token.len() - token.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ',')).len();
    let (number, unit) = token.split_at(digits);
    let year = number.len() == 4 && (number.starts_with("19") || number.starts_with("20"));
    let versions = number.matches('.').count() > 1;
    let range = unit
        .strip_prefix(['-', '–', '/'])
        .is_some_and(|rest| number.len() < 4 && !rest.contains(['-', '/', ':']) && is_count(rest));
    !number.is_empty() && !year && !versions && (UNITS.contains(&unit.to_lowercase().as_str()) && unit != "th" || range)
}

/// "2.0", but not "2.0 million" or "1.5 seconds".
fn is_version(token: &str, after: &str) -> bool {
    let decimal = token.contains('.') && token.chars().all(|c| c.is_ascii_digit() || c == '.');
    let unit = !after.is_empty()
        && (UNITS.contains(&after)
            || NUMBERS.contains(&after)
            || LENGTHS.iter().any(|length| after.starts_with(length)));
    let noun =
        is_noun(after, PEOPLE) || is_noun(after, THINGS) || ["percent", "prozent", "times", "mal"].contains(&after);
    decimal && !unit && !noun
}

fn is_month(word: &str) -> bool {
    let word = word.to_lowercase();
    MONTHS.iter().any(|month| {
        word.strip_prefix(month).is_some_and(|rest| rest.len() < 7 && rest.chars().all(char::is_alphabetic))
    }) && word != "may"
        && !word.starts_with("mark")
}

/// A status code of HTTP.
fn is_status(word: &str) -> bool {
    word.len() == 3 && word.starts_with(['4', '5']) && word.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_answer(word: &str) -> bool {
    [
        "error",
        "errors",
        "timeout",
        "timeouts",
        "response",
        "responses",
        "status",
        "fehler",
        "gateway",
        "bad",
        "internal",
        "service",
        "s",
    ]
    .contains(&word)
}

#[cfg(test)]
mod tests {
    use super::measures;

    #[test]
    fn a_date_a_clock_and_a_name_are_no_measure() {
        for sentence in [
            "Some users saw 504 timeouts.",
            "On 2024-03-05 at 10:02 UTC some users saw errors.",
            "At 4:11 AM on November 24th, several packages failed.",
            "Some hosts of release 3.30.1 were slow in 2024.",
            "Some hosts could not start the 3.30.",
            "Am 5. März waren einige Kunden betroffen.",
        ] {
            assert!(!measures(sentence).amount, "{sentence}");
        }
    }

    #[test]
    fn a_number_a_share_and_all_are_measures() {
        for sentence in [
            "Some users (about 4%) saw errors.",
            "31 of 40 shops failed.",
            "Between 10-15 requests were lost.",
            "About half of the users saw errors.",
            "Alle Kunden waren betroffen.",
            "It cost $50K.",
        ] {
            let measures = measures(sentence);
            assert!(measures.amount || measures.total, "{sentence}");
        }
    }

    #[test]
    fn people_things_and_shares_are_counted() {
        for sentence in ["412 of our users saw errors.", "Etwa 3 % der Anfragen scheiterten.", "Three shops were down."]
        {
            let measures = measures(sentence);
            assert!(measures.people || measures.things, "{sentence}");
        }
        for sentence in ["It used 38 GB of memory.", "See #12 users list.", "It ran for 3 hours for users."] {
            let measures = measures(sentence);
            assert!(!measures.people && !measures.things, "{sentence}");
        }
    }

    #[test]
    fn a_length_is_no_amount() {
        for sentence in ["Users were hit for 7 minutes.", "It took ~12s.", "Nach zwei Stunden lief es wieder."] {
            assert_eq!(measures(sentence), super::Measures { length: true, ..Default::default() }, "{sentence}");
        }
    }
}
