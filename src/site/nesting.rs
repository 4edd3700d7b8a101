//! How deep raw HTML nests.

/// Tags of raw HTML that may be open at once. The sanitiser's time grows with the square of their number, and no writer needs more.
const DEEPEST: usize = 100;

/// Tags that hold nothing and are never closed.
const EMPTY_TAGS: &[&str] = &["br", "hr", "img", "input", "wbr", "col"];

/// Counts the tags that raw HTML opens and closes; whether no more are open now than there may be.
pub(super) fn nests(html: &str, depth: &mut usize) -> bool {
    for (at, _) in html.match_indices('<') {
        let rest = html.get(at + 1..).unwrap_or("");
        let end = rest.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(rest.len());
        match rest.get(..end).unwrap_or("") {
            "" if rest.starts_with('/') => *depth = depth.saturating_sub(1),
            "" => {}
            name if EMPTY_TAGS.iter().any(|empty| name.eq_ignore_ascii_case(empty)) => {}
            _ => *depth += 1,
        }
    }
    *depth <= DEEPEST
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_closed_or_empty_does_not_count() {
        let mut depth = 0;
        assert!(nests(&"<details><summary>a</summary><br><img src=x></details>".repeat(500), &mut depth));
        assert_eq!(depth, 0);
        assert!(nests(&"<b>".repeat(DEEPEST), &mut depth) && !nests("<b>", &mut depth));
        assert!(nests(&"</b>".repeat(DEEPEST * 2), &mut depth));
        assert_eq!(depth, 0);
    }
}
