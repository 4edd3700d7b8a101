//! What the rule on vague impact looks for: words that stand in the place of a number. Most of them need a noun beside them.

use crate::checklist::phrases::Phrases;

phrases! {
    LISTS from 52:
    /// How many, without a number; the noun follows.
    QUANTITY = [
        "some", "several", "many", "multiple", "numerous", "various", "countless", "few", "lots of", "plenty of", "a lot of", "most", "not all", "not many", "certain", "parts of", "portions of", "much of", "tons of", "select", "a lot of", "a limited set of",
        "einige", "einigen", "einiger", "mehrere", "mehreren", "mehrerer", "viele", "vielen", "vieler", "manche", "manchen", "mancher", "zahlreiche", "zahlreichen", "zahlreicher", "diverse", "diversen", "diverser", "wenige", "wenigen",
        "etliche", "etlichen", "etlicher", "die meisten", "einzelne", "einzelnen", "ein paar", "nicht alle", "nicht viele", "teile",
    ];
    /// A share, after its article: "a small number of".
    SHARE = [
        "number of", "numbers of", "portion of", "portions of", "parts of", "proportion of", "percentage of", "fraction of", "share of", "part of", "subset of", "majority of", "minority of", "handful of", "couple of", "variety of", "range of", "amount of",
        "set of", "multitude of", "bunch of", "group of", "volume of", "quantity of",
        "area of", "swath of", "array of",
        "teil der", "teil unserer", "teil des", "handvoll", "prozentsatz der", "prozentsatz unserer", "anteil der", "anteil unserer", "anzahl der", "anzahl unserer", "minderheit der", "reihe von", "anzahl von", "anzahl an", "vielzahl von", "mehrheit der", "großteil der", "bruchteil der",
    ];
    /// How much, without a measure; the effect follows.
    DEGREE = [
        "significant", "substantial", "considerable", "noticeable", "perceivable", "major", "intermittent", "sporadic", "occasional", "degraded", "impacted", "elevated", "increased", "decreased", "reduced", "limited", "minor", "minimal", "slight", "small", "brief", "short", "marked", "sharp", "steep", "drastic", "dramatic", "notable", "delayed", "impaired", "lower", "worse", "unstable",
        "partial", "widespread", "severe", "massive", "heavy", "prolonged", "extended", "excessive", "poor", "slow", "slower", "slowed", "high", "higher", "large", "huge", "long", "longer", "serious", "unusual", "abnormal", "some", "several",
        "many", "multiple", "numerous", "various", "periods of", "a spike in", "an increase in", "a drop in", "a lot of", "lots of", "repeated", "frequent", "a few", "a couple of", "a number of", "a variety of", "a huge number of", "a large number of",
        "erhebliche", "erheblichen", "erheblicher", "deutliche", "deutlichen", "geringe", "geringen", "geringfügige", "geringfügigen", "spürbare", "spürbaren", "merkliche", "merklichen", "nennenswerte", "nennenswerten", "sporadische", "sporadischen", "gelegentliche", "gelegentlichen",
        "zeitweilige", "zeitweiligen", "kurze", "kurzen", "kurzer", "längere", "längeren", "erhöhte", "erhöhten", "erhöhter", "verringerte", "eingeschränkte", "eingeschränkten", "eingeschränkter", "massive", "massiven", "starke", "starken",
        "vereinzelte", "vereinzelten", "einige", "mehrere", "zahlreiche", "vermehrte", "vermehrten", "langsame", "langsamen", "langsam", "verlangsamt", "verzögert", "eingeschränkt", "instabil", "unzuverlässig",
    ];
    /// Words that are vague alone where an impact is told.
    HAZY = [
        "flaky", "flakiness", "sluggish", "intermittently", "sporadically", "occasionally", "than usual", "than normal", "degradation of service", "service degradation", "degrade", "experiencing issues",
        "experienced issues", "having issues", "having trouble", "partially down", "partially unavailable", "partially degraded", "partially offline", "somewhat slow", "was unstable", "were unstable", "became unstable", "was degraded", "were degraded", "been degraded", "is degraded",
        "a few times", "degraded service", "limited service", "reduced service", "caused disruption", "disruption to", "disruptions to", "at times", "here and there", "many of you", "much slower", "far slower", "a lot slower", "very slow", "slower than", "than expected", "slowed down", "was slow", "were slow", "became slow", "some of the time", "caused issues", "causing issues", "causes issues",
        "caused problems", "causing problems", "had issues", "had problems", "having problems", "issue affecting", "issues affecting", "problem affecting", "problems affecting", "high rate of", "higher rate of", "increased rate of", "elevated rate of", "elevated levels of", "increased levels of", "higher levels of", "high levels of", "high number of", "higher number of", "increased number of",
        "leistungseinbußen", "beeinträchtigungen", "vereinzelt", "kurzzeitig", "zeitweise", "teilweise nicht", "gelegentlich", "sporadisch", "langsamer als sonst", "als üblich", "einige von euch", "einige von ihnen", "viele von euch", "viele von ihnen", "deutlich langsamer", "sehr langsam",
        "war langsam", "waren langsam", "nur langsam", "nur eingeschränkt", "eingeschränkt verfügbar", "eingeschränkt nutzbar", "eingeschränkt erreichbar", "teilweise", "phasenweise", "stellenweise", "immer wieder", "verursachte probleme", "führte zu problemen", "kam zu problemen", "hatten probleme", "hatte probleme",
    ];
    /// How long, without a length.
    SPELL = [
        "for a while", "for some time", "for quite some time", "for a short time", "for a brief time", "for a short while", "for a period", "for some period", "over several", "over many", "over a few", "a short time", "most of the day", "quite a while", "took a while", "a short period", "a brief period", "short period of time", "brief period of time", "a long period", "an extended period",
        "unknown amount of time", "unknown period", "unknown length of time", "for hours", "for days", "for weeks", "for months", "for several", "for multiple", "for many", "for a few", "for few", "for a couple of", "several hours", "several days", "many hours", "hours on end", "days on end",
        "eine weile", "für kurze zeit", "für einige zeit", "über längere zeit", "längere zeit", "einige zeit", "stundenlang", "tagelang", "wochenlang", "mehrere stunden", "mehrere tage", "einige stunden", "einige minuten", "für unbestimmte zeit",
    ];
    /// Whether at all, left open.
    HEDGED = [
        "may have", "might have", "may also have", "might also have", "could potentially", "potentially", "possibly", "it is possible that", "it's possible that", "the potential to", "may or may not", "may experience", "might experience", "may see",
        "möglicherweise", "unter umständen", "eventuell", "womöglich",
    ];
    /// Touched, with those who were beside it.
    TOUCHED = [
        "affected", "affecting", "affects", "impacted", "impacting", "impacts", "prevented", "preventing", "disrupted", "disrupting", "inconvenienced",
        "betroffen", "betraf", "betrafen", "beeinträchtigt", "beeinträchtigte", "beeinträchtigten",
    ];
    /// How badly, without a measure; what was bad follows.
    BADLY = [
        "significantly", "severely", "substantially", "considerably", "heavily", "drastically", "dramatically", "massively", "noticeably", "slightly", "somewhat", "seriously", "badly", "partially",
        "erheblich", "deutlich", "stark", "massiv", "spürbar", "merklich", "leicht", "schwer",
    ];
    /// How often, without a number.
    CASES = [
        "in some cases", "in a few cases", "in certain cases", "in many cases", "in most cases", "in rare cases", "in some instances", "in einigen fällen", "in manchen fällen", "in vielen fällen", "in einzelnen fällen", "in seltenen fällen", "zeitweilig", "hin und wieder", "zum teil",
    ];
    /// Whether at all, guessed.
    GUESSED = [
        "it seems", "seems to", "seem to", "seemed to", "it appears", "appears to have", "appear to have", "appeared to", "we think", "we believe", "presumably", "at scale", "on a large scale", "to a large extent", "to some extent", "im großen stil", "in großem umfang", "anscheinend", "scheint", "scheinen", "schien", "schienen", "vermutlich", "wohl",
    ];
    /// A grade in the place of a number, alone behind its label.
    GRADE = [
        "low", "medium", "moderate", "minimal", "minor", "limited", "significant", "severe", "unknown", "unclear", "not known", "gering", "mittel", "mäßig", "minimal", "hoch", "unbekannt", "unklar",
    ];
    /// What those who were hit did, who stand before it.
    WITNESSED = [
        "reported", "report", "reporting", "complained", "complaining", "noticed", "experienced", "experiencing", "encountered", "saw", "struggled", "meldeten", "berichteten", "bemerkten", "sahen", "beschwerten",
    ];
}
