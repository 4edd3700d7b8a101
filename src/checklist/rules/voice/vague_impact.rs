use crate::checklist::context::{Spoken, words};
use crate::checklist::phrases::find;
use crate::checklist::phrases::verdict::FAILURE;
use crate::checklist::phrases::voice::{HAZY, QUANTITY};
use crate::checklist::rule::{Case, Report, rule};
use crate::incident::headings::Meaning;

rule! {
    /// The impact has a measure.
    ///
    /// "Some users" is everyone to one reader and nobody to the next, and each of them is asked by their own customers how bad it was. A number, a
    /// share, or how you would find out. A sentence with a figure in it is left alone,
    /// and so are causes, lessons and action items; of systems only the summary and the impact are read.
    ///
    /// ## Fails
    ///
    /// ```markdown
    ///
    /// ## Impact
    ///
    /// Some users saw errors at the till.
    /// ^^^^ `Some` leaves open how many or how much
    /// ```
    ///
    /// ```markdown
    ///
    /// ## Impact
    ///
    /// The shops had degraded performance.
    ///               ^^^^^^^^^^^^^^^^^^^^ `degraded performance` leaves open how many or how much
    /// ```
    ///
    /// ```markdown
    ///
    /// ## Auswirkungen
    ///
    /// Einige Kunden konnten nicht bezahlen.
    /// ^^^^^^ `Einige` leaves open how many or how much
    /// ```
    ///
    /// ## Passes
    ///
    /// ```markdown
    ///
    /// ## Impact
    ///
    /// Some users (about 4 %) saw errors at the till. In most of the shops in Hamburg, 31 of 40, cards failed.
    /// ```
    ///
    /// ```markdown
    ///
    /// ## Root cause
    ///
    /// The index holds many users twice. Several checks read it.
    /// ```
    "vague-impact", Advice, WhoWasImpacted
}

/// Those whose number matters.
const AFFECTED: &[&str] = &[
    "user", "users", "customer", "customers", "client", "clients", "people", "requests", "services", "systems", "sites", "shops", "orders", "jobs", "members", "tenants", "projects", "apps", "applications", "developers",
    "students", "hubs", "pods", "emails", "accounts", "organizations", "organisations", "teams", "visitors", "merchants", "subscribers", "others", "outages", "instances", "nodes", "farmers", "validators",
    "kunden", "nutzer", "benutzer", "anwender", "besucher", "webseiten", "websites", "dienste", "systeme", "bestellungen", "anfragen", "läden", "shops", "konten", "aufträge", "anrufe", "packages", "things", "repositories", "servers", "instructors", "communities", "pages", "builds", "images", "gems", "workflows", "files", "emails", "mails", "messages", "notifications", "endpoints", "regions", "volumes", "records",
    "contributions", "contributors", "employees", "downloads", "uploads", "deployments", "pipelines", "clusters", "databases", "queries", "wallets", "sdks", "features", "seiten", "nachrichten", "server", "verbindungen",
];

/// Those who are counted wherever they are spoken of.
const PEOPLE: &[&str] = &[
    "user", "users", "customer", "customers", "client", "clients", "people", "members", "developers", "students", "visitors", "merchants", "subscribers", "instructors", "contributors", "kunden", "nutzer", "benutzer", "anwender",
    "besucher",
];

fn check(case: &Case<'_>, report: &mut Report) {
    let mut last_sentence = None;
    let counted = case.spoken(QUANTITY).into_iter().filter(|spoken| {
        let after = spoken.words_after();
        let noun = after.iter().take(3).any(|word| AFFECTED.contains(&word.as_str()));
        let counted = spoken.follows(1, &["too", "how", "so", "as", "of", "by"]);
        noun && !counted && find(spoken.sentence).has(FAILURE)
    });
    let mut found: Vec<Spoken<'_>> = counted.chain(case.spoken(HAZY)).collect();
    found.sort_by_key(|spoken| spoken.span.start);
    for spoken in found {
        let sentence = spoken.span.start - spoken.before.len();
        // "No users reported issues"
        let denied = spoken.follows(3, &["no", "not", "without", "never", "keine", "kein", "nicht", "ohne"]);
        let measured = spoken.sentence.chars().any(|c| c.is_ascii_digit()) || words(spoken.sentence).any(|word| NUMBERS.contains(&word.as_str()));
        let told = case.is_opening(&spoken.span)
            || case.is_in(&spoken.span, &[Meaning::Impact, Meaning::Summary])
            || spoken.words_after().iter().take(3).any(|word| PEOPLE.contains(&word.as_str()));
        let elsewhere = case.is_in(&spoken.span, &[Meaning::Timeline, Meaning::ActionItems, Meaning::Lessons, Meaning::WentWell, Meaning::ForOthers, Meaning::RootCause, Meaning::ContributingFactors, Meaning::Background]);
        if !told || denied || measured || elsewhere || last_sentence == Some(sentence) {
            continue;
        }
        last_sentence = Some(sentence);
        report
            .at(spoken.span.clone(), format!("`{}` leaves open how many or how much", spoken.word))
            .help("give a number, a share, or how you would find out");
    }
}

/// Numbers in words.
const NUMBERS: &[&str] = &["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve", "half", "none", "all", "every", "zwei", "drei", "vier", "fünf", "sechs", "alle", "hälfte"];
