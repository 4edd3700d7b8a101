//! Safe changes, applied: what `check --fix` makes of a report's text.

use crate::checklist::finding::{Edit, Finding};

/// A text with the fixes of some findings applied; `None` where there are none. Fixes that touch another are left for the next run.
pub fn mended(text: &str, findings: &[Finding]) -> Option<(String, usize)> {
    let mut taken: Vec<&Edit> = Vec::new();
    let mut fixes = 0;
    for fix in findings.iter().filter_map(|finding| finding.fix.as_ref()) {
        let free = fix.edits.iter().all(|edit| !taken.iter().any(|other| overlap(edit, other)));
        let fits = fix.edits.iter().all(|edit| text.get(edit.span.clone()).is_some());
        if free && fits {
            taken.extend(&fix.edits);
            fixes += 1;
        }
    }
    if fixes == 0 {
        return None;
    }
    taken.sort_by_key(|edit| (edit.span.start, edit.span.end));
    let mut made = String::with_capacity(text.len() + 64);
    let mut at = 0;
    for edit in taken {
        made.push_str(text.get(at..edit.span.start).unwrap_or(""));
        made.push_str(&edit.text);
        at = edit.span.end;
    }
    made.push_str(text.get(at..).unwrap_or(""));
    Some((made, fixes))
}

/// Whether two changes touch; two insertions at one place do.
fn overlap(a: &Edit, b: &Edit) -> bool {
    a.span.start == b.span.start || (a.span.start < b.span.end && b.span.start < a.span.end)
}
