use crate::checklist::phrases::voice::HAZY_TIME;
use crate::checklist::rule::{Case, Report, rule};
use crate::incident::headings::Meaning;

rule! {
    /// Times are times.
    ///
    /// "Yesterday" was true for a day, and "shortly after" hides whether it took two minutes or twenty. The rule looks at the story
    /// and at the rows of a timeline that name no time of their own; a sentence that names a date or a clock is left alone.
    ///
    /// ## Fails
    ///
    /// ```markdown
    ///
    /// ## Summary
    ///
    /// The shops were down for most of yesterday.
    ///                                 ^^^^^^^^^ `yesterday` is no time a reader can place
    /// ```
    ///
    /// ```markdown
    ///
    /// ## Auswirkungen
    ///
    /// Gestern fielen alle Kassen aus.
    /// ^^^^^^^ `Gestern` is no time a reader can place
    /// ```
    ///
    /// ```markdown
    ///
    /// ## 影響
    ///
    /// 昨日の夕方から注文ができなくなった。
    /// ^^ `昨日` is no time a reader can place
    /// ```
    ///
    /// ## Passes
    ///
    /// ```markdown
    ///
    /// ## Summary
    ///
    /// The shops were down yesterday, 2024-03-04. It cost less than the outage of the year before.
    ///
    /// ## Timeline
    ///
    /// - 10:05 shortly after the restart the queue grew
    /// ```
    ///
    /// ```markdown
    ///
    /// ## Was wir lernen
    ///
    /// Der Prüflauf vergleicht den Stand mit dem von „gestern“. Kurz: er rechnet nach. Der Dienst von gestern läuft noch.
    /// ```
    ///
    /// ```markdown
    ///
    /// ## 根本原因
    ///
    /// 昨日（3月4日）の夕方に止まった。一昨日の版に戻す手順はない。
    /// ```
    "vague-time", Advice, StartAndEnd
}

fn check(case: &Case<'_>, report: &mut Report) {
    for spoken in case.spoken(HAZY_TIME) {
        // "The state of yesterday" is one that somebody kept.
        // 「一昨日」 is another day than 「昨日」.
        let kept = spoken.follows(1, &["von", "vom"]) || spoken.before.ends_with('一');
        let dated = spoken.sentence.chars().any(|c| c.is_ascii_digit() || ('０'..='９').contains(&c));
        let row = case.incident.timeline().iter().any(|row| row.at.is_some() && row.span.start <= spoken.span.start && spoken.span.start < row.span.end);
        if !dated && !kept && !row && !case.is_in(&spoken.span, &[Meaning::ActionItems]) {
            report
                .at(spoken.span.clone(), format!("`{}` is no time a reader can place", spoken.word))
                .help("write the date and the time, with the zone");
        }
    }
}
