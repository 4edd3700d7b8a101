//! What makes a word vague: the words beside it.

use crate::checklist::context::{Spoken, is_noun, words};
use crate::checklist::measure::LENGTHS;
use crate::checklist::phrases::vague::{
    BADLY, CASES, DEGREE, EFFECTS, GRADE, GUESSED, HAZY, HEDGED, OUTAGES, PEOPLE, QUANTITY, SHARE, SPELL, SUFFERED, THINGS,
    TOUCHED, WITNESSED,
};
use crate::checklist::phrases::verdict::FAILURE;
use crate::checklist::phrases::{Phrases, find};
use crate::checklist::vague::Vague;
use crate::checklist::vague::place::Place;
use crate::source::Span;

/// Judges a word of a list: what it says vaguely, and which words say it.
type Judge = fn(&Spoken<'_>, Place) -> Option<(Vague, Span)>;

/// The lists, and what makes a word of each vague.
pub(super) const KINDS: [(Phrases, Judge); 12] = [
    (QUANTITY, quantity),
    (SHARE, share),
    (DEGREE, degree),
    (HAZY, hazy),
    (SPELL, spell),
    (HEDGED, hedged),
    (TOUCHED, touched),
    (BADLY, badly),
    (CASES, cases),
    (GUESSED, guessed),
    (WITNESSED, witnessed),
    (GRADE, grade),
];

/// "No users reported issues", "if some users": it is not said that it happened. A question tells nothing either.
pub(super) fn is_denied(spoken: &Spoken<'_>) -> bool {
    const DENIALS: &[&str] = &[
        "no", "not", "without", "never", "avoid", "prevent", "keine", "kein", "nicht", "ohne", "if", "wenn", "falls",
    ];
    /// "No significant impact" denies as vaguely.
    const WEIGHED: &[&str] = &[
        "significant", "noticeable", "perceivable", "substantial", "considerable", "notable", "major", "nennenswerte",
        "nennenswerten", "spürbare", "spürbaren", "merkliche", "merklichen", "erhebliche", "erheblichen",
    ];
    let weighed = WEIGHED.contains(&spoken.word.to_lowercase().as_str())
        && spoken.follows(1, &["no", "any", "keine", "keinen", "kein", "ohne"]);
    let asks = spoken.sentence.trim_end_matches(|c: char| c.is_whitespace() || c == '*').ends_with('?');
    asks || (!weighed && spoken.follows(3, DENIALS))
}

/// "Some users"
fn quantity(spoken: &Spoken<'_>, place: Place) -> Option<(Vague, Span)> {
    const FIXED: &[&str] = &[
        "too", "how", "so", "as", "of", "by", "not", "the", "these", "those", "only", "our", "zu", "wie", "die",
        "diese",
    ];
    let vague = counted(spoken, place).filter(|_| !spoken.follows(1, FIXED))?;
    let told = vague != Vague::Things || !matches!(place, Place::Timeline | Place::Lessons) || leads(spoken);
    told.then(|| (vague, spoken.span.clone()))
}

/// "16:30 Some jobs hung", "we saw that several jobs hung", but not "deleted several jobs that hung".
fn leads(spoken: &Spoken<'_>) -> bool {
    const TOLD: &[&str] = &["that", "and", "but", "believe", "found", "saw", "see", "noticed", "dass", "und", "aber"];
    let before = words(spoken.before).next_back();
    before.is_none_or(|word| TOLD.contains(&word.as_str()) || word.chars().all(|c| c.is_ascii_digit()))
}

/// People or things among the next words, which failed or were hit; at the beginning of an impact that is understood.
fn counted(spoken: &Spoken<'_>, place: Place) -> Option<Vague> {
    const GOOD: &[&str] = &["detected", "excellent", "familiar", "recovered", "fixed"];
    let noun = if spoken.named(4, &[PEOPLE]).is_some() {
        Some(Vague::People)
    } else {
        spoken.named(4, &[THINGS]).map(|_| Vague::Things)
    };
    let people = noun == Some(Vague::People);
    if noun.is_some() && (is_hit(spoken, people) || (place == Place::Impact && words(spoken.before).count() < 3)) {
        return Some(if is_hit(spoken, people) { Vague::People } else { Vague::Things });
    }
    let behind: Vec<String> = words(spoken.after).take(10).collect();
    let begins = |roots: &[&str]| behind.iter().any(|word| roots.iter().any(|root| word.starts_with(root)));
    let touched = || behind.windows(2).any(|pair| is_be(&pair[0]) && is_touched(&pair[1]))
        || behind.windows(3).any(|three| is_be(&three[0]) && three[1] == "not" && is_touched(&three[2]));
    let Some(noun) = noun else { return touched().then_some(Vague::People) };
    let failed = || spoken.found.has(FAILURE) && find(&behind.join(" ")).has(FAILURE);
    let lacked = || {
        let not = |pair: &[String]| (people || is_be(&pair[0])) && ["not", "nicht"].contains(&pair[1].as_str());
        let contracted = |word: &String| {
            let verb = word.strip_suffix("n't").or_else(|| word.strip_suffix("n’t"));
            verb.is_some_and(|verb| people || is_be(verb))
        };
        behind.windows(2).any(not) || behind.iter().any(contracted)
    };
    let suffered = failed() || begins(SUFFERED) || lacked();
    (suffered && !behind.iter().any(|word| GOOD.contains(&word.as_str()))).then_some(noun)
}

/// "Affecting several jobs", "errors for some users", "reports from many users".
fn is_hit(spoken: &Spoken<'_>, people: bool) -> bool {
    const HITTING: &[&str] = &["affect", "impact", "hit", "disrupt", "prevent", "down", "delay", "lost", "betraf"];
    const HEARD: &[&str] = &["report", "complain", "mail", "email", "ticket", "heard", "meldung", "beschwerde"];
    const LINKS: &[&str] = &["for", "in", "on", "of", "to", "with", "from", "bei", "für", "von", "an", "auf"];
    let before: Vec<String> = words(spoken.before).rev().take(3).collect();
    let begins = |count, roots: &[&str]| before.iter().take(count).any(|word| roots.iter().any(|root| word.starts_with(root)));
    let of = before.first().is_some_and(|word| LINKS.contains(&word.as_str()));
    let effect = of && before.get(1).is_some_and(|word| is_noun(word, EFFECTS) || is_noun(word, OUTAGES));
    let from = before.first().is_some_and(|word| ["from", "by", "von"].contains(&word.as_str()));
    let heard = (from && begins(3, HEARD)) || begins(2, &["caus"]);
    begins(2, HITTING) || (people && heard) || effect
}

fn is_be(word: &str) -> bool {
    ["were", "was", "are", "is", "been", "waren", "war", "sind", "wurden", "wurde"].contains(&word)
}

fn is_touched(word: &str) -> bool {
    ["affected", "impacted", "disrupted", "inconvenienced", "betroffen", "beeinträchtigt"].contains(&word)
}

/// "A small number of users", from the article on; "the majority of".
fn share(spoken: &Spoken<'_>, place: Place) -> Option<(Vague, Span)> {
    const ARTICLES: &[&str] = &["a", "an", "the", "eine", "ein", "einem", "einer", "einen", "die", "der"];
    const TIMES: &[&str] = &["day", "night", "morning", "afternoon", "evening", "week", "time", "yesterday"];
    const SIZES: &[&str] = &[
        "small", "large", "huge", "significant", "substantial", "considerable", "limited", "wide", "big", "good", "great",
        "growing", "increasing", "unknown", "vast", "whole", "tiny", "very", "fair", "surface", "kleiner", "kleinen",
        "kleine", "große", "großer", "großen", "ganze", "ganzen", "gewisser",
    ];
    let ago = words(spoken.after).take(3).any(|word| ["ago", "later", "before", "zuvor"].contains(&word.as_str()));
    let long = spoken.named(3, &[TIMES]).map(|_| Vague::Effect);
    let vague = counted(spoken, place).or(long).filter(|_| !ago)?;
    let mut before = words(spoken.before).rev().take(3).enumerate();
    let (at, article) = before.find(|(_, word)| ARTICLES.contains(&word.as_str()))?;
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

/// "Degraded performance", from the adjective to the effect; "search degraded", where the impact is told.
fn degree(spoken: &Spoken<'_>, place: Place) -> Option<(Vague, Span)> {
    const KNOWN: &[&str] = &[
        "the", "most", "known", "other", "these", "those", "such", "similar", "future", "as", "how", "too", "so",
        "of",
    ];
    const FOUND: &[&str] =
        &["discovered", "discovery", "identified", "found", "opened", "fixed", "solve", "solved", "uncovered"];
    const ARTICLES: &[&str] = &["the", "a", "an", "my", "our", "this", "its", "their"];
    /// What is announced or supposed did not happen.
    const SUPPOSED: &[&str] = &["can", "could", "would", "might", "may", "will", "kann", "könnte", "würde", "wird"];
    const PREDICATES: &[&str] = &[
        "degraded", "reduced", "limited", "slow", "slower", "delayed", "impaired", "worse", "unstable",
        "intermittent", "sporadic", "langsam", "verlangsamt", "verzögert", "eingeschränkt", "instabil", "unzuverlässig",
    ];
    let ends = spoken.after.trim_start_matches('*').starts_with(['.', ',', ';', ')', '!']) || spoken.after.trim().is_empty();
    if ends && place == Place::Impact && PREDICATES.contains(&spoken.word.to_lowercase().as_str()) && spoken.before.contains(' ') {
        return Some((Vague::Effect, spoken.span.clone()));
    }
    let outage = spoken.named(3, &[OUTAGES]);
    let end = outage.or_else(|| spoken.named(2, &[EFFECTS]))?;
    let is = |word: &String, some: &[&str]| some.contains(&word.as_str());
    let behind: Vec<String> = words(spoken.after).take(5).collect();
    let blank = spoken.after.starts_with([' ', '\n', '\r', '-', '/']);
    let level = spoken.word.eq_ignore_ascii_case("high")
        && behind.first().is_some_and(|word| ["avail", "impact", "perform"].iter().any(|known| word.starts_with(known)));
    let found = behind.iter().any(|word| is(word, FOUND)) || spoken.follows(3, FOUND);
    let other = behind.iter().take(2).any(|word| is(word, ARTICLES));
    let told = blank && !level && !found && !other && !spoken.follows(4, SUPPOSED) && !spoken.follows(1, KNOWN);
    told.then_some((if outage.is_some() { Vague::Outage } else { Vague::Effect }, spoken.span.start..end))
}

/// Words that are vague alone; not as a label, and "we were slow to notice" is no effect.
fn hazy(spoken: &Spoken<'_>, _: Place) -> Option<(Vague, Span)> {
    let label = spoken.after.trim_start_matches('*').starts_with(':');
    let slow_to = spoken.word.to_lowercase().ends_with(" slow") && words(spoken.after).next().is_some_and(|word| word == "to");
    (!label && !slow_to && !is_later(spoken)).then(|| (Vague::Effect, spoken.span.clone()))
}

/// "For hours", "for several days", but not "for several users".
fn spell(spoken: &Spoken<'_>, _: Place) -> Option<(Vague, Span)> {
    const OPEN: &[&str] = &["several", "multiple", "many", "few", "of", "einige", "mehrere", "paar"];
    let open = words(&spoken.word).next_back().is_some_and(|word| OPEN.contains(&word.as_str()));
    let long = !open || words(spoken.after).take(2).any(|word| LENGTHS.iter().any(|length| word.starts_with(length)));
    (long && !is_later(spoken)).then(|| (Vague::Effect, spoken.span.clone()))
}

/// "A few minutes later" is a time.
fn is_later(spoken: &Spoken<'_>) -> bool {
    const LATER: &[&str] = &["later", "ago", "earlier", "before", "später", "zuvor"];
    spoken.words_after().iter().take(3).any(|word| LATER.contains(&word.as_str()))
}

/// "May have affected": whether it did is left open.
fn hedged(spoken: &Spoken<'_>, _: Place) -> Option<(Vague, Span)> {
    const HIT: &[&str] = &[
        "affect", "affected", "affecting", "impact", "impacted", "impacting", "experienced", "seen", "noticed", "caused",
        "causing", "received", "lost", "encountered", "observed", "users", "customers", "exposed", "leaked", "accessed",
        "disclosed", "shared", "betroffen", "verloren", "bemerkt", "beeinträchtigt", "nutzer", "kunden",
    ];
    let german = ["möglich", "unter", "event", "womög"].iter().any(|root| spoken.word.to_lowercase().starts_with(root));
    // In German the verb comes last.
    let near = if german { 7 } else { 3 };
    Some((Vague::Effect, spoken.span.start..spoken.named(near, &[HIT])?))
}

/// "It seems nobody used it", where the impact is told.
fn guessed(spoken: &Spoken<'_>, place: Place) -> Option<(Vague, Span)> {
    (place == Place::Impact).then(|| (Vague::Effect, spoken.span.clone()))
}

/// "Scope: limited"
fn grade(spoken: &Spoken<'_>, place: Place) -> Option<(Vague, Span)> {
    const OTHER: &[&str] = &["confidence", "priority", "severity", "status"];
    let label = spoken.before.trim_end_matches(|c: char| c.is_whitespace() || c == '*').ends_with(':');
    let alone = !spoken.after.trim_start().starts_with(char::is_alphabetic)
        || ["unk", "unc", "not", "unb"].iter().any(|none| spoken.word.to_lowercase().starts_with(none));
    (place == Place::Impact && label && alone && !words(spoken.before).any(|word| OTHER.contains(&word.as_str()))).then(|| (Vague::Effect, spoken.span.clone()))
}

/// "Severely degraded"
fn badly(spoken: &Spoken<'_>, _: Place) -> Option<(Vague, Span)> {
    const BAD: &[&str] = &[
        "affect", "impact", "degrad", "reduc", "decreas", "increas", "delay", "slow", "limit", "hamper", "disrupt", "higher",
        "longer", "more", "less", "down", "unavailable", "verlangsam", "verzöger", "eingeschränkt", "beeinträchtigt",
        "reduziert", "erhöht", "gestört", "verringert", "länger", "langsamer", "mehr", "weniger",
    ];
    let near = words(spoken.after).next()?;
    BAD.iter().any(|root| near.starts_with(root)).then(|| (Vague::Effect, spoken.span.clone()))
}

/// "In some cases people did not get the page"
fn cases(spoken: &Spoken<'_>, _: Place) -> Option<(Vague, Span)> {
    let people = spoken.words_after().iter().take(6).any(|word| is_noun(word, PEOPLE));
    let vague = if people { Vague::People } else { Vague::Effect };
    spoken.found.has(FAILURE).then(|| (vague, spoken.span.clone()))
}

/// "Users were affected", "affecting our users": those who were hit, without their number.
fn touched(spoken: &Spoken<'_>, _: Place) -> Option<(Vague, Span)> {
    const KNOWN: &[&str] = &["the", "all", "each", "any", "every", "to", "of", "for", "die", "alle"];
    let before = spoken.words_before();
    let active = spoken.word.to_lowercase().ends_with("ing");
    let passive = !active && before.iter().take(2).any(|word| is_be(word));
    let subject = passive && before.iter().take(4).any(|word| is_noun(word, PEOPLE));
    // "Affected users" are those already told of.
    let adjective = is_touched(&spoken.word.to_lowercase()) && spoken.named(1, &[PEOPLE]).is_some();
    let object = !passive && !adjective && spoken.named(3, &[PEOPLE]).is_some();
    let known = before.first().is_none_or(|word| KNOWN.contains(&word.as_str()));
    ((subject || object) && !known).then(|| (Vague::Hit, spoken.span.clone()))
}

/// "Users reported errors": how many, if they are no known ones.
fn witnessed(spoken: &Spoken<'_>, _: Place) -> Option<(Vague, Span)> {
    const KNOWN: &[&str] = &[
        "the", "all", "each", "any", "every", "no", "those", "these", "to", "affected", "impacted", "die", "alle", "keine", "diese",
        "betroffene", "betroffenen",
    ];
    let before = spoken.words_before();
    let plural = |word: &String| {
        is_noun(word, PEOPLE) && (word.ends_with('s') || ["people", "nutzer", "benutzer", "anwender", "kunden", "leute"].contains(&word.as_str()))
    };
    let at = before.iter().take(2).position(plural)?;
    let known = before.get(at + 1).is_some_and(|word| KNOWN.contains(&word.as_str()));
    (spoken.found.has(FAILURE) && !known).then(|| (Vague::Hit, spoken.span.clone()))
}
