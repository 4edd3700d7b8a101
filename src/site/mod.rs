//! The site as a value: a sorted set of paths, and the bytes that stand at each. Knows no disk but in `write`.
//!
//! A page's bytes are made when they are asked for. Ten thousand pages at once would take half a gigabyte, and nobody needs them at
//! once: `write` asks for one after the other on each core.

mod address;
pub mod audience;
mod badge;
mod bare;
mod card;
mod cleaner;
mod directives;
mod feed;
pub mod figure;
mod files;
mod head;
mod index;
mod judged;
mod linked;
pub mod markdown;
mod nesting;
mod packed;
pub mod page;
mod pieces;
pub mod proof;
mod published;
mod report_page;
mod search;
mod simple;
mod sitemap;
mod spelling;
mod targets;
pub mod theme;
pub mod words;
pub mod write;

use std::collections::{BTreeMap, BTreeSet, HashMap};

use chrono::{DateTime, FixedOffset};
use rayon::prelude::*;

use crate::archive::AT_A_TIME;
use crate::checklist::scorecard::Scorecard;
use crate::feeds;
use crate::history::History;
use crate::incident::Incident;
use crate::incident::facts::Audience;
use crate::report::Run;
use crate::site::files::{Scope, SiteFile};
use crate::site::index::{Index, IndexPage};
use crate::site::judged::{answers, judged};
use crate::site::page::home::{HomePage, Listed, SiteContext, listed};
use crate::site::page::search::SearchPage;
use crate::site::page::{Foot, Frame, LeftOut};
use crate::site::proof::{Leak, Proof};
use crate::site::published::Published;
use crate::site::search::{Search, Shards};
use crate::site::targets::{Pages, Pictures};
use crate::site::theme::{RenderError, Theme};
use crate::site::words::{Words, all_words, no_texts, primary};

/// How a site is to be made.
#[derive(Debug, Clone, Copy)]
pub struct Options {
    /// Who may read it.
    pub audience: Audience,
    /// Whether drafts are in it.
    pub drafts: bool,
}

/// What stands at a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Page {
    /// Page `n` of the list of reports, from 0.
    Home(usize),
    /// The report with this index in the archive.
    Report(usize),
    /// A page that leads to reports.
    Index(IndexPage),
    /// The stylesheet.
    Stylesheet,
    /// The script of every page.
    Start,
    /// A feed, a data file, a badge: what stands beside the pages.
    File(SiteFile),
    /// The page that searches.
    Search,
    /// The script of the search, or a file of its index.
    SearchFile(usize),
    /// The picture in a browser's tab; without one, browsers ask the root of the host for it.
    Icon,
    /// A file of the archive's own, by its index.
    Static(usize),
    /// A picture that a report shows.
    Picture,
}

/// A whole site.
#[derive(Debug)]
pub struct Site<'a> {
    run: &'a Run<'a>,
    options: Options,
    theme: Theme,
    stylesheet: String,
    start: String,
    foot: Foot,
    search: Option<Search>,
    words: BTreeMap<String, Words>,
    pages: BTreeMap<String, Page>,
    newest_first: Vec<&'a Incident>,
    /// How lists show each, by path.
    listed: HashMap<&'a str, Listed>,
    /// In the archive's order; of reports that are shown.
    scorecards: Vec<Option<Scorecard>>,
    index: Index<'a>,
    published: BTreeSet<String>,
    pictures: Pictures<'a>,
    /// Where the site stands.
    base: Option<url::Url>,
    history: History,
    files: Vec<Vec<u8>>,
    proof: Option<&'a Proof>,
    /// Reports that have no page, with the reason, sorted by path.
    pub left_out: Vec<(&'a Incident, LeftOut)>,
}

impl<'a> Site<'a> {
    /// Lays a site out: which pages there are.
    ///
    /// # Errors
    /// A template that cannot be read, or a `base_url` that is no address.
    pub fn new(run: &'a Run<'a>, options: Options, own_templates: &[(String, String)]) -> Result<Self, RenderError> {
        let mut theme = Theme::new(own_templates)?;
        let base = run.config.site.base_url.as_deref().map(address::base).transpose()?;
        let [stylesheet, start] = theme.addresses();
        let Published { mut pages, newest_first, addresses: published, left_out } = Published::of(run, options);
        pages.extend(assets(&stylesheet, &start));
        let words = all_words(own_templates)?;
        words.values().for_each(|words| theme.add_texts(words));
        let language = &run.config.site.language;
        let own = words.get(&primary(language)).ok_or_else(|| no_texts(language, &words))?;
        let context = SiteContext {
            incidents: &newest_first,
            config: run.config,
            words: own,
            today: run.today,
            internal: options.audience == Audience::Internal,
            pages: Pages::of(run.archive, &published, options.audience == Audience::Internal),
            listed: &HashMap::new(),
        };
        let pictures = Pictures::of(&newest_first, run.archive, context.internal);
        let listed = rows_of_lists(&newest_first, &context);
        let context = SiteContext { listed: &listed, ..context };
        // None of the three needs another, and each is at times the work of one core.
        let (scorecards, (index, shards)) = rayon::join(
            || judged(run, &pages),
            || rayon::join(|| Index::new(&newest_first, &context), || Shards::of(&context)),
        );
        let index = index.with_answers(answers(run, &scorecards));
        pages.extend(pictures.paths().map(|path| (path.to_owned(), Page::Picture)));
        pages.extend(index.paths().into_iter().map(|(path, page)| (path, Page::Index(page))));
        pages.extend(files::always().into_iter().map(|(path, file)| (path, Page::File(file))));
        let search = shards.map(|shards| Search::new(shards, &context, &index, &theme));
        if let Some(search) = &search {
            pages.insert("search.html".to_owned(), Page::Search);
            pages.extend(search.paths().map(|(n, path)| (path.to_owned(), Page::SearchFile(n))));
        }
        let mut site = Self {
            run,
            options,
            theme,
            stylesheet,
            start,
            foot: Foot::new(run.config, own, run.today),
            search,
            words,
            pages,
            newest_first,
            listed,
            scorecards,
            index,
            published,
            pictures,
            files: Vec::new(),
            proof: None,
            base,
            history: History::default(),
            left_out,
        };
        let html = site.paths().filter(|path| path.ends_with(".html")).count();
        site.pages.extend(site.files_with_addresses(html).into_iter().map(|(path, file)| (path, Page::File(file))));
        Ok(site)
    }

    /// The same site with what git knows of its reports.
    #[must_use]
    pub fn with_history(self, history: History) -> Self {
        Self { history, ..self }
    }

    /// What a site cannot have because nobody said where it will stand; for people.
    pub fn lacks(&self) -> Option<&'static str> {
        self.base.is_none().then_some(
            "without feeds, sitemap and previews: they need to know where the site will stand; set `base_url` under `[site]`, or --base-url",
        )
    }

    /// Adds the archive's own files, by path and bytes.
    ///
    /// # Errors
    /// A file that would stand where the site has a page or a folder of its own.
    pub fn with_files(mut self, files: Vec<(String, Vec<u8>)>) -> Result<Self, RenderError> {
        let fold = |path: &str| path.to_lowercase();
        let mut taken: BTreeSet<String> = self.pages.keys().map(|path| fold(path)).collect();
        let mut folders: BTreeSet<String> = taken.iter().flat_map(|path| address::folders_of(path)).collect();
        for (path, bytes) in files {
            let folded = fold(&path);
            if taken.contains(&folded)
                || folders.contains(&folded)
                || address::folders_of(&folded).any(|up| taken.contains(&up))
            {
                return Err(RenderError(format!(
                    "the static file `{path}` would stand where the site has `{folded}` of its own\n\
                     help: give it another name; to change a page, replace its template"
                )));
            }
            folders.extend(address::folders_of(&folded));
            taken.insert(folded);
            self.pages.insert(path, Page::Static(self.files.len()));
            self.files.push(bytes);
        }
        Ok(self)
    }

    /// Makes the site prove that it holds no internal passage before it is written.
    #[must_use]
    pub fn proven_by(mut self, proof: Option<&'a Proof>) -> Self {
        self.proof = proof;
        self
    }

    /// The internal passages in the finished bytes of a path; none where nothing was asked to be proven.
    pub fn leaks(&self, path: &str, bytes: &[u8]) -> Vec<Leak> {
        self.proof.map(|proof| proof.leaks(path, bytes)).unwrap_or_default()
    }

    /// Every path of the site, sorted, with `/` between folders.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.pages.keys().map(String::as_str)
    }

    /// How many reports have a page.
    pub fn reports(&self) -> usize {
        self.newest_first.len()
    }

    /// The bytes at a path; `None` where the site has no such path.
    ///
    /// # Errors
    /// A template that cannot be rendered.
    pub fn bytes(&self, path: &str) -> Option<Result<Vec<u8>, RenderError>> {
        Some(match self.pages.get(path)? {
            Page::Stylesheet => Ok(self.theme.css.clone().into_bytes()),
            Page::Start => Ok(self.theme.start.clone().into_bytes()),
            Page::Icon => Ok(self.theme.icon.clone().into_bytes()),
            Page::Home(n) => self.home(path, *n),
            Page::Static(index) => Ok(self.files.get(*index).cloned().unwrap_or_default()),
            Page::Picture => self.pictures.at(path)?.bytes().map_err(RenderError),
            Page::Report(index) => self.report(*index),
            Page::Index(page) => self.index_page(path, *page),
            Page::File(file) => self.file(path, *file),
            Page::Search => self.search_page(path),
            Page::SearchFile(n) => Ok(self.search.as_ref()?.bytes(*n)?),
        })
    }

    /// The whole site in memory, for tests and small archives.
    ///
    /// # Errors
    /// The first page that cannot be rendered.
    pub fn render(&self) -> Result<BTreeMap<String, Vec<u8>>, RenderError> {
        let paths: Vec<&str> = self.paths().collect();
        let rendered = paths
            .par_iter()
            .filter_map(|path| self.bytes(path).map(|bytes| bytes.map(|bytes| ((*path).to_owned(), bytes))));
        rendered.collect()
    }

    fn words(&self, tag: &str) -> Option<&Words> {
        self.words.get(&primary(tag))
    }

    fn own_words(&self) -> Option<&Words> {
        self.words(&self.run.config.site.language)
    }

    /// A German report in an English site speaks German, its headings too; in a language without texts, the site's.
    fn report_words<'w>(&'w self, incident: &Incident, site: &'w Words) -> &'w Words {
        incident.facts.lang.as_ref().and_then(|lang| self.words(&lang.value)).unwrap_or(site)
    }

    /// When readers of a page were last told something; pages over many reports have no such time.
    fn changed(&self, path: &str) -> Option<DateTime<FixedOffset>> {
        let Some(Page::Report(index)) = self.pages.get(path) else { return None };
        feeds::updated(self.run.archive.incidents.get(*index)?, self.internal())
    }

    fn home(&self, path: &str, n: usize) -> Result<Vec<u8>, RenderError> {
        let context = self.context()?;
        let frame = self.frame(context.words, "").at("reports").with(self.head(path, Some(Scope::Site)));
        self.theme.render(HomePage::TEMPLATE, &HomePage::new(&context, frame, n, &self.index))
    }

    fn search_page(&self, path: &str) -> Result<Vec<u8>, RenderError> {
        let context = self.context()?;
        let frame = self.frame(context.words, "").at("search").with(self.head(path, None));
        self.theme.render(SearchPage::TEMPLATE, &SearchPage::new(&context, frame, &self.index))
    }

    fn index_page(&self, path: &str, page: IndexPage) -> Result<Vec<u8>, RenderError> {
        let context = self.context()?;
        let root = if path.contains('/') { "../" } else { "" };
        let frame = self.frame(context.words, root).at(page.here()).with(self.head(path, page.scope()));
        self.index.render(page, &self.theme, &context, frame)
    }

    fn frame<'f>(&'f self, words: &'f Words, root: &'f str) -> Frame<'f> {
        let assets = (self.stylesheet.as_str(), self.start.as_str());
        Frame::new(self.run.config, words, assets, root, &self.foot).with_search(self.search.as_ref())
    }

    fn context(&self) -> Result<SiteContext<'_>, RenderError> {
        let words = self.own_words().ok_or_else(|| RenderError("there are no texts for the site".to_owned()))?;
        let (config, today) = (self.run.config, self.run.today);
        let (incidents, listed, pages) = (&self.newest_first, &self.listed, self.report_pages());
        Ok(SiteContext { incidents, config, words, today, internal: self.internal(), pages, listed })
    }

    fn report_pages(&self) -> Pages<'_> {
        let files = self.run.config.site.edit_url.as_deref().map(|url| (url, &self.history));
        Pages { archive: self.run.archive, published: &self.published, internal: self.internal(), files }
    }

    fn internal(&self) -> bool {
        self.options.audience == Audience::Internal
    }
}

/// The reports as lists show them, by their paths.
fn rows_of_lists<'a>(incidents: &[&'a Incident], context: &SiteContext<'_>) -> HashMap<&'a str, Listed> {
    let incidents = incidents.par_iter().with_max_len(AT_A_TIME);
    incidents.map(|incident| (incident.source.path.as_str(), listed(incident, context))).collect()
}

/// What pages show beside themselves, by path.
fn assets(stylesheet: &str, start: &str) -> [(String, Page); 3] {
    [(stylesheet, Page::Stylesheet), (start, Page::Start), (theme::ICON, Page::Icon)]
        .map(|(path, page)| (path.to_owned(), page))
}

/// FNV-1a: short, and the same on every machine.
fn fingerprint(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193))
}
