//! `afterword check --fix` and `--diff`: safe changes, written or shown.

use std::io::{self, Write as _};
use std::path::Path;

use anyhow::Context as _;
use rayon::prelude::*;
use similar::TextDiff;

use crate::archive::{self, AT_A_TIME, Archive};
use crate::checklist::mend::mended;
use crate::checklist::selection::Selection;
use crate::checklist::{self};
use crate::commands::session::Session;
use crate::incident::Incident;
use crate::incident::problem::{Problem, ProblemKind};
use crate::source::SourceFile;

/// One change may make another possible; what is not settled after as many rounds never is.
const ROUNDS: usize = 12;

/// A report's text before and after.
pub(super) struct Change {
    pub(super) path: String,
    before: String,
    after: String,
    /// How many fixes were applied.
    pub(super) fixes: usize,
}

/// An archive with everything mended that can be, and what changed.
pub(super) fn all(
    mut archive: Archive,
    session: &Session,
    selection: &Selection,
) -> anyhow::Result<(Archive, Vec<Change>)> {
    let reading = archive::reading(&session.config)?;
    let mut changes: Vec<Change> = Vec::new();
    for _ in 0..ROUNDS {
        let findings = checklist::check(&archive, &session.config, selection, session.today);
        let made: Vec<(usize, String, usize)> = (archive.incidents.par_iter().with_max_len(AT_A_TIME).enumerate())
            .filter(|(_, incident)| is_sound(incident))
            .filter_map(|(index, incident)| {
                mended(&incident.source.text, findings.of(index)).map(|(text, fixes)| (index, text, fixes))
            })
            .collect();
        if made.is_empty() {
            break;
        }
        let mut incidents = archive.incidents;
        for (index, text, fixes) in made {
            let Some(incident) = incidents.get_mut(index) else { continue };
            let mended = Incident::read(SourceFile::new(incident.source.path.clone(), text), &reading);
            // A change after which less can be read was none for the better.
            if is_sound(&mended) {
                note(&mut changes, incident, &mended.source.text, fixes);
                *incident = mended;
            }
        }
        archive = Archive::new(incidents);
    }
    changes.sort_by(|a, b| a.path.cmp(&b.path));
    Ok((archive, changes))
}

/// Whether everything could be read: of what could not, nothing is certain.
fn is_sound(incident: &Incident) -> bool {
    let broken = |problem: &Problem| matches!(problem.kind, ProblemKind::BrokenYaml | ProblemKind::DuplicateKey);
    incident.source.unreadable.is_none() && !incident.problems.iter().any(broken)
}

fn note(changes: &mut Vec<Change>, incident: &Incident, after: &str, fixes: usize) {
    let path = &incident.source.path;
    match changes.iter_mut().find(|change| change.path == *path) {
        Some(change) => {
            after.clone_into(&mut change.after);
            change.fixes += fixes;
        }
        None => changes.push(Change {
            path: path.clone(),
            before: incident.source.text.clone(),
            after: after.to_owned(),
            fixes,
        }),
    }
}

/// Prints what would change, as `diff -u` does.
pub(super) fn show(changes: &[Change], out: &mut dyn io::Write) -> io::Result<()> {
    for change in changes {
        let diff = TextDiff::from_lines(&change.before, &change.after);
        let mut unified = diff.unified_diff();
        write!(out, "{}", unified.header(&change.path, &change.path))?;
    }
    Ok(())
}

/// Writes what changed. Each file is replaced as a whole: it is the old one or the new one, whatever happens meanwhile.
pub(super) fn write(changes: &[Change]) -> anyhow::Result<()> {
    for change in changes {
        // A link stays a link: the file it leads to is replaced.
        let path =
            Path::new(&change.path).canonicalize().with_context(|| format!("{} cannot be found", change.path))?;
        let folder = path.parent().unwrap_or(Path::new("."));
        let named = || format!("{} cannot be written; it is as it was", change.path);
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let beside = folder.join(format!(".{name}.afterword-fix"));
        let written = (|| {
            let mut file = std::fs::File::create(&beside)?;
            file.write_all(change.after.as_bytes())?;
            file.set_permissions(std::fs::metadata(&path)?.permissions())?;
            file.sync_all()?;
            std::fs::rename(&beside, &path)
        })();
        if written.is_err() {
            // What could not be moved into place is of no use.
            let _ = std::fs::remove_file(&beside);
        }
        written.with_context(named)?;
    }
    Ok(())
}
