use crate::checklist::context::Spoken;
use crate::checklist::phrases::voice::{CARELESS, LAPSE};
use crate::checklist::rule::{Case, Report, rule};

rule! {
    /// Nobody is blamed.
    ///
    /// "The engineer forgot" ends the search where it should begin: why could forgetting one step take the service down? It also makes the next
    /// person hide what they saw. Google's, Etsy's and PagerDuty's guides agree on this more than on anything else. Read are words of a lapse with a
    /// person as their subject, and words that judge a character; systems may fail, forget and ignore as they please, and "we missed it" is owning
    /// it.
    ///
    /// ## Fails
    ///
    /// ```markdown
    ///
    /// ## Root cause
    ///
    /// The engineer on call forgot to renew the certificate.
    ///                      ^^^^^^^^^ `forgot to` blames a person
    /// ```
    ///
    /// ```markdown
    ///
    /// ## Timeline
    ///
    /// - 10:05 @maria failed to install a required dependency
    ///                ^^^^^^^^^ `failed to` blames a person
    /// ```
    ///
    /// ```markdown
    ///
    /// ## Ursache
    ///
    /// Ein Techniker hat vergessen, den Schalter zurückzustellen. Das war nachlässig.
    ///               ^^^^^^^^^^^^^ `hat vergessen` blames a person
    ///                                                                    ^^^^^^^^^^ `nachlässig` blames a person
    /// ```
    ///
    /// ## Passes
    ///
    /// ```markdown
    ///
    /// ## Root cause
    ///
    /// The primary failed to renew its lease, and the balancer ignored the standby. We missed the alarm. Nothing told the engineer on call
    /// that the certificate ran out.
    /// ```
    ///
    /// ```markdown
    ///
    /// ## Ursache
    ///
    /// Der Wächter übersah den Neustart. „Der Techniker hat vergessen zu schalten“, hieß es zuerst; das Protokoll zeigt es anders.
    /// ```
    "blames-a-person", Advice, IsAuthentic
}

/// Persons by their role. "Operator" is left out: it is a piece of software as often as a person.
const PERSONS: &[&str] = &[
    "he", "she", "someone", "somebody", "nobody", "engineer", "engineers", "developer", "developers", "administrator", "administrators", "admin", "admins", "employee", "employees",
    "technician", "technicians", "contractor", "contractors", "intern", "colleague", "colleagues", "maintainer", "maintainers", "author", "reviewer", "reviewers", "manager", "staff",
    "jemand", "mitarbeiter", "mitarbeiterin", "kollege", "kollegin", "techniker", "technikerin", "entwickler", "entwicklerin", "administratorin",
];

fn check(case: &Case<'_>, report: &mut Report) {
    let mut last_sentence = None;
    let lapses = case.spoken(LAPSE).into_iter().filter(|spoken| has_person(spoken) && !is_rule(spoken));
    let mut found: Vec<Spoken<'_>> = lapses.chain(case.spoken(CARELESS).into_iter().filter(|spoken| !is_rule(spoken))).collect();
    found.sort_by_key(|spoken| spoken.span.start);
    for spoken in found {
        let sentence = spoken.span.start - spoken.before.len();
        if last_sentence.replace(sentence) != Some(sentence) {
            report
                .at(spoken.span.clone(), format!("`{}` blames a person", spoken.word))
                .help("say what made it possible: what was seen, what was missing, what the system allowed");
        }
    }
}

/// A person is the subject: one of the four words before, a name with `@` somewhere before it in the clause, or the words themselves say so.
fn has_person(spoken: &Spoken<'_>) -> bool {
    let before = spoken.words_before();
    let names = before.iter().take(9).any(|word| word.starts_with('@') && word.len() > 1);
    // "The developer tools ignored it": what follows the person directly is the verb.
    let near = before.iter().take(4).position(|word| PERSONS.contains(&word.as_str()));
    let role = near.is_some_and(|at| at == 0 || before.iter().take(at).all(|word| LINKS.contains(&word.as_str())));
    let inside = ["nor did he", "nor did she"].contains(&spoken.word.to_lowercase().as_str());
    names || role || inside
}

/// Words that may stand between a person and the verb.
const LINKS: &[&str] = &["on", "call", "on-call", "had", "has", "have", "also", "then", "simply", "just", "who", "else", "having", "wrongly", "mistakenly", "member", "der", "die", "hatte", "hat", "einfach"];

/// "Blame nobody for being careless", "not reckless": a rule or its denial is no blame.
fn is_rule(spoken: &Spoken<'_>) -> bool {
    spoken.follows(3, &["not", "no", "never", "nicht", "kein", "keine", "without", "ohne", "if"])
}
