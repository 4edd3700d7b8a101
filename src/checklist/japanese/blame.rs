//! Blame: 「担当者が忘れた」「作業者の不注意」, human error as a cause.

use crate::checklist::context::Spoken;
use crate::checklist::japanese::{bare, closes, has, opens};

/// Persons by their role; `人` alone is in too many words.
#[rustfmt::skip]
const PERSONS: &[&str] = &[
    "担当者", "作業者", "作業員", "エンジニア", "オペレーター", "オペレータ", "技術者", "開発者", "管理者", "責任者", "当番", "新人", "社員", "職員", "スタッフ", "メンバー",
    "委託先", "請負業者", "インターン", "レビュアー", "承認者", "上司", "部下", "同僚", "彼", "彼女", "一人", "誰か",
];

/// Words of the writer for themselves: owning it is no blame.
const OURSELVES: &[&str] = &["私", "我々", "われわれ", "当社", "弊社", "自分"];

/// Whether a word of a lapse has a person as its subject, told as what happened.
pub(in crate::checklist) fn is_lapse(spoken: &Spoken<'_>) -> bool {
    let (before, after) = (bare(spoken.before), bare(spoken.after));
    let subject = |person: &str| {
        let behind = before.match_indices(person).filter_map(|(at, _)| before.get(at + person.len()..));
        behind.filter(|rest| opens(rest, &["が", "は", "も"])).any(is_still_subject)
    };
    // 「誰も確認しなかった」
    let nobody = before.contains("誰も")
        && (after.contains("なかった") || after.contains("ませんでした") || spoken.word.ends_with("なかっ"));
    (PERSONS.iter().any(|person| subject(person)) || nobody) && !has(&before, OURSELVES) && !is_supposed(&after)
}

/// 「担当者が再起動すると、クライアントが…」: a later clause has a subject of its own.
fn is_still_subject(rest: &str) -> bool {
    rest.split_once('、').is_none_or(|(_, later)| !later.contains(['が', 'は']))
}

/// Whether a word judges a person: 「作業者の不注意により」.
pub(in crate::checklist) fn is_careless(spoken: &Spoken<'_>) -> bool {
    let (before, after) = (bare(spoken.before), bare(spoken.after));
    let owner = closes(&before, &["の"]) && PERSONS.iter().any(|person| before.contains(person));
    owner && !has(&before, OURSELVES) && !has(&after, DENIALS)
}

/// Whether human error is given as a cause.
pub(in crate::checklist) fn is_cause(spoken: &Spoken<'_>) -> bool {
    let (before, after) = (bare(spoken.before), bare(spoken.after));
    let given = opens(
        &after,
        &[
            "が原因",
            "による",
            "により",
            "に起因",
            "でした",
            "である",
            "であった",
            "だった",
            "です",
            "が招",
            "が引き起こ",
        ],
    );
    let named = has(&before, &["原因は", "原因:", "原因："]) && opens(&after, &["。", "、"])
        || (before.contains("原因") && after.is_empty());
    (given || named) && !has(&after, DENIALS)
}

/// Denials, and what works against it.
const DENIALS: &[&str] = &["ではな", "でなく", "せず", "防", "避け", "減ら", "責め", "リスク", "可能性", "場合"];

/// 「忘れていても」「誤って選んでも」: not what happened.
fn is_supposed(after: &str) -> bool {
    let clause = after.split(['、', '。']).next().unwrap_or("");
    closes(clause, &["ても", "でも", "ば", "たら", "場合", "ないよう", "ないように"])
        || has(clause, &["ても", "場合", "ないよう", "可能性", "おそれ", "恐れ", "防", "でも"])
}
