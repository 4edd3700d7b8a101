//! Source excerpts with each finding underlined, as rustc shows them. The only place that knows annotate-snippets.

use std::io;

use annotate_snippets::{Annotation, AnnotationKind, Group, Level as Shown, Origin, Renderer, Snippet};

use crate::checklist::finding::{Finding, Level};
use crate::incident::Incident;
use crate::incident::facts::Status;
use crate::report::{Colour, Run, summary};
use crate::source::{SourceFile, Span};

/// The bytes of an excerpt at most.
const LONGEST: usize = 8000;

/// Writes the run.
///
/// # Errors
/// Only those of `out`.
pub fn write(run: &Run<'_>, colour: Colour, out: &mut dyn io::Write) -> io::Result<()> {
    let renderer = match colour {
        Colour::Styled => Renderer::styled(),
        Colour::Plain => Renderer::plain(),
    };
    for (index, incident) in run.archive.incidents.iter().enumerate() {
        let findings = run.findings.of(index);
        for finding in findings {
            writeln!(out, "{}\n", renderer.render(&groups(incident, finding)))?;
        }
        if let Some(note) = before_final(incident, findings) {
            writeln!(out, "{note}\n")?;
        }
    }
    writeln!(out, "{}", summary(run))?;
    match run.findings.iter().filter(|finding| finding.fix.is_some()).count() {
        0 => Ok(()),
        1 => writeln!(out, "1 of them can be mended with `afterword check --fix`"),
        count => writeln!(out, "{count} of them can be mended with `afterword check --fix`"),
    }
}

fn groups<'a>(incident: &'a Incident, finding: &'a Finding) -> Vec<Group<'a>> {
    let level = match finding.level {
        Level::Error => Shown::ERROR,
        Level::Warning => Shown::WARNING,
        Level::Advice => Shown::INFO.with_name(Some("advice")),
    };
    let title = level.primary_title(finding.message.as_ref()).id(finding.rule.name);
    let source = &incident.source;
    let notes = || finding.notes.iter().map(|(span, note)| (span, note.as_str()));
    let mut group = match excerpt(source, &finding.span, notes()).or_else(|| excerpt(source, &finding.span, [])) {
        Some(snippet) => title.element(snippet),
        None => {
            let at = source.line_column(finding.span.start);
            title.element(Origin::path(source.path.as_str()).line(at.line).char_column(at.column))
        }
    };
    if let Some(help) = &finding.help {
        group = group.element(Shown::HELP.message(help.as_ref()));
    }
    vec![group]
}

/// Only the lines that matter are handed over: an archive has many findings and reports are long. `None` where these lines are longer
/// than anyone reads: a line of a megabyte may hold thousands of findings, and each would show it.
fn excerpt<'a>(
    source: &'a SourceFile,
    primary: &'a Span,
    notes: impl IntoIterator<Item = (&'a Span, &'a str)>,
) -> Option<Snippet<'a, Annotation<'a>>> {
    let notes: Vec<(&Span, &str)> = notes.into_iter().collect();
    let places = std::iter::once(primary).chain(notes.iter().map(|(span, _)| *span));
    let first = places.clone().map(|span| source.line_column(span.start).line).min().unwrap_or(1);
    let last = places.map(|span| source.line_column(span.start).line).max().unwrap_or(1);
    let start = source.line_span(first).start;
    let end = source.line_span(last).end;
    let text = source.slice(&(start..end));
    if text.len() > LONGEST {
        return None;
    }
    let inside = |span: &Span| {
        let line = source.line_span(source.line_column(span.start).line);
        let line_end = line.start + source.slice(&line).trim_end().len();
        let stop = span.end.min(line_end).max(span.start);
        (span.start - start).min(text.len())..(stop - start).min(text.len())
    };
    let mut snippet = Snippet::source(text).path(source.path.as_str()).line_start(first);
    snippet = snippet.annotation(AnnotationKind::Primary.span(inside(primary)));
    for (span, note) in notes {
        snippet = snippet.annotation(AnnotationKind::Context.span(inside(span)).label(note));
    }
    Some(snippet)
}

/// For a draft: the rules that bind once it is final.
fn before_final(incident: &Incident, findings: &[Finding]) -> Option<String> {
    if !matches!(incident.status(), Status::Draft | Status::Ongoing) {
        return None;
    }
    let mut names: Vec<&str> = Vec::new();
    for finding in findings.iter().filter(|finding| finding.rule.level > Level::Advice) {
        if !names.contains(&finding.rule.name) {
            names.push(finding.rule.name);
        }
    }
    let path = &incident.source.path;
    (!names.is_empty()).then(|| format!("{path}: before this can be final: {}", names.join(", ")))
}
