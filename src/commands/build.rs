//! `afterword build`.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Context as _;
use walkdir::WalkDir;

use rayon::prelude::*;

use crate::archive::{self, Archive};
use crate::checklist;
use crate::checklist::finding::{Finding, Findings, Level};
use crate::checklist::selection::Selection;
use crate::cli::{AudienceChoice, Build, Common};
use crate::commands::session::Session;
use crate::history::History;
use crate::incident::Incident;
use crate::incident::facts::{Audience, Status};
use crate::report::Run;
use crate::site::{Options, Site, write};

pub(super) fn run(options: &Build, common: &Common) -> anyhow::Result<ExitCode> {
    let mut session = Session::open(&options.paths, common)?;
    if let Some(url) = &options.base_url {
        session.config.site.base_url = Some(url.clone());
    }
    let archive = session.archive()?;
    let audience = match options.audience {
        AudienceChoice::Internal => Audience::Internal,
        AudienceChoice::Public => Audience::Public,
    };
    refuse_leaks(&archive, audience, &session)?;
    let archive = if audience == Audience::Public { for_everyone(archive, &session)? } else { archive };
    let findings = Findings::default();
    // Scorecards are made page by page: all of them at once would be held for nothing.
    let run =
        Run { archive: &archive, findings: &findings, scorecards: &[], config: &session.config, today: session.today };
    let templates = own_templates(&session.config.root.join(&session.config.site.templates))?;
    let site = Site::new(&run, Options { audience, drafts: options.drafts }, &templates)?;
    let site = site.with_history(history(&archive));
    let out = options.out.clone().unwrap_or_else(|| session.config.root.join(&session.config.site.out));
    let written = write::write(&site, &out)?;
    if let Some(lacks) = site.lacks() {
        session.note(lacks);
    }
    if !session.quiet {
        for (incident, why) in &site.left_out {
            println!("left out  {}: {}", incident.source.path, why.words());
        }
    }
    println!(
        "{} reports, {} files written, {} unchanged, {} removed",
        site.reports(),
        written.written,
        written.unchanged,
        written.removed
    );
    println!("The site is in {}", out.join("index.html").display());
    Ok(ExitCode::SUCCESS)
}

fn history(archive: &Archive) -> History {
    let paths: Vec<&str> = archive.incidents.iter().map(|incident| incident.source.path.as_str()).collect();
    History::of(&paths)
}

/// A public page must not be made of a report that holds what must not be published, or whose internal passages have no clear end.
fn refuse_leaks(archive: &Archive, audience: Audience, session: &Session) -> anyhow::Result<()> {
    if audience == Audience::Internal {
        return Ok(());
    }
    let only = ["exposure", "unbalanced-internal-fence", "wrong-type", "unknown-key", "broken-yaml"].map(str::to_owned);
    let selection = Selection::new(&session.config)?.limited(&only, &[])?;
    let findings = checklist::check(archive, &session.config, &selection, session.today);
    let mut places = Vec::new();
    for (index, incident) in archive.incidents.iter().enumerate() {
        let published = incident.audience() == Audience::Public && incident.status() != Status::Draft;
        for finding in findings.of(index).iter().filter(|finding| published && is_leak(incident, finding)) {
            let at = incident.source.line_column(finding.span.start);
            let (path, message, rule) = (&incident.source.path, &finding.message, finding.rule.name);
            places.push(format!("  {path}:{}:{}: {message} [{rule}]", at.line, at.column));
        }
    }
    if !places.is_empty() {
        anyhow::bail!("a public site would show what must not be published; nothing was built\n{}", places.join("\n"));
    }
    Ok(())
}

/// What must not be published; and what could not be read where `internal` is said: it may have meant to hide something.
fn is_leak(incident: &Incident, finding: &Finding) -> bool {
    let line = incident.source.line(incident.source.line_column(finding.span.start).line);
    let about_internal = line.to_lowercase().contains("internal");
    match finding.rule.name {
        "wrong-type" | "unknown-key" => about_internal,
        "broken-yaml" => incident.source.text.contains("internal"),
        _ => finding.level == Level::Error,
    }
}

/// The reports as everyone may read them. What is internal is gone before anything is made of it.
fn for_everyone(mut archive: Archive, session: &Session) -> anyhow::Result<Archive> {
    let reading = archive::reading(&session.config)?;
    // Each in its place: two archives at once would take twice the memory.
    archive.incidents.par_iter_mut().filter(|incident| incident.audience() == Audience::Public).for_each(|incident| {
        *incident = incident.as_everyone_may_read_it(&reading);
    });
    Ok(Archive::new(archive.incidents))
}

/// The archive's own templates, texts, stylesheet and scripts, by their names below the folder.
fn own_templates(folder: &Path) -> anyhow::Result<Vec<(String, String)>> {
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    let files = WalkDir::new(folder)
        .sort_by_file_name()
        .into_iter()
        .filter_map(Result::ok)
        .filter(|entry| entry.file_type().is_file());
    let wanted = |path: &PathBuf| {
        path.extension().is_some_and(|ending| ["html", "css", "ftl", "js", "svg"].iter().any(|known| ending == *known))
    };
    files
        .map(walkdir::DirEntry::into_path)
        .filter(wanted)
        .map(|path| {
            let name = path.strip_prefix(folder).unwrap_or(&path).to_string_lossy().replace('\\', "/");
            let text = std::fs::read_to_string(&path)
                .with_context(|| format!("the template {} cannot be read", path.display()))?;
            Ok((name, text))
        })
        .collect()
}
