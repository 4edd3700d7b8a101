//! The pages over many reports: by service, tag, cause, year, month; actions, lessons, trends; the checklist and its rules.

use crate::checklist::rule::Rule;
use crate::checklist::rules;
use crate::incident::Incident;
use crate::site::files::Scope;
use crate::site::markdown::plain;
use crate::site::page::Frame;
use crate::site::page::actions::{ActionsPage, action_items, open_first};
use crate::site::page::groups::{Common, Group, groups, of_causes};
use crate::site::page::home::SiteContext;
use crate::site::page::lessons::{self, Lesson, LessonsPage, lessons};
use crate::site::page::listing::{DirectoryPage, ListingPage};
use crate::site::page::pager::{file, pages};
use crate::site::page::rules::{ChecklistPage, RulePage};
use crate::site::page::seen::Seen;
use crate::site::page::trends::TrendsPage;
use crate::site::theme::{RenderError, Theme};
use crate::trends::Trends;
use crate::trends::actions::{ActionNumbers, Counted};
use crate::trends::answers::Answers;
use crate::trends::causes::causes;
use crate::trends::standing::Standings;

/// One page of an index; numbers count from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum IndexPage {
    /// A page of the list of groups.
    Directory(Common, usize),
    /// A page of a group's reports: which group, which page.
    Group(Common, usize, usize),
    /// A page of the open action items.
    Actions(usize),
    /// A page of what others can learn.
    Lessons(usize),
    /// Every incident drawn.
    Trends,
    /// The twelve questions and the list of rules.
    Checklist,
    /// The page of one rule.
    Rule(&'static Rule),
}

/// What the index pages are made from, gathered once.
#[derive(Debug)]
pub(super) struct Index<'a> {
    groups: Vec<(Common, Vec<Group<'a>>)>,
    /// Every action item that is shown, and the open ones, those due first at the top.
    items: Vec<Counted<'a>>,
    open: Vec<Counted<'a>>,
    lessons: Vec<Lesson<'a>>,
    /// Where each report stands among the others.
    pub(super) standings: Standings<'a>,
    trends: Trends<'a>,
    answers: Answers,
    numbers: ActionNumbers<'a>,
}

impl<'a> Index<'a> {
    /// Of the published reports, newest first; what they answer is still to come.
    pub(super) fn new(incidents: &[&'a Incident], context: &SiteContext<'_>) -> Self {
        let internal = context.internal;
        let shown = |incident: &'a Incident, text: &_| internal || Seen::new(incident, internal).text(text).is_some();
        let named = |incident: &'a Incident| plain(Seen::new(incident, internal).name());
        // A withdrawn report is listed, and nothing is counted or taken from it.
        let counted: Vec<_> = incidents.iter().copied().filter(|incident| !incident.is_withdrawn()).collect();
        let causes = causes(&counted, shown, named);
        let groups = Common::ALL.iter().map(|common| match common {
            Common::Cause => (Common::Cause, of_causes(&causes, &counted)),
            common => (*common, groups(*common, incidents, context)),
        });
        let items = action_items(&counted, internal);
        Self {
            groups: groups.collect(),
            open: open_first(&items),
            lessons: lessons(&counted, internal),
            standings: Standings::new(&counted, &causes),
            trends: Trends::new(&counted, internal),
            answers: Answers::default(),
            numbers: ActionNumbers::new(&items, context.today),
            items,
        }
    }

    /// The same with what the reports answer.
    #[must_use]
    pub(super) fn with_answers(self, answers: Answers) -> Self {
        Self { answers, ..self }
    }

    /// The groups of reports that have something in common.
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
        paths.extend((0..pages(self.open.len())).map(|n| (file("actions", n), IndexPage::Actions(n))));
        paths.extend((0..lessons::pages(&self.lessons)).map(|n| (file("lessons", n), IndexPage::Lessons(n))));
        paths.push(("trends.html".to_owned(), IndexPage::Trends));
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
                let (items, open, numbers) = (&self.items, &self.open, &self.numbers);
                theme.render(ActionsPage::TEMPLATE, &ActionsPage::new(context, frame, items, open, numbers, n))
            }
            IndexPage::Lessons(n) => {
                theme.render(LessonsPage::TEMPLATE, &LessonsPage::new(context, frame, &self.lessons, n))
            }
            IndexPage::Trends => {
                let (trends, numbers, answers) = (&self.trends, &self.numbers, &self.answers);
                theme.render(TrendsPage::TEMPLATE, &TrendsPage::new(context, frame, trends, numbers, answers))
            }
            IndexPage::Checklist => {
                theme.render(ChecklistPage::TEMPLATE, &ChecklistPage::new(context, frame, &self.answers))
            }
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
            Self::Lessons(_) => "lessons",
            Self::Trends => "trends",
            Self::Checklist | Self::Rule(_) => "checklist",
        }
    }
}
