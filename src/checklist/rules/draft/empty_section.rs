use crate::checklist::rule::{Case, Report, rule};

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

fn without_comments(text: &str) -> String {
    let mut kept = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("<!--") {
        kept.push_str(before);
        rest = after.split_once("-->").map_or("", |(_, after)| after);
    }
    kept + rest
}
