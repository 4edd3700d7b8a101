//! One test binary: Markdown in, text out.

// The invariants of the house: layers, file sizes, every rule listed.
mod architecture;
// Every example of every rule's page.
mod rules;
