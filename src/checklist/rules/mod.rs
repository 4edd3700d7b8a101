//! All rules, group by group: one folder a group, one file a rule. The order is that of reports and of the guide.

mod actions;
mod archive;
mod communication;
mod draft;
mod exposure;
mod file;
mod requirements;
mod timeline;
mod times;
mod voice;
mod waivers;
mod whys;

use crate::checklist::rule::Rule;

/// The groups with their rules, in the order of the guide.
pub static GROUPS: &[(&str, &[&Rule])] = &[
    ("file", file::RULES),
    ("requirements", requirements::RULES),
    ("times", times::RULES),
    ("timeline", timeline::RULES),
    ("whys", whys::RULES),
    ("actions", actions::RULES),
    ("communication", communication::RULES),
    ("voice", voice::RULES),
    ("exposure", exposure::RULES),
    ("draft", draft::RULES),
    ("archive", archive::RULES),
    ("waivers", waivers::RULES),
];

/// Every rule in its order.
pub fn all() -> impl Iterator<Item = &'static Rule> {
    GROUPS.iter().flat_map(|(_, rules)| rules.iter().copied())
}

/// The rule of a name.
pub fn find(name: &str) -> Option<&'static Rule> {
    all().find(|rule| rule.name == name)
}
