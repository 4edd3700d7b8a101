//! Can the file be read, and does it hold what the format knows?

use crate::checklist::rule::rules;

rules! {
    broken_yaml,
    unknown_key,
}
