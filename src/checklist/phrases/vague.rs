//! What the rule on vague impact looks for: words that stand in the place of a number. Most of them need a noun beside them.

use crate::checklist::phrases::Phrases;

phrases! {
    LISTS from 56:
    /// How many, without a number; the noun follows.
    QUANTITY = [
        "some", "several", "many", "multiple", "numerous", "various", "countless", "few", "lots of", "plenty of", "a lot of", "most", "not all",
        "einige", "einigen", "einiger", "mehrere", "mehreren", "mehrerer", "viele", "vielen", "vieler", "manche", "manchen", "mancher", "zahlreiche", "zahlreichen", "zahlreicher", "diverse", "diversen", "diverser", "wenige", "wenigen",
        "etliche", "etlichen", "etlicher", "die meisten", "einzelne", "einzelnen", "ein paar", "nicht alle",
    ];
    /// A share, after its article: "a small number of".
    SHARE = [
        "number of", "portion of", "proportion of", "percentage of", "fraction of", "share of", "part of", "subset of", "majority of", "minority of", "handful of", "couple of", "variety of", "range of", "amount of",
        "set of", "multitude of", "bunch of", "group of", "volume of", "quantity of",
        "teil der", "teil unserer", "teil des", "reihe von", "anzahl von", "anzahl an", "vielzahl von", "mehrheit der", "großteil der", "bruchteil der",
    ];
    /// How much, without a measure; the effect follows.
    DEGREE = [
        "significant", "substantial", "considerable", "noticeable", "intermittent", "sporadic", "occasional", "degraded", "elevated", "increased", "decreased", "reduced", "limited", "minor", "minimal", "slight", "small", "brief", "short",
        "partial", "widespread", "severe", "massive", "heavy", "prolonged", "extended", "excessive", "poor", "slow", "slower", "slowed", "high", "higher", "large", "huge", "long", "longer", "serious", "unusual", "abnormal", "some", "several",
        "many", "multiple", "numerous", "various", "periods of", "a spike in", "an increase in", "a drop in", "a lot of", "lots of", "repeated", "frequent", "a few", "a couple of", "a number of", "a variety of", "a huge number of", "a large number of",
        "erhebliche", "erheblichen", "erheblicher", "deutliche", "deutlichen", "geringe", "geringen", "geringfügige", "geringfügigen", "spürbare", "spürbaren", "sporadische", "sporadischen", "gelegentliche", "gelegentlichen",
        "zeitweilige", "zeitweiligen", "kurze", "kurzen", "kurzer", "längere", "längeren", "erhöhte", "erhöhten", "erhöhter", "verringerte", "eingeschränkte", "eingeschränkten", "eingeschränkter", "massive", "massiven", "starke", "starken",
        "vereinzelte", "vereinzelten", "einige", "mehrere", "zahlreiche", "vermehrte", "vermehrten", "langsame", "langsamen",
    ];
    /// Words that are vague alone where an impact is told.
    HAZY = [
        "flaky", "flakiness", "sluggish", "intermittently", "sporadically", "occasionally", "than usual", "than normal", "degradation of service", "service degradation", "degrade", "experiencing issues",
        "experienced issues", "having issues", "having trouble", "partially down", "partially unavailable", "partially degraded", "partially offline", "somewhat slow", "was unstable", "were unstable", "became unstable", "was degraded", "were degraded", "been degraded", "is degraded",
        "in some cases", "a few times", "at times", "here and there", "not many", "many of you", "high rate of", "higher rate of", "increased rate of", "elevated rate of", "elevated levels of", "increased levels of", "higher levels of", "high levels of", "high number of", "higher number of", "increased number of",
        "leistungseinbußen", "beeinträchtigungen", "vereinzelt", "kurzzeitig", "zeitweise", "teilweise nicht", "gelegentlich", "sporadisch", "langsamer als sonst", "als üblich", "in einigen fällen", "instabil", "einige von euch", "einige von ihnen", "viele von euch", "viele von ihnen",
    ];
    /// How long, without a length.
    SPELL = [
        "for a while", "for some time", "for quite some time", "for a short time", "for a brief time", "for a short while", "a short period", "a brief period", "short period of time", "brief period of time", "a long period", "an extended period",
        "unknown amount of time", "unknown period", "unknown length of time", "for hours", "for days", "for weeks", "for months", "for several", "for multiple", "for many", "for a few", "for few", "for a couple of", "several hours", "several days", "many hours", "hours on end", "days on end",
        "eine weile", "für kurze zeit", "für einige zeit", "über längere zeit", "längere zeit", "einige zeit", "stundenlang", "tagelang", "wochenlang", "mehrere stunden", "mehrere tage", "einige stunden", "einige minuten", "für unbestimmte zeit",
    ];
    /// Whether at all, left open.
    HEDGED = [
        "may have", "might have", "may also have", "might also have", "could potentially", "potentially", "possibly", "it is possible that", "it's possible that", "the potential to", "may or may not",
        "möglicherweise", "unter umständen", "eventuell", "womöglich",
    ];
    /// Touched, with those who were beside it.
    TOUCHED = ["affected", "affecting", "affects", "impacted", "impacting", "impacts", "betroffen", "betraf", "beeinträchtigt", "beeinträchtigte"];
}

/// Those who are counted, in the singular.
pub(in crate::checklist) const PEOPLE: &[&str] = &[
    "user", "customer", "client", "people", "member", "developer", "student", "visitor", "merchant", "subscriber", "instructor", "contributor", "employee", "tenant", "farmer", "validator", "maintainer", "reader", "player", "buyer", "seller",
    "patient", "organization", "organisation", "communit", "researcher", "viewer", "guest", "passenger", "holder", "teams", "partners", "operators", "persons", "consumer", "citizen", "participant", "those", "you",
    "kunde", "kundin", "nutzer", "nutzerin", "benutzer", "anwender", "besucher", "mitglied", "nutzend", "personen", "leute", "teilnehmer",
];

/// Things that a service handles: they are counted too.
pub(in crate::checklist) const THINGS: &[&str] = &[
    "request", "service", "system", "site", "shop", "store", "order", "job", "project", "app", "application", "hub", "pod", "email", "account", "instance", "node", "website", "server", "package", "repositor", "page", "build", "image", "gem", "workflow",
    "file", "mail", "message", "notification", "endpoint", "region", "volume", "record", "contribution", "download", "upload", "deployment", "pipeline", "cluster", "database", "quer", "wallet", "sdk", "feature", "transaction", "payment", "event", "call", "session",
    "connection", "device", "host", "machine", "container", "domain", "certificate", "ticket", "booking", "block", "document", "object", "row", "entr", "vm", "stream", "feed", "webhook", "invoice", "mirror", "runner", "address", "token", "component", "process", "worker", "things",
    "webseite", "dienst", "bestellung", "anfrage", "laden", "läden", "konto", "konten", "auftrag", "aufträge", "anruf", "seite", "nachricht", "verbindung", "zahlung", "buchung", "gerät", "kasse", "filiale", "rechnung", "funktion", "server", "system",
];

/// A failure as a whole.
pub(in crate::checklist) const OUTAGES: &[&str] = &[
    "outage", "downtime", "interruption", "disruption", "degradation", "slowdown", "slowness", "unavailability", "ausfall", "ausfäll", "unterbrechung", "störung", "beeinträchtigung", "einschränkung",
];

/// Effects that have a size.
pub(in crate::checklist) const EFFECTS: &[&str] = &[
    "latenc", "delay", "error", "failure", "timeout", "issue", "problem", "impact", "performance", "connectivity", "throughput", "instabilit", "flakiness", "breakage", "response", "wait", "loss", "reduction", "crash", "drop", "trouble", "spike", "disconnect", "disconnection", "experience",
    "verzögerung", "fehler", "fehlerrate", "latenz", "leistung", "problem", "wartezeit", "antwortzeit", "ladezeit", "verbindungsabbruch", "verbindungsabbrüch", "abbrüch",
];

/// What happened to them, besides the failures that verdicts know, by the beginning of the word.
pub(in crate::checklist) const SUFFERED: &[&str] = &["hung", "hang", "stuck", "frozen", "expire", "killed", "evict", "reject", "block", "report", "complain", "inabilit", "trouble", "experienc", "taken down", "unresponsive", "gemeldet", "meldeten", "beschwer", "betroffen", "hing"];
