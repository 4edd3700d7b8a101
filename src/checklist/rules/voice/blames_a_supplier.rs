use crate::checklist::phrases::voice::SUPPLIER;
use crate::checklist::rule::{Case, Report, rule};

rule! {
    /// A supplier's failure is no excuse.
    ///
    /// Customers chose you, and you chose the supplier. "Beyond our control" says that it will happen again. Say what failed over there, and what you
    /// will change so that it reaches your users less.
    ///
    /// ## Fails
    ///
    /// ```markdown
    ///
    /// ## Summary
    ///
    /// The cause was outside of our control: our network supplier had an outage.
    ///               ^^^^^^^^^^^^^^^^^^^^^^ `outside of our control` passes the blame on
    /// ```
    ///
    /// ```markdown
    ///
    /// ## Zusammenfassung
    ///
    /// Der Ausfall lag außerhalb unserer Kontrolle.
    ///                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^ `außerhalb unserer Kontrolle` passes the blame on
    /// ```
    ///
    /// ## Passes
    ///
    /// ```markdown
    ///
    /// ## Summary
    ///
    /// Our network supplier had an outage, and we had no second line. That was our choice.
    /// ```
    ///
    /// ```markdown
    ///
    /// ## Root cause
    ///
    /// What we called "beyond our control" for years was ours to change. The valve is under our control now.
    /// ```
    "blames-a-supplier", Advice, IsAuthentic
}

fn check(case: &Case<'_>, report: &mut Report) {
    for spoken in case.spoken(SUPPLIER) {
        if !spoken.follows(2, &["not", "nicht", "never"]) {
            report
                .at(spoken.span.clone(), format!("`{}` passes the blame on", spoken.word))
                .help("say what failed over there, and what you change so that it reaches your users less");
        }
    }
}
