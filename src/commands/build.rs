//! `afterword build`.

// What is said is not worth stopping for: a reader that went away (`afterword build | head`) leaves the work to be done.
use std::io::Write as _;
use std::process::ExitCode;

use crate::archive::{self, Archive};
use crate::checklist;
use crate::checklist::finding::{Finding, Findings, Level};
use crate::checklist::selection::Selection;
use crate::cli::{AudienceChoice, Build, Common};
use crate::commands::left_out;
use crate::commands::session::Session;
use crate::commands::theme::{own_templates, static_files};
use crate::history::History;
use crate::incident::Incident;
use crate::incident::facts::Audience;
use crate::report::Run;
use crate::site::audience::{Edition, why_not};
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
    if options.drafts && audience == Audience::Public {
        anyhow::bail!("drafts are never published; leave out `--drafts`, or build for the organisation");
    }
    let made = Options { audience, drafts: options.drafts };
    refuse_leaks(&archive, made, &session)?;
    let config = &session.config;
    let templates = own_templates(&config.root.join(&config.site.templates))?;
    let edition = Edition::new(archive, config, &archive::reading(config)?, made, &templates);
    let findings = Findings::default();
    // The site makes the scorecards of those it shows.
    let run = Run { archive: &edition.archive, findings: &findings, scorecards: &[], config, today: session.today };
    let files = static_files(&config.root.join(&config.site.r#static))?;
    let site = Site::new(&run, made, &templates)?.with_files(files)?.proven_by(edition.proof.as_ref());
    let site = site.with_history(history(&edition.archive));
    let out = options.out.clone().unwrap_or_else(|| config.root.join(&config.site.out));
    // What was left out matters most where the build then stops.
    left_out::print(&edition, &site, options.explain, session.quiet);
    let written = write::write(&site, &out)?;
    if let Some(lacks) = site.lacks() {
        session.note(lacks);
    }
    if let Some(proof) = edition.proof.as_ref().filter(|_| !session.quiet) {
        let _ = writeln!(std::io::stdout(), "{}", left_out::proven(proof));
    }
    let reports = site.reports();
    let _ = writeln!(
        std::io::stdout(),
        "{reports} {}, {} {} written, {} unchanged, {} removed",
        if reports == 1 { "report" } else { "reports" },
        written.written,
        if written.written == 1 { "file" } else { "files" },
        written.unchanged,
        written.removed
    );
    let _ = writeln!(std::io::stdout(), "The site is in {}", out.join("index.html").display());
    // As in `check`: the process ends now.
    std::mem::forget(site);
    std::mem::forget(edition);
    Ok(ExitCode::SUCCESS)
}

fn history(archive: &Archive) -> History {
    let paths: Vec<&str> = archive.incidents.iter().map(|incident| incident.source.path.as_str()).collect();
    History::of(&paths)
}

/// Places of what must not be published that a refusal names; the rest is counted.
const SHOWN: usize = 20;

/// A public page must not be made of a report that holds what must not be published, or whose internal passages have no clear end.
fn refuse_leaks(archive: &Archive, options: Options, session: &Session) -> anyhow::Result<()> {
    if options.audience == Audience::Internal {
        return Ok(());
    }
    let only = ["exposure", "unbalanced-internal-fence", "wrong-type", "unknown-key", "broken-yaml"].map(str::to_owned);
    let selection = Selection::new(&session.config)?.limited(&only, &[])?;
    let findings = checklist::check(archive, &session.config, &selection, session.today);
    let mut places = Vec::new();
    for (index, incident) in archive.incidents.iter().enumerate() {
        let published = why_not(incident, &session.config, options).is_none();
        for finding in findings.of(index).iter().filter(|finding| published && is_leak(incident, finding)) {
            let at = incident.source.line_column(finding.span.start);
            let (path, message, rule) = (&incident.source.path, &finding.message, finding.rule.name);
            places.push(format!("  {path}:{}:{}: {message} [{rule}]", at.line, at.column));
        }
    }
    if !places.is_empty() {
        let more = places.len().saturating_sub(SHOWN);
        places.truncate(SHOWN);
        if more > 0 {
            places.push(format!("  and {more} more; `afterword check --only exposure,file` shows them all"));
        }
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
