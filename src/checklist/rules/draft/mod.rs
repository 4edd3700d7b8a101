//! What is still unfinished in the text?

use crate::checklist::rule::rules;

rules! {
    placeholder,
    empty_section,
    skipped_heading_level,
    image_without_alt,
    broken_link,
}
