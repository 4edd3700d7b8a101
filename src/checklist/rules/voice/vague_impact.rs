use crate::checklist::context::{Spoken, on_one_line, words};
use crate::checklist::measure::measures;
use crate::checklist::phrases::vague::{
    DEGREE, EFFECTS, HAZY, HEDGED, OUTAGES, PEOPLE, QUANTITY, SHARE, SPELL, SUFFERED, THINGS, TOUCHED,
};
use crate::checklist::phrases::verdict::FAILURE;
use crate::checklist::phrases::{Phrases, find};
use crate::checklist::rule::{Case, Report, rule};
use crate::incident::headings::Meaning;
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

/// Sections in which something else is told than what users felt.
const ASIDE: &[Meaning] = &[
    Meaning::ActionItems,
    Meaning::ForOthers,
    Meaning::RootCause,
    Meaning::ContributingFactors,
    Meaning::FiveWhys,
    Meaning::References,
    Meaning::Trigger,
    Meaning::GotLucky,
    Meaning::WentWell,
    Meaning::Promises,
    Meaning::Technologies,
    Meaning::Participants,
    Meaning::People,
    Meaning::CustomerAction,
    Meaning::Metadata,
];

/// The lines under the title that are read as a summary, in bytes.
const OPENING: usize = 1500;

/// Where a word stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    /// Where an impact is told.
    Impact,
    /// In the summary.
    Summary,
    /// In the story.
    Story,
    /// Among the lessons.
    Lessons,
    /// In a row of what happened when.
    Timeline,
}

/// What a word says vaguely.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Vague {
    /// How many people.
    People,
    /// How many things.
    Things,
    /// Which people, hit by it.
    Hit,
    /// How large a failure.
    Outage,
    /// How large an effect, how long, or whether.
    Effect,
}

/// A list, and what makes a word of it vague.
type Kind = (Phrases, fn(&Spoken<'_>, Place) -> Option<(Vague, Span)>);

const KINDS: [Kind; 7] = [
    (QUANTITY, quantity),
    (SHARE, share),
    (DEGREE, degree),
    (HAZY, hazy),
    (SPELL, hazy),
    (HEDGED, hedged),
    (TOUCHED, touched),
];

fn check(case: &Case<'_>, report: &mut Report) {
    let mut found: Vec<(Span, Spoken<'_>)> = Vec::new();
    let mut numbered = None;
    for (list, kind) in KINDS {
        for spoken in case.spoken(list) {
            let Some(place) = place(case, &spoken.span) else { continue };
            let vague = kind(&spoken, place).filter(|(vague, _)| is_told(place, *vague) && !is_measured(&spoken, *vague));
            let Some((_, span)) = vague else { continue };
            // Where the impact or the summary has a number, the story may be told without.
            let asked = matches!(place, Place::Impact | Place::Summary) || !*numbered.get_or_insert_with(|| is_numbered(case));
            found.extend(asked.then_some((span, spoken)));
        }
    }
    found.sort_by_key(|(span, _)| (span.start, std::cmp::Reverse(span.end)));
    let mut last_sentence = None;
    for (span, spoken) in found {
        let sentence = spoken.span.start - spoken.before.len();
        let asks = spoken.sentence.trim_end_matches(|c: char| c.is_whitespace() || c == '*').ends_with('?');
        if last_sentence == Some(sentence) || asks || is_denied(&spoken) {
            continue;
        }
        last_sentence = Some(sentence);
        let words = on_one_line(case.incident.source.slice(&span)).into_owned();
        report
            .at(span, format!("`{words}` leaves open how many or how much"))
            .help("give a number, a share, or how you would find out");
    }
}

fn place(case: &Case<'_>, span: &Span) -> Option<Place> {
    const LABELS: [&str; 4] = ["impact", "effect", "identified", "auswirkung"];
    let is = |meanings: &[Meaning]| case.is_in(span, meanings);
    if is(ASIDE) {
        return None;
    }
    let label = case.label(span).map(str::to_lowercase).unwrap_or_default();
    if label.contains("severity") {
        return None;
    }
    let summed_up = case.incident.facts.summary.as_ref().is_some_and(|summary| !summary.value.is_empty() && case.incident.body.span.start <= span.start);
    let opening = !summed_up && case.is_opening(span) && span.start < case.incident.body.span.start + OPENING;
    Some(if is(&[Meaning::Impact]) || LABELS.iter().any(|known| label.contains(known)) {
        Place::Impact
    } else if is(&[Meaning::Summary]) || opening {
        Place::Summary
    } else if is(&[Meaning::Timeline, Meaning::Updates]) {
        Place::Timeline
    } else if is(&[Meaning::Lessons]) {
        Place::Lessons
    } else {
        Place::Story
    })
}

/// People are counted wherever they are hit, effects where an impact is told.
fn is_told(place: Place, vague: Vague) -> bool {
    match vague {
        Vague::People => true,
        Vague::Outage => place != Place::Timeline,
        Vague::Things | Vague::Hit | Vague::Effect => matches!(place, Place::Impact | Place::Summary),
    }
}

/// Whether the impact or the summary gives a number.
fn is_numbered(case: &Case<'_>) -> bool {
    let incident = case.incident;
    let counted = incident.facts.impact.iter().flat_map(|impact| &impact.affected).any(|group| group.count.is_some());
    let passages = [Meaning::Impact, Meaning::Summary].into_iter().filter_map(|meaning| incident.passage(meaning));
    counted || passages.into_iter().any(|passage| measures(passage.text).amount)
}

/// Whether the sentence has the number: how long it took says nothing of how many.
fn is_measured(spoken: &Spoken<'_>, vague: Vague) -> bool {
    let measures = measures(spoken.sentence);
    measures.amount || (measures.length && matches!(vague, Vague::Effect | Vague::Outage))
}

/// "No users reported issues"
fn is_denied(spoken: &Spoken<'_>) -> bool {
    const DENIALS: &[&str] = &[
        "no", "not", "without", "never", "avoid", "prevent", "keine", "kein", "nicht", "ohne", "if", "wenn", "falls",
    ];
    spoken.follows(3, DENIALS)
}

/// People or things among the next words, which failed or were hit; at the beginning of an impact that is understood.
fn counted(spoken: &Spoken<'_>, place: Place, count: usize) -> Option<Vague> {
    const HITTING: &[&str] = &["affect", "impact", "hit", "disrupt", "prevent", "down", "delay", "lost", "betraf"];
    let people = spoken.named(count, &[PEOPLE]);
    let vague = if people.is_some() { Vague::People } else { spoken.named(count, &[THINGS]).map(|_| Vague::Things)? };
    if words(spoken.before).rev().take(2).any(|word| HITTING.iter().any(|known| word.starts_with(known)) || (people.is_some() && word.starts_with("caus"))) {
        return Some(Vague::People);
    }
    let behind: Vec<String> = words(spoken.after).take(10).collect();
    let after = find(&behind.join(" ")).has(FAILURE)
        || behind.iter().any(|word| SUFFERED.iter().any(|known| word.starts_with(known)) || (people.is_some() && word == "not"));
    let good = behind.iter().any(|word| ["detected", "excellent", "familiar", "recovered", "fixed"].contains(&word.as_str()));
    let first = place == Place::Impact && words(spoken.before).count() < 3;
    ((after && !good) || first).then_some(vague)
}

/// "Some users"
fn quantity(spoken: &Spoken<'_>, place: Place) -> Option<(Vague, Span)> {
    const FIXED: &[&str] = &[
        "too", "how", "so", "as", "of", "by", "not", "the", "these", "those", "only", "our", "zu", "wie", "die", "diese",
    ];
    let vague = counted(spoken, place, 4).filter(|_| !spoken.follows(1, FIXED))?;
    Some((vague, spoken.span.clone()))
}

/// "A small number of users", from the article on; "the majority of".
fn share(spoken: &Spoken<'_>, place: Place) -> Option<(Vague, Span)> {
    const ARTICLES: &[&str] = &["a", "an", "the", "eine", "ein", "einem", "einer", "einen", "die", "der"];
    const TIMES: &[&str] = &["day", "night", "morning", "afternoon", "evening", "week", "time", "yesterday"];
    const SIZES: &[&str] = &[
        "small", "large", "huge", "significant", "substantial", "considerable", "limited", "wide", "big", "good", "great", "growing", "increasing", "unknown", "vast", "whole", "tiny", "very", "fair", "kleiner", "kleinen", "große", "großer", "großen", "ganze", "ganzen", "gewisser",
    ];
    let ago = words(spoken.after).take(3).any(|word| ["ago", "later", "before", "zuvor"].contains(&word.as_str()));
    let long = spoken.named(3, &[TIMES]).map(|_| Vague::Effect);
    let vague = counted(spoken, place, 4).or(long).filter(|_| !ago)?;
    let (at, article) = words(spoken.before).rev().take(3).enumerate().find(|(_, word)| ARTICLES.contains(&word.as_str()))?;
    if words(spoken.before).rev().take(at).any(|word| !SIZES.contains(&word.as_str())) {
        return None;
    }
    let fixed = matches!(article.as_str(), "the" | "die" | "der");
    let most = ["majority", "mehrheit", "großteil"].iter().any(|known| spoken.word.to_lowercase().starts_with(known));
    let mut start = spoken.before.len();
    for _ in 0..=at {
        let head = spoken.before.get(..start)?.trim_end();
        start = head.rfind(char::is_whitespace).map_or(0, |space| space + 1);
    }
    (!fixed || most).then_some((vague, spoken.span.start - (spoken.before.len() - start)..spoken.span.end))
}

/// "Degraded performance", from the adjective to the effect.
fn degree(spoken: &Spoken<'_>, _: Place) -> Option<(Vague, Span)> {
    const KNOWN: &[&str] = &["the", "most", "known", "other", "these", "those", "any", "such", "similar", "future", "as", "how", "too", "so", "of"];
    const FOUND: &[&str] = &["discovered", "discovery", "identified", "found", "opened", "fixed", "solve", "solved", "uncovered"];
    const ARTICLES: &[&str] = &["the", "a", "an", "my", "our", "this", "its", "their"];
    if words(spoken.after).take(2).any(|word| ARTICLES.contains(&word.as_str())) {
        return None;
    }
    let outage = spoken.named(3, &[OUTAGES]);
    let end = outage.or_else(|| spoken.named(2, &[EFFECTS]))?;
    let blank = spoken.after.starts_with([' ', '\n', '\r', '-', '/']);
    let level = spoken.word.eq_ignore_ascii_case("high") && ["avail", "impact", "perform"].iter().any(|known| spoken.after.trim_start().to_lowercase().starts_with(known));
    let found = words(spoken.after).take(5).chain(words(spoken.before).rev().take(3)).any(|word| FOUND.contains(&word.as_str()));
    let supposed = spoken.follows(4, &["can", "could", "would", "kann", "könnte", "würde"]);
    let told = blank && !level && !found && !supposed && !spoken.follows(1, KNOWN);
    told.then_some((if outage.is_some() { Vague::Outage } else { Vague::Effect }, spoken.span.start..end))
}

/// Words that are vague alone; "a few minutes later" is a time.
fn hazy(spoken: &Spoken<'_>, _: Place) -> Option<(Vague, Span)> {
    const LATER: &[&str] = &["later", "ago", "earlier", "before", "später", "zuvor"];
    let cases = spoken.word.to_lowercase().contains("case") && !find(spoken.sentence).has(FAILURE);
    let later = spoken.words_after().iter().take(3).any(|word| LATER.contains(&word.as_str()));
    (!later && !cases).then(|| (Vague::Effect, spoken.span.clone()))
}

/// "May have affected": whether it did is left open.
fn hedged(spoken: &Spoken<'_>, _: Place) -> Option<(Vague, Span)> {
    const HIT: &[&str] = &[
        "affect", "affected", "affecting", "impact", "impacted", "impacting", "experienced", "seen", "noticed", "caused", "causing", "received", "lost", "encountered", "observed", "users", "customers",
        "betroffen", "verloren", "bemerkt", "beeinträchtigt", "nutzer", "kunden",
    ];
    Some((Vague::Effect, spoken.span.start..spoken.named(3, &[HIT])?))
}

/// "Users were affected", "affecting our users": those who were hit, without their number.
fn touched(spoken: &Spoken<'_>, _: Place) -> Option<(Vague, Span)> {
    const BE: &[&str] = &["were", "was", "are", "is", "been", "waren", "war", "sind", "wurden", "wurde"];
    const KNOWN: &[&str] = &["the", "all", "each", "any", "every", "to", "of", "for", "die", "alle"];
    let before = spoken.words_before();
    let passive = before.iter().take(2).any(|word| BE.contains(&word.as_str()));
    let people = |word: &String| PEOPLE.iter().any(|known| word.strip_prefix(known).is_some_and(|ending| ["s", "", "n"].contains(&ending)));
    let subject = passive && before.iter().take(4).any(people);
    // "Affected users" are those already told of.
    let adjective = spoken.word.to_lowercase().ends_with("ed") && spoken.named(1, &[PEOPLE]).is_some();
    let object = !passive && !adjective && spoken.named(3, &[PEOPLE]).is_some();
    let known = before.first().is_none_or(|word| KNOWN.contains(&word.as_str()));
    ((subject || object) && !known).then(|| (Vague::Hit, spoken.span.clone()))
}
