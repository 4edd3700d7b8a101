use crate::checklist::phrases::voice::ANIMATED;
use crate::checklist::rule::{Case, Report, rule};

rule! {
    /// It keeps its voice down.
    ///
    /// "A terrible nightmare" tells how the writer felt, and nothing of what readers lost. The SRE workbook's bad example is full of it. The plain
    /// number is worse, and more believable.
    ///
    /// ## Fails
    ///
    /// ```markdown
    ///
    /// ## Summary
    ///
    /// The migration was an absolute nightmare.
    ///                               ^^^^^^^^^ `nightmare` raises its voice
    /// ```
    ///
    /// ```markdown
    ///
    /// ## Zusammenfassung
    ///
    /// Der Umzug war eine Katastrophe.
    ///                    ^^^^^^^^^^^ `Katastrophe` raises its voice
    /// ```
    ///
    /// ## Passes
    ///
    /// ```markdown
    ///
    /// ## Summary
    ///
    /// The disaster recovery plan was followed, and the disaster site took over.
    /// ```
    ///
    /// ```markdown
    ///
    /// ## Ursache
    ///
    /// Der Notfallplan für Katastrophen im Rechenzentrum griff. A sanity check failed.
    /// ```
    "animated-language", Advice, SoundsHuman
}

fn check(case: &Case<'_>, report: &mut Report) {
    for spoken in case.spoken(ANIMATED) {
        let after = spoken.words_after();
        let plan = ["disaster", "desaster"].contains(&spoken.word.to_lowercase().as_str()) && (after.first().is_some_and(|word| PLANS.contains(&word.as_str())) || spoken.follows(2, &["natural", "for", "from", "averted"]));
        let name = spoken.after.starts_with(['-', '_', '/']) || spoken.before.ends_with(['-', '_', '/']);
        if !plan && !name {
            report
                .at(spoken.span.clone(), format!("`{}` raises its voice", spoken.word))
                .help("give the number or the fact instead");
        }
    }
}

/// What makes "disaster" a term.
const PLANS: &[&str] = &["recovery", "plan", "plans", "site", "relief", "preparedness", "scenario", "scenarios", "tolerance", "response", "zone", "planning", "drill", "averted", "struck"];
