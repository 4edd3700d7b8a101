//! Markdown that needs no parser: lines, paragraphs and lists of words, code and strong words. It is most of what reports say, and takes
//! a fraction of the time; all else is left to the parser, which makes the same of these.

use crate::incident::plain::{Mark, pieces};

/// A line as HTML.
pub(super) fn line(text: &str) -> Option<String> {
    if has_address(text) {
        return None;
    }
    let mut html = String::with_capacity(text.len() + 32);
    push(&mut html, text)?;
    Some(html)
}

/// What is being written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Open {
    Nothing,
    Paragraph,
    List(Kind),
}

/// A list's kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Bullets,
    Numbers,
}

impl Open {
    fn end(self) -> &'static str {
        match self {
            Self::Nothing => "",
            Self::Paragraph => "</p>\n",
            Self::List(Kind::Bullets) => "</ul>\n",
            Self::List(Kind::Numbers) => "</ol>\n",
        }
    }
}

/// Paragraphs and tight lists as HTML.
pub(super) fn block(text: &str) -> Option<String> {
    if has_address(text) {
        return None;
    }
    let mut html = String::with_capacity(text.len() * 5 / 4 + 32);
    let (mut open, mut before) = (Open::Nothing, Open::Nothing);
    for line in text.split('\n') {
        if line.is_empty() {
            html.push_str(open.end());
            if open != Open::Nothing {
                (before, open) = (open, Open::Nothing);
            }
            continue;
        }
        match item(line) {
            Some((kind, number, words)) => {
                match open {
                    Open::List(same) if same == kind => {}
                    // Items behind an empty line, whatever their marks, would be one list with room between them, or another one.
                    Open::Nothing if !matches!(before, Open::List(_)) && matches!(number, None | Some(1)) => {
                        html.push_str(if kind == Kind::Bullets { "<ul>\n" } else { "<ol>\n" });
                        open = Open::List(kind);
                    }
                    _ => return None,
                }
                html.push_str("<li>");
                push(&mut html, words)?;
                html.push_str("</li>\n");
            }
            None => {
                match open {
                    Open::Nothing => html.push_str("<p>"),
                    Open::Paragraph => html.push('\n'),
                    Open::List(_) => return None,
                }
                open = Open::Paragraph;
                push(&mut html, line)?;
            }
        }
    }
    html.push_str(open.end());
    Some(html)
}

/// The kind, the number and the words of a list's item: `- words`, `1. words`.
fn item(line: &str) -> Option<(Kind, Option<u32>, &str)> {
    if let Some(words) = line.strip_prefix("- ") {
        return Some((Kind::Bullets, None, words));
    }
    let (number, words) = line.split_once(". ")?;
    let digits = (1..=9).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_digit());
    digits.then_some((Kind::Numbers, number.parse().ok(), words))
}

/// Addresses among words become links, which is not done here.
fn has_address(text: &str) -> bool {
    text.contains(':') && text.contains("://")
}

/// Adds the pieces of a line.
fn push(html: &mut String, text: &str) -> Option<()> {
    for (mark, piece) in pieces(text)? {
        html.extend(match mark {
            Mark::Words => ["", piece, ""],
            Mark::Code => ["<code>", piece, "</code>"],
            Mark::Strong => ["<strong>", piece, "</strong>"],
        });
    }
    Some(())
}
