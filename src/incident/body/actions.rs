//! The action item sections: entries from checkboxes, bullets, numbers and tables, with owner, due date, ticket and state.

use crate::incident::action_item::{ActionItem, ActionKind, ActionStatus, Due};
use crate::incident::body::Page;
use crate::incident::body::blocks::{Block, Kind, columns};
use crate::incident::body::said::{Said, day};
use crate::incident::body::text::{label, plain};
use crate::incident::headings::{Meaning, action_kind, is_group};
use crate::incident::instant::TimeContext;
use crate::source::Spanned;

/// The entries of every action item section.
pub(super) fn read(page: &Page<'_>, times: &TimeContext) -> Vec<ActionItem> {
    let mut items = Items { page, times, found: Vec::new() };
    let mut called_so = false;
    for section in page.sections_of(Meaning::ActionItems) {
        let blocks = page.entries_in(section, Meaning::ActionItems);
        let before = items.found.len();
        let heading = section.heading.value.to_lowercase();
        let vague = VAGUE.iter().any(|word| heading.contains(word));
        if vague && called_so {
            continue;
        }
        items.section(&blocks, action_kind(&section.heading.value));
        if items.found.len() == before {
            // Told in sentences: each paragraph is one.
            let said = blocks
                .iter()
                .filter(|block| block.kind == Kind::Paragraph && !says_nothing(page.source.slice(&block.text)));
            said.for_each(|block| items.item(block, None));
        }
        if CALLED_SO.iter().any(|word| heading.contains(word)) && items.found.len() > before {
            // The list that calls itself so is the list; what "Prevention" says beside it comes to the same.
            called_so = true;
        }
    }
    items.found.shrink_to_fit();
    items.found
}

struct Items<'a> {
    page: &'a Page<'a>,
    times: &'a TimeContext,
    found: Vec<ActionItem>,
}

impl Items<'_> {
    fn section(&mut self, blocks: &[&Block], mut kind: Option<ActionKind>) {
        for (index, block) in blocks.iter().enumerate() {
            match block.kind {
                Kind::Heading(_) => {
                    kind = action_kind(&block.plain);
                    let under = blocks.iter().skip(index + 1).take_while(|next| !matches!(next.kind, Kind::Heading(_)));
                    let listed = under.filter(|next| matches!(next.kind, Kind::List | Kind::Table)).count() > 0;
                    if !listed && !is_group(&block.plain) {
                        self.item(block, None);
                    }
                }
                Kind::List if index > 0 && self.is_legend(block) => {}
                Kind::List => self.list(block, kind),
                Kind::Table => self.table(block, kind),
                _ => {}
            }
        }
    }

    /// "**Prevent:** keeps it from happening again": what the words in a table's column mean.
    fn is_legend(&self, list: &Block) -> bool {
        let named = |item: &Block| {
            let text = self.page.source.slice(&item.text);
            label(text).is_some_and(|found| action_kind(found.name).is_some() && text.len() > found.end)
        };
        list.children.len() > 1 && !self.found.is_empty() && list.children.iter().all(named)
    }

    fn list(&mut self, list: &Block, kind: Option<ActionKind>) {
        let alone = list.children.len() == 1;
        for item in &list.children {
            let text = self.page.source.slice(&item.text);
            let nested = item.children.iter().find(|block| block.kind == Kind::List);
            let intro = alone.then(|| text.trim().strip_suffix(':')).flatten();
            match (group(text).or(intro), nested) {
                (Some(group), Some(nested)) => self.list(nested, action_kind(group).or(kind)),
                _ if says_nothing(text) && item.children.is_empty() => {}
                _ => self.item(item, kind),
            }
        }
    }

    fn item(&mut self, item: &Block, kind: Option<ActionKind>) {
        let source = self.page.source;
        let span = source.trim(&item.text);
        let text = source.slice(&span);
        let (kept, said) = Said::read(text, self.times);
        let value = kept.trim().trim_end_matches(['—', '–', '-', ',']).trim_end().to_owned();
        let at = |value: String| Spanned::new(value, span.clone());
        let mut found = ActionItem::of(at(value), source.trim(&item.span));
        let ticked = match item.kind {
            Kind::Item(Some(done)) => Some(if done { ActionStatus::Done } else { ActionStatus::Open }),
            _ => None,
        };
        found.status = state(text).or(ticked).map(|status| Spanned::new(status, span.clone()));
        found.kind = kind.map(|kind| Spanned::new(kind, span.clone()));
        found.owner = said.owner.map(at);
        found.due = said.due.map(|(date, words)| Due { date, text: Spanned::new(words, span.clone()) });
        found.ticket = said.ticket.map(|ticket| Spanned::new(ticket, span.clone()));
        found.internal = self.page.is_internal(&item.span);
        self.found.push(found);
    }

    fn table(&mut self, table: &Block, kind: Option<ActionKind>) {
        let source = self.page.source;
        let (titles, rows) = columns(source, table);
        let column = |words: &[&str]| titles.iter().position(|title| words.iter().any(|word| title.contains(word)));
        let (owner, due) = (column(OWNER_COLUMNS), column(DUE_COLUMNS));
        let (status, ticket, purpose) = (column(STATUS_COLUMNS), column(TICKET_COLUMNS), column(KIND_COLUMNS));
        let taken = [owner, due, status, ticket, purpose];
        let action = column(ACTION_COLUMNS).filter(|column| !taken.contains(&Some(*column)));
        // "#" and "P0" columns come before the words: the longest free column holds the action.
        let widest = || {
            let width = |column: usize| {
                rows.iter().filter_map(|row| row.children.get(column)).map(|cell| cell.text.len()).sum::<usize>()
            };
            (0..titles.len()).filter(|column| !taken.contains(&Some(*column))).max_by_key(|column| width(*column))
        };
        let Some(action) = action.or_else(widest) else { return };
        for row in rows {
            let cell = |column: Option<usize>| {
                let span = source.trim(&row.children.get(column?)?.text);
                let words = plain(source.slice(&span));
                (!words.is_empty() && !matches!(words.as_str(), "-" | "–" | "—")).then(|| Spanned::new(words, span))
            };
            let Some(words) = cell(Some(action)).filter(|words| !says_nothing(&words.value)) else { continue };
            let text = Spanned::new(source.slice(&words.span).to_owned(), words.span);
            let mut found = ActionItem::of(text, source.trim(&row.span));
            found.owner = cell(owner);
            found.due = cell(due).map(|words| Due { date: day(&words.value, self.times), text: words });
            found.ticket = cell(ticket);
            let said = cell(status);
            let status = said.as_ref().and_then(|said| state(&said.value).or(Some(ActionStatus::Open)));
            found.status =
                status.or_else(|| state(&found.action.value)).map(|status| Spanned::new(status, row.span.clone()));
            let purpose = cell(purpose).and_then(|words| Some(Spanned::new(action_kind(&words.value)?, words.span)));
            found.kind = purpose.or_else(|| kind.map(|kind| Spanned::new(kind, row.span.clone())));
            found.internal = self.page.is_internal(&row.span);
            self.found.push(found);
        }
    }
}

/// Headings of the list of action items itself.
const CALLED_SO: &[&str] = &["action item", "maßnahmen", "アクションアイテム", "行动项"];
/// Headings that tell of the future in general.
const VAGUE: &[&str] =
    &["prevent", "moving forward", "looking forward", "going forward", "happen again", "vorbeug", "預防", "预防"];

const ACTION_COLUMNS: &[&str] =
    &["action", "task", "item", "what", "maßnahme", "aufgabe", "was", "対策", "アクション", "内容", "措施", "行动"];
const OWNER_COLUMNS: &[&str] = &["owner", "assignee", "who", "responsible", "verantwortlich", "wer", "担当", "负责"];
const DUE_COLUMNS: &[&str] = &["due", "deadline", "when", "target", "eta", "bis", "frist", "期限", "截止"];
const STATUS_COLUMNS: &[&str] = &["status", "state", "done", "stand", "ステータス", "状態", "状态"];
const TICKET_COLUMNS: &[&str] = &["ticket", "issue", "link", "tracking", "bug", "jira", "チケット"];
const KIND_COLUMNS: &[&str] = &["type", "kind", "category", "art", "種別", "类型", "分類"];

/// "Short term:", "**Prevention**": words that name the entries nested under them.
fn group(text: &str) -> Option<&str> {
    if let Some(found) = label(text)
        && text.get(found.end..).is_some_and(|rest| rest.trim().is_empty())
    {
        return Some(found.name);
    }
    let text = text.trim();
    text.strip_suffix(':').filter(|name| is_group(name))
}

fn says_nothing(text: &str) -> bool {
    let words = plain(text).to_lowercase();
    let words = words.trim_matches(|c: char| !c.is_alphanumeric());
    // "… another item": a row of the template that nobody filled in.
    text.trim_start().starts_with(['…'])
        || text.trim_start().starts_with("...")
        || matches!(words, "" | "none" | "n/a" | "na" | "tbd" | "todo" | "keine" | "なし" | "无")
}

/// What a cell says of an entry's state, where its column is for that.
pub(super) fn state_in_column(title: &str, words: &str) -> Option<ActionStatus> {
    let title = title.to_lowercase();
    let open = || matches!(words.to_lowercase().trim(), "open" | "todo" | "offen").then_some(ActionStatus::Open);
    STATUS_COLUMNS.iter().any(|word| title.contains(word)).then(|| state(words).or_else(open)).flatten()
}

/// Whether a text says by its marks or words that it is done or declined.
fn state(text: &str) -> Option<ActionStatus> {
    let trimmed = text.trim();
    let lower = trimmed.to_lowercase();
    let bare = lower.trim_matches(|c: char| !c.is_alphanumeric());
    // Words can be set apart behind few places only.
    let opened: Vec<(&str, &str)> = lower
        .match_indices(['[', '(', '*'])
        .filter_map(|(at, mark)| Some((lower.get(..at + mark.len())?, lower.get(at + mark.len()..)?)))
        .collect();
    let is_set_apart = |(before, behind): &(&str, &str), word: &str| {
        behind.strip_prefix(word).is_some_and(|after| {
            (before.ends_with('[') && after.starts_with(']'))
                || (before.ends_with('(') && after.starts_with(')'))
                || (before.ends_with("**") && (after.starts_with("**") || after.starts_with(":**")))
        })
    };
    let marked = |words: &[&str]| {
        words.iter().any(|word| bare == *word || opened.iter().any(|opened| is_set_apart(opened, word)))
    };
    let struck = trimmed.starts_with("~~") && trimmed.ends_with("~~") && trimmed.len() > 4;
    if marked(&["declined", "won't do", "wontfix", "rejected", "abgelehnt"]) {
        return Some(ActionStatus::Declined);
    }
    let ticked = !trimmed.is_ascii() && ["✅", "☑", "✔", "完了", "已完成"].iter().any(|mark| lower.contains(mark));
    let done = [
        "done",
        "complete",
        "completed",
        "closed",
        "fixed",
        "erledigt",
        "resolved",
        "implemented",
        "merged",
        "shipped",
    ];
    (struck || ticked || marked(&done)).then_some(ActionStatus::Done)
}
