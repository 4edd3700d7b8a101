//! The words that the voice rules look for. A word alone decides nothing: each rule looks at what stands around it.

use crate::checklist::phrases::Phrases;

phrases! {
    LISTS from 30:
    /// Words of a lapse; blame only with a person as their subject.
    LAPSE = [
        "forgot", "forgot to", "had forgotten", "forgetting to", "neglected", "neglected to", "failed to", "having failed to", "overlooked", "ignored", "missed", "botched", "broke", "messed up", "screwed up", "dropped the ball", "didn't bother",
        "did not bother", "did not follow", "didn't follow", "did not check", "didn't check", "did not test", "didn't test", "did not adequately", "did not properly", "did not notice", "didn't notice", "did not verify", "didn't verify",
        "did not read", "didn't read", "did not alert", "didn't alert", "did not tell", "didn't tell", "did not inform", "did not use", "did not respond", "didn't respond", "did not react", "did not realize", "didn't realize", "did not realise", "did not think", "didn't think", "did not pay", "didn't pay",
        "was unaware", "was unavailable", "made a mistake", "made an error", "should have known",
        "was careless", "mistakenly", "wrongly", "incorrectly", "accidentally", "inadvertently", "unintentionally", "erroneously", "by mistake", "by accident", "refused to", "did not care", "didn't care", "did not understand", "didn't understand", "should have known better", "nor did he", "nor did she",
        "vergaß", "hat vergessen", "hatte vergessen", "versäumte", "versäumte es", "hat versäumt", "hatte versäumt", "übersah", "hat übersehen", "hatte übersehen", "missachtete", "ignorierte", "machte einen fehler", "hat einen fehler gemacht", "versehentlich", "aus versehen", "irrtümlich", "nicht geprüft", "nicht getestet", "nicht aufgepasst", "nicht daran gedacht", "weigerte sich", "ungeprüft", "ungetestet", "eigenmächtig", "unbedacht", "leichtfertig", "irrtümlicherweise", "fälschlicherweise",
        "を忘れ", "忘れて", "し忘れ", "戻し忘れ", "を怠", "見落とし", "見落として", "を無視し", "無視して", "確認せず", "確認しなかっ", "確認を行わず", "検証せず", "相談せず", "連絡せず", "誤って", "うっかり", "勝手に", "取り違え", "打ち間違え",
    ];
    /// What was left undone; blame with a person or nobody as its subject.
    OMITTED = [
        "without", "ohne", "addressed", "followed up", "acted on", "paying attention", "paying close attention", "pay attention", "looking closely", "looking very closely", "looking carefully", "aufgepasst", "genau hingesehen",
    ];
    /// Words that judge a character.
    CARELESS = [
        "careless", "carelessly", "carelessness", "negligent", "negligence", "negligently", "reckless", "recklessly", "sloppy", "sloppiness", "incompetent", "incompetence",
        "clueless", "complacent", "complacency", "inattentive", "inattention", "rookie mistake", "rookie move", "pebkac", "pebcak", "id10t", "layer 8 problem", "layer-8-problem", "asleep at the wheel", "foolish", "foolishly", "foolishness", "thoughtless", "thoughtlessly", "a lesson to those", "a lesson for those", "lesson to those", "lesson for those", "lesson to anyone", "lesson for anyone", "only themselves to blame", "has himself to blame", "irresponsible", "idiotic",
        "stupidity", "is to blame", "are to blame", "was to blame", "were to blame", "blame lies", "nachlässig", "nachlässigkeit", "fahrlässig", "fahrlässigkeit", "leichtsinnig", "leichtsinn",
        "schlamperei", "schlampig", "unaufmerksamkeit", "inkompetenz", "inkompetent", "trägt die schuld", "hat die schuld",
        "不注意", "怠慢", "軽率", "確認不足", "注意不足", "認識不足", "認識の甘さ", "意識の低さ", "うっかりミス", "ケアレスミス", "過失", "不手際",
    ];
    /// Human error by name.
    HUMAN_ERROR = [
        "human error", "human errors", "human mistake", "human mistakes", "operator error", "operator errors", "user error", "pilot error", "fat finger", "fat-finger", "fat-fingered", "fat fingered", "pebkac",
        "menschliches versagen", "menschlichem versagen", "menschlichen versagens", "menschlicher fehler", "menschlichen fehler", "bedienfehler", "bedienungsfehler", "individueller fehler", "fehler eines mitarbeiters", "fehler einer mitarbeiterin", "fehler eines technikers", "fehler eines administrators", "anwenderfehler",
        "ヒューマンエラー", "人為的ミス", "人為的なミス", "人為ミス", "人的ミス", "人的なミス", "人為的過誤", "操作ミス", "作業ミス", "オペレーションミス",
    ];
    /// The fault is a supplier's.
    SUPPLIER = [
        "their fault", "vendor's fault", "provider's fault", "not our fault", "no fault of ours", "no fault of our own", "beyond our control", "out of our control",
        "outside our control", "outside of our control", "außerhalb unserer kontrolle", "außerhalb unseres einflusses", "außerhalb unseres einflussbereichs", "außerhalb unseres verantwortungsbereichs", "nicht in unserer hand", "nicht an uns, sondern", "nicht bei uns, sondern", "nicht von uns zu verantworten", "nicht von uns verschuldet", "schuld war unser", "schuld war der anbieter", "schuld ist unser", "nicht unsere schuld", "verschulden unseres",
        "verschulden des anbieters", "schuld unseres", "schuld des anbieters",
    ];
    /// What might have been.
    COUNTERFACTUAL = [
        "should have", "should've", "shouldn't have", "should not have", "should also have", "should probably have", "should've just", "ought to have", "could have", "could've", "could probably have", "could also have",
        "would have", "would've", "would probably have", "would likely have", "would immediately have", "would also have", "might have", "might've", "may have", "if only", "had we", "had i", "had they", "had the", "had this", "had there",
        "hätte", "hätten", "wäre", "wären",
        "ていれば", "でいれば", "していれば", "されていれば", "ていたら", "でいたら", "していたら", "されていたら", "ていたなら", "でいたなら", "していたなら", "ていたならば", "していたならば", "ておけば", "でおけば", "しておけば", "ておいたら", "しておいたら",
        "なければ", "しなければ", "ていなければ", "していなければ", "されていなければ", "があれば", "もあれば", "さえあれば", "さえいれば", "てさえいれば", "であれば", "すれば", "していただければ", "いただければ",
        "べきだった", "べきでした", "べきであった", "べきではなかった", "べきでなかった", "べきではありませんでした", "るはずだった", "るはずでした", "なかったはず", "たはず", "たかもしれ", "た可能性", "ただろう", "たであろう", "たでしょう",
    ];
    /// Phrases from a box.
    CANNED = [
        "apologize for any inconvenience", "apologise for any inconvenience", "sorry for any inconvenience", "apologize for the inconvenience", "apologise for the inconvenience", "sorry for the inconvenience", "any inconvenience",
        "very seriously", "extremely seriously", "incredibly seriously", "rest assured", "valued customers", "valued users", "valued partners", "abundance of caution", "our top priority", "our highest priority", "our number one priority", "a top priority for us", "utmost importance", "of paramount importance",
        "everything we can", "everything in our power", "doing what we can", "open and transparent", "openness and transparency", "full transparency", "spirit of transparency", "interest of transparency", "effort to be transparent",
        "keep you posted", "keep you updated", "keep you informed", "hope this clarifies", "hope this clears", "hope this helps", "hold ourselves to", "the trust you place", "trust you have placed", "earn back your trust", "regain your trust", "our sincerest apologies", "sincerely apologize", "sincerely apologise", "deeply regret",
        "höchste priorität", "oberste priorität", "an erster stelle", "sehr ernst", "äußerst ernst", "mit hochdruck", "bedauern sehr", "bitten um verständnis", "bitten um ihr verständnis", "unser höchstes anliegen", "alles daran setzen", "setzen alles daran", "in aller form", "halten sie auf dem laufenden",
        "深くお詫び", "心よりお詫び", "心からお詫び", "謹んでお詫び", "衷心より", "誠に申し訳", "重く受け止め", "真摯に受け止め", "厳粛に受け止め", "深刻に受け止め", "深く反省", "真摯に反省", "格別のご高配", "格別のお引き立て", "全社を挙げて", "全社一丸", "総力を挙げて", "全力を尽く", "全力を挙げて", "全力で取り組", "最善を尽く", "万全を期す", "万全を期し",
        "信頼回復", "信頼の回復", "信頼を回復", "信頼を取り戻", "所存です", "所存でござ", "所存であ", "ご容赦", "安心してご利用いただ", "ご安心ください",
    ];
    /// Words of phrases from a box; the rest of the phrase stands beside them.
    STOCK = [
        "inconvenience", "inconveniences", "your patience", "your understanding", "your cooperation", "patience and understanding", "patience and cooperation", "hard to", "quickly to", "rapidly to", "swiftly to", "diligently", "tirelessly", "unacceptable", "we are aware of", "we're aware of",
        "committed to", "committing to", "commitment to", "dedicated to", "importance of", "critical gaps", "happen again", "happens again", "happening again", "in the future", "going forward", "component of our", "part of our", "part of what we", "security posture", "notify you",
        "unannehmlichkeit", "unannehmlichkeiten", "ihre geduld", "ihr verständnis", "eure geduld", "euer verständnis", "wieder vorkommt", "noch einmal vorkommt", "wieder passiert", "noch einmal passiert", "künftig zu verhindern",
        "ご迷惑", "御迷惑", "ご不便", "御不便", "ご心配をおかけ", "ご理解", "ご協力", "ご了承", "最優先", "お客様を第一に", "に努め", "に取り組", "を徹底", "に万全", "を図って", "ないよう", "ぬよう", "なきよう", "次第",
    ];
    /// Times without a time.
    HAZY_TIME = [
        "shortly after", "shortly afterwards", "shortly thereafter", "a few minutes later", "some time later", "sometime later", "later that day", "later that night", "later in the day",
        "a while later", "a few hours later", "yesterday", "last night", "this morning", "this afternoon", "this evening", "last week", "earlier today", "late last night", "the other day",
        "kurz darauf", "kurz danach", "wenig später", "einige zeit später", "etwas später", "gestern", "gestern abend", "heute morgen", "heute früh", "heute nachmittag", "heute vormittag", "heute mittag", "heute abend", "vor kurzem", "neulich", "letzte nacht", "letzte woche", "später am tag",
        "昨日", "昨夜", "昨晩", "今朝", "本日未明", "先週", "先日", "しばらくして", "しばらく後", "その後まもなく", "その後間もなく", "ほどなくして", "程なくして", "少し経って",
    ];
    /// Judging from the end.
    HINDSIGHT = [
        "in hindsight", "with hindsight", "with the benefit of hindsight", "hindsight", "in retrospect", "retrospectively obvious", "it was obvious", "was obviously", "should have been obvious", "obvious mistake", "everyone knows", "common sense", "basic mistake",
        "im nachhinein", "rückblickend", "in der rückschau", "bekanntlich", "offensichtlicher fehler", "anfängerfehler", "hinterher ist man", "jedem auffallen müssen",
        "今思えば", "今にして思えば", "今から思えば", "今となっては明らか", "後から考えれば", "後から思えば", "後から見れば", "後になって考えれば", "振り返ってみれば", "振り返れば", "結果論", "後知恵", "誰の目にも明らか",
    ];
    /// Words that shout.
    ANIMATED = [
        "ridiculous", "ridiculously", "insane", "insanely", "nightmare", "disastrous", "disastrously", "disaster", "horrible", "horribly", "terrible", "terribly", "horrific", "awful", "unbelievable", "unbelievably",
        "laughable", "can't believe", "outrageous", "catastrophe", "shocking", "shockingly", "fiasco", "train wreck", "debacle", "all hell",
        "katastrophe", "katastrophal", "katastrophale", "katastrophalen", "albtraum", "alptraum", "unfassbar", "wahnsinn", "desaster", "debakel", "schrecklich", "furchtbar", "entsetzlich", "totale chaos", "totales chaos", "reinste chaos", "völliges chaos",
    ];
    /// Words that sell.
    MARKETING = [
        "industry-leading", "industry leading", "market-leading", "market leading", "world-class", "world class", "best-in-class", "best in class", "cutting-edge", "cutting edge", "state-of-the-art",
        "unparalleled", "unmatched", "award-winning", "game-changing", "next-generation platform", "leading provider", "trusted by", "seamless experience", "excited to announce", "thrilled to announce",
        "enterprise-grade", "bulletproof", "mission-critical excellence", "delight our customers", "best possible experience", "highest quality", "highest standards",
        "marktführend", "marktführender", "branchenführend", "weltklasse", "führender anbieter", "führende anbieter", "erstklassig", "erstklassige", "erstklassigen", "erstklassiger", "erstklassiges", "höchste qualität", "modernste technologie", "bestmögliche erlebnis",
    ];
    /// One cause alone.
    SOLE_CAUSE = [
        "sole cause", "only cause", "single root cause", "sole root cause", "only root cause", "einzige ursache", "alleinige ursache", "einziger grund",
    ];
    /// What a disclaimer says a report is not for.
    DISCLAIMED = [
        "個人の過失", "個人の責任", "個人のミス", "個人の失敗", "個人を責", "個人を非難", "個人を批判", "個人を追及", "個人を糾弾", "個人への非難", "個人の非", "個人攻撃", "特定の個人", "人を責め", "誰かを責め", "誰かを非難", "誰が悪", "犯人探し", "犯人捜し", "犯人さがし", "責任追及", "責任の追及", "責任を追及", "責任を問", "当事者を責", "担当者を責", "担当者を非難",
    ];
}
