//! How many were hit, without a number.

use crate::checklist::context::{Spoken, is_noun, words};
use crate::checklist::phrases::find;
use crate::checklist::phrases::nouns::{EFFECTS, OUTAGES, PEOPLE, SUFFERED, THINGS};
use crate::checklist::phrases::verdict::FAILURE;
use crate::checklist::vague::Vague;
use crate::checklist::vague::place::Place;
use crate::source::Span;

/// "Some users"
pub(super) fn quantity(spoken: &Spoken<'_>, place: Place) -> Option<(Vague, Span)> {
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
    let Some(noun) = noun else { return is_told_touched(&behind).then_some(Vague::People) };
    let failed = || spoken.found.has(FAILURE) && find(&behind.join(" ")).has(FAILURE);
    let suffered = failed() || begins(SUFFERED) || is_lacking(&behind, people);
    (suffered && !behind.iter().any(|word| GOOD.contains(&word.as_str()))).then_some(noun)
}

/// "… was affected", "… were not affected": whatever stands before it.
fn is_told_touched(behind: &[String]) -> bool {
    let touched = |at: usize| behind.get(at).is_some_and(|word| is_touched(word));
    let not = |at: usize| behind.get(at).is_some_and(|word| word == "not");
    let mut verbs = behind.iter().enumerate().filter(|(_, word)| is_be(word));
    verbs.any(|(at, _)| touched(at + 1) || (not(at + 1) && touched(at + 2)))
}

/// "… were not migrated", "… weren't"; of people any "not" is a lack: "… did not see their orders".
fn is_lacking(behind: &[String], people: bool) -> bool {
    let denies = |at: usize| behind.get(at).is_some_and(|word| ["not", "nicht"].contains(&word.as_str()));
    behind.iter().enumerate().any(|(at, word)| {
        let contracted = word.strip_suffix("n't").or_else(|| word.strip_suffix("n’t"));
        contracted.is_some_and(|verb| people || is_be(verb)) || ((people || is_be(word)) && denies(at + 1))
    })
}

/// "Affecting several jobs", "errors for some users", "reports from many users".
fn is_hit(spoken: &Spoken<'_>, people: bool) -> bool {
    const HITTING: &[&str] = &["affect", "impact", "hit", "disrupt", "prevent", "down", "delay", "lost", "betraf"];
    const HEARD: &[&str] = &["report", "complain", "mail", "email", "ticket", "heard", "meldung", "beschwerde"];
    const LINKS: &[&str] = &["for", "in", "on", "of", "to", "with", "from", "bei", "für", "von", "an", "auf"];
    let before: Vec<String> = words(spoken.before).rev().take(3).collect();
    let begins =
        |count, roots: &[&str]| before.iter().take(count).any(|word| roots.iter().any(|root| word.starts_with(root)));
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

/// Words between "a" and "number of", or in the place of "a".
const SIZES: &[&str] = &[
    "small",
    "large",
    "huge",
    "significant",
    "substantial",
    "considerable",
    "limited",
    "wide",
    "big",
    "good",
    "great",
    "growing",
    "increasing",
    "unknown",
    "vast",
    "whole",
    "tiny",
    "very",
    "fair",
    "surface",
    "kleiner",
    "kleinen",
    "kleine",
    "große",
    "großer",
    "großen",
    "ganze",
    "ganzen",
    "gewisser",
];

/// "A small number of users", from the article on; "the majority of".
pub(super) fn share(spoken: &Spoken<'_>, place: Place) -> Option<(Vague, Span)> {
    const ARTICLES: &[&str] = &["a", "an", "the", "eine", "ein", "einem", "einer", "einen", "die", "der"];
    const TIMES: &[&str] = &["day", "night", "morning", "afternoon", "evening", "week", "time", "yesterday"];
    let ago = words(spoken.after).take(3).any(|word| ["ago", "later", "before", "zuvor"].contains(&word.as_str()));
    let long = spoken.named(3, &[TIMES]).map(|_| Vague::Effect);
    let behind: Vec<String> = words(spoken.after).take(10).collect();
    let hit = is_told_touched(&behind).then_some(Vague::Share);
    let vague = hit.or_else(|| counted(spoken, place)).or(long).filter(|_| !ago)?;
    let before: Vec<String> = words(spoken.before).rev().take(3).collect();
    let sizes = before.iter().take_while(|word| SIZES.contains(&word.as_str())).count();
    let article = before.get(sizes).filter(|word| ARTICLES.contains(&word.as_str()));
    // "Large parts of" needs no article.
    let own = usize::from(article.is_some()) + sizes;
    if own == 0 {
        return None;
    }
    let article = article.map_or("", String::as_str);
    let fixed = matches!(article, "the" | "die" | "der");
    let most = ["majority", "mehrheit", "großteil"].iter().any(|known| spoken.word.to_lowercase().starts_with(known));
    let mut start = spoken.before.len();
    for _ in 0..own {
        let head = spoken.before.get(..start)?.trim_end();
        start = head.rfind(char::is_whitespace).map_or(0, |space| space + 1);
    }
    (!fixed || most).then_some((vague, spoken.span.start - (spoken.before.len() - start)..spoken.span.end))
}

/// "In some cases people did not get the page"
pub(super) fn cases(spoken: &Spoken<'_>, _: Place) -> Option<(Vague, Span)> {
    let people = spoken.words_after().iter().take(6).any(|word| is_noun(word, PEOPLE));
    let vague = if people { Vague::People } else { Vague::Effect };
    spoken.found.has(FAILURE).then(|| (vague, spoken.span.clone()))
}

/// "Users were affected", "affecting our users": those who were hit, without their number.
pub(super) fn touched(spoken: &Spoken<'_>, _: Place) -> Option<(Vague, Span)> {
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
pub(super) fn witnessed(spoken: &Spoken<'_>, _: Place) -> Option<(Vague, Span)> {
    const KNOWN: &[&str] = &[
        "the",
        "all",
        "each",
        "any",
        "every",
        "no",
        "those",
        "these",
        "to",
        "affected",
        "impacted",
        "die",
        "alle",
        "keine",
        "diese",
        "betroffene",
        "betroffenen",
    ];
    let before = spoken.words_before();
    let plural = |word: &String| {
        is_noun(word, PEOPLE)
            && (word.ends_with('s')
                || ["people", "nutzer", "benutzer", "anwender", "kunden", "leute"].contains(&word.as_str()))
    };
    let at = before.iter().take(2).position(plural)?;
    let known = before.get(at + 1).is_some_and(|word| KNOWN.contains(&word.as_str()));
    (spoken.found.has(FAILURE) && !known).then(|| (Vague::Hit, spoken.span.clone()))
}
