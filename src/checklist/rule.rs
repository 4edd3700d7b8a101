//! A rule: static data and one function. Its doc comment is its page, the page's examples are its tests.

use std::borrow::Cow;

use chrono::NaiveDate;

use crate::archive::Archive;
use crate::checklist::finding::{Edit, Fix, Level};
use crate::checklist::item::Item;
use crate::checklist::prose::Prose;
use crate::config::Config;
use crate::incident::problem::ProblemKind;
use crate::incident::{Incident, Passage};
use crate::source::Span;

/// One rule. Its name is its identity everywhere: file, configuration, waiver, page, SARIF.
#[derive(Debug)]
pub struct Rule {
    /// Kebab-case, names the defect, never changes once released.
    pub name: &'static str,
    /// How much a finding counts in a report that is `final`.
    pub level: Level,
    /// The checklist item it belongs to.
    pub item: Option<Item>,
    /// The page as Markdown, a space before each line as the doc comment has it.
    pub(crate) page: &'static str,
    /// Looks at one report.
    pub(crate) check: fn(&Case<'_>, &mut Report),
    /// The folder of its file.
    pub(crate) group: &'static str,
}

impl Rule {
    /// The group: the folder of the rule's file.
    pub fn group(&self) -> &'static str {
        self.group
    }
}

/// The last but one part of a module's path, found while compiling: it is asked for with every rule and every report.
pub(crate) const fn folder(module: &'static str) -> &'static str {
    let bytes = module.as_bytes();
    let mut end = bytes.len();
    while end > 0 && bytes[end - 1] != b':' {
        end -= 1;
    }
    let (head, _) = module.split_at(end.saturating_sub(2));
    let mut start = head.len();
    while start > 0 && bytes[start - 1] != b':' {
        start -= 1;
    }
    head.split_at(start).1
}

impl PartialEq for Rule {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl Eq for Rule {}

/// What a rule may look at.
#[derive(Debug, Clone, Copy)]
pub struct Case<'a> {
    /// The report.
    pub incident: &'a Incident,
    /// Where its own sentences stand.
    pub prose: &'a Prose,
    /// Its index in the archive.
    pub index: usize,
    /// All reports, for references between them.
    pub archive: &'a Archive,
    /// The configuration.
    pub config: &'a Config,
    /// Today, as a parameter: rules know no clock.
    pub today: NaiveDate,
    /// How many findings each waiver of the report set aside, in the order of `Incident::waivers`, `None` where its rule was not asked;
    /// empty while the rules outside the group `waivers` run.
    pub waived: &'a [Option<usize>],
}

impl Case<'_> {
    /// The place of a part of a passage. The text of a folded or quoted value is not the text of the file: there the whole value is the
    /// place, or the same words inside it.
    pub fn place(&self, passage: &Passage<'_>, part: Span) -> Span {
        let words = passage.text.get(part.clone()).unwrap_or("");
        let written = self.incident.source.slice(&passage.span());
        if written.get(part.clone()) == Some(words) {
            return passage.start + part.start..passage.start + part.end;
        }
        match written.find(words).filter(|_| !words.is_empty()) {
            Some(at) => passage.start + at..passage.start + at + words.len(),
            None => passage.span(),
        }
    }
}

/// Collects what a rule finds in one report.
#[derive(Debug, Default)]
pub struct Report {
    pub(crate) found: Vec<Found>,
}

/// A finding before its level is known.
#[derive(Debug, Clone)]
pub struct Found {
    pub(crate) span: Span,
    pub(crate) message: Cow<'static, str>,
    pub(crate) help: Option<Cow<'static, str>>,
    pub(crate) notes: Vec<(Span, String)>,
    pub(crate) fix: Option<Fix>,
}

impl Report {
    /// A finding at a place; the rest is added to what is returned.
    pub fn at(&mut self, span: Span, message: impl Into<Cow<'static, str>>) -> &mut Found {
        self.found.push(Found { span, message: message.into(), help: None, notes: Vec::new(), fix: None });
        let last = self.found.len() - 1;
        &mut self.found[last]
    }

    /// The problems of some kinds, as findings.
    pub fn problems(&mut self, incident: &Incident, kinds: &[ProblemKind]) {
        for problem in incident.problems.iter().filter(|problem| kinds.contains(&problem.kind)) {
            let found = self.at(problem.span.clone(), problem.message.clone());
            found.help = problem.help.clone().map(Cow::Owned);
            if let Some(text) = &problem.replacement {
                found.fix(problem.span.clone(), text.clone());
            }
        }
    }
}

impl Found {
    /// What to do.
    pub fn help(&mut self, help: impl Into<Cow<'static, str>>) -> &mut Self {
        self.help = Some(help.into());
        self
    }

    /// Another place that belongs to it.
    pub fn note(&mut self, span: Span, note: impl Into<String>) -> &mut Self {
        self.notes.push((span, note.into()));
        self
    }

    /// A safe change that mends it; several make one fix.
    pub fn fix(&mut self, span: Span, text: impl Into<String>) -> &mut Self {
        let edit = Edit { span, text: text.into() };
        let fix = self.fix.get_or_insert(Fix { edits: Vec::new() });
        fix.edits.push(edit);
        fix.edits.sort_by_key(|edit| edit.span.start);
        self
    }
}

/// Declares the rule of a file: its page as a doc comment, then name, level and, where it belongs to one, checklist item.
macro_rules! rule {
    ($(#[doc = $doc:expr])+ $name:literal, $level:ident $(, $item:ident)?) => {
        pub(super) static RULE: $crate::checklist::rule::Rule = $crate::checklist::rule::Rule {
            name: $name,
            level: $crate::checklist::finding::Level::$level,
            item: rule!(@item $($item)?),
            page: concat!($($doc, "\n"),+),
            check,
            group: $crate::checklist::rule::folder(module_path!()),
        };
    };
    (@item) => { None };
    (@item $item:ident) => { Some($crate::checklist::item::Item::$item) };
}
pub(crate) use rule;

/// Lists the rules of a group, one line each; the order is that of reports and of the guide.
macro_rules! rules {
    ($($module:ident,)+) => {
        $(mod $module;)+
        /// The rules of this group in their order.
        pub(super) static RULES: &[&$crate::checklist::rule::Rule] = &[$(&$module::RULE),+];
    };
}
pub(crate) use rules;
