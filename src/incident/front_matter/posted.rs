//! Posts of a status page: their `date` is when it began, a key such as `resolvedWhen` when it was over. The format does not know these
//! keys and says so; a reader of the post knows them all the same.

use crate::incident::facts::Posted;
use crate::incident::front_matter::fields::Fields;
use crate::incident::instant::Precision;

/// The keys that generators of status pages give the end.
const RESOLVED: &[&str] =
    &["resolvedWhen", "resolvedDate", "resolvedAt", "resolved_when", "resolved_date", "resolved_at", "resolved_on"];
/// Keys that make a text a post of a status page.
const MARKS: &[&str] = &["resolved", "affected", "affectedSystems", "incident_states"];

/// The times of a post; `None` where the front matter is not one.
pub(super) fn read(fields: &Fields<'_>) -> Option<Box<Posted>> {
    let end = RESOLVED.iter().find_map(|key| fields.peek(key));
    if end.is_none() && !MARKS.iter().any(|key| fields.has(key)) {
        return None;
    }
    let start = fields.peek("date").filter(|at| at.precision != Precision::Day)?;
    // A generator that writes no end repeats the beginning there, or writes what cannot be.
    let end = end.filter(|end| end.at > start.at);
    Some(Box::new(Posted { start, end }))
}
