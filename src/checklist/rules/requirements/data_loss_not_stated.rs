use crate::checklist::rule::{Case, Report, rule};
use crate::incident::facts::Kind;
use crate::incident::headings::Meaning;

rule! {
    /// A report says whether data was lost.
    ///
    /// "My data?" is the second question after "is it over?". `data_loss: none` is a statement; silence is not, and is read as the worst.
    ///
    /// ## Fails
    ///
    /// ```markdown
    /// ---
    /// title: Shops slow
    /// ^^^^^^^^^^^^^^^^^ this report does not say whether data was lost
    /// start: 2024-03-05T10:00:00Z
    /// end: 2024-03-05T11:00:00Z
    /// ---
    ///
    /// ## Impact
    ///
    /// All shops were slow.
    /// ```
    ///
    /// ## Passes
    ///
    /// ```markdown
    /// ---
    /// title: Shops slow
    /// impact: {summary: All shops were slow., data_loss: none}
    /// ---
    /// ```
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
    /// All shops were slow. No data was lost.
    /// ```
    "data-loss-not-stated", Warning, WhoWasImpacted
}

/// Words that show that the question was thought of.
const ABOUT_DATA: &[&str] = &["data", "lost", "loss", "corrupt", "leak", "daten", "verloren", "verlust", "データ", "数据"];

fn check(case: &Case<'_>, report: &mut Report) {
    let incident = case.incident;
    let stated = incident.facts.impact.as_ref().is_some_and(|impact| impact.data_loss.is_some());
    let asked = incident.kind() == Kind::Incident && incident.front_matter.is_some();
    if !asked || stated {
        return;
    }
    let mut passages = [Meaning::Impact, Meaning::Summary].into_iter().filter_map(|meaning| incident.passage(meaning));
    let thought_of = passages.any(|passage| {
        let text = passage.text.to_lowercase();
        ABOUT_DATA.iter().any(|word| text.contains(word))
    });
    if !thought_of {
        let place = incident.facts.key("impact").cloned().unwrap_or_else(|| incident.head());
        report
            .at(place, "this report does not say whether data was lost")
            .help("add `data_loss: none`, or what was lost, under `impact`");
    }
}
