//! What kind of event it was: what felt it, whether anybody did, whether it was meant to be, and whose doing it was.

use crate::checklist::phrases::Phrases;

phrases! {
    LISTS from 14:
    /// What users use, by its kind.
    SERVICES = [
        "service", "services", "site", "sites", "web site", "website", "websites", "server", "servers", "node", "nodes", "network", "networks", "cluster", "clusters", "api", "apis", "app", "apps", "application", "platform", "database", "databases",
        "endpoint", "endpoints", "page", "pages", "job", "jobs", "request", "requests", "download", "downloads", "build", "builds", "deployment", "chain", "wallet", "wallets", "hub", "instance", "instances", "mirror", "mirrors", "portal", "dashboard",
        "panel", "account", "accounts", "mail", "email", "search", "connections", "dienst*", "webseite*", "konto", "konten", "サービス", "システム", "機能", "服务", "网站",
    ];
    /// It is said outright that nobody felt it.
    NOBODY = [
        "no user*", "no customer*", "no one was", "no-one was", "nobody was", "no impact", "no disruption", "no service disruption", "not exploited", "no known", "no funds", "no data", "without an outage", "no outage", "no downtime",
        "not affected", "unaffected", "were not impacted", "was not impacted", "no evidence", "keine nutzer*", "keine kund*", "keine benutzer*", "niemand war", "nicht betroffen",
    ];
    /// It was meant to be, or was nothing.
    PLANNED = [
        "maintenance", "planned", "scheduled", "will be down", "will be unavailable", "migration of", "migrate", "migrating", "noop", "no-op", "false positive", "false alarm", "wartung*", "geplant*", "fehlalarm", "メンテナンス", "维护", "计划", "予定",
    ];
    /// It could be, and need not have been.
    POSSIBLE = [
        "could", "may have", "may be", "may not", "might", "possible", "possibly", "potential*", "would", "theoretical*", "vulnerab*", "unlikely", "attacker", "attacker's", "könnte*", "möglicherweise", "可能性",
    ];
    /// Somebody meant harm.
    ATTACKS = [
        "attacker*", "hacker*", "malicious*", "compromis*", "suspicious*", "phishing", "ddos", "denial-of-service", "denial of service", "exploit*", "angreif*", "攻撃", "攻击",
    ];
    /// It is not known.
    UNKNOWN = [
        "unknown", "unclear", "not known", "not sure", "don't know", "do not know", "still investigating", "being investigated", "under investigation", "yet to", "could not find", "couldn't find", "unable to determine", "no idea", "uncertain",
        "to be determined", "tbd", "unbekannt", "unklar", "ungeklärt", "不明", "未知", "調査中", "调查",
    ];
}
