use crate::checklist::context::words;
use crate::checklist::rule::{Case, Report, rule};

rule! {
    /// There is more than one cause.
    ///
    /// Systems that fail in public were held up by several things, and several gave way (Cook, How complex systems fail). "The sole cause" closes the
    /// case before the second one was looked for. Read is only what says so in as many words: a section named "Root cause" is a habit, not a claim.
    ///
    /// ## Fails
    ///
    /// ```markdown
    ///
    /// ## Root cause
    ///
    /// The sole cause was a full disk.
    ///     ^^^^^^^^^^ one cause alone is claimed
    /// ```
    ///
    /// ```markdown
    ///
    /// ## Ursache
    ///
    /// Einzige Ursache war eine volle Platte.
    /// ^^^^^^^^^^^^^^^ one cause alone is claimed
    /// ```
    ///
    /// ## Passes
    ///
    /// ```markdown
    ///
    /// ## Root cause
    ///
    /// A disk was full, and nothing watched it. This was not the only cause. A single cause seldom is.
    /// ```
    "single-cause", Advice, FiveWhys
}

/// Claims that there was one cause alone.
const CLAIMS: &[&str] = &["sole cause", "only cause", "single root cause", "sole root cause", "only root cause", "einzige ursache", "alleinige ursache", "einziger grund"];

fn check(case: &Case<'_>, report: &mut Report) {
    if !case.incident.facts.contributing_factors.is_empty() {
        return;
    }
    let source = &case.incident.source;
    for sentence in &case.prose.sentences {
        let text = source.slice(sentence);
        let lower = text.to_ascii_lowercase();
        let claim = CLAIMS.iter().find_map(|claim| lower.find(claim).map(|at| (at, claim.len())));
        let denied = |at: usize| words(text.get(..at).unwrap_or("")).rev().take(3).any(|word| ["not", "no", "never", "nicht", "keine"].contains(&word.as_str()));
        if let Some((at, len)) = claim.filter(|(at, _)| !denied(*at)) {
            report
                .at(sentence.start + at..sentence.start + at + len, "one cause alone is claimed")
                .help("name what else had to be so: `contributing_factors`, or a section of that name");
        }
    }
}
