//! The verdicts of a site: every report is judged once, before the first page.

use std::collections::BTreeMap;

use chrono::Datelike as _;
use rayon::prelude::*;

use crate::archive::AT_A_TIME;
use crate::checklist::scorecard::{Scorecard, score};
use crate::incident::Incident;
use crate::report::Run;
use crate::site::Page;
use crate::site::page::home::day;
use crate::trends::answers::Answers;

/// The verdicts on every report that is shown, in the archive's order. The pages over many reports count them, so that all are made
/// before the first page; they take a kilobyte each.
pub(super) fn judged(run: &Run<'_>, pages: &BTreeMap<String, Page>) -> Vec<Option<Scorecard>> {
    let mut shown = vec![false; run.archive.incidents.len()];
    for page in pages.values() {
        if let Page::Report(index) = page
            && let Some(shown) = shown.get_mut(*index)
        {
            *shown = true;
        }
    }
    let incidents = run.archive.incidents.par_iter().zip(shown).with_max_len(AT_A_TIME);
    incidents.map(|(incident, shown)| (shown && !incident.is_withdrawn()).then(|| score(incident))).collect()
}

/// How often each question is answered how, over all reports and year by year.
pub(super) fn answers(run: &Run<'_>, scorecards: &[Option<Scorecard>]) -> Answers {
    let year = |incident: &Incident| day(incident).map(|day| day.year());
    let cards = run.archive.incidents.iter().zip(scorecards);
    Answers::new(cards.filter_map(|(incident, card)| Some((year(incident), card.as_ref()?))))
}
