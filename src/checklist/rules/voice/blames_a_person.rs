use crate::checklist::context::{Spoken, words};
use crate::checklist::japanese::{self, is_japanese};
use crate::checklist::phrases::voice::{CARELESS, LAPSE, OMITTED};
use crate::checklist::rule::{Case, Report, rule};

rule! {
    /// Nobody is blamed.
    ///
    /// "The engineer forgot" ends the search where it should begin: why could forgetting one step take the service down? It also makes the next
    /// person hide what they saw. Google's, Etsy's and PagerDuty's guides agree on this more than on anything else. The rule looks for words of a
    /// lapse with a person as their subject, and for words that judge a character; systems may fail, forget and ignore as they please, and "we missed it" is owning
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
    /// ```markdown
    ///
    /// ## Zeitverlauf
    ///
    /// - 10:05 Ein Mitarbeiter des Dienstleisters zog versehentlich das falsche Kabel
    ///                                                ^^^^^^^^^^^^^ `versehentlich` blames a person
    /// - 10:20 Die Kollegin führte das Skript aus, ohne es vorher zu testen
    ///                                             ^^^^ `ohne` blames a person
    /// - 10:30 Der Techniker im Bereitschaftsdienst ignorierte die Warnung
    ///                                              ^^^^^^^^^^ `ignorierte` blames a person
    /// ```
    ///
    /// ```markdown
    ///
    /// ## Timeline
    ///
    /// - 10:05 a contractor ran the script without reading its help
    ///                                     ^^^^^^^ `without` blames a person
    /// - 10:20 the alarm rang and nobody followed up
    ///                                   ^^^^^^^^^^^ `followed up` blames a person
    /// - 10:30 the night shift was not paying attention
    ///                                 ^^^^^^^^^^^^^^^^ `paying attention` blames a person
    /// ```
    ///
    /// ```markdown
    ///
    /// ## 根本原因
    ///
    /// 担当者が証明書の更新を忘れていた。作業者の不注意でもあった。
    ///           ^^^ `を忘れ` blames a person
    ///                      ^^^ `不注意` blames a person
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
    /// ## Root cause
    ///
    /// The script forgot to close the file. The engineer could deploy without asking anyone. We made a mistake in the limit. The deploy ran
    /// without checking the version. Nobody was paged.
    /// ```
    ///
    /// ```markdown
    ///
    /// ## Ursache
    ///
    /// Der Wächter übersah den Neustart, das Skript lief ohne Prüfung durch. Ohne den Hinweis einer Kollegin hätten wir es später bemerkt. Dem Techniker fehlte der Plan. „Der Techniker hat vergessen zu schalten“, hieß es zuerst; das Protokoll zeigt es anders.
    /// ```
    ///
    /// ```markdown
    ///
    /// ## 根本原因
    ///
    /// クライアントがエラーを無視し、接続を続けた。私たちは更新を忘れていた。担当者が忘れていても更新されるようにした。
    /// ```
    "blames-a-person", Advice, IsAuthentic
}

/// Persons by their role. "Operator" is left out: it is a piece of software as often as a person.
const PERSONS: &[&str] = &[
    "he", "she", "someone", "somebody", "nobody", "anyone", "people", "person", "engineer", "engineers", "developer", "developers", "administrator", "administrators", "admin", "admins", "employee", "employees",
    "technician", "technicians", "contractor", "contractors", "intern", "colleague", "colleagues", "maintainer", "maintainers", "author", "reviewer", "reviewers", "manager", "managers", "staff", "responder", "responders", "assistant", "sysadmin", "teammate",
];

/// The same in German, where no noun can follow that makes a thing of them.
const PERSONS_IN_GERMAN: &[&str] = &[
    "jemand", "niemand", "techniker", "administrator", "mitarbeiter", "mitarbeiterin", "kollege", "kollegin", "kollegen", "techniker", "technikerin", "entwickler", "entwicklerin", "administratorin", "operator", "kollegin", "nachtschicht", "bereitschaft", "praktikant", "praktikantin", "dienstleister",
];

fn is_person(word: &str) -> bool {
    PERSONS.contains(&word) || PERSONS_IN_GERMAN.contains(&word)
}

/// Words that only a person can be the subject of; blame unless the report speaks of itself.
const OF_PERSONS: &[&str] = &["forgot to", "had forgotten", "made a mistake", "messed up", "screwed up", "dropped the ball", "neglected to", "nor did he", "nor did she", "versäumte es", "machte einen fehler", "hat einen fehler gemacht"];

/// Words that blame those who were to care, with nobody as their subject.
const OF_NOBODY: &[&str] = &["addressed", "followed up", "acted on"];

/// Attention, by the roots of the words: only people pay it.
const ATTENTION: &[&str] = &["attention", "looking", "aufgepasst", "hingesehen"];

/// What is left out when something is done "without checking", by the beginning of the word.
const CHECKS: &[&str] = &[
    "check", "cross-check", "test", "verif", "validat", "review", "read", "look", "ask", "consult", "tell", "inform", "notif", "coordinat", "confirm", "think", "runn", "announc", "discuss", "wait", "inspect", "examin", "pars", "monitor", "watch", "approv", "rehears", "backing",
    "prüfen", "prüfung", "überprüfung", "zu prüfen", "zu testen", "test", "rücksprache", "absprache", "nachzufragen", "rückfrage",
];

fn check(case: &Case<'_>, report: &mut Report) {
    let lapses = case.spoken(LAPSE).into_iter().filter(|spoken| if is_japanese(&spoken.word) { japanese::is_lapse(spoken) } else { is_lapse(spoken) && !is_rule(spoken) });
    let careless = case.spoken(CARELESS).into_iter().filter(|spoken| if is_japanese(&spoken.word) { japanese::is_careless(spoken) } else { !is_rule(spoken) });
    let omitted = case.spoken(OMITTED).into_iter().filter(is_omission);
    let mut found: Vec<Spoken<'_>> = lapses.chain(careless).chain(omitted).collect();
    found.sort_by_key(|spoken| spoken.span.start);
    let mut last_sentence = None;
    for spoken in found {
        let sentence = spoken.span.start - spoken.before.len();
        if last_sentence.replace(sentence) != Some(sentence) {
            report
                .at(spoken.span.clone(), format!("`{}` blames a person", spoken.word))
                .help("say what made it possible: what was seen, what was missing, what the system allowed");
        }
    }
}

/// A person is the subject, near the word or by the word itself.
fn is_lapse(spoken: &Spoken<'_>) -> bool {
    let word = spoken.word.to_lowercase();
    has_person(spoken) || (OF_PERSONS.contains(&word.as_str()) && !speaks_of_itself(spoken) && !is_machine(spoken))
}

/// "We forgot to": owning it is no blame.
fn speaks_of_itself(spoken: &Spoken<'_>) -> bool {
    words(spoken.before).any(|word| ["we", "i", "our", "us", "i've", "we'd", "wir", "ich", "you"].contains(&word.as_str()))
}

/// "The script forgot to": the word before is no person.
fn is_machine(spoken: &Spoken<'_>) -> bool {
    const MACHINES: &[&str] = &["script", "server", "service", "process", "code", "client", "node", "cluster", "system", "app", "browser", "cache", "controller", "job", "compiler", "kernel", "it", "which", "that", "skript", "dienst", "programm", "tool", "bot"];
    spoken.follows(2, MACHINES)
}

/// A person is the subject: among the words before, a name with `@` somewhere before it in the clause.
fn has_person(spoken: &Spoken<'_>) -> bool {
    let before = spoken.words_before();
    let names = before.iter().take(9).any(|word| word.starts_with('@') && word.len() > 1);
    // "The developer tools ignored it": what follows the person directly is the verb.
    let near = before.iter().take(5).position(|word| is_person(word));
    let role = near.is_some_and(|at| before.iter().take(at).all(|word| LINKS.contains(&word.as_str()) || word.starts_with('@')));
    // "Several people saw it but did not respond"
    let joined = before.first().is_some_and(|word| ["but", "and", "aber", "und"].contains(&word.as_str()))
        && before.iter().take(9).any(|word| is_person(word));
    names || role || joined || is_german_subject(&before)
}

/// "Ein Mitarbeiter des Dienstleisters zog versehentlich": the clause begins with the person, the verb or what is said of it may come late.
fn is_german_subject(before: &[String]) -> bool {
    const ARTICLES: &[&str] = &["der", "die", "ein", "eine", "unser", "unsere", "zuständige", "diensthabende", "externer", "neuer"];
    let Some(at) = before.iter().rposition(|word| PERSONS_IN_GERMAN.contains(&word.as_str())) else { return false };
    let first = before.get(at + 1..).unwrap_or_default();
    at < 8 && first.iter().all(|word| ARTICLES.contains(&word.as_str()) || word.chars().all(|c| c.is_ascii_digit()))
}

/// "The engineer deployed it without checking": a person, and a check that was left out; "nobody else addressed it".
fn is_omission(spoken: &Spoken<'_>) -> bool {
    if ATTENTION.iter().any(|root| spoken.word.to_lowercase().contains(root)) {
        let denied = spoken.follows(3, &["not", "isn't", "wasn't", "weren't", "isn’t", "wasn’t", "weren’t", "didn't", "didn’t", "nicht", "nobody"]);
        return denied && !speaks_of_itself(spoken) && !is_machine(spoken);
    }
    if OF_NOBODY.contains(&spoken.word.to_lowercase().as_str()) {
        let nobody = spoken.follows(2, &["nobody", "noone", "niemand"]);
        return nobody || spoken.before.to_lowercase().trim_end().ends_with("no one else");
    }
    // In German the verb comes last.
    let near = if spoken.word.eq_ignore_ascii_case("ohne") { 5 } else { 3 };
    let checked = spoken.words_after().iter().take(near).any(|word| CHECKS.iter().any(|known| word.starts_with(known)));
    let before: Vec<String> = words(spoken.before).collect();
    let person = before.iter().any(|word| (word.starts_with('@') && word.len() > 1) || is_person(word));
    checked && person && !speaks_of_itself(spoken) && !before.iter().any(|word| ["can", "could", "should", "must", "may", "kann", "soll", "darf", "not", "allows", "allowed"].contains(&word.as_str()))
}

/// Words that may stand between a person and the verb.
const LINKS: &[&str] = &[
    "on", "call", "on-call", "had", "has", "have", "also", "then", "simply", "just", "who", "else", "having", "wrongly", "mistakenly", "accidentally", "inadvertently", "incorrectly", "member", "crucially", "largely", "completely", "apparently", "duty", "der", "die", "hatte", "hat", "einfach", "wohl",
];

/// "Blame nobody for being careless", "not reckless": a rule or its denial is no blame.
fn is_rule(spoken: &Spoken<'_>) -> bool {
    spoken.follows(3, &["not", "no", "never", "nicht", "kein", "keine", "without", "ohne", "if"])
}
