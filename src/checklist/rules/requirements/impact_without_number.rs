use crate::checklist::rule::{Case, Report, rule};
use crate::checklist::rules::requirements::first_line;
use crate::incident::facts::Kind;
use crate::incident::headings::Meaning;

rule! {
    /// The impact has a number: how many of how many.
    ///
    /// "Some users" is every user to someone who was hit. A rough number ("about a tenth of the requests") is honest; "all" and "none" are
    /// numbers too.
    ///
    /// ## Fails
    ///
    /// ```markdown
    /// ---
    /// title: Shops slow
    /// start: 2024-03-05T10:00:00Z
    /// end: 2024-03-05T11:00:00Z
    /// ---
    ///
    /// ## Impact
    ///
    /// Customers could not log in.
    /// ^^^^^^^^^^^^^^^^^^^^^^^^^^^ the impact names no number
    /// ```
    ///
    /// ## Passes
    ///
    /// ```markdown
    /// ---
    /// title: Shops slow
    /// start: 2024-03-05T10:00:00Z
    /// end: 2024-03-05T11:00:00Z
    /// ---
    ///
    /// ## Impact
    ///
    /// About a third of the customers could not log in.
    /// ```
    ///
    /// ```markdown
    /// ---
    /// title: Shops slow
    /// start: 2024-03-05T10:00:00Z
    /// end: 2024-03-05T11:00:00Z
    /// ---
    ///
    /// ## Auswirkungen
    ///
    /// Alle Kunden konnten sich nicht anmelden.
    /// ```
    "impact-without-number", Warning, WhoWasImpacted
}

/// Words that are numbers.
const NUMBERS: &[&str] = &[
    "all", "every", "everyone", "none", "no", "nobody", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "dozen", "dozens", "hundred", "hundreds", "thousand", "thousands", "million", "millions", "half", "third",
    "quarter", "tenth", "entire", "whole", "each", "both", "any", "single", "alle", "allen", "aller", "jeder", "jede", "keine",
    "keiner", "niemand", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "hälfte", "drittel", "viertel",
    "hundert", "hunderte", "tausend", "tausende", "sämtliche", "gesamte", "ganze",
];

fn check(case: &Case<'_>, report: &mut Report) {
    let incident = case.incident;
    let counted = incident.facts.impact.iter().flat_map(|impact| &impact.affected).any(|group| group.count.is_some());
    let Some(passage) = incident.passage(Meaning::Impact).filter(|_| !counted && incident.kind() == Kind::Incident) else {
        return;
    };
    let is_number = |word: &str| {
        let word = word.to_lowercase();
        word.chars().any(char::is_numeric) || NUMBERS.contains(&word.as_str()) || word.chars().any(|c| "全一二三四五六七八九十百千万半数".contains(c))
    };
    if !passage.text.split(|c: char| !c.is_alphanumeric()).any(is_number) {
        report
            .at(first_line(&passage), "the impact names no number")
            .help("say how many of how many: users, requests, sites; an estimate is fine if it is called one");
    }
}
