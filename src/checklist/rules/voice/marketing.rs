use crate::checklist::phrases::voice::MARKETING;
use crate::checklist::rule::{Case, Report, rule};

rule! {
    /// It sells nothing.
    ///
    /// A reader who lost a day of work did not come for "our world-class platform". Every such word costs trust at the moment there is least of it.
    ///
    /// ## Fails
    ///
    /// ```markdown
    ///
    /// ## Summary
    ///
    /// Our industry-leading platform was down for two hours.
    ///     ^^^^^^^^^^^^^^^^ `industry-leading` sells
    /// ```
    ///
    /// ```markdown
    ///
    /// ## Zusammenfassung
    ///
    /// Unsere erstklassige Infrastruktur war zwei Stunden nicht erreichbar.
    ///        ^^^^^^^^^^^^ `erstklassige` sells
    /// ```
    ///
    /// ## Passes
    ///
    /// ```markdown
    ///
    /// ## Summary
    ///
    /// The platform was down for two hours. The key is trusted by the runners.
    /// ```
    ///
    /// ```markdown
    ///
    /// ## Lessons
    ///
    /// The class named `WorldClass` leads the market data import.
    /// ```
    "marketing", Advice, IsAuthentic
}

fn check(case: &Case<'_>, report: &mut Report) {
    for spoken in case.spoken(MARKETING) {
        // A certificate is trusted by a browser, a key by a runner.
        let technical = spoken.word.eq_ignore_ascii_case("trusted by") && !spoken.words_after().iter().take(3).any(|word| ["customers", "companies", "thousands", "millions", "teams"].contains(&word.as_str()));
        if !technical {
            report.at(spoken.span.clone(), format!("`{}` sells", spoken.word)).help("leave it out");
        }
    }
}
