use crate::archive::pictures::is_local;
use crate::checklist::rule::{Case, Report, rule};
use crate::incident::{Incident, anchor};

rule! {
    /// Links inside the report and to other reports lead somewhere, and its pictures are there.
    ///
    /// Checked are anchors of the same file, relative links to Markdown files of the archive, and pictures beside the report, which the site
    /// shows: png, jpeg, gif, webp, avif and svg inside the archive, of up to 32 MiB. Addresses on the web are not asked: a check must not depend
    /// on somebody else's server.
    ///
    /// ## Fails
    ///
    /// ```markdown
    ///
    /// ## Impact
    ///
    /// See [the cause](#root-cause).
    ///     ^^^^^^^^^^^^^^^^^^^^^^^^ there is no heading `#root-cause` in this report
    /// ```
    ///
    /// ```markdown path=a.md
    /// See [the first time](first-time.md).
    ///     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ `first-time.md` is not a report of this archive
    /// ==> other.md <==
    /// # Other
    /// ```
    ///
    /// ```markdown
    ///
    /// ## Impact
    ///
    /// ![Failed logins by minute](logins.png)
    /// ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ `logins.png` does not exist
    /// ```
    ///
    /// ## Passes
    ///
    /// ```markdown path=a.md
    ///
    /// ## Impact
    ///
    /// See [the cause](#root-cause-and-trigger) and [the other](other.md#top).
    ///
    /// ## Root cause and trigger
    ///
    /// A retry.
    /// ==> other.md <==
    /// # Other
    /// ```
    "broken-link", Warning
}

fn check(case: &Case<'_>, report: &mut Report) {
    let incident = case.incident;
    for link in incident.body.links.iter().filter(|link| !link.image) {
        let (path, anchor) = link.destination.split_once('#').unwrap_or((&link.destination, ""));
        if path.is_empty() && !anchor.is_empty() {
            let known = anchors(incident);
            if !known.iter().any(|known| known == anchor) && !incident.source.text.contains(&format!("id=\"{anchor}\"")) {
                report.at(link.span.clone(), format!("there is no heading `#{anchor}` in this report")).help(match known.as_slice() {
                    [] => "this report has no headings".to_owned(),
                    known => format!("its headings are {}", known.iter().map(|name| format!("`#{name}`")).collect::<Vec<_>>().join(", ")),
                });
            }
        } else if path.ends_with(".md") && !path.contains("://") && !path.starts_with('/') && case.archive.incidents.len() > 1 && case.archive.linked(&incident.source.path, path).is_none() {
            report
                .at(link.span.clone(), format!("`{path}` is not a report of this archive"))
                .help("correct the path; it counts from this file");
        }
    }
    for image in incident.body.links.iter().filter(|link| link.image && is_local(&link.destination)) {
        if let Err(why) = case.archive.pictures.get(&incident.source.path, &image.destination) {
            report.at(image.span.clone(), format!("`{}` {why}", image.destination)).help(why.help());
        }
    }
}

/// The anchors of the headings as the site and the forges make them.
fn anchors(incident: &Incident) -> Vec<String> {
    incident.body.sections.iter().filter(|section| section.level <= 6).map(|section| anchor(&section.heading.value)).collect()
}
