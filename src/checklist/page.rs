//! A rule as a Markdown page: the guide, `afterword explain`, SARIF help, the editor's hover and the site's checklist.

use crate::checklist::rule::Rule;

impl Rule {
    /// The page without a title and without the space that a doc comment leaves before each line.
    pub fn body(&self) -> String {
        let spaced = self.page.lines().all(|line| line.is_empty() || line.starts_with(' '));
        let strip = |line: &'static str| if spaced { line.strip_prefix(' ').unwrap_or(line) } else { line };
        let lines: Vec<&str> = self.page.lines().map(strip).collect();
        format!("{}\n", lines.join("\n").trim())
    }

    /// The first sentence of the page: what the rule holds reports to.
    pub fn promise(&self) -> String {
        let body = self.body();
        body.split("\n\n").next().unwrap_or("").replace('\n', " ").trim().to_owned()
    }

    /// The whole page: title, group, level, item, the text, and how to set the rule aside.
    pub fn markdown(&self) -> String {
        let item = self.item.map_or_else(String::new, |item| format!(" · checklist item `{item}`"));
        format!(
            "# {name}\n\nGroup `{group}` · {level}{item}\n\n{body}\n## Setting it aside\n\n\
             In the front matter, with a reason and perhaps a last day:\n\n\
             ```yaml\nwaive:\n  {name}: {{reason: why it does not hold here, until: 2030-01-01}}\n```\n\n\
             Or for the next block of the body:\n\n\
             ```markdown\n<!-- afterword: waive {name} because it does not hold here -->\n```\n",
            name = self.name,
            group = self.group(),
            level = self.level,
            body = self.body(),
        )
    }
}

/// A fenced block of a page, with the heading it stands under.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct FencedBlock {
    /// The text of the last `##` heading before it.
    pub(super) heading: String,
    /// The words after the opening fence.
    pub(super) info: String,
    /// What stands between the fences.
    pub(super) text: String,
}

/// The fenced blocks of a page. A fence of more backticks may hold one of fewer.
pub(super) fn fenced_blocks(page: &str) -> Vec<FencedBlock> {
    let mut blocks = Vec::new();
    let mut heading = String::new();
    let mut open: Option<(usize, FencedBlock)> = None;
    for line in page.lines() {
        let ticks = line.chars().take_while(|c| *c == '`').count();
        let rest = line.trim_start_matches('`');
        match &mut open {
            None if ticks >= 3 => {
                let block = FencedBlock { heading: heading.clone(), info: rest.trim().to_owned(), text: String::new() };
                open = Some((ticks, block));
            }
            None => {
                if let Some(title) = line.strip_prefix("## ") {
                    title.trim().clone_into(&mut heading);
                }
            }
            Some((opened, block)) => {
                if ticks >= *opened && rest.trim().is_empty() {
                    blocks.extend(open.take().map(|(_, block)| block));
                } else {
                    block.text.push_str(line);
                    block.text.push('\n');
                }
            }
        }
    }
    blocks
}
