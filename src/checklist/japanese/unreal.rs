//! What might have been: 「〜していれば防げた」「〜すべきだった」「防げたはず」.

use crate::checklist::context::Spoken;
use crate::checklist::japanese::{bare, closes, has, opens};

/// Verbs of a better end, up to the ending that tells the time: prevented, avoided, noticed.
#[rustfmt::skip]
const PREVENTED: &[&str] = &[
    "防げ", "防止でき", "防ぐことができ", "防ぐ事ができ", "避けられ", "避けることができ", "回避でき", "食い止められ", "阻止でき", "抑えられ", "抑えることができ", "軽減でき",
    "最小化でき", "短縮でき", "気づけ", "気付け", "気づくことができ", "気付くことができ", "検知でき", "検出でき", "発見でき", "見つけられ", "見つけることができ", "察知でき",
    "予見でき", "予測でき", "捕捉でき",
];

/// The same where only a condition that was not met makes it a wish: recovered, limited, was enough, was sooner.
#[rustfmt::skip]
const EASED: &[&str] = &[
    "止められ", "止めることができ", "抑制でき", "限定でき", "限定することができ", "最小限にでき", "把握でき", "特定でき", "対応でき", "対処でき", "復旧でき", "復元でき",
    "切り分けられ", "判断でき", "同定でき", "判明し", "到達でき", "辿り着け", "たどり着け", "拾え", "可能だっ", "可能であっ", "救え", "間に合っ", "間に合い", "済ん",
    "済み", "早かっ", "速かっ", "短かっ", "小さかっ", "少なかっ", "軽かっ", "よかっ", "良かっ", "容易だっ", "見つかっ", "気づい", "気付い", "免れ",
];

/// Alarms and finds; that they came is a wish where the writer guesses so, and else what a system does.
#[rustfmt::skip]
const ALARMED: &[&str] = &[
    "届い", "鳴っ", "通知され", "発報され", "発火し", "検知され", "検出され", "発見され", "防止され", "回避され", "抑止され", "修正され", "可視化され", "飛ん",
];

/// Endings that tell of the past.
const PAST: &[&str] = &["た", "だ", "ました", "ていた", "ていました"];

/// What did not take place: verbs up to their denial.
#[rustfmt::skip]
const SPARED: &[&str] = &[
    "発生し", "起き", "起こら", "起こり", "至ら", "至り", "生じ", "なら", "なり", "停止し", "止まら", "落ち", "広がら", "拡大し", "失われ", "消え",
    "漏れ", "流出し", "失わ", "かから", "要さ", "及ば", "波及し", "影響は", "影響し", "必要は", "必要も", "必要が", "ことは", "ことも", "問題は", "障害は",
    "遅れ", "表面化し", "見逃さ", "見落とさ", "間違え", "混入し", "失敗し", "長引か", "長期化し", "繰り返さ", "引き起こさ",
];

/// Denials of the past.
#[rustfmt::skip]
const DENIED: &[&str] = &[
    "なかった", "ませんでした", "ありませんでした", "ていなかった", "ていませんでした", "なくて済んだ", "ずに済んだ", "ずに済みました", "ずにすんだ",
];

/// Words that make any end a better one.
const SOONER: &[&str] =
    &["もっと早", "より早", "早期に", "早い段階", "早い時点", "事前に", "未然に", "最小限", "より安全", "より確実"];

/// How sure a writer is of what might have been.
const GUESSED: &[&str] = &["はず", "だろう", "でしょう", "であろう", "かもしれ", "可能性", "と思", "と考え", "のに"];

/// Whom a harm would have served.
const ATTACK: &[&str] = &["攻撃者", "第三者", "悪用", "不正に", "悪意"];

/// Whether an ending, a condition or a judgement tells of what did not happen.
pub(in crate::checklist) fn is_unreal(spoken: &Spoken<'_>) -> bool {
    let (before, after) = (bare(spoken.before), bare(spoken.after));
    if has(&before, ATTACK) || has(&after, ATTACK) || asks(&after) {
        return false;
    }
    let word = bare(&spoken.word);
    if word.starts_with("べき") {
        return is_judged(&before, &after);
    }
    if closes(&word, &["ば", "たら", "なら"]) {
        return is_condition_unmet(&word, &after);
    }
    is_missed_end(&word, &before, &after)
}

/// 「…防げたか。」「…だろうか？」「防げたかどうか」; 「…ではないか。」 asks nothing.
fn asks(after: &str) -> bool {
    let end = after.trim_end_matches(['。', '．', '.', '?', '？', ')', '）', '」']);
    let asked = after.trim_end_matches(['」', ')', '）']).ends_with(['?', '？']) || end.ends_with('か');
    (asked && !end.ends_with("ないか")) || after.contains("かどうか")
}

/// 「確認すべきだった」 of people, and not of what a machine was to do.
fn is_judged(before: &str, after: &str) -> bool {
    #[rustfmt::skip]
    const DONE_BY_PEOPLE: &[&str] = &[
        "実施される", "確認される", "検討される", "共有される", "周知される", "レビューされる", "テストされる", "検証される", "記録される", "連絡される", "準備される",
        "文書化される", "告知される", "報告される", "議論される", "用意される",
    ];
    #[rustfmt::skip]
    const MACHINES: &[&str] = &[
        "サーバー", "サーバ", "システム", "プロセス", "ジョブ", "スクリプト", "サービス", "クライアント", "アプリ", "処理", "関数", "API", "コード",
        "プログラム", "キャッシュ",
    ];
    // What was to be done, in an indirect question: 「どうすべきだったか」
    let question = after.starts_with('か') && !opens(after, &["から", "かも"]) || after.starts_with("のか");
    // A value: 「30秒であるべきだった」
    let value = closes(before, &["である", "だった", "となる", "になる"]);
    let passive = closes(before, &["される", "られる"]) && !closes(before, DONE_BY_PEOPLE);
    let clause = before.rsplit(['、', '，', ',']).next().unwrap_or("");
    let machine =
        MACHINES.iter().any(|machine| clause.split_once(machine).is_some_and(|(_, rest)| rest.starts_with('が')));
    !question && !value && !passive && !machine
}

/// 「監視していれば、検知できた」: a condition, and behind it a better end in the past.
fn is_condition_unmet(word: &str, after: &str) -> bool {
    // 「〜しなければならなかった」 is a duty.
    if word.ends_with("なければ") && opens(after, &["なら", "いけ", "だめ", "ダメ"]) {
        return false;
    }
    let told =
        has(word, &["いれば", "いたら", "いたなら", "おけば", "おいたら", "なければ", "があれば", "いただければ"]);
    let sure = told || has(after, GUESSED);
    let guessed = told && has(after, GUESSED) && is_past(after, ALARMED, PAST);
    let better = is_past(after, PREVENTED, PAST)
        || (sure && is_past(after, EASED, PAST))
        || is_past(after, SPARED, DENIED)
        || guessed;
    // 「もっと早く連絡が届いた」
    let sooner = || SOONER.iter().filter_map(|sooner| after.split_once(sooner)).any(|(_, rest)| tells_of_past(rest));
    better || (told && sooner())
}

/// 「防げたはず」「避けられた可能性がある」: a better end right before, and how sure the writer is of it.
fn is_missed_end(word: &str, before: &str, after: &str) -> bool {
    let ended = |verbs: &[&str]| verbs.iter().any(|verb| before.strip_suffix("てい").unwrap_or(before).ends_with(verb));
    if word == "るはずだった" || word == "るはずでした" {
        // 「検知できるはずだったが」 tells why it did not.
        return ended(PREVENTED) && !after.starts_with('が');
    }
    if word.starts_with("なかったはず") {
        return ended(SPARED);
    }
    // 「復旧できたはずの端末」 are those that are taken for restored.
    ended(PREVENTED) || (word == "たはず" && ended(EASED) && !after.starts_with('の'))
}

/// Whether one of some verbs stands in a text with one of some endings.
fn is_past(text: &str, verbs: &[&str], endings: &[&str]) -> bool {
    verbs.iter().any(|verb| {
        text.match_indices(verb).any(|(at, _)| text.get(at + verb.len()..).is_some_and(|rest| opens(rest, endings)))
    })
}

/// Whether a text ends in the past, or in a guess at it.
fn tells_of_past(text: &str) -> bool {
    let end = text.trim_end_matches(['。', '．', '.', '!', '！']);
    closes(end, &["た", "だ"])
        || GUESSED.iter().any(|guess| text.split_once(guess).is_some_and(|(verb, _)| closes(verb, &["た", "だ"])))
}
