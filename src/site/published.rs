//! Which reports have a page, in which order, and which have none and why.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use crate::incident::Incident;
use crate::report::Run;
use crate::site::audience::why_not;
use crate::site::page::LeftOut;
use crate::site::page::home::{PER_PAGE, day, href};
use crate::site::{Options, Page, files};

/// The reports of a site, and the pages that are theirs alone or list them all.
pub(super) struct Published<'a> {
    /// Their pages, the files beside them, and the pages of the list.
    pub(super) pages: BTreeMap<String, Page>,
    /// Those that have a page, newest first.
    pub(super) newest_first: Vec<&'a Incident>,
    /// Their addresses.
    pub(super) addresses: BTreeSet<String>,
    /// Those that have none, with the reason, sorted by path.
    pub(super) left_out: Vec<(&'a Incident, LeftOut)>,
}

impl<'a> Published<'a> {
    /// Of an archive, for the readers that a site is made for.
    pub(super) fn of(run: &'a Run<'a>, options: Options) -> Self {
        let mut of =
            Self { pages: BTreeMap::new(), newest_first: Vec::new(), addresses: BTreeSet::new(), left_out: Vec::new() };
        for (index, incident) in run.archive.incidents.iter().enumerate() {
            let taken = || (!of.addresses.insert(incident.address().into_owned())).then_some(LeftOut::SameId);
            match why_not(incident, run.config, options).or_else(taken) {
                Some(why) => of.left_out.push((incident, why)),
                None => {
                    of.pages.insert(href(incident), Page::Report(index));
                    of.pages.extend(files::of_report(incident, index).map(|(path, file)| (path, Page::File(file))));
                    of.newest_first.push(incident);
                }
            }
        }
        of.newest_first.sort_by_cached_key(|incident| {
            (Reverse((day(incident), incident.start().map(|start| start.at))), incident.id.as_str())
        });
        for n in 0..of.newest_first.len().div_ceil(PER_PAGE).max(1) {
            let path = if n == 0 { "index.html".to_owned() } else { format!("page-{}.html", n + 1) };
            of.pages.insert(path, Page::Home(n));
        }
        of
    }
}
