//! One test binary: Markdown in, text out.

// Adopting it on an old archive: baselines, changed reports, levels by path, fixes.
mod adoption;
// The invariants of the house: layers, file sizes, every rule listed.
mod architecture;
// The built site in a real browser.
mod browser;
// The commands from outside, and the console blocks of the documents.
mod cli;
// A word in every internal place, and no byte of it in a public build.
mod canary;
// Data files, badges, sitemap and pictures, read by parsers that are not ours.
mod data;
// What must not be published stops a public build.
mod exposure;
// Feeds and what pages say of themselves to programs.
mod feeds;
// The formats for other programs, read by parsers that are not ours.
mod formats;
// Every key of the front matter.
mod front_matter;
// A large archive, which the benchmarks measure too.
#[path = "../../benches/generated/mod.rs"]
mod generated;
// The guide is true.
mod guide;
// Texts that are made to take long.
mod hostile;
// Builds that are killed.
mod interrupted;
// The language rules on Japanese.
mod japanese;
// Nothing internal is in a public build.
mod leaks;
// What was wrong on pages when somebody looked at them.
mod looked;
// Safe changes to files as people leave them.
mod mending;
// Everything wrong with a file in one run.
mod problems;
// No word of a report is lost on its page.
mod nothing_lost;
// What is read from a body.
mod reading;
// Links whose address stands elsewhere in the file, and names of pages.
mod links;
// What a report tells once, its page tells once.
mod once;
// Where a report stands among the others, and what git knows of it.
mod context;
// Pictures of reports, and links between them.
mod pictures;
// Numbers over all reports, and their pages.
mod trends;
// Mistakes that public reports really made.
mod real_errors;
// The twelve verdicts of reports whose scores are known.
mod scorecard;
mod search;
// Templates, assets and static files of one's own.
mod theming;
// Start and end as reports without such keys tell them.
mod told;
// Every example of every rule's page.
mod rules;
// What language rules ask of the words of an impact.
mod vague;
// Waivers, everywhere they may stand.
mod waivers;
// The site as a value, and on disk.
mod site;
mod texts;
