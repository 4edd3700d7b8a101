use crate::checklist::context::on_one_line;
use crate::checklist::rule::{Case, Report, rule};
use crate::checklist::vague::vague_words;
use crate::source::Span;

rule! {
    /// The impact has a measure.
    ///
    /// "Some users" is everyone to one reader and nobody to the next, and each of them is asked by their own customers how bad it was. A number, a
    /// share, or how you would find out. People without a number are marked wherever they are hit, unless impact or summary have one; things, effects and lengths of time in the lines
    /// under the title, the summary and the impact. A sentence with a number in it is left alone (dates, clocks and versions are none; how long it
    /// took does not say how many), and so are causes and action items.
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
    ///                                                           ^^^^^^^^^^^^^^^^^^^ `intermittent errors` leaves open how many or how much
    ///                                                                                      ^^^^^^^^^^^^^ `may have seen` leaves open how many or how much
    /// ```
    ///
    /// ```markdown
    ///
    /// ## Zusammenfassung
    ///
    /// Die Kasse war für kurze Zeit gestört. Danach gab es vereinzelte Fehler.
    ///               ^^^^^^^^^^^^^^ `für kurze Zeit` leaves open how many or how much
    ///                                                     ^^^^^^^^^^^^^^^^^^ `vereinzelte Fehler` leaves open how many or how much
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
    /// ```markdown
    ///
    /// ## Summary
    ///
    /// No users reported issues. All users saw errors for a while. The most significant outage of the year had several causes. Some of the team slept.
    ///
    /// ## What happened
    ///
    /// A deploy can cause a brief outage. The job retries a few requests. Many users wrote to thank us.
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
        let mut around = case.incident.body.sections.iter().filter(|section| !section.meanings.is_empty());
        around.find(|section| section.whole.start <= span.start && span.start < section.whole.end).map(|section| section.whole.start)
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
