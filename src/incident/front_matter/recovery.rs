//! Front matter that is not YAML as a whole: its top-level keys are read one by one, so that one slip hides nothing else.

use crate::incident::front_matter::Problems;
use crate::incident::problem::{Problem, ProblemKind};
use crate::incident::yaml::{self, Key, Node, Yaml, YamlError};

/// The entries that can be read, each broken one as a problem. `whole` is what is wrong with the block as a whole; it is reported only
/// where no part is wrong alone.
pub(super) fn read(text: &str, offset: usize, whole: YamlError, problems: &mut Problems) -> Vec<(Key, Node)> {
    let mut entries = Vec::new();
    let before = problems.len();
    for (at, chunk) in chunks(text) {
        match yaml::read(chunk, offset + at) {
            Ok(Node { value: Yaml::Map(map), .. }) => entries.extend(map),
            Ok(_) => {}
            Err(error) => {
                // The key is there, so no rule shall say that it is missing.
                entries.extend(key_of(chunk, offset + at));
                problems.push(broken(error));
            }
        }
    }
    if problems.len() == before {
        problems.push(broken(whole));
    }
    entries
}

fn key_of(chunk: &str, offset: usize) -> Option<(Key, Node)> {
    let (name, _) = chunk.split_once(':').filter(|_| begins_key(chunk))?;
    let span = offset..offset + name.len();
    let nothing = Node { value: Yaml::Null, span: span.end..span.end };
    Some((Key { name: name.trim_matches(['"', '\'']).to_owned(), span }, nothing))
}

fn broken(error: YamlError) -> Problem {
    let problem = Problem::new(ProblemKind::BrokenYaml, error.span, error.message);
    match error.help {
        Some(help) => problem.help(help),
        None => problem,
    }
}

/// The block cut before each line that begins a top-level key; text before the first key is a chunk of its own.
fn chunks(text: &str) -> Vec<(usize, &str)> {
    let mut starts = vec![0];
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        if at > 0 && begins_key(line) {
            starts.push(at);
        }
        at += line.len();
    }
    let ends = starts.iter().skip(1).copied().chain(std::iter::once(text.len()));
    let cut = starts.iter().zip(ends).filter_map(|(start, end)| Some((*start, text.get(*start..end)?)));
    cut.filter(|(_, chunk)| !chunk.trim().is_empty()).collect()
}

/// `severity: sev1`, at the beginning of a line.
fn begins_key(line: &str) -> bool {
    let Some((name, rest)) = line.split_once(':') else { return false };
    let word = !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '"' | '\''));
    word && (rest.is_empty() || rest.starts_with([' ', '\t', '\r', '\n']))
}
