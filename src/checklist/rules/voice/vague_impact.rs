use crate::checklist::context::on_one_line;
use crate::checklist::rule::{Case, Report, rule};
use crate::checklist::vague::vague_words;
use crate::source::Span;

rule! {
    /// The impact has a measure.
    ///
    /// "Some users" is everyone to one reader and nobody to the next, and each of them is asked by their own customers how bad it was. A number, a
    /// share, or how you would find out.
    ///
    /// People, things, effects and lengths of time without a number are marked where the impact is told: in its section or under its label,
    /// in the summary or the lines that stand for one. Where neither impact nor summary count who was hit, "users reported errors" is
    /// marked there too, people wherever they are hit, things in the timeline and among the lessons. A sentence with a number in it is left alone (dates,
    /// clocks and versions are none; how long it took does not say how many, nor the other way round), and so are causes and action items. A section gets one finding,
    /// which names its other vague words beside the first.
    ///
    /// ## Fails
    ///
    /// ```markdown
    ///
    /// ## Impact
    ///
    /// Some users saw errors at the till.
    /// ^^^^ `Some` leaves open how many or how much
    /// ```
    ///
    /// ```markdown
    ///
    /// ## Impact
    ///
    /// The shops had degraded performance.
    ///               ^^^^^^^^^^^^^^^^^^^^ `degraded performance` leaves open how many or how much
    /// ```
    ///
    /// ```markdown
    ///
    /// ## Auswirkungen
    ///
    /// Einige Kunden konnten nicht bezahlen.
    /// ^^^^^^ `Einige` leaves open how many or how much
    /// ```
    ///
    /// ```markdown
    ///
    /// ## Summary
    ///
    /// On 2024-03-05 a small number of shops lost orders. We had intermittent errors. Users may have seen old prices.
    ///               ^^^^^^^^^^^^^^^^^ `a small number of` leaves open how many or how much
    /// ```
    ///
    /// ```markdown
    ///
    /// ## Zusammenfassung
    ///
    /// Die Kasse war für kurze Zeit gestört. Danach gab es vereinzelte Fehler.
    ///               ^^^^^^^^^^^^^^ `für kurze Zeit` leaves open how many or how much
    /// ```
    ///
    /// ```markdown bare
    /// # Till outage
    ///
    /// - **Impact**:
    ///   - Users reported errors at the till.
    ///           ^^^^^^^^ `reported` leaves open how many or how much
    ///   - Prices were stale, search degraded.
    ///   - Orders lost: unknown
    /// ```
    ///
    /// ```markdown
    ///
    /// ## Impact
    ///
    /// 40 customers could not pay for several hours.
    ///                                ^^^^^^^^^^^^^ `several hours` leaves open how many or how much
    /// ```
    ///
    /// ```markdown bare
    /// # Till outage
    ///
    /// **Date:** 2024-03-05 | **Duration:** 4 min/hour, for many days | **Severity:** minor
    ///                                                  ^^^^^^^^ `for many` leaves open how many or how much
    /// ```
    ///
    /// ```markdown
    ///
    /// ## Timeline
    ///
    /// - 10:05 some jobs hang
    ///         ^^^^ `some` leaves open how many or how much
    /// - 10:15 reports from several customers
    /// ```
    ///
    /// ```markdown
    ///
    /// ## Auswirkungen
    ///
    /// Ein Großteil der Filialen war betroffen.
    /// ^^^^^^^^^^^^^^^^ `Ein Großteil der` leaves open how many or how much
    /// ```
    ///
    /// ## Passes
    ///
    /// ```markdown
    ///
    /// ## Impact
    ///
    /// Some users (about 4 %) saw errors at the till. In most of the shops in Hamburg, 31 of 40, cards failed.
    /// ```
    ///
    /// ```markdown
    ///
    /// ## Root cause
    ///
    /// The index holds many users twice. Several checks read it.
    /// ```
    ///
    /// ```markdown
    ///
    /// ## Summary
    ///
    /// No users reported issues. All users saw errors for 20 minutes. The most significant outage of the year had several causes. Some of the team slept.
    ///
    /// ## What happened
    ///
    /// A deploy can cause a brief outage. The job retries a few requests. Many users wrote to thank us.
    /// ```
    ///
    /// ```markdown
    ///
    /// ## Impact
    ///
    /// 40 of our 900 customers could not pay.
    ///
    /// ## Timeline
    ///
    /// - 10:05 some jobs hang
    /// - 10:20 we deleted several pods that hung
    /// ```
    ///
    /// ```markdown
    ///
    /// ## Summary
    ///
    /// There might be a brief interruption during the move. The upgrade needs release 1.5.0 or higher.
    /// ```
    ///
    /// ```markdown
    ///
    /// ## Zusammenfassung
    ///
    /// Einige Kunden (etwa 40) sahen Fehler. Ein paar Minuten später lief es wieder.
    ///
    /// ## Ursache
    ///
    /// Mehrere Dienste teilen sich eine Platte, die zeitweise ausfällt.
    /// ```
    "vague-impact", Advice, WhoWasImpacted
}

/// One finding to a section, which names its other vague words too.
fn check(case: &Case<'_>, report: &mut Report) {
    let section = |span: &Span| {
        let mut known = case.sections().filter(|section| !section.meanings.is_empty());
        known.find(|section| section.whole.start <= span.start && span.start < section.whole.end).map(|section| section.whole.start)
    };
    let spans = vague_words(case);
    for same in spans.chunk_by(|a, b| section(a) == section(b)) {
        let Some((first, others)) = same.split_first() else { continue };
        let words = |span: &Span| on_one_line(case.incident.source.slice(span)).into_owned();
        let found = report
            .at(first.clone(), format!("`{}` leaves open how many or how much", words(first)))
            .help("give a number, a share, or how you would find out");
        for other in others {
            found.note(other.clone(), format!("`{}` too", words(other)));
        }
    }
}
