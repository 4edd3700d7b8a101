//! The words that the voice rules look for. A word alone decides nothing: each rule looks at what stands around it.

use crate::checklist::phrases::Phrases;

phrases! {
    LISTS from 40:
    /// Words of a lapse; blame only with a person as their subject.
    LAPSE = [
        "forgot", "forgot to", "had forgotten", "neglected", "failed to", "having failed to", "overlooked", "ignored", "missed", "botched", "broke", "didn't bother",
        "did not bother", "did not follow", "didn't follow", "did not check", "didn't check", "did not test", "didn't test", "did not notice", "didn't notice",
        "did not read", "didn't read", "did not alert", "didn't alert", "did not use", "did not respond", "was unaware", "made a mistake", "made an error", "should have known",
        "was careless", "mistakenly", "wrongly", "incorrectly",
        "vergaß", "hat vergessen", "hatte vergessen", "versäumte", "hat versäumt", "übersah", "hat übersehen", "missachtete", "ignorierte", "machte einen fehler",
    ];
    /// Words that judge a character.
    CARELESS = [
        "careless", "carelessly", "carelessness", "negligent", "negligence", "negligently", "reckless", "recklessly", "sloppy", "sloppiness", "incompetent", "incompetence",
        "clueless", "complacent", "complacency", "inattentive", "inattention", "rookie mistake", "rookie move", "foolish", "foolishly", "irresponsible", "idiotic",
        "stupidity", "is to blame", "are to blame", "was to blame", "were to blame", "blame lies", "nachlässig", "nachlässigkeit", "fahrlässig", "fahrlässigkeit", "leichtsinnig", "leichtsinn",
        "schlamperei", "schlampig", "unaufmerksamkeit", "inkompetenz", "inkompetent", "trägt die schuld", "hat die schuld",
    ];
    /// Human error by name.
    HUMAN_ERROR = [
        "human error", "human errors", "human mistake", "human mistakes", "operator error", "operator errors", "user error", "pilot error", "fat finger", "fat-finger", "fat-fingered", "fat fingered", "pebkac",
        "menschliches versagen", "menschlichem versagen", "menschlichen versagens", "menschlicher fehler", "menschlichen fehler", "bedienfehler", "bedienungsfehler", "anwenderfehler",
    ];
    /// The fault is a supplier's.
    SUPPLIER = [
        "their fault", "vendor's fault", "provider's fault", "not our fault", "no fault of ours", "no fault of our own", "beyond our control", "out of our control",
        "outside our control", "outside of our control", "außerhalb unserer kontrolle", "außerhalb unseres einflusses", "nicht unsere schuld", "verschulden unseres",
        "verschulden des anbieters", "schuld unseres", "schuld des anbieters",
    ];
    /// What might have been.
    COUNTERFACTUAL = [
        "should have", "should've", "shouldn't have", "should not have", "should also have", "should probably have", "should've just", "could have", "could've", "could probably have",
        "would have", "would've", "would probably have", "would likely have", "would immediately have", "might have", "may have", "if only", "hätte", "hätten",
    ];
    /// Phrases from a box.
    CANNED = [
        "apologize for any inconvenience", "apologise for any inconvenience", "for the inconvenience", "any inconvenience", "inconvenience caused", "inconvenience this may have", "inconvenience this has caused",
        "inconvenience that this caused", "very seriously", "extremely seriously", "thank you for your patience", "thanks for your patience",
        "patience is appreciated", "appreciate your patience", "appreciate your cooperation", "grateful for your patience", "grateful for your understanding", "patience and understanding", "cooperation and understanding", "outages are unacceptable", "outage is unacceptable", "we are aware of an ongoing", "working hard to", "worked hard to", "worked quickly to", "our top priority", "our highest priority", "rest assured", "valued customers", "valued users", "abundance of caution", "regret any",
        "working diligently", "working tirelessly", "worked tirelessly", "everything we can", "doing what we can", "is committed to", "are committed to", "we're committed to",
        "remain committed", "remains committed", "is committing to", "our commitment to", "in an effort to be open", "open and transparent", "this does not happen again", "this doesn't happen again", "never happens again",
        "similar incidents in the future", "utmost importance",
        "unannehmlichkeiten", "bitten um ihr verständnis", "bitten um verständnis", "danken für ihre geduld", "vielen dank für ihre geduld", "höchste priorität", "oberste priorität", "sehr ernst",
        "mit hochdruck", "bedauern sehr",
    ];
    /// Numbers without a number.
    QUANTITY = [
        "some", "several", "many", "multiple", "numerous", "various", "a few", "a number of", "a small number of", "a large number of", "a subset of", "a small subset of", "a limited set of",
        "a limited number of", "a portion of", "a fraction of", "a handful of", "a couple of", "a variety of", "a lot of", "a minority of",
        "einige", "einigen", "mehrere", "mehreren", "viele", "vielen", "manche", "manchen", "zahlreiche", "zahlreichen", "diverse", "diversen", "ein teil der", "einem teil der", "eine reihe von", "wenige", "wenigen",
    ];
    /// Effects without a measure.
    HAZY = [
        "intermittent issues", "intermittent errors", "intermittent failures", "intermittent outages", "intermittent downtime", "intermittent problems", "intermittent connectivity",
        "degraded performance", "degradation of service", "service degradation", "degraded experience", "degraded service", "elevated error rates", "elevated error rate",
        "elevated errors", "elevated latency", "increased error rates", "increased error rate", "increased errors", "increased latency", "high error rate", "experiencing issues", "experienced issues", "experience issues",
        "reported issues", "having issues", "minimal impact", "limited impact", "minor impact", "for some time", "a short period of time", "for a short time", "for a short period", "a brief period", "brief outage", "brief outages",
        "short outage", "for a while", "for several hours", "for multiple days", "for several days", "for a few minutes", "for few minutes", "periods of downtime", "not many users", "partially down", "potentially affecting", "potentially affected", "potential to affect", "may have affected", "may have caused",
        "flakiness", "widespread", "a high error rate", "high error rates", "significant interruption", "significant downtime", "significant delays", "significant portion", "some slowdown", "some slowness",
        "some reduction", "slow response times", "slowed response", "slower than usual", "than usual", "much slower", "long wait times", "minor degradation", "unplanned degradation", "unknown amount of time", "unknown period",
        "wide range of", "huge number of", "large numbers of", "a marked drop", "not many", "elevated levels of", "increased levels of", "very short period", "a significant number of",
        "substantial amount", "unreasonable amount", "began to degrade", "had been degraded", "impacted performance", "network performance", "are impacted", "were impacted", "was impacting",         "leistungseinbußen", "eingeschränkte leistung", "beeinträchtigungen", "vereinzelt", "kurzzeitig", "für kurze zeit", "einige zeit", "zeitweise", "erhöhte fehlerrate", "erhöhte latenz",
    ];
    /// Times without a time.
    HAZY_TIME = [
        "shortly after", "shortly afterwards", "shortly thereafter", "a few minutes later", "some time later", "sometime later", "later that day", "later that night", "later in the day",
        "a while later", "a few hours later", "yesterday", "last night", "this morning", "this afternoon", "this evening", "last week", "earlier today", "late last night", "the other day",
        "kurz darauf", "kurz danach", "wenig später", "einige zeit später", "etwas später", "gestern", "gestern abend", "heute morgen", "heute früh", "heute nachmittag", "letzte nacht", "letzte woche", "später am tag",
    ];
    /// Judging from the end.
    HINDSIGHT = [
        "in hindsight", "with hindsight", "with the benefit of hindsight", "hindsight", "in retrospect", "retrospectively obvious", "it was obvious", "was obviously", "should have been obvious", "obvious mistake", "everyone knows", "common sense", "basic mistake",
        "im nachhinein", "rückblickend", "in der rückschau", "bekanntlich", "offensichtlicher fehler", "anfängerfehler",
    ];
    /// Words that shout.
    ANIMATED = [
        "ridiculous", "ridiculously", "insane", "insanely", "nightmare", "disastrous", "disastrously", "disaster", "horrible", "horribly", "terrible", "terribly", "horrific", "awful", "unbelievable", "unbelievably",
        "laughable", "can't believe", "outrageous", "catastrophe", "shocking", "shockingly", "fiasco", "train wreck", "debacle", "all hell",
        "katastrophe", "katastrophal", "katastrophale", "katastrophalen", "albtraum", "alptraum", "unfassbar", "wahnsinn", "desaster", "debakel", "schrecklich", "furchtbar", "entsetzlich",
    ];
    /// Words that sell.
    MARKETING = [
        "industry-leading", "industry leading", "market-leading", "market leading", "world-class", "world class", "best-in-class", "best in class", "cutting-edge", "cutting edge", "state-of-the-art",
        "unparalleled", "unmatched", "award-winning", "game-changing", "next-generation platform", "leading provider", "trusted by", "seamless experience", "excited to announce", "thrilled to announce",
        "enterprise-grade", "bulletproof", "mission-critical excellence", "delight our customers", "best possible experience", "highest quality", "highest standards",
        "marktführend", "marktführender", "branchenführend", "weltklasse", "führender anbieter", "führende anbieter", "erstklassig", "erstklassige", "erstklassigen", "höchste qualität", "modernste technologie", "bestmögliche erlebnis",
    ];
    /// One cause alone.
    SOLE_CAUSE = [
        "sole cause", "only cause", "single root cause", "sole root cause", "only root cause", "einzige ursache", "alleinige ursache", "einziger grund",
    ];
}
