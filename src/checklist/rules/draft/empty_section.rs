use crate::checklist::rule::{Case, Report, rule};
use crate::incident::plain::without_comments;

rule! {
    /// Every heading has something under it.
    ///
    /// An empty "Lessons" says more than its writer meant to. If there was nothing to say, one sentence says so.
    ///
    /// ## Fails
    ///
    /// ```markdown
    ///
    /// ## Impact
    ///
    /// All shops.
    ///
    /// ## Lessons
    ///    ^^^^^^^ nothing stands under `Lessons`
    ///
    /// -
    /// ```
    ///
    /// ## Passes
    ///
    /// ```markdown
    ///
    /// ## Lessons
    ///
    /// ### What went well
    ///
    /// The alarm.
    /// ```
    "empty-section", Warning
}

fn check(case: &Case<'_>, report: &mut Report) {
    let source = &case.incident.source;
    for section in case.incident.body.sections.iter().filter(|section| section.level <= 6) {
        let text = without_comments(source.slice(&section.whole));
        // The title's own section holds the rest of the report, or the front matter does.
        let title = section.level == 1 && case.incident.front_matter.is_some();
        // A prompt that is still there is a finding of its own.
        let prompted = source.slice(&section.whole).contains("TODO");
        if !title && !prompted && !text.chars().any(char::is_alphanumeric) && !source.slice(&section.whole).contains("![") {
            report
                .at(section.heading.span.clone(), format!("nothing stands under `{}`", section.heading.value))
                .help("write one sentence, or remove the heading");
        }
    }
}
