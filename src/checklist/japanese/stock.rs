//! Phrases from a box: apologies to nobody, promises without a deed, the disclaimer that nobody is to blame.

use crate::checklist::context::Spoken;
use crate::checklist::japanese::{bare, has, opens};
use crate::checklist::phrases::find_cues;
use crate::checklist::phrases::voice::DISCLAIMED;
use crate::checklist::rule::Case;

/// How a phrase goes on.
type Goes = fn(&Spoken<'_>) -> bool;

/// The beginnings of phrases, and what makes one of them; all others are phrases as they stand.
const PHRASES: &[(&[&str], Goes)] = &[
    (&["ご迷惑", "ご不便", "ご心配", "御迷惑", "御不便"], |spoken| {
        has(&bare(spoken.sentence), &["詫び", "わび", "申し訳", "謝罪", "陳謝", "深謝", "容赦", "お許し"])
    }),
    (&["ご理解", "ご協力", "ご了承"], |spoken| {
        has(&bare(spoken.after), &["お願い", "賜", "感謝", "ありがとう", "御礼", "お礼"])
    }),
    (&["最優先", "第一に"], |spoken| {
        opens(
            &bare(spoken.after),
            &[
                "事項と考",
                "事項です",
                "事項であ",
                "課題と考",
                "課題です",
                "課題であ",
                "に考え",
                "考え",
                "と考え",
                "事項と位置",
                "課題と位置",
            ],
        )
    }),
    (&["に努め", "に取り組", "を徹底", "に万全", "を図って"], |spoken| {
        // 「電源の確保に努めた」 was done.
        let done = opens(&bare(spoken.after), &["た", "ました", "んだ", "みました", "した", "しました"]);
        is_aim(&bare(spoken.before)) && !done && !is_deed(spoken)
    }),
    (&["ないよう", "ぬよう", "なきよう"], |spoken| is_never_again(spoken) && !is_deed(spoken)),
    (&["次第"], |spoken| {
        opens(
            &bare(spoken.after),
            &["お知らせ", "ご報告", "ご連絡", "、お知らせ", "、ご報告", "、ご連絡", "改めて", "、改めて", "、速やかに"],
        )
    }),
    (&["万全を期す"], |spoken| !bare(spoken.after).starts_with("ため")),
];

/// Whether a word of a phrase from a box has the rest of the phrase beside it.
pub(in crate::checklist) fn is_canned(spoken: &Spoken<'_>) -> bool {
    let word = bare(&spoken.word);
    PHRASES.iter().find(|(cues, _)| opens(&word, cues)).is_none_or(|(_, goes)| goes(spoken))
}

/// The disclaimers that nobody is to blame: one of each sentence, and all of a box together. Nobody is quoted in a box that says so.
pub(in crate::checklist) fn disclaimers<'a>(case: &Case<'a>) -> Vec<Vec<Spoken<'a>>> {
    let cues = case.prose.cues(DISCLAIMED);
    let mut said: Vec<_> =
        cues.map(|(span, sentence, found)| case.at(span, sentence, found)).filter(is_denied).collect();
    said.dedup_by_key(|spoken| spoken.span.start - spoken.before.len());
    let boxes = case.prose.boxes.iter().map(|whole| {
        let mut cues = Vec::new();
        let found = find_cues(case.incident.source.slice(whole), whole.start, 0, &mut cues);
        cues.retain(|cue| cue.list == DISCLAIMED);
        let mut denied: Vec<_> = cues.iter().map(|cue| case.at(&cue.span, whole, found)).filter(is_denied).collect();
        // 「個人の責任」 and 「責任を問」 are one.
        denied.dedup_by(|next, kept| next.span.start < kept.span.end);
        denied
    });
    said.into_iter().map(|spoken| vec![spoken]).chain(boxes).filter(|of_one| !of_one.is_empty()).collect()
}

/// 「誰が悪いかではなく」: a disclaimer denies what it speaks of.
fn is_denied(spoken: &Spoken<'_>) -> bool {
    const OF_ANYTHING: &[&str] = &["ではなく", "でなく", "ではない", "ではありません", "ではございません"];
    #[rustfmt::skip]
    const OF_AIMS: &[&str] = &[
        "ためのものではな", "目的とし", "目的では", "せず", "しない", "しません", "行わない", "行いません", "避け", "意図はな", "意図はあ", "意図はご", "つもりはな",
        "つもりはあ",
    ];
    let after: String = bare(spoken.after).chars().take_while(|c| *c != '。').take(40).collect();
    if spoken.is_quoted() {
        // 「誰が悪いか」ではなく
        return after.split_once('」').is_some_and(|(_, rest)| opens(rest, OF_ANYTHING));
    }
    // A person is named in other sentences too.
    let blames = spoken.word != "特定の個人" || has(&after, &["責", "非難", "過失", "追及"]);
    blames && (has(&after, OF_ANYTHING) || has(&after, OF_AIMS))
}

/// 「再発防止に努め」: what everybody aims at.
fn is_aim(before: &str) -> bool {
    let end: String = before.chars().rev().take(24).collect::<Vec<_>>().into_iter().rev().collect();
    has(&end, &["再発防止", "再発の防止", "品質", "向上", "安定", "信頼", "改善", "強化", "安心"])
}

/// 「今後このようなことがないよう」, and no more than an aim behind it; 「注意してください」 asks the reader.
fn is_never_again(spoken: &Spoken<'_>) -> bool {
    #[rustfmt::skip]
    const AIMS: &[&str] = &["努め", "取り組", "徹底", "講じ", "所存", "精進", "注意", "再発防止", "参り", "まいり", "万全"];
    let (before, after) = (bare(spoken.before), bare(spoken.after));
    let again = has(&before, &["このような", "こうした", "同様の", "同じ", "かかる", "二度と", "再び", "再度"]);
    let no_more = after.trim_matches(['に', '。', '、']).is_empty();
    again && (no_more || has(&after, AIMS)) && !after.contains("ください")
}

/// Something is done: a number, a name in Latin letters, a means.
fn is_deed(spoken: &Spoken<'_>) -> bool {
    #[rustfmt::skip]
    const MEANS: &[&str] = &[
        "することで", "ことにより", "ことによって", "を追加", "を導入", "を実装", "を設定", "自動化", "を変更", "を作成", "を入れ", "を設け", "を行い", "を行う", "仕組みを",
        "テストを", "監視を", "手順を",
    ];
    let sentence = bare(spoken.sentence);
    let named = sentence.chars().any(|c| c.is_ascii_alphanumeric());
    named || has(&sentence, MEANS) || sentence.ends_with([':', '：'])
}
