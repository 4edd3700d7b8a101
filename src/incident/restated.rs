//! What the body tells once more of what the front matter tells already.

use crate::incident::body::Body;
use crate::incident::facts::{Facts, Lessons};
use crate::incident::instant::Instant;
use crate::source::Span;

/// Enough of the body's telling to compare it with the front matter's, which is the one that counts: a whole second timeline and a second
/// list of action items would take as much memory as the first, for nothing.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Restated {
    /// The first and the last time of the body's timeline.
    pub timeline: Vec<Instant>,
    /// How many action items the body lists.
    pub action_items: usize,
    /// Where the first of them stands.
    pub first_action_item: Option<Span>,
}

impl Restated {
    /// Takes out of the body what the front matter tells too. What is told to everyone only by the body stays there.
    pub(super) fn take(facts: &Facts, body: &mut Body) -> Self {
        let mut restated = Self::default();
        if facts.timeline.iter().any(|row| !row.internal) {
            let rows = std::mem::take(&mut body.timeline);
            let mut timed = rows.into_iter().filter_map(|row| row.at);
            if let Some(first) = timed.next() {
                let last = timed.next_back().unwrap_or_else(|| first.clone());
                restated.timeline = vec![first, last];
            }
        }
        if facts.action_items.iter().any(|item| !item.internal) {
            let items = std::mem::take(&mut body.action_items);
            restated.action_items = items.len();
            restated.first_action_item = items.first().map(|item| item.span.clone());
        }
        if !facts.five_whys.is_empty() {
            body.five_whys = Vec::new();
        }
        if !facts.lessons.is_empty() {
            body.lessons = Lessons::default();
        }
        restated
    }
}

#[cfg(test)]
mod tests {
    use crate::incident::{Incident, Reading};
    use crate::source::SourceFile;

    #[test]
    fn what_only_the_body_tells_stays_there() {
        let body = "\n## Timeline (UTC)\n\n- 10:00 a\n- 11:00 b\n- 12:00 c\n\n## Action items\n\n- [ ] x\n- [ ] y\n";
        let read = |keys: &str| {
            let text = format!("---\ntitle: t\nstart: 2024-03-05 10:00 UTC\n{keys}---\n{body}");
            Incident::read(SourceFile::new("a.md", text), &Reading::default())
        };
        let plain = read("");
        assert_eq!((plain.timeline().len(), plain.action_items().len()), (3, 2));
        let internal = read("timeline:\n  - {at: 10:00, event: z, internal: true}\n");
        assert_eq!((internal.body.timeline.len(), internal.restated.timeline.len()), (3, 0));
        let twice = read("timeline:\n  - {at: 10:00, event: z}\naction_items: [w]\n");
        assert_eq!((twice.timeline().len(), twice.action_items().len()), (1, 1));
        let times: Vec<String> = twice.restated.timeline.iter().map(|at| at.at.format("%H:%M").to_string()).collect();
        assert_eq!((times, twice.restated.action_items), (vec!["10:00".to_owned(), "12:00".to_owned()], 2));
        assert!(twice.body.timeline.is_empty() && twice.body.action_items.is_empty());
    }
}
