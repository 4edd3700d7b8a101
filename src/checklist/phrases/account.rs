//! How an account is given: who was told, what is going to change, what was missing before, who is spoken to.

use crate::checklist::phrases::Phrases;

phrases! {
    LISTS from 20:
    /// Word is given to somebody.
    TELLING = [
        "informed", "inform", "notified", "notify", "notifies", "notification sent", "announced", "announce", "announces", "announcement*", "posted", "posts", "published", "tweeted", "tweet", "tweets",
        "emailed", "e-mailed", "email sent", "mail sent", "wrote to", "reached out", "communicat*", "told", "acknowledged", "replied", "banner", "disclosed", "disclosure",
        "contacted", "messaged", "advised", "warned", "heads up", "responded to", "let everyone know", "let our users know", "status page", "statuspage", "public statement", "informiert*", "benachrichtig*", "mitgeteilt",
        "angekündigt", "veröffentlicht*", "geschrieben an", "statusmeldung*", "告知", "周知", "通知", "連絡", "公告",
    ];
    /// Something is going to be better, or is already.
    IMPROVING = [
        "we will", "we'll", "we are going to", "we're going to", "we plan", "plan to", "planning to", "planned", "we have added", "we added", "we've added", "now have", "have since", "has been added", "have been added",
        "implemented", "implement", "introduce", "introduced", "in the future", "going forward", "moving forward", "prevent*", "to avoid", "follow-up*", "follow up", "next steps", "need to", "needs to", "needed to",
        "improve*", "will be", "should be", "add", "added", "ensure", "make sure", "todo", "automate", "document", "upgrade", "mitigation*", "wir werden", "künftig", "in zukunft", "verhinder*", "vermeid*",
        "verbesser*", "eingeführt", "ergänz*", "対策", "再発防止", "改善", "追加", "改进", "措施", "预防", "防止", "避免",
    ];
    /// What was not there before it happened.
    LATENT = [
        "no monitoring", "no alert*", "no alarm*", "no test*", "no process", "no procedure", "no documentation", "no check*", "no limit*", "no way to", "not monitored", "not tested", "untested", "undocumented", "not documented",
        "not configured", "never", "lack of", "lacked", "lacking", "missing", "absence of", "insufficient", "inadequate", "not enough", "did not have", "didn't have", "does not have", "doesn't have",
        "do not have", "don't have", "not have", "assum*", "by design", "by default", "nobody", "no one", "not caught", "not covered", "not considered", "not aware", "unaware", "did not know", "didn't know",
        "should have", "could have", "not noticed", "not detected", "without", "silently", "manual", "manually", "single point", "kein monitoring", "keine überwachung", "kein test", "keine prüfung", "fehlte*", "nie ", "ohne",
        "なかった", "未実装", "欠如", "不足", "没有", "未", "缺乏", "缺少",
    ];
    /// The reader is spoken to.
    READER = ["you", "your", "you're", "anyone", "anybody", "others", "everyone else", "whoever", "sie", "ihr", "ihre*", "お客様", "皆様", "你", "您"];
    /// It is regretted.
    SORRY = [
        "sorry", "apolog*", "regret*", "entschuldig*", "bedauern", "tut uns leid", "申し訳", "お詫び", "抱歉", "致歉",
    ];
    /// More word is promised, or it is said where there is more.
    FOLLOW = [
        "more details", "more information", "further details", "further information", "for details", "for the latest", "latest status", "follow along", "will be updated", "will update", "updates on", "updates will", "post updates",
        "provide updates", "keep you posted", "keep you updated", "keep everyone updated", "further updates", "stay tuned", "subscribe", "reach out", "get in touch", "please email", "please contact", "contact us", "any questions",
        "weitere information*", "auf dem laufenden", "halten euch", "halten sie", "aktualisier*", "bei fragen", "続報", "更新します", "お問い合わせ", "后续", "更新", "联系",
    ];
    /// Word was given.
    GIVEN = [
        "informed", "notified", "announced", "posted", "published", "tweeted", "emailed", "e-mailed", "wrote to", "reached out", "communicated", "acknowledged", "disclosed", "contacted", "messaged", "warned", "sent", "send", "updated",
        "announcement*", "notice", "notification sent", "banner", "advisory", "bulletin", "disclosure", "let users know", "let everyone know", "informiert*", "benachrichtig*", "angekündigt", "veröffentlicht*", "verschickt", "告知", "周知", "公告",
        "お知らせ", "公開",
    ];
    /// Where word can be given: channels of every kind.
    MEDIA = [
        "status page", "statuspage", "status site", "status.*", "statusseite", "mailing list", "mailingliste", "forum", "discord", "twitter", "tweet*", "mastodon", "facebook", "reddit", "telegram", "keybase", "social media", "blog", "blog post",
        "newsletter", "email", "e-mail", "emails", "mail", "slack", "irc", "gitter", "matrix", "zulip", "ticket", "tickets", "public channel", "announcement*", "banner", "homepage", "website", "webseite", "changelog", "community board",
        "support portal", "helpdesk", "help desk", "wallops",
    ];
    /// Word came in: it is reported to those who write.
    REPORTED = [
        "users report*", "customers report*", "user reports", "reports from", "reports of", "reported by", "a user reported", "customer reported", "reported that", "was reported", "were reported", "reported in", "complain*",
        "meldungen von", "gemeldet von", "beschwer*", "反馈", "報告",
    ];
    /// People in passing, and what they thought.
    PASSERS = [
        "researcher*", "credit*", "member*", "contributor*", "reporter", "author", "developer*", "support", "admins", "administrators", "the user", "someone", "user reported", "noticed", "our mistake", "hypothes*", "we thought", "i thought",
        "we suspected", "suspicion", "wrong turn*", "got wrong", "entwickler*", "forscher*", "研究者", "ユーザー", "用户", "同学", "工程师", "人员", "老师", "误判", "以为",
    ];
}
