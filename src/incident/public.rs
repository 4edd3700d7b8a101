//! A report as everyone may read it: what is internal is blanked in its text before it is read, so that nothing made of it (a page, a
//! score, a quote, a figure) can know of it.

use std::collections::BTreeSet;

use crate::incident::body::{comments_in, is_within};
use crate::incident::facts::Facts;
use crate::incident::problem::{Problem, ProblemKind};
use crate::incident::{Incident, Reading};
use crate::source::{SourceFile, Span};

/// The words of a fence in bytes, and of what was meant as one; anything longer is a comment.
const LONGEST_FENCE: usize = 80;

impl Incident {
    /// The report without anything internal: fenced passages, wherever they stand, comments, entries marked `internal`, the mapping of
    /// that name. Lines and columns stay.
    #[must_use]
    pub fn as_everyone_may_read_it(&self, reading: &Reading) -> Self {
        let mut fenced = fences(&self.source.text);
        // Pages show no comment, but data beside them has passages as they were written.
        let comments = self.body_comments().into_iter();
        let comments: Vec<Span> = comments.filter(|comment| !is_within(&fenced, comment)).collect();
        fenced.extend(comments);
        fenced.sort_by_key(|passage| passage.start);
        let mut public = if fenced.is_empty() {
            self.clone()
        } else {
            Self::read(SourceFile::new(self.source.path.clone(), blanked(&self.source.text, &fenced)), reading)
        };
        // The name stays: a fence in a heading must not move the page.
        public.id.clone_from(&self.id);
        let facts = &mut public.facts;
        facts.internal = None;
        facts.services.retain(|entry| !entry.internal);
        facts.timeline.retain(|entry| !entry.internal);
        facts.updates.retain(|entry| !entry.internal);
        facts.action_items.retain(|entry| !entry.internal);
        facts.promises.retain(|entry| !entry.internal);
        facts.corrections.retain(|entry| !entry.internal);
        facts.custom.retain(|(key, _)| reading.custom_keys.get(&key.value).is_some_and(|key| key.settings.public));
        if let Some(impact) = &mut facts.impact {
            impact.affected.retain(|group| !group.internal);
        }
        public
    }

    /// What stays of a report that was withdrawn: its name, and what was said about that. Its facts are no longer held to be true, so
    /// nothing is counted, listed by service or drawn from it.
    #[must_use]
    pub fn as_withdrawn(&self) -> Self {
        let facts = Facts {
            title: self.title().cloned(),
            id: self.facts.id.clone(),
            kind: self.facts.kind.clone(),
            status: self.facts.status.clone(),
            audience: self.facts.audience.clone(),
            lang: self.facts.lang.clone(),
            related: self.facts.related.clone(),
            repeat_of: self.facts.repeat_of.clone(),
            published: self.facts.published.clone(),
            corrections: self.facts.corrections.clone(),
            ..Facts::default()
        };
        Self { source: SourceFile::new(self.source.path.clone(), ""), id: self.id.clone(), facts, ..Self::default() }
    }
}

/// Everything between `<!-- internal -->` and `<!-- /internal -->`, comments included, wherever they stand: in code and in front matter
/// they are no comments to Markdown, and yet whoever wrote them meant it. One left open runs to the end.
pub(super) fn fences(text: &str) -> Vec<Span> {
    let mut passages = Vec::new();
    let mut open: Option<usize> = None;
    for (span, words) in comments(text) {
        match (words.as_str(), open) {
            ("internal", None) => open = Some(span.start),
            ("/internal", Some(start)) => {
                passages.push(start..span.end);
                open = None;
            }
            _ => {}
        }
    }
    passages.extend(open.map(|start| start..text.len()));
    passages
}

/// What looks like a fence and is none, and fences where Markdown sees no comment: each is a mistake that would publish a passage.
pub(super) fn suspicious(source: &SourceFile, known: &[Span], problems: &mut Vec<Problem>) {
    // Those that Markdown sees have their problems already.
    let already: BTreeSet<usize> = problems
        .iter()
        .filter(|problem| problem.kind == ProblemKind::UnbalancedFence)
        .map(|problem| problem.span.start)
        .collect();
    for (span, lower) in comments(&source.text) {
        let exact = lower == "internal" || lower == "/internal";
        let bare = lower
            .trim_start_matches(['/', '-'])
            .trim_start_matches("begin ")
            .trim_start_matches("end ")
            .trim_start_matches("start ");
        let almost = !exact
            && !lower.starts_with("afterword:")
            && bare.starts_with("internal")
            && lower.split_whitespace().count() <= 4;
        let inside = is_within(known, &span);
        if almost {
            problems.push(
                Problem::new(
                    ProblemKind::UnbalancedFence,
                    span,
                    "this looks like the fence of an internal passage, and is none",
                )
                .help("write `<!-- internal -->` where it begins and `<!-- /internal -->` where it ends"),
            );
        } else if exact && !inside && !already.contains(&span.start) {
            problems.push(
                Problem::new(ProblemKind::UnbalancedFence, span, "this fence stands in code or in the front matter, where it is no comment")
                    .help("put the fences around the whole block; in the front matter use `internal: true` or the mapping `internal`"),
            );
        }
    }
}

/// What may be a fence, in code and front matter too, with its words in lower case.
fn comments(text: &str) -> impl Iterator<Item = (Span, String)> {
    // `<!-- internal -->` between backticks is a mention.
    let mention = |span: &Span| {
        let before = text.get(..span.start).is_some_and(|before| before.ends_with('`'));
        before && text.get(span.end..).is_some_and(|behind| behind.starts_with('`'))
    };
    let short = comments_in(text).filter(|(_, words)| words.len() <= LONGEST_FENCE);
    short.filter(move |(span, _)| !mention(span)).map(|(span, words)| (span, words.to_ascii_lowercase()))
}

/// Spaces for everything but line ends: what follows stays at its line and column.
fn blanked(text: &str, passages: &[Span]) -> String {
    let mut made = String::with_capacity(text.len());
    let mut at = 0;
    for passage in passages {
        made.push_str(text.get(at..passage.start).unwrap_or(""));
        let inside = text.get(passage.clone()).unwrap_or("");
        made.extend(inside.chars().map(|c| if matches!(c, '\n' | '\r') { c } else { ' ' }));
        at = passage.end;
    }
    made.push_str(text.get(at..).unwrap_or(""));
    made
}
