//! The words that the verdicts look for, each list with what it shows.

use crate::checklist::phrases::Phrases;

phrases! {
    LISTS from 0:
    /// The organisation's own voice.
    WE = [
        "we", "we've", "we're", "we'd", "our", "ours", "us", "i", "i've", "i'd", "my", "me", "wir", "uns", "unser*", "ich", "mein*",
        "私たち", "我们", "我々",
    ];
    /// Something did not work.
    FAILURE = [
        "fail*", "down", "downtime", "outage*", "offline", "unavailable", "unreachable", "error*", "broke", "broken", "break*", "crash*",
        "lost", "loss", "slow*", "degrad*", "disrupt*", "interrupt*", "unable", "could not", "couldn't", "cannot", "can't", "did not", "didn't",
        "not available", "not work*", "not able", "inaccessible", "timeout*", "timed out", "incident", "bug*", "mistake*", "wrong*", "stopped",
        "stuck", "halted", "stalled", "hung", "unresponsive", "not respond*", "not running", "refused", "aborted", "blocked", "drained", "hacked", "attack*", "accidental*", "misconfigur*", "corrupt*", "overflow*", "vulnerab*", "flaw*", "fault*", "problem*", "unexpected*", "drop*", "expired", "impacted", "unstable", "leak*", "exploit*", "compromis*", "missing", "delay*", "affected", "exposed", "ausfall*", "ausgefallen", "fehler*",
        "störung*", "nicht erreichbar", "langsam*", "verloren", "abgeschaltet", "konnte nicht", "konnten nicht", "falsch*",
        "gestört", "unterbrech*", "funktioniert* nicht", "障害", "エラー", "失敗", "停止", "不具合", "オフライン", "誤", "できな", "失败", "错误", "故障", "挂", "报错", "宕机", "中断", "无法",
    ];
    /// Hedges before a failure.
    HEDGE = ["may have", "might have", "could have experienced", "may be", "potentially", "some users may", "möglicherweise", "eventuell"];
    /// Channels that can be followed: a name, an address.
    CHANNEL_BY_NAME = [
        "status page", "statuspage", "status site", "status.*", "mailing list", "statusseite", "google-doc*", "help desk", "forum", "status feed",
        "public channel", "on discord", "mastodon", "facebook", "social media", "status tracker", "blog post", "discussion board",
    ];
    /// It is owned, or it is said that it is not known.
    OWNS = [
        "we should", "we did not", "we didn't", "we failed", "we missed", "we made", "we had not", "we hadn't", "our own", "our mistake",
        "our fault", "responsib*", "we assumed", "we believed", "we thought", "we were not", "we weren't", "we do not know", "we don't know",
        "unknown", "unclear", "not sure", "we never", "nobody had", "no one had", "wir haben nicht", "wir hatten", "unser fehler", "verantwort*",
        "wissen wir nicht", "wir nahmen an", "we had", "we pulled", "we took", "mistake*", "did not test", "not tested", "misconfigur*", "our",
    ];
    /// How a cause was found.
    FOUND = [
        "found", "discovered", "realized", "realised", "noticed", "identified", "traced", "investigat*", "determined", "confirmed", "showed", "shows",
        "revealed", "turned out", "logs", "log", "metrics", "graph*", "dashboard", "debug*", "reproduc*", "looked at", "hypothes*", "suspect*",
        "ruled out", "stellte sich heraus", "fanden", "entdeckt*", "untersuch*", "zeigte", "zeigten", "bemerkt*", "protokoll*", "特定", "調査", "判明",
        "ログ", "确认", "发现", "定位", "日志",
    ];
    /// One thing led to another.
    BECAUSE = [
        "because", "due to", "caused", "causing", "led to", "leading to", "resulted in", "as a result", "since", "which meant", "therefore", "thus",
        "so that", "consequently", "triggered", "weil", "da", "dadurch", "daher", "deshalb", "führte", "wodurch", "sodass", "ため", "により",
        "結果", "原因", "因为", "导致", "所以", "因此",
    ];
    /// A process or a design.
    PROCESS = [
        "process*", "procedure*", "review*", "design*", "architecture", "runbook*", "checklist*", "test*", "monitor*", "alert*", "policy", "policies",
        "automat*", "rehears*", "training", "document*", "assum*", "never", "no one", "nobody", "prozess*", "ablauf*", "prüf*", "entwurf", "niemand",
        "設計", "レビュー", "テスト", "監視", "流程", "设计", "测试", "规范",
    ];
    /// People at work.
    PEOPLE = [
        "engineer*", "team*", "colleague*", "on-call", "oncall", "on call", "night", "weekend", "vacation", "asleep", "woke", "sleep*", "tired",
        "confus*", "panick*", "stress*", "coincidence", "unlucky", "lucky", "luck", "luckily", "fortunately", "unfortunately", "by chance",
        "employee*", "maintainer*", "staff", "operator*", "administrator*", "admins", "volunteer*", "on leave", "holiday*", "hoping", "hoped", "guess*", "worr*", "coincidentally", "realized", "realised", "decided", "decision*", "asked", "someone", "somebody", "no-one", "unaware", "not aware", "forgot*", "human error", "mistakenly", "accidentally", "war room", "meeting", "great job", "praise*", "felt", "thought", "pager*", "paged", "wake up", "late at night", "in the middle of the night", "mensch*", "personal", "bemerkte niemand", "維護", "人为", "值班", "维护人员", "人員", "thank*", "worked together", "helped", "joined", "handed over", "handover", "shift*", "heroic", "effort*", "hours of", "kolleg*", "nacht",
        "glück*", "zufall*", "schicht*", "gemeinsam", "mitarbeiter*", "techniker*", "müde", "dank*", "担当", "チーム", "幸い", "運が",
    ];
    /// A takeaway worded for others.
    TAKEAWAY = [
        "lesson*", "if you", "you should", "make sure", "always", "never", "don't", "do not", "be careful", "worth", "should", "important*", "remember",
        "takeaway*", "in general", "anyone", "others", "everyone", "rule of thumb", "wer ", "sollte*", "immer", "niemals", "wichtig*", "lehre*",
        "べき", "必ず", "重要", "必须", "不要", "应", "铁律",
    ];
    /// Well-known parts by name.
    PRODUCTS = [
        "kubernetes", "k8s", "postgres*", "mysql", "mariadb", "redis", "kafka", "rabbitmq", "nginx", "apache", "haproxy", "varnish", "aws", "ec2", "s3", "rds",
        "gcp", "gke", "azure", "cloudflare", "fastly", "docker", "linux", "ubuntu", "debian", "terraform", "helm", "prometheus", "grafana", "elasticsearch",
        "mongodb", "cassandra", "zookeeper", "etcd", "consul", "vault", "rails", "ruby", "mongrel*", "passenger", "unicorn", "python", "django", "node.js",
        "nodejs", "java", "jvm", "golang", "github*", "gitlab", "jenkins", "heroku", "lambda", "dynamodb", "cloudfront", "route53", "let's encrypt", "tls", "ssl",
        "bgp", "vmware", "ceph", "zfs", "nfs", "memcached", "sidekiq", "celery", "ldap", "artifactory", "engine yard", "typo3", "wordpress", "php", "twitter", "slack",
    ];
    /// Those who use it, and not its parts.
    USERS = [
        "user*", "customer*", "client*", "visitor*", "people", "everyone", "member*", "tenant*", "merchant*", "developers", "maintainers", "contributors", "subscriber*", "student*", "instructor*", "validators",
        "farmers", "holders", "teams", "community", "communities", "kunde*", "kundin*", "nutzer*", "besucher*", "anwender*", "ユーザ*", "利用者", "用户", "客户",
    ];
    /// The failure is somebody else's.
    LEANING = [
        "upstream", "provider*", "vendor*", "third party", "third-party", "supplier*", "their end", "their side", "their outage", "outage at", "bug in the", "quirk in", "anbieter*", "zulieferer*", "hersteller*",
    ];
    /// Where word goes.
    PLACES = [
        "slack", "slack thread", "irc", "gitter", "matrix", "discord", "forum", "zulip", "telegram", "twitter", "reddit", "mastodon", "mailing list", "via email", "by email", "emails to", "e-mail", "emailed", "ticket", "freshdesk",
        "zendesk", "changelog", "status update*", "maintenance page", "live stream*", "newsletter", "per e-mail", "telefonisch", "social media", "facebook", "community board", "discussions",
    ];
}
