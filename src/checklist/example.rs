//! The examples in a rule's page, which are its tests: a failing one raises the rule exactly where its carets stand, a passing one does
//! not, and a fixed one is what the fix makes.
//!
//! An example is a fenced `markdown` block under `## Fails`, `## Passes` or `## Fixed`. A line of carets under a line marks the place,
//! and the words after the carets must stand in the message. Words after `markdown` set it up: `bare` (without the front matter that an
//! example gets when it has none), `unreadable` and `too-large` (as if the disk had said so), `today=2024-05-01`, `path=2024-03-05-shops.md`, `config=KEY=VALUE` (one line of `afterword.toml`,
//! `;` between lines). A line `==> other.md <==` begins another file of the same archive; the first file is the one judged.

use chrono::NaiveDate;

use crate::archive::{self, Archive};
use crate::checklist::finding::Finding;
use crate::checklist::rule::Rule;
use crate::checklist::selection::Selection;
use crate::checklist::{check, page::fenced_blocks};
use crate::config::Config;
use crate::incident::Incident;
use crate::source::{SourceFile, Span, Unreadable};

/// What an example shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shows {
    /// It raises the rule.
    Fails,
    /// It does not.
    Passes,
    /// What the fix makes of the failing example before it.
    Fixed,
}

/// One example of a page.
#[derive(Debug, Clone)]
pub struct Example {
    /// What it shows.
    pub shows: Shows,
    /// The words after `markdown`.
    pub setup: Vec<String>,
    /// The text without the caret lines.
    pub text: String,
    /// The places the carets mark, with the words after them.
    pub carets: Vec<(Span, String)>,
}

/// Front matter for examples that show only a piece of a body.
const FRONT_MATTER: &str = "---\ntitle: Example\nstatus: final\naudience: public\nseverity: sev2\n\
    start: 2024-03-05T10:00:00Z\nend: 2024-03-05T11:00:00Z\n---\n\n";

/// The examples of a rule's page, in order.
pub fn examples(rule: &Rule) -> Vec<Example> {
    let blocks = fenced_blocks(&rule.body());
    blocks.into_iter().filter_map(|block| Example::read(&block.heading, &block.info, &block.text)).collect()
}

impl Example {
    fn read(heading: &str, info: &str, text: &str) -> Option<Self> {
        let shows = match heading {
            "Fails" => Shows::Fails,
            "Passes" => Shows::Passes,
            "Fixed" => Shows::Fixed,
            _ => return None,
        };
        let mut words = info.split_whitespace();
        words.next().filter(|word| *word == "markdown")?;
        let setup: Vec<String> = words.map(str::to_owned).collect();
        let bare = setup.iter().any(|word| word == "bare") || text.starts_with("---\n") || text.starts_with('\u{feff}');
        let front_matter = if bare { "" } else { FRONT_MATTER };
        let (text, carets) = without_carets(&format!("{front_matter}{text}"));
        Some(Self { shows, setup, text, carets })
    }

    /// Runs the example and compares.
    ///
    /// # Errors
    /// What differs, in words.
    pub fn run(&self, rule: &Rule) -> Result<(), String> {
        let places = self.places(rule)?;
        let as_expected = places.len() == self.carets.len()
            && places.iter().zip(&self.carets).all(|(is, should)| is.0 == should.0 && is.1.contains(should.1.as_str()));
        match self.shows {
            Shows::Fails if self.carets.is_empty() => Err("a failing example needs a line of carets".to_owned()),
            Shows::Passes | Shows::Fixed if !self.carets.is_empty() => {
                Err("only failing examples have carets".to_owned())
            }
            _ if as_expected => Ok(()),
            _ => Err(self.difference(&places)),
        }
    }

    /// Where the rule is raised, and with which message: what the carets should mark.
    ///
    /// # Errors
    /// The set-up of the example cannot be read.
    pub fn places(&self, rule: &Rule) -> Result<Vec<(Span, String)>, String> {
        let archive = self.archive()?;
        Ok(self.findings(rule, &archive)?.iter().map(|finding| self.place(finding)).collect())
    }

    /// The text after every fix of this rule was applied once.
    ///
    /// # Errors
    /// The set-up of the example cannot be read.
    pub fn fixed(&self, rule: &Rule) -> Result<String, String> {
        let archive = self.archive()?;
        let found = self.findings(rule, &archive)?;
        let mut text = self.text.clone();
        let mut edits: Vec<_> = found.into_iter().filter_map(|finding| finding.fix).flat_map(|fix| fix.edits).collect();
        edits.sort_by_key(|edit| (edit.span.start, edit.span.end));
        for edit in edits.into_iter().rev() {
            text.replace_range(edit.span, &edit.text);
        }
        Ok(text)
    }

    fn setting(&self, key: &str) -> Option<&str> {
        self.setup.iter().find_map(|word| word.strip_prefix(key)?.strip_prefix('='))
    }

    fn config(&self) -> Result<Config, String> {
        let lines: Vec<String> =
            self.setting("config").into_iter().flat_map(|all| all.split(';')).map(str::to_owned).collect();
        let source = SourceFile::new("afterword.toml", lines.join("\n"));
        Config::parse(&source).map_err(|error| error.to_string())
    }

    fn archive(&self) -> Result<Archive, String> {
        let reading = archive::reading(&self.config()?).map_err(|error| error.to_string())?;
        let mut files: Vec<(String, String)> =
            vec![(self.setting("path").unwrap_or("example.md").to_owned(), String::new())];
        for line in self.text.split_inclusive('\n') {
            let name = line.trim().strip_prefix("==> ").and_then(|rest| rest.strip_suffix(" <=="));
            match (name, files.last_mut()) {
                (Some(name), _) => files.push((name.to_owned(), String::new())),
                (None, Some((_, text))) => text.push_str(line),
                (None, None) => {}
            }
        }
        let trouble = self.setup.iter().find_map(|word| match word.as_str() {
            "unreadable" => Some(Unreadable::NotUtf8 { shown: self.text.find('\u{fffd}').unwrap_or(0) }),
            "too-large" => Some(Unreadable::TooLarge { bytes: 3_000_000, limit: 2_000_000 }),
            _ => None,
        });
        let incidents = files.into_iter().map(|(path, text)| {
            let mut source = SourceFile::new(path, text);
            source.unreadable.clone_from(&trouble);
            Incident::read(source, &reading)
        });
        Ok(Archive::new(incidents.collect()))
    }

    fn findings(&self, rule: &Rule, archive: &Archive) -> Result<Vec<Finding>, String> {
        let config = self.config()?;
        let today: NaiveDate =
            self.setting("today").unwrap_or("2024-06-01").parse().map_err(|error| format!("today: {error}"))?;
        let findings = check(archive, &config, &Selection::default(), today);
        let path = self.setting("path").unwrap_or("example.md");
        let index = archive.incidents.iter().position(|incident| incident.source.path == path).unwrap_or(0);
        Ok(findings.of(index).iter().filter(|finding| finding.rule == rule).cloned().collect())
    }

    /// A finding's place as carets can mark it: its first line.
    fn place(&self, finding: &Finding) -> (Span, String) {
        let first = self.text.get(finding.span.clone()).unwrap_or("").lines().next().unwrap_or("");
        (finding.span.start..finding.span.start + first.len().max(1), finding.message.clone().into_owned())
    }

    fn difference(&self, places: &[(Span, String)]) -> String {
        let show = |places: &[(Span, String)]| {
            let rows = places.iter().map(|(span, message)| {
                let slice = self.text.get(span.clone()).unwrap_or("(end)");
                format!("    {span:?} {slice:?}: {message}")
            });
            rows.collect::<Vec<_>>().join("\n")
        };
        format!(
            "{:?} example\n{}\n  expected\n{}\n  found\n{}",
            self.shows,
            self.text,
            show(&self.carets),
            show(places)
        )
    }
}

/// Takes the caret lines out; a caret line's columns count characters of the line above it.
fn without_carets(text: &str) -> (String, Vec<(Span, String)>) {
    let mut kept = String::new();
    let mut carets = Vec::new();
    let mut line_start = 0;
    for line in text.split_inclusive('\n') {
        let marks = line.trim_start();
        if marks.starts_with('^') {
            let column = line.chars().take_while(|c| *c == ' ').count();
            let width = marks.chars().take_while(|c| *c == '^').count();
            let above = kept.get(line_start..).unwrap_or("");
            let bytes =
                |chars: usize| above.trim_end_matches('\n').chars().take(chars).map(char::len_utf8).sum::<usize>();
            let span =
                line_start + bytes(column)..(line_start + bytes(column + width)).max(line_start + bytes(column) + 1);
            carets.push((span, marks.trim_start_matches('^').trim().to_owned()));
        } else {
            line_start = kept.len();
            kept.push_str(line);
        }
    }
    carets.sort_by_key(|(span, _)| (span.start, span.end));
    (kept, carets)
}
