//! The pages over many reports: by service, tag, year, month; open actions; the checklist and its rules.

use crate::checklist::rule::Rule;
use crate::checklist::rules;
use crate::incident::Incident;
use crate::incident::action_item::ActionItem;
use crate::site::files::Scope;
use crate::site::page::Frame;
use crate::site::page::actions::{ActionsPage, open_actions};
use crate::site::page::groups::{Common, Group, groups};
use crate::site::page::home::SiteContext;
use crate::site::page::listing::{DirectoryPage, ListingPage};
use crate::site::page::pager::{file, pages};
use crate::site::page::rules::{ChecklistPage, RulePage};
use crate::site::theme::{RenderError, Theme};

/// One page of an index; numbers count from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum IndexPage {
    /// A page of the list of groups.
    Directory(Common, usize),
    /// A page of a group's reports: which group, which page.
    Group(Common, usize, usize),
    /// A page of the open action items.
    Actions(usize),
    /// The twelve questions and the list of rules.
    Checklist,
    /// The page of one rule.
    Rule(&'static Rule),
}

/// What the index pages are made from, gathered once.
#[derive(Debug)]
pub(super) struct Index<'a> {
    groups: Vec<(Common, Vec<Group<'a>>)>,
    actions: Vec<(&'a Incident, &'a ActionItem)>,
}

impl<'a> Index<'a> {
    /// Of the published reports, newest first.
    pub(super) fn new(incidents: &[&'a Incident], context: &SiteContext<'_>) -> Self {
        let groups = Common::ALL.iter().map(|common| (*common, groups(*common, incidents, context)));
        Self { groups: groups.collect(), actions: open_actions(incidents, context.internal) }
    }

    /// The groups of reports that have a kind of thing in common.
    pub(super) fn groups(&self, common: Common) -> &[Group<'a>] {
        let groups = self.groups.iter().find(|(known, _)| *known == common);
        groups.map(|(_, groups)| groups.as_slice()).unwrap_or_default()
    }

    /// Every page with its path.
    pub(super) fn paths(&self) -> Vec<(String, IndexPage)> {
        let mut paths = Vec::new();
        for (common, groups) in &self.groups {
            let folder = common.folder();
            paths.extend((0..pages(groups.len())).map(|n| (file(folder, n), IndexPage::Directory(*common, n))));
            for (at, group) in groups.iter().enumerate() {
                let name = format!("{folder}/{}", group.slug);
                let numbers = 0..pages(group.incidents.len());
                paths.extend(numbers.map(|n| (file(&name, n), IndexPage::Group(*common, at, n))));
            }
        }
        paths.extend((0..pages(self.actions.len())).map(|n| (file("actions", n), IndexPage::Actions(n))));
        paths.push(("checklist.html".to_owned(), IndexPage::Checklist));
        paths.extend(rules::all().map(|rule| (format!("checklist/{}.html", rule.name), IndexPage::Rule(rule))));
        paths
    }

    /// The groups that are followed by feeds, with their places.
    pub(super) fn with_feeds(&self) -> impl Iterator<Item = (Common, usize, &Group<'a>)> {
        let followed = self.groups.iter().filter(|(common, _)| common.is_followed());
        followed.flat_map(|(common, groups)| groups.iter().enumerate().map(|(at, group)| (*common, at, group)))
    }

    /// A group by its place.
    pub(super) fn group(&self, common: Common, at: usize) -> Option<&Group<'a>> {
        self.groups.iter().find(|(known, _)| *known == common)?.1.get(at)
    }

    /// Renders one of them.
    pub(super) fn render(
        &self,
        page: IndexPage,
        theme: &Theme,
        context: &SiteContext<'_>,
        frame: Frame<'_>,
    ) -> Result<Vec<u8>, RenderError> {
        match page {
            IndexPage::Actions(n) => {
                theme.render(ActionsPage::TEMPLATE, &ActionsPage::new(context, frame, &self.actions, n))
            }
            IndexPage::Checklist => theme.render(ChecklistPage::TEMPLATE, &ChecklistPage::new(context, frame)),
            IndexPage::Rule(rule) => theme.render(RulePage::TEMPLATE, &RulePage::new(frame, rule)),
            IndexPage::Directory(common, n) => theme
                .render(DirectoryPage::TEMPLATE, &DirectoryPage::new(context, frame, common, self.groups(common), n)),
            IndexPage::Group(common, at, n) => match self.groups(common).get(at) {
                None => Err(RenderError(format!("there is no group {at}"))),
                Some(group) => theme.render(ListingPage::TEMPLATE, &ListingPage::new(context, frame, common, group, n)),
            },
        }
    }
}

impl IndexPage {
    /// Whose feed has just what this page has.
    pub(super) fn scope(self) -> Option<Scope> {
        match self {
            Self::Group(common, at, _) if common.is_followed() => Some(Scope::Group(common, at)),
            _ => None,
        }
    }

    /// The entry of the navigation that it belongs to.
    pub(super) fn here(self) -> &'static str {
        match self {
            Self::Directory(common, _) | Self::Group(common, ..) => common.folder(),
            Self::Actions(_) => "actions",
            Self::Checklist | Self::Rule(_) => "checklist",
        }
    }
}
