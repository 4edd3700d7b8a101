//! The twelve items of the checklist, after the postmortem guideline of 2010.

words! {
    /// One of the twelve questions a report must answer.
    Item {
        /// Does it say plainly, in the organisation's own voice, that it failed?
        AdmitsFailure = "admits-failure",
        /// People's own words; no template prose, no canned apology.
        SoundsHuman = "sounds-human",
        /// Can those affected find where word was, and is, given?
        HasAChannel = "has-a-channel",
        /// Owns it: no blame passed on, unknowns named, no marketing.
        IsAuthentic = "is-authentic",
        /// Both instants, with time of day and zone.
        StartAndEnd = "start-and-end",
        /// Who, how many, and what they felt.
        WhoWasImpacted = "who-was-impacted",
        /// The mechanism, and how it was found.
        WhatWentWrong = "what-went-wrong",
        /// Lessons and actions that are specific.
        WhatImproves = "what-improves",
        /// The parts involved, by name.
        Technologies = "technologies",
        /// A chain of whys that reaches a process or a design.
        FiveWhys = "five-whys",
        /// Teamwork, heroic effort, unlucky coincidence.
        HumanElements = "human-elements",
        /// What a reader elsewhere can take away.
        OthersCanLearn = "others-can-learn",
    }
}

words! {
    /// The three tiers of the checklist.
    Tier {
        /// What makes a report worth hearing.
        Prerequisites = "prerequisites",
        /// What every report must hold.
        Requirements = "requirements",
        /// What the best ones add.
        Bonus = "bonus",
    }
}

impl Item {
    /// The question it asks.
    pub fn question(self) -> &'static str {
        match self {
            Self::AdmitsFailure => "Does it say plainly, in the organisation's own voice, that it failed?",
            Self::SoundsHuman => "Is it in people's own words, without template prose and canned apologies?",
            Self::HasAChannel => "Can those affected find where word was, and is, given?",
            Self::IsAuthentic => "Does it own what happened, pass no blame on, name what is not known?",
            Self::StartAndEnd => "Are start and end told, with time of day and zone?",
            Self::WhoWasImpacted => "Who was affected, how many, and what did they feel?",
            Self::WhatWentWrong => "What is the mechanism, and how was it found?",
            Self::WhatImproves => "Which lessons and actions, specific enough to be done?",
            Self::Technologies => "Which parts were involved, by name?",
            Self::FiveWhys => "Is there a chain of whys that reaches a process or a design?",
            Self::HumanElements => "Are people told of: teamwork, effort, unlucky coincidence?",
            Self::OthersCanLearn => "What can a reader elsewhere take away?",
        }
    }

    /// The tier it belongs to.
    pub fn tier(self) -> Tier {
        match self {
            Self::AdmitsFailure | Self::SoundsHuman | Self::HasAChannel | Self::IsAuthentic => Tier::Prerequisites,
            Self::StartAndEnd | Self::WhoWasImpacted | Self::WhatWentWrong | Self::WhatImproves => Tier::Requirements,
            Self::Technologies | Self::FiveWhys | Self::HumanElements | Self::OthersCanLearn => Tier::Bonus,
        }
    }
}
