use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, MatchKind};

use crate::checklist::rule::{Case, Report, rule};

rule! {
    /// Nothing that was to be filled in is left.
    ///
    /// `TODO`, `TBD` and the prompts of a template are notes to oneself. On a published page they say that nobody read it before it went out.
    ///
    /// ## Fails
    ///
    /// ```markdown
    ///
    /// ## Impact
    ///
    /// TODO: ask support how many wrote in
    /// ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ `TODO` is still to be filled in
    /// ```
    ///
    /// ```markdown
    /// ---
    /// title: Shops slow
    /// summary: TBD
    ///          ^^^ `TBD` is still to be filled in
    /// ---
    /// ```
    ///
    /// ```markdown
    ///
    /// ## Impact
    ///
    /// [insert number] customers were affected. Lorem ipsum.
    /// ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ `insert` is still to be filled in
    /// ```
    ///
    /// ## Passes
    ///
    /// ```markdown
    ///
    /// ## Impact
    ///
    /// The list named `TODO` was empty for all 12 users of our todo app.
    /// ```
    "placeholder", Error
}

/// Written like this they are notes to oneself; "todo" in lower case is a word.
static MARKS: LazyLock<Option<AhoCorasick>> = LazyLock::new(|| {
    // Leftmost matches are looked for with vector instructions first.
    AhoCorasick::builder().match_kind(MatchKind::LeftmostFirst).build([
        "TODO", "TBD", "FIXME", "XXX", "TBC", "[insert", "[Insert", "Lorem ipsum", "lorem ipsum", "[your ", "[Your ", "YYYY-MM-DD", "HH:MM",
        "<insert", "<describe", "<your", "<Insert", "<Describe", "<name", "<time", "<date",
    ])
    .ok()
});

fn check(case: &Case<'_>, report: &mut Report) {
    let Some(marks) = &*MARKS else { return };
    let source = &case.incident.source;
    // Nearly all reports have none; one look at the whole tells.
    if !marks.is_match(&source.text) {
        return;
    }
    let front_matter = case.incident.front_matter.iter();
    for span in front_matter.chain(&case.prose.without_code) {
        let text = source.slice(span);
        let mut last_line = None;
        for hit in marks.find_iter(text) {
            let word = text.get(hit.range()).unwrap_or("");
            let whole = word.starts_with(['[', '<']) || stands_alone(text, hit.start(), hit.end());
            let start = span.start + hit.start();
            let own_line = source.line_column(start).line;
            // One finding a line: "TODO: ask TBD" is one gap.
            if whole && last_line != Some(own_line) {
                last_line = Some(own_line);
                let line = text.get(hit.start()..).unwrap_or("").lines().next().unwrap_or("").trim_end();
                let end = start + line.strip_suffix("-->").map_or(line.len(), |line| line.trim_end().len());
                report.at(start..end, format!("`{}` is still to be filled in", word.trim_start_matches(['[', '<']).trim()))
                    .help("write it, or take it out");
            }
        }
    }
}

fn stands_alone(text: &str, start: usize, end: usize) -> bool {
    let word = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || matches!(c, '_' | '/' | '#' | '%'));
    !word(text.get(..start).and_then(|before| before.chars().next_back())) && !word(text.get(end..).and_then(|after| after.chars().next()))
}
