use crate::checklist::rule::{Case, Report, rule};
use crate::checklist::rules::requirements::first_line;
use crate::incident::facts::Kind;
use crate::incident::headings::Meaning;

rule! {
    /// The impact says who was affected.
    ///
    /// "The API returned errors" leaves every reader to guess whether it was them.
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
    /// Latency rose to 12 seconds for 40 minutes.
    /// ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ the impact does not say who was affected
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
    /// For 40 minutes our customers waited 12 seconds for each page.
    /// ```
    ///
    /// ```markdown
    /// ---
    /// title: Shops slow
    /// services: [Shops]
    /// impact:
    ///   summary: Pages took 12 seconds.
    ///   affected: [{who: shops in Europe, count: 412}]
    /// ---
    /// ```
    "impact-without-who", Warning, WhoWasImpacted
}

/// Words for people and those who act for them.
const WHO: &[&str] = &[
    "user", "users", "customer", "customers", "client", "clients", "visitor", "visitors", "people", "everyone", "anyone", "nobody",
    "you", "merchant", "merchants", "shop", "shops", "site", "sites", "tenant", "tenants", "team", "teams", "developer",
    "developers", "subscriber", "subscribers", "member", "members", "account", "accounts", "organisation", "organisations",
    "organization", "organizations", "reader", "readers", "student", "students", "instructor", "instructors", "hub", "hubs",
    "validator", "validators", "farmer", "farmers", "consumer", "consumers", "caller", "callers", "passenger", "passengers",
    "patient", "patients", "player", "players", "partner", "partners", "staff", "employee", "employees", "colleagues",
    "kunde", "kunden", "kundinnen", "nutzer", "nutzerinnen", "benutzer", "anwender", "besucher", "mitarbeiter", "händler", "menschen",
    "niemand", "alle", "sie", "ihr", "website", "websites", "webseiten", "project", "projects", "browser", "browsers",
];

fn check(case: &Case<'_>, report: &mut Report) {
    let incident = case.incident;
    let named = incident.facts.impact.iter().flat_map(|impact| &impact.affected).any(|group| group.who.is_some());
    let Some(passage) = incident.passage(Meaning::Impact).filter(|_| !named && incident.kind() == Kind::Incident) else {
        return;
    };
    let is_who = |word: &str| {
        let word = word.to_lowercase();
        WHO.contains(&word.as_str()) || ["ユーザ", "利用者", "顧客", "用户", "客户"].iter().any(|who| word.contains(who))
    };
    if !passage.text.split(|c: char| !c.is_alphanumeric()).any(is_who) {
        report
            .at(first_line(&passage), "the impact does not say who was affected")
            .help("name them: which users or customers, and what they saw");
    }
}
