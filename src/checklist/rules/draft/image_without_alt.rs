use crate::checklist::rule::{Case, Report, rule};

rule! {
    /// Every image has a text that stands for it.
    ///
    /// Some readers cannot see it, mail programs do not load it, and in ten years the file may be gone. Say what it shows: "requests per second
    /// fall to zero at 10:04".
    ///
    /// ## Fails
    ///
    /// ```markdown
    ///
    /// ## Impact
    ///
    /// ![](graph.png)
    /// ^^^^^^^^^^^^^^ this image has no text that stands for it
    /// ```
    ///
    /// ## Passes
    ///
    /// ```markdown
    ///
    /// ## Impact
    ///
    /// ![requests per second fall to zero at 10:04](graph.png)
    /// ```
    "image-without-alt", Warning
}

fn check(case: &Case<'_>, report: &mut Report) {
    for image in case.incident.body.links.iter().filter(|link| link.image && link.text.trim().is_empty()) {
        report
            .at(image.span.clone(), "this image has no text that stands for it")
            .help("say between the brackets what it shows");
    }
}
